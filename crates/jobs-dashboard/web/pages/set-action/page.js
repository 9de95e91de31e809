// The form that runs a Set Action.
import { account } from "../../lib/account.js";
import { get, newKey, post } from "../../lib/api.js";
import { shortId } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { send } from "../../lib/sending.js";
import { keep, kept } from "../../lib/storage.js";
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
  pathOfJobs,
  sourceOfAddress,
  urlOf,
  whyNot,
  withoutQuery,
} from "./state.js";
import { useCustomers } from "./use-customers.js";
import { What } from "./what.js";

/**
 * Why the form cannot be sent yet, or empty.
 * @param {import("./state.js").Form} form
 * @param {any} meta
 * @param {import("./use-customers.js").Read | null} read
 * @param {ReturnType<typeof whyNot>} why
 */
function blockerOf(form, meta, read, why) {
  if (Object.keys(faultsOf(form, meta)).length > 0) return t("setAction.missing");
  if (read?.layout.column === null) return t("setAction.why.column");
  return why ? t(`setAction.why.${why}`, { most: meta.limits.customers_of_a_job }) : "";
}

/**
 * Sends it, and goes to its job.
 * @param {string} user
 * @param {import("./state.js").Form} form
 * @param {string[]} customers
 * @param {() => void} onSent
 */
function useSend(user, form, customers, onSent) {
  const paths = `paths:${user}`;
  // What is sent twice has one key; what is changed is another request.
  const key = useMemo(newKey, [urlOf(form), actionOf(form), form.batch, customers]);
  return useAction(async () => {
    keep(paths, { ...kept(paths), [form.base]: withoutQuery(form.path) });
    const intended = { key, user, action: actionOf(form), count: customers.length };
    const body = bodyOf(form, customers);
    const job_id = await send({ get, post }, intended, "/v1/set-actions", body);
    onSent();
    say(t("setAction.sent", { id: shortId(job_id) }));
    go(href(path`/jobs/${job_id}`));
  });
}

/** @param {{ blocker: string, count: number }} props */
const End = ({ blocker, count }) => html`
  <div class="set-action-end row">
    <button type="submit" class="primary" disabled=${Boolean(blocker)}>
      ${t("setAction.review")}
    </button>
    <b role="status">${t("setAction.count", { n: count })}</b>
    <span class="muted" id="blocker">${blocker}</span>
  </div>
`;

/** @param {{ meta: any, jobs: any[], user: string }} props */
function Form({ meta, jobs, user }) {
  const [query] = useQuery();
  // The last path of each upstream.
  const pathOf = (/** @type {string} */ base) =>
    kept(`paths:${user}`)?.[base] ?? pathOfJobs(jobs, base);
  const [form, setForm] = useState(() => initial(meta, query, pathOf));
  const change = (/** @type {Partial<typeof form>} */ part) =>
    setForm((before) => ({ ...before, ...part }));
  const [source, setSource] = useState(() => sourceOfAddress(query.getAll("cid")));
  const [isRemoved, setRemoved] = useState(false);
  const [isConfirming, setConfirming] = useState(false);
  const { cid_bytes: bytesMax, customers_of_a_job } = meta.limits;
  const { read, isCurrent } = useCustomers(source, bytesMax);
  const checked = isCurrent && read ? read.checked : null;
  const customers = read?.checked.customers ?? [];
  const blocker = blockerOf(form, meta, read, whyNot(checked, isRemoved, customers_of_a_job));
  const [submit, isBusy, problem, dismiss] = useSend(user, form, customers, () =>
    change({ token: "" }),
  );
  const close = () => {
    dismiss();
    setConfirming(false);
  };
  return html`
    <form
      class="set-action"
      autocomplete="off"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (!blocker) setConfirming(true);
      }}
    >
      <${What} ...${{ meta, form, pathOf }} onForm=${change} faults=${faultsOf(form, meta)} />
      <${Customers}
        ...${{ source, read, isRemoved, bytesMax }}
        onSource=${(/** @type {import("./state.js").Source} */ next) => {
          if (next.text !== source.text) setRemoved(false);
          setSource(next);
        }}
        onRemoved=${setRemoved}
      />
      <${End} blocker=${blocker} count=${customers.length} />
    </form>
    ${
      isConfirming &&
      checked &&
      html`
        <${Confirm}
          ...${{ form, customers, isBusy, problem }}
          leftOut=${checked.values.length - customers.length}
          onSend=${submit}
          onClose=${close}
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
