// The texts of the page by their keys, with numbers and plurals.
import { language } from "./language.js";
import { number } from "./numbers.js";

/** @typedef {import("./languages.js").Key} Key */

const plurals = new Intl.PluralRules(language.locale);

/**
 * The text of a key. `{name}` in it stands for a value; `n` chooses the plural.
 * @param {Key} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const entry = language.texts[key];
  const plural = plurals.select(Number(values.n ?? 0));
  const text = typeof entry === "string" ? entry : (entry[plural] ?? entry.other);
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
  return hasText(key) ? t(key) : String(value).replaceAll("_", " ");
}

/** @param {string} key @returns {key is Key} */
export const hasText = (key) => Object.hasOwn(language.texts, key);
