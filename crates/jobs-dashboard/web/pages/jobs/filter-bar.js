// The filters of a view: counts per status, lists of values, a range of days, what is chosen.
import { account } from "../../lib/account.js";
import { number } from "../../texts/format.js";
import { useStore } from "../../parts/hooks.js";
import { html, useState } from "../../parts/html.js";
import { Field } from "../../parts/form.js";
import { Icon } from "../../parts/icons.js";
import { Chip, Popover } from "../../parts/menu.js";
import { zone } from "../../parts/settings.js";
import { t, tOf } from "../../texts/t.js";
import {
  CAUSES,
  SOURCES,
  SPANS,
  STATUSES,
  chosen,
  dayOf,
  filtersOf,
  startOfDay,
  toggled,
  without,
} from "./filters.js";
import { nameOf, valueOf } from "./names.js";

/**
 * @typedef {import("./filters.js").Filters} Filters
 * @typedef {(filters: Filters) => void} Set
 */

/**
 * @param {object} props
 * @param {Filters} props.filters
 * @param {Set} props.set
 * @param {ReturnType<import("./jobs.js").Jobs["totalOf"]>} props.total
 */
export const Statuses = ({ filters, set, total }) => html`
  <div class="statuses" role="group" aria-label=${nameOf("status")}>
    ${STATUSES.map(
      (status) => html`
        <button
          key=${status}
          type="button"
          class="status-filter badge-${status}"
          aria-pressed=${filters.status.includes(status)}
          onClick=${() => set(toggled(filters, "status", status))}
        >
          <${Icon} name=${status} />${tOf("status", status)}
          ${total !== null && html`<b>${total ? number(total[status]) : "–"}</b>`}
        </button>
      `,
    )}
  </div>
`;

/**
 * Values to choose, and a field for one that is not among them.
 * @param {object} props
 * @param {typeof import("./filters.js").LISTS[number]} props.name
 * @param {Filters} props.filters
 * @param {Set} props.set
 * @param {string[]} [props.options]
 * @param {boolean} [props.isOpen] whether there are other values than these
 */
function ListFilter({ name, filters, set, options = [], isOpen = false }) {
  const [text, setText] = useState("");
  const lower = text.trim().toLowerCase();
  const all = [...new Set([...filters[name], ...options])];
  const shown = all.filter((value) => value.toLowerCase().includes(lower));
  /** @param {Event} event */
  const add = (event) => {
    event.preventDefault();
    const value = text.trim();
    if (value && !filters[name].includes(value)) set(toggled(filters, name, value));
    setText("");
  };
  return html`
    <${Popover} label=${nameOf(name)} class=${filters[name].length ? "is-set" : ""}>
      ${() => html`
        ${
          isOpen &&
          html`
            <form onSubmit=${add} class="row add-value">
              <input
                aria-label=${nameOf(name)}
                value=${text}
                placeholder=${nameOf(name)}
                autocapitalize="none"
                spellcheck=${false}
                ref=${(/** @type {HTMLElement | null} */ input) => text || input?.focus()}
                onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}
              />
              <button type="submit">${t("filter.add")}</button>
            </form>
          `
        }
        <ul class="values">
          ${shown.slice(0, 100).map(
            (value) => html`
              <li key=${value}>
                <label>
                  <input
                    type="checkbox"
                    checked=${filters[name].includes(value)}
                    onChange=${() => set(toggled(filters, name, value))}
                  />
                  ${valueOf(name, value, "utc")}
                </label>
              </li>
            `,
          )}
        </ul>
      `}
    <//>
  `;
}

/**
 * A day. While its year is being typed, that is 0002, 0020 or 0202, and nothing is chosen yet.
 * @param {{ label: string, day: string, onDay: (day: string) => void }} props
 */
