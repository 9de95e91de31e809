// Times as the page writes them.
import assert from "node:assert/strict";
import { test } from "node:test";
import { exactTime } from "../web/texts/format.js";

test("an exact time has its fraction of a second, and says where it is that time", () => {
  const [created, updated] = ["2026-11-30T04:02:42.003687Z", "2026-11-30T04:02:42.107000Z"];
  assert.equal(exactTime(created, "utc"), "30 Nov 2026, 04:02:42.003687 UTC");
  assert.notEqual(exactTime(created, "utc"), exactTime(updated, "utc"));
  assert.equal(exactTime("2026-11-30T04:02:42Z", "utc"), "30 Nov 2026, 04:02:42 UTC");
  assert.match(exactTime(created, "local"), /:42\.003687 GMT([+-]\d\d:\d\d)?$/);
  assert.equal(exactTime("yesterday", "utc"), "yesterday");
});
