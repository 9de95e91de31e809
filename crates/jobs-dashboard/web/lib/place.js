// Where the server is: the path prefix under which a proxy shows it.

const meta = globalThis.document?.querySelector('meta[name="prefix"]');

/** The prefix, such as `/ledger`, or empty. */
export const PREFIX = meta?.getAttribute("content") ?? "";

/** @typedef {Record<string, string | number | string[] | null | undefined>} Query */

/**
 * A query string with its `?`, or empty. A list is given once for each value; null is left out.
 * @param {Query} [query]
 */
function queryString(query = {}) {
  const pairs = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter((item) => item !== null && item !== undefined && item !== "")
      .map((item) => [name, String(item)]),
  );
  return pairs.length ? `?${new URLSearchParams(pairs)}` : "";
}

/**
 * The address of a page, or of anything else of this server.
 * @param {string} path from the server's root
 * @param {Query} [query]
 */
export const href = (path, query) => PREFIX + path + queryString(query);

/**
 * A path whose values are escaped: path`/jobs/${job_id}`.
 * @param {TemplateStringsArray} strings
 * @param {...(string | number)} values
 */
export const path = (strings, ...values) =>
  String.raw({ raw: strings }, ...values.map((value) => encodeURIComponent(value)));
