// Short explanations: what statuses, causes and keys mean, and where to read more.
import { href } from "../../lib/place.js";
import { Badge } from "../../parts/badge.js";
import { html } from "../../parts/html.js";
import { Link, Title } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";
import { Proof } from "./proof.js";

const STATUSES = /** @type {const} */ (["IN_PROGRESS", "SUCCESS", "FAILED", "UNCONFIRMED"]);
/** Each cause with the status that it gives; with none, any. */
const CAUSES = /** @type {const} */ ([
  ["answered", null],
  ["reported", null],
  ["never_sent", "FAILED"],
  ["withheld", "FAILED"],
  ["timed_out", "UNCONFIRMED"],
  ["connection_lost", "UNCONFIRMED"],
  ["unreadable_answer", "UNCONFIRMED"],
  ["inconclusive_answer", "UNCONFIRMED"],
  ["interrupted", "UNCONFIRMED"],
  ["imported", null],
]);
const KEYS = /** @type {const} */ ([
  ["/", "keys.search"],
  ["j", "keys.down"],
  ["k", "keys.up"],
  ["Enter", "keys.open"],
  ["Esc", "keys.escape"],
  ["?", "keys.help"],
]);

/** @param {{ title: string, hint?: string, children: import("../../parts/html.js").Children }} props */
const List = ({ title, hint, children }) => html`
  <h2>${title}</h2>
  ${hint && html`<p class="hint">${hint}</p>`}
  <dl class="facts">${children}</dl>
`;

const Index = () => html`
  <article class="help">
    <${Title}>${t("help.title")}<//>
    <p class="lead"><${Link} to="/help/proof">${t("help.proof.title")}<//>: ${t("help.proof")}</p>
    <${List} title=${t("help.statuses")}>
      ${STATUSES.map(
        (status) => html`
          <dt key=${status}><${Badge} status=${status} /></dt>
          <dd>${t(`help.status.${status}`)}</dd>
        `,
      )}
    <//>
    <${List} title=${t("help.causes")} hint=${t("help.causesHint")}>
      ${CAUSES.map(
        ([cause, status]) => html`
          <dt key=${cause}>${tOf("cause", cause)}</dt>
          <dd>
            ${status ? html`<${Badge} status=${status} />` : t("help.any")}
            <div>${t(`help.cause.${cause}`)}</div>
          </dd>
        `,
      )}
    <//>
    <${List} title=${t("keys.title")} hint=${t("help.keysHint")}>
      ${KEYS.map(
        ([key, does]) => html`
          <dt key=${key}><kbd>${key}</kbd></dt>
          <dd>${t(does)}</dd>
        `,
      )}
    <//>
    <${List} title=${t("help.more")}>
      <dt><a href=${href("/docs")}>/docs</a></dt>
      <dd>${t("help.docs")}</dd>
      <dt><${Link} to="/account">/account<//></dt>
      <dd>${t("help.account")}</dd>
      <dt><a href=${href("/log/checkpoint")}>/log/checkpoint</a></dt>
      <dd>${t("help.checkpoint")}</dd>
      <dt><a href=${href("/log/key")}>/log/key</a></dt>
      <dd>${t("help.key")}</dd>
    <//>
  </article>
`;

/** @param {{ topic?: string }} props */
export default function Help({ topic }) {
  return topic === "proof" ? html`<${Proof} />` : html`<${Index} />`;
}
