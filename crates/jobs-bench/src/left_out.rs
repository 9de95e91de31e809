//! What was not measured, and why, for the user and for the report.

use std::fmt::Display;
use std::sync::{Mutex, PoisonError};

static LEFT_OUT: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Says that something is left out: here, and again at the end.
#[expect(clippy::print_stderr, reason = "the user sees what is not measured")]
pub(crate) fn leave_out(what: &str, why: &dyn Display) {
    let line = format!("LEFT OUT, NOT MEASURED: {what}: {why}");
    eprintln!("{line}");
    LEFT_OUT.lock().unwrap_or_else(PoisonError::into_inner).push(line);
}

/// What was left out so far, a line each.
pub(crate) fn left_out() -> Vec<String> {
    LEFT_OUT.lock().unwrap_or_else(PoisonError::into_inner).clone()
}
