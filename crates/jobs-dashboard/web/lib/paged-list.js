// A list that the API gives page by page, read as far as it is asked for.

/**
 * @template T
 * @typedef {{ rows: T[], next: string | null }} Page
 */

/**
 * After an error it goes on where it was.
 * @template T
 * @template {Page<T>} P
 */
export class PagedList {
  /** @type {T[]} */
  rows = [];
  isDone = false;
  /** @type {P | null} */
  newest = null;

  #read;
  #onPage;
  #end = 0;
  #next = /** @type {string | null} */ (null);
  #reading = /** @type {Promise<void> | null} */ (null);

  /**
   * @param {(next: string | null, count: number) => Promise<P>} read a page, of which so many rows
   *   are there before it
   * @param {() => void} [onPage]
   */
  constructor(read, onPage = () => {}) {
    this.#read = read;
    this.#onPage = onPage;
  }

  /**
   * Reads until there are so many rows, or no more.
   * @param {number} end
   */
  reach(end) {
    this.#end = Math.max(this.#end, end);
    this.#reading ??= this.#run().finally(() => (this.#reading = null));
    return this.#reading;
  }

  /** Reads all. */
  async all() {
    await this.reach(Infinity);
    return this.rows;
  }

  async #run() {
    while (!this.isDone && this.rows.length < this.#end) {
      const page = await this.#read(this.#next, this.rows.length);
      this.rows = [...this.rows, ...page.rows];
      this.#next = page.next;
      this.isDone = page.next === null;
      this.newest = page;
      this.#onPage();
    }
  }
}

/**
 * How many rows to ask for: a few at first, so that they are there soon; then many, since a page
 * costs the server the same however long it is.
 * @param {number} read
 */
export const pageSize = (read) => (read < 100 ? 100 : read < 2000 ? 2000 : 10_000);
