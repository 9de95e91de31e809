// A button that opens a list or a form below it, and chips that show what is chosen.
import { t } from "../texts/t.js";
import { DownloadLink } from "./download-link.js";
import { useDismiss } from "./hooks.js";
import { html, useRef, useState } from "./html.js";
import { Icon } from "./icons.js";

/** @param {KeyboardEvent} event */
function moveFocus(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || /** @type {Element} */ (event.target).matches("input:not([type=checkbox])")) return;
  const panel = /** @type {HTMLElement} */ (event.currentTarget);
  const all = [...panel.querySelectorAll("a[href], button, input")];
  const next = all.indexOf(/** @type {Element} */ (document.activeElement)) + step;
  event.preventDefault();
  /** @type {HTMLElement} */ (all[(next + all.length) % all.length])?.focus();
}

/**
 * @param {object} props
 * @param {import("./html.js").Children} props.label what the button shows
 * @param {string} [props.name] what the button is called, if the label is not enough
 * @param {string} [props.class]
 * @param {"start" | "end"} [props.align] which edges of the panel and the button are aligned
 * @param {(close: () => void) => any} props.children what the panel shows
 */
export function Popover({ label, name, class: style = "", align = "start", children }) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const button = useRef(/** @type {HTMLElement | null} */ (null));
  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  useDismiss(root, isOpen, (event) => (event.type === "keydown" ? close() : setOpen(false)));
  return html`
    <div class="popover" ref=${root}>
      <button
        type="button"
        ref=${button}
        class=${style}
        aria-expanded=${isOpen}
        aria-label=${name}
        onClick=${() => setOpen(!isOpen)}
      >
        ${label}<${Icon} name="down" />
      </button>
      ${
        isOpen &&
        html`<div class="panel panel-${align}" onKeyDown=${moveFocus}>${children(close)}</div>`
      }
    </div>
  `;
}

/** @typedef {{ text: string, href?: string, onClick?: () => void, download?: boolean }} Item */

/**
 * A button with a list of links and actions.
 * @param {object} props
 * @param {import("./html.js").Children} props.label
 * @param {string} [props.name]
 * @param {Item[]} props.items
 * @param {"start" | "end"} [props.align]
 * @param {string} [props.class]
 */
export const Menu = ({ items, ...rest }) => html`
  <${Popover} ...${rest}>
    ${(/** @type {() => void} */ close) => html`
      <ul class="menu">
        ${items.map(
          ({ text, href, onClick, download }) => html`
            <li key=${text}>
              ${
                href
                  ? html`<${download ? DownloadLink : "a"} href=${href} onClick=${close}
                      >${text}<//
                    >`
                  : html`
                      <button
                        type="button"
                        onClick=${() => {
                          close();
                          onClick?.();
                        }}
                      >
                        ${text}
                      </button>
                    `
              }
            </li>
          `,
        )}
      </ul>
    `}
  <//>
`;

/**
 * Something that is chosen, with a button that takes it away.
 * @param {{ name: string, value: string, onRemove: () => void }} props
 */
export const Chip = ({ name, value, onRemove }) => html`
  <span class="chip">
    <span class="chip-name">${name}</span> ${value}
    <button
      type="button"
      class="icon-button"
      aria-label=${t("app.remove", { what: `${name} ${value}` })}
      onClick=${onRemove}
    >
      ✕
    </button>
  </span>
`;
