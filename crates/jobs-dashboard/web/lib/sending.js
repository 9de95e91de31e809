// What was sent and has not ended yet: kept for as long as the tab, so that a reload forgets none.
import { toHex, utf8 } from "../verify/bytes.js";
import { sha256 } from "../verify/sha256.js";
import { keptStore } from "./storage.js";

/**
 * @typedef {object} Sending
 * @property {string} key the `Idempotency-Key`
 * @property {string} user
 * @property {string} action
 * @property {number} count of customers
 * @property {string} [retry_of] the job that is tried again
 * @property {number} size of the ledger before it was first sent
 * @property {number} at when it was last sent, in milliseconds
 * @property {string} [job_id] once it is known
 */

const MOST = 8;

/** The newest first. */
export const sendings = keptStore("sendings", /** @type {Sending[]} */ ([]), "sessionStorage");

/**
 * Keeps one, in the place of what was known of it.
 * @param {Sending} sending
 */
export const remember = (sending) =>
  sendings.update((all) => {
    const others = all.filter(({ key }) => key !== sending.key);
    // One whose job is known is missed by nobody.
    const answered = others.filter(({ job_id }) => job_id);
    const dropped = others.length < MOST ? null : (answered.at(-1) ?? others.at(-1));
    return [sending, ...others.filter((other) => other !== dropped)];
  });

/** The keys of what this page waits for an answer to. */
export const underWay = new Set();

/** @param {string} key */
export const forget = (key) =>
  sendings.update((all) => all.filter((sending) => sending.key !== key));

/**
 * What an entry has as its `request_key` (docs/format.md).
 * @param {{ user: string, key: string }} sending
 */
export const requestKey = ({ user, key }) => toHex(sha256(utf8(`${user}\0${key}`)));

/**
 * Sends a Set Action once: with the same key it makes no second job. Returns the job's ID.
 * @param {{ get: any, post: any, now?: () => number }} api
 * @param {Omit<Sending, "size" | "at">} intended
 * @param {string} path
 * @param {unknown} body
 * @returns {Promise<string>}
 */
export async function send({ get, post, now = Date.now }, intended, path, body) {
  const { head } = await get("/v1/stats", { query: { limit: 1 } });
  const known = () => sendings.get().find(({ key }) => key === intended.key);
  // An earlier try with this key may have been recorded.
  const earlier = known();
  const sending = { ...intended, size: earlier?.size ?? head.size, at: now() };
  underWay.add(sending.key);
  remember(sending);
  try {
    const answer = await post(path, body, { key: sending.key });
    const job_id = answer.job_id ?? answer.job.job_id;
    remember({ ...sending, job_id });
    return job_id;
  } catch (/** @type {any} */ problem) {
    // It was recorded by an earlier try, or before the server failed; or it was found meanwhile.
    const job_id = problem.body?.job_id ?? known()?.job_id;
    if (job_id) {
      remember({ ...sending, job_id });
      return job_id;
    }
    underWay.delete(sending.key);
    const isRefused = problem.status >= 400 && problem.status < 500 && problem.status !== 424;
    // What this try was refused for says nothing of an earlier one.
    if (isRefused && !earlier) forget(sending.key);
    else remember({ ...sending });
    throw problem;
  } finally {
    underWay.delete(sending.key);
  }
}
