// That entries are in a ledger, and that a ledger only grew: what a page about a job has to check.
import { hashFromHex, pathFromHex, utf8 } from "./bytes.js";
import { verifyCheckpoint } from "./checkpoint.js";
import { malformed, VerifyError } from "./error.js";
import { leafOf, valueOf } from "./leaf.js";
import { checkConsistency, checkInclusion, leafHash } from "./merkle.js";

/** @typedef {import("./checkpoint.js").Checkpoint} Checkpoint */
/** @typedef {import("./leaf.js").Entry} Entry */

/**
 * The statuses that may follow each status.
 * @type {Map<unknown, unknown[]>}
 */
const NEXT = new Map([
  ["IN_PROGRESS", ["SUCCESS", "FAILED", "UNCONFIRMED"]],
  ["UNCONFIRMED", ["SUCCESS", "FAILED"]],
]);

/**
 * Checks that an entry, exactly as it is shown, is in the ledger at its index.
 * @param {object} proof
 * @param {Entry} proof.entry
 * @param {unknown} [proof.path] its inclusion path in hex; otherwise that of the entry
 * @param {string | Checkpoint} proof.checkpoint signed, or what `verifyCheckpoint` returned
 * @param {string} proof.key the verifier key
 * @returns the text of its leaf, and what the key signed
 * @throws {VerifyError}
 */
export async function verifyEntry({ entry, path, checkpoint, key }) {
  const leaf = leafOf(entry);
  const signed = await verifyCheckpoint(checkpoint, key);
  checkInclusion({
    index: /** @type {number} */ (valueOf(entry, "index")),
    size: signed.size,
    path: pathFromHex(path ?? valueOf(entry, "path"), "entry"),
    leaf: leafHash(utf8(leaf)),
    root: hashFromHex(signed.root, "checkpoint"),
  });
  return { leaf, checkpoint: signed };
}

/**
 * Checks that all these entries are in the ledger, and are what it recorded about one job, in this
 * order and with none left out before the last. Entries after the last cannot be missed.
 * @param {object} proof
 * @param {Entry[]} proof.entries each with its `path`
 * @param {string | Checkpoint} proof.checkpoint
 * @param {string} proof.key
 * @returns {Promise<Checkpoint>} what the key signed
 * @throws {VerifyError}
 */
export async function verifyHistory({ entries, checkpoint, key }) {
  const signed = await verifyCheckpoint(checkpoint, key);
  for (const entry of entries) await verifyEntry({ entry, checkpoint: signed, key });
  if (!entries.length) throw malformed("history", "has no entries");
  let status = checkFirst(entries[0]);
  for (let n = 1; n < entries.length; n += 1)
    status = checkNext(entries[n - 1], entries[n], status);
  return signed;
}

/**
 * @param {Entry} first
 * @returns {unknown} the status of the job
 */
function checkFirst(first) {
  if (first.kind === "job_created") return "IN_PROGRESS";
  if (first.kind === "job_imported") return first.status;
  throw new VerifyError("rules", "the first entry does not create the job: others are left out");
}

/**
 * @param {Entry} before
 * @param {Entry} entry
 * @param {unknown} status of the job before
 * @returns {unknown} its status after
 */
function checkNext(before, entry, status) {
  const broken = (/** @type {string} */ why) =>
    new VerifyError("rules", `entry ${entry.index} ${why}`);
  if (entry.job_id !== before.job_id) throw broken("is of another job");
  if (entry.previous !== before.index) throw broken("does not follow the one before it");
  if (Number(entry.index) <= Number(before.index)) throw broken("has too low an index");
  if (entry.kind === "note_added") return status;
  if (!NEXT.get(status)?.includes(entry.status)) throw broken(`cannot follow ${status}`);
  return entry.status;
}

/**
 * Checks that the ledger of one checkpoint begins with that of an earlier one: nothing that was
 * recorded then has been changed or removed.
 * @param {object} proof
 * @param {string | Checkpoint} proof.from the earlier checkpoint
 * @param {string | Checkpoint} proof.to the later one
 * @param {unknown} proof.path the consistency path, in hex
 * @param {string} proof.key the verifier key
 * @returns the two, as the key signed them
 * @throws {VerifyError}
 */
export async function verifyConsistency({ from, to, path, key }) {
  const [earlier, later] = [await verifyCheckpoint(from, key), await verifyCheckpoint(to, key)];
  checkConsistency({
    from: earlier.size,
    to: later.size,
    path: pathFromHex(path, "consistency proof"),
    old: hashFromHex(earlier.root, "checkpoint"),
    root: hashFromHex(later.root, "checkpoint"),
  });
  return { from: earlier, to: later };
}
