// Copies the libraries of the page from npm into web/vendor, and checks that they are unchanged.
//
//   node vendor.mjs           downloads, checks and writes them, and web/vendor/manifest.json
//   node vendor.mjs --check   compares web/vendor with its manifest, without a network
import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

/**
 * @typedef {object} Package
 * @property {string} name
 * @property {string} version
 * @property {string} integrity of the package, as npm publishes it
 * @property {[string, string]} licence the file of the package that holds it, and where it goes
 * @property {Record<string, string>} files from a file of the package to one below web/vendor
 * @property {Record<string, string>} [imports] from what a file imports to what it imports here
 * @property {boolean} [strip] whether to leave out lines that are comments alone, where these are
 *   half of the bytes; a comment that begins with an exclamation mark, as a licence does, stays
 * @property {Record<string, string>} [types] from a file below web/vendor to its declarations
 */

/** @type {Package[]} */
const PACKAGES = [
  {
    name: "preact",
    version: "11.2.0",
    integrity:
      "sha512-/HfHI/7N84e6GrWBJ3J280z3mLaRJiDcSvj/A+y/4AbLnND/1UlGHe1sR6oYuTGwId0nP7dqDU9OnLxMPZ7xBg==",
    licence: ["LICENSE", "preact/LICENSE.preact"],
    files: { "dist/preact.mjs": "preact/preact.js", "hooks/dist/hooks.mjs": "preact/hooks.js" },
    imports: { preact: "./preact.js" },
    types: {
      "preact/preact.d.ts": 'export * from "preact";\n',
      "preact/hooks.d.ts": 'export * from "preact/hooks";\n',
    },
  },
  {
    name: "htm",
    version: "3.1.1",
    integrity:
      "sha512-983Vyg8NwUE7JkZ6NmOqpCZ+sh1bKv2iYTlUkzlWmA5JD2acKoxd4KVxbMmxX/85mtfdnDmTFoNKcg5DGAvxNQ==",
    licence: ["LICENSE", "preact/LICENSE.htm"],
    files: { "dist/htm.mjs": "preact/htm.js" },
    types: { "preact/htm.d.ts": 'export { default } from "htm";\n' },
  },
  {
    name: "@noble/hashes",
    version: "2.4.0",
    integrity:
      "sha512-X5XaVWZIBCT7HHZGm5I7ZQXDwLG+bGXuSrMQAW+7Zvl87h1kmc1ZB1VSRJcpUfoUrGQp4Fkoxm5kZ+Ms+aW+eA==",
    licence: ["LICENSE", "noble/LICENSE.hashes"],
    files: {
      "sha2.js": "noble/sha2.js",
      "_md.js": "noble/_md.js",
      "_u64.js": "noble/_u64.js",
      "utils.js": "noble/utils.js",
    },
    strip: true,
    // Only what web/verify uses, and no package: it can be copied to where there is none.
    types: {
      "noble/sha2.d.ts":
        "export declare const sha256: (message: Uint8Array) => Uint8Array;\n" +
        "export declare const sha512: (message: Uint8Array) => Uint8Array;\n",
    },
  },
  {
    name: "@noble/ed25519",
    version: "3.2.0",
    integrity:
      "sha512-criDgRlnUA09hchYrTy/JUWPIEap5rZxQe6wDWzRx51oWWpDRcUpuNzlgPxDJaOK6AsW9c0wKcj3rKRv6t+bPQ==",
    licence: ["LICENSE", "noble/LICENSE.ed25519"],
    files: { "index.js": "noble/ed25519.js" },
    strip: true,
    types: {
      "noble/ed25519.d.ts":
        "export declare class Point {\n" +
        "  static readonly BASE: Point;\n" +
        "  static CURVE(): { readonly n: bigint };\n" +
        "  static fromBytes(bytes: Uint8Array): Point;\n" +
        "  add(other: Point): Point;\n" +
        "  subtract(other: Point): Point;\n" +
        "  multiply(scalar: bigint, safe?: boolean): Point;\n" +
        "  equals(other: Point): boolean;\n" +
        "  isSmallOrder(): boolean;\n" +
        "  toBytes(): Uint8Array;\n" +
        "}\n",
    },
  },
];

const VENDOR = join(dirname(fileURLToPath(import.meta.url)), "web", "vendor");
const MANIFEST = join(VENDOR, "manifest.json");

/** @param {string | Buffer} bytes */
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/**
 * Downloads a package and unpacks it into a folder; returns where its files are.
 * @param {Package} wanted
 * @param {string} folder
 */
