// Reads the list of a view and the counts, and keeps them up to date by the stream.
import { Problem } from "../../lib/problem.js";
import { waitOf } from "../../lib/waits.js";
import { apiQuery, countsQuery } from "./filters.js";
import { JobList, PAGE, Recent } from "./list.js";

/** At most this often is what the stream brought drawn, and are counts read again. */
const DRAW_MS = 120;
const COUNT_MS = 2000;
/** At most this often is looked for new jobs of a customer, whom entries do not name. */
const LOOK_MS = 5000;

/**
 * @typedef {object} Io
 * @property {(path: string, options: any) => Promise<any>} get
 * @property {typeof import("../../lib/stream.js").follow} follow
 * @property {() => void} onChange something that is shown has changed
 * @property {(run: () => void, ms: number) => any} [later]
 * @property {() => number} [now]
 */

/** @param {object} query */
const isAll = (query) => Object.keys(query).length === 0;

/** @param {() => void} run @param {number} ms */
const later = (run, ms) => setTimeout(run, ms);

export class Jobs {
  /** What is shown. @type {JobList | null} */
  list = null;
  /** What is read: the same, until another view has its first jobs. @type {JobList | null} */
  #reading = null;
  /** What `/v1/stats` says of all jobs. @type {any} */
  stats = null;
  /** @type {Problem | null} */
  problem = null;
  isLoading = false;
  /** By how many rows what is above the reader has grown since it was last asked. */
  shift = 0;
  /** How far the reader has scrolled. */
  scrolled = 0;

  #io;
  /** What `/v1/stats` says of the jobs of one view. @type {{ of: string, total: any } | null} */
  #counts = null;
  #recent = new Recent();
  #range = [0, 40];
  #tries = 0;
  #openedAt = 0;
  /** Ends the requests and timers of a list. */
  #controller = new AbortController();
  #endStream = () => {};
  /** @type {Set<string>} */
  #scheduled = new Set();
  #isClosed = false;

  /** @param {Io} io */
  constructor(io) {
    this.#io = { later, now: Date.now, ...io };
  }

  /**
   * Shows a view. The counts are read first: the stream then continues where they end, so that
   * nothing is missed between them.
   * @param {import("./filters.js").Filters} filters
   * @param {string | null} [cursor] where to begin, if not with the newest job
   */
  async open(filters, cursor = null) {
    this.#controller.abort();
    this.#controller = new AbortController();
    this.#openedAt = this.#io.now();
    this.#range = [0, 40];
    this.#reading = new JobList(filters, this.#recent, cursor);
    this.list ??= this.#reading;
    this.problem = null;
    this.isLoading = false;
    await this.#fill();
  }

  /** The same view, from the newest job on. */
  reload() {
    return this.#reading ? this.open(this.#reading.filters) : Promise.resolve();
  }

  /** The jobs after the last that a list can hold. */
  openRest() {
    const list = this.list;
    return list ? this.open(list.filters, list.next ?? null) : Promise.resolve();
  }

  /** After a problem. */
  retry() {
    this.problem = null;
    return this.#fill();
  }

  /**
   * How many jobs of a view have each status, whichever of them are chosen: undefined if it is not
   * known yet, null if it cannot be known.
   * @param {import("./filters.js").Filters} filters
   * @returns {Record<string, number> | null | undefined}
   */
  totalOf(filters) {
    const query = countsQuery(filters);
    if (query === null) return null;
    if (isAll(query)) return this.stats?.total;
    return this.#counts?.of === JSON.stringify(query) ? this.#counts.total : undefined;
  }

