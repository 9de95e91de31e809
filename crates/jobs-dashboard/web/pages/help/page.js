// Short explanations, one topic a page.
import { html } from "../../parts/html.js";
import { Proof } from "./proof.js";
import { Topics } from "./topics.js";

/** @param {{ topic?: string }} props */
export default function Help({ topic }) {
  return topic === "proof" ? html`<${Proof} />` : html`<${Topics} />`;
}
