// What the reader has chosen: the theme and the zone of times.
import { keptStore } from "../lib/storage.js";

export const theme = keptStore("theme", /** @type {"system" | "light" | "dark"} */ ("system"));

export const zone = keptStore("zone", /** @type {import("../texts/format.js").Zone} */ ("local"));

/** @param {string} value */
function apply(value) {
  if (value === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = value;
}

apply(theme.get());
theme.watch(apply);
