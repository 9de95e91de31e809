// An error of the API (RFC 9457), or of the way to it.

export class Problem extends Error {
  /**
   * @param {object} parts
   * @param {number} parts.status the HTTP status; 0 if there was no answer, -1 for a fault here
   * @param {string} [parts.type] such as `urn:jobs:problem:invalid`, or `network`
   * @param {string} [parts.title]
   * @param {string} [parts.detail]
   * @param {string | null} [parts.field] the member or parameter that is wrong
   * @param {number | null} [parts.retryAfter] in seconds
   * @param {any} [parts.body] the answer as a whole
   */
  constructor({ status, type, title, detail, field, retryAfter, body }) {
    super(detail || title || String(status));
    this.name = "Problem";
    this.status = status;
    this.type = type ?? "about:blank";
    this.title = title ?? "";
    this.detail = detail ?? "";
    this.field = field ?? null;
    this.retryAfter = retryAfter ?? null;
    this.body = body ?? null;
  }

  /** Whether the server was not reached at all. */
  get isNetwork() {
    return this.status === 0;
  }

  /** Whether the page itself failed. */
  get isFault() {
    return this.status < 0;
  }

  /** Whether the same request may succeed later, without any change to it. */
  get isTemporary() {
    return [0, 408, 429, 502, 503, 504].includes(this.status);
  }
}

/**
 * What was thrown, as something to show: an error that is no `Problem` is a fault of the page.
 * @param {any} error
 */
export const problemFrom = (error) =>
  error instanceof Problem
    ? error
    : new Problem({ status: -1, type: "fault", detail: String(error?.message || error) });

/**
 * The problem in an answer that is an error; legacy paths have other members.
 * @param {Response} response
 */
export async function problemOf(response) {
  const text = await response.text().catch(() => "");
  /** @type {any} */
  let body = null;
  try {
    body = JSON.parse(text);
  } catch {
    // A proxy in front answers with a page.
  }
  return new Problem({
    status: response.status,
    type: body?.type,
    title: body?.title ?? response.statusText,
    detail: body?.detail ?? body?.message ?? body?.error,
    field: body?.field,
    retryAfter: Number(response.headers.get("retry-after")) || null,
    body,
  });
}
