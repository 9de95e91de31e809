// A list on a page that is read from the server as far as it is looked at.
import { PagedList } from "../lib/paged-list.js";
import { problemFrom } from "../lib/problem.js";
import { useRetry } from "./hooks.js";
import { useEffect, useRef, useState } from "./html.js";

/** Rows that are read beyond those that are looked at. */
const AHEAD = 50;

/**
 * @template T
 * @template {import("../lib/paged-list.js").Page<T>} P
 * @param {string} name another one is another list, from its beginning
 * @param {(next: string | null, count: number, signal: AbortSignal) => Promise<P>} read
 * @param {object} [how]
 * @param {number} [how.version] another one is read in place of what is shown, which stays until
 *   then
 * @param {boolean} [how.isNeeded]
 */
export function usePaged(name, read, { version = 0, isNeeded = true } = {}) {
  /** @type {{ list: PagedList<T, P> | null, of: number, problem: any }} */
  const none = { list: null, of: -1, problem: null };
  const [state, setState] = useState(none);
  const list = useRef(/** @type {PagedList<T, P> | null} */ (null));
  const end = useRef(0);
  const shown = useRef("");

  const reach = (/** @type {number} */ row) => {
    const of = list.current;
    end.current = row;
    of?.reach(row + AHEAD).catch((error) => {
      if (of === list.current) setState((before) => ({ ...before, problem: problemFrom(error) }));
    });
  };
  useEffect(() => {
    if (!isNeeded) return undefined;
    const controller = new AbortController();
    const isRefresh = shown.current === name;
    const of = new PagedList(
      (next, count) => read(next, count, controller.signal),
      () => {
        const isShort = !of.isDone && of.rows.length < end.current + AHEAD;
        if (of !== list.current || (isRefresh && isShort)) return;
        shown.current = name;
        setState({ list: of, of: version, problem: null });
      },
    );
    list.current = of;
    reach(isRefresh ? end.current : 0);
    return () => {
      list.current = null;
      controller.abort();
    };
  }, [name, version, isNeeded]);
  const again = () => reach(end.current);
  useRetry(state.problem, again);
  return {
    rows: state.list?.rows ?? [],
    newest: state.list?.newest ?? null,
    of: state.of,
    problem: state.problem,
    reach,
    again,
    all: async () => (await list.current?.all()) ?? [],
  };
}
