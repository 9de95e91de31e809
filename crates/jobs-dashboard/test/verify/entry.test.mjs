// Entries, histories and consistency of a whole ledger, and customers that are in a job or not.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  canonical,
  customersOf,
  leafOf,
  verifyCheckpoint,
  verifyConsistency,
  verifyCustomerProof,
  verifyEntry,
  verifyHistory,
  verifyMembership,
} from "../../web/verify/index.js";
import { base64, flip, hex, naive, refuses, Signer, unhex } from "./helpers.mjs";

/** @typedef {Record<string, unknown>} Json */

const signer = new Signer("ledger.test/jobs", 7);
const key = signer.key;
const JOB = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
const OTHER = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4";
const CIDS = ["5001", "5002", "5005", "äöü", "😀"];
const time = "2026-01-28T15:04:53.003687Z";

const created = (/** @type {Json} */ more = {}) => ({
  kind: "job_created",
  recorded_at: time,
  previous: null,
  job_id: JOB,
  user_id: "vijay",
  submitted_by: null,
  action_code: 2,
  action_name: "PE-Enable",
  created_at: time,
  customer_count: CIDS.length,
  customers: customersOf(CIDS),
  source: "api",
  status: "IN_PROGRESS",
  ...more,
});

const changed = (/** @type {Json} */ more) => ({
  kind: "status_changed",
  recorded_at: time,
  job_id: JOB,
  actor: "vijay",
  cause: "reported",
  ...more,
});

const noted = (/** @type {Json} */ more) => ({
  kind: "note_added",
  recorded_at: time,
  job_id: JOB,
  actor: "vijay",
  text: "x",
  ...more,
});

/** The entries with indexes and paths, and their checkpoint. @param {Json[]} facts */
function ledgerOf(facts) {
  const leaves = facts.map((fact) => Buffer.from(leafOf(fact)));
  const entries = facts.map((fact, index) => {
    return /** @type {Json & { path: string[] }} */ ({
      index,
      ...fact,
      path: naive.inclusion(index, leaves).map(hex),
    });
  });
  return { leaves, entries, checkpoint: signer.checkpoint(leaves) };
}

const LEDGER = ledgerOf([
  created({ job_id: OTHER }),
  created(),
  noted({ previous: 1 }),
  changed({ previous: 2, status: "UNCONFIRMED", cause: "timed_out" }),
  changed({ previous: 0, status: "FAILED", job_id: OTHER }),
  noted({ previous: 3, text: "x".repeat(300) }),
  changed({ previous: 5, status: "SUCCESS", request_key: "0".repeat(64) }),
]);
const MINE = [1, 2, 3, 5, 6].map((index) => LEDGER.entries[index]);

test("entries are verified with a checkpoint as text, or as it was verified", async () => {
  const verified = await verifyCheckpoint(LEDGER.checkpoint, key);
  for (const checkpoint of [LEDGER.checkpoint, verified]) {
    for (const [index, entry] of LEDGER.entries.entries()) {
      const proved = await verifyEntry({ entry, checkpoint, key });
      assert.equal(proved.leaf, String(LEDGER.leaves[index]));
      assert.deepEqual(proved.checkpoint, verified);
      const { path, ...rest } = entry;
      await verifyEntry({ entry: rest, path, checkpoint, key });
    }
  }
});

test("each bit of a path, and each member of an entry, is needed", async () => {
  const checkpoint = await verifyCheckpoint(LEDGER.checkpoint, key);
  for (const entry of LEDGER.entries) {
    const run = (/** @type {Json} */ more) =>
      verifyEntry({ entry: { ...entry, ...more }, checkpoint, key });
    await run({});
    for (let n = 0; n < entry.path.length; n += 1) {
      for (let bit = 0; bit < 256; bit += 1) {
        const path = entry.path.with(n, hex(flip(unhex(entry.path[n]), bit)));
        await refuses(() => run({ path }), "root");
      }
      await refuses(() => run({ path: entry.path.toSpliced(n, 1) }), ["root", "shape"]);
    }
    for (const path of [undefined, null, "", {}, [1], [null], [entry.path], ["00"]]) {
      await refuses(() => run({ path }), "malformed", String(path));
    }
    for (const index of [-1, 7, 8, entry.index === 2 ? 1 : 2]) {
      await refuses(() => run({ index }), ["malformed", "root", "shape"]);
    }
    for (const index of [null, undefined, "1", 1.5]) {
      await refuses(() => run({ index }), ["malformed", "shape"]);
    }
    for (const [name, value] of Object.entries(entry)) {
      if (name === "path" || name === "index") continue;
      const wrong = typeof value === "number" ? value + 1 : `${value ?? ""}x`;
      await refuses(() => run({ [name]: wrong }), ["malformed", "root"], name);
    }
  }
});

