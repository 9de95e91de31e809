// Whether a customer is one of a job's, proved without the other customers.
import { compare, equal, hashFromHex, pathFromHex, utf8 } from "./bytes.js";
import { malformed, VerifyError } from "./error.js";
import { isObject, parseCanonical } from "./json.js";
import { checkInclusion, EMPTY_ROOT, isCount, leafHash } from "./merkle.js";
import { isSameKey, parseVerifierKey } from "./note.js";
import { parseReceipt, verifyReceipt } from "./receipt.js";

const FILE_BYTES_MAX = 524_288;

/**
 * A customer of a job, and its place among them.
 * @typedef {{ cid: Uint8Array, position: number }} Member
 */

/**
 * Checks a proof about a customer against `customers` of the job's entry.
 * @param {object} question
 * @param {unknown} question.proof `{"member":…}` or `{"not_member":…}`
 * @param {string} question.cid the customer
 * @param {unknown} question.customers the `{"count":…,"root":…}` of the entry
 * @returns {boolean} whether the customer is one of the job's
 * @throws {VerifyError} `malformed`, `shape` or `root`, if it proves neither
 */
export function verifyMembership({ proof, cid, customers }) {
  const [count, root] = readSubtree(customers);
  const wanted = utf8(cid);
  if (hasExactly(proof, "member")) {
    if (!equal(readMember(proof.member, count, root).cid, wanted)) throw noProof();
    return true;
  }
  if (!hasExactly(proof, "not_member") || !hasExactly(proof.not_member, "after", "before")) {
    throw malformed("membership", "is neither of a member nor of another");
  }
  const { after, before } = proof.not_member;
  const low = before === null ? null : readMember(before, count, root);
  const high = after === null ? null : readMember(after, count, root);
  const isBetween =
    (!low || compare(low.cid, wanted) < 0) && (!high || compare(wanted, high.cid) < 0);
  // No customer is between two positions that follow each other.
  if (!isBetween || (low ? low.position + 1 : 0) !== (high ? high.position : count)) {
    throw noProof();
  }
  if (count === 0 && !equal(root, EMPTY_ROOT)) {
    throw new VerifyError("root", "the root is not that of no customers");
  }
  return false;
}

/**
 * Checks a file that proves offline whether a customer is in a job.
 * @param {string} file
 * @param {string} [expected] the verifier key that must have signed; otherwise the file's own is
 *   used, and only shows that the file agrees with itself
 * @returns what it proves
 * @throws {VerifyError}
 */
export async function verifyCustomerProof(file, expected) {
  const bad = (/** @type {string} */ reason) => malformed("customer proof", reason);
  if (utf8(file).length > FILE_BYTES_MAX) throw bad("longer than 524288 bytes");
  const given = parseCanonical(file, "customer proof");
  const { cid, customers, index, is_customer, job_id, key, leaf, proof, receipt } = given;
  const isText = [cid, key, leaf, receipt].every((text) => typeof text === "string");
  if (!isText || Object.keys(given).length !== 9) throw bad("does not have exactly its members");
  const text = (/** @type {unknown} */ value) => /** @type {string} */ (value);
  if (parseReceipt(text(receipt)).hasExtra) throw bad("its receipt has an extra line");
  const proved = await verifyReceipt({ receipt: text(receipt), leaf: text(leaf), key: text(key) });
  const entry = parseCanonical(text(leaf), "leaf");
  if (entry.kind !== "job_created" && entry.kind !== "job_imported") {
    throw bad("its leaf does not create a job");
  }
  const isCustomer = verifyMembership({ proof, cid: text(cid), customers: entry.customers });
  const [count, root] = readSubtree(customers);
  const [entryCount, entryRoot] = readSubtree(entry.customers);
  const agrees = count === entryCount && equal(root, entryRoot) && job_id === entry.job_id;
  if (!agrees || index !== proved.index || is_customer !== isCustomer) {
    throw bad("says something else than it proves");
  }
  // Last: that the key is another one matters only if all else is sound.
  if (expected && !isSameKey(parseVerifierKey(text(key)), parseVerifierKey(expected))) {
    throw new VerifyError("key", `its key is ${key}, and not ${expected}`);
  }
  return { cid: text(cid), isCustomer, jobId: text(job_id), customerCount: count, ...proved };
}

/**
 * @param {unknown} member
 * @param {number} count
 * @param {Uint8Array} root
 * @returns {Member}
 */
function readMember(member, count, root) {
  if (!hasExactly(member, "cid", "path", "position")) {
    throw malformed("membership", "a member must have cid, path and position");
  }
  const path = pathFromHex(member.path, "membership");
  const cid = utf8(/** @type {string} */ (member.cid));
  const position = /** @type {number} */ (member.position);
  checkInclusion({ index: position, size: count, path, leaf: leafHash(cid), root });
  return { cid, position };
}

/**
 * @param {unknown} subtree
 * @returns {[number, Uint8Array]}
 */
function readSubtree(subtree) {
  if (!hasExactly(subtree, "count", "root") || !isCount(subtree.count)) {
    throw malformed("customers", "must be a count and a root");
  }
  return [Number(subtree.count), hashFromHex(subtree.root, "customers")];
}

/**
 * @template {string} N
 * @param {unknown} value
 * @param {N[]} names
 * @returns {value is Record<N, unknown>}
 */
const hasExactly = (value, ...names) =>
  isObject(value) &&
  Object.keys(value).length === names.length &&
  names.every((name) => Object.hasOwn(value, name));

const noProof = () =>
  new VerifyError("shape", "it proves neither that it is one nor that it is none");
