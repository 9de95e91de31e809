// The form of a Set Action: what it lacks, what is sent, and what is kept of that.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";

import { layout, parse, pick } from "../web/lib/csv.js";
import { Problem } from "../web/lib/problem.js";
import { forget, jobOf, requestKey, send, sendings } from "../web/pages/set-action/sending.js";
import {
  actionOf,
  bodyOf,
  faultsOf,
  initial,
  OTHER,
  pathOfJobs,
  sourceOf,
  sourceOfAddress,
  urlOf,
  whyNot,
  withoutQuery,
} from "../web/pages/set-action/state.js";

const UP = "https://up.example/tms/";
const meta = (/** @type {string[]} */ upstreams = [UP]) => ({
  set_actions: { upstreams, actions: [{ name: "PE-Enable", code: 2 }], others: true },
  limits: { action_name_bytes: 128, batch_id_bytes: 128 },
});
const query = (text = "") => new URLSearchParams(text);
const form = { action: "PE-Enable", other: "", base: UP, path: "v1/go", token: "s", batch: "" };

beforeEach(() => sendings.set([]));

test("one upstream is chosen, with the path that was last used", () => {
  assert.deepEqual(initial(meta(), query(), () => "v1/go").base, UP);
  assert.equal(initial(meta(), query(), () => "v1/go").path, "v1/go");
  const many = initial(meta([UP, "https://b.example/"]), query(), () => "v1/go");
  assert.equal(many.base + many.path, "");
});

test("the address chooses an action and a batch", () => {
  const known = initial(meta(), query("action=PE-Enable&batch_id=b 1"), () => "");
  assert.equal(actionOf(known), "PE-Enable");
  assert.equal(known.batch, "b 1");
  const other = initial(meta(), query("action=Restart"), () => "");
  assert.equal(other.action, OTHER);
  assert.equal(actionOf(other), "Restart");
});

test("a path is put below its upstream", () => {
  for (const [base, path] of [
    [UP, "v1/go"],
    [UP, "/v1/go"],
    ["https://up.example/tms", "v1/go"],
  ])
    assert.equal(urlOf({ base, path }), "https://up.example/tms/v1/go");
  assert.equal(urlOf({ base: UP, path: "" }), UP);
  const jobs = [{ cluster_url: null }, { cluster_url: `${UP}v1/go?x=1` }];
  assert.equal(pathOfJobs(jobs, UP), "v1/go");
  assert.equal(pathOfJobs(jobs, "https://up.example/tm"), "");
});

test("a query, which may have credentials, is not kept with the path", () => {
  assert.equal(withoutQuery("v1/go?token=s#x"), "v1/go");
  assert.equal(withoutQuery("v1/go#token=s?"), "v1/go");
  assert.equal(withoutQuery("v1/go"), "v1/go");
});

test("a form needs an action and an upstream, and valid names", () => {
  assert.deepEqual(faultsOf(form, meta()), {});
  assert.equal(faultsOf({ ...form, action: "" }, meta()).action?.why, "empty");
  assert.equal(faultsOf({ ...form, action: OTHER, other: "x " }, meta()).action?.why, "ends");
  assert.equal(faultsOf({ ...form, batch: "a\u200bb" }, meta()).batch?.why, "unseen");
  assert.ok(faultsOf({ ...form, base: "" }, meta()).base);
});

test("marked customers hold the form back until they are left out", () => {
  const counts = { good: 2, duplicate: 1, blank: 1, spaces: 0, invalid: 1 };
  const checked = /** @type {any} */ ({ counts, customers: ["1", "2"] });
  assert.equal(whyNot(null, false, 9), "reading");
  assert.equal(whyNot(checked, false, 9), "invalid");
  assert.equal(whyNot(checked, true, 9), null);
  assert.equal(whyNot(checked, true, 1), "many");
  assert.equal(whyNot({ ...checked, customers: [] }, true, 9), "none");
  const harmless = { ...checked, counts: { ...counts, invalid: 0 } };
  assert.equal(whyNot(harmless, false, 9), null, "each is sent once, and blanks are nothing");
});

test("another text is read as it looks", () => {
  assert.equal(sourceOf("1").trims, false);
  assert.equal(sourceOf("1", { name: "a.csv", isLarge: true }).name, "a.csv");
});

test("customers in the address are taken as they are", () => {
  const cids = ['"a","b"', "c,d;e", "customer"];
  const source = sourceOfAddress(cids);
  const { value: rows } = parse(source.text, source.delimiter ?? "?").next();
  assert.ok(rows);
  assert.deepEqual(pick(rows, layout(rows.rows, source)).values, cids);
});

test("the body has what was filled in, and customers as they are", () => {
  assert.deepEqual(bodyOf(form, ["007", "5"]), {
    url: "https://up.example/tms/v1/go",
    token: "s",
    payload: { action: "PE-Enable", cids: ["007", "5"] },
    contentType: "application/json",
  });
  const body = bodyOf({ ...form, token: "", batch: "b" }, []);
  assert.ok(!("token" in body));
  assert.equal(body.batch_id, "b");
});

const intended = { key: "k1", user: "vijay", action: "PE-Enable", count: 2 };
const get = async () => ({ head: { size: 7 } });

test("the job of a request is known by its key", () => {
  const hash = createHash("sha256").update("vijay\0k1").digest("hex");
  assert.equal(requestKey(intended), hash);
  const entries = [{ request_key: null }, { request_key: hash, job_id: "j" }];
  assert.equal(jobOf(entries, { ...intended, size: 7 }), "j");
  assert.equal(jobOf(entries, { ...intended, key: "k2", size: 7 }), undefined);
});

test("what is sent is kept until it is forgotten, and the token never is", async () => {
  const post = async (
    /** @type {string} */ path,
    /** @type {any} */ body,
    /** @type {any} */ how,
  ) => {
    assert.equal(path, "/v1/set-actions");
    assert.equal(how.key, "k1");
    assert.equal(sendings.get()[0].size, 7, "kept before it is sent");
    return { job_id: "j", duplicates_dropped: 0 };
  };
  assert.equal(await send({ get, post }, intended, bodyOf(form, ["1"])), "j");
  assert.deepEqual(sendings.get(), [{ ...intended, size: 7, job_id: "j" }]);
  forget("k1");
  assert.deepEqual(sendings.get(), []);
});

/** @param {Problem} problem */
const failing = (problem) => ({ get, post: () => Promise.reject(problem) });

test("a refused request leaves nothing behind", async () => {
  const refused = new Problem({ status: 403 });
  await assert.rejects(send(failing(refused), intended, {}), refused);
  assert.deepEqual(sendings.get(), []);
});

test("a request of which nobody knows is kept, to be looked for", async () => {
  for (const status of [0, 424, 503]) {
    sendings.set([]);
    await assert.rejects(send(failing(new Problem({ status })), intended, {}));
    assert.deepEqual(sendings.get(), [{ ...intended, size: 7 }], String(status));
  }
});

test("a problem that names the job is as good as the answer", async () => {
  const known = new Problem({ status: 409, body: { job_id: "j" } });
  assert.equal(await send(failing(known), intended, {}), "j");
  assert.equal(sendings.get()[0].job_id, "j");
});
