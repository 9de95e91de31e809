// One box that understands a job ID or the beginning of one, a customer, a user or an action.
import { get } from "../../lib/api.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { Badge } from "../../parts/badge.js";
import { useDismiss } from "../../parts/hooks.js";
import { html, useEffect, useId, useRef, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { Time } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { toggled } from "./filters.js";
import { idPrefix, suggest } from "./search.js";

/** The most jobs that are suggested. */
const MOST_JOBS = 6;

/**
 * The jobs whose ID begins with the text, and a promise that ends with the newest of them.
 * @param {string} text
 */
function useJobsById(text) {
  const [jobs, setJobs] = useState(/** @type {any[]} */ ([]));
  const asked = useRef(/** @type {Promise<any[]>} */ (Promise.resolve([])));
  const digits = idPrefix(text)?.digits ?? "";
  useEffect(() => {
    setJobs([]);
    asked.current = Promise.resolve([]);
    if (!digits) return undefined;
    const controller = new AbortController();
    const query = { job_id: digits, limit: MOST_JOBS };
    asked.current = get("/v1/jobs", { query, signal: controller.signal }).then(
      (answer) => answer.jobs,
      () => [],
    );
    asked.current.then((found) => controller.signal.aborted || setJobs(found));
    return () => controller.abort();
  }, [digits]);
  return { jobs, asked };
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
 * @param {object} props
 * @param {Filters} props.filters
 * @param {(filters: Filters) => void} props.set
 * @param {string[]} props.users
 * @param {string[]} props.actions
 */
export function SearchBox({ filters, set, users, actions }) {
  const [text, setText] = useState("");
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const root = useRef(/** @type {HTMLElement | null} */ (null));
  const { jobs, asked } = useJobsById(text);
  const list = useId();
  const meanings = suggest(text, { jobs, users, actions });
  const isShown = isOpen && meanings.length > 0;
  useDismiss(root, isShown, () => setOpen(false));

  /** @param {Meaning} meaning */
  const choose = (meaning) => {
    setOpen(false);
    setText("");
    take(meaning, filters, set);
  };
  const enter = async () => {
    // What was just pasted may still be looked up.
    const found = await asked.current;
    const meaning = suggest(text, { jobs: found, users, actions })[active];
    if (meaning) choose(meaning);
  };
  /** @param {KeyboardEvent} event */
  const onKeyDown = (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && meanings.length) {
      setOpen(true);
      setActive(isShown ? (active + step + meanings.length) % meanings.length : 0);
    } else if (event.key === "Enter") enter();
    else if (event.key === "Escape" && text) setText("");
    else if (event.key === "Escape") /** @type {HTMLElement} */ (event.target).blur();
    else return;
    event.preventDefault();
  };
  /** @param {any} event */
  const onInput = (event) => {
    setText(event.currentTarget.value);
    setOpen(true);
    setActive(0);
  };
  const value = { value: text, onInput, onKeyDown, onFocus: () => setOpen(true) };
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
        aria-activedescendant=${isShown ? `${list}-${active}` : undefined}
        aria-keyshortcuts="/"
        autocomplete="off"
        autocapitalize="none"
        spellcheck=${false}
        placeholder=${t("search.placeholder")}
        ...${value}
      />
      <${Suggestions} id=${list} ...${{ meanings, active, isShown }} onChoice=${choose} />
    </div>
  `;
}
