// Where the focus goes when the control that has it is taken away: to its neighbour, not nowhere.

const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";
/** Rows that come and go as the reader scrolls. */
const PASSING = "[data-index], [data-row], [role=listitem]";

/**
 * An element that had the focus and what it is in, from the inside out; each with its place among
 * the children of the next.
 * @typedef {{ element: Element, place: number }[]} Trail
 */

/** @param {Element} element @returns {Trail} */
export function trailOf(element) {
  const trail = [];
  for (let at = /** @type {Element | null} */ (element); at; at = at.parentElement) {
    trail.push({ element: at, place: [...(at.parentElement?.children ?? [])].indexOf(at) });
  }
  return trail;
}

/** @param {Element} element */
const isUsable = (element) => element.getClientRects().length > 0 && !element.matches(":disabled");

/** What can have the focus in an element, itself included. @param {Element} element */
const controlsIn = (element) =>
  [...(element.matches(CONTROLS) ? [element] : []), ...element.querySelectorAll(CONTROLS)].filter(
    isUsable,
  );

/**
 * The control next to one that was taken away: the one that follows it in what both were in, or
 * else the one before it. Null if there is none within what is whole.
 * @param {Trail} trail
 * @param {(element: Element) => boolean} isWhole
 * @param {(element: Element) => Element[]} controls
 */
export function nextTo(trail, isWhole, controls = controlsIn) {
  const lost = trail.findLastIndex(({ element }) => !element.isConnected);
  for (let n = Math.max(lost, 0); n < trail.length - 1; n += 1) {
    const around = trail[n + 1].element;
    if (isWhole(around)) return null;
    const children = [...around.children];
    const { element, place } = trail[n];
    const now = children.indexOf(element);
    const before = children.slice(0, now < 0 ? place : now);
    const after = children.slice(before.length + (now < 0 ? 0 : 1));
    const found = after.flatMap(controls)[0] ?? before.flatMap(controls).at(-1);
    if (found) return found;
  }
  return null;
}

/**
 * Follows the focus. A control that was disabled for a while gets it back.
 * @param {Element} root
 */
export function keepFocus(root) {
  let trail = /** @type {Trail} */ ([]);
  /** What had the focus when the dialog was opened. */
  let opener = trail;

  root.addEventListener("focusin", ({ target }) => {
    const element = /** @type {Element} */ (target);
    const dialog = element.closest("dialog");
    if (dialog && trail.length && !dialog.contains(trail[0].element)) opener = trail;
    trail = trailOf(element);
  });
  root.addEventListener("focusout", ({ target }) => {
    // The reader clicked beside all controls, unless the control has gone.
    queueMicrotask(() => {
      const element = /** @type {Element} */ (target);
      const isLeft = element === trail[0]?.element && element !== document.activeElement;
      if (isLeft && element.isConnected && isUsable(element)) trail = [];
    });
  });

  const restore = () => {
    if (!trail.length || document.activeElement !== document.body) return;
    const dialog = trail.find(({ element }) => element.matches("dialog"));
    if (dialog && !dialog.element.isConnected) [trail, opener] = [opener, []];
    const element = trail[0]?.element;
    if (element?.isConnected && !isUsable(element)) return;
    const isPassing = trail.some(({ element }) => !element.isConnected && element.matches(PASSING));
    const box = trail.find(({ element }) => element.isConnected && element.matches("[tabindex]"));
    const next = isPassing ? box?.element : element?.isConnected ? element : nextTo(trail, isPage);
    const target = next ?? (isPassing ? null : document.querySelector("main h1"));
    if (target instanceof HTMLElement) target.focus({ preventScroll: true });
  };
  /** What has another page in it has its heading for that. @param {Element} element */
  const isPage = (element) => element === root || element.matches("main");
  new MutationObserver(restore).observe(root, {
    childList: true,
    subtree: true,
    attributeFilter: ["disabled"],
  });
}
