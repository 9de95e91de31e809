// What the page says of the ledger as a whole, in one line: the key of its text, and the numbers.
import { sizeOf } from "./ledger-proof.js";

/** @typedef {"alarm" | "unchecked" | "signedOut" | "first" | "same" | "grown"} Name */

/**
 * Null while there is nothing to say.
 * @param {import("./ledger-watch.js").State} state
 * @param {import("./ledger-proof.js").Kept | null} visit the ledger at the visit before
 * @param {boolean} isSignedIn who is not gets no proof that the ledger has only grown
 * @returns {{ name: Name, values?: Record<string, number> } | null}
 */
export function statusOf({ alarm, warning, isUnchecked, finding }, visit, isSignedIn) {
  if (alarm) return { name: "alarm" };
  if (warning || isUnchecked) return { name: isSignedIn ? "unchecked" : "signedOut" };
  if (!finding) return null;
  const [from, to] = [sizeOf(visit?.checkpoint), finding.to];
  if (!visit) return { name: "first", values: { n: to } };
  if (from === to) return { name: "same", values: { n: to } };
  return { name: "grown", values: { from, to } };
}
