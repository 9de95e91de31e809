// Counts of jobs, drawn.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Overview() {
  return html`<${Title}>${t("overview.title")}<//>`;
}
