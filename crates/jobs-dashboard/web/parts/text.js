// Times, IDs and addresses in the text of a page.
import { copy } from "../lib/clipboard.js";
import { dateTime, exactTime, shortId } from "../texts/format.js";
import { href } from "../lib/place.js";
import { t } from "../texts/t.js";
import { useStore } from "./hooks.js";
import { html, useEffect, useRef } from "./html.js";
import { Icon } from "./icons.js";
import { say } from "./messages.js";
import { zone } from "./settings.js";

/**
 * An instant in the zone that the reader chose; the exact one is its title.
 * @param {{ at: string | null | undefined }} props
 */
export function Time({ at }) {
  const chosen = useStore(zone);
  if (!at) return null;
  return html`<time datetime=${at} title=${at}>${dateTime(at, chosen)}</time>`;
}

/**
 * An instant with all that was recorded of it, where moments matter.
 * @param {{ at: string }} props
 */
export const ExactTime = ({ at }) => html`
  <time datetime=${at}>${exactTime(at, useStore(zone))}</time>
`;

/**
 * Copies a text and says so.
 * @param {string} text
 * @param {string} [what] what the message calls it
 */
export async function copyAndSay(text, what = text) {
  if (await copy(text)) say(t("app.copied", { what }));
  else say(t("app.notCopied", { what: text }), "error");
}

/**
 * An ID; a click copies the whole of it.
 * @param {{ id: string, short?: boolean }} props
 */
export const CopyId = ({ id, short = false }) => html`
  <button
    type="button"
    class="copy-id"
    title=${t("app.copy", { what: id })}
    onClick=${(/** @type {Event} */ event) => {
      event.stopPropagation();
      copyAndSay(id);
    }}
  >
    <code>${short ? shortId(id) : id}</code><${Icon} name="copy" />
    <span class="off-screen">${t("app.copy", { what: short ? id : "" })}</span>
  </button>
`;

/**
 * The page's one h1. It gets the focus when the reader comes here from another page.
 * @param {{ children: import("./html.js").Children, title?: string, hidden?: boolean }} props
 *   `title`: what the browser's tab says, if the heading is not only text
 */
export function Title({ children, title, hidden = false }) {
  const heading = useRef(/** @type {HTMLElement | null} */ (null));
  const name = title ?? String(children);
  useEffect(() => {
    document.title = `${name} · ${t("app.name")}`;
  }, [name]);
  useEffect(() => {
    if (Title.moves) heading.current?.focus({ preventScroll: true });
    Title.moves = true;
  }, []);
  return html`<h1 ref=${heading} tabindex="-1" class=${hidden ? "off-screen" : ""}>
    ${children}
  </h1>`;
}
/** The first page of a visit leaves the focus where browsers put it. */
Title.moves = false;

/**
 * A link to a page of this server.
 * @param {{ to: string, query?: import("../lib/place.js").Query, class?: string,
 *   children: import("./html.js").Children }} props
 */
export const Link = ({ to, query, children, ...rest }) => html`
  <a href=${href(to, query)} ...${rest}>${children}</a>
`;
