// Trees and proofs: published vectors, a naive implementation, and proofs with something wrong.
import assert from "node:assert/strict";
import { test } from "node:test";
import { checkConsistency, checkInclusion, leafHash, rootOf } from "../../web/verify/merkle.js";
import { flip, hex, naive, random, refuses, sha256, unhex } from "./helpers.mjs";

/** The leaves and proofs that certificate-transparency projects publish as test data. */
const LEAVES = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657"];
LEAVES.push("606162636465666768696a6b6c6d6e6f");
const HASHES = {
  "0:1": "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
  "1:2": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
  "0:2": "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
  "2:4": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
  "4:5": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
  "4:6": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
  "6:8": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
  "0:4": "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
  "4:8": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
  "0:8": "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
};

const published = LEAVES.map(unhex);
const hashes = (/** @type {(keyof typeof HASHES)[]} */ ...names) =>
  names.map((name) => unhex(HASHES[name]));

/** @param {number} count @param {number} [seed] */
const some = (count, seed = 0) =>
  Array.from({ length: count }, (_, n) => sha256(`leaf ${seed} ${n}`).slice(0, n % 33));

test("published roots are met", () => {
  for (const [range, expected] of Object.entries(HASHES)) {
    const [from, to] = range.split(":").map(Number);
    assert.equal(hex(rootOf(published.slice(from, to))), expected, range);
  }
  assert.equal(hex(rootOf([])), hex(sha256()));
});

test("published proofs are accepted", () => {
  const root = (/** @type {number} */ size) => rootOf(published.slice(0, size));
  for (const [index, size, path] of /** @type {[number, number, Uint8Array[]][]} */ ([
    [0, 1, []],
    [0, 8, hashes("1:2", "2:4", "4:8")],
    [5, 8, hashes("4:5", "6:8", "0:4")],
    [2, 3, hashes("0:2")],
    [4, 5, hashes("0:4")],
  ])) {
    checkInclusion({ index, size, path, leaf: leafHash(published[index]), root: root(size) });
  }
  for (const [from, to, path] of /** @type {[number, number, Uint8Array[]][]} */ ([
    [1, 1, []],
    [1, 8, hashes("1:2", "2:4", "4:8")],
    [6, 8, hashes("4:6", "6:8", "0:4")],
    [2, 5, hashes("2:4", "4:5")],
  ])) {
    checkConsistency({ from, to, path, old: root(from), root: root(to) });
  }
});

test("all trees of up to 40 leaves agree with a naive implementation", () => {
  for (let size = 0; size <= 40; size += 1) {
    const leaves = some(size);
    const root = naive.root(leaves);
    assert.equal(hex(rootOf(leaves)), hex(root), `size ${size}`);
    leaves.forEach((leaf, index) => {
      const path = naive.inclusion(index, leaves);
      checkInclusion({ index, size, path, leaf: leafHash(leaf), root });
    });
    for (let from = 0; from <= size; from += 1) {
      const path = naive.consistency(from, leaves);
      checkConsistency({ from, to: size, path, old: naive.root(leaves.slice(0, from)), root });
    }
  }
});

test("random larger trees agree with a naive implementation", () => {
  const number = random(2);
  for (let round = 0; round < 12; round += 1) {
    const size = 41 + number(1500);
    const leaves = some(size, round);
    const root = naive.root(leaves);
    assert.equal(hex(rootOf(leaves)), hex(root));
    for (let n = 0; n < 8; n += 1) {
      const index = number(size);
      const path = naive.inclusion(index, leaves);
      checkInclusion({ index, size, path, leaf: leafHash(leaves[index]), root });
      const from = 1 + number(size);
      const proof = naive.consistency(from, leaves);
      const old = naive.root(leaves.slice(0, from));
      checkConsistency({ from, to: size, path: proof, old, root });
    }
  }
});

test("each wrong bit, hash and number is refused", async () => {
  for (const size of [1, 2, 3, 5, 6, 7, 8, 13]) {
    const leaves = some(size);
    const root = naive.root(leaves);
    for (let index = 0; index < size; index += 1) {
      const leaf = leafHash(leaves[index]);
      const path = naive.inclusion(index, leaves);
      const good = { index, size, path, leaf, root };
      for (const wrong of wrongPaths(path)) {
        await refuses(() => checkInclusion({ ...good, path: wrong }), ["root", "shape"]);
      }
      for (let bit = 0; bit < 256; bit += 1) {
        await refuses(() => checkInclusion({ ...good, leaf: flip(leaf, bit) }), "root");
        await refuses(() => checkInclusion({ ...good, root: flip(root, bit) }), "root");
      }
      for (let other = -1; other <= size + 1; other += 1) {
        if (other === index) continue;
        const run = () => checkInclusion({ ...good, index: other });
        await refuses(run, ["root", "shape"], `${other} for ${index} of ${size}`);
      }
      for (const bad of [0.5, NaN, -1, 2 ** 53, Infinity]) {
        await refuses(() => checkInclusion({ ...good, index: bad }), "shape");
        await refuses(() => checkInclusion({ ...good, size: bad }), "shape");
      }
    }
  }
});

