//! `cargo +nightly fuzz run leaf`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::leaf(bytes));
