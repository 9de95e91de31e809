"""Makes the golden leaves from the rules alone, without the crate: `python3 golden.py` writes them again.

Tests do not run this. It shows that a leaf can be rebuilt with nothing but a JSON and a hash library.
"""

import hashlib
import json
import pathlib


def sha256(data):
    return hashlib.sha256(data).digest()


def root(leaves):
    """RFC 6962, section 2.1."""
    if not leaves:
        return sha256(b"")
    if len(leaves) == 1:
        return sha256(b"\0" + leaves[0])
    split = 1
    while split * 2 < len(leaves):
        split *= 2
    return sha256(b"\1" + root(leaves[:split]) + root(leaves[split:]))


def subtree(leaves):
    return {"count": len(leaves), "root": root(leaves).hex()}


def canonical(members):
    """RFC 8785, for members with ASCII names and integers alone."""
    return json.dumps(members, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def customers(*cids):
    return subtree(sorted(cid.encode() for cid in cids))


def job_id(last):
    return "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b" + last


now = "2026-01-28T15:04:53.003687Z"
base = {"v": 1, "user_id": "vijay", "action_code": 1, "action_name": "Trans-Begin"}
full = {
    "submitted_by": "änita",
    "batch_id": 'batch "7" é',
    "cluster_url": "https://cluster.example/tms\\v1",
    "request_payload_sha256": sha256(b'{"action":"Trans-Begin"}').hex(),
}
failure = {
    "status": "FAILED",
    "cause": "answered",
    "http_status": 200,
    "error_message": "line\r\n\t\u0001\u007f\u2028\U0001f600",
    "response_summary_sha256": sha256(b"x" * 257).hex(),
}
request_key = sha256(b"vijay\0retry-1").hex()
created = base | {"kind": "job_created", "created_at": now, "customers": customers("5002", "5001")}
imported = base | {
    "kind": "job_imported",
    "created_at": "2025-12-31T23:59:59.999999Z",
    "recorded_at": now,
    "source": "import",
    "cause": "imported",
}
changed = {"v": 1, "kind": "status_changed", "job_id": job_id("2"), "actor": "gateway", "recorded_at": now}
noted = {"v": 1, "kind": "note_added", "job_id": job_id("2"), "actor": "gateway", "recorded_at": now}
outcomes = [
    {"cid": "5001", "status": "SUCCESS"},
    {"cid": "5002", "status": "FAILED", "message": 'does not "exist"'},
]

leaves = {
    "job_created_bare": created | {"job_id": job_id("1"), "source": "embedded"},
    "job_created_full": created
    | full
    | {"job_id": job_id("2"), "source": "gateway", "retry_of": job_id("1"), "request_key": request_key},
    "job_imported_bare": imported
    | {"job_id": job_id("3"), "customers": customers(), "status": "SUCCESS"},
    "job_imported_full": imported
    | full
    | failure
    | {
        "cause": "imported",
        "job_id": job_id("4"),
        "customers": customers("5001"),
        "updated_at": "2026-01-01T00:00:17.500000Z",
        "original_sha256": sha256(b'{"status":"failed"}').hex(),
    },
    "status_changed_bare": changed | {"previous": 1, "status": "UNCONFIRMED", "cause": "timed_out"},
    "status_changed_full": changed
    | failure
    | {"previous": 4, "outcomes": subtree([canonical(outcome) for outcome in outcomes])}
    | {"request_key": request_key},
    "note_added_bare": noted | {"previous": 5, "text": 'asked "them":\r\n\t\u0001\u007f é \U0001f600'},
    "note_added_full": noted | {"previous": 6, "text_sha256": sha256(("é" * 129).encode()).hex(), "request_key": request_key},
}
for name, members in leaves.items():
    pathlib.Path(__file__).with_name(name + ".json").write_bytes(canonical(members))
