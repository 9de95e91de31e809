"""Checks evidence and receipts of a job ledger with Python 3.8 or newer alone; ../format.md describes the bytes.
Says what is proved and exits with 0, or says what is wrong and exits with 1:
    python3 check.py BUNDLE_DIR [--key VKEY]
    python3 check.py --receipt FILE --leaf FILE --key VKEY"""
import argparse, base64, hashlib, json, os, pathlib, re, sys
README_SHA256 = "cf4a2f0657767f2365eee07c10919423a6b8102c0628a147214ad03ee36b52c9"
taken = ["arguments"]  # the files that were read; the last is the one that is being checked
def need(condition, reason):
    if not condition:
        raise ValueError(reason)
sha256 = lambda data: hashlib.sha256(data).digest()
# Ed25519: RFC 8032, section 5.1.
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P
def add(p, q):
    (a, b), (c, d), product = p, q, D * p[0] * p[1] * q[0] * q[1]
    return (a * d + b * c) * pow(1 + product, -1, P) % P, (a * c + b * d) * pow(1 - product, -1, P) % P
def times(n, p):
    return add(times(n >> 1, add(p, p)), p if n & 1 else (0, 1)) if n else (0, 1)
def point(data):
    sign, y = data[31] >> 7, int.from_bytes(data, "little") % 2**255
    square = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(square, (P + 3) // 8, P)
    x = x if (x * x - square) % P == 0 else x * pow(2, (P - 1) // 4, P) % P
    need(y < P and (x * x - square) % P == 0 and times(8, (x, y)) != (0, 1), "not a point of Ed25519 that signs")
    return x if x & 1 == sign else P - x, y
BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, "little"))
def verify(key, text, signature):
    r, s, a = point(signature[:32]), int.from_bytes(signature[32:], "little"), point(key)
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + text).digest(), "little") % L
    need(len(signature) == 64 and s < L and times(s, BASE) == add(r, times(k, a)), "the signature is not genuine")
# Merkle trees: RFC 6962, section 2.1.
def split(size):
    return 1 << (size - 1).bit_length() - 1
def root(leaves):
    if len(leaves) < 2:
        return sha256(b"\0" + leaves[0]) if leaves else sha256(b"")
    return sha256(b"\1" + root(leaves[:split(len(leaves))]) + root(leaves[split(len(leaves)):]))
def climb(leaf, index, size, path):  # the root to which an inclusion path leads
    need(index < size and (size > 1) == bool(path), "the receipt does not fit its place and the checkpoint's size")
    if size == 1:
        return sha256(b"\0" + leaf)
    if index < split(size):
        return sha256(b"\1" + climb(leaf, index, split(size), path[:-1]) + path[-1])
    return sha256(b"\1" + path[-1] + climb(leaf, index - split(size), size - split(size), path[:-1]))
# Keys, checkpoints, receipts: C2SP signed-note, tlog-checkpoint, tlog-proof.
NAME, NUMBER = r"[^\s\x00-\x1f\x7f-\x9f+]{1,255}", r"(?:0|[1-9][0-9]{0,18})"
def unbase64(text, length=None):
    data = base64.b64decode(text, validate=True)
    need(base64.b64encode(data).decode() == text and length in (None, len(data)), "not base64, or of a wrong length")
    return data
def read_key(line):
    match = re.fullmatch(rf"({NAME})\+([0-9a-f]{{8}})\+(\S+)", line)
    need(match, "a key is <name>+<id>+<base64>")
    name, key = match[1], unbase64(match[3], 33)
    key_id = sha256(name.encode() + b"\n" + key)[:4]
    need(key[0] == 1 and key_id.hex() == match[2], "the key's ID or type is wrong")
    return name, key_id, key[1:]
def read_checkpoint(note, key):
    body, signature = rf"({NAME})\n({NUMBER})\n(\S+)\n(?:[^\x00-\x1f\x7f-\x9f]+\n)*", rf"\u2014 ({NAME}) (\S+)\n"
    match = re.fullmatch(rf"({body})\n((?:{signature})+)", note)
    need(match and match[2] == key[0], "not a signed checkpoint of the key's ledger")
    signatures = ((name, unbase64(text)) for name, text in re.findall(signature, match[5]))
    ours = [data[4:] for name, data in signatures if (name, data[:4]) == key[:2]]
    need(ours, "there is no signature of the key")
    for signature in ours:
        verify(key[2], match[1].encode(), signature)
    return int(match[3]), unbase64(match[4], 32)
def read_receipt(text):
    proof, _, note = text.partition("\n\n")
    match = re.fullmatch(rf"c2sp\.org/tlog-proof@v1\n(?:extra (\S*)\n)?index ({NUMBER})((?:\n\S+){{0,64}})", proof)
    need(match and unbase64(match[1] or "") is not None, "not a receipt")
    return match[1], int(match[2]), [unbase64(line, 32) for line in match[3].split()], note
# Leaves: the members that each kind must have, and those that it may have.
JOB, MAYBE = "action_code action_name created_at customers job_id kind source user_id v", "batch_id cluster_url request_payload_sha256"
DETAILS = "error_message error_message_sha256 http_status response_summary response_summary_sha256"
KINDS = {"job_created": (JOB, f"{MAYBE} request_key retry_of"),
         "job_imported": (f"{JOB} recorded_at status", f"{MAYBE} {DETAILS} original_sha256 updated_at"),
         "status_changed": ("actor job_id kind previous recorded_at status v", f"{DETAILS} outcomes request_key")}
