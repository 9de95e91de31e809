// Leaves from entries as the API serves them, against the golden leaves of jobs-core.
import assert from "node:assert/strict";
import { test } from "node:test";
import { canonical, leafOf, outcomesOf, customersOf, textSha256 } from "../../web/verify/index.js";
import { goldens, refuses } from "./helpers.mjs";

/** @typedef {Record<string, unknown>} Json */

/** The long texts of the goldens: of a status, and of a note. */
const LONG = "x".repeat(257);
const LONG_NOTE = "é".repeat(129);

/** Everything that an entry of `kind` may have besides, as the API serves it: null for no value. */
const SERVED = /** @type {Record<string, string[]>} */ ({
  job_created: ["submitted_by", "batch_id", "cluster_url", "request_payload_sha256", "retry_of"],
  job_imported: ["submitted_by", "batch_id", "cluster_url", "retry_of", "request_key"],
  status_changed: ["http_status", "error_message", "response_summary", "outcomes", "request_key"],
  note_added: ["request_key"],
});

/**
 * The entry of which `leaf` is the leaf.
 * @param {string} leaf
 * @returns {Json}
 */
function entryOf(leaf) {
  const { v, ...entry } = JSON.parse(leaf);
  assert.equal(v, 1);
  for (const name of SERVED[entry.kind]) entry[name] ??= null;
  for (const name of ["error_message", "response_summary", "text"]) {
    if (entry[`${name}_sha256`] === undefined) continue;
    const long = name === "text" ? LONG_NOTE : LONG;
    assert.equal(entry[`${name}_sha256`], textSha256(long));
    delete entry[`${name}_sha256`];
    entry[name] = long;
  }
  if (entry.customers) entry.customer_count = entry.customers.count;
  if (entry.kind === "job_created") {
    entry.recorded_at = entry.created_at;
    entry.status = "IN_PROGRESS";
  }
  return { index: 7, previous: null, ...entry, path: [] };
}

const NOTE = {
  index: 9,
  kind: "note_added",
  recorded_at: "2026-01-28T15:04:53.003687Z",
  previous: 7,
  job_id: "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3",
  actor: "vijay",
  text: "called\nthe customer",
  request_key: null,
};

test("every golden leaf is made from its entry", () => {
  for (const [name, golden] of goldens()) assert.equal(leafOf(entryOf(golden)), golden, name);
});

test("a note has the leaf that the format names", () => {
  const leaf =
    '{"actor":"vijay","job_id":"0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3","kind":"note_added",' +
    '"previous":7,"recorded_at":"2026-01-28T15:04:53.003687Z","text":"called\\nthe customer","v":1}';
  assert.equal(leafOf(NOTE), leaf);
  const { text, ...rest } = JSON.parse(leaf);
  assert.equal(text, NOTE.text);
  const hashed = canonical({ ...rest, text_sha256: textSha256(LONG) });
  assert.equal(leafOf({ ...NOTE, text: LONG }), hashed);
  const key = "0".repeat(64);
  assert.equal(JSON.parse(leafOf({ ...NOTE, request_key: key })).request_key, key);
});

test("a text of 256 bytes is in the leaf, and one of 257 by its hash", () => {
  for (const [text, isInline] of /** @type {[string, boolean][]} */ ([
    ["", true],
    ["x".repeat(256), true],
    ["x".repeat(257), false],
    ["é".repeat(128), true],
    ["é".repeat(128) + "x", false],
    ["😀".repeat(64), true],
    ["😀".repeat(64) + "x", false],
  ])) {
    const leaf = JSON.parse(leafOf({ ...NOTE, text }));
    const expected = isInline ? { text } : { text_sha256: textSha256(text) };
    const { text: inline, text_sha256 } = leaf;
    assert.deepEqual(JSON.parse(JSON.stringify({ text: inline, text_sha256 })), expected);
  }
});

test("every change of a member of an entry changes its leaf, or is refused", async () => {
  let changes = 0;
  for (const [name, golden] of [...goldens(), ["note", leafOf(NOTE)]]) {
    const entry = entryOf(golden);
    for (const member of Object.keys(entry)) {
      // Where an entry is, its path proves.
      if (member === "index" || member === "path") continue;
      const isRepeated = ["customer_count", "recorded_at", "status"].includes(member);
      for (const value of others(entry[member])) {
        // To leave out what the leaf says elsewhere is no lie.
        if (isRepeated && value === null && entry.kind !== "status_changed") continue;
        changes += 1;
        let leaf;
        try {
          leaf = leafOf({ ...entry, [member]: value });
        } catch (error) {
          assert.equal(/** @type {{ code: string }} */ (error).code, "malformed");
          continue;
        }
        assert.notEqual(leaf, golden, `${name}: ${member} as ${JSON.stringify(value)}`);
      }
    }
  }
  assert(changes > 500);
});

