// Two jobs side by side: their facts, and which customers they share.
import { get } from "../../lib/api.js";
import { number } from "../../texts/format.js";
import { path } from "../../lib/place.js";
import { Export } from "../../parts/export.js";
import { useLoad, useQuery, useStore } from "../../parts/hooks.js";
import { html } from "../../parts/html.js";
import { fact, factName, FACTS } from "../../parts/job-facts.js";
import { JobAlarm, ProofLine } from "../../parts/job-marks.js";
import { usePaged } from "../../parts/paged.js";
import { accepted } from "../../parts/proof-watch.js";
import { loadJob, useProof } from "../../parts/proved-job.js";
import { Empty, ErrorNotice, Loadable } from "../../parts/states.js";
import { Link, Title } from "../../parts/text.js";
import { Rows } from "../../parts/virtual-list.js";
import { t } from "../../texts/t.js";

const PARTS = /** @type {const} */ (["only_a", "only_b", "both"]);
const PAGE = 10_000;
/** Facts that differ between any two jobs. */
const OWN = new Set(["job_id", "created_at", "updated_at"]);

/** @param {{ name: string, of: any }} props */
const Head = ({ name, of: { job, entries, proof } }) => html`
  <th scope="col">
    <${Link} to=${path`/jobs/${job.job_id}`}>${name}<//>
    <div><${ProofLine} proof=${proof} entries=${entries} /></div>
  </th>
`;

/** @param {{ a: any, b: any }} props */
const Facts = ({ a, b }) => html`
  <section class="card scroll-x" aria-labelledby="facts">
    <h2 id="facts">${t("job.facts")}</h2>
    <table class="compare-facts">
      <thead>
        <tr>
          <td></td>
          <${Head} name=${t("compare.a")} of=${a} />
          <${Head} name=${t("compare.b")} of=${b} />
        </tr>
      </thead>
      <tbody>
        ${FACTS.map((name) => {
          const facts = [fact(a.job, name), fact(b.job, name)];
          if (facts.every((shown) => shown === null)) return null;
          const [ofA, ofB] = [a.job[name] ?? null, b.job[name] ?? null];
          const differs = ofA !== ofB && !OWN.has(name);
          return html`
            <tr key=${name} class=${differs ? "differs" : ""}>
              <th scope="row">
                ${factName(name)}${" "}
                ${differs && html`<span class="tag">${t("compare.differs")}</span>`}
              </th>
              ${facts.map((shown, n) => html`<td key=${n}>${shown}</td>`)}
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
  const { rows, problem, reach, again, all } = usePaged(
    part,
    async (after, _, signal) => {
      const query = { part, limit: PAGE, after };
      const { customers, next } = await get(address, { query, signal });
      return { rows: /** @type {string[]} */ (customers), next };
    },
    { isNeeded: count > 0 },
  );
  if (!count) return html`<p class="muted">${t("app.none")}</p>`;
  return html`
    <div class="row">
      <${Export}
        name=${name}
        columns=${["cid"]}
        read=${async () => (await all()).map((cid) => ({ cid }))}
      />
    </div>
    <${ErrorNotice} problem=${problem} retry=${again} />
    <${Rows}
      label=${t("job.customer")}
      columns=${[t("job.customer")]}
      count=${count}
      onRange=${reach}
      row=${(/** @type {number} */ index) => html`
        <td>
          ${
            rows[index] === undefined
              ? "…"
              : html`<${Link} to=${path`/customers/${rows[index]}`}>${rows[index]}<//>`
          }
        </td>
      `}
    />
  `;
}

/** @param {{ address: string, counts: any, name: string }} props */
function Customers({ address, counts, name }) {
  const [query, setQuery] = useQuery();
  const chosen = PARTS.find((part) => part === query.get("part")) ?? "both";
  return html`
    <section class="card outcomes" aria-labelledby="customers">
      <div class="row spread">
        <h2 id="customers">${t("compare.customers")}</h2>
        <span class="muted">${t("compare.unchecked")}</span>
      </div>
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
        name="${name}.${chosen}"
      />
    </section>
  `;
}

/** @param {{ first: any, second: any, children: import("../../parts/html.js").Children }} props */
function Compared({ first, second, children }) {
  const [a, b] = [useProof(first), useProof(second)];
  const isOther = a.proof.isOther || b.proof.isOther;
  return html`
    <${JobAlarm} overview=${a} />
    <${JobAlarm} overview=${b} banner="other-job-proof" />
    ${isOther ? html`<${Empty} title=${t("job.other")} />` : [html`<${Facts} a=${a} b=${b} />`, children]}
  `;
}

/** @param {{ job_id: string, other_id: string }} props */
export default function Compare({ job_id, other_id }) {
  const address = path`/v1/jobs/${job_id}/diff/${other_id}`;
  const loaded = useLoad(
    async (signal) => {
      const [first, second, { counts }] = await Promise.all([
        loadJob(job_id, signal),
        loadJob(other_id, signal),
        get(address, { signal }),
      ]);
      return { first, second, counts };
    },
    [job_id, other_id, useStore(accepted)],
  );
  return html`
    <${Title}>${t("compare.title")}<//>
    <${Loadable} of=${loaded}>
      ${(/** @type {any} */ { first, second, counts }) => html`
        <${Compared} first=${first} second=${second}>
          <${Customers} address=${address} counts=${counts} name=${job_id} />
        <//>
      `}
    <//>
  `;
}
