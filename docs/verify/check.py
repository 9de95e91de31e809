"""Checks what a job ledger hands out, with Python 3.8 or newer alone. Exits with 0 if it is genuine, 5 if not, 6 for a wrong KEY, 1 if a file cannot be read:
    python3 check.py EVIDENCE [--key KEY]     a folder about a job, or a file about a customer; KEY may be a file; ../format.md describes all
    python3 check.py --receipt FILE --leaf FILE --key KEY"""
import argparse, base64, datetime, hashlib, json, os, pathlib, re, stat, sys
README_SHA256 = "358dc1a66c5cbe90a344d1bab51cb64e08aece77f91b14ed7cc8eceaf7e6ea18"
taken, WrongKey = ["arguments"], type("WrongKey", (ValueError,), {})  # taken: the files that were read; the last is the one that is being checked
def need(condition, reason, error=ValueError):
    if not condition: raise error(reason)
    return condition
sha256, few = lambda data: hashlib.sha256(data).digest(), lambda count, one, many: f"{count} {one if count == 1 else many}"
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493; D = -121665 * pow(121666, -1, P) % P  # Ed25519: RFC 8032, 5.1.
def add(p, q):
    (a, b), (c, d), product = p, q, D * p[0] * p[1] * q[0] * q[1]
    return (a * d + b * c) * pow(1 + product, -1, P) % P, (a * c + b * d) * pow(1 - product, -1, P) % P
times = lambda n, p: add(times(n >> 1, add(p, p)), p if n & 1 else (0, 1)) if n else (0, 1)
def point(data):
    sign, y = data[31] >> 7, int.from_bytes(data, "little") % 2**255; square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P); x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and times(8, (x, y)) != (0, 1), "not a point of Ed25519 that signs")
    return x if x & 1 == sign else P - x, y
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
def verify(key, text, signature):
    r, s, a = point(signature[:32]), int.from_bytes(signature[32:], "little"), point(key)
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    return need(len(signature) == 64 and s < L and times(s, BASE) == add(r, times(k, a)), "the signature is not genuine")
split, both = lambda size: 1 << (size - 1).bit_length() - 1, lambda a, b: sha256(b"\1" + a + b)  # Merkle trees: RFC 6962, section 2.1.
root = lambda all: both(root(all[:split(len(all))]), root(all[split(len(all)):])) if len(all) > 1 else sha256(b"\0" + all[0] if all else b"")
def climb(leaf, index, size, path):  # the root to which an inclusion path leads
    need(0 <= index < size and (size > 1) == bool(path), "the proof does not fit its place and the tree's size")
    if size == 1: return sha256(b"\0" + leaf)
    if index < split(size): return both(climb(leaf, index, split(size), path[:-1]), path[-1])
    return both(path[-1], climb(leaf, index - split(size), size - split(size), path[:-1]))
ORIGIN, NUMBER = r"[^\s\x00-\x1f\x7f-\x9f+]{1,255}", r"(?:0|[1-9][0-9]{0,19})"  # C2SP signed-note, tlog-checkpoint, tlog-proof.
SIGNATURE, number = rf"\u2014 ({ORIGIN}) (\S+)\n", lambda text, limit=2**64: int(need(abs(int(text)) < limit and text, "too large a number"))
def unbase64(text, length=None):
    data = base64.b64decode(text, validate=True); fits = base64.b64encode(data).decode() == text and length in (None, len(data))
    return need(fits, "not so many bytes of base64") and data
def read_key(line):
    match = need(re.fullmatch(rf"({ORIGIN})\+([0-9a-f]{{8}})\+(\S+)", line), "not a verifier key")
    name, key = match[1], unbase64(match[3], 33)
    need(key[0] == 1 and len(name.encode()) < 256 and sha256(name.encode() + b"\n" + key).hex()[:8] == match[2], "the key's name, ID or type is wrong")
    return name, bytes.fromhex(match[2]), key[1:], line
signed = lambda note: [((name, unbase64(text)[:4]), unbase64(text)[4:]) for name, text in re.findall(SIGNATURE, note)]
def read_checkpoint(note):  # the size and the root that it says, and who has signed what
    body = rf"({ORIGIN})\n({NUMBER})\n(\S+)\n(?:[^\x00-\x1f\x7f-\x9f]+\n)*"
    match = need(re.fullmatch(rf"({body})\n((?:{SIGNATURE}){{1,100}})", note), "not a signed checkpoint")
    return number(match[3]), unbase64(match[4], 32), match[2], match[1].encode(), signed(match[5])
