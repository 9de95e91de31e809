// What one user saw must not be there for the next one.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { account, onOtherTab, onOtherUser } from "../web/lib/account.js";
import { leftBehind } from "../web/lib/left.js";

/** @param {string} user_id */
const user = (user_id) => /** @type {any} */ ({ user_id, role: "operator" });

beforeEach(() => account.set(user("anita")));

test("what was left is there for the same user, at the same query, for ten minutes", () => {
  let now = 0;
  const left = leftBehind(() => now);
  left.leave("anita", "status=FAILED", "rows");
  assert.equal(left.find("status=FAILED"), "rows");
  assert.equal(left.find(""), null);
  now = 599_999;
  assert.equal(left.find("status=FAILED"), "rows");
  now = 600_000;
  assert.equal(left.find("status=FAILED"), null);
});

test("signing in again as the same user forgets nothing", () => {
  const left = leftBehind();
  left.leave("anita", "", "rows");
  account.set({ ...user("anita"), session: null });
  assert.equal(left.find(""), "rows");
});

test("a sign-out, or another user, forgets what was left", () => {
  for (const next of [null, user("vijay")]) {
    account.set(user("anita"));
    const left = leftBehind();
    left.leave("anita", "", "rows");
    account.set(next);
    account.set(user("anita"));
    assert.equal(left.find(""), null);
  }
});

test("a page that ends after its user has gone leaves nothing", () => {
  const left = leftBehind();
  account.set(null);
  left.leave("anita", "", "rows");
  account.set(user("vijay"));
  left.leave("anita", "", "rows");
  left.leave(undefined, "", "rows");
  assert.equal(left.find(""), null);
});

test("one is told of another user once for each change", () => {
  let times = 0;
  const end = onOtherUser(() => (times += 1));
  account.set({ ...user("anita") });
  assert.equal(times, 0);
  account.set(null);
  account.set(user("anita"));
  assert.equal(times, 2);
  end();
  account.set(null);
  assert.equal(times, 2);
});

test("another tab that signs in somebody else has this one loaded again", () => {
  const fake = /** @type {any} */ (globalThis);
  const storage = Object.getOwnPropertyDescriptor(globalThis, "localStorage");
  let event = /** @type {(event: any) => void} */ (() => {});
  const items = new Map();
  fake.addEventListener = (/** @type {string} */ _name, /** @type {any} */ run) => (event = run);
  Object.defineProperty(globalThis, "localStorage", {
    configurable: true,
    value: {
      getItem: (/** @type {string} */ key) => items.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ text) => items.set(key, text),
    },
  });
  const key = "jobs::user";
  const elsewhere = (/** @type {string} */ user_id) => {
    items.set(key, JSON.stringify(user_id));
    event({ key });
  };
  let reloads = 0;
  onOtherTab(() => (reloads += 1));
  account.set(user("vijay"));
  assert.equal(items.get(key), '"vijay"');
  elsewhere("vijay");
  assert.equal(reloads, 0);
  elsewhere("anita");
  assert.equal(reloads, 1);
  assert.equal(account.get(), undefined, "what was typed is forgotten without a question");
  account.set(null);
  elsewhere("asha");
  assert.equal(reloads, 1, "nobody is shown here");
  delete fake.addEventListener;
  if (storage) Object.defineProperty(globalThis, "localStorage", storage);
  else delete fake.localStorage;
});
