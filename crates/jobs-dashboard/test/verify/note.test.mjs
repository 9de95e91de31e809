// Verifier keys, notes, checkpoints and receipts: what is accepted, and every way to be malformed.
import assert from "node:assert/strict";
import { test } from "node:test";
import {
  parseCheckpoint,
  parseNote,
  parseReceipt,
  parseVerifierKey,
  verifyCheckpoint,
  verifyNote,
  verifyReceipt,
} from "../../web/verify/index.js";
import { base64, block, flip, hex, naive, refuses, sha256, Signer } from "./helpers.mjs";

const DASH = "\u2014";
const signer = new Signer("ledger.test/jobs", 7);
const other = new Signer("witness.test", 8);
const root = base64(sha256());
const text = `ledger.test/jobs\n0\n${root}\n`;

test("the published note is accepted and no other", async () => {
  const key = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
  const note =
    `This is an example message.\n\n${DASH} example.com/foo ` +
    "Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";
  await verifyNote(parseNote(note), parseVerifierKey(key));
  const forged = parseNote(note.replace("message", "massage"));
  await refuses(() => verifyNote(forged, parseVerifierKey(key)), "signature");
  const stranger = parseVerifierKey(new Signer("example.com/foo", 1).key);
  await refuses(() => verifyNote(parseNote(note), stranger), "unsigned");
});

test("verifier keys have one spelling", async () => {
  const { name, id, key } = parseVerifierKey(signer.key);
  assert.deepEqual([name, id, key], [signer.name, hex(signer.id), signer.public]);
  const typed = (/** @type {Uint8Array} */ bytes) => {
    const id = hex(sha256(signer.name, "\n", bytes).slice(0, 4));
    return `${signer.name}+${id}+${base64(bytes)}`;
  };
  const bytes = Uint8Array.from([1, ...signer.public]);
  assert.equal(typed(bytes), signer.key);
  for (const bad of [
    "",
    "a+b",
    signer.key.slice(1),
    signer.key.slice(0, -1),
    `${signer.key}\n`,
    ` ${signer.key}`,
    `${signer.key}=`,
    `PRIVATE+KEY+${signer.key}`,
    signer.key.replace(hex(signer.id), hex(signer.id).toUpperCase()),
    signer.key.replace(hex(signer.id), hex(flip(signer.id, 9))),
    signer.key.replace("/jobs", "/jabs"),
    typed(Uint8Array.from([2, ...signer.public])),
    typed(bytes.slice(0, 32)),
    typed(Uint8Array.from([...bytes, 0])),
    // No point, and a point of small order.
    typed(Uint8Array.from([1, ...new Uint8Array(31).fill(2), 2])),
    typed(Uint8Array.from([1, ...new Uint8Array(32)])),
    new Signer("", 1).key,
    new Signer("a b", 1).key,
    new Signer("a\u00a0b", 1).key,
    new Signer("a\u0085b", 1).key,
    new Signer("a\u2028b", 1).key,
    new Signer("a\nb", 1).key,
    new Signer("é".repeat(128), 1).key,
  ]) {
    await refuses(() => parseVerifierKey(bad), "malformed", JSON.stringify(bad));
  }
  // U+FEFF is white space for `\s`, and not for Unicode.
  for (const fine of ["a\ufeffb", "é".repeat(127), "x".repeat(255), "ü/😀"]) {
    assert.equal(parseVerifierKey(new Signer(fine, 1).key).name, fine);
  }
});

test("what is not a note is refused", async () => {
  parseNote(`text\n\n${DASH} a AAAAAAA=\n`);
  parseNote(`\n\n${DASH} a AAAAAAA=\n`);
  assert.equal(parseNote(`text\n\nmore\n\n${DASH} a AAAAAAA=\n`).text, "text\n\nmore\n");
  for (const bad of [
    "",
    "\n",
    "\n\n",
    "text\n",
    "text\n\n",
    "text\n\nmore\n",
    `text\n${DASH} a AAAAAAA=\n`,
    `text\r\n\n${DASH} a AAAAAAA=\n`,
    `te\u0000xt\n\n${DASH} a AAAAAAA=\n`,
    `te\u0085xt\n\n${DASH} a AAAAAAA=\n`,
    `te\txt\n\n${DASH} a AAAAAAA=\n`,
    `te\ud800xt\n\n${DASH} a AAAAAAA=\n`,
    `text\n\n${DASH} a AAAAAA==\n`,
    `text\n\n${DASH} a AAAAAAA=`,
    `text\n\n${DASH} a AAAAAAA=\n${DASH} a AAAAAAA=`,
    `text\n\n${DASH} a AAAAAAA=\n\n`,
    `text\n\n${DASH} a AAAAAAA=\nmore\n`,
    "text\n\n- a AAAAAAA=\n",
    `text\n\n${DASH}a AAAAAAA=\n`,
    `text\n\n${DASH} a+b AAAAAAA=\n`,
    `text\n\n${DASH}  AAAAAAA=\n`,
    `text\n\n${DASH} a AAAAAAA\n`,
    `text\n\n${DASH} a AAAAAAB=\n`,
    `text\n\n${DASH} a  AAAAAAA=\n`,
    `text\n\n${DASH} a AAAAAAA= \n`,
    `text\n\n${DASH} a\n`,
    `text\n\n${DASH} ${"é".repeat(128)} AAAAAAA=\n`,
  ]) {
    await refuses(() => parseNote(bad), "malformed", JSON.stringify(bad));
  }
});

