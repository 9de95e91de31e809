// Whether what the page shows of a job is what its entries say, and these are in the ledger.
import assert from "node:assert/strict";
import { test } from "node:test";
import { jobOf } from "../web/lib/job-entries.js";
import { idDigits, isSameId } from "../web/lib/job-id.js";
import { isOverview, isProved, proveJob, wrongFacts } from "../web/lib/job-proof.js";
import {
  areCountsRight,
  checkLists,
  isPayloadRight,
  isRowRight,
  proveLists,
  rowsOf,
} from "../web/pages/job/lists.js";
import { CIDS, JOB_ID, OUTCOMES, overview, PAYLOAD, signer } from "./one-job.mjs";
import { Signer } from "./verify/helpers.mjs";

test("a job as it was recorded is proved", async () => {
  const proof = await proveJob(overview(), signer.key, JOB_ID);
  assert.deepEqual(proof, { size: 6, wrong: new Map(), why: "", isStale: false, isOther: false });
  assert(isProved(proof));
});

test("any fact that the entries do not say is found", async () => {
  for (const name of Object.keys(overview().job)) {
    if (name === "last_index") continue; // an older one is stale, see below
    const changed = overview();
    changed.job[name] = typeof changed.job[name] === "number" ? 77 : "changed";
    const proof = await proveJob(changed, signer.key, JOB_ID);
    assert(!isProved(proof), name);
    const without = overview();
    delete without.job[name];
    const isNull = overview().job[name] === null;
    assert.equal(isProved(await proveJob(without, signer.key, JOB_ID)), isNull, `no ${name}`);
    assert.match(proof.why, name === "job_id" ? /another job/ : new RegExp(name));
  }
});

test("an answer that is no job is not drawn", () => {
  const related = { retry_of: null, retries: [], batch: [], overlaps: [] };
  const whole = { ...overview(), outcomes: { counts: {} }, related };
  assert(isOverview(whole));
  for (const name of ["job", "entries", "outcomes", "related"]) {
    assert(!isOverview({ ...whole, [name]: null }), name);
  }
  for (const name of ["retries", "batch", "overlaps"]) {
    for (const list of [null, {}, [null]]) {
      assert(!isOverview({ ...whole, related: { ...related, [name]: list } }), name);
    }
  }
  for (const answer of [
    null,
    {},
    [],
    7,
    { ...whole, entries: [] },
    { ...whole, entries: [null] },
  ]) {
    assert(!isOverview(answer));
  }
});

test("another job, or parts of it, in the place of the one asked for is found", async () => {
  const other = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4";
  const parts = [overview(), overview()];
  parts[0].job.job_id = other;
  parts[1].entries[0].job_id = other;
  for (const [asked, given] of [
    [other, overview()],
    [JOB_ID, parts[0]],
    [JOB_ID, parts[1]],
  ]) {
    const proof = await proveJob(given, signer.key, asked);
    assert(proof.isOther && !isProved(proof));
    assert.match(proof.why, /another job/);
  }
});

test("an ID is the same in every spelling that the server takes", async () => {
  const spelt = JOB_ID.toUpperCase().replaceAll("-", "");
  assert(isProved(await proveJob(overview(), signer.key, spelt)));
});

test("a job is not proved while its checkpoint is not connected", async () => {
  const proof = await proveJob(overview(), signer.key, JOB_ID);
  assert(!isProved({ ...proof, isUnconnected: true }));
});

test("any value of an entry that was changed is found at that entry", async () => {
  for (const [n, { index }] of overview().entries.entries()) {
    for (const name of Object.keys(overview().entries[n])) {
      if (["path", "index"].includes(name)) continue;
      const changed = overview();
      changed.entries[n][name] = typeof changed.entries[n][name] === "number" ? 77 : "changed";
      const proof = await proveJob(changed, signer.key, JOB_ID);
      const isOther = n === 0 && name === "job_id";
      assert.equal(proof.isOther, isOther);
      assert.deepEqual([...proof.wrong.keys()], isOther ? [] : [index], name);
      assert(!isProved(proof));
    }
  }
});

test("entries left out, another key, and what is no answer are found", async () => {
  const cut = overview();
  cut.entries.splice(1, 1);
  assert.match((await proveJob(cut, signer.key, JOB_ID)).why, /does not follow/);
  const headless = overview();
  headless.entries.shift();
  assert.match((await proveJob(headless, signer.key, JOB_ID)).why, /first entry/);
  const other = await proveJob(overview(), new Signer("example.com/jobs", 2).key, JOB_ID);
  assert(!isProved(other) && other.size === 0);
  for (const entries of [null, [], [null], [{}]]) {
    assert(!isProved(await proveJob({ ...overview(), entries }, signer.key, JOB_ID)));
  }
});

test("facts that are older than the entries are stale, not wrong", async () => {
  const stale = overview();
  Object.assign(stale.job, { last_index: 3, note_count: 0, newest_note: null });
  const proof = await proveJob(stale, signer.key, JOB_ID);
  assert.deepEqual([proof.isStale, proof.why, isProved(proof)], [true, "", false]);
  const wrong = overview();
  wrong.job.last_index = 3;
  assert.match((await proveJob(wrong, signer.key, JOB_ID)).why, /note_count, newest_note/);
});

test("a job of which nothing else is recorded is in progress", () => {
  const { job, entries } = overview();
  const first = jobOf(entries.slice(0, 1));
  assert.deepEqual([first.status, first.last_index], ["IN_PROGRESS", 1]);
  const expected = { ...job, status: "IN_PROGRESS", cause: null, http_status: null };
  Object.assign(expected, { error_message: null, updated_at: null, last_index: 1 });
  Object.assign(expected, { changes: [], note_count: 0, newest_note: null });
  assert.deepEqual(wrongFacts(expected, entries.slice(0, 1)), []);
});

