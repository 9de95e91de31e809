// How much of a long list is shown.
import assert from "node:assert/strict";
import { test } from "node:test";
import { STEP, focusNew, stepsOf } from "../web/lib/steps.js";

test("a long list is shown in steps, whose last one is as long as what is left", () => {
  const shown = [];
  for (let wanted = STEP; ;) {
    const step = stepsOf(120, wanted);
    shown.push(Object.values(step));
    if (!step.left) break;
    wanted = step.shown + step.next;
  }
  assert.deepEqual(shown, [
    [50, 70, 50],
    [100, 20, 20],
    [120, 0, 0],
  ]);
  assert.deepEqual(stepsOf(3, STEP), { shown: 3, left: 0, next: 0 });
  assert.deepEqual(stepsOf(0, STEP), { shown: 0, left: 0, next: 0 });
});

test("the first row that a step has added gets the focus", () => {
  let focused = "";
  const children = ["a", "b", "c", "d"].map((name) => ({
    tabIndex: 0,
    focus() {
      focused = `${name} ${this.tabIndex}`;
    },
  }));
  focusNew({ children }, 2, false);
  assert.equal(focused, "c -1", "a row is no stop of the Tab key");
  focusNew({ children }, 2, true);
  assert.equal(focused, "a -1");
  focusNew({ children }, 4, false);
  focusNew(null, 2, false);
  assert.equal(focused, "a -1", "there is no new one");
});
