// The page about a job: what may be done, what is sent, and how long it took.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  actionsOf,
  choicesOf,
  countsToRetry,
  isObject,
  listsOf,
  outcomeQuery,
  retryBody,
  since,
  took,
} from "../web/pages/job/state.js";

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
    countsToRetry({ status, customer_count: 5 }, { counts: { FAILED: failed }, named }).counts
      .FAILED;
  assert.equal(count("FAILED", 5, 2), 2, "two are named, and failed as the job did");
  assert.equal(count("FAILED", 4, 2), 1, "one of the two succeeded");
  assert.equal(count("FAILED", 3, 2), 3, "both succeeded");
  assert.equal(count("FAILED", 5, 0), 5);
  assert.equal(count("SUCCESS", 1, 2), 1);
  assert.equal(count("SUCCESS", 0, 0), 0);
});

test("a retry of the failed says if more are shown as failed than it is for", () => {
  /** @param {string} status @param {number} failed @param {number} named */
  const onlyNamed = (status, failed, named) =>
    countsToRetry({ status, customer_count: 86 }, { counts: { FAILED: failed }, named }).onlyNamed;
  assert(onlyNamed("FAILED", 86, 2), "84 are shown as failed, and not tried again");
  assert(!onlyNamed("FAILED", 86, 0) && !onlyNamed("FAILED", 84, 2), "none is named as failed");
  assert(!onlyNamed("FAILED", 2, 86) && !onlyNamed("SUCCESS", 2, 2), "all who failed are named");
});

test("those whom an entry names can be chosen if they are some, and not all", () => {
  const counts = { FAILED: 86, UNCONFIRMED: 0, IN_PROGRESS: 0, SUCCESS: 0 };
  /** @param {number} named @param {string} [chosen] */
  const offered = (named, chosen = "") => choicesOf(86, { counts, named }, chosen);
  const always = [
    ["", 86],
    ["FAILED", 86],
  ];
  assert.deepEqual(offered(2), [...always, ["named", 2]]);
  assert.deepEqual([offered(0), offered(86)], [always, always]);
  const chosen = [0, 86].map((named) => offered(named, "named").at(-1));
  assert.deepEqual(chosen, [
    ["named", 0],
    ["named", 86],
  ]);
  assert.deepEqual(offered(0, "SUCCESS").at(-1), ["SUCCESS", 0]);
  assert.deepEqual(outcomeQuery("named"), { own: "true" });
  assert.deepEqual(outcomeQuery("FAILED"), { status: "FAILED" });
});

test("where there may be more related jobs than are shown, a list has all", () => {
  const job = { job_id: "a", batch_id: "night 1" };
  const [few, many] = [Array(19).fill({}), Array(20).fill({})];
  assert.deepEqual(listsOf(job, { retries: few, batch: few }), { retries: null, batch: null });
  assert.deepEqual(listsOf(job, { retries: many, batch: many }), {
    retries: { retry_of: "a" },
    batch: { batch_id: "night 1" },
  });
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
