// What was filled in and not sent yet, for as long as the page is loaded: a link, or the Back
// button, must not lose thousands of customers.
import { newKey } from "../../lib/api.js";
import { onOtherUser } from "../../lib/account.js";
import { underWay } from "../../lib/sending.js";
import { actionOf, urlOf } from "./state.js";

/**
 * @typedef {object} Draft
 * @property {import("./state.js").Form} form
 * @property {import("./state.js").Source} source
 * @property {string} typed what the text area had before a file was chosen
 * @property {boolean} isRemoved whether the customers that are not good are left out
 * @property {string} key the `Idempotency-Key` of its request
 */

/** By the query of the address: a link to the form with a customer is a form of its own. */
const drafts = /** @type {Map<string, Draft>} */ (new Map());

/** @param {Event} event */
const warn = (event) => {
  // What is being sent is found again after a reload.
  if (hasUnsent() && underWay.size === 0) event.preventDefault();
};

/** Whether somebody filled in customers that were not sent. */
export const hasUnsent = () => [...drafts.values()].some(({ source }) => source.text.trim() !== "");

/** Browsers keep a page that does not listen for the Back button. */
function follow() {
  if (hasUnsent()) globalThis.addEventListener?.("beforeunload", warn);
  else globalThis.removeEventListener?.("beforeunload", warn);
}

/**
 * A form that nobody has filled in.
 * @param {import("./state.js").Form} form
 * @param {import("./state.js").Source} source
 * @returns {Draft}
 */
export const begun = (form, source) => ({
  form,
  source,
  typed: source.text,
  isRemoved: false,
  key: newKey(),
});

/** @param {string} search */
export const formDraftAt = (search) => drafts.get(search) ?? null;

/** Keeps everything but the token. @param {string} search @param {Draft} draft */
export function keepFormDraft(search, draft) {
  drafts.set(search, { ...draft, form: { ...draft.form, token: "" } });
  follow();
}

/**
 * It was sent, or is not wanted any more. One that was changed since has another key, and stays.
 * @param {string} search
 * @param {string | undefined} key
 * @returns {boolean} whether it was still there
 */
export function dropFormDraft(search, key) {
  const isThere = key !== undefined && drafts.get(search)?.key === key;
  if (isThere) drafts.delete(search);
  follow();
  return isThere;
}

onOtherUser(() => {
  drafts.clear();
  follow();
});

/** What makes it another request, if it changes. @param {Draft} draft */
const requestOf = ({ form, source }) => [urlOf(form), actionOf(form), form.batch, source];

/**
 * A draft with a change. What is sent twice has one key; what is changed is another request.
 * @param {Draft} draft
 * @param {Partial<Draft>} part
 * @returns {Draft}
 */
function changed(draft, part) {
  const next = { ...draft, ...part };
  const before = requestOf(draft);
  const isSame = requestOf(next).every((value, n) => value === before[n]);
  return isSame ? next : { ...next, key: newKey() };
}

/** @param {Draft} draft @param {Partial<import("./state.js").Form>} part */
export const withForm = (draft, part) => changed(draft, { form: { ...draft.form, ...part } });

/**
 * With other customers, or the same ones read in another way. Those of another text are not marked
 * yet, so that none is left out unseen.
 * @param {Draft} draft
 * @param {import("./state.js").Source} source
 */
export function withSource(draft, source) {
  const isRemoved = draft.isRemoved && source.text === draft.source.text;
  const typed = source.isLarge ? draft.typed : source.text;
  return changed(draft, { source, typed, isRemoved });
}
