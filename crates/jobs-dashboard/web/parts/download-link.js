// A link to a file that the server makes. It says so if the server is not reached, or the session
// has ended; what is refused for another reason is the browser's to show.
import { fetchFile, isPlain } from "../lib/download.js";
import { problemFrom } from "../lib/problem.js";
import { t } from "../texts/t.js";
import { html } from "./html.js";
import { say } from "./messages.js";
import { whyOf } from "./states.js";

/** @param {string} url @param {string} [name] */
async function fetchAndSay(url, name) {
  try {
    await fetchFile(url, name);
  } catch (error) {
    const why = whyOf(problemFrom(error));
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
