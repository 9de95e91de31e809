// Times, sizes and durations as text; and numbers, for those who need them too.
import { language } from "./language.js";
import { t } from "./t.js";

export { number, percent } from "./numbers.js";

/** @typedef {"local" | "utc"} Zone */

/** @param {Zone} zone @param {Intl.DateTimeFormatOptions} options */
const dates = (zone, options) =>
  new Intl.DateTimeFormat(language.locale, {
    ...options,
    ...(zone === "utc" ? { timeZone: "UTC" } : {}),
  });

/** @type {Record<string, Intl.DateTimeFormat>} */
const formats = {};
const DAY = /** @type {const} */ ({ day: "2-digit", month: "short", year: "numeric" });
const TIME = /** @type {const} */ ({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** What is no instant is shown as it is. @param {Intl.DateTimeFormat} by @param {string} instant */
const format = (by, instant) =>
  Number.isNaN(Date.parse(instant)) ? String(instant) : by.format(new Date(instant));

/**
 * `30 Nov 2026, 04:02:42`
 * @param {string} instant RFC 3339
 * @param {Zone} zone
 */
export function dateTime(instant, zone) {
  formats[zone] ??= dates(zone, { ...DAY, ...TIME, hourCycle: "h23" });
  return format(formats[zone], instant);
}

/**
 * `30 Nov 2026, 04:02:42.003687 UTC`: with the fraction of a second as it was recorded.
 * @param {string} instant RFC 3339
 * @param {Zone} zone
 */
export function exactTime(instant, zone) {
  if (Number.isNaN(Date.parse(instant))) return String(instant);
  // The distance from UTC, and not the zone's name: in autumn, an hour comes twice.
  const timeZoneName = zone === "utc" ? "short" : "longOffset";
  formats[`${zone}-exact`] ??= dates(zone, { ...DAY, ...TIME, timeZoneName, hourCycle: "h23" });
  const fraction = /\.\d+/.exec(instant)?.[0] ?? "";
  return formats[`${zone}-exact`]
    .formatToParts(new Date(instant))
    .map(({ type, value }) => (type === "second" ? value + fraction : value))
    .join("");
}

/** @param {string} instant @param {Zone} zone */
export function date(instant, zone) {
  formats[`${zone}-day`] ??= dates(zone, DAY);
  return format(formats[`${zone}-day`], instant);
}

/** `28 Nov` @param {string} day */
export function dayOfYear(day) {
  formats.dayOfYear ??= dates("utc", { day: "numeric", month: "short" });
  return format(formats.dayOfYear, day);
}

/** The zone's name, such as `UTC` or `Asia/Kolkata`. @param {Zone} zone */
export const zoneName = (zone) =>
  zone === "utc" ? t("zone.utc") : new Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `1.2 MB` @param {number} count */
export function bytes(count) {
  const units = /** @type {const} */ (["B", "kB", "MB", "GB"]);
  let unit = 0;
  let value = count;
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1000;
  return t(`unit.${units[unit]}`, { n: Number(value.toFixed(value < 10 && unit ? 1 : 0)) });
}

/**
 * Milliseconds from one RFC 3339 instant to another. `Date` drops what is below a millisecond.
 * @param {string} from
 * @param {string} to
 */
export function between(from, to) {
  /** @param {string} instant */
  const below = (instant) => Number(`0.${/\.\d{3}(\d+)/.exec(instant)?.[1] ?? 0}`);
  return Date.parse(to) - Date.parse(from) + below(to) - below(from);
}

/** `103 ms`, `3.2 s`, `4 min 12 s`, `2 h 5 min`, `3 d 4 h` @param {number} ms */
export function duration(ms) {
  if (ms < 1000) return t("unit.ms", { n: Number(ms.toFixed(ms < 10 ? 1 : 0)) });
  if (ms < 59_950) return t("unit.s", { n: Number((ms / 1000).toFixed(1)) });
  const seconds = Math.round(ms / 1000);
  if (seconds < 3600) return inTwo(seconds, 60, "min", "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return inTwo(minutes, 60, "h", "min");
  return inTwo(Math.round(minutes / 60), 24, "d", "h");
}

/**
 * In a unit and the smaller one, if there is a rest.
 * @param {number} count of the smaller unit
 * @param {number} each how many of them the larger one has
 * @param {"min" | "h" | "d"} larger
 * @param {"s" | "min" | "h"} smaller
 */
function inTwo(count, each, larger, smaller) {
  const high = t(`unit.${larger}`, { n: Math.floor(count / each) });
  const rest = count % each;
  return rest ? t("unit.two", { high, low: t(`unit.${smaller}`, { n: rest }) }) : high;
}

/** The first part of an ID, enough to tell it from its neighbours. @param {string} id */
export const shortId = (id) => `${id.slice(0, 8)}…${id.slice(-4)}`;