test("a note has at most 65536 bytes and 100 signatures", async () => {
  const line = `${DASH} a AAAAAAA=\n`;
  assert.equal(parseNote(`text\n\n${line.repeat(100)}`).signatures.length, 100);
  await refuses(() => parseNote(`text\n\n${line.repeat(101)}`), "malformed");
  const rest = 65_536 - Buffer.byteLength(`é\n\n${line}`);
  parseNote(`é${"x".repeat(rest)}\n\n${line}`);
  await refuses(() => parseNote(`é${"x".repeat(rest + 1)}\n\n${line}`), "malformed");
});

test("unknown signatures are ignored and a bad known one is not", async () => {
  const note = signer.note(text);
  const foreign = other.line("something else\n");
  const found = await verifyCheckpoint(note + foreign.repeat(16), signer.key);
  assert.deepEqual(found, { origin: signer.name, size: 0, root: hex(sha256()) });
  const bad = signer.line("something else\n");
  await refuses(() => verifyCheckpoint(note + bad, signer.key), "signature");
  await refuses(
    () => verifyCheckpoint(`${text}\n${bad}${signer.line(text)}`, signer.key),
    "signature",
  );
  const short = `${DASH} ${signer.name} ${base64(Uint8Array.from([...signer.id, 1]))}\n`;
  await refuses(() => verifyCheckpoint(note + short, signer.key), "signature");
  await refuses(() => verifyCheckpoint(`${text}\n${foreign}`, signer.key), "unsigned");
  // The name without the key ID, and the key ID without the name, are those of other keys.
  const renamed = signer.line(text).replace(signer.name, "other.test");
  await refuses(() => verifyCheckpoint(`${text}\n${renamed}`, signer.key), "unsigned");
  const sameName = new Signer(signer.name, 9);
  await refuses(() => verifyCheckpoint(sameName.note(text), signer.key), "unsigned");
});

test("no bit of a signature and no character of a text can be changed", async () => {
  const note = parseNote(signer.note(text));
  const key = parseVerifierKey(signer.key);
  await verifyNote(note, key);
  const [signature] = note.signatures;
  for (let bit = 0; bit < 512; bit += 1) {
    const wrong = { ...signature, bytes: flip(signature.bytes, bit) };
    await refuses(() => verifyNote({ ...note, signatures: [wrong] }, key), "signature");
  }
  for (let n = 0; n < text.length; n += 1) {
    const wrong = text.slice(0, n) + (text[n] === "x" ? "y" : "x") + text.slice(n + 1);
    await refuses(() => verifyNote({ ...note, text: wrong }, key), "signature");
  }
});

test("a checkpoint of another ledger is refused as that", async () => {
  const elsewhere = text.replace("jobs", "other");
  await refuses(() => verifyCheckpoint(signer.note(elsewhere), signer.key), "origin");
  const foreign = other.note(text.replace(signer.name, other.name));
  await refuses(() => verifyCheckpoint(foreign, signer.key), "origin");
  const edited = signer.note(text).replace("ledger.test/jobs\n0", "ledger.test/jabs\n0");
  await refuses(() => verifyCheckpoint(edited, signer.key), "signature");
});

test("what is not a checkpoint is refused, even if it is signed", async () => {
  const most = Number.MAX_SAFE_INTEGER;
  for (const good of [text, `${text}extension\n`, `${text}more\nthan one\n`]) {
    await verifyCheckpoint(signer.note(good), signer.key);
  }
  const large = await verifyCheckpoint(
    signer.note(text.replace("\n0\n", `\n${most}\n`)),
    signer.key,
  );
  assert.equal(large.size, most);
  for (const bad of [
    "\n",
    "ledger.test/jobs\n",
    "ledger.test/jobs\n0\n",
    text.replace("\n0\n", "\n00\n"),
    text.replace("\n0\n", "\n+1\n"),
    text.replace("\n0\n", "\n-1\n"),
    text.replace("\n0\n", "\n\n"),
    text.replace("\n0\n", "\n1.0\n"),
    text.replace("\n0\n", "\n0 \n"),
    text.replace("\n0\n", "\n9007199254740992\n"),
    text.replace("\n0\n", "\n18446744073709551616\n"),
    text.replace("ledger.test/jobs", ""),
    text.replace("ledger.test/jobs", "ledger test"),
    text.replace("=", ""),
    text.replace(root, "AAAA"),
    text.replace(root, hex(sha256())),
    `\n${text}`,
    `${text}\n`,
    `${text}a\n\nb\n`,
  ]) {
    await refuses(() => verifyCheckpoint(signer.note(bad), signer.key), "malformed", bad);
  }
  await refuses(() => parseCheckpoint(text), "malformed");
});

