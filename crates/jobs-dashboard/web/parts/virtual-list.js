// A list of any length in a box that scrolls: only the rows that are in view are drawn.
import { html, useEffect, useRef, useState } from "./html.js";

/** Rows that are drawn above and below what is in view. */
const MARGIN = 6;

/**
 * @param {object} props
 * @param {string} props.label
 * @param {number} props.count
 * @param {number} props.height of a row, in pixels
 * @param {(index: number) => any} props.children what a row shows
 * @param {unknown} [props.of] another value shows another list, from its beginning
 */
export function VirtualList({ label, count, height, children, of }) {
  const box = useRef(/** @type {HTMLElement | null} */ (null));
  const [top, setTop] = useState(0);
  useEffect(() => {
    if (box.current) box.current.scrollTop = 0;
    setTop(0);
  }, [of]);
  const from = Math.max(0, Math.min(Math.floor(top / height), count) - MARGIN);
  const inView = Math.ceil((box.current?.clientHeight || 400) / height);
  const to = Math.min(count, from + inView + 2 * MARGIN + 1);
  return html`
    <div
      class="virtual-list"
      ref=${box}
      tabindex="0"
      role="list"
      aria-label=${label}
      onScroll=${(/** @type {any} */ event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style=${{ height: `${count * height}px` }}>
        ${Array.from({ length: Math.max(0, to - from) }, (_, place) => {
          const index = from + place;
          return html`
            <div
              key=${index}
              role="listitem"
              aria-posinset=${index + 1}
              aria-setsize=${count}
              style=${{ height: `${height}px`, transform: `translateY(${index * height}px)` }}
            >
              ${children(index)}
            </div>
          `;
        })}
      </div>
    </div>
  `;
}
