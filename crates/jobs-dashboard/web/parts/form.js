// Fields of forms: a label, a hint, and what is wrong.
import { atFields } from "../lib/field-problem.js";
import { html, useId } from "./html.js";
import { ErrorNotice } from "./states.js";

/**
 * A form, with its problem at the field that has it, or else above its button.
 * @param {object} props
 * @param {ReturnType<typeof import("./hooks.js").useAction>} props.of what sends it
 * @param {string} props.action what its button says
 * @param {string} [props.busy] and while it is sent
 * @param {boolean} [props.isMain] whether it is what the reader came for
 * @param {boolean} [props.isOff] whether it cannot be sent yet
 * @param {string} [props.class]
 * @param {string[]} [props.fields] which show their problems
 * @param {import("./html.js").Children | ((at: (field: string) => string | null) => any)
 *   } props.children a function gets what is wrong with a field
 */
export function Form(props) {
  const { of, action, busy = action, isMain = true, isOff, fields = [], children } = props;
  const [submit, isBusy, problem] = of;
  const { at, rest } = atFields(problem, fields);
  return html`
    <form
      class=${props.class}
      onSubmit=${(/** @type {Event} */ event) => {
        event.preventDefault();
        submit();
      }}
    >
      ${typeof children === "function" ? children(at) : children}
      <${ErrorNotice} problem=${rest} />
      <button type="submit" class=${isMain ? "primary" : ""} disabled=${isBusy || isOff}>
        ${isBusy ? busy : action}
      </button>
    </form>
  `;
}

/**
 * An input with its label. Other props go to the input; `as` is `input`, `textarea` or `select`.
 * @param {object} props
 * @param {string} [props.id]
 * @param {string} props.label
 * @param {string} [props.hint]
 * @param {string | null | false} [props.error]
 * @param {string} [props.as]
 * @param {(value: string) => void} [props.onValue] gets the new value
 * @param {import("./html.js").Children} [props.children] the options of a select
 */
export function Field({ id: given, label, hint, error, as = "input", onValue, children, ...rest }) {
  const made = useId();
  const id = given ?? made;
  const notes = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return html`
    <div class="field">
      <label for=${id}>${label}</label>
      <${as}
        id=${id}
        aria-describedby=${notes || undefined}
        aria-invalid=${error ? "true" : undefined}
        onInput=${(/** @type {any} */ event) => onValue?.(event.currentTarget.value)}
        ...${rest}
      >
        ${children}
      <//>
      ${hint && html`<p class="hint" id="${id}-hint">${hint}</p>`}
      ${error && html`<p class="field-error" id="${id}-error">${error}</p>`}
    </div>
  `;
}

/**
 * One of a few, as buttons side by side.
 * @param {object} props
 * @param {string} props.label
 * @param {{ value: string, text: string }[]} props.options
 * @param {string} props.value
 * @param {(value: string) => void} props.onValue
 */
export function Choice({ label, options, value, onValue }) {
  const name = useId();
  return html`
    <fieldset class="choice">
      <legend>${label}</legend>
      ${options.map(
        (option) => html`
          <label key=${option.value}>
            <input
              type="radio"
              name=${name}
              value=${option.value}
              checked=${option.value === value}
              onChange=${() => onValue(option.value)}
            />
            <span>${option.text}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
