// The pictures of the overview: what each shows, and where its bars lead.
import { dayOfYear, duration, number, percent } from "../../texts/format.js";
import { href } from "../../lib/place.js";
import { go } from "../../lib/router.js";
import { ticks } from "../../lib/scale.js";
import { Columns, Rows } from "../../parts/chart-bars.js";
import { Figure } from "../../parts/chart-figure.js";
import { html } from "../../parts/html.js";
import { t, tOf } from "../../texts/t.js";
import {
  CAUSES,
  STATUSES,
  daysQuery,
  durationsOf,
  failureRate,
  groups,
  quantile,
  ranked,
  total,
} from "./state.js";

/** @typedef {import("../../lib/place.js").Query} Query */
/** @typedef {import("./state.js").Day} Day */
/** @typedef {import("./state.js").Counts} Counts */

/** Rows of a picture. */
const MOST_ROWS = 10;

/** @param {Query} query */
const toList = (query) => () => go(href("/", query));

/** `7 jobs: 5 success, 2 failed` @param {Counts} jobs */
function inWords(jobs) {
  const each = STATUSES.filter((status) => jobs[status]).map(
    (status) => `${number(jobs[status])} ${tOf("status", status).toLowerCase()}`,
  );
  return `${t("overview.jobs", { n: total(jobs) })}${each.length ? `: ${each.join(", ")}` : ""}`;
}

/** @param {Counts} jobs @param {Query | null} query the list that has them */
const partsOf = (jobs, query) =>
  STATUSES.map((status) => ({
    kind: status,
    value: jobs[status],
    ...(query && { onPick: toList({ ...query, status }) }),
  }));

/**
 * A number that leads to the jobs that it counts.
 * @param {number} count
 * @param {Query | null} query
 */
const cell = (count, query) => (count && query ? { text: number(count), query } : number(count));

/** @param {Counts} jobs @param {Query | null} query */
const cells = (jobs, query) => [
  cell(total(jobs), query),
  ...STATUSES.map((status) => cell(jobs[status], query && { ...query, status })),
];

const heads = () => [t("overview.total"), ...STATUSES.map((status) => tOf("status", status))];

/** @param {number | null} rate */
export const rateText = (rate) => (rate === null ? "–" : percent(rate));

/** @param {Day[]} days */
const spanText = (days) => ({
  n: days.length,
  from: dayOfYear(days[0].day),
  to: dayOfYear(days[days.length - 1].day),
});

/** @param {{ days: Day[] }} props */
export function Days({ days }) {
  const bars = days.map(({ day, jobs }) => {
    const query = daysQuery(day);
    const text = `${dayOfYear(day)}: ${inWords(jobs)}`;
    const parts = partsOf(jobs, query);
    return { key: day, name: dayOfYear(day), parts, text, onPick: toList(query) };
  });
  const most = Math.max(...days.map(({ jobs }) => total(jobs)));
  return html`
    <${Figure}
      id="by-day"
      title=${t("overview.byDay")}
      hint=${t("overview.byDayHint")}
      table=${{
        caption: t("overview.byDayTable", spanText(days)),
        head: [t("overview.day"), ...heads()],
        rows: days.map(({ day, jobs }) => [day, ...cells(jobs, daysQuery(day))]).reverse(),
      }}
    >
      <${Columns}
        label=${t("overview.byDayLabel", { ...spanText(days), most: number(most) })}
        bars=${bars}
        axis=${ticks(most, 4, 1)}
        show=${number}
      />
    <//>
  `;
}

/** @param {{ days: Day[] }} props */
export function Failures({ days }) {
  const rates = days.map(({ jobs }) => failureRate(jobs));
  const most = Math.max(0, ...rates.map((rate) => rate ?? 0));
  const bars = days.map(({ day, jobs }, place) => {
    const rate = rates[place];
    const onPick = toList({ ...daysQuery(day), status: "FAILED" });
    const what = rate === null ? t("overview.noneEnded") : rateText(rate);
    return {
      key: day,
      name: dayOfYear(day),
      text: `${dayOfYear(day)}: ${what} (${inWords(jobs)})`,
      parts: [{ kind: "FAILED", value: rate ?? 0, onPick }],
      onPick,
    };
  });
  return html`
    <${Figure}
      id="failure-rate"
      title=${t("overview.rate")}
      hint=${t("overview.rateHint")}
      table=${{
        caption: t("overview.rateTable", spanText(days)),
        head: [t("overview.day"), t("overview.rate"), tOf("status", "FAILED"), t("overview.ended")],
        rows: days
          .map(({ day, jobs }, place) => [
            day,
            rateText(rates[place]),
            cell(jobs.FAILED, { ...daysQuery(day), status: "FAILED" }),
            number(total(jobs) - jobs.IN_PROGRESS),
          ])
          .reverse(),
      }}
    >
      <${Columns}
        label=${t("overview.rateLabel", { ...spanText(days), most: percent(most) })}
        bars=${bars}
        axis=${ticks(most || 1)}
        show=${percent}
      />
    <//>
  `;
}

