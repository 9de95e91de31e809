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
 * Whether a text is long enough to be meant as the beginning of a job ID: as long as what lists
 * show of one. `5001` could begin one as well, and is far more likely a customer.
 * @param {ReturnType<typeof idPrefix>} prefix
 */
const isLong = (prefix) => prefix !== null && prefix.digits.length >= 8;

/**
 * What is known to suggest things from.
 * @typedef {object} Known
 * @property {any[] | null} jobs those whose ID begins with the text; null before it is looked up
 * @property {string[] | null} users null if there is no choosing a user
 * @property {string[]} actions
 */

/**
 * What to suggest for a text, what is most likely first. A user and an action of just this name
 * are always there: not all names are known.
 * @param {string} text
 * @param {Known} known
 * @returns {Meaning[]}
 */
export function suggest(text, { jobs, users, actions }) {
  const value = text.trim();
  if (!value) return [];
  const prefix = idPrefix(value);
  const byId = jobsOf(value, prefix, jobs ?? []);
  const byName = [
    ...(users ? named("user", value, users) : []),
    ...named("action", value, actions),
    { kind: /** @type {const} */ ("customer"), value },
    ...(users ? [{ kind: /** @type {const} */ ("user"), value }] : []),
    { kind: /** @type {const} */ ("action"), value },
  ];
  const all = isLong(prefix) ? [...byId, ...byName] : [...byName, ...byId];
  return all.filter((meaning, place) => all.findIndex((one) => isSame(one, meaning)) === place);
}

/**
 * Whether the first suggestion depends on jobs that are not looked up yet.
 * @param {string} text
 * @param {Known} known
 */
export function awaitsJobs(text, { jobs }) {
  const prefix = idPrefix(text);
  return jobs === null && isLong(prefix) && !prefix?.id;
}

/** @param {Meaning} a @param {Meaning} b */
export const isSame = (a, b) => a.kind === b.kind && a.value === b.value;

/**
 * @param {string} value
 * @param {ReturnType<typeof idPrefix>} prefix
 * @param {any[]} jobs
 * @returns {Meaning[]}
 */
function jobsOf(value, prefix, jobs) {
  if (prefix?.id && !jobs.length) return [{ kind: "job", value: prefix.id }];
  return [
    ...jobs.map((job) => ({ kind: /** @type {const} */ ("job"), value: job.job_id, job })),
    ...(jobs.length > 1 ? [{ kind: /** @type {const} */ ("prefix"), value }] : []),
  ];
}

/**
 * The known names that have the text in them.
 * @param {"user" | "action"} kind
 * @param {string} value
 * @param {string[]} names
 * @returns {Meaning[]}
 */
function named(kind, value, names) {
  const lower = value.toLowerCase();
  return names
    .filter((name) => name.toLowerCase().includes(lower))
    .sort((a, b) => rank(a, lower) - rank(b, lower))
    .slice(0, MOST)
    .map((name) => ({ kind, value: name }));
}

/** @param {string} name @param {string} lower */
function rank(name, lower) {
  const place = name.toLowerCase().indexOf(lower);
  return place === 0 ? name.length - lower.length : 1000 + place;
}
