// Reading a job with the proof that it is as it was recorded.
import { get, Problem } from "../lib/api.js";
import { isOverview, proveJob } from "../lib/job-proof.js";
import { path } from "../lib/place.js";
import { t } from "../texts/t.js";
import { whyOf } from "../texts/reasons.js";
import { expectedKey, keptLedger, useConnected, watchRead } from "./proof-watch.js";

/** How often facts that are older than their entries are read again before that is an alarm. */
const READS = 3;

/**
 * A job with the proof that it is as it was recorded.
 * @param {string} job_id
 * @param {AbortSignal} signal
 * @returns {Promise<any>} what `/overview` answers, with `proof`
 */
export async function loadJob(job_id, signal) {
  for (let left = READS; ; left -= 1) {
    const before = keptLedger();
    const overview = await get(path`/v1/jobs/${job_id}/overview`, { signal });
    if (!isOverview(overview)) {
      throw new Problem({ status: 500, title: t("job.malformed"), detail: t("job.malformed") });
    }
    const { checkpoint, verifier_key } = overview;
    const key = expectedKey() ?? verifier_key;
    const proof = await proveJob(overview, key, job_id, whyOf);
    if (proof.isStale && left > 1) continue;
    if (proof.isStale) proof.why ||= t("job.stale");
    watchRead(before, { checkpoint, keys: { overview: verifier_key } });
    return { ...overview, proof, isOtherKey: key !== verifier_key };
  }
}

/**
 * A job that was read, with its proof as it is now: its checkpoint may be connected later.
 * @param {any} received
 */
export function useProof(received) {
  const isUnconnected = !useConnected(received.checkpoint);
  return { ...received, proof: { ...received.proof, isUnconnected } };
}
