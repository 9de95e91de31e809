// Ed25519 signatures (RFC 8032, section 5.1), checked by WebCrypto where it can, in JavaScript
// elsewhere: over plain HTTP there is no WebCrypto, and older browsers have no Ed25519 in it.
//
// The ledger's own verifier (`verify_strict` of ed25519-dalek) refuses keys and points R of small
// order, and checks [S]B = R + [k]A without the cofactor. Both are more than the RFC asks for. To
// agree with it, in both ways to do the arithmetic:
// * S must be below the order, and A and R canonical points of more than small order. This is
//   checked here, before WebCrypto, whose implementations differ in it.
// * The equation is the one without the cofactor here, and in BoringSSL, OpenSSL and HACL*, which
//   browsers and Node.js use. A WebCrypto that takes the other one, which the RFC allows, would
//   differ only on signatures that the holder of the key made so on purpose.
// * dalek accepts keys whose y is p or more; the RFC, check.py and this do not. There are 19 such
//   y, and nobody knows a secret key for those of large order.
import { Point } from "../vendor/noble/ed25519.js";
import { sha512 } from "../vendor/noble/sha2.js";
import { concat, toHex } from "./bytes.js";

/**
 * Checks the equation, of a signature whose parts are known to be sound.
 * @callback Engine
 * @param {Uint8Array} signature
 * @param {Uint8Array} message
 * @param {Uint8Array} key
 * @returns {Promise<boolean>}
 */

const { n: ORDER } = Point.CURVE();

/** @param {Uint8Array} bytes */
const littleEndian = (bytes) => BigInt(`0x${toHex(Uint8Array.from(bytes).reverse())}`);

/**
 * The point that 32 bytes stand for; null if there is none, or one of small order.
 * @param {Uint8Array} bytes
 */
function pointOf(bytes) {
  try {
    const point = Point.fromBytes(bytes);
    return point.isSmallOrder() ? null : point;
  } catch {
    return null;
  }
}

/** @type {Engine} */
export async function byNoble(signature, message, key) {
  const r = signature.subarray(0, 32);
  const k = littleEndian(sha512(concat(r, key, message))) % ORDER;
  const s = littleEndian(signature.subarray(32));
  const expected = Point.BASE.multiply(s, false).subtract(Point.fromBytes(key).multiply(k, false));
  return expected.equals(Point.fromBytes(r));
}

/** @type {Engine} */
export async function byWebCrypto(signature, message, key) {
  // Copies, since a view of shared memory is not taken.
  const [s, m, k] = [signature, message, key].map((bytes) => Uint8Array.from(bytes));
  const imported = await crypto.subtle.importKey("raw", k, "Ed25519", false, ["verify"]);
  return crypto.subtle.verify("Ed25519", imported, s, m);
}

/** @type {Promise<Engine> | undefined} */
let engine;

/** The first engine that accepts what it must and refuses what it must. */
async function chooseEngine() {
  const key = hex("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
  const signature = hex(
    "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46" +
      "bd25bf5f0595bbe24655141438e7a100b",
  );
  try {
    const accepts = await byWebCrypto(signature, new Uint8Array(), key);
    const refuses = !(await byWebCrypto(signature, Uint8Array.of(0), key));
    return accepts && refuses ? byWebCrypto : byNoble;
  } catch {
    return byNoble;
  }
}

/** @param {string} text */
const hex = (text) => Uint8Array.from(text.match(/../g) ?? [], (byte) => parseInt(byte, 16));

/**
 * Whether `key` signed `message`.
 * @param {Uint8Array} signature
 * @param {Uint8Array} message
 * @param {Uint8Array} key
 * @param {Engine} [by]
 */
export async function isGenuine(signature, message, key, by) {
  if (signature.length !== 64 || key.length !== 32) return false;
  if (littleEndian(signature.subarray(32)) >= ORDER) return false;
  if (!pointOf(signature.subarray(0, 32)) || !pointOf(key)) return false;
  by ??= await (engine ??= chooseEngine());
  return by(signature, message, key);
}

/**
 * Whether 32 bytes are a key that this verifier accepts.
 * @param {Uint8Array} key
 */
export const isKey = (key) => pointOf(key) !== null;