def check_entry(receipt, data, key, other=ValueError):  # the checkpoint, the size that it says, the index of the entry and what its leaf says
    proof, _, note = receipt.partition("\n\n")
    match = re.fullmatch(rf"c2sp\.org/tlog-proof@v1\n(?:extra (\S*)\n)?index ({NUMBER})((?:\n\S+){{0,64}})", proof)
    (size, tree, name, text, signatures), index = read_checkpoint(note), number(need(match, "not a receipt")[2])
    need(climb(data, index, size, [unbase64(line, 32) for line in match[3].split()]) == tree, "it leads to another root: it is of another entry")
    said = note, size, index, read_leaf(data), match[1] and unbase64(match[1])
    ours = [verify(key[2], text, signature) for signer, signature in signatures if signer == key[:2]]
    return need(ours and name == key[0], f"it is not signed with {key[3]}", other) and said
JOB, MAYBE = "action_code action_name created_at customers job_id kind source user_id v", "batch_id cluster_url request_payload_sha256 submitted_by"  # of leaves: must and may
DETAILS, AFTER = "error_message error_message_sha256 http_status response_summary response_summary_sha256", "actor job_id kind previous recorded_at v"; TEXT = r'"[^"\\]*(\\(?!u0000).[^"\\]*)*"'
KINDS = {"job_created": (JOB, f"{MAYBE} request_key retry_of"), "job_imported": (f"{JOB} cause recorded_at status", f"{MAYBE} {DETAILS} original_sha256 updated_at"),
         "status_changed": (f"{AFTER} cause status", f"{DETAILS} outcomes request_key"), "note_added": (AFTER, "request_key text text_sha256")}
UNSEEN = re.sub("([0-9a-f]+) ?", lambda code: rf"\U{code[1]:0>8}",  # what no name has in it
    "0-1f 7f-a0 ad 34f 61c 115f-1160 1680 17b4-17b5 180b-180f 2000-200f 2028-202f 205f-206f 2800 3000 3164 fdd0-fdef fe00-fe0f feff ffa0 "
    "fff0-fffb 13430-1343f 13441-13442 16fe4 1bca0-1bca3 1d159 1d173-1d17a e0000-e0fff" + "".join(f" {n:x}fffe-{n:x}ffff" for n in range(17)))
SHAPES = {rf'"(?![ "])[^"\\{UNSEEN}]*(\\["\\][^"\\{UNSEEN}]*)*(?<! )"': "action_name actor batch_id cid cluster_url submitted_by user_id", r"[1-5]\d\d": "http_status",
          TEXT: "error_message response_summary", f'(?!""){TEXT}': "text", rf'{{"cid":{TEXT},("message":{TEXT},)?"status":"(SUCCESS|FAILED|UNCONFIRMED)"}}': "outcome",
          r'"(?![0-]*"|[f-]*")[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"': "job_id retry_of", r"-?\d+": "action_code", r"\d+": "position previous",
          r'"(19[7-9]\d|[2-9]\d{3})-\d\d-\d\dT([01]\d|2[0-3])(:[0-5]\d){2}\.\d{6}Z"': "created_at recorded_at updated_at",
          r'\[("[0-9a-f]{64}",?)*\]': "path", "1": "v", '"[a-z_]+"': "cause kind source", '"(IN_PROGRESS|SUCCESS|FAILED|UNCONFIRMED)"': "status",
          rf'{{"count":([1-9]\d{{0,4}}|100000|0(?=,"root":"{sha256(b"").hex()}")),"root":"[0-9a-f]{{64}}"}}': "customers outcomes"}
SHAPES = {member: re.compile(shape, re.ASCII | re.DOTALL) for shape, members in SHAPES.items() for member in members.split()}
HASH, BYTES_MAX = re.compile('"[0-9a-f]{64}"'), {"cluster_url": 2048, "error_message": 256, "response_summary": 256, "text": 256}
FITS = (r"note_added None None None|job_created (gateway|api|import|embedded) None None|job_imported import imported [A-Z_]+( none)?|status_changed None (reported [SFU]\w+|"
        r"answered [SF]\w+|(never_sent|withheld) F\w+|(unreadable_answer|inconclusive_answer|timed_out|connection_lost|interrupted) U\w+)")
