// Short explanations, one topic a page.
import { html } from "../../parts/html.js";
import { Link, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";
import { Proof } from "./proof.js";

/** @param {{ topic?: string }} props */
export default function Help({ topic }) {
  if (topic === "proof") return html`<${Proof} />`;
  return html`
    <${Title}>${t("help.title")}<//>
    <ul>
      <li><${Link} to="/help/proof">${t("help.proof.title")}<//></li>
    </ul>
  `;
}
