// The status of a job as icon and text, with its cause.
import { t, tOf } from "../texts/t.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";

/** Causes that say no more than the status itself. */
const PLAIN = new Set(["answered"]);

/**
 * @param {object} props
 * @param {string} props.status
 * @param {string | null} [props.cause]
 */
export const Badge = ({ status, cause }) => html`
  <span class="badge badge-${status}" title=${cause ? tOf("cause", cause) : undefined}>
    <${Icon} name=${status} />
    <span>${tOf("status", status)}</span>
    ${cause && !PLAIN.has(cause) && html`<span class="badge-cause">${tOf("cause", cause)}</span>`}
  </span>
`;

/**
 * A label that is no status: a role, a state.
 * @param {{ children: import("./html.js").Children }} props
 */
export const Tag = ({ children }) => html`<span class="tag">${children}</span>`;

/**
 * How many notes a job has, with the newest as its title.
 * @param {{ count?: number, newest?: { actor: string, text: string } | null }} props
 */
export const Notes = ({ count = 0, newest }) =>
  count > 0 &&
  html`
    <span class="notes" title=${newest ? `${newest.actor}: ${newest.text}` : ""}>
      <${Icon} name="note" /><span class="off-screen">${t("jobs.notes", { n: count })}: </span>
      ${count > 1 && html`<b>${count}</b> `}${newest?.text}
    </span>
  `;
