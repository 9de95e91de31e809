//! What the document says of each operation beyond the table of [`access`](crate::access): its parameters, its body,
//! its answers. An operation without its entry here does not compile.

use serde_json::json;
use utoipa::openapi::link::LinkBuilder;
use utoipa::openapi::path::Parameter;
use utoipa::openapi::request_body::RequestBody;
use utoipa::openapi::{Response, ResponseBuilder};

use super::parts::{
    NO_SUCH_METHOD, after_cid, allow, answer, challenge, cid, cursor, filters, form_body, header,
    idempotency_key, if_none_match, in_path, in_query, index_in_path, job_id, json, json_body,
    json_lines, json_lines_body, last_event_id, limit, needed, old_limit, other_id, place, prefer,
    receipt, user_id,
};
use super::schema::{
    Says as _, boolean, formatted, matching, named, one_of, one_of_texts, or_empty, string,
};
use super::schemas::{cause, index, part, source, status};
use crate::access::Operation;

/// What is grouped under one heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tag {
    Jobs,
    Ledger,
    Proofs,
    Log,
    Dashboard,
    Pages,
    Server,
}

impl Tag {
    pub(super) const ALL: [Self; 7] = [
        Self::Jobs,
        Self::Ledger,
        Self::Proofs,
        Self::Log,
        Self::Dashboard,
        Self::Pages,
        Self::Server,
    ];

    pub(super) fn name(self) -> &'static str {
        self.parts().0
    }

    /// The name, and what is under it.
    pub(super) fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Jobs => ("jobs", "Record jobs, report how they ended, read them."),
            Self::Ledger => ("ledger", "The ledger itself, entry by entry."),
            Self::Proofs => {
                ("proofs", "What a caller keeps to check the ledger without asking it.")
            }
            Self::Log => ("log", "The ledger as a transparency log (C2SP tlog-tiles)."),
            Self::Dashboard => ("dashboard", "The old dashboard's paths, in its own shapes."),
            Self::Pages => ("pages", "Pages for people."),
            Self::Server => ("server", "Whether the server is well, and what it can do."),
        }
    }
}

/// What the document says of an operation.
pub(super) struct Described {
    pub(super) tag: Tag,
    pub(super) parameters: Vec<Parameter>,
    pub(super) body: Option<RequestBody>,
    /// The answers that are its own.
    pub(super) answers: Vec<(String, Response)>,
    /// The statuses of the shared problems, beyond those of every operation, or of every one that is not open to everybody.
    pub(super) problems: Vec<u16>,
}

impl Described {
    fn new(tag: Tag) -> Self {
        let (parameters, answers, problems) = (Vec::new(), Vec::new(), Vec::new());
        Self { tag, parameters, body: None, answers, problems }
    }

    fn takes(mut self, parameters: impl IntoIterator<Item = Parameter>) -> Self {
        self.parameters.extend(parameters);
        self
    }

    fn body(self, body: RequestBody) -> Self {
        Self { body: Some(body), ..self }
    }

    fn answers(mut self, status: u16, answer: ResponseBuilder) -> Self {
        self.answers.push((status.to_string(), answer.build()));
        self
    }

    fn otherwise(mut self, answer: ResponseBuilder) -> Self {
        self.answers.push(("default".to_owned(), answer.build()));
        self
    }

    fn refuses(mut self, problems: impl IntoIterator<Item = u16>) -> Self {
        self.problems.extend(problems);
        self
    }
}

/// The problems of a request with a large body.
const OF_BODIES: [u16; 4] = [400, 408, 413, 415];

