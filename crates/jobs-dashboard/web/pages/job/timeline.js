// What was recorded about a job, in order, each entry with its proof.
import { duration } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { Badge } from "../../parts/badge.js";
import { DownloadLink } from "../../parts/download-link.js";
import { html, useEffect, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { JsonView } from "../../parts/json-view.js";
import { Mark } from "../../parts/proof-mark.js";
import { More, useSteps } from "../../parts/steps.js";
import { TakeText } from "../../parts/take-text.js";
import { ExactTime } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";
import { since, took } from "./state.js";

/** How long a job has taken, counting on. @param {{ job: any }} props */
export function Took({ job }) {
  const [now, setNow] = useState(Date.now());
  const isRunning = job.status === "IN_PROGRESS";
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isRunning]);
  const ms = took(job, now);
  if (ms === null) return null;
  const whole = isRunning ? Math.floor(ms / 1000) * 1000 : ms;
  return html`<span id="took">
    ${t(isRunning ? "job.running" : "job.took", { time: duration(whole) })}
  </span>`;
}

/** @param {{ entry: any, wrong: string | null, isUnconnected: boolean }} props */
function EntryHead({ entry, wrong, isUnconnected }) {
  const { index, kind, status, cause } = entry;
  const text = t(wrong === null ? "job.proved" : "job.notProved", { index });
  return html`
    <div class="row">
      ${
        kind === "note_added"
          ? html`<span class="tag"><${Icon} name="note" /> ${tOf("kind", kind)}</span>`
          : html`
              <${Badge} status=${status ?? "IN_PROGRESS"} cause=${cause} />
              ${kind !== "status_changed" && tOf("kind", kind)}
            `
      }
      <${ExactTime} at=${entry.recorded_at ?? entry.created_at} />
      ${
        isUnconnected && wrong === null
          ? html`<span class="muted">${t("job.notYet", { index })}</span>`
          : html`<${Mark} text=${text} wrong=${wrong} />`
      }
    </div>
  `;
}

/** @param {{ entry: any, before: any, wrong: string | null, isUnconnected: boolean }} props */
function Item({ entry, before, wrong, isUnconnected }) {
  const ms = before ? since(before, entry) : null;
  const said = [
    t("job.by", { user: entry.actor ?? entry.submitted_by ?? entry.user_id }),
    ms !== null && t("job.later", { time: duration(ms) }),
    entry.http_status !== undefined && t("job.http", { status: String(entry.http_status) }),
    entry.outcomes && t("job.named", { n: entry.outcomes.count }),
  ];
  return html`
    <li class="entry" data-entry=${entry.index}>
      <${EntryHead} entry=${entry} wrong=${wrong} isUnconnected=${isUnconnected} />
      <p class="muted">${said.filter(Boolean).join(", ")}</p>
      ${entry.text !== undefined && html`<p class="entry-text">${entry.text}</p>`}
      ${entry.error_message !== undefined && html`<p class="entry-text">${entry.error_message}</p>`}
      ${
        entry.response_summary !== undefined &&
        html`
          <div class="entry-answer">
            <div class="row">
              <span class="muted">${t("job.answer")}</span>
              <${TakeText}
                text=${entry.response_summary}
                what=${t("job.answer")}
                name="${entry.job_id}.answer.${entry.index}.txt"
                type="text/plain"
              />
            </div>
            <${JsonView} text=${entry.response_summary} />
          </div>
        `
      }
      <p class="entry-links">
        <${DownloadLink}
          href=${href(path`/v1/entries/${entry.index}/receipt`)}
          name="${entry.index}.receipt"
        >
          ${t("job.receipt")}
        <//>
        <${DownloadLink}
          href=${href(path`/v1/entries/${entry.index}/leaf`)}
          name="${entry.index}.leaf"
        >
          ${t("job.leaf")}
        <//>
      </p>
    </li>
  `;
}

/**
 * @param {object} props
 * @param {any[]} props.entries
 * @param {import("../../lib/job-proof.js").JobProof} props.proof
 */
export function Timeline({ entries, proof }) {
  const steps = useSteps(entries.length, { isAbove: true });
  const first = steps.left;
  /** @param {any} entry */
  const wrong = (entry) => proof.wrong.get(entry.index) ?? (proof.why || null);
  return html`
    <section class="card" aria-labelledby="timeline">
      <h2 id="timeline">${t("job.timeline")}</h2>
      <${More} steps=${steps} text="job.earlier" />
      <ol class="timeline" ref=${steps.list}>
        ${entries
          .slice(first)
          .map(
            (entry, n) => html`
              <${Item}
                key=${entry.index}
                entry=${entry}
                before=${entries[first + n - 1]}
                wrong=${wrong(entry)}
                isUnconnected=${proof.isUnconnected}
              />
            `,
          )}
      </ol>
    </section>
  `;
}
