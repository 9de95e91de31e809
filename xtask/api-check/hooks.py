"""What schemathesis must be told: what the server has to have, what no document can say, and what else is a failure."""

import json
import os
import uuid

import requests
import schemathesis

URL = os.environ["API_CHECK_URL"]
TOKEN = os.environ["API_CHECK_TOKEN"]
UPSTREAM = os.environ["API_CHECK_UPSTREAM"]

# Of the log, whose tiles can be read once they are full.
TILE_ENTRIES = 256

# Of who calls, as auth.toml has it, and of whoever is given one: those of the document's examples of a sign-in are
# refused as new ones.
PASSWORD = "a staple for the battery horse"

# A token makes no tokens: who signed in with a password does, in the tests of jobs-http.
REFUSED_TO_TOKENS = {"POST /v1/tokens", "POST /v1/account/tokens"}

HEADERS = {"Authorization": f"Bearer {TOKEN}"}

operations = set()
used = set()
retryable = []


@schemathesis.serializer("application/x-ndjson")
def as_lines(context, value):
    return value if isinstance(value, bytes) else str(value).encode(errors="surrogatepass")


@schemathesis.hook
def after_load_schema(context, schema):
    served = requests.get(f"{URL}/openapi.json", timeout=10).json()
    assert served == schema.raw_schema, "docs/openapi.json is not what the server says"
    operations.update(operation.ok().label for operation in schema.get_all_operations())
    example = schema.raw_schema["paths"]["/v1/jobs/{job_id}"]["get"]["parameters"][0]["example"]
    record_jobs(example)
    retryable.append(send_job())


def record_jobs(example):
    """Records the job that the document's examples name, and enough others to fill a tile."""
    jobs = [{"action_name": "Trans-Begin", "cids": ["5001"]} for _ in range(TILE_ENTRIES)]
    jobs[0]["job_id"] = example
    lines = "\n".join(map(json.dumps, jobs))
    results = requests.post(f"{URL}/v1/jobs/bulk", lines, headers=HEADERS, timeout=10).text
    assert results.count('"status":201') == TILE_ENTRIES, results


def send_job():
    """Sends a Set Action that fails for one of its customers."""
    action = {"action": "PE-Enable", "cids": ["5001", "unknown-1"]}
    fetch = {"url": f"{UPSTREAM}tms/v1/actions", "postData": action}
    answer = requests.post(f"{URL}/proxy_fetch", json=fetch, headers=HEADERS, timeout=10)
    return answer.json()["job_id"]


@schemathesis.hook
def before_call(context, case, kwargs):
    """Makes of a request that the document allows one that the server can grant."""
    if case.meta is None or not case.meta.generation.mode.is_positive:
        return
    # A cursor comes from the server, and from the same list.
    if case.query:
        case.query.pop("cursor", None)
    # Only what the server has sent can be sent again.
    if case.path.endswith("/retry"):
        case.path_parameters["job_id"] = retryable[0]
    once(case.headers, "Idempotency-Key")
    grant_of_accounts(case)
    case.body = whole(case.body)
    if isinstance(case.body, dict):
        once(case.body, "job_id")
        # An upstream must be allowed.
        if case.body.get("url") is not None:
            case.body["url"] = f"{UPSTREAM}tms/v1/actions"


def grant_of_accounts(case):
    """Accounts are those of auth.toml, and who calls must stay signed in."""
    if "user_id" in (case.path_parameters or {}) and case.path.startswith("/v1/users/"):
        case.path_parameters["user_id"] = "anita"
    if "token_name" in (case.path_parameters or {}):
        case.path_parameters["token_name"] = "laptop"
    if "session_id" in (case.path_parameters or {}):
        case.path_parameters["session_id"] = new_session()
    if not isinstance(case.body, dict):
        return
    if case.path == "/v1/account/password":
        case.body.update(current=PASSWORD, new=PASSWORD)
    elif case.path == "/v1/users" or case.path.startswith("/v1/users/"):
        if "password" in case.body:
            case.body["password"] = PASSWORD
        if "user_id" in case.body:
            case.body["user_id"] = str(uuid.uuid4())
    elif case.path in ("/v1/sign-in", "/login"):
        case.body.clear()
        case.body.update(token=TOKEN)


def new_session():
    """The handle of a session of who calls."""
    session = requests.Session()
    session.post(f"{URL}/v1/sign-in", json={"token": TOKEN}, timeout=10)
    return session.get(f"{URL}/v1/account", timeout=10).json()["session"]["id"]


def once(members, name):
    """Gives a member another value if it has one that was used before."""
    value = members.get(name) if members else None
    if not isinstance(value, str):
        return
    if value in used:
        members[name] = str(uuid.uuid4())
    used.add(value)


def whole(value):
    """The same, with 1 for 1.0, which is an integer in JSON Schema, and none to most JSON parsers."""
    if isinstance(value, dict):
        return {name: whole(member) for name, member in value.items()}
    if isinstance(value, list):
        return [whole(item) for item in value]
    is_whole = isinstance(value, float) and value.is_integer() and abs(value) < 2**53
    return int(value) if is_whole else value


@schemathesis.check
class every_operation_succeeds:
    """What the document has is there, and can be had: an operation of which only refusals are seen is not tested."""

    def __init__(self):
        self.succeeded = set()

    def after_response(self, ctx, response, case):
        if 200 <= response.status_code < 300 or response.status_code == 303:
            self.succeeded.add(case.operation.label)

    def after_run(self, ctx):
        missing = sorted(operations - self.succeeded - REFUSED_TO_TOKENS)
        assert not missing, f"never answered by a success: {', '.join(missing)}"
