// Views that the reader has saved, in this browser. A browser may have several readers.
import { account } from "../../lib/account.js";
import { href } from "../../lib/place.js";
import { goToQuery } from "../../lib/router.js";
import { keptStore } from "../../lib/storage.js";
import { Field } from "../../parts/form.js";
import { useStore } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { Popover } from "../../parts/menu.js";
import { say } from "../../parts/messages.js";
import { t } from "../../texts/t.js";

/** @typedef {{ name: string, query: string }} View */

/** @type {Record<string, import("../../lib/store.js").Store<View[]>>} */
const byUser = {};

const own = () => {
  const name = `views:${account.get()?.user_id}`;
  return (byUser[name] ??= keptStore(name, /** @type {View[]} */ ([])));
};

/**
 * @param {object} props
 * @param {import("../../lib/store.js").Store<View[]>} props.views
 * @param {string} props.query
 * @param {() => void} props.close
 */
function SaveView({ views, query, close }) {
  const [name, setName] = useState("");
  /** @param {Event} event */
  const save = (event) => {
    event.preventDefault();
    views.update((all) => [
      ...all.filter((view) => view.name !== name.trim()),
      { name: name.trim(), query },
    ]);
    close();
    say(t("views.saved", { name: name.trim() }));
  };
  return html`
    <form onSubmit=${save}>
      <${Field} label=${t("views.name")} required maxlength="60" value=${name} onValue=${setName} />
      <button type="submit">${t("views.save")}</button>
    </form>
  `;
}

/** @param {{ query: URLSearchParams }} props */
export function Views({ query }) {
  const [views] = useState(own);
  const all = useStore(views);
  const now = query.toString();
  /** @param {string} name */
  const remove = (name) => views.update((list) => list.filter((view) => view.name !== name));
  return html`
    <${Popover} label=${t("views.title")} align="end">
      ${(/** @type {() => void} */ close) => html`
        ${
          all.length > 0 &&
          html`
            <ul class="menu views">
              ${all.map(
                (view) => html`
                  <li key=${view.name} class="row">
                    <a
                      href=${href("/") + (view.query && `?${view.query}`)}
                      aria-current=${view.query === now ? "true" : undefined}
                      onClick=${(/** @type {Event} */ event) => {
                        event.preventDefault();
                        goToQuery(new URLSearchParams(view.query));
                        close();
                      }}
                    >
                      ${view.name}
                    </a>
                    <button
                      type="button"
                      class="icon-button"
                      aria-label=${t("app.remove", { what: view.name })}
                      onClick=${() => remove(view.name)}
                    >
                      ✕
                    </button>
                  </li>
                `,
              )}
            </ul>
          `
        }
        ${
          now
            ? html`<${SaveView} views=${views} query=${now} close=${close} />`
            : html`<p class="hint">${t("views.hint")}</p>`
        }
      `}
    <//>
  `;
}
