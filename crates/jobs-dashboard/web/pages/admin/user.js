// The dialogs that add a user and change one.
import { post } from "../../lib/api.js";
import { path } from "../../lib/place.js";
import { Confirm } from "../../parts/confirm.js";
import { Dialog } from "../../parts/dialog.js";
import { Field, Form } from "../../parts/form.js";
import { useAction } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { NewPassword } from "../../parts/new-password.js";
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

/** @param {{ onAdded: () => void, onClose: () => void }} props */
export function AddUser({ onAdded, onClose }) {
  const [user_id, setUser] = useState("");
  const [role, setRole] = useState("operator");
  const [password, setPassword] = useState("");
  const adding = useAction(async () => {
    await post("/v1/users", { user_id, role, ...(password && { password }) });
    say(t("admin.added", { user: user_id }));
    onAdded();
    onClose();
  });
  return html`
    <${Dialog} title=${t("admin.add")} onClose=${onClose}>
      <${Form} of=${adding} action=${t("admin.add")} fields=${["user_id", "role", "password"]}>
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

/** @typedef {(what: string, body: object, done: string) => Promise<void>} Change */

/** @param {{ user: import("./state.js").User, change: Change }} props */
function RoleForm({ user, change }) {
  const { user_id } = user;
  const [role, setRole] = useState(/** @type {string} */ (user.role));
  const changing = useAction(() => change("role", { role }, t("admin.roleSet", { user: user_id })));
  return html`
    <${Form} of=${changing} action=${t("admin.setRole")} fields=${["role"]} isMain=${false}>
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
}

/** A new password, which also enables a user. @param {Parameters<typeof RoleForm>[0]} props */
function PasswordForm({ user, change }) {
  const { user_id: name, disabled, has_password } = user;
  const [password, setPassword] = useState("");
  const changing = useAction(() =>
    change(
      disabled ? "enable" : "password",
      password ? { password } : {},
      t(disabled ? "admin.enabledNow" : "admin.passwordSet", { user: name }),
    ),
  );
  const enableHint = has_password ? "admin.enableHint" : "admin.enableHintNone";
  const action = t(disabled ? "admin.enable" : "admin.setPassword");
  return html`
    <${Form} of=${changing} action=${action} fields=${["password"]} isMain=${false}>
      ${(/** @type {(field: string) => any} */ at) => html`
        <${NewPassword}
          label=${t("password.new")}
          hint=${t(disabled ? enableHint : "admin.setPasswordHint")}
          required=${!disabled || has_password}
          error=${at("password")}
          value=${password}
          onValue=${setPassword}
        />
      `}
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
  const { user_id, disabled, has_password } = user;
  const [isDisabling, setDisabling] = useState(false);
  const change = /** @type {Change} */ (
    async (what, body, done) => {
      await post(`${path`/v1/users/${user_id}`}/${what}`, body);
      say(done);
      onChanged();
      onClose();
    }
  );
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
  const title = t(disabled ? "admin.enableOne" : "admin.changeOne", { user: user_id });
  const mayBeDisabled = !disabled && !isSelf;
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <div class="changes">
        ${isSelf && html`<p>${t("admin.self")} <${Link} to="/account">${t("account.title")}<//>.</p>`}
        ${mayBeDisabled && html`<${RoleForm} user=${user} change=${change} />`}
        ${!(isSelf && has_password) && html`<${PasswordForm} user=${user} change=${change} />`}
        ${
          mayBeDisabled &&
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
