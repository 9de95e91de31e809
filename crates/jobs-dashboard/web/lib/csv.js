// Reading lists and tables that people paste: bytes to text, text to rows and cells.

/** Files above this are not lists of customers. */
export const FILE_BYTES_MAX = 64_000_000;

/** Which of them separate cells is guessed from the text; more than one may. */
export const DELIMITERS = ["\t", ";", ","];

/** Column names that mean customers, the surest first. */
const NAMES = ["cust_id", "cid", "customer_id", "customer", "cids", "customers"];
/** How much of a text is looked at to guess what it is. */
const SAMPLE_CHARS = 65_536;
const SAMPLE_ROWS = 200;
/** How many rows are read between two looks at the clock. */
const SLICE_ROWS = 1000;

/**
 * The text in the bytes of a file, or why there is none: a key of the texts below `csv.`.
 * @param {Uint8Array} bytes
 * @returns {{ text: string } | { fault: "workbook" | "encoding" | "binary" }}
 */
export function decode(bytes) {
  const starts = (/** @type {number[]} */ ...start) => start.every((byte, n) => bytes[n] === byte);
  // A zip (xlsx, ods) and the container of old Excel files.
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0xd0, 0xcf, 0x11, 0xe0))
    return { fault: "workbook" };
  const encoding = starts(0xff, 0xfe) ? "utf-16le" : starts(0xfe, 0xff) ? "utf-16be" : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return text.includes("\0") ? { fault: "binary" } : { text };
  } catch {
    return { fault: "encoding" };
  }
}

/**
 * Which characters separate the cells of a text: none if it has one value a line.
 * @param {string} text
 */
export function guessDelimiter(text) {
  const sample = text.slice(0, SAMPLE_CHARS);
  const lines = sample.replace(/"(?:[^"]|"")*"/g, "").split(/\r\n?|\n/);
  if (sample.length < text.length && lines.length > 1) lines.pop();
  const used = lines.filter((line) => line.trim());
  const found = DELIMITERS.filter((delimiter) => used.some((line) => line.includes(delimiter)));
  const table = found.find((delimiter) => {
    const counts = used.map((line) => line.split(delimiter).length);
    return used.length > 1 && counts.every((count) => count === counts[0] && count > 1);
  });
  return table ?? (found.length > 1 ? DELIMITERS.join("") : (found[0] ?? ""));
}

/**
 * @typedef {object} Rows
 * @property {string[][]} rows
 * @property {number[]} lines the line, from 1, at which each row begins
 * @property {number | null} unclosed the line of a quote that is never closed; it is then a
 *   character like any other
 */

/**
 * Reads RFC 4180, and whatever resembles it. A generator, so that others may run meanwhile.
 * @param {string} text
 * @param {string} delimiter any of these characters
 * @returns {Generator<void, Rows, void>}
 */
export function* parse(text, delimiter) {
  /** @type {Rows} */
  const read = { rows: [], lines: [], unclosed: null };
  const special = new RegExp(`[\r\n${delimiter}]`, "g");
  let at = text[0] === "\ufeff" ? 1 : 0;
  let line = 1;
  while (at < text.length) {
    const cells = [];
    read.lines.push(line);
    for (;;) {
      let end;
      if (text[at] === '"' && read.unclosed === null) {
        end = endOfQuoted(text, at);
        if (end < 0) {
          read.unclosed = line;
          continue;
        }
        const inside = text.slice(at + 1, end - 1);
        line += inside.match(/\r\n?|\n/g)?.length ?? 0;
        cells.push(inside.replaceAll('""', '"'));
        at = end;
        special.lastIndex = at;
        end = special.exec(text)?.index ?? text.length;
        // What follows a closing quote belongs to the cell, as it does in spreadsheets.
        cells[cells.length - 1] += text.slice(at, end);
      } else {
        special.lastIndex = at;
        end = special.exec(text)?.index ?? text.length;
        cells.push(text.slice(at, end));
      }
      at = end + 1;
      if (end >= text.length || text[end] === "\n") break;
      if (text[end] === "\r") {
        if (text[at] === "\n") at += 1;
        break;
      }
    }
    line += 1;
    read.rows.push(cells);
    if (read.rows.length % SLICE_ROWS === 0) yield;
  }
  return read;
}

