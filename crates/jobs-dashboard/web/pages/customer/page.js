// All that was done to one customer.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

export default function Customer(/** @type {{ cid: string }} */ { cid }) {
  return html`<${Title}>${t("customer.title", { cid })}<//>`;
}
