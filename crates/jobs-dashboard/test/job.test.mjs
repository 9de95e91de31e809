// The page about a job: what may be done, what is sent, and how long it took.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  actionsOf,
  countsToRetry,
  isObject,
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
