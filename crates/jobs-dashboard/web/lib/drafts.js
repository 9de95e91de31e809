// What was typed into a dialog and not sent: kept for as long as the page, in memory only.
import { onOtherUser } from "./account.js";
import { newKey } from "./api.js";

/**
 * @template T
 * @typedef {object} Draft
 * @property {T} value
 * @property {string} key the `Idempotency-Key` to send it with: another one for another value
 */

/** @type {Map<string, Draft<any>>} */
const drafts = new Map();
onOtherUser(() => drafts.clear());

/**
 * What was left under a name, or a new draft.
 * @template T
 * @param {string} name
 * @param {T} first
 * @returns {Draft<T>}
 */
export const draftOf = (name, first) => drafts.get(name) ?? { value: first, key: newKey() };

/**
 * Keeps a changed value.
 * @template T
 * @param {string} name
 * @param {T} value
 * @returns {Draft<T>}
 */
export function keepDraft(name, value) {
  const draft = { value, key: newKey() };
  drafts.set(name, draft);
  return draft;
}

/** Forgets what was sent, unless it was changed since. @param {string} name @param {string} key */
export function forgetDraft(name, key) {
  if (drafts.get(name)?.key === key) drafts.delete(name);
}
