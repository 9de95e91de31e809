//! `/v1/export.csv` and `/v1/export.ndjson`: a list of jobs whole, oldest first, as of one head of the ledger.
//!
//! The head is read once and is in the headers; what was appended later is not in the file, however long that takes to
//! read. Entries do not change and a job names its newest one, so no transaction has to stay open for it: a job that has
//! changed since is shown as it was, by walking back over at most two entries.
//!
//! A page is read when the one before has been sent, so the pace is the reader's. When the ledger fails in the middle,
//! the connection is cut: a file that ended well is whole. That is why no line says so.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::http::{HeaderName, HeaderValue, Uri};
use axum::response::Response;
use axum::routing::get;
use futures::stream;
use jobs_core::{
    Error, Head, Job, JobFilter, JobPage, JobQuery, JobStoreExt, Order, PageLimit, Status,
};

use super::jobs::{FILTERS, read_filter};
use crate::access::Operation;
use crate::auth::{Caller, Grant};
use crate::problem::Problem;
use crate::query::Params;
use crate::{App, reply, sheet};

const LEDGER_SIZE: HeaderName = HeaderName::from_static("ledger-size");
const LEDGER_ROOT: HeaderName = HeaderName::from_static("ledger-root");

/// How many jobs are read, written and sent at once: about 100 KB, and at most 6 MB, when each has the longest of
/// messages.
const PAGE_JOBS: usize = 256;

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ExportCsv.path(), get(as_csv))
        .route(Operation::ExportNdjson.path(), get(as_ndjson))
}

async fn as_csv(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Problem> {
    export(app, caller, &uri, Operation::ExportCsv, &CSV).await
}

async fn as_ndjson(State(app): State<App>, caller: Caller, uri: Uri) -> Result<Response, Problem> {
    export(app, caller, &uri, Operation::ExportNdjson, &NDJSON).await
}

/// Whether a byte order mark comes first.
const BOM: &str = "bom";

/// How a file of jobs is written.
struct Format {
    extension: &'static str,
    content_type: HeaderValue,
    /// What the file begins with, as the parameters beside the filters ask for it.
    header: fn(&Params<'_>) -> Result<String, Problem>,
    /// Those parameters.
    parameters: &'static [&'static str],
    lines: fn(&[Job]) -> std::io::Result<Vec<u8>>,
}

static CSV: Format = Format {
    extension: "csv",
    content_type: HeaderValue::from_static("text/csv; charset=utf-8; header=present"),
    header: |params| {
        let bom = if params.flag(BOM)?.unwrap_or(false) { sheet::BOM } else { "" };
        Ok(format!("{bom}{}", sheet::header()))
    },
    parameters: &[BOM],
    lines: |jobs| Ok(sheet::lines(jobs)?),
};

static NDJSON: Format = Format {
    extension: "ndjson",
    content_type: HeaderValue::from_static("application/x-ndjson"),
    header: |_| Ok(String::new()),
    parameters: &[],
    lines: |jobs| {
        let mut lines = Vec::new();
        for job in jobs {
            serde_json::to_writer(&mut lines, job)?;
            lines.push(b'\n');
        }
        Ok(lines)
    },
};

async fn export(
    app: App,
    caller: Caller,
    uri: &Uri,
    operation: Operation,
    format: &'static Format,
) -> Result<Response, Problem> {
    let grant = caller.authorize(operation)?;
    let params = Params::parse(uri.query(), &[&FILTERS[..], format.parameters].concat())?;
    let (filter, header) = (read_filter(&params, &grant)?, (format.header)(&params)?);
    let head = app.store().head().await?;
    let file = format!("attachment; filename=\"jobs-{}.{}\"", head.size(), format.extension);
    let root = HeaderValue::try_from(head.root().to_string()).map_err(Problem::internal)?;
    let mut response =
        Response::new(body(Export::new(app, grant, head, filter), header.into_bytes(), format));
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
    app: App,
    grant: Grant,
    head: Head,
    /// What a job must have met at the head.
    filter: JobFilter,
    /// The next page; `None` at the end.
    query: Option<JobQuery>,
}

impl Export {
    fn new(app: App, grant: Grant, head: Head, filter: JobFilter) -> Self {
        // A job whose status is final had another before, and will have no other: those that had it then are among
        // those that have it now, and so is its cause. A job that has left its status must be looked for among all.
        let JobFilter { status, cause, .. } = filter;
        let statuses = match (status.as_slice(), cause) {
            ([], Some(cause)) => cause.statuses(),
            (status, _) => status,
        };
        let settled = statuses.iter().all(|status| is_final(*status));
        let query = JobQuery {
            filter: JobFilter {
                status: status.filter(|_| settled),
                cause: cause.filter(|_| settled),
                ..filter.clone()
            },
            order: Order::OldestFirst,
            after: None,
            limit: PageLimit::new(PAGE_JOBS).unwrap_or_default(),
        };
        Self { app, grant, head, filter, query: Some(query) }
    }

    /// The next jobs, as they were at the head: never an empty page, and `None` at the end.
    async fn next(&mut self) -> jobs_core::Result<Option<Vec<Job>>> {
        let size = self.head.size();
        while let Some(mut query) = self.query.take() {
            let _until_read = self.app.read_permit(Some(self.grant.user())).await;
            let JobPage { jobs, next } = self.app.store().jobs(&query).await?;
            let (mut found, read) = (Vec::new(), jobs.len());
            for job in jobs.into_iter().take_while(|job| job.index < size) {
                found.push(self.app.store().job_at(job, size).await?);
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
