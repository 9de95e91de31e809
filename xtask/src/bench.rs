//! `cargo xtask bench`: makes release builds of the server and of the benchmark, and runs the
//! latter.

use crate::step::{Result, cargo};

pub(crate) fn run(arguments: &[&str]) -> Result<()> {
    let packages = ["--package", "jobs-http", "--package", "jobs-bench"];
    cargo(&[&["build", "--release", "--bins"], &packages[..]].concat())?;
    let run = ["run", "--release", "--quiet", "--package", "jobs-bench", "--"];
    cargo(&[&run[..], arguments].concat())
}