TYPES = {"action_code": int, "customers": dict, "http_status": int, "outcomes": dict, "previous": int, "v": int}
NEXT = {"IN_PROGRESS": {"SUCCESS", "FAILED", "UNCONFIRMED"}, "UNCONFIRMED": {"SUCCESS", "FAILED"}, "SUCCESS": (), "FAILED": ()}
def canonical(value):  # RFC 8785, of strings, integers and members with ASCII names
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
def read_json(data, kind):
    value = json.loads(data.decode())
    need(type(value) is kind and canonical(value) == data, "not canonical JSON")
    return value
def read_leaf(data):
    leaf = read_json(data, dict)
    must, may = (set(members.split()) for members in KINDS.get(str(leaf.get("kind")), ("known", "")))
    need(must <= set(leaf) <= must | may and leaf["v"] == 1, "a member is missing, or is none of its kind")
    wrong = [m for m, value in leaf.items() if type(value) is not TYPES.get(m, str) or m + "_sha256" in leaf]
    need(not wrong and leaf.get("status", "FAILED") in NEXT, f"{wrong or 'status'}: not what it should be")
    return {"status": "IN_PROGRESS", "previous": None, "recorded_at": leaf.get("created_at"), **leaf}
def read_items(data, named, cid_of, leaf_of):
    items = read_json(data, list)
    cids = [cid_of(item) for item in items]
    need(cids == sorted(set(cids)), "not in order, or a customer twice")
    need(named == {"count": len(items), "root": root([leaf_of(item) for item in items]).hex()}, "not what the entry names")
    return set(cids)
# What can be checked: a receipt with its leaf, or a folder of evidence, of which every file is called for by another.
def check_receipt(receipt, leaf, key):
    (_, index, path, note), data, key = read_receipt(read(receipt).decode()), read(leaf), read_key(key)
    size, tree = read_checkpoint(note, key)
    need(climb(data, index, size, path) == tree, "it leads to another root: it is of another entry")
    return f"job {read_leaf(data)['job_id']}: entry {index}\nledger {key[0]}: checkpoint of {size} entries"
def read(path):
    taken.append(path)
    need(os.path.isfile(path) and not os.path.islink(path), "is missing, or is no plain file")
    return pathlib.Path(path).read_bytes()
def check_evidence(top, expected):
    files, count, before = {os.path.join(folder, name) for folder, _, names in os.walk(top) for name in names}, 0, None
    def take(name):
        return read(os.path.join(top, *name.split("/")))
    need(sha256(take("README.md")).hex() == README_SHA256, "not the README of evidence")
    line = take("verifier.key").decode()
    need(line.endswith("\n") and expected in (None, line[:-1]), "not the key that is expected")
    key, note = read_key(line[:-1]), take("checkpoint").decode()
    size, tree = read_checkpoint(note, key)
    for index in sorted(int(os.path.basename(path)[:-5]) for path in files if re.search(rf"entries.{NUMBER}\.json$", path)):
        extra, place, path, its_note = read_receipt(take(f"entries/{index}.tlog-proof").decode())
        need((extra, place, its_note) == (None, index, note), "not of this entry and this checkpoint")
        data = take(f"entries/{index}.json")
        need(climb(data, index, size, path) == tree, "its receipt leads to another root")
        leaf = read_leaf(data)
        need(leaf["previous"] == (before and before["index"]), "previous is not the index of the entry before")
        need(not before or leaf["job_id"] == before["job_id"] and leaf["recorded_at"] >= before["recorded_at"]
             and leaf["status"] in NEXT[before["status"]], "cannot follow the entry before")
        if not before:
            customers = read_items(take("customers.json"), leaf["customers"], str.encode, str.encode)
        if "outcomes" in leaf:
            cids = read_items(take(f"outcomes/{index}.json"), leaf["outcomes"], lambda o: o["cid"].encode(), canonical)
            need(cids <= customers, "names someone who is no customer")
        for member in (member[:-7] for member in leaf if member.endswith("_sha256")):
            need(sha256(take(f"texts/{index}.{member}")).hex() == leaf[member + "_sha256"], "not the text of the entry")
        count, before = count + 1, {**leaf, "index": index}
    need(count and set(taken) >= files, f"no entries, or files that none calls for: {sorted(files - set(taken))}")
    whose = "as expected" if expected else "the evidence's own, unchecked"
    rest = "later entries, if any, are not shown" if NEXT[leaf["status"]] else "nothing can follow"
    return (f"job {leaf['job_id']}: {leaf['status']}, {count} entries, {len(customers)} customers\nledger {key[0]}: "
            f"checkpoint of {size} entries\nkey {line[:-1]}: {whose}\nafter {leaf['status']}: {rest}")
if __name__ == "__main__":
    parser = argparse.ArgumentParser(usage=__doc__)
    for name, count in (("bundle", "?"), ("--key", None), ("--receipt", None), ("--leaf", None)):
        parser.add_argument(name, nargs=count)
    args = parser.parse_args()
    try:
        print(check_evidence(args.bundle, args.key) if args.bundle else check_receipt(args.receipt, args.leaf, args.key))
    except (ValueError, OSError, LookupError, TypeError, AttributeError, RecursionError) as error:
        sys.exit(f"refused: {taken[-1]}: {error}")
