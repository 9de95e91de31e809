// What the form holds, what it lacks, and what is sent.
import { faultOf } from "../../lib/customers.js";

/**
 * @typedef {object} Form
 * @property {string} action a known one, or `OTHER`, or empty
 * @property {string} other the name of another one
 * @property {string} base the URL of the upstream
 * @property {string} path below it
 * @property {string} token
 * @property {string} batch
 */

/**
 * Where the customers come from, and how that is read; null: as it looks.
 * @typedef {object} Source
 * @property {string} text
 * @property {string | null} name of a file; null if it was typed or pasted
 * @property {boolean} isLarge shown by its name and not as a text
 * @property {string | null} delimiter
 * @property {number | "all" | null} column
 * @property {boolean | null} hasHeader
 * @property {boolean} trims whether spaces at the ends were taken away
 */

/** The choice that is no known action. No action has this name, as none may end with a space. */
export const OTHER = "other ";
/** What is pasted above this length is not put into a text area, which would be slow. */
export const TYPED_CHARS_MAX = 20_000;

/**
 * Another text is read as it looks, and none of its faults is dealt with yet.
 * @param {string} text
 * @param {{ name?: string | null, isLarge?: boolean }} [more]
 * @returns {Source}
 */
export const sourceOf = (text, { name = null, isLarge = false } = {}) => ({
  text,
  name,
  isLarge,
  delimiter: null,
  column: null,
  hasHeader: null,
  trims: false,
});

/**
 * The customers in the page's address: a line each, whatever characters they have.
 * @param {string[]} cids
 * @returns {Source}
 */
export const sourceOfAddress = (cids) => ({
  ...sourceOf(
    cids.map((cid) => (cid[0] === '"' ? `"${cid.replaceAll('"', '""')}"` : cid)).join("\n"),
  ),
  delimiter: "",
  hasHeader: false,
});

/**
 * The form as it is at first: with one upstream, that one is chosen.
 * @param {any} meta
 * @param {URLSearchParams} query
 * @param {(base: string) => string} pathOf the path that was last used below an upstream
 * @returns {Form}
 */
export function initial(meta, query, pathOf) {
  const { upstreams, actions } = meta.set_actions;
  const asked = query.get("action") ?? "";
  const isKnown = actions.some((/** @type {any} */ action) => action.name === asked);
  const base = upstreams.length === 1 ? upstreams[0] : "";
  return {
    action: asked && !isKnown ? OTHER : asked,
    other: isKnown ? "" : asked,
    base,
    path: base && pathOf(base),
    token: "",
    batch: query.get("batch_id") ?? "",
  };
}

/** @param {Form} form */
export const actionOf = ({ action, other }) => (action === OTHER ? other : action);

/** @param {{ base: string, path: string }} form */
export const urlOf = ({ base, path }) =>
  path ? `${base.replace(/\/$/, "")}/${path.replace(/^\/+/, "")}` : base;

/** What is kept of a path: a query may have credentials. @param {string} path */
export const withoutQuery = (path) => path.split(/[?#]/)[0];

/**
 * The path of the newest job that was sent to an upstream, or empty.
 * @param {{ cluster_url: string | null }[]} jobs newest first
 * @param {string} base
 */
export function pathOfJobs(jobs, base) {
  const below = base.endsWith("/") ? base : `${base}/`;
  const url = jobs.map((job) => job.cluster_url ?? "").find((url) => url.startsWith(below));
  return withoutQuery(url?.slice(below.length) ?? "");
}

/** @typedef {import("../../lib/customers.js").Fault} Fault */

/**
 * What must be put right before the form can be sent; by field, why.
 * @param {Form} form
 * @param {any} meta
 * @returns {{ action?: Fault, batch?: Fault, base?: true }}
 */
export function faultsOf(form, meta) {
  const { limits } = meta;
  const action = faultOf(actionOf(form), limits.action_name_bytes);
  const batch = form.batch ? faultOf(form.batch, limits.batch_id_bytes) : null;
  return { ...(action && { action }), ...(!form.base && { base: true }), ...(batch && { batch }) };
}

/**
 * Why these customers cannot be sent: a key of the texts below `setAction.why.`; null if they can.
 * @param {import("../../lib/customers.js").Checked | null} checked null while they are read
 * @param {boolean} isRemoved whether those that are not good are left out
 * @param {number} most
 */
export function whyNot(checked, isRemoved, most) {
  if (!checked) return "reading";
  const { counts, customers } = checked;
  if (!isRemoved && counts.spaces + counts.invalid > 0) return "invalid";
  if (customers.length === 0) return "none";
  return customers.length > most ? "many" : null;
}

/**
 * The body of the request.
 * @param {Form} form
 * @param {string[]} cids
 */
export const bodyOf = (form, cids) => ({
  url: urlOf(form),
  ...(form.token && { token: form.token }),
  payload: { action: actionOf(form), cids },
  contentType: "application/json",
  ...(form.batch && { batch_id: form.batch }),
});
