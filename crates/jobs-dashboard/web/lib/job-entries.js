// A job as its entries add up to it.

/** @typedef {any} Entry as the stream or `/overview` has it */

/**
 * The job that its first entry makes.
 * @param {Entry} first
 */
const begun = (first) => ({
  ...first,
  status: first.status ?? "IN_PROGRESS",
  cause: first.cause ?? null,
  customer_count: first.customers?.count ?? first.customer_count,
  last_index: first.index,
  changes: [],
  note_count: 0,
  newest_note: null,
});

/**
 * Brings a job up to date with a later entry of it; returns whether it was later.
 * @param {any} job
 * @param {Entry} entry
 */
export function applyEntry(job, entry) {
  if (entry.index <= job.last_index) return false;
  job.last_index = entry.index;
  if (entry.kind === "note_added") {
    const { index, recorded_at, actor, text } = entry;
    job.note_count = (job.note_count ?? 0) + 1;
    job.newest_note = { index, recorded_at, actor, text };
  } else {
    const { index, status, cause, http_status, error_message, recorded_at } = entry;
    const changes = [...(job.changes ?? []), index];
    Object.assign(job, { status, cause, http_status, error_message, changes });
    job.updated_at = recorded_at;
  }
  return true;
}

/**
 * The job that entries add up to, as the API has it.
 * @param {Entry[]} entries
 */
export function jobOf([first, ...later]) {
  const job = begun(first);
  for (const entry of later) applyEntry(job, entry);
  return job;
}
