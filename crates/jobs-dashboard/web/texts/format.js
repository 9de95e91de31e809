// Times, numbers, sizes and durations as text.

import { LANGUAGE } from "./en.js";

/** @typedef {"local" | "utc"} Zone */

/** @param {Zone} zone @param {Intl.DateTimeFormatOptions} options */
const dates = (zone, options) =>
  new Intl.DateTimeFormat(LANGUAGE, {
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

/** The zone's name, such as `UTC` or `Asia/Kolkata`. @param {Zone} zone */
export const zoneName = (zone) =>
  zone === "utc" ? "UTC" : new Intl.DateTimeFormat().resolvedOptions().timeZone;

const numbers = new Intl.NumberFormat(LANGUAGE);
const percents = new Intl.NumberFormat(LANGUAGE, { style: "percent", maximumFractionDigits: 1 });

/** `27,682` @param {number} value */
export const number = (value) => numbers.format(value);

/** `4.5%` @param {number} share of 1 */
export const percent = (share) => percents.format(share);

/** `1.2 MB` @param {number} count */
export function bytes(count) {
  const units = ["B", "kB", "MB", "GB"];
  let unit = 0;
  let value = count;
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1000;
  return `${numbers.format(Number(value.toFixed(value < 10 && unit ? 1 : 0)))} ${units[unit]}`;
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
  if (ms < 1000) return `${Number(ms.toFixed(ms < 10 ? 1 : 0))} ms`;
  if (ms < 59_950) return `${Number((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  /** @param {number} high @param {string} a @param {number} low @param {string} b */
  const two = (high, a, low, b) =>
    low ? `${number(high)} ${a} ${low} ${b}` : `${number(high)} ${a}`;
  if (seconds < 3600) return two(Math.floor(seconds / 60), "min", seconds % 60, "s");
  const minutes = Math.round(seconds / 60);
  if (minutes < 1440) return two(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(minutes / 60);
  return two(Math.floor(hours / 24), "d", hours % 24, "h");
}

/** The first part of an ID, enough to tell it from its neighbours. @param {string} id */
export const shortId = (id) => `${id.slice(0, 8)}…${id.slice(-4)}`;
