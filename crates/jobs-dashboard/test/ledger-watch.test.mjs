// Comparisons in a row with a server that refuses, lies, or answers with something else.
import assert from "node:assert/strict";
import { test } from "node:test";
import { evidenceOf } from "../web/lib/ledger-proof.js";
import { isAcceptable, LedgerWatch, newKeyOf } from "../web/lib/ledger-watch.js";
import { Problem } from "../web/lib/problem.js";
import { hex, naive, Signer } from "./verify/helpers.mjs";

const AT = "2026-11-30T00:00:00.000Z";
const signer = new Signer("example.com/jobs", 1);
const other = new Signer("example.com/jobs", 2);
const leaves = Array.from({ length: 40 }, (_, n) => `leaf ${n}`);
const forged = leaves.map((leaf, n) => (n === 3 ? "another leaf" : leaf));

/** @param {number} size */
const keptAt = (size, by = signer, of = leaves) => ({
  key: by.key,
  checkpoint: by.checkpoint(of.slice(0, size)),
  at: AT,
});

/** @param {number} size */
const seenAt = (size, by = signer, of = leaves) => ({
  checkpoint: by.checkpoint(of.slice(0, size)),
  keys: { overview: by.key },
});

const honest =
  (of = leaves) =>
  async (/** @type {number} */ from, /** @type {number} */ to) => ({
    path: naive.consistency(from, of.slice(0, to).map(Buffer.from)).map(hex),
  });

const refusing = async () => {
  throw new Problem({ status: 503 });
};

/** A browser that remembers 9 entries, with a clock and a server that can be set. */
function browser(stored = /** @type {Record<string, any>} */ ({ ledger: keptAt(9) })) {
  const timers = /** @type {{ run: any, at: number }[]} */ ([]);
  const it = {
    stored,
    /** What is stored and no JSON. */
    texts: /** @type {Record<string, string>} */ ({}),
    time: Date.parse(AT),
    prove: /** @type {any} */ (honest()),
    /** The next thing that is waited for. */
    async tick() {
      const timer = timers.shift();
      assert(timer, "nothing is waited for");
      it.time = Math.max(it.time, timer.at);
      await timer.run();
    },
    timers,
    /** What a page that is loaded makes of what is stored. */
    open: () =>
      new LedgerWatch({
        prove: (from, to) => it.prove(from, to),
        kept: (name) => it.stored[name] ?? null,
        keptText: (name) =>
          it.texts[name] ?? (it.stored[name] ? JSON.stringify(it.stored[name]) : null),
        keep: (name, value) => {
          delete it.texts[name];
          it.stored[name] = value === null ? null : JSON.parse(JSON.stringify(value));
        },
        now: () => it.time,
        later: (run, ms) => timers.push({ run, at: it.time + ms }),
      }),
  };
  return it;
}

test("a proof that is refused is a warning at once, and an alarm at the third try", async () => {
  const it = browser();
  const ledger = it.open();
  it.prove = refusing;
  const seen = seenAt(20, signer, forged);
  await ledger.watch(it.stored.ledger, seen);
  assert.equal(ledger.state.get().warning?.kind, "withheld");
  assert.equal(ledger.state.get().alarm, null);
  await ledger.watch(it.stored.ledger, seen);
  await ledger.watch(it.stored.ledger, seen);
  assert.equal(ledger.state.get().alarm, null, "a page that reads often is not a try");
  await it.tick();
  assert.equal(ledger.state.get().alarm, null);
  await it.tick();
  assert.equal(ledger.state.get().alarm?.finding.kind, "withheld");
  assert.equal(ledger.state.get().alarm?.finding.seen.checkpoint, seen.checkpoint);
  assert(!ledger.state.get().connected.has(seen.checkpoint));
  assert.deepEqual(it.stored.ledger, keptAt(9), "what was kept stays");
});

test("a proof that is refused to a reader each time that they read is an alarm", async () => {
  for (const status of [401, 403]) {
    const it = browser();
    const ledger = it.open();
    it.prove = async () => {
      throw new Problem({ status });
    };
    const read = () => ledger.watch(it.stored.ledger, seenAt(20), { isReader: true });
    await read();
    await read();
    assert.equal(ledger.state.get().alarm, null);
    await read();
    assert.equal(ledger.state.get().alarm?.finding.kind, "withheld", `${status}`);
  }
});

test("a proof that is refused for two minutes is an alarm, over reloads", async () => {
  const it = browser();
  it.prove = refusing;
  await it.open().watch(it.stored.ledger, seenAt(20));
  it.timers.length = 0;
  it.time += 2 * 60_000;
  const ledger = it.open();
  await it.tick();
  assert.equal(ledger.state.get().alarm?.finding.kind, "withheld");
});