test("an entry of an unsigned or another checkpoint is refused", async () => {
  const [entry] = MINE;
  const { checkpoint } = LEDGER;
  await refuses(
    () => verifyEntry({ entry, checkpoint, key: new Signer(signer.name, 1).key }),
    "unsigned",
  );
  const edited = checkpoint.replace("\n7\n", "\n8\n");
  await refuses(() => verifyEntry({ entry, checkpoint: edited, key }), "signature");
  const forged = { origin: signer.name, size: 7, root: hex(naive.root(LEDGER.leaves)) };
  await refuses(() => verifyEntry({ entry, checkpoint: forged, key }), "unsigned");
  const earlier = signer.checkpoint(LEDGER.leaves.slice(0, 6));
  await refuses(() => verifyEntry({ entry, checkpoint: earlier, key }), ["root", "shape"]);
  await refuses(() => verifyEntry({ entry, checkpoint, key: "" }), "malformed");
});

test("the history of a job is complete up to its last entry", async () => {
  const run = (/** @type {Json[]} */ entries) =>
    verifyHistory({ entries, checkpoint: LEDGER.checkpoint, key });
  assert.equal((await run(MINE)).size, 7);
  for (let shown = 1; shown <= MINE.length; shown += 1) await run(MINE.slice(0, shown));
  for (let left = 0; left + 1 < MINE.length; left += 1) {
    await refuses(() => run(MINE.toSpliced(left, 1)), "rules", `without ${left}`);
    await refuses(() => run(MINE.toSpliced(left, 0, MINE[left])), "rules", `twice ${left}`);
    await refuses(() => run(MINE.toSpliced(left, 2, MINE[left + 1], MINE[left])), "rules");
  }
  await refuses(() => run([]), "malformed");
  await refuses(() => run([...MINE, LEDGER.entries[4]]), "rules");
  await refuses(() => run(MINE.with(3, { ...MINE[3], text: "y" })), "root");
});

test("a history that no ledger records is refused, although all of it is signed", async () => {
  const facts = (/** @type {Json[]} */ ...later) => {
    const { entries, checkpoint } = ledgerOf([created(), ...later]);
    return () => verifyHistory({ entries, checkpoint, key });
  };
  await facts(changed({ previous: 0, status: "SUCCESS" }))();
  for (const later of [
    [changed({ previous: 0, status: "IN_PROGRESS" })],
    [changed({ previous: 0, status: "SUCCESS" }), changed({ previous: 1, status: "FAILED" })],
    [changed({ previous: 0, status: "FAILED" }), changed({ previous: 1, status: "FAILED" })],
    [changed({ previous: 1, status: "SUCCESS" })],
    [changed({ previous: 0, status: "SUCCESS", job_id: OTHER })],
    [noted({ previous: 0, job_id: OTHER })],
    [created({ job_id: JOB })],
  ]) {
    await refuses(facts(...later), "rules", JSON.stringify(later));
  }
  const { entries, checkpoint } = ledgerOf([noted({ previous: 0 })]);
  await refuses(() => verifyHistory({ entries, checkpoint, key }), "rules");
  const backwards = ledgerOf([noted({ previous: 1 }), created()]);
  backwards.entries.reverse();
  await refuses(() => verifyHistory({ ...backwards, key }), "rules");
});

