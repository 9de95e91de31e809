// JSON as a tree that is drawn only where it is opened; numbers as they were written.
import { number } from "../texts/format.js";
import { JsonCut, JsonNumber, JsonObject } from "../lib/lossless-json.js";
import { isCutIn, isShortened, sizeOf, treeOf } from "../lib/recorded-json.js";
import { t } from "../texts/t.js";
import { Tag } from "./badge.js";
import { html, useMemo, useState } from "./html.js";

/** How many items are side by side; more are in groups of so many. */
const GROUP = 100;
/** How much of a long text is shown at first. */
const SHORT = 300;

/** @typedef {import("../lib/lossless-json.js").Json} Json */

/** @param {{ text: string }} props */
function Text({ text }) {
  const [isWhole, setWhole] = useState(text.length <= SHORT);
  return html`<span class="json-text">${isWhole ? text : `${text.slice(0, SHORT)}…`}</span> ${
      !isWhole &&
      html`
        <button type="button" class="quiet" onClick=${() => setWhole(true)}>
          ${t("json.all", { n: text.length })}
        </button>
      `
    }`;
}

/** @param {{ value: Json }} props */
function Scalar({ value }) {
  if (typeof value === "string") return html`<${Text} text=${JSON.stringify(value)} />`;
  return html`<span class="json-number">
    ${value instanceof JsonNumber ? value.text : String(value)}
  </span>`;
}

/** Where the text was cut, and what is there of the value. @param {{ of: JsonCut }} props */
const Cut = ({ of }) => html`
  <span class="json-text">${of.text}</span> <${Tag}>${t("json.cut")}<//>
`;

/**
 * @param {object} props
 * @param {any} props.label
 * @param {() => any} props.children
 * @param {boolean} [props.isOpen]
 * @param {boolean} [props.isCut] whether the text was cut somewhere in it
 */
function Branch({ label, children, isOpen = false, isCut = false }) {
  const [open, setOpen] = useState(isOpen);
  return html`
    <details
      open=${open}
      onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}
    >
      <summary>${label}${isCut && html` <${Tag}>${t("json.cutInside")}<//>`}</summary>
      ${
        open &&
        html`<ul>
          ${children()}
        </ul>`
      }
    </details>
  `;
}

/**
 * @param {Json[]} values
 * @param {string[] | null} names
 * @param {number} from
 * @param {number} to exclusive
 * @returns {any}
 */
function items(values, names, from, to) {
  let size = 1;
  while (size * GROUP < to - from) size *= GROUP;
  return Array.from({ length: Math.ceil((to - from) / size) }, (_, n) => {
    const first = from + n * size;
    if (size === 1) {
      // The text may be cut before the end of a name: then there is none.
      const name = names ? JSON.stringify(names[first]) : number(first);
      return html`<li key=${first}><${Node} name=${name} value=${values[first]} /></li>`;
    }
    const end = Math.min(first + size, to);
    const label = `${number(first)} … ${number(end - 1)}`;
    return html`<li key=${first}>
      <${Branch} label=${label} isCut=${isCutIn(values[end - 1])}
        >${() => items(values, names, first, end)}<//
      >
    </li>`;
  });
}

/** @param {{ name?: string, value: Json, isOpen?: boolean }} props */
function Node({ name, value, isOpen }) {
  const label = name !== undefined && html`<span class="json-name">${name}</span>${": "}`;
  if (value instanceof JsonCut) return html`${label}<${Cut} of=${value} />`;
  const isObject = value instanceof JsonObject;
  if (!isObject && !Array.isArray(value)) return html`${label}<${Scalar} value=${value} />`;
  const values = isObject ? value.values : value;
  const count = number(sizeOf(values));
  const size = isObject ? `{ ${count} }` : `[ ${count} ]`;
  if (!values.length) return html`${label}${size}`;
  return html`
    <${Branch}
      label=${html`${label}<span class="muted">${size}</span>`}
      isOpen=${isOpen}
      isCut=${isCutIn(value)}
    >
      ${() => items(values, isObject ? value.names : null, 0, values.length)}
    <//>
  `;
}

/**
 * A text as a tree if it is an object or array in JSON, or the beginning of one; else as it is.
 * @param {{ text: string }} props
 */
export function JsonView({ text }) {
  const value = useMemo(() => treeOf(text), [text]);
  return html`
    ${isShortened(text) && html`<p class="hint">${t("json.shortened")}</p>`}
    ${
      value
        ? html`<div class="json"><${Node} key=${text} value=${value} isOpen /></div>`
        : html`<div class="json json-raw"><${Text} key=${text} text=${text} /></div>`
    }
  `;
}
