// The list of users: what a search finds.

/**
 * @typedef {object} User
 * @property {string} user_id
 * @property {"operator" | "auditor" | "admin"} role
 * @property {boolean} has_password
 * @property {boolean} disabled
 * @property {string | null} created_at
 */

export const ROLES = /** @type {const} */ (["operator", "auditor", "admin"]);

/** Names compare without case and accents' spelling. @param {string} text */
const plain = (text) => text.normalize("NFKC").toLowerCase();

/**
 * Those whose name or role has a text in it, by name; those who are disabled come last.
 * @param {User[]} users
 * @param {string} text
 */
export function found(users, text) {
  const part = plain(text.trim());
  return users
    .filter(({ user_id, role }) => plain(user_id).includes(part) || role.startsWith(part))
    .toSorted(
      (a, b) => Number(a.disabled) - Number(b.disabled) || a.user_id.localeCompare(b.user_id),
    );
}
