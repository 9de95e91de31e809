// The form that runs a Set Action.
import { account } from "../../lib/account.js";
import { get, post } from "../../lib/api.js";
import { shortId } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { send } from "../../lib/sending.js";
import { keep, kept } from "../../lib/storage.js";
import { Confirm as ConfirmFirst } from "../../parts/confirm.js";
import { useAction, useLoad, useQuery, useStore } from "../../parts/hooks.js";
import { html, useRef, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { Empty, Loadable } from "../../parts/states.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { Confirm } from "./confirm.js";
import { Customers } from "./customers.js";
import { begun, dropFormDraft, formDraftAt, keepFormDraft, withForm, withSource } from "./draft.js";
import { Sent } from "./sent.js";
import {
  actionOf,
  bodyOf,
  faultsOf,
  initial,
  pathOfJobs,
  sourceOfAddress,
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
 * Sends it, and goes to its job, unless the form was changed meanwhile.
 * @param {string} user
 * @param {string} search
 * @param {import("./draft.js").Draft} draft
 * @param {string[]} customers
 */
function useSend(user, search, draft, customers) {
  const paths = `paths:${user}`;
  return useAction(async () => {
    const { form, key } = draft;
    // A form that the address filled in is not kept yet.
    keepFormDraft(search, draft);
    keep(paths, { ...kept(paths), [form.base]: withoutQuery(form.path) });
    const intended = { key, user, action: actionOf(form), count: customers.length };
    const body = bodyOf(form, customers);
    const job_id = await send({ get, post }, intended, "/v1/set-actions", body);
    say(t("setAction.sent", { id: shortId(job_id) }));
    if (dropFormDraft(search, key)) go(href(path`/jobs/${job_id}`));
  });
}

/**
 * What is filled in at an address, as it was left; and what changes it.
 * @param {string} search
 * @param {() => import("./draft.js").Draft} begin
 */
function useFormDraft(search, begin) {
  const [draft, setDraft] = useState(() => formDraftAt(search) ?? begin());
  const newest = useRef(draft);
  /** @param {(draft: import("./draft.js").Draft) => import("./draft.js").Draft} make */
  const change = (make) => {
    newest.current = make(newest.current);
    keepFormDraft(search, newest.current);
    setDraft(newest.current);
  };
  return { draft, change };
}

/** @param {{ onClear: () => void }} props */
function Clear({ onClear }) {
  const [isAsked, setAsked] = useState(false);
  return html`
    <button type="button" id="clear-form" class="quiet" onClick=${() => setAsked(true)}>
      ${t("setAction.clearForm")}
    </button>
    ${
      isAsked &&
      html`
        <${ConfirmFirst}
          title=${t("setAction.clearTitle")}
          action=${t("setAction.clearForm")}
          onConfirm=${async () => onClear()}
          onClose=${() => setAsked(false)}
        >
          ${t("setAction.clearHint")}
        <//>
      `
    }
  `;
}

/**
 * @param {object} props
 * @param {string} props.blocker
 * @param {number} props.count
 * @param {import("../../parts/html.js").Children} props.children more buttons
 */
const End = ({ blocker, count, children }) => html`
  <div class="set-action-end row">
    <button type="submit" class="primary" disabled=${Boolean(blocker)}>
      ${t("setAction.review")}
    </button>
    <b role="status">${t("setAction.count", { n: count })}</b>
    <span class="muted" id="blocker">${blocker}</span>
    ${children}
  </div>
`;

/**
 * @param {object} props
 * @param {any} props.meta
 * @param {any[]} props.jobs
 * @param {string} props.user
 * @param {() => void} props.onClear
 */
function Form({ meta, jobs, user, onClear }) {
  const [query] = useQuery();
  const search = query.toString();
  // The last path of each upstream.
  const pathOf = (/** @type {string} */ base) =>
    kept(`paths:${user}`)?.[base] ?? pathOfJobs(jobs, base);
  const { draft, change } = useFormDraft(search, () =>
    begun(initial(meta, query, pathOf), sourceOfAddress(query.getAll("cid"))),
  );
  const { form, source, typed, isRemoved } = draft;
  const [isConfirming, setConfirming] = useState(false);
  const { cid_bytes: bytesMax, customers_of_a_job } = meta.limits;
  const { read, isCurrent } = useCustomers(source, bytesMax);
  const checked = isCurrent && read ? read.checked : null;
  const customers = read?.checked.customers ?? [];
  const blocker = blockerOf(form, meta, read, whyNot(checked, isRemoved, customers_of_a_job));
  const [submit, isBusy, problem, dismiss] = useSend(user, search, draft, customers);
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
      <${What}
        ...${{ meta, form, pathOf }}
        onForm=${(/** @type {Partial<typeof form>} */ part) => change((now) => withForm(now, part))}
        faults=${faultsOf(form, meta)}
      />
      <${Customers}
        ...${{ source, typed, read, isRemoved, bytesMax }}
        onSource=${(/** @type {typeof source} */ next) => change((now) => withSource(now, next))}
        onRemoved=${(/** @type {boolean} */ next) => change((now) => ({ ...now, isRemoved: next }))}
      />
      <${End} blocker=${blocker} count=${customers.length}>
        ${formDraftAt(search) && html`<${Clear} onClear=${onClear} />`}
      <//>
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
  const [query] = useQuery();
  const search = query.toString();
  // A form that was cleared is another one.
  const [cleared, setCleared] = useState(0);
  const clear = () => {
    dropFormDraft(search, formDraftAt(search)?.key);
    setCleared(cleared + 1);
  };
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
  // A heading that is drawn anew has the focus: the button that cleared the form has gone with it.
  const title = html`<${Title} key=${cleared}>${t("setAction.title")}<//>`;
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
          ? html`<${Form}
              key=${`${cleared} ${search}`}
              ...${{ meta, jobs }}
              user=${user.user_id}
              onClear=${clear}
            />`
          : html`<${Empty} title=${t("setAction.noUpstream")}>
              <p>${t("setAction.noUpstreamHint")}</p>
            <//>`}
    <//>
  `;
}