  /**
   * The rows that are shown now.
   * @param {number} from
   * @param {number} to exclusive
   */
  show(from, to) {
    if (this.list !== this.#reading) return;
    this.#range = [from, to];
    if (!this.problem) this.#fill();
  }

  close() {
    this.#isClosed = true;
    this.#controller.abort();
    this.#endStream();
  }

  /**
   * Continues after `close`, with the rows that were there.
   * @param {() => void} onChange
   */
  async resume(onChange) {
    this.#io.onChange = onChange;
    this.#isClosed = false;
    this.#controller = new AbortController();
    this.isLoading = false;
    this.problem = null;
    this.stats = null;
    this.#counts = null;
    this.list?.expire();
    this.#reading = this.list;
    await this.#fill();
    await this.#look().catch(() => {}); // the stream brings the next try
  }

  async #fill() {
    const list = this.#reading;
    const { signal } = this.#controller;
    if (!list || this.isLoading || this.#isClosed) return;
    const [from, to] = this.#range;
    const number = list.wanted(from, to);
    if (number === null) return;
    this.isLoading = true;
    this.#io.onChange();
    try {
      if (!this.stats) await this.#begin();
      const limit = list.limitOf(number);
      const query = { ...apiQuery(list.filters, this.#openedAt), limit };
      const cursor = list.cursorOf(number);
      const [answer] = await Promise.all([
        this.#io.get("/v1/jobs", { query: { ...query, cursor }, signal }),
        this.totalOf(list.filters) === undefined && this.#countView(),
      ]);
      if (signal.aborted) return;
      const isAbove = number < list.locate(this.#range[0]).number;
      const grown = list.place(number, answer, this.#io.now());
      if (isAbove) this.shift += grown;
      list.forget(this.#range[0], this.#range[1]);
      this.#tries = 0;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof Problem)) throw error;
      this.problem = error;
      if (error.isTemporary) this.#retryLater(error, signal);
    } finally {
      if (!signal.aborted) this.isLoading = false;
    }
    this.list = list;
    this.#io.onChange();
    if (!this.problem) await this.#fill();
  }

  /** @param {Problem} problem @param {AbortSignal} signal */
  #retryLater(problem, signal) {
    const wait = waitOf(this.#tries, problem);
    this.#tries += 1;
    this.#io.later(() => {
      if (!signal.aborted && this.problem === problem) this.retry();
    }, wait);
  }

  async #begin() {
    await this.#count();
    if (this.#isClosed) return;
    const { size } = this.stats.head;
    this.#endStream();
    this.#endStream = this.#io.follow(size > 0 ? { after: size - 1 } : { from: 0 }, {
      onEntries: (entries) => this.#take(entries),
      onState: (state) => {
        if (state !== "stale") return;
        this.list?.expire();
        this.#fill();
        this.#schedule("count", 0, () => this.#count());
        this.#schedule("look", 0, () => this.#look());
      },
    });
  }

  /** @param {any[]} entries */
  #take(entries) {
    this.#recent.take(entries);
    if (this.list?.take(entries, this.#io.now())) {
      this.#schedule("draw", DRAW_MS, async () => this.#io.onChange());
    }
    this.#schedule("count", COUNT_MS, () => this.#count());
    const creates = entries.some(({ kind }) => kind === "job_created" || kind === "job_imported");
    if (creates && this.list?.filters.cid.length) {
      this.#schedule("look", LOOK_MS, () => this.#look());
    }
  }

  /**
   * Runs something after a while, once however often it is asked for.
   * @param {string} name
   * @param {number} ms
   * @param {() => Promise<void>} run
   */
  #schedule(name, ms, run) {
    if (this.#scheduled.has(name)) return;
    this.#scheduled.add(name);
    this.#io.later(() => {
      this.#scheduled.delete(name);
      // The next entries, or the reader, bring the next try.
      if (!this.#isClosed) run().catch(() => {});
    }, ms);
  }

  async #count() {
    const [stats] = await Promise.all([
      this.#io.get("/v1/stats", { query: { limit: 100 } }),
      this.#countView(),
    ]);
    this.stats = stats;
    this.#io.onChange();
  }

  /** Counts the jobs of the view, if that is not the same as all jobs. */
  async #countView() {
    const list = this.#reading;
    const query = list && countsQuery(list.filters);
    if (!query || isAll(query)) return;
    const { total } = await this.#io.get("/v1/stats", { query: { ...query, limit: 1 } });
    // The reader may have gone on to another view.
    if (list === this.#reading) this.#counts = { of: JSON.stringify(query), total };
  }

  async #look() {
    const list = this.list;
    if (!list || list.start !== null) return;
    const query = { ...apiQuery(list.filters, this.#openedAt), limit: PAGE };
    list.compare((await this.#io.get("/v1/jobs", { query })).jobs);
    this.#io.onChange();
  }
}