/// The entry of `operation`.
pub(super) fn describe(operation: Operation) -> Described {
    use Operation as Op;
    match operation {
        Op::SubmitJob => submit_job(),
        Op::SubmitBulk => submit_bulk(),
        Op::ReportStatus => report_status(),
        Op::RetryJob => retry_job(),
        Op::ListJobs => Described::new(Tag::Jobs)
            .takes(filters())
            .takes([order(), limit(500, 50), cursor()])
            .answers(200, page("A page of the list.", "JobPage"))
            .refuses([400]),
        Op::ReadStats => read_stats(),
        Op::ReadJob => of_a_job(Tag::Jobs).answers(200, json("The job.", "JobDetail")),
        Op::ReadCustomers => of_a_job(Tag::Jobs)
            .takes([limit(10_000, 1_000), after_cid()])
            .answers(200, page("A page of the customers.", "Customers")),
        Op::ReadHistory => of_a_job(Tag::Jobs).answers(200, json("The entries.", "History")),
        Op::ReadCustomerJobs => Described::new(Tag::Jobs)
            .takes([cid(), limit(500, 50), cursor()])
            .answers(200, page("A page of the jobs, newest first.", "CustomerJobPage"))
            .refuses([400]),
        Op::DiffJobs => of_a_job(Tag::Jobs)
            .takes([
                other_id(),
                in_query("part", part(), "Which customers to list."),
                limit(10_000, 1_000),
                after_cid(),
            ])
            .answers(200, page("The comparison.", "Diff")),
        Op::ExportCsv => export("text/csv"),
        Op::ExportNdjson => export_ndjson(),
        Op::ListEntries => Described::new(Tag::Ledger)
            .takes([place("from", "The first entry."), limit(1_000, 100)])
            .answers(200, page("A page of the ledger.", "EntryPage"))
            .refuses([400]),
        Op::FollowEntries => follow_entries(),
        Op::ReadReceipt => of_a_job(Tag::Proofs).answers(200, a_receipt()),
        Op::ReadEntryReceipt => of_an_entry().answers(200, a_receipt()),
        Op::ReadLeaf => {
            let leaf = named_anything("An entry as it is hashed; docs/format.md has its members.");
            of_an_entry().answers(200, answer("The exact bytes.", "application/json", leaf))
        }
        Op::ProveCustomer => of_a_job(Tag::Proofs)
            .takes([cid()])
            .answers(200, json("The proof, a file for `jobctl check`.", "CustomerProof")),
        Op::ProveInclusion => Described::new(Tag::Proofs)
            .takes([
                needed("index", index(), "The entry.", json!(0)),
                place("size", "The ledger that it is in; the newest unless given."),
            ])
            .answers(200, json("The path to the root.", "Inclusion"))
            .refuses([400]),
        Op::ProveConsistency => Described::new(Tag::Proofs)
            .takes([
                needed("from", index(), "The size of the earlier ledger.", json!(0)),
                place("to", "The size of the later one; the newest unless given."),
            ])
            .answers(200, json("The path between the roots.", "Consistency"))
            .refuses([400]),
        Op::ReadEntryBundle => Described::new(Tag::Log)
            .takes([tile_number()])
            .answers(
                200,
                bytes("256 leaves, each after its length.").header("Vary", header("Whose it is.")),
            )
            .refuses([400, 404]),
        Op::ReadTile => {
            let level = matching("^[0-7]$");
            Described::new(Tag::Log)
                .takes([
                    in_path("level", level, "The level of the tree.", json!("0")),
                    tile_number(),
                ])
                .answers(200, bytes("256 hashes."))
                .refuses([400, 404])
        }
        Op::ReadLogKey => {
            let key = text_answer("The verifier key. Compare it with one from elsewhere.");
            Described::new(Tag::Log).answers(200, key)
        }
        Op::ReadCheckpoint => {
            Described::new(Tag::Log).answers(200, text_answer("The newest checkpoint, signed."))
        }
        Op::ProxyFetch => proxy_fetch(),
        Op::CreateOldJob => create_old_job(),
        Op::ListOwnJobs => old("The newest jobs.", "OldJobs").takes([old_limit()]),
        Op::ReadOldCustomers => old("The customers, sorted.", "OldCustomers").takes([job_id()]),
        Op::ReadAuditTrail => old("The newest records.", "OldRecords").takes([
            old_limit(),
            in_query("user_id", or_empty(named("UserId")), "One user's records alone."),
            in_query("action_type", or_empty(named("ActionName")), "Only this action."),
            in_query("customer_id", or_empty(named("Cid")), "Only this customer."),
        ]),
        Op::ReadCustomerAudit => {
            old("The newest records.", "OldRecords").takes([cid(), old_limit()])
        }
        Op::ReadUserAudit => {
            let user = in_path("user_id", named("UserId"), "Whose records.", "vijay".into());
            old("The newest records.", "OldRecords").takes([user, old_limit()])
        }
        Op::ReadAuditStats => old("The counts.", "OldStats"),
        Op::ReadUserInfo => {
            dashboard().answers(200, json("Who is signed in, and how.", "UserInfo"))
        }
        Op::ReadUserRole => dashboard().answers(200, json("Whether it is an admin.", "UserRole")),
        Op::Logout => dashboard()
            .answers(200, json("The session has ended.", "Said").header("Set-Cookie", cookie())),
        Op::Login => login(),
        Op::SeeHome => Described::new(Tag::Pages)
            .answers(200, html("The page."))
            .answers(302, redirect("To the form, for whoever is not signed in.")),
        Op::LogoutByForm => Described::new(Tag::Pages).answers(
            303,
            redirect("To the form that begins a session.").header("Set-Cookie", cookie()),
        ),
        Op::SeeLoginForm => Described::new(Tag::Pages)
            .takes([in_query("next", string(), "The page to go to from there.")])
            .answers(200, html("The form.")),
        Op::LoginByForm => login_by_form(),
        Op::SeeDocs => Described::new(Tag::Pages)
            .takes([if_none_match()])
            .answers(200, html("The page.").header("ETag", header("Of this version.")))
            .answers(304, not_modified()),
        Op::ReadOpenApi => {
            let document = named_anything("An OpenAPI document.");
            let document = answer("This document.", "application/json", document);
            Described::new(Tag::Server)
                .takes([if_none_match()])
                .answers(200, document.header("ETag", header("Of this version.")))
                .answers(304, not_modified())
        }
        Op::Health => Described::new(Tag::Server)
            .answers(200, json("It is well.", "Health"))
            .answers(405, no_such_method("LegacyError")),
        Op::Live => Described::new(Tag::Server).answers(200, json("It answers.", "Health")),
        Op::Ready => Described::new(Tag::Server)
            .answers(200, json("An append would be taken, and a read is answered.", "Health"))
            .refuses([503]),
    }
}

