// The page about one job.
import { account } from "../../lib/account.js";
import { isProved } from "../../lib/job-proof.js";
import { href, path } from "../../lib/place.js";
import { follow } from "../../lib/stream.js";
import { Badge } from "../../parts/badge.js";
import { DownloadLink } from "../../parts/download-link.js";
import { useAction, useLoad, useStore } from "../../parts/hooks.js";
import { html, useEffect, useRef, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { fact, factName, FACTS } from "../../parts/job-facts.js";
import { JobAlarm, ProofLine } from "../../parts/job-marks.js";
import { announce } from "../../parts/messages.js";
import { accepted } from "../../parts/proof-watch.js";
import { loadJob, useProof } from "../../parts/proved-job.js";
import { Empty, ErrorNotice, Loadable } from "../../parts/states.js";
import { Link, Title } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";
import { AddNote, Compare, JobList, Settle } from "./dialogs.js";
import { ListProof, useListProof } from "./list-proof.js";
import { Outcomes } from "./outcomes.js";
import { copyCurl, Payload } from "./payload.js";
import { Retry } from "./retry.js";
import { actionsOf, countsToRetry, listsOf } from "./state.js";
import { Timeline, Took } from "./timeline.js";

/**
 * @param {object} props
 * @param {any} props.job
 * @param {any} props.first its first entry
 * @param {any} props.proof
 * @param {any} props.outcomes
 * @param {any[]} props.related
 * @param {() => void} props.onDone
 */
function Actions({ job, first, proof, outcomes, related, onDone }) {
  const user = useStore(account);
  const [open, setOpen] = useState("");
  const [copyAsCurl, isCopying, problem] = useAction(() => copyCurl(job, isProved(proof) && first));
  const { counts, onlyNamed } = countsToRetry(job, outcomes);
  const actions = actionsOf(job, counts, user?.role ?? "auditor");
  const close = () => setOpen("");
  const done = () => {
    close();
    onDone();
  };
  const props = { job, counts, onlyNamed, actions, related, onClose: close, onDone: done };
  /** @param {string} name @param {import("../../texts/t.js").Key} text @param {string} [style] */
  const button = (name, text, style = "") => html`
    <button type="button" id="do-${name}" class=${style} onClick=${() => setOpen(name)}>
      ${t(text)}
    </button>
  `;
  return html`
    <div class="row" role="group" aria-label=${t("job.actions")}>
      ${actions.settle && button("settle", "job.settle", "primary")}
      ${(actions.retryFailed || actions.retryAll) && button("retry", "job.retry")}
      ${actions.note && button("note", "job.note")} ${button("compare", "job.compare")}
      ${
        actions.curl &&
        html`
          <button type="button" id="do-curl" disabled=${isCopying} onClick=${copyAsCurl}>
            <${Icon} name="copy" />${t("job.curl")}
          </button>
        `
      }
      <${DownloadLink} class="button" href=${href(path`/v1/jobs/${job.job_id}/evidence`)}>
        <${Icon} name="download" />${t("job.evidence")}
      <//>
    </div>
    <${ErrorNotice} problem=${problem} />
    ${open === "settle" && html`<${Settle} ...${props} />`}
    ${open === "retry" && html`<${Retry} ...${props} />`}
    ${open === "note" && html`<${AddNote} ...${props} />`}
    ${open === "compare" && html`<${Compare} ...${props} />`}
  `;
}

/** @param {{ job: any }} props */
const Facts = ({ job }) => html`
  <section class="card" aria-labelledby="facts">
    <h2 id="facts">${t("job.facts")}</h2>
    <dl class="facts">
      ${FACTS.map((name) => [name, fact(job, name)])
        .filter(([, shown]) => shown !== null)
        .map(
          ([name, shown]) => html`
            <dt key=${name}>${factName(name)}</dt>
            <dd key=${`${name}=`}>${shown}</dd>
          `,
        )}
    </dl>
  </section>
`;

/** @param {{ job: any, related: any }} props */
function Related({ job, related }) {
  const { retry_of, retries, batch, overlaps } = related;
  const all = listsOf(job, related);
  /** @param {any} job */
  const common = (job) => {
    const { customers } = overlaps.find((/** @type {any} */ one) => one.job === job);
    return html`<span class="muted">${t("job.inCommon", { n: customers })}</span>`;
  };
  const groups = [
    { text: t("job.retryOf"), jobs: retry_of ? [retry_of] : [] },
    { text: t("job.retries"), jobs: retries, list: all.retries, toAll: t("job.allRetries") },
    { text: t("job.batch"), jobs: batch, list: all.batch, toAll: t("job.allOfBatch") },
    {
      text: t("job.overlaps"),
      jobs: overlaps.map((/** @type {any} */ one) => one.job),
      more: common,
    },
  ].filter(({ jobs }) => jobs.length);
  if (!groups.length && related.overlaps_complete) return null;
  return html`
    <section class="card" aria-labelledby="related">
      <h2 id="related">${t("job.related")}</h2>
      ${groups.map(
        ({ text, jobs, more, list, toAll }) => html`
          <h3 key=${text}>${text}</h3>
          <${JobList} key=${`${text}=`} jobs=${jobs} more=${more} />
          ${list && html`<p key=${toAll}><${Link} to="/" query=${list}>${toAll}<//></p>`}
        `,
      )}
      ${!related.overlaps_complete && html`<p class="hint">${t("setAction.incomplete")}</p>`}
    </section>
  `;
}

/** Has another status read out. @param {string} status */
function useAnnounced(status) {
  const known = useRef(status);
  useEffect(() => {
    if (known.current !== status) announce(t("job.now", { status: tOf("status", status) }));
    known.current = status;
  }, [status]);
}

/** @param {{ overview: any, reload: () => void }} props */
function Head({ overview, reload }) {
  const { job, entries, outcomes, related, proof } = overview;
  const others = [
    related.retry_of,
    ...related.retries,
    ...related.batch,
    ...related.overlaps.map((/** @type {any} */ one) => one.job),
  ].filter(Boolean);
  const what = `${job.action_name}, ${t("job.customers", { n: job.customer_count })}`;
  const { user_id: user, submitted_by: by } = job;
  return html`
    <header class="job-head">
      <${Title}>${what}<//>
      <p class="row">
        <${Badge} status=${job.status} cause=${job.cause} /> <${Took} job=${job} />
        <span>${by ? t("job.submittedFor", { user, by }) : t("job.submitted", { user })}</span>
        <${ProofLine} proof=${proof} entries=${entries} />
      </p>
      <${Actions}
        job=${job}
        first=${entries[0]}
        proof=${proof}
        outcomes=${outcomes}
        related=${others}
        onDone=${reload}
      />
    </header>
  `;
}

/** @param {{ overview: any, reload: () => void }} props */
function Content({ overview, reload }) {
  const { job, entries, outcomes, related, proof } = overview;
  const lists = useListProof(overview);
  const [wrong, setWrong] = useState(/** @type {any} */ (null));
  useAnnounced(job.status);
  return html`
    <${JobAlarm} overview=${overview} lists=${lists} more=${wrong} />
    <${Head} overview=${overview} reload=${reload} />
    <div class="job-columns">
      <${Facts} job=${job} />
      <div class="job-main">
        <${Timeline} entries=${entries} proof=${proof} />
        <${Outcomes}
          job=${job}
          summary=${outcomes}
          lists=${proof.wrong.size || proof.why ? null : lists.lists}
          onWrong=${(/** @type {any} */ row) => setWrong({ why: t("job.rowWrong"), row })}
        >
          <${ListProof} lists=${lists} customers=${job.customer_count} proof=${proof} />
        <//>
        ${
          overview.request_payload_bytes !== null &&
          html`
            <${Payload}
              job_id=${job.job_id}
              size=${overview.request_payload_bytes}
              first=${entries[0]}
              isProved=${isProved(proof)}
              onWrong=${(/** @type {string} */ payload) =>
                setWrong({ why: t("job.payloadWrong"), payload })}
            />
          `
        }
      </div>
      <${Related} job=${job} related=${related} />
    </div>
  `;
}

/** @param {{ overview: any, reload: () => void }} props */
function Answer({ overview: received, reload }) {
  const overview = useProof(received);
  if (!overview.proof.isOther) return html`<${Content} overview=${overview} reload=${reload} />`;
  return html`
    <${JobAlarm} overview=${overview} />
    <${Title}>${t("job.title")}<//>
    <${Empty} title=${t("job.other")} />
  `;
}

/** @param {{ job_id: string }} props */
export default function Job({ job_id }) {
  const times = useStore(accepted);
  const loaded = useLoad((signal) => loadJob(job_id, signal), [job_id, times]);
  const { data, reload } = loaded;
  const isThere = data !== undefined;
  useEffect(() => {
    if (!data) return undefined;
    const filter = { job_id, after: data.job.last_index };
    return follow(filter, {
      onEntries: reload,
      onState: (state) => state === "stale" && reload(),
    });
  }, [isThere]);
  return html`
    ${!isThere && html`<${Title} hidden>${t("job.title")}<//>`}
    <${Loadable} of=${loaded}>
      ${(/** @type {any} */ overview) => html`
        <${Answer} overview=${overview} reload=${reload} />
      `}
    <//>
    ${loaded.error?.status === 404 && html`<p><${Link} to="/">${t("app.toJobs")}<//></p>`}
  `;
}
