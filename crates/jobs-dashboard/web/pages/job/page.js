// One job.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Job() {
  return html`<${Title}>${t("job.title")}<//>`;
}
