// The languages of the page: another one is a file like en.js, and an entry here.
import { en, LANGUAGE } from "./en.js";

/** @typedef {keyof typeof en} Key */

/**
 * A text. With a number `n` in it, it may be one for each plural category of the language.
 * @typedef {string | ({ other: string } & Partial<Record<Intl.LDMLPluralRule, string>>)} Text
 */

/**
 * @typedef {object} Language
 * @property {string} locale of the texts, and of numbers and dates, such as `de-DE`
 * @property {Record<Key, Text>} texts
 */

/** The first one is for those who read none of them. @type {Language[]} */
export const LANGUAGES = [{ locale: LANGUAGE, texts: en }];

/**
 * The language that a reader wants most, of those that there are.
 * @param {readonly string[]} wanted tags such as `de-AT`, the best first
 * @param {Language[]} languages
 */
export function choose(wanted, languages) {
  /** @param {string} tag */
  const baseOf = (tag) => tag.toLowerCase().split("-")[0];
  for (const tag of wanted) {
    const same = languages.filter(({ locale }) => baseOf(locale) === baseOf(tag));
    const exact = same.find(({ locale }) => locale.toLowerCase() === tag.toLowerCase());
    if (same.length) return exact ?? same[0];
  }
  return languages[0];
}
