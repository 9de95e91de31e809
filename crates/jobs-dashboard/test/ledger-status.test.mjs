// The one line about the ledger, and what those are told who are not signed in.
import assert from "node:assert/strict";
import { test } from "node:test";
import { statusOf } from "../web/lib/ledger-status.js";
import { LedgerWatch } from "../web/lib/ledger-watch.js";
import { Problem } from "../web/lib/problem.js";
import { Signer } from "./verify/helpers.mjs";

const signer = new Signer("example.com/jobs", 1);
const leaves = Array.from({ length: 9 }, (_, n) => `leaf ${n}`);

/** @param {string[]} of */
const keptOf = (of, by = signer) => ({ key: by.key, checkpoint: by.checkpoint(of), at: "" });

/**
 * A visit without a sign-in to a server that has these entries.
 * @param {ReturnType<typeof keptOf> | null} kept
 * @param {ReturnType<typeof keptOf>} shown
 */
async function visit(kept, shown) {
  const stored = /** @type {Record<string, any>} */ ({ ledger: kept });
  const ledger = new LedgerWatch({
    prove: async () => {
      throw new Problem({ status: 401 });
    },
    kept: (name) => stored[name] ?? null,
    keptText: (name) => (stored[name] ? JSON.stringify(stored[name]) : null),
    keep: (name, value) => (stored[name] = value),
    now: () => 0,
    later: () => assert.fail("nothing is asked again"),
  });
  const { key, checkpoint } = shown;
  await ledger.watch(kept, { checkpoint, keys: { "/log/key": key } });
  const state = ledger.state.get();
  return { state, stored, status: statusOf(state, kept, false) };
}

test("another key, fewer entries and other entries are alarms before the sign-in", async () => {
  const kept = keptOf(leaves.slice(0, 7));
  const others = ["another", ...leaves.slice(1, 7)];
  for (const [shown, kind] of /** @type {const} */ ([
    [keptOf(leaves, new Signer("example.com/jobs", 2)), "key"],
    [keptOf(leaves.slice(0, 5)), "shrunk"],
    [keptOf(others), "forked"],
  ])) {
    const { state, stored, status } = await visit(kept, shown);
    assert.equal(state.alarm?.finding.kind, kind);
    assert.deepEqual(status, { name: "alarm" });
    assert.deepEqual(stored.ledger, kept);
  }
});

test("a larger ledger is left to be compared after the sign-in", async () => {
  const kept = keptOf(leaves.slice(0, 7));
  const { state, stored, status } = await visit(kept, keptOf(leaves));
  assert.deepEqual([state.alarm, state.warning], [null, null]);
  assert.deepEqual(status, { name: "signedOut" });
  assert.deepEqual(statusOf(state, kept, true), { name: "unchecked" });
  assert.deepEqual(stored.ledger, kept);
});

test("the same ledger, a first visit, and growth are said with their numbers", async () => {
  const kept = keptOf(leaves.slice(0, 7));
  const same = await visit(kept, kept);
  assert.deepEqual(same.status, { name: "same", values: { n: 7 } });
  const first = await visit(null, kept);
  assert.deepEqual(first.status, { name: "first", values: { n: 7 } });
  const before = keptOf(leaves.slice(0, 3));
  assert.deepEqual(statusOf(same.state, before, true), {
    name: "grown",
    values: { from: 3, to: 7 },
  });
});

test("nothing is said before the first look", () => {
  const none = { finding: null, alarm: null, warning: null, isUnchecked: false };
  assert.equal(statusOf({ ...none, connected: new Set() }, null, true), null);
});
