// The look for overlaps before something is sent: for whom, how long, and what follows from it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { lookFor, lookForRetry, maySend, MOST_LOOKED_AT } from "../web/lib/overlaps.js";
import { Problem } from "../web/lib/problem.js";

const { signal } = new AbortController();
const job = { job_id: "a", action_name: "A", customer_count: 3 * MOST_LOOKED_AT };

/**
 * A server with a job; returns what was asked of it.
 * @param {{ cid: string, status: string, own: boolean }[]} customers
 */
function server(customers) {
  const looks = /** @type {any[]} */ ([]);
  /** @param {string} path @param {{ query: any }} options */
  const get = async (path, { query: { status, own, limit, cursor } }) => {
    assert.equal(path, "/v1/jobs/a/outcomes");
    const all = customers
      .filter((one) => !status || one.status === status)
      .filter((one) => !own || String(one.own) === own);
    const from = Number(cursor ?? 0);
    const next = from + limit < all.length ? String(from + limit) : null;
    return { customers: all.slice(from, from + limit), next };
  };
  /** @param {string} path @param {any} body */
  const post = async (path, body) => {
    assert.equal(path, "/v1/overlaps");
    looks.push(body);
    return { is_withheld: false };
  };
  return { get, post, looks };
}

const failed = [
  { cid: "1", status: "FAILED", own: true },
  { cid: "2", status: "FAILED", own: false },
  { cid: "3", status: "SUCCESS", own: true },
];

test("a retry of a few is looked at, however large its job is", async () => {
  const { looks, ...api } = server(failed);
  assert(await lookForRetry(api, job, { which: "failed", count: 1 }, signal));
  assert.deepEqual(looks, [{ action_name: "A", cids: ["1"], retry_of: "a" }]);
});

test("the customers of a retry of the failed are those named or, if none is, all", async () => {
  const { looks, ...api } = server(failed.slice(1));
  await lookForRetry(api, job, { which: "failed", count: 1 }, signal);
  await lookForRetry(api, job, { which: "all", count: 2 }, signal);
  assert.deepEqual([looks[0].cids, looks[1].cids], [["2"], ["2", "3"]]);
});

test("a retry for too many is not looked at, and may be sent", async () => {
  const { looks, ...api } = server(failed);
  const none = await lookForRetry(api, job, { which: "all", count: MOST_LOOKED_AT + 1 }, signal);
  assert.deepEqual([none, looks], [null, []]);
  assert(maySend({ data: none, error: null }));
});

test("nothing is sent before the look has ended, or while the server would refuse it", () => {
  const error = new Problem({ status: 503 });
  assert(!maySend({ error: null }), "it has not answered");
  assert(maySend({ error }), "the server still decides");
  for (const also of [null, error]) {
    assert(maySend({ data: { is_withheld: false }, error: also }));
    assert(!maySend({ data: { is_withheld: true }, error: also }));
  }
});

test("a look that never answers ends, so that it can be sent", async () => {
  /** @param {string} _path @param {any} _body @param {{ signal: AbortSignal }} options */
  const post = (_path, _body, options) =>
    new Promise((_, fail) => {
      options.signal.addEventListener("abort", () => fail(options.signal.reason));
    });
  const api = { ...server(failed), post, ms: 1 };
  // The timer of a signal keeps no process alive.
  const alive = setInterval(() => {}, 1000);
  const late = { name: "Problem", status: 504 };
  await assert.rejects(lookFor(api, { action_name: "A", cids: ["1"] }, signal), late);
  await assert.rejects(lookForRetry(api, job, { which: "all", count: 3 }, signal), late);
  const gone = lookFor({ post }, { action_name: "A", cids: ["1"] }, AbortSignal.timeout(1));
  await assert.rejects(gone, { name: "TimeoutError" }, "its reader went away");
  clearInterval(alive);
});
