// Looks for the job of a request to which no answer came.
import { PagedList } from "./paged-list.js";
import { path } from "./place.js";
import { Problem } from "./problem.js";
import { requestKey } from "./sending.js";
import { waitOf } from "./waits.js";

/** @typedef {import("./sending.js").Sending} Sending */

/** Only what is read so long after a request was sent shows that it was not recorded. */
export const LATE_MS = 30_000;
/** Jobs whose keys are compared in one reading. */
const MOST = 500;
const PAGE = 100;

/**
 * Reads the user's jobs from an entry on. The ledger had `size` entries before that, so that a
 * job that is not found is none of them. Null if there is more than was read.
 * @param {(path: string, options: any) => Promise<any>} get
 * @param {Sending} sending
 * @param {number} from the index of the first entry that may be the job's
 * @param {AbortSignal} signal
 * @returns {Promise<{ job_id?: string, size: number } | null>}
 */
export async function seek(get, sending, from, signal) {
  const { size } = (await get("/v1/stats", { query: { limit: 1 }, signal })).head;
  if (size < from) return null;
  const wanted = requestKey(sending);
  const list = new PagedList(async (cursor) => {
    const query = { user_id: sending.user, source: "gateway", limit: PAGE, cursor };
    const { jobs, next } = await get("/v1/jobs", { query, signal });
    return { rows: /** @type {{ job_id: string, index: number }[]} */ (jobs), next };
  });
  for (let n = 0; n < MOST; n += 1) {
    await list.reach(n + 1);
    const job = list.rows[n];
    if (!job || job.index < from) return { size };
    const leaf = await get(path`/v1/entries/${job.index}/leaf`, { signal });
    if (leaf.request_key === wanted) return { job_id: job.job_id, size };
  }
  return null;
}

/**
 * @typedef {object} Io
 * @property {(path: string, options: any) => Promise<any>} get
 * @property {(run: () => void, ms: number) => any} [later]
 * @property {(timer: any) => void} [cancel]
 * @property {() => number} [now]
 */

/**
 * Looks until the job is found. Returns what ends that.
 * @param {Io} io
 * @param {Sending} sending
 * @param {(answer: { job_id: string } | { size: number } | null) => void} onAnswer
 *   `size`: it is not among so many entries; null: that is not known
 */
export function lookFor(
  { get, later = setTimeout, cancel = clearTimeout, now = Date.now },
  sending,
  onAnswer,
) {
  const controller = new AbortController();
  const { signal } = controller;
  let from = sending.size;
  let tries = 0;
  /** @type {any} */
  let timer = 0;
  const look = async () => {
    const isLate = now() - sending.at >= LATE_MS;
    try {
      const found = await seek(get, sending, from, signal);
      if (signal.aborted) return;
      if (found?.job_id) return void onAnswer({ job_id: found.job_id });
      if (!found) onAnswer(null);
      else if (isLate) onAnswer({ size: found.size });
      from = found?.size ?? from;
    } catch (error) {
      if (signal.aborted) return;
      onAnswer(null);
      // Otherwise the reader would be asked to sign in again and again.
      if (error instanceof Problem && error.status === 401) return;
    }
    const untilLate = sending.at + LATE_MS - now();
    timer = later(look, untilLate > 0 ? Math.min(waitOf(tries), untilLate) : waitOf(tries));
    tries += 1;
  };
  look();
  return () => {
    controller.abort();
    cancel(timer);
  };
}
