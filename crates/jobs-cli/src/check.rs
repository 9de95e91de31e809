//! `jobctl check`: whether evidence about a job or a customer, or a single receipt, is genuine.

use std::fs::{self, File};
use std::io::{Read as _, Write};
use std::path::Path;

use jobs_core::leaf::Leaf;
use jobs_core::log::{CustomerProof, Receipt, VerifierKey};
use jobs_notary::{Evidence, EvidenceError};
use serde_json::{Value, json};

use crate::cli::CheckArgs;
use crate::{CliError, exit, keys, prove, terminal};

/// What is said, in lines and as JSON, and whether all is genuine.
struct Said {
    genuine: bool,
    text: String,
    json: Value,
}

pub(crate) fn run(args: &CheckArgs, out: &mut dyn Write) -> Result<u8, CliError> {
    let key = args.key.as_deref().map(keys::verifier).transpose()?;
    let said = match (&args.evidence, &args.receipt, &args.leaf, &key) {
        (Some(dir), None, None, key) if dir.is_dir() => evidence(dir, key.as_ref())?,
        (Some(file), None, None, key) => customer(file, key.as_ref())?,
        (None, Some(receipt), Some(leaf), Some(key)) => single(receipt, leaf, key)?,
        _ => return Err(CliError::Usage("give EVIDENCE, or --receipt, --leaf and --key".into())),
    };
    if args.json {
        writeln!(out, "{}", terminal::json(&said.json)).map_err(CliError::Output)?;
    } else {
        said.text
            .lines()
            .try_for_each(|line| writeln!(out, "{}", terminal::escape(line)))
            .map_err(CliError::Output)?;
    }
    Ok(if said.genuine { exit::DONE } else { exit::DIFFERS })
}

fn evidence(dir: &Path, key: Option<&VerifierKey>) -> Result<Said, CliError> {
    match Evidence::read_from(dir).and_then(|evidence| evidence.check(key)) {
        Err(error @ EvidenceError::Io { .. }) => Err(error.into()),
        Err(error) => Ok(Said::refused(&error)),
        Ok(checked) => {
            Ok(Said::genuine(&checked, checked.key_was_expected, prove::as_json(&checked)))
        }
    }
}

fn customer(file: &Path, key: Option<&VerifierKey>) -> Result<Said, CliError> {
    let shown = file.display().to_string();
    let mut bytes = Vec::new();
    // One byte more than it may have, so that a larger file is seen to be one.
    File::open(file)
        .and_then(|file| file.take(CustomerProof::BYTES_MAX as u64 + 1).read_to_end(&mut bytes))
        .map_err(|source| CliError::io(&shown, source))?;
    match CustomerProof::parse(&bytes).and_then(|proof| proof.check(key)) {
        Err(error) => Ok(Said::refused(&format!("{shown}: {error}"))),
        Ok(checked) => {
            let json = prove::customer_as_json(&checked);
            Ok(Said::genuine(&checked, checked.key_was_expected, json))
        }
    }
}

fn single(receipt: &Path, leaf: &Path, key: &VerifierKey) -> Result<Said, CliError> {
    let shown = receipt.display().to_string();
    let text = fs::read(receipt).map_err(|source| CliError::io(&shown, source))?;
    let leaf_shown = leaf.display().to_string();
    let leaf = fs::read(leaf).map_err(|source| CliError::io(&leaf_shown, source))?;
    let read = String::from_utf8(text).map_err(|error| error.to_string());
    let parsed = read.and_then(|text| text.parse::<Receipt>().map_err(|error| error.to_string()));
    let receipt = match parsed {
        Ok(receipt) => receipt,
        Err(error) => return Ok(Said::refused(&format!("{shown}: {error}"))),
    };
    let checkpoint = match receipt.verify(&leaf, key) {
        Ok(checkpoint) => checkpoint,
        Err(error) => return Ok(Said::refused(&format!("{shown}: {error}"))),
    };
    let leaf = match Leaf::parse(&leaf) {
        Ok(leaf) => leaf,
        Err(error) => return Ok(Said::refused(&format!("{leaf_shown}: {error}"))),
    };
    let (index, job_id, kind) = (receipt.index(), leaf.job_id, leaf.kind());
    let (origin, size) = (checkpoint.origin.as_str(), checkpoint.size);
    Ok(Said {
        genuine: true,
        text: format!(
            "genuine\nentry {index}, {kind} of job {job_id}\nledger {origin}: checkpoint of {size} entries\n\
             key {key}: as expected"
        ),
        json: json!({
            "genuine": true,
            "index": index,
            "job_id": job_id,
            "kind": kind,
            "checkpoint": {"origin": origin, "size": size, "root": checkpoint.root},
            "key": key.to_string(),
        }),
    })
}

impl Said {
    fn genuine(checked: &dyn std::fmt::Display, key_was_expected: bool, mut json: Value) -> Self {
        let mut text = format!("genuine\n{checked}\n");
        if !key_was_expected {
            text.push_str(
                "whoever made this could have made the key, too: get the ledger's key from someone you trust, and \
                 check again with --key\n",
            );
        }
        json["genuine"] = true.into();
        Self { genuine: true, text, json }
    }

    fn refused(why: &dyn std::fmt::Display) -> Self {
        let why = why.to_string();
        let json = json!({"genuine": false, "reason": why});
        // One line, whatever the evidence has put into it.
        let text = format!("not genuine: {}", terminal::escape(&why));
        Self { genuine: false, text, json }
    }
}
