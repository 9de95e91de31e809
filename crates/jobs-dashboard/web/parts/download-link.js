// A link to a file that the server makes, which does not fail unseen.
import { fetchFile, isPlain } from "../lib/download.js";
import { problemFrom } from "../lib/problem.js";
import { t } from "../texts/t.js";
import { html } from "./html.js";
import { say } from "./messages.js";
import { titleOf } from "./states.js";

/** @param {string} url @param {string} [name] */
async function fetchAndSay(url, name) {
  try {
    await fetchFile(url, name);
  } catch (error) {
    const problem = problemFrom(error);
    const why = problem.isNetwork ? titleOf(problem) : problem.message;
    say(t("app.notDownloaded", { why }), "error");
  }
}

/**
 * @param {object} props
 * @param {string} props.href
 * @param {string} [props.name] of the file, if the server does not name it
 * @param {string} [props.class]
 * @param {() => void} [props.onClick]
 * @param {import("./html.js").Children} props.children
 */
export const DownloadLink = ({ href, name, onClick, children, ...rest }) => html`
  <a
    href=${href}
    download=${name ?? true}
    onClick=${(/** @type {MouseEvent} */ event) => {
      onClick?.();
      if (!isPlain(event)) return;
      event.preventDefault();
      fetchAndSay(href, name);
    }}
    ...${rest}
  >
    ${children}
  </a>
`;
