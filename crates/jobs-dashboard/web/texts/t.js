// The texts of the page by their keys, with numbers and plurals.
import { en, LANGUAGE } from "./en.js";
import { number } from "./format.js";

/** @typedef {keyof typeof en} Key */

const plurals = new Intl.PluralRules(LANGUAGE);

/**
 * The text of a key. `{name}` in it stands for a value; `n` chooses between `one` and `other`.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  /** @type {string | { one?: string, other: string }} */
  const entry = en[key];
  const n = Number(values.n ?? 0);
  const text =
    typeof entry === "string" ? entry : (plurals.select(n) === "one" && entry.one) || entry.other;
  return text.replace(/\{(\w+)\}/g, (whole, name) => {
    const value = values[name];
    return typeof value === "number" ? number(value) : (value ?? whole);
  });
}

/**
 * The text of a key that is made of a value of the API, or the value itself if there is none.
 * @param {"status" | "cause" | "source" | "role" | "kind" | "fact"} group
 * @param {string} value
 */
export function tOf(group, value) {
  const key = `${group}.${value}`;
  return key in en ? t(/** @type {Key} */ (key)) : String(value).replaceAll("_", " ");
}