test("a proof that is given later ends the warning, and its alarm", async () => {
  for (const ticks of [0, 2]) {
    const it = browser();
    const ledger = it.open();
    it.prove = refusing;
    const seen = seenAt(20);
    await ledger.watch(it.stored.ledger, seen);
    for (let n = 0; n < ticks; n += 1) await it.tick();
    assert.equal(ledger.state.get().alarm === null, ticks === 0);
    it.prove = honest();
    await it.tick();
    const { alarm, warning, connected } = ledger.state.get();
    assert.deepEqual(
      [alarm, warning, it.stored.alarm ?? null, it.stored.withheld],
      Array(4).fill(null),
    );
    assert(connected.has(seen.checkpoint));
    assert.equal(it.stored.ledger.checkpoint, seen.checkpoint);
    assert.equal(it.timers.length, 0);
  }
});

test("a fork whose proof was refused is found, whichever ledger is shown later", async () => {
  for (const size of [15, 20, 30]) {
    const it = browser();
    const ledger = it.open();
    it.prove = refusing;
    await ledger.watch(it.stored.ledger, seenAt(20, signer, forged));
    it.prove = honest();
    await ledger.watch(it.stored.ledger, seenAt(size));
    assert.equal(it.stored.ledger.checkpoint, seenAt(size).checkpoint);
    await it.tick();
    assert.equal(ledger.state.get().alarm?.finding.kind, "forked", `${size}`);
  }
});

test("one malformed answer is an alarm, and does not end the comparisons", async () => {
  for (const answer of [null, undefined, {}, 7, { path: null }, { path: [{}] }]) {
    const it = browser();
    const ledger = it.open();
    it.prove = async () => answer;
    await ledger.watch(it.stored.ledger, seenAt(20));
    assert.equal(ledger.state.get().alarm?.finding.kind, "malformed");
    it.prove = honest();
    await ledger.watch(it.stored.ledger, seenAt(30));
    assert(ledger.state.get().connected.has(seenAt(30).checkpoint), "compared all the same");
    assert.equal(ledger.state.get().alarm?.finding.kind, "malformed", "and the alarm stays");
  }
  const it = browser();
  const ledger = it.open();
  await ledger.watch(it.stored.ledger, /** @type {any} */ ({ checkpoint: "x", keys: null }));
  assert.equal(ledger.state.get().alarm?.finding.kind, "malformed");
  await assert.rejects(
    ledger.watch(it.stored.ledger, seenAt(3), {
      again: () => {
        throw new Error("broken");
      },
    }),
  );
  await ledger.watch(it.stored.ledger, seenAt(20));
  assert(ledger.state.get().connected.has(seenAt(20).checkpoint), "an error does not end it");
});

test("a server that is not reached is no alarm, and connects nothing", async () => {
  const it = browser();
  const ledger = it.open();
  it.prove = async () => {
    throw new Problem({ status: 0 });
  };
  await ledger.watch(it.stored.ledger, seenAt(20), { isReader: true });
  const { alarm, warning, isUnchecked, connected } = ledger.state.get();
  assert.deepEqual([alarm, warning, isUnchecked, connected.size], [null, null, true, 0]);
});

test("a browser that is offline asks rarely, and counts no try", async () => {
  const it = browser();
  const ledger = it.open();
  it.prove = refusing;
  await ledger.watch(it.stored.ledger, seenAt(20));
  it.prove = async () => {
    throw new Problem({ status: 0 });
  };
  for (let n = 0; n < 5; n += 1) await it.tick();
  assert.equal(it.timers[0].at - it.time, 60_000);
  const { alarm, warning } = ledger.state.get();
  assert.deepEqual([alarm, warning?.kind], [null, "withheld"]);
});

test("an alarm and its evidence stay over a reload, until they are accepted", async () => {
  const it = browser();
  const seen = seenAt(20, signer, forged);
  await it.open().watch(it.stored.ledger, seen);
  const ledger = it.open();
  assert.equal(ledger.state.get().alarm?.finding.kind, "forked");
  assert.equal(ledger.state.get().alarm?.finding.seen.checkpoint, seen.checkpoint);
  await ledger.watch(it.stored.ledger, seenAt(20));
  assert.equal(ledger.state.get().alarm?.finding.seen.checkpoint, seen.checkpoint);
  assert.deepEqual(it.stored.ledger, keptAt(9));
  ledger.accept();
  assert.equal(it.stored.ledger.checkpoint, seen.checkpoint);
  assert.deepEqual([ledger.state.get().alarm, it.open().state.get().alarm], [null, null]);
});

