//! The form in which user names are compared.
//!
//! ```text
//! "Vijay", "VIJAY", "ｖｉｊａｙ"        ─► "vijay"
//! "josé" as 4 characters, and as 5   ─► the same
//! ```
//!
//! Names of one form are too alike to be two users', and are not taken for each other: a name that
//! differs from a listed one in form alone is refused. What is recorded is always the name as
//! `auth.toml` has it.

use icu_normalizer::ComposingNormalizerBorrowed;
use jobs_core::UserId;

/// The form of `name`: NFKC, without differences of case. Letters become capitals first, which also
/// makes `ß` the same as `ss` and the dotless `ı` the same as `i`.
pub(crate) fn form(name: &str) -> String {
    if name.bytes().all(|byte| byte.is_ascii()) {
        return name.to_ascii_lowercase();
    }
    // One step may produce what another changes: a few characters take a second pass.
    (0..4).fold(name.to_owned(), |form, _| fold(&form))
}

/// Whether it is the name of one of our programs, in any form, which no user can have.
pub(crate) fn is_program(name: &UserId) -> bool {
    UserId::PROGRAMS.contains(&&*form(name.as_str()))
}

fn fold(text: &str) -> String {
    let nfkc = ComposingNormalizerBorrowed::new_nfkc();
    let folded = nfkc.normalize(text).to_lowercase().to_uppercase().to_lowercase();
    nfkc.normalize(&folded).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_or_is_spelt_alike_has_one_form() {
        for (one, other) in [
            ("vijay", "VIJAY"),
            ("vijay", "\u{ff56}\u{ff49}\u{ff4a}\u{ff41}\u{ff59}"),
            ("jos\u{e9}", "jose\u{301}"),
            ("JOS\u{c9}", "jose\u{301}"),
            ("strasse", "stra\u{df}e"),
            ("STRA\u{1e9e}E", "stra\u{df}e"),
            ("\u{3c3}\u{3bf}\u{3c6}\u{3cc}\u{3c2}", "\u{3a3}\u{39f}\u{3a6}\u{38c}\u{3a3}"),
            ("kelvin", "\u{212a}elvin"),
            ("irmak", "\u{131}rmak"),
            ("\u{fb01}n", "fin"),
        ] {
            assert_eq!(form(one), form(other), "{one} {other}");
        }
        for (one, other) in
            [("vijay", "vijaj"), ("jose", "jos\u{e9}"), ("a b", "ab"), ("a-b", "a_b")]
        {
            assert_ne!(form(one), form(other), "{one} {other}");
        }
    }

    #[test]
    fn a_program_is_known_in_every_form_of_its_name() {
        let is_program = |name| is_program(&UserId::new(name).unwrap());
        for name in UserId::PROGRAMS {
            assert_eq!(form(name), name, "it is compared with forms");
        }
        for name in ["jobs-gateway", "Jobs-HTTP", "\u{ff4a}obs-gateway", "JOB\u{17f}-http"] {
            assert!(is_program(name), "{name}");
        }
        assert!(!is_program("vijay") && !is_program("jobs-gateways"));
    }

    #[test]
    fn a_form_is_its_own() {
        for name in [
            "Vijay",
            "stra\u{df}e",
            "\u{130}stanbul",
            "\u{1f52}\u{345}",
            "\u{fb01}",
            "\u{390}",
            "\u{1e9e}",
        ] {
            assert_eq!(form(&form(name)), form(name), "{name}");
        }
    }
}