fn submit_job() -> Described {
    let submission =
        json!({"action_name": "Trans-Begin", "cids": ["5001", "5002"], "batch_id": "night"});
    let mut created = json("The job is on the disk.", "JobCreated")
        .header("Location", header("The path of the job."))
        .header("Preference-Applied", header("`receipt`, if that was preferred."))
        .header("Idempotency-Replayed", header("`true`, if an earlier request had the same key."));
    for (name, operation, what) in [
        ("job", Operation::ReadJob, "The job."),
        ("customers", Operation::ReadCustomers, "Its customers."),
        ("history", Operation::ReadHistory, "Its entries."),
        ("receipt", Operation::ReadReceipt, "What proves that it is recorded."),
        ("status", Operation::ReportStatus, "To say how it ended."),
    ] {
        let link = link(operation, "$response.body#/job/job_id").description(what);
        created = created.link(name, link.build());
    }
    Described::new(Tag::Jobs)
        .takes([receipt(), prefer(), idempotency_key()])
        .body(json_body("Submission", submission))
        .answers(201, created)
        .refuses(OF_BODIES)
        .refuses([409, 422, 424])
}

/// Where to go on with a job of the answer.
fn link(operation: Operation, job_id: &str) -> LinkBuilder {
    LinkBuilder::new().operation_id(super::operation_id(operation)).parameter("job_id", job_id)
}

fn submit_bulk() -> Described {
    let line = r#"{"ref": "row 7", "action_name": "Trans-Begin", "cids": ["5001"]}"#;
    let results = json_lines("A result for each line, in their order.", "BulkResult")
        .header("Preference-Applied", header("`receipt`, if that was preferred."));
    Described::new(Tag::Jobs)
        .takes([receipt(), prefer()])
        .body(json_lines_body("BulkLine", line))
        .answers(200, results)
        .refuses([400, 415])
}

fn report_status() -> Described {
    let report =
        json!({"status": "FAILED", "http_status": 200, "error_message": "5002 does not exist"});
    let reported = json("It is on the disk.", "Reported")
        .header("Preference-Applied", header("`receipt`, if that was preferred."))
        .header("Idempotency-Replayed", header("`true`, if an earlier request had the same key."));
    of_a_job(Tag::Jobs)
        .takes([receipt(), prefer(), idempotency_key()])
        .body(json_body("Report", report))
        .answers(200, reported)
        .refuses([408, 409, 413, 415, 422, 424])
}

fn read_stats() -> Described {
    let stats = json("The counts.", "Stats").header("ETag", header("Of the ledger's head."));
    Described::new(Tag::Jobs)
        .takes([user_id(), limit(500, 50), if_none_match()])
        .answers(200, stats)
        .answers(304, not_modified())
        .refuses([400])
}

