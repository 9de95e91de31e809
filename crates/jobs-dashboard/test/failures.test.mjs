// What nobody expected to fail is said, once, and not left as a page that waits.
import assert from "node:assert/strict";
import { test } from "node:test";

import { account, signOut } from "../web/lib/account.js";
import { get, isOnline, post } from "../web/lib/api.js";
import { dateTime } from "../web/texts/format.js";
import { onFailure } from "../web/lib/failures.js";
import { Problem, problemFrom } from "../web/lib/problem.js";
import { tOf } from "../web/texts/t.js";

test("a failure is told once, and what the reader chose is none", () => {
  const target = new EventTarget();
  const told = /** @type {string[]} */ ([]);
  onFailure(target, (why) => told.push(why));
  const fail = (/** @type {any} */ reason) =>
    target.dispatchEvent(Object.assign(new Event("unhandledrejection"), { reason }));
  fail(new TypeError("x is undefined"));
  fail(new TypeError("x is undefined"));
  fail(new DOMException("gone", "AbortError"));
  fail(new Problem({ status: 401 }));
  fail(new Problem({ status: 0 }));
  fail(undefined);
  target.dispatchEvent(Object.assign(new Event("error"), { error: new Error("y") }));
  assert.deepEqual(told, ["x is undefined", "y"]);
});

test("any error is shown as a problem, which is not tried again", () => {
  const known = new Problem({ status: 503 });
  assert.equal(problemFrom(known), known);
  const fault = problemFrom(new TypeError("x is undefined"));
  assert.equal(fault.detail, "x is undefined");
  assert.ok(fault.isFault && !fault.isTemporary && !fault.isNetwork);
});

test("a sign-out that failed leaves the user signed in, in the page as well", async () => {
  const fake = /** @type {any} */ (globalThis);
  const { fetch } = globalThis;
  account.set(/** @type {any} */ ({ user_id: "vijay" }));
  fake.fetch = async () => new Response("{}", { status: 503 });
  await assert.rejects(signOut(), Problem);
  assert.equal(account.get()?.user_id, "vijay");
  fake.fetch = async () => new Response("{}", { status: 401 });
  await signOut();
  assert.equal(account.get(), null);
  fake.fetch = fetch;
});

test("what is read is waited for so long, what is sent until it is answered", async () => {
  const fake = /** @type {any} */ (globalThis);
  const { fetch } = globalThis;
  const { timeout } = AbortSignal;
  AbortSignal.timeout = () => AbortSignal.abort(new DOMException("too long", "TimeoutError"));
  fake.fetch = async (/** @type {string} */ _, /** @type {any} */ { signal }) => {
    signal.throwIfAborted();
    return new Response("{}");
  };
  const late = await get("/v1/jobs").catch((error) => error);
  assert.ok(late.isNetwork && !isOnline.get(), late);
  assert.deepEqual(await post("/v1/jobs"), {});
  // What the page no longer wants is no failure of the network.
  const left = AbortSignal.abort(new DOMException("left", "AbortError"));
  await assert.rejects(post("/v1/jobs", {}, { signal: left }), { name: "AbortError" });
  assert.ok(isOnline.get());
  fake.fetch = fetch;
  AbortSignal.timeout = timeout;
});

test("values that the page does not expect are shown as they are", () => {
  assert.equal(dateTime("never", "utc"), "never");
  assert.equal(tOf("status", /** @type {any} */ (undefined)), "undefined");
  assert.equal(tOf("source", "carrier_pigeon"), "carrier pigeon");
});
