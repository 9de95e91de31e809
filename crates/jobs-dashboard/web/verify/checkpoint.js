// Checkpoints: the size and the root of a ledger, signed (C2SP tlog-checkpoint).
import { fromDecimal, hashFromBase64, toHex } from "./bytes.js";
import { malformed, VerifyError } from "./error.js";
import { isOrigin, parseNote, parseVerifierKey, verifyNote } from "./note.js";

/**
 * What a checkpoint says.
 * @typedef {object} Checkpoint
 * @property {string} origin the ledger's name
 * @property {number} size how many entries it had
 * @property {string} root the root over their leaves, in hex
 */

/** The checkpoints whose signatures were checked, and with which key. */
const VERIFIED = /** @type {WeakMap<Checkpoint, string>} */ (new WeakMap());

/**
 * What a signed checkpoint says, genuine or not.
 * @param {string} signed
 * @throws {VerifyError} `malformed`
 */
export function parseCheckpoint(signed) {
  const note = parseNote(signed, "checkpoint");
  const bad = (/** @type {string} */ reason) => malformed("checkpoint", reason);
  // The text ends in a newline; lines after the third are extensions, which are signed too.
  const [origin, decimal, base64, ...extensions] = note.text.slice(0, -1).split("\n");
  if (base64 === undefined) throw bad("has fewer than three lines");
  if (!isOrigin(origin)) throw bad("has no origin");
  const size = fromDecimal(decimal);
  if (size === null) throw bad("its size is not a decimal number");
  const root = hashFromBase64(base64);
  if (!root) throw bad("its root is not a base64 hash");
  if (extensions.includes("")) throw bad("has an empty line");
  return { note, checkpoint: Object.freeze({ origin, size, root: toHex(root) }) };
}

/**
 * What a checkpoint says, once `key` is seen to have signed it. Takes also what it returned before,
 * so that the signature is checked once for all the entries of a page.
 * @param {string | Checkpoint} signed
 * @param {string} key the verifier key
 * @returns {Promise<Checkpoint>}
 * @throws {VerifyError} `malformed`, `unsigned`, `signature` or `origin`
 */
export async function verifyCheckpoint(signed, key) {
  if (typeof signed !== "string") {
    if (VERIFIED.get(signed) === key) return signed;
    throw new VerifyError("unsigned", "the checkpoint was not verified with this key");
  }
  const verifier = parseVerifierKey(key);
  const { note, checkpoint } = parseCheckpoint(signed);
  const { origin } = checkpoint;
  try {
    await verifyNote(note, verifier);
  } catch (error) {
    // A note of another ledger is said to be that; one that was edited, to be edited.
    const isEdited = error instanceof VerifyError && error.code === "signature";
    throw origin !== verifier.name && !isEdited ? otherOrigin(origin, verifier.name) : error;
  }
  if (origin !== verifier.name) throw otherOrigin(origin, verifier.name);
  VERIFIED.set(checkpoint, key);
  return checkpoint;
}

/**
 * @param {string} found
 * @param {string} expected
 */
const otherOrigin = (found, expected) =>
  new VerifyError("origin", `it is of the ledger ${found}, not of ${expected}`);
