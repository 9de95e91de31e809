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

/** @typedef {any} Entry as `/overview` has it */

/**
 * @typedef {object} JobProof
 * @property {number} size of the checkpoint
 * @property {Map<number, string>} wrong why an entry is not proved, by its index
 * @property {string} why what is wrong besides single entries; empty if nothing is
 * @property {boolean} isStale whether the facts are older than the entries: to be read again
 */

/** @param {unknown} error */
export const messageOf = (error) => (error instanceof Error ? error.message : String(error));

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

/**
 * The names of the members of a job that its entries do not say.
 * @param {any} job
 * @param {Entry[]} entries
 */
export function wrongFacts(job, entries) {
  const expected = /** @type {any} */ (jobOf(entries));
  /** @param {unknown} value */
  const text = (value) => canonical(value ?? null);
  return Object.keys(job).filter((name) => text(job[name]) !== text(expected[name]));
}

/**
 * @param {any} overview what `/overview` answered
 * @param {string} key the verifier key
 * @returns {Promise<JobProof>} never fails
 */
export async function proveJob({ job, entries, checkpoint }, key) {
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
    if (entries[0].job_id !== job.job_id) throw new Error("these are entries of another job");
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
export const isProved = ({ wrong, why, isStale }) => !wrong.size && !why && !isStale;

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

/**
 * Whether a row of `/outcomes` is what the lists say. What was recorded since is not known.
 * @param {Lists} lists
 * @param {any} row
 */
export function isRowRight({ cids, named, job }, { cid, status, message, own, index }) {
  if (index > job.last_index) return true;
  const outcome = named.get(cid) ?? { status: job.status, message: null };
  return (
    cids.has(cid) &&
    own === named.has(cid) &&
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
 * Whether a payload is the one that the entry names.
 * @param {Entry} first
 * @param {string} payload
 */
export const isPayloadRight = (first, payload) =>
  textSha256(payload) === first.request_payload_sha256;
