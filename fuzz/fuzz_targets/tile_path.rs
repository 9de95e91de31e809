//! `cargo +nightly fuzz run tile_path`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::tile_path(bytes));
