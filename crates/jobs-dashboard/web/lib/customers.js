// Which of the values that somebody gave are customers, and what is wrong with the others.

/** The kinds of values, in the order of their codes. */
export const KINDS = /** @type {const} */ (["good", "duplicate", "blank", "spaces", "invalid"]);
/** @typedef {typeof KINDS[number]} Kind */

/** What shows nothing, or is a space other than U+0020; as crates/jobs-core/src/text.rs has it. */
const UNSEEN = new RegExp(
  // eslint-disable-next-line no-misleading-character-class
  "[\\xa0\\xad\\u034f\\u061c\\u115f\\u1160\\u1680\\u17b4\\u17b5\\u180b-\\u180f\\u2000-\\u200f" +
    "\\u2028-\\u202f\\u205f-\\u206f\\u2800\\u3000\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0" +
    "\\ufff0-\\ufffb\\u{13430}-\\u{1343f}\\u{13441}\\u{13442}\\u{16fe4}\\u{1bca0}-\\u{1bca3}" +
    "\\u{1d159}\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e0fff}\\p{Noncharacter_Code_Point}\\p{Surrogate}]",
  "u",
);
const ENDS = /^\p{White_Space}+|\p{White_Space}+$/gu;
const PLAIN = /^[!-~]+$/;
const SLICE = 2000;
const encoder = new TextEncoder();

/**
 * @typedef {object} Fault
 * @property {"empty" | "long" | "control" | "ends" | "unseen"} why
 * @property {number} [n] how many bytes it has
 * @property {string} [code] the character
 */

/**
 * Why a text cannot be a customer, a user, an action or a batch: a key of the texts below `name.`,
 * with its values; null if it can.
 * @param {string} text
 * @param {number} bytesMax
 * @returns {Fault | null}
 */
export function faultOf(text, bytesMax) {
  if (!text) return { why: "empty" };
  if (text.length * 3 > bytesMax) {
    const n = encoder.encode(text).length;
    if (n > bytesMax) return { why: "long", n };
  }
  if (PLAIN.test(text)) return null;
  if (/\p{Cc}/u.test(text)) return { why: "control" };
  if (text.search(ENDS) >= 0) return { why: "ends" };
  const unseen = UNSEEN.exec(text);
  if (!unseen) return null;
  const code = /** @type {number} */ (unseen[0].codePointAt(0));
  return { why: "unseen", code: `U+${code.toString(16).toUpperCase().padStart(4, "0")}` };
}

/** @param {string} text */
export const trimmed = (text) => text.replace(ENDS, "");

/**
 * @typedef {object} Checked
 * @property {string[]} values
 * @property {number[]} lines
 * @property {Uint8Array} kinds codes of `KINDS`
 * @property {Record<Kind, number>} counts
 * @property {string[]} customers the good ones, each once, in their order
 * @property {Map<string, number>} first where each of them is
 */

/**
 * Sorts values into good and bad ones. A generator, so that others may run meanwhile.
 * @param {{ values: string[], lines: number[] }} given
 * @param {{ trims: boolean, bytesMax: number }} how
 * @returns {Generator<void, Checked, void>}
 */
export function* check({ values: raw, lines }, { trims, bytesMax }) {
  const values = [];
  const kinds = new Uint8Array(raw.length);
  const counts = { good: 0, duplicate: 0, blank: 0, spaces: 0, invalid: 0 };
  const first = new Map();
  for (const [n, text] of raw.entries()) {
    const value = trims ? trimmed(text) : text;
    const kind = kindOf(value, first, bytesMax);
    if (kind === "good") first.set(value, n);
    values.push(value);
    kinds[n] = KINDS.indexOf(kind);
    counts[kind] += 1;
    if (n % SLICE === SLICE - 1) yield;
  }
  return { values, lines, kinds, counts, customers: [...first.keys()], first };
}

/**
 * @param {string} value
 * @param {Map<string, number>} first
 * @param {number} bytesMax
 * @returns {Kind}
 */
function kindOf(value, first, bytesMax) {
  if (first.has(value)) return "duplicate";
  if (!faultOf(value, bytesMax)) return "good";
  const rest = trimmed(value);
  if (!rest) return "blank";
  return rest !== value && !faultOf(rest, bytesMax) ? "spaces" : "invalid";
}

/**
 * Where the values of a kind are that have a text in them, ignoring case.
 * @param {Checked} checked
 * @param {Kind | "all"} kind
 * @param {string} search
 * @returns {number[]}
 */
export function places({ values, kinds }, kind, search) {
  const code = KINDS.indexOf(/** @type {Kind} */ (kind));
  const wanted = search.toLowerCase();
  const found = [];
  for (let n = 0; n < values.length; n += 1) {
    if (code >= 0 && kinds[n] !== code) continue;
    if (!wanted || values[n].toLowerCase().includes(wanted)) found.push(n);
  }
  return found;
}
