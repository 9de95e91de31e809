// What was typed into a dialog and not sent.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { account } from "../web/lib/account.js";
import { draftOf, forgetDraft, keepDraft } from "../web/lib/drafts.js";

/** @param {string} user_id */
const user = (user_id) => /** @type {any} */ ({ user_id, role: "operator" });

beforeEach(() => {
  account.set(null);
  account.set(user("anita"));
});

test("what was typed is there until it was sent, with the key that it may have been sent with", () => {
  const first = draftOf("note a", "");
  assert.equal(first.value, "");
  const typed = keepDraft("note a", "called them");
  assert.notEqual(typed.key, first.key);
  assert.deepEqual(draftOf("note a", ""), typed);
  assert.equal(draftOf("note b", "").value, "", "another job");
  forgetDraft("note a", typed.key);
  assert.equal(draftOf("note a", "").value, "");
});

test("what was typed after something was sent stays", () => {
  const sent = keepDraft("note a", "called");
  keepDraft("note a", "called them");
  forgetDraft("note a", sent.key);
  assert.equal(draftOf("note a", "").value, "called them");
});

test("another user does not see it, and the same one does after signing in again", () => {
  keepDraft("note a", "called them");
  account.set({ ...user("anita"), session: null });
  assert.equal(draftOf("note a", "").value, "called them");
  account.set(user("vijay"));
  account.set(user("anita"));
  assert.equal(draftOf("note a", "").value, "");
});
