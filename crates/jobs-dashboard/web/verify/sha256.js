// SHA-256. Not that of WebCrypto, which is there over HTTPS only, and answers later: too slow for
// the many small hashes of a tree.
import { sha256 } from "../vendor/noble/sha2.js";
import { toHex, utf8 } from "./bytes.js";

export { sha256 };

/**
 * The SHA-256 of the UTF-8 bytes of a text, in hex: how a leaf names a payload or a long text.
 * @param {string} text
 */
export const textSha256 = (text) => toHex(sha256(utf8(text)));
