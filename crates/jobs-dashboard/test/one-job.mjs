// A ledger with one job among other entries, for the tests of its proof.
import { customersOf, leafOf, outcomesOf, textSha256 } from "../web/verify/index.js";
import { hex, naive, Signer } from "./verify/helpers.mjs";

export const signer = new Signer("example.com/jobs", 1);
export const JOB_ID = "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3";
export const CIDS = ["5001", "5002", "5003"];
export const OUTCOMES = [{ cid: "5002", status: "FAILED", message: "does not exist" }];
export const PAYLOAD = '{"action":"Pay","cids":["5001","5002","5003"],"n":1.10}';

const created = {
  index: 1,
  kind: "job_created",
  job_id: JOB_ID,
  action_code: 1,
  action_name: "Pay",
  created_at: "2026-01-28T15:04:53.003687Z",
  customers: customersOf(CIDS),
  request_payload_sha256: textSha256(PAYLOAD),
  source: "gateway",
  submitted_by: "anita",
  user_id: "vijay",
};
const failed = {
  index: 3,
  kind: "status_changed",
  job_id: JOB_ID,
  actor: "gateway",
  previous: 1,
  recorded_at: "2026-01-28T15:04:54.250000Z",
  cause: "answered",
  status: "FAILED",
  http_status: 200,
  error_message: "1 of 3 failed ".repeat(30),
  outcomes: outcomesOf(OUTCOMES),
};
const note = {
  index: 4,
  kind: "note_added",
  job_id: JOB_ID,
  actor: "asha",
  previous: 3,
  recorded_at: "2026-01-28T16:00:00.000000Z",
  text: "called them",
};
const NEWEST_NOTE = {
  index: 4,
  recorded_at: note.recorded_at,
  actor: "asha",
  text: "called them",
};

/** The job as `/overview` shows it. */
export function overview() {
  const own = [created, failed, note];
  const leaves = ["a", "b", "c", "d", "e", "f"];
  for (const entry of own) leaves[entry.index] = leafOf(entry);
  const bytes = leaves.map(Buffer.from);
  const entries = own.map((entry) => ({
    ...entry,
    path: naive.inclusion(entry.index, bytes).map(hex),
  }));
  const job = {
    job_id: JOB_ID,
    user_id: "vijay",
    submitted_by: "anita",
    batch_id: null,
    action_code: 1,
    action_name: "Pay",
    cluster_url: null,
    created_at: created.created_at,
    status: "FAILED",
    cause: "answered",
    http_status: 200,
    error_message: failed.error_message,
    updated_at: failed.recorded_at,
    customer_count: 3,
    source: "gateway",
    retry_of: null,
    index: 1,
    changes: [3],
    last_index: 4,
    note_count: 1,
    newest_note: { ...NEWEST_NOTE },
  };
  return /** @type {any} */ ({ job, entries, checkpoint: signer.checkpoint(leaves) });
}
