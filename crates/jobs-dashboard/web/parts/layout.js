// The frame around every page: navigation, switches, the user's menu.
import { account } from "../lib/account.js";
import { get } from "../lib/api.js";
import { zoneName } from "../texts/format.js";
import { href } from "../lib/place.js";
import { place } from "../lib/router.js";
import { t, tOf } from "../texts/t.js";
import { Banners } from "./banners.js";
import { useLoad, useStore } from "./hooks.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { leave } from "./leave.js";
import { Menu } from "./menu.js";
import { Messages } from "./messages.js";
import { ProofStatus } from "./proof-watch.js";
import { theme, zone } from "./settings.js";
import { SignInAgain } from "./sign-in.js";

const THEMES = /** @type {const} */ (["system", "light", "dark"]);

function Switches() {
  const chosenZone = useStore(zone);
  const chosenTheme = useStore(theme);
  const other = chosenZone === "utc" ? "local" : "utc";
  return html`
    <button
      type="button"
      id="zone"
      class="quiet"
      title=${t("zone.switch", { zone: zoneName(chosenZone), other: t(`zone.${other}`) })}
      onClick=${() => zone.set(other)}
    >
      ${t(`zone.${chosenZone}`)}
    </button>
    <button
      type="button"
      id="theme"
      class="quiet"
      aria-label=${t(`theme.${chosenTheme}`)}
      title=${t(`theme.${chosenTheme}`)}
      onClick=${() => theme.set(THEMES[(THEMES.indexOf(chosenTheme) + 1) % THEMES.length])}
    >
      <${Icon} name=${chosenTheme} />
    </button>
  `;
}

/** @param {{ user: import("../lib/account.js").Account }} props */
function UserMenu({ user }) {
  /** @type {import("./menu.js").Item[]} */
  const items = [{ text: t("user.account"), href: href("/account") }];
  if (user.signed_in_by === "session") {
    items.push({ text: t("user.signOut"), onClick: leave });
  }
  return html`
    <${Menu}
      class="quiet user-menu"
      align="end"
      label=${html`<${Icon} name="user" /><span>${user.user_id}</span>`}
      name=${t("user.menu", { user: user.user_id, role: tOf("role", user.role) })}
      items=${items}
    />
  `;
}

/** @param {{ user: import("../lib/account.js").Account }} props */
function Navigation({ user }) {
  const { path } = useStore(place);
  const pages = [
    { to: "/", text: t("nav.jobs"), below: "/jobs" },
    ...(user.role === "auditor" ? [] : [{ to: "/set-action", text: t("nav.setAction") }]),
    { to: "/customers", text: t("nav.customers") },
    { to: "/overview", text: t("nav.overview") },
    ...(user.role === "admin" ? [{ to: "/admin", text: t("nav.admin") }] : []),
    { to: "/help", text: t("nav.help") },
  ];
  /** @param {{ to: string, below?: string }} page */
  const isHere = ({ to, below = to }) => path === to || `${path}/`.startsWith(`${below}/`);
  return html`
    <nav aria-label=${t("nav.label")}>
      <ul>
        ${pages.map(
          (page) => html`
            <li key=${page.to}>
              <a href=${href(page.to)} aria-current=${isHere(page) ? "page" : undefined}>
                ${page.text}
              </a>
            </li>
          `,
        )}
      </ul>
    </nav>
  `;
}

function Server() {
  const { data: meta } = useLoad((signal) => get("/v1/meta", { signal }), []);
  return meta && t("app.footer", { ledger: meta.ledger.name, version: meta.version });
}

/** @param {{ isSignedIn: boolean }} props */
const Footer = ({ isSignedIn }) => html`
  <footer>
    ${isSignedIn && html`<${Server} />`}
    <${ProofStatus} />
    <a href=${href("/docs")}>${t("app.api")}</a>
  </footer>
`;

/** @param {{ children: import("./html.js").Children }} props */
export function Layout({ children }) {
  const user = useStore(account);
  return html`
    <a class="skip" href="#main">${t("app.skip")}</a>
    <header class="top">
      <a class="brand" href=${href("/")}>${t("app.name")}</a>
      ${user && html`<${Navigation} user=${user} />`}
      <div class="top-end">
        <${Switches} />
        ${user && html`<${UserMenu} user=${user} />`}
      </div>
    </header>
    <${Banners} />
    <main id="main">${children}</main>
    ${user !== undefined && html`<${Footer} isSignedIn=${user !== null} />`}
    <${Messages} />
    <${SignInAgain} />
  `;
}
