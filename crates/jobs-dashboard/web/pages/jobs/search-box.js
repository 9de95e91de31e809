// One box that understands a job ID or the beginning of one, a customer, a user or an action.
import { account } from "../../lib/account.js";
import { get } from "../../lib/api.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { Badge } from "../../parts/badge.js";
import { useDismiss, useStore } from "../../parts/hooks.js";
import { html, useEffect, useId, useRef, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { valuesIn } from "./filter-bar.js";
import { toggled } from "./filters.js";
import { idPrefix } from "./search.js";
import {
  NOTHING,
  closed,
  entered,
  learned,
  moved,
  opened,
  typed,
  unanswered,
} from "./search-state.js";

/** The most jobs that are suggested. */
const MOST_JOBS = 6;

/**
 * The jobs whose ID begins with the text; null before it is looked up.
 * @param {import("./search-state.js").Search} search
 * @param {() => void} onFailure
 */
function useJobsById({ text, isUnanswered }, onFailure) {
  const [found, setFound] = useState({ digits: "", jobs: /** @type {any[]} */ ([]) });
  const digits = idPrefix(text)?.digits ?? "";
  useEffect(() => {
    if (!digits || isUnanswered) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const query = { job_id: digits, limit: MOST_JOBS };
    get("/v1/jobs", { query, signal }).then(
      ({ jobs }) => signal.aborted || setFound({ digits, jobs }),
      () => signal.aborted || onFailure(),
    );
    return () => controller.abort();
  }, [digits, isUnanswered]);
  return digits && found.digits === digits ? found.jobs : null;
}

/** @param {{ meaning: import("./search.js").Meaning }} props */
function Suggestion({ meaning: { kind, value, job } }) {
  return html`
    <span class="suggestion-kind">${t(`search.${kind}`)}</span>
    <span class="suggestion-value">${value}</span>
    ${job && html`<span>${job.action_name}</span><${Badge} status=${job.status} /> `}
    ${job && html`<${Time} at=${job.created_at} />`}
  `;
}

/** @typedef {import("./search.js").Meaning} Meaning */

/**
 * @param {object} props
 * @param {string} props.id
 * @param {Meaning[]} props.meanings
 * @param {number} props.active
 * @param {boolean} props.isShown
 * @param {(meaning: Meaning) => void} props.onChoice
 */
const Suggestions = ({ id, meanings, active, isShown, onChoice }) => html`
  <ul id=${id} role="listbox" aria-label=${t("search.suggestions")} hidden=${!isShown}>
    ${meanings.map(
      (meaning, place) => html`
        <li
          key=${`${meaning.kind} ${meaning.value}`}
          id="${id}-${place}"
          role="option"
          aria-selected=${place === active}
          onPointerDown=${(/** @type {Event} */ event) => event.preventDefault()}
          onClick=${() => onChoice(meaning)}
        >
          <${Suggestion} meaning=${meaning} />
        </li>
      `,
    )}
  </ul>
`;

/** @typedef {import("./filters.js").Filters} Filters */

/**
 * Goes to what was meant, or adds it to the filters.
 * @param {Meaning} meaning
 * @param {Filters} filters
 * @param {(filters: Filters) => void} set
 */
function take({ kind, value }, filters, set) {
  if (kind === "job") go(href(path`/jobs/${value}`));
  else if (kind === "customer") go(href(path`/customers/${value}`));
  else if (kind === "prefix") set({ ...filters, job_id: value });
  else {
    const name = kind === "user" ? "user_id" : "action_name";
    if (!filters[name].includes(value)) set(toggled(filters, name, value));
  }
}

/**
 * The state of the box, and what changes it.
 * @param {any} stats
 * @param {(meaning: Meaning) => void} open
 */
function useSearch(stats, open) {
  const user = useStore(account);
  const [search, setSearch] = useState(NOTHING);
  const jobs = useJobsById(search, () => setSearch(unanswered));
  // Operators see their own jobs only.
  const users = user?.role === "operator" ? null : valuesIn(stats?.by_user);
  const known = { jobs, users, actions: valuesIn(stats?.by_action) };
  useEffect(
    () => setSearch((now) => (now.text === search.text ? learned(now, known) : now)),
    [search.text, jobs, stats],
  );
  const meaning = opened(search);
  useEffect(() => {
    if (!meaning) return;
    setSearch(NOTHING);
    open(meaning);
  }, [meaning]);
  return /** @type {const} */ ([
    search,
    setSearch,
    (/** @type {string} */ text) => setSearch(typed(text, { ...known, jobs: null })),
  ]);
}

/**
 * @param {object} props
 * @param {Filters} props.filters
 * @param {(filters: Filters) => void} props.set
 * @param {any} props.stats
 */
export function SearchBox({ filters, set, stats }) {
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const list = useId();
  /** @param {Meaning} meaning */
  const open = (meaning) => take(meaning, filters, set);
  const [search, setSearch, type] = useSearch(stats, open);
  const { text, shown, active, isUnanswered } = search;
  const isShown = search.isOpen && shown.length > 0;
  useDismiss(root, isShown, () => setSearch(closed));

  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = /** @type {const} */ ({ ArrowDown: 1, ArrowUp: -1 })[event.key];
    if (step) setSearch((now) => moved(now, step));
    else if (event.key === "Enter") setSearch(entered);
    else if (event.key === "Escape" && text) setSearch(NOTHING);
    else if (event.key === "Escape") /** @type {HTMLElement} */ (event.target).blur();
    else return;
    event.preventDefault();
  };
  const value = {
    value: text,
    onInput: (/** @type {any} */ event) => type(event.currentTarget.value),
    onKeyDown,
    onFocus: () => setSearch((now) => ({ ...now, isOpen: true })),
  };
  return html`
    <div class="search" ref=${root} role="search">
      <${Icon} name="search" />
      <input
        id="search"
        type="search"
        role="combobox"
        aria-label=${t("search.label")}
        aria-expanded=${isShown}
        aria-controls=${list}
        aria-autocomplete="list"
        aria-activedescendant=${isShown && active >= 0 ? `${list}-${active}` : undefined}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${false}
        placeholder=${t("search.placeholder")}
        ...${value}
      />
      ${
        isUnanswered &&
        active < 0 &&
        html`<p class="field-error" role="alert">${t("search.notLookedUp")}</p>`
      }
      <${Suggestions}
        id=${list}
        meanings=${shown}
        ...${{ active, isShown }}
        onChoice=${(/** @type {Meaning} */ meaning) => {
          setSearch(NOTHING);
          open(meaning);
        }}
      />
    </div>
  `;
}
