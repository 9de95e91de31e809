//! The schemas of what is sent and answered, by name. Their limits are those of the types that check them.

use jobs_core::{
    ActionName, BatchId, Cid, ClusterUrl, CustomerSet, ErrorMessage, INTEGER_MAX, Original,
    OutcomeMessage, RequestKey, RequestPayload, ResponseSummary, Status, UserId,
};
use utoipa::openapi::schema::{Object, Type};

use super::schema::{
    Member, Says as _, Shape, always, anything, boolean, cause, closed, count, formatted, index,
    integer, list, list_up_to, matching, name, named, of, one_of, one_of_texts, open, optional,
    or_null, some, sometimes, source, status, string, text,
};

/// Every schema of the document.
pub(super) fn all() -> Vec<(&'static str, Shape)> {
    [scalars(), jobs(), entries(), requests(), reading(), proofs(), legacy(), old_record()].concat()
}

fn scalars() -> Vec<(&'static str, Shape)> {
    let code = integer(-INTEGER_MAX.cast_signed(), INTEGER_MAX);
    vec![
        (
            "JobId",
            formatted("uuid").says("The identity of a job: a UUID that the ledger sees once."),
        ),
        ("Index", index().says("A position in the ledger, from 0, without gaps.")),
        ("Timestamp", formatted("date-time").says("A time in UTC, with six decimals.")),
        (
            "Status",
            status()
                .says("How a job stands. `UNCONFIRMED`: the upstream may or may not have acted."),
        ),
        (
            "Cause",
            cause().says("What a status rests on, for programs: texts beside it may be reworded."),
        ),
        ("Source", source().says("Through which door a job came in.")),
        (
            "UserId",
            name(UserId::BYTES_MAX, "Who asked for the job; at most 128 bytes of UTF-8.").into(),
        ),
        (
            "ActionName",
            name(ActionName::BYTES_MAX, "The action as the caller spelt it; at most 128 bytes.")
                .into(),
        ),
        (
            "ActionCode",
            code.says("The number by which the old dashboard knows the action; 0 if it does not."),
        ),
        (
            "BatchId",
            name(BatchId::BYTES_MAX, "A label of jobs that belong together; at most 128 bytes.")
                .into(),
        ),
        (
            "ClusterUrl",
            name(ClusterUrl::BYTES_MAX, "The upstream that the action was sent to.").into(),
        ),
        (
            "Cid",
            name(Cid::BYTES_MAX, "A customer: an opaque identifier of at most 128 bytes.").into(),
        ),
        (
            "GivenCid",
            one_of([named("Cid"), of(Type::Integer).says("An integer, whose digits are the cid.")]),
        ),
        ("HttpStatus", integer(100, 599).says("The status code of an upstream's answer.")),
        ("Hash", matching("^[0-9a-f]{64}$").says("A SHA-256 in hex.")),
        ("Problem", problem()),
    ]
}

fn problem() -> Shape {
    closed([
        always("type", matching("^urn:jobs:problem:[a-z-]+$").says("What kind of problem it is.")),
        always("title", string().says("The kind in words.")),
        always("status", integer(400, 599)),
        always("detail", string().says("What is wrong with this request.")),
        sometimes("field", string().says("The member, parameter or header that is wrong.")),
        sometimes(
            "job_id",
            named("JobId").says("A job that may be recorded in spite of the problem."),
        ),
    ])
    .says("Problem details (RFC 9457).")
}

fn nullable(name: &'static str, shape: impl Into<Shape>) -> Member {
    always(name, or_null(shape))
}

fn facts() -> Vec<Member> {
    vec![
        always("user_id", named("UserId")),
        nullable("submitted_by", named("UserId").says("Who handed it in for that user.")),
        nullable("batch_id", named("BatchId")),
        always("action_code", named("ActionCode")),
        always("action_name", named("ActionName")),
        nullable("cluster_url", named("ClusterUrl")),
        always("created_at", named("Timestamp")),
        always("customer_count", count()),
        always("source", named("Source")),
        nullable("retry_of", named("JobId").says("The job that this one tries again.")),
    ]
}

fn error_message() -> Object {
    text(ErrorMessage::BYTES_MAX, "Why it did not succeed.")
}

