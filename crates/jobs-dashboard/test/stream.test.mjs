// The stream of entries: when it is opened, from where, and that an end is an end.
import assert from "node:assert/strict";
import { afterEach, beforeEach, mock, test } from "node:test";

import { account } from "../web/lib/account.js";
import { onSignedOut } from "../web/lib/api.js";
import { follow } from "../web/lib/stream.js";

/** The streams that were opened. @type {FakeSource[]} */
let opened = [];
/** What the page has asked for otherwise, each answered by the test. @type {any[]} */
let asked = [];
/** @type {() => void} */
let onVisibility = () => {};
let onPageHide = () => {};
let frames = /** @type {(() => void)[]} */ ([]);

class FakeSource extends EventTarget {
  static CLOSED = 2;
  readyState = 1;
  onopen = () => {};
  onerror = () => {};
  /** @param {string} url */
  constructor(url) {
    super();
    this.query = new URLSearchParams(url.split("?")[1]);
    opened.push(this);
  }
  close() {
    this.readyState = 2;
  }
  /** The server refuses it, so that the browser gives up. */
  refuse() {
    this.readyState = 2;
    this.onerror();
  }
  /** @param {number} index */
  send(index) {
    const data = JSON.stringify({ index });
    this.dispatchEvent(
      Object.assign(new Event("note_added"), { data, lastEventId: String(index) }),
    );
  }
}

const fake = /** @type {any} */ (globalThis);
const settle = async () => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};
const answer = async (/** @type {number} */ status) => {
  asked.shift()(new Response("{}", { status }));
  await new Promise((done) => setImmediate(done));
};
const isOpen = () => opened.filter((source) => source.readyState !== 2).length;

beforeEach(() => {
  opened = [];
  asked = [];
  frames = [];
  mock.timers.enable({ apis: ["setTimeout"] });
  fake.window = globalThis;
  fake.addEventListener = (/** @type {string} */ _, /** @type {() => void} */ run) =>
    (onPageHide = run);
  fake.removeEventListener = () => (onPageHide = () => {});
  fake.EventSource = FakeSource;
  fake.document = {
    hidden: false,
    addEventListener: (/** @type {string} */ _, /** @type {() => void} */ run) =>
      (onVisibility = run),
    removeEventListener: () => (onVisibility = () => {}),
  };
  fake.requestAnimationFrame = (/** @type {() => void} */ run) => frames.push(run);
  fake.cancelAnimationFrame = () => {};
  fake.fetch = (/** @type {string} */ _, /** @type {any} */ { signal }) =>
    new Promise((done, fail) => {
      asked.push(done);
      if (signal?.aborted) fail(signal.reason);
      signal?.addEventListener("abort", () => fail(signal.reason));
    });
  account.set(/** @type {any} */ ({ user_id: "vijay" }));
});

afterEach(() => {
  mock.timers.reset();
  for (const name of ["window", "EventSource", "document", "fetch"]) delete fake[name];
  onSignedOut(async () => false);
});

/** @param {import("../web/lib/place.js").Query} [filter] */
function following(filter = { after: 5 }) {
  const seen = /** @type {any[]} */ ([]);
  const states = /** @type {string[]} */ ([]);
  const end = follow(filter, {
    onEntries: (entries) => seen.push(...entries.map(({ index }) => index)),
    onState: (state) => states.push(state),
  });
  return { end, seen, states };
}

test("entries of a frame come together", () => {
  const { seen, end } = following();
  assert.equal(opened[0].query.get("after"), "5");
  opened[0].send(6);
  opened[0].send(7);
  assert.deepEqual(seen, []);
  frames[0]();
  assert.deepEqual(seen, [6, 7]);
  end();
  assert.equal(isOpen(), 0);
});

test("a stream that was refused is opened again where it ended, when the server answers", async () => {
  const { end } = following();
  opened[0].send(6);
  opened[0].refuse();
  mock.timers.tick(2000);
  await answer(503);
  assert.equal(isOpen(), 0);
  mock.timers.tick(10_000);
  await answer(200);
  assert.equal(isOpen(), 1);
  assert.equal(opened[1].query.get("after"), "6");
  end();
});

test("a page that has gone opens no stream, before the server was asked or while it is", async () => {
  const before = following();
  opened[0].refuse();
  before.end();
  mock.timers.tick(60_000);
  assert.equal(asked.length, 0);

  const during = following();
  opened[1].refuse();
  mock.timers.tick(2000);
  assert.equal(asked.length, 1);
  during.end();
  await answer(200);
  mock.timers.tick(60_000);
  await settle();
  assert.equal(isOpen(), 0);
  assert.equal(opened.length, 2);
});

test("a page that has gone opens no stream when somebody signs in again", async () => {
  let signIn = /** @type {(again: boolean) => void} */ (() => {});
  onSignedOut(() => new Promise((done) => (signIn = done)));
  const { end } = following();
  opened[0].refuse();
  mock.timers.tick(2000);
  await answer(401);
  end();
  signIn(true);
  await new Promise((done) => setImmediate(done));
  if (asked.length) await answer(200);
  mock.timers.tick(60_000);
  await settle();
  assert.equal(opened.length, 1);
});

test("a hidden page gives its stream back, and says that it is stale when it is seen again", async () => {
  const { end, states } = following();
  opened[0].send(6);
  fake.document.hidden = true;
  onVisibility();
  mock.timers.tick(20_000);
  assert.equal(isOpen(), 0);
  fake.document.hidden = false;
  onVisibility();
  assert.equal(opened[1].query.get("after"), null);
  opened[1].onopen();
  assert.deepEqual(states, ["stale"]);
  end();
});

test("a page that was left gives its stream back at once, and follows again when it is back", () => {
  const { end, states } = following();
  onPageHide();
  fake.document.hidden = true;
  onVisibility();
  assert.equal(isOpen(), 0);
  fake.document.hidden = false;
  onVisibility();
  opened[1].onopen();
  assert.deepEqual(states, ["stale"]);
  end();
  onPageHide();
  assert.equal(isOpen(), 0);
});

test("a hidden page that waits for the server opens no stream", async () => {
  const { end } = following();
  opened[0].refuse();
  mock.timers.tick(2000);
  fake.document.hidden = true;
  onVisibility();
  mock.timers.tick(20_000);
  if (asked.length) await answer(200);
  assert.equal(isOpen(), 0);
  end();
});