test("a ledger only grows", async () => {
  const at = (/** @type {number} */ size) => LEDGER.leaves.slice(0, size);
  for (let size = 0; size <= 7; size += 1) {
    for (let earlier = 0; earlier <= size; earlier += 1) {
      const path = naive.consistency(earlier, at(size)).map(hex);
      const [from, to] = [signer.checkpoint(at(earlier)), signer.checkpoint(at(size))];
      const proved = await verifyConsistency({ from, to, path, key });
      assert.deepEqual([proved.from.size, proved.to.size], [earlier, size]);
      if (earlier === 0) continue;
      const rewritten = signer.checkpoint(at(size).with(0, Buffer.from("other")));
      await refuses(() => verifyConsistency({ from, to: rewritten, path, key }), "root");
      if (earlier === size) continue;
      await refuses(() => verifyConsistency({ from: to, to: from, path, key }), "shape");
      for (let bit = 0; bit < 256; bit += 17) {
        const wrong = path.with(0, hex(flip(unhex(path[0]), bit)));
        await refuses(() => verifyConsistency({ from, to, path: wrong, key }), "root");
      }
    }
  }
  const [from, to] = [signer.checkpoint(at(3)), signer.checkpoint(at(7))];
  const path = naive.consistency(3, at(7)).map(hex);
  for (const bad of [undefined, null, "", ["x"], path.map((hash) => hash.toUpperCase())]) {
    await refuses(() => verifyConsistency({ from, to, path: bad, key }), "malformed");
  }
  const stranger = new Signer(signer.name, 1);
  for (const unsigned of [
    { from: stranger.checkpoint(at(3)) },
    { to: stranger.checkpoint(at(7)) },
  ]) {
    await refuses(() => verifyConsistency({ from, to, path, key, ...unsigned }), "unsigned");
  }
});

/** @param {string[]} cids @param {number} position */
const member = (cids, position) => {
  const leaves = cids.map((cid) => Buffer.from(cid));
  if (position < 0 || position >= cids.length) return null;
  return { cid: cids[position], path: naive.inclusion(position, leaves).map(hex), position };
};

/** The proof about a place. @param {string[]} cids @param {number} position @param {boolean} is */
const proofOf = (cids, position, is) =>
  is
    ? { member: member(cids, position) }
    : { not_member: { after: member(cids, position), before: member(cids, position - 1) } };

const STRANGERS = ["0", "50015", "5003", "a", "\uffee", "😁"];

test("customers are members, and others are not", () => {
  for (let count = 0; count <= CIDS.length; count += 1) {
    const cids = CIDS.slice(0, count);
    const customers = customersOf(cids);
    cids.forEach((cid, n) => {
      assert.equal(verifyMembership({ proof: proofOf(cids, n, true), cid, customers }), true);
    });
    for (const cid of STRANGERS) {
      const after = cids.findIndex((one) => Buffer.compare(Buffer.from(one), Buffer.from(cid)) > 0);
      const proof = proofOf(cids, after < 0 ? count : after, false);
      assert.equal(verifyMembership({ proof, cid, customers }), false, `${cid} of ${count}`);
    }
  }
});

test("a proof about a customer proves nothing else", async () => {
  const customers = customersOf(CIDS);
  const run = (/** @type {unknown} */ proof, /** @type {string} */ cid, subtree = customers) => {
    return () => verifyMembership({ proof, cid, customers: subtree });
  };
  for (let place = 0; place <= CIDS.length; place += 1) {
    // That a customer is none, with every pair of neighbours.
    for (const cid of CIDS) await refuses(run(proofOf(CIDS, place, false), cid), "shape");
  }
  for (const cid of STRANGERS) await refuses(run(proofOf(CIDS, 0, true), cid), "shape");
  await refuses(run(proofOf(CIDS, 0, true), "5002"), "shape");
  const gap = { after: member(CIDS, 2), before: member(CIDS, 0) };
  await refuses(run({ not_member: gap }, "5002"), "shape");
  await refuses(run({ not_member: { after: null, before: null } }, "0"), "shape");
  await refuses(run({ not_member: { after: member(CIDS, 1), before: null } }, "0"), "shape");
  await refuses(run({ not_member: { after: null, before: member(CIDS, 3) } }, "😁"), "shape");
  const lying = { ...member(CIDS, 1), position: 0 };
  await refuses(run({ not_member: { after: lying, before: null } }, "0"), "root");
  const nobody = { not_member: { after: null, before: null } };
  await refuses(run(nobody, "5001", { ...customers, count: 0 }), "root");
  for (const proof of [
    {},
    null,
    [],
    "member",
    { member: member(CIDS, 0), not_member: gap },
    { member: null },
    { member: { ...member(CIDS, 0), more: 1 } },
    { member: { ...member(CIDS, 0), path: undefined } },
    { member: { ...member(CIDS, 0), path: ["x"] } },
    { member: { ...member(CIDS, 0), cid: 5001 } },
    { not_member: { after: member(CIDS, 0) } },
    { not_member: { ...gap, more: null } },
    { not_member: { after: undefined, before: undefined } },
  ]) {
    await refuses(run(proof, "5001"), "malformed", JSON.stringify(proof));
  }
  const whole = /** @type {{ path: string[] }} */ (member(CIDS, 1));
  for (const [n, hash] of whole.path.entries()) {
    for (let bit = 0; bit < 256; bit += 1) {
      const path = whole.path.with(n, hex(flip(unhex(hash), bit)));
      await refuses(run({ member: { ...whole, path } }, "5002"), "root");
    }
  }
  for (const bad of [null, {}, { ...customers, more: 1 }, { ...customers, count: "5" }]) {
    await refuses(run(proofOf(CIDS, 0, true), "5001", /** @type {any} */ (bad)), "malformed");
  }
});