test("a checkpoint that was verified is taken again, with its key only", async () => {
  const checkpoint = await verifyCheckpoint(signer.note(text), signer.key);
  assert.equal(await verifyCheckpoint(checkpoint, signer.key), checkpoint);
  await refuses(() => verifyCheckpoint({ ...checkpoint }, signer.key), "unsigned");
  await refuses(() => verifyCheckpoint(checkpoint, other.key), "unsigned");
  const unverified = parseCheckpoint(signer.note(text)).checkpoint;
  await refuses(() => verifyCheckpoint(unverified, signer.key), "unsigned");
  assert.throws(() => Object.assign(checkpoint, { size: 9 }), TypeError);
});

const leaves = ["a", "b", "c", "d", "e"].map((leaf) => Buffer.from(leaf));

/** The receipt of a leaf. @param {number} index */
const receiptOf = (index) =>
  ["c2sp.org/tlog-proof@v1", `index ${index}`, ...naive.inclusion(index, leaves).map(base64)].join(
    "\n",
  ) + `\n\n${signer.checkpoint(leaves)}`;

test("a receipt proves its own leaf and no other", async () => {
  for (let index = 0; index < leaves.length; index += 1) {
    const receipt = receiptOf(index);
    for (const leaf of leaves.map(String)) {
      const run = () => verifyReceipt({ receipt, leaf, key: signer.key });
      if (leaf !== String(leaves[index])) await refuses(run, "root");
      else assert.equal((await run()).index, index);
    }
    const run = () => verifyReceipt({ receipt, leaf: String(leaves[index]), key: other.key });
    await refuses(run, "origin");
  }
});

test("an extra line is accepted, and proves nothing", async () => {
  const receipt = receiptOf(1).replace("\n", "\nextra c29tZXRoaW5n\n");
  await verifyReceipt({ receipt, leaf: "b", key: signer.key });
  assert.equal(parseReceipt(receipt).hasExtra, true);
  assert.equal(parseReceipt(receiptOf(1)).hasExtra, false);
  parseReceipt(receiptOf(1).replace("\n", "\nextra \n"));
});

test("what is not a receipt is refused", async () => {
  const good = receiptOf(1);
  const hash = `${base64(sha256())}\n`;
  for (const bad of [
    "",
    good.slice(1),
    good.replace("@v1", "@v2"),
    good.replace("\n\n", "\n"),
    good.replace("\n\n", "\n\n\n"),
    good.replace("\nindex 1\n", "\n"),
    good.replace("index 1", "index 01"),
    good.replace("index 1", "index -1"),
    good.replace("index 1", "index  1"),
    good.replace("index 1", "index 1 "),
    good.replace("index 1", "Index 1"),
    good.replace("index 1", "index 18446744073709551616"),
    good.replace("index 1\n", "index 1\nindex 1\n"),
    good.replace("\n", "\nextra c29tZXRoaW5n\nextra c29tZXRoaW5n\n"),
    good.replace("index 1\n", "index 1\nextra c29tZXRoaW5n\n"),
    good.replace("\n", "\nextra c29tZXRoaW5\n"),
    good.replace("\n", "\nextra\n"),
    good.replace("=\n", "\n"),
    good.replace("=\n", "= \n"),
    good.replace("index 1\n", `index 1\n${hash.repeat(64)}`),
    good.replaceAll("\n", "\r\n"),
    good.slice(0, -1),
    `${good}\n`,
    good.replace(signer.line("x").slice(0, 20), ""),
  ]) {
    await refuses(() => parseReceipt(bad), "malformed", JSON.stringify(bad));
  }
  const longer = good.replace("index 1\n", `index 1\n${hash}`);
  await refuses(
    () => verifyReceipt({ receipt: longer, leaf: "b", key: signer.key }),
    ["shape", "root"],
  );
  const later = good.replace("index 1", "index 5");
  await refuses(() => verifyReceipt({ receipt: later, leaf: "b", key: signer.key }), "shape");
});

test("no character of the receipt of the page can be changed", async () => {
  const [receipt, leaf, key] = [`${block("receipt-0")}\n`, block("leaf-0"), block("verifier-key")];
  await verifyReceipt({ receipt, leaf, key });
  for (let n = 0; n < receipt.length; n += 1) {
    for (const character of ["x", "y", "\n", ""]) {
      const wrong = receipt.slice(0, n) + character + receipt.slice(n + 1);
      if (wrong === receipt) continue;
      const codes = ["malformed", "shape", "root", "unsigned", "signature", "origin"];
      await refuses(
        () => verifyReceipt({ receipt: wrong, leaf, key }),
        codes,
        JSON.stringify(wrong),
      );
    }
  }
});
