//! What all programs of a ledger share about their settings: the rule for environment variables
//! `JOBS_…`, and what no message may repeat.

use std::ffi::OsString;

/// Checks that each of `variables` that begins with `JOBS_` is among the `known` ones: a misspelt
/// one would silently leave its setting unchanged. Empty variables are ignored, and so are those
/// that Kubernetes sets for a service called `jobs`.
///
/// ```
/// let known = ["JOBS_DATA_DIR", "JOBS_LISTEN"];
/// let check = |name: &str, value: &str| {
///     jobs_core::check_variables([(name.into(), value.into())], &known)
/// };
/// assert!(check("JOBS_LISTEN", "127.0.0.1:8080").is_ok());
/// assert!(check("JOBS_PORT", "tcp://10.0.0.1:80").is_ok());
/// assert!(check("JOBS_LISTN", "127.0.0.1:8080").unwrap_err().contains("perhaps JOBS_LISTEN?"));
/// ```
///
/// # Errors
/// A sentence that names the first unknown one, and the known one that it resembles.
pub fn check_variables(
    variables: impl IntoIterator<Item = (OsString, OsString)>,
    known: &[&str],
) -> Result<(), String> {
    for (name, value) in variables {
        let name = name.to_string_lossy();
        let value = value.to_string_lossy();
        let is_ours = name.starts_with("JOBS_") && !value.is_empty();
        if is_ours && !known.contains(&&*name) && !is_of_kubernetes(&name, &value) {
            let perhaps = match nearest(&name, known) {
                Some(nearest) => format!("; perhaps {nearest}?"),
                None => ".".to_owned(),
            };
            return Err(format!(
                "{name} is no setting of jobctl or jobs-http{perhaps} Correct its name, or unset it"
            ));
        }
    }
    Ok(())
}

/// Whether `value` may be a URL that holds a password or a token, so that no message repeats it.
///
/// ```
/// assert!(jobs_core::may_hold_password("https://me:secret@example.com"));
/// assert!(jobs_core::may_hold_password("example.com/?key=secret"));
/// assert!(!jobs_core::may_hold_password("127.0.0.1:80800"));
/// ```
#[must_use]
pub fn may_hold_password(value: &str) -> bool {
    value.contains(['@', '?', '#', '='])
}

/// The known variable that `name` resembles.
fn nearest<'a>(name: &str, known: &[&'a str]) -> Option<&'a str> {
    // Below this, two names do not resemble each other.
    const LIKENESS_MIN: f64 = 0.7;
    let likeness = |known: &str| strsim::normalized_damerau_levenshtein(known, name);
    let nearest = known.iter().max_by(|a, b| likeness(a).total_cmp(&likeness(b)))?;
    (likeness(nearest) >= LIKENESS_MIN).then_some(*nearest)
}

/// Kubernetes sets variables such as `JOBS_SERVICE_HOST` and `JOBS_PORT=tcp://10.0.0.1:80` for a
/// service called `jobs`, and similar ones for a service whose name begins with that
/// (`JOBS_HTTP_PORT_80_TCP_ADDR`). So do Docker's links, which add `JOBS_NAME=/web/jobs` and the
/// linked container's variables, such as `JOBS_ENV_PATH`.
fn is_of_kubernetes(name: &str, value: &str) -> bool {
    let is_part = |part| name.ends_with(part) || name.contains(&format!("{part}_"));
    is_part("_SERVICE_HOST")
        || is_part("_SERVICE_PORT")
        || is_part("_TCP")
        || is_part("_UDP")
        || is_part("_SCTP")
        || name.starts_with("JOBS_ENV_")
        || (name.ends_with("_NAME") && value.starts_with('/'))
        || (name.ends_with("_PORT") && value.contains("://"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: [&str; 5] = [
        "JOBS_DATA_DIR",
        "JOBS_LISTEN",
        "JOBS_SERVER",
        "JOBS_TOKEN",
        "JOBS_UPSTREAM_TIMEOUT_SECONDS",
    ];

    fn check(name: &str, value: &str) -> Result<(), String> {
        check_variables([(name.into(), value.into())], &KNOWN)
    }

    #[test]
    fn a_misspelt_variable_is_told_from_its_neighbours() {
        for (misspelt, meant) in [
            ("JOBS_LISTN", "JOBS_LISTEN"),
            ("JOBS_SERVR", "JOBS_SERVER"),
            ("JOBS_SERVER_URL", "JOBS_SERVER"),
            ("JOBS_DATADIR", "JOBS_DATA_DIR"),
            ("JOBS_TOKENS", "JOBS_TOKEN"),
            ("JOBS_UPSTREAM_TIMEOUT", "JOBS_UPSTREAM_TIMEOUT_SECONDS"),
        ] {
            let said = check(misspelt, "x").unwrap_err();
            assert!(said.contains(&format!("perhaps {meant}?")), "{said}");
            check(misspelt, "").unwrap();
        }
        for name in ["JOBS_", "JOBS_XYZZY", "JOBS_PORT", "JOBS_SERVICE"] {
            let said = check(name, "8080").unwrap_err();
            assert!(said.starts_with(&format!("{name} is no setting")), "{said}");
        }
        assert!(!check("JOBS_XYZZY", "x").unwrap_err().contains("perhaps"));
    }

    #[test]
    fn what_others_set_is_nobodys_setting() {
        for (name, value) in [
            ("JOBS_PORT", "tcp://10.0.0.1:80"),
            ("JOBS_SERVICE_HOST", "10.0.0.1"),
            ("JOBS_SERVICE_PORT", "80"),
            ("JOBS_SERVICE_PORT_HTTP", "80"),
            ("JOBS_PORT_80_TCP", "tcp://10.0.0.1:80"),
            ("JOBS_PORT_80_TCP_PROTO", "tcp"),
            ("JOBS_PORT_53_UDP_ADDR", "10.0.0.1"),
            ("JOBS_HTTP_PORT", "udp://10.0.0.1:53"),
            ("JOBS_HTTP_SERVICE_HOST", "10.0.0.1"),
            ("JOBS_NAME", "/web/jobs"),
            ("JOBS_ENV_PATH", "/usr/bin"),
            ("NOT_JOBS_X", "1"),
        ] {
            check(name, value).unwrap();
        }
    }
}
