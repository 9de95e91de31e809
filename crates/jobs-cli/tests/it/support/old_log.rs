//! Lines of the old server's log, and an import that reads them.

use serde_json::Value;

use super::legacy::Generation;
use super::run::Folder;

pub(crate) const NEWER: Generation = Generation::Newer;
pub(crate) const ARGS: [&str; 7] =
    ["import", "old.db", "--utc-offset", "+05:30", "--log", "set_action.log", "--json"];

pub(crate) fn write(folder: &Folder, name: &str, lines: &[String]) {
    std::fs::write(folder.path(name), lines.join("\n") + "\n").unwrap();
}

/// A line at a time of 28 January 2026.
pub(crate) fn line(time: &str, event: &str, values: &str) -> String {
    format!("2026-01-28 {time} | INFO | {event} | {values}")
}

pub(crate) fn start(time: &str, user: &str, action: &str, count: usize) -> String {
    let values = format!(
        "user={user} | action={action} | cid_count={count} | api_base=https://u:CANARY@cluster-a.example/tms"
    );
    line(time, "set_action_start", &values)
}

pub(crate) fn done(time: &str, job_id: &str, status: u16, elapsed: u32, rest: &str) -> String {
    let values = format!("job_id={job_id} | http_status={status} | elapsed_ms={elapsed} | {rest}");
    line(time, "set_action_done", &values)
}

/// The values of `name` in a list of the report.
pub(crate) fn told(report: &Value, list: &str, name: &str) -> Vec<Value> {
    let items = report["log"][list]["first"].as_array().unwrap();
    items.iter().map(|item| item[name].clone()).collect()
}
