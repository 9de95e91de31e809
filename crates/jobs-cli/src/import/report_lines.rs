//! The lines of a report as text: counts in a column, and lists of what to check.

use std::io::{self, Write};

use super::items::Listed;
use crate::terminal::escape;

/// How many items of a kind are printed; `--json` has more.
pub(super) const SHOWN: usize = 20;

pub(super) fn line(out: &mut dyn Write, label: &str, count: u64) -> io::Result<()> {
    writeln!(out, "{label:<46}{count:>10}")
}

pub(super) fn line_if_any(out: &mut dyn Write, label: &str, count: u64) -> io::Result<()> {
    if count == 0 { Ok(()) } else { line(out, label, count) }
}

/// Writes a title, the first items, and the number of further ones.
pub(super) fn list<T>(
    out: &mut dyn Write,
    title: &str,
    items: &Listed<T>,
    shown: usize,
    show: impl Fn(&T) -> String,
) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{title}: {}", items.count)?;
    for item in items.first.iter().take(shown) {
        writeln!(out, "  {}", escape(&show(item)))?;
    }
    let printed = items.first.len().min(shown) as u64;
    match items.count - printed {
        0 => Ok(()),
        more => writeln!(out, "  and {more} more"),
    }
}
