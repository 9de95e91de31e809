// Buttons that copy customers, or offer them as a file.
import { copy } from "../lib/clipboard.js";
import { csv } from "../lib/csv-write.js";
import { download } from "../lib/download.js";
import { t } from "../texts/t.js";
import { useAction } from "./hooks.js";
import { html } from "./html.js";
import { Icon } from "./icons.js";
import { say } from "./messages.js";
import { ErrorNotice } from "./states.js";

/**
 * @param {object} props
 * @param {string} props.name of the file, without its ending
 * @param {string[]} props.columns members of a row
 * @param {() => Promise<any[]>} props.read all rows, each with its `cid`
 */
export function Export({ name, columns, read }) {
  const [run, isBusy, problem] = useAction(async (/** @type {"copy" | "csv"} */ how) => {
    const rows = await read();
    if (how === "csv") {
      const lines = rows.map((row) => columns.map((column) => row[column]));
      return download(`${name}.csv`, csv(columns, lines), "text/csv");
    }
    const text = rows.map(({ cid }) => cid).join("\n");
    if (await copy(text)) return say(t("job.copiedCustomers", { n: rows.length }));
    return download(`${name}.txt`, text, "text/plain");
  });
  return html`
    <button type="button" disabled=${isBusy} onClick=${() => run("copy")}>
      <${Icon} name="copy" />${t("job.copyCustomers")}
    </button>
    <button type="button" disabled=${isBusy} onClick=${() => run("csv")}>
      <${Icon} name="download" />${t("app.csv")}
    </button>
    <${ErrorNotice} problem=${problem} />
  `;
}
