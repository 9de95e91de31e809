// Offering a file that the page made, and fetching one that the server makes.
import { isSignedIn } from "./api.js";

/**
 * Has the browser save what is at an address.
 * @param {string} url
 * @param {string} name empty if the server names it
 */
function save(url, name) {
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
}

/**
 * @param {string} name
 * @param {BlobPart} contents
 * @param {string} type
 */
export function download(name, contents, type) {
  const url = URL.createObjectURL(new Blob([contents], { type }));
  save(url, name);
  // The browser reads it after the click.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Downloads a file of the server, once the user is signed in. The browser says nothing of a file
 * that is refused because the session has ended.
 * @param {string} url
 * @param {string} [name]
 */
export async function fetchFile(url, name = "") {
  if (await isSignedIn()) save(url, name);
}

/**
 * Whether a click on a link is a plain one: others open a tab or a menu of the browser.
 * @param {MouseEvent} event
 */
export const isPlain = ({ button, ctrlKey, metaKey, shiftKey, altKey }) =>
  button === 0 && !ctrlKey && !metaKey && !shiftKey && !altKey;
