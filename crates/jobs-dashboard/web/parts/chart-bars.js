// Bars for counts, as SVG: upright ones along an axis, and lying ones with names.
import { html, useEffect, useRef, useState } from "./html.js";

/**
 * A part of a bar. `kind` is its colour and pattern: a status, or `plain`.
 * @typedef {{ kind: string, value: number, onPick?: () => void }} Part
 * @typedef {{ key: string, name: string, parts: Part[], text: string, onPick?: () => void }} Bar
 *   `text`: what is said of it while the pointer is there
 */

/** The lines of each pattern, which tell the statuses apart without colours. */
const PATTERNS = {
  FAILED: "M-2 2 2-2M0 8 8 0M6 10l4-4",
  UNCONFIRMED: "M1 2h2M5 6h2",
  IN_PROGRESS: "M0 2h8M0 6h8",
};

/** The patterns, once on a page that has bars. */
export const Patterns = () => html`
  <svg class="patterns" aria-hidden="true" width="0" height="0">
    <defs>
      ${Object.entries(PATTERNS).map(
        ([kind, lines]) => html`
          <pattern
            key=${kind}
            id="pattern-${kind}"
            class="bar-${kind}"
            width="8"
            height="8"
            patternUnits="userSpaceOnUse"
          >
            <rect width="8" height="8" class="bar-ground" />
            <path d=${lines} />
          </pattern>
        `,
      )}
    </defs>
  </svg>
`;

/** @param {string} kind */
const fillOf = (kind) => (kind in PATTERNS ? `url(#pattern-${kind})` : "currentColor");

/** @param {{ part: Part, x: number, y: number, width: number, height: number }} props */
const Rect = ({ part, ...place }) => html`
  <rect
    ...${place}
    class="bar bar-${part.kind} ${part.onPick ? "bar-link" : ""}"
    fill=${fillOf(part.kind)}
    onClick=${part.onPick}
  />
`;

/** The sign for a kind in a legend. @param {{ kind: string }} props */
export const Swatch = ({ kind }) => html`
  <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
    <${Rect} part=${{ kind, value: 1 }} x=${1} y=${1} width=${14} height=${14} />
  </svg>
`;

/** The width that there is, in pixels; 0 until it is known. */
function useWidth() {
  const element = useRef(/** @type {HTMLElement | null} */ (null));
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) => setWidth(contentRect.width));
    observer.observe(element.current);
    return () => observer.disconnect();
  }, []);
  return /** @type {const} */ ([element, width]);
}

/**
 * The frame of a picture, as wide as there is room. Screen readers get its label alone: what it
 * shows, and where its bars lead, is in the table behind it.
 * @param {object} props
 * @param {string} props.label
 * @param {number} props.height
 * @param {string} props.text what is said of the bar at the pointer
 * @param {() => void} props.onLeave
 * @param {(width: number) => any} props.children
 */
function Frame({ label, height, text, onLeave, children }) {
  const [element, width] = useWidth();
  return html`
    <div class="chart" ref=${element}>
      <svg role="img" aria-label=${label} width=${width} height=${height} onPointerLeave=${onLeave}>
        ${width > 0 && children(width)}
      </svg>
      <p class="chart-text" aria-hidden="true">${text}</p>
    </div>
  `;
}

/** Small values are still seen. @param {number} length @param {number} value */
const seen = (length, value) => (value ? Math.max(2, length) : 0);

/**
 * The lines of an axis, each with its value before it.
 * @param {object} props
 * @param {number[]} props.axis
 * @param {(value: number) => string} props.show
 * @param {(value: number) => number} props.heightOf
 * @param {number} props.left
 * @param {number} props.width
 */
const Axis = ({ axis, show, heightOf, left, width }) =>
  axis.map((value) => {
    const y = heightOf(value);
    return html`
      <g key=${`line ${value}`} class="axis">
        <line x1=${left} x2=${width} y1=${y} y2=${y} />
        <text x=${left - 6} y=${y} dy="0.35em" text-anchor="end">${show(value)}</text>
      </g>
    `;
  });

/**
 * The parts of an upright bar.
 * @param {object} props
 * @param {Part[]} props.parts
 * @param {number} props.x
 * @param {number} props.width
 * @param {number} props.bottom
 * @param {(value: number) => number} props.length
 */
function Stack({ parts, x, width, bottom, length }) {
  let y = bottom;
  return parts.map((part) => {
    const height = seen(length(part.value), part.value);
    y -= height;
    if (!height) return null;
    return html`<${Rect} key=${part.kind} ...${{ part, x, y, width, height }} />`;
  });
}

/**
 * Where the bars are, and which of them have room for their names.
 * @param {object} how
 * @param {number} how.width
 * @param {number} how.left
 * @param {number} how.count
 * @param {number} how.nameWidth
 */
