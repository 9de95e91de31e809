// Hooks that pages share: stores, the address's query, and what the API answers.
import { Problem, problemFrom } from "../lib/problem.js";
import { goToQuery, place } from "../lib/router.js";
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
 * @template T
 * @typedef {object} Loaded
 * @property {T | undefined} data the newest answer, also while the next one is being read
 * @property {Problem | null} error
 * @property {boolean} isLoading
 * @property {() => void} reload
 */

/** Seconds between tries while the server is not reached or busy. */
const WAITS = [1, 2, 5, 10, 30];

/**
 * What `load` answers; read again when `deps` change, and while a problem is temporary.
 * @template T
 * @param {(signal: AbortSignal) => Promise<T>} load
 * @param {unknown[]} deps
 * @returns {Loaded<T>}
 */
export function useLoad(load, deps) {
  const [state, setState] = useState(
    /** @type {{ data?: T, error: Problem | null, isLoading: boolean }} */ ({
      error: null,
      isLoading: true,
    }),
  );
  const [round, setRound] = useState(0);
  const tries = useRef(0);
  const reload = useCallback(() => setRound((value) => value + 1), []);
  const known = useRef(deps);
  if (known.current.some((value, index) => !Object.is(value, deps[index]))) known.current = deps;

  useEffect(() => {
    tries.current = 0;
    setState({ error: null, isLoading: true });
  }, [known.current]);

  useEffect(() => {
    const controller = new AbortController();
    let timer = 0;
    setState((before) => ({ ...before, isLoading: true }));
    load(controller.signal).then(
      (data) => {
        if (controller.signal.aborted) return;
        tries.current = 0;
        setState({ data, error: null, isLoading: false });
      },
      (error) => {
        if (controller.signal.aborted) return;
        const problem = problemFrom(error);
        if (problem.isFault) console.error(error);
        setState((before) => ({ ...before, error: problem, isLoading: false }));
        if (!problem.isTemporary) return;
        const wait = problem.retryAfter ?? WAITS[Math.min(tries.current++, WAITS.length - 1)];
        timer = window.setTimeout(reload, wait * 1000);
      },
    );
    return () => {
      controller.abort();
      clearTimeout(timer);
    };
  }, [known.current, round]);

  return { data: state.data, error: state.error, isLoading: state.isLoading, reload };
}

/**
 * Runs what a click starts, once at a time: `[run, isBusy, problem]`.
 * @template {any[]} A
 * @param {(...args: A) => Promise<void>} action
 * @returns {[(...args: A) => Promise<void>, boolean, Problem | null, () => void]}
 */
export function useAction(action) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState(/** @type {Problem | null} */ (null));
  // The state is only seen at the next drawing; a double click comes before it.
  const running = useRef(false);
  /** @param {A} args */
  const run = async (...args) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setProblem(null);
    try {
      await action(...args);
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
