// The last look before a Set Action is sent: what, where, for whom, and who has just done the same.
import { post } from "../../lib/api.js";
import { number, shortId } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { Dialog } from "../../parts/dialog.js";
import { useLoad } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { ErrorNotice, Loadable } from "../../parts/states.js";
import { t } from "../../texts/t.js";
import { Searchable } from "./marked.js";
import { actionOf, maySend, urlOf } from "./state.js";

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
function Overlaps({ look, again }) {
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
      html`<dt>${t("setAction.batch")}</dt>
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
    (signal) => post("/v1/overlaps", { action_name: action, cids: customers }, { signal }),
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
