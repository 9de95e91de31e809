// The field for a verifier key that somebody got elsewhere than from this server.
import { parseVerifierKey } from "../../verify/index.js";
import { Field } from "../../parts/form.js";
import { html, useState } from "../../parts/html.js";
import { say } from "../../parts/messages.js";
import { pinKey, pinnedKey } from "../../parts/proof-watch.js";
import { t } from "../../texts/t.js";

export function PinKey() {
  const [text, setText] = useState("");
  const [error, setError] = useState("");
  const [pinned, setPinned] = useState(pinnedKey());
  const submit = (/** @type {Event} */ event) => {
    event.preventDefault();
    const key = text.trim();
    try {
      parseVerifierKey(key);
    } catch {
      return setError(t("proof.pinWrong"));
    }
    pinKey(key);
    setError("");
    setPinned(key);
    return say(t("proof.pinDone"), "ok");
  };
  return html`
    <form id="pin-key" onSubmit=${submit}>
      ${pinned && html`<p class="hint">${t("proof.pinned", { key: pinned })}</p>`}
      <${Field}
        label=${t("proof.pin")}
        hint=${t("proof.pinHint")}
        error=${error}
        value=${text}
        onValue=${setText}
        name="verifier-key"
        autocomplete="off"
        required
      />
      <button type="submit">${t("proof.pinDo")}</button>
    </form>
  `;
}
