// CSV files (RFC 4180) that are safe to open in a spreadsheet program, as the server's exports are.

/** What formulas begin with, in wide characters too, after what some programs skip. */
const MARKED =
  /^["\s\p{Cc}\u200b-\u200f\u2060\ufeff]*[=+\-@|%\uff1d\uff0b\uff0d\uff20\uff5c\uff05']/u;

/**
 * A text with an apostrophe wherever a cell may begin that a spreadsheet would take for a formula.
 * @param {string} text
 */
export const safe = (text) =>
  text
    .split(/(?<=[;\t\r\n])/)
    .map((cell, n) => (MARKED.test(cell) || (!n && /^[\t\r\n]/.test(cell)) ? "'" : "") + cell)
    .join("");

/** @param {string} text */
const field = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * A whole file; the mark at its beginning tells Excel that it is UTF-8.
 * @param {string[]} columns
 * @param {Iterable<(string | null)[]>} rows
 */
export function csv(columns, rows) {
  const lines = [columns.join(",")];
  for (const row of rows) lines.push(row.map((text) => field(safe(text ?? ""))).join(","));
  return `\ufeff${lines.join("\r\n")}\r\n`;
}
