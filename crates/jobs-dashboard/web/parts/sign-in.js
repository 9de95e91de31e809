// Signing in: a form, and the dialog that shows it when a session has ended.
import { account, signIn } from "../lib/account.js";
import { onSignedOut } from "../lib/api.js";
import { store } from "../lib/store.js";
import { t } from "../texts/t.js";
import { Dialog } from "./dialog.js";
import { Choice, Field, Form } from "./form.js";
import { useAction, useStore } from "./hooks.js";
import { html, useState } from "./html.js";

/** @param {{ how: string, onHow: (how: string) => void }} props */
const How = ({ how, onHow }) => html`
  <${Choice}
    label=${t("signIn.how")}
    value=${how}
    options=${[
      { value: "password", text: t("signIn.withPassword") },
      { value: "token", text: t("signIn.withToken") },
    ]}
    onValue=${onHow}
  />
`;

/**
 * @param {object} props
 * @param {string} [props.user] the only user who may sign in here
 * @param {(account: import("../lib/account.js").Account) => void} [props.onDone]
 */
export function SignIn({ user, onDone }) {
  const [how, setHow] = useState("password");
  const [username, setUsername] = useState(user ?? "");
  const [secret, setSecret] = useState("");
  const isToken = how === "token";
  const [submit, isBusy, problem, forget] = useAction(async () => {
    const credentials = isToken ? { token: secret.trim() } : { username, password: secret };
    const signedIn = await signIn(credentials);
    setSecret("");
    onDone?.(signedIn);
  });
  const isWrong = problem && [400, 401].includes(problem.status);
  const change = (/** @type {string} */ value) => {
    setHow(value);
    setSecret("");
    forget();
  };
  return html`
    <${Form}
      class="sign-in"
      of=${[submit, isBusy, isWrong ? null : problem]}
      action=${t("signIn.submit")}
    >
      <${How} how=${how} onHow=${change} />
      ${
        !isToken &&
        html`
          <${Field}
            label=${t("signIn.user")}
            name="username"
            autocomplete="username"
            autocapitalize="none"
            spellcheck=${false}
            required
            readonly=${Boolean(user)}
            value=${username}
            onValue=${setUsername}
          />
        `
      }
      <${Field}
        key=${how}
        label=${t(isToken ? "signIn.token" : "signIn.password")}
        hint=${isToken ? t("signIn.tokenHint") : ""}
        error=${isWrong && t(isToken ? "signIn.wrongToken" : "signIn.wrong")}
        name=${how}
        type="password"
        autocomplete=${isToken ? "off" : "current-password"}
        required
        autofocus=${Boolean(user)}
        value=${secret}
        onValue=${setSecret}
      />
    <//>
  `;
}

/** What waits for the dialog: told whether the same user is signed in again. */
const waiting = store(
  /** @type {{ user: string, done: (again: boolean) => void } | null} */ (null),
);

onSignedOut(() => {
  const user = account.get()?.user_id;
  if (!user) return Promise.resolve(false);
  return new Promise((done) => waiting.set({ user, done }));
});

/** Over whatever page there is, so that what was typed stays. */
export function SignInAgain() {
  const request = useStore(waiting);
  if (!request) return null;
  /** @param {boolean} again */
  const end = (again) => {
    waiting.set(null);
    request.done(again);
  };
  return html`
    <${Dialog} title=${t("signIn.ended")} onClose=${() => end(false)}>
      <p>${t("signIn.endedHint", { user: request.user })}</p>
      <${SignIn}
        user=${request.user}
        onDone=${(/** @type {import("../lib/account.js").Account} */ now) => {
          // Another user must not send what this one typed.
          if (now.user_id === request.user) end(true);
          else location.reload();
        }}
      />
    <//>
  `;
}
