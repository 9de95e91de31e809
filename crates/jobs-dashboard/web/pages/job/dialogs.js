// What a user may do with a job: try it again, settle it, note something, compare it.
import { get, newKey, post } from "../../lib/api.js";
import { account } from "../../lib/account.js";
import { number } from "../../lib/format.js";
import { idDigits } from "../../lib/job-id.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { send, sendings } from "../../lib/sending.js";
import { Badge } from "../../parts/badge.js";
import { Dialog } from "../../parts/dialog.js";
import { Choice, Field } from "../../parts/form.js";
import { useAction, useStore } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { useSeeking } from "../../parts/seeking.js";
import { ErrorNotice } from "../../parts/states.js";
import { Link, Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { isObject, NOTE_BYTES, retryBody, utf8Length } from "./state.js";

/**
 * @typedef {object} Props
 * @property {any} job
 * @property {() => void} onClose
 * @property {() => void} onDone
 */

/**
 * @param {object} props
 * @param {() => void} props.onSubmit
 * @param {boolean} props.isBusy
 * @param {boolean} [props.isOff]
 * @param {import("../../lib/problem.js").Problem | null} props.problem
 * @param {string} props.text of the button
 * @param {import("../../parts/html.js").Children} props.children
 */
const Form = ({ onSubmit, isBusy, isOff, problem, text, children }) => html`
  <form
    onSubmit=${(/** @type {Event} */ event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    ${children}
    <${ErrorNotice} problem=${problem} />
    <button type="submit" class="primary" disabled=${isBusy || isOff}>
      ${isBusy ? t("job.sending") : text}
    </button>
  </form>
`;

/** @param {Props & { counts: Record<string, number>, actions: Record<string, boolean> }} props */
export function Retry({ job, counts, actions, onClose }) {
  const [which, setWhich] = useState(actions.retryFailed ? "failed" : "all");
  const [token, setToken] = useState("");
  const [url, setUrl] = useState("");
  const [members, setMembers] = useState("");
  // The token is not part of what a key stands for: it is not recorded.
  const key = useMemo(newKey, [which, url, members]);
  const user = account.get()?.user_id ?? "";
  const count = which === "all" ? job.customer_count : counts.FAILED;
  // The answer comes when the call has ended; the job is in the ledger before that.
  const [known] = useState(() => sendings.get().filter(({ job_id }) => job_id));
  const sending = useStore(sendings).find(
    (one) => one.user === user && one.retry_of === job.job_id && !known.includes(one),
  );
  const seeking = useSeeking(sending?.job_id ? undefined : sending);
  useEffect(() => {
    if (sending?.job_id) go(href(path`/jobs/${sending.job_id}`));
  }, [sending?.job_id]);
  const [submit, isBusy, problem] = useAction(async () => {
    const intended = { key, user, action: job.action_name, count, retry_of: job.job_id };
    const body = retryBody({ customers: which, token, url }, members);
    await send({ get, post }, intended, path`/v1/jobs/${job.job_id}/retry`, body);
  });
  const needsMembers = members || problem?.field === "payload";
  const isJson = !members.trim() || isObject(members);
  return html`
    <${Dialog} title=${t("job.retry")} onClose=${onClose}>
      <${Form}
        onSubmit=${submit}
        isBusy=${isBusy}
        isOff=${!isJson}
        problem=${problem}
        text=${t("job.retrySend", { n: count, action: job.action_name })}
      >
        <${Choice}
          label=${t("job.retryWhom")}
          value=${which}
          onValue=${setWhich}
          options=${[
            actions.retryFailed && {
              value: "failed",
              text: t("job.retryFailed", { n: counts.FAILED }),
            },
            actions.retryAll && {
              value: "all",
              text: t("job.retryAll", { n: job.customer_count }),
            },
          ].filter(Boolean)}
        />
        ${
          counts.UNCONFIRMED > 0 &&
          html`<p class="notice notice-warning">${t("job.retryUnconfirmed")}</p>`
        }
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
          needsMembers &&
          html`
            <${Field}
              as="textarea"
              label=${t("job.members")}
              hint=${t("job.membersHint")}
              error=${!isJson && t("job.membersWrong")}
              rows="3"
              value=${members}
              onValue=${setMembers}
            />
          `
        }
        ${!isBusy && seeking && html`<p class="notice" role="status">${seeking}</p>`}
      <//>
    <//>
  `;
}

/** @param {Props} props */
export function Settle({ job, onClose, onDone }) {
  const [status, setStatus] = useState("");
  const [reason, setReason] = useState("");
  const key = useMemo(newKey, [status, reason]);
  const [submit, isBusy, problem] = useAction(async () => {
    const member = status === "FAILED" ? "error_message" : "response_summary";
    await post(path`/v1/jobs/${job.job_id}/status`, { status, [member]: reason.trim() }, { key });
    say(t("job.settled"));
    onDone();
  });
  return html`
    <${Dialog} title=${t("job.settle")} onClose=${onClose}>
      <p>${t("job.settleHint")}</p>
      <${Form}
        onSubmit=${submit}
        isBusy=${isBusy}
        isOff=${!status || !reason.trim()}
        problem=${problem}
        text=${t("job.settleSend")}
      >
        <${Choice}
          label=${t("job.settleAs")}
          value=${status}
          onValue=${setStatus}
          options=${["SUCCESS", "FAILED"].map((value) => ({
            value,
            text: t(`status.${/** @type {"SUCCESS"} */ (value)}`),
          }))}
        />
        <${Field}
          as="textarea"
          label=${t("job.reason")}
          hint=${t("job.reasonHint")}
          rows="3"
          required
          value=${reason}
          onValue=${setReason}
        />
      <//>
    <//>
  `;
}

/** @param {Props} props */
export function AddNote({ job, onClose, onDone }) {
  const [text, setText] = useState("");
  const key = useMemo(newKey, [text]);
  const length = utf8Length(text);
  const [submit, isBusy, problem] = useAction(async () => {
    await post(path`/v1/jobs/${job.job_id}/notes`, { text }, { key });
    say(t("job.noted"));
    onDone();
  });
  const isLong = length > NOTE_BYTES;
  return html`
    <${Dialog} title=${t("job.note")} onClose=${onClose}>
      <${Form}
        onSubmit=${submit}
        isBusy=${isBusy}
        isOff=${!text.trim() || isLong}
        problem=${problem}
        text=${t("job.noteSend")}
      >
        <${Field}
          as="textarea"
          label=${t("job.noteText")}
          hint=${t("job.noteHint", { n: length, most: NOTE_BYTES })}
          error=${isLong && t("job.noteLong")}
          rows="5"
          required
          value=${text}
          onValue=${setText}
        />
      <//>
    <//>
  `;
}

/** @param {Props & { related: any[] }} props */
export function Compare({ job, related, onClose }) {
  const [text, setText] = useState("");
  const [found, setFound] = useState(/** @type {any[] | null} */ (null));
  const digits = idDigits(text);
  const [submit, isBusy, problem] = useAction(async () => {
    const query = { job_id: text.trim(), limit: 10 };
    /** @type {any[]} */
    const jobs = (await get("/v1/jobs", { query })).jobs;
    const others = jobs.filter((other) => other.job_id !== job.job_id);
    if (others.length === 1) go(href(compareWith(job, others[0])));
    else setFound(others);
  });
  return html`
    <${Dialog} title=${t("job.compare")} onClose=${onClose}>
      <${Form}
        onSubmit=${submit}
        isBusy=${isBusy}
        isOff=${!digits}
        problem=${problem}
        text=${t("job.compareSend")}
      >
        <${Field}
          label=${t("job.compareWith")}
          error=${found?.length === 0 && t("job.compareNone")}
          spellcheck=${false}
          value=${text}
          onValue=${(/** @type {string} */ value) => {
            setText(value);
            setFound(null);
          }}
        />
      <//>
      <${JobList}
        jobs=${found ?? related}
        to=${(/** @type {any} */ other) => compareWith(job, other)}
      />
    <//>
  `;
}

/** @param {any} job @param {any} other */
export const compareWith = (job, other) => path`/jobs/${job.job_id}/compare/${other.job_id}`;

/**
 * @param {object} props
 * @param {any[]} props.jobs
 * @param {(job: any) => string} [props.to]
 * @param {(job: any) => any} [props.more] what else is said of each
 */
export const JobList = ({ jobs, to = (job) => path`/jobs/${job.job_id}`, more }) => html`
  <ul class="job-list">
    ${jobs.map(
      (job) => html`
        <li key=${job.job_id}>
          <${Link} to=${to(job)}>${job.action_name}, ${number(job.customer_count)}<//>
          <${Badge} status=${job.status} />
          <span class="muted">${job.user_id}, <${Time} at=${job.created_at} /></span>
          ${more?.(job)}
        </li>
      `,
    )}
  </ul>
`;
