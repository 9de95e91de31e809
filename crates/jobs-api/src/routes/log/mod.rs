//! `/log/…`: the ledger as a transparency log, as C2SP tlog-tiles has it. Any client of such logs
//! can follow it.
//!
//! A checkpoint and hashes give away how many entries there are and nothing that is in them, so
//! they are open to everybody unless the server is told otherwise. Entry bundles are the entries
//! themselves, and are not.

use axum::body::Body;
use axum::extract::State;
use axum::http::HeaderValue;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::response::Response;
use jobs_auth::security::Event;
use jobs_core::log::EntryBundle;
use jobs_core::merkle::TileId;
use jobs_core::{Entry, Error, PageLimit};
use serde_json::json;
use utoipa::openapi::path::Parameter;

use crate::access::{Access, Grant, LogAccess};
use crate::describe::{Answer, Tag};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::path::{InPath, PathPart, PathParts, parameter};
use crate::response::problem::Problem;
use crate::response::reply::{exactly, off_the_workers};
use crate::schema::{formatted, matching};

const TEXT: &str = "text/plain; charset=utf-8";
const BYTES: &str = "application/octet-stream";

/// How long an answer holds that everybody may have, and one for a single caller. The envelope says
/// which callers may keep the latter.
type Holds = [&'static str; 2];
/// A head is old as soon as something is appended.
const BRIEFLY: Holds = ["max-age=1", "private, max-age=1"];
/// A tile of a given width never changes.
const FOREVER: Holds =
    ["public, max-age=31536000, immutable", "private, max-age=31536000, immutable"];

pub(super) fn endpoints() -> Vec<Endpoint> {
    let bytes = |what| {
        let answer = Answer::new(what).of("application/octet-stream", formatted("binary"));
        answer.header("Cache-Control", "For ever.")
    };
    let bundle = bytes("256 leaves, each after its length.").header("Vary", "Whose it is.");
    let endpoints = vec![
        Endpoint::get("readEntryBundle", "/log/tile/entries/{*path}", entries)
            .documented_at("/log/tile/entries/{number}")
            .does("the leaves of the log, 256 at a time", Access::READ_ALL)
            .logged_as(Event::EntriesRead)
            .with_answer(|_| bundle),
        Endpoint::get("readLogKey", "/log/key", key)
            .does("the key that checks checkpoints", Access::LogReaders)
            .reads_with_permit(false)
            .with_answer(|_| Answer::text("The verifier key. Compare it with one from elsewhere.")),
        Endpoint::get("readCheckpoint", "/log/checkpoint", checkpoint)
            .does("the newest checkpoint", Access::LogReaders)
            .reads_with_permit(false)
            .with_answer(|_| Answer::text("The newest checkpoint, signed.")),
        Endpoint::get("readTile", "/log/tile/{*path}", tile)
            .documented_at("/log/tile/{level}/{number}")
            .does("hashes of the tree", Access::LogReaders)
            .with_answer(|_| bytes("256 hashes.")),
    ];
    endpoints.into_iter().map(|endpoint| endpoint.tagged(Tag::Log)).collect()
}

/// The path of a tile: its level, and its number in segments of three digits.
struct TilePath(String);

impl PathParts for TilePath {
    fn parameters() -> Vec<Parameter> {
        let level = parameter("level", matching("^[0-7]$"), "The level of the tree.", "0");
        vec![level, BundlePath::parameter()]
    }

    fn read<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, Problem> {
        Ok(Self(parts.next().unwrap_or_default().to_owned()))
    }
}

/// The path of a bundle of entries: its number.
struct BundlePath(String);

impl PathPart for BundlePath {
    fn parameter() -> Parameter {
        let what = "The number of the tile, while it has three digits and the tile is full. Those after it (`x001/234`) and \
                    partial ones (`000.p/17`) have more segments, which OpenAPI cannot say.";
        parameter("number", matching("^[0-9]{3}$"), what, json!("000"))
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// The verifier key. It is no secret, but a reader who has it from the server alone trusts the
/// server.
async fn key(
    State(ledger): State<Ledger>,
    State(access): State<LogAccess>,
) -> Result<Response, Problem> {
    Ok(answer(TEXT, holds(BRIEFLY, access), format!("{}\n", ledger.notary().verifier())))
}

async fn checkpoint(
    State(ledger): State<Ledger>,
    State(access): State<LogAccess>,
) -> Result<Response, Problem> {
    let checkpoint = ledger.notary().checkpoint().await?.to_string();
    Ok(answer(TEXT, holds(BRIEFLY, access), checkpoint))
}

async fn tile(
    State(ledger): State<Ledger>,
    State(access): State<LogAccess>,
    InPath(TilePath(path)): InPath<TilePath>,
) -> Result<Response, Problem> {
    let id: TileId = path.parse().map_err(|_| no_such_tile())?;
    let tiles = ledger.store().tiles(&[id]).await.map_err(absent)?;
    let tile = tiles.first().ok_or_else(no_such_tile)?;
    Ok(answer(BYTES, holds(FOREVER, access), tile.to_bytes()))
}

async fn entries(
    State(ledger): State<Ledger>,
    _: Grant,
    InPath(BundlePath(path)): InPath<BundlePath>,
) -> Result<Response, Problem> {
    // Bundles are numbered like the tiles of level 0, which hold the hashes of their leaves.
    let id: TileId = format!("0/{path}").parse().map_err(|_| no_such_tile())?;
    let mut leaves = Vec::with_capacity(id.width().into());
    while leaves.len() < usize::from(id.width()) {
        let missing = usize::from(id.width()) - leaves.len();
        let from = id.first() + leaves.len() as u64;
        let page = ledger.store().entries(from, PageLimit::new(missing)?).await?;
        if page.is_empty() {
            return Err(no_such_tile());
        }
        let page = off_the_workers(move || page.iter().map(Entry::leaf).collect::<Vec<_>>());
        leaves.extend(page.await?);
    }
    let bundle = EntryBundle::new(leaves).map_err(Problem::internal)?;
    Ok(answer(BYTES, holds(FOREVER, LogAccess::Private), exactly(&bundle.to_bytes())))
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
