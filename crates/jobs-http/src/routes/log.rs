//! `/log/…`: the ledger as a transparency log, as C2SP tlog-tiles has it. Any client of such logs can follow it.
//!
//! A checkpoint and hashes give away how many entries there are and nothing that is in them, so they are open to
//! everybody unless the server is told otherwise. Entry bundles are the entries themselves, and are not.

use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use axum::routing::get;
use jobs_core::log::EntryBundle;
use jobs_core::merkle::TileId;
use jobs_core::{Entry, Error, PageLimit};

use super::{InPath, off_the_workers};
use crate::App;
use crate::access::{LogAccess, Operation};
use crate::auth::Caller;
use crate::problem::Problem;
use crate::reply;

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// How long an answer holds that everybody may have, and one for a single caller. The envelope says which callers may keep the latter.
type Holds = [&'static str; 2];
/// A head is old as soon as something is appended.
const BRIEFLY: Holds = ["max-age=1", "private, max-age=1"];
/// A tile of a given width never changes.
const FOREVER: Holds =
    ["public, max-age=31536000, immutable", "private, max-age=31536000, immutable"];

pub(super) fn router() -> Router<App> {
    Router::new()
        .route(Operation::ReadLogKey.path(), get(key))
        .route(Operation::ReadCheckpoint.path(), get(checkpoint))
        .route(Operation::ReadEntryBundle.path(), get(entries))
        .route(Operation::ReadTile.path(), get(tile))
}

/// The verifier key. It is no secret; but whoever has it from the server alone trusts the server.
async fn key(State(app): State<App>, caller: Result<Caller, Problem>) -> Result<Response, Problem> {
    app.check_log_is_open_to(caller)?;
    Ok(answer(TEXT, holds(BRIEFLY, app.log_access()), format!("{}\n", app.notary().verifier())))
}

async fn checkpoint(
    State(app): State<App>,
    caller: Result<Caller, Problem>,
) -> Result<Response, Problem> {
    app.check_log_is_open_to(caller)?;
    let checkpoint = app.notary().checkpoint().await?.to_string();
    Ok(answer(TEXT, holds(BRIEFLY, app.log_access()), checkpoint))
}

async fn tile(
    State(app): State<App>,
    caller: Result<Caller, Problem>,
    InPath(path): InPath<String>,
) -> Result<Response, Problem> {
    app.check_log_is_open_to(caller)?;
    let id: TileId = path.parse().map_err(|_| no_such_tile())?;
    let tiles = app.store().tiles(&[id]).await.map_err(absent)?;
    let tile = tiles.first().ok_or_else(no_such_tile)?;
    Ok(answer(BYTES, holds(FOREVER, app.log_access()), tile.to_bytes()))
}

async fn entries(
    State(app): State<App>,
    caller: Caller,
    InPath(path): InPath<String>,
) -> Result<Response, Problem> {
    caller.authorize(Operation::ReadEntryBundle)?;
    // Bundles are numbered like the tiles of level 0, which hold the hashes of their leaves.
    let id: TileId = format!("0/{path}").parse().map_err(|_| no_such_tile())?;
    let mut leaves = Vec::with_capacity(id.width().into());
    while leaves.len() < usize::from(id.width()) {
        let missing = usize::from(id.width()) - leaves.len();
        let from = id.first() + leaves.len() as u64;
        let page = app.store().entries(from, PageLimit::new(missing)?).await?;
        if page.is_empty() {
            return Err(no_such_tile());
        }
        leaves.extend(
            off_the_workers(move || page.iter().map(Entry::leaf).collect::<Vec<_>>()).await?,
        );
    }
    let bundle = EntryBundle::new(leaves).map_err(Problem::internal)?;
    Ok(answer(BYTES, holds(FOREVER, LogAccess::Private), reply::exactly(&bundle.to_bytes())))
}

fn absent(error: Error) -> Problem {
    match error {
        Error::Invalid { .. } => no_such_tile(),
        other => other.into(),
    }
}

fn no_such_tile() -> Problem {
    Problem::not_found("there is no such tile, or not yet")
}

fn holds([public, private]: Holds, access: LogAccess) -> &'static str {
    match access {
        LogAccess::Public => public,
        LogAccess::Private => private,
    }
}

fn answer(content_type: &'static str, cache: &'static str, body: impl Into<Body>) -> Response {
    let mut response = Response::new(body.into());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    headers.insert(CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}
