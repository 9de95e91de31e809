// How a job ended for each of its customers.
import { get, Problem } from "../../lib/api.js";
import { copy } from "../../lib/clipboard.js";
import { csv } from "../../lib/csv-write.js";
import { download } from "../../lib/download.js";
import { number } from "../../lib/format.js";
import { path } from "../../lib/place.js";
import { Badge } from "../../parts/badge.js";
import { Dialog } from "../../parts/dialog.js";
import { useAction, useQuery } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useRef, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { Rows } from "../../parts/job-rows.js";
import { say } from "../../parts/messages.js";
import { Empty, ErrorNotice } from "../../parts/states.js";
import { Link } from "../../parts/text.js";
import { t, tOf } from "../../texts/t.js";
import { isRowRight, rowsOf } from "./lists.js";
import { isShort, NO_ROWS, pageSize, STATUSES, withPage } from "./state.js";

/** The most that is asked for at once. */
const WHOLE = 10_000;
const SEARCH_AFTER_MS = 200;

/** @typedef {{ status: string, search: string }} Filters */

/**
 * Reads outcomes page by page, as far as they are looked at.
 * @param {string} job_id
 * @param {Filters} filters
 * @param {number} version of the job: another one is read anew, in place of what is shown
 * @param {boolean} isNeeded whether there is nothing better than what the server says
 */
function useOutcomes(job_id, { status, search }, version, isNeeded) {
  const [state, setState] = useState({
    list: NO_ROWS,
    of: -1, // the version
    problem: /** @type {any} */ (null),
  });
  const [round, setRound] = useState(0);
  const end = useRef(0);
  const fill = useRef(() => {});
  const filters = `${status} ${search}`;
  const shown = useRef("");
  useEffect(() => {
    if (!isNeeded) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const isRefresh = shown.current === filters;
    if (!isRefresh) end.current = 0;
    let list = NO_ROWS;
    let isReading = false;
    fill.current = async () => {
      if (isReading) return;
      isReading = true;
      try {
        while (!signal.aborted && isShort(list, end.current)) {
          const limit = pageSize(list.rows.length);
          const query = { status, search, limit, cursor: list.next };
          list = withPage(list, await get(path`/v1/jobs/${job_id}/outcomes`, { query, signal }));
          // Rows that are shown stay until those in their place are there.
          if (isRefresh && isShort(list, end.current)) continue;
          shown.current = filters;
          setState({ list, of: version, problem: null });
        }
      } catch (error) {
        if (signal.aborted) return;
        if (!(error instanceof Problem)) throw error;
        setState((before) => ({ ...before, problem: error }));
      } finally {
        isReading = false;
      }
    };
    fill.current();
    return () => controller.abort();
  }, [job_id, filters, version, round, isNeeded]);
  return {
    ...state,
    again: () => setRound((n) => n + 1),
    reach: (/** @type {number} */ row) => {
      end.current = row;
      fill.current();
    },
  };
}

/** @param {string} job_id @param {Filters} filters */
async function readAll(job_id, { status, search }) {
  let list = NO_ROWS;
  do {
    const query = { status, search, limit: WHOLE, cursor: list.next };
    list = withPage(list, await get(path`/v1/jobs/${job_id}/outcomes`, { query }));
  } while (list.next);
  return list.rows;
}

/** @param {{ job_id: string, filters: Filters, rows: any[] | null }} props */
function Export({ job_id, filters, rows: proved }) {
  const name = `${job_id}${filters.status ? `.${filters.status}` : ""}`;
  const [run, isBusy, problem] = useAction(async (/** @type {"copy" | "csv"} */ how) => {
    const rows = proved ?? (await readAll(job_id, filters));
    if (how === "copy") {
      const text = rows.map(({ cid }) => cid).join("\n");
      if (await copy(text)) return say(t("job.copiedCustomers", { n: rows.length }));
      return download(`${name}.txt`, text, "text/plain");
    }
    const lines = rows.map(({ cid, status, message }) => [cid, status, message]);
    return download(`${name}.csv`, csv(["cid", "status", "message"], lines), "text/csv");
  });
  return html`
    <button type="button" disabled=${isBusy} onClick=${() => run("copy")}>
      <${Icon} name="copy" />${t("job.copyCustomers")}
    </button>
    <button type="button" disabled=${isBusy} onClick=${() => run("csv")}>
      <${Icon} name="download" />CSV
    </button>
    <${ErrorNotice} problem=${problem} />
  `;
}

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
  const filters = { status: query.get("outcome") ?? "", search: query.get("search") ?? "" };
  const [text, setText] = useState(filters.search);
  const [open, setOpen] = useState(/** @type {any} */ (null));
  const read = useOutcomes(job.job_id, filters, job.last_index, lists === null);
  const { list: found, of, problem, again, reach } = read;
  const { status, search } = filters;
  // What is proved is not asked for.
  const own = useMemo(() => lists && rowsOf(lists, { status, search }), [lists, status, search]);
  const list = own ? { rows: own, matching: own.length } : found;
  /** @param {string} name @param {string} value */
  const choose = (name, value) => {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    setQuery(next, { replace: true });
  };
  useEffect(() => {
    const timer = setTimeout(() => choose("search", text.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const wrong = useMemo(() => {
    // Rows that were read before something was recorded are not those of the lists after it.
    const known = lists?.job.last_index === of ? lists : null;
    // What was recorded since is not known yet, and not shown once the lists are proved.
    return found.rows.find((row) => known && row.index <= of && !isRowRight(known, row));
  }, [lists, found]);
  useEffect(() => {
    if (wrong) onWrong(wrong);
  }, [wrong]);
  const all = job.customer_count;
  const options = [["", all], ...STATUSES.map((status) => [status, summary.counts[status]])];
  return html`
    <section class="card outcomes" aria-labelledby="outcomes">
      <div class="row spread">
        <h2 id="outcomes">${t("job.outcomes", { n: all })}</h2>
        ${children}
      </div>
      <div class="row">
        <div class="row" role="group" aria-label=${t("job.statuses")}>
          ${options
            .filter(([status, n]) => n || status === filters.status)
            .map(
              ([status, n]) => html`
                <button
                  type="button"
                  key=${status}
                  class="choice-button"
                  aria-pressed=${status === filters.status}
                  onClick=${() => choose("outcome", String(status))}
                >
                  ${status ? tOf("status", String(status)) : t("job.allStatuses")}
                  <b>${number(Number(n))}</b>
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
        <${Export} job_id=${job.job_id} filters=${filters} rows=${own} />
      </div>
      <${ErrorNotice} problem=${own ? null : problem} retry=${again} />
      ${
        list.matching > 0
          ? html`
              <${Rows}
                key=${`${filters.status} ${filters.search}`}
                label=${t("job.outcomes", { n: all })}
                columns=${[t("job.customer"), t("job.status"), t("job.message")]}
                count=${list.matching}
                onRange=${reach}
                row=${(/** @type {number} */ index) => {
                  const row = list.rows[index];
                  return row
                    ? html`<${Cells} row=${row} onOpen=${setOpen} />`
                    : html`<td colspan="3" class="muted">…</td>`;
                }}
              />
              <p class="hint" role="status">${t("job.rows", { n: list.matching })}</p>
            `
          : list !== NO_ROWS && html`<${Empty} title=${t("job.noRows")} />`
      }
      ${
        open &&
        html`
          <${Dialog} title=${open.cid} onClose=${() => setOpen(null)}>
            <p><${Badge} status=${open.status} /> ${t("job.ofEntry", { index: open.index })}</p>
            <p class="entry-text">${open.message}</p>
          <//>
        `
      }
    </section>
  `;
}
