// Lists of any length: only the rows that are in sight are drawn.
import { html, useEffect, useLayoutEffect, useRef, useState } from "./html.js";

/** Rows that are drawn above and below what is in sight. */
const MARGIN = 8;

/** @typedef {{ current: HTMLElement | null }} Ref */

/**
 * Which rows of one height to draw.
 * @param {object} list
 * @param {Ref} list.box what scrolls or, on a page that scrolls, what the rows are in
 * @param {boolean} [list.isOnPage] whether it is the page that scrolls
 * @param {number} list.height of a row, in pixels
 * @param {number} list.count
 * @param {(top: number) => void} [list.onScroll]
 */
export function useRange({ box, isOnPage = false, height, count, onScroll }) {
  const [range, setRange] = useState({ from: 0, to: 40 });
  useLayoutEffect(() => {
    const element = /** @type {HTMLElement} */ (box.current);
    const target = isOnPage ? window : element;
    let frame = 0;
    const measure = () => {
      frame = 0;
      onScroll?.(isOnPage ? scrollY : element.scrollTop);
      const top = isOnPage ? -element.getBoundingClientRect().top : element.scrollTop;
      const end = top + (isOnPage ? innerHeight : element.clientHeight);
      const from = Math.max(0, Math.floor(top / height) - MARGIN);
      const to = Math.max(0, Math.ceil(end / height)) + MARGIN;
      setRange((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    const later = () => {
      frame ||= requestAnimationFrame(measure);
    };
    measure();
    target.addEventListener("scroll", later, { passive: true });
    addEventListener("resize", later);
    return () => {
      cancelAnimationFrame(frame);
      target.removeEventListener("scroll", later);
      removeEventListener("resize", later);
    };
  }, [height, count]);
  return { from: Math.min(range.from, count), to: Math.min(range.to, count) };
}

/** @param {{ from: number, to: number }} range @param {(index: number) => any} draw */
const drawn = ({ from, to }, draw) =>
  Array.from({ length: to - from }, (_, place) => draw(from + place));

/**
 * A list without columns.
 * @param {object} props
 * @param {string} props.label
 * @param {number} props.count
 * @param {number} props.height of a row, in pixels
 * @param {(index: number) => any} props.children what a row shows
 * @param {unknown} [props.of] another value shows another list, from its beginning
 */
export function VirtualList({ label, count, height, children, of }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const range = useRange({ box, height, count });
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
  }, [of]);
  return html`
    <div class="virtual-list" ref=${box} tabindex="0" role="list" aria-label=${label}>
      <div role="presentation" style=${{ height: `${count * height}px` }}>
        ${drawn(
          range,
          (index) => html`
            <div
              key=${index}
              role="listitem"
              aria-posinset=${index + 1}
              aria-setsize=${count}
              style=${{ height: `${height}px`, transform: `translateY(${index * height}px)` }}
            >
              ${children(index)}
            </div>
          `,
        )}
      </div>
    </div>
  `;
}

/**
 * A table. The height of its rows is what the style says.
 * @param {object} props
 * @param {string} props.label
 * @param {string[]} props.columns
 * @param {number} props.count
 * @param {(index: number) => any} props.row the cells of a row
 * @param {(end: number) => void} [props.onRange] told up to which row there is something to draw
 */
export function Rows({ label, columns, count, row, onRange }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [height, setHeight] = useState(36);
  useLayoutEffect(() => {
    const found = box.current?.querySelector("tr[data-row]")?.clientHeight;
    if (found) setHeight(found);
  });
  const range = useRange({ box, height, count });
  const { from, to } = range;
  useEffect(() => onRange?.(to), [to]);
  /** @param {number} rows */
  const gap = (rows) =>
    rows > 0 && html`<tr aria-hidden="true" style=${{ height: `${rows * height}px` }} />`;
  return html`
    <div class="rows" ref=${box} role="group" aria-label=${label} tabindex="0">
      <table aria-rowcount=${count + 1}>
        <thead>
          <tr aria-rowindex="1">
            ${columns.map((column) => html`<th key=${column} scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${gap(from)}
          ${drawn(
            range,
            (index) => html`
              <tr key=${index} data-row aria-rowindex=${index + 2}>
                ${row(index)}
              </tr>
            `,
          )}
          ${gap(count - to)}
        </tbody>
      </table>
    </div>
  `;
}
