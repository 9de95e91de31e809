//! When tokens were last used: a file beside `auth.toml`, for people who want to revoke what nobody
//! uses.
//!
//! ```text
//! laptop 1769612640
//! nightly-1 1769608800
//! ```
//!
//! A line is a token's name and the minute, in seconds since 1970. The file is written at most once
//! a minute and when the server stops. It decides nothing: times that are lost do no harm, and a
//! file that cannot be read is as good as none.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jobs_files::whole_file;

use crate::register::Register;

/// The most bytes of such a file that are read: those of some 12,000 tokens with the longest names,
/// or 40,000 with short ones.
const BYTES_MAX: u64 = 1 << 20;

/// Where the file is that belongs to the `auth.toml` at `path`.
pub(crate) fn path(auth_toml: &Path) -> PathBuf {
    auth_toml.with_file_name("token-uses")
}

/// When each token was last used, by its name, since 1970, as the file beside the `auth.toml` at
/// `auth_toml` says.
#[must_use]
pub fn read_token_uses(auth_toml: &Path) -> HashMap<String, Duration> {
    let text = whole_file::read(&path(auth_toml), BYTES_MAX).unwrap_or_default();
    let line = |line: &str| {
        let (name, seconds) = line.split_once(' ')?;
        Some((name.to_owned(), Duration::from_secs(seconds.parse().ok()?)))
    };
    text.lines().filter_map(line).collect()
}

/// What the file is to say.
pub(crate) fn text(register: &Register) -> String {
    let used = |token: &'_ crate::Token| Some((token.name.clone(), token.last_used()?.as_secs()));
    let uses: BTreeMap<_, _> = register.tokens().filter_map(used).collect();
    uses.into_iter().map(|(name, seconds)| format!("{name} {seconds}\n")).collect()
}

pub(crate) fn write(auth_toml: &Path, text: &str) -> io::Result<()> {
    whole_file::replace_keeping_owner(&path(auth_toml), text.as_bytes())
}
