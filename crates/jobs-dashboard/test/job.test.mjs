// The page about a job: what of it is proved, what may be done, and how lists are read.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  areCountsRight,
  checkLists,
  isOverview,
  isPayloadRight,
  isProved,
  isRowRight,
  jobOf,
  proveJob,
  proveLists,
  rowsOf,
  wrongFacts,
} from "../web/pages/job/proof.js";
import {
  actionsOf,
  countsToRetry,
  idDigits,
  isObject,
  isShort,
  NO_ROWS,
  pageSize,
  retryBody,
  since,
  took,
  withPage,
} from "../web/pages/job/state.js";
import { customersOf, leafOf, outcomesOf, textSha256 } from "../web/verify/index.js";
import { hex, naive, Signer } from "./verify/helpers.mjs";

const signer = new Signer("example.com/jobs", 1);
const JOB_ID = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
const CIDS = ["5001", "5002", "5003"];
const OUTCOMES = [{ cid: "5002", status: "FAILED", message: "does not exist" }];
const PAYLOAD = '{"action":"Pay","cids":["5001","5002","5003"],"n":1.10}';

/** A ledger with one job among other entries, as `/overview` shows it. */
function overview() {
  const job_id = JOB_ID;
  const created = {
    index: 1,
    kind: "job_created",
    job_id,
    action_code: 1,
    action_name: "Pay",
    created_at: "2026-01-28T15:04:53.003687Z",
    customers: customersOf(CIDS),
    request_payload_sha256: textSha256(PAYLOAD),
    source: "gateway",
    submitted_by: "anita",
    user_id: "vijay",
  };
  const failed = {
    index: 3,
    kind: "status_changed",
    job_id,
    actor: "gateway",
    previous: 1,
    recorded_at: "2026-01-28T15:04:54.250000Z",
    cause: "answered",
    status: "FAILED",
    http_status: 200,
    error_message: "1 of 3 failed ".repeat(30),
    outcomes: outcomesOf(OUTCOMES),
  };
  const note = {
    index: 4,
    kind: "note_added",
    job_id,
    actor: "asha",
    previous: 3,
    recorded_at: "2026-01-28T16:00:00.000000Z",
    text: "called them",
  };
  const own = [created, failed, note];
  const leaves = ["a", "b", "c", "d", "e", "f"];
  for (const entry of own) leaves[entry.index] = leafOf(entry);
  const bytes = leaves.map(Buffer.from);
  const entries = own.map((entry) => ({
    ...entry,
    path: naive.inclusion(entry.index, bytes).map(hex),
  }));
  const job = {
    job_id,
    user_id: "vijay",
    submitted_by: "anita",
    batch_id: null,
    action_code: 1,
    action_name: "Pay",
    cluster_url: null,
    created_at: created.created_at,
    status: "FAILED",
    cause: "answered",
    http_status: 200,
    error_message: failed.error_message,
    updated_at: failed.recorded_at,
    customer_count: 3,
    source: "gateway",
    retry_of: null,
    index: 1,
    changes: [3],
    last_index: 4,
    note_count: 1,
    newest_note: {
      index: 4,
      recorded_at: note.recorded_at,
      actor: "asha",
      text: "called them",
    },
  };
  return /** @type {any} */ ({ job, entries, checkpoint: signer.checkpoint(leaves) });
}

