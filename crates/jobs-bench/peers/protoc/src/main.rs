//! Runs the Protocol Buffers compiler that comes with a crate, so that none has to be installed.

use std::process::{Command, ExitCode};

fn main() -> Result<ExitCode, Box<dyn std::error::Error>> {
    let status = Command::new(protoc_bin_vendored::protoc_bin_path()?)
        .args(std::env::args_os().skip(1))
        .status()?;
    Ok(if status.success() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}
