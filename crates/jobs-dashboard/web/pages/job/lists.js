// Whether the lists and texts of a job are those that its proved entries name.
import { customersOf, outcomesOf, textSha256 } from "../../verify/index.js";
import { jobOf } from "../../lib/job-entries.js";
import { NotProved } from "../../lib/not-proved.js";
import { whyOf } from "../../texts/reasons.js";
import { NAMED, STATUSES } from "./state.js";

/** @typedef {any} Entry as `/overview` has it */

/** How many outcomes the entries report. @param {Entry[]} entries */
export const outcomeCount = (entries) =>
  entries.reduce((sum, { outcomes }) => sum + (outcomes?.count ?? 0), 0);

/**
 * What the lists of a job say, once they are seen to be those of its proved entries.
 * @typedef {object} Lists
 * @property {Set<string>} cids
 * @property {Map<string, { status: string, message: string | null, index: number }>} named
 * @property {any} job as the entries have it
 */

/**
 * @param {Entry[]} entries proved
 * @param {string[]} cids all customers
 * @param {Entry[]} history the entries as `/history` has them, with lists of outcomes
 * @returns {Lists}
 * @throws {Error} if they are not those of the entries
 */
export function proveLists(entries, cids, history) {
  if (!isSame(customersOf(cids), entries[0].customers)) {
    throw new NotProved("customers", "the customers are not those of the entry");
  }
  const named = new Map();
  for (const { index, outcomes } of entries) {
    if (!outcomes) continue;
    const list = history.find((entry) => entry.index === index)?.outcomes ?? [];
    if (!isSame(outcomesOf(list), outcomes)) {
      const why = `the outcomes are not those of entry ${index}`;
      throw new NotProved("outcomes", why, { index });
    }
    for (const { cid, status, message } of list) {
      named.set(cid, { status, message: message ?? null, index });
    }
  }
  return { cids: new Set(cids), named, job: jobOf(entries) };
}

/** @param {any} found @param {any} expected */
const isSame = (found, expected) => found.count === expected.count && found.root === expected.root;

/** What a job says of a customer whom no entry names. @param {any} job */
const ofTheJob = ({ status, index, changes }) => ({
  status,
  message: null,
  index: changes.at(-1) ?? index,
});

/** The letters that the server takes for the same. @param {string} text */
const lower = (text) => text.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());

/**
 * The rows of the lists, as `/outcomes` has them, without asking the server: by status, those
 * that an entry names before the others, and then by cid.
 * @param {Lists} lists
 * @param {{ outcome: string, search: string }} filters
 */
export function rowsOf({ cids, named, job }, filters) {
  const search = lower(filters.search);
  const isChosen = (/** @type {{ status: string, own: boolean }} */ { status, own }) =>
    !filters.outcome || (filters.outcome === NAMED ? own : status === filters.outcome);
  /** @type {any[]} */
  const own = [];
  /** @type {any[]} */
  const others = [];
  for (const cid of cids) {
    const outcome = named.get(cid) ?? ofTheJob(job);
    const row = { cid, ...outcome, own: named.has(cid) };
    if (!isChosen(row)) continue;
    if (!lower(cid).includes(search) && !lower(row.message ?? "").includes(search)) continue;
    (row.own ? own : others).push(row);
  }
  const rows = [...own, ...others];
  return STATUSES.flatMap((status) => rows.filter((row) => row.status === status));
}

/**
 * Whether a row of `/outcomes` is what the lists say, of an entry that is among the entries.
 * @param {Lists} lists
 * @param {any} row
 */
export function isRowRight({ cids, named, job }, { cid, status, message, own, index }) {
  const outcome = named.get(cid) ?? ofTheJob(job);
  return (
    cids.has(cid) &&
    own === named.has(cid) &&
    index === outcome.index &&
    status === outcome.status &&
    message === outcome.message
  );
}

/**
 * Whether counts of `/overview` are what the lists say.
 * @param {Lists} lists
 * @param {{ counts: Record<string, number>, named: number }} summary
 */
export function areCountsRight({ cids, named, job }, summary) {
  /** @type {Record<string, number>} */
  const counts = { [job.status]: cids.size - named.size };
  for (const { status } of named.values()) counts[status] = (counts[status] ?? 0) + 1;
  const statuses = Object.keys(summary.counts);
  return (
    summary.named === named.size &&
    statuses.every((status) => summary.counts[status] === (counts[status] ?? 0))
  );
}

/**
 * The lists of a job, proved or not, with what was received: the evidence if a row differs later.
 * @param {{ entries: Entry[], outcomes: any }} overview
 * @param {{ customers: string[], history: Entry[] }} received
 */
export function checkLists({ entries, outcomes }, received) {
  try {
    const lists = proveLists(entries, received.customers, received.history);
    if (!areCountsRight(lists, outcomes)) {
      throw new NotProved("counts", "the counts of outcomes are not those of the entries");
    }
    return { state: /** @type {const} */ ("proved"), lists, why: "", received };
  } catch (error) {
    return { state: /** @type {const} */ ("wrong"), lists: null, why: whyOf(error), received };
  }
}

/**
 * Whether a payload is the one that the entry names.
 * @param {Entry} first
 * @param {string} payload
 */
export const isPayloadRight = (first, payload) =>
  textSha256(payload) === first.request_payload_sha256;
