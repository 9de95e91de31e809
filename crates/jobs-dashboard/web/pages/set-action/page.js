// The form that runs a Set Action.
import { account } from "../../lib/account.js";
import { get, newKey, post } from "../../lib/api.js";
import { shortId } from "../../lib/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { send } from "../../lib/sending.js";
import { keep, kept } from "../../lib/storage.js";
import { Field } from "../../parts/form.js";
import { useAction, useLoad, useQuery, useStore } from "../../parts/hooks.js";
import { html, useMemo, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { Empty, Loadable } from "../../parts/states.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { Confirm } from "./confirm.js";
import { Customers } from "./customers.js";
import { Sent } from "./sent.js";
import {
  actionOf,
  bodyOf,
  faultsOf,
  initial,
  OTHER,
  pathOfJobs,
  sourceOfAddress,
  urlOf,
  whyNot,
  withoutQuery,
} from "./state.js";
import { useCustomers } from "./use-customers.js";

/**
 * @param {object} props
 * @param {any} props.meta
 * @param {import("./state.js").Form} props.form
 * @param {(part: Partial<import("./state.js").Form>) => void} props.onForm
 * @param {(base: string) => string} props.pathOf
 * @param {ReturnType<typeof faultsOf>} props.faults
 */
function What({ meta, form, onForm, pathOf, faults }) {
  const { upstreams, actions, others } = meta.set_actions;
  /** @param {"action" | "batch"} field @param {number} most */
  const told = (field, most) => {
    const fault = faults[field];
    if (!fault || fault.why === "empty") return null;
    return t(`name.${fault.why}`, { n: fault.n ?? 0, most, code: fault.code ?? "" });
  };
  const set = (/** @type {keyof typeof form} */ name) => (/** @type {string} */ value) =>
    onForm({ [name]: value });
  return html`
    <section class="card">
      <h2>${t("setAction.what")}</h2>
      <${Field} as="select" id="action" label=${t("setAction.action")} onValue=${set("action")}>
        <option value="" disabled selected=${!form.action}>${t("setAction.choose")}</option>
        ${actions.map(
          (/** @type {any} */ { name }) =>
            html`<option key=${name} selected=${name === form.action}>${name}</option>`,
        )}
        ${
          others &&
          html`<option value=${OTHER} selected=${form.action === OTHER}>
            ${t("setAction.other")}
          </option>`
        }
      <//>
      ${
        form.action === OTHER &&
        html`
          <${Field}
            id="other"
            label=${t("setAction.otherName")}
            error=${told("action", meta.limits.action_name_bytes)}
            value=${form.other}
            spellcheck=${false}
            autocapitalize="none"
            autocomplete="off"
            onValue=${set("other")}
          />
        `
      }
      <${Field}
        as="select"
        id="upstream"
        label=${t("setAction.upstream")}
        onValue=${(/** @type {string} */ base) => onForm({ base, path: pathOf(base) })}
      >
        ${upstreams.length > 1 && html`<option value="" disabled selected=${!form.base}>${t("setAction.choose")}</option>`}
        ${upstreams.map(
          (/** @type {string} */ base) =>
            html`<option key=${base} selected=${base === form.base}>${base}</option>`,
        )}
      <//>
      <${Field}
        id="path"
        label=${t("setAction.path")}
        hint=${form.base && t("setAction.sendsTo", { url: urlOf(form) })}
        value=${form.path}
        spellcheck=${false}
        autocapitalize="none"
        autocomplete="off"
        onValue=${set("path")}
      />
      <${Field}
        id="token"
        label=${t("setAction.token")}
        hint=${t("setAction.tokenHint")}
        type="password"
        autocomplete="off"
        value=${form.token}
        onValue=${set("token")}
      />
      <${Field}
        id="batch"
        label=${t("setAction.batch")}
        hint=${t("setAction.batchHint")}
        error=${told("batch", meta.limits.batch_id_bytes)}
        value=${form.batch}
        autocomplete="off"
        onValue=${set("batch")}
      />
    </section>
  `;
}

/** @param {{ meta: any, jobs: any[], user: string }} props */
function Form({ meta, jobs, user }) {
  const [query] = useQuery();
  // The last path of each upstream.
  const paths = `paths:${user}`;
  const pathOf = (/** @type {string} */ base) => kept(paths)?.[base] ?? pathOfJobs(jobs, base);
  const [form, setForm] = useState(() => initial(meta, query, pathOf));
  const [source, setSource] = useState(() => sourceOfAddress(query.getAll("cid")));
  const [isRemoved, setRemoved] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const { cid_bytes, customers_of_a_job } = meta.limits;
  const { read, isCurrent } = useCustomers(source, cid_bytes);
  const checked = isCurrent && read ? read.checked : null;
  const customers = read?.checked.customers ?? [];
  const faults = faultsOf(form, meta);
  const isUnchosen = read?.layout.column === null;
  const why = whyNot(checked, isRemoved, customers_of_a_job);
  const isMissing = Object.keys(faults).length > 0;
  const blocker = isMissing
    ? t("setAction.missing")
    : isUnchosen
      ? t("setAction.why.column")
      : why && t(`setAction.why.${why}`, { most: customers_of_a_job });
  // What is sent twice has one key; what is changed is another request.
  const key = useMemo(newKey, [urlOf(form), actionOf(form), form.batch, customers]);

  const [submit, isBusy, problem, dismiss] = useAction(async () => {
    keep(paths, { ...kept(paths), [form.base]: withoutQuery(form.path) });
    const intended = { key, user, action: actionOf(form), count: customers.length };
    const body = bodyOf(form, customers);
    const job_id = await send({ get, post }, intended, "/v1/set-actions", body);
    setForm((before) => ({ ...before, token: "" }));
    say(t("setAction.sent", { id: shortId(job_id) }));
    go(href(path`/jobs/${job_id}`));
  });

  return html`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (!blocker) setConfirming(true);
      }}
    >
      <${What}
        meta=${meta}
        form=${form}
        onForm=${(/** @type {Partial<typeof form>} */ part) =>
          setForm((before) => ({ ...before, ...part }))}
        pathOf=${pathOf}
        faults=${faults}
      />
      <${Customers}
        source=${source}
        onSource=${(/** @type {import("./state.js").Source} */ next) => {
          if (next.text !== source.text) setRemoved(false);
          setSource(next);
        }}
        read=${read}
        isRemoved=${isRemoved}
        onRemoved=${setRemoved}
        bytesMax=${cid_bytes}
      />
      <div class="set-action-end row">
        <button type="submit" class="primary" disabled=${Boolean(blocker)}>
          ${t("setAction.review")}
        </button>
        <b role="status">${t("setAction.count", { n: customers.length })}</b>
        <span class="muted" id="blocker">${blocker}</span>
      </div>
    </form>
    ${
      isConfirming &&
      checked &&
      html`
        <${Confirm}
          form=${form}
          customers=${customers}
          leftOut=${checked.values.length - customers.length}
          onSend=${submit}
          isBusy=${isBusy}
          problem=${problem}
          onClose=${() => {
            dismiss();
            setConfirming(false);
          }}
        />
      `
    }
  `;
}

export default function SetAction() {
  const user = useStore(account);
  const known = useLoad(
    async (signal) => {
      const meta = await get("/v1/meta", { signal });
      const { upstreams } = meta.set_actions;
      if (user?.role === "auditor" || upstreams.length === 0) return { meta, jobs: [] };
      // Where the newest jobs were sent to is where the first one from this browser goes, too.
      const query = { source: "gateway", status: "SUCCESS", limit: 20 };
      return { meta, jobs: (await get("/v1/jobs", { query, signal })).jobs };
    },
    [user?.role],
  );
  const title = html`<${Title}>${t("setAction.title")}<//>`;
  if (!user) return title;
  if (user.role === "auditor") {
    return html`${title}
      <${Empty} title=${t("setAction.auditor")}><p>${t("setAction.auditorHint")}</p><//>`;
  }
  return html`
    ${title}
    <${Sent} user=${user.user_id} />
    <${Loadable} of=${known}>
      ${(/** @type {any} */ { meta, jobs }) =>
        meta.set_actions.upstreams.length
          ? html`<${Form} meta=${meta} jobs=${jobs} user=${user.user_id} />`
          : html`<${Empty} title=${t("setAction.noUpstream")}>
              <p>${t("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `;
}