test("each wrong bit, hash and number of a consistency proof is refused", async () => {
  for (const to of [1, 2, 3, 5, 6, 7, 8, 13]) {
    const leaves = some(to);
    const root = naive.root(leaves);
    for (let from = 0; from <= to; from += 1) {
      const old = naive.root(leaves.slice(0, from));
      const path = naive.consistency(from, leaves);
      const good = { from, to, path, old, root };
      for (const wrong of wrongPaths(path)) {
        await refuses(() => checkConsistency({ ...good, path: wrong }), ["root", "shape"]);
      }
      for (let bit = 0; bit < 256; bit += 1) {
        await refuses(() => checkConsistency({ ...good, old: flip(old, bit) }), "root");
        // Every tree begins with the empty one, whatever its root is.
        if (from === 0) continue;
        await refuses(() => checkConsistency({ ...good, root: flip(root, bit) }), "root");
      }
      await refuses(() => checkConsistency({ ...good, from: to + 1 }), "shape");
      for (const bad of [0.5, NaN, -1, 2 ** 53]) {
        await refuses(() => checkConsistency({ ...good, from: bad }), "shape");
        await refuses(() => checkConsistency({ ...good, to: bad }), "shape");
      }
    }
  }
});

test("a proof of another tree's size is refused, although it leads to the root", async () => {
  const leaves = some(4);
  const [a, b, c, d] = leaves.map(leafHash);
  const above = sha256("a subtree to the left");
  const pair = { leaf: b, root: naive.root(leaves.slice(0, 2)), path: [a] };
  checkInclusion({ ...pair, index: 1, size: 2 });
  await refuses(() => checkInclusion({ ...pair, index: 0, size: 1 }), "shape");
  await refuses(() => checkInclusion({ ...pair, index: 1, size: 4 }), "shape");
  const old = naive.root(leaves.slice(0, 3));
  const grown = { from: 3, to: 4, path: [c, d, naive.root(leaves.slice(0, 2))] };
  checkConsistency({ ...grown, old, root: naive.root(leaves) });
  const larger = {
    path: [...grown.path, above],
    old: sha256("\x01", above, old),
    root: sha256("\x01", above, naive.root(leaves)),
  };
  await refuses(() => checkConsistency({ ...grown, ...larger }), "shape");
  const first = { from: 1, old: a, path: [b], root: naive.root(leaves.slice(0, 2)) };
  checkConsistency({ ...first, to: 2 });
  await refuses(() => checkConsistency({ ...first, to: 4 }), "shape");
});

/** @param {Uint8Array[]} path */
function* wrongPaths(path) {
  for (let n = 0; n < path.length; n += 1) {
    for (let bit = 0; bit < 256; bit += 1) yield path.with(n, flip(path[n], bit));
    yield path.toSpliced(n, 1);
    yield path.toSpliced(n, 0, path[n]);
    if (n > 0) yield path.with(n, path[n - 1]).with(n - 1, path[n]);
  }
  yield [...path, sha256("x")];
  yield [sha256("x"), ...path];
}

test("sizes of up to 2^53 - 1 are computed without loss", async () => {
  const number = random(3);
  const bits = (/** @type {number} */ n) =>
    Array.from({ length: n }, () => BigInt(number(2))).reduce((all, bit) => all * 2n + bit, 1n);
  for (let round = 0; round < 200; round += 1) {
    const size = bits(1 + number(52));
    const index = (bits(53) * bits(53)) % size;
    const numbers = { index: Number(index), size: Number(size) };
    const path = Array.from({ length: depth(index, size) }, (_, n) => sha256(`${round} ${n}`));
    const leaf = sha256("leaf");
    const root = climb(leaf, index, size, path);
    checkInclusion({ ...numbers, path, leaf, root });
    const wrong = flip(root, number(256));
    await refuses(() => checkInclusion({ ...numbers, path, leaf, root: wrong }), "root");
  }
});

/** @param {bigint} size */
function split(size) {
  let k = 1n;
  while (k * 2n < size) k *= 2n;
  return k;
}

/** How many hashes a path has. @param {bigint} index @param {bigint} size @returns {number} */
function depth(index, size) {
  if (size === 1n) return 0;
  const k = split(size);
  return 1 + (index < k ? depth(index, k) : depth(index - k, size - k));
}

/**
 * The root to which a path leads, by recursion.
 * @param {Uint8Array} leaf
 * @param {bigint} index
 * @param {bigint} size
 * @param {Uint8Array[]} path
 * @returns {Uint8Array}
 */
function climb(leaf, index, size, path) {
  if (size === 1n) return leaf;
  const [k, last] = [split(size), path[path.length - 1]];
  return index < k
    ? sha256("\x01", climb(leaf, index, k, path.slice(0, -1)), last)
    : sha256("\x01", last, climb(leaf, index - k, size - k, path.slice(0, -1)));
}
