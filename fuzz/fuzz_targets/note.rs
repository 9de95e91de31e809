//! `cargo +nightly fuzz run note`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::note(bytes));
