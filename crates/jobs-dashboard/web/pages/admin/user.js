// The dialogs that add a user and change one.
import { post } from "../../lib/api.js";
import { atFields } from "../../lib/field-problem.js";
import { path } from "../../lib/place.js";
import { Confirm } from "../../parts/confirm.js";
import { Dialog } from "../../parts/dialog.js";
import { Field } from "../../parts/form.js";
import { useAction } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { NewPassword } from "../../parts/new-password.js";
import { ErrorNotice } from "../../parts/states.js";
import { Link } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";
import { ROLES } from "./state.js";

/**
 * @param {object} props
 * @param {string} props.value
 * @param {(value: string) => void} props.onValue
 * @param {string} [props.hint]
 * @param {string | false | null} [props.error]
 */
export const Roles = (props) => html`
  <${Field} label=${t("admin.role")} as="select" ...${props}>
    ${ROLES.map(
      (role) => html`
        <option key=${role} value=${role}>${tOf("role", role)}: ${t(`account.may.${role}`)}</option>
      `,
    )}
  <//>
`;

/**
 * A form whose problems are shown at its fields.
 * @param {object} props
 * @param {string[]} props.fields
 * @param {string} props.action
 * @param {() => Promise<void>} props.onSubmit
 * @param {boolean} [props.isMain]
 * @param {(at: (field: string) => string | null) => any} props.children
 */
function Form({ fields, action, onSubmit, isMain = false, children }) {
  const [submit, isBusy, problem] = useAction(onSubmit);
  const { at, rest } = atFields(problem, fields);
  return html`
    <form
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        submit();
      }}
    >
      ${children(at)}
      <${ErrorNotice} problem=${rest} />
      <button type="submit" class=${isMain ? "primary" : ""} disabled=${isBusy}>${action}</button>
    </form>
  `;
}

/** @param {{ onAdded: () => void, onClose: () => void }} props */
export function AddUser({ onAdded, onClose }) {
  const [user_id, setUser] = useState("");
  const [role, setRole] = useState("operator");
  const [password, setPassword] = useState("");
  const add = async () => {
    await post("/v1/users", { user_id, role, ...(password && { password }) });
    say(t("admin.added", { user: user_id }));
    onAdded();
    onClose();
  };
  return html`
    <${Dialog} title=${t("admin.add")} onClose=${onClose}>
      <${Form}
        fields=${["user_id", "role", "password"]}
        action=${t("admin.add")}
        onSubmit=${add}
        isMain
      >
        ${(/** @type {(field: string) => any} */ at) => html`
          <${Field}
            label=${t("admin.name")}
            hint=${t("admin.nameHint")}
            error=${at("user_id")}
            name="user_id"
            autocomplete="off"
            autocapitalize="none"
            spellcheck=${false}
            required
            value=${user_id}
            onValue=${setUser}
          />
          <${Roles} error=${at("role")} value=${role} onValue=${setRole} />
          <${NewPassword}
            label=${t("admin.password")}
            hint=${t("admin.passwordHint")}
            required=${false}
            error=${at("password")}
            value=${password}
            onValue=${setPassword}
          />
        `}
      <//>
    <//>
  `;
}

/**
 * @param {object} props
 * @param {import("./state.js").User} props.user
 * @param {boolean} props.isSelf
 * @param {() => void} props.onChanged
 * @param {() => void} props.onClose
 */
export function ChangeUser({ user, isSelf, onChanged, onClose }) {
  const { user_id } = user;
  const [role, setRole] = useState(/** @type {string} */ (user.role));
  const [password, setPassword] = useState("");
  const [isDisabling, setDisabling] = useState(false);
  /** @param {string} what @param {object} body @param {string} done */
  const change = async (what, body, done) => {
    await post(`${path`/v1/users/${user_id}`}/${what}`, body);
    say(done);
    onChanged();
    onClose();
  };
  if (isDisabling) {
    return html`
      <${Confirm}
        title=${t("admin.disableOne", { user: user_id })}
        action=${t("admin.disable")}
        onConfirm=${() => change("disable", {}, t("admin.disabledNow", { user: user_id }))}
        onClose=${onClose}
      >
        ${t("admin.disableHint")}
      <//>
    `;
  }
  const roleForm = html`
    <${Form}
      fields=${["role"]}
      action=${t("admin.setRole")}
      onSubmit=${() => change("role", { role }, t("admin.roleSet", { user: user_id }))}
    >
      ${(/** @type {(field: string) => any} */ at) => html`
        <${Roles}
          hint=${t("admin.roleHint")}
          error=${at("role")}
          value=${role}
          onValue=${setRole}
        />
      `}
    <//>
  `;
  const enabling = {
    what: "enable",
    action: t("admin.enable"),
    hint: t(user.has_password ? "admin.enableHint" : "admin.enableHintNone"),
    done: t("admin.enabledNow", { user: user_id }),
  };
  const setting = {
    what: "password",
    action: t("admin.setPassword"),
    hint: t("admin.setPasswordHint"),
    done: t("admin.passwordSet", { user: user_id }),
  };
  const { what, action, hint, done } = user.disabled ? enabling : setting;
  const body = password ? { password } : {};
  const passwordForm = html`
    <${Form} fields=${["password"]} action=${action} onSubmit=${() => change(what, body, done)}>
      ${(/** @type {(field: string) => any} */ at) => html`
        <${NewPassword}
          label=${t("password.new")}
          hint=${hint}
          required=${!user.disabled || user.has_password}
          error=${at("password")}
          value=${password}
          onValue=${setPassword}
        />
      `}
    <//>
  `;
  return html`
    <${Dialog}
      title=${t(user.disabled ? "admin.enableOne" : "admin.changeOne", { user: user_id })}
      onClose=${onClose}
    >
      <div class="changes">
        ${
          isSelf &&
          html`<p>${t("admin.self")} <${Link} to="/account">${t("account.title")}<//>.</p>`
        }
        ${!user.disabled && !isSelf && roleForm} ${!(isSelf && user.has_password) && passwordForm}
        ${
          !user.disabled &&
          !isSelf &&
          html`
            <div>
              <p class="hint">${t("admin.disableHint")}</p>
              <button type="button" class="danger" onClick=${() => setDisabling(true)}>
                ${t("admin.disableOne", { user: user_id })}
              </button>
            </div>
          `
        }
      </div>
    <//>
  `;
}
