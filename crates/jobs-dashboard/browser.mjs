// A Chromium of Debian's packages, driven through chromedriver, for what looks at the page from
// outside: pictures and measurements. The tests of jobs-http drive their own.
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-dev-shm-usage",
  "--hide-scrollbars",
  "--window-size=1280,800",
];

/**
 * Starts a program, and waits for the line of its output that matches.
 * @param {string} program
 * @param {string[]} args
 * @param {RegExp} line
 * @returns {Promise<{ found: string, end: () => void }>}
 */
export async function started(program, args, line) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  /** @type {Promise<never>} */
  const failed = new Promise((_, reject) => child.on("error", reject));
  const found = (async () => {
    for await (const text of createInterface({ input: child.stdout })) {
      const match = line.exec(text);
      if (match) return match[1];
    }
    throw new Error(`${program} ended`);
  })();
  return { found: await Promise.race([found, failed]), end: () => child.kill() };
}

/** Starts a browser. */
export async function startBrowser() {
  const driver = await started("chromedriver", ["--port=0"], /successfully on port (\d+)/);
  const sessions = `http://127.0.0.1:${driver.found}/session`;
  /** @param {string} path @param {object} body @returns {Promise<any>} */
  const webdriver = async (path, body) => {
    const answer = await fetch(sessions + path, { method: "POST", body: JSON.stringify(body) });
    const { value } = /** @type {any} */ (await answer.json());
    if (!answer.ok) throw new Error(`${path}: ${value.message}`);
    return value;
  };
  const wanted = { alwaysMatch: { "goog:chromeOptions": { args: FLAGS } } };
  const { sessionId } = await webdriver("", { capabilities: wanted });
  const session = `/${sessionId}`;
  await webdriver(`${session}/timeouts`, { script: 120_000 });
  return {
    /** Goes to an address, and waits until it is loaded. @param {string} url */
    go: (url) => webdriver(`${session}/url`, { url }),
    /** A command of the Chrome DevTools Protocol. @param {string} cmd @param {object} params */
    cdp: (cmd, params) => webdriver(`${session}/goog/cdp/execute`, { cmd, params }),
    /**
     * Runs the body of an async function in the page. @param {string} body
     * @param {unknown[]} args
     */
    run: async (body, ...args) => {
      const result = await webdriver(`${session}/execute/async`, {
        script: `const done = arguments[arguments.length - 1];
          const fail = (error) => done({ thrown: String(error) });
          (async (...args) => { ${body} })(...arguments).then(done, fail);`,
        args,
      });
      if (result?.thrown) throw new Error(result.thrown);
      return result;
    },
    end: async () => {
      await fetch(sessions + session, { method: "DELETE" });
      driver.end();
    },
  };
}
