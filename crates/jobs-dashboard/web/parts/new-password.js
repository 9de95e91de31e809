// A field for a new password, with the rules that it has to follow.
import { t } from "../texts/t.js";
import { Field } from "./form.js";
import { html, useState } from "./html.js";

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.value
 * @param {(value: string) => void} props.onValue
 * @param {string | null | false} [props.error]
 * @param {string} [props.hint] before the rules
 * @param {boolean} [props.required]
 */
export function NewPassword({ label, value, onValue, error, hint = "", required = true }) {
  const [isShown, setShown] = useState(false);
  return html`
    <${Field}
      label=${label}
      hint=${`${hint} ${t("password.rules")}`.trim()}
      error=${error}
      type=${isShown ? "text" : "password"}
      autocomplete="new-password"
      autocapitalize="none"
      spellcheck=${false}
      required=${required}
      value=${value}
      onValue=${onValue}
    />
    <label class="check">
      <input type="checkbox" checked=${isShown} onChange=${() => setShown(!isShown)} />
      ${t("password.show")}
    </label>
  `;
}
