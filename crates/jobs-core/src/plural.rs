//! Counts in texts for people.

use std::fmt::Display;

/// How many there are of something: `1 entry`, `2 entries`, `0 entries`.
///
/// ```
/// assert_eq!(jobs_core::plural(1, "entry", "entries"), "1 entry");
/// assert_eq!(jobs_core::plural(0, "entry", "entries"), "0 entries");
/// ```
#[must_use]
pub fn plural(count: impl Display, one: &str, many: &str) -> String {
    let count = count.to_string();
    let thing = if count == "1" { one } else { many };
    format!("{count} {thing}")
}
