// A list of jobs of any length: the pages that were read, the rows near the reader, what is new.
import { applyEntry, jobOf } from "../../lib/job-entries.js";
import { matches } from "./filters.js";

/** Jobs on a page. */
export const PAGE = 100;
/** Pages whose rows are kept, on each side of what is shown. */
const KEPT = 8;
/** Browsers draw nothing beyond some 17 million pixels; a card has 104. */
export const MOST_ROWS = 150_000;
/** New jobs that are counted; beyond that there are just many. */
export const MOST_FRESH = 1000;
/** Entries and jobs of the stream that are remembered. */
const MOST_RECENT = 2000;

/** @typedef {any} Job */
/** @typedef {{ cursor: string | null, count: number, rows: Job[] | null, stale?: boolean }} Page */

export class JobList {
  /**
   * @param {import("./filters.js").Filters} filters
   * @param {Recent} recent
   * @param {string | null} [cursor] where the list begins, if not with the newest job
   */
  constructor(filters, recent, cursor = null) {
    this.filters = filters;
    this.recent = recent;
    /** @type {Page[]} */
    this.pages = [];
    /** The cursor of the page after the last one; undefined once there is none. */
    this.next = /** @type {string | null | undefined} */ (cursor);
    this.start = cursor;
    this.count = 0;
    /** The index of the first job when the list was read. */
    this.top = -1;
    /** @type {Set<string>} */
    this.fresh = new Set();
    /** @type {Map<string, Job>} */
    this.byId = new Map();
  }

  /** Whether there are no more pages, or no more that can be shown. */
  get isDone() {
    return this.next === undefined || this.count >= MOST_ROWS;
  }

  get isTruncated() {
    return this.next !== undefined && this.count >= MOST_ROWS;
  }

  /**
   * The page that has a row, and the row's place on it.
   * @param {number} index
   */
  locate(index) {
    let first = 0;
    for (const [number, page] of this.pages.entries()) {
      if (index < first + page.count) return { number, offset: index - first };
      first += page.count;
    }
    return { number: this.pages.length, offset: 0 };
  }

  /**
   * The rows from one index to another; null for a row that has to be read again.
   * @param {number} from
   * @param {number} to exclusive
   */
  slice(from, to) {
    /** @type {(Job | null)[]} */
    const rows = [];
    let { number, offset } = this.locate(from);
    for (let left = Math.min(to, this.count) - from; left > 0; number += 1, offset = 0) {
      const { count, rows: all } = this.pages[number];
      const taken = Math.min(left, count - offset);
      for (let i = 0; i < taken; i += 1) rows.push(all ? all[offset + i] : null);
      left -= taken;
    }
    return rows;
  }

  /**
   * The number of a page to read now, while the rows from one index to another are shown.
   * @param {number} from
   * @param {number} to exclusive
   */
  wanted(from, to) {
    const last = Math.min(this.locate(to).number, this.pages.length - 1);
    for (let number = this.locate(from).number; number <= last; number += 1) {
      const { rows, stale } = this.pages[number];
      if (!rows || stale) return number;
    }
    return !this.isDone && to > this.count - PAGE / 2 ? this.pages.length : null;
  }

  /** @param {number} number */
  cursorOf(number) {
    return number < this.pages.length ? this.pages[number].cursor : (this.next ?? null);
  }

