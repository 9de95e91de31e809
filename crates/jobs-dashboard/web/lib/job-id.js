// Job IDs, as people write them.

/**
 * A job ID, or the beginning of one, without hyphens; null if it is none.
 * @param {string} text
 */
export function idDigits(text) {
  const digits = text.trim().toLowerCase().replaceAll("-", "");
  return /^[0-9a-f]{1,32}$/.test(digits) ? digits : null;
}

/**
 * Whether two texts are the same job ID.
 * @param {unknown} a
 * @param {unknown} b
 */
export function isSameId(a, b) {
  const digits = idDigits(String(a));
  return digits?.length === 32 && digits === idDigits(String(b));
}