function places({ width, left, count, nameWidth }) {
  const step = (width - left - 12) / count; // the last name is wider than its bar
  const each = Math.ceil(nameWidth / step);
  const thick = Math.min(48, Math.max(1.5, step - (step > 8 ? 4 : 1)));
  return {
    step,
    thick,
    xOf: (/** @type {number} */ place) => left + place * step,
    nameAt: (/** @type {number} */ place) =>
      Math.min(left + (place + 0.5) * step, width - nameWidth / 2 + 4),
    hasName: (/** @type {number} */ place) =>
      (count - 1 - place) % each === 0 && (place + 0.5) * step >= nameWidth / 2 - left,
  };
}

/**
 * Upright bars, their parts on top of each other.
 * @param {object} props
 * @param {string} props.label
 * @param {Bar[]} props.bars
 * @param {number[]} props.axis the values with a line, from 0 to the highest
 * @param {(value: number) => string} props.show a value of the axis as text
 * @param {number} [props.height]
 * @param {number} [props.nameWidth] pixels
 */
export function Columns({ label, bars, axis, show, height = 200, nameWidth = 56 }) {
  const [at, setAt] = useState(/** @type {string | null} */ (null));
  const text = bars.find((bar) => bar.key === at)?.text ?? "";
  const bottom = height - 22;
  const left = 12 + 7 * Math.max(...axis.map((value) => show(value).length));
  const length = (/** @type {number} */ value) => (value / axis[axis.length - 1]) * (bottom - 10);
  const heightOf = (/** @type {number} */ value) => bottom - length(value);
  /** @param {number} width */
  const draw = (width) => {
    const { step, thick, xOf, nameAt, hasName } = places({
      width,
      left,
      count: bars.length,
      nameWidth,
    });
    return html`
      <${Axis} ...${{ axis, show, heightOf, left, width }} />
      ${bars.map(
        (bar, place) => html`
          <g key=${bar.key} class="column" onPointerEnter=${() => setAt(bar.key)}>
            <rect
              class="column-ground ${bar.onPick ? "bar-link" : ""}"
              x=${xOf(place)}
              y="0"
              width=${step}
              height=${bottom}
              onClick=${bar.onPick}
            />
            <${Stack}
              parts=${bar.parts}
              x=${xOf(place) + (step - thick) / 2}
              width=${thick}
              ...${{ bottom, length }}
            />
            ${
              hasName(place) &&
              html`<text x=${nameAt(place)} y=${height - 6} text-anchor="middle">${bar.name}</text>`
            }
          </g>
        `,
      )}
    `;
  };
  return html`
    <${Frame} label=${label} height=${height} text=${text} onLeave=${() => setAt(null)}>${draw}<//>
  `;
}

/**
 * Lying bars, each with its name before it and its total behind it.
 * @param {object} props
 * @param {string} props.label
 * @param {(Bar & { total: string })[]} props.bars
 * @param {number} props.most the value of the longest bar
 */
export function Rows({ label, bars, most }) {
  const [at, setAt] = useState(/** @type {string | null} */ (null));
  const text = bars.find((bar) => bar.key === at)?.text ?? "";
  const row = 28;
  /** @param {number} width */
  const draw = (width) => {
    const names = Math.min(160, width * 0.3);
    const totals = 12 + 8 * Math.max(...bars.map((bar) => bar.total.length));
    const room = width - names - totals;
    const letters = Math.floor(names / 7.5);
    return bars.map((bar, place) => {
      const y = place * row;
      let x = names;
      const parts = bar.parts.map((part) => {
        const wide = seen((part.value / (most || 1)) * room, part.value);
        x += wide;
        return (
          wide > 0 &&
          html`
            <${Rect}
              key=${part.kind}
              part=${part}
              x=${x - wide}
              y=${y + 5}
              width=${wide}
              height=${row - 10}
            />
          `
        );
      });
      return html`
        <g key=${bar.key} class="column" onPointerEnter=${() => setAt(bar.key)}>
          <rect
            class="column-ground ${bar.onPick ? "bar-link" : ""}"
            y=${y}
            width=${width}
            height=${row}
            onClick=${bar.onPick}
          />
          <text class="bar-name" y=${y + row / 2} dy="0.35em">
            ${bar.name.length > letters ? `${bar.name.slice(0, letters - 1)}…` : bar.name}
          </text>
          ${parts}
          <text x=${Math.min(x, width - totals) + 8} y=${y + row / 2} dy="0.35em"
            >${bar.total}</text
          >
        </g>
      `;
    });
  };
  return html`
    <${Frame}
      label=${label}
      height=${Math.max(1, bars.length) * row}
      text=${text}
      onLeave=${() => setAt(null)}
      >${draw}<//
    >
  `;
}
