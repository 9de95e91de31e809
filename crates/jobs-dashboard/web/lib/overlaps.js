// Whether a Set Action would overlap with other jobs: asked before it is sent.
import { PagedList } from "./paged-list.js";
import { path } from "./place.js";
import { within } from "./waits.js";

/** How long is waited for a look. Until it has ended, nothing can be sent. */
const LOOK_MS = 60_000;

/** A retry for more customers is sent without a look: reading them takes long. */
export const MOST_LOOKED_AT = 10_000;

/** @typedef {{ get: any, post: any, ms?: number }} Api `ms`: how long is waited */

/**
 * What `/v1/overlaps` says of a request.
 * @param {Pick<Api, "post" | "ms">} api
 * @param {{ action_name: string, cids: string[] }} body
 * @param {AbortSignal} signal
 */
export const lookFor = ({ post, ms = LOOK_MS }, body, signal) =>
  within(ms, (late) => post("/v1/overlaps", body, { signal: AbortSignal.any([signal, late]) }));

/**
 * What it says of a retry; null if that is for too many customers to look.
 * @param {Api} api
 * @param {any} job
 * @param {{ which: string, count: number }} retry `failed` or `all`, and how many customers
 * @param {AbortSignal} signal
 */
export async function lookForRetry({ get, post, ms = LOOK_MS }, job, { which, count }, signal) {
  if (count > MOST_LOOKED_AT) return null;
  const { job_id, action_name } = job;
  return within(ms, async (late) => {
    const either = AbortSignal.any([signal, late]);
    const cids = await customersOf(get, job_id, which, either);
    const body = { action_name, cids, retry_of: job_id };
    return post("/v1/overlaps", body, { signal: either });
  });
}

/**
 * The customers of a retry. Of the failed, it is for those whom an entry names or, if that is none,
 * for all who share the status of the job.
 * @param {any} get
 * @param {string} job_id
 * @param {string} which
 * @param {AbortSignal} signal
 * @returns {Promise<string[]>}
 */
async function customersOf(get, job_id, which, signal) {
  /** @param {object} filters */
  const read = async (filters) => {
    const list = new PagedList(async (cursor) => {
      const query = { ...filters, limit: MOST_LOOKED_AT, cursor };
      const { customers, next } = await get(path`/v1/jobs/${job_id}/outcomes`, { query, signal });
      return { rows: /** @type {any[]} */ (customers), next };
    });
    return (await list.all()).map(({ cid }) => cid);
  };
  if (which === "all") return read({});
  const named = await read({ status: "FAILED", own: "true" });
  return named.length > 0 ? named : read({ status: "FAILED" });
}

/**
 * Whether the look lets it be sent: once it has answered that nothing is withheld, or is not made
 * (null). If the look itself fails, that is shown, and the server still decides.
 * @param {{ data?: { is_withheld: boolean } | null, error: unknown }} look
 */
export function maySend({ data, error }) {
  if (data === null) return true;
  return data ? !data.is_withheld : Boolean(error);
}
