// What the text in the search box may mean.
import { idDigits } from "../../lib/job-id.js";

/**
 * @typedef {object} Meaning
 * @property {"job" | "prefix" | "customer" | "user" | "action"} kind
 * @property {string} value
 * @property {any} [job]
 */

/** The most users and actions that are suggested. */
const MOST = 4;

/** An ID with its hyphens where they belong. @param {string} hex 32 digits */
const hyphenated = (hex) =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join(
    "-",
  );

/**
 * The text as the beginning of a job ID: `{ digits }`, with `id` if it is a whole one. Else null.
 * @param {string} text
 */
export function idPrefix(text) {
  const digits = idDigits(text);
  if (!digits || /^-|--/.test(text.trim())) return null;
  return { digits, id: digits.length === 32 ? hyphenated(digits) : null };
}

/**
 * What to suggest for a text, what is most likely first.
 * @param {string} text
 * @param {object} known
 * @param {any[]} known.jobs those whose ID begins with the text
 * @param {string[]} known.users
 * @param {string[]} known.actions
 * @returns {Meaning[]}
 */
export function suggest(text, { jobs, users, actions }) {
  const value = text.trim();
  if (!value) return [];
  const lower = value.toLowerCase();
  /** @param {string[]} names @returns {string[]} */
  const named = (names) =>
    names
      .filter((name) => name.toLowerCase().includes(lower))
      .sort((a, b) => rank(a, lower) - rank(b, lower))
      .slice(0, MOST);
  const prefix = idPrefix(value);
  const found = jobs.map((job) => ({ kind: /** @type {const} */ ("job"), value: job.job_id, job }));
  if (prefix?.id && !found.length) found.push({ kind: "job", value: prefix.id, job: null });
  return [
    ...named(users).map((name) => ({ kind: /** @type {const} */ ("user"), value: name })),
    ...named(actions).map((name) => ({ kind: /** @type {const} */ ("action"), value: name })),
    ...found,
    ...(jobs.length > 1 ? [{ kind: /** @type {const} */ ("prefix"), value }] : []),
    ...(prefix?.id ? [] : [{ kind: /** @type {const} */ ("customer"), value }]),
  ];
}

/** @param {string} name @param {string} lower */
function rank(name, lower) {
  const place = name.toLowerCase().indexOf(lower);
  return place === 0 ? name.length - lower.length : 1000 + place;
}
