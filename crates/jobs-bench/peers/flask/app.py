"""A job dashboard on Flask and SQLite as one is first written: the peer of the ledger's creates over HTTP.

    python app.py FOLDER PORT

A connection and a transaction for each request, with SQLite's defaults but for the write-ahead log: `synchronous` is FULL, so a create
is answered after the `fdatasync` of the log. The last connection that closes also moves the log into the database: with one client, that
is before each answer. Flask's own server has a thread for each connection, and closes it after the answer. There is no sign-in.
"""

import json
import sqlite3
import sys
import uuid
from datetime import datetime
from pathlib import Path

from flask import Flask, jsonify, request

SCHEMA = """
PRAGMA journal_mode = WAL;
CREATE TABLE IF NOT EXISTS jobs (
    job_id TEXT PRIMARY KEY, user_id TEXT NOT NULL, batch_id TEXT, action_code INTEGER NOT NULL, action_name TEXT NOT NULL,
    cluster_url TEXT, created_at TEXT NOT NULL, request_payload TEXT, response_summary TEXT,
    status TEXT DEFAULT 'IN_PROGRESS', http_status INTEGER, error_message TEXT, updated_at TEXT);
CREATE TABLE IF NOT EXISTS job_customers (
    id INTEGER PRIMARY KEY AUTOINCREMENT, job_id TEXT NOT NULL REFERENCES jobs (job_id), cid TEXT NOT NULL,
    UNIQUE (job_id, cid));
"""

app = Flask(__name__)
DATABASE = Path(sys.argv[1]) / "jobs.db"


def connect():
    connection = sqlite3.connect(DATABASE, timeout=5)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@app.post("/api/jobs/create")
def create():
    sent = request.get_json()
    try:
        code, name, cids = sent["action_code"], sent["action_name"], sent["cids"]
    except KeyError as missing:
        return jsonify(success=False, message=f"{missing} is missing"), 400
    job_id, created_at, payload = str(uuid.uuid4()), datetime.now().isoformat(), sent.get("request_payload")
    job = (
        job_id, "vijay", sent.get("batch_id"), code, name, sent.get("cluster_url"), created_at,
        payload and json.dumps(payload), sent.get("response_summary"),
    )
    connection = connect()
    try:
        with connection:
            connection.execute(
                "INSERT INTO jobs (job_id, user_id, batch_id, action_code, action_name, cluster_url, created_at,"
                " request_payload, response_summary) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                job,
            )
            for cid in cids:
                connection.execute("INSERT INTO job_customers (job_id, cid) VALUES (?, ?)", (job_id, cid))
    finally:
        connection.close()
    job = {
        "job_id": job_id, "user_id": "vijay", "action_code": code, "action_name": name,
        "customer_count": len(cids), "created_at": created_at,
    }
    return jsonify(success=True, message="Job created", job=job), 201


if __name__ == "__main__":
    connection = connect()
    connection.executescript(SCHEMA)
    connection.close()
    app.run("127.0.0.1", int(sys.argv[2]), threaded=True)
