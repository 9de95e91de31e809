// Ed25519: the vectors of RFC 8032, and what a strict verifier refuses, by both engines.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { byNoble, byWebCrypto, isGenuine, isKey } from "../../web/verify/ed25519.js";
import { Point } from "../../web/vendor/noble/ed25519.js";
import { sha512 } from "../../web/vendor/noble/sha2.js";
import { block, flip, hex, Signer, unhex } from "./helpers.mjs";

const ENGINES = { byNoble, byWebCrypto };
const { n: ORDER } = Point.CURVE();
const P = 2n ** 255n - 19n;

/** RFC 8032, section 7.1: secret key, public key, message, signature. */
const VECTORS = [
  [
    "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
    "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
    "",
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155" +
      "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
  ],
  [
    "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
    "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
    "72",
    "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da" +
      "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
  ],
  [
    "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
    "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
    "af82",
    "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac" +
      "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a",
  ],
  [
    "833fe62409237b9d62ec77587520911e9a759cec1d19755b7da901b96dca3d42",
    "ec172b93ad5e563bf4932c70e1245034c35467ef2efd4d64ebf819683467e2bf",
    hex(sha512(Buffer.from("abc"))),
    "dc2a4459e7369633a52b1bf277839a00201009a3efbf3ecb69bea2186c26b589" +
      "09351fc9ac90b3ecfdfbc7c66431e0303dca179c138ac17ad9bef1177331a704",
  ],
];

/** @param {bigint} number @param {number} [length] */
const little = (number, length = 32) =>
  Uint8Array.from({ length }, (_, n) => Number((number >> BigInt(8 * n)) & 255n));

/** @param {Uint8Array} bytes */
const big = (bytes) => bytes.reduceRight((all, byte) => all * 256n + BigInt(byte), 0n);

/** @param {Uint8Array} r @param {Uint8Array} key @param {Uint8Array} message */
const challenge = (r, key, message) => big(sha512(Buffer.concat([r, key, message]))) % ORDER;

/** @param {Uint8Array} r @param {bigint} s */
const join = (r, s) => Uint8Array.from([...r, ...little(s % ORDER)]);

/** The points of order 1, 2, 4 and 8, from the first point that is not in the prime subgroup. */
function torsion() {
  for (let y = 2n; ; y += 1n) {
    let point;
    try {
      point = Point.fromBytes(little(y));
    } catch {
      continue;
    }
    const small = point.multiply(ORDER - 1n, false).add(point);
    const all = Array.from({ length: 8 }, (_, n) => small.multiply(BigInt(n), false));
    if (new Set(all.map((one) => hex(one.toBytes()))).size === 8) return all;
  }
}

const SMALL = torsion();
const secret = 1234567890123456789012345678901234567890n;
const honest = Point.BASE.multiply(secret, false);
const nonce = 987654321987654321987654321987654321n;

/** The first message for which `fits`. @param {(message: Uint8Array) => boolean} fits */
function messageFor(fits) {
  for (let n = 0; n < 1000; n += 1) {
    const message = Uint8Array.of(n >> 8, n & 255);
    if (fits(message)) return message;
  }
  throw new Error("no message fits");
}

test("the vectors of RFC 8032 are genuine, and no bit of them can be changed", async () => {
  for (const [n, [seed, key, message, signature]] of VECTORS.entries()) {
    const signer = new Signer("rfc", unhex(seed));
    assert.equal(hex(signer.public), key);
    assert.equal(hex(signer.sign(unhex(message))), signature);
    for (const engine of Object.values(ENGINES)) {
      assert(await isGenuine(unhex(signature), unhex(message), unhex(key), engine));
      for (let bit = 0; bit < 512; bit += n === 0 ? 1 : 13) {
        const wrong = flip(unhex(signature), bit);
        assert(!(await isGenuine(wrong, unhex(message), unhex(key), engine)), `bit ${bit}`);
      }
      for (let bit = 0; bit < 256; bit += n === 0 ? 1 : 13) {
        const wrong = flip(unhex(key), bit);
        assert(!(await isGenuine(unhex(signature), unhex(message), wrong, engine)), `bit ${bit}`);
      }
      const longer = Uint8Array.from([...unhex(message), 0]);
      assert(!(await isGenuine(unhex(signature), longer, unhex(key), engine)));
    }
  }
});

test("signatures and keys of another length are refused", async () => {
  const [, key, message, signature] = VECTORS[2].map(unhex);
  for (const wrong of [signature.slice(1), signature.slice(0, 63), new Uint8Array(), key]) {
    assert.equal(await isGenuine(wrong, message, key), false);
  }
  const longer = Uint8Array.from([...signature, 0]);
  assert.equal(await isGenuine(longer, message, key), false);
  assert.equal(await isGenuine(signature, message, key.slice(1)), false);
  assert.equal(await isGenuine(signature, message, Uint8Array.from([...key, 0])), false);
});

test("an S that is not below the order is refused", async () => {
  const [, key, message, signature] = VECTORS[2].map(unhex);
  const s = big(signature.slice(32));
  for (const engine of Object.values(ENGINES)) {
    const more = Uint8Array.from([...signature.slice(0, 32), ...little(s + ORDER)]);
    assert.equal(await isGenuine(more, message, key, engine), false);
  }
});

