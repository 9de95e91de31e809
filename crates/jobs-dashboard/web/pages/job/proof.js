// Whether what the page shows of a job is what the ledger recorded: without any drawing.
import {
  canonical,
  customersOf,
  outcomesOf,
  textSha256,
  verifyCheckpoint,
  verifyEntry,
  verifyHistory,
} from "../../verify/index.js";
import { t } from "../../texts/t.js";
import { STATUSES } from "./state.js";

/** @typedef {any} Entry as `/overview` has it */

/**
 * @typedef {object} JobProof
 * @property {number} size of the checkpoint
 * @property {Map<number, string>} wrong why an entry is not proved, by its index
 * @property {string} why what is wrong besides single entries; empty if nothing is
 * @property {boolean} [isUnconnected] whether the checkpoint may be of another ledger than the one
 *   that this browser remembers
 * @property {boolean} isStale whether the facts are older than the entries: to be read again
 */

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** Whether an answer has what the page draws, true or not. @param {any} overview */
export const isOverview = (overview) =>
  [overview?.job, overview?.outcomes?.counts, overview?.related].every(Boolean) &&
  Array.isArray(overview.entries) &&
  overview.entries.length > 0 &&
  overview.entries.every(Boolean);

/**
 * The job that entries add up to, as the API has it.
 * @param {Entry[]} entries
 */
export function jobOf(entries) {
  const [first] = entries;
  const { customers } = first;
  const job = {
    ...first,
    status: first.status ?? "IN_PROGRESS",
    customer_count: customers?.count,
    last_index: first.index,
    changes: /** @type {number[]} */ ([]),
    note_count: 0,
    newest_note: /** @type {unknown} */ (null),
  };
  for (const entry of entries.slice(1)) {
    job.last_index = entry.index;
    if (entry.kind === "note_added") {
      const { index, recorded_at, actor, text } = entry;
      job.note_count += 1;
      job.newest_note = { index, recorded_at, actor, text };
      continue;
    }
    job.changes.push(entry.index);
    const { status, cause, http_status, error_message, recorded_at } = entry;
    Object.assign(job, { status, cause, http_status, error_message, updated_at: recorded_at });
  }
  return job;
}

/** What a job says: what is left out is compared, too. */
const FACTS = `action_code action_name batch_id cause changes cluster_url created_at customer_count
  error_message http_status index job_id last_index newest_note note_count retry_of source status
  submitted_by updated_at user_id`.split(/\s+/);

/**
 * The names of the members of a job that its entries do not say.
 * @param {any} job
 * @param {Entry[]} entries
 */
export function wrongFacts(job, entries) {
  const expected = /** @type {any} */ (jobOf(entries));
  /** @param {unknown} value */
  const text = (value) => canonical(value ?? null);
  const names = new Set([...Object.keys(job), ...FACTS]);
  return [...names].filter((name) => text(job[name]) !== text(expected[name]));
}

/**
 * @param {any} overview what `/overview` answered
 * @param {string} key the verifier key
 * @param {string} job_id the one that was asked for
 * @returns {Promise<JobProof>} never fails
 */
export async function proveJob({ job, entries, checkpoint }, key, job_id) {
  const proof = { size: 0, wrong: new Map(), why: "", isStale: false };
  try {
    const signed = await verifyCheckpoint(checkpoint, key);
    proof.size = signed.size;
    for (const entry of entries) {
      await verifyEntry({ entry, checkpoint: signed, key }).catch((error) =>
        proof.wrong.set(entry.index, messageOf(error)),
      );
    }
    if (proof.wrong.size) return proof;
    await verifyHistory({ entries, checkpoint: signed, key });
    const isOther = entries[0].job_id !== job_id || job.job_id !== job_id;
    if (isOther) throw new Error("this is another job");
    const known = entries.filter((/** @type {Entry} */ entry) => entry.index <= job.last_index);
    proof.isStale = known.length < entries.length;
    const wrong = wrongFacts(job, known.length ? known : entries);
    if (wrong.length) throw new Error(`its entries do not say: ${wrong.join(", ")}`);
  } catch (error) {
    proof.why = messageOf(error);
  }
  return proof;
}

/** Whether a proof found nothing wrong. @param {JobProof} proof */
export const isProved = ({ wrong, why, isStale, isUnconnected }) =>
  !wrong.size && !why && !isStale && !isUnconnected;