/**
 * The index after the closing quote; -1 if there is none.
 * @param {string} text
 * @param {number} at
 */
function endOfQuoted(text, at) {
  let end = at + 1;
  for (;;) {
    end = text.indexOf('"', end) + 1;
    if (end === 0) return -1;
    if (text[end] !== '"') return end;
    end += 1;
  }
}

/** @param {string[]} cells */
const isBlank = (cells) => cells.every((cell) => !cell.trim());

/** @param {string} name */
const simple = (name) => name.trim().toLowerCase().replace(/\W+/g, "_");

/**
 * @typedef {object} Layout
 * @property {string[]} columns names, or empty texts; one for a list
 * @property {string[][]} samples the first values of each column
 * @property {boolean} hasHeader
 * @property {number | "all" | null} column where the customers are; null: the reader must say
 */

/**
 * What rows are: a table of which one column has the customers, or a list with values all over.
 * @param {string[][]} rows
 * @param {{ hasHeader?: boolean | null, column?: number | "all" | null }} chosen
 * @returns {Layout}
 */
export function layout(rows, chosen) {
  const used = rows.slice(0, SAMPLE_ROWS).filter((cells) => !isBlank(cells));
  const first = used[0] ?? [];
  const names = first.map(simple);
  const named = NAMES.map((name) => names.indexOf(name)).find((index) => index >= 0);
  const width = Math.max(1, ...used.map(widthOf));
  const isEven = used.every((cells) => cells.length === first.length);
  const isTable = width > 1 && used.length > 1 && (isEven || named !== undefined);
  const digits = (/** @type {string} */ cell) => /\d/.test(cell);
  // Names of columns have no digits, and what is below them has.
  const isHeading =
    isTable && !first.some(digits) && used.slice(1).every((row) => row.some(digits));
  const hasHeader = chosen.hasHeader ?? (used.length > 1 && (named !== undefined || isHeading));
  const column = chosen.column ?? (isTable ? (named ?? null) : width > 1 ? "all" : 0);
  const below = used.slice(hasHeader ? 1 : 0);
  const count = isTable ? Math.min(width, 50) : 1;
  const columns = Array.from({ length: count }, (_, n) => (hasHeader ? (first[n] ?? "") : ""));
  const samples = columns.map((_, n) => below.slice(0, 2).map((cells) => cells[n] ?? ""));
  return { columns, samples, hasHeader, column };
}

/** How many cells a row has, without empty ones at its end. @param {string[]} cells */
function widthOf(cells) {
  let width = cells.length;
  while (width > 0 && !cells[width - 1].trim()) width -= 1;
  return width;
}

/**
 * The cells that have the customers, with the line of each.
 * @param {Rows} read
 * @param {Layout} how
 * @returns {{ values: string[], lines: number[] }}
 */
export function pick({ rows, lines }, { hasHeader, column }) {
  const values = [];
  const places = [];
  let isHeader = hasHeader;
  for (const [n, cells] of rows.entries()) {
    if (isHeader && isBlank(cells)) continue;
    if (isHeader) {
      isHeader = false;
      continue;
    }
    if (column === null) break;
    const last = cells.length - (cells.length > 1 && !cells[cells.length - 1] ? 1 : 0);
    // A line of a list may end with a separator.
    for (const cell of column === "all" ? cells.slice(0, last) : [cells[column] ?? ""]) {
      values.push(cell);
      places.push(lines[n]);
    }
  }
  return { values, lines: places };
}

/**
 * Runs a generator to its end, and lets the page do other things in between.
 * @template T
 * @param {Generator<void, T, void>} steps
 * @param {AbortSignal} [signal]
 * @returns {Promise<T>}
 */
export async function inSlices(steps, signal) {
  let began = performance.now();
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    if (performance.now() - began < 8) continue;
    await new Promise((go) => setTimeout(go));
    signal?.throwIfAborted();
    began = performance.now();
  }
}
