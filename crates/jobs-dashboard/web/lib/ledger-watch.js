// What the comparisons with the kept ledger add up to: warnings, alarms, and what is connected.
import { compare, isAlarm, KINDS, sizeOf, toKeep } from "./ledger-proof.js";
import { Problem } from "./problem.js";
import { store } from "./store.js";

/** @typedef {import("./ledger-proof.js").Finding} Finding */
/** @typedef {import("./ledger-proof.js").Kept} Kept */
/** @typedef {import("./ledger-proof.js").Seen} Seen */
/** @typedef {{ finding: Finding, at: string }} Alarm */
/** @typedef {{ seen: Seen, since: number, tries: number }} Held a checkpoint without its proof */

/** A proof that is refused so often, or so long, is an alarm. */
const TRIES = 3;
const PATIENCE_MS = 2 * 60_000;
const WAITS_MS = [5_000, 20_000];
const LONG_WAIT_MS = 60_000;
/** How many checkpoints are remembered as connected, and as held. */
const CONNECTED = 100;
const HELD = 10;

/**
 * @typedef {object} State
 * @property {Finding | null} finding the newest that is no alarm
 * @property {Alarm | null} alarm stays, over reloads, until the user accepts it
 * @property {Finding | null} warning a proof that is refused, and no alarm yet
 * @property {boolean} isUnchecked whether the server was not reached, or let nobody read
 * @property {ReadonlySet<string>} connected checkpoints that extend what was kept
 */

/** An alarm from the browser's storage. @param {any} alarm @returns {Alarm | null} */
function alarmFrom(alarm) {
  const finding = alarm?.finding;
  const isWhole = KINDS.includes(finding?.kind) && finding.seen?.keys && Date.parse(alarm.at);
  return isWhole ? alarm : null;
}

/** What is kept by these names is read when the page is loaded. Whether it can be: */
const READABLE = {
  alarm: (/** @type {any} */ value) => alarmFrom(value) !== null,
  pin: (/** @type {any} */ value) => typeof value === "string",
  withheld: (/** @type {any} */ value) =>
    Array.isArray(value) && value.every((one) => one?.seen?.keys),
};

/**
 * @typedef {object} World
 * @property {(from: number, to: number) => Promise<any>} prove asks for a consistency proof
 * @property {(name: string) => any} kept
 * @property {(name: string) => string | null} keptText readable or not
 * @property {(name: string, value: unknown) => unknown} keep
 * @property {() => number} now in ms
 * @property {(run: () => void, ms: number) => unknown} later
 */

export class LedgerWatch {
  state;
  #world;
  /** @type {Held[]} */
  #held;
  #isWaiting = false;
  /** Comparisons one after the other, so that each keeps what the next one needs. */
  #last = /** @type {Promise<unknown>} */ (Promise.resolve());

  /** @param {World} world */
  constructor(world) {
    this.#world = world;
    const { kept } = world;
    this.state = store(
      /** @type {State} */ ({
        finding: null,
        alarm: this.#storedAlarm(),
        warning: null,
        isUnchecked: false,
        connected: new Set(),
      }),
    );
    this.#held = READABLE.withheld(kept("withheld")) ? kept("withheld") : [];
    if (this.#held.length) this.#hold(this.#held);
  }

  /** The key that the user entered. @returns {string | null} */
  pin() {
    const pin = this.#world.kept("pin");
    return READABLE.pin(pin) ? pin : null;
  }

  /** The server was not reached, or lets nobody read. */
  unchecked() {
    this.#set({ isUnchecked: true });
  }

  /**
   * Compares what the server shows with what was kept before it was asked.
   * @param {Kept | null} before
   * @param {Seen} seen
   * @param {object} [options]
   * @param {() => void} [options.again] called if the server shows fewer entries, for no alarm
   * @param {boolean} [options.isReader] whether this user was allowed to read a moment ago
   */
  watch(before, seen, { again, isReader = false } = {}) {
    return this.#queue(async () => {
      // At a first visit, all answers have to name the same key.
      const first = before ? null : /** @type {Kept | null} */ (this.#world.kept("ledger"));
      const isOther = first && !Object.values(seen.keys ?? {}).includes(first.key);
      const finding = await this.#found(isOther ? first : before, seen, isReader);
      if (finding?.kind === "shrunk" && again) return again();
      if (!finding) this.unchecked();
      else if (finding.kind === "withheld") {
        // Only what is asked again by a reader can be refused to readers again.
        this.#refused(finding, finding.status === 401 || finding.status === 403);
      } else if (isAlarm(finding)) this.#raise(finding);
      else this.#connect(finding, before, seen.checkpoint);
      return undefined;
    });
  }

  /** The user accepts what an alarm is about. What is not signed is not kept. */
  accept() {
    const { keep } = this.#world;
    const finding = this.state.get().alarm?.finding;
    if (!finding) return;
    for (const name of ["alarm", ...Object.keys(finding.stored ?? {})]) keep(name, null);
    this.#set({ alarm: null, finding: null, connected: new Set() });
    this.#hold([]);
    if (!isAcceptable(finding)) return;
    const key = newKeyOf(finding);
    if (this.pin() !== null && this.pin() !== key) keep("pin", null);
    keep("ledger", { key, checkpoint: finding.seen.checkpoint, at: this.#time() });
  }

  #time() {
    return new Date(this.#world.now()).toISOString();
  }

  /** @param {Partial<State>} change */
  #set(change) {
    this.state.update((before) => ({ ...before, ...change }));
  }

  /** @template T @param {() => Promise<T>} run @returns {Promise<T>} */
  #queue(run) {
    const next = this.#last.catch(() => {}).then(run);
    this.#last = next;
    return next;
  }

