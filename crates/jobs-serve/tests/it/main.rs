//! Tests of the server around a plain service, as its callers see it.
#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on fails the test")]

mod bodies;
mod connections;
mod http_2;
mod idle;
mod lines;
mod support;
mod unclear;
mod unread;
