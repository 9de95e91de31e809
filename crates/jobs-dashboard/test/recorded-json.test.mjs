// What is recorded of a long answer, as a tree.
import assert from "node:assert/strict";
import { test } from "node:test";
import { JsonCut, JsonNumber } from "../web/lib/lossless-json.js";
import { isCutIn, isShortened, sizeOf, treeOf } from "../web/lib/recorded-json.js";

/** As the server does: 64 KiB, the last three bytes of which say that there was more. */
const shortened = (/** @type {string} */ text) =>
  new TextDecoder().decode(new TextEncoder().encode(text).slice(0, 65_533)).replace("\ufffd", "") +
  "…";

test("of an answer that was cut, the tree has what is there, digit by digit", () => {
  const items = Array.from(
    { length: 20_000 },
    (_, n) => `{"n":${n}.10,"big":12345678901234567890}`,
  );
  const text = shortened(`{"success":false,"list":[${items}]}`);
  assert(isShortened(text));
  const tree = /** @type {any} */ (treeOf(text));
  assert.deepEqual(tree.names, ["success", "list"]);
  const list = tree.values[1];
  assert.deepEqual(list[1].values, [
    new JsonNumber("1.10"),
    new JsonNumber("12345678901234567890"),
  ]);
  assert(isCutIn(tree) && isCutIn(list) && isCutIn(list.at(-1)));
  assert(!isCutIn(list[0]) && !isCutIn(tree.values[0]));
  assert.equal(JSON.stringify(tree).includes("…"), false, "the server's mark is no part of it");
});

test("a character that did not fit is left out", () => {
  for (const begin of ["", "a", "ab", "abc"]) {
    const text = shortened(`["${begin}${"😀".repeat(20_000)}"]`);
    assert(isShortened(text), begin);
    assert.match(/** @type {any} */ (treeOf(text))[0].text, /^"[abc]*(😀)+$/u);
  }
});

test("a text that only ends like one that was cut is taken as it is", () => {
  assert(!isShortened("working…"));
  assert.deepEqual(treeOf('["a", "b'), ["a", new JsonCut('"b')]);
  for (const text of ["working…", '["working…', "12", '"a"', "<html>", ""]) {
    assert(text.startsWith("[") === (treeOf(text) !== null), text);
  }
});

test("sizes do not count the cut", () => {
  assert.equal(sizeOf(["a", new JsonCut("")]), 1);
  assert.equal(sizeOf(["a"]), 1);
  assert.equal(sizeOf([]), 0);
  assert(!isCutIn([]) && !isCutIn(undefined));
});