fn response_summary() -> Object {
    text(ResponseSummary::BYTES_MAX, "What the upstream answered.")
}

fn request_payload() -> Object {
    text(RequestPayload::BYTES_MAX, "What was sent upstream, as JSON, without credentials.")
}

fn original() -> Object {
    text(Original::BYTES_MAX, "An imported job as the other system held it, as JSON.")
}

fn outcome_message() -> Object {
    text(OutcomeMessage::BYTES_MAX, "Why, in the upstream's words.")
}

fn job() -> Vec<Member> {
    let mut members = facts();
    members.extend([
        always("job_id", named("JobId")),
        always("status", named("Status")),
        nullable("cause", named("Cause").says("None while the job is as it was created.")),
        nullable("http_status", named("HttpStatus")),
        nullable("error_message", error_message()),
        nullable("updated_at", named("Timestamp")),
        always("index", named("Index").says("The entry that created the job.")),
        always("last_index", named("Index").says("The newest entry of the job.")),
    ]);
    members
}

fn with(mut members: Vec<Member>, more: impl IntoIterator<Item = Member>) -> Shape {
    members.extend(more);
    closed(members)
}

/// What `Prefer: receipt` adds to an answer.
fn proof() -> [Member; 2] {
    [
        sometimes("receipt", string().says("A C2SP tlog-proof; see docs/format.md.")),
        sometimes("leaf", string().says("The text whose bytes the receipt proves.")),
    ]
}

fn next_cursor() -> Member {
    nullable("next", string().says("The `cursor` of the next page; `null` at the end."))
}

fn created() -> Vec<Member> {
    let dropped = count().says("How many customers were given more than once.");
    let mut members = vec![
        always("job", named("Job")),
        always("index", named("Index")),
        always("duplicates_dropped", dropped),
    ];
    members.extend(proof());
    members
}

fn jobs() -> Vec<(&'static str, Shape)> {
    let detail = [
        nullable("request_payload", request_payload()),
        nullable("response_summary", response_summary()),
        nullable("original", original()),
    ];
    let outcome = [
        always("status", named("Status")),
        nullable("message", outcome_message()),
        always("own", boolean().says("Whether it was said of this customer by name.")),
        always("index", named("Index").says("The entry that says so.")),
    ];
    vec![
        ("Job", closed(job())),
        ("JobDetail", with(job(), detail)),
        ("JobPage", closed([always("jobs", list(named("Job"))), next_cursor()])),
        ("CustomerOutcome", closed(outcome)),
        ("CustomerJob", with(job(), [always("outcome", named("CustomerOutcome"))])),
        (
            "CustomerJobPage",
            closed([
                always("cid", named("Cid")),
                always("jobs", list(named("CustomerJob"))),
                next_cursor(),
            ]),
        ),
        ("JobCreated", closed(created())),
    ]
}

fn entry(kind: &str) -> Vec<Member> {
    vec![
        always("index", named("Index")),
        always("kind", one_of_texts([kind])),
        always("recorded_at", named("Timestamp")),
        nullable("previous", named("Index").says("The entry of the same job before this one.")),
        always("job_id", named("JobId")),
        nullable("request_key", named("Hash").says("The hash of the request's idempotency key.")),
        always("status", named("Status")),
    ]
}

fn details() -> [Member; 4] {
    [
        always("cause", named("Cause")),
        nullable("http_status", named("HttpStatus")),
        nullable("error_message", error_message()),
        nullable("response_summary", response_summary()),
    ]
}

