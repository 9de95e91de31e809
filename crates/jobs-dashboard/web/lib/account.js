// Who is signed in.
import { get, post, Problem } from "./api.js";
import { keptStore } from "./storage.js";
import { store } from "./store.js";

/**
 * @typedef {object} Account
 * @property {string} user_id
 * @property {"operator" | "auditor" | "admin"} role
 * @property {"token" | "session" | "proxy" | "jwt"} signed_in_by
 * @property {{ id: string, begun_at: string, ends_at: string } | null} [session]
 * @property {boolean} [is_listed]
 * @property {boolean} [has_password]
 * @property {boolean} [may_make_tokens]
 */

/** Undefined until it is known; null when nobody is signed in. */
export const account = store(/** @type {Account | null | undefined} */ (undefined));

/**
 * Calls `forget` when another user is signed in, or nobody: what one user saw or wrote must not
 * be there for the next one. Signing in again as the same user is no change.
 * @param {() => void} forget
 */
export function onOtherUser(forget) {
  let user = account.get()?.user_id;
  return account.watch((now) => {
    if (now?.user_id === user) return;
    user = now?.user_id;
    forget();
  });
}

/**
 * Calls `reload` when another tab has signed in somebody else: the cookie is now theirs, and this
 * page still has what its own user saw and typed.
 * @param {() => void} reload
 */
export function onOtherTab(reload) {
  const newest = keptStore("user", "");
  account.watch((now) => now && newest.set(now.user_id));
  newest.watch((user) => {
    const own = account.get()?.user_id;
    if (!own || !user || own === user) return;
    // Everything is forgotten first: a form that is not sent would ask whether to stay.
    account.set(undefined);
    reload();
  });
}

/**
 * Reads who is signed in. Fails only if the server cannot say, or if something on the way sends a
 * bearer token that is not accepted.
 */
export async function readAccount() {
  account.set(await get("/v1/account", { asks: false }));
}

/**
 * Begins a session.
 * @param {{ username: string, password: string } | { token: string }} credentials
 * @returns {Promise<Account>}
 */
export async function signIn(credentials) {
  const signedIn = await post("/v1/sign-in", credentials, { asks: false });
  account.set(signedIn);
  return signedIn;
}

/** Ends the session. */
export async function signOut() {
  try {
    await post("/v1/sign-out", {}, { asks: false });
  } catch (error) {
    // It has ended already.
    if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
  account.set(null);
}
