// Signed notes and the keys that check them: C2SP signed-note, with Ed25519.
import { concat, equal, fromBase64, toHex, utf8 } from "./bytes.js";
import { isGenuine, isKey } from "./ed25519.js";
import { malformed, VerifyError } from "./error.js";
import { sha256 } from "./sha256.js";

const NOTE_BYTES_MAX = 65_536;
const SIGNATURES_MAX = 100;

/** The signature type of Ed25519. */
const ED25519 = Uint8Array.of(1);

/**
 * @typedef {object} VerifierKey
 * @property {string} name the ledger's
 * @property {string} id the key ID in hex, by which a signature says which key made it
 * @property {Uint8Array} key the 32 bytes of the Ed25519 key
 */

/**
 * @typedef {object} Signature
 * @property {string} name
 * @property {string} id the key ID in hex
 * @property {Uint8Array} bytes
 */

/**
 * A text and who signed it. Nothing is checked before {@link verifyNote}.
 * @typedef {object} Note
 * @property {string} text its last newline included
 * @property {Signature[]} signatures
 */

/**
 * Whether a text can be the name of a ledger. `\s` is not the same as `White_Space`.
 * @param {string} text
 */
export const isOrigin = (text) =>
  text !== "" && !/[+\p{White_Space}\p{Cc}]/u.test(text) && utf8(text).length <= 255;

/**
 * Reads `<name>+<id>+<base64>`.
 * @param {string} text
 * @returns {VerifierKey}
 * @throws {VerifyError} `malformed`
 */
export function parseVerifierKey(text) {
  const bad = (/** @type {string} */ reason) => malformed("verifier key", reason);
  const [, name, id, base64] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(String(text)) ?? [];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  if (bytes?.length !== 33 || bytes[0] !== ED25519[0]) {
    throw bad("must be <name>+<id>+<base64>, with the type and the 32 bytes of an Ed25519 key");
  }
  if (!isOrigin(name)) throw bad("its name cannot be one");
  const key = bytes.slice(1);
  if (!isKey(key)) throw bad("not an Ed25519 key");
  if (toHex(sha256(concat(utf8(`${name}\n`), bytes)).slice(0, 4)) !== id) {
    throw bad("its ID does not fit its name and key");
  }
  return { name, id, key };
}

/**
 * Reads a note; `what` it should be is for the errors.
 * @param {string} note
 * @param {string} [what]
 * @returns {Note}
 * @throws {VerifyError} `malformed`
 */
export function parseNote(note, what = "note") {
  if (utf8(note).length > NOTE_BYTES_MAX) throw malformed(what, "longer than 65536 bytes");
  if (/(?!\n)\p{Cc}/u.test(note)) throw malformed(what, "has control characters");
  // The text may have empty lines; the signatures have none.
  const end = note.lastIndexOf("\n\n");
  if (end < 0) throw malformed(what, "has no empty line before its signatures");
  const lines = note.slice(end + 2).split("\n");
  if (lines.pop() !== "" || !lines.length) {
    throw malformed(what, "does not end in a signature line");
  }
  if (lines.length > SIGNATURES_MAX) throw malformed(what, "has more than 100 signatures");
  const signatures = lines.map((line) => {
    const signature = parseSignature(line);
    if (!signature) throw malformed(what, "has a malformed signature line");
    return signature;
  });
  return { text: note.slice(0, end + 1), signatures };
}

/**
 * @param {string} line
 * @returns {Signature | null}
 */
function parseSignature(line) {
  const [, name, base64] = /^\u2014 ([^ ]*) (.*)$/.exec(line) ?? [];
  const bytes = base64 === undefined ? null : fromBase64(base64);
  if (!bytes || bytes.length <= 4 || !isOrigin(name)) return null;
  return { name, id: toHex(bytes.slice(0, 4)), bytes: bytes.slice(4) };
}

/**
 * Checks that `key` signed the note. Signatures of other keys are neither needed nor checked.
 * @param {Note} note
 * @param {VerifierKey} key
 * @throws {VerifyError} `unsigned` or `signature`
 */
export async function verifyNote({ text, signatures }, { name, id, key }) {
  const ours = signatures.filter((signature) => signature.name === name && signature.id === id);
  if (!ours.length) throw new VerifyError("unsigned", `there is no signature of ${name}`);
  for (const { bytes } of ours) {
    if (!(await isGenuine(bytes, utf8(text), key))) {
      throw new VerifyError("signature", `the signature of ${name} is not genuine`);
    }
  }
}

/**
 * Whether two keys are the same.
 * @param {VerifierKey} a
 * @param {VerifierKey} b
 */
export const isSameKey = (a, b) => a.name === b.name && equal(a.key, b.key);
