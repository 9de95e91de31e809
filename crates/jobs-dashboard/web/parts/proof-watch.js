// What this browser remembers of the ledger, and the alarm if the server shows another one.
import { account } from "../lib/account.js";
import { get, Problem } from "../lib/api.js";
import { dateTime } from "../texts/format.js";
import { evidenceOf } from "../lib/ledger-proof.js";
import { statusOf } from "../lib/ledger-status.js";
import { isAcceptable, LedgerWatch, newKeyOf } from "../lib/ledger-watch.js";
import { PREFIX } from "../lib/place.js";
import { keep, kept, keptText } from "../lib/storage.js";
import { store } from "../lib/store.js";
import { within } from "../lib/waits.js";
import { t } from "../texts/t.js";
import { whyOf } from "../texts/reasons.js";
import { setBanner } from "./banners.js";
import { useStore } from "./hooks.js";
import { html, useEffect, useState } from "./html.js";
import { Dialog } from "./dialog.js";
import { Alarm } from "./proof-mark.js";
import { Link } from "./text.js";

/** @typedef {import("../lib/ledger-proof.js").Finding} Finding */
/** @typedef {import("../lib/ledger-proof.js").Kept} Kept */

const EVERY_MS = 5 * 60_000;
/** Longer than a cache may keep a checkpoint: an older one from there is no alarm. */
const SECOND_LOOK_MS = 2500;
const LOADED = new Date().toISOString();

/**
 * What is kept; what cannot be read is no ledger, and is not nothing either.
 * @returns {Kept | null}
 */
export function keptLedger() {
  const text = keptText("ledger");
  if (text === null || kept("ledger") !== null) return kept("ledger");
  return { key: "", checkpoint: text, at: "" };
}

/** The ledger as it was when the page was loaded: at the visit before. */
let visit = keptLedger();

/** Counts the keys that the user accepted: what was proved is to be proved again. */
export const accepted = store(0);

/** How long a proof is waited for. It is a few hundred bytes. */
const PROOF_MS = 30_000;

const ledger = new LedgerWatch({
  // What is held up is as good as refused: comparisons wait for each other.
  prove: async (from, to) => {
    // Only users are given the proof.
    if (!account.get()) throw new Problem({ status: 401 });
    return within(PROOF_MS, (signal) =>
      get("/v1/proof/consistency", { query: { from, to }, asks: false, signal }),
    );
  },
  kept: (name) => (name === "ledger" ? keptLedger() : kept(name)),
  keptText,
  keep,
  now: () => Date.now(),
  later: (run, ms) => setTimeout(run, ms),
});

/** @param {Kept | null} before @param {import("../lib/ledger-proof.js").Seen} seen */
export const watchRead = (before, seen) => ledger.watch(before, seen, { isReader: true });

/** The key that checkpoints must be signed with, if one is known. */
export const expectedKey = () => ledger.pin() ?? (keptLedger()?.key || null);

/** Remembers a key that the user has from elsewhere. @param {string} key */
export function pinKey(key) {
  keep("pin", key);
  accepted.update((times) => times + 1);
  look();
}

export const pinnedKey = () => ledger.pin();

/** Whether a checkpoint has all that this browser remembers. @param {string} checkpoint */
export const useConnected = (checkpoint) => useStore(ledger.state).connected.has(checkpoint);

/** @param {number} [looks] */
async function look(looks = 1) {
  const before = keptLedger();
  /** @param {string} path */
  const text = (path) => get(path, { asText: true, asks: false });
  try {
    const [checkpoint, key] = await Promise.all([text("/log/checkpoint"), text("/log/key")]);
    const keys = { "/log/key": key.trimEnd() };
    const again = () => void setTimeout(look, SECOND_LOOK_MS, looks - 1);
    await ledger.watch(before, { checkpoint, keys }, looks ? { again } : {});
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    ledger.unchecked();
  }
}

/** @param {Finding} finding @param {string | null} at when, if it is an alarm */
function banner(finding, at) {
  const { kind, from, to } = finding;
  const name = /** @type {"key"} */ (at === null ? "refused" : kind);
  const address = location.origin + PREFIX;
  const evidence = () => evidenceOf(finding, address, at ?? new Date().toISOString());
  const content = html`
    <${Alarm}
      title=${t(`proof.alarm.${name}`, { from, to })}
      text=${t(`proof.alarm.${name}Hint`, { from })}
      why=${whyOf({ ...finding, message: finding.why })}
      name="ledger-alarm.json"
      evidence=${evidence}
    >
      ${at && at < LOADED && html`<span>${t("proof.unresolved", { at: dateTime(at, "local") })}</span>`}
      ${at && html`<${Accept} finding=${finding} />`}
    <//>
  `;
  const isWarning = at === null || kind === "damaged";
  setBanner("proof", { kind: isWarning ? "warning" : "alarm", content });
}

/** Shows what there is to be warned of. */
function warn() {
  const { alarm, warning } = ledger.state.get();
  if (alarm) banner(alarm.finding, alarm.at);
  else if (warning) banner(warning, null);
  else setBanner("proof", null);
}

/** @param {{ finding: Finding }} props */
function Accept({ finding }) {
  const [isOpen, setOpen] = useState(false);
  const { kept: before, from, to } = finding;
  const isNew = isAcceptable(finding);
  const accept = () => {
    if (isNew) visit = null;
    ledger.accept();
    accepted.update((times) => times + 1);
    look();
  };
  return html`
    <button type="button" onClick=${() => setOpen(true)}>
      ${t(isNew ? "proof.accept" : "proof.dismiss")}
    </button>
    ${
      isOpen &&
      html`
        <${Dialog}
          title=${t(isNew ? "proof.acceptTitle" : "proof.dismiss")}
          onClose=${() => setOpen(false)}
        >
          <p>${t(isNew ? "proof.acceptHint" : "proof.dismissHint")}</p>
          ${
            isNew &&
            html` <dl class="facts">
              <dt>${t("proof.before")}</dt>
              <dd><code>${before?.key}</code>, ${t("proof.entries", { n: from })}</dd>
              <dt>${t("proof.now")}</dt>
              <dd><code>${newKeyOf(finding)}</code>, ${t("proof.entries", { n: to })}</dd>
            </dl>`
          }
          <div class="row">
            <button type="button" class="danger" onClick=${accept}>
              ${t(isNew ? "proof.accept" : "proof.dismiss")}
            </button>
            <button type="button" onClick=${() => setOpen(false)}>${t("app.cancel")}</button>
          </div>
        <//>
      `
    }
  `;
}

/**
 * A quiet line about the ledger as a whole; looks at it now and then, and when somebody signs in.
 * Who is not signed in is told of another key or fewer entries as well, before the password is
 * typed.
 */
export function ProofStatus() {
  const state = useStore(ledger.state);
  const user = useStore(account);
  useEffect(() => {
    warn();
    return ledger.state.watch(warn);
  }, []);
  useEffect(() => {
    look();
    const timer = setInterval(() => document.hidden || look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [user?.user_id]);
  const status = statusOf(state, visit, Boolean(user));
  if (!status) return null;
  const text = t(`proof.${status.name}`, status.values);
  return html`<span id="proof-status"><${Link} to="/help/proof">${text}<//></span>`;
}
