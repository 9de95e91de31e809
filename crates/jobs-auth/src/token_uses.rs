//! When tokens were last used: a file beside `auth.toml`, for people who want to revoke what nobody
//! uses.
//!
//! ```text
//! 9f86d081884c7d65 1769612640
//! 60303ae22b998861 1769608800
//! ```
//!
//! A line is a token's handle, which gives nothing of it away, and the minute, in seconds since
//! 1970. The file is written at most once
//! a minute and when the server stops. It decides nothing: times that are lost do no harm, and a
//! file that cannot be read is as good as none.

use std::collections::{BTreeMap, HashMap};
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use jobs_files::whole_file;

use crate::register::Register;
use crate::token::TokenHandle;

/// The most bytes of such a file that are read: those of some 37,000 tokens.
const BYTES_MAX: u64 = 1 << 20;

/// Where the file is that belongs to the `auth.toml` at `path`.
pub(crate) fn path(auth_toml: &Path) -> PathBuf {
    auth_toml.with_file_name("token-uses")
}

/// When each token was last used, by its handle, since 1970, as the file beside the `auth.toml` at
/// `auth_toml` says.
#[must_use]
pub fn read_token_uses(auth_toml: &Path) -> HashMap<TokenHandle, Duration> {
    let text = whole_file::read(&path(auth_toml), BYTES_MAX).unwrap_or_default();
    let line = |line: &str| {
        let (hex, seconds) = line.split_once(' ')?;
        let mut handle = TokenHandle::default();
        hex::decode_to_slice(hex, &mut handle).ok()?;
        Some((handle, Duration::from_secs(seconds.parse().ok()?)))
    };
    text.lines().filter_map(line).collect()
}

/// What the file is to say.
pub(crate) fn text(register: &Register) -> String {
    let tokens = register.tokens();
    let uses = tokens.filter_map(|(handle, token)| Some((handle, token.last_used()?.as_secs())));
    let uses: BTreeMap<_, _> = uses.collect();
    let line = |(handle, seconds)| format!("{} {seconds}\n", hex::encode(handle));
    uses.into_iter().map(line).collect()
}

pub(crate) fn write(auth_toml: &Path, text: &str) -> io::Result<()> {
    whole_file::replace_keeping_owner(&path(auth_toml), text.as_bytes())
}
