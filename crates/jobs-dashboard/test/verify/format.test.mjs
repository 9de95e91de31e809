// The vectors of docs/format.md, read out of the page, against the verifier.
import assert from "node:assert/strict";
import { test } from "node:test";
import * as verify from "../../web/verify/index.js";
import { leafHash, rootOf } from "../../web/verify/merkle.js";
import { base64, block, formatBlocks, hex, Signer, unhex } from "./helpers.mjs";

const leaves = [0, 1, 2].map((n) => block(`leaf-${n}`));
const key = block("verifier-key");
const checkpoint = `${block("checkpoint")}\n`;
const receipt = `${block("receipt-0")}\n`;
const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);

test("the leaves have the hashes and the root of the page", () => {
  assert.equal(leaves.map((leaf) => hex(leafHash(bytes(leaf)))).join("\n"), block("leaf-hashes"));
  assert.equal(hex(rootOf(leaves.map(bytes))), block("root"));
});

test("entries that say what the leaves say have these leaves", () => {
  for (const leaf of leaves) {
    const { v, ...entry } = JSON.parse(leaf);
    assert.equal(v, 1);
    assert.equal(verify.leafOf({ ...entry, index: 0, path: [] }), leaf);
  }
});

test("customers and outcomes have the roots that the leaves name", () => {
  const customers = verify.customersOf(JSON.parse(block("customers")));
  assert.deepEqual(customers, JSON.parse(leaves[0]).customers);
  const outcomes = verify.outcomesOf(JSON.parse(block("outcomes")));
  assert.deepEqual(outcomes, JSON.parse(leaves[2]).outcomes);
  assert.equal(verify.canonical(JSON.parse(block("outcomes"))), block("outcomes"));
});

test("the seed makes the key and the checkpoint", () => {
  const signer = new Signer("example.com/jobs", unhex(block("seed").replaceAll(" ", "")));
  assert.equal(signer.key, key);
  assert.equal(signer.checkpoint(leaves), checkpoint);
});

test("the checkpoint is signed with the key", async () => {
  const found = await verify.verifyCheckpoint(checkpoint, key);
  assert.deepEqual(found, { origin: "example.com/jobs", size: 3, root: block("root") });
  assert.equal(verify.parseVerifierKey(key).id, "7207a624");
});

test("the receipt proves entry 0, and no other", async () => {
  const proved = await verify.verifyReceipt({ receipt, leaf: leaves[0], key });
  assert.deepEqual(proved, { index: 0, checkpoint: verify.parseCheckpoint(checkpoint).checkpoint });
  for (const leaf of leaves.slice(1)) {
    await assert.rejects(verify.verifyReceipt({ receipt, leaf, key }), { code: "root" });
  }
});

test("the entry is verified with the path of the receipt", async () => {
  const { v, ...entry } = JSON.parse(leaves[0]);
  assert.equal(v, 1);
  const path = verify.parseReceipt(receipt).path.map(hex);
  const proved = await verify.verifyEntry({ entry: { index: 0, ...entry, path }, checkpoint, key });
  assert.equal(proved.leaf, leaves[0]);
  assert.equal(base64(unhex(proved.checkpoint.root)), checkpoint.split("\n")[2]);
});

test("5001 is a customer and 5003 is not", () => {
  const { customers } = JSON.parse(leaves[0]);
  const is = (/** @type {string} */ name, /** @type {string} */ cid) =>
    verify.verifyMembership({ proof: JSON.parse(block(name)), cid, customers });
  assert.equal(is("member", "5001"), true);
  assert.equal(is("not-member", "5003"), false);
});

test("the file about 5003 proves that", async () => {
  const { isCustomer, cid, index, jobId, customerCount } = await verify.verifyCustomerProof(
    block("customer-proof"),
    key,
  );
  assert.deepEqual([isCustomer, cid, index, customerCount], [false, "5003", 0, 2]);
  assert.equal(jobId, "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3");
});

test("no vector of the page is forgotten", () => {
  const tested = ["leaf-0", "leaf-1", "leaf-2", "leaf-hashes", "root", "customers", "outcomes"];
  tested.push("seed", "verifier-key", "checkpoint", "receipt-0", "member", "not-member");
  tested.push("customer-proof");
  // The verifier reads no tiles.
  const others = ["tile-path", "entry-bundle"];
  assert.deepEqual([...formatBlocks().keys()].sort(), [...tested, ...others].sort());
});
