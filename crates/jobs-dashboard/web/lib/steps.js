// Long lists that are shown in steps, so that a page stays small until its reader wants more.

/** How many rows are shown at first, and added by each step. */
export const STEP = 50;

/**
 * @param {number} count of all rows
 * @param {number} wanted how many the reader has asked for
 * @returns how many are shown and not shown, and how many the next step adds
 */
export function stepsOf(count, wanted) {
  const shown = Math.min(count, wanted);
  const left = count - shown;
  return { shown, left, next: Math.min(left, STEP) };
}

/**
 * Moves the focus to the first row that a step has added: its button may have gone with it.
 * @param {{ children: ArrayLike<any> } | null} list
 * @param {number} before how many rows there were
 * @param {boolean} isAbove whether they were added above those
 */
export function focusNew(list, before, isAbove) {
  const row = list?.children[isAbove ? 0 : before];
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
}
