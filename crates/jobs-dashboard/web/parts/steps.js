// Long lists in steps: how much of them is drawn, and the button for more.
import { STEP, focusNew, stepsOf } from "../lib/steps.js";
import { t } from "../texts/t.js";
import { html, useLayoutEffect, useRef, useState } from "./html.js";

/**
 * How much is shown; `list` is to be the `ref` of what has the rows.
 * @param {number} count of all rows
 * @param {object} [how]
 * @param {unknown} [how.of] another value shows another list, from its beginning
 * @param {boolean} [how.isAbove] whether more rows are added above those that are shown
 */
export function useSteps(count, { of, isAbove = false } = {}) {
  const [asked, setAsked] = useState({ wanted: STEP, of, before: 0 });
  const list = useRef(/** @type {HTMLElement | null} */ (null));
  const steps = stepsOf(count, Object.is(asked.of, of) ? asked.wanted : STEP);
  const { shown, next } = steps;
  useLayoutEffect(() => {
    if (asked.before > 0) focusNew(list.current, asked.before, isAbove);
  }, [asked]);
  return { ...steps, list, more: () => setAsked({ wanted: shown + next, of, before: shown }) };
}

/**
 * @param {object} props
 * @param {ReturnType<typeof useSteps>} props.steps
 * @param {"app.more" | "job.earlier"} [props.text]
 */
export const More = ({ steps: { left, next, more }, text = "app.more" }) =>
  left > 0 &&
  html`<button type="button" class="more" onClick=${more}>${t(text, { n: next, left })}</button>`;
