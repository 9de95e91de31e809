// What the tests of the verifier share: the vectors of docs/format.md, a signer, a naive tree.
import assert from "node:assert/strict";
import { createHash, createPrivateKey, createPublicKey, sign } from "node:crypto";
import { readFileSync, readdirSync } from "node:fs";
import { VerifyError } from "../../web/verify/error.js";

const ROOT = new URL("../../../../", import.meta.url);

/** The blocks of docs/format.md that have a name, by that name. */
export function formatBlocks() {
  const text = readFileSync(new URL("docs/format.md", ROOT), "utf8");
  const blocks = new Map();
  for (const [, name, block] of text.matchAll(/^```\w+ (\S+)\n(.*?)\n```$/gms)) {
    assert(!blocks.has(name), `${name} is there twice`);
    blocks.set(name, block);
  }
  return /** @type {Map<string, string>} */ (blocks);
}

/**
 * A block of docs/format.md.
 * @param {string} name
 */
export function block(name) {
  const found = formatBlocks().get(name);
  assert(found !== undefined, `docs/format.md has no ${name}`);
  return found;
}

/** The golden leaves of jobs-core, by the names of their files. */
export function goldens() {
  const folder = new URL("crates/jobs-core/tests/golden/", ROOT);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json"));
  assert(names.length >= 6);
  return new Map(names.map((name) => [name, readFileSync(new URL(name, folder), "utf8")]));
}

/** @param {(string | Uint8Array)[]} parts */
export const sha256 = (...parts) => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** @param {Uint8Array} bytes */
export const hex = (bytes) => Buffer.from(bytes).toString("hex");

/** @param {string} text */
export const unhex = (text) => Uint8Array.from(Buffer.from(text, "hex"));

/** @param {Uint8Array} bytes */
export const base64 = (bytes) => Buffer.from(bytes).toString("base64");

/**
 * With one bit changed.
 * @param {Uint8Array} bytes
 * @param {number} bit
 */
export function flip(bytes, bit) {
  const copy = Uint8Array.from(bytes);
  copy[bit >> 3] ^= 1 << (bit & 7);
  return copy;
}

/**
 * Needs a VerifyError of one of the codes.
 * @param {() => unknown} run
 * @param {string | string[]} codes
 * @param {string} [what]
 */
export async function refuses(run, codes, what) {
  /** @type {unknown} */
  let error;
  try {
    await run();
  } catch (thrown) {
    error = thrown;
  }
  assert(error, `was not refused: ${what ?? run}`);
  assert(error instanceof VerifyError, `${what ?? run}: ${error}`);
  assert([codes].flat().includes(error.code), `${what ?? run}: ${error.code}: ${error.message}`);
}

/** Random numbers that are the same in each run (mulberry32). @param {number} seed */
export function random(seed) {
  return (/** @type {number} */ below) => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A tree as RFC 6962, section 2.1, defines it, by recursion. */
export const naive = {
  /** @param {Uint8Array[]} leaves @returns {Uint8Array} */
  root(leaves) {
    if (leaves.length === 0) return sha256();
    if (leaves.length === 1) return sha256("\0", leaves[0]);
    const k = split(leaves.length);
    return sha256("\x01", naive.root(leaves.slice(0, k)), naive.root(leaves.slice(k)));
  },

  /** @param {number} m @param {Uint8Array[]} leaves @returns {Uint8Array[]} */
  inclusion(m, leaves) {
    if (leaves.length === 1) return [];
    const k = split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return m < k
      ? [...naive.inclusion(m, left), naive.root(right)]
      : [...naive.inclusion(m - k, right), naive.root(left)];
  },

  /** @param {number} m @param {Uint8Array[]} leaves @returns {Uint8Array[]} */
  consistency(m, leaves, isWhole = true) {
    if (m === 0) return [];
    if (m === leaves.length) return isWhole ? [] : [naive.root(leaves)];
    const k = split(leaves.length);
    const [left, right] = [leaves.slice(0, k), leaves.slice(k)];
    return m <= k
      ? [...naive.consistency(m, left, isWhole), naive.root(right)]
      : [...naive.consistency(m - k, right, false), naive.root(left)];
  },
};

/** The largest power of two below `size`. @param {number} size */
function split(size) {
  let k = 1;
  while (k * 2 < size) k *= 2;
  return k;
}

/** A ledger's key, made of a seed of one repeated byte, or of 32 bytes. */
export class Signer {
  /** @param {string} name @param {number | Uint8Array} seed */
  constructor(name, seed) {
    const bytes = typeof seed === "number" ? new Uint8Array(32).fill(seed) : seed;
    const prefix = Buffer.from("302e020100300506032b657004220420", "hex");
    const der = Buffer.concat([prefix, bytes]);
    this.name = name;
    this.private = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
    const spki = createPublicKey(this.private).export({ format: "der", type: "spki" });
    this.public = Uint8Array.from(spki.subarray(12));
    const typed = Buffer.concat([Buffer.of(1), this.public]);
    this.id = sha256(name, "\n", typed).slice(0, 4);
    this.key = `${name}+${hex(this.id)}+${base64(typed)}`;
  }

  /** @param {string | Uint8Array} message */
  sign(message) {
    return new Uint8Array(sign(null, Buffer.from(message), this.private));
  }

  /** A signature line. @param {string} text */
  line(text) {
    return `\u2014 ${this.name} ${base64(Buffer.concat([this.id, this.sign(text)]))}\n`;
  }

  /** @param {string} text */
  note(text) {
    return `${text}\n${this.line(text)}`;
  }

  /** The checkpoint of these leaves. @param {(string | Uint8Array)[]} leaves */
  checkpoint(leaves) {
    const root = naive.root(leaves.map((leaf) => Buffer.from(leaf)));
    return this.note(`${this.name}\n${leaves.length}\n${base64(root)}\n`);
  }
}
