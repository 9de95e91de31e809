// Which control gets the focus when the one that had it is taken away.
import assert from "node:assert/strict";
import { test } from "node:test";
import { nextTo, trailOf } from "../web/lib/focus.js";

/** As much of an element as the focus needs; a name makes it a control. */
class Fake {
  isConnected = true;
  parentElement = /** @type {any} */ (null);
  /** @param {string} name @param {...Fake} children */
  constructor(name, ...children) {
    this.name = name;
    this.children = children;
    for (const child of children) child.parentElement = this;
  }
  remove() {
    const { children } = this.parentElement;
    children.splice(children.indexOf(this), 1);
    this.#leave();
  }
  #leave() {
    this.isConnected = false;
    for (const child of this.children) child.#leave();
  }
  /** @returns {Fake[]} */
  all() {
    return [...(this.name ? [this] : []), ...this.children.flatMap((child) => child.all())];
  }
}
const group = (/** @type {Fake[]} */ ...children) => new Fake("", ...children);
const row = (/** @type {string} */ name) => group(group(), group(new Fake(name)));

/**
 * @param {Fake} page
 * @param {string} focused
 * @param {(page: Fake) => void} change
 */
function after(page, focused, change) {
  const root = group(new Fake("elsewhere"), page);
  const element = page.all().find(({ name }) => name === focused);
  const trail = trailOf(/** @type {any} */ (element));
  change(page);
  const isPage = (/** @type {any} */ element) => element === root;
  const controls = (/** @type {any} */ element) => element.all();
  return /** @type {any} */ (nextTo(trail, isPage, controls))?.name ?? null;
}

const table = () => group(group(new Fake("new")), group(row("a"), row("b"), row("c")));

test("the next row has the focus, or the one before it", () => {
  for (const [n, next] of ["b", "c", "b"].entries()) {
    const focused = ["a", "b", "c"][n];
    const found = after(table(), focused, (page) => page.children[1].children[n].remove());
    assert.equal(found, next, focused);
  }
});

test("with the last row, what is beside the table has it", () => {
  const found = after(group(group(new Fake("new")), group(row("a"))), "a", (page) =>
    page.children[1].children[0].remove(),
  );
  assert.equal(found, "new");
  const whole = after(
    group(group(new Fake("new")), group(row("a")), new Fake("others")),
    "a",
    (page) => page.children[1].remove(),
  );
  assert.equal(whole, "others");
});

test("a button that goes gives way to the one beside it", () => {
  const buttons = () => group(group(new Fake("settle"), new Fake("retry")), new Fake("below"));
  assert.equal(
    after(buttons(), "settle", (page) => page.children[0].children[0].remove()),
    "retry",
  );
  assert.equal(
    after(buttons(), "retry", (page) => page.children[0].children[1].remove()),
    "settle",
  );
});

test("rows that were put above it are not taken for the next one", () => {
  const found = after(group(row("a"), row("b"), row("c")), "b", (page) => {
    page.children[1].children[1].children[0].remove();
    const fresh = row("fresh");
    fresh.parentElement = page;
    page.children.unshift(fresh);
  });
  assert.equal(found, "c");
});

test("what is on the page beside all that is not next to it", () => {
  assert.equal(
    after(group(new Fake("a")), "a", (page) => page.children[0].remove()),
    null,
  );
  assert.equal(
    after(group(new Fake("a")), "a", (page) => page.remove()),
    null,
  );
});
