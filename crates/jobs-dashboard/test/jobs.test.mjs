// The state of the list of jobs: filters, pages, what the stream brings.
import assert from "node:assert/strict";
import { test } from "node:test";

import {
  apiQuery,
  chosen,
  countsQuery,
  dayOf,
  filtersOf,
  matches,
  queryOf,
  startOfDay,
  toggled,
  without,
} from "../web/pages/jobs/filters.js";
import { JobList, MOST_FRESH, MOST_ROWS, PAGE, Recent } from "../web/pages/jobs/list.js";
import { Jobs } from "../web/pages/jobs/jobs.js";
import { Problem } from "../web/lib/problem.js";

const NOW = Date.parse("2026-11-30T12:00:00Z");
const none = filtersOf(new URLSearchParams());
const id = (/** @type {number} */ index) => `job-${index}`;

/** @param {number} index @param {object} [more] */
const job = (index, more) => ({
  job_id: id(index),
  index,
  last_index: index,
  status: "IN_PROGRESS",
  created_at: "2026-11-30T10:00:00Z",
  ...more,
});

/** @param {number} from @param {number} count */
const jobs = (from, count) => Array.from({ length: count }, (_, place) => job(from - place));

/** A list of which so many pages were read. @param {number} pages */
function read(pages, filters = none, recent = new Recent()) {
  const list = new JobList(filters, recent);
  for (let number = 0; number < pages; number += 1) {
    const first = 1_000_000 - number * PAGE;
    list.place(number, { jobs: jobs(first, PAGE), next: `after ${number}` }, NOW);
  }
  return list;
}

test("filters go into the address and come back", () => {
  const text = "status=FAILED&status=SUCCESS&cid=5001&job_id=01a2&within=7d";
  const filters = filtersOf(new URLSearchParams(text));
  assert.deepEqual(filters.status, ["FAILED", "SUCCESS"]);
  assert.equal(queryOf(filters).toString(), text);
  assert.equal(chosen(filters).length, 5);
  assert.deepEqual(toggled(filters, "status", "FAILED").status, ["SUCCESS"]);
  assert.equal(without(filters, "within", "7d").within, undefined);
});

test("a span of time before now is an instant for the API", () => {
  const filters = filtersOf(new URLSearchParams("within=24h"));
  assert.equal(apiQuery(filters, NOW).since, "2026-11-29T12:00:00.000Z");
  assert.equal(apiQuery(filters, NOW).within, undefined);
});

test("a view is counted if the API counts for its filters, whatever its statuses", () => {
  const query = (/** @type {string} */ text) => countsQuery(filtersOf(new URLSearchParams(text)));
  assert.deepEqual(query(""), {});
  assert.deepEqual(query("status=FAILED&status=SUCCESS"), {});
  assert.deepEqual(query("status=FAILED&user_id=vijay"), { user_id: "vijay" });
  assert.equal(query("user_id=vijay&user_id=asha"), null, "two users are not counted at once");
  const others = ["cause=answered", "cid=5001", "batch_id=b", "source=api", "job_id=01a2"];
  for (const one of [...others, "retry_of=x", "since=2026-01-28T00:00:00Z", "within=7d"]) {
    assert.equal(query(one), null, one);
    assert.equal(query(`user_id=vijay&${one}`), null, one);
  }
});

test("a job matches if every filter has one of its values", () => {
  const one = job(1, { job_id: "01a22a9e-8630-71f5", user_id: "vijay", status: "FAILED" });
  const is = (/** @type {string} */ text) =>
    matches(filtersOf(new URLSearchParams(text)), one, NOW);
  assert.ok(is(""));
  assert.ok(is("status=FAILED&status=SUCCESS&user_id=vijay"));
  assert.ok(!is("status=SUCCESS&user_id=vijay"));
  assert.ok(is("job_id=01A22A9E8"));
  assert.ok(!is("job_id=01b"));
  assert.ok(is("within=7d") && !is("since=2026-11-30T11:00:00Z"));
  assert.ok(!is("until=2026-11-30T10:00:00Z"), "until is exclusive");
});

