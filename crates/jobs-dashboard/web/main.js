// The page: which module shows which address, and who may see it.
import { account, onOtherTab, readAccount } from "./lib/account.js";
import { get } from "./lib/api.js";
import { onFailure } from "./lib/failures.js";
import { keepFocus } from "./lib/focus.js";
import { find, place, startRouter } from "./lib/router.js";
import { Layout } from "./parts/layout.js";
import { useLoad, useStore } from "./parts/hooks.js";
import { html, render, useEffect, useErrorBoundary, useState } from "./parts/html.js";
import { say } from "./parts/messages.js";
import { ErrorNotice, Empty, Loading } from "./parts/states.js";
import { Link, Title } from "./parts/text.js";
import { language } from "./texts/language.js";
import { t } from "./texts/t.js";

const landing = () => import("./pages/landing/page.js");
const help = () => import("./pages/help/page.js");
const jobs = () => import("./pages/jobs/page.js");
const customer = () => import("./pages/customer/page.js");

/** `isPublic`: also for those who are not signed in. */
const ROUTES = [
  { pattern: "/", load: jobs },
  { pattern: "/jobs", load: jobs },
  { pattern: "/jobs/:job_id", load: () => import("./pages/job/page.js") },
  {
    pattern: "/jobs/:job_id/compare/:other_id",
    load: () => import("./pages/compare/page.js"),
  },
  { pattern: "/customers", load: customer },
  { pattern: "/customers/:cid", load: customer },
  { pattern: "/set-action", load: () => import("./pages/set-action/page.js") },
  { pattern: "/overview", load: () => import("./pages/overview/page.js") },
  { pattern: "/account", load: () => import("./pages/account/page.js") },
  { pattern: "/admin", load: () => import("./pages/admin/page.js") },
  { pattern: "/help", load: help, isPublic: true },
  { pattern: "/help/:topic", load: help, isPublic: true },
];
const LANDING = { pattern: "", load: landing, isPublic: true };

/** @param {{ route: typeof LANDING, params: Record<string, string> }} props */
function Page({ route, params }) {
  const [page, setPage] = useState(/** @type {any} */ (null));
  const [failed, setFailed] = useState("");
  const [fault] = useErrorBoundary(console.error);
  useEffect(() => {
    // An update of the server takes away the files of the page that is open.
    route.load().then(
      (module) => setPage(() => module.default),
      () =>
        get("/v1/account", { asks: false }).then(
          () => setFailed(t("app.updated")),
          () => setFailed(t("app.notLoaded")),
        ),
    );
  }, []);
  if (fault) {
    return html`
      <${Empty} title=${t("app.broken")}><p>${t("app.failed", { why: fault.message })}</p><//>
    `;
  }
  if (failed) {
    return html`
      <${Empty} title=${failed}>
        <button type="button" onClick=${() => location.reload()}>${t("app.reload")}</button>
      <//>
    `;
  }
  return page ? html`<${page} ...${params} />` : html`<${Loading} />`;
}

const NotFound = () => html`
  <${Title}>${t("app.notFound")}<//>
  <p>${t("app.notFoundHint")}</p>
  <p><${Link} to="/">${t("app.toJobs")}<//></p>
`;

function App() {
  const { path } = useStore(place);
  const user = useStore(account);
  const start = useLoad(readAccount, []);
  if (user === undefined) {
    return html`
      <${Layout}>
        <${ErrorNotice} problem=${start.error} retry=${start.reload} />
        ${!start.error && html`<${Loading} />`}
      <//>
    `;
  }
  const found = find(ROUTES, path);
  if (!found) return html`<${Layout}><${NotFound} /><//>`;
  const isSeen = user !== null || found.route.isPublic;
  const { route, params } = isSeen ? found : { route: LANDING, params: {} };
  // Another user must see nothing of the one before.
  const key = `${user?.user_id} ${isSeen ? path : ""}`;
  return html`<${Layout}><${Page} key=${key} route=${route} params=${params} /><//>`;
}

document.documentElement.lang = language.locale;
onFailure(globalThis, (why) => say(t("app.failed", { why }), "error"));
onOtherTab(() => location.reload());
startRouter(ROUTES);
const root = /** @type {Element} */ (document.querySelector("#app"));
keepFocus(root);
render(html`<${App} />`, root);
