// How a job ended for each of its customers.
import { get } from "../../lib/api.js";
import { number } from "../../texts/format.js";
import { pageSize } from "../../lib/paged-list.js";
import { path } from "../../lib/place.js";
import { Badge } from "../../parts/badge.js";
import { Dialog } from "../../parts/dialog.js";
import { Export } from "../../parts/export.js";
import { useQuery } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useState } from "../../parts/html.js";
import { usePaged } from "../../parts/paged.js";
import { Empty, ErrorNotice } from "../../parts/states.js";
import { Link } from "../../parts/text.js";
import { Rows } from "../../parts/virtual-list.js";
import { t, tOf } from "../../texts/t.js";
import { isRowRight, rowsOf } from "./lists.js";
import { choicesOf, NAMED, outcomeQuery } from "./state.js";

const SEARCH_AFTER_MS = 200;

/** @typedef {{ outcome: string, search: string }} Filters `outcome`: a status, `NAMED` or empty */

/**
 * The outcomes as the server says.
 * @param {any} job
 * @param {Filters} filters
 * @param {boolean} isNeeded whether there is nothing better
 */
const useOutcomes = ({ job_id, last_index }, { outcome, search }, isNeeded) =>
  usePaged(
    `${outcome} ${search}`,
    async (cursor, count, signal) => {
      const query = { ...outcomeQuery(outcome), search, limit: pageSize(count), cursor };
      const page = await get(path`/v1/jobs/${job_id}/outcomes`, { query, signal });
      return { rows: /** @type {any[]} */ (page.customers), ...page };
    },
    { version: last_index, isNeeded },
  );

/** @param {{ row: any, onOpen: (row: any) => void }} props */
const Cells = ({ row, onOpen }) => html`
  <td><${Link} to=${path`/customers/${row.cid}`}>${row.cid}<//></td>
  <td>
    <${Badge} status=${row.status} />
  </td>
  <td>
    ${
      row.message === null
        ? html`<span class="muted">${row.own ? "" : t("job.ofTheJob")}</span>`
        : html`
            <button type="button" class="message-cell" onClick=${() => onOpen(row)}>
              ${row.message}
            </button>
          `
    }
  </td>
`;

/** What a choice is called. @param {any} job @param {string} outcome */
function choiceName({ source }, outcome) {
  if (outcome === NAMED) return t(source === "gateway" ? "job.namedByAnswer" : "job.namedByReport");
  return outcome ? tOf("status", outcome) : t("job.allStatuses");
}

/**
 * What narrows the list down: a status or being named, and a text.
 * @param {object} props
 * @param {any} props.job
 * @param {{ counts: Record<string, number>, named: number }} props.summary
 * @param {Filters} props.filters
 * @param {(name: string, value: string) => void} props.onChoice
 * @param {import("../../parts/html.js").Children} props.children
 */
