// What failed without anything having said so: a fault of the page, or one that nobody expected.

/**
 * Tells of each failure, but not of the same one again and again.
 * @param {EventTarget} target the window
 * @param {(why: string) => void} tell
 */
export function onFailure(target, tell) {
  let last = "";
  /** @param {any} error */
  const take = (error) => {
    // The reader left, or chose not to sign in again. That the server is not reached is said.
    if (!error || error.name === "AbortError" || [0, 401].includes(error.status)) return;
    const why = String(error.message || error);
    if (why !== last) tell(why);
    last = why;
  };
  target.addEventListener("error", (event) => take(/** @type {any} */ (event).error));
  target.addEventListener("unhandledrejection", (event) => take(/** @type {any} */ (event).reason));
}
