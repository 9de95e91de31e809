// The filters of a view: in the address, for the API, and on an entry of the stream.
import { idDigits } from "../../lib/job-id.js";

/** Filters with several values, named as in the API. */
export const LISTS = /** @type {const} */ ([
  "status",
  "cause",
  "action_name",
  "user_id",
  "cid",
  "batch_id",
  "source",
]);
/** Filters with one value. `within` is a length of time before now: `24h`, `7d`. */
const SINGLE = /** @type {const} */ (["job_id", "retry_of", "since", "until", "within"]);

export const STATUSES = ["IN_PROGRESS", "SUCCESS", "FAILED", "UNCONFIRMED"];
export const CAUSES = [
  "answered",
  "reported",
  "imported",
  "unreadable_answer",
  "inconclusive_answer",
  "timed_out",
  "connection_lost",
  "interrupted",
  "never_sent",
  "withheld",
];
export const SOURCES = ["gateway", "api", "import", "embedded"];
export const SPANS = ["24h", "7d", "30d"];

/**
 * @typedef {Record<typeof LISTS[number], string[]>
 *   & Partial<Record<typeof SINGLE[number], string>>} Filters
 * @typedef {typeof LISTS[number] | typeof SINGLE[number]} Name
 */

/**
 * @param {URLSearchParams} query
 * @returns {Filters}
 */
export function filtersOf(query) {
  const filters = /** @type {any} */ ({});
  for (const name of LISTS) filters[name] = [...new Set(query.getAll(name).filter(Boolean))];
  for (const name of SINGLE) if (query.get(name)) filters[name] = query.get(name);
  return filters;
}

/** @param {Filters} filters */
export function queryOf(filters) {
  const query = new URLSearchParams();
  for (const name of LISTS) for (const value of filters[name]) query.append(name, value);
  for (const name of SINGLE) if (filters[name]) query.append(name, filters[name]);
  return query;
}

/** @param {string} span such as `7d` */
function milliseconds(span) {
  const [, count, unit] = /^(\d{1,4})([hd])$/.exec(span) ?? [];
  return count ? Number(count) * (unit === "d" ? 24 : 1) * 3_600_000 : null;
}

/**
 * The filters as `/v1/jobs` and the exports take them.
 * @param {Filters} filters
 * @param {number} now
 * @returns {import("../../lib/place.js").Query}
 */
export function apiQuery(filters, now) {
  const { within, ...query } = filters;
  const length = within && milliseconds(within);
  return length ? { ...query, since: new Date(now - length).toISOString() } : query;
}

/** Filters, with one value each, for which `/v1/stats` counts; it gives all statuses at once. */
const COUNTED = ["user_id"];

/**
 * What `/v1/stats` takes to count the jobs of a view, whatever their status; null if it cannot.
 * @param {Filters} filters
 * @returns {Record<string, string> | null}
 */
export function countsQuery(filters) {
  const pairs = [...queryOf({ ...filters, status: [] })];
  const query = Object.fromEntries(pairs);
  const names = Object.keys(query);
  const isCounted = names.every((name) => COUNTED.includes(name));
  return isCounted && names.length === pairs.length ? query : null;
}

/**
 * With a value added or, if it is there, taken away.
 * @param {Filters} filters
 * @param {typeof LISTS[number]} name
 * @param {string} value
 * @returns {Filters}
 */
export function toggled(filters, name, value) {
  const values = filters[name];
  const rest = values.filter((item) => item !== value);
  return { ...filters, [name]: rest.length < values.length ? rest : [...values, value] };
}

/**
 * Without one value, or without a filter that has only one.
 * @param {Filters} filters
 * @param {Name} name
 * @param {string} value
 * @returns {Filters}
 */
export function without(filters, name, value) {
  if (LISTS.some((list) => list === name)) {
    return toggled(filters, /** @type {typeof LISTS[number]} */ (name), value);
  }
  return { ...filters, [name]: undefined };
}

/**
 * What is chosen, a value each.
 * @param {Filters} filters
 * @returns {{ name: Name, value: string }[]}
 */
export const chosen = (filters) =>
  [...queryOf(filters)].map(([name, value]) => ({ name: /** @type {Name} */ (name), value }));

/**
 * Whether a job, as the list or the stream has it, is in the view; its customers are not known.
 * @param {Filters} filters
 * @param {any} job
 * @param {number} now
 */
export function matches(filters, job, now) {
  const query = apiQuery(filters, now);
  const created = Date.parse(job.created_at);
  return (
    LISTS.every(
      (name) => name === "cid" || !filters[name].length || filters[name].includes(job[name]),
    ) &&
    (!filters.job_id || idDigits(job.job_id)?.startsWith(idDigits(filters.job_id) ?? "none")) &&
    (!filters.retry_of || filters.retry_of === job.retry_of) &&
    (!query.since || created >= Date.parse(String(query.since))) &&
    (!query.until || created < Date.parse(String(query.until)))
  );
}

/**
 * The instant at which a day begins, in the zone of the reader.
 * @param {string} day `2026-11-30`
 * @param {import("../../texts/format.js").Zone} zone
 * @param {number} [later] days
 */
export function startOfDay(day, zone, later = 0) {
  const [year, month, date] = day.split("-").map(Number);
  const instant =
    zone === "utc"
      ? new Date(Date.UTC(year, month - 1, date + later))
      : new Date(year, month - 1, date + later);
  return instant.toISOString();
}

/**
 * The day on which an instant is, in the zone of the reader.
 * @param {string | undefined} instant
 * @param {import("../../texts/format.js").Zone} zone
 * @param {number} [earlier] milliseconds
 */
export function dayOf(instant, zone, earlier = 0) {
  const time = new Date(Date.parse(instant ?? "") - earlier);
  if (Number.isNaN(time.getTime())) return "";
  const parts =
    zone === "utc"
      ? [time.getUTCFullYear(), time.getUTCMonth() + 1, time.getUTCDate()]
      : [time.getFullYear(), time.getMonth() + 1, time.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}
