// Why something is not proved, in the language of the page.
import { hasText, t } from "./t.js";

/**
 * The text of an error's code, with its values; what has no code says it in its own words. What the
 * code leaves out is in the message, which is for files.
 * @param {any} error
 * @returns {string}
 */
export function whyOf(error) {
  const key = `why.${error?.code}`;
  return hasText(key) ? t(key, error.values) : String(error?.message ?? error);
}
