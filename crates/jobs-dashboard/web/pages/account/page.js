// One's own password, sessions and tokens.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Account() {
  return html`<${Title}>${t("account.title")}<//>`;
}