test("a day begins where the zone says", () => {
  assert.equal(startOfDay("2026-11-30", "utc", 1), "2026-12-01T00:00:00.000Z");
  assert.equal(dayOf("2026-12-01T00:00:00.000Z", "utc", 1), "2026-11-30");
  assert.equal(dayOf("nonsense", "utc"), "");
  assert.equal(dayOf(startOfDay("2026-03-29", "local"), "local"), "2026-03-29");
});

test("rows are found across pages of any length", () => {
  const list = new JobList(none, new Recent());
  list.place(0, { jobs: jobs(9, 2), next: "a" }, NOW);
  list.place(1, { jobs: [], next: "b" }, NOW);
  list.place(2, { jobs: jobs(7, 3), next: null }, NOW);
  assert.equal(list.count, 5);
  assert.ok(list.isDone);
  assert.deepEqual(
    list.slice(1, 4).map((row) => row.index),
    [8, 7, 6],
  );
  assert.equal(list.slice(4, 99).length, 1);
});

test("only rows near the reader are kept, and the others are read again by their cursor", () => {
  const list = read(200);
  list.forget(150 * PAGE, 150 * PAGE + 20);
  assert.ok(list.byId.size <= 19 * PAGE, `${list.byId.size} rows`);
  assert.equal(list.count, 200 * PAGE);
  assert.deepEqual(list.slice(PAGE, PAGE + 1), [null]);
  assert.equal(list.wanted(PAGE, PAGE + 20), 1);
  assert.equal(list.cursorOf(1), "after 0");
  assert.equal(list.cursorOf(7), "after 6");
  assert.equal(list.wanted(150 * PAGE, 150 * PAGE + 20), null);
});

test("the next page is wanted near the end, until there is none or too many", () => {
  const list = read(1);
  assert.equal(list.wanted(0, 20), null);
  assert.equal(list.wanted(60, 80), 1);
  list.place(1, { jobs: jobs(5, 5), next: null }, NOW);
  assert.equal(list.wanted(90, 105), null);
  assert.ok(read(MOST_ROWS / PAGE).isTruncated);
});

test("a page that was read again may have fewer rows", () => {
  const list = read(3);
  assert.equal(list.place(1, { jobs: jobs(999_900, 98), next: "x" }, NOW), -2);
  assert.equal(list.count, 298);
  assert.equal(list.cursorOf(2), "after 1", "the others keep their cursors");
});

test("the newest page, read again, keeps its rows in their places", () => {
  const list = read(1);
  list.expire();
  assert.equal(list.wanted(0, 20), 0);
  assert.ok(list.limitOf(0) > PAGE);
  const newer = { ...job(999_999), last_index: 2_000_000, status: "FAILED" };
  list.place(0, { jobs: [job(1_000_001), newer], next: "other" }, NOW);
  assert.equal(list.count, PAGE);
  assert.equal(list.slice(0, 1)[0].index, 1_000_000);
  assert.equal(list.slice(1, 2)[0].status, "FAILED");
  assert.equal(list.cursorOf(1), "after 0");
  assert.equal(list.wanted(0, 20), null);
});

test("the stream changes rows where they stand, once", () => {
  const list = read(1);
  const row = list.byId.get(id(999_999));
  const entry = { index: 2_000_000, kind: "status_changed", job_id: row.job_id, status: "FAILED" };
  assert.ok(list.take([entry], NOW));
  assert.equal(list.slice(1, 2)[0].status, "FAILED");
  assert.ok(!list.take([{ ...entry, status: "SUCCESS" }], NOW), "the same entry again");
  const note = { index: 2_000_001, kind: "note_added", job_id: row.job_id, text: "seen" };
  list.take([note, { ...note, index: 2_000_002, text: "again" }], NOW);
  assert.equal(row.note_count, 2);
  assert.equal(row.newest_note.text, "again");
  assert.equal(row.status, "FAILED");
});

test("new jobs are only counted, and only while they match", () => {
  const recent = new Recent();
  const list = read(1, filtersOf(new URLSearchParams("status=IN_PROGRESS")), recent);
  const before = list.slice(0, 5);
  const take = (/** @type {any[]} */ entries) => {
    recent.take(entries);
    return list.take(entries, NOW);
  };
  const created = { ...job(2_000_000), kind: "job_created" };
  assert.ok(take([created, { ...job(2_000_001), kind: "job_created" }]));
  assert.equal(list.fresh.size, 2);
  take([{ index: 2_000_002, kind: "status_changed", job_id: created.job_id, status: "SUCCESS" }]);
  assert.equal(list.fresh.size, 1);
  assert.deepEqual(list.slice(0, 5), before);
});

