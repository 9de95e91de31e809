// What is typed into a dialog, there again when it is opened again.
import { draftOf, forgetDraft, keepDraft } from "../lib/drafts.js";
import { useState } from "./html.js";

/**
 * @template T
 * @param {string} name of the dialog, and what it is about
 * @param {T} first
 */
export function useDraft(name, first) {
  const [draft, setDraft] = useState(() => draftOf(name, first));
  return {
    ...draft,
    set: (/** @type {T} */ value) => setDraft(keepDraft(name, value)),
    /** To be called once it was sent. */
    forget: () => forgetDraft(name, draft.key),
  };
}