fn entries() -> Vec<(&'static str, Shape)> {
    let first = |kind| {
        let mut members = entry(kind);
        members.extend(facts());
        members.push(nullable("request_payload", request_payload()));
        members.push(sometimes("customers", list(named("Cid")).says("In `GET /v1/entries`.")));
        members
    };
    let mut imported = first("job_imported");
    imported.extend(details());
    imported.push(nullable("updated_at", named("Timestamp")));
    imported.push(nullable("original", original()));
    let mut changed = entry("status_changed");
    changed.extend(details());
    changed.push(always("actor", named("UserId").says("Who reported it.")));
    changed.push(always("outcomes", list(named("Outcome"))));
    let outcome = [
        always("cid", named("Cid")),
        always("status", named("Status")),
        sometimes("message", outcome_message()),
    ];
    let next = named("Index").says("The `from` of the next page; `null` at the end.");
    vec![
        ("JobCreatedEntry", closed(first("job_created"))),
        ("JobImportedEntry", closed(imported)),
        ("StatusChangedEntry", closed(changed)),
        (
            "Entry",
            one_of(["JobCreatedEntry", "JobImportedEntry", "StatusChangedEntry"].map(named))
                .says("One fact in the ledger, told apart by `kind`."),
        ),
        ("Outcome", closed(outcome)),
        (
            "History",
            closed([always("job_id", named("JobId")), always("entries", list(named("Entry")))]),
        ),
        ("EntryPage", closed([always("entries", list(named("Entry"))), nullable("next", next)])),
    ]
}

fn submission() -> Vec<Member> {
    let cids = some(CustomerSet::COUNT_MAX, named("GivenCid"));
    let cids = cids.says("The customers, in any order; those given twice are counted once.");
    vec![
        always("action_name", named("ActionName")),
        always("cids", cids),
        optional("action_code", named("ActionCode")),
        optional("batch_id", named("BatchId")),
        optional("cluster_url", named("ClusterUrl").says("Without user name and password.")),
        sometimes("request_payload", anything()),
        optional("retry_of", named("JobId").says("The job that this one tries again.")),
        optional(
            "user_id",
            named("UserId").says("For an admin: whose job it is. The ledger records who says so."),
        ),
        optional("job_id", named("JobId").says("The caller's choice, never seen before.")),
    ]
}

fn requests() -> Vec<(&'static str, Shape)> {
    let of_a_line = [
        optional("idempotency_key", text(RequestKey::BYTES_MAX, "As in the header.")),
        optional("ref", one_of([string().into(), of(Type::Number).into()])),
    ];
    let reference = one_of([string().into(), of(Type::Number).into(), of(Type::Null).into()]);
    let result = [
        always("ref", reference.says("As the line gave it.")),
        always("line", count().says("Counted from 1.")),
        always("status", integer(100, 599).says("What `POST /v1/jobs` would have answered.")),
        sometimes("replayed", boolean().says("Whether an earlier request had the same key.")),
        sometimes("error", named("Problem")),
    ];
    let result = created().into_iter().map(Member::not_always).chain(result);
    let final_ones = Status::ALL.into_iter().filter(|status| *status != Status::InProgress);
    let report = [
        always("status", named("Status")),
        optional("http_status", named("HttpStatus")),
        optional("error_message", error_message()),
        optional("response_summary", response_summary()),
        optional("outcomes", list_up_to(CustomerSet::COUNT_MAX, named("OutcomeReport"))),
    ];
    let retried = [
        always("job", named("JobDetail")),
        sometimes("outcome_recorded", boolean()),
        sometimes("warning", named("OverlapWarning")),
    ];
    let retry = [
        optional("customers", one_of_texts(["failed", "all"])),
        optional("token", upstream_token()),
        optional(
            "url",
            string().says("Another place than the job's; below an upstream that is allowed."),
        ),
        optional(
            "payload",
            of(Type::Object).says("Members in place of those that are not recorded."),
        ),
        optional("contentType", content_type()),
    ];
    let outcome = [
        always("cid", named("GivenCid")),
        always("status", one_of_texts(final_ones.map(Status::as_str))),
        optional("message", outcome_message()),
    ];
    let mut reported = vec![
        always("job_id", named("JobId")),
        always("index", named("Index")),
        always("recorded_at", named("Timestamp")),
        always("repeated", boolean().says("Whether it was recorded before, and was not again.")),
    ];
    reported.extend(proof());
    vec![
        ("Submission", closed(submission())),
        ("BulkLine", with(submission(), of_a_line)),
        ("BulkResult", closed(result)),
        ("Report", closed(report)),
        ("Retry", closed(retry)),
        ("Retried", closed(retried)),
        ("OutcomeReport", closed(outcome).says("At most one for each customer of the job.")),
        ("Reported", closed(reported)),
    ]
}

