// The list of jobs.
import { account } from "../../lib/account.js";
import { get } from "../../lib/api.js";
import { onKeys } from "../../lib/keys.js";
import { leftBehind } from "../../lib/left.js";
import { href } from "../../lib/place.js";
import { place } from "../../lib/router.js";
import { follow } from "../../lib/stream.js";
import { Dialog } from "../../parts/dialog.js";
import { useQuery, useStore } from "../../parts/hooks.js";
import { html, useEffect, useMemo, useRef, useState } from "../../parts/html.js";
import { KEYS } from "../../parts/keys.js";
import { Menu } from "../../parts/menu.js";
import { announce } from "../../parts/messages.js";
import { Empty, ErrorNotice, Loading } from "../../parts/states.js";
import { Link, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { FilterBar, Statuses } from "./filter-bar.js";
import { apiQuery, chosen, filtersOf, queryOf } from "./filters.js";
import { Jobs } from "./jobs.js";
import { MOST_FRESH } from "./list.js";
import { SearchBox } from "./search-box.js";
import { JobTable } from "./table.js";
import { Views } from "./views.js";

const before = /** @type {ReturnType<typeof leftBehind<Jobs>>} */ (leftBehind());

/** The jobs of a view. @param {string} search */
function useJobs(search) {
  const [, draw] = useState(0);
  const onChange = () => draw((count) => count + 1);
  const [found] = useState(() => (place.get().isBack ? before.find(search) : null));
  const resumed = useRef(found !== null);
  const [jobs] = useState(() => found ?? new Jobs({ get, follow, onChange }));
  const shown = useRef(search);
  shown.current = search;
  useEffect(() => {
    const user = account.get()?.user_id;
    if (resumed.current) jobs.resume(onChange);
    return () => {
      jobs.close();
      before.leave(user, shown.current, jobs);
    };
  }, []);
  useEffect(() => {
    if (!resumed.current) jobs.open(filtersOf(new URLSearchParams(search)));
    resumed.current = false;
  }, [search]);
  return jobs;
}

/** @param {{ onClose: () => void }} props */
const KeysDialog = ({ onClose }) => html`
  <${Dialog} title=${t("keys.title")} onClose=${onClose}>
    <dl class="facts">
      ${KEYS.map(
        ([key, text]) => html`
          <dt key=${key}><kbd>${key}</kbd></dt>
          <dd>${t(text)}</dd>
        `,
      )}
    </dl>
  <//>
`;

/** @param {{ filters: import("./filters.js").Filters }} props */
function Downloads({ filters }) {
  const query = apiQuery(filters, Date.now());
  const items = [
    { text: t("app.csv"), href: href("/v1/export.csv", query), download: true },
    {
      text: t("jobs.csvExcel"),
      href: href("/v1/export.csv", { ...query, bom: "true" }),
      download: true,
    },
    { text: t("app.ndjson"), href: href("/v1/export.ndjson", query), download: true },
  ];
  return html`<${Menu} label=${t("jobs.download")} align="end" items=${items} />`;
}

/**
 * What is below the rows, or instead of them.
 * @param {object} props
 * @param {Jobs} props.jobs
 * @param {import("./list.js").JobList} props.list
 * @param {boolean} props.isFiltered
 * @param {() => void} props.clear
 */
function Ending({ jobs, list, isFiltered, clear }) {
  const user = useStore(account);
  if (jobs.problem) {
    return html`
      <${ErrorNotice} problem=${jobs.problem} retry=${() => jobs.retry()} />
      ${isFiltered && html`<p><button type="button" onClick=${clear}>${t("filter.clear")}</button></p>`}
    `;
  }
  if (list.isTruncated) {
    return html`
      <p class="state">
        <button type="button" onClick=${() => jobs.openRest()}>${t("jobs.older")}</button>
      </p>
    `;
  }
  if (!list.isDone) return html`<${Loading} />`;
  if (list.count) return html`<p class="state">${t("jobs.end", { n: list.count })}</p>`;
  if (isFiltered) {
    return html`
      <${Empty} title=${t("jobs.noMatch")}>
        <button type="button" onClick=${clear}>${t("filter.clear")}</button>
      <//>
    `;
  }
  return html`
    <${Empty} title=${t("jobs.empty")}>
      ${
        user?.role !== "auditor" &&
        html`<p><${Link} to="/set-action" class="button">${t("jobs.emptyAction")}<//></p>`
      }
      <p><a href=${href("/docs")}>${t("jobs.emptyDocs")}</a></p>
    <//>
  `;
}

/**
 * How many jobs came since the list was read. Nothing moves until the reader says so.
 * @param {{ count: number, show: () => void }} props
 */
function Fresh({ count, show }) {
  useEffect(() => {
    if (count) announce(t("jobs.fresh", { n: count }));
  }, [count > 0]);
  if (!count) return null;
  const isMany = count >= MOST_FRESH;
  return html`
    <div class="fresh">
      <button type="button" id="show-new" class="primary" onClick=${show}>
        ${t(isMany ? "jobs.freshMany" : "jobs.fresh", { n: isMany ? MOST_FRESH - 1 : count })}
      </button>
    </div>
  `;
}

/**
 * Moves the focus from row to row by the keys. Returns the row that has it, and what sets it.
 * @param {import("./list.js").JobList | null} list
 * @param {() => void} onHelp
 */
function useKeys(list, onHelp) {
  const [focus, setFocus] = useState(/** @type {{ index: number } | null} */ (null));
  const latest = useRef(/** @type {any} */ (null));
  latest.current = { list, focus };
  useEffect(() => {
    /** @param {number} step */
    const move = (step) => {
      const { list, focus } = latest.current;
      const row = document.activeElement?.closest?.("[data-index]");
      const at = row ? Number(row.getAttribute("data-index")) : (focus?.index ?? -1);
      const index = Math.max(0, Math.min(at + step, list.count - 1));
      if (list.count) setFocus({ index });
    };
    return onKeys({
      "/": () => document.getElementById("search")?.focus(),
      j: () => move(1),
      k: () => move(-1),
      "?": onHelp,
    });
  }, []);
  return /** @type {const} */ ([focus, setFocus]);
}

/**
 * What is above the filters.
 * @param {object} props
 * @param {URLSearchParams} props.query
 * @param {import("./filters.js").Filters} props.filters
 * @param {(filters: import("./filters.js").Filters) => void} props.set
 * @param {any} props.stats
 * @param {() => void} props.onHelp
 */
const Top = ({ query, filters, set, stats, onHelp }) => html`
  <div class="jobs-top">
    <${Title}>${t("jobs.title")}<//>
    <${SearchBox} filters=${filters} set=${set} stats=${stats} />
    <div class="row">
      <${Views} query=${query} />
      <${Downloads} filters=${filters} />
      <button type="button" aria-label=${t("keys.title")} aria-keyshortcuts="?" onClick=${onHelp}>
        ?
      </button>
    </div>
  </div>
`;

/** Says that the list does not begin with the newest job. @param {{ jobs: Jobs }} props */
const Older = ({ jobs }) => html`
  <p class="notice">
    ${t("jobs.olderShown")}
    <button type="button" onClick=${() => jobs.reload()}>${t("jobs.newest")}</button>
  </p>
`;

export default function JobsPage() {
  const [query, goToQuery] = useQuery();
  const search = query.toString();
  const filters = useMemo(() => filtersOf(query), [search]);
  const jobs = useJobs(search);
  const { list, stats } = jobs;
  const [showsKeys, setShowsKeys] = useState(false);
  const onHelp = () => setShowsKeys(true);
  const [focus, setFocus] = useKeys(list, onHelp);
  /** @param {import("./filters.js").Filters} next */
  const set = (next) => goToQuery(queryOf(next));
  const clear = () => goToQuery(new URLSearchParams());
  const showFresh = async () => {
    scrollTo(0, 0);
    await jobs.reload();
    setFocus({ index: 0 });
  };
  const isFiltered = chosen(filters).length > 0;
  return html`
    <${Top} ...${{ query, filters, set, stats, onHelp }} />
    <div class="jobs-filters">
      <${Statuses} filters=${filters} set=${set} total=${jobs.totalOf(filters)} />
      <${FilterBar} filters=${filters} set=${set} stats=${stats} />
    </div>
    ${list?.start && html`<${Older} jobs=${jobs} />`}
    ${
      list &&
      html`
        <${Fresh} count=${list.fresh.size} show=${showFresh} />
        ${list.count > 0 && html`<${JobTable} jobs=${jobs} list=${list} focus=${focus} />`}
        <${Ending} jobs=${jobs} list=${list} isFiltered=${isFiltered} clear=${clear} />
      `
    }
    ${showsKeys && html`<${KeysDialog} onClose=${() => setShowsKeys(false)} />`}
  `;
}
