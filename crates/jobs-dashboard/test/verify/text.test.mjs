// Canonical JSON against the examples of RFC 8785, and the strict spellings of bytes and numbers.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64, fromDecimal, hashFromHex, toHex, utf8 } from "../../web/verify/bytes.js";
import { canonical, parseCanonical } from "../../web/verify/json.js";
import { base64, hex, random, refuses } from "./helpers.mjs";

test("the strings and literals of RFC 8785, section 3.2.2", () => {
  const input = String.raw`{ "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
    "literals": [null, true, false] }`;
  const output = String.raw`{"literals":[null,true,false],"string":"€$\u000f\nA'B\"\\\\\"/"}`;
  assert.equal(canonical(JSON.parse(input)), output);
});

test("the order of members of RFC 8785, section 3.2.3", () => {
  const input = String.raw`{ "\u20ac": "Euro Sign", "\r": "Carriage Return",
    "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
    "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control",
    "\u00f6": "Latin Small Letter O With Diaeresis" }`;
  const order = [...canonical(JSON.parse(input)).matchAll(/:"(.*?)"/g)].map(([, value]) => value);
  assert.deepEqual(order, [
    "Carriage Return",
    "One",
    "Control",
    "Latin Small Letter O With Diaeresis",
    "Euro Sign",
    "Emoji: Grinning Face",
    "Hebrew Letter Dalet With Dagesh",
  ]);
});

test("every character is escaped only if JSON must", () => {
  const short = new Map([8, 9, 10, 12, 13].map((code, n) => [code, `\\${"btnfr"[n]}`]));
  short.set(0x22, '\\"').set(0x5c, "\\\\");
  for (let code = 0; code < 0x11_0000; code += code < 0x3000 ? 1 : 0x0fff) {
    if (code >= 0xd800 && code < 0xe000) continue;
    const text = String.fromCodePoint(code);
    const control = `\\u${code.toString(16).padStart(4, "0")}`;
    const expected = short.get(code) ?? (code < 0x20 ? control : text);
    assert.equal(canonical(text), `"${expected}"`);
  }
});

test("integers are below 2^53, and nothing else is a number", async () => {
  const most = Number.MAX_SAFE_INTEGER;
  assert.equal(canonical([0, -0, 1, -1, most, -most]), `[0,0,1,-1,${most},-${most}]`);
  for (const bad of [0.5, 1e21, 2 ** 53, -(2 ** 53), NaN, Infinity, 1n, Symbol("x"), () => 1]) {
    await refuses(() => canonical({ bad }), "malformed", String(bad));
  }
  await refuses(() => canonical(undefined), "malformed");
  await refuses(() => canonical("\ud83d"), "malformed");
  await refuses(() => canonical({ "\ude00": 1 }), "malformed");
});

test("only canonical JSON is read", async () => {
  assert.deepEqual(parseCanonical('{"a":1,"b":{"c":null}}', "x"), { a: 1, b: { c: null } });
  for (const bad of [
    '{"a": 1}',
    '{"b":1,"a":1}',
    '{"a":1,"a":1}',
    '{"a":1.0}',
    '{"a":1e2}',
    '{"a":-0}',
    '{"a":9007199254740993}',
    '{"a":"\\u0041"}',
    '{"a":"\\/"}',
    '{"a":"\\u001F"}',
    '{"a":"\\ud800"}',
    '{"a":1}\n',
    '\ufeff{"a":1}',
    "{",
    "",
    "[]",
    "null",
    '"a"',
  ]) {
    await refuses(() => parseCanonical(bad, "x"), "malformed", bad);
  }
});

test("base64 has one spelling", () => {
  const number = random(1);
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, () => number(256));
    assert.deepEqual(fromBase64(base64(bytes)), bytes);
  }
  for (const bad of [
    "AAAA AAAA",
    "AAAA\n",
    " AAAA",
    "AA",
    "AA=",
    "AAA",
    "AAA==",
    "AAAA=",
    "=",
    "AB==",
    "AAB=",
    "A-_A",
    "AAé=",
    "A",
  ]) {
    assert.equal(fromBase64(bad), null, bad);
  }
});

test("hashes are 64 lower-case hex digits", async () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, n) => n * 8);
  assert.deepEqual(hashFromHex(toHex(bytes), "x"), bytes);
  assert.equal(toHex(bytes), hex(bytes));
  const good = toHex(bytes);
  for (const bad of [
    good.toUpperCase(),
    good.slice(2),
    `${good}00`,
    `${good}\n`,
    ` ${good.slice(1)}`,
    `0x${good.slice(2)}`,
    `g${good.slice(1)}`,
    bytes,
    [good],
    null,
    undefined,
  ]) {
    await refuses(() => hashFromHex(bad, "x"), "malformed", String(bad));
  }
});

test("decimals have no sign and no leading zeros", () => {
  const most = String(Number.MAX_SAFE_INTEGER);
  assert.deepEqual(["0", "1", "10", most].map(fromDecimal), [0, 1, 10, Number(most)]);
  for (const bad of [
    "",
    "00",
    "01",
    "+1",
    "-1",
    "-0",
    "1.0",
    "1e2",
    " 1",
    "1\n",
    "0x1",
    "١",
    "1_0",
  ]) {
    assert.equal(fromDecimal(bad), null, bad);
  }
  assert.equal(fromDecimal("9007199254740992"), null);
  assert.equal(fromDecimal("9007199254740993"), null);
  assert.equal(fromDecimal("18446744073709551616"), null);
});

test("half of a surrogate pair has no bytes", async () => {
  assert.deepEqual(utf8("ä😀"), new Uint8Array(Buffer.from("ä😀")));
  for (const bad of ["\ud83d", "\ude00", "\ude00\ud83d", "a\ud83db"]) {
    await refuses(() => utf8(bad), "malformed");
  }
  await refuses(() => utf8(/** @type {string} */ (/** @type {unknown} */ (5))), "malformed");
});
