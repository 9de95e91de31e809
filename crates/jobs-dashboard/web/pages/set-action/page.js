// The form that runs a Set Action.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function SetAction() {
  return html`<${Title}>${t("setAction.title")}<//>`;
}
