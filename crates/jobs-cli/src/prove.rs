//! `jobctl prove`: writes evidence of what is recorded about a job, or of whether customers are in
//! it.

use std::collections::BTreeSet;
use std::fmt::Display;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::Arc;

use jobs_core::log::{CheckedCustomer, Checkpoint, CustomerProof, SigningKey};
use jobs_core::merkle::Hash;
use jobs_core::{Cid, Error, JobId, JobStore as _, JobStoreExt as _};
use jobs_files::whole_file;
use jobs_notary::{Anchor, Checked, Evidence, EvidenceError, Notary, RollbackError};
use serde_json::{Value, json};
use url::form_urlencoded::byte_serialize;

use crate::cli::ProveArgs;
use crate::ledger::Ledger;
use crate::{CliError, data_dir, exit, keys, terminal};

pub(crate) async fn run(args: &ProveArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let customers: BTreeSet<&Cid> = args.customer.iter().collect();
    if args.out.is_some() && customers.len() > 1 {
        return Err(CliError::Usage(
            "--out names one file, but each --customer has a separate file".into(),
        ));
    }
    let ledger = Ledger::open(&args.data_dir)?;
    let key = key(args)?;
    // Only programs that append update the anchors. The one in the data directory shows whether the
    // key is this ledger's.
    let store = Arc::clone(&ledger.store);
    let anchors = [Anchor::at(data_dir::anchor(&args.data_dir))];
    let notary = Notary::without_keeping(key, store, &anchors).await;
    let notary = notary.map_err(|error| refused(error, args.ledger_key.is_some()))?;
    if customers.is_empty() {
        job(args, &notary, out).await?;
    } else {
        each(args, &customers, &notary, out).await?;
    }
    Ok(exit::DONE)
}

/// The key that signs. If a key is named and `ledger.key` exists, they must be the same: without an
/// anchor, nothing else identifies the ledger.
fn key(args: &ProveArgs) -> Result<SigningKey, CliError> {
    let file = data_dir::ledger_key(&args.data_dir);
    let Some(named) = &args.ledger_key else { return keys::signing(&file) };
    let key = keys::named_signing(named)?;
    // A `ledger.key` that cannot be read may be another.
    let beside = file.try_exists().is_ok_and(|found| !found);
    match (!beside).then(|| keys::signing(&file)).transpose()? {
        Some(beside) if beside.verifier() != key.verifier() => Err(not_of_this_ledger(&format!(
            "whose {} is the key {}",
            file.display(),
            beside.verifier()
        ))),
        _ => Ok(key),
    }
}

fn not_of_this_ledger(why: &str) -> CliError {
    CliError::WrongKey(format!(
        "--ledger-key is not the key of this ledger, {why}. Nothing was written"
    ))
}

async fn job(args: &ProveArgs, notary: &Notary, out: &mut dyn Write) -> Result<(), CliError> {
    let evidence = Evidence::collect(notary, args.job_id).await.map_err(failed)?;
    let checked = evidence.check(Some(notary.verifier()))?;
    let folder = args.out.clone().unwrap_or_else(|| format!("{}.evidence", args.job_id).into());
    evidence.write_to(&folder).map_err(|error| match error {
        EvidenceError::Io { path, source } => not_written(&path.display(), source),
        other => other.into(),
    })?;
    let mut json = as_json(&checked);
    json["evidence"] = json!(folder.display().to_string());
    report(args, out, &format!("{checked}\nwritten to {}", folder.display()), &json)
}

/// Writes a file for each of the customers. All proofs are made before the first file is written.
async fn each(
    args: &ProveArgs,
    customers: &BTreeSet<&Cid>,
    notary: &Notary,
    out: &mut dyn Write,
) -> Result<(), CliError> {
    let proofs = prove(args.job_id, customers, notary).await.map_err(failed)?;
    let mut text = String::new();
    let mut json = Vec::new();
    for (proof, checked) in proofs {
        let file = args.out.clone().unwrap_or_else(|| file_name(checked.job_id, &checked.cid));
        let shown = file.display().to_string();
        whole_file::create(&file, &proof.to_bytes())
            .map_err(|source| not_written(&shown, source))?;
        text.push_str(&format!("{checked}\nwritten to {shown}\n"));
        let mut said = customer_as_json(&checked);
        said["evidence"] = json!(shown);
        json.push(said);
    }
    report(args, out, &text, &json!({"proofs": json}))
}