test("an entry that came before the page that it belongs to is applied to it", () => {
  const recent = new Recent();
  recent.take([
    { index: 1_000_500, kind: "status_changed", job_id: id(1_000_000), status: "FAILED" },
  ]);
  assert.equal(read(1, none, recent).slice(0, 1)[0].status, "FAILED");
});

test("what is remembered of the stream is bounded", () => {
  const recent = new Recent();
  for (let index = 0; index < 5000; index += 1)
    recent.take([{ ...job(index), kind: "job_created" }]);
  assert.equal(recent.jobs.size, 2000);
  assert.ok(recent.jobs.has(id(4999)));
});

/** A server with so many jobs, and time that passes when told to. @param {number} size */
function server(size) {
  const asked = /** @type {any[]} */ ([]);
  const timers = /** @type {(() => void)[]} */ ([]);
  const io = {
    asked,
    size,
    /** @type {Problem | null} */
    problem: null,
    /** @type {any} */
    stream: null,
    changes: 0,
    /** @param {string} path @param {any} options */
    get: async (path, { query, signal }) => {
      asked.push({ path, ...query });
      if (io.problem) throw io.problem;
      if (path === "/v1/stats") {
        return { head: { size: io.size }, total: { SUCCESS: query.user_id ? 3 : io.size } };
      }
      const from = (query.cursor ?? null) === null ? io.size - 1 : Number(query.cursor);
      const count = Math.min(query.limit, from + 1);
      assert.ok(!signal?.aborted);
      return { jobs: jobs(from, count), next: count <= from ? String(from - count) : null };
    },
    /** @param {any} filter @param {any} listener */
    follow: (filter, listener) => {
      io.stream = { filter, ...listener };
      return () => (io.stream = null);
    },
    onChange: () => (io.changes += 1),
    /** @param {() => void} run */
    later: (run) => timers.push(run),
    now: () => NOW,
    pass: () => timers.splice(0).forEach((run) => run()),
  };
  return io;
}

test("the stream continues where the counts end, and they are read before the jobs", async () => {
  const io = server(250);
  const view = new Jobs(io);
  await view.open(none);
  assert.deepEqual(
    io.asked.map((request) => request.path),
    ["/v1/stats", "/v1/jobs"],
  );
  assert.deepEqual(io.stream.filter, { after: 249 });
  assert.equal(view.list?.count, PAGE);
});

test("an empty ledger is followed from its first entry", async () => {
  const io = server(0);
  const view = new Jobs(io);
  await view.open(none);
  assert.deepEqual(io.stream.filter, { from: 0 });
  assert.ok(view.list?.isDone && view.list.count === 0);
});

test("more is read as the reader goes on, to the end", async () => {
  const io = server(250);
  const view = new Jobs(io);
  await view.open(none);
  view.show(70, 99);
  await new Promise(setImmediate);
  assert.equal(view.list?.count, 200);
  view.show(180, 199);
  await new Promise(setImmediate);
  assert.equal(view.list?.count, 250);
  assert.ok(view.list?.isDone);
});

test("another view replaces the one before when its jobs are there, not earlier", async () => {
  const io = server(250);
  const view = new Jobs(io);
  await view.open(none);
  const first = view.list;
  const opened = view.open(filtersOf(new URLSearchParams("status=FAILED")));
  assert.equal(view.list, first);
  await opened;
  assert.deepEqual(view.list?.filters.status, ["FAILED"]);
  assert.deepEqual(io.asked.at(-1).status, ["FAILED"]);
  assert.equal(io.asked.filter(({ path }) => path === "/v1/stats").length, 1);
});

