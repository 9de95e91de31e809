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
export function follow(filter, { onEntries, onState = () => {} }) {
  /** @type {any[]} */
  let waiting = [];
  let frame = 0;
  let hiddenTimer = 0;
  let retryTimer = 0;
  let lostTimer = 0;
  /** @type {EventSource | null} */
  let source = null;
  let after = filter.after;
  let isStale = false;
  /** Ends the wait for a refused stream. */
  let waits = new AbortController();

  const flush = () => {
    cancelAnimationFrame(frame);
    frame = 0;
    const entries = waiting;
    waiting = [];
    if (entries.length) onEntries(entries);
  };

  /** @param {MessageEvent} event */
  const take = (event) => {
    after = event.lastEventId || after;
    waiting.push(JSON.parse(event.data));
    if (waiting.length >= MOST_WAITING) flush();
    else frame ||= requestAnimationFrame(flush);
  };

  const close = () => {
    source?.close();
    source = null;
    clearTimeout(retryTimer);
    waits.abort();
  };

  const lost = () => {
    onState("lost");
    lostTimer ||= window.setTimeout(() => isOnline.set(false), LOST_FOR_MS);
    if (source?.readyState !== EventSource.CLOSED) return; // it reconnects by itself
    close();
    // An EventSource does not say why it was refused; this asks to sign in if that is why.
    tryAgainIn(2000);
  };
  /** @param {number} ms */
  const tryAgainIn = (ms) => {
    waits = new AbortController();
    const { signal } = waits;
    // The answer may come when the page has gone: the request may have waited for a sign-in.
    const ask = () =>
      get("/v1/meta", { signal }).then(
        () => signal.aborted || open(),
        (error) => {
          // Otherwise the user did not want to sign in.
          if (!signal.aborted && error.status !== 401) tryAgainIn(10_000);
        },
      );
    retryTimer = window.setTimeout(ask, ms);
  };

  function open() {
    close();
    const from = after === undefined && !isStale ? filter.from : undefined;
    source = new EventSource(href("/v1/stream", { ...filter, from, after }));
    source.onopen = () => {
      clearTimeout(lostTimer);
      lostTimer = 0;
      isOnline.set(true);
      onState(isStale ? "stale" : "open");
      isStale = false;
    };
    source.onerror = lost;
    for (const kind of KINDS) source.addEventListener(kind, take);
    source.addEventListener("ended", () => {
      source?.close();
      lost();
    });
  }

  const onVisibility = () => {
    clearTimeout(hiddenTimer);
    if (document.hidden) hiddenTimer = window.setTimeout(close, HIDDEN_FOR_MS);
    else if (!source) {
      // What was recorded meanwhile may be more than a page can take.
      after = undefined;
      isStale = true;
      open();
    }
  };

  document.addEventListener("visibilitychange", onVisibility);
  // A browser may keep a page that was left, for the Back button, and its connection with it. If
  // it is shown again, it is visible again.
  window.addEventListener("pagehide", close);
  open();
  return () => {
    document.removeEventListener("visibilitychange", onVisibility);
    window.removeEventListener("pagehide", close);
    clearTimeout(hiddenTimer);
    clearTimeout(lostTimer);
    cancelAnimationFrame(frame);
    close();
  };
}