fn order() -> Parameter {
    let order = one_of_texts(["newest_first", "oldest_first"]);
    in_query("order", order, "`newest_first` unless given.")
}

fn of_a_job(tag: Tag) -> Described {
    Described::new(tag).takes([job_id()]).refuses([400, 404])
}

fn of_an_entry() -> Described {
    Described::new(Tag::Proofs).takes([index_in_path()]).refuses([400, 404])
}

/// A page of a list, with where the next one is.
fn page(what: &str, schema: &str) -> ResponseBuilder {
    json(what, schema).header("Link", header("The next page, if there is one (RFC 8288)."))
}

fn exported(answer: ResponseBuilder) -> Described {
    let answer = answer
        .header("Ledger-Size", header("The size of the ledger that it shows."))
        .header("Ledger-Root", header("The root of that ledger."))
        .header("Content-Disposition", header("A name for the file."));
    Described::new(Tag::Jobs).takes(filters()).answers(200, answer).refuses([400])
}

fn export(content_type: &str) -> Described {
    let bom = "Whether a byte order mark comes first, by which Excel knows UTF-8.";
    exported(answer("The list, oldest first, below a line of names.", content_type, string()))
        .takes([in_query("bom", boolean(), bom)])
}

fn export_ndjson() -> Described {
    exported(json_lines("The list, oldest first, a job a line.", "Job"))
}

fn follow_entries() -> Described {
    let kinds = one_of_texts(["job_created", "job_imported", "status_changed"]);
    let events = "Server-sent events; the data of each is an `Entry`, its `id` the entry's index. \
        The event `ended` has a `Problem`: the caller may follow it no more.";
    Described::new(Tag::Ledger)
        .takes([
            place("from", "The first entry."),
            place("after", "The entry before the first one; not together with `from`."),
            in_query("kind", kinds, "The kind of entry."),
            in_query("job_id", named("JobId"), "One job's entries."),
            in_query("status", status(), "What the entry says."),
            in_query("cause", cause(), "What that status rests on."),
            user_id(),
            in_query("action_name", named("ActionName"), "The action."),
            in_query("source", source(), "Through which door the job came in."),
            last_event_id(),
        ])
        .answers(200, answer(events, "text/event-stream", string()))
        .refuses([400])
}

fn tile_number() -> Parameter {
    let what = "The number of the tile, while it has three digits and the tile is full. Those after it (`x001/234`) and \
                partial ones (`000.p/17`) have more segments, which OpenAPI cannot say.";
    in_path("number", matching("^[0-9]{3}$"), what, json!("000"))
}

fn bytes(what: &str) -> ResponseBuilder {
    answer(what, "application/octet-stream", formatted("binary"))
        .header("Cache-Control", header("For ever."))
}

fn text_answer(what: &str) -> ResponseBuilder {
    answer(what, "text/plain", string())
}

fn a_receipt() -> ResponseBuilder {
    text_answer("The receipt, a C2SP tlog-proof, against the ledger as it is now.")
}

fn html(what: &str) -> ResponseBuilder {
    answer(what, "text/html", string())
        .header("Content-Security-Policy", header("Allows nothing from elsewhere."))
}

fn redirect(what: &str) -> ResponseBuilder {
    ResponseBuilder::new().description(what).header("Location", header("Where to go."))
}

fn not_modified() -> ResponseBuilder {
    ResponseBuilder::new().description("The caller has it already.")
}

fn cookie() -> utoipa::openapi::Header {
    header(
        "The session: `__Host-jobs_session`, `__Secure-jobs_session` under a path, `jobs_session` over http.",
    )
}

fn named_anything(what: &str) -> super::schema::Shape {
    super::schema::open([]).says(what)
}

/// An operation that refuses in the old dashboard's words.
fn dashboard() -> Described {
    not_admitted(json("The request comes from another site.", "LegacyError"))
}

/// One of the old dashboard's record of jobs; docs/legacy.md says what its members mean.
fn old(what: &str, schema: &str) -> Described {
    old_record().answers(200, json(what, schema))
}

fn old_record() -> Described {
    let forbidden = one_of([named("LegacyError"), named("OldProblem")]);
    let what = "The request comes from another site, or the caller's role may not do this.";
    not_admitted(answer(what, "application/json", forbidden))
        .otherwise(json("What is wrong.", "OldProblem"))
}

