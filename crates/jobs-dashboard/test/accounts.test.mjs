// Accounts: which tokens work, the name of a browser, which users a search finds.
import assert from "node:assert/strict";
import { test } from "node:test";

import { browserOf, byState, endOf } from "../web/lib/accounts.js";
import { atFields } from "../web/lib/field-problem.js";
import { Problem } from "../web/lib/problem.js";
import { found } from "../web/pages/admin/state.js";

/** @param {string} name @param {object} [more] */
const token = (name, more) => ({
  name,
  state: /** @type {const} */ ("accepted"),
  current: false,
  user_id: "vijay",
  role: "operator",
  created_at: "2026-11-01T00:00:00Z",
  expires_at: null,
  last_used_at: null,
  revoked_at: null,
  ...more,
});

test("tokens that work are apart, each part the newest first, then by name", () => {
  const tokens = [
    token("b"),
    token("c", { created_at: "2026-11-02T00:00:00Z" }),
    token("old", { created_at: null }),
    token("gone", { state: "revoked" }),
    token("a"),
    token("over", { state: "expired", created_at: "2026-11-28T00:00:00Z" }),
    token("off", { state: "user_disabled", created_at: "2026-11-29T00:00:00Z" }),
  ];
  const { working, others } = byState(tokens);
  const names = (/** @type {{ name: string }[]} */ list) => list.map(({ name }) => name);
  assert.deepEqual(names(working), ["c", "a", "b", "old"]);
  assert.deepEqual(names(others), ["off", "over", "gone"]);
});

test("the last day of a token is part of its time", () => {
  assert.equal(endOf("2026-12-31", "utc"), "2027-01-01T00:00:00.000Z");
  assert.equal(endOf("2026-02-28", "local"), new Date(2026, 2, 1).toISOString());
});

test("browsers are called by the name that people know", () => {
  const webkit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const agents = {
    "Chrome, Linux": `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/140.0.0.0 Safari/537.36`,
    "Edge, Windows": `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/140.0 Safari/537.36 Edg/140.0`,
    "Chrome, Android": `Mozilla/5.0 (Linux; Android 14) ${webkit} Chrome/140.0 Mobile Safari/537.36`,
    "Safari, iPhone": `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) ${webkit} Safari/604.1`,
    "Safari, macOS": `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Safari/605.1`,
    "Firefox, Linux": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
    "curl/8.5.0": "curl/8.5.0",
    "not-Firefox/1": "not-Firefox/1",
  };
  for (const [name, agent] of Object.entries(agents)) assert.equal(browserOf(agent), name);
  assert.equal(browserOf(null), "");
});

test("a problem is at its field if the form has that, and otherwise at the whole", () => {
  const problem = new Problem({ status: 400, detail: "new: is too short", field: "new" });
  const { at, rest } = atFields(problem, ["current", "new"]);
  assert.deepEqual([at("current"), at("new"), rest], [null, "is too short", null]);
  const other = atFields(problem, ["current"]);
  assert.deepEqual([other.at("current"), other.at("new"), other.rest], [null, null, problem]);
  const unnamed = new Problem({ status: 409, detail: "new: is too short" });
  assert.equal(atFields(unnamed, ["new", ""]).rest, unnamed);
  assert.deepEqual(atFields(null, ["new"]).rest, null);
  const plain = new Problem({ status: 403, detail: "it is another", field: "new" });
  assert.equal(atFields(plain, ["new"]).at("new"), "it is another");
});

test("a search finds users by name in any case, and by role", () => {
  /** @param {string} user_id @param {"operator" | "admin"} role */
  const user = (user_id, role, disabled = false) => ({
    user_id,
    role,
    disabled,
    has_password: true,
    created_at: null,
  });
  const users = [
    user("vijay", "operator"),
    user("anita", "operator", true),
    user("Ángel", "operator"),
    user("meera", "admin"),
  ];
  const names = (/** @type {string} */ text) => found(users, text).map(({ user_id }) => user_id);
  assert.deepEqual(names(""), ["Ángel", "meera", "vijay", "anita"]);
  assert.deepEqual(names(" VI "), ["vijay"]);
  assert.deepEqual(names("A\u0301NG"), ["Ángel"]);
  assert.deepEqual(names("adm"), ["meera"]);
  assert.deepEqual(names("nobody"), []);
});
