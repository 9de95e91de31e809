//! `/v1/export.csv` and `/v1/export.ndjson`: a list of jobs whole, oldest first, as of one head of
//! the ledger.
//!
//! The head is read once and is in the headers; what was appended later is not in the file, however
//! long that takes to read. Entries do not change and a job names its newest one, so no transaction
//! has to stay open for it: a job that has changed since is shown as it was, by walking back over
//! what was appended about it since. All these walks together pass no entry twice.
//!
//! A page is read when the one before has been sent, so the pace is the reader's. When the ledger
//! fails in the middle, the connection is cut: a file that ended well is whole. That is why no line
//! says so.

use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue};
use axum::response::Response;
use futures::stream;
use jobs_auth::security::Event;
use jobs_core::{
    AnyOf, Error, Head, Job, JobFilter, JobPage, JobQuery, JobStoreExt, Order, PageLimit, Status,
};

use super::jobs::Filters;
use crate::access::{Access, Grant};
use crate::describe::Answer;
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::query::{Query, query};
use crate::response::problem::Problem;
use crate::response::{reply, sheet};
use crate::schema::string;

const LEDGER_SIZE: HeaderName = HeaderName::from_static("ledger-size");
const LEDGER_ROOT: HeaderName = HeaderName::from_static("ledger-root");

/// How many jobs are read, written and sent at once: about 100 KB, and at most 7 MB, when each has
/// the longest of messages and notes.
const PAGE_JOBS: usize = 256;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let csv =
        Answer::new("The list, oldest first, below a line of names.").of("text/csv", string());
    let ndjson = Answer::new("The list, oldest first, a job a line.").json_lines::<Job>();
    vec![
        Endpoint::get("exportCsv", "/v1/export.csv", as_csv)
            .does("the list, whole, for a spreadsheet", Access::READ)
            .reads_with_permit(false)
            .logged_as(Event::ExportBegun)
            .with_answer(|_| file(csv)),
        Endpoint::get("exportNdjson", "/v1/export.ndjson", as_ndjson)
            .does("the list, whole, a job a line", Access::READ)
            .reads_with_permit(false)
            .logged_as(Event::ExportBegun)
            .with_answer(|_| file(ndjson)),
    ]
}

/// The headers of a file.
fn file(answer: Answer) -> Answer {
    answer
        .header("Ledger-Size", "The size of the ledger that it shows.")
        .header("Ledger-Root", "The root of that ledger.")
        .header("Content-Disposition", "A name for the file.")
}

query! {
    /// Which jobs a spreadsheet is to have, and how it is to begin.
    struct SheetQuery {
        /// Those that match.
        filters: Filters,
        /// Whether a byte order mark comes first, by which Excel knows UTF-8.
        bom: Option<bool>,
    }
}

async fn as_csv(
    State(ledger): State<Ledger>,
    grant: Grant,
    query: Query<SheetQuery>,
) -> Result<Response, Problem> {
    let bom = if query.values.bom.unwrap_or(false) { sheet::BOM } else { "" };
    let filter = query.values.filters.of(&grant)?;
    export(ledger, grant, filter, format!("{bom}{}", sheet::header()), &CSV).await
}

async fn as_ndjson(
    State(ledger): State<Ledger>,
    grant: Grant,
    query: Query<Filters>,
) -> Result<Response, Problem> {
    let filter = query.values.of(&grant)?;
    export(ledger, grant, filter, String::new(), &NDJSON).await
}

/// How a file of jobs is written.
struct Format {
    extension: &'static str,
    content_type: HeaderValue,
    lines: fn(&[Job]) -> std::io::Result<Vec<u8>>,
}

static CSV: Format = Format {
    extension: "csv",
    content_type: HeaderValue::from_static("text/csv; charset=utf-8; header=present"),
    lines: |jobs| Ok(sheet::lines(jobs)?),
};

