// Lists that are read as far as they are looked at.
import assert from "node:assert/strict";
import { test } from "node:test";
import { PagedList, pageSize } from "../web/lib/paged-list.js";

/** 250 rows, in pages of 100. */
function source() {
  const it = {
    asked: /** @type {(string | null)[]} */ ([]),
    problem: /** @type {Error | null} */ (null),
    async read(/** @type {string | null} */ next, /** @type {number} */ count) {
      it.asked.push(next);
      if (it.problem) throw it.problem;
      assert.equal(Number(next ?? 0), count);
      const rows = Array.from({ length: Math.min(100, 250 - count) }, (_, n) => count + n);
      const end = count + rows.length;
      return { rows, next: end < 250 ? String(end) : null };
    },
  };
  return it;
}

test("a list is read as far as it is asked for, and not beyond its end", async () => {
  const of = source();
  let pages = 0;
  const list = new PagedList(of.read, () => (pages += 1));
  await list.reach(90);
  await list.reach(40);
  assert.deepEqual([list.rows.length, list.isDone, of.asked], [100, false, [null]]);
  await list.reach(101);
  assert.deepEqual([list.rows.length, pages], [200, 2]);
  assert.deepEqual(
    await list.all(),
    Array.from({ length: 250 }, (_, n) => n),
  );
  await list.reach(9999);
  assert.deepEqual([of.asked, list.isDone, pages], [[null, "100", "200"], true, 3]);
});

test("what is asked for meanwhile is read, too, and nothing twice", async () => {
  const of = source();
  const list = new PagedList(of.read);
  await Promise.all([list.reach(1), list.reach(150), list.reach(2)]);
  assert.deepEqual([list.rows.length, of.asked], [200, [null, "100"]]);
});

test("after an error it goes on where it was", async () => {
  const of = source();
  const list = new PagedList(of.read);
  await list.reach(1);
  of.problem = new Error("broken");
  await assert.rejects(list.reach(150), of.problem);
  of.problem = null;
  assert.equal(list.rows.length, 100);
  await list.all();
  assert.deepEqual([list.rows.length, new Set(list.rows).size], [250, 250]);
});

test("the first page is short, and soon there", () => {
  assert.deepEqual([pageSize(0), pageSize(100), pageSize(2100)], [100, 2000, 10_000]);
});
