// What the browser keeps for this server. Without storage, it lasts as long as the page.
import { PREFIX } from "./place.js";
import { store } from "./store.js";

/** @type {Map<string, string>} */
const memory = new Map();

/** Servers behind one proxy share the storage of its origin. @param {string} name */
const key = (name) => `jobs:${PREFIX}:${name}`;

/**
 * What was kept as it is written, readable or not; null if nothing was.
 * @param {string} name
 */
export function keptText(name) {
  const text = memory.get(name) ?? null;
  try {
    return localStorage.getItem(key(name)) ?? text;
  } catch {
    return text;
  }
}

/**
 * What was kept, or null.
 * @param {string} name
 * @returns {any}
 */
export function kept(name) {
  const text = keptText(name);
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Keeps a value; null forgets it. Returns whether it outlasts the page.
 * @param {string} name
 * @param {unknown} value
 */
export function keep(name, value) {
  const text = JSON.stringify(value);
  if (value === null) memory.delete(name);
  else memory.set(name, text);
  try {
    if (value === null) localStorage.removeItem(key(name));
    else localStorage.setItem(key(name), text);
    return true;
  } catch {
    return false;
  }
}

/**
 * A store whose value is kept, and follows the browser's other tabs.
 * @template T
 * @param {string} name
 * @param {T} initial
 * @returns {import("./store.js").Store<T>}
 */
export function keptStore(name, initial) {
  const inner = store(/** @type {T} */ (kept(name) ?? initial));
  globalThis.addEventListener?.("storage", (event) => {
    if (/** @type {StorageEvent} */ (event).key === key(name)) inner.set(kept(name) ?? initial);
  });
  inner.watch((value) => keep(name, value));
  return inner;
}
