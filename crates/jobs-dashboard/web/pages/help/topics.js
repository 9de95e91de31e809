// The start of the help: what statuses and causes mean, the keys, and where more is.
import { account } from "../../lib/account.js";
import { href } from "../../lib/place.js";
import { Badge } from "../../parts/badge.js";
import { useStore } from "../../parts/hooks.js";
import { html } from "../../parts/html.js";
import { KEYS } from "../../parts/keys.js";
import { Link, Title } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";

const STATUSES = /** @type {const} */ (["IN_PROGRESS", "SUCCESS", "FAILED", "UNCONFIRMED"]);
/** Each with the statuses that it may have; any if there are none. */
const CAUSES = /** @type {const} */ ([
  ["answered", ["SUCCESS", "FAILED"]],
  ["reported", ["SUCCESS", "FAILED", "UNCONFIRMED"]],
  ["never_sent", ["FAILED"]],
  ["withheld", ["FAILED"]],
  ["timed_out", ["UNCONFIRMED"]],
  ["connection_lost", ["UNCONFIRMED"]],
  ["unreadable_answer", ["UNCONFIRMED"]],
  ["inconclusive_answer", ["UNCONFIRMED"]],
  ["interrupted", ["UNCONFIRMED"]],
  ["imported", []],
]);

/**
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.title
 * @param {string} [props.hint]
 * @param {[any, any][]} props.facts
 */
const Card = ({ id, title, hint, facts }) => html`
  <section class="card" aria-labelledby=${id}>
    <h2 id=${id}>${title}</h2>
    ${hint && html`<p>${hint}</p>`}
    <dl class="facts">
      ${facts.map(([name, text]) => [html`<dt>${name}</dt>`, html`<dd>${text}</dd>`])}
    </dl>
  </section>
`;

export function Topics() {
  const user = useStore(account);
  return html`
    <${Title}>${t("help.title")}<//>
    <p><${Link} to="/help/proof">${t("help.proof.title")}<//>: ${t("help.proof")}</p>
    <${Card}
      id="statuses"
      title=${t("help.statuses")}
      facts=${STATUSES.map((status) => [
        html`<${Badge} status=${status} />`,
        t(`help.status.${status}`),
      ])}
    />
    <${Card}
      id="causes"
      title=${t("help.causes")}
      hint=${t("help.causesHint")}
      facts=${CAUSES.map(([cause, statuses]) => [
        tOf("cause", cause),
        html`
          ${t(`help.cause.${cause}`)}${" "}
          <span class="muted">
            ${statuses.map((status) => tOf("status", status)).join(", ") || t("help.any")}
          </span>
        `,
      ])}
    />
    <${Card}
      id="keys"
      title=${t("keys.title")}
      hint=${t("help.keysHint")}
      facts=${KEYS.map(([key, name]) => [html`<kbd>${key}</kbd>`, t(name)])}
    />
    <${Card}
      id="more"
      title=${t("help.more")}
      facts=${[
        [html`<a href=${href("/docs")}>${t("landing.docs")}</a>`, t("help.docs")],
        ...(user
          ? [[html`<${Link} to="/account">${t("account.title")}<//>`, t("help.account")]]
          : []),
        [
          html`<a href=${href("/log/checkpoint")}>${t("landing.checkpoint")}</a>`,
          t("help.checkpoint"),
        ],
        [html`<a href=${href("/log/key")}>${t("health.key")}</a>`, t("help.key")],
      ]}
    />
  `;
}
