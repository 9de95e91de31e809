// What was sent upstream, read when it is opened, and compared with the entry.
import { get, Problem } from "../../lib/api.js";
import { curlOf } from "../../lib/curl.js";
import { bytes } from "../../texts/format.js";
import { path, PREFIX } from "../../lib/place.js";
import { useLoad } from "../../parts/hooks.js";
import { html, useEffect, useState } from "../../parts/html.js";
import { JsonView } from "../../parts/json-view.js";
import { Mark } from "../../parts/proof-mark.js";
import { Loadable } from "../../parts/states.js";
import { TakeText } from "../../parts/take-text.js";
import { copyAndSay } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { isPayloadRight } from "./lists.js";

/** @param {string} job_id @param {AbortSignal} [signal] @returns {Promise<string>} */
const read = (job_id, signal) =>
  get(path`/v1/jobs/${job_id}/payload`, { asText: true, ...(signal && { signal }) });

/**
 * Copies a job as a command, if its payload is the one that was recorded.
 * @param {any} job
 * @param {any} first the entry that names the payload; false if that is not proved
 */
export async function copyCurl(job, first) {
  const server = location.origin + PREFIX;
  const payload = await read(job.job_id);
  const isRight = first && isPayloadRight(first, payload);
  const made = isRight ? curlOf({ server, url: job.cluster_url, payload }) : null;
  if (made === null) {
    throw new Problem({ status: 422, title: t("job.curl"), detail: t("job.curlRefused") });
  }
  const names = made.credentials.join(", ");
  await copyAndSay(made.command, t(names ? "job.curlCopiedWithout" : "job.curlCopied", { names }));
}

/**
 * @param {object} props
 * @param {string} props.job_id
 * @param {any} props.first the entry that names it
 * @param {boolean} props.isProved whether that entry is
 * @param {(payload: string) => void} props.onWrong
 */
function Opened({ job_id, first, isProved, onWrong }) {
  const payload = useLoad((signal) => read(job_id, signal), [job_id]);
  const isRight = payload.data === undefined || isPayloadRight(first, payload.data);
  useEffect(() => {
    if (!isRight) onWrong(/** @type {string} */ (payload.data));
  }, [isRight]);
  return html`
    <${Loadable} of=${payload}>
      ${(/** @type {string} */ text) => html`
        <div class="row">
          <${Mark}
            text=${t(isRight && isProved ? "job.payloadProved" : "job.payloadWrong")}
            wrong=${isRight && isProved ? null : t("job.payloadWrong")}
          />
          <${TakeText}
            text=${text}
            what=${t("job.payload")}
            name="${job_id}.payload.json"
            type="application/json"
          />
        </div>
        <${JsonView} text=${text} />
      `}
    <//>
  `;
}

/** @param {Parameters<typeof Opened>[0] & { size: number }} props */
export function Payload({ size, ...rest }) {
  const [isOpen, setOpen] = useState(false);
  return html`
    <section class="card" aria-labelledby="payload">
      <details onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
        <summary>
          <h2 id="payload">${t("job.payload")}</h2>
          <span class="muted"> ${bytes(size)}</span>
        </summary>
        ${isOpen && html`<${Opened} ...${rest} />`}
      </details>
    </section>
  `;
}
