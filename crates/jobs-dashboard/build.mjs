// Makes dist/ of web/: the modules joined into one file and minified, which is what browsers get.
// It is kept in the repository, so that nobody needs Node to build the server.
//
//   node build.mjs           writes dist/
//   node build.mjs --check   compares dist/ with what web/ gives, and writes nothing
import { build } from "esbuild";
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "web");
const dist = join(here, "dist");

/** @param {string} folder @returns {string[]} the files in it and below, in order */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

/**
 * Leaves out what indents the templates of pages and parts, which htm leaves out in any case. No
 * other text there has indented lines: what makes such texts draws nothing, and is in lib.
 * @type {import("esbuild").Plugin}
 */
const unindented = {
  name: "unindented",
  setup: ({ onLoad }) =>
    onLoad({ filter: /\/web\/(pages|parts)\/.*\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8").replace(/\n +/g, "\n"),
    })),
};

/** The files of dist/, by name. */
async function made() {
  const { outputFiles } = await build({
    absWorkingDir: web,
    entryPoints: ["main.js", "style/index.css"],
    outdir: dist,
    bundle: true,
    format: "esm",
    target: "es2022",
    minify: true,
    // They are in a file of their own.
    legalComments: "none",
    plugins: [unindented],
    write: false,
    logLevel: "error",
  });
  /** @type {Map<string, string>} */
  const files = new Map();
  for (const { path, text } of outputFiles) files.set(relative(dist, path), text);
  for (const name of ["index.html", "icon.svg"])
    files.set(name, readFileSync(join(web, name), "utf8"));
  files.set("licences.txt", licences());
  return files;
}

/** The licences of the libraries that are in the modules. */
function licences() {
  const names = filesIn(join(web, "vendor")).filter((path) => path.includes("LICENSE."));
  const of = (/** @type {string} */ path) => `${path.split("LICENSE.")[1]}\n\n`;
  return (
    names.map((path) => of(path) + readFileSync(path, "utf8").trim()).join("\n\n---\n\n") + "\n"
  );
}

const wanted = await made();
if (process.argv.includes("--check")) {
  const found = new Map(
    filesIn(dist).map((path) => [relative(dist, path), readFileSync(path, "utf8")]),
  );
  const names = new Set([...wanted.keys(), ...found.keys()]);
  const wrong = [...names].filter((name) => wanted.get(name) !== found.get(name));
  if (wrong.length > 0) {
    console.error(`dist/ is not what web/ gives: ${wrong.join(", ")}\nrun: node build.mjs`);
    process.exit(1);
  }
} else {
  rmSync(dist, { recursive: true, force: true });
  for (const [name, text] of wanted) {
    mkdirSync(dirname(join(dist, name)), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
}
