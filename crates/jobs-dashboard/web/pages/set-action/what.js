// What is done, and where: the first part of the form.
import { Field } from "../../parts/form.js";
import { html } from "../../parts/html.js";
import { t } from "../../texts/t.js";
import { OTHER, urlOf } from "./state.js";

/** What is typed as it is, without any help. */
const LITERAL = { spellcheck: false, autocapitalize: "none", autocomplete: "off" };

/** @typedef {(name: keyof import("./state.js").Form) => (value: string) => void} Set */

/**
 * @param {object} props
 * @param {any} props.meta
 * @param {import("./state.js").Form} props.form
 * @param {Set} props.set
 * @param {string | null} props.fault of its name
 */
const Action = ({ meta, form, set, fault }) => html`
  <${Field} as="select" id="action" label=${t("setAction.action")} onValue=${set("action")}>
    <option value="" disabled selected=${!form.action}>${t("setAction.choose")}</option>
    ${meta.set_actions.actions.map(
      (/** @type {any} */ { name }) =>
        html`<option key=${name} selected=${name === form.action}>${name}</option>`,
    )}
    ${
      meta.set_actions.others &&
      html`<option value=${OTHER} selected=${form.action === OTHER}>
        ${t("setAction.other")}
      </option>`
    }
  <//>
  ${
    form.action === OTHER &&
    html`
      <${Field}
        id="other"
        label=${t("setAction.otherName")}
        error=${fault}
        value=${form.other}
        onValue=${set("other")}
        ...${LITERAL}
      />
    `
  }
`;

/**
 * @param {object} props
 * @param {string[]} props.upstreams
 * @param {import("./state.js").Form} props.form
 * @param {Set} props.set
 * @param {(base: string) => void} props.onBase
 */
const Upstream = ({ upstreams, form, set, onBase }) => html`
  <${Field} as="select" id="upstream" label=${t("setAction.upstream")} onValue=${onBase}>
    ${
      upstreams.length > 1 &&
      html`<option value="" disabled selected=${!form.base}>${t("setAction.choose")}</option>`
    }
    ${upstreams.map(
      (base) => html`<option key=${base} selected=${base === form.base}>${base}</option>`,
    )}
  <//>
  <${Field}
    id="path"
    label=${t("setAction.path")}
    hint=${form.base && t("setAction.sendsTo", { url: urlOf(form) })}
    value=${form.path}
    onValue=${set("path")}
    ...${LITERAL}
  />
  <${Field}
    id="token"
    label=${t("setAction.token")}
    hint=${t("setAction.tokenHint")}
    type="password"
    autocomplete="off"
    value=${form.token}
    onValue=${set("token")}
  />
`;

/**
 * @param {object} props
 * @param {any} props.meta
 * @param {import("./state.js").Form} props.form
 * @param {(part: Partial<import("./state.js").Form>) => void} props.onForm
 * @param {(base: string) => string} props.pathOf
 * @param {ReturnType<typeof import("./state.js").faultsOf>} props.faults
 */
export function What({ meta, form, onForm, pathOf, faults }) {
  /** @param {"action" | "batch"} field @param {number} most */
  const told = (field, most) => {
    const fault = faults[field];
    if (!fault || fault.why === "empty") return null;
    return t(`name.${fault.why}`, { n: fault.n ?? 0, most, code: fault.code ?? "" });
  };
  const set = /** @type {Set} */ ((name) => (value) => onForm({ [name]: value }));
  return html`
    <section class="card">
      <h2>${t("setAction.what")}</h2>
      <${Action} ...${{ meta, form, set }} fault=${told("action", meta.limits.action_name_bytes)} />
      <${Upstream}
        upstreams=${meta.set_actions.upstreams}
        ...${{ form, set }}
        onBase=${(/** @type {string} */ base) => onForm({ base, path: pathOf(base) })}
      />
      <${Field}
        id="batch"
        label=${t("setAction.batch")}
        hint=${t("setAction.batchHint")}
        error=${told("batch", meta.limits.batch_id_bytes)}
        value=${form.batch}
        autocomplete="off"
        onValue=${set("batch")}
      />
    </section>
  `;
}
