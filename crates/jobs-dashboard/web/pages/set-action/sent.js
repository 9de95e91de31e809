// What was sent from this tab: its job as soon as that is known, and how it ended.
import { get } from "../../lib/api.js";
import { href, path } from "../../lib/place.js";
import { forget, sendings, underWay } from "../../lib/sending.js";
import { follow } from "../../lib/stream.js";
import { Badge } from "../../parts/badge.js";
import { useLoad, useStore } from "../../parts/hooks.js";
import { html, useEffect } from "../../parts/html.js";
import { useSeeking } from "../../parts/seeking.js";
import { t } from "../../texts/t.js";

/** @typedef {import("../../lib/sending.js").Sending} Sending */

/** No answer came, as after a reload. @param {{ sending: Sending }} props */
const Seeking = ({ sending }) => html`<span role="status">${useSeeking(sending).text}</span>`;

/** @param {{ sending: Sending, job_id: string }} props */
function Job({ sending, job_id }) {
  const { data, reload } = useLoad((signal) => get(path`/v1/jobs/${job_id}`, { signal }), [job_id]);
  // Until the first answer it may end as well.
  const hasEnded = data && data.status !== "IN_PROGRESS";
  useEffect(() => {
    if (hasEnded) return undefined;
    return follow({ job_id, kind: "status_changed" }, { onEntries: reload, onState: reload });
  }, [job_id, hasEnded]);
  // It is shown for as long as the page is, and not again after that.
  useEffect(() => () => void (hasEnded && forget(sending.key)), [hasEnded]);
  return html`
    ${data && html`<${Badge} status=${data.status} cause=${data.cause} />`}
    <a href=${href(path`/jobs/${job_id}`)}>${t("setAction.open")}</a>
  `;
}

/** @param {{ user: string }} props */
export function Sent({ user }) {
  const own = useStore(sendings).filter(
    (sending) => sending.user === user && !underWay.has(sending.key),
  );
  if (own.length === 0) return null;
  return html`
    <section class="card" id="sent">
      <h2>${t("setAction.sentTitle")}</h2>
      <ul class="sent">
        ${own.map(
          (sending) => html`
            <li key=${sending.key} class="row">
              <b>${t("setAction.sentWhat", { action: sending.action, n: sending.count })}</b>
              ${
                sending.job_id
                  ? html`<${Job} sending=${sending} job_id=${sending.job_id} />`
                  : html`<${Seeking} sending=${sending} />`
              }
              <button
                type="button"
                class="icon-button"
                aria-label=${t("app.remove", { what: sending.action })}
                onClick=${() => forget(sending.key)}
              >
                ✕
              </button>
            </li>
          `,
        )}
      </ul>
    </section>
  `;
}
