// What a user may do with a job: try it again, settle it, note something, compare it.
import { get, newKey, post } from "../../lib/api.js";
import { account } from "../../lib/account.js";
import { number } from "../../lib/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { follow } from "../../lib/stream.js";
import { Badge } from "../../parts/badge.js";
import { Dialog } from "../../parts/dialog.js";
import { Choice, Field } from "../../parts/form.js";
import { useAction } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useRef, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { ErrorNotice } from "../../parts/states.js";
import { Link, Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { idDigits, NOTE_BYTES, utf8Length } from "./state.js";

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
  const left = useRef(false);
  /** @param {string} id */
  const leave = (id) => {
    if (left.current) return;
    left.current = true;
    go(href(path`/jobs/${id}`));
  };
  const end = useRef(/** @type {(() => void) | null} */ (() => {}));
  useEffect(
    () => () => {
      end.current?.();
      end.current = null;
    },
    [],
  );
  // The answer comes when the call has ended; the job is in the stream as soon as it is recorded.
  const watch = async () => {
    const { size } = (await get("/v1/stats", { query: { limit: 1 } })).head;
    const filter = { kind: "job_created", user_id: account.get()?.user_id, after: size - 1 };
    if (!end.current) return; // the dialog was closed
    end.current();
    end.current = follow(filter, {
      onEntries: (entries) => {
        const mine = entries.find((entry) => entry.retry_of === job.job_id);
        if (mine) leave(mine.job_id);
      },
    });
  };
  const [submit, isBusy, problem] = useAction(async () => {
    await watch();
    const body = {
      customers: which,
      ...(token && { token }),
      ...(url && { url }),
      ...(members.trim() && { payload: readMembers(members) }),
    };
    const answer = await post(path`/v1/jobs/${job.job_id}/retry`, body, { key });
    leave(answer.job.job_id);
  });
  const needsMembers = members || problem?.field === "payload";
  const isJson = !members.trim() || readMembers(members) !== null;
  return html`
    <${Dialog} title=${t("job.retry")} onClose=${onClose}>
      <${Form}
        onSubmit=${submit}
        isBusy=${isBusy}
        isOff=${!isJson}
        problem=${problem}
        text=${t("job.retrySend", {
          n: which === "all" ? job.customer_count : counts.FAILED,
          action: job.action_name,
        })}
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
      <//>
    <//>
  `;
}

/** @param {string} text */
function readMembers(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
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