NEXT = {"IN_PROGRESS": {"SUCCESS", "FAILED", "UNCONFIRMED"}, "UNCONFIRMED": {"SUCCESS", "FAILED"}, "SUCCESS": (), "FAILED": ()}; LATER = "later entries, if any, are not shown"
to_json, length = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode, lambda value: type(value) is str and len(value.encode())  # RFC 8785
fits = lambda member, value: SHAPES.get(member, HASH).fullmatch(to_json(value)) and length(value) <= BYTES_MAX.get(member, 128)
def read_json(data, kind):
    value = json.loads(data.decode(), parse_int=lambda text: number(text, 2**53))
    return need(type(value) is kind and to_json(value).encode() == data, "not canonical JSON") and value
def check_members(value, must, may=""):
    wrong = [m for m in {*must.split(), *value} if m not in f"{must} {may}".split() or m + "_sha256" in value or not fits(m, value.get(m))]
    return need(not wrong, f"{wrong}: not what they should be") and value
def read_leaf(data):
    leaf = read_json(data, dict); check_members(leaf, *KINDS.get(str(leaf.get("kind")), ("kind",)))
    times = [time for m, time in leaf.items() if m.endswith("_at") and datetime.date.fromisoformat(time[:10])]
    facts = " ".join(str(leaf.get(m)) for m in ("kind", "source", "cause", "status")) + " none" * (b'"count":0,' in data) + " own" * (leaf.get("submitted_by", 0) == leaf.get("user_id"))
    fits_kind = re.fullmatch(FITS, facts) and (leaf["kind"] == "note_added") == any(m[:4] == "text" for m in leaf); need(fits_kind and max(times) <= "9999-12-30T22:00:00.000000Z", f"{facts}, {times}: no entry says so")
    return {"status": "IN_PROGRESS", "previous": None, **leaf}
def read_items(data, named, cid_of, leaf_of):
    cids, found = [*map(cid_of, items := read_json(data, list))], {"count": len(items), "root": root([leaf_of(item).encode() for item in items]).hex()}
    return need(cids == sorted(set(cids)) and named == found, "not what the entry names, or not in order") and set(cids)
def read(path):  # What can be checked: a receipt with its leaf, a file about a customer, a folder whose files call for each other.
    return taken.append(path := pathlib.Path(path)) or need(path.is_file() and not path.is_symlink(), "is missing, or no plain file") and path.read_bytes()
def read_given(path, most=2**19, error=ValueError):  # a regular file that the command line names, or a pipe that the shell hands over
    plain = stat.S_ISREG(os.stat(path).st_mode) or re.fullmatch("(/dev|/proc/self)/fd/[0-9]+|/dev/stdin", path)
    taken.append(path) or need(plain, f"{path}: is not a regular file", OSError)
    return need(len(data := open(path, "rb").read(most + 1)) <= most, f"larger than {most} bytes", error) and data
def told(leaf, what, size, key, expected):  # last: that the key is another one matters only for what is sound
    need(expected in (None, key[3]), f"its key is {key[3]}, and not {expected}", WrongKey)
    whose, entries = "as expected" if expected else "the evidence's own, unchecked", few(size, "entry", "entries")
    return f"job {leaf['job_id']}: {what}\nledger {key[0]}: checkpoint of {entries}\nkey {key[3]}: {whose}"
def check_receipt(receipt, leaf, line):
    entry = check_entry(data=read_given(leaf), receipt=read_given(receipt).decode(), key=read_key(line), other=WrongKey)
    return told(entry[3], f"entry {entry[2]}", entry[1], read_key(line), line)
def check_customer(file, expected):
    key, cid, [(kind, found)] = read_key((given := read_json(read_given(file), dict))["key"]), given["cid"], given["proof"].items()
    _, size, index, leaf, extra = check_entry(given["receipt"], given["leaf"].encode(), key)
    named, before, after = leaf["customers"], *([found] * 2 if kind == "member" else map(found.get, ("before", "after")))
    for one in [check_members(one, "cid path position") for one in (before, after) if one is not None]:
        need(climb(one["cid"].encode(), one["position"], named["count"], [*map(bytes.fromhex, one["path"])]).hex() == named["root"], "another root")
    low, high = before or {"position": -1, "cid": ""}, after or {"position": named["count"], "cid": "\U0010ffff" * 33}
    gap = kind == "not_member" and set(found) == {"before", "after"} and low["position"] + 1 == high["position"]
    need(fits("cid", cid) and (gap and low["cid"] < cid < high["cid"] or kind == "member" and found["cid"] == cid), "of another customer")
    said = {"customers": named, "index": index, "is_customer": not gap, "job_id": leaf["job_id"]}
    need(extra is None and len(given) == 9 and to_json({**given, **said}) == to_json(given), "not what is proved")
    return told(leaf, f"{few(named['count'], 'customer', 'customers')}, {json.dumps(cid)} is {'none' if gap else 'one'} of them", size, key, expected)
