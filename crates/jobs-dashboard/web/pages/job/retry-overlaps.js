// The look for overlaps before a job is tried again, while its customers are few enough to read.
import { get, post } from "../../lib/api.js";
import { PagedList } from "../../lib/paged-list.js";
import { path } from "../../lib/place.js";
import { useLoad } from "../../parts/hooks.js";
import { html } from "../../parts/html.js";
import { Overlaps } from "../../parts/overlaps.js";
import { Loadable } from "../../parts/states.js";
import { failedToRetry } from "./state.js";

/** A retry for more customers is sent without a look: reading them takes long. */
const MOST = 10_000;

/**
 * The customers of a retry. `/outcomes` lists all of a job, and those who failed as well.
 * @param {string} job_id
 * @param {string} which `failed` or `all`
 * @param {AbortSignal} signal
 * @returns {Promise<string[]>}
 */
async function readCustomers(job_id, which, signal) {
  const status = which === "failed" ? "FAILED" : "";
  const list = new PagedList(async (cursor) => {
    const query = { status, limit: MOST, cursor };
    const { customers, next } = await get(path`/v1/jobs/${job_id}/outcomes`, { query, signal });
    return { rows: /** @type {any[]} */ (customers), next };
  });
  const rows = await list.all();
  return (which === "failed" ? failedToRetry(rows) : rows).map(({ cid }) => cid);
}

/**
 * What `/v1/overlaps` says of a retry; null if the job is too large.
 * @param {any} job
 * @param {string} which
 */
export const useLook = ({ job_id, action_name, customer_count }, which) =>
  useLoad(
    async (signal) => {
      if (customer_count > MOST) return null;
      const cids = await readCustomers(job_id, which, signal);
      return post("/v1/overlaps", { action_name, cids, retry_of: job_id }, { signal });
    },
    [job_id, which],
  );

/** @param {{ look: ReturnType<typeof useLook> }} props */
export const Look = ({ look }) => html`
  <${Loadable} of=${look}>
    ${(/** @type {any} */ data) => data && html`<${Overlaps} look=${data} again=${look.reload} />`}
  <//>
`;
