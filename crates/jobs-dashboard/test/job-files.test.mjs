// What is taken away from the page about a job: a command, and files for spreadsheets.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { csv, safe } from "../web/lib/csv-write.js";
import { curlOf } from "../web/lib/curl.js";

/** @param {Parameters<typeof curlOf>[0]} job */
const commandOf = (job) => curlOf(job)?.command ?? "";

test("the command sends exactly what was recorded, whatever is in it", () => {
  const nasty = "'\"`$(touch /tmp/x)$HOME\\n\\\\!!é\nBODY\n";
  const payload = `{"cids":${JSON.stringify([nasty, "BODY"])},"n":1.10,"big":12345678901234567890}`;
  const command = commandOf({
    server: `http://h/it's ${nasty}`,
    url: `http://u/${nasty}`,
    payload,
  });
  const script = `curl() { cat; printf '|%s' "$@"; }; TOKEN=mine UPSTREAM_TOKEN=theirs\n${command}`;
  for (const shell of ["sh", "bash"]) {
    const [body, ...args] = execFileSync(shell, ["-c", script], { encoding: "utf8" }).split("|");
    const start = `{"url":${JSON.stringify(`http://u/${nasty}`)},"token":"theirs","isPost":true,`;
    assert.equal(body, `${start}"postData":${payload}}\n`);
    assert.equal(args[1], `http://h/it's ${nasty}/proxy_fetch`);
    assert(args.includes("Authorization: Bearer mine"));
  }
});

test("no payload can end the command, or add one to it", () => {
  const payload = '{"a":1,\nBODY\r\nBODY_\necho evil\n"b":"BODY__"}';
  assert.equal(curlOf({ server: "http://h", url: "http://u/", payload }), null, "no JSON");
  const spread = '{"a":1.10,\n\n"b":\r\n"BODY_"\n}';
  const command = commandOf({ server: "http://h", url: "http://u/BODY", payload: spread });
  assert.equal(command.split("\n").length, 5);
  const [, end = ""] = /<<(\S+)\n/.exec(command) ?? [];
  assert.equal(command.split(end).length, 3, "the word that ends it is nowhere in it");
  const lines = execFileSync("sh", ["-c", `curl() { cat; }\n${command}`], { encoding: "utf8" });
  assert.match(lines, /"postData":\{"a":1\.10, "b": "BODY_" \}\}\n$/);
});

test("the command does not run before the credentials that are not recorded are set", () => {
  const payload = '{"pin":"[redacted]","list":[{"key":"a [redacted] b"}],"n":1.10}';
  const made = curlOf({ server: "http://h", url: "http://u/?key=[redacted]", payload });
  assert.deepEqual(made?.credentials, ["CREDENTIAL_1", "CREDENTIAL_2", "CREDENTIAL_3"]);
  const command = String(made?.command);
  assert(!command.includes("[redacted]"));
  const set = "TOKEN=mine UPSTREAM_TOKEN=theirs CREDENTIAL_1=a CREDENTIAL_2=12";
  for (const shell of ["sh", "bash"]) {
    // A program and a function: shells read what is sent to them at different moments.
    for (const curl of ['PATH="$PWD:$PATH"', "curl() { cat; }"]) {
      const folder = mkdtempSync(join(tmpdir(), "curl-"));
      writeFileSync(join(folder, "curl"), "#!/bin/sh\ncat\n", { mode: 0o755 });
      const run = (/** @type {string} */ more) =>
        spawnSync(shell, ["-c", `${curl}\n${set} ${more}\n${command}`], {
          cwd: folder,
          encoding: "utf8",
        });
      const refused = run("");
      assert.match(refused.stderr, /CREDENTIAL_3: is not recorded: set it/);
      assert.equal(refused.stdout, "");
      assert.equal(
        run("CREDENTIAL_3=c").stdout,
        '{"url":"http://u/?key=a","token":"theirs","isPost":true,' +
          '"postData":{"pin":"12","list":[{"key":"a c b"}],"n":1.10}}\n',
      );
      rmSync(folder, { recursive: true });
    }
  }
});

test("files for spreadsheets have no formulas, and can be read back", () => {
  for (const [given, shown] of [
    ["=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
    ["a;=1+1", "a;'=1+1"],
    ["a\r\n=1\n+2", "a\r\n'=1\n'+2"],
    ["\ufeff=1", "'\ufeff=1"],
    ["＝1", "'＝1"],
    ["\tx", "'\tx"],
    ["'tis", "''tis"],
    ["don't; see", "don't; see"],
    ["a, =1", "a, =1"],
    ["", ""],
  ]) {
    assert.equal(safe(given), shown);
  }
  const rows = [
    ["5001", 'a "b", c'],
    ["-1", null],
  ];
  assert.equal(
    csv(["cid", "message"], rows),
    '\ufeffcid,message\r\n5001,"a ""b"", c"\r\n\'-1,\r\n',
  );
});