test("a job as it was recorded is proved", async () => {
  const proof = await proveJob(overview(), signer.key, JOB_ID);
  assert.deepEqual(proof, { size: 6, wrong: new Map(), why: "", isStale: false });
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
  const whole = { ...overview(), outcomes: { counts: {} }, related: {} };
  assert(isOverview(whole));
  for (const name of ["job", "entries", "outcomes", "related"]) {
    assert(!isOverview({ ...whole, [name]: null }), name);
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

test("another whole job in its place is found", async () => {
  const other = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4";
  assert.match((await proveJob(overview(), signer.key, other)).why, /another job/);
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
      assert.deepEqual([...proof.wrong.keys()], [index], name);
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
  /** @param {string} status @param {string} search */
  const cids = (status, search) => rowsOf(lists, { status, search }).map(({ cid }) => cid);
  assert.deepEqual(cids("", ""), ["5002", "5003", "5001"]);
  assert.deepEqual(cids("SUCCESS", ""), ["5001"]);
  assert.deepEqual(cids("", "DOES not"), ["5002"]);
  assert.deepEqual(cids("", "003"), ["5003"]);
  assert.deepEqual(cids("IN_PROGRESS", ""), []);
  for (const row of rowsOf(lists, { status: "", search: "" })) assert(isRowRight(lists, row));
  assert.deepEqual(rowsOf(lists, { status: "SUCCESS", search: "" }), [
    { cid: "5001", status: "SUCCESS", message: null, index: 3, own: false },
  ]);
});

test("what may be done follows from the job and the role", () => {
  const none = { FAILED: 0 };
  const sent = { source: "gateway", cluster_url: "http://u/", status: "FAILED" };
  /** @param {any} job @param {any} counts @param {string} [role] */
  const allowed = (job, counts, role = "operator") =>
    Object.entries(actionsOf(job, counts, role))
      .filter(([, is]) => is)
      .map(([name]) => name);
  assert.deepEqual(allowed(sent, { FAILED: 2 }), ["note", "retryFailed", "retryAll", "curl"]);
  assert.deepEqual(allowed({ ...sent, status: "SUCCESS" }, none), ["note", "curl"]);
  const unconfirmed = { ...sent, status: "UNCONFIRMED" };
  assert.deepEqual(allowed(unconfirmed, none), ["note", "settle", "retryAll", "curl"]);
  assert.deepEqual(allowed({ ...sent, status: "IN_PROGRESS" }, none), ["note", "curl"]);
  assert.deepEqual(allowed({ source: "api", status: "FAILED" }, { FAILED: 2 }), ["note"]);
  assert.deepEqual(allowed(unconfirmed, { FAILED: 2 }, "auditor"), ["curl"]);
});

test("a retry of the failed counts those whom it is for", () => {
  /** @param {string} status @param {number} failed @param {number} named */
  const count = (status, failed, named) =>
    countsToRetry({ status, customer_count: 5 }, { counts: { FAILED: failed }, named }).FAILED;
  assert.equal(count("FAILED", 5, 2), 2, "two are named, and failed as the job did");
  assert.equal(count("FAILED", 4, 2), 1, "one of the two succeeded");
  assert.equal(count("FAILED", 3, 2), 3, "both succeeded");
  assert.equal(count("FAILED", 5, 0), 5);
  assert.equal(count("SUCCESS", 1, 2), 1);
  assert.equal(count("SUCCESS", 0, 0), 0);
});

test("members that are given again are sent digit by digit", () => {
  const chosen = { customers: "failed", token: "", url: "" };
  assert.equal(retryBody(chosen, " ").text, '{"customers":"failed"}');
  const members = '{"pin":12345678901234567890,"n":1.10}';
  assert.equal(
    retryBody({ ...chosen, token: 's"', url: "http://u/" }, members).text,
    `{"customers":"failed","token":"s\\"","url":"http://u/","payload":${members}}`,
  );
  assert(isObject(members) && isObject(" {}\n"));
  for (const text of ["", "[1]", "1", '{"a":1', "{}}", '{},"customers":"all"']) {
    assert(!isObject(text), text);
  }
});

test("durations are those of the record, and none is negative", () => {
  const created_at = "2026-01-28T15:04:53.000000Z";
  const later = "2026-01-28T15:04:53.000250Z";
  assert.equal(since({ created_at }, { recorded_at: later }), 0.25);
  assert.equal(since({ recorded_at: later }, { recorded_at: created_at }), null);
  assert.equal(took({ created_at, status: "SUCCESS", updated_at: later }, 0), 0.25);
  assert.equal(took({ created_at, status: "SUCCESS", updated_at: null }, 0), null);
  const running = { created_at, status: "IN_PROGRESS" };
  assert.equal(took(running, Date.parse(created_at) + 1500), 1500);
  assert.equal(took(running, 0), 0, "the clock of the browser is behind");
});

test("rows are read as far as they are looked at, and not beyond the end", () => {
  assert(isShort(NO_ROWS, 0));
  const row = { cid: "1" };
  let list = withPage(NO_ROWS, { customers: Array(100).fill(row), matching: 250, next: "x" });
  assert(!isShort(list, 40));
  assert(isShort(list, 90));
  assert.deepEqual([pageSize(0), pageSize(100), pageSize(2100)], [100, 2000, 10_000]);
  list = withPage(list, { customers: Array(150).fill(row), matching: 250, next: null });
  assert.equal(list.rows.length, 250);
  assert(!isShort(list, 250));
  assert(!isShort(withPage(NO_ROWS, { customers: [], matching: 0, next: null }), 0));
});

test("an ID may be typed in part", () => {
  assert.equal(idDigits(" 0192F0C1-2d "), "0192f0c12d");
  assert.equal(idDigits("0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3")?.length, 32);
  for (const text of ["", "xyz", "0".repeat(33)]) assert.equal(idDigits(text), null);
});
