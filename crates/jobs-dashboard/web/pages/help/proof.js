// What "proved" means, for people who know no cryptography.
import { html } from "../../parts/html.js";
import { Title } from "../../parts/text.js";
import { PinKey } from "./pin.js";
import { t } from "../../texts/t.js";

const SECTIONS = /** @type {const} */ (["means", "when", "not", "alarm", "key", "outside"]);
const COMMANDS = `curl -O $SERVER/log/checkpoint
unzip JOB_ID.evidence.zip
jobctl check JOB_ID.evidence --key verifier.key
python3 check.py JOB_ID.evidence --key verifier.key`;

export const Proof = () => html`
  <article class="help">
    <${Title}>${t("help.proof.title")}<//>
    <p class="lead">${t("help.proof.lead")}</p>
    ${SECTIONS.map(
      (name) => html`
        <section key=${name} id=${name}>
          <h2>${t(`help.proof.${name}`)}</h2>
          ${t(`help.proof.${name}Text`)
            .split("\n")
            .map((text) => html`<p key=${text}>${text}</p>`)}
          ${name === "key" && html`<${PinKey} />`}
          ${name === "outside" && html`<pre class="scroll-x" tabindex="0">${COMMANDS}</pre>`}
        </section>
      `,
    )}
  </article>
`;