def check_evidence(top, expected):
    top, count, notes, before, take = pathlib.Path(top), 0, 0, None, lambda name: read(pathlib.Path(top, name))
    need(sha256(take("README.md")).hex() == README_SHA256, "not the README of evidence")
    key = read_key(need(re.fullmatch(r"(\S+)\n", take("verifier.key").decode()), "not one line")[1])
    for index in sorted(int(path.stem) for path in top.glob("entries/*.json") if re.fullmatch(NUMBER, path.stem)):
        note, size, place, leaf, extra = check_entry(take(f"entries/{index}.tlog-proof").decode(), take(f"entries/{index}.json"), key)
        is_note = leaf["kind"] == "note_added"; need((take("checkpoint").decode(), place, extra) == (note, index, None), "not of this entry and this checkpoint")
        need(leaf["previous"] == (before and before["index"]) and (not before or leaf["job_id"] == before["job_id"] and
             (is_note or leaf["status"] in NEXT[before["status"]])), "cannot follow the entry before")
        if not before: customers = read_items(take("customers.json"), leaf["customers"], lambda cid: need(fits("cid", cid), "not a cid") and cid, str)
        if "outcomes" in leaf:
            cid_of = lambda o: need(fits("outcome", o) and length(o.get("message")) <= 1024, "not an outcome") and o["cid"]
            need(read_items(take(f"outcomes/{index}.json"), leaf["outcomes"], cid_of, to_json) <= customers, "names someone who is no customer")
        for member in (member[:-7] for member in leaf if member.endswith("_sha256")):
            text = take(f"texts/{index}.{member}").decode().encode()
            need(sha256(text).hex() == leaf[member + "_sha256"] and len(text) > BYTES_MAX.get(member, -1), "not the text of the entry")
        count, notes, before = count + 1, notes + is_note, {**leaf, "index": index, "status": (before if is_note else leaf)["status"]}
    strange = [str(path) for path in top.rglob("*") if path not in taken and (path.is_symlink() or not path.is_dir() or
               path not in [top / "entries", top / "outcomes", top / "texts"])]
    need(count and notes <= 1000 and not strange, f"no entries, too many notes, or something that no entry calls for: {strange}")
    last, counts = before["status"], f"{few(count, 'entry', 'entries')}, {few(len(customers), 'customer', 'customers')}"
    return "\n".join((told(leaf, f"{last}, {counts}", size, key, expected), f"after {last}: " + (NEXT[last] and LATER or "no other status can follow")))
def given_key(given, no_path=r"(?s)|[\[{].*|jobs_.*|[0-9a-fA-F]{32,}|.*\+.*\+.*|.*\n\u2014 .*"):  # a key, damaged perhaps, and what is taken for one
    text = given if re.fullmatch(no_path, given.strip()) and not os.path.exists(given) else read_given(given, 4096, WrongKey).decode(errors="replace")
    try: return read_key(text.strip())[3]
    except ValueError as error: raise WrongKey(f"--key is no verifier key, nor its file: {error}")
if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    for name, count in (("evidence", "?"), ("--key", None), ("--receipt", None), ("--leaf", None)): parser.add_argument(name, nargs=count)
    args = parser.parse_args(); files = [args.evidence] if args.evidence else args.key is not None and [args.receipt, args.leaf]
    files and all(files) or parser.error("--help says what to give")
    try: print((check_receipt if not args.evidence else check_evidence if os.path.isdir(args.evidence) else check_customer)(*files, args.key if args.key is None else given_key(args.key)))
    except (ValueError, OSError, LookupError, TypeError, AttributeError, RecursionError) as error:
        code, what = (6, "wrong key") if isinstance(error, WrongKey) else (1, "cannot be read") if isinstance(error, OSError) else (5, f"refused: {taken[-1]}")
        sys.exit(print(f"{what}: {error}", file=sys.stderr) or code)
