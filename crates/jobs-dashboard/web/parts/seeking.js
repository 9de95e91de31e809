// The job of a request to which no answer has come: it is looked for by the request's key.
import { get } from "../lib/api.js";
import { lookFor } from "../lib/seek.js";
import { remember } from "../lib/sending.js";
import { t } from "../texts/t.js";
import { useEffect, useState } from "./html.js";

/**
 * Looks for the job until it is there, and remembers it. Returns what is known of it.
 * @param {import("../lib/sending.js").Sending | undefined} sending
 */
export function useSeeking(sending) {
  const [text, setText] = useState("");
  useEffect(() => {
    if (!sending) return undefined;
    setText(t("setAction.seeking"));
    return lookFor({ get }, sending, (answer) => {
      if (!answer) setText(t("setAction.unknown"));
      else if ("size" in answer) setText(t("setAction.notFound", { n: answer.size }));
      else remember({ ...sending, job_id: answer.job_id });
    });
  }, [sending]);
  return text;
}
