// Two jobs side by side: their facts, and which customers they share.
import { get } from "../../lib/api.js";
import { copy } from "../../lib/clipboard.js";
import { csv } from "../../lib/csv-write.js";
import { download } from "../../lib/download.js";
import { number } from "../../lib/format.js";
import { path } from "../../lib/place.js";
import { useAction, useLoad, useQuery } from "../../parts/hooks.js";
import { html, useRef, useState } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { fact, factName, FACTS } from "../../parts/job-facts.js";
import { Rows } from "../../parts/job-rows.js";
import { say } from "../../parts/messages.js";
import { ErrorNotice, Loadable } from "../../parts/states.js";
import { Link, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

const PARTS = /** @type {const} */ (["only_a", "only_b", "both"]);
const PAGE = 10_000;
/** Facts that differ between any two jobs. */
const OWN = new Set(["job_id", "created_at", "updated_at"]);

/** @param {{ a: any, b: any }} props */
const Facts = ({ a, b }) => html`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${t("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <th scope="col"><${Link} to=${path`/jobs/${a.job_id}`}>${t("compare.a")}<//></th>
          <th scope="col"><${Link} to=${path`/jobs/${b.job_id}`}>${t("compare.b")}<//></th>
        </tr>
      </thead>
      <tbody>
        ${FACTS.filter((name) => a[name] !== null || b[name] !== null).map((name) => {
          const differs = a[name] !== b[name] && !OWN.has(name);
          return html`
            <tr key=${name} class=${differs ? "differs" : ""}>
              <th scope="row">
                ${factName(name)}
                ${differs && html`<span class="tag">${t("compare.differs")}</span>`}
              </th>
              <td>${fact(a, name)}</td>
              <td>${fact(b, name)}</td>
            </tr>
          `;
        })}
      </tbody>
    </table>
  </section>
`;

/**
 * @param {{ address: string, part: string, count: number, name: string }} props
 */
function Part({ address, part, count, name }) {
  const [cids, setCids] = useState(/** @type {string[]} */ ([]));
  const read = useRef({ cids, after: /** @type {string | null} */ (null), isDone: count === 0 });
  const [more, isBusy, problem] = useAction(async (/** @type {number} */ end) => {
    const list = read.current;
    while (!list.isDone && list.cids.length < end) {
      const query = { part, limit: PAGE, after: list.after };
      const { customers, next } = await get(address, { query });
      list.cids = [...list.cids, ...customers];
      list.after = next;
      list.isDone = next === null;
      setCids(list.cids);
    }
  });
  const [save, isSaving, saveProblem] = useAction(async (/** @type {"copy" | "csv"} */ how) => {
    await more(count);
    const all = read.current.cids;
    if (!read.current.isDone) return; // its problem is shown
    const text = all.join("\n");
    if (how === "csv")
      download(
        `${name}.csv`,
        csv(
          ["cid"],
          all.map((cid) => [cid]),
        ),
        "text/csv",
      );
    else if (await copy(text)) say(t("job.copiedCustomers", { n: all.length }));
    else download(`${name}.txt`, text, "text/plain");
  });
  if (!count) return html`<p class="muted">${t("app.none")}</p>`;
  return html`
    <div class="row">
      <button type="button" disabled=${isSaving || isBusy} onClick=${() => save("copy")}>
        <${Icon} name="copy" />${t("job.copyCustomers")}
      </button>
      <button type="button" disabled=${isSaving || isBusy} onClick=${() => save("csv")}>
        <${Icon} name="download" />CSV
      </button>
    </div>
    <${ErrorNotice} problem=${problem ?? saveProblem} retry=${() => more(1)} />
    <${Rows}
      label=${t("job.customer")}
      columns=${[t("job.customer")]}
      count=${count}
      onRange=${(/** @type {number} */ end) => !problem && end > cids.length && more(end)}
      row=${(/** @type {number} */ index) => html`
        <td>
          ${
            cids[index] === undefined
              ? "…"
              : html`<${Link} to=${path`/customers/${cids[index]}`}>${cids[index]}<//>`
          }
        </td>
      `}
    />
  `;
}

/** @param {{ job_id: string, other_id: string }} props */
export default function Compare({ job_id, other_id }) {
  const [query, setQuery] = useQuery();
  const address = path`/v1/jobs/${job_id}/diff/${other_id}`;
  const loaded = useLoad(
    async (signal) => {
      /** @param {string} id */
      const job = (id) => get(path`/v1/jobs/${id}/overview`, { signal });
      const [a, b, diff] = await Promise.all([
        job(job_id),
        job(other_id),
        get(address, { signal }),
      ]);
      return { a: a.job, b: b.job, counts: diff.counts };
    },
    [job_id, other_id],
  );
  const chosen = PARTS.find((part) => part === query.get("part")) ?? "both";
  return html`
    <${Title}>${t("compare.title")}<//>
    <${Loadable} of=${loaded}>
      ${(/** @type {any} */ { a, b, counts }) => html`
        <${Facts} a=${a} b=${b} />
        <section class="card outcomes" aria-labelledby="customers">
          <h2 id="customers">${t("compare.customers")}</h2>
          <div class="row" role="group" aria-label=${t("compare.customers")}>
            ${PARTS.map(
              (part) => html`
                <button
                  type="button"
                  key=${part}
                  class="choice-button"
                  aria-pressed=${part === chosen}
                  onClick=${() => setQuery(new URLSearchParams({ part }), { replace: true })}
                >
                  ${t(`compare.${part}`)} <b>${number(counts[part])}</b>
                </button>
              `,
            )}
          </div>
          <${Part}
            key=${chosen}
            address=${address}
            part=${chosen}
            count=${counts[chosen]}
            name="${job_id}.${chosen}"
          />
        </section>
      `}
    <//>
  `;
}
