// Counts of jobs, drawn, and how the ledger is.
import { account } from "../../lib/account.js";
import { get } from "../../lib/api.js";
import { number } from "../../texts/format.js";
import { follow } from "../../lib/stream.js";
import { Legend } from "../../parts/chart-figure.js";
import { Patterns } from "../../parts/chart-bars.js";
import { Choice } from "../../parts/form.js";
import { useLoad, useQuery, useStore } from "../../parts/hooks.js";
import { html, useEffect } from "../../parts/html.js";
import { Empty, Loadable } from "../../parts/states.js";
import { Link, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { ByValue, Days, Durations, Failures, rateText } from "./figures.js";
import { Health } from "./health.js";
import { SPANS, STATUSES, daysQuery, failureRate, lastDays, spanOf, sum, total } from "./state.js";

/** How long what was read stays on the page although the ledger has grown. */
const COUNTS_MS = 3000;
const DURATIONS_MS = 30_000;

/**
 * Calls each `reload` some time after the ledger has grown, however fast it grows.
 * @param {{ reload: () => void, ms: number }[]} readers
 */
function useGrowth(readers) {
  useEffect(() => {
    /** @type {Map<unknown, number>} */
    const timers = new Map();
    const later = () => {
      for (const { reload, ms } of readers) {
        if (timers.has(reload)) continue;
        const read = () => {
          timers.delete(reload);
          reload();
        };
        timers.set(reload, window.setTimeout(read, ms));
      }
    };
    // What was recorded after the counts were read and before it was open is not in the stream.
    const end = follow({}, { onEntries: later, onState: (state) => state !== "lost" && later() });
    return () => {
      timers.forEach((timer) => clearTimeout(timer));
      end();
    };
  }, []);
}

/** @param {{ name: string, value: string, to?: import("../../lib/place.js").Query }} props */
const Number = ({ name, value, to }) => html`
  <div>
    <dt>${name}</dt>
    <dd>${to ? html`<${Link} to="/" query=${to}>${value}<//>` : value}</dd>
  </div>
`;

/** @param {{ stats: any, days: import("./state.js").Day[] }} props */
function Numbers({ stats, days }) {
  const span = sum(days.map((day) => day.jobs));
  const rate = failureRate(span);
  const all = total(stats.total);
  const query = daysQuery(days[0].day, days[days.length - 1].day);
  return html`
    <dl class="numbers">
      <${Number} name=${t("overview.all")} value=${number(all)} to=${{}} />
      <${Number}
        name=${t("overview.inSpan", { n: days.length })}
        value=${number(total(span))}
        to=${query}
      />
      <${Number}
        name=${t("overview.rateInSpan", { n: days.length })}
        value=${rateText(rate)}
        to=${{ ...query, status: "FAILED" }}
      />
      <${Number}
        name=${t("overview.inProgress")}
        value=${number(stats.total.IN_PROGRESS)}
        to=${{ status: "IN_PROGRESS" }}
      />
      <${Number}
        name=${t("overview.unconfirmed")}
        value=${number(stats.total.UNCONFIRMED)}
        to=${{ status: "UNCONFIRMED" }}
      />
    </dl>
  `;
}

/**
 * @param {object} props
 * @param {any} props.stats
 * @param {import("../../parts/hooks.js").Loaded<any>} props.newest jobs that ended
 * @param {number} props.span days
 */
function Content({ stats, newest, span }) {
  const user = useStore(account);
  if (!total(stats.total)) {
    return html`
      <${Empty} title=${t("overview.empty")}><p>${t("overview.emptyHint")}</p><//>
      <${Health} head=${stats.head} />
    `;
  }
  const days = lastDays(stats.by_day.rows, span, Date.now());
  return html`
    <${Numbers} stats=${stats} days=${days} />
    <${Legend} statuses=${STATUSES} />
    <div class="figures">
      <${Days} days=${days} />
      <${Failures} days=${days} />
      <${ByValue} id="by-action" name="action_name" table=${stats.by_action} />
      ${
        user?.role !== "operator" &&
        html`<${ByValue} id="by-user" name="user_id" table=${stats.by_user} />`
      }
      <${Loadable} of=${newest}>
        ${(/** @type {any} */ { jobs }) => html`<${Durations} jobs=${jobs} />`}
      <//>
      <${Health} head=${stats.head} />
    </div>
  `;
}

export default function Overview() {
  const user = useStore(account);
  const [query, setQuery] = useQuery();
  const span = spanOf(query);
  const stats = useLoad((signal) => get("/v1/stats", { signal, query: { limit: 100 } }), []);
  const newest = useLoad(
    (signal) => get("/v1/jobs", { signal, query: { status: ["SUCCESS", "FAILED"], limit: 500 } }),
    [],
  );
  useGrowth([
    { reload: stats.reload, ms: COUNTS_MS },
    { reload: newest.reload, ms: DURATIONS_MS },
  ]);
  /** @param {string} value */
  const choose = (value) => {
    query.set("days", value);
    setQuery(new URLSearchParams(query), { replace: true });
  };
  return html`
    <div class="row spread overview-top">
      <${Title}>${t("overview.title")}<//>
      <${Choice}
        label=${t("overview.span")}
        options=${SPANS.map((days) => ({
          value: String(days),
          text: t("overview.days", { n: days }),
        }))}
        value=${String(span)}
        onValue=${choose}
      />
    </div>
    ${user?.role === "operator" && html`<p class="hint">${t("overview.own")}</p>`}
    <${Patterns} />
    <${Loadable} of=${stats}>
      ${(/** @type {any} */ data) => html`
        <${Content} stats=${data} newest=${newest} span=${span} />
      `}
    <//>
  `;
}
