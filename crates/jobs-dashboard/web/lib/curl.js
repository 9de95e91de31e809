// A Set Action as a command for a shell.
import { parse } from "./lossless-json.js";

/** @param {string} text */
const quoted = (text) => `'${text.replaceAll("'", "'\\''")}'`;

/** What a here-document takes for its own. @param {string} text */
const literal = (text) => text.replace(/[\\$`]/g, "\\$&");

/** What ends the here-document: a word that is not in it. @param {string} body */
function endOf(body) {
  let end = "BODY";
  while (body.includes(end)) end += "_";
  return end;
}

/** What is recorded in the place of a credential: docs/operating.md. */
const REDACTED = "[redacted]";

/**
 * With a variable in the place of each mark: the shell runs nothing until it is set.
 * @param {string} body
 */
function withVariables(body) {
  const [start, ...rest] = body.split(REDACTED);
  const names = rest.map((_, n) => `CREDENTIAL_${n + 1}`);
  const parts = rest.map((text, n) => `\${${names[n]}:?is not recorded: set it}${text}`);
  return { names, body: [start, ...parts].join("") };
}

/**
 * Sends what a job sent, as a new job. The body is a here-document, which has no limit of length.
 * Line breaks in JSON are only between its parts, where a space means the same.
 * @param {object} job
 * @param {string} job.server the address of the ledger
 * @param {string} job.url the recorded one
 * @param {string} job.payload JSON, as recorded
 * @returns {{ command: string, credentials: string[] } | null} the variables that stand for
 *   credentials; null if the payload is no JSON
 */
export function curlOf({ server, url, payload }) {
  try {
    parse(payload);
  } catch {
    return null;
  }
  const start = `{"url":${literal(JSON.stringify(url))},"token":"$UPSTREAM_TOKEN","isPost":true`;
  const sent = `${start},"postData":${literal(payload.replace(/[\r\n]+/g, " "))}}`;
  const { names: credentials, body } = withVariables(sent);
  const end = endOf(body);
  const command = `curl -sS ${quoted(`${server}/proxy_fetch`)} \\
  -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' --data-binary @- <<${end}
${body}
${end}
`;
  return { command, credentials };
}
