// What the browser makes of the ledger at each visit: first visit, growth, and every alarm.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../web/lib/problem.js";
import { compare, evidenceOf, isAlarm, sizeOf, toKeep } from "../web/lib/ledger-proof.js";
import { hex, naive, Signer } from "./verify/helpers.mjs";

const NAME = "example.com/jobs";
const AT = "2026-11-30T00:00:00.000Z";
const signer = new Signer(NAME, 1);
const other = new Signer(NAME, 2);
const leaves = Array.from({ length: 40 }, (_, n) => `leaf ${n}`);
const forged = leaves.map((leaf, n) => (n === 3 ? "another leaf" : leaf));

/** @param {number} size */
const keptAt = (size, by = signer, of = leaves) => ({
  key: by.key,
  checkpoint: by.checkpoint(of.slice(0, size)),
  at: AT,
});

/** @param {number} size */
const seenAt = (size, by = signer, of = leaves) => ({
  checkpoint: by.checkpoint(of.slice(0, size)),
  keys: { "/log/key": by.key, "/v1/meta": by.key },
});

/** What a server answers whose ledger has these leaves. */
const serving =
  (of = leaves) =>
  async (/** @type {number} */ from, /** @type {number} */ to) => ({
    path: naive.consistency(from, of.slice(0, to).map(Buffer.from)).map(hex),
  });

/** @param {number} status */
const refusing = (status) => async () => {
  throw new Problem({ status });
};

const unasked = async () => assert.fail("no path is needed");

test("the first visit keeps the key and the checkpoint", async () => {
  const finding = await compare(null, seenAt(7), unasked);
  assert.equal(finding.kind, "first");
  assert(!isAlarm(finding));
  assert.deepEqual(toKeep(finding, null, null, AT), keptAt(7));
});

test("growth is proved, and the newer checkpoint is kept", async () => {
  for (const [from, to] of [
    [0, 7],
    [7, 7],
    [1, 2],
    [8, 40],
    [13, 40],
  ]) {
    const finding = await compare(keptAt(from), seenAt(to), serving());
    assert.deepEqual([finding.kind, finding.from, finding.to], ["extends", from, to]);
    assert.deepEqual(toKeep(finding, keptAt(from), keptAt(from), AT), keptAt(to));
  }
});

test("fewer entries, other entries, another key and a false signature are alarms", async () => {
  const falsified = seenAt(7);
  falsified.checkpoint = falsified.checkpoint.replace("\n7\n", "\n8\n");
  const divided = { ...seenAt(9), keys: { "/log/key": signer.key, "/v1/meta": other.key } };
  const cases = /** @type {[string, any, any, any][]} */ ([
    ["shrunk", keptAt(9), seenAt(8), unasked],
    ["forked", keptAt(9), seenAt(9, signer, forged), unasked],
    ["forked", keptAt(9), seenAt(20, signer, forged), serving(forged)],
    ["forked", keptAt(9), seenAt(20, signer, forged), serving()],
    ["forked", keptAt(9), seenAt(20), async () => ({ path: ["00"] })],
    ["malformed", keptAt(9), seenAt(20), async () => undefined],
    ["malformed", keptAt(9), seenAt(20), async () => null],
    ["malformed", keptAt(9), seenAt(20), () => Promise.reject(new TypeError("no answer"))],
    ["malformed", keptAt(9), seenAt(20), async () => ({ path: [1] })],
    ["malformed", keptAt(9), { ...seenAt(20), keys: { overview: undefined } }, unasked],
    ["malformed", keptAt(9), { ...seenAt(20), checkpoint: null }, unasked],
    ["withheld", keptAt(9), seenAt(20), refusing(503)],
    ["withheld", keptAt(9), seenAt(20), refusing(404)],
    ["damaged", { key: "x", checkpoint: "y", at: AT }, seenAt(9), unasked],
    ["damaged", { ...keptAt(9, other), key: signer.key }, seenAt(9), unasked],
    ["damaged", {}, seenAt(9), unasked],
    ["key", keptAt(9), seenAt(20, other), serving()],
    ["key", keptAt(9), divided, serving()],
    ["key", null, divided, serving()],
    ["signature", keptAt(7), falsified, serving()],
    ["signature", keptAt(7), { ...seenAt(9), checkpoint: "<html>" }, serving()],
    ["signature", null, { ...seenAt(9), checkpoint: other.checkpoint(leaves) }, serving()],
  ]);
  for (const [kind, kept, seen, prove] of cases) {
    const finding = await compare(kept, seen, prove);
    assert.equal(finding.kind, kind);
    assert(isAlarm(finding));
    assert.equal(toKeep(finding, kept, kept, AT), null, "what was kept stays");
    const evidence = evidenceOf(finding, "http://localhost", AT);
    assert.equal(evidence.finding, kind);
    assert.equal(evidence.kept_by_this_browser?.checkpoint, kept?.checkpoint);
    assert.equal(evidence.shown_by_the_server.checkpoint, seen.checkpoint);
  }
});

test("that nobody is reached, or nobody let in, is no finding", async () => {
  await assert.rejects(compare(keptAt(9), seenAt(20), refusing(0)), Problem);
  await assert.rejects(compare(keptAt(9), seenAt(20), refusing(401)), Problem);
  const reader = await compare(keptAt(9), seenAt(20), refusing(401), { isReader: true });
  assert.equal(reader.kind, "withheld", "the same user read a job a moment ago");
});

test("a key that the user entered is expected from the first visit on", async () => {
  const pin = { pin: other.key };
  assert.equal((await compare(null, seenAt(9), unasked, pin)).kind, "key");
  assert.equal((await compare(keptAt(9), seenAt(9), unasked, pin)).kind, "key");
  assert.equal((await compare(null, seenAt(9, other), unasked, pin)).kind, "first");
  assert.equal((await compare(keptAt(9), seenAt(9, other), unasked, pin)).kind, "key");
});

test("what another tab kept meanwhile is not replaced by less", async () => {
  const finding = await compare(keptAt(9), seenAt(20), serving());
  assert.equal(toKeep(finding, keptAt(9), keptAt(30), AT), null);
  assert.equal(toKeep(finding, keptAt(9), keptAt(12, other), AT), null, "a key it accepted");
  assert.deepEqual(toKeep(finding, keptAt(9), keptAt(12), AT), keptAt(20));
});

test("what is no checkpoint has no size", () => {
  assert.equal(sizeOf("no checkpoint"), 0);
  assert.equal(sizeOf(undefined), 0);
});
