//! The machine on which the figures were measured, so that they can be compared with others.

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use serde::Serialize;

use crate::Result;
use crate::workload::folder;

/// How many writes of one page are made durable to measure the disk.
const SYNCS: usize = 101;

#[derive(Debug, Serialize)]
pub(crate) struct Machine {
    cpu: String,
    cores: usize,
    memory: String,
    kernel: String,
    file_system: String,
    /// The median of appending 4 KiB and making them durable.
    fdatasync_ms: f64,
    rustc: String,
    commit: String,
    date: String,
}

impl Machine {
    pub(crate) fn look() -> Result<Self> {
        let folder = folder()?;
        Ok(Self {
            cpu: field("/proc/cpuinfo", "model name"),
            cores: std::thread::available_parallelism()?.get(),
            memory: field("/proc/meminfo", "MemTotal"),
            kernel: std::fs::read_to_string("/proc/sys/kernel/osrelease")
                .map_or_else(|_| unknown(), |text| text.trim().to_owned()),
            file_system: answer("stat", &["-f", "-c", "%T", "."]),
            fdatasync_ms: fdatasync(folder.path())?,
            rustc: answer("rustc", &["--version"]),
            commit: answer("git", &["describe", "--always", "--dirty", "--abbrev=40"]),
            date: jobs_core::Timestamp::now().to_string(),
        })
    }
}

fn fdatasync(folder: &Path) -> Result<f64> {
    let mut file = File::create(folder.join("sync"))?;
    let mut times = Vec::new();
    for _ in 0..SYNCS {
        let started = Instant::now();
        file.write_all(&[1; 4096])?;
        file.sync_data()?;
        times.push(started.elapsed());
    }
    times.sort_unstable();
    Ok(times[SYNCS / 2].as_secs_f64() * 1e3)
}

/// The first field of this name in a file of the kernel's.
fn field(file: &str, name: &str) -> String {
    let text = std::fs::read_to_string(file).unwrap_or_default();
    let mut fields = text.lines().filter_map(|line| line.split_once(':'));
    let found = fields.find(|(its, _)| its.trim() == name);
    found.map_or_else(unknown, |(_, value)| value.trim().to_owned())
}

fn answer(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let succeeded = output.ok().filter(|output| output.status.success());
    succeeded.map_or_else(unknown, |it| String::from_utf8_lossy(&it.stdout).trim().to_owned())
}

fn unknown() -> String {
    "unknown".into()
}
