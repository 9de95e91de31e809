// The check of the lists of a job, and what the page says about it.
import { get, Problem } from "../../lib/api.js";
import { isProved } from "../../lib/job-proof.js";
import { PagedList } from "../../lib/paged-list.js";
import { path } from "../../lib/place.js";
import { useRetry } from "../../parts/hooks.js";
import { html, useEffect, useState } from "../../parts/html.js";
import { Mark } from "../../parts/proof-mark.js";
import { ErrorNotice } from "../../parts/states.js";
import { t } from "../../texts/t.js";
import { whyOf } from "../../texts/reasons.js";
import { checkLists, outcomeCount } from "./lists.js";

/** Lists up to this length are read and checked without being asked to. */
const BY_ITSELF = 1000;
/** The history has the payload, too: a long one is not read without being asked to. */
const PAYLOAD_BY_ITSELF = 200_000;
const PAGE = 10_000;

/** @param {string} job_id @param {AbortSignal} signal @returns {Promise<string[]>} */
const readCustomers = (job_id, signal) =>
  new PagedList(async (after) => {
    const query = { limit: PAGE, after };
    const { customers, next } = await get(path`/v1/jobs/${job_id}/customers`, { query, signal });
    return { rows: customers, next };
  }).all();

/**
 * @typedef {object} ListState
 * @property {"none" | "checking" | "proved" | "wrong"} state
 * @property {import("./lists.js").Lists | null} lists
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
      setState((before) => ({ ...before, state: "checking" }));
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
        else setState({ ...none, state: "wrong", why: whyOf(error) });
      }
    };
    check();
    return () => controller.abort();
  }, [isRun, job.last_index, round]);
  const run = () => {
    setAsked(true);
    setRound(round + 1);
  };
  useRetry(state.problem, run);
  return { ...state, run };
}

/**
 * @param {object} props
 * @param {ListState} props.lists
 * @param {number} props.customers
 * @param {import("../../lib/job-proof.js").JobProof} props.proof
 */
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
