// Readings in a row: one at a time, none lost, and not one after the other without a pause.
import assert from "node:assert/strict";
import { test } from "node:test";
import { Problem } from "../web/lib/problem.js";
import { oneAtATime, retries, waitOf, within } from "../web/lib/waits.js";

/** A reader with a clock that stands until it is moved. */
function reader() {
  let timers = /** @type {{ at: number, run: () => void }[]} */ ([]);
  let end = () => {};
  const it = {
    time: 0,
    readings: 0,
    isReading: false,
    ask: () => {},
    async end() {
      end();
      await new Promise(setImmediate);
    },
    /** @param {number} ms */
    async pass(ms) {
      it.time += ms;
      const due = timers.filter(({ at }) => at <= it.time);
      timers = timers.filter(({ at }) => at > it.time);
      for (const { run } of due) run();
      await new Promise(setImmediate);
    },
  };
  it.ask = oneAtATime(
    () => {
      assert(!it.isReading, "one at a time");
      it.isReading = true;
      it.readings += 1;
      return new Promise((done) => {
        end = () => {
          it.isReading = false;
          done(undefined);
        };
      });
    },
    { later: (run, ms) => timers.push({ at: it.time + ms, run }), now: () => it.time },
  );
  return it;
}

test("what is asked for once is read at once", async () => {
  const it = reader();
  it.ask();
  assert.equal(it.readings, 1);
  await it.end();
  await it.pass(60_000);
  assert.equal(it.readings, 1);
  it.ask();
  assert.equal(it.readings, 2);
});

test("what is asked for while it is read is read once more, and never broken off", async () => {
  const it = reader();
  it.ask();
  for (let n = 0; n < 50; n += 1) it.ask();
  await it.pass(5000);
  assert.deepEqual([it.readings, it.isReading], [1, true]);
  await it.end();
  await it.pass(100);
  assert.equal(it.readings, 2);
  await it.end();
  await it.pass(60_000);
  assert.equal(it.readings, 2);
});

test("entries that come without a break are drawn, a reading a second", async () => {
  const it = reader();
  const starts = [];
  for (let n = 0; n < 1000; n += 1) {
    it.ask();
    const before = it.readings;
    await it.pass(10);
    if (it.readings > before) starts.push(it.time);
    if (n % 5 === 4 && it.isReading) await it.end();
  }
  assert(it.readings >= 9 && it.readings <= 14, `${it.readings} in ten seconds`);
  const last = starts.slice(-3);
  for (const n of [1, 2]) assert(last[n] - last[n - 1] >= 1000, `${starts}`);
  await it.end();
  await it.pass(1000);
  await it.end();
  assert(!it.isReading, "the last entry was read");
});

test("after a calm while, the next is read at once again", async () => {
  const it = reader();
  for (let n = 0; n < 8; n += 1) {
    it.ask();
    await it.pass(1000);
    await it.end();
  }
  const { readings } = it;
  it.ask();
  assert.equal(it.readings, readings, "there is a pause");
  await it.pass(1000);
  await it.end();
  await it.pass(2000);
  it.ask();
  assert.equal(it.readings, readings + 2);
});

test("a failed try is repeated more and more rarely, or when the server says", () => {
  assert.deepEqual(
    [0, 1, 4, 99].map((tries) => waitOf(tries)),
    [1000, 2000, 30_000, 30_000],
  );
  assert.equal(waitOf(3, { retryAfter: 7 }), 7000);
  assert.equal(waitOf(0, { retryAfter: null }), 1000);
});

test("what failed is tried again while the problem is temporary, and not after the end", () => {
  /** @type {Map<number, number>} */
  const timers = new Map();
  let number = 0;
  let tried = 0;
  const clock = {
    later: (/** @type {() => void} */ _, /** @type {number} */ ms) => {
      timers.set((number += 1), ms);
      return number;
    },
    cancel: (/** @type {number} */ timer) => timers.delete(timer),
  };
  const it = retries(() => (tried += 1), clock);
  const busy = () => new Problem({ status: 503 });
  const waits = [1, 2, 3].map(() => {
    it.after(busy());
    return [...timers.values()];
  });
  assert.deepEqual(waits, [[1000], [2000], [5000]], "one timer, ever later");
  it.after(null);
  assert.equal(timers.size, 0);
  it.after(new Problem({ status: 429, retryAfter: 7 }));
  assert.deepEqual([...timers.values()], [7000]);
  it.after(new Problem({ status: 404 }));
  assert.equal(timers.size, 0, "it would be the same again");
  it.after(null);
  it.after(busy());
  assert.deepEqual([...timers.values()], [1000]);
  it.end();
  assert.deepEqual([timers.size, tried], [0, 0]);
  retries(() => (tried += 1), { later: (run) => run() }).after(busy());
  assert.equal(tried, 1);
});

test("what is held up for too long fails, and what fails before that is what it is", async () => {
  const heldUp = (/** @type {AbortSignal} */ signal) =>
    new Promise((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  // The timer of a signal keeps no process alive.
  const alive = setInterval(() => {}, 1000);
  await assert.rejects(within(1, heldUp), { name: "Problem", status: 504 });
  clearInterval(alive);
  const refused = new Error("refused");
  await assert.rejects(
    within(60_000, () => Promise.reject(refused)),
    refused,
  );
  assert.equal(await within(60_000, async () => 7), 7);
});