fn not_admitted(forbidden: ResponseBuilder) -> Described {
    let unauthorized = json("Not signed in, or not any more.", "LegacyError");
    Described::new(Tag::Dashboard)
        .answers(401, unauthorized.header("WWW-Authenticate", challenge()))
        .answers(403, forbidden)
        .answers(405, no_such_method("LegacyError"))
}

fn no_such_method(schema: &str) -> ResponseBuilder {
    json(NO_SUCH_METHOD, schema).header("Allow", allow())
}

fn retry_job() -> Described {
    let compared = link(Operation::DiffJobs, "$request.path.job_id")
        .parameter("other_id", "$response.body#/job/job_id")
        .description("What the two have in common.");
    let retried = json("The new job.", "Retried")
        .header("Location", header("The path of the job."))
        .header("Idempotency-Replayed", header("`true`, if an earlier request had the same key."))
        .link("compared", compared.build());
    of_a_job(Tag::Jobs)
        .takes([idempotency_key()])
        .body(json_body("Retry", json!({"token": "the upstream's", "customers": "failed"})))
        .answers(201, retried)
        .refuses([403, 408, 409, 413, 415, 422, 424, 503])
}

fn create_old_job() -> Described {
    let job = json!({"action_code": 1, "action_name": "Trans-Begin", "cids": ["5001"]});
    let created = json("The job is on the disk.", "OldJobCreated")
        .header("Idempotency-Replayed", header("`true`, if an earlier request had the same key."));
    old_record()
        .takes([idempotency_key()])
        .body(json_body("OldSubmission", job))
        .answers(201, created)
}

/// Of a `424`.
const CALL_FAILED: &str = "The upstream refused, or nobody knows what it did: `httpStatus` is its code, or 408, 409 or 500. \
                           Nothing repeats this answer by itself.";

fn proxy_fetch() -> Described {
    let fetch = json!({
        "url": "https://upstream.example.com/tms/v1/actions",
        "token": "the upstream's",
        "isPost": true,
        "postData": {"action": "PE-Enable", "cids": ["5001", "5002"]},
    });
    let unauthorized = one_of([named("LegacyError"), named("FetchError")]);
    let unauthorized = answer("Not signed in.", "application/json", unauthorized);
    let again = link(Operation::RetryJob, "$response.body#/job_id").description("To try it again.");
    Described::new(Tag::Dashboard)
        .takes([prefer(), idempotency_key()])
        .body(json_body("Fetch", fetch))
        .answers(200, json("The upstream's answer.", "FetchSuccess").link("retry", again.build()))
        .answers(401, unauthorized.header("WWW-Authenticate", challenge()))
        .answers(405, no_such_method("FetchError"))
        .answers(424, json(CALL_FAILED, "FetchError"))
        .otherwise(json("What is wrong with the request; nothing was sent.", "FetchError"))
}

fn login() -> Described {
    let credentials = json!({"username": "vijay", "password": "correct horse battery staple"});
    let said = |what: &str| json(what, "Said");
    Described::new(Tag::Dashboard)
        .body(json_body("Login", credentials))
        .answers(200, json("The session.", "LoginSuccess").header("Set-Cookie", cookie()))
        .answers(400, said("The body is not one."))
        .answers(401, said("The name or the password is wrong."))
        .answers(403, said("The request comes from another site."))
        .answers(405, no_such_method("LegacyError"))
        .answers(408, said("The body did not arrive within 30 seconds."))
        .answers(415, json("The body has a `Content-Encoding`.", "LegacyError"))
        .answers(429, said("Too many failures.").header("Retry-After", header("Seconds.")))
        .answers(503, said("Too many sign in at once.").header("Retry-After", header("Seconds.")))
}

fn login_by_form() -> Described {
    let credentials = json!({"username": "vijay", "password": "correct horse battery staple"});
    let form = |what: &str| html(what);
    Described::new(Tag::Pages)
        .body(form_body("Login", credentials))
        .answers(303, redirect("To the page.").header("Set-Cookie", cookie()))
        .answers(400, form("The body is not one."))
        .answers(401, form("The name or the password is wrong."))
        .answers(403, form("The request comes from another site."))
        .answers(408, form("The body did not arrive within 30 seconds."))
        .answers(429, form("Too many failures.").header("Retry-After", header("Seconds.")))
        .answers(503, form("Too many sign in at once.").header("Retry-After", header("Seconds.")))
        .refuses([415])
}
