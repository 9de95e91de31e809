// What was filled in for a Set Action is there again after a look at another page, for its user.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { account } from "../web/lib/account.js";
import { underWay } from "../web/lib/sending.js";
import {
  begun,
  formDraftAt,
  dropFormDraft,
  hasUnsent,
  keepFormDraft,
  withForm,
  withSource,
} from "../web/pages/set-action/draft.js";
import { sourceOf } from "../web/pages/set-action/state.js";

/** What the page listens for. @type {Map<string, (event: any) => void>} */
const listeners = new Map();
Object.assign(globalThis, {
  addEventListener: (/** @type {string} */ name, /** @type {any} */ run) => {
    listeners.set(name, run);
  },
  removeEventListener: (/** @type {string} */ name) => void listeners.delete(name),
});

/** @param {string} user_id */
const user = (user_id) => /** @type {any} */ ({ user_id, role: "operator" });
const form = {
  action: "A",
  other: "",
  base: "https://up.example/",
  path: "",
  token: "",
  batch: "",
};
const empty = () => begun(form, sourceOf(""));

/** Whether the browser asks before the page is left. */
function asks() {
  let isAsked = false;
  listeners.get("beforeunload")?.({ preventDefault: () => (isAsked = true) });
  return isAsked;
}

beforeEach(() => {
  account.set(null);
  account.set(user("anita"));
});

test("a form is there again as it was left, without its token", () => {
  const draft = withSource(withForm(empty(), { token: "secret", batch: "b" }), sourceOf("1\n2"));
  keepFormDraft("", draft);
  assert.deepEqual(formDraftAt(""), { ...draft, form: { ...draft.form, token: "" } });
  assert.equal(formDraftAt("cid=7"), null, "the form of another address is another one");
  dropFormDraft("", formDraftAt("")?.key);
  assert.equal(formDraftAt(""), null);
});

test("what was changed after it was sent stays, and the form with it", () => {
  const sent = withSource(empty(), sourceOf("1"));
  keepFormDraft("", sent);
  keepFormDraft("", withSource(sent, sourceOf("2")));
  assert(!dropFormDraft("", sent.key));
  assert.equal(formDraftAt("")?.source.text, "2");
  assert(hasUnsent());
  keepFormDraft("", sent);
  assert(dropFormDraft("", sent.key), "what was not changed goes");
  assert(!dropFormDraft("", sent.key), "once");
});

test("nothing of it is there for another user", () => {
  for (const next of [user("vijay"), null, undefined]) {
    account.set(user("anita"));
    keepFormDraft("", withSource(empty(), sourceOf("1")));
    account.set({ ...user("anita") });
    assert(formDraftAt(""));
    account.set(next);
    assert.equal(formDraftAt(""), null);
    assert(!asks());
  }
});

test("the browser asks before unsent customers are lost, and only then", () => {
  keepFormDraft("", withForm(empty(), { batch: "b" }));
  assert.deepEqual([hasUnsent(), asks()], [false, false]);
  keepFormDraft("", withSource(empty(), sourceOf("1")));
  assert.deepEqual([hasUnsent(), asks()], [true, true]);
  // A reload finds what is being sent.
  underWay.add("key");
  assert(!asks());
  underWay.delete("key");
  assert(asks());
  dropFormDraft("", formDraftAt("")?.key);
  assert.deepEqual([hasUnsent(), asks()], [false, false]);
});

test("what is sent twice has one key, and what is changed another", () => {
  const draft = withSource(empty(), sourceOf("1"));
  assert.notEqual(draft.key, empty().key);
  assert.equal(withForm(draft, { token: "t" }).key, draft.key);
  keepFormDraft("", draft);
  assert.equal(formDraftAt("")?.key, draft.key, "also after a look at another page");
  assert.notEqual(withForm(draft, { path: "v1" }).key, draft.key);
  assert.notEqual(withSource(draft, sourceOf("2")).key, draft.key);
});

test("what was typed outlasts a file, and faults of another text are not dealt with", () => {
  const typed = withSource(empty(), sourceOf("1"));
  const file = withSource({ ...typed, isRemoved: true }, sourceOf("2\n3", { isLarge: true }));
  assert.deepEqual([file.typed, file.isRemoved], ["1", false]);
  const read = withSource({ ...file, isRemoved: true }, { ...file.source, trims: true });
  assert.deepEqual([read.typed, read.isRemoved], ["1", true]);
});
