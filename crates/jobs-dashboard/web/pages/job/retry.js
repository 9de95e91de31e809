// Trying a job again: a dialog that says for whom, and follows what was sent to its job.
import { account } from "../../lib/account.js";
import { get, newKey, post } from "../../lib/api.js";
import { lookForRetry, maySend, MOST_LOOKED_AT } from "../../lib/overlaps.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { send, sendings } from "../../lib/sending.js";
import { Dialog } from "../../parts/dialog.js";
import { useDraft } from "../../parts/draft.js";
import { Choice, Field, Form } from "../../parts/form.js";
import { useAction, useLoad, useStore } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useState } from "../../parts/html.js";
import { Overlaps } from "../../parts/overlaps.js";
import { useSeeking } from "../../parts/seeking.js";
import { Loadable } from "../../parts/states.js";
import { t } from "../../texts/t.js";
import { isObject, retryBody } from "./state.js";

/** @typedef {{ which: string, token: string, url: string, members: string }} Chosen */

/**
 * Sends it. The answer comes when the call has ended; the job is in the ledger before that, and
 * is looked for.
 * @param {any} job
 * @param {Chosen} chosen
 * @param {number} count of customers
 * @param {() => void} onSent
 */
function useSendRetry(job, { which, token, url, members }, count, onSent) {
  // The token is not part of what a key stands for: it is not recorded.
  const key = useMemo(newKey, [which, url, members]);
  const user = account.get()?.user_id ?? "";
  const [known] = useState(() => sendings.get().filter(({ job_id }) => job_id));
  const sent = useStore(sendings).find(
    (one) => one.user === user && one.retry_of === job.job_id && !known.includes(one),
  );
  const seeking = useSeeking(sent?.job_id ? undefined : sent);
  // The same request may be sent again, another one only if that one was not recorded.
  const isOff = sent !== undefined && sent.key !== key && !seeking.isAbsent;
  useEffect(() => {
    if (!sent?.job_id) return;
    onSent();
    go(href(path`/jobs/${sent.job_id}`));
  }, [sent?.job_id]);
  const sending = useAction(async () => {
    const intended = { key, user, action: job.action_name, count, retry_of: job.job_id };
    const body = retryBody({ customers: which, token, url }, members);
    await send({ get, post }, intended, path`/v1/jobs/${job.job_id}/retry`, body);
  });
  return { sending, seeking: seeking.text, isOff };
}

/**
 * @param {object} props
 * @param {any} props.job
 * @param {Record<string, number>} props.counts
 * @param {boolean} props.onlyNamed whether the failed are only those whom the answer names
 * @param {Record<string, boolean>} props.actions
 * @param {string} props.which
 * @param {(which: string) => void} props.onWhich
 */
const Whom = ({ job, counts, onlyNamed, actions, which, onWhich }) => html`
  <${Choice}
    label=${t("job.retryWhom")}
    value=${which}
    onValue=${onWhich}
    options=${[
      actions.retryFailed && {
        value: "failed",
        text: t(onlyNamed ? "job.retryNamed" : "job.retryFailed", { n: counts.FAILED }),
      },
      actions.retryAll && { value: "all", text: t("job.retryAll", { n: job.customer_count }) },
    ].filter(Boolean)}
  />
  ${counts.UNCONFIRMED > 0 && html`<p class="notice notice-warning">${t("job.retryUnconfirmed")}</p>`}
`;

/** @param {{ members: string, onMembers: (members: string) => void, isJson: boolean }} props */
const Members = ({ members, onMembers, isJson }) => html`
  <${Field}
    as="textarea"
    label=${t("job.members")}
    hint=${t("job.membersHint")}
    error=${!isJson && t("job.membersWrong")}
    rows="3"
    value=${members}
    onValue=${onMembers}
  />
`;

/** @param {{ look: import("../../parts/hooks.js").Loaded<any> }} props */
const Look = ({ look }) => html`
  <${Loadable} of=${look}>
    ${(/** @type {any} */ data) =>
      data
        ? html`<${Overlaps} look=${data} again=${look.reload} />`
        : html`<p class="notice" id="overlaps">${t("job.notLooked", { most: MOST_LOOKED_AT })}</p>`}
  <//>
`;

/**
 * @param {object} props
 * @param {any} props.job
 * @param {Record<string, number>} props.counts
 * @param {boolean} props.onlyNamed
 * @param {Record<string, boolean>} props.actions
 * @param {() => void} props.onClose
 */
export function Retry({ job, counts, onlyNamed, actions, onClose }) {
  const [which, setWhich] = useState(actions.retryFailed ? "failed" : "all");
  // Nothing keeps these two: the token, and members, which are given again if they are secret.
  const [token, setToken] = useState("");
  const [members, setMembers] = useState("");
  const { value: url, set: setUrl, forget } = useDraft(`retry ${job.job_id}`, "");
  const count = which === "all" ? job.customer_count : counts.FAILED;
  const { sending, seeking, isOff } = useSendRetry(
    job,
    { which, token, url, members },
    count,
    forget,
  );
  const [, isBusy, problem] = sending;
  const look = useLoad(
    (signal) => lookForRetry({ get, post }, job, { which, count }, signal),
    [job.job_id, which, count],
  );
  const isJson = !members.trim() || isObject(members);
  return html`
    <${Dialog} title=${t("job.retry")} onClose=${onClose}>
      <${Form}
        of=${sending}
        action=${t("job.retrySend", { n: count, action: job.action_name })}
        busy=${t("job.sending")}
        isOff=${isOff || !isJson || !maySend(look)}
      >
        <${Whom} ...${{ job, counts, onlyNamed, actions, which }} onWhich=${setWhich} />
        <${Field}
          label=${t("job.token")}
          hint=${t("job.tokenHint")}
          type="password"
          autocomplete="off"
          value=${token}
          onValue=${setToken}
        />
        <${Field}
          label=${t("job.url")}
          hint=${t("job.urlHint")}
          placeholder=${job.cluster_url}
          type="url"
          value=${url}
          onValue=${setUrl}
        />
        ${
          (members || problem?.field === "payload") &&
          html`<${Members} members=${members} onMembers=${setMembers} isJson=${isJson} />`
        }
        ${
          !isBusy &&
          (seeking
            ? html`<p class="notice" role="status">${seeking}</p>`
            : html`<${Look} look=${look} />`)
        }
      <//>
    <//>
  `;
}
