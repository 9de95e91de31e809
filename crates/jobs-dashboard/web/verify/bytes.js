// Texts as bytes, and bytes as texts: UTF-8, hex, base64 and decimals, each in one spelling only.
import { malformed } from "./error.js";

const ENCODER = new TextEncoder();

/**
 * The UTF-8 bytes of a text. `TextEncoder` would write U+FFFD for half of a surrogate pair, so that
 * two texts had the same bytes; here that is an error.
 * @param {string} text
 */
export function utf8(text) {
  if (typeof text !== "string") throw malformed("text", "is not a string");
  if (/\p{Surrogate}/u.test(text)) throw malformed("text", "has half of a surrogate pair");
  return ENCODER.encode(text);
}

/** @param {Uint8Array} bytes */
export const toHex = (bytes) =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * A hash in 64 lower-case hex digits.
 * @param {unknown} text
 * @param {string} what for the error
 */
export function hashFromHex(text, what) {
  if (typeof text !== "string" || !/^[0-9a-f]{64}$/.test(text)) {
    throw malformed(what, "a hash is not 64 lower-case hex digits");
  }
  return Uint8Array.from({ length: 32 }, (_, n) => parseInt(text.slice(2 * n, 2 * n + 2), 16));
}

/**
 * The hashes of a path, in hex.
 * @param {unknown} path
 * @param {string} what for the error
 */
export function pathFromHex(path, what) {
  if (!Array.isArray(path)) throw malformed(what, "its path is not a list of hashes");
  return path.map((hash) => hashFromHex(hash, what));
}

/**
 * What padded standard base64 stands for; null for any other spelling.
 * @param {string} text
 */
export function fromBase64(text) {
  let binary;
  try {
    binary = atob(text);
  } catch {
    return null;
  }
  // atob takes white space, missing padding, and bits that are left over.
  if (btoa(binary) !== text) return null;
  return Uint8Array.from(binary, (byte) => byte.charCodeAt(0));
}

/**
 * A hash in base64; null if it is none.
 * @param {string} text
 */
export function hashFromBase64(text) {
  const bytes = fromBase64(text);
  return bytes?.length === 32 ? bytes : null;
}

/**
 * A decimal number without sign or leading zeros; null for anything else. No ledger has an index
 * that a JavaScript number cannot hold, since leaves have integers below 2^53 only.
 * @param {string} text
 */
export function fromDecimal(text) {
  const number = /^(0|[1-9][0-9]*)$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : null;
}

/** @param {Uint8Array[]} parts */
export function concat(...parts) {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * Below 0 if `a` is before `b`, 0 if they are the same, above 0 if it is after.
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export function compare(a, b) {
  const shared = Math.min(a.length, b.length);
  for (let n = 0; n < shared; n += 1) if (a[n] !== b[n]) return a[n] - b[n];
  return a.length - b.length;
}

/**
 * @param {Uint8Array} a
 * @param {Uint8Array} b
 */
export const equal = (a, b) => compare(a, b) === 0;
