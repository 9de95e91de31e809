// What says that something is proved, or not.
import { download } from "../lib/download.js";
import { t } from "../texts/t.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { Link } from "./text.js";

/**
 * @param {object} props
 * @param {string} props.text
 * @param {string | null} [props.wrong] why it is not proved
 */
export const Mark = ({ text, wrong = null }) =>
  wrong === null
    ? html`<span class="proved"><${Icon} name="check" />${text}</span>`
    : html`<strong class="not-proved" title=${wrong}><${Icon} name="alarm" />${text}</strong>`;

/**
 * The content of an alarm, with what was received as a file.
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.text what it means and what to do
 * @param {string} props.why what the verifier found
 * @param {string} props.name of the file
 * @param {() => unknown} props.evidence
 * @param {import("./html.js").Children} [props.children] more buttons
 */
export const Alarm = ({ title, text, why, name, evidence, children }) => html`
  <p class="alarm-title">${title}</p>
  <p>${text} ${why && html`<span class="alarm-why">(${why})</span>`}</p>
  <div class="row">
    <button
      type="button"
      onClick=${() => download(name, JSON.stringify(evidence(), null, 2), "application/json")}
    >
      <${Icon} name="download" />${t("proof.download")}
    </button>
    ${children}
    <${Link} to="/help/proof">${t("proof.whatToDo")}<//>
  </div>
`;
