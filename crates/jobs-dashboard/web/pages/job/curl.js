// A Set Action as a command for a shell.

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** What a here-document takes for its own. @param {string} text */
const literal = (text) => text.replace(/[\\$`]/g, "\\$&");

/**
 * Sends what a job sent, as a new job. The body is a here-document, which has no limit of length;
 * the payload is one line, so it cannot end it.
 * @param {object} job
 * @param {string} job.server the address of the ledger
 * @param {string} job.url the recorded one
 * @param {string} job.payload JSON, as recorded
 */
export function curlOf({ server, url, payload }) {
  const start = `{"url":${literal(JSON.stringify(url))},"token":"$UPSTREAM_TOKEN","isPost":true`;
  return `curl -sS ${quoted(`${server}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<BODY
${start},"postData":${literal(payload)}}
BODY
`;
}
