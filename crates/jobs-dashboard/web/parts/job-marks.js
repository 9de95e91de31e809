// What a page says about the proof of a job, and the alarm if there is none.
import { isProved } from "../lib/job-proof.js";
import { PREFIX } from "../lib/place.js";
import { t } from "../texts/t.js";
import { setBanner } from "./banners.js";
import { html, useEffect } from "./html.js";
import { Alarm, Mark } from "./proof-mark.js";
import { Link } from "./text.js";

/** The entries are in a signed ledger, of which it is not known yet whether it is the same one. */
const NotYet = () => html`
  <${Link} to="/help/proof" class="proof-line muted">${t("job.unconnected")}<//>
`;

/** @param {{ proof: import("../lib/job-proof.js").JobProof, entries: any[] }} props */
export function ProofLine({ proof, entries }) {
  const { wrong, why, isUnconnected } = proof;
  if (isUnconnected && !wrong.size && !why) return html`<${NotYet} />`;
  const text = isProved(proof)
    ? t("job.allProved", { n: entries.length, size: proof.size })
    : t("job.noneProved");
  return html`
    <${Link} to="/help/proof" class="proof-line">
      <${Mark} text=${text} wrong=${isProved(proof) ? null : proof.why || text} />
    <//>
  `;
}

/**
 * The alarm of a job above the page, with what was received.
 * @param {object} props
 * @param {any} props.overview
 * @param {{ state: string, why: string, received: unknown }} [props.lists] the check of its lists
 * @param {any} [props.more] what else is wrong: `{ why }` and what was received
 * @param {string} [props.banner] its name
 */
export function JobAlarm({ overview, lists, more, banner = "job-proof" }) {
  const { proof, isOtherKey, ...received } = overview;
  const [first] = proof.wrong;
  const entry = first && t("job.entryWrong", { index: first[0], why: first[1] });
  const listsWhy = lists?.state === "wrong" ? lists.why : "";
  const why = entry || proof.why || listsWhy || more?.why || "";
  useEffect(() => {
    // That the key is another one is an alarm about the ledger.
    if (!why || isOtherKey) return undefined;
    const evidence = () => ({
      finding: why,
      server: location.origin + PREFIX,
      found_at: new Date().toISOString(),
      overview: received,
      lists: lists?.received,
      more,
    });
    const content = html`
      <${Alarm}
        title=${t("job.alarm")}
        text=${t("job.alarmHint")}
        why=${why}
        name="${received.job.job_id}.alarm.json"
        evidence=${evidence}
      />
    `;
    setBanner(banner, { kind: "alarm", content });
    return () => setBanner(banner, null);
  }, [why]);
  return null;
}
