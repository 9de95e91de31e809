// Users and everybody's tokens, for admins.
import { account } from "../../lib/account.js";
import { get, post } from "../../lib/api.js";
import { path } from "../../lib/place.js";
import { Field } from "../../parts/form.js";
import { useLoad, useStore } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { Empty, Loadable } from "../../parts/states.js";
import { More, useSteps } from "../../parts/steps.js";
import { Time, Title } from "../../parts/text.js";
import { NewToken, Tokens } from "../../parts/tokens.js";
import { t, tOf } from "../../texts/t.js";
import { found } from "./state.js";
import { AddUser, ChangeUser, Roles } from "./user.js";

/** @typedef {import("./state.js").User} User */

/**
 * @param {object} props
 * @param {{ current: HTMLElement | null }} props.list the `ref` of what has the rows
 * @param {User[]} props.users
 * @param {(user: User) => void} props.onChange
 */
const UserTable = ({ list, users, onChange }) => html`
  <table class="cards">
    <caption class="off-screen">
      ${t("admin.users")}
    </caption>
    <thead>
      <tr>
        <th scope="col">${t("admin.user")}</th>
        <th scope="col">${t("admin.role")}</th>
        <th scope="col">${t("admin.signIn")}</th>
        <th scope="col">${t("admin.since")}</th>
        <th scope="col"><span class="off-screen">${t("admin.change")}</span></th>
      </tr>
    </thead>
    <tbody ref=${list}>
      ${users.map(
        (user) => html`
          <tr key=${user.user_id} class=${user.disabled ? "muted" : ""}>
            <th scope="row">${user.user_id}</th>
            <td data-name=${t("admin.role")}>${tOf("role", user.role)}</td>
            <td data-name=${t("admin.signIn")}>
              ${t(
                user.disabled
                  ? "admin.disabled"
                  : user.has_password
                    ? "admin.hasPassword"
                    : "admin.hasNone",
              )}
            </td>
            <td data-name=${t("admin.since")}><${Time} at=${user.created_at} /></td>
            <td>
              <button
                type="button"
                aria-label=${t("admin.changeOne", { user: user.user_id })}
                onClick=${() => onChange(user)}
              >
                ${t("admin.change")}
              </button>
            </td>
          </tr>
        `,
      )}
    </tbody>
  </table>
`;

/**
 * Those whom the search finds.
 * @param {{ users: User[], search: string, onChange: (user: User) => void }} props
 */
function FoundUsers({ users, search, onChange }) {
  const rows = found(users, search);
  const steps = useSteps(rows.length, { of: search });
  if (!rows.length) return html`<${Empty} title=${t("admin.noUser")} />`;
  return html`
    <${UserTable} list=${steps.list} users=${rows.slice(0, steps.shown)} onChange=${onChange} />
    <${More} steps=${steps} />
  `;
}

/**
 * @param {object} props
 * @param {import("../../parts/hooks.js").Loaded<{ users: User[] }>} props.loaded
 * @param {() => void} props.onChanged
 */
function Users({ loaded, onChanged }) {
  const [text, setText] = useState("");
  const [name, setName] = useState(/** @type {string | null} */ (null));
  const [isAdding, setAdding] = useState(false);
  const user = loaded.data?.users.find((each) => each.user_id === name);
  return html`
    <section class="card" id="users" aria-labelledby="users-title">
      <div class="row spread">
        <h2 id="users-title">${t("admin.users")}</h2>
        <button type="button" class="primary" onClick=${() => setAdding(true)}>
          ${t("admin.add")}
        </button>
      </div>
      <${Field}
        label=${t("admin.search")}
        type="search"
        autocomplete="off"
        value=${text}
        onValue=${setText}
      />
      <${Loadable} of=${loaded}>
        ${(/** @type {{ users: User[] }} */ { users }) => html`
          <${FoundUsers}
            users=${users}
            search=${text}
            onChange=${(/** @type {User} */ { user_id }) => setName(user_id)}
          />
        `}
      <//>
      ${
        user &&
        html`
          <${ChangeUser}
            user=${user}
            isSelf=${user.user_id === account.get()?.user_id}
            onChanged=${onChanged}
            onClose=${() => setName(null)}
          />
        `
      }
      ${isAdding && html`<${AddUser} onAdded=${onChanged} onClose=${() => setAdding(false)} />`}
    </section>
  `;
}

/**
 * A token for a user, or for a program that is not listed, which then needs a role.
 * @param {{ users: User[], onClose: () => void }} props
 */
function NewUsersToken({ users, onClose }) {
  const [user_id, setUser] = useState("");
  const [role, setRole] = useState("operator");
  const isListed = users.some((user) => user.user_id === user_id);
  return html`
    <${NewToken}
      mine="user_id"
      make=${(/** @type {object} */ token) =>
        post("/v1/tokens", { ...token, user_id, ...(isListed ? {} : { role }) })}
      onClose=${onClose}
    >
      <${Field}
        label=${t("admin.user")}
        hint=${t("admin.tokenUserHint")}
        list="user-names"
        autocomplete="off"
        required
        value=${user_id}
        onValue=${setUser}
      />
      <datalist id="user-names">
        ${users.map(({ user_id }) => html`<option key=${user_id} value=${user_id} />`)}
      </datalist>
      ${
        user_id && !isListed
          ? html`<${Roles} hint=${t("admin.tokenRoleHint")} value=${role} onValue=${setRole} />`
          : null
      }
    <//>
  `;
}

/**
 * @param {object} props
 * @param {import("../../parts/hooks.js").Loaded<any>} props.loaded
 * @param {User[]} props.users
 * @param {boolean} props.mayMake
 */
function AllTokens({ loaded, users, mayMake }) {
  const [isMaking, setMaking] = useState(false);
  const close = () => {
    setMaking(false);
    loaded.reload();
  };
  return html`
    <section class="card" id="tokens" aria-labelledby="tokens-title">
      <div class="row spread">
        <h2 id="tokens-title">${t("tokens.title")}</h2>
        ${
          mayMake &&
          html`<button type="button" onClick=${() => setMaking(true)}>${t("tokens.new")}</button>`
        }
      </div>
      ${!mayMake && html`<p class="hint">${t("tokens.byToken")}</p>`}
      <${Loadable} of=${loaded}>
        ${(/** @type {any} */ data) => html`
          <${Tokens}
            tokens=${data.tokens}
            hasUser
            revoke=${async (/** @type {any} */ { user_id, name }) => {
              await post(path`/v1/users/${user_id}/tokens/${name}/revoke`);
              loaded.reload();
            }}
          />
        `}
      <//>
      ${isMaking && html`<${NewUsersToken} users=${users} onClose=${close} />`}
    </section>
  `;
}

export default function Admin() {
  const user = useStore(account);
  const users = useLoad((signal) => get("/v1/users", { signal }), []);
  const tokens = useLoad((signal) => get("/v1/tokens", { signal }), []);
  const reload = () => {
    users.reload();
    tokens.reload(); // whose role and state are those of the users
  };
  if (user?.role !== "admin") {
    return html`
      <${Title}>${t("admin.title")}<//>
      <p>${t("admin.only")}</p>
    `;
  }
  return html`
    <${Title}>${t("admin.title")}<//>
    <div class="account">
      <${Users} loaded=${users} onChanged=${reload} />
      <${AllTokens}
        loaded=${tokens}
        users=${users.data?.users ?? []}
        mayMake=${user.may_make_tokens === true}
      />
    </div>
  `;
}
