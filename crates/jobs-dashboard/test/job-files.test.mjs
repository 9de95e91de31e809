// What is taken away from the page about a job: a command, and files for spreadsheets.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { csv, safe } from "../web/lib/csv-write.js";
import { curlOf } from "../web/pages/job/curl.js";

test("the command sends exactly what was recorded, whatever is in it", () => {
  const nasty = "'\"`$(touch /tmp/x)$HOME\\n\\\\!!é\nBODY\n";
  const payload = `{"cids":${JSON.stringify([nasty, "BODY"])},"n":1.10,"big":12345678901234567890}`;
  const command = curlOf({ server: `http://h/it's ${nasty}`, url: `http://u/${nasty}`, payload });
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
  const command = String(curlOf({ server: "http://h", url: "http://u/BODY", payload: spread }));
  assert.equal(command.split("\n").length, 5);
  const [, end = ""] = /<<(\S+)\n/.exec(command) ?? [];
  assert.equal(command.split(end).length, 3, "the word that ends it is nowhere in it");
  const lines = execFileSync("sh", ["-c", `curl() { cat; }\n${command}`], { encoding: "utf8" });
  assert.match(lines, /"postData":\{"a":1\.10, "b": "BODY_" \}\}\n$/);
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
