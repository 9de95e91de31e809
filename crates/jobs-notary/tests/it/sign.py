"""Signs a checkpoint of any size for the tests, with the ledger's key, and writes the receipt of entry 0:
    PYTHONPATH=docs/verify python3 sign.py ORIGIN SIZE LEAF_FILE RECEIPT_FILE
Rust's types do not let a size be too large, so a receipt that says so must come from elsewhere."""
import base64, check, hashlib, pathlib, sys

origin, size, leaf, receipt = sys.argv[1:]
sha512 = lambda *parts: hashlib.sha512(b"".join(parts)).digest()
little = lambda data: int.from_bytes(data, "little")
base64_of = lambda data: base64.b64encode(data).decode()


def compressed(point):
    return (point[1] | (point[0] & 1) << 255).to_bytes(32, "little")


# RFC 8032, section 5.1.6, of the seed that the tests' key has.
secret = sha512(bytes([9] * 32))
scalar = little(secret[:32]) & (1 << 254) - 8 | 1 << 254
public = compressed(check.times(scalar, check.BASE))


def sign(text):
    r = little(sha512(secret[32:], text)) % check.L
    start = compressed(check.times(r, check.BASE))
    s = (r + little(sha512(start, public, text)) * scalar) % check.L
    return start + s.to_bytes(32, "little")


# Any hashes will do as a path: the root is what they lead to.
path = [bytes([n]) * 32 for n in range((int(size) - 1).bit_length())]
root = check.climb(pathlib.Path(leaf).read_bytes(), 0, int(size), path)
text = f"{origin}\n{size}\n{base64_of(root)}\n"
key_id = check.sha256(origin.encode() + b"\n\1" + public)[:4]
lines = ["c2sp.org/tlog-proof@v1", "index 0", *map(base64_of, path), "", text]
lines.append(f"\u2014 {origin} {base64_of(key_id + sign(text.encode()))}\n")
pathlib.Path(receipt).write_text("\n".join(lines), encoding="utf-8")
