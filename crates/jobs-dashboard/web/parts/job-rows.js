// Many rows of one height in a box that scrolls: only those in sight are drawn.
import { html, useLayoutEffect, useRef, useState } from "./html.js";

/** Rows that are drawn beyond what is in sight. */
const SPARE = 10;

/**
 * @param {object} props
 * @param {string} props.label
 * @param {string[]} props.columns
 * @param {number} props.count
 * @param {(index: number) => any} props.row the cells of a row
 * @param {(end: number) => void} [props.onRange] told up to which row there is something to draw
 */
export function Rows({ label, columns, count, row, onRange }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const height = useRef(36);
  const [range, setRange] = useState({ from: 0, to: 4 * SPARE });

  const measure = () => {
    const element = box.current;
    if (!element) return;
    height.current = element.querySelector("tr[data-row]")?.clientHeight || height.current;
    const first = Math.floor(element.scrollTop / height.current);
    const shown = Math.ceil(element.clientHeight / height.current);
    // In steps, so that not each pixel draws anew.
    const from = Math.max(0, Math.floor((first - SPARE) / SPARE) * SPARE);
    const to = from + (Math.ceil(shown / SPARE) + 3) * SPARE;
    if (from !== range.from || to !== range.to) setRange({ from, to });
    onRange?.(Math.min(to, count));
  };
  useLayoutEffect(measure);

  const to = Math.min(range.to, count);
  const from = Math.min(range.from, to);
  /** @param {number} rows */
  const gap = (rows) =>
    rows > 0 && html`<tr aria-hidden="true" style=${{ height: `${rows * height.current}px` }} />`;
  return html`
    <div class="rows" ref=${box} role="group" aria-label=${label} tabindex="0" onScroll=${measure}>
      <table aria-rowcount=${count + 1}>
        <thead>
          <tr aria-rowindex="1">
            ${columns.map((column) => html`<th key=${column} scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${gap(from)}
          ${Array.from(
            { length: to - from },
            (_, n) => html`
              <tr key=${from + n} data-row aria-rowindex=${from + n + 2}>
                ${row(from + n)}
              </tr>
            `,
          )}
          ${gap(count - to)}
        </tbody>
      </table>
    </div>
  `;
}
