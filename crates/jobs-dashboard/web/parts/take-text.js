// Buttons that copy a text, or offer it as a file.
import { copy } from "../lib/clipboard.js";
import { download } from "../lib/download.js";
import { t } from "../texts/t.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { say } from "./messages.js";

/**
 * Copies a text or, if the browser does not allow that, offers the file: the text may be too long
 * to be shown in a message.
 * @param {object} props
 * @param {string} props.text
 * @param {string} props.what what the message calls it
 * @param {string} props.name of the file
 * @param {string} props.type of the file
 */
export function TakeText({ text, what, name, type }) {
  const save = () => download(name, text, type);
  const take = async () => ((await copy(text)) ? say(t("app.copied", { what })) : save());
  return html`
    <button type="button" onClick=${take}><${Icon} name="copy" />${t("job.copyText")}</button>
    <button type="button" onClick=${save}>
      <${Icon} name="download" />${t("job.downloadText")}
    </button>
  `;
}
