// Which page an address is for, and going from one to another.
import { PREFIX } from "./place.js";
import { store } from "./store.js";

/**
 * @typedef {object} Place
 * @property {string} path without the prefix and the query
 * @property {string} search with its `?`, or empty
 * @property {boolean} isBack whether the reader came here by the browser's history
 */

/**
 * @typedef {object} Route
 * @property {string} pattern such as `/jobs/:job_id`
 * @property {() => Promise<any>} load
 */

/** @returns {Place} */
function read(isBack = false) {
  const { pathname, search } = globalThis.location ?? { pathname: "/", search: "" };
  return { path: pathname.slice(PREFIX.length) || "/", search, isBack };
}

/** Where the reader is. */
export const place = store(read());

/**
 * The values of a route's pattern in a path, or null if it is not for that path.
 * @param {string} pattern
 * @param {string} path
 * @returns {Record<string, string> | null}
 */
export function match(pattern, path) {
  const names = pattern.split("/");
  const values = path.replace(/(.)\/$/, "$1").split("/");
  if (names.length !== values.length) return null;
  /** @type {Record<string, string>} */
  const params = {};
  for (const [index, name] of names.entries()) {
    if (!name.startsWith(":")) {
      if (name !== values[index]) return null;
      continue;
    }
    try {
      params[name.slice(1)] = decodeURIComponent(values[index]);
    } catch {
      return null;
    }
  }
  return params;
}

/**
 * The route for a path, with its values.
 * @template {{ pattern: string }} R
 * @param {R[]} routes
 * @param {string} path
 */
export function find(routes, path) {
  for (const route of routes) {
    const params = match(route.pattern, path);
    if (params) return { route, params };
  }
  return null;
}

/**
 * Goes to an address of this server, as `href` makes it.
 * @param {string} address
 * @param {{ replace?: boolean }} [how] whether the Back button skips where the reader was
 */
export function go(address, { replace = false } = {}) {
  if (address === location.pathname + location.search) return;
  history[replace ? "replaceState" : "pushState"](null, "", address);
  const before = place.get().path;
  place.set(read());
  if (place.get().path !== before) scrollTo(0, 0);
}

/**
 * The page's query, as it is in the address.
 * @param {URLSearchParams} query
 * @param {{ replace?: boolean }} [how]
 */
export function goToQuery(query, how) {
  const text = query.toString();
  go(location.pathname + (text ? `?${text}` : ""), how);
}

/**
 * Follows the browser's history, and links to pages without loading the document again.
 * @param {{ pattern: string }[]} routes
 */
export function startRouter(routes) {
  addEventListener("popstate", () => place.set(read(true)));
  document.addEventListener("click", (event) => {
    const link = /** @type {Element} */ (event.target).closest?.("a[href]");
    if (!(link instanceof HTMLAnchorElement) || link.target || link.hasAttribute("download"))
      return;
    if (event.defaultPrevented || event.button !== 0) return;
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    if (link.origin !== location.origin || !link.pathname.startsWith(PREFIX)) return;
    if (link.hash || !find(routes, link.pathname.slice(PREFIX.length) || "/")) return;
    event.preventDefault();
    go(link.pathname + link.search);
  });
}
