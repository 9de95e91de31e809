// Reading pasted lists and tables, and telling customers from what cannot be one.
import assert from "node:assert/strict";
import { test } from "node:test";

import { decode, guessDelimiter, inSlices, layout, parse, pick } from "../web/lib/csv.js";
import { check, faultOf, places } from "../web/lib/customers.js";

/** @template T @param {Generator<void, T, void>} steps @returns {T} */
function run(steps) {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}
const bytes = (/** @type {number[]} */ ...list) => Uint8Array.from(list);
const utf16 = (/** @type {string} */ text, /** @type {boolean} */ isLittle) => {
  const units = [0xfeff, ...Array.from(text, (_, n) => text.charCodeAt(n))];
  return bytes(...units.flatMap((u) => (isLittle ? [u & 255, u >> 8] : [u >> 8, u & 255])));
};

/** What a text is read as. @param {string} text @param {object} [chosen] @param {string} [by] */
function read(text, chosen = {}, by = guessDelimiter(text)) {
  const parsed = run(parse(text, by));
  const how = layout(parsed.rows, chosen);
  return { how, parsed, ...pick(parsed, how) };
}
/** @param {string} text @param {object} [chosen] */
const values = (text, chosen) => read(text, chosen).values;
/** @param {string[]} list @param {boolean} [trims] */
const checked = (list, trims = false) =>
  run(check({ values: list, lines: list.map((_, n) => n + 1) }, { trims, bytesMax: 128 }));

test("bytes are UTF-8, or UTF-16 by their byte order mark", () => {
  assert.deepEqual(decode(new TextEncoder().encode("é\n")), { text: "é\n" });
  assert.deepEqual(decode(bytes(0xef, 0xbb, 0xbf, 0x35)), { text: "5" });
  assert.deepEqual(decode(utf16("5001\né", true)), { text: "5001\né" });
  assert.deepEqual(decode(utf16("5001\né", false)), { text: "5001\né" });
});

test("what is no text is refused, and why is said", () => {
  assert.deepEqual(decode(bytes(0x50, 0x4b, 3, 4, 20)), { fault: "workbook" });
  assert.deepEqual(decode(bytes(0xd0, 0xcf, 0x11, 0xe0, 1)), { fault: "workbook" });
  assert.deepEqual(decode(bytes(0x35, 0xe9, 0x0a)), { fault: "encoding" });
  assert.deepEqual(decode(bytes(0x35, 0, 0x36, 0)), { fault: "binary" });
});

test("values are separated by lines, commas, semicolons and tabs", () => {
  for (const text of [
    "1\n2\n3",
    "1,2,3",
    "1;2;3\n",
    "1\t2\t3",
    "1,2;3",
    "1,\r\n2,\r\n3",
    "1\r2\r3",
  ])
    assert.deepEqual(values(text), ["1", "2", "3"], JSON.stringify(text));
  assert.deepEqual(values("1\n\n2\n"), ["1", "", "2"]);
  assert.deepEqual(values("1,,2"), ["1", "", "2"]);
  assert.deepEqual(values("1,2,\n3,4,\n5"), ["1", "2", "3", "4", "5"]);
  assert.deepEqual(values("\ufeff1\n2"), ["1", "2"]);
});

test("quotes hold separators, lines and quotes", () => {
  const text = 'name,cust_id\r\n"Acme, ""A""\r\nLtd","50,01"\r\nB,5002\r\n';
  const { how, parsed, ...picked } = read(text);
  assert.deepEqual(parsed.rows[1], ['Acme, "A"\r\nLtd', "50,01"]);
  assert.equal(how.column, 1);
  assert.deepEqual(picked, { values: ["50,01", "5002"], lines: [2, 4] });
});

test("a quote that is never closed is a character", () => {
  const { parsed } = read('1\n"2\n3', {}, "");
  assert.deepEqual(parsed.rows, [["1"], ['"2'], ["3"]]);
  assert.equal(parsed.unclosed, 2);
  assert.equal(read('5"\n6').parsed.unclosed, null);
});

test("the column of the customers is taken by its name", () => {
  for (const name of ["cust_id", "CID", "Customer", " Customer ID "]) {
    const { how, values } = read(`region;${name}\nnorth;5001\nsouth;5002`);
    assert.equal(how.column, 1, name);
    assert.ok(how.hasHeader);
    assert.deepEqual(values, ["5001", "5002"]);
  }
  assert.equal(read("customer,cust_id\nA,1\nB,2").how.column, 1, "the surest name first");
  assert.deepEqual(values("\ufeffcust_id\n5001"), ["5001"]);
  assert.deepEqual(values("customer"), ["customer"], "a name alone is no header");
});

