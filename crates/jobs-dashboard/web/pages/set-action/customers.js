// The customers of a Set Action: where they come from, how that is read, and what is wrong.
import { decode, DELIMITERS, FILE_BYTES_MAX } from "../../lib/csv.js";
import { bytes } from "../../texts/format.js";
import { Field } from "../../parts/form.js";
import { html, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { t } from "../../texts/t.js";
import { Marked } from "./marked.js";
import { sourceOf, TYPED_CHARS_MAX } from "./state.js";

/** @typedef {import("./state.js").Source} Source */

const SEPARATORS = /** @type {const} */ ([
  ["", "setAction.lines"],
  [",", "setAction.comma"],
  [";", "setAction.semicolon"],
  ["\t", "setAction.tab"],
  [DELIMITERS.join(""), "setAction.any"],
]);

/**
 * The text of a file, or what is wrong with it.
 * @param {File} file
 * @returns {Promise<{ text: string } | { fault: string }>}
 */
async function read(file) {
  if (file.size > FILE_BYTES_MAX) return { fault: t("csv.large", { size: bytes(FILE_BYTES_MAX) }) };
  const decoded = decode(new Uint8Array(await file.arrayBuffer()));
  return "fault" in decoded ? { fault: t(`csv.${decoded.fault}`) } : decoded;
}

/**
 * How the text is taken apart, if there is anything to choose.
 * @param {object} props
 * @param {import("./use-customers.js").Read} props.read
 * @param {(part: Partial<Source>) => void} props.onChoice
 */
function Reading({ read: { delimiter, layout, rows }, onChoice }) {
  const { columns, samples, hasHeader, column } = layout;
  const isTable = columns.length > 1;
  if (!delimiter && !isTable && !hasHeader) return null;
  /** @param {number} index */
  const columnName = (index) => {
    const name = columns[index].trim() || t("setAction.columnNo", { n: index + 1 });
    const some = samples[index].map((value) => value.slice(0, 24)).join(", ");
    return some ? t("setAction.columnOf", { name, samples: some }) : name;
  };
  return html`
    <div class="reading">
      <${Field}
        as="select"
        label=${t("setAction.separated")}
        value=${delimiter}
        onValue=${(/** @type {string} */ value) => onChoice({ delimiter: value, column: null })}
      >
        ${SEPARATORS.map(
          ([value, key]) =>
            html`<option key=${value} value=${value} selected=${value === delimiter}>
              ${t(key)}
            </option>`,
        )}
      <//>
      ${
        isTable &&
        html`
          <${Field}
            as="select"
            label=${t("setAction.column")}
            error=${column === null && t("setAction.why.column")}
            onValue=${(/** @type {string} */ value) =>
              onChoice({ column: value === "all" ? "all" : Number(value) })}
          >
            <option value="" disabled selected=${column === null}>${t("setAction.choose")}</option>
            ${columns.map(
              (_, index) => html`
                <option key=${index} value=${index} selected=${column === index}>
                  ${columnName(index)}
                </option>
              `,
            )}
            <option value="all" selected=${column === "all"}>${t("setAction.every")}</option>
          <//>
        `
      }
      <label>
        <input
          type="checkbox"
          checked=${hasHeader}
          onChange=${(/** @type {any} */ event) =>
            onChoice({ hasHeader: event.currentTarget.checked })}
        />
        ${t("setAction.header")}
      </label>
      ${rows.unclosed && html`<p class="hint">${t("setAction.unclosed", { line: rows.unclosed })}</p>`}
    </div>
  `;
}

/** @param {{ source: Source, onClear: () => void }} props */
const Large = ({ source, onClear }) => html`
  <div class="large row spread">
    <span class="row"><${Icon} name="note" /> <b>${source.name ?? t("setAction.pasted")}</b></span>
    <span class="muted">${bytes(new Blob([source.text]).size)}</span>
    <button type="button" onClick=${onClear}>${t("setAction.clear")}</button>
  </div>
`;

/** @param {{ onFile: (file: File) => void }} props */
const ChooseFile = ({ onFile }) => html`
  <p class="row">
    <label class="button file">
      ${t("setAction.file")}
      <input
        type="file"
        class="off-screen"
        onChange=${(/** @type {any} */ event) => {
          onFile(event.currentTarget.files[0]);
          event.currentTarget.value = ""; // the same file may be chosen again
        }}
      />
    </label>
    <span class="hint">${t("setAction.drop")}</span>
  </p>
`;

/**
 * What takes a text out of files, of what is pasted and of what is dropped.
 * @param {(source: Source) => void} onSource
 */
function useIntake(onSource) {
  const [fault, setFault] = useState("");
  const [isOver, setOver] = useState(false);
  /** @param {Source} next */
  const replace = (next) => {
    setFault("");
    onSource(next);
  };
  /** @param {File | undefined} file */
  const take = async (file) => {
    if (!file) return;
    const found = await read(file);
    if ("fault" in found) setFault(`${file.name}: ${found.fault}`);
    else replace(sourceOf(found.text, { name: file.name, isLarge: true }));
  };
  /** @param {any} event */
  const paste = (event) => {
    const { files } = event.clipboardData;
    const text = event.clipboardData.getData("text");
    const area = event.currentTarget;
    if (!text && files.length === 0) return;
    if (text && area.value.length + text.length <= TYPED_CHARS_MAX) return;
    event.preventDefault();
    if (!text) take(files[0]);
    else {
      const before = area.value.slice(0, area.selectionStart);
      const after = area.value.slice(area.selectionEnd);
      replace(sourceOf(before + text + after, { isLarge: true }));
    }
  };
  /** @param {any} event */
  const onDrop = (event) => {
    event.preventDefault();
    setOver(false);
    const { files } = event.dataTransfer;
    const text = event.dataTransfer.getData("text");
    if (files.length) take(files[0]);
    else if (text) replace(sourceOf(text, { isLarge: true }));
  };
  /** @param {boolean} over */
  const drag = (over) => (/** @type {Event} */ event) => {
    event.preventDefault();
    setOver(over);
  };
  const dropping = { onDragOver: drag(true), onDragLeave: drag(false), onDrop };
  return { fault, isOver, replace, take, paste, dropping };
}

/**
 * @param {object} props
 * @param {Source} props.source
 * @param {string} props.typed it is there again when a file is taken away
 * @param {(source: Source) => void} props.onSource
 * @param {import("./use-customers.js").Read | null} props.read
 * @param {boolean} props.isRemoved
 * @param {(isRemoved: boolean) => void} props.onRemoved
 * @param {number} props.bytesMax of a customer
 */
export function Customers(props) {
  const { source, typed, onSource, read: known, isRemoved, onRemoved, bytesMax } = props;
  const { fault, isOver, replace, take, paste, dropping } = useIntake(onSource);
  const choose = (/** @type {Partial<Source>} */ part) => {
    onRemoved(false);
    onSource({ ...source, ...part });
  };
  return html`
    <section class="card customers ${isOver ? "is-over" : ""}" ...${dropping}>
      <h2>${t("setAction.customers")}</h2>
      ${
        source.isLarge
          ? html`<${Large} source=${source} onClear=${() => replace(sourceOf(typed))} />`
          : html`
              <${Field}
                as="textarea"
                id="customers"
                label=${t("setAction.paste")}
                rows="6"
                spellcheck=${false}
                autocapitalize="none"
                value=${source.text}
                onPaste=${paste}
                onValue=${(/** @type {string} */ text) => replace(sourceOf(text))}
              />
            `
      }
      <${ChooseFile} onFile=${take} />
      ${fault && html`<p class="notice notice-error" role="alert">${fault}</p>`}
      ${
        known &&
        html`
          <${Reading} read=${known} onChoice=${choose} />
          <${Marked}
            checked=${known.checked}
            isTrimmed=${source.trims}
            onTrim=${(/** @type {boolean} */ trims) => onSource({ ...source, trims })}
            isRemoved=${isRemoved}
            onRemoved=${onRemoved}
            bytesMax=${bytesMax}
          />
        `
      }
    </section>
  `;
}