function Day({ label, day, onDay }) {
  const [typed, setTyped] = useState("");
  return html`
    <${Field}
      label=${label}
      type="date"
      value=${typed || day}
      onValue=${(/** @type {string} */ value) => {
        const isWhole = !value || value >= "1000";
        setTyped(isWhole ? "" : value);
        if (isWhole) onDay(value);
      }}
    />
  `;
}

/** @param {{ filters: Filters, set: Set }} props */
function DateFilter({ filters, set }) {
  const here = useStore(zone);
  const isSet = filters.since || filters.until || filters.within;
  /** @param {Partial<Filters>} range */
  const change = (range) => set({ ...filters, within: undefined, ...range });
  return html`
    <${Popover} label=${t("filter.date")} class=${isSet ? "is-set" : ""}>
      ${() => html`
        <div class="row spans">
          ${SPANS.map(
            (span) => html`
              <button
                key=${span}
                type="button"
                aria-pressed=${filters.within === span}
                onClick=${() =>
                  change({
                    since: undefined,
                    until: undefined,
                    within: filters.within === span ? undefined : span,
                  })}
              >
                ${valueOf("within", span, here)}
              </button>
            `,
          )}
        </div>
        <${Day}
          label=${t("filter.from")}
          day=${dayOf(filters.since, here)}
          onDay=${(/** @type {string} */ day) =>
            change({ since: day ? startOfDay(day, here) : undefined })}
        />
        <${Day}
          label=${t("filter.to")}
          day=${dayOf(filters.until, here, 1)}
          onDay=${(/** @type {string} */ day) =>
            change({ until: day ? startOfDay(day, here, 1) : undefined })}
        />
      `}
    <//>
  `;
}

/** @param {any} counts a part of `/v1/stats` @returns {string[]} */
export const valuesIn = (counts) =>
  (counts?.rows ?? []).map((/** @type {{ value: string }} */ row) => row.value);

/** @param {{ filters: Filters, set: Set, stats: any }} props */
export function FilterBar({ filters, set, stats }) {
  const user = useStore(account);
  const [isOpen, setOpen] = useState(false);
  const props = { filters, set };
  const actions = valuesIn(stats?.by_action);
  const users = valuesIn(stats?.by_user);
  const all = chosen(filters);
  return html`
    <div class="filters ${isOpen ? "is-open" : ""}">
      <button
        type="button"
        class="filters-switch"
        aria-expanded=${isOpen}
        onClick=${() => setOpen(!isOpen)}
      >
        ${t("filter.all")}<${Icon} name="down" />
      </button>
      <div class="row filters-list" role="group" aria-label=${t("filter.all")}>
        <${ListFilter} name="cause" options=${CAUSES} ...${props} />
        <${ListFilter} name="action_name" options=${actions} isOpen ...${props} />
        ${
          user?.role !== "operator" &&
          html`<${ListFilter} name="user_id" options=${users} isOpen ...${props} />`
        }
        <${ListFilter} name="cid" isOpen ...${props} />
        <${ListFilter} name="batch_id" isOpen ...${props} />
        <${ListFilter} name="source" options=${SOURCES} ...${props} />
        <${DateFilter} ...${props} />
      </div>
    </div>
    ${all.length > 0 && html`<${Chosen} all=${all} ...${props} />`}
  `;
}

/** @param {{ filters: Filters, set: Set, all: ReturnType<typeof chosen> }} props */
function Chosen({ filters, set, all }) {
  const here = useStore(zone);
  return html`
    <div class="row chosen" role="group" aria-label=${t("filter.chosen")}>
      ${all.map(
        ({ name, value }) => html`
          <${Chip}
            key=${`${name} ${value}`}
            name=${nameOf(name)}
            value=${valueOf(name, value, here)}
            onRemove=${() => set(without(filters, name, value))}
          />
        `,
      )}
      <button
        type="button"
        class="quiet"
        id="clear-filters"
        onClick=${() => set(filtersOf(new URLSearchParams()))}
      >
        ${t("filter.clear")}
      </button>
    </div>
  `;
}