test("a table without such a name waits for the choice of a column", () => {
  const text = "id,region\n5001,n1\n5002,n2";
  const { how, values: none } = read(text);
  assert.ok(how.hasHeader, "names have no digits");
  assert.deepEqual(how.columns, ["id", "region"]);
  assert.deepEqual(how.samples[0], ["5001", "5002"]);
  assert.equal(how.column, null);
  assert.deepEqual(none, []);
  assert.deepEqual(values(text, { column: 1 }), ["n1", "n2"]);
  assert.deepEqual(values(text, { column: "all" }), ["5001", "n1", "5002", "n2"]);
  assert.deepEqual(values(text, { column: 0, hasHeader: false }), ["id", "5001", "5002"]);
});

test("names are checked as the ledger does", () => {
  for (const good of ["5001", "a b", "कंपनी", "😀", "é".repeat(64), "a/b%"])
    assert.equal(faultOf(good, 128), null, good);
  const bad = { "": "empty", "a\tb": "control", "5001 ": "ends", "\xa05001": "ends" };
  for (const [text, why] of Object.entries(bad)) assert.equal(faultOf(text, 128)?.why, why);
  assert.deepEqual(faultOf("é".repeat(65), 128), { why: "long", n: 130 });
  assert.deepEqual(faultOf("50\u200b01", 128), { why: "unseen", code: "U+200B" });
  assert.deepEqual(faultOf("50\xa001", 128), { why: "unseen", code: "U+00A0" });
  assert.deepEqual(faultOf("50\ud80001", 128), { why: "unseen", code: "U+D800" });
  assert.equal(faultOf("x\u{e0041}", 128)?.code, "U+E0041");
});

test("duplicates, blanks, spaces and invalid values are counted", () => {
  const list = ["5001", "5002", "5001", "", "  ", " 5003", "5\u200b", "5004"];
  const { counts, customers, first, kinds } = checked(list);
  assert.deepEqual(counts, { good: 3, duplicate: 1, blank: 2, spaces: 1, invalid: 1 });
  assert.deepEqual(customers, ["5001", "5002", "5004"]);
  assert.deepEqual([...kinds], [0, 0, 1, 2, 2, 3, 4, 0]);
  assert.equal(first.get("5001"), 0);
});

test("spaces are removed only if that is asked for, and may show a duplicate", () => {
  const { counts, customers } = checked(["5001", " 5001", "5002 ", " "], true);
  assert.deepEqual(counts, { good: 2, duplicate: 1, blank: 1, spaces: 0, invalid: 0 });
  assert.deepEqual(customers, ["5001", "5002"]);
});

test("values are found by kind and text", () => {
  const all = checked(["Abc", "5001", "5001", "abd"]);
  assert.deepEqual(places(all, "all", "AB"), [0, 3]);
  assert.deepEqual(places(all, "duplicate", ""), [2]);
  assert.deepEqual(places(all, "good", "5"), [1]);
});

test("100,000 rows are read and checked in well under a second, in slices", async () => {
  const rows = Array.from({ length: 100_000 }, (_, n) => `"Company ${n}, Ltd",${5000 + n},north`);
  const text = `name,cust_id,region\r\n${rows.join("\r\n")}\r\n5000,5000,south\r\n`;
  const before = process.cpuUsage();
  const parsed = await inSlices(parse(text, guessDelimiter(text)));
  const picked = pick(parsed, layout(parsed.rows, {}));
  const { counts } = await inSlices(check(picked, { trims: false, bytesMax: 128 }));
  const ms = process.cpuUsage(before).user / 1000;
  assert.ok(ms < 2000, `${ms} ms`);
  assert.equal(counts.good, 100_000);
  assert.equal(counts.duplicate, 1);

  let steps = 0;
  for (const steppedOver of parse(text, ",")) steps += steppedOver === undefined ? 1 : 0;
  assert.ok(steps >= 100, "the page can do other things in between");
});

test("reading stops when it is no longer wanted", async () => {
  const controller = new AbortController();
  controller.abort();
  const endless = (function* () {
    for (;;) yield;
  })();
  await assert.rejects(inSlices(endless, controller.signal), { name: "AbortError" });
});
