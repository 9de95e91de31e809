//! What a verification came to, in words and as JSON.

use std::io::{self, Write};
use std::path::Path;

use jobs_core::{Timestamp, plural};
use jobs_notary::Verified;
use serde_json::{Value, json};

use super::found::Found;
use super::past::{Checkpoints, KnownCheckpoint};
use super::trust::Trust;
use crate::{CliError, terminal};

/// How many findings are printed; JSON has all that are kept.
const SHOWN_MAX: usize = 20;

/// What a verification came to.
#[derive(Debug)]
pub(super) struct Verdict {
    ledger: String,
    trust: Trust,
    known: Vec<KnownCheckpoint>,
    found: Found,
}

impl Verdict {
    /// # Errors
    /// [`CliError::WrongKey`] when the key is the only thing that is wrong; why nothing could be
    /// verified.
    pub(super) fn new(
        ledger: String,
        trust: Trust,
        checkpoints: Checkpoints,
        mut found: Found,
    ) -> Result<Self, CliError> {
        let is_of_key = checkpoints.check_key(&trust);
        let Checkpoints { known, findings: edited, foreign, unread, .. } = checkpoints;
        let Found { root, findings, unverified, .. } = &mut found;
        findings.extend(edited);
        unread.into_iter().for_each(|error| unverified.fail(error));
        match is_of_key {
            Err(wrong_key) if findings.is_empty() => {
                return Err(unverified.take_failure().unwrap_or(wrong_key));
            }
            Err(wrong_key) => unverified.remark(wrong_key.to_string()),
            Ok(()) => {}
        }
        findings.extend(foreign);
        if findings.is_empty()
            && root.is_none()
            && let Some(failure) = unverified.take_failure()
        {
            return Err(failure);
        }
        Ok(Self { ledger, trust, known, found })
    }

    fn key(&self) -> String {
        self.trust.describe(!self.known.is_empty())
    }

    pub(super) fn differs(&self) -> bool {
        !self.found.findings.is_empty()
    }

    /// Why not all could be verified.
    pub(super) fn take_failure(&mut self) -> Option<CliError> {
        self.found.unverified.take_failure()
    }

    /// Writes down what it came to, beside the ledger. That this failed is a remark, too.
    pub(super) fn record(&mut self, data_dir: &Path) -> Result<(), CliError> {
        self.to_record().write(data_dir).map_err(|error| {
            let path = data_dir.join(Verified::FILE);
            let error = CliError::io(path.display().to_string(), error);
            self.found.unverified.remark(format!("it was not written down: {error}"));
            error
        })
    }

    fn to_record(&self) -> Verified {
        let Found { size, root, findings, unverified, .. } = &self.found;
        Verified {
            ended_at: Timestamp::now(),
            size: *size,
            root: *root,
            is_sound: !self.differs() && !unverified.has_failed(),
            findings: findings.count(),
            signatures_checked: self.trust.key().is_some()
                && !self.known.is_empty()
                && self.known.iter().all(|known| known.is_checked),
        }
    }

    pub(super) fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.differs() { self.write_findings(out) } else { self.write_sound(out) }
    }

    fn write_sound(&self, out: &mut dyn Write) -> io::Result<()> {
        let Found { size, root, jobs, unverified, .. } = &self.found;
        let how = match unverified.has_failed() {
            true => "differs nowhere, as far as it could be verified",
            false => "is what was recorded",
        };
        writeln!(out, "{}: {how}", terminal::escape(&self.ledger))?;
        writeln!(out, "entries  {size}")?;
        writeln!(out, "jobs     {jobs}")?;
        if let Some(root) = root {
            writeln!(out, "root     {root}")?;
        }
        writeln!(out, "key      {}", terminal::escape(&self.key()))?;
        for KnownCheckpoint { source, checkpoint, is_checked } in &self.known {
            let signed = if *is_checked { "" } else { ", its signature not checked" };
            let source = terminal::escape(source);
            let entries = plural(checkpoint.size, "entry", "entries");
            writeln!(out, "extends  {source}: {entries}{signed}")?;
        }
        if self.known.is_empty() {
            writeln!(
                out,
                "extends  no checkpoint that is known: an older copy would look the same; give --against"
            )?;
        }
        self.write_remarks(out)
    }

    fn write_remarks(&self, out: &mut dyn Write) -> io::Result<()> {
        let remarks = self.found.unverified.remarks();
        remarks.iter().try_for_each(|remark| writeln!(out, "but      {}", terminal::escape(remark)))
    }

    fn write_findings(&self, out: &mut dyn Write) -> io::Result<()> {
        let findings = &self.found.findings;
        for finding in findings.iter().take(SHOWN_MAX) {
            writeln!(out, "{}", terminal::escape(&finding.to_string()))?;
        }
        let more = findings.count().saturating_sub(SHOWN_MAX as u64);
        if more > 0 {
            writeln!(out, "and {more} more")?;
        }
        let ledger = terminal::escape(&self.ledger);
        let differences = plural(findings.count(), "difference", "differences");
        // Of a file that cannot be read it is not known how many there are.
        let among = match self.found.size {
            0 => String::new(),
            size => format!(" in {}", plural(size, "entry", "entries")),
        };
        writeln!(out, "{ledger}: is not what was recorded: {differences}{among}")?;
        writeln!(out, "key      {}", terminal::escape(&self.key()))?;
        self.write_remarks(out)
    }

    pub(super) fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", terminal::json(&self.to_json()))
    }

    fn to_json(&self) -> Value {
        let Found { size, root, jobs, findings, unverified } = &self.found;
        let Verified { is_sound, .. } = self.to_record();
        let checkpoint = |KnownCheckpoint { source, checkpoint, is_checked }: &KnownCheckpoint| {
            json!({
                "source": source,
                "size": checkpoint.size,
                "root": checkpoint.root,
                "signature": if *is_checked { "genuine" } else { "not checked" },
            })
        };
        json!({
            "ledger": self.ledger,
            "sound": is_sound,
            "entries": size,
            "jobs": jobs,
            "root": root,
            "key": self.trust.key().map(ToString::to_string),
            "key_from": self.trust.name(),
            "checkpoints": self.known.iter().map(checkpoint).collect::<Vec<_>>(),
            "not_verified": unverified.remarks(),
            "findings_count": findings.count(),
            "findings": findings.iter().collect::<Vec<_>>(),
        })
    }
}
