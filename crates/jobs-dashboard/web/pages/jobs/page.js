// The list of jobs.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Jobs() {
  return html`<${Title}>${t("jobs.title")}<//>`;
}
