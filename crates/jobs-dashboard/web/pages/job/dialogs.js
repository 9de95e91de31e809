// What a user may do with a job: settle it, note something, compare it.
import { get, post } from "../../lib/api.js";
import { number } from "../../texts/format.js";
import { idDigits } from "../../lib/job-id.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { Badge } from "../../parts/badge.js";
import { Dialog } from "../../parts/dialog.js";
import { useDraft } from "../../parts/draft.js";
import { Choice, Field, Form } from "../../parts/form.js";
import { useAction } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { Link, Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { NOTE_BYTES, utf8Length } from "./state.js";

/**
 * @typedef {object} Props
 * @property {any} job
 * @property {() => void} onClose
 * @property {() => void} onDone
 */

/** @param {Props} props */
export function Settle({ job, onClose, onDone }) {
  const draft = useDraft(`settle ${job.job_id}`, { status: "", reason: "" });
  const { key, value } = draft;
  const { status, reason } = value;
  const sending = useAction(async () => {
    const member = status === "FAILED" ? "error_message" : "response_summary";
    await post(path`/v1/jobs/${job.job_id}/status`, { status, [member]: reason.trim() }, { key });
    draft.forget();
    say(t("job.settled"));
    onDone();
  });
  return html`
    <${Dialog} title=${t("job.settle")} onClose=${onClose}>
      <p>${t("job.settleHint")}</p>
      <${Form}
        of=${sending}
        action=${t("job.settleSend")}
        busy=${t("job.sending")}
        isOff=${!status || !reason.trim()}
      >
        <${Choice}
          label=${t("job.settleAs")}
          value=${status}
          onValue=${(/** @type {string} */ chosen) => draft.set({ ...value, status: chosen })}
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
          onValue=${(/** @type {string} */ typed) => draft.set({ ...value, reason: typed })}
        />
      <//>
    <//>
  `;
}

/** @param {Props} props */
export function AddNote({ job, onClose, onDone }) {
  const draft = useDraft(`note ${job.job_id}`, "");
  const { value: text, key } = draft;
  const length = utf8Length(text);
  const sending = useAction(async () => {
    await post(path`/v1/jobs/${job.job_id}/notes`, { text }, { key });
    draft.forget();
    say(t("job.noted"));
    onDone();
  });
  const isLong = length > NOTE_BYTES;
  return html`
    <${Dialog} title=${t("job.note")} onClose=${onClose}>
      <${Form}
        of=${sending}
        action=${t("job.noteSend")}
        busy=${t("job.sending")}
        isOff=${!text.trim() || isLong}
      >
        <${Field}
          as="textarea"
          label=${t("job.noteText")}
          hint=${t("job.noteHint", { n: length, most: NOTE_BYTES })}
          error=${isLong && t("job.noteLong")}
          rows="5"
          required
          value=${text}
          onValue=${draft.set}
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
  const sending = useAction(async () => {
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
        of=${sending}
        action=${t("job.compareSend")}
        busy=${t("job.sending")}
        isOff=${!digits}
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
