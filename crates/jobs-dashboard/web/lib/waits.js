// How long to wait: for an answer, before the next try, and between readings in a row.
import { Problem } from "./problem.js";

/** Before each next try, while the server is not reached or busy. */
const TRIES_MS = [1000, 2000, 5000, 10_000, 30_000];
/** Between the end of a reading and the next one, if they are asked for without a break. */
const PAUSES_MS = [0, 100, 300, 1000];
/** After so long without a reading, the next one is the first again. */
const CALM_MS = 2000;

/**
 * @param {number} tries how many there were before
 * @param {{ retryAfter?: number | null }} [problem]
 */
export const waitOf = (tries, problem) =>
  problem?.retryAfter ? problem.retryAfter * 1000 : TRIES_MS[Math.min(tries, TRIES_MS.length - 1)];

/**
 * Tries again what failed, for as long as the newest problem is temporary.
 * @param {() => void} retry
 * @param {object} [clock]
 * @param {(run: () => void, ms: number) => any} [clock.later]
 * @param {(timer: any) => void} [clock.cancel]
 */
export function retries(retry, { later = setTimeout, cancel = clearTimeout } = {}) {
  let tries = 0;
  /** @type {any} */
  let timer;
  return {
    /** What the newest try ended with. @param {Problem | null} problem */
    after(problem) {
      cancel(timer);
      if (!problem) tries = 0;
      else if (problem.isTemporary) timer = later(retry, waitOf(tries++, problem));
    },
    end: () => cancel(timer),
  };
}

/**
 * Returns what asks for a reading. There is one at a time; however often it is asked for
 * meanwhile, there is one more after it. What is asked for all the time is read after a pause.
 * @param {() => Promise<unknown>} read never fails
 * @param {object} [clock]
 * @param {(run: () => void, ms: number) => unknown} [clock.later]
 * @param {() => number} [clock.now]
 */
export function oneAtATime(read, { later = setTimeout, now = Date.now } = {}) {
  let isReading = false;
  let isWaiting = false;
  let isAsked = false;
  let row = 0;
  let endedAt = -Infinity;
  const start = async () => {
    isWaiting = false;
    isReading = true;
    await read();
    isReading = false;
    endedAt = now();
    if (isAsked) ask();
  };
  const ask = () => {
    isAsked = isReading;
    if (isReading || isWaiting) return;
    const calm = now() - endedAt;
    row = calm < CALM_MS ? Math.min(row + 1, PAUSES_MS.length - 1) : 0;
    isWaiting = true;
    if (calm >= PAUSES_MS[row]) start();
    else later(start, PAUSES_MS[row] - calm);
  };
  return ask;
}

/**
 * What `load` gives within so long; a request that is held up longer fails.
 * @template T
 * @param {number} ms
 * @param {(signal: AbortSignal) => Promise<T>} load
 * @returns {Promise<T>}
 * @throws {Problem} of status 504
 */
export async function within(ms, load) {
  const signal = AbortSignal.timeout(ms);
  try {
    return await load(signal);
  } catch (error) {
    throw signal.aborted ? new Problem({ status: 504, type: "timeout" }) : error;
  }
}
