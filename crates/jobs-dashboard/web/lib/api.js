// Requests to the API: JSON in, JSON out, and a Problem for whatever goes wrong.
import { toHex } from "../verify/bytes.js";
import { JsonText } from "./lossless-json.js";
import { href } from "./place.js";
import { Problem, problemOf } from "./problem.js";
import { store } from "./store.js";

export { Problem };

/**
 * @typedef {object} Options
 * @property {import("./place.js").Query} [query]
 * @property {AbortSignal} [signal]
 * @property {string} [key] the `Idempotency-Key`
 * @property {boolean} [asks] whether a 401 asks the user to sign in again; by default it does
 * @property {boolean} [asText] whether the answer is text
 */

/** How long is waited for what is read. What is sent may take as long as its upstream takes. */
const READ_MS = 60_000;

/** Whether the newest request reached the server. */
export const isOnline = store(true);

/**
 * Shows the sign-in dialog; whether the same user is signed in again.
 * @type {() => Promise<boolean>}
 */
let signInAgain = async () => false;
/** @type {Promise<boolean> | null} */
let asking = null;

/** @param {() => Promise<boolean>} ask */
export function onSignedOut(ask) {
  signInAgain = ask;
}

/** All requests that find the session ended wait for one sign-in. */
function askToSignIn() {
  asking ??= signInAgain().finally(() => (asking = null));
  return asking;
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path
 * @param {unknown} body
 * @param {Options} options
 * @returns {Promise<Response>}
 */
async function send(method, path, body, options) {
  /** @type {Record<string, string>} */
  const headers = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (options.key) headers["idempotency-key"] = options.key;
  const signals = options.signal ? [options.signal] : [];
  if (method === "GET") signals.push(AbortSignal.timeout(READ_MS));
  try {
    const response = await fetch(href(path, options.query), {
      method,
      headers,
      body: body instanceof JsonText ? body.text : (JSON.stringify(body) ?? null),
      signal: AbortSignal.any(signals),
      credentials: "same-origin",
      redirect: "error",
    });
    isOnline.set(true);
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    isOnline.set(false);
    throw new Problem({ status: 0, type: "network", detail: String(error) });
  }
}

/**
 * @param {"GET" | "POST"} method
 * @param {string} path
 * @param {unknown} body
 * @param {Options} options
 * @returns {Promise<any>}
 */
async function request(method, path, body, options) {
  for (;;) {
    const response = await send(method, path, body, options);
    if (response.ok) {
      try {
        return await (options.asText ? response.text() : response.json());
      } catch (error) {
        if (options.signal?.aborted) throw error;
        throw new Problem({ status: 0, type: "network", detail: String(error) });
      }
    }
    const problem = await problemOf(response);
    const asks = problem.status === 401 && options.asks !== false;
    if (!asks || !(await askToSignIn())) throw problem;
  }
}

/**
 * @param {string} path
 * @param {Options} [options]
 */
export const get = (path, options = {}) => request("GET", path, undefined, options);

/**
 * @param {string} path
 * @param {unknown} [body]
 * @param {Options} [options]
 */
export const post = (path, body = {}, options = {}) => request("POST", path, body, options);

/**
 * Whether somebody is signed in, or is after being asked to: for what the browser then fetches by
 * itself, where an answer that says no is not seen.
 */
export const isSignedIn = async () => (await get("/v1/account")) !== null || askToSignIn();

/** A new `Idempotency-Key`. (`crypto.randomUUID` exists only over https.) */
export const newKey = () => toHex(crypto.getRandomValues(new Uint8Array(16)));
