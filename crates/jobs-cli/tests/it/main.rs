//! Runs the real `jobctl` against old databases built from their description, ledgers and a server.

#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

mod accounts;
mod audit;
mod evidence;
mod exit_codes;
mod import;
mod import_counts;
mod import_dry_run;
mod import_ids;
mod import_log;
mod import_log_audit;
mod import_log_calls;
mod import_log_clock;
mod import_log_files;
mod import_names;
mod import_numbers;
mod import_tables;
#[cfg(target_os = "linux")]
mod killed;
mod oddities;
mod offsets;
mod outweighed;
mod places;
mod private_files;
mod reading;
mod refusals;
mod secrets;
mod server;
mod settings;
mod shown;
mod support;
mod untouched;
mod verify;
mod verify_appending;
mod verify_indexes;
mod verify_online;
mod verify_routes;
mod wrong_key;
