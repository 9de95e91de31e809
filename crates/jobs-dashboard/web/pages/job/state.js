// What the page about a job does with what it has: without any drawing.
import { between } from "../../texts/format.js";
import { JsonObject, JsonText, parse } from "../../lib/lossless-json.js";

/** How outcomes are ordered, and offered to choose from. */
export const STATUSES = ["FAILED", "UNCONFIRMED", "IN_PROGRESS", "SUCCESS"];

/** The choice, beside the statuses, of those customers whom an entry names. */
export const NAMED = "named";

/**
 * What the outcomes of a job can be narrowed down to, each with its number of customers. The one
 * that is chosen is always there.
 * @param {number} all
 * @param {{ counts: Record<string, number>, named: number }} outcomes
 * @param {string} chosen
 * @returns {[string, number][]} the empty choice is all
 */
export function choicesOf(all, { counts, named }, chosen) {
  /** @type {[string, number][]} */
  const choices = [
    ["", all],
    ...STATUSES.map((status) => /** @type {[string, number]} */ ([status, counts[status]])),
    [NAMED, named],
  ];
  // If an entry names all, that choice says what the first one says.
  const isUseful = (/** @type {string} */ choice, /** @type {number} */ n) =>
    n > 0 && (choice !== NAMED || n < all);
  return choices.filter(([choice, n]) => choice === chosen || isUseful(choice, n));
}

/** A choice as `/outcomes` takes it. @param {string} chosen */
export const outcomeQuery = (chosen) => (chosen === NAMED ? { own: "true" } : { status: chosen });

/** The most bytes of a note. */
export const NOTE_BYTES = 4096;

/** @param {string} text */
export const utf8Length = (text) => new TextEncoder().encode(text).length;

/**
 * The counts of customers with, as failed, those whom a retry of the failed is for: whose own
 * outcome it is or, if that is none, all without one. `onlyNamed`: whether more are shown as
 * failed, as the job did.
 * @param {any} job
 * @param {{ counts: Record<string, number>, named: number }} outcomes
 * @returns {{ counts: Record<string, number>, onlyNamed: boolean }}
 */
export function countsToRetry(job, { counts, named }) {
  const others = job.status === "FAILED" ? job.customer_count - named : 0;
  const own = counts.FAILED - others;
  return { counts: { ...counts, FAILED: own || others }, onlyNamed: own > 0 && others > 0 };
}

/** The most related jobs of one kind that `/overview` has. */
const RELATED_MAX = 20;

/**
 * The filters of a list with all jobs of a kind, where there may be more than are shown.
 * @param {any} job
 * @param {{ retries: any[], batch: any[] }} related
 */
export const listsOf = ({ job_id, batch_id }, { retries, batch }) => ({
  retries: retries.length < RELATED_MAX ? null : { retry_of: job_id },
  batch: batch.length < RELATED_MAX ? null : { batch_id },
});

/**
 * What this user may do with a job now. The server decides.
 * @param {any} job
 * @param {Record<string, number>} counts of customers by status
 * @param {string} role
 */
export function actionsOf(job, counts, role) {
  const changes = role !== "auditor";
  const ended = job.source === "gateway" && job.status !== "IN_PROGRESS";
  const failed = counts.FAILED > 0;
  return {
    note: changes,
    settle: changes && job.status === "UNCONFIRMED",
    retryFailed: changes && ended && failed,
    retryAll: changes && ended && (failed || job.status !== "SUCCESS"),
    curl: job.source === "gateway" && Boolean(job.cluster_url),
  };
}

/** Whether a text is an object in JSON. @param {string} text */
export function isObject(text) {
  try {
    return parse(text) instanceof JsonObject;
  } catch {
    return false;
  }
}

/**
 * What is sent to try a job again.
 * @param {{ customers: string, token: string, url: string }} chosen
 * @param {string} members of the payload, as JSON: its numbers are sent as they were typed
 */
export function retryBody({ customers, token, url }, members) {
  const rest = JSON.stringify({ customers, ...(token && { token }), ...(url && { url }) });
  return new JsonText(members.trim() ? `${rest.slice(0, -1)},"payload":${members}}` : rest);
}

/**
 * Milliseconds from one entry to the next; null if a clock was set back in between.
 * @param {any} before
 * @param {any} entry
 */
export function since(before, entry) {
  const ms = between(before.recorded_at ?? before.created_at, entry.recorded_at);
  return ms < 0 ? null : ms;
}

/**
 * How long a job took, or has taken until now.
 * @param {any} job
 * @param {number} now
 */
export function took(job, now) {
  const end = job.status === "IN_PROGRESS" ? new Date(now).toISOString() : job.updated_at;
  return end ? Math.max(0, between(job.created_at, end)) : null;
}
