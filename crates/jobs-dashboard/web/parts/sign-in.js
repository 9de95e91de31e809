// Signing in: a form, and the dialog that shows it when a session has ended.
import { account, signIn } from "../lib/account.js";
import { onSignedOut } from "../lib/api.js";
import { store } from "../lib/store.js";
import { t } from "../texts/t.js";
import { Dialog } from "./dialog.js";
import { Choice, Field } from "./form.js";
import { useAction, useStore } from "./hooks.js";
import { html, useState } from "./html.js";
import { ErrorNotice } from "./states.js";

/**
 * @param {object} props
 * @param {string} [props.user] the only user who may sign in here
 * @param {(account: import("../lib/account.js").Account) => void} [props.onDone]
 */
export function SignIn({ user, onDone }) {
  const [how, setHow] = useState("password");
  const [username, setUsername] = useState(user ?? "");
  const [secret, setSecret] = useState("");
  const [submit, isBusy, problem, forget] = useAction(async () => {
    const credentials = how === "token" ? { token: secret.trim() } : { username, password: secret };
    const signedIn = await signIn(credentials);
    setSecret("");
    onDone?.(signedIn);
  });
  const isWrong = problem && [400, 401].includes(problem.status);
  const wrong = how === "token" ? t("signIn.wrongToken") : t("signIn.wrong");
  return html`
    <form
      class="sign-in"
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        submit();
      }}
    >
      <${Choice}
        label=${t("signIn.how")}
        value=${how}
        options=${[
          { value: "password", text: t("signIn.withPassword") },
          { value: "token", text: t("signIn.withToken") },
        ]}
        onValue=${(/** @type {string} */ value) => {
          setHow(value);
          setSecret("");
          forget();
        }}
      />
      ${
        how === "password" &&
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
        label=${how === "token" ? t("signIn.token") : t("signIn.password")}
        hint=${how === "token" ? t("signIn.tokenHint") : ""}
        error=${isWrong && wrong}
        name=${how}
        type="password"
        autocomplete=${how === "token" ? "off" : "current-password"}
        required
        autofocus=${Boolean(user)}
        value=${secret}
        onValue=${setSecret}
      />
      ${!isWrong && html`<${ErrorNotice} problem=${problem} />`}
      <button type="submit" class="primary" disabled=${isBusy}>${t("signIn.submit")}</button>
    </form>
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
