// Checks in the browser what a job ledger hands out. Written from docs/format.md; knows nothing of
// the page that uses it, and needs no build, no WebCrypto and no network.
//
//   import { customersOf, verifyCheckpoint, verifyHistory } from "./verify/index.js";
//
//   const key = "example.com/jobs+7207a624+AQOh…"; // obtained elsewhere than from this server
//   const page = await (await fetch("/v1/jobs/0192f0c1-…/overview")).json();
//   try {
//     const checkpoint = await verifyCheckpoint(page.checkpoint, key);
//     await verifyHistory({ entries: page.entries, checkpoint, key });
//     console.log(`These are entries of the ${checkpoint.size} that ${checkpoint.origin} signed.`);
//   } catch (error) {
//     console.log(`${error.code}: ${error.message}`); // a VerifyError: "root: the proof leads to…"
//   }
//
// Lists and texts that an entry only names by a hash: compare `customersOf(cids)` with its
// `customers`, `outcomesOf(list)` with its `outcomes`, `textSha256(payload)` with its
// `request_payload_sha256`. Keep the text of the newest checkpoint, and check the next one against
// it with `verifyConsistency`: a server that forgets or rewrites an entry cannot pass.
export { parseCheckpoint, verifyCheckpoint } from "./checkpoint.js";
export { verifyConsistency, verifyEntry, verifyHistory } from "./entry.js";
export { VerifyError } from "./error.js";
export { customersOf, outcomesOf } from "./items.js";
export { canonical } from "./json.js";
export { leafOf } from "./leaf.js";
export { verifyCustomerProof, verifyMembership } from "./membership.js";
export { parseNote, parseVerifierKey, verifyNote } from "./note.js";
export { parseReceipt, verifyReceipt } from "./receipt.js";
export { textSha256 } from "./sha256.js";
