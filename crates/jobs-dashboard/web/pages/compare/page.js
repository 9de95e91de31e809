// The customers of two jobs, compared.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Compare() {
  return html`<${Title}>${t("compare.title")}<//>`;
}
