// What was sent and has not ended yet: kept for as long as the tab, so that a reload forgets none.
import { PREFIX } from "../../lib/place.js";
import { store } from "../../lib/store.js";
import { toHex, utf8 } from "../../verify/bytes.js";
import { sha256 } from "../../verify/sha256.js";

/**
 * @typedef {object} Sending
 * @property {string} key the `Idempotency-Key`
 * @property {string} user
 * @property {string} action
 * @property {number} count of customers
 * @property {number} size of the ledger before it was first sent
 * @property {number} at when it was last sent, in milliseconds
 * @property {string} [job_id] once it is known
 */

const NAME = `jobs:${PREFIX}:sendings`;
const MOST = 8;

/** @returns {Sending[]} */
function read() {
  try {
    return JSON.parse(globalThis.sessionStorage?.getItem(NAME) ?? "[]");
  } catch {
    return [];
  }
}

/** The newest first. */
export const sendings = store(read());
sendings.watch((all) => {
  try {
    globalThis.sessionStorage?.setItem(NAME, JSON.stringify(all));
  } catch {
    // Without storage, it lasts as long as the page.
  }
});

/**
 * Keeps one, in the place of what was known of it.
 * @param {Sending} sending
 */
export const remember = (sending) =>
  sendings.update((all) => {
    const others = all.filter(({ key }) => key !== sending.key);
    return [sending, ...others].slice(0, MOST);
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
 * @param {unknown} body
 * @returns {Promise<string>}
 */
export async function send({ get, post, now = Date.now }, intended, body) {
  const { head } = await get("/v1/stats", { query: { limit: 1 } });
  // An earlier try with this key may have been recorded.
  const earlier = sendings.get().find(({ key }) => key === intended.key);
  const sending = { ...intended, size: earlier?.size ?? head.size, at: now() };
  underWay.add(sending.key);
  remember(sending);
  try {
    const { job_id } = await post("/v1/set-actions", body, { key: sending.key });
    remember({ ...sending, job_id });
    return job_id;
  } catch (/** @type {any} */ problem) {
    // It was recorded by an earlier try, or before the server failed.
    const job_id = problem.body?.job_id;
    if (job_id) {
      remember({ ...sending, job_id });
      return job_id;
    }
    underWay.delete(sending.key);
    const isRefused = problem.status >= 400 && problem.status < 500 && problem.status !== 424;
    if (isRefused) forget(sending.key);
    else remember({ ...sending });
    throw problem;
  } finally {
    underWay.delete(sending.key);
  }
}
