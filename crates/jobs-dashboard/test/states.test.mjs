// What is said of a problem.
import assert from "node:assert/strict";
import { test } from "node:test";

import { Problem } from "../web/lib/problem.js";
import { titleOf, whyOf } from "../web/parts/states.js";

test("what the browser says of a request that failed is not shown", () => {
  const problem = new Problem({ status: 0, type: "network", detail: "TypeError: fetch" });
  assert.equal(whyOf(problem), "The server cannot be reached");
  assert.equal(whyOf(new Problem({ status: 503, detail: "The disk is full" })), "The disk is full");
});

test("a request that took too long has a title", () => {
  const problem = new Problem({ status: 504, type: "timeout" });
  assert.equal(titleOf(problem), "The server did not answer in time");
});
