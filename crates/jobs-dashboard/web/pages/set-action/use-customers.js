// Reads and checks the customers while the page stays responsive.
import { guessDelimiter, inSlices, layout, parse, pick } from "../../lib/csv.js";
import { check } from "../../lib/customers.js";
import { useEffect, useRef, useState } from "../../parts/html.js";

/** Typing is not followed letter by letter. */
const TYPING_MS = 120;

/**
 * @typedef {object} Read
 * @property {import("./state.js").Source} source
 * @property {string} delimiter
 * @property {import("../../lib/csv.js").Rows} rows
 * @property {import("../../lib/csv.js").Layout} layout
 * @property {import("../../lib/customers.js").Checked} checked
 */

/**
 * What a source says; the one before until it is read. `isCurrent` says which.
 * @param {import("./state.js").Source} source
 * @param {number} bytesMax of a customer
 * @returns {{ read: Read | null, isCurrent: boolean }}
 */
export function useCustomers(source, bytesMax) {
  const [read, setRead] = useState(/** @type {Read | null} */ (null));
  const newest = useRef(read);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const work = async () => {
      const before = newest.current;
      const delimiter = source.delimiter ?? guessDelimiter(source.text);
      const isSame = before?.source.text === source.text && before.delimiter === delimiter;
      const rows = isSame ? before.rows : await inSlices(parse(source.text, delimiter), signal);
      const how = layout(rows.rows, source);
      const picked = pick(rows, how);
      const steps = check(picked, { trims: source.trims, bytesMax });
      const checked = await inSlices(steps, signal);
      newest.current = { source, delimiter, rows, layout: how, checked };
      setRead(newest.current);
    };
    const wait = source.isLarge || !newest.current ? 0 : TYPING_MS;
    const timer = setTimeout(
      () => work().catch((error) => signal.aborted || reportError(error)),
      wait,
    );
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [source]);
  return { read, isCurrent: read?.source === source };
}
