// What a page showed when its reader went elsewhere, for the Back button.
import { account, onOtherUser } from "./account.js";

const KEPT_MS = 600_000;

/**
 * Keeps one value, for the user who left it only.
 * @template T
 * @param {() => number} [now]
 */
export function leftBehind(now = Date.now) {
  let kept = /** @type {{ value: T, search: string, until: number } | null} */ (null);
  onOtherUser(() => (kept = null));
  return {
    /**
     * A page ends only after its user has gone, so that it says whose value it is.
     * @param {string | undefined} user
     * @param {string} search the query of the page
     * @param {T} value
     */
    leave(user, search, value) {
      const isOwn = user !== undefined && user === account.get()?.user_id;
      kept = isOwn ? { value, search, until: now() + KEPT_MS } : null;
    },
    /** What was left at this query, or null. @param {string} search */
    find: (search) => (kept?.search === search && now() < kept.until ? kept.value : null),
  };
}
