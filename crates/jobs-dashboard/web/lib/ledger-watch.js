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

/**
 * @param {object} world
 * @param {(from: number, to: number) => Promise<any>} world.prove asks for a consistency proof
 * @param {(name: string) => any} world.kept
 * @param {(name: string, value: unknown) => unknown} world.keep
 * @param {() => number} world.now in ms
 * @param {(run: () => void, ms: number) => unknown} world.later
 */
export function ledgerWatch({ prove, kept, keep, now, later }) {
  const time = () => new Date(now()).toISOString();
  const pin = () => (typeof kept("pin") === "string" ? kept("pin") : null);
  let held = /** @type {Held[]} */ (kept("withheld") ?? []);
  if (!Array.isArray(held) || !held.every((one) => one?.seen?.keys)) held = [];
  let isWaiting = false;
  const state = store(
    /** @type {State} */ ({
      finding: null,
      alarm: alarmFrom(kept("alarm")),
      warning: null,
      isUnchecked: false,
      connected: new Set(),
    }),
  );
  /** @param {Partial<State>} change */
  const set = (change) => state.update((before) => ({ ...before, ...change }));

  /** Comparisons one after the other, so that each keeps what the next one needs. */
  let last = /** @type {Promise<unknown>} */ (Promise.resolve());
  /** @template T @param {() => Promise<T>} run @returns {Promise<T>} */
  const queue = (run) => {
    const next = last.catch(() => {}).then(run);
    last = next;
    return next;
  };

  /** @param {Finding} finding */
  const raise = (finding) => {
    const before = state.get().alarm;
    // The first alarm stays; a proof that is refused gives way to what is found later.
    if (before && before.finding.kind !== "withheld") return;
    if (before?.finding.kind === finding.kind) return;
    const alarm = { finding, at: time() };
    keep("alarm", alarm);
    // What another key signed is no longer connected with anything.
    set(finding.kind === "key" ? { alarm, connected: new Set() } : { alarm });
  };

  /** @param {Held[]} next @param {boolean} [isAnswered] whether the server was reached */
  const hold = (next, isAnswered = true) => {
    held = next;
    keep("withheld", held.length ? held : null);
    if (held.length && !isWaiting) {
      isWaiting = true;
      const tries = Math.max(...held.map((one) => one.tries));
      later(tryAgain, (isAnswered && WAITS_MS[tries - 1]) || LONG_WAIT_MS);
    }
    if (held.length) return;
    const isOver = state.get().alarm?.finding.kind === "withheld";
    if (isOver) keep("alarm", null);
    set(isOver ? { warning: null, alarm: null } : { warning: null });
  };

  /** @param {Finding} finding @param {boolean} [isTry] whether it counts */
  const refused = (finding, isTry = false) => {
    const { checkpoint } = finding.seen;
    let one = held.find((other) => other.seen.checkpoint === checkpoint);
    const others = held.filter((other) => other !== one);
    one ??= { seen: finding.seen, since: now(), tries: isTry ? 0 : 1 };
    if (isTry) one = { ...one, tries: one.tries + 1 };
    set({ warning: finding });
    const isLong = one.tries > 1 && now() - one.since >= PATIENCE_MS;
    if (one.tries >= TRIES || isLong) raise(finding);
    hold([...others, one].slice(0, HELD));
  };

  /** @param {Finding} finding @param {Kept | null} before @param {string} checkpoint */
  const connect = (finding, before, checkpoint) => {
    const connected = new Set([...state.get().connected, checkpoint].slice(-CONNECTED));
    set({ connected, isUnchecked: false });
    hold(held.filter(({ seen }) => seen.checkpoint !== checkpoint));
    const { alarm } = state.get();
    if (alarm && alarm.finding.kind !== "withheld") return;
    const next = toKeep(finding, before, kept("ledger"), time());
    if (next) keep("ledger", next);
    set({ finding });
  };

  /**
   * @param {Kept | null} before @param {Seen} seen @param {boolean} isReader
   * @returns {Promise<Finding | null>} null if the server was not reached
   */
  const found = async (before, seen, isReader) => {
    try {
      return await compare(before, seen, prove, { pin: pin(), isReader });
    } catch (error) {
      if (error instanceof Problem) return null;
      const why = String(error);
      return { kind: "malformed", from: 0, to: 0, kept: before, seen, path: null, why };
    }
  };

  /** Asks again for the proofs that were refused. */
  function tryAgain() {
    isWaiting = false;
    return queue(async () => {
      let isAnswered = false;
      for (const { seen } of held) {
        const before = /** @type {Kept | null} */ (kept("ledger"));
        const { checkpoint } = seen;
        const isOlder = before && sizeOf(before.checkpoint) > sizeOf(checkpoint);
        const finding = isOlder
          ? await found(
              { ...before, checkpoint },
              { ...seen, checkpoint: before.checkpoint },
              false,
            )
          : await found(before, seen, false);
        isAnswered ||= finding !== null;
        if (finding?.kind === "withheld") refused({ ...finding, seen }, true);
        else if (finding && isAlarm(finding)) {
          raise(finding);
          held = held.filter((one) => one.seen !== seen);
        } else if (finding) connect(finding, before, checkpoint);
      }
      hold(held, isAnswered);
    });
  }

  /**
   * Compares what the server shows with what was kept before it was asked.
   * @param {Kept | null} before
   * @param {Seen} seen
   * @param {object} [options]
   * @param {() => void} [options.again] called if the server shows fewer entries, for no alarm
   * @param {boolean} [options.isReader] whether this user was allowed to read a moment ago
   */
  const watch = (before, seen, { again, isReader = false } = {}) =>
    queue(async () => {
      // At a first visit, all answers have to name the same key.
      const first = before ? null : /** @type {Kept | null} */ (kept("ledger"));
      const isOther = first && !Object.values(seen.keys ?? {}).includes(first.key);
      const finding = await found(isOther ? first : before, seen, isReader);
      if (finding?.kind === "shrunk" && again) return again();
      if (!finding) set({ isUnchecked: true });
      else if (finding.kind === "withheld") refused(finding);
      else if (isAlarm(finding)) raise(finding);
      else connect(finding, before, seen.checkpoint);
      return undefined;
    });

  /** The user accepts what an alarm is about. What is not signed is not kept. */
  const accept = () => {
    const finding = state.get().alarm?.finding;
    if (!finding) return;
    keep("alarm", null);
    set({ alarm: null, finding: null, connected: new Set() });
    hold([]);
    if (!isAcceptable(finding)) return;
    const key = newKeyOf(finding);
    if (pin() !== null && pin() !== key) keep("pin", null);
    keep("ledger", { key, checkpoint: finding.seen.checkpoint, at: time() });
  };

  if (held.length) hold(held);
  return { state, watch, accept, pin, unchecked: () => set({ isUnchecked: true }) };
}

/** Whether the new state can be kept in the place of the one before. @param {Finding} finding */
export const isAcceptable = ({ kind }) => kind !== "signature" && kind !== "malformed";

/** The key that the server shows now. @param {Finding} finding */
export function newKeyOf({ kept, seen }) {
  const keys = Object.values(seen.keys);
  return keys.find((other) => other !== kept?.key) ?? keys[0] ?? "";
}
