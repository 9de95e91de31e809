// The trees in an entry: of the customers of a job, and of the outcomes that a change reports.
import { compare, toHex, utf8 } from "./bytes.js";
import { malformed } from "./error.js";
import { canonical } from "./json.js";
import { rootOf } from "./merkle.js";

/**
 * How many items, and the root over them in hex: `customers` and `outcomes` of an entry.
 * @typedef {{ count: number, root: string }} Subtree
 */

/**
 * How a job ended for one of its customers.
 * @typedef {{ cid: string, status: string, message?: string | null }} Outcome
 */

/**
 * What an entry's `customers` must be if these are the customers of the job. Takes about half
 * a second for 100,000.
 * @param {string[]} cids in the order in which the API lists them: ascending as bytes
 * @returns {Subtree}
 * @throws {import("./error.js").VerifyError} `malformed`
 */
export function customersOf(cids) {
  const leaves = cids.map(utf8);
  checkOrder(leaves, "customers");
  return { count: leaves.length, root: toHex(rootOf(leaves)) };
}

/**
 * What an entry's `outcomes` must be if it reports these.
 * @param {Outcome[]} outcomes ascending by the bytes of the cid
 * @returns {Subtree}
 * @throws {import("./error.js").VerifyError} `malformed`
 */
export function outcomesOf(outcomes) {
  checkOrder(
    outcomes.map(({ cid }) => utf8(cid)),
    "outcomes",
  );
  const leaves = outcomes.map(({ cid, message, status }) =>
    utf8(canonical({ cid, message: message ?? undefined, status })),
  );
  return { count: leaves.length, root: toHex(rootOf(leaves)) };
}

/**
 * @param {Uint8Array[]} cids
 * @param {string} what
 */
function checkOrder(cids, what) {
  for (let n = 1; n < cids.length; n += 1) {
    if (compare(cids[n - 1], cids[n]) >= 0) {
      throw malformed(what, "must ascend by the bytes of the cids, none twice");
    }
  }
}
