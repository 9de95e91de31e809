// Whether what the page shows of a job is what the ledger recorded: without any drawing.
import { canonical, verifyCheckpoint, verifyEntry, verifyHistory } from "../verify/index.js";
import { jobOf } from "./job-entries.js";
import { isSameId } from "./job-id.js";
import { NotProved } from "./not-proved.js";

/** @typedef {any} Entry as `/overview` has it */

/**
 * @typedef {object} JobProof
 * @property {number} size of the checkpoint
 * @property {Map<number, string>} wrong why an entry is not proved, by its index
 * @property {string} why what is wrong besides single entries; empty if nothing is
 * @property {boolean} isOther whether the answer is about another job than the one that was asked
 *   for: nothing of it may be shown, or acted on
 * @property {boolean} [isUnconnected] whether the checkpoint may be of another ledger than the one
 *   that this browser remembers
 * @property {boolean} isStale whether the facts are older than the entries: to be read again
 */

/** @param {unknown} error */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** Whether an answer has what the page draws, true or not. @param {any} overview */
export function isOverview(overview) {
  const { job, outcomes, entries, related } = overview ?? {};
  if (![job, outcomes?.counts, entries?.length, related].every(Boolean)) return false;
  const { retries, batch, overlaps } = related;
  return [entries, retries, batch, overlaps].every(
    (list) => Array.isArray(list) && list.every(Boolean),
  );
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
 * @param {(error: unknown) => string} [tell] says what is wrong, in the language of the page
 * @returns {Promise<JobProof>} never fails
 */
export async function proveJob({ job, entries, checkpoint }, key, job_id, tell = messageOf) {
  const isOther = !isSameId(job?.job_id, job_id) || !isSameId(entries?.[0]?.job_id, job_id);
  const proof = { size: 0, wrong: new Map(), why: "", isStale: false, isOther };
  try {
    if (isOther) throw new NotProved("otherJob", "this is another job");
    const signed = await verifyCheckpoint(checkpoint, key);
    proof.size = signed.size;
    for (const entry of entries) {
      await verifyEntry({ entry, checkpoint: signed, key }).catch((error) =>
        proof.wrong.set(entry.index, tell(error)),
      );
    }
    if (proof.wrong.size) return proof;
    await verifyHistory({ entries, checkpoint: signed, key });
    const known = entries.filter((/** @type {Entry} */ entry) => entry.index <= job.last_index);
    proof.isStale = known.length < entries.length;
    const wrong = wrongFacts(job, known.length ? known : entries);
    if (wrong.length) throw unsaid(wrong.join(", "));
  } catch (error) {
    proof.why = tell(error);
  }
  return proof;
}

/** @param {string} names */
const unsaid = (names) => new NotProved("facts", `its entries do not say: ${names}`, { names });

/** Whether a proof found nothing wrong. @param {JobProof} proof */
export const isProved = ({ wrong, why, isStale, isUnconnected }) =>
  !wrong.size && !why && !isStale && !isUnconnected;
