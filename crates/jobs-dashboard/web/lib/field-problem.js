// What is wrong with each field of a form, and what is wrong with the whole.

/**
 * @param {import("./problem.js").Problem | null} problem
 * @param {string[]} fields those that the form has
 * @returns {{ at: (field: string) => string | null, rest: typeof problem }}
 */
export function atFields(problem, fields) {
  const field = problem?.field;
  if (!problem || !field || !fields.includes(field)) return { at: () => null, rest: problem };
  // The label stands beside it, so the name of the member is left out.
  const text = problem.detail.startsWith(`${field}: `)
    ? problem.detail.slice(field.length + 2)
    : problem.detail;
  return { at: (name) => (name === field ? text : null), rest: null };
}
