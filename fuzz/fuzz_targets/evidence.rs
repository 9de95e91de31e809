//! `cargo +nightly fuzz run evidence`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::evidence(bytes));
