// The form of a Set Action: what it lacks, what is sent, and what is kept of that.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { beforeEach, test } from "node:test";

import { layout, parse, pick } from "../web/lib/csv.js";
import { Problem } from "../web/lib/problem.js";
import { LATE_MS, lookFor, seek } from "../web/lib/seek.js";
import { forget, requestKey, send, sendings } from "../web/lib/sending.js";
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

const PATH = "/v1/set-actions";
const intended = { key: "k1", user: "vijay", action: "PE-Enable", count: 2 };
const get = async () => ({ head: { size: 7 } });
const now = () => 1000;
const kept = { ...intended, size: 7, at: 1000 };

test("a request's key in the ledger is of the user and the key", () => {
  const hash = createHash("sha256").update("vijay\0k1").digest("hex");
  assert.equal(requestKey(intended), hash);
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
  assert.equal(await send({ get, post, now }, intended, PATH, bodyOf(form, ["1"])), "j");
  assert.deepEqual(sendings.get(), [{ ...kept, job_id: "j" }]);
  forget("k1");
  assert.deepEqual(sendings.get(), []);
});

test("a job that is tried again is sent, kept and found in the same way", async () => {
  const again = { ...intended, retry_of: "j" };
  const post = async (/** @type {string} */ path) => {
    assert.equal(path, "/v1/jobs/j/retry");
    return { job: { job_id: "k" } };
  };
  assert.equal(await send({ get, post, now }, again, "/v1/jobs/j/retry", {}), "k");
  assert.deepEqual(sendings.get(), [{ ...kept, retry_of: "j", job_id: "k" }]);
});

test("a job that was found before its request failed is not looked for again", async () => {
  const post = () => {
    sendings.update(([one]) => [{ ...one, job_id: "j" }]);
    return Promise.reject(new Problem({ status: 0 }));
  };
  assert.equal(await send({ get, post, now }, intended, PATH, {}), "j");
  assert.equal(sendings.get()[0].job_id, "j");
});

/** @param {Problem} problem */
const failing = (problem) => ({ get, now, post: () => Promise.reject(problem) });

test("a refused request leaves nothing behind", async () => {
  const refused = new Problem({ status: 403 });
  await assert.rejects(send(failing(refused), intended, PATH, {}), refused);
  assert.deepEqual(sendings.get(), []);
});

test("what a second try is refused for says nothing of the first", async () => {
  sendings.set([]);
  await assert.rejects(send(failing(new Problem({ status: 0 })), intended, PATH, {}));
  await assert.rejects(send(failing(new Problem({ status: 403 })), intended, PATH, {}));
  assert.deepEqual(sendings.get(), [kept]);
});

test("of many requests, one that nobody has answered is kept", async () => {
  sendings.set([]);
  const first = { ...intended, key: "lost" };
  await assert.rejects(send(failing(new Problem({ status: 0 })), first, PATH, {}));
  const post = async () => ({ job_id: "j" });
  for (let n = 0; n < 20; n += 1) {
    await send({ get, post, now }, { ...intended, key: `k${n}` }, PATH, {});
  }
  const keys = sendings.get().map(({ key }) => key);
  assert.deepEqual(keys.slice(0, 2), ["k19", "k18"]);
  assert.equal(keys.at(-1), "lost");
  assert.equal(keys.length, 8);
});

test("a request of which nobody knows is kept, to be looked for", async () => {
  for (const status of [0, 424, 503]) {
    sendings.set([]);
    await assert.rejects(send(failing(new Problem({ status })), intended, PATH, {}));
    assert.deepEqual(sendings.get(), [kept], String(status));
  }
});

test("a problem that names the job is as good as the answer", async () => {
  const known = new Problem({ status: 409, body: { job_id: "j" } });
  assert.equal(await send(failing(known), intended, PATH, {}), "j");
  assert.equal(sendings.get()[0].job_id, "j");
});

test("a request that is sent again is looked for from where it was sent first", async () => {
  await assert.rejects(send(failing(new Problem({ status: 0 })), intended, PATH, {}));
  const later = {
    ...failing(new Problem({ status: 0 })),
    get: async () => ({ head: { size: 9 } }),
  };
  await assert.rejects(send({ ...later, now: () => 2000 }, intended, PATH, {}));
  assert.deepEqual(sendings.get(), [{ ...kept, at: 2000 }]);
});

