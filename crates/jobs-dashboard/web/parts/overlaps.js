// The jobs that a Set Action would overlap with, seen before it is sent.
import { href, path } from "../lib/place.js";
import { shortId } from "../texts/format.js";
import { t } from "../texts/t.js";
import { html, useEffect } from "./html.js";
import { Icon } from "./icons.js";

/** How often is looked again whether the jobs that overlap have been long enough ago. */
const LOOK_MS = { min: 5000, max: 60_000 };

/**
 * A job that does the same. Of another user's, an operator is not told which it is.
 * @param {{ job_id: string | null, customers: number }} props
 */
function Overlap({ job_id, customers }) {
  const link = (/** @type {string} */ id) =>
    html`<a href=${href(path`/jobs/${id}`)} target="_blank"><code>${shortId(id)}</code></a>`;
  const name = job_id ? link(job_id) : t("setAction.overlapOfAnother");
  return html`<li>${name}: ${t("setAction.overlapJob", { n: customers })}</li>`;
}

/**
 * @param {object} props
 * @param {any} props.look what `/v1/overlaps` answers
 * @param {() => void} props.again
 */
export function Overlaps({ look, again }) {
  const { jobs, is_complete, is_withheld, window_seconds } = look;
  const isClear = jobs.length === 0 && !is_withheld;
  useEffect(() => {
    if (isClear) return undefined;
    const ms = Math.min(Math.max(window_seconds * 1000, LOOK_MS.min), LOOK_MS.max);
    const timer = setTimeout(again, ms);
    return () => clearTimeout(timer);
  }, [look]);
  if (isClear && is_complete) {
    return html`
      <p class="muted" id="overlaps">${t("setAction.noOverlap", { n: window_seconds })}</p>
    `;
  }
  return html`
    <div
      class="notice ${is_withheld ? "notice-error" : "notice-warning"}"
      id="overlaps"
      role="alert"
    >
      <${Icon} name="alarm" />
      <div>
        ${
          jobs.length > 0 &&
          html`<p class="notice-title">${t("setAction.overlap", { n: jobs.length })}</p>
            <ul>
              ${jobs.map((/** @type {any} */ job) => html`<${Overlap} ...${job} />`)}
            </ul>`
        }
        ${!is_complete && html`<p>${t("setAction.incomplete")}</p>`}
        ${is_withheld && html`<p>${t("setAction.refuses")}</p>`}
        <p><button type="button" onClick=${again}>${t("setAction.lookAgain")}</button></p>
      </div>
    </div>
  `;
}