/**
 * The actions, or the users, with the most jobs.
 * @param {object} props
 * @param {string} props.id
 * @param {"action_name" | "user_id"} props.name of the filter
 * @param {{ rows: import("./state.js").Row[], other: Counts }} props.table
 */
export function ByValue({ id, name, table }) {
  const all = ranked(table, MOST_ROWS).map(({ value, ...rest }) => ({
    ...rest,
    name: value ?? t("overview.others"),
    query: /** @type {Query | null} */ (value === null ? null : { [name]: value }),
  }));
  const isAction = name === "action_name";
  const bars = all.map(({ name, jobs, query }) => ({
    key: `${query ? "" : "other "}${name}`,
    name,
    parts: partsOf(jobs, query),
    text: `${name}: ${inWords(jobs)}`,
    total: number(total(jobs)),
    ...(query && { onPick: toList(query) }),
  }));
  return html`
    <${Figure}
      id=${id}
      title=${t(isAction ? "overview.byAction" : "overview.byUser")}
      hint=${t("overview.byValueHint")}
      table=${{
        caption: t(isAction ? "overview.byActionTable" : "overview.byUserTable"),
        head: [t(isAction ? "overview.action" : "overview.user"), ...heads(), t("overview.rate")],
        rows: all.map(({ name, jobs, query, rate }) => [
          name,
          ...cells(jobs, query),
          rateText(rate),
        ]),
      }}
    >
      <${Rows}
        label=${t(isAction ? "overview.byActionLabel" : "overview.byUserLabel", {
          names: all.map(({ name, jobs }) => `${name} ${number(total(jobs))}`).join(", "),
        })}
        bars=${bars}
        most=${Math.max(...all.map(({ jobs }) => total(jobs)))}
      />
    <//>
  `;
}

/**
 * How long jobs took by what ended them.
 * @param {{ durations: ReturnType<typeof durationsOf> }} props
 */
function ByCause({ durations }) {
  const kinds = CAUSES.filter((cause) => durations[cause].length);
  const rows = kinds.length > 1 ? [/** @type {const} */ ("all"), ...kinds] : kinds;
  return html`
    <div class="scroll-x" tabindex="0" role="group" aria-label=${t("overview.durations")}>
      <table class="table-behind">
        <thead>
          <tr>
            <th scope="col">${t("overview.endedBy")}</th>
            <th scope="col">${t("overview.total")}</th>
            <th scope="col">${t("overview.median")}</th>
            <th scope="col">${t("overview.p95")}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (kind) => html`
              <tr key=${kind}>
                <th scope="row">${t(`overview.by.${kind}`)}</th>
                <td>${number(durations[kind].length)}</td>
                <td>${duration(quantile(durations[kind], 0.5))}</td>
                <td>${duration(quantile(durations[kind], 0.95))}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** @param {{ from: number, to: number }} group of durations */
const groupName = ({ from, to }) =>
  to === Infinity
    ? t("overview.atLeast", { from: duration(from) })
    : t("overview.below", { to: duration(to) });

/** @param {{ jobs: any[] }} props the newest jobs that ended */
export function Durations({ jobs }) {
  const durations = durationsOf(jobs);
  const n = durations.all.length;
  if (!n) return null;
  const found = groups(durations.all);
  const bars = found.map((group) => ({
    key: String(group.to),
    name: groupName(group),
    text: `${groupName(group)}: ${t("overview.jobs", { n: group.count })}`,
    parts: [{ kind: "plain", value: group.count }],
  }));
  const median = duration(quantile(durations.all, 0.5));
  const high = duration(quantile(durations.all, 0.95));
  return html`
    <${Figure}
      id="durations"
      title=${t("overview.durations")}
      hint=${t("overview.durationsHint", { n })}
      table=${{
        caption: t("overview.durationsTable", { n }),
        head: [t("overview.took"), t("overview.total")],
        rows: found.map((group) => [groupName(group), number(group.count)]),
      }}
    >
      <${ByCause} durations=${durations} />
      <${Columns}
        label=${t("overview.durationsLabel", { n, median, high })}
        bars=${bars}
        axis=${ticks(Math.max(...found.map((group) => group.count)), 3, 1)}
        show=${number}
        height=${150}
        nameWidth=${68}
      />
    <//>
  `;
}
