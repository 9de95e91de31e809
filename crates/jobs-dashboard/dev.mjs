// Serves web/ as it is, and passes everything else on to a running server: an edit shows when the
// page is reloaded.
//
//   node dev.mjs 8090 http://127.0.0.1:8080    then open http://127.0.0.1:8090/
import { existsSync, readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const web = join(dirname(fileURLToPath(import.meta.url)), "web");
const [port = "8090", server = "http://127.0.0.1:8080"] = process.argv.slice(2);
/** @type {Record<string, string>} */
const TYPES = { js: "text/javascript", css: "text/css", svg: "image/svg+xml" };
const ASSETS = "/assets/dev/";

createServer(async (asked, answer) => {
  const url = asked.url ?? "/";
  const [path] = url.split("?");
  if (path.startsWith(ASSETS)) {
    const file = join(web, normalize(path.slice(ASSETS.length)));
    const isThere = file.startsWith(web) && existsSync(file);
    answer.writeHead(isThere ? 200 : 404, {
      "content-type": TYPES[file.split(".").pop() ?? ""] ?? "text/plain",
      "cache-control": "no-store",
    });
    answer.end(isThere ? readFileSync(file) : "");
    return;
  }
  const passed = request(
    new URL(url, server),
    { method: asked.method, headers: asked.headers },
    (response) => {
      // The plain pages of the API have another policy.
      const policy = String(response.headers["content-security-policy"] ?? "");
      const isShell = asked.method === "GET" && policy.includes("require-trusted-types-for");
      if (isShell) {
        response.resume();
        const headers = { ...response.headers };
        delete headers["content-length"];
        answer.writeHead(200, headers);
        const html = readFileSync(join(web, "index.html"), "utf8");
        answer.end(html.replaceAll("{{assets}}", ASSETS.slice(0, -1)).replaceAll("{{prefix}}", ""));
        return;
      }
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    },
  );
  passed.on("error", () => answer.destroy());
  answer.on("close", () => passed.destroy());
  asked.pipe(passed);
}).listen(Number(port), "127.0.0.1");
