// Numbers as text.
import { language } from "./language.js";

const numbers = new Intl.NumberFormat(language.locale);
const percents = new Intl.NumberFormat(language.locale, {
  style: "percent",
  maximumFractionDigits: 1,
});

/** `27,682` @param {number} value */
export const number = (value) => numbers.format(value);

/** `4.5%` @param {number} share of 1 */
export const percent = (share) => percents.format(share);
