// A value that others can watch.

/**
 * @template T
 * @typedef {object} Store
 * @property {() => T} get
 * @property {(value: T) => void} set
 * @property {(change: (value: T) => T) => void} update
 * @property {(watcher: (value: T) => void) => () => void} watch returns what ends the watching
 */

/**
 * @template T
 * @param {T} initial
 * @returns {Store<T>}
 */
export function store(initial) {
  let value = initial;
  /** @type {Set<(value: T) => void>} */
  const watchers = new Set();
  /** @param {T} next */
  const set = (next) => {
    if (Object.is(next, value)) return;
    value = next;
    for (const watcher of [...watchers]) watcher(value);
  };
  return {
    get: () => value,
    set,
    update: (change) => set(change(value)),
    watch: (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
