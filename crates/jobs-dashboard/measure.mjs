// Measures the page in Chromium, for `cargo xtask bench`: a line of JSON on the output.
//
//   node measure.mjs WHAT SERVER TOKEN TIMES [ARGUMENTS]
//
//   opens PATH CSS...  from the navigation until all that the selectors find is painted, without
//                      cached files
//   pages              from scrolling to the next hundred jobs until they are painted, TIMES pages
//                      down
//   clicks             from a click in a menu until its effect is painted
import { startBrowser } from "./browser.mjs";

const [what, server, token, times, ...rest] = process.argv.slice(2);

/** Rows that the page reads at once. */
const PAGE = 100;

/** In each document, before its own scripts: `painted(css)` is the time of a frame that has it. */
const LIBRARY = `
  const isThere = (css) => Boolean(document.querySelector(css));
  window.painted = (test) => new Promise((done) => {
    const look = () => {
      if (!test()) return requestAnimationFrame(look);
      requestAnimationFrame(() => setTimeout(() => done(performance.now())));
    };
    look();
  });
  window.havePainted = (selectors) => window.painted(() => selectors.every(isThere));
`;

const browser = await startBrowser();

/** Times in milliseconds, and the most nodes that the document had. */
const found = { ms: /** @type {number[]} */ ([]), nodes: 0 };

/** @param {number} ms */
async function note(ms) {
  found.ms.push(ms);
  const nodes = await browser.run("return document.querySelectorAll('*').length");
  found.nodes = Math.max(found.nodes, nodes);
}

async function signIn() {
  await browser.go(`${server}/livez`);
  const status = await browser.run(
    `const body = JSON.stringify({ token: args[0] });
     return (await fetch("/v1/sign-in", { method: "POST", body })).status;`,
    token,
  );
  if (status !== 200) throw new Error(`the sign-in was answered with ${status}`);
}

const measures = {
  async opens() {
    const [path, ...selectors] = rest;
    // As soon as the document begins: the driver returns when it is loaded, which may be later.
    const source = `window.opened = window.havePainted(${JSON.stringify(selectors)});`;
    await browser.cdp("Page.addScriptToEvaluateOnNewDocument", { source });
    for (let left = Number(times); left > 0; left -= 1) {
      await browser.go("about:blank");
      await browser.cdp("Network.clearBrowserCache", {});
      await browser.go(server + path);
      await note(await browser.run("return window.opened"));
    }
  },

  async pages() {
    await browser.go(server);
    await browser.run("return window.havePainted(['tr[data-index] a'])");
    for (let page = 1; page <= Number(times); page += 1) {
      const ms = await browser.run(
        `const begun = performance.now();
         const row = document.querySelector("tr[data-index] a").closest("tr");
         const height = row.getBoundingClientRect().height;
         const body = row.parentElement.getBoundingClientRect().top + scrollY;
         // The page ends with what is loaded, so one scroll may stop short.
         const isThere = () => {
           scrollTo(0, body + args[0] * height);
           return document.querySelector('tr[data-index="' + args[0] + '"] a');
         };
         return await window.painted(isThere) - begun;`,
        page * PAGE,
      );
      await note(ms);
    }
  },

  async clicks() {
    await browser.go(server);
    await browser.run("return window.havePainted(['tr[data-index] a', '#theme'])");
    await browser.run(
      `window.answered = [];
       addEventListener("click", (event) => {
         const before = event.target.closest("#theme")?.getAttribute("aria-label");
         window.painted(() =>
           document.querySelector("#theme").getAttribute("aria-label") !== before)
           .then((at) => window.answered.push(at - event.timeStamp));
       }, { capture: true });
       return true;`,
    );
    const [x, y] = await browser.run(
      `const { left, top, width, height } =
         document.querySelector("#theme").getBoundingClientRect();
       return [left + width / 2, top + height / 2];`,
    );
    for (let click = 1; click <= Number(times); click += 1) {
      for (const type of ["mousePressed", "mouseReleased"]) {
        await browser.cdp("Input.dispatchMouseEvent", {
          type,
          x,
          y,
          button: "left",
          clickCount: 1,
        });
      }
      const ms = await browser.run(
        `await window.painted(() => window.answered.length === args[0]);
         return window.answered.at(-1);`,
        click,
      );
      await note(ms);
    }
  },
};

try {
  await browser.cdp("Page.addScriptToEvaluateOnNewDocument", { source: LIBRARY });
  await signIn();
  await measures[/** @type {keyof typeof measures} */ (what)]();
  console.log(JSON.stringify(found));
} finally {
  await browser.end();
}