test("keys of small order, and points that are not canonical, are no keys", () => {
  assert(isKey(honest.toBytes()));
  for (const point of SMALL) assert(!isKey(point.toBytes()), hex(point.toBytes()));
  // x is 0 and has a sign; y is p or more; no point has this y.
  const sign = 2n ** 255n;
  for (const y of [1n + sign, P - 1n + sign, P, P + 1n, P + sign, P + 1n + sign]) {
    assert(!isKey(little(y)), String(y));
  }
  let large = 0;
  for (let y = 2n; y < 19n; y += 1n) {
    if (isKey(little(y))) large += 1;
    assert(!isKey(little(y + P)), `p + ${y}`);
  }
  assert(large > 0, "no small y is that of a key, so this tests nothing");
  for (const length of [0, 31, 33]) assert(!isKey(new Uint8Array(length)));
});

test("a key of small order signs nothing, although the equation holds", async () => {
  for (const point of SMALL) {
    const key = point.toBytes();
    const r = Point.BASE.multiply(nonce, false).toBytes();
    const message = messageFor((bytes) => challenge(r, key, bytes) % 8n === 0n);
    const signature = join(r, nonce);
    assert(await byNoble(signature, message, key), "the case is not what it should be");
    for (const engine of Object.values(ENGINES)) {
      assert.equal(await isGenuine(signature, message, key, engine), false);
    }
  }
});

test("an R of small order signs nothing, although the equation holds", async () => {
  const key = honest.toBytes();
  const r = Point.BASE.multiply(0n, false).toBytes();
  const message = Uint8Array.of(1);
  const signature = join(r, challenge(r, key, message) * secret);
  assert(await byNoble(signature, message, key), "the case is not what it should be");
  for (const engine of Object.values(ENGINES)) {
    assert.equal(await isGenuine(signature, message, key, engine), false);
  }
});

test("the equation is the one without the cofactor", async () => {
  const mixed = honest.add(SMALL[1]).toBytes();
  const r = Point.BASE.multiply(nonce, false).toBytes();
  const sign = (/** @type {Uint8Array} */ message) =>
    join(r, nonce + challenge(r, mixed, message) * secret);
  // What is left of the key's part of small order is [k]T: nothing if 8 divides k.
  const holds = messageFor((bytes) => challenge(r, mixed, bytes) % 8n === 0n);
  const fails = messageFor((bytes) => challenge(r, mixed, bytes) % 8n === 4n);
  for (const [name, engine] of Object.entries(ENGINES)) {
    assert.equal(await isGenuine(sign(holds), holds, mixed, engine), true, name);
    assert.equal(await isGenuine(sign(fails), fails, mixed, engine), false, name);
  }
  const mixedR = Point.BASE.multiply(nonce, false).add(SMALL[3]).toBytes();
  const message = Uint8Array.of(5);
  const key = honest.toBytes();
  const signature = join(mixedR, nonce + challenge(mixedR, key, message) * secret);
  for (const [name, engine] of Object.entries(ENGINES)) {
    assert.equal(await isGenuine(signature, message, key, engine), false, name);
  }
});

test("both engines agree on random signatures", async () => {
  for (let n = 0; n < 30; n += 1) {
    const signer = new Signer("random", n);
    const message = new Uint8Array(n * 17).fill(n);
    const signature = signer.sign(message);
    for (const engine of Object.values(ENGINES)) {
      assert(await isGenuine(signature, message, signer.public, engine));
      const wrong = flip(signature, (n * 37) % 512);
      assert(!(await isGenuine(wrong, message, signer.public, engine)));
    }
  }
});

/** What the page has instead of the WebCrypto that works. */
const WITHOUT = {
  "plain HTTP": "undefined",
  "no Ed25519": "{ subtle: { importKey: async () => { throw new Error('NotSupported'); } } }",
  "takes everything": "{ subtle: { importKey: async () => ({}), verify: async () => true } }",
  "takes nothing": "{ subtle: { importKey: async () => ({}), verify: async () => false } }",
};

for (const [name, crypto] of Object.entries(WITHOUT)) {
  test(`a checkpoint is verified without WebCrypto: ${name}`, () => {
    const index = new URL("../../web/verify/index.js", import.meta.url);
    const good = `${block("checkpoint")}\n`;
    const program = `
      Object.defineProperty(globalThis, "crypto", { value: ${crypto} });
      const { verifyCheckpoint } = await import(${JSON.stringify(index)});
      const key = ${JSON.stringify(block("verifier-key"))};
      const good = ${JSON.stringify(good)};
      const { size } = await verifyCheckpoint(good, key);
      const bad = good.replace("\\n3\\n", "\\n4\\n");
      const code = await verifyCheckpoint(bad, key).catch((error) => error.code);
      console.log(size, code);`;
    const run = ["--input-type=module", "--eval", program];
    assert.equal(execFileSync(process.execPath, run, { encoding: "utf8" }), "3 signature\n");
  });
}
