// What the browser keeps for this server. Without storage, it lasts as long as the page.
import { PREFIX } from "./place.js";
import { store } from "./store.js";

/** @type {Map<string, string>} */
const memory = new Map();

/** For ever, or for as long as the tab. @typedef {"localStorage" | "sessionStorage"} Area */

/** Servers behind one proxy share the storage of its origin. @param {string} name */
const key = (name) => `jobs:${PREFIX}:${name}`;

/**
 * What was kept as it is written, readable or not; null if nothing was.
 * @param {string} name
 * @param {Area} [area]
 */
export function keptText(name, area = "localStorage") {
  const text = memory.get(name) ?? null;
  try {
    return globalThis[area].getItem(key(name)) ?? text;
  } catch {
    return text;
  }
}

/**
 * What was kept, or null.
 * @param {string} name
 * @param {Area} [area]
 * @returns {any}
 */
export function kept(name, area) {
  const text = keptText(name, area);
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
 * @param {Area} [area]
 */
export function keep(name, value, area = "localStorage") {
  const text = JSON.stringify(value);
  if (value === null) memory.delete(name);
  else memory.set(name, text);
  try {
    if (value === null) globalThis[area].removeItem(key(name));
    else globalThis[area].setItem(key(name), text);
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
 * @param {Area} [area]
 * @returns {import("./store.js").Store<T>}
 */
export function keptStore(name, initial, area) {
  const inner = store(/** @type {T} */ (kept(name, area) ?? initial));
  const read = () => inner.set(kept(name, area) ?? initial);
  globalThis.addEventListener?.("storage", (event) => {
    if (/** @type {StorageEvent} */ (event).key === key(name)) read();
  });
  inner.watch((value) => keep(name, value, area));
  return inner;
}
