//! `cargo xtask bench`: builds the server and what measures it as users have it, and runs that.

use crate::step::{Result, cargo};

pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let packages = ["--package", "jobs-http", "--package", "jobs-bench"];
    cargo(&[&["build", "--release", "--bins"], &packages[..]].concat())?;
    let run = ["run", "--release", "--quiet", "--package", "jobs-bench", "--"];
    cargo(&[&run[..], arguments].concat())
}
