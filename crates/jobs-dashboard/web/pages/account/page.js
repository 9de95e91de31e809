// The reader's own account: who they are here, their password, sessions and tokens.
import { account, readAccount } from "../../lib/account.js";
import { get, post } from "../../lib/api.js";
import { path } from "../../lib/place.js";
import { useAction, useLoad, useStore } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { Field, Form } from "../../parts/form.js";
import { say } from "../../parts/messages.js";
import { NewPassword } from "../../parts/new-password.js";
import { Loadable } from "../../parts/states.js";
import { Time, Title } from "../../parts/text.js";
import { NewToken, Tokens } from "../../parts/tokens.js";
import { t, tOf } from "../../texts/t.js";
import { Sessions } from "./sessions.js";

/** @param {{ user: import("../../lib/account.js").Account }} props */
const Who = ({ user }) => html`
  <section class="card" aria-labelledby="who">
    <h2 id="who">${t("account.who")}</h2>
    <dl class="facts">
      <dt>${t("admin.user")}</dt>
      <dd>${user.user_id}</dd>
      <dt>${t("admin.role")}</dt>
      <dd>${tOf("role", user.role)}: ${t(`account.may.${user.role}`)}</dd>
      <dt>${t("account.by")}</dt>
      <dd>${t(`account.by.${user.signed_in_by}`)}</dd>
      ${
        user.session &&
        html`
          <dt>${t("account.ends")}</dt>
          <dd><${Time} at=${user.session.ends_at} />, ${t("account.endsHint")}</dd>
        `
      }
    </dl>
  </section>
`;

/** @param {{ onChanged: () => void }} props */
function Password({ onChanged }) {
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const changing = useAction(async () => {
    await post("/v1/account/password", { current, new: next });
    setCurrent("");
    setNext("");
    say(t("password.changed"));
    onChanged();
    await readAccount();
  });
  return html`
    <${Form} of=${changing} action=${t("password.change")} fields=${["current", "new"]}>
      ${(/** @type {(field: string) => any} */ at) => html`
        <div class="off-screen" aria-hidden="true">
          <input
            type="text"
            autocomplete="username"
            tabindex="-1"
            readonly
            value=${account.get()?.user_id}
          />
        </div>
        <${Field}
          label=${t("password.current")}
          error=${at("current")}
          type="password"
          autocomplete="current-password"
          required
          value=${current}
          onValue=${setCurrent}
        />
        <${NewPassword}
          label=${t("password.new")}
          error=${at("new")}
          value=${next}
          onValue=${setNext}
        />
        <p class="hint">${t("password.ends")}</p>
      `}
    <//>
  `;
}

/** @param {{ mayMake: boolean }} props */
function MyTokens({ mayMake }) {
  const tokens = useLoad((signal) => get("/v1/account/tokens", { signal }), []);
  const [isMaking, setMaking] = useState(false);
  return html`
    <section class="card wide" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${t("tokens.title")}</h2>
        ${
          mayMake &&
          html`<button type="button" onClick=${() => setMaking(true)}>${t("tokens.new")}</button>`
        }
      </div>
      <p class="hint">${t(mayMake ? "tokens.hint" : "tokens.byToken")}</p>
      <${Loadable} of=${tokens}>
        ${(/** @type {any} */ data) => html`
          <${Tokens}
            tokens=${data.tokens}
            revoke=${async (/** @type {any} */ { name }) => {
              await post(path`/v1/account/tokens/${name}/revoke`);
              tokens.reload();
            }}
          />
        `}
      <//>
      ${
        isMaking &&
        html`
          <${NewToken}
            make=${(/** @type {object} */ token) => post("/v1/account/tokens", token)}
            onClose=${() => {
              setMaking(false);
              tokens.reload();
            }}
          />
        `
      }
    </section>
  `;
}

export default function Account() {
  const user = useStore(account);
  const [round, setRound] = useState(0);
  if (!user) return null;
  return html`
    <${Title}>${t("account.title")}<//>
    <div class="account">
      <${Who} user=${user} />
      <section class="card" id="password" aria-labelledby="password-title">
        <h2 id="password-title">${t("password.title")}</h2>
        ${
          user.has_password
            ? html`<${Password} onChanged=${() => setRound(round + 1)} />`
            : html`<p>${t(`password.none.${user.signed_in_by}`)}</p>`
        }
      </section>
      ${user.has_password || user.session ? html`<${Sessions} key=${round} />` : null}
      <${MyTokens} mayMake=${user.may_make_tokens === true} />
    </div>
  `;
}
