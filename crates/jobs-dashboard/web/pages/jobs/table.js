// The rows of the list that are in view, in a table as tall as all of them.
import { number } from "../../texts/format.js";
import { href, path } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { Badge, Notes, Tag } from "../../parts/badge.js";
import { html, useEffect, useLayoutEffect, useRef, useState } from "../../parts/html.js";
import { CopyId, Time } from "../../parts/text.js";
import { useRange } from "../../parts/virtual-list.js";
import { t } from "../../texts/t.js";

const COLUMNS = /** @type {const} */ (["user", "action", "customers", "status", "date", "id"]);

/** The height of a row, in rem. */
const HEIGHT = { table: 2.5, cards: 6.5 };
const cards = matchMedia("(width < 60rem)");
const wide = matchMedia("(width >= 90rem)");

/** How rows look: drawn again when the window's width passes one of the limits. */
function useShape() {
  const [, redraw] = useState(0);
  useEffect(() => {
    const change = () => redraw((count) => count + 1);
    for (const query of [cards, wide]) query.addEventListener("change", change);
    return () => {
      for (const query of [cards, wide]) query.removeEventListener("change", change);
    };
  }, []);
  const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  return {
    height: Math.round(HEIGHT[cards.matches ? "cards" : "table"] * rem),
    isWide: wide.matches,
  };
}

/** @param {Event & { target: any }} event @param {string} job_id */
function openByClick(event, job_id) {
  if (event.target.closest("a, button") || getSelection()?.toString()) return;
  go(href(path`/jobs/${job_id}`));
}

/** @param {{ job: any, index: number, isWide: boolean }} props */
function Row({ job, index, isWide }) {
  const place = { "data-index": index, "aria-rowindex": index + 2 };
  if (!job) {
    return html`<tr role="row" class="job" ...${place}>
      <td role="cell">…</td>
    </tr>`;
  }
  const { job_id, user_id, action_name, customer_count, status, cause } = job;
  return html`
    <tr
      role="row"
      class="job"
      ...${place}
      onClick=${(/** @type {any} */ event) => openByClick(event, job_id)}
    >
      <td role="cell" class="cell-user">${user_id}</td>
      <td role="cell" class="cell-action">
        <a href=${href(path`/jobs/${job_id}`)}>${action_name}</a>
        ${job.retry_of && html`<${Tag}>${t("jobs.retry")}<//>`}
        <${Notes} count=${job.note_count} newest=${job.newest_note} />
      </td>
      <td role="cell" class="cell-customers number">
        ${number(customer_count)}<span class="only-cards">
          ${" "}${t("jobs.customersUnit", { n: customer_count })}</span
        >
      </td>
      <td role="cell" class="cell-status"><${Badge} status=${status} cause=${cause} /></td>
      <td role="cell" class="cell-date"><${Time} at=${job.created_at} /></td>
      <td role="cell" class="cell-id"><${CopyId} id=${job_id} short=${!isWide} /></td>
    </tr>
  `;
}

/** @typedef {{ current: HTMLElement | null }} Ref */

/**
 * Moves the focus to a row, and the row into sight.
 * @param {Ref} body
 * @param {{ index: number } | null} focus
 * @param {number} height
 */
function useFocus(body, focus, height) {
  useLayoutEffect(() => {
    if (!focus || !body.current) return undefined;
    const top = body.current.getBoundingClientRect().top + focus.index * height;
    if (top < 2 * height) scrollBy(0, top - 2 * height);
    else if (top > innerHeight - 2 * height) scrollBy(0, top - innerHeight + 2 * height);
    const focusLink = () => {
      const link = body.current?.querySelector(`[data-index="${focus.index}"] a`);
      if (link instanceof HTMLElement) link.focus({ preventScroll: true });
    };
    // The row is drawn after the scrolling was seen.
    const frame = requestAnimationFrame(() => requestAnimationFrame(focusLink));
    return () => cancelAnimationFrame(frame);
  }, [focus]);
}

const Head = () => html`
  <thead role="rowgroup">
    <tr role="row" class="job" aria-rowindex="1">
      ${COLUMNS.map(
        (name) => html`
          <th
            key=${name}
            role="columnheader"
            scope="col"
            class="cell-${name} ${name === "customers" ? "number" : ""}"
          >
            ${t(`jobs.${name}`)}
          </th>
        `,
      )}
    </tr>
  </thead>
`;

/**
 * @param {object} props
 * @param {import("./jobs.js").Jobs} props.jobs
 * @param {import("./list.js").JobList} props.list
 * @param {{ index: number } | null} props.focus the row to move the focus to
 */
export function JobTable({ jobs, list, focus }) {
  const { height, isWide } = useShape();
  const body = useRef(/** @type {HTMLElement | null} */ (null));
  useLayoutEffect(() => {
    if (jobs.scrolled) scrollTo(0, jobs.scrolled);
  }, []);
  const onScroll = (/** @type {number} */ top) => {
    jobs.scrolled = top;
  };
  const { count } = list;
  const { from, to } = useRange({ box: body, isOnPage: true, height, count, onScroll });
  useEffect(() => jobs.show(from, to), [from, to, list, count]);
  // Rows above the reader came or went: what is read stays where it is.
  useLayoutEffect(() => {
    if (!jobs.shift) return;
    scrollBy(0, jobs.shift * height);
    jobs.shift = 0;
  });
  useFocus(body, focus, height);
  return html`
    <table
      class="jobs"
      role="table"
      aria-rowcount=${list.isDone ? count + 1 : -1}
      aria-busy=${jobs.isLoading}
      style=${{ "--row": `${height}px` }}
    >
      <caption class="off-screen">
        ${t("jobs.title")}
      </caption>
      <${Head} />
      <tbody role="rowgroup" ref=${body} style=${{ height: `${count * height}px` }}>
        ${
          from > 0 &&
          html`<tr key="above" aria-hidden="true" style=${{ height: `${from * height}px` }}></tr>`
        }
        ${list.slice(from, to).map((job, place) => {
          const index = from + place;
          return html`<${Row} key=${job?.job_id ?? index} ...${{ job, index, isWide }} />`;
        })}
      </tbody>
    </table>
  `;
}
