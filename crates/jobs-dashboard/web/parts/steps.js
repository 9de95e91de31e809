// Long lists in steps: how much of them is drawn, and the button for more.
import { STEP, stepsOf } from "../lib/steps.js";
import { t } from "../texts/t.js";
import { html, useState } from "./html.js";

/**
 * @param {number} count of all rows
 * @param {unknown} [of] another value shows another list, from its beginning
 */
export function useSteps(count, of) {
  const [asked, setAsked] = useState({ wanted: STEP, of });
  const steps = stepsOf(count, Object.is(asked.of, of) ? asked.wanted : STEP);
  return { ...steps, more: () => setAsked({ wanted: steps.shown + steps.next, of }) };
}

/**
 * @param {object} props
 * @param {ReturnType<typeof useSteps>} props.steps
 * @param {"app.more" | "job.earlier"} [props.text]
 */
export const More = ({ steps: { left, next, more }, text = "app.more" }) =>
  left > 0 &&
  html`<button type="button" class="more" onClick=${more}>${t(text, { n: next, left })}</button>`;
