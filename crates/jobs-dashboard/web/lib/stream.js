// The entries as they are recorded (server-sent events), many at a time.
import { get, isOnline } from "./api.js";
import { href } from "./place.js";

/** How many entries may wait for the next frame. A page that is not drawn has no frames. */
const MOST_WAITING = 1000;
/** A hidden tab gives its connection back: a browser opens only six to one server. */
const HIDDEN_FOR_MS = 20_000;
/** A stream ends every ten minutes and is back at once; only a longer gap is worth a word. */
const LOST_FOR_MS = 4000;
const KINDS = ["job_created", "job_imported", "status_changed", "note_added"];

/**
 * @typedef {object} Listener
 * @property {(entries: any[]) => void} onEntries at most once a frame
 * @property {(state: "open" | "lost" | "stale") => void} [onState] "stale": it is open again, but
 *   without what was recorded since it was closed; read again what is shown
 */

/**
 * Follows the ledger. Returns what ends that.
 * @param {import("./place.js").Query} filter of `/v1/stream`; `after` is where to begin
 * @param {Listener} listener
 */
export function follow(filter, listener) {
  const stream = new Stream(filter, listener);
  return () => stream.end();
}

class Stream {
  #filter;
  #onEntries;
  #onState;
  #after;
  #source = /** @type {EventSource | null} */ (null);
  #isStale = false;
  /** Ends the wait for a refused stream. */
  #waits = new AbortController();
  #waiting = /** @type {any[]} */ ([]);
  #frame = 0;
  #hiddenTimer = 0;
  #retryTimer = 0;
  #lostTimer = 0;

  /**
   * @param {import("./place.js").Query} filter
   * @param {Listener} listener
   */
  constructor(filter, { onEntries, onState = () => {} }) {
    this.#filter = filter;
    this.#after = filter.after;
    this.#onEntries = onEntries;
    this.#onState = onState;
    document.addEventListener("visibilitychange", this.#onVisibility);
    // A browser may keep a page that was left, for the Back button, and its connection with it. If
    // it is shown again, it is visible again.
    window.addEventListener("pagehide", this.#onLeft);
    this.#open();
  }

  end() {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    window.removeEventListener("pagehide", this.#onLeft);
    clearTimeout(this.#hiddenTimer);
    clearTimeout(this.#lostTimer);
    cancelAnimationFrame(this.#frame);
    this.#close();
  }

  #open() {
    this.#close();
    const [filter, after] = [this.#filter, this.#after];
    const from = after === undefined && !this.#isStale ? filter.from : undefined;
    const source = new EventSource(href("/v1/stream", { ...filter, from, after }));
    this.#source = source;
    source.onopen = () => {
      clearTimeout(this.#lostTimer);
      this.#lostTimer = 0;
      isOnline.set(true);
      this.#onState(this.#isStale ? "stale" : "open");
      this.#isStale = false;
    };
    source.onerror = () => this.#lost();
    for (const kind of KINDS) source.addEventListener(kind, (event) => this.#take(event));
    source.addEventListener("ended", () => {
      this.#source?.close();
      this.#lost();
    });
  }

  #close() {
    this.#source?.close();
    this.#source = null;
    clearTimeout(this.#retryTimer);
    this.#waits.abort();
  }

  /** @param {MessageEvent} event */
  #take(event) {
    this.#after = event.lastEventId || this.#after;
    this.#waiting.push(JSON.parse(event.data));
    if (this.#waiting.length >= MOST_WAITING) this.#flush();
    else this.#frame ||= requestAnimationFrame(() => this.#flush());
  }

  #flush() {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    const entries = this.#waiting;
    this.#waiting = [];
    if (entries.length) this.#onEntries(entries);
  }

  #lost() {
    this.#onState("lost");
    this.#lostTimer ||= window.setTimeout(() => isOnline.set(false), LOST_FOR_MS);
    if (this.#source?.readyState !== EventSource.CLOSED) return; // it reconnects by itself
    this.#close();
    // An EventSource does not say why it was refused; this asks to sign in if that is why.
    this.#tryAgainIn(2000);
  }

  /** @param {number} ms */
  #tryAgainIn(ms) {
    this.#waits = new AbortController();
    const { signal } = this.#waits;
    // The answer may come when the page has gone: the request may have waited for a sign-in.
    const ask = () =>
      get("/v1/meta", { signal }).then(
        () => signal.aborted || this.#open(),
        (error) => {
          // Otherwise the user did not want to sign in.
          if (!signal.aborted && error.status !== 401) this.#tryAgainIn(10_000);
        },
      );
    this.#retryTimer = window.setTimeout(ask, ms);
  }

  #onLeft = () => this.#close();

  #onVisibility = () => {
    clearTimeout(this.#hiddenTimer);
    if (document.hidden) {
      this.#hiddenTimer = window.setTimeout(() => this.#close(), HIDDEN_FOR_MS);
    } else if (!this.#source) {
      // What was recorded meanwhile may be more than a page can take.
      this.#after = undefined;
      this.#isStale = true;
      this.#open();
    }
  };
}