/** A ledger in which the user has jobs at these indexes; the sent one, if any, has its key. */
function ledger(/** @type {number[]} */ indexes, sent = -1, size = 100) {
  const asked = /** @type {string[]} */ ([]);
  return {
    asked,
    size,
    sent,
    problem: /** @type {Problem | null} */ (null),
    async get(/** @type {string} */ path, /** @type {any} */ { query }) {
      asked.push(path);
      if (this.problem) throw this.problem;
      if (path === "/v1/stats") return { head: { size: this.size } };
      const index = Number(/^.v1.entries.(\d+).leaf$/.exec(path)?.[1]);
      if (index >= 0) return index === this.sent ? { request_key: requestKey(intended) } : {};
      assert.deepEqual([query.user_id, query.source], ["vijay", "gateway"]);
      const start = Number(query.cursor ?? 0);
      const jobs = indexes.slice(start, start + query.limit);
      const end = start + jobs.length;
      return {
        jobs: jobs.map((index) => ({ index, job_id: `job-${index}` })),
        next: end < indexes.length ? String(end) : null,
      };
    },
  };
}
const { signal } = new AbortController();
/** @param {ReturnType<typeof ledger>} of */
const found = (of, from = 7) => seek((path, how) => of.get(path, how), kept, from, signal);

test("a job is found by its key, however many came after it", async () => {
  const many = Array.from({ length: 300 }, (_, place) => 400 - place);
  assert.deepEqual(await found(ledger(many, 150, 401)), { job_id: "job-150", size: 401 });
});

test("what is not found was read up to the head, and nothing older than the request", async () => {
  const of = ledger([90, 7, 6, 5], 6);
  assert.deepEqual(await found(of), { size: 100 });
  assert.ok(of.asked.includes("/v1/entries/7/leaf") && !of.asked.includes("/v1/entries/6/leaf"));
  assert.deepEqual(await found(ledger([])), { size: 100 });
});

test("nothing is said of what was not read whole", async () => {
  const many = Array.from({ length: 600 }, (_, place) => 900 - place);
  assert.equal(await found(ledger(many, -1, 901)), null);
  assert.equal(await found(ledger([], -1, 6)), null, "this is not the ledger it was sent to");
});

/** @param {ReturnType<typeof ledger>} of */
function looking(of) {
  const view = {
    time: 1000,
    answers: /** @type {any[]} */ ([]),
    timers: 0,
    wait: 0,
    end: () => {},
  };
  let run = () => {};
  view.end = lookFor(
    {
      get: (path, how) => of.get(path, how),
      later: (next, ms) => ((run = next), (view.wait = ms), (view.timers += 1)),
      cancel: () => (run = () => {}),
      now: () => view.time,
    },
    kept,
    (answer) => view.answers.push(answer),
  );
  const settle = () => new Promise(setImmediate);
  /** @param {number} ms */
  const pass = async (ms) => {
    view.time += ms;
    run();
    await settle();
  };
  return { view, settle, pass };
}

test("only a whole reading that began late says that nothing was recorded", async () => {
  const of = ledger([]);
  const { view, settle, pass } = looking(of);
  await settle();
  assert.deepEqual(view.answers, [], "it may still be on its way");
  await pass(LATE_MS - 300);
  assert.deepEqual([view.answers, view.wait], [[], 300], "and is looked for as soon as it is not");
  of.problem = new Problem({ status: 0 });
  await pass(300);
  assert.deepEqual(view.answers, [null]);
  of.problem = null;
  await pass(1);
  assert.deepEqual(view.answers, [null, { size: 100 }]);
});

test("what comes after that is found all the same, and ends it", async () => {
  const of = ledger([101], -1);
  const { view, settle, pass } = looking(of);
  await settle();
  await pass(LATE_MS);
  Object.assign(of, { size: 102, sent: 101 });
  await pass(1);
  assert.deepEqual(view.answers.at(-1), { job_id: "job-101" });
  assert.equal(view.timers, 2);
});

test("nobody is asked to sign in again and again, and an end is an end", async () => {
  const of = ledger([]);
  of.problem = new Problem({ status: 401 });
  const refused = looking(of);
  await refused.settle();
  assert.deepEqual([refused.view.answers, refused.view.timers], [[null], 0]);
  of.problem = null;
  const ended = looking(of);
  ended.view.end();
  await ended.settle();
  assert.deepEqual([ended.view.answers, ended.view.timers], [[], 0]);
});
