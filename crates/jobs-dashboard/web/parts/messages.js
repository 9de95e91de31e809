// Short messages that go away, and announcements for screen readers.
import { onOtherUser } from "../lib/account.js";
import { store } from "../lib/store.js";
import { t } from "../texts/t.js";
import { useStore } from "./hooks.js";
import { html } from "./html.js";

/** @typedef {{ id: number, text: string, kind: "ok" | "error" }} Message */

const messages = store(/** @type {Message[]} */ ([]));
const announced = store("");
let newest = 0;
onOtherUser(() => {
  messages.set([]);
  announced.set("");
});

/** How long a message stays. Errors stay until they are closed. */
const SHOWN_MS = 5000;

/** @param {number} id */
const remove = (id) => messages.update((all) => all.filter((message) => message.id !== id));

/**
 * Shows a message at the edge of the page, and has it read out.
 * @param {string} text
 * @param {"ok" | "error"} [kind]
 */
export function say(text, kind = "ok") {
  newest += 1;
  const id = newest;
  messages.update((all) => [...all.slice(-3), { id, text, kind }]);
  if (kind === "ok") setTimeout(remove, SHOWN_MS, id);
}

/** Has a text read out that is visible elsewhere. @param {string} text */
export const announce = (text) => announced.set(text);

export function Messages() {
  const shown = useStore(messages);
  const text = useStore(announced);
  return html`
    <div class="messages" role="log" aria-live="polite" aria-relevant="additions">
      ${shown.map(
        ({ id, text, kind }) => html`
          <div key=${id} class="message message-${kind}">
            <span>${text}</span>
            <button class="icon-button" aria-label=${t("app.close")} onClick=${() => remove(id)}>
              ✕
            </button>
          </div>
        `,
      )}
    </div>
    <div class="off-screen" role="status" aria-live="polite">${text}</div>
  `;
}
