//! `cargo +nightly fuzz run customer_proof`
#![no_main]

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| jobs_fuzz::customer_proof(bytes));
