// Canonical JSON (RFC 8785), as far as the ledger uses it: no numbers but integers below 2^53.
import { malformed } from "./error.js";

/**
 * The canonical JSON of a value. Members that are undefined are left out.
 *
 * `JSON.stringify` writes strings as RFC 8785 wants them, except that it escapes half of a
 * surrogate pair, which is refused here; `sort` orders names by their UTF-16 code units.
 * @param {unknown} value
 * @returns {string}
 */
export function canonical(value) {
  if (typeof value === "string") {
    if (/\p{Surrogate}/u.test(value)) throw malformed("JSON", "has half of a surrogate pair");
    return JSON.stringify(value);
  }
  if (typeof value === "boolean" || value === null) return String(value);
  if (typeof value === "number" && Number.isSafeInteger(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object") throw malformed("JSON", `${String(value)} cannot be in it`);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${canonical(name)}:${canonical(member)}`).join(",")}}`;
}

/**
 * The object that a text is the canonical JSON of.
 * @param {string} text
 * @param {string} what for the error
 * @returns {Record<string, unknown>}
 */
export function parseCanonical(text, what) {
  let value;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed(what, "is not JSON");
  }
  // This also finds a member that is there twice, or a number that lost digits.
  if (canonical(value) !== text) throw malformed(what, "is not canonical JSON");
  if (!isObject(value)) throw malformed(what, "is not an object");
  return value;
}

/**
 * @param {unknown} value
 * @returns {value is Record<string, unknown>}
 */
export const isObject = (value) =>
  typeof value === "object" && value !== null && !Array.isArray(value);
