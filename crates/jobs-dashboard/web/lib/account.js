// Who is signed in.
import { get, post, Problem } from "./api.js";
import { store } from "./store.js";

/**
 * @typedef {object} Account
 * @property {string} user_id
 * @property {"operator" | "auditor" | "admin"} role
 * @property {"token" | "session" | "proxy" | "jwt"} signed_in_by
 * @property {{ id: string, begun_at: string, ends_at: string } | null} [session]
 * @property {boolean} [is_listed]
 * @property {boolean} [has_password]
 */

/** Undefined until it is known; null when nobody is signed in. */
export const account = store(/** @type {Account | null | undefined} */ (undefined));

/** @param {unknown} error */
const isMissing = (error) => error instanceof Problem && [404, 405].includes(error.status);

/** Reads who is signed in. Fails only if the server cannot say. */
export async function readAccount() {
  try {
    account.set(await fetchAccount());
  } catch (error) {
    if (!(error instanceof Problem) || error.status !== 401) throw error;
    account.set(null);
  }
}

/** @returns {Promise<Account>} */
async function fetchAccount() {
  try {
    return await get("/v1/account", { asks: false });
  } catch (error) {
    if (!isMissing(error)) throw error;
    return (await get("/v1/meta", { asks: false })).caller; // until /v1/account is there
  }
}

/**
 * Begins a session.
 * @param {{ username: string, password: string } | { token: string }} credentials
 * @returns {Promise<Account>}
 */
export async function signIn(credentials) {
  let signedIn;
  try {
    signedIn = await post("/v1/sign-in", credentials, { asks: false });
  } catch (error) {
    if (!isMissing(error)) throw error;
    await post("/api/login", credentials, { asks: false }); // until /v1/sign-in is there
    signedIn = await fetchAccount();
  }
  account.set(signedIn);
  return signedIn;
}

/** Ends the session. */
export async function signOut() {
  try {
    await post("/v1/sign-out", {}, { asks: false });
  } catch (error) {
    if (isMissing(error)) await post("/api/logout", {}, { asks: false });
    else if (!(error instanceof Problem) || error.status !== 401) throw error;
  }
  account.set(null);
}
