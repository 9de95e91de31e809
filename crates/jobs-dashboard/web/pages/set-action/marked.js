// The list of customers with what is wrong with some of them, filtered, searched and put right.
import { faultOf, KINDS, places } from "../../lib/customers.js";
import { number } from "../../texts/format.js";
import { html, useMemo, useState } from "../../parts/html.js";
import { VirtualList } from "../../parts/virtual-list.js";
import { t } from "../../texts/t.js";

/** @typedef {import("../../lib/customers.js").Checked} Checked */
/** @typedef {import("../../lib/customers.js").Kind} Kind */

/** The height of a row, as in style/set-action.css. */
const ROW = 28;

/**
 * What is wrong with a value.
 * @param {Checked} checked
 * @param {number} index
 * @param {number} bytesMax
 */
function fault({ values, kinds, lines, first }, index, bytesMax) {
  const kind = KINDS[kinds[index]];
  const value = values[index];
  if (kind === "good") return "";
  if (kind === "duplicate") {
    return t("setAction.sameAs", { line: lines[/** @type {number} */ (first.get(value))] });
  }
  if (kind === "blank") return t("setAction.isBlank");
  if (kind === "spaces") return t("setAction.spaces");
  const why = faultOf(value, bytesMax);
  return why && t(`name.${why.why}`, { n: why.n ?? 0, most: bytesMax, code: why.code ?? "" });
}

/**
 * The kinds that there are, to see only one.
 * @param {object} props
 * @param {Checked} props.checked
 * @param {Kind | "all"} props.kind
 * @param {(kind: Kind | "all") => void} props.onKind
 */
const Kinds = ({ checked: { counts, values }, kind, onKind }) => html`
  <div class="row kinds" role="group" aria-label=${t("setAction.list")}>
    ${
      /** @type {const} */ (["all", ...KINDS])
        .filter((one) => one === "all" || counts[one])
        .map(
          (one) => html`
            <button
              key=${one}
              type="button"
              class="kind-${one}"
              aria-pressed=${one === kind}
              onClick=${() => onKind(one)}
            >
              ${t(`setAction.kind.${one}`)}
              <b>${number(one === "all" ? values.length : counts[one])}</b>
            </button>
          `,
        )
    }
  </div>
`;

/**
 * What can be done about those that are marked, and what was done.
 * @param {object} props
 * @param {number} props.spaces how many have spaces at an end
 * @param {number} props.marked
 * @param {boolean} props.isTrimmed
 * @param {(isTrimmed: boolean) => void} props.onTrim
 * @param {boolean} props.isRemoved
 * @param {(isRemoved: boolean) => void} props.onRemoved
 */
const Fixes = ({ spaces, marked, isTrimmed, onTrim, isRemoved, onRemoved }) => html`
  <div class="row fixes">
    ${
      spaces > 0 &&
      !isRemoved &&
      html`<button type="button" onClick=${() => onTrim(true)}>
        ${t("setAction.trim", { n: spaces })}
      </button>`
    }
    ${
      marked > 0 &&
      !isRemoved &&
      html`<button type="button" id="remove-marked" onClick=${() => onRemoved(true)}>
        ${t("setAction.remove", { n: marked })}
      </button>`
    }
    ${
      (isRemoved || isTrimmed) &&
      html`
        <span>
          ${isTrimmed && t("setAction.trimmed")}
          ${isRemoved && ` ${t("setAction.removed", { n: marked })}`}
        </span>
        <button type="button" onClick=${() => (isRemoved ? onRemoved(false) : onTrim(false))}>
          ${t("setAction.undo")}
        </button>
      `
    }
  </div>
`;

/**
 * @param {object} props
 * @param {Checked} props.checked
 * @param {boolean} props.isTrimmed
 * @param {(isTrimmed: boolean) => void} props.onTrim
 * @param {boolean} props.isRemoved
 * @param {(isRemoved: boolean) => void} props.onRemoved
 * @param {number} props.bytesMax
 */
export function Marked({ checked, bytesMax, ...fixes }) {
  const { isRemoved } = fixes;
  const [chosen, setKind] = useState(/** @type {Kind | "all"} */ ("all"));
  const [search, setSearch] = useState("");
  const { counts, values, lines } = checked;
  const marked = values.length - counts.good;
  // A kind of which there are none any more cannot be chosen.
  const kind = isRemoved ? "good" : chosen !== "all" && counts[chosen] ? chosen : "all";
  const found = useMemo(() => places(checked, kind, search), [checked, kind, search]);
  if (values.length === 0) return null;
  return html`
    ${
      marked > 0 &&
      !isRemoved &&
      html`<${Kinds} checked=${checked} kind=${kind} onKind=${setKind} />`
    }
    <${Fixes} spaces=${counts.spaces} marked=${marked} ...${fixes} />
    <${Searchable}
      label=${t("setAction.list")}
      search=${search}
      onSearch=${setSearch}
      total=${isRemoved ? counts.good : values.length}
      found=${found}
    >
      ${(/** @type {number} */ index) => {
        const why = fault(checked, index, bytesMax);
        return html`
          <span class="line muted" title=${t("setAction.line", { line: lines[index] })}>
            ${number(lines[index])}
          </span>
          <span class="value ${why && "is-marked"}" title=${values[index]}>${values[index]}</span>
          <span class="fault" title=${why}>${why}</span>
        `;
      }}
    <//>
  `;
}

/**
 * A list with a search field above it.
 * @param {object} props
 * @param {string} props.label
 * @param {string} props.search
 * @param {(search: string) => void} props.onSearch
 * @param {number} props.total
 * @param {number[]} props.found
 * @param {(index: number) => any} props.children a row, of one that was found
 */
export const Searchable = ({ label, search, onSearch, total, found, children }) => html`
  ${
    total > 8 &&
    html`
      <div class="row find">
        <input
          type="search"
          aria-label=${t("setAction.find")}
          placeholder=${t("setAction.find")}
          value=${search}
          onInput=${(/** @type {any} */ event) => onSearch(event.currentTarget.value)}
          onKeyDown=${(/** @type {KeyboardEvent} */ event) =>
            // The form around it is not sent by this.
            event.key === "Enter" && event.preventDefault()}
        />
        <span class="muted" role="status">
          ${search && t("setAction.found", { n: found.length })}
        </span>
      </div>
    `
  }
  <${VirtualList} label=${label} count=${found.length} height=${ROW} of=${found}>
    ${(/** @type {number} */ place) => children(found[place])}
  <//>
`;
