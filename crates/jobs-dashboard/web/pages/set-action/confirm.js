// The last look before a Set Action is sent: what, where, for whom, and who has just done the same.
import { post } from "../../lib/api.js";
import { lookFor, maySend } from "../../lib/overlaps.js";
import { number } from "../../texts/format.js";
import { Dialog } from "../../parts/dialog.js";
import { useLoad } from "../../parts/hooks.js";
import { html, useMemo, useState } from "../../parts/html.js";
import { Overlaps } from "../../parts/overlaps.js";
import { ErrorNotice, Loadable } from "../../parts/states.js";
import { t } from "../../texts/t.js";
import { Searchable } from "./marked.js";
import { actionOf, urlOf } from "./state.js";

/**
 * What is sent, and where.
 * @param {{ form: import("./state.js").Form, count: number, leftOut: number }} props
 */
const Facts = ({ form, count, leftOut }) => html`
  <dl class="facts">
    <dt>${t("setAction.action")}</dt>
    <dd><b>${actionOf(form)}</b></dd>
    <dt>${t("setAction.upstream")}</dt>
    <dd>${urlOf(form)}</dd>
    <dt>${t("setAction.token")}</dt>
    <dd>${form.token ? t("setAction.isGiven") : t("setAction.noToken")}</dd>
    ${
      form.batch &&
      html`<dt>${t("fact.batch_id")}</dt>
        <dd>${form.batch}</dd>`
    }
    <dt>${t("setAction.customers")}</dt>
    <dd>
      <b>${number(count)}</b>${" "}
      ${leftOut > 0 && html`<span class="muted">${t("setAction.leftOut", { n: leftOut })}</span>`}
    </dd>
  </dl>
`;

/** @param {{ customers: string[] }} props */
function CustomerList({ customers }) {
  const [search, setSearch] = useState("");
  const found = useMemo(() => {
    const wanted = search.toLowerCase();
    return [...customers.keys()].filter((n) => customers[n].toLowerCase().includes(wanted));
  }, [search]);
  return html`
    <${Searchable}
      label=${t("setAction.customers")}
      search=${search}
      onSearch=${setSearch}
      total=${customers.length}
      found=${found}
    >
      ${(/** @type {number} */ n) => html`
        <span class="line muted">${number(n + 1)}</span>
        <span class="value" title=${customers[n]}>${customers[n]}</span>
      `}
    <//>
  `;
}

/**
 * @param {object} props
 * @param {import("./state.js").Form} props.form
 * @param {string[]} props.customers
 * @param {number} props.leftOut how many lines are not sent
 * @param {() => void} props.onSend
 * @param {boolean} props.isBusy
 * @param {import("../../lib/problem.js").Problem | null} props.problem
 * @param {() => void} props.onClose
 */
export function Confirm({ form, customers, leftOut, onSend, isBusy, problem, onClose }) {
  const action = actionOf(form);
  const count = customers.length;
  const look = useLoad(
    (signal) => lookFor({ post }, { action_name: action, cids: customers }, signal),
    [],
  );
  return html`
    <${Dialog} wide title=${t("setAction.confirm", { action, n: count })} onClose=${onClose}>
      <div class="confirm">
        <${Facts} form=${form} count=${count} leftOut=${leftOut} />
        <${Loadable} of=${look}>
          ${(/** @type {any} */ data) => html`<${Overlaps} look=${data} again=${look.reload} />`}
        <//>
        <${CustomerList} customers=${customers} />
        <${ErrorNotice} problem=${problem} />
        <p class="row end">
          <button type="button" onClick=${onClose}>${t("app.cancel")}</button>
          <button
            type="button"
            id="send"
            class="primary"
            disabled=${isBusy || !maySend(look)}
            onClick=${onSend}
          >
            ${isBusy ? t("setAction.sending") : t("setAction.send")}
          </button>
        </p>
      </div>
    <//>
  `;
}