/** How many outcomes the entries report. @param {Entry[]} entries */
export const outcomeCount = (entries) =>
  entries.reduce((sum, { outcomes }) => sum + (outcomes?.count ?? 0), 0);

/**
 * What the lists of a job say, once they are seen to be those of its proved entries.
 * @typedef {object} Lists
 * @property {Set<string>} cids
 * @property {Map<string, { status: string, message: string | null, index: number }>} named
 * @property {any} job as the entries have it
 */

/**
 * @param {Entry[]} entries proved
 * @param {string[]} cids all customers
 * @param {Entry[]} history the entries as `/history` has them, with lists of outcomes
 * @returns {Lists}
 * @throws {Error} if they are not those of the entries
 */
export function proveLists(entries, cids, history) {
  same(customersOf(cids), entries[0].customers, "the customers are not those of the entry");
  const named = new Map();
  for (const { index, outcomes } of entries) {
    if (!outcomes) continue;
    const list = history.find((entry) => entry.index === index)?.outcomes ?? [];
    same(outcomesOf(list), outcomes, `the outcomes are not those of entry ${index}`);
    for (const { cid, status, message } of list) {
      named.set(cid, { status, message: message ?? null, index });
    }
  }
  return { cids: new Set(cids), named, job: jobOf(entries) };
}

/** @param {any} found @param {any} expected @param {string} why */
function same(found, expected, why) {
  if (found.count !== expected.count || found.root !== expected.root) throw new Error(why);
}

/** What a job says of a customer whom no entry names. @param {any} job */
const ofTheJob = ({ status, index, changes }) => ({
  status,
  message: null,
  index: changes.at(-1) ?? index,
});

/** The letters that the server takes for the same. @param {string} text */
const lower = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/**
 * The rows of the lists, as `/outcomes` has them, without asking the server.
 * @param {Lists} lists
 * @param {{ status: string, search: string }} filters
 */
export function rowsOf({ cids, named, job }, filters) {
  const search = lower(filters.search);
  /** @type {Record<string, any[]>} */
  const rows = {};
  for (const cid of cids) {
    const outcome = named.get(cid) ?? ofTheJob(job);
    const { status, message } = outcome;
    if (filters.status && status !== filters.status) continue;
    if (!lower(cid).includes(search) && !lower(message ?? "").includes(search)) continue;
    (rows[status] ??= []).push({ cid, ...outcome, own: named.has(cid) });
  }
  return STATUSES.flatMap((status) => rows[status] ?? []);
}

/**
 * Whether a row of `/outcomes` is what the lists say, of an entry that is among the entries.
 * @param {Lists} lists
 * @param {any} row
 */
export function isRowRight({ cids, named, job }, { cid, status, message, own, index }) {
  const outcome = named.get(cid) ?? ofTheJob(job);
  return (
    cids.has(cid) &&
    own === named.has(cid) &&
    index === outcome.index &&
    status === outcome.status &&
    message === outcome.message
  );
}

/**
 * Whether counts of `/overview` are what the lists say.
 * @param {Lists} lists
 * @param {{ counts: Record<string, number>, named: number }} summary
 */
export function areCountsRight({ cids, named, job }, summary) {
  /** @type {Record<string, number>} */
  const counts = { [job.status]: cids.size - named.size };
  for (const { status } of named.values()) counts[status] = (counts[status] ?? 0) + 1;
  const statuses = Object.keys(summary.counts);
  return (
    summary.named === named.size &&
    statuses.every((status) => summary.counts[status] === (counts[status] ?? 0))
  );
}

/**
 * The lists of a job, proved or not, with what was received: the evidence if a row differs later.
 * @param {{ entries: Entry[], outcomes: any }} overview
 * @param {{ customers: string[], history: Entry[] }} received
 */
export function checkLists({ entries, outcomes }, received) {
  try {
    const lists = proveLists(entries, received.customers, received.history);
    if (!areCountsRight(lists, outcomes)) throw new Error(t("job.countsWrong"));
    return { state: /** @type {const} */ ("proved"), lists, why: "", received };
  } catch (error) {
    return { state: /** @type {const} */ ("wrong"), lists: null, why: messageOf(error), received };
  }
}

/**
 * Whether a payload is the one that the entry names.
 * @param {Entry} first
 * @param {string} payload
 */
export const isPayloadRight = (first, payload) =>
  textSha256(payload) === first.request_payload_sha256;
