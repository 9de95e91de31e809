// Whether a ledger has only grown since this browser last saw it, and is signed with the same key.
import { parseCheckpoint, verifyCheckpoint, verifyConsistency } from "../verify/index.js";
import { NotProved } from "./not-proved.js";
import { Problem } from "./problem.js";

/**
 * What the browser keeps of a ledger.
 * @typedef {{ key: string, checkpoint: string, at: string }} Kept
 */

/**
 * What the server shows: a checkpoint, and the key as each of its answers names it.
 * @typedef {{ checkpoint: string, keys: Record<string, string> }} Seen
 */

/**
 * - `first`: nothing was kept. `extends`: all that was there is there.
 * - `key`: another key. `signature`: the checkpoint is not signed by the key.
 * - `shrunk`: there are fewer entries. `forked`: they are not the same entries.
 * - `withheld`: a larger checkpoint is signed, and its proof is refused. `malformed`: no answer of
 *   this API. `damaged`: the ledger that the browser kept cannot be read.
 * - `unreadable`: an alarm that was stored, the key that the user entered, or a proof that is asked
 *   for again, cannot be read any more.
 * @typedef {object} Finding
 * @property {typeof KINDS[number]} kind
 * @property {number} from how many entries there were
 * @property {number} to how many there are
 * @property {Kept | null} kept
 * @property {Seen} seen
 * @property {unknown} path the consistency path that the server gave, in hex
 * @property {string} why in English, for files
 * @property {string} [code] of the error that says why, for the language of the page
 * @property {Record<string, string | number>} [values] of its text
 * @property {number} [status] with which the server refused the path
 * @property {Record<string, string>} [stored] what cannot be read, as it is stored
 */

export const KINDS = /** @type {const} */ ([
  "first",
  "extends",
  "key",
  "signature",
  "shrunk",
  "forked",
  "withheld",
  "malformed",
  "damaged",
  "unreadable",
]);

/** @param {Finding} finding */
export const isAlarm = (finding) => finding.kind !== "first" && finding.kind !== "extends";

/** @param {string | undefined} checkpoint */
export function sizeOf(checkpoint) {
  try {
    return parseCheckpoint(/** @type {string} */ (checkpoint)).checkpoint.size;
  } catch {
    return 0;
  }
}

/** @param {any} error */
export const reasonOf = (error) => ({
  why: String(error?.message ?? error),
  ...(error?.code && { code: error.code }),
  ...(error?.values && { values: error.values }),
});

/**
 * Compares what the server shows with what was kept before it was asked.
 * @param {Kept | null} before
 * @param {Seen} seen
 * @param {(from: number, to: number) => Promise<any>} prove asks for the consistency proof
 * @param {object} [options]
 * @param {string | null} [options.pin] the key that the user entered
 * @param {boolean} [options.isReader] whether this user was allowed to read a moment ago
 * @returns {Promise<Finding>}
 * @throws {Problem} if the server is not reached, or lets only its users read: no finding
 */
export async function compare(before, seen, prove, { pin = null, isReader = false } = {}) {
  const isDamaged = before !== null && !(await isSound(before));
  const kept = isDamaged ? null : before;
  const finding = { from: sizeOf(kept?.checkpoint), to: sizeOf(seen.checkpoint), seen };
  /** @param {Finding["kind"]} kind @param {unknown} [error] @param {unknown} [path] */
  const found = (kind, error = "", path = null) => ({
    ...finding,
    kept: before,
    kind,
    path,
    ...reasonOf(error),
  });

  const keys = Object.values(seen.keys);
  if (![seen.checkpoint, ...keys].every((text) => typeof text === "string")) {
    const error = new NotProved("texts", "the checkpoint and the key must be texts");
    return found("malformed", error);
  }
  const key = pin ?? kept?.key ?? keys[0];
  if ([...keys, kept?.key ?? key].some((other) => other !== key)) return found("key");
  try {
    await verifyCheckpoint(seen.checkpoint, key);
  } catch (error) {
    return found("signature", error);
  }
  if (isDamaged) return found("damaged");
  if (!kept) return found("first");
  const { from, to } = finding;
  if (to < from) return found("shrunk");
  let path = /** @type {unknown} */ ([]);
  if (from !== 0 && from !== to) {
    try {
      path = (await prove(from, to))?.path;
    } catch (error) {
      if (!(error instanceof Problem)) return found("malformed", error);
      const { status } = error;
      if (error.isNetwork || (!isReader && (status === 401 || status === 403))) throw error;
      const refused = new NotProved("refused", `${status} ${error.message}`, { status });
      return { ...found("withheld", refused), status };
    }
    const isPath = Array.isArray(path) && path.every((hash) => typeof hash === "string");
    if (!isPath) return found("malformed", noPath(), path);
  }
  try {
    await verifyConsistency({ from: kept.checkpoint, to: seen.checkpoint, path, key });
  } catch (error) {
    return found("forked", error, path);
  }
  return found("extends", "", path);
}

const noPath = () => new NotProved("path", "the consistency path is not a list of hashes");

/** @param {Kept | null} kept */
async function isSound(kept) {
  try {
    return kept !== null && Boolean(await verifyCheckpoint(kept.checkpoint, kept.key));
  } catch {
    return false;
  }
}

/**
 * What to keep after a finding; null to leave it as it is.
 * @param {Finding} finding
 * @param {Kept | null} before what it was compared with
 * @param {Kept | null} now what is kept by now: another tab may have kept more
 * @param {string} at
 * @returns {Kept | null}
 */
export function toKeep(finding, before, now, at) {
  const { seen, to } = finding;
  if (isAlarm(finding)) return null;
  const key = Object.values(seen.keys)[0];
  const isOthers = now && now.checkpoint !== before?.checkpoint;
  if (isOthers && (now.key !== key || sizeOf(now.checkpoint) >= to)) return null;
  return { key, checkpoint: seen.checkpoint, at };
}

/**
 * What to hand to somebody who looks into an alarm.
 * @param {Finding} finding
 * @param {string} address of the server
 * @param {string} at
 */
export const evidenceOf = ({ kind, kept, seen, path, why, from, to, stored }, address, at) => ({
  finding: kind,
  why,
  server: address,
  found_at: at,
  kept_by_this_browser: kept && { ...kept, size: from },
  shown_by_the_server: { ...seen, size: to },
  consistency_path: path,
  ...(stored && { unreadable_in_this_browser: stored }),
});