  /** The alarm of an earlier visit; one, too, if what was stored cannot be read. */
  #storedAlarm() {
    const { kept, keptText, keep } = this.#world;
    const alarm = alarmFrom(kept("alarm"));
    const lost = Object.entries(READABLE)
      .filter(([name, isReadable]) => keptText(name) !== null && !isReadable(kept(name)))
      .map(([name]) => [name, /** @type {string} */ (keptText(name))]);
    if (!lost.length) return alarm;
    const seen = { checkpoint: "", keys: {} };
    /** @type {Finding} */
    const none = { kind: "unreadable", kept: null, seen, from: 0, to: 0, path: null, why: "" };
    const finding = alarm?.finding ?? none;
    const stored = { ...finding.stored, ...Object.fromEntries(lost) };
    const next = { at: this.#time(), ...alarm, finding: { ...finding, stored } };
    keep("alarm", next);
    return next;
  }

  /** @param {Finding} finding */
  #raise(finding) {
    const before = this.state.get().alarm?.finding;
    // The first alarm stays. A proof that is refused, and what nobody can read any more, give way.
    if (before && before.kind !== "withheld" && before.kind !== "unreadable") return;
    if (before?.kind === finding.kind) return;
    const stored = before?.stored;
    const alarm = { finding: { ...finding, ...(stored && { stored }) }, at: this.#time() };
    this.#world.keep("alarm", alarm);
    // What another key signed is no longer connected with anything.
    this.#set(finding.kind === "key" ? { alarm, connected: new Set() } : { alarm });
  }

  /** @param {Held[]} next @param {boolean} [isAnswered] whether the server was reached */
  #hold(next, isAnswered = true) {
    const { keep, later } = this.#world;
    this.#held = next;
    keep("withheld", next.length ? next : null);
    if (next.length && !this.#isWaiting) {
      this.#isWaiting = true;
      const tries = Math.max(...next.map((one) => one.tries));
      later(() => this.#tryAgain(), (isAnswered && WAITS_MS[tries - 1]) || LONG_WAIT_MS);
    }
    if (next.length) return;
    const isOver = this.state.get().alarm?.finding.kind === "withheld";
    if (isOver) keep("alarm", null);
    this.#set(isOver ? { warning: null, alarm: null } : { warning: null });
  }

  /** @param {Finding} finding @param {boolean} [isTry] whether it counts */
  #refused(finding, isTry = false) {
    const { now } = this.#world;
    const { checkpoint } = finding.seen;
    let one = this.#held.find((other) => other.seen.checkpoint === checkpoint);
    const others = this.#held.filter((other) => other !== one);
    one ??= { seen: finding.seen, since: now(), tries: isTry ? 0 : 1 };
    if (isTry) one = { ...one, tries: one.tries + 1 };
    this.#set({ warning: finding });
    const isLong = one.tries > 1 && now() - one.since >= PATIENCE_MS;
    if (one.tries >= TRIES || isLong) this.#raise(finding);
    this.#hold([...others, one].slice(0, HELD));
  }

  /** @param {Finding} finding @param {Kept | null} before @param {string} checkpoint */
  #connect(finding, before, checkpoint) {
    const { kept, keep } = this.#world;
    const connected = new Set([...this.state.get().connected, checkpoint].slice(-CONNECTED));
    this.#set({ connected, isUnchecked: false });
    this.#hold(this.#held.filter(({ seen }) => seen.checkpoint !== checkpoint));
    const { alarm } = this.state.get();
    if (alarm && alarm.finding.kind !== "withheld") return;
    const next = toKeep(finding, before, kept("ledger"), this.#time());
    if (next) keep("ledger", next);
    this.#set({ finding });
  }

  /**
   * @param {Kept | null} before @param {Seen} seen @param {boolean} isReader
   * @returns {Promise<Finding | null>} null if the server was not reached
   */
  async #found(before, seen, isReader) {
    try {
      return await compare(before, seen, this.#world.prove, { pin: this.pin(), isReader });
    } catch (error) {
      if (error instanceof Problem) return null;
      const why = String(error);
      return { kind: "malformed", from: 0, to: 0, kept: before, seen, path: null, why };
    }
  }

  /** Asks again for the proofs that were refused. */
  #tryAgain() {
    this.#isWaiting = false;
    return this.#queue(async () => {
      let isAnswered = false;
      for (const { seen } of this.#held) {
        const before = /** @type {Kept | null} */ (this.#world.kept("ledger"));
        const finding = await this.#foundOf(before, seen);
        isAnswered ||= finding !== null;
        if (finding?.kind === "withheld") this.#refused({ ...finding, seen }, true);
        else if (finding && isAlarm(finding)) {
          this.#raise(finding);
          this.#held = this.#held.filter((one) => one.seen !== seen);
        } else if (finding) this.#connect(finding, before, seen.checkpoint);
      }
      this.#hold(this.#held, isAnswered);
    });
  }

  /**
   * What is kept by now may be larger than a checkpoint that was shown before.
   * @param {Kept | null} before
   * @param {Seen} seen
   */
  #foundOf(before, seen) {
    const isOlder = before && sizeOf(before.checkpoint) > sizeOf(seen.checkpoint);
    if (!isOlder) return this.#found(before, seen, false);
    const { checkpoint } = before;
    return this.#found({ ...before, checkpoint: seen.checkpoint }, { ...seen, checkpoint }, false);
  }
}

/** Whether the new state can be kept in the place of the one before. @param {Finding} finding */
export const isAcceptable = ({ kind }) => !["signature", "malformed", "unreadable"].includes(kind);

/** The key that the server shows now. @param {Finding} finding */
export function newKeyOf({ kept, seen }) {
  const keys = Object.values(seen.keys);
  return keys.find((other) => other !== kept?.key) ?? keys[0] ?? "";
}
