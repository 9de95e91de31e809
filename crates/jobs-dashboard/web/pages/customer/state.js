// The jobs of one customer, by pages of which only some are shown.

export const PAGE = 30;
/** How many pages are shown at once. */
export const SHOWN = 2;

/**
 * @typedef {object} Part
 * @property {string | null} cursor with which it was read
 * @property {any[]} jobs newest first
 * @property {string | null} next
 */

/**
 * @typedef {object} Jobs
 * @property {Part[]} parts
 * @property {number} first the first of the parts that are shown
 * @property {number} fresh how many jobs are newer than the newest that is known
 */

/** @type {Jobs} */
export const NONE = { parts: [], first: 0, fresh: 0 };

/** The parts that are shown, with their places. @param {Jobs} jobs */
export const shownParts = ({ parts, first }) => parts.slice(first, first + SHOWN);

/** @param {Jobs} jobs */
export const shown = (jobs) => shownParts(jobs).flatMap((part) => part.jobs);

/** @param {Jobs} jobs */
export const hasNewer = ({ first }) => first > 0;

/** @param {Jobs} jobs */
export const hasOlder = ({ parts, first }) =>
  first + SHOWN < parts.length || Boolean(parts.at(-1)?.next);

/**
 * The cursor of what must be read before older ones can be shown; null if they are there.
 * @param {Jobs} jobs
 */
export const missing = ({ parts, first }) =>
  first + SHOWN < parts.length ? null : (parts.at(-1)?.next ?? null);

/**
 * With the next part.
 * @param {Jobs} jobs
 * @param {string | null} cursor
 * @param {{ jobs: any[], next: string | null }} answer
 * @returns {Jobs}
 */
export const appended = ({ parts, ...rest }, cursor, { jobs, next }) => ({
  ...rest,
  parts: [...parts, { cursor, jobs, next }],
});

/** @param {Jobs} jobs @returns {Jobs} */
export const older = (jobs) => ({
  ...jobs,
  first: Math.max(0, Math.min(jobs.first + 1, jobs.parts.length - SHOWN)),
});

/** @param {Jobs} jobs @returns {Jobs} */
export const newer = (jobs) => ({ ...jobs, first: Math.max(0, jobs.first - 1) });

/**
 * What an answer that was read again says of the jobs that are known. Others are only counted, so
 * that nothing moves.
 * @param {Jobs} jobs
 * @param {any[]} answer the newest jobs, or those of another part
 * @param {boolean} isNewest
 * @returns {Jobs}
 */
export function compared({ parts, first, fresh }, answer, isNewest) {
  const now = new Map(answer.map((job) => [job.job_id, job]));
  const newest = parts[0]?.jobs[0]?.job_id;
  const place = answer.findIndex((job) => job.job_id === newest);
  return {
    parts: parts.map((part) => ({
      ...part,
      jobs: part.jobs.map((job) => now.get(job.job_id) ?? job),
    })),
    first,
    fresh: isNewest ? (place < 0 ? answer.length : place) : fresh,
  };
}

/**
 * Whether entries may change what is shown: a new job, whose customers entries do not name, or
 * something about a job that is shown.
 * @param {Jobs} jobs
 * @param {any[]} entries
 */
export function concern(jobs, entries) {
  const ids = new Set(shown(jobs).map((job) => job.job_id));
  return entries.some(
    ({ kind, job_id }) => kind === "job_created" || kind === "job_imported" || ids.has(job_id),
  );
}

/** How many of the jobs that were read ended how for the customer. @param {Jobs} jobs */
export function counts({ parts }) {
  /** @type {Record<string, number>} */
  const found = {};
  for (const { outcome } of parts.flatMap((part) => part.jobs))
    found[outcome.status] = (found[outcome.status] ?? 0) + 1;
  return found;
}
