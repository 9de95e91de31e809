// A modal dialog.
import { t } from "../texts/t.js";
import { html, useEffect, useId, useRef } from "./html.js";

/**
 * Open for as long as it is drawn; the focus goes back when it is closed.
 * @param {object} props
 * @param {string} props.title
 * @param {() => void} props.onClose on Escape and on the button
 * @param {import("./html.js").Children} props.children
 * @param {boolean} [props.wide]
 */
export function Dialog({ title, onClose, children, wide = false }) {
  const dialog = useRef(/** @type {HTMLDialogElement | null} */ (null));
  const name = useId();
  useEffect(() => {
    const opener = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);
  return html`
    <dialog
      ref=${dialog}
      class=${wide ? "wide" : ""}
      aria-labelledby=${name}
      onCancel=${(/** @type {Event} */ event) => {
        if (event.target !== dialog.current) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header>
        <h2 id=${name}>${title}</h2>
        <button type="button" class="icon-button" aria-label=${t("app.close")} onClick=${onClose}>
          ✕
        </button>
      </header>
      ${children}
    </dialog>
  `;
}
