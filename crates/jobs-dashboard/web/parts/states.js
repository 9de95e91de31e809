// What a page shows while there is nothing to show.
import { t } from "../texts/t.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";

export const Loading = () => html`<p class="state" role="status">${t("app.loading")}</p>`;

/**
 * @param {{ title: string, children?: import("./html.js").Children }} props
 */
export const Empty = ({ title, children }) => html`
  <div class="state">
    <p class="state-title">${title}</p>
    ${children}
  </div>
`;

/** @param {import("../lib/problem.js").Problem} problem */
export function titleOf({ status, type, title }) {
  if (status < 0) return t("problem.fault");
  if (status === 0) return t("problem.network");
  if (type === "timeout") return t("problem.timeout");
  if (status === 401) return t("problem.401");
  if (status === 403) return t("problem.403");
  if (status === 404) return t("problem.404");
  if (status === 429) return t("problem.429");
  if (status === 503) return t("problem.503");
  return title;
}

/** In a few words why something failed. @param {import("../lib/problem.js").Problem} problem */
export const whyOf = (problem) => (problem.isNetwork ? titleOf(problem) : problem.message);

/** What to do. @param {import("../lib/problem.js").Problem} problem */
function hintOf({ status, type, retryAfter }) {
  if (status === 0) return t("problem.networkHint");
  if (status === 404) return t("problem.404Hint");
  if (type.endsWith(":maybe-recorded")) return t("problem.maybeRecorded");
  if (retryAfter) return t("problem.waitHint", { n: retryAfter });
  return "";
}

/**
 * A problem, with what to do. `retry` is called by its button.
 * @param {{ problem: import("../lib/problem.js").Problem | null, retry?: () => void }} props
 */
export function ErrorNotice({ problem, retry }) {
  if (!problem) return null;
  const hint = hintOf(problem);
  return html`
    <div class="notice notice-error" role="alert">
      <${Icon} name="alarm" />
      <div>
        <p class="notice-title">${titleOf(problem)}</p>
        ${!problem.isNetwork && problem.detail && html`<p>${problem.detail}</p>`}
        ${hint && html`<p>${hint}</p>`} ${retry && problem.isTemporary && t("app.retrying")}
        ${retry && html`<p><button type="button" onClick=${retry}>${t("app.again")}</button></p>`}
      </div>
    </div>
  `;
}

/**
 * What `useLoad` has: the children once there is data, or what is shown instead of it.
 * @template T
 * @param {object} props
 * @param {import("./hooks.js").Loaded<T>} props.of
 * @param {(data: T) => any} props.children
 */
export function Loadable({ of, children }) {
  return html`
    <${ErrorNotice} problem=${of.error} retry=${of.reload} />
    ${of.data !== undefined ? children(of.data) : of.isLoading && html`<${Loading} />`}
  `;
}
