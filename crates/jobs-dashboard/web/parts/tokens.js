// Tokens: a list of them, making one, and taking one away.
import { byState, endOf } from "../lib/accounts.js";
import { t, tOf } from "../texts/t.js";
import { Tag } from "./badge.js";
import { Confirm } from "./confirm.js";
import { Dialog } from "./dialog.js";
import { Field, Form } from "./form.js";
import { useAction, useStore } from "./hooks.js";
import { html, useState } from "./html.js";
import { say } from "./messages.js";
import { zone } from "./settings.js";
import { Empty } from "./states.js";
import { More, useSteps } from "./steps.js";
import { Time, copyAndSay } from "./text.js";

/** @typedef {import("../lib/accounts.js").Token} Token */

/** @param {{ token: Token, hasUser: boolean, onRevoke?: (token: Token) => void }} props */
function Row({ token, hasUser, onRevoke }) {
  const { state } = token;
  const end = token.revoked_at ?? token.expires_at;
  return html`
    <tr>
      <th scope="row">${token.name}${token.current && html` <${Tag}>${t("sessions.this")}<//>`}</th>
      ${
        hasUser &&
        html`
          <td data-name=${t("admin.user")}>
            ${token.user_id}, <span class="muted">${tOf("role", token.role)}</span>
          </td>
        `
      }
      <td data-name=${t("tokens.made")}>
        <${Time} at=${token.created_at} />
        ${hasUser && token.made_by && t("tokens.madeBy", { user: token.made_by })}
      </td>
      <td data-name=${t("tokens.used")}>
        ${token.last_used_at ? html`<${Time} at=${token.last_used_at} />` : t("tokens.unused")}
      </td>
      <td data-name=${t("tokens.ends")}>
        ${state !== "accepted" && t(`tokens.${state}`)}${" "}
        ${end ? html`<${Time} at=${end} />` : t("tokens.noEnd")}
      </td>
      ${
        onRevoke &&
        html`
          <td>
            <button
              type="button"
              class="danger"
              aria-label=${t("tokens.revokeOne", { name: token.name })}
              disabled=${state === "revoked"}
              onClick=${() => onRevoke(token)}
            >
              ${t("tokens.revoke")}
            </button>
          </td>
        `
      }
    </tr>
  `;
}

/**
 * @param {object} props
 * @param {string} props.caption
 * @param {Token[]} props.tokens
 * @param {boolean} props.hasUser
 * @param {(token: Token) => void} [props.onRevoke]
 */
function Table({ caption, tokens, hasUser, onRevoke }) {
  const steps = useSteps(tokens.length);
  return html`
    <table class="cards">
      <caption class="off-screen">
        ${caption}
      </caption>
      <thead>
        <tr>
          <th scope="col">${t("tokens.name")}</th>
          ${hasUser && html`<th scope="col">${t("admin.user")}</th>`}
          <th scope="col">${t("tokens.made")}</th>
          <th scope="col">${t("tokens.used")}</th>
          <th scope="col">${t("tokens.ends")}</th>
          ${onRevoke && html`<th scope="col"><span class="off-screen">${t("tokens.revoke")}</span></th>`}
        </tr>
      </thead>
      <tbody ref=${steps.list}>
        ${tokens
          .slice(0, steps.shown)
          .map(
            (token) => html`
              <${Row}
                key=${`${token.user_id} ${token.name}`}
                token=${token}
                hasUser=${hasUser}
                onRevoke=${onRevoke}
              />
            `,
          )}
      </tbody>
    </table>
    <${More} steps=${steps} />
  `;
}

/**
 * @param {object} props
 * @param {Token[]} props.tokens
 * @param {boolean} [props.hasUser] whether they are of several users
 * @param {(token: Token) => Promise<any>} props.revoke
 */
export function Tokens({ tokens, hasUser = false, revoke }) {
  const [asked, setAsked] = useState(/** @type {Token | null} */ (null));
  const { working, others } = byState(tokens);
  const shared = { hasUser, onRevoke: setAsked };
  return html`
    ${
      working.length > 0
        ? html`<${Table} caption=${t("tokens.title")} tokens=${working} ...${shared} />`
        : html`<${Empty} title=${t("tokens.empty")} />`
    }
    ${
      others.length > 0 &&
      html`
        <details>
          <summary>${t("tokens.others", { n: others.length })}</summary>
          <${Table}
            caption=${t("tokens.others", { n: others.length })}
            tokens=${others}
            hasUser=${hasUser}
          />
        </details>
      `
    }
    ${
      asked &&
      html`
        <${Confirm}
          title=${t("tokens.revokeOne", { name: asked.name })}
          action=${t("tokens.revoke")}
          onConfirm=${async () => {
            await revoke(asked);
            say(t("tokens.revokedNow", { name: asked.name }));
          }}
          onClose=${() => setAsked(null)}
        >
          ${asked.current && t("tokens.revokeCurrent")}
          ${t("tokens.revokeHint", { user: asked.user_id })}
        <//>
      `
    }
  `;
}

/**
 * The token, which the server does not say again.
 * @param {{ token: string, onClose: () => void }} props
 */
const Made = ({ token, onClose }) => html`
  <${Dialog} title=${t("tokens.madeTitle")} onClose=${onClose}>
    <div class="notice notice-warning">
      <p>${t("tokens.once")}</p>
    </div>
    <${Field}
      label=${t("tokens.token")}
      readonly
      class="secret"
      value=${token}
      onFocus=${(/** @type {any} */ event) => event.currentTarget.select()}
    />
    <div class="row">
      <button
        type="button"
        class="primary"
        onClick=${() => copyAndSay(token, t("tokens.theToken"))}
      >
        ${t("app.copy", { what: t("tokens.theToken") })}
      </button>
      <button type="button" onClick=${onClose}>${t("tokens.stored")}</button>
    </div>
  <//>
`;

/**
 * A dialog that makes a token and shows it once.
 * @param {object} props
 * @param {(token: { name: string, expires_at?: string }) => Promise<{ token: string }>} props.make
 * @param {() => void} props.onClose
 * @param {import("./html.js").Children} [props.children] more fields
 * @param {string} [props.mine] the field of a problem that those show
 */
export function NewToken({ make, onClose, children, mine = "" }) {
  const chosenZone = useStore(zone);
  const [name, setName] = useState("");
  const [day, setDay] = useState("");
  const [token, setToken] = useState("");
  const making = useAction(async () => {
    const made = await make({ name, ...(day && { expires_at: endOf(day, chosenZone) }) });
    setToken(made.token);
  });
  if (token) return html`<${Made} token=${token} onClose=${onClose} />`;
  return html`
    <${Dialog} title=${t("tokens.new")} onClose=${onClose}>
      <${Form} of=${making} action=${t("tokens.make")} fields=${["name", "expires_at", mine]}>
        ${(/** @type {(field: string) => any} */ at) => html`
          ${children} ${at(mine) && html`<p class="field-error" role="alert">${at(mine)}</p>`}
          <${Field}
            label=${t("tokens.name")}
            hint=${t("tokens.nameHint")}
            error=${at("name")}
            name="token-name"
            autocomplete="off"
            required
            value=${name}
            onValue=${setName}
          />
          <${Field}
            label=${t("tokens.lastDay")}
            hint=${t("tokens.lastDayHint")}
            error=${at("expires_at")}
            type="date"
            min=${new Date().toISOString().slice(0, 10)}
            value=${day}
            onValue=${setDay}
          />
        `}
      <//>
    <//>
  `;
}