fn upstream_token() -> Shape {
    matching(r"^[\t -~]*$").says("For the upstream; never recorded.")
}

/// How the upstream is sent the payload.
fn content_type() -> Shape {
    matching("^(application/(json|x-www-form-urlencoded)( *;.*)?)?$").says("JSON unless told.")
}

fn next_cid() -> Member {
    nullable("next", named("Cid").says("The `after` of the next page; `null` at the end."))
}

fn reading() -> Vec<(&'static str, Shape)> {
    let counts = Status::ALL.map(|status| always(status.as_str(), count()));
    let row = [always("value", string()), always("jobs", named("Counts"))];
    let breakdown = [
        always("rows", list(named("Count"))),
        always("other", named("Counts").says("What is in none of the rows.")),
    ];
    let by = |name| always(name, named("Breakdown"));
    let diff = [
        always("a", named("JobId")),
        always("b", named("JobId")),
        always("counts", closed(["only_a", "only_b", "both"].map(|part| always(part, count())))),
        sometimes("part", part()),
        sometimes("customers", list(named("Cid"))),
        sometimes("next", or_null(named("Cid"))),
    ];
    vec![
        (
            "Customers",
            closed([
                always("job_id", named("JobId")),
                always("customer_count", count()),
                always("customers", list(named("Cid"))),
                next_cid(),
            ]),
        ),
        ("Diff", closed(diff)),
        ("Counts", closed(counts)),
        ("Count", closed(row)),
        ("Breakdown", closed(breakdown)),
        (
            "Stats",
            closed([
                always("head", named("Head").says("The ledger that was counted.")),
                always("total", named("Counts")),
                by("by_action"),
                by("by_user"),
                by("by_day"),
            ]),
        ),
        ("Head", closed([always("size", named("Index")), always("root", named("Hash"))])),
    ]
}

/// The parts of a comparison.
fn part() -> Object {
    one_of_texts(["only_a", "only_b", "both"])
}

fn proofs() -> Vec<(&'static str, Shape)> {
    let path = || always("path", list(named("Hash")).says("In the order of RFC 9162."));
    let index = |name| always(name, named("Index"));
    let customers = closed([always("count", count()), always("root", named("Hash"))]);
    let customer = [
        always("cid", named("Cid")),
        always("customers", customers),
        index("index"),
        always("is_customer", boolean()),
        always("job_id", named("JobId")),
        always("key", string()),
        always("leaf", string()),
        always("proof", anything()),
        always("receipt", string()),
    ];
    vec![
        ("Inclusion", closed([index("index"), index("size"), path()])),
        ("Consistency", closed([index("from"), index("to"), path()])),
        ("CustomerProof", closed(customer).says("A file of its own; see docs/format.md.")),
    ]
}

fn legacy() -> Vec<(&'static str, Shape)> {
    let flag =
        || one_of([boolean().into(), matching("^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])$").into()]);
    let members = of(Type::Object).says("`action` and `cids` make it a Set Action.");
    let form = string().says("A form, sent byte for byte; `contentType` says that it is one.");
    let fetch = [
        always("url", matching("^.+$").says("Below an upstream that is allowed.")),
        optional("token", upstream_token()),
        optional("isPost", flag()),
        optional("postData", one_of([members, form])),
        optional("contentType", content_type()),
        optional("batch_id", named("BatchId")),
        optional("retry_of", named("JobId")),
        optional("receipt", flag()),
    ];
    let overlapping = [
        always("job_id", named("JobId")),
        always("customers", count().says("How many the two have in common.")),
    ];
    let overlap = [always("message", string()), always("jobs", list(closed(overlapping)))];
    let answer = |status, what, shape| {
        let mut members = vec![
            always("status", one_of_texts([status])),
            always(what, shape),
            always("httpStatus", integer(100, 599)),
            nullable("job_id", named("JobId")),
            sometimes("outcome_recorded", boolean()),
            sometimes("warning", named("OverlapWarning")),
        ];
        if what == "data" {
            let says = "`false`: it was too long to be recorded, and the answer is told again.";
            members.push(sometimes("data_recorded", boolean().says(says)));
        }
        members.extend(proof());
        closed(members)
    };
    let success = || always("success", boolean());
    let user = || vec![always("user_id", named("UserId")), always("is_admin", boolean())];
    let info = [
        always("role", one_of_texts(["operator", "auditor", "admin"])),
        always("signed_in_by", one_of_texts(["token", "session", "proxy", "jwt"])),
    ];
    vec![
        ("Fetch", open(fetch)),
        (
            "OverlapWarning",
            closed(overlap).says(
                "Jobs that asked for the same a moment ago; none where not all could be compared.",
            ),
        ),
        ("FetchSuccess", answer("success", "data", anything())),
        ("FetchError", answer("error", "message", string().into())),
        ("Login", open([always("username", string()), always("password", string())])),
        (
            "LoginSuccess",
            closed([success(), always("message", string()), always("user", named("UserId"))]),
        ),
        ("Said", closed([success(), always("message", string())])),
        ("LegacyError", closed([always("error", string()), sometimes("expired", boolean())])),
        ("UserRole", closed(user())),
        ("UserInfo", with(user(), info)),
        ("Health", closed([always("status", string()), always("service", string())])),
    ]
}

