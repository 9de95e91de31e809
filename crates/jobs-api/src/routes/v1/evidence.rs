//! `GET /v1/jobs/{job_id}/evidence`: what proves to a third party what is recorded about a job, as
//! one file.

use std::io::{Cursor, Write as _};

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::Response;
use jobs_core::JobId;
use jobs_notary::Evidence;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::access::{Access, Grant};
use crate::describe::{Answer, Tag};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::InPath;
use crate::request::query::{NoParameters, Query};
use crate::response::problem::Problem;
use crate::response::reply::off_the_workers;
use crate::schema::string;

pub(super) fn endpoints() -> Vec<Endpoint> {
    let file = Answer::new("The folder that docs/format.md describes, as a ZIP file.");
    vec![
        Endpoint::get("readEvidence", "/v1/jobs/{job_id}/evidence", evidence)
            .does("what proves to a third party what is recorded about a job", Access::READ)
            .tagged(Tag::Proofs)
            .with_answer(|_| {
                file.of("application/zip", string())
                    .header("Content-Disposition", "A name for the file.")
            }),
    ]
}

async fn evidence(
    State(ledger): State<Ledger>,
    grant: Grant,
    InPath(job_id): InPath<JobId>,
    _: Query<NoParameters>,
) -> Result<Response, Problem> {
    ledger.job(job_id, &grant).await?;
    let permit = ledger.evidence_permit().await;
    let evidence = Evidence::collect(ledger.notary(), job_id).await?;
    let folder = format!("{job_id}.evidence");
    let name = format!("attachment; filename=\"{folder}.zip\"");
    let zipped = off_the_workers(move || {
        let _until_made = permit;
        zipped(&folder, &evidence)
    })
    .await?;
    let mut response = Response::new(Body::from(zipped.map_err(Problem::internal)?));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/zip"));
    headers.insert(CONTENT_DISPOSITION, HeaderValue::try_from(name).map_err(Problem::internal)?);
    Ok(response)
}

/// The files in one folder, so that unpacking makes one.
fn zipped(folder: &str, evidence: &Evidence) -> zip::result::ZipResult<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in evidence.files() {
        zip.start_file(format!("{folder}/{name}"), options)?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}
