// Help.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Help() {
  return html`<${Title}>${t("help.title")}<//>`;
}
