// Keys that do something wherever the focus is, except in a field.

/** @param {EventTarget | null} target */
const isField = (target) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/**
 * Calls what belongs to a key; returns what ends that. A key is `event.key`, such as `j` or `?`.
 * @param {Record<string, (event: KeyboardEvent) => void>} bindings
 */
export function onKeys(bindings) {
  /** @param {KeyboardEvent} event */
  const listen = (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (isField(event.target) || document.querySelector("dialog[open]")) return;
    const binding = bindings[event.key];
    if (!binding) return;
    event.preventDefault();
    binding(event);
  };
  addEventListener("keydown", listen);
  return () => removeEventListener("keydown", listen);
}
