//! `jobctl verify`: whether a ledger still says what it recorded.
//!
//! ```text
//! key ─► checkpoints: --against, anchors ─► signatures ─┐
//! offline   the file itself, by jobs_sqlite::verify     ├─► verdict
//! online    a server: entries, tiles, what it answers  ─┘
//! ```
//!
//! What can be read is verified, whatever else cannot: a difference outweighs a key or a checkpoint
//! that is of no use.

mod file;
mod found;
mod online;
mod past;
mod trust;
mod verdict;

use std::io::Write;

use jobs_core::Timestamp;
use jobs_notary::Verified;

use crate::api::Remote;
use crate::cli::VerifyArgs;
use crate::{CliError, exit};
use found::Found;
use past::Checkpoints;
use trust::Trust;
use verdict::Verdict;

pub(crate) async fn run(args: &VerifyArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let mut verdict = match &args.place.server {
        Some(url) => {
            let remote = Remote::new(url, args.place.token.as_deref())?;
            online(args, &remote, url.to_string()).await?
        }
        None => offline(args).await.inspect_err(|_| record_failure(args))?,
    };
    let recorded = if args.record { verdict.record(&args.place.data_dir) } else { Ok(()) };
    if args.json { verdict.write_json(out) } else { verdict.write_text(out) }
        .map_err(CliError::Output)?;
    match verdict.take_failure() {
        _ if verdict.differs() => Ok(exit::DIFFERS),
        Some(failure) => Err(failure),
        None => recorded.map(|()| exit::DONE),
    }
}

/// Nothing could be verified: what an earlier verification came to must not be taken for what this
/// one did.
fn record_failure(args: &VerifyArgs) {
    let nothing = Verified {
        ended_at: Timestamp::now(),
        size: 0,
        root: None,
        is_sound: false,
        findings: 0,
        signatures_checked: false,
    };
    if args.record {
        // Why nothing could be verified says more than why that could not be written down.
        let _written = nothing.write(&args.place.data_dir);
    }
}

async fn offline(args: &VerifyArgs) -> Result<Verdict, CliError> {
    let data_dir = &args.place.data_dir;
    let trust = Trust::offline(args.key.as_deref(), data_dir)?;
    // Before the ledger is opened: a server that runs on it moves both on, the anchors last.
    let checkpoints = Checkpoints::read(args, &trust).await?;
    let found = file::verify(data_dir, args.threads, checkpoints.past());
    let found = found.unwrap_or_else(Found::nothing);
    Verdict::new(data_dir.display().to_string(), trust, checkpoints, found)
}

async fn online(args: &VerifyArgs, remote: &Remote, ledger: String) -> Result<Verdict, CliError> {
    let trust = Trust::online(args.key.as_deref(), remote).await?;
    // Before the server's own checkpoint, which must extend them.
    let mut checkpoints = Checkpoints::read(args, &trust).await?;
    let found = match checkpoints.head_of(remote, &trust).await {
        Ok(head) => online::verify(remote, &head, &checkpoints.past(), args.entries_only).await,
        Err(error) => Err(error),
    };
    Verdict::new(ledger, trust, checkpoints, found.unwrap_or_else(Found::nothing))
}