static NDJSON: Format = Format {
    extension: "ndjson",
    content_type: HeaderValue::from_static("application/x-ndjson"),
    lines: |jobs| {
        let mut lines = Vec::new();
        for job in jobs {
            serde_json::to_writer(&mut lines, job)?;
            lines.push(b'\n');
        }
        Ok(lines)
    },
};

/// A file of the jobs that `filter` accepts, after `header`.
async fn export(
    ledger: Ledger,
    grant: Grant,
    filter: JobFilter,
    header: String,
    format: &'static Format,
) -> Result<Response, Problem> {
    let head = ledger.store().head().await?;
    let file = format!("attachment; filename=\"jobs-{}.{}\"", head.size(), format.extension);
    let root = HeaderValue::try_from(head.root().to_string()).map_err(Problem::internal)?;
    let mut response =
        Response::new(body(Export::new(ledger, grant, head, filter), header.into_bytes(), format));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, format.content_type.clone());
    headers.insert(LEDGER_SIZE, HeaderValue::from(head.size()));
    headers.insert(LEDGER_ROOT, root);
    if let Ok(file) = HeaderValue::try_from(file) {
        headers.insert(CONTENT_DISPOSITION, file);
    }
    Ok(response)
}

fn body(export: Export, header: Vec<u8>, format: &'static Format) -> Body {
    let pages = stream::try_unfold((export, header), async |(mut export, mut lines)| {
        let jobs = export.next().await.inspect_err(|error| {
            tracing::error!(%error, "an export was cut off");
        })?;
        let Some(jobs) = jobs else {
            // Of a file without jobs, the header is all.
            return Ok((!lines.is_empty()).then(|| (reply::exactly(&lines), (export, Vec::new()))));
        };
        lines.extend((format.lines)(&jobs).map_err(|error| Error::storage("exporting", error))?);
        Ok::<_, Error>(Some((reply::exactly(&lines), (export, Vec::new()))))
    });
    Body::from_stream(pages)
}

/// A walk over the jobs that matched when the ledger had a certain head.
struct Export {
    ledger: Ledger,
    grant: Grant,
    head: Head,
    /// What a job must have met at the head.
    filter: JobFilter,
    /// The next page; `None` at the end.
    query: Option<JobQuery>,
}

impl Export {
    fn new(ledger: Ledger, grant: Grant, head: Head, filter: JobFilter) -> Self {
        // A job whose status is final had another before, and will have no other: those that had it
        // then are among those that have it now, and so is its cause. A job that has left its
        // status must be looked for among all.
        let JobFilter { status, cause, .. } = &filter;
        let by_cause = cause.iter().flat_map(|cause| cause.statuses());
        let mut statuses = status.iter().chain(by_cause.filter(|_| status.is_empty()));
        let settled = statuses.all(|status| is_final(*status));
        let sought = filter.clone();
        let query = JobQuery {
            filter: JobFilter {
                status: if settled { sought.status } else { AnyOf::default() },
                cause: if settled { sought.cause } else { AnyOf::default() },
                ..sought
            },
            order: Order::OldestFirst,
            after: None,
            limit: PageLimit::new(PAGE_JOBS).unwrap_or_default(),
        };
        Self { ledger, grant, head, filter, query: Some(query) }
    }

    /// The next jobs, as they were at the head: never an empty page, and `None` at the end.
    async fn next(&mut self) -> jobs_core::Result<Option<Vec<Job>>> {
        let size = self.head.size();
        while let Some(mut query) = self.query.take() {
            let _until_read = self.ledger.read_permit(Some(self.grant.user())).await;
            let JobPage { jobs, next } = self.ledger.store().jobs(&query).await?;
            let mut found = Vec::new();
            let read = jobs.len();
            for job in jobs.into_iter().take_while(|job| job.index < size) {
                found.push(self.ledger.store().job_at(job, size).await?);
            }
            if found.len() == read && query.go_on(next.filter(|next| *next < size))? {
                self.query = Some(query);
            }
            found.retain(|job| self.filter.accepts(job));
            if !found.is_empty() {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }
}

fn is_final(status: Status) -> bool {
    !Status::ALL.into_iter().any(|next| status.may_become(next))
}
