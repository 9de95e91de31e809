// That no text and no style is left behind by what used it.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { en } from "../web/texts/en.js";

const web = fileURLToPath(new URL("../web", import.meta.url));

/** Without the texts themselves. @param {string} folder @param {string} ending */
const read = (folder, ending) =>
  readdirSync(join(web, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !/(^|\/)(vendor|texts\/[a-z]{2,3}\.js)/.test(name))
    .map((name) => readFileSync(join(web, folder, name), "utf8"))
    .join("\n");
const modules = read(".", ".js");
const source = modules + readFileSync(join(web, "index.html"), "utf8");
const style = read("style", ".css").replace(/\/\*.*?\*\//gs, "");

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether a word stands alone in the source: quoted, as a name, or in a list of classes. */
const isWord = (/** @type {string} */ word) =>
  new RegExp(`(?<![\\w-])${escaped(word)}(?![\\w-])`).test(source);

/** Texts whose keys are put together, as `tokens.${state}`; each part must be in the source. */
const templates = [...source.matchAll(/`([\w.]+\.)\$\{[^}]*\}(\w*)`/g)].map(
  ([, before, after]) => new RegExp(`^${escaped(before)}(\\w+)${after}$`),
);
const groups = [...source.matchAll(/tOf\(\s*"(\w+)"|^ \* @param \{("\w+".*)\} group/gm)].flatMap(
  ([, one, all]) => (one ? [one] : [...all.matchAll(/\w+/g)].map(([name]) => name)),
);

/** @param {string} key */
function isUsed(key) {
  if (source.includes(`"${key}"`)) return true;
  const [group, ...rest] = key.split(".");
  if (groups.includes(group)) return true;
  return templates.some((template) => {
    const part = template.exec(key)?.[1];
    return part !== undefined && rest.length > 0 && isWord(part);
  });
}

test("every text is used", () => {
  const unused = Object.keys(en).filter((key) => !isUsed(key));
  assert.deepEqual(unused, []);
  assert(templates.length > 10 && groups.includes("cause"));
  for (const none of ["app.unheard", "tokens.unheard", "unheard"]) assert(!isUsed(none), none);
});

test("every class, ID and variable of the styles is used", () => {
  const selectors = [...style.matchAll(/([^{}]+)\{/g)].map(([, selector]) => selector).join(" ");
  const names = new Set([...selectors.matchAll(/[.#]([a-zA-Z][\w-]*)/g)].map(([, name]) => name));
  const prefixes = [...source.matchAll(/([\w-]+-)\$\{/g)].map(([, prefix]) => prefix);
  const unused = [...names].filter(
    (name) => !isWord(name) && !prefixes.some((prefix) => name.startsWith(prefix)),
  );
  const variables = new Set([...style.matchAll(/(--[\w-]+):/g)].map(([, name]) => name));
  const unread = [...variables].filter((name) => !style.includes(`var(${name}`));
  assert.deepEqual([unused, unread], [[], []]);
  assert(names.size > 100 && variables.size > 10);
});

test("only the texts say what language they are in", () => {
  assert(!/["']en(-\w+)?["']|toLocale\w*String/.test(modules));
});