/**
 * Values that a page would show in another way than `value`.
 * @param {unknown} value
 */
function others(value) {
  const given = /** @type {unknown[]} */ ([
    null,
    "",
    "other",
    0,
    8,
    true,
    {},
    [],
    { count: 3, root: "0".repeat(64) },
  ]);
  if (typeof value === "string") given.push(`${value} `, value.toUpperCase(), value.slice(1));
  if (typeof value === "number") given.push(value + 1, String(value));
  if (value && typeof value === "object" && !Array.isArray(value))
    given.push({ ...value, more: 1 });
  return given.filter((one) => JSON.stringify(one) !== JSON.stringify(value));
}

test("an entry with a member that its leaf does not have is refused", async () => {
  for (const [name, golden] of [...goldens(), ["note", leafOf(NOTE)]]) {
    const entry = entryOf(golden);
    for (const more of ["toString", "__proto__", "constructor", "v", "text_sha256", "colour"]) {
      const shown = Object.assign(Object.create(null), entry);
      Object.defineProperty(shown, more, { value: "x", enumerable: true });
      await refuses(() => leafOf(shown), "malformed", `${name} with ${more}`);
    }
    for (const more of ["error_message_sha256", "response_summary_sha256", "original"]) {
      await refuses(() => leafOf({ ...entry, [more]: "x" }), "malformed", `${name} with ${more}`);
    }
    // What has no value says nothing.
    assert.equal(leafOf({ ...entry, colour: null, size: undefined }), golden);
  }
});

test("an entry that no ledger has is refused", async () => {
  for (const kind of [undefined, "", "job_deleted", "__proto__", "toString", 1, null]) {
    await refuses(() => leafOf({ ...NOTE, kind }), "malformed", String(kind));
  }
  for (const entry of [null, undefined, "text", 1, [], [NOTE]]) {
    await refuses(
      () => leafOf(/** @type {Json} */ (/** @type {unknown} */ (entry))),
      "malformed",
      String(entry),
    );
  }
  for (const text of [undefined, null, 1, {}, "\ud800", "x\udc00", "\udc00\ud800"]) {
    await refuses(() => leafOf({ ...NOTE, text }), "malformed", JSON.stringify(text));
  }
  for (const previous of [0.5, 2 ** 53, -(2 ** 53), NaN, Infinity, undefined, 1n]) {
    await refuses(() => leafOf({ ...NOTE, previous }), "malformed", String(previous));
  }
  for (const index of [-1, 0.5, "9", 2 ** 53, {}]) {
    await refuses(() => leafOf({ ...NOTE, index }), "malformed", String(index));
  }
  await refuses(() => leafOf({ ...NOTE, actor: "x".repeat(65_536) }), "malformed");
  await refuses(() => leafOf(Object.create(NOTE)), "malformed", "inherited members");
});

test("customers and outcomes must be in the order of their trees", async () => {
  // By UTF-16 code units the last two would be the other way round.
  const cids = ["10", "9", "A", "a", "ä", "\uffee", "😀"];
  assert.equal(customersOf(cids).count, cids.length);
  await refuses(() => customersOf(["9", "10"]), "malformed");
  await refuses(() => customersOf(["9", "9"]), "malformed");
  await refuses(() => customersOf(["😀", "\uffee"]), "malformed");
  const outcomes = cids.map((cid) => ({ cid, message: null, status: "FAILED" }));
  const without = cids.map((cid) => ({ status: "FAILED", cid }));
  assert.deepEqual(outcomesOf(outcomes), outcomesOf(without));
  const messages = cids.map((cid) => ({ cid, status: "FAILED", message: "" }));
  assert.notEqual(outcomesOf(messages).root, outcomesOf(outcomes).root);
  await refuses(() => outcomesOf(outcomes.reverse()), "malformed");
});

test("the hash of a payload is that of its UTF-8 bytes", () => {
  assert.equal(
    textSha256('{"action":"Trans-Begin"}'),
    "c62dab95e624bfd14603521784002b678bc056cbffc4d2dd37dc7519d8d7a28a",
  );
  assert.notEqual(textSha256('{"action": "Trans-Begin"}'), textSha256('{"action":"Trans-Begin"}'));
});
