// From an entry, as the API serves it and a page shows it, to its leaf: what the tree hashes.
import { utf8 } from "./bytes.js";
import { malformed } from "./error.js";
import { canonical, isObject } from "./json.js";
import { isCount } from "./merkle.js";
import { textSha256 } from "./sha256.js";

/** A longer text is in the leaf as its hash. */
const INLINE_BYTES_MAX = 256;

const LEAF_BYTES_MAX = 65_535;

/**
 * An entry as `GET /v1/jobs/{job_id}/overview` has it: with the count and the root of customers and
 * outcomes in place of the lists, and hashes in place of payload and original.
 * @typedef {Record<string, unknown>} Entry
 */

/** How a member is in a leaf: always, if it has a value, or as a text that may be hashed. */
const MUST = "must";
const MAY = "may";
const TEXT = "text";

/** @typedef {Record<string, string>} Members */

const FACTS = /** @type {Members} */ ({
  action_code: MUST,
  action_name: MUST,
  batch_id: MAY,
  cluster_url: MAY,
  created_at: MUST,
  customers: MUST,
  job_id: MUST,
  request_payload_sha256: MAY,
  source: MUST,
  submitted_by: MAY,
  user_id: MUST,
});

const DETAILS = /** @type {Members} */ ({
  cause: MUST,
  error_message: TEXT,
  http_status: MAY,
  response_summary: TEXT,
  status: MUST,
});

const LATER = /** @type {Members} */ ({
  actor: MUST,
  job_id: MUST,
  previous: MUST,
  recorded_at: MUST,
  request_key: MAY,
});

/**
 * The members of each kind of leaf, besides `kind` and `v`.
 * @type {Map<unknown, Members>}
 */
const KINDS = new Map([
  ["job_created", { ...FACTS, request_key: MAY, retry_of: MAY }],
  [
    "job_imported",
    { ...FACTS, ...DETAILS, original_sha256: MAY, recorded_at: MUST, updated_at: MAY },
  ],
  ["status_changed", { ...LATER, ...DETAILS, outcomes: MAY }],
  ["note_added", { ...LATER, text: TEXT }],
]);

/**
 * The text of an entry's leaf.
 *
 * Every member of the entry must be in the leaf, or follow from it: what a page shows beside it
 * would look proved, and is not. So an entry with another member is an error.
 * @param {Entry} entry
 * @returns {string} canonical JSON
 * @throws {import("./error.js").VerifyError} `malformed`
 */
export function leafOf(entry) {
  if (!isObject(entry)) throw malformed("entry", "is not an object");
  const members = KINDS.get(entry.kind);
  if (!members) throw malformed("entry", `is of an unknown kind: ${entry.kind}`);
  const leaf = /** @type {Record<string, unknown>} */ ({ kind: entry.kind, v: 1 });
  for (const [name, how] of Object.entries(members)) {
    const value = valueOf(entry, name);
    if (value === undefined) {
      if (how === MUST) throw malformed("entry", `has no ${name}`);
    } else if (how === TEXT && utf8(/** @type {string} */ (value)).length > INLINE_BYTES_MAX) {
      leaf[`${name}_sha256`] = textSha256(/** @type {string} */ (value));
    } else {
      leaf[name] = value;
    }
  }
  if (entry.kind === "note_added" && valueOf(entry, "text") === undefined) {
    throw malformed("entry", "has no text");
  }
  for (const name of Object.keys(entry)) {
    const isKnown = name === "kind" || Object.hasOwn(members, name) || follows(entry, name);
    if (!isKnown) throw malformed("entry", `its ${name} is not what its leaf says`);
  }
  const text = canonical(leaf);
  if (utf8(text).length > LEAF_BYTES_MAX) throw malformed("entry", "has too long a leaf");
  return text;
}

/**
 * Whether a member that is not in the leaf follows from the leaf, or from the place in the tree.
 * @param {Entry} entry
 * @param {string} name
 */
function follows(entry, name) {
  const value = valueOf(entry, name);
  if (value === undefined) return true;
  const isCreated = entry.kind === "job_created";
  switch (name) {
    case "index":
      return isCount(value);
    case "path":
      return true;
    case "customer_count":
      return isObject(entry.customers) && entry.customers.count === value;
    case "status":
      return isCreated && value === "IN_PROGRESS";
    case "recorded_at":
      return isCreated && value === entry.created_at;
    default:
      return false;
  }
}

/**
 * The value of an entry's own member; undefined if it has none.
 * @param {Entry} entry
 * @param {string} name
 */
export const valueOf = (entry, name) =>
  Object.hasOwn(entry, name) && entry[name] !== null ? entry[name] : undefined;
