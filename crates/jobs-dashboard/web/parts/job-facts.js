// The facts of a job, and what they are called.
import { number } from "../texts/format.js";
import { tOf } from "../texts/t.js";
import { Badge } from "./badge.js";
import { html } from "./html.js";
import { CopyId, ExactTime, Link } from "./text.js";

/** @type {Record<string, (job: any) => any>} */
const SHOWN = {
  job_id: (job) => html`<${CopyId} id=${job.job_id} />`,
  status: (job) => html`<${Badge} status=${job.status} cause=${job.cause} />`,
  user_id: (job) => html`<${Link} to="/" query=${{ user_id: job.user_id }}>${job.user_id}<//>`,
  submitted_by: (job) => job.submitted_by,
  action_name: (job) => html`
    <${Link} to="/" query=${{ action_name: job.action_name }}>${job.action_name}<//>
  `,
  action_code: (job) => job.action_code,
  customer_count: (job) => number(job.customer_count),
  source: (job) => tOf("source", job.source),
  created_at: (job) => html`<${ExactTime} at=${job.created_at} />`,
  updated_at: (job) => html`<${ExactTime} at=${job.updated_at} />`,
  http_status: (job) => job.http_status,
  batch_id: (job) => html`<${Link} to="/" query=${{ batch_id: job.batch_id }}>${job.batch_id}<//>`,
  cluster_url: (job) => html`<code>${job.cluster_url}</code>`,
  retry_of: (job) => html`<${Link} to=${`/jobs/${job.retry_of}`}>${job.retry_of}<//>`,
};

export const FACTS = Object.keys(SHOWN);

/**
 * A fact as it is shown, or null if the job has none.
 * @param {any} job
 * @param {string} name one of `FACTS`
 */
export const fact = (job, name) => ((job[name] ?? null) === null ? null : SHOWN[name](job));

/** @param {string} name one of `FACTS` */
export const factName = (name) => tOf("fact", name);
