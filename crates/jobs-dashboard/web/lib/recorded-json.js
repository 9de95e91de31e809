// JSON as it is recorded: of a long answer, the server keeps only the beginning.
import { JsonCut, JsonObject, parse, parseCut } from "./lossless-json.js";

/** @typedef {import("./lossless-json.js").Json} Json */

/** What the server puts in the place of the rest. */
const MARK = "…";
const BYTES_MAX = 65_536;
/** A character that did not fit was left out, which is up to three bytes. */
const BYTES_MIN = BYTES_MAX - 3;

/** Whether the server kept only the beginning of a text. @param {string} text */
export const isShortened = (text) =>
  text.endsWith(MARK) && new TextEncoder().encode(text).length >= BYTES_MIN;

/**
 * The object or array that a text is, or the beginning of one; null if it is neither.
 * @param {string} text
 * @returns {JsonObject | Json[] | null}
 */
export function treeOf(text) {
  for (const read of [
    () => parse(text),
    () => parseCut(isShortened(text) ? text.slice(0, -MARK.length) : text),
  ]) {
    try {
      const value = read();
      return value instanceof JsonObject || Array.isArray(value) ? value : null;
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
    }
  }
  return null;
}

/** Whether a value ends where its text was cut. @param {Json | undefined} value */
export function isCutIn(value) {
  let last = value;
  while (last instanceof JsonObject || Array.isArray(last)) {
    last = (Array.isArray(last) ? last : last.values).at(-1);
  }
  return last instanceof JsonCut;
}

/** How many values there are, without what shows the cut. @param {Json[]} values */
export const sizeOf = (values) => values.length - (values.at(-1) instanceof JsonCut ? 1 : 0);