test("what is damaged is said, and only replaced when the user accepts it", async () => {
  const damaged = { key: "", checkpoint: "{half", at: "" };
  const it = browser({ ledger: damaged });
  const ledger = it.open();
  await ledger.watch(it.stored.ledger, seenAt(9));
  assert.equal(ledger.state.get().alarm?.finding.kind, "damaged");
  assert.deepEqual(ledger.state.get().alarm?.finding.kept, damaged, "to be downloaded");
  assert.deepEqual(it.stored.ledger, damaged);
  ledger.accept();
  assert.equal(it.stored.ledger.checkpoint, seenAt(9).checkpoint);
});

test("a stored alarm that cannot be read is an alarm, and its text stays", async () => {
  const it = browser();
  const stored = { alarm: '{"finding":{"kind":"forked"' };
  Object.assign(it.texts, stored);
  const ledger = it.open();
  await ledger.watch(it.stored.ledger, seenAt(20));
  const alarm = ledger.state.get().alarm;
  assert(alarm && alarm.finding.kind === "unreadable" && !isAcceptable(alarm.finding));
  const file = evidenceOf(alarm.finding, "https://x", AT);
  assert.deepEqual(file.unreadable_in_this_browser, stored);
  assert.deepEqual(it.open().state.get().alarm, alarm, "until it is accepted");

  await ledger.watch(it.stored.ledger, seenAt(20, signer, forged));
  for (const page of [ledger, it.open()]) {
    const finding = page.state.get().alarm?.finding;
    assert.deepEqual([finding?.kind, finding?.stored], ["forked", stored], "worse, with the text");
  }
  const other = browser();
  Object.assign(other.texts, stored);
  other.open().accept();
  assert.equal(other.open().state.get().alarm, null);
  assert.deepEqual([other.texts, other.stored.ledger], [{}, keptAt(9)]);
});

test("whatever is stored and cannot be read is said, beside an alarm that can", async () => {
  const odd = { ledger: keptAt(9), alarm: { at: "?" }, withheld: [1], pin: 7 };
  const { alarm } = browser(odd).open().state.get();
  assert.deepEqual(
    [alarm?.finding.kind, alarm?.finding.stored],
    ["unreadable", { alarm: '{"at":"?"}', withheld: "[1]", pin: "7" }],
  );
  // It stays when what it was stored as has been replaced.
  const replaced = browser({ ledger: keptAt(9), withheld: [1] });
  await replaced.open().watch(replaced.stored.ledger, seenAt(20));
  assert.equal(replaced.stored.withheld, null);
  assert.deepEqual(replaced.open().state.get().alarm?.finding.stored, { withheld: "[1]" });
  const it = browser();
  await it.open().watch(it.stored.ledger, seenAt(20, signer, forged));
  it.texts.pin = "half";
  const finding = it.open().state.get().alarm?.finding;
  assert.deepEqual([finding?.kind, finding?.stored], ["forked", { pin: "half" }]);
});

test("what nobody signed is not kept by accepting its alarm", async () => {
  const it = browser();
  const ledger = it.open();
  await ledger.watch(it.stored.ledger, { ...seenAt(20), checkpoint: "<html>" });
  const { alarm } = ledger.state.get();
  assert(alarm && alarm.finding.kind === "signature" && !isAcceptable(alarm.finding));
  ledger.accept();
  assert.deepEqual([it.stored.ledger, ledger.state.get().alarm], [keptAt(9), null]);
});

test("another key than the one entered is an alarm at the first visit", async () => {
  const it = browser({ pin: other.key });
  const ledger = it.open();
  await ledger.watch(null, seenAt(9));
  const finding = ledger.state.get().alarm?.finding;
  assert(finding?.kind === "key" && newKeyOf(finding) === signer.key);
  assert.equal(it.stored.ledger, undefined);
  ledger.accept();
  assert.deepEqual([it.stored.pin, /** @type {any} */ (it.stored.ledger).key], [null, signer.key]);
});

test("two answers of a first visit that name different keys are an alarm", async () => {
  for (const [one, two] of [
    [signer, other],
    [other, signer],
  ]) {
    const it = browser({});
    const ledger = it.open();
    await Promise.all([
      ledger.watch(null, seenAt(9, one)),
      ledger.watch(null, seenAt(12, two), { isReader: true }),
    ]);
    const { alarm, connected } = ledger.state.get();
    assert.equal(alarm?.finding.kind, "key");
    assert.equal(connected.size, 0, "nothing is shown as proved");
    assert.equal(it.stored.ledger.key, one.key);
  }
  // The same key is none, in whichever order the answers come.
  const it = browser({});
  const ledger = it.open();
  await Promise.all([ledger.watch(null, seenAt(12)), ledger.watch(null, seenAt(9))]);
  assert.equal(ledger.state.get().alarm, null);
});
