//! `cargo +nightly fuzz run entry_bundle`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::entry_bundle(bytes));
