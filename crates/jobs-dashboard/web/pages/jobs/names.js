// How filters and their values are called.
import { date, dateTime } from "../../texts/format.js";
import { t, tOf } from "../../texts/t.js";

/** @param {import("./filters.js").Name} name */
export const nameOf = (name) => t(`filter.${name}`);

/**
 * @param {import("./filters.js").Name} name
 * @param {string} value
 * @param {import("../../texts/format.js").Zone} zone
 */
export function valueOf(name, value, zone) {
  if (name === "status" || name === "cause" || name === "source") return tOf(name, value);
  if (name === "within") {
    const n = Number.parseInt(value, 10);
    return t(value.endsWith("d") ? "filter.days" : "filter.hours", { n });
  }
  if (name !== "since" && name !== "until") return value;
  if (Number.isNaN(Date.parse(value))) return value;
  const isMidnight = dateTime(value, zone).endsWith("00:00:00");
  return isMidnight ? date(value, zone) : dateTime(value, zone);
}