function Narrowing({ job, summary, filters, onChoice, children }) {
  const [text, setText] = useState(filters.search);
  useEffect(() => {
    const timer = setTimeout(() => onChoice("search", text.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return html`
    <div class="row">
      <div class="row" role="group" aria-label=${t("job.statuses")}>
        ${choicesOf(job.customer_count, summary, filters.outcome).map(
          ([outcome, n]) => html`
            <button
              type="button"
              key=${outcome}
              class="choice-button"
              aria-pressed=${outcome === filters.outcome}
              onClick=${() => onChoice("outcome", outcome)}
            >
              ${choiceName(job, outcome)} <b>${number(n)}</b>
            </button>
          `,
        )}
      </div>
      <input
        type="search"
        id="outcome-search"
        aria-label=${t("job.search")}
        placeholder=${t("job.search")}
        value=${text}
        onInput=${(/** @type {any} */ event) => setText(event.currentTarget.value)}
      />
      ${children}
    </div>
  `;
}

/** A whole message. @param {{ row: any, onClose: () => void }} props */
const Message = ({ row, onClose }) => html`
  <${Dialog} title=${row.cid} onClose=${onClose}>
    <p><${Badge} status=${row.status} /> ${t("job.ofEntry", { index: row.index })}</p>
    <p class="entry-text">${row.message}</p>
  <//>
`;

/**
 * @param {object} props
 * @param {string} props.label
 * @param {any[]} props.rows those that were read
 * @param {number} props.matching how many there are
 * @param {(row: number) => void} props.onRange
 */
function Table({ label, rows, matching, onRange }) {
  const [open, setOpen] = useState(/** @type {any} */ (null));
  return html`
    <${Rows}
      label=${label}
      columns=${[t("job.customer"), t("job.status"), t("job.message")]}
      count=${matching}
      onRange=${onRange}
      row=${(/** @type {number} */ index) =>
        rows[index]
          ? html`<${Cells} row=${rows[index]} onOpen=${setOpen} />`
          : html`<td colspan="3" class="muted">…</td>`}
    />
    <p class="hint" role="status">${t("job.rows", { n: matching })}</p>
    ${open && html`<${Message} row=${open} onClose=${() => setOpen(null)} />`}
  `;
}

/**
 * The rows: those of the proved lists if there are any, or else what the server says.
 * @param {any} job
 * @param {import("./lists.js").Lists | null} lists
 * @param {Filters} filters
 * @param {(row: any) => void} onWrong
 */
function useRows(job, lists, { outcome, search }, onWrong) {
  const read = useOutcomes(job, { outcome, search }, lists === null);
  const own = useMemo(() => lists && rowsOf(lists, { outcome, search }), [lists, outcome, search]);
  const wrong = useMemo(() => {
    // Rows that were read before something was recorded are not those of the lists after it.
    const known = lists?.job.last_index === read.of ? lists : null;
    // What was recorded since is not known yet, and not shown once the lists are proved.
    return read.rows.find((row) => known && row.index <= read.of && !isRowRight(known, row));
  }, [lists, read.rows]);
  useEffect(() => {
    if (wrong) onWrong(wrong);
  }, [wrong]);
  if (!own) return { ...read, matching: read.newest?.matching ?? null };
  const all = async () => own;
  return { ...read, rows: own, matching: own.length, all, problem: null };
}

/**
 * @param {object} props
 * @param {any} props.job
 * @param {{ counts: Record<string, number>, named: number }} props.summary
 * @param {import("./lists.js").Lists | null} props.lists proved, if they are
 * @param {(row: any) => void} props.onWrong
 * @param {import("../../parts/html.js").Children} props.children about their proof
 */
export function Outcomes({ job, summary, lists, onWrong, children }) {
  const [query, setQuery] = useQuery();
  const filters = { outcome: query.get("outcome") ?? "", search: query.get("search") ?? "" };
  const { rows, matching, problem, again, reach, all } = useRows(job, lists, filters, onWrong);
  /** @param {string} name @param {string} value */
  const choose = (name, value) => {
    const next = new URLSearchParams(location.search);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true });
  };
  const label = t("job.outcomes", { n: job.customer_count });
  const name = `${job.job_id}${filters.outcome ? `.${filters.outcome}` : ""}`;
  return html`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${label}</h2>
        ${children}
      </div>
      <${Narrowing} job=${job} summary=${summary} filters=${filters} onChoice=${choose}>
        <${Export} name=${name} columns=${["cid", "status", "message"]} read=${all} />
      <//>
      <${ErrorNotice} problem=${problem} retry=${again} />
      ${
        matching
          ? html`
              <${Table}
                key=${`${filters.outcome} ${filters.search}`}
                label=${label}
                rows=${rows}
                matching=${matching}
                onRange=${reach}
              />
            `
          : matching === 0 && html`<${Empty} title=${t("job.noRows")} />`
      }
    </section>
  `;
}
