// JSON as it is shown: numbers by their digits, any depth, and fast enough for the largest payload.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonCut, JsonNumber, JsonObject, parse, parseCut } from "../web/lib/lossless-json.js";
import { random } from "./verify/helpers.mjs";

/** The text of a value, without white space. @param {any} value @returns {string} */
function write(value) {
  if (value instanceof JsonNumber) return value.text;
  if (Array.isArray(value)) return `[${value.map(write).join(",")}]`;
  if (!(value instanceof JsonObject)) return JSON.stringify(value);
  const members = value.names.map((name, n) => `${JSON.stringify(name)}:${write(value.values[n])}`);
  return `{${members.join(",")}}`;
}

test("numbers keep their digits", () => {
  for (const digits of [
    "0",
    "-0",
    "0.1000",
    "123456789012345678901",
    "1e+400",
    "-1.50E-07",
    "100000000000000000000000000000000000001",
  ]) {
    const value = parse(` ${digits} `);
    assert(value instanceof JsonNumber);
    assert.equal(value.text, digits);
    assert.equal(write(parse(`{"n":[${digits},${digits}]}`)), `{"n":[${digits},${digits}]}`);
  }
});

test("members keep their order and their names, also twice", () => {
  const text = '{"b":1,"a":2,"10":3,"b":null,"__proto__":true,"":""}';
  assert.equal(write(parse(text)), text);
});

test("texts are what JSON.parse makes of them", () => {
  for (const text of ['"\\u00e9\\n\\"\\\\"', '"\\\\\\\\"', '"é 😀\\ud83d"', '"\u007f"', '""']) {
    assert.equal(parse(text), JSON.parse(text));
  }
});

test("what JSON.parse refuses is refused", () => {
  for (const text of [
    "",
    " ",
    "{",
    "[1,]",
    "[,1]",
    "{,}",
    '{"a":1,}',
    '{"a" 1}',
    "{a:1}",
    "[1 2]",
    "[1}",
    "{]",
    "]",
    "01",
    "1.",
    ".5",
    "+1",
    "-",
    "1e",
    "nul",
    "True",
    '"a',
    '"\\x"',
    '"\u0001"',
    "[1]]",
    "1 1",
    "\u00a01",
  ]) {
    assert.throws(() => JSON.parse(text), text);
    assert.throws(() => parse(text), SyntaxError, text);
  }
});

test("random JSON is read as JSON.parse reads it, and cut off it is refused", () => {
  const below = random(7);
  /** @param {number} depth @returns {unknown} */
  const some = (depth) => {
    const kind = below(depth ? 7 : 5);
    if (kind === 0) return below(1e6) / 8;
    if (kind === 1) return 'x\\"\n€'.slice(below(4));
    if (kind < 5) return [true, false, null][kind - 2];
    const items = Array.from({ length: below(4) }, () => some(depth - 1));
    return kind === 5 ? items : Object.fromEntries(items.map((item, n) => [`k${n}`, item]));
  };
  for (let n = 0; n < 500; n += 1) {
    const value = { value: some(5) };
    const text = JSON.stringify(value, null, below(3));
    assert.deepEqual(JSON.parse(write(parse(text))), value);
    assert.throws(() => parse(text.slice(0, -1 - below(text.length - 1))), SyntaxError);
  }
});

/** The text of a value that was cut, up to there. @param {any} value @returns {string} */
function writeCut(value) {
  if (value instanceof JsonCut) return value.text;
  const isObject = value instanceof JsonObject;
  const values = isObject ? value.values : value;
  const last = values.length - 1;
  const parts = values.map((/** @type {any} */ item, /** @type {number} */ n) => {
    const name = isObject && n in value.names ? `${JSON.stringify(value.names[n])}:` : "";
    return name + (n < last ? write(item) : writeCut(item));
  });
  return (isObject ? "{" : "[") + parts.join(",");
}

test("a text that was cut anywhere is read up to there", () => {
  const text = '{"a":[1.10,-2e5,"x\\"\\\\",true,null],"b\\n":{"":[{"c":"é"},[[]],{}]},"z":12345}';
  for (let end = 1; end < text.length; end += 1) {
    const cut = text.slice(0, end);
    const found = writeCut(parseCut(cut));
    // After a value that is whole, there may be a neighbour.
    assert(found === cut || found === `${cut},`, `${cut} is read as ${found}`);
  }
  assert.deepEqual(parseCut(text), parse(text));
});

test("what was cut is not taken for a whole value", () => {
  const of = (/** @type {string} */ text) => /** @type {any} */ (parseCut(text));
  assert.deepEqual(of("[12, 34"), [new JsonNumber("12"), new JsonCut("34")]);
  assert.deepEqual(of("[1.")[0], new JsonCut("1."));
  assert.deepEqual(of("[fal")[0], new JsonCut("fal"));
  assert.deepEqual(of('["a')[0], new JsonCut('"a'));
  assert.deepEqual(of('["a"'), ["a", new JsonCut("")]);
  assert.deepEqual(of('{"a": ').values, [new JsonCut("")]);
  assert.deepEqual(of('{"a": 1, "b').names, ["a"]);
});

test("what is no beginning of an object or array is not read as one", () => {
  for (const text of [
    "",
    "<html>",
    "12",
    '"a',
    "[1, 2} and",
    "[1, x y",
    "[error",
    '{"a" 1',
    "[]x",
  ]) {
    assert.throws(() => parseCut(text), SyntaxError, text);
  }
});

test("depth has no limit", () => {
  const depth = 200_000;
  let value = parse("[".repeat(depth) + "]".repeat(depth));
  for (let n = 1; n < depth; n += 1) value = /** @type {any} */ (value)[0];
  assert.deepEqual(value, []);
  assert.throws(() => parse('{"a":'.repeat(depth)), SyntaxError);
});

test("a megabyte is read soon, whatever is in it", () => {
  const size = 1_000_000;
  const texts = {
    customers: JSON.stringify(Array.from({ length: size / 10 }, (_, n) => `c${1e6 + n}`)),
    numbers: JSON.stringify(Array.from({ length: size / 7 }, (_, n) => 1e5 + n)),
    "one text": JSON.stringify("é".repeat(size)),
    backslashes: JSON.stringify("\\".repeat(size / 2)),
    quotes: JSON.stringify('"'.repeat(size / 2)),
  };
  for (const [name, text] of Object.entries(texts)) {
    const begun = performance.now();
    parse(text);
    parseCut(`[${text.slice(0, -1)}`);
    // Far above what it takes: only what grows with the square of the length is caught.
    assert(performance.now() - begun < 2000, name);
  }
});
