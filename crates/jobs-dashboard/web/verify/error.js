// The one error that this module throws on purpose: a proof is wrong, and why.

/**
 * What is wrong, for programs:
 * - `malformed`: something is not spelt as its format has it.
 * - `shape`: the numbers and the count of hashes do not fit each other.
 * - `root`: the proof leads to another root, so what is shown is not what was recorded.
 * - `unsigned`: the key has not signed. `signature`: its signature is not genuine.
 * - `origin`: it is about another ledger than the key's. `key`: it names another key.
 * - `rules`: each entry is genuine, but they are not all that was recorded, in this order.
 * @typedef {"malformed" | "shape" | "root" | "unsigned" | "signature" | "origin" | "key" | "rules"}
 *   Code
 */

/** A proof that proves nothing. */
export class VerifyError extends Error {
  /**
   * @param {Code} code
   * @param {string} message
   */
  constructor(code, message) {
    super(message);
    this.name = "VerifyError";
    this.code = code;
  }
}

/**
 * @param {string} what what was read: `checkpoint`, `receipt`, …
 * @param {string} reason
 */
export const malformed = (what, reason) => new VerifyError("malformed", `${what}: ${reason}`);
