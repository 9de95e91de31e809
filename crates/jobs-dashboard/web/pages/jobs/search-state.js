// What the search box shows while it is typed into, and what Enter opens.
import { awaitsJobs, isSame, suggest } from "./search.js";

/**
 * @typedef {import("./search.js").Meaning} Meaning
 * @typedef {import("./search.js").Known} Known
 * @typedef {object} Search
 * @property {string} text
 * @property {Meaning[]} shown
 * @property {number} active which one is highlighted; -1 while it is not known what is first
 * @property {boolean} isOpen
 * @property {boolean} isEntered whether what is highlighted is opened, as soon as it is known
 * @property {boolean} isUnanswered whether what is first could not be looked up
 */

/** @type {Search} */
export const NOTHING = {
  text: "",
  shown: [],
  active: -1,
  isOpen: false,
  isEntered: false,
  isUnanswered: false,
};

/** Another text. @param {string} text @param {Known} known @returns {Search} */
export const typed = (text, known) => learned({ ...NOTHING, text, isOpen: true }, known);

/**
 * The same text, after something more was read. What is highlighted stays where it is: what came
 * late is below all that was there.
 * @param {Search} search
 * @param {Known} known
 * @returns {Search}
 */
export function learned(search, known) {
  const all = suggest(search.text, known);
  if (search.active < 0) {
    const active = all.length && !awaitsJobs(search.text, known) ? 0 : -1;
    return { ...search, shown: all, active };
  }
  /** @param {Meaning} meaning @param {Meaning[]} list */
  const find = (meaning, list) => list.find((one) => isSame(one, meaning));
  const stay = search.shown.map((meaning) => find(meaning, all) ?? meaning);
  const late = all.filter((meaning) => !find(meaning, search.shown));
  return { ...search, shown: [...stay, ...late] };
}

/**
 * The jobs could not be looked up. If they are waited for, that ends: nothing else is opened in
 * their place.
 * @param {Search} search
 * @returns {Search}
 */
export const unanswered = (search) =>
  search.active < 0 ? { ...search, isEntered: false, isUnanswered: true } : search;

/**
 * The highlight goes down or up; the first step opens a closed list.
 * @param {Search} search
 * @param {1 | -1} step
 * @returns {Search}
 */
export function moved(search, step) {
  const { shown, active, isOpen } = search;
  if (!shown.length) return search;
  if (!isOpen) return { ...search, isOpen: true };
  const from = active < 0 && step < 0 ? 0 : active;
  return { ...search, active: (from + step + shown.length) % shown.length, isEntered: false };
}

/**
 * Enter: what is highlighted is to be opened, or a closed list is shown again. What could not be
 * looked up is looked up again.
 * @param {Search} search
 * @returns {Search}
 */
export const entered = (search) => ({
  ...search,
  isEntered: search.isOpen,
  isOpen: true,
  isUnanswered: false,
});

/** @param {Search} search @returns {Search} */
export const closed = (search) => ({ ...search, isOpen: false, isEntered: false });

/** What is to be opened now. @param {Search} search @returns {Meaning | null} */
export const opened = ({ shown, active, isEntered }) =>
  isEntered ? (shown[active] ?? null) : null;