test("lists are proved against the entries, and rows and counts against the lists", () => {
  const { entries } = overview();
  const history = [{ index: 3, outcomes: OUTCOMES }];
  const lists = proveLists(entries, CIDS, history);
  assert.throws(() => proveLists(entries, CIDS.slice(1), history), /customers/);
  assert.throws(() => proveLists(entries, CIDS.toReversed(), history), /ascend/);
  assert.throws(() => proveLists(entries, CIDS, []), /outcomes/);
  const healed = [{ index: 3, outcomes: [{ ...OUTCOMES[0], status: "SUCCESS" }] }];
  assert.throws(() => proveLists(entries, CIDS, healed), /entry 3/);

  const named = { ...OUTCOMES[0], own: true, index: 3 };
  const unnamed = { cid: "5001", status: "FAILED", message: null, own: false, index: 3 };
  assert(isRowRight(lists, named) && isRowRight(lists, unnamed));
  for (const wrong of [
    { ...named, status: "SUCCESS" },
    { ...named, message: "fine" },
    { ...named, own: false },
    { ...unnamed, status: "SUCCESS" },
    { ...unnamed, cid: "5004" },
    { ...unnamed, own: true },
    { ...unnamed, status: "SUCCESS", index: 5 },
    { ...unnamed, index: 99 },
    { ...named, index: 1 },
    { cid: "zzz", status: "SUCCESS", message: null, own: false, index: 99 },
  ]) {
    assert(!isRowRight(lists, wrong), JSON.stringify(wrong));
  }

  const counts = { IN_PROGRESS: 0, SUCCESS: 0, FAILED: 3, UNCONFIRMED: 0 };
  assert(areCountsRight(lists, { counts, named: 1 }));
  assert(!areCountsRight(lists, { counts: { ...counts, FAILED: 2, SUCCESS: 1 }, named: 1 }));
  assert(!areCountsRight(lists, { counts, named: 0 }));
  assert(isPayloadRight(entries[0], PAYLOAD));
  assert(!isPayloadRight(entries[0], PAYLOAD.replace("1.10", "1.1")));
});

test("what was received stays beside the lists, proved or not", () => {
  const { entries } = overview();
  const received = { customers: CIDS, history: [{ index: 3, outcomes: OUTCOMES }] };
  const outcomes = { counts: { FAILED: 3 }, named: 1 };
  const right = checkLists({ entries, outcomes }, received);
  assert.deepEqual([right.state, right.received], ["proved", received]);
  for (const other of [
    checkLists({ entries, outcomes: { ...outcomes, named: 2 } }, received),
    checkLists({ entries, outcomes }, { ...received, history: [] }),
    checkLists({ entries, outcomes }, /** @type {any} */ ({ ...received, customers: [7, null] })),
  ]) {
    assert.deepEqual([other.state, other.lists], ["wrong", null]);
    assert(other.why && other.received);
  }
});

test("rows of the lists are filtered and ordered as the server does", () => {
  const { entries } = overview();
  const lists = proveLists(entries, CIDS, [{ index: 3, outcomes: OUTCOMES }]);
  lists.named.set("5003", { status: "UNCONFIRMED", message: null, index: 3 });
  lists.job.status = "SUCCESS";
  /** @param {string} outcome @param {string} search */
  const cids = (outcome, search) => rowsOf(lists, { outcome, search }).map(({ cid }) => cid);
  assert.deepEqual(cids("", ""), ["5002", "5003", "5001"]);
  assert.deepEqual(cids("SUCCESS", ""), ["5001"]);
  assert.deepEqual(cids("", "DOES not"), ["5002"]);
  assert.deepEqual(cids("", "003"), ["5003"]);
  assert.deepEqual(cids("IN_PROGRESS", ""), []);
  for (const row of rowsOf(lists, { outcome: "", search: "" })) assert(isRowRight(lists, row));
  assert.deepEqual(rowsOf(lists, { outcome: "SUCCESS", search: "" }), [
    { cid: "5001", status: "SUCCESS", message: null, index: 3, own: false },
  ]);
});

test("of the same status, those whom an entry names come first, and can be chosen", () => {
  const { entries } = overview();
  const lists = proveLists(entries, CIDS, [{ index: 3, outcomes: OUTCOMES }]);
  /** @param {string} outcome @param {string} [search] */
  const cids = (outcome, search = "") => rowsOf(lists, { outcome, search }).map(({ cid }) => cid);
  assert.deepEqual(cids(""), ["5002", "5001", "5003"], "all failed, one of them by name");
  assert.deepEqual(cids("FAILED"), ["5002", "5001", "5003"]);
  assert.deepEqual(cids("named"), ["5002"]);
  assert.deepEqual(cids("named", "5001"), []);
});

test("an ID may be typed in part", () => {
  assert.equal(idDigits(" 0192F0C1-2d "), "0192f0c12d");
  assert.equal(idDigits("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3")?.length, 32);
  for (const text of ["", "xyz", "0".repeat(33)]) assert.equal(idDigits(text), null);
  const upper = JOB_ID.toUpperCase().replaceAll("-", "");
  assert(isSameId(JOB_ID, upper) && isSameId(upper, JOB_ID));
  for (const other of [JOB_ID.slice(1), JOB_ID.replace("0", "1"), "", null, undefined, {}]) {
    assert(!isSameId(JOB_ID, other));
  }
  for (const none of ["", null, undefined]) assert(!isSameId(none, none), "what is no ID");
});
