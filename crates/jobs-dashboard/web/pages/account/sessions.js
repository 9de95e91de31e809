// The reader's sessions, each with a button that ends it.
import { browserOf } from "../../lib/accounts.js";
import { get, post } from "../../lib/api.js";
import { path } from "../../lib/place.js";
import { Tag } from "../../parts/badge.js";
import { Confirm } from "../../parts/confirm.js";
import { useLoad } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { leave } from "../../parts/leave.js";
import { say } from "../../parts/messages.js";
import { Loadable } from "../../parts/states.js";
import { Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";

/**
 * @typedef {object} Session
 * @property {string} id
 * @property {string} begun_at
 * @property {string} used_at
 * @property {"password" | "token"} by
 * @property {string | null} address
 * @property {string | null} user_agent
 * @property {boolean} current
 */

/** @param {{ session: Session, onEnd: () => void }} props */
function Row({ session, onEnd }) {
  const browser = browserOf(session.user_agent) || t("sessions.unknown");
  return html`
    <tr>
      <th scope="row" title=${session.user_agent ?? ""}>
        ${browser} ${session.current && html` <${Tag}>${t("sessions.this")}<//>`}
      </th>
      <td data-name=${t("sessions.address")}>${session.address ?? t("sessions.unknown")}</td>
      <td data-name=${t("sessions.used")}><${Time} at=${session.used_at} /></td>
      <td data-name=${t("sessions.begun")}>
        <${Time} at=${session.begun_at} />, ${t(`sessions.by.${session.by}`)}
      </td>
      <td>
        <button
          type="button"
          class="danger"
          aria-label=${session.current ? undefined : t("sessions.endOne", { browser })}
          onClick=${onEnd}
        >
          ${t(session.current ? "user.signOut" : "sessions.end")}
        </button>
      </td>
    </tr>
  `;
}

/** It may have ended meanwhile. @param {string} id */
const endOne = (id) =>
  post(path`/v1/account/sessions/${id}/end`).catch((error) => {
    if (error.status !== 404) throw error;
  });

/** @param {{ sessions: Session[], onEnd: (session: Session) => void }} props */
const Table = ({ sessions, onEnd }) => html`
  <table class="cards">
    <caption class="off-screen">
      ${t("sessions.title")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t("sessions.browser")}</th>
        <th scope="col">${t("sessions.address")}</th>
        <th scope="col">${t("sessions.used")}</th>
        <th scope="col">${t("sessions.begun")}</th>
        <th scope="col"><span class="off-screen">${t("sessions.end")}</span></th>
      </tr>
    </thead>
    <tbody>
      ${sessions.map(
        (session) => html`
          <${Row} key=${session.id} session=${session} onEnd=${() => onEnd(session)} />
        `,
      )}
    </tbody>
  </table>
`;

export function Sessions() {
  const loaded = useLoad((signal) => get("/v1/account/sessions", { signal }), []);
  // Others are not all in the list: the server forgets those that were not used since it started.
  const [asked, setAsked] = useState(/** @type {Session | "others" | null} */ (null));
  const end = async () => {
    if (asked === "others") await post("/v1/account/sessions/end-others");
    else if (asked) await endOne(asked.id);
    say(t(asked === "others" ? "sessions.othersEnded" : "sessions.ended"));
    loaded.reload();
  };
  return html`
    <section class="card wide" id="sessions" aria-labelledby="sessions-title">
      <h2 id="sessions-title">${t("sessions.title")}</h2>
      <${Loadable} of=${loaded}>
        ${(/** @type {{ sessions: Session[], since: string }} */ { sessions, since }) => html`
          <p class="hint">${t("sessions.hint")} <${Time} at=${since} />.</p>
          <${Table}
            sessions=${sessions}
            onEnd=${(/** @type {Session} */ one) => (one.current ? leave() : setAsked(one))}
          />
          <p>
            <button type="button" class="danger" onClick=${() => setAsked("others")}>
              ${t("sessions.endOthers")}
            </button>
          </p>
        `}
      <//>
      ${
        asked &&
        html`
          <${Confirm}
            title=${t(asked === "others" ? "sessions.endOthersTitle" : "sessions.endTitle")}
            action=${t("sessions.end")}
            onConfirm=${end}
            onClose=${() => setAsked(null)}
          >
            ${t(asked === "others" ? "sessions.endOthersHint" : "sessions.endHint")}
          <//>
        `
      }
    </section>
  `;
}