test("a file about a customer says what it proves", async () => {
  const [index, cid] = [1, "5002"];
  const leaf = String(LEDGER.leaves[index]);
  const receipt =
    `c2sp.org/tlog-proof@v1\nindex ${index}\n` +
    LEDGER.entries[index].path.map((hash) => `${base64(unhex(hash))}\n`).join("") +
    `\n${LEDGER.checkpoint}`;
  const customers = customersOf(CIDS);
  const proof = proofOf(CIDS, 1, true);
  const file = { cid, customers, index, is_customer: true, job_id: JOB, key, leaf, proof, receipt };
  const run = (/** @type {Json} */ more, /** @type {string} */ expected = key) => {
    return () => verifyCustomerProof(canonical({ ...file, ...more }), expected);
  };
  assert.equal((await run({})()).isCustomer, true);
  assert.equal((await verifyCustomerProof(canonical(file))).customerCount, CIDS.length);
  const none = proofOf(CIDS, 2, false);
  const absent = { cid: "5003", proof: none, is_customer: false };
  assert.equal((await run(absent)()).isCustomer, false);
  for (const [more, code] of /** @type {[Json, string | string[]][]} */ ([
    [{ is_customer: false }, "malformed"],
    [{ is_customer: 1 }, "malformed"],
    [{ index: 2 }, "malformed"],
    [{ job_id: OTHER }, "malformed"],
    [{ customers: { ...customers, count: 4 } }, "malformed"],
    [{ customers: { ...customers, root: "0".repeat(64) } }, "malformed"],
    [{ cid: "x".repeat(524_289) }, "malformed"],
    [{ cid: "5001" }, "shape"],
    [{ cid: 5002 }, "malformed"],
    [{ more: 1 }, "malformed"],
    [{ key: undefined }, "malformed"],
    [{ leaf: leaf.replace("vijay", "anita") }, "root"],
    [{ leaf: String(LEDGER.leaves[2]) }, "root"],
    [{ receipt: receipt.replace("\n", "\nextra AAAA\n") }, "malformed"],
    [{ key: new Signer(signer.name, 1).key }, "unsigned"],
    [{ proof: none }, "shape"],
  ])) {
    await refuses(run(more), code, JSON.stringify(more));
  }
  await refuses(run({}, new Signer(signer.name, 1).key), "key");
  await refuses(() => verifyCustomerProof(JSON.stringify(file, null, 1), key), "malformed");
  await refuses(() => verifyCustomerProof(" ".repeat(524_289), key), "malformed");
  // The leaf of an entry that creates no job has no customers.
  const note = naive.inclusion(2, LEDGER.leaves).map((hash) => `${base64(hash)}\n`);
  const noted = `c2sp.org/tlog-proof@v1\nindex 2\n${note.join("")}\n${LEDGER.checkpoint}`;
  await refuses(run({ index: 2, leaf: String(LEDGER.leaves[2]), receipt: noted }), "malformed");
});