function unpack(wanted, folder) {
  const packed = execFileSync("npm", ["pack", "--json", `${wanted.name}@${wanted.version}`], {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [{ filename }] = JSON.parse(packed);
  const archive = readFileSync(join(folder, filename));
  const integrity = `sha512-${createHash("sha512").update(archive).digest("base64")}`;
  if (integrity !== wanted.integrity) {
    throw new Error(`${wanted.name}: its integrity is ${integrity}, not ${wanted.integrity}`);
  }
  const target = mkdtempSync(join(folder, "package-"));
  execFileSync("tar", ["xzf", join(folder, filename), "-C", target, "--strip-components=1"]);
  return target;
}

/**
 * A file of a package as the page serves it: with relative imports, and without a source map.
 * @param {string} text
 * @param {Record<string, string>} imports
 */
function rewrite(text, imports) {
  let result = text.replace(/\n?\/\/# sourceMappingURL=.*\n?$/, "\n");
  for (const [from, to] of Object.entries(imports)) {
    result = result.replaceAll(`from"${from}"`, `from"${to}"`);
    result = result.replaceAll(`from "${from}"`, `from "${to}"`);
    result = result.replaceAll(`from '${from}'`, `from '${to}'`);
  }
  return result;
}

/**
 * Without the lines that are comments alone.
 * @param {string} text
 */
function withoutComments(text) {
  let isInside = false;
  const kept = text.split("\n").filter((line) => {
    const code = line.trim();
    if (isInside) {
      isInside = !code.endsWith("*/");
      return false;
    }
    const isBlock = code.startsWith("/*") && !code.startsWith("/*!");
    if (isBlock && code.includes("*/", 2) && !code.endsWith("*/")) return true;
    isInside = isBlock && !code.includes("*/", 2);
    return !isBlock && !code.startsWith("//");
  });
  // What looks like a comment could be a part of a text of several lines; there are none here.
  if (kept.some((line) => (line.match(/`/g)?.length ?? 0) % 2)) {
    throw new Error("a template of several lines: its comments cannot be left out by line");
  }
  return kept.join("\n");
}

/** @param {string} path @param {string | Buffer} bytes */
function write(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

function vendor() {
  const folder = mkdtempSync(join(tmpdir(), "vendor-"));
  const packages = PACKAGES.map((wanted) => {
    const source = unpack(wanted, folder);
    const licence = JSON.parse(readFileSync(join(source, "package.json"), "utf8")).license;
    /** @type {Record<string, string>} */
    const files = {};
    /** @param {string} name @param {string | Buffer} bytes */
    const keep = (name, bytes) => {
      write(join(VENDOR, name), bytes);
      files[name] = sha256(bytes);
    };
    for (const [from, to] of Object.entries(wanted.files)) {
      const text = readFileSync(join(source, from), "utf8");
      keep(to, rewrite(wanted.strip ? withoutComments(text) : text, wanted.imports ?? {}));
    }
    for (const [name, text] of Object.entries(wanted.types ?? {})) keep(name, text);
    keep(wanted.licence[1], readFileSync(join(source, wanted.licence[0])));
    const { name, version, integrity } = wanted;
    return { name, version, licence, integrity, sha256: files };
  });
  write(MANIFEST, `${JSON.stringify({ packages }, null, 2)}\n`);
  rmSync(folder, { recursive: true });
}

/** What in web/vendor is not as the manifest says. */
function differences() {
  /** @type {{ packages: { name: string, version: string, sha256: Record<string, string> }[] }} */
  const { packages } = JSON.parse(readFileSync(MANIFEST, "utf8"));
  const known = new Map(packages.flatMap((item) => Object.entries(item.sha256)));
  const wrong = [];
  const pinned = (/** @type {{ name: string, version: string }[]} */ list) =>
    list.map((item) => `${item.name}@${item.version}`).join(", ");
  if (pinned(packages) !== pinned(PACKAGES)) {
    wrong.push("manifest.json: other packages or versions");
  }
  for (const found of readdirSync(VENDOR, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name);
    const name = relative(VENDOR, path);
    if (!found.isFile() || path === MANIFEST) continue;
    if (known.get(name) !== sha256(readFileSync(path))) {
      wrong.push(`${name}: changed, or not listed`);
    }
    known.delete(name);
  }
  return [...wrong, ...[...known.keys()].map((name) => `${name}: missing`)];
}

if (process.argv.includes("--check")) {
  const wrong = differences();
  for (const line of wrong) console.error(`web/vendor/${line}`);
  process.exitCode = wrong.length ? 1 : 0;
} else {
  vendor();
}
