// The jobs of a customer: what is shown of many, and what has changed.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  appended,
  compared,
  concern,
  counts,
  hasNewer,
  hasOlder,
  missing,
  newer,
  NONE,
  older,
  PAGE,
  shown,
  SHOWN,
} from "../web/pages/customer/state.js";

const job = (/** @type {number} */ n, status = "SUCCESS") => ({
  job_id: `job-${n}`,
  outcome: { status },
});
/** So many parts, the newest job being number 1000. @param {number} count */
function read(count) {
  let jobs = NONE;
  for (let n = 0; n < count; n += 1) {
    const list = Array.from({ length: PAGE }, (_, place) => job(1000 - n * PAGE - place));
    const next = n < 4 ? `after ${n}` : null;
    jobs = older(appended(jobs, n ? `after ${n - 1}` : null, { jobs: list, next }));
  }
  return jobs;
}

test("older jobs are appended until there are none, and few are shown", () => {
  assert.equal(missing(read(1)), "after 0");
  assert.equal(shown(read(2)).length, 2 * PAGE);
  const whole = read(5);
  assert.equal(shown(whole).length, SHOWN * PAGE);
  assert.equal(shown(whole).at(-1).job_id, `job-${1000 - 5 * PAGE + 1}`);
  assert.ok(!hasOlder(whole));
  assert.equal(missing(whole), null);
});

test("one can go back to the newer ones without reading them again", () => {
  let jobs = read(5);
  while (hasNewer(jobs)) jobs = newer(jobs);
  assert.equal(shown(jobs)[0].job_id, "job-1000");
  assert.ok(hasOlder(jobs));
  assert.equal(missing(jobs), null);
  assert.equal(shown(older(jobs))[0].job_id, `job-${1000 - PAGE}`);
  assert.equal(newer(jobs).first, 0);
  assert.equal(missing(read(3)), "after 2");
  assert.equal(missing(newer(read(3))), null, "the next is there");
});

test("what changed is shown where it stands, and new jobs are only counted", () => {
  const before = read(1);
  const after = compared(before, [job(1002), job(1001), job(1000, "FAILED")], true);
  assert.equal(after.fresh, 2);
  assert.equal(shown(after).length, PAGE);
  assert.equal(shown(after)[0].outcome.status, "FAILED");
  assert.equal(compared(after, [job(960)], false).fresh, 2, "another part says nothing of that");
  assert.equal(compared(NONE, [job(1)], true).fresh, 1, "the first job ever");
});

test("entries about other jobs are none of its business", () => {
  const jobs = read(1);
  assert.ok(concern(jobs, [{ kind: "job_created", job_id: "x" }]));
  assert.ok(concern(jobs, [{ kind: "status_changed", job_id: "job-1000" }]));
  assert.ok(!concern(jobs, [{ kind: "status_changed", job_id: "x" }, { kind: "note_added" }]));
});

test("outcomes are counted over what was read", () => {
  const jobs = appended(NONE, null, { jobs: [job(3), job(2, "FAILED"), job(1)], next: null });
  assert.deepEqual(counts(jobs), { SUCCESS: 2, FAILED: 1 });
});