test("the counts are those of the view, or there are none", async () => {
  const io = server(250);
  const view = new Jobs(io);
  const filters = (/** @type {string} */ text) => filtersOf(new URLSearchParams(text));
  const counted = () => io.asked.filter(({ path }) => path === "/v1/stats").length;
  assert.equal(view.totalOf(none), undefined, "not known yet");
  await view.open(none);
  assert.deepEqual(view.totalOf(filters("status=FAILED")), { SUCCESS: 250 });
  const own = filters("user_id=vijay");
  assert.equal(view.totalOf(own), undefined, "not those of all jobs meanwhile");
  await view.open(own);
  assert.deepEqual(view.totalOf(own), { SUCCESS: 3 });
  assert.equal(view.totalOf(filters("user_id=asha")), undefined, "another user's");
  assert.equal(counted(), 2);
  await view.open(filters("user_id=vijay&status=FAILED"));
  assert.equal(counted(), 2, "the statuses change no counts");
  await view.open(filters("cid=5001"));
  assert.equal(view.totalOf(filters("cid=5001")), null);
  assert.equal(counted(), 2);
  assert.deepEqual(view.stats.total, { SUCCESS: 250 }, "what the filters offer is of all jobs");
});

test("the counts of a view follow the ledger", async () => {
  const io = server(250);
  const view = new Jobs(io);
  await view.open(filtersOf(new URLSearchParams("user_id=vijay")));
  const before = io.asked.length;
  io.stream.onEntries([{ ...job(250), kind: "job_created" }]);
  io.pass();
  await new Promise(setImmediate);
  assert.deepEqual(
    io.asked.slice(before).map(({ path, user_id }) => [path, user_id]),
    [
      ["/v1/stats", undefined],
      ["/v1/stats", "vijay"],
    ],
  );
});

test("five hundred entries are one drawing and one reading of the counts", async () => {
  const io = server(100);
  const view = new Jobs(io);
  await view.open(none);
  const before = { changes: io.changes, asked: io.asked.length };
  for (let index = 100; index < 600; index += 1) {
    io.stream.onEntries([{ ...job(index), kind: "job_created" }]);
  }
  assert.equal(io.changes, before.changes, "nothing is drawn at once");
  io.pass();
  await new Promise(setImmediate);
  assert.equal(io.changes, before.changes + 2);
  assert.equal(io.asked.length, before.asked + 1);
  assert.equal(view.list?.fresh.size, 500);
  assert.equal(view.list?.count, 100);
});

test("a temporary problem is tried again, another is not", async () => {
  const io = server(10);
  io.problem = new Problem({ status: 0 });
  const view = new Jobs(io);
  await view.open(none);
  assert.ok(view.problem?.isNetwork);
  io.problem = null;
  io.pass();
  await new Promise(setImmediate);
  assert.equal(view.problem, null);
  assert.equal(view.list?.count, 10);

  io.problem = new Problem({ status: 400 });
  await view.open(none);
  const asked = io.asked.length;
  io.pass();
  await new Promise(setImmediate);
  assert.equal(io.asked.length, asked);
});

test("what was shown is there again after a while elsewhere, and what is new is counted", async () => {
  const io = server(50);
  const view = new Jobs(io);
  await view.open(none);
  view.close();
  assert.equal(io.stream, null);
  io.size = 53;
  await view.resume(io.onChange);
  assert.equal(view.list?.count, 50);
  assert.equal(view.list?.fresh.size, 3);
  assert.ok(io.stream);
});

test("new jobs are counted up to a bound, however long the page stands", async () => {
  const io = server(10);
  const view = new Jobs(io);
  await view.open(none);
  for (let index = 10; index < 3 * MOST_FRESH; index += 1) {
    io.stream.onEntries([{ ...job(index), kind: "job_created" }]);
  }
  assert.equal(view.list?.fresh.size, MOST_FRESH);
  view.list?.compare([job(99_999)]);
  assert.equal(view.list?.fresh.size, MOST_FRESH, "one page does not say how many there are");
});

test("a note makes nobody look for new jobs of a customer", async () => {
  const io = server(10);
  const view = new Jobs(io);
  await view.open(filtersOf(new URLSearchParams("cid=5001")));
  const looks = () => io.asked.filter(({ path }) => path === "/v1/jobs").length;
  const before = looks();
  io.stream.onEntries([{ job_id: id(1), index: 10, kind: "note_added" }]);
  io.pass();
  await new Promise(setImmediate);
  assert.equal(looks(), before);
  io.stream.onEntries([{ ...job(11), kind: "job_created" }]);
  io.pass();
  await new Promise(setImmediate);
  assert.equal(looks(), before + 1);
});
