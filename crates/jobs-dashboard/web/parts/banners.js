// What concerns the whole server and must not be missed, above every page.
import { isOnline } from "../lib/api.js";
import { store } from "../lib/store.js";
import { t } from "../texts/t.js";
import { useStore } from "./hooks.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";

/**
 * @typedef {object} Banner
 * @property {"alarm" | "warning" | "info"} kind
 * @property {import("./html.js").Children} content
 */

const banners = store(/** @type {Record<string, Banner>} */ ({}));

/**
 * Shows a banner in the place of the one with the same name; null takes it away.
 * @param {string} name
 * @param {Banner | null} banner
 */
export const setBanner = (name, banner) =>
  banners.update((shown) => {
    const { [name]: before, ...others } = shown;
    if (banner) return { ...others, [name]: banner };
    return before ? others : shown;
  });

export function Banners() {
  const online = useStore(isOnline);
  const shown = Object.entries(useStore(banners));
  return html`
    <div class="banners">
      ${shown.map(
        ([name, { kind, content }]) => html`
          <div
            key=${name}
            id="banner-${name}"
            class="banner banner-${kind}"
            role=${kind === "alarm" ? "alert" : "status"}
          >
            <${Icon} name=${kind === "info" ? "check" : "alarm"} />
            <div>${content}</div>
          </div>
        `,
      )}
      <div role="status">
        ${
          !online &&
          html`
            <div class="banner banner-warning" id="banner-offline">
              <${Icon} name="alarm" />
              <div>${t("app.offline")}</div>
            </div>
          `
        }
      </div>
    </div>
  `;
}
