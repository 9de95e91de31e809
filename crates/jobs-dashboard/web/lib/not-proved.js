// What this page finds wrong with what the server shows, beside what the verifier finds.

/** An error with a code, for the text in the language of the page, and a message for files. */
export class NotProved extends Error {
  /**
   * @param {"otherJob" | "facts" | "customers" | "outcomes" | "counts" | "texts" | "path" |
   *   "refused"} code
   * @param {string} message in English
   * @param {Record<string, string | number>} [values] of the text
   */
  constructor(code, message, values = {}) {
    super(message);
    this.name = "NotProved";
    this.code = code;
    this.values = values;
  }
}
