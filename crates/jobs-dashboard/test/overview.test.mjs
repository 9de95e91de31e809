// The overview: days without gaps, shares, the rest of a table, durations, round numbers.
import assert from "node:assert/strict";
import { test } from "node:test";

import { ticks } from "../web/lib/scale.js";
import {
  daysQuery,
  durationsOf,
  failureRate,
  groups,
  lastDays,
  quantile,
  ranked,
  spanOf,
  sum,
  topRows,
  total,
  verificationOf,
} from "../web/pages/overview/state.js";

/** @param {number} SUCCESS @param {number} [FAILED] @param {number} [UNCONFIRMED] */
const counts = (SUCCESS, FAILED = 0, UNCONFIRMED = 0, IN_PROGRESS = 0) => ({
  SUCCESS,
  FAILED,
  UNCONFIRMED,
  IN_PROGRESS,
});

test("days are those of UTC, oldest first, and a day without jobs is there too", () => {
  const rows = [
    { value: "2026-03-01", jobs: counts(3, 1) },
    { value: "2026-02-27", jobs: counts(2) },
    { value: "2026-02-01", jobs: counts(9) },
  ];
  const days = lastDays(rows, 4, Date.parse("2026-03-01T00:00:00Z"));
  assert.deepEqual(days, [
    { day: "2026-02-26", jobs: counts(0) },
    { day: "2026-02-27", jobs: counts(2) },
    { day: "2026-02-28", jobs: counts(0) },
    { day: "2026-03-01", jobs: counts(3, 1) },
  ]);
  assert.equal(lastDays([], 1, Date.parse("2026-02-28T23:59:59.999Z"))[0].day, "2026-02-28");
});

test("the list of a day ends where the next day begins", () => {
  assert.deepEqual(daysQuery("2026-02-28"), {
    since: "2026-02-28T00:00:00Z",
    until: "2026-03-01T00:00:00Z",
  });
  assert.equal(daysQuery("2026-02-01", "2026-12-31").until, "2027-01-01T00:00:00Z");
});

test("only the spans that there are can be asked for", () => {
  const asked = (/** @type {string} */ days) => spanOf(new URLSearchParams({ days }));
  assert.deepEqual(["14", "90", "15", "", "x"].map(asked), [14, 90, 30, 30, 30]);
  assert.equal(spanOf(new URLSearchParams()), 30);
});

test("the failure rate is of the jobs that have ended", () => {
  assert.equal(failureRate(counts(6, 3, 1, 90)), 0.3);
  assert.equal(failureRate(counts(0, 0, 0, 5)), null);
  assert.equal(total(sum([counts(1, 2, 3, 4), counts(10)])), 20);
});

test("what is in no row is added to the others", () => {
  const rows = ["a", "b", "c", "d"].map((value) => ({ value, jobs: counts(2, 1) }));
  const names = (/** @type {{ rows: { value: string }[] }} */ top) =>
    top.rows.map(({ value }) => value).join("");
  const top = topRows({ rows, other: counts(0, 0, 7) }, 2);
  assert.equal(names(top), "ab");
  assert.deepEqual(top.other, counts(4, 2, 7));
  // One row is not called "all others".
  const four = topRows({ rows, other: counts(0) }, 3);
  assert.equal(names(four), "abcd");
  assert.equal(total(four.other), 0);
  assert.equal(names(topRows({ rows, other: counts(1) }, 3)), "abc");
});

test("each action, and all others together, have their own failure rate", () => {
  const rows = [
    { value: "a", jobs: counts(1, 3, 0, 9) },
    { value: "b", jobs: counts(0, 0, 0, 2) },
  ];
  assert.deepEqual(ranked({ rows, other: counts(3, 1) }, 2), [
    { value: "a", jobs: counts(1, 3, 0, 9), rate: 0.75 },
    { value: "b", jobs: counts(0, 0, 0, 2), rate: null },
    { value: null, jobs: counts(3, 1), rate: 0.25 },
  ]);
  assert.equal(ranked({ rows, other: counts(0) }, 2).length, 2);
});

