// A picture with its heading, what its patterns mean, and the table behind it.
import { t, tOf } from "../texts/t.js";
import { Swatch } from "./chart-bars.js";
import { html, useState } from "./html.js";
import { Link } from "./text.js";

/** @typedef {string | { text: string, query: import("../lib/place.js").Query }} Cell */

/**
 * The table is drawn once it is asked for: it may have more cells than the page.
 * @param {{ caption: string, head: string[], rows: Cell[][] }} props the first cell is the heading
 */
function TableBehind({ caption, head, rows }) {
  const [isOpen, setOpen] = useState(false);
  /** @param {Cell} cell */
  const show = (cell) =>
    typeof cell === "string" ? cell : html`<${Link} to="/" query=${cell.query}>${cell.text}<//>`;
  return html`
    <details onToggle=${(/** @type {any} */ event) => setOpen(event.currentTarget.open)}>
      <summary>${t("chart.table")}</summary>
      ${
        isOpen &&
        html`
          <div class="scroll-x" tabindex="0" role="group" aria-label=${caption}>
            <table class="table-behind">
              <caption>
                ${caption}
              </caption>
              <thead>
                <tr>
                  ${head.map((name) => html`<th key=${name} scope="col">${name}</th>`)}
                </tr>
              </thead>
              <tbody>
                ${rows.map(
                  ([first, ...cells], row) => html`
                    <tr key=${row}>
                      <th scope="row">${show(first)}</th>
                      ${cells.map((cell, place) => html`<td key=${place}>${show(cell)}</td>`)}
                    </tr>
                  `,
                )}
              </tbody>
            </table>
          </div>
        `
      }
    </details>
  `;
}

/** @param {{ statuses: readonly string[] }} props */
export const Legend = ({ statuses }) => html`
  <ul class="legend">
    ${statuses.map(
      (status) => html`<li key=${status}><${Swatch} kind=${status} />${tOf("status", status)}</li>`,
    )}
  </ul>
`;

/**
 * @param {object} props
 * @param {string} props.id
 * @param {string} props.title
 * @param {string} props.hint what exactly is shown
 * @param {{ caption: string, head: string[], rows: Cell[][] }} props.table
 * @param {import("./html.js").Children} props.children the picture
 */
export const Figure = ({ id, title, hint, table, children }) => html`
  <section class="card figure" id=${id} aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="hint">${hint}</p>
    ${children}
    <${TableBehind} ...${table} />
  </section>
`;
