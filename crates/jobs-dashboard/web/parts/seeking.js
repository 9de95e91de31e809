// The job of a request to which no answer has come: it is looked for by the request's key.
import { get } from "../lib/api.js";
import { lookFor } from "../lib/seek.js";
import { remember } from "../lib/sending.js";
import { t } from "../texts/t.js";
import { useEffect, useState } from "./html.js";

const UNSEEN = { text: "", isAbsent: false };

/**
 * Looks for the job until it is there, and remembers it.
 * @param {import("../lib/sending.js").Sending | undefined} sending
 * @returns what is known of it, and whether it was surely not recorded
 */
export function useSeeking(sending) {
  const [known, setKnown] = useState(UNSEEN);
  useEffect(() => {
    setKnown(sending ? { text: t("setAction.seeking"), isAbsent: false } : UNSEEN);
    if (!sending) return undefined;
    return lookFor({ get }, sending, (answer) => {
      if (!answer) setKnown({ text: t("setAction.unknown"), isAbsent: false });
      else if ("size" in answer) {
        setKnown({ text: t("setAction.notFound", { n: answer.size }), isAbsent: true });
      } else remember({ ...sending, job_id: answer.job_id });
    });
  }, [sending]);
  return known;
}
