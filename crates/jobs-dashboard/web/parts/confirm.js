// Asks before something that cannot be taken back, and says what it does.
import { t } from "../texts/t.js";
import { Dialog } from "./dialog.js";
import { useAction } from "./hooks.js";
import { html } from "./html.js";
import { ErrorNotice } from "./states.js";

/**
 * @param {object} props
 * @param {string} props.title
 * @param {string} props.action what the button says
 * @param {() => Promise<void>} props.onConfirm
 * @param {() => void} props.onClose
 * @param {import("./html.js").Children} props.children what will happen
 */
export function Confirm({ title, action, onConfirm, onClose, children }) {
  const [run, isBusy, problem] = useAction(async () => {
    await onConfirm();
    onClose();
  });
  return html`
    <${Dialog} title=${title} onClose=${onClose}>
      <p>${children}</p>
      <${ErrorNotice} problem=${problem} />
      <div class="row">
        <button type="button" class="danger" disabled=${isBusy} onClick=${run}>${action}</button>
        <button type="button" onClick=${onClose}>${t("app.cancel")}</button>
      </div>
    <//>
  `;
}
