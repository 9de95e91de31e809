// What those see who are not signed in: what this is, and how to sign in.
import { get } from "../../lib/api.js";
import { href } from "../../lib/place.js";
import { useLoad } from "../../parts/hooks.js";
import { html } from "../../parts/html.js";
import { SignIn } from "../../parts/sign-in.js";
import { Link, Title } from "../../parts/text.js";
import { t } from "../../texts/t.js";

/** The ledger's name and size, which anybody may read unless the log is private. */
function PublicFacts() {
  const { data } = useLoad(
    (signal) => get("/log/checkpoint", { signal, asks: false, asText: true }),
    [],
  );
  if (!data) return null;
  const [name, size] = data.split("\n");
  return html`
    <dl class="facts" id="public-facts">
      <dt>${t("landing.ledger")}</dt>
      <dd><code>${name}</code></dd>
      <dt>${t("landing.checkpoint")}</dt>
      <dd>${t("landing.size", { n: Number(size) })}</dd>
    </dl>
  `;
}

export default function Landing() {
  return html`
    <div class="landing">
      <div>
        <${Title}>${t("landing.title")}<//>
        <p class="lead">${t("landing.what")}</p>
        <${PublicFacts} />
        <p class="links">
          <${Link} to="/help/proof">${t("landing.help")}<//>
          <a href=${href("/docs")}>${t("landing.docs")}</a>
        </p>
      </div>
      <section class="card" aria-labelledby="sign-in">
        <h2 id="sign-in">${t("signIn.title")}</h2>
        <${SignIn} />
      </section>
    </div>
  `;
}