/// The old dashboard's record of jobs.
fn old_record() -> Vec<(&'static str, Shape)> {
    let submission = [
        always("action_code", named("ActionCode")),
        always("action_name", named("ActionName")),
        always("cids", some(CustomerSet::COUNT_MAX, named("GivenCid"))),
        optional("batch_id", named("BatchId")),
        optional("cluster_url", named("ClusterUrl").says("Without user name and password.")),
        sometimes("request_payload", anything()),
        sometimes("response_summary", anything()),
    ];
    let created = || {
        vec![
            always("job_id", named("JobId")),
            always("user_id", named("UserId")),
            always("action_code", named("ActionCode")),
            always("action_name", named("ActionName")),
            always("customer_count", count()),
            always("created_at", formatted("date-time")),
        ]
    };
    let status = one_of_texts(["IN_PROGRESS", "SUCCESS", "FAILED"]);
    let by = "Who handed it in, if that was not the user.";
    let handed_in = || sometimes("submitted_by", named("UserId").says(by));
    let job = [
        nullable("cluster_url", named("ClusterUrl")),
        always("status", status),
        nullable("http_status", named("HttpStatus")),
        nullable("error_message", string()),
        handed_in(),
    ];
    let row = [
        always("id", named("Index")),
        always("user_id", named("UserId")),
        handed_in(),
        always("action_type", named("ActionName")),
        always("customer_ids", list(named("Cid"))),
        always("timestamp", string().says("In UTC, like `2026-01-28 15:04:53`.")),
        nullable("ip_address", string()),
        always("status", one_of_texts(["success", "failure"])),
        nullable("error_message", string()),
        nullable("duration_ms", of(Type::Integer)),
    ];
    let counts = [
        always("total_records", count()),
        always("unique_users", count()),
        always("unique_actions", count()),
        always("successful_actions", count()),
        always("failed_actions", count()),
        always("success_rate_percent", of(Type::Number)),
    ];
    let said = [always("message", string()), always("job", closed(created()))];
    let jobs = [
        always("user_id", named("UserId")),
        always("job_count", count()),
        always("jobs", list(with(created(), job))),
    ];
    let customers = [
        always("job_id", named("JobId")),
        always("customer_count", count()),
        always("customers", list(named("Cid"))),
    ];
    let records = [
        sometimes("customer_id", named("Cid")),
        sometimes("username", named("UserId")),
        always("count", count()),
        sometimes(
            "incomplete",
            boolean().says("`true`: there may be more that were not looked for."),
        ),
        always("records", list(closed(row))),
    ];
    let refused = [always("message", string()), sometimes("job_id", named("JobId"))];
    let success = || vec![always("success", boolean())];
    vec![
        ("OldSubmission", open(submission)),
        ("OldJobCreated", with(success(), said)),
        ("OldJobs", with(success(), jobs)),
        ("OldCustomers", with(success(), customers)),
        ("OldRecords", with(success(), records)),
        ("OldStats", with(success(), [always("stats", closed(counts))])),
        ("OldProblem", with(success(), refused)),
    ]
}
