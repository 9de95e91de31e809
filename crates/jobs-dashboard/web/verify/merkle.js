// The Merkle tree of RFC 6962, section 2.1, and its proofs, checked as RFC 9162 says.
import { equal } from "./bytes.js";
import { VerifyError } from "./error.js";
import { sha256 } from "./sha256.js";

/** The root of no leaves. */
export const EMPTY_ROOT = sha256(new Uint8Array());

/** Where the bytes of an inner node are put together: a new array for each would take longer. */
const NODE = new Uint8Array(65);
NODE[0] = 1;

/**
 * The hash of a leaf: of its bytes after a 0, which keeps a node from passing for a leaf.
 * @param {Uint8Array} leaf
 */
export function leafHash(leaf) {
  const bytes = new Uint8Array(1 + leaf.length);
  bytes.set(leaf, 1);
  return sha256(bytes);
}

/**
 * The hash of an inner node: of two hashes after a 1.
 * @param {Uint8Array} left
 * @param {Uint8Array} right
 */
function nodeHash(left, right) {
  NODE.set(left, 1);
  NODE.set(right, 33);
  return sha256(NODE);
}

/**
 * The root over leaves in their order. Takes memory for the depth of the tree only.
 * @param {Iterable<Uint8Array>} leaves
 */
export function rootOf(leaves) {
  /**
   * The roots of the whole subtrees so far, the largest first.
   * @type {Uint8Array[]}
   */
  const edge = [];
  const join = (/** @type {Uint8Array} */ right) => {
    const left = edge.pop();
    return left ? nodeHash(left, right) : right;
  };
  let count = 0;
  for (const leaf of leaves) {
    let hash = leafHash(leaf);
    // Each 1 at the end of the count is a whole subtree as large as this one.
    for (let rest = count; rest % 2 === 1; rest = half(rest)) hash = join(hash);
    edge.push(hash);
    count += 1;
  }
  let root = edge.pop() ?? EMPTY_ROOT;
  while (edge.length) root = join(root);
  return root;
}

/**
 * Checks that the leaf with hash `leaf` is at `index` in the tree of `size` leaves with this root:
 * RFC 9162, section 2.1.3.2.
 * @param {object} proof
 * @param {number} proof.index
 * @param {number} proof.size
 * @param {Uint8Array[]} proof.path
 * @param {Uint8Array} proof.leaf
 * @param {Uint8Array} proof.root
 * @throws {VerifyError} `shape` or `root`
 */
export function checkInclusion({ index, size, path, leaf, root }) {
  if (!isCount(index) || !isCount(size) || index >= size) throw shape();
  let [node, last, hash] = [index, size - 1, leaf];
  for (const sibling of path) {
    if (last === 0) throw shape();
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sibling, hash);
      [node, last] = pastEdge(node, last);
    } else {
      hash = nodeHash(hash, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw shape();
  if (!equal(hash, root)) throw otherRoot();
}

/**
 * Checks that the tree of `to` leaves begins with that of `from` leaves and the root `old`: RFC
 * 9162, section 2.1.4.2. Every tree begins with the empty one and with itself; then the path is
 * empty.
 * @param {object} proof
 * @param {number} proof.from
 * @param {number} proof.to
 * @param {Uint8Array[]} proof.path
 * @param {Uint8Array} proof.old
 * @param {Uint8Array} proof.root
 * @throws {VerifyError} `shape` or `root`
 */
export function checkConsistency({ from, to, path, old, root }) {
  if (!isCount(from) || !isCount(to) || from > to) throw shape();
  if (from === 0 || from === to) {
    if (path.length) throw shape();
    if (!equal(old, from === 0 ? EMPTY_ROOT : root)) throw otherRoot();
    return;
  }
  let [node, last] = [from - 1, to - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // If the old tree is one whole subtree, `node` is 0 now, and its root is the first hash.
  const [first, ...rest] = node === 0 ? [old, ...path] : path;
  if (!first) throw shape();
  let [ofOld, ofNew] = [first, first];
  for (const sibling of rest) {
    if (last === 0) throw shape();
    if (node % 2 === 1 || node === last) {
      ofOld = nodeHash(sibling, ofOld);
      ofNew = nodeHash(sibling, ofNew);
      [node, last] = pastEdge(node, last);
    } else {
      ofNew = nodeHash(ofNew, sibling);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) throw shape();
  if (!equal(ofOld, old) || !equal(ofNew, root)) throw otherRoot();
}

/**
 * Up to the level where the node is a right one, or the first: a node at the ragged edge has no
 * sibling below that.
 * @param {number} node
 * @param {number} last
 */
function pastEdge(node, last) {
  while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
  return [node, last];
}

/**
 * Not `>> 1`, which is of 32 bits.
 * @param {number} number
 */
const half = (number) => Math.floor(number / 2);

/** @param {unknown} number */
export const isCount = (number) => Number.isSafeInteger(number) && Number(number) >= 0;

const shape = () =>
  new VerifyError("shape", "the proof does not have the shape that its numbers call for");

const otherRoot = () =>
  new VerifyError("root", "the proof leads to another root: this is not what was recorded");
