//! `jobctl check`: whether evidence about a job or a customer, or a single receipt, is genuine.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use jobs_core::leaf::{self, Leaf};
use jobs_core::log::{CustomerProof, Receipt, VerifierKey};
use jobs_core::{ProofError, plural};
use jobs_notary::{Evidence, EvidenceError};
use serde_json::{Value, json};

use crate::cli::CheckArgs;
use crate::{CliError, exit, keys, named_file, prove, terminal};

/// The most bytes of a receipt: a signed note, and at most 64 hashes of 44 characters.
const RECEIPT_BYTES_MAX: u64 = (1 << 16) + (1 << 12);

/// The output, as lines and as JSON, and whether everything is genuine.
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
        Err(EvidenceError::Proof { source: error @ ProofError::OtherKey { .. }, .. }) => {
            Err(of_another_key(&dir.display(), &error))
        }
        Err(error) => Ok(Said::refused(&error)),
        Ok(checked) => {
            Ok(Said::genuine(&checked, checked.key_was_expected, prove::as_json(&checked)))
        }
    }
}

fn customer(file: &Path, key: Option<&VerifierKey>) -> Result<Said, CliError> {
    let shown = file.display().to_string();
    let bytes = match read(file, CustomerProof::BYTES_MAX as u64)? {
        Ok(bytes) => bytes,
        Err(refused) => return Ok(refused),
    };
    match CustomerProof::parse(&bytes).and_then(|proof| proof.check(key)) {
        Err(error @ ProofError::OtherKey { .. }) => Err(of_another_key(&shown, &error)),
        Err(error) => Ok(Said::refused(&format!("{shown}: {error}"))),
        Ok(checked) => {
            let json = prove::customer_as_json(&checked);
            Ok(Said::genuine(&checked, checked.key_was_expected, json))
        }
    }
}

fn single(receipt: &Path, leaf: &Path, key: &VerifierKey) -> Result<Said, CliError> {
    let shown = receipt.display().to_string();
    let leaf_shown = leaf.display().to_string();
    let files = (read(receipt, RECEIPT_BYTES_MAX)?, read(leaf, leaf::BYTES_MAX as u64)?);
    let (text, bytes) = match files {
        (Ok(text), Ok(leaf)) => (text, leaf),
        (Err(refused), _) | (_, Err(refused)) => return Ok(refused),
    };
    let read = String::from_utf8(text).map_err(|error| error.to_string());
    let parsed = read.and_then(|text| text.parse::<Receipt>().map_err(|error| error.to_string()));
    let receipt = match parsed {
        Ok(receipt) => receipt,
        Err(error) => return Ok(Said::refused(&format!("{shown}: {error}"))),
    };
    let leaf = match Leaf::parse(&bytes) {
        Ok(leaf) => leaf,
        Err(error) => return Ok(Said::refused(&format!("{leaf_shown}: {error}"))),
    };
    let checkpoint = match receipt.verify(&bytes, key) {
        Ok(checkpoint) => checkpoint,
        Err(error) if keys::is_of_another(&error) => return Err(of_another_key(&shown, &error)),
        Err(error) => return Ok(Said::refused(&format!("{shown}: {error}"))),
    };
    let index = receipt.index();
    let job_id = leaf.job_id;
    let kind = leaf.kind();
    let origin = checkpoint.origin.as_str();
    let size = checkpoint.size;
    let entries = plural(size, "entry", "entries");
    Ok(Said {
        genuine: true,
        text: format!(
            "genuine\nentry {index}, {kind} of job {job_id}\nledger {origin}: checkpoint of {entries}\n\
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

/// The bytes of a file; the inner error is the output for one that is too large to be genuine.
fn read(file: &Path, bytes_max: u64) -> Result<Result<Vec<u8>, Said>, CliError> {
    let shown = file.display();
    match named_file::read(file, bytes_max) {
        Ok(bytes) => Ok(Ok(bytes)),
        Err(error) if error.kind() == io::ErrorKind::FileTooLarge => {
            Ok(Err(Said::refused(&format!("{shown}: {error}"))))
        }
        Err(error) => Err(CliError::io(shown.to_string(), error)),
    }
}

/// The key may have been made with the evidence. Only somebody who knows the ledger can tell which
/// of the two is wrong.
fn of_another_key(what: &dyn Display, error: &ProofError) -> CliError {
    CliError::WrongKey(format!(
        "{what}: {error}. Give the key of its ledger with --key. If this is the key that you got from somebody you \
         trust, the evidence is of another ledger and proves nothing about yours"
    ))
}

impl Said {
    fn genuine(checked: &dyn Display, key_was_expected: bool, mut json: Value) -> Self {
        let mut text = format!("genuine\n{checked}\n");
        if !key_was_expected {
            text.push_str(
                "a forger could have made the key, too: get the ledger's key from someone you trust, and check again \
                 with --key\n",
            );
        }
        json["genuine"] = true.into();
        Self { genuine: true, text, json }
    }

    fn refused(why: &dyn Display) -> Self {
        let why = why.to_string();
        let json = json!({"genuine": false, "reason": why});
        // One line, whatever the evidence contains.
        let text = format!("not genuine: {}", terminal::escape(&why));
        Self { genuine: false, text, json }
    }
}
