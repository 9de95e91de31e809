//! `jobctl prove`: writes evidence of what is recorded about a job.

use std::io::Write;
use std::path::Path;

use jobs_core::Error;
use jobs_notary::{Checked, Evidence, Notary};
use serde_json::{Value, json};

use crate::cli::ProveArgs;
use crate::{CliError, data_dir, exit, keys, terminal};

pub(crate) async fn run(args: &ProveArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let store = data_dir::open_if_any(&args.data_dir)?;
    let store = store.ok_or_else(|| CliError::NoLedger { path: args.data_dir.clone() })?;
    let key = args.ledger_key.clone().unwrap_or_else(|| data_dir::ledger_key(&args.data_dir));
    // Without anchors: what keeps them up to date is whatever appends.
    let notary = Notary::start(keys::signing(&key)?, Vec::new())
        .map_err(|source| CliError::io("starting", source))?;
    let evidence = Evidence::collect(&store, &notary, args.job_id).await.map_err(failed)?;
    let checked = evidence.check(Some(notary.verifier()))?;
    let folder = args.out.clone().unwrap_or_else(|| format!("{}.evidence", args.job_id).into());
    evidence.write_to(&folder)?;
    report(args, out, &folder, &checked)?;
    Ok(exit::DONE)
}

fn failed(error: Error) -> CliError {
    match error {
        Error::UnknownJob { job_id } => CliError::NoSuchJob(job_id.to_string()),
        Error::Corrupt(_) => CliError::ledger("`jobctl verify` looks for the damage", error),
        other => CliError::ledger("reading the ledger", other),
    }
}

fn report(
    args: &ProveArgs,
    out: &mut dyn Write,
    folder: &Path,
    checked: &Checked,
) -> Result<(), CliError> {
    if args.json {
        let mut shown = as_json(checked);
        shown["evidence"] = json!(folder.display().to_string());
        return writeln!(out, "{}", terminal::json(&shown)).map_err(CliError::Output);
    }
    let text = format!("{checked}\nwritten to {}", folder.display());
    text.lines()
        .try_for_each(|line| writeln!(out, "{}", terminal::escape(line)))
        .map_err(CliError::Output)
}

/// What evidence proves.
pub(crate) fn as_json(checked: &Checked) -> Value {
    let checkpoint = &checked.checkpoint;
    json!({
        "job_id": checked.job_id,
        "status": checked.status,
        "complete": checked.is_complete(),
        "entries": checked.entries,
        "customers": checked.customers,
        "checkpoint": {
            "origin": checkpoint.origin.as_str(),
            "size": checkpoint.size,
            "root": checkpoint.root,
        },
        "key": checked.key.to_string(),
        "key_was_expected": checked.key_was_expected,
    })
}
