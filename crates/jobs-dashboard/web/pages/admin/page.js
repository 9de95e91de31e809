// Users and their tokens, for admins.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Admin() {
  return html`<${Title}>${t("admin.title")}<//>`;
}