async fn prove(
    job_id: JobId,
    customers: &BTreeSet<&Cid>,
    notary: &Notary,
) -> jobs_core::Result<Vec<(CustomerProof, CheckedCustomer)>> {
    let store = notary.store();
    let index = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?.job.index;
    let missing = || Error::Corrupt(format!("entry {index} of job {job_id} is missing"));
    let receipt = notary.receipt_of(index).await?.ok_or_else(missing)?;
    let entry = store.entry(index).await?.ok_or_else(missing)?;
    let key = notary.verifier();
    let prove = |cid: &&Cid| {
        let proof = CustomerProof::new(&entry, &receipt, key, Cid::clone(cid))?;
        match proof.check(Some(key)) {
            Ok(checked) => Ok((proof, checked)),
            Err(error) => Err(Error::Corrupt(format!("evidence about job {job_id}: {error}"))),
        }
    };
    customers.iter().map(prove).collect()
}

/// The most bytes of a cid in the name of a file, which may have 255.
const CID_BYTES_MAX: usize = 128;

/// The file name has the cid as in a URL, as it may have a `/`. A cid that would be too long is
/// replaced by `~`, which no other name has, and its SHA-256, so no two customers share a name.
fn file_name(job_id: JobId, cid: &Cid) -> PathBuf {
    let in_url: String = byte_serialize(cid.as_str().as_bytes()).collect();
    let name = match in_url.len() {
        0..=CID_BYTES_MAX => in_url,
        _ => format!("~{}", Hash::of(cid.as_str().as_bytes())),
    };
    format!("{job_id}.{name}.customer.json").into()
}

fn not_written(path: &dyn Display, source: io::Error) -> CliError {
    match source.kind() {
        io::ErrorKind::AlreadyExists => CliError::Exists { path: path.to_string() },
        _ => CliError::NotWritten { path: path.to_string(), source },
    }
}

/// A named key that has not signed the ledger's anchor is another ledger's.
fn refused(error: RollbackError, key_was_named: bool) -> CliError {
    match error {
        RollbackError::Unknown { anchor, source }
            if key_was_named && keys::is_of_another(&source) =>
        {
            not_of_this_ledger(&format!("whose anchor {} says: {source}", anchor.display()))
        }
        other => other.into(),
    }
}

fn failed(error: Error) -> CliError {
    match error {
        Error::UnknownJob { job_id } => CliError::NoSuchJob(job_id.to_string()),
        other => CliError::ledger("reading the ledger", other),
    }
}

fn report(
    args: &ProveArgs,
    out: &mut dyn Write,
    text: &dyn Display,
    json: &Value,
) -> Result<(), CliError> {
    let lines = if args.json { terminal::json(json) } else { text.to_string() };
    lines
        .lines()
        .try_for_each(|line| writeln!(out, "{}", terminal::escape(line)))
        .map_err(CliError::Output)
}

/// What evidence about a job proves.
pub(crate) fn as_json(checked: &Checked) -> Value {
    json!({
        "job_id": checked.job_id,
        "status": checked.status,
        "complete": checked.is_complete(),
        "entries": checked.entries,
        "customers": checked.customers,
        "checkpoint": checkpoint_as_json(&checked.checkpoint),
        "key": checked.key.to_string(),
        "key_was_expected": checked.key_was_expected,
    })
}

/// What evidence about a customer proves.
pub(crate) fn customer_as_json(checked: &CheckedCustomer) -> Value {
    json!({
        "job_id": checked.job_id,
        "cid": checked.cid,
        "is_customer": checked.is_customer,
        "customers": checked.customers,
        "checkpoint": checkpoint_as_json(&checked.checkpoint),
        "key": checked.key.to_string(),
        "key_was_expected": checked.key_was_expected,
    })
}

fn checkpoint_as_json(checkpoint: &Checkpoint) -> Value {
    let Checkpoint { origin, size, root } = checkpoint;
    json!({"origin": origin.as_str(), "size": size, "root": root})
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_customer_has_a_file_of_its_own_whatever_its_cid() {
        let job_id = JobId::mint();
        let mut cids: Vec<String> = [
            "5001", "a/b", "a%2Fb", "a+b", "a b", "..", ".", "-", "~", "a", "A", "é", "日本", "*",
            "\\",
        ]
        .map(str::to_owned)
        .into();
        cids.extend(["x", "/", "é", "日"].map(|text| text.repeat(128 / text.len())));
        // The name of another, as a cid.
        cids.extend(cids.clone().iter().map(|cid| Hash::of(cid.as_bytes()).to_string()));
        cids.extend(cids.clone().iter().filter(|cid| cid.len() < 128).map(|cid| format!("~{cid}")));
        let mut names = BTreeSet::new();
        for cid in &cids {
            let name = file_name(job_id, &Cid::new(cid.as_str()).unwrap());
            let text = name.to_str().unwrap();
            assert!(text.len() <= 255 && text.is_ascii() && !text.contains(['/', '\\']), "{text}");
            assert!(names.insert(name), "{cid}");
        }
    }
}
