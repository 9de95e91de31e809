// What the overview shows of the counts and of the newest jobs: days, shares, durations.
import { between } from "../../texts/format.js";

/** As they are stacked, from the bottom. */
export const STATUSES = /** @type {const} */ (["SUCCESS", "FAILED", "UNCONFIRMED", "IN_PROGRESS"]);
export const SPANS = /** @type {const} */ ([14, 30, 90]);
const DAY_MS = 86_400_000;

/** @typedef {Record<typeof STATUSES[number], number>} Counts */
/** @typedef {{ value: string, jobs: Counts }} Row */
/** @typedef {{ day: string, jobs: Counts }} Day */

/** @returns {Counts} */
const none = () => ({ SUCCESS: 0, FAILED: 0, UNCONFIRMED: 0, IN_PROGRESS: 0 });

/** After so long, a verification does not say much of the ledger as it is now. */
const RECENT_MS = 2 * DAY_MS;

/**
 * What is said of a verification of everything, and with which mark. One that found nothing is not
 * sound if it could not look at everything.
 * @param {any} last of `/v1/verification`
 * @param {number} now
 */
export function verificationOf({ is_sound, findings, size, ended_at, signatures_checked }, now) {
  const hasSignatures = !is_sound || signatures_checked !== false;
  if (!is_sound && findings > 0) {
    return { text: /** @type {const} */ ("unsound"), n: findings, mark: "bad", hasSignatures };
  }
  if (!is_sound) {
    return { text: /** @type {const} */ ("partial"), n: 0, mark: "unknown", hasSignatures };
  }
  const mark = now - Date.parse(ended_at) > RECENT_MS ? "old" : "good";
  return { text: /** @type {const} */ ("sound"), n: size, mark, hasSignatures };
}

/** @param {Counts[]} all */
export function sum(all) {
  const counts = none();
  for (const each of all) for (const status of STATUSES) counts[status] += each[status];
  return counts;
}

/** @param {Counts} jobs */
export const total = (jobs) => STATUSES.reduce((count, status) => count + jobs[status], 0);

/** The failed ones' share of those that have ended; null if none has. @param {Counts} jobs */
export function failureRate(jobs) {
  const ended = total(jobs) - jobs.IN_PROGRESS;
  return ended ? jobs.FAILED / ended : null;
}

/** How many days the address asks for. @param {URLSearchParams} query */
export function spanOf(query) {
  const days = Number(query.get("days"));
  return SPANS.find((span) => span === days) ?? 30;
}

/** A day's name in the API. @param {number} time */
const nameOf = (time) => new Date(time).toISOString().slice(0, 10);

/**
 * The newest days in UTC, oldest first, with those on which there were no jobs.
 * @param {Row[]} rows `by_day` of the API
 * @param {number} count
 * @param {number} now
 * @returns {Day[]}
 */
export function lastDays(rows, count, now) {
  const known = new Map(rows.map(({ value, jobs }) => [value, jobs]));
  return Array.from({ length: count }, (_, place) => {
    const day = nameOf(now - (count - 1 - place) * DAY_MS);
    return { day, jobs: known.get(day) ?? none() };
  });
}

/**
 * The filters of the list that has the jobs of some days.
 * @param {string} first
 * @param {string} [last]
 */
export const daysQuery = (first, last = first) => ({
  since: `${first}T00:00:00Z`,
  until: `${nameOf(Date.parse(last) + DAY_MS)}T00:00:00Z`,
});

/**
 * The first rows, and all others together.
 * @param {{ rows: Row[], other: Counts }} table
 * @param {number} most
 */
export function topRows({ rows, other }, most) {
  // One row more takes no more room than a row for the others.
  const shown = rows.length === most + 1 && !total(other) ? rows : rows.slice(0, most);
  return { rows: shown, other: sum([other, ...rows.slice(shown.length).map((row) => row.jobs)]) };
}

/**
 * What is shown of the actions, or the users, with the most jobs. The others are the last, without
 * a value.
 * @param {{ rows: Row[], other: Counts }} table
 * @param {number} most
 * @returns {{ value: string | null, jobs: Counts, rate: number | null }[]}
 */
export function ranked(table, most) {
  const { rows, other } = topRows(table, most);
  const all = [...rows, ...(total(other) ? [{ value: null, jobs: other }] : [])];
  return all.map(({ value, jobs }) => ({ value, jobs, rate: failureRate(jobs) }));
}

/**
 * The smallest of the values that so large a share of them does not exceed (nearest rank).
 * @param {number[]} sorted
 * @param {number} share of 1
 */
export const quantile = (sorted, share) =>
  sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(share * sorted.length) - 1))];

/** What says when a job ended: its cause. */
export const CAUSES = /** @type {const} */ (["answered", "reported", "imported"]);

/**
 * How long jobs took that ended as success or failed: from their creation to their newest status.
 * @param {any[]} jobs
 * @returns {Record<typeof CAUSES[number], number[]> & { all: number[] }} sorted, in ms
 */
export function durationsOf(jobs) {
  /** @type {any} */
  const durations = { all: [], answered: [], reported: [], imported: [] };
  for (const { status, cause, created_at, updated_at } of jobs) {
    const isEnd = (status === "SUCCESS" || status === "FAILED") && CAUSES.includes(cause);
    const ms = isEnd && updated_at ? between(created_at, updated_at) : -1;
    // A clock that was set back, or another system's record, may say that it took less than none.
    if (!(ms >= 0)) continue;
    durations[cause].push(ms);
    durations.all.push(ms);
  }
  for (const list of Object.values(durations)) {
    list.sort((/** @type {number} */ a, /** @type {number} */ b) => a - b);
  }
  return durations;
}

/** Ends of the groups of durations, in ms: each is about three times the one before. */
const ENDS = [30, 100, 300, 1e3, 3e3, 1e4, 3e4, 6e4, 18e4, 6e5, 18e5, 36e5, 864e5, Infinity];

/**
 * How many durations there are in each group, from the first to the last that has any.
 * @param {number[]} sorted
 * @returns {{ from: number, to: number, count: number }[]} `to` is exclusive
 */
export function groups(sorted) {
  const all = ENDS.map((to, place) => {
    const from = place ? ENDS[place - 1] : 0;
    return { from, to, count: sorted.filter((ms) => ms >= from && ms < to).length };
  });
  const has = all.map((group) => group.count > 0);
  return has.includes(true) ? all.slice(has.indexOf(true), has.lastIndexOf(true) + 1) : [];
}