  /**
   * Takes the answer for a page; returns by how many rows the page has grown.
   * @param {number} number
   * @param {{ jobs: Job[], next: string | null }} answer
   * @param {number} now
   */
  place(number, { jobs, next }, now) {
    if (this.#isNewest(number) && this.pages.length) return this.#refresh(jobs);
    const page = this.pages[number] ?? { cursor: this.next ?? null, count: 0, rows: null };
    const grown = jobs.length - page.count;
    if (number === this.pages.length) {
      this.pages.push(page);
      this.next = next ?? undefined;
    }
    if (this.top < 0 && jobs.length) this.top = jobs[0].index;
    for (const job of page.rows ?? []) this.byId.delete(job.job_id);
    this.pages[number] = { cursor: page.cursor, count: jobs.length, rows: jobs };
    for (const job of jobs) {
      this.byId.set(job.job_id, job);
      for (const entry of this.recent.entriesOf(job.job_id)) applyEntry(job, entry);
    }
    this.count += grown;
    if (this.#isNewest(number)) for (const job of this.recent.jobs.values()) this.#count(job, now);
    return grown;
  }

  /** Whether a page begins with whatever job is the newest. @param {number} number */
  #isNewest(number) {
    return number === 0 && this.start === null;
  }

  /**
   * The newest page, read again, may begin with other jobs: its rows only get newer.
   * @param {Job[]} jobs
   */
  #refresh(jobs) {
    for (const job of jobs) {
      const row = this.byId.get(job.job_id);
      if (row && row.last_index <= job.last_index) Object.assign(row, job);
    }
    this.pages[0].stale = false;
    return 0;
  }

  /**
   * Forgets the rows that are far from those that are shown.
   * @param {number} from
   * @param {number} to exclusive
   */
  forget(from, to) {
    const first = this.locate(from).number - KEPT;
    const last = this.locate(to).number + KEPT;
    for (const [number, page] of this.pages.entries()) {
      if (!page.rows || (number >= first && number <= last) || this.#isNewest(number)) continue;
      for (const job of page.rows) this.byId.delete(job.job_id);
      page.rows = null;
    }
  }

  /** What is shown may be out of date: all of it is read again where it stands. */
  expire() {
    for (const page of this.pages) page.stale = true;
  }

  /**
   * Applies entries of the stream; returns whether anything that is kept has changed.
   * @param {any[]} entries
   * @param {number} now
   */
  take(entries, now) {
    let changed = false;
    for (const entry of entries) {
      const row = this.byId.get(entry.job_id);
      if (row) changed = applyEntry(row, entry) || changed;
      else changed = this.#count(this.recent.jobs.get(entry.job_id), now) || changed;
    }
    return changed;
  }

  /** @param {Job | undefined} job @param {number} now */
  #count(job, now) {
    if (!job || job.index <= this.top || this.start !== null) return false;
    // Entries do not name customers.
    if (this.filters.cid.length || this.byId.has(job.job_id)) return false;
    const before = this.fresh.size;
    if (before >= MOST_FRESH) return false;
    if (matches(this.filters, job, now)) this.fresh.add(job.job_id);
    else this.fresh.delete(job.job_id);
    return this.fresh.size !== before;
  }

  /** How many jobs to read for a page. @param {number} number */
  limitOf(number) {
    return number < this.pages.length && this.#isNewest(number) ? 5 * PAGE : PAGE;
  }

  /**
   * Counts what is new in the newest page of the same view.
   * @param {Job[]} jobs
   */
  compare(jobs) {
    if (this.fresh.size >= MOST_FRESH) return;
    this.fresh = new Set(jobs.filter((job) => job.index > this.top).map((job) => job.job_id));
  }
}

/** What the stream brought lately, for rows that were read a moment before it. */
export class Recent {
  constructor() {
    /** @type {Map<string, any[]>} */
    this.entries = new Map();
    /** Jobs that were created since, as they are now. @type {Map<string, Job>} */
    this.jobs = new Map();
  }

  /** @param {any[]} entries */
  take(entries) {
    for (const entry of entries) {
      if (entry.kind === "job_created" || entry.kind === "job_imported") {
        this.jobs.set(entry.job_id, jobOf([entry]));
        dropOldest(this.jobs);
        continue;
      }
      const job = this.jobs.get(entry.job_id);
      if (job) applyEntry(job, entry);
      this.entries.set(entry.job_id, [...this.entriesOf(entry.job_id).slice(-20), entry]);
      dropOldest(this.entries);
    }
  }

  /** @param {string} job_id @returns {any[]} */
  entriesOf(job_id) {
    return this.entries.get(job_id) ?? [];
  }
}

/** @param {Map<string, unknown>} map */
function dropOldest(map) {
  if (map.size > MOST_RECENT) map.delete(/** @type {string} */ (map.keys().next().value));
}
