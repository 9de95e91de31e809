//! The API as callers use it: in process over a memory store, and as a separate program.
#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on fails the test")]
#![expect(clippy::print_stdout, reason = "a test that is skipped says so")]

mod abuse;
mod access;
mod accounts;
mod bad_input;
mod body_headers;
mod bulk;
mod bulk_limits;
mod bulk_room;
mod caching;
mod connections;
mod costs;
mod credentials;
mod customers;
#[cfg(feature = "dashboard")]
mod dashboard;
mod docs;
mod end_to_end;
mod export;
mod filters;
mod final_answers;
mod first_start;
#[cfg(target_os = "linux")]
mod first_token;
mod goldens;
mod half_closed;
mod hosts;
mod idempotency;
mod job_page;
mod jwt;
mod jwt_names;
#[cfg(target_os = "linux")]
mod killed;
mod ledger_log;
mod legacy;
mod legacy_audit;
mod lists;
#[cfg(target_os = "linux")]
mod load;
mod methods;
mod nginx;
mod notes;
mod numbers;
mod odd_answers;
mod odd_places;
mod on_behalf;
mod one_click;
mod openapi;
mod outcomes;
mod overlaps;
mod prefix;
mod private_files;
mod program;
mod proxy_fetch;
mod receipts;
mod retry;
mod retry_of;
mod rollback;
mod secrets;
mod security_log;
mod set_actions;
mod shell;
mod sign_in;
mod sign_in_guessing;
mod sign_in_proxy;
#[cfg(target_os = "linux")]
mod signals;
mod slow_bodies;
mod stats;
mod stream;
mod stream_load;
mod support;
mod taken_away;
mod turns;
mod verification;
