// All that was done to one customer.
import { account } from "../../lib/account.js";
import { get } from "../../lib/api.js";
import { faultOf } from "../../lib/customers.js";
import { number } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { follow } from "../../lib/stream.js";
import { Badge, Notes, Tag } from "../../parts/badge.js";
import { useReading, useStore } from "../../parts/hooks.js";
import { html, useEffect, useRef, useState } from "../../parts/html.js";
import { Empty, ErrorNotice, Loading } from "../../parts/states.js";
import { CopyId, Link, Time, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import {
  appended,
  compared,
  concern,
  counts,
  hasNewer,
  hasOlder,
  missing,
  newer,
  NONE,
  older,
  PAGE,
  shown,
  shownParts,
} from "./state.js";

/** At most this often is read again what the stream says has changed. */
const READ_MS = 3000;
const CID_BYTES = 128;
const COLUMNS = /** @type {const} */ (["when", "action", "outcome", "job", "user", "id"]);

function LookUp() {
  const [value, setValue] = useState("");
  const fault = value && faultOf(value, CID_BYTES);
  return html`
    <form
      class="look-up"
      role="search"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        if (value && !fault) go(href(path`/customers/${value}`));
      }}
    >
      <div class="row">
        <input
          type="search"
          name="cid"
          aria-label=${t("customer.lookUp")}
          placeholder=${t("customer.lookUp")}
          aria-invalid=${fault ? "true" : undefined}
          autocomplete="off"
          spellcheck=${false}
          value=${value}
          onInput=${(/** @type {any} */ event) => setValue(event.currentTarget.value)}
        />
        <button type="submit">${t("customer.show")}</button>
      </div>
      ${
        fault &&
        html`<p class="field-error" role="alert">
          ${t(`name.${fault.why}`, { n: fault.n ?? 0, most: CID_BYTES, code: fault.code ?? "" })}
        </p>`
      }
    </form>
  `;
}

/**
 * The jobs of a customer, and what changes them.
 * @param {string} cid
 */
function useJobs(cid) {
  const [jobs, setJobs] = useState(NONE);
  const newest = useRef(jobs);
  const set = (/** @type {typeof jobs} */ next) => setJobs((newest.current = next));
  /** @param {string | null} cursor */
  const read = (cursor) => get(path`/v1/customers/${cid}/jobs`, { query: { limit: PAGE, cursor } });

  const [open, isOpening, problem] = useReading(async () => {
    set(appended(NONE, null, await read(null)));
  });
  const [showOlder, isReading, olderProblem] = useReading(async () => {
    const cursor = missing(newest.current);
    if (cursor) {
      const answer = await read(cursor);
      set(appended(newest.current, cursor, answer));
    }
    set(older(newest.current));
  });
  useEffect(() => {
    open();
    let timer = 0;
    const refresh = async () => {
      timer = 0;
      const cursors = new Set([null, ...shownParts(newest.current).map((part) => part.cursor)]);
      for (const cursor of cursors) {
        const answer = await read(cursor);
        set(compared(newest.current, answer.jobs, cursor === null));
      }
    };
    // The next entries bring the next try.
    const later = () => (timer ||= window.setTimeout(() => refresh().catch(() => {}), READ_MS));
    const end = follow(
      {},
      {
        onEntries: (entries) => concern(newest.current, entries) && later(),
        // What was recorded after the jobs were read and before it was open is not in the stream.
        onState: (state) => state !== "lost" && later(),
      },
    );
    return () => {
      clearTimeout(timer);
      end();
    };
  }, []);
  return {
    jobs,
    open,
    showOlder,
    showNewer: () => set(newer(newest.current)),
    isBusy: isOpening || isReading,
    problem: problem ?? olderProblem,
    retry: problem ? open : showOlder,
  };
}

/** @param {{ job: any }} props */
function Row({ job }) {
  const { outcome, job_id } = job;
  const label = (/** @type {typeof COLUMNS[number]} */ name) => t(`customer.${name}`);
  return html`
    <tr>
      <td data-label=${label("when")}><${Time} at=${job.created_at} /></td>
      <td data-label=${label("action")}>
        <a href=${href(path`/jobs/${job_id}`)}><b>${job.action_name}</b></a>
        ${job.retry_of && html` <${Tag}>${t("jobs.retry")}<//>`} ${" "}<${Notes}
          count=${job.note_count}
          newest=${job.newest_note}
        />
      </td>
      <td data-label=${label("outcome")}>
        <${Badge} status=${outcome.status} />
        ${!outcome.own && html`<span class="muted"> ${t("customer.asJob")}</span>`}
        ${outcome.message && html`<div class="message-of">${outcome.message}</div>`}
      </td>
      <td data-label=${label("job")}><${Badge} status=${job.status} cause=${job.cause} /></td>
      <td data-label=${label("user")}>
        ${job.user_id}
        ${
          job.submitted_by &&
          html`<div class="muted">${t("customer.submittedBy", { user: job.submitted_by })}</div>`
        }
      </td>
      <td data-label=${label("id")}><${CopyId} id=${job_id} short /></td>
    </tr>
  `;
}

/** Where else the customer is. @param {{ cid: string }} props */
function Links({ cid }) {
  const user = useStore(account);
  return html`
    <p class="row">
      ${
        user?.role !== "auditor" &&
        html`<${Link} to="/set-action" query=${{ cid }} class="button"
          >${t("customer.setAction")}<//
        >`
      }
      <${Link} to="/jobs" query=${{ cid }} class="button">${t("customer.inJobs")}<//>
    </p>
  `;
}

/** How many jobs there are, and how they ended. @param {{ jobs: typeof NONE }} props */
function Counts({ jobs }) {
  const n = jobs.parts.reduce((sum, part) => sum + part.jobs.length, 0);
  return html`
    ${t(jobs.parts.at(-1)?.next ? "customer.countMore" : "customer.count", { n })}
    ${Object.entries(counts(jobs)).map(
      ([status, count]) =>
        html`<span key=${status}><${Badge} status=${status} /> ${number(count)}</span>`,
    )}
  `;
}

/** @param {{ cid: string, jobs: typeof NONE }} props */
const Table = ({ cid, jobs }) => html`
  <div class="card scroll-x">
    <table class="customer-jobs">
      <caption class="off-screen">
        ${t("customer.title", { cid })}
      </caption>
      <thead>
        <tr>
          ${COLUMNS.map((name) => html`<th key=${name} scope="col">${t(`customer.${name}`)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${shown(jobs).map((job) => html`<${Row} key=${job.job_id} job=${job} />`)}
      </tbody>
    </table>
  </div>
`;

/** @param {{ cid: string }} props */
function Jobs({ cid }) {
  const { jobs, open, showOlder, showNewer, isBusy, problem, retry } = useJobs(cid);
  const fresh =
    jobs.fresh > 0 &&
    html`<button type="button" id="fresh" class="primary" onClick=${open}>
      ${t("customer.fresh", { n: jobs.fresh })}
    </button>`;
  const failed = html`<${ErrorNotice} problem=${problem} retry=${retry} />`;
  if (jobs.parts.length === 0) return html`${failed}${isBusy && html`<${Loading} />`}`;
  if (jobs.parts.every((part) => part.jobs.length === 0 && !part.next)) {
    return html`
      <${Empty} title=${t("customer.none")}><p>${t("customer.noneHint")}</p><//>
      <p role="status">${fresh}</p>
      <${Links} cid=${cid} />
    `;
  }
  return html`
    <div class="row spread">
      <p class="row" role="status"><${Counts} jobs=${jobs} /> ${fresh}</p>
      <${Links} cid=${cid} />
    </div>
    ${
      hasNewer(jobs) &&
      html`<p><button type="button" onClick=${showNewer}>${t("customer.newer")}</button></p>`
    }
    <${Table} cid=${cid} jobs=${jobs} />
    ${failed}
    ${
      hasOlder(jobs) &&
      html`<p>
        <button type="button" id="older" disabled=${isBusy} onClick=${showOlder}>
          ${t("customer.older")}
        </button>
      </p>`
    }
  `;
}

/** @param {{ cid?: string }} props */
export default function Customer({ cid }) {
  return html`
    <div class="row spread customer-top">
      <${Title}>${cid ? t("customer.title", { cid }) : t("customer.titleNone")}<//>
      <${LookUp} />
    </div>
    ${cid ? html`<${Jobs} cid=${cid} />` : html`<p class="muted">${t("customer.titleHint")}</p>`}
  `;
}
