// The search box: what a text may mean, and that Enter opens what was highlighted.
import assert from "node:assert/strict";
import { test } from "node:test";

import { idPrefix, suggest } from "../web/pages/jobs/search.js";
import {
  NOTHING,
  closed,
  entered,
  learned,
  moved,
  opened,
  typed,
  unanswered,
} from "../web/pages/jobs/search-state.js";

const known = { jobs: null, users: ["ravi", "vijay"], actions: ["PE-Enable", "T-Enable"] };
const jobs = [{ job_id: "job-1" }, { job_id: "job-2" }];

/** @param {{ kind: string, value: string }[]} meanings */
const names = (meanings) => meanings.map(({ kind, value }) => `${kind} ${value}`);
/** @param {string} text @param {Partial<import("../web/pages/jobs/search.js").Known>} [more] */
const kinds = (text, more) => names(suggest(text, { ...known, ...more }));
/** @param {string} text all that is offered for just this text */
const exactly = (text) => [`customer ${text}`, `user ${text}`, `action ${text}`];
/** @param {ReturnType<typeof typed>} search */
const highlighted = ({ shown, active }) => names(shown)[active];

test("the beginning of an ID is understood with and without hyphens", () => {
  assert.equal(idPrefix("01A22A9E-86")?.digits, "01a22a9e86");
  assert.equal(
    idPrefix("01a22a9e863071f5bbdcb86e44567973")?.id,
    "01a22a9e-8630-71f5-bbdc-b86e44567973",
  );
  assert.equal(idPrefix("vijay"), null);
  assert.equal(idPrefix("0".repeat(33)), null);
});

test("known names come first, and any customer, user or action can be asked for", () => {
  assert.deepEqual(kinds("en"), ["action T-Enable", "action PE-Enable", ...exactly("en")]);
  assert.deepEqual(kinds("vij"), ["user vijay", ...exactly("vij")]);
  assert.deepEqual(kinds(" zoe ", { users: [], actions: [] }), exactly("zoe"));
  assert.deepEqual(kinds("vijay"), ["user vijay", "customer vijay", "action vijay"], "once");
  assert.deepEqual(kinds("Vijay"), ["user vijay", ...exactly("Vijay")], "names differ by case");
  assert.deepEqual(kinds("vij", { users: null }), ["customer vij", "action vij"]);
  assert.deepEqual(kinds("  "), []);
});

test("a short text is rather a customer than the beginning of an ID", () => {
  const byId = ["job job-1", "job job-2"];
  assert.deepEqual(kinds("5001", { jobs }), [...exactly("5001"), ...byId, "prefix 5001"]);
  const long = "01a22a9e";
  assert.deepEqual(kinds(long, { jobs }), [...byId, `prefix ${long}`, ...exactly(long)]);
  assert.deepEqual(kinds(long, { jobs: [] }), exactly(long));
  const whole = "01a22a9e863071f5bbdcb86e44567973";
  const job = "job 01a22a9e-8630-71f5-bbdc-b86e44567973";
  assert.deepEqual(kinds(whole), [job, ...exactly(whole)]);
});

test("Enter opens what was highlighted, whatever was found since", () => {
  const search = moved(typed("5001", known), 1);
  assert.equal(highlighted(search), "user 5001");
  const late = learned(entered(search), { jobs, users: ["50010"], actions: ["X-5001"] });
  assert.equal(names([/** @type {any} */ (opened(late))])[0], "user 5001");
  assert.equal(late.active, search.active, "it has not moved");
  assert.deepEqual(names(late.shown).slice(0, 3), exactly("5001"));
  assert.deepEqual(names(late.shown).slice(3), [
    "user 50010",
    "action X-5001",
    "job job-1",
    "job job-2",
    "prefix 5001",
  ]);
});

test("while it is not known what is first, nothing is highlighted, and Enter waits", () => {
  const search = typed("01a22a9e8", known);
  assert.equal(highlighted(search), undefined);
  const waiting = entered(search);
  assert.equal(opened(waiting), null);
  assert.equal(opened(learned(waiting, { ...known, jobs }))?.value, "job-1");
  assert.equal(opened(learned(waiting, { ...known, jobs: [] }))?.kind, "customer");
  assert.equal(opened(learned(closed(waiting), { ...known, jobs })), null, "the reader went away");
  assert.equal(opened(typed("01a22a9e86", { ...known, jobs })), null, "or typed on");
  assert.equal(opened(entered(typed("01a22a9e863071f5bbdcb86e44567973", known)))?.kind, "job");
});

test("where jobs could not be looked up, nothing else is opened, and Enter tries again", () => {
  const failed = unanswered(entered(typed("01a22a9e8", known)));
  assert.deepEqual([failed.isUnanswered, opened(failed)], [true, null]);
  assert.equal(opened(learned(failed, { ...known, jobs: [] })), null, "the wait has ended");
  const again = entered(failed);
  assert(!again.isUnanswered);
  assert.equal(opened(learned(again, { ...known, jobs }))?.value, "job-1");
  assert.equal(highlighted(moved(failed, 1)), "customer 01a22a9e8", "one may choose it oneself");
  assert(!typed("01a22a9e86", known).isUnanswered);
  const short = entered(typed("5001", known));
  assert.equal(unanswered(short), short, "a customer does not wait for jobs");
});

test("one may choose before all is known", () => {
  const search = moved(typed("01a22a9e8", known), 1);
  assert.equal(highlighted(search), "customer 01a22a9e8");
  assert.equal(highlighted(learned(search, { ...known, jobs })), "customer 01a22a9e8");
});

test("a job that was suggested by its ID alone gets its facts when they come", () => {
  const job = { job_id: "01a22a9e-8630-71f5-bbdc-b86e44567973", status: "FAILED" };
  const search = learned(typed(job.job_id, known), { ...known, jobs: [job] });
  assert.equal(highlighted(search), `job ${job.job_id}`);
  assert.equal(search.shown[0].job, job);
});

test("the highlight goes round, and a closed list is opened before anything in it", () => {
  const search = typed("zoe", known);
  assert.equal(highlighted(moved(search, -1)), "action zoe");
  assert.equal(highlighted(moved(moved(search, -1), 1)), "customer zoe");
  const shut = closed(search);
  assert.equal(opened(entered(shut)), null);
  assert.ok(entered(shut).isOpen && !entered(shut).isEntered);
  assert.equal(moved(shut, 1).active, search.active);
  assert.deepEqual(moved(NOTHING, 1), NOTHING);
});
