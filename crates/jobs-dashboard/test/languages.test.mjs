// Another language: no text is left in English where a text of the language exists.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

import { choose, LANGUAGES } from "../web/texts/languages.js";
import { Signer } from "./verify/helpers.mjs";

/** @typedef {import("../web/texts/languages.js").Text} Text */

/** Every letter of a text is another one, but for the names of values. @param {string} text */
const translated = (text) =>
  text
    .split(/(\{\w+\})/)
    .map((part, place) => (place % 2 ? part : part.replace(/\p{L}/gu, "ж")))
    .join("");

/** A language with other plurals, and with other numbers and dates. */
const madeUp = {
  locale: "pl-PL",
  texts: /** @type {Record<import("../web/texts/languages.js").Key, Text>} */ (
    Object.fromEntries(
      Object.entries(LANGUAGES[0].texts).map(([key, text]) => [
        key,
        typeof text === "string"
          ? translated(text)
          : { few: translated(`few ${text.other}`), other: translated(text.other) },
      ]),
    )
  ),
};
LANGUAGES.push(madeUp);
Object.defineProperty(globalThis, "navigator", {
  configurable: true,
  value: { languages: ["xx", "pl", "en"] },
});
const { t, tOf } = await import("../web/texts/t.js");
const { whyOf } = await import("../web/texts/reasons.js");
const format = await import("../web/texts/format.js");
const { compare } = await import("../web/lib/ledger-proof.js");
const { proveJob } = await import("../web/lib/job-proof.js");
const { checkLists, proveLists } = await import("../web/pages/job/lists.js");
const { customersOf } = await import("../web/verify/index.js");

/** Its own alphabet only. @param {string} text */
const isTranslated = (text) => text.includes("ж") && !/[a-z]/i.test(text);

test("the language is the first that the reader wants, or the first that there is", () => {
  const { texts } = LANGUAGES[0];
  const all = ["en-GB", "de-DE", "de-CH"].map((locale) => ({ locale, texts }));
  for (const [wanted, found] of /** @type {[string[], string][]} */ ([
    [["de-CH", "en"], "de-CH"],
    [["de-AT", "en"], "de-DE"],
    [["DE"], "de-DE"],
    [["fr", "en-US", "de"], "en-GB"],
    [["den", "fr"], "en-GB"],
    [[], "en-GB"],
  ])) {
    assert.equal(choose(wanted, all).locale, found, wanted.join());
  }
});

test("texts, units, numbers and dates are those of the language", () => {
  for (const text of [
    t("setAction.confirm", { action: "7", n: 27_682 }),
    tOf("status", "SUCCESS"),
    format.bytes(1_234_567),
    ...[3, 3200, 100_000, 8_000_000, 400_000_000].map(format.duration),
  ]) {
    assert(isTranslated(text), text);
  }
  assert.equal(t("job.rows", { n: 27_682 }).includes(format.number(27_682)), true);
  assert.equal(format.number(27_682.5), "27\u00a0682,5");
  assert.equal(format.date("2026-11-30T00:00:00Z", "utc"), "30 lis 2026");
  assert.match(format.duration(3200), /^3,2 /);
});

test("a plural that English does not have is chosen", () => {
  const few = t("app.copied", { what: "1" });
  assert(isTranslated(few));
  const [two, five] = [2, 5].map((n) => t("job.customers", { n }));
  assert.notEqual(two.replace("2", "5"), five);
});

test("the reasons of alarms are in the language", async () => {
  const signer = new Signer("example.com/jobs", 1);
  const other = new Signer("example.com/jobs", 2);
  const key = signer.key;
  const checkpoint = signer.checkpoint(["1", "2"]);
  const kept = { key, checkpoint: signer.checkpoint(["1"]), at: "" };
  /** @param {any} seen @param {any} path */
  const found = async (seen, path) =>
    compare(kept, { checkpoint, keys: { k: key }, ...seen }, async () => ({ path }));
  for (const finding of [
    await found({ checkpoint: 7 }, []),
    await found({ checkpoint: "none" }, []),
    await found({ checkpoint: other.checkpoint(["1", "2"]) }, []),
    await found({}, "none"),
    await found({}, []),
    await found({}, ["00".repeat(32)]),
  ]) {
    const why = whyOf({ ...finding, message: finding.why });
    assert(isTranslated(why), why);
    assert.match(finding.why, /[a-z]/, "the file says it in English");
  }
  const job = { job_id: "1", customer_count: 1 };
  const overview = { job, entries: [{ job_id: "2" }], checkpoint };
  assert(isTranslated((await proveJob(overview, key, "1", whyOf)).why));
  const entries = /** @type {any} */ ([{ customers: customersOf(["1"]) }]);
  const received = { customers: ["2"], history: [] };
  const { why } = checkLists({ entries, outcomes: {} }, received);
  assert(isTranslated(why), why);
  assert.throws(() => proveLists(entries, ["2"], []), /the customers are not/);
});

const web = fileURLToPath(new URL("../web", import.meta.url));
/** @param {string} folder */
const modulesIn = (folder) =>
  readdirSync(join(web, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".js"))
    .map((name) => ({ name, source: readFileSync(join(web, folder, name), "utf8") }));

test("every code of a reason has a text", () => {
  const codes = new Set(["malformed"]);
  for (const { source } of ["verify", "lib", "pages"].flatMap(modulesIn)) {
    const thrown = source.matchAll(/new (?:VerifyError|NotProved)\(\s*"(\w+)"/g);
    for (const [, code] of thrown) codes.add(code);
  }
  assert(codes.size > 12);
  const texts = LANGUAGES[0].texts;
  assert.deepEqual(
    [...codes].filter((code) => !(`why.${code}` in texts)),
    [],
  );
});

/**
 * The texts in the templates of a module, without what is put into them.
 * @param {string} source
 */
function* textsIn(source) {
  for (let from = source.indexOf("html`"); from >= 0; from = source.indexOf("html`", from + 1)) {
    let [template, at, depth] = ["", from + 5, 0];
    // A template within a value is found by itself.
    for (; at < source.length && (depth || source[at] !== "`"); at += 1) {
      if (source.startsWith("${", at)) depth += 1;
      else if (depth && source[at] === "{" && source[at - 1] !== "$") depth += 1;
      if (!depth) template += source[at];
      if (depth && source[at] === "}") {
        depth -= 1;
        if (!depth) template += " ";
      }
    }
    yield* template.replaceAll(/<[^>]*>/g, "\n").split("\n");
    const named = template.matchAll(/\b(?:title|label|aria-label|placeholder|alt|hint)="([^"]*)"/g);
    for (const [, value] of named) yield value;
  }
}

test("no template has a text of its own", () => {
  const found = ["parts", "pages"]
    .flatMap(modulesIn)
    .filter(({ name }) => name !== "html.js")
    .flatMap(({ name, source }) => [...textsIn(source)].map((text) => [name, text.trim()]))
    .filter(([, text]) => /\p{L}/u.test(text));
  assert.deepEqual(found, []);
  const sample = 'html`<p title="a b">${x}</p> c ${y && html`<b>d</b>`}`';
  const texts = [...textsIn(sample)].map((text) => text.trim()).filter(Boolean);
  assert.deepEqual(texts, ["c", "a b", "d"]);
});
