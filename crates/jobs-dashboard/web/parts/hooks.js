// Hooks that pages share: stores, the address's query, and what the API answers.
import { Problem, problemFrom } from "../lib/problem.js";
import { goToQuery, place } from "../lib/router.js";
import { oneAtATime, retries } from "../lib/waits.js";
import { useCallback, useEffect, useMemo, useRef, useState } from "./html.js";

/**
 * The value of a store; the component follows it.
 * @template T
 * @param {import("../lib/store.js").Store<T>} store
 * @returns {T}
 */
export function useStore(store) {
  const [value, setValue] = useState(store.get());
  useEffect(() => {
    setValue(() => store.get());
    return store.watch((next) => setValue(() => next));
  }, [store]);
  return value;
}

/**
 * The query of the address, and a function that changes it.
 * @returns {[URLSearchParams, (query: URLSearchParams, how?: { replace?: boolean }) => void]}
 */
export function useQuery() {
  const { search } = useStore(place);
  return [useMemo(() => new URLSearchParams(search), [search]), goToQuery];
}

/**
 * Tries again by itself, for as long as a problem is temporary and the page is there. Each try
 * that fails must give another problem, and one that succeeds null.
 * @param {Problem | null} problem
 * @param {() => void} retry
 */
export function useRetry(problem, retry) {
  const newest = useRef(retry);
  newest.current = retry;
  const [tries] = useState(() => retries(() => newest.current()));
  useEffect(() => {
    tries.after(problem);
    return tries.end;
  }, [problem]);
}

/**
 * @template T
 * @typedef {object} Loaded
 * @property {T | undefined} data the newest answer, also while the next one is being read
 * @property {Problem | null} error
 * @property {boolean} isLoading
 * @property {() => void} reload
 */

/**
 * What `load` answers; read again when `deps` change, and while a problem is temporary. What is
 * shown stays meanwhile, and a load that is under way is not broken off by the next one.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} load
 * @param {unknown[]} deps
 * @returns {Loaded<T>}
 */
export function useLoad(load, deps) {
  /** @type {{ data?: T, error: Problem | null, isLoading: boolean }} */
  const none = { error: null, isLoading: true };
  const [state, setState] = useState(none);
  const newest = useRef(load);
  newest.current = load;
  const ask = useRef(() => {});
  const known = useRef(deps);
  if (known.current.some((value, index) => !Object.is(value, deps[index]))) known.current = deps;

  useEffect(() => {
    setState(none);
    const controller = new AbortController();
    ask.current = loader(
      (signal) => newest.current(signal),
      controller.signal,
      (change) => setState((before) => ({ ...before, ...change })),
    );
    ask.current();
    return () => controller.abort();
  }, [known.current]);

  const reload = useCallback(() => ask.current(), []);
  useRetry(state.error, reload);
  return { data: state.data, error: state.error, isLoading: state.isLoading, reload };
}

/**
 * Returns what asks for a load.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} load
 * @param {AbortSignal} signal
 * @param {(change: { data?: T, error?: Problem | null, isLoading: boolean }) => void} show
 */
function loader(load, signal, show) {
  return oneAtATime(async () => {
    if (signal.aborted) return;
    show({ isLoading: true });
    try {
      const data = await load(signal);
      if (!signal.aborted) show({ data, error: null, isLoading: false });
    } catch (error) {
      if (signal.aborted) return;
      const problem = problemFrom(error);
      if (problem.isFault) console.error(error);
      show({ error: problem, isLoading: false });
    }
  });
}

/**
 * Runs what a click starts, once at a time: `[run, isBusy, problem]`.
 * @template {any[]} A
 * @param {(...args: A) => Promise<void>} action
 * @param {object} [how]
 * @param {boolean} [how.keepsProblem] whether a problem is there until the next run has succeeded
 * @returns {[(...args: A) => Promise<void>, boolean, Problem | null, () => void]}
 */
export function useAction(action, { keepsProblem = false } = {}) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {Problem | null} */ (null));
  // The state is only seen at the next drawing; a double click comes before it.
  const running = useRef(false);
  /** @param {A} args */
  const run = async (...args) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    if (!keepsProblem) setProblem(null);
    try {
      await action(...args);
      setProblem(null);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
    } finally {
      running.current = false;
      setBusy(false);
    }
  };
  return [run, isBusy, problem, () => setProblem(null)];
}

/**
 * Reads what a click asks for, once at a time, and tries again by itself: `[run, isBusy, problem]`.
 * @param {() => Promise<void>} read
 */
export function useReading(read) {
  const reading = useAction(read, { keepsProblem: true });
  const [run, , problem] = reading;
  useRetry(problem, run);
  return reading;
}

/**
 * Calls `close` on Escape, and on a click or the focus outside an element.
 * @param {{ current: HTMLElement | null }} element
 * @param {boolean} isOpen
 * @param {(event: Event) => void} close
 */
export function useDismiss(element, isOpen, close) {
  useEffect(() => {
    if (!isOpen) return undefined;
    /** @param {Event} event */
    const outside = (event) => {
      if (!element.current?.contains(/** @type {Node} */ (event.target))) close(event);
    };
    /** @param {KeyboardEvent} event */
    const escape = (event) => {
      if (event.key !== "Escape") return;
      event.stopPropagation();
      event.preventDefault();
      close(event);
    };
    const inside = element.current;
    document.addEventListener("pointerdown", outside);
    document.addEventListener("focusin", outside);
    inside?.addEventListener("keydown", escape);
    return () => {
      document.removeEventListener("pointerdown", outside);
      document.removeEventListener("focusin", outside);
      inside?.removeEventListener("keydown", escape);
    };
  }, [isOpen]);
}
