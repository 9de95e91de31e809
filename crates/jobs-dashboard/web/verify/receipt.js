// Receipts: files that prove that an entry is in a ledger (C2SP tlog-proof).
import { fromBase64, fromDecimal, hashFromBase64, hashFromHex, utf8 } from "./bytes.js";
import { parseCheckpoint, verifyCheckpoint } from "./checkpoint.js";
import { malformed } from "./error.js";
import { checkInclusion, leafHash } from "./merkle.js";

/** The most hashes of a path: the depth of a tree of 2^64 leaves. */
const PATH_MAX = 64;

/**
 * @typedef {object} Receipt
 * @property {number} index the entry's
 * @property {Uint8Array[]} path the inclusion path, the hash beside the leaf first
 * @property {boolean} hasExtra whether it has a line `extra`, which proves nothing
 * @property {string} checkpoint the signed checkpoint
 */

/**
 * Reads a receipt. Nothing is checked before {@link verifyReceipt}.
 * @param {string} text
 * @returns {Receipt}
 * @throws {import("./error.js").VerifyError} `malformed`
 */
export function parseReceipt(text) {
  const bad = (/** @type {string} */ reason) => malformed("receipt", reason);
  const end = text.indexOf("\n\n");
  if (end < 0) throw bad("has no empty line before its checkpoint");
  const [header, ...lines] = text.slice(0, end).split("\n");
  if (header !== "c2sp.org/tlog-proof@v1") throw bad("does not begin with c2sp.org/tlog-proof@v1");
  const hasExtra = lines[0]?.startsWith("extra ") ?? false;
  if (hasExtra && !fromBase64(lines.shift()?.slice(6) ?? "")) throw bad("its extra is not base64");
  const [, decimal] = /^index (.*)$/.exec(lines.shift() ?? "") ?? [];
  const index = decimal === undefined ? null : fromDecimal(decimal);
  if (index === null) throw bad("has no index");
  const path = lines.map((line) => hashFromBase64(line) ?? fail(bad("its path is malformed")));
  if (path.length > PATH_MAX) throw bad("its path is malformed");
  const checkpoint = text.slice(end + 2);
  parseCheckpoint(checkpoint);
  return { index, path, hasExtra, checkpoint };
}

/**
 * Checks that the entry with this leaf is in the ledger that `key` belongs to.
 * @param {object} proof
 * @param {string} proof.receipt
 * @param {string} proof.leaf the leaf's text
 * @param {string} proof.key the verifier key
 * @returns the index of the entry, and what the key signed
 * @throws {import("./error.js").VerifyError}
 */
export async function verifyReceipt({ receipt, leaf, key }) {
  const { index, path, checkpoint: signed } = parseReceipt(receipt);
  const { size, root } = parseCheckpoint(signed).checkpoint;
  // An error about the key comes only when nothing else is wrong.
  const hash = leafHash(utf8(leaf));
  checkInclusion({ index, size, path, leaf: hash, root: hashFromHex(root, "checkpoint") });
  return { index, checkpoint: await verifyCheckpoint(signed, key) };
}

/**
 * @param {Error} error
 * @returns {never}
 */
function fail(error) {
  throw error;
}
