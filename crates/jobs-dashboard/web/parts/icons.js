// Small pictures, drawn in the colour of the text around them. They say nothing on their own.
import { html } from "./html.js";

/** @type {Record<string, string>} */
const PATHS = {
  SUCCESS: "m4 8.5 2.7 2.7L12 5.5",
  FAILED: "m5 5 6 6m0-6-6 6",
  UNCONFIRMED: "M6 6.2C6 3.6 10.4 3.8 10.2 6.4 10 8 8 8 8 9.6m0 2.2v.4",
  IN_PROGRESS: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11zM8 5v3l2 1.4",
  copy: "M6 6h7v7H6zM3 10V3h7",
  search: "M7 2.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9zm3.3 7.8L14 14",
  note: "M3 3h10v7H8l-3 3v-3H3z",
  down: "m4 6.5 4 4 4-4",
  user: "M8 3a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5zM3 13.5c.6-5 9.4-5 10 0",
  check: "M8 1.8 13 4v4c0 3-2 5-5 6.2C5 13 3 11 3 8V4zM5.7 8l1.7 1.7 3-3.4",
  alarm: "M8 2.5 14.5 13.5h-13zM8 6.5v3.2m0 1.6v.4",
  system: "M8 2.5a5.5 5.5 0 1 1 0 11zm0 0v11a5.5 5.5 0 0 1 0-11",
  light:
    "M8 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM8 1v1.5m0 11V15M1 8h1.5m11 0H15M3 3l1 1m8 8 1 1M3 13l1-1m8-8 1-1",
  dark: "M7 2.5a5.5 5.5 0 1 0 6.5 7A5 5 0 0 1 7 2.5z",
  download: "M8 2.5v7m-3-2.6 3 3 3-3M3 13h10",
};

/** @param {{ name: string }} props */
export const Icon = ({ name }) => html`
  <svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d=${PATHS[name]} /></svg>
`;
