//! What a verification came to, in words and as JSON.

use std::io::{self, Write};

use jobs_core::plural;
use serde_json::{Value, json};

use super::Found;
use super::past::{Checkpoints, Known};
use super::trust::Trust;
use crate::terminal;

/// How many findings are printed; JSON has all that are kept.
const SHOWN_MAX: usize = 20;

/// What a verification came to.
#[derive(Debug)]
pub(super) struct Verdict {
    ledger: String,
    trust: Trust,
    known: Vec<Known>,
    found: Found,
}

impl Verdict {
    pub(super) fn new(
        ledger: String,
        trust: Trust,
        checkpoints: Checkpoints,
        mut found: Found,
    ) -> Self {
        found.findings.add_all(checkpoints.findings);
        Self { ledger, trust, known: checkpoints.known, found }
    }

    fn key(&self) -> String {
        self.trust.describe(!self.known.is_empty())
    }

    pub(super) fn is_sound(&self) -> bool {
        self.found.findings.count() == 0
    }

    pub(super) fn write_text(&self, out: &mut dyn Write) -> io::Result<()> {
        if self.is_sound() { self.write_sound(out) } else { self.write_findings(out) }
    }

    fn write_sound(&self, out: &mut dyn Write) -> io::Result<()> {
        let Found { size, root, jobs, .. } = &self.found;
        writeln!(out, "{}: is what was recorded", terminal::escape(&self.ledger))?;
        writeln!(out, "entries  {size}")?;
        writeln!(out, "jobs     {jobs}")?;
        if let Some(root) = root {
            writeln!(out, "root     {root}")?;
        }
        writeln!(out, "key      {}", terminal::escape(&self.key()))?;
        for Known { source, checkpoint, is_checked } in &self.known {
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
        let remarks = self.found.findings.remarks();
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
        writeln!(
            out,
            "{}: is not what was recorded: {} in {}",
            terminal::escape(&self.ledger),
            plural(findings.count(), "difference", "differences"),
            plural(self.found.size, "entry", "entries"),
        )?;
        writeln!(out, "key      {}", terminal::escape(&self.key()))?;
        self.write_remarks(out)
    }

    pub(super) fn write_json(&self, out: &mut dyn Write) -> io::Result<()> {
        writeln!(out, "{}", terminal::json(&self.to_json()))
    }

    fn to_json(&self) -> Value {
        let Found { size, root, jobs, findings } = &self.found;
        let checkpoint = |Known { source, checkpoint, is_checked }: &Known| {
            json!({
                "source": source,
                "size": checkpoint.size,
                "root": checkpoint.root,
                "signature": if *is_checked { "genuine" } else { "not checked" },
            })
        };
        let finding = |finding: &jobs_sqlite::verify::Finding| {
            json!({
                "index": finding.index,
                "job_id": finding.job_id,
                "what": finding.what,
                "stored": finding.stored,
                "expected": finding.expected,
            })
        };
        json!({
            "ledger": self.ledger,
            "sound": self.is_sound(),
            "entries": size,
            "jobs": jobs,
            "root": root,
            "key": self.trust.key().map(ToString::to_string),
            "key_from": self.trust.name(),
            "checkpoints": self.known.iter().map(checkpoint).collect::<Vec<_>>(),
            "not_verified": findings.remarks(),
            "findings_count": findings.count(),
            "findings": findings.iter().map(finding).collect::<Vec<_>>(),
        })
    }
}
