// Takes the pictures of docs/dashboard from a demo of the server, with Chromium and chromedriver.
//
//   cargo build --release && node screenshots.mjs
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = join(root, "docs/dashboard");
const work = mkdtempSync(join(tmpdir(), "screenshots-"));

/**
 * Starts a program, and waits for the line of its output that matches.
 * @param {string} program
 * @param {string[]} args
 * @param {RegExp} line
 * @returns {Promise<{ found: string, end: () => void }>}
 */
async function started(program, args, line) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "inherit"] });
  for await (const text of createInterface({ input: child.stdout })) {
    const match = line.exec(text);
    if (match) return { found: match[1], end: () => child.kill() };
  }
  throw new Error(`${program} ended`);
}

const server = await started(
  join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/jobs-http"),
  ["--demo", "--data-dir", join(work, "data"), "--listen", "127.0.0.1:0", "--log", "error"],
  /listening on (\S+)/,
);
const driver = await started("chromedriver", ["--port=0"], /successfully on port (\d+)/);
const { password } = JSON.parse(readFileSync(join(work, "data/demo.json"), "utf8"));

/** @param {string} path @param {object} body @returns {Promise<any>} */
async function webdriver(path, body) {
  const answer = await fetch(`http://127.0.0.1:${driver.found}/session${path}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  const { value } = /** @type {any} */ (await answer.json());
  if (!answer.ok) throw new Error(`${path}: ${value.message}`);
  return value;
}

const args = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];
const { sessionId } = await webdriver("", {
  capabilities: { alwaysMatch: { "goog:chromeOptions": { args: [...args, "--hide-scrollbars"] } } },
});
const cdp = (/** @type {string} */ cmd, /** @type {object} */ params) =>
  webdriver(`/${sessionId}/goog/cdp/execute`, { cmd, params });
/** Runs the body of an async function in the page. @param {string} body @param {unknown[]} args */
const run = (body, ...args) =>
  webdriver(`/${sessionId}/execute/async`, {
    script: `const done = arguments[arguments.length - 1];
      const given = [...arguments];
      const fail = (error) => done({ error: String(error) });
      (async (...args) => { ${body} })(...given).then(done, fail);`,
    args,
  });

/** Waits until the page shows what a selector finds. @param {string} selector */
const until = (selector) =>
  run(
    `const end = Date.now() + 20000;
     while (!document.querySelector(args[0])) {
       if (Date.now() > end) throw new Error("no " + args[0]);
       await new Promise((next) => setTimeout(next, 50));
     }
     await new Promise((next) => setTimeout(next, 400));`,
    selector,
  ).then((result) => {
    if (result?.error) throw new Error(result.error);
  });

/**
 * @param {string} name
 * @param {string} path
 * @param {string} selector what must be there
 * @param {{ width?: number, height?: number, scheme?: "light" | "dark" }} [options]
 */
async function shoot(name, path, selector, { width = 1280, height = 800, scheme = "light" } = {}) {
  await cdp("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: width < 500 ? 2 : 1,
    mobile: width < 500,
  });
  await cdp("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: scheme }],
  });
  await webdriver(`/${sessionId}/url`, { url: server.found + path });
  await until(selector);
  const { data } = await cdp("Page.captureScreenshot", { format: "png" });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(data, "base64"));
  console.log(`docs/dashboard/${name}.png`);
}

try {
  mkdirSync(pictures, { recursive: true });
  await webdriver(`/${sessionId}/url`, { url: `${server.found}/livez` });
  /** The newest job of each kind. @type {Record<string, string>} */
  const ids = await run(
    `const post = (path, body) => fetch(path, { method: "POST", body: JSON.stringify(body) });
     await post("/api/login", { username: "meera", password: args[0] });
     for (;;) {
       const { jobs } = await (await fetch("/v1/jobs?source=gateway&limit=100")).json();
       const partly = jobs.find((job) => job.customer_count === 86);
       if (jobs.length >= 36 && jobs.every((job) => job.status !== "IN_PROGRESS"))
         return { partly: partly.job_id };
       await new Promise((next) => setTimeout(next, 200));
     }`,
    password,
  );
  await shoot("jobs", "/", "tbody tr, [role=row] a");
  await shoot("jobs-dark", "/", "tbody tr, [role=row] a", { scheme: "dark" });
  await shoot("job", `/jobs/${ids.partly}`, "main h1", { height: 1000 });
  await shoot("overview-dark", "/overview", "main svg", { height: 1000, scheme: "dark" });
  await shoot("set-action", "/set-action", "main form");
  await shoot("phone", `/jobs/${ids.partly}`, "main h1", { width: 360, height: 760 });
} finally {
  await fetch(`http://127.0.0.1:${driver.found}/session/${sessionId}`, { method: "DELETE" });
  driver.end();
  server.end();
  rmSync(work, { recursive: true, force: true });
}
