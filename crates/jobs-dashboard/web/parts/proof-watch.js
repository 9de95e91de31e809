// What this browser remembers of the ledger, and the alarm if the server shows another one.
import { get, Problem } from "../lib/api.js";
import { compare, evidenceOf, isAlarm, sizeOf, toKeep } from "../lib/ledger-proof.js";
import { PREFIX } from "../lib/place.js";
import { keep, kept } from "../lib/storage.js";
import { store } from "../lib/store.js";
import { t } from "../texts/t.js";
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

/** @returns {Kept | null} */
export const keptLedger = () => kept("ledger");

/** The ledger as it was when the page was loaded: at the visit before. */
let visit = keptLedger();

const newest = store(/** @type {Finding | null} */ (null));
const isUnchecked = store(false);
/** Counts the keys that the user accepted: what was proved is to be proved again. */
export const accepted = store(0);

/** Comparisons one after the other, so that each keeps what the next one needs. */
let last = Promise.resolve();

/**
 * Compares what the server shows with what was kept before it was asked.
 * @param {Kept | null} before
 * @param {import("../lib/ledger-proof.js").Seen} seen
 * @param {() => void} [again] called once if the server shows fewer entries, instead of an alarm
 */
export function watch(before, seen, again) {
  last = last.then(async () => {
    try {
      const finding = await compare(before, seen, async (from, to) => {
        const query = { from, to };
        return (await get("/v1/proof/consistency", { query, asks: false })).path;
      });
      if (finding.kind === "shrunk" && again) return again();
      isUnchecked.set(false);
      // An alarm stays, whatever the server shows later.
      if (isAlarm(newest.get())) return;
      const next = toKeep(finding, before, keptLedger(), new Date().toISOString());
      if (next) keep("ledger", next);
      newest.set(finding);
      if (isAlarm(finding)) alarm(finding);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      isUnchecked.set(true); // not reached, or not allowed: no alarm
    }
  });
  return last;
}

/** @param {number} [looks] */
async function look(looks = 1) {
  const before = keptLedger();
  /** @param {string} path */
  const text = (path) => get(path, { asText: true, asks: false });
  try {
    const [checkpoint, key] = await Promise.all([text("/log/checkpoint"), text("/log/key")]);
    const keys = { "/log/key": key.trimEnd() };
    const again = looks ? () => void setTimeout(look, SECOND_LOOK_MS, looks - 1) : undefined;
    await watch(before, { checkpoint, keys }, again);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    isUnchecked.set(true);
  }
}

/** @param {Finding} finding */
function alarm(finding) {
  const { kind, from, to, why } = finding;
  const address = location.origin + PREFIX;
  const evidence = () => evidenceOf(finding, address, new Date().toISOString());
  const content = html`
    <${Alarm}
      title=${t(`proof.alarm.${/** @type {"key"} */ (kind)}`, { from, to })}
      text=${t(`proof.alarm.${/** @type {"key"} */ (kind)}Hint`, { from })}
      why=${why}
      name="ledger-alarm.json"
      evidence=${evidence}
    >
      ${kind !== "signature" && html`<${Accept} finding=${finding} />`}
    <//>
  `;
  setBanner("proof", { kind: "alarm", content });
}

/** @param {{ finding: Finding }} props */
function Accept({ finding }) {
  const [isOpen, setOpen] = useState(false);
  const { kept: before, seen, from, to } = finding;
  const key = Object.values(seen.keys).find((other) => other !== before?.key) ?? before?.key ?? "";
  const accept = () => {
    const { checkpoint } = seen;
    visit = null;
    keep("ledger", { key, checkpoint, at: new Date().toISOString() });
    newest.set(null);
    setBanner("proof", null);
    accepted.update((times) => times + 1);
    look();
  };
  return html`
    <button type="button" onClick=${() => setOpen(true)}>${t("proof.accept")}</button>
    ${
      isOpen &&
      html`
        <${Dialog} title=${t("proof.acceptTitle")} onClose=${() => setOpen(false)}>
          <p>${t("proof.acceptHint")}</p>
          <dl class="facts">
            <dt>${t("proof.before")}</dt>
            <dd><code>${before?.key}</code>, ${t("proof.entries", { n: from })}</dd>
            <dt>${t("proof.now")}</dt>
            <dd><code>${key}</code>, ${t("proof.entries", { n: to })}</dd>
          </dl>
          <div class="row">
            <button type="button" class="danger" onClick=${accept}>${t("proof.accept")}</button>
            <button type="button" onClick=${() => setOpen(false)}>${t("app.cancel")}</button>
          </div>
        <//>
      `
    }
  `;
}

/** A quiet line about the ledger as a whole; looks at it now and then. */
export function ProofStatus() {
  const finding = useStore(newest);
  const unchecked = useStore(isUnchecked);
  useEffect(() => {
    look();
    const timer = setInterval(() => document.hidden || look(), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  let text = unchecked ? t("proof.unchecked") : "";
  if (finding && isAlarm(finding)) text = t("proof.alarm");
  else if (finding && !unchecked) {
    const [from, to] = [sizeOf(visit?.checkpoint), finding.to];
    if (!visit) text = t("proof.first", { n: to });
    else if (from === to) text = t("proof.same", { n: to });
    else text = t("proof.grown", { from, to });
  }
  return text && html`<span id="proof-status"><${Link} to="/help/proof">${text}<//></span>`;
}