test("quantiles are values that there are", () => {
  const hundred = Array.from({ length: 100 }, (_, place) => place + 1);
  assert.equal(quantile(hundred, 0.5), 50);
  assert.equal(quantile(hundred, 0.95), 95);
  assert.equal(quantile([1, 2], 0.5), 1);
  assert.equal(quantile([1, 2, 3], 0.95), 3);
  assert.equal(quantile([7], 0), 7);
});

test("durations are those of jobs of which it is known when they ended", () => {
  /** @param {string} status @param {string} cause @param {string | null} [updated_at] */
  const job = (status, cause, updated_at = "2026-01-28T15:00:01.0005Z") => ({
    status,
    cause,
    created_at: "2026-01-28T15:00:00.000000Z",
    updated_at,
  });
  const durations = durationsOf([
    job("SUCCESS", "answered"),
    job("FAILED", "reported", "2026-01-28T15:00:00.250000Z"),
    job("FAILED", "answered", "2026-01-28T15:00:00.1Z"),
    job("FAILED", "never_sent"),
    job("UNCONFIRMED", "reported"),
    job("SUCCESS", "imported", null),
    job("SUCCESS", "imported", "2026-01-28T14:00:00Z"),
  ]);
  assert.deepEqual(durations, {
    all: [100, 250, 1000.5],
    answered: [100, 1000.5],
    reported: [250],
    imported: [],
  });
});

test("groups of durations begin and end where there are some, and leave out none between", () => {
  assert.deepEqual(
    groups([100, 299, 2000, 1e12]).map(({ count }) => count),
    [2, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1],
  );
  assert.deepEqual(groups([0]), [{ from: 0, to: 30, count: 1 }]);
  assert.deepEqual(groups([]), []);
});

test("an axis has round steps and reaches the largest value", () => {
  assert.deepEqual(ticks(36, 4, 1), [0, 10, 20, 30, 40]);
  assert.deepEqual(ticks(1, 4, 1), [0, 1]);
  assert.deepEqual(ticks(0, 4, 1), [0, 1]);
  assert.deepEqual(ticks(40), [0, 10, 20, 30, 40]);
  assert.deepEqual(ticks(0.3), [0, 0.1, 0.2, 0.3]);
  for (const most of [0.004, 1, 7, 99, 101, 12_345, 1e9]) {
    const axis = ticks(most);
    assert.ok(axis[axis.length - 1] >= most && axis.length <= 6, `${most}: ${axis}`);
  }
});

test("a verification is as good as what it looked at, and for two days", () => {
  const ended_at = "2026-03-02T12:00:00.000000Z";
  const now = Date.parse(ended_at);
  const sound = { is_sound: true, findings: 0, size: 11, ended_at, signatures_checked: true };
  /** @param {object} more @param {number} [days] */
  const said = (more, days = 0) => {
    const { text, n, mark } = verificationOf({ ...sound, ...more }, now + days * 86_400_000);
    return `${text} ${n} ${mark}`;
  };
  assert.equal(said({}), "sound 11 good");
  assert.deepEqual([said({}, 2), said({}, 2.1)], ["sound 11 good", "sound 11 old"]);
  assert.equal(said({ is_sound: false, findings: 3 }, 9), "unsound 3 bad");
  assert.equal(said({ is_sound: false }), "partial 0 unknown", "nothing was found to differ");
  const has = [true, false, undefined].map(
    (signatures_checked) => verificationOf({ ...sound, signatures_checked }, now).hasSignatures,
  );
  assert.deepEqual(has, [true, false, true], "older servers do not say");
  const unsound = { ...sound, is_sound: false, signatures_checked: false };
  assert(verificationOf(unsound, now).hasSignatures, "what is not sound says enough");
});
