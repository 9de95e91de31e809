// Takes the pictures of docs/dashboard from a demo of the server, with Chromium and chromedriver.
//
//   cargo build --release && node screenshots.mjs
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { started, startBrowser } from "./browser.mjs";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");
const pictures = join(root, "docs/dashboard");
const work = mkdtempSync(join(tmpdir(), "screenshots-"));

const server = await started(
  join(process.env.CARGO_TARGET_DIR ?? join(root, "target"), "release/jobs-http"),
  ["--demo", "--data-dir", join(work, "data"), "--listen", "127.0.0.1:0", "--log", "error"],
  /listening on (\S+)/,
);
const { password } = JSON.parse(readFileSync(join(work, "data/demo.json"), "utf8"));
const browser = await startBrowser();

/** Waits until the page shows what a selector finds. @param {string} selector */
const until = (selector) =>
  browser.run(
    `const end = Date.now() + 20000;
     while (!document.querySelector(args[0])) {
       if (Date.now() > end) throw new Error("no " + args[0]);
       await new Promise((next) => setTimeout(next, 50));
     }
     await new Promise((next) => setTimeout(next, 400));`,
    selector,
  );

/**
 * @param {string} name
 * @param {string} path
 * @param {string} selector what must be there
 * @param {{ width?: number, height?: number, scheme?: "light" | "dark" }} [options]
 */
async function shoot(name, path, selector, { width = 1280, height = 800, scheme = "light" } = {}) {
  await browser.cdp("Emulation.setDeviceMetricsOverride", {
    width,
    height,
    deviceScaleFactor: width < 500 ? 2 : 1,
    mobile: width < 500,
  });
  await browser.cdp("Emulation.setEmulatedMedia", {
    features: [{ name: "prefers-color-scheme", value: scheme }],
  });
  await browser.go(server.found + path);
  await until(selector);
  const { data } = await browser.cdp("Page.captureScreenshot", { format: "png" });
  writeFileSync(join(pictures, `${name}.png`), Buffer.from(data, "base64"));
  console.log(`docs/dashboard/${name}.png`);
}

try {
  mkdirSync(pictures, { recursive: true });
  await browser.go(`${server.found}/livez`);
  /** The newest job of each kind. @type {Record<string, string>} */
  const ids = await browser.run(
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
  const list = "tr[data-index='5'] a";
  const cids = Array.from({ length: 12 }, (_, n) => `cid=${5001 + n}`).join("&");
  await shoot("jobs", "/", list);
  await shoot("jobs-dark", "/", list, { scheme: "dark" });
  await shoot("job", `/jobs/${ids.partly}`, ".outcomes .proved", { height: 1000 });
  await shoot("customer", "/customers/5012", ".customer-jobs a");
  await shoot("set-action", `/set-action?action=PE-Enable&${cids}&cid=5001`, ".virtual-list");
  await shoot("overview-dark", "/overview", "main svg", { height: 1000, scheme: "dark" });
  await shoot("phone", `/jobs/${ids.partly}`, ".outcomes .proved", { width: 360, height: 760 });
} finally {
  await browser.end();
  server.end();
  rmSync(work, { recursive: true, force: true });
}
