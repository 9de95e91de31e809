// Files of the server are downloaded once it is known that the user is signed in.
import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { onSignedOut } from "../web/lib/api.js";
import { fetchFile, isPlain } from "../web/lib/download.js";

const URL = "/v1/entries/7/leaf";
const saved = /** @type {{ href: string, download: string }[]} */ ([]);
let asked = 0;

/** @param {unknown} account what the server says of the user; an error if it is not reached */
function server(account) {
  globalThis.fetch = async () => {
    if (account instanceof Error) throw account;
    return Response.json(account);
  };
}

/** @param {boolean} again whether the user signs in again when asked to */
const signsIn = (again) =>
  onSignedOut(async () => {
    asked += 1;
    return again;
  });

beforeEach(() => {
  saved.length = 0;
  asked = 0;
  /** @type {any} */ (globalThis).document = {
    createElement: () => {
      const link = { href: "", download: "none", click: () => saved.push(link) };
      return link;
    },
  };
});

test("who is signed in gets the file without being asked anything", async () => {
  server({ user_id: "vijay" });
  signsIn(false);
  await fetchFile(URL, "7.leaf");
  await fetchFile(URL);
  const names = saved.map(({ href, download }) => [href, download]);
  assert.deepEqual(names, [
    [URL, "7.leaf"],
    [URL, ""],
  ]);
  assert.equal(asked, 0);
});

test("after the session has ended, the file comes once the user is signed in again", async () => {
  server(null);
  signsIn(true);
  await fetchFile(URL, "7.leaf");
  assert.equal(saved.length, 1);
  signsIn(false);
  await fetchFile(URL, "7.leaf");
  assert.equal(saved.length, 1, "who does not sign in gets nothing");
  assert.equal(asked, 2);
});

test("a server that is not reached is a problem, not silence", async () => {
  server(new TypeError("failed to fetch"));
  await assert.rejects(fetchFile(URL), { name: "Problem", status: 0 });
  assert.equal(saved.length, 0);
});

test("a click that opens a tab is left to the browser", () => {
  const plain = { button: 0, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };
  const is = (/** @type {object} */ change) =>
    isPlain(/** @type {any} */ ({ ...plain, ...change }));
  assert.ok(is({}));
  for (const change of [{ button: 1 }, { ctrlKey: true }, { metaKey: true }, { shiftKey: true }]) {
    assert.ok(!is(change));
  }
});
