// What the page says about the proof of a job, and the check of its lists.
import { get, Problem } from "../../lib/api.js";
import { path, PREFIX } from "../../lib/place.js";
import { setBanner } from "../../parts/banners.js";
import { html, useEffect, useState } from "../../parts/html.js";
import { Alarm, Mark } from "../../parts/proof-mark.js";
import { ErrorNotice } from "../../parts/states.js";
import { Link } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { checkLists, isProved, messageOf, outcomeCount } from "./proof.js";

/** Lists up to this length are read and checked without being asked to. */
const BY_ITSELF = 1000;
/** The history has the payload, too: a long one is not read without being asked to. */
const PAYLOAD_BY_ITSELF = 200_000;
const PAGE = 10_000;

/** The entries are in a signed ledger, of which it is not known yet whether it is the same one. */
const NotYet = () => html`
  <${Link} to="/help/proof" class="proof-line muted">${t("job.unconnected")}<//>
`;

/** @param {{ proof: import("./proof.js").JobProof, entries: any[] }} props */
export function ProofLine({ proof, entries }) {
  const { wrong, why, isUnconnected } = proof;
  if (isUnconnected && !wrong.size && !why) return html`<${NotYet} />`;
  const text = isProved(proof)
    ? t("job.allProved", { n: entries.length, size: proof.size })
    : t("job.noneProved");
  return html`
    <${Link} to="/help/proof" class="proof-line">
      <${Mark} text=${text} wrong=${isProved(proof) ? null : proof.why || text} />
    <//>
  `;
}

/** @param {string} job_id @param {AbortSignal} signal */
async function readCustomers(job_id, signal) {
  const cids = /** @type {string[]} */ ([]);
  let after = null;
  do {
    const query = { limit: PAGE, after };
    const page = await get(path`/v1/jobs/${job_id}/customers`, { query, signal });
    cids.push(...page.customers);
    after = page.next;
  } while (after);
  return cids;
}

/**
 * @typedef {object} ListState
 * @property {"none" | "checking" | "proved" | "wrong"} state
 * @property {import("./proof.js").Lists | null} lists
 * @property {string} why
 * @property {unknown} received
 * @property {Problem | null} problem
 * @property {() => void} run
 */

/**
 * Checks the lists of customers and outcomes against the entries: by itself if they are short.
 * @param {any} overview
 * @returns {ListState}
 */
export function useListProof(overview) {
  const { job, entries, proof } = overview;
  const count = outcomeCount(entries);
  const bySelf =
    job.customer_count <= BY_ITSELF &&
    count <= BY_ITSELF &&
    (!count || (overview.request_payload_bytes ?? 0) <= PAYLOAD_BY_ITSELF);
  const [isAsked, setAsked] = useState(false);
  /** @type {Omit<ListState, "run">} */
  const none = { state: "none", lists: null, why: "", received: null, problem: null };
  const [state, setState] = useState(none);
  const [round, setRound] = useState(0);
  const isRun = (bySelf || isAsked) && isProved(proof);
  useEffect(() => {
    if (!isRun) return undefined;
    const controller = new AbortController();
    const { signal } = controller;
    const check = async () => {
      setState((before) => ({ ...before, state: "checking", problem: null }));
      try {
        const customers = await readCustomers(job.job_id, signal);
        const history = count
          ? (await get(path`/v1/jobs/${job.job_id}/history`, { signal })).entries
          : [];
        if (signal.aborted) return;
        setState({ ...none, ...checkLists(overview, { customers, history }) });
      } catch (error) {
        if (signal.aborted) return;
        if (error instanceof Problem) setState({ ...none, problem: error });
        else setState({ ...none, state: "wrong", why: messageOf(error) });
      }
    };
    check();
    return () => controller.abort();
  }, [isRun, job.last_index, round]);
  const run = () => {
    setAsked(true);
    setRound(round + 1);
  };
  return { ...state, run };
}

/** @param {{ lists: ListState, customers: number, proof: import("./proof.js").JobProof }} props */
export function ListProof({ lists, customers, proof }) {
  const { state, problem, run } = lists;
  const isBad = proof.wrong.size || proof.why;
  const why = isBad ? t("job.noneProved") : lists.why;
  if (problem) return html`<${ErrorNotice} problem=${problem} retry=${run} />`;
  if (proof.isUnconnected && !why) return html`<span class="muted">${t("job.unconnected")}</span>`;
  if (state === "proved") return html`<${Mark} text=${t("job.listsProved", { n: customers })} />`;
  if (why) return html`<${Mark} text=${t("job.listsWrong")} wrong=${why} />`;
  return html`
    <button type="button" id="check-lists" disabled=${state === "checking"} onClick=${run}>
      ${t(state === "checking" ? "job.checking" : "job.checkLists", { n: customers })}
    </button>
  `;
}

/**
 * The alarm of a job above the page, with what was received.
 * @param {object} props
 * @param {any} props.overview
 * @param {ListState} props.lists
 * @param {any} props.more what else is wrong: `{ why }` and what was received
 */
export function JobAlarm({ overview, lists, more }) {
  const { proof, isOtherKey, ...received } = overview;
  const [first] = proof.wrong;
  const entry = first && t("job.entryWrong", { index: first[0], why: first[1] });
  const listsWhy = lists.state === "wrong" ? lists.why : "";
  const why = entry || proof.why || listsWhy || more?.why || "";
  useEffect(() => {
    // That the key is another one is an alarm about the ledger.
    if (!why || isOtherKey) return undefined;
    const evidence = () => ({
      finding: why,
      server: location.origin + PREFIX,
      found_at: new Date().toISOString(),
      overview: received,
      lists: lists.received,
      more,
    });
    const content = html`
      <${Alarm}
        title=${t("job.alarm")}
        text=${t("job.alarmHint")}
        why=${why}
        name="${received.job.job_id}.alarm.json"
        evidence=${evidence}
      />
    `;
    setBanner("job-proof", { kind: "alarm", content });
    return () => setBanner("job-proof", null);
  }, [why]);
  return null;
}
