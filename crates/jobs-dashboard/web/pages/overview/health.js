// The ledger's own health: whether it takes entries, its size, its key, and what was verified.
import { account } from "../../lib/account.js";
import { get } from "../../lib/api.js";
import { sizeOf } from "../../lib/ledger-proof.js";
import { PREFIX, href } from "../../lib/place.js";
import { DownloadLink } from "../../parts/download-link.js";
import { useLoad, useStore } from "../../parts/hooks.js";
import { html, useEffect, useRef } from "../../parts/html.js";
import { Icon } from "../../parts/icons.js";
import { keptLedger } from "../../parts/proof-watch.js";
import { titleOf, whyOf } from "../../parts/states.js";
import { Link, Time, copyAndSay } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { verificationOf } from "./state.js";

/** How often the server is asked whether it takes entries, while the page is seen. */
const READY_MS = 30_000;

/**
 * Reads again when the ledger has grown.
 * @param {() => void} reload
 * @param {number} size
 */
function useReload(reload, size) {
  const known = useRef(size);
  useEffect(() => {
    if (known.current !== size) reload();
    known.current = size;
  }, [size]);
}

/** @param {{ head: { size: number } }} props */
function Readiness({ head }) {
  const ready = useLoad((signal) => get("/readyz", { signal, asks: false }), []);
  useReload(ready.reload, head.size);
  useEffect(() => {
    const timer = setInterval(() => document.hidden || ready.reload(), READY_MS);
    return () => clearInterval(timer);
  }, []);
  if (ready.error) {
    return html`<span class="bad"><${Icon} name="alarm" /> ${t("health.notReady")}</span>
      ${whyOf(ready.error)}`;
  }
  return ready.data
    ? html`<span class="good"><${Icon} name="SUCCESS" /> ${t("health.ready")}</span>`
    : t("app.loading");
}

/**
 * A text in short form, whose whole is copied.
 * @param {{ short: string, text: string, what: string }} props
 */
const Copied = ({ short, text, what }) => html`
  <button type="button" class="copy-id" title=${text} onClick=${() => copyAndSay(text, what)}>
    <code>${short}</code><${Icon} name="copy" />
    <span class="off-screen">${t("app.copy", { what })}</span>
  </button>
`;

/** The newest checkpoint, as it is signed. @param {{ head: { size: number } }} props */
function Checkpoint({ head }) {
  const { data, error, reload } = useLoad(
    (signal) => get("/log/checkpoint", { signal, asText: true }),
    [],
  );
  useReload(reload, head.size);
  if (!data) return error ? titleOf(error) : t("app.loading");
  const [, size, root] = data.split("\n");
  return html`
    ${t("health.checkpointOf", { n: Number(size) })} ${" "}<${Copied}
      short=${`${root.slice(0, 10)}…`}
      text=${data}
      what=${t("health.checkpoint")}
    />
    ${" "}<${DownloadLink} href=${href("/log/checkpoint")} name="checkpoint"
      >${t("health.download")}<//
    >
  `;
}

/** The pictures of the marks; those without a colour of their own are neutral. */
const MARKS = /** @type {Record<string, string>} */ ({
  good: "SUCCESS",
  old: "IN_PROGRESS",
  unknown: "UNCONFIRMED",
  bad: "alarm",
});

/** When everything was last verified, as far as that was recorded. */
function LastVerification() {
  const { data, error } = useLoad((signal) => get("/v1/verification", { signal }), []);
  if (data === undefined) return error ? titleOf(error) : t("app.loading");
  if (!data.last) return t("health.notVerified");
  const { text, n, mark, hasSignatures } = verificationOf(data.last, Date.now());
  return html`
    <span class=${mark}> <${Icon} name=${MARKS[mark]} /> ${t(`health.${text}`, { n })} </span>
    ${!hasSignatures && ` ${t("health.noSignatures")}`} (<${Time} at=${data.last.ended_at} />)
  `;
}

/** What this browser has verified by itself, and when. */
function Seen() {
  const ledger = keptLedger();
  if (!ledger) return t("health.notSeen");
  const size = sizeOf(ledger.checkpoint);
  return html`${t("health.seenSize", { n: size })} (<${Time} at=${ledger.at} />)`;
}

/** How to have everything verified. @param {{ role?: string }} props */
function Command({ role }) {
  const command = `jobctl verify --server ${location.origin}${PREFIX} --key verifier.key`;
  return html`
    <p>${t("health.how")}</p>
    <div class="row command">
      <pre class="scroll-x" tabindex="0"><code>${command}</code></pre>
      <button type="button" onClick=${() => copyAndSay(command, t("health.command"))}>
        ${t("app.copy", { what: "" })}
      </button>
    </div>
    <p class="hint">${t(role === "operator" ? "health.howOperator" : "health.howHint")}</p>
  `;
}

/** @param {{ head: { size: number, root: string } }} props the ledger that was counted */
export function Health({ head }) {
  const user = useStore(account);
  const { data: meta } = useLoad((signal) => get("/v1/meta", { signal }), []);
  const key = meta?.ledger.verifier_key ?? "";
  // The name itself has no plus; the key's ID follows it.
  const [name, id] = key.split("+");
  return html`
    <section class="card health" id="health" aria-labelledby="health-title">
      <h2 id="health-title">${t("health.title")}</h2>
      <dl class="facts">
        <dt>${t("health.state")}</dt>
        <dd><${Readiness} head=${head} /></dd>
        <dt>${t("health.size")}</dt>
        <dd>${t("health.entries", { n: head.size })}</dd>
        <dt>${t("health.checkpoint")}</dt>
        <dd><${Checkpoint} head=${head} /></dd>
        <dt>${t("health.key")}</dt>
        <dd>
          ${key && html`<code>${name}</code> <${Copied} short=${id} text=${key} what=${t("health.key")} />`}
        </dd>
        <dt>${t("health.verified")}</dt>
        <dd id="last-verification"><${LastVerification} /></dd>
        <dt>${t("health.seen")}</dt>
        <dd><${Seen} /></dd>
      </dl>
      <${Command} role=${user?.role} />
      <p><${Link} to="/help/proof">${t("landing.help")}<//></p>
    </section>
  `;
}
