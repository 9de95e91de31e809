//! Layering, proved from the dependency tree: what each crate must not reach, and why.

use std::collections::BTreeSet;

use crate::step::{Result, cargo_output};

/// Crates that speak SQL or hold a database.
const SQL: &[&str] = &[
    "rusqlite",
    "libsqlite3-sys",
    "r2d2",
    "r2d2_sqlite",
    "sqlx",
    "sqlx-core",
    "diesel",
    "postgres",
    "tokio-postgres",
    "jobs-sqlite",
];

/// Crates that speak HTTP or open a socket for it.
const HTTP: &[&str] = &[
    "http",
    "hyper",
    "hyper-util",
    "axum",
    "axum-core",
    "tower",
    "tower-http",
    "reqwest",
    "ureq",
    "jobs-gateway",
    "jobs-sign-in",
    "jobs-api",
    "jobs-http",
    "jobs-serve",
];

/// Crates that run futures, or wait for files and sockets.
const RUNTIME: &[&str] =
    &["tokio", "async-std", "smol", "async-executor", "futures-executor", "mio"];

/// Crates that know what a job is.
const OF_THE_LEDGER: &[&str] = &[
    "jobs-core",
    "jobs-conformance",
    "jobs-notary",
    "jobs-auth",
    "jobs-sqlite",
    "jobs-gateway",
    "jobs-sign-in",
    "jobs-live",
    "jobs-api",
    "jobs-http",
    "jobs-cli",
];

/// Crates for terminal programs.
const TERMINAL: &[&str] = &["clap", "indicatif", "jobs-cli"];

/// One of our crates, what it must not depend on, directly or not, except for tests, and why.
struct Rule {
    package: &'static str,
    forbidden: &'static [&'static [&'static str]],
    why: &'static str,
}

const RULES: &[Rule] = &[
    Rule {
        package: "jobs-core",
        forbidden: &[SQL, HTTP, RUNTIME, TERMINAL],
        why: "the core is types and rules: every store and every caller depends on it",
    },
    Rule {
        package: "jobs-notary",
        // It may have a runtime: the thread that keeps the anchors reads the store even when the
        // caller's runtime is idle.
        forbidden: &[SQL, HTTP, TERMINAL],
        why: "it vouches for any store, from any program",
    },
    Rule {
        package: "jobs-auth",
        forbidden: &[SQL, HTTP, RUNTIME, TERMINAL],
        why: "who may sign in does not depend on how they are asked",
    },
    Rule {
        package: "jobs-files",
        forbidden: &[SQL, HTTP, RUNTIME, TERMINAL],
        why: "it makes files private, whatever is in them",
    },
    Rule {
        package: "jobs-conformance",
        forbidden: &[SQL, HTTP, TERMINAL],
        why: "the behaviours know only the trait, not a store",
    },
    Rule {
        package: "jobs-sqlite",
        forbidden: &[HTTP, TERMINAL],
        why: "a store does not know who calls it",
    },
    Rule {
        package: "jobs-gateway",
        // The server of `jobs-serve` has a socket with a timeout; this crate needs only the
        // budgets.
        forbidden: &[SQL, TERMINAL, &["jobs-api", "axum", "axum-core", "tokio-io-timeout"]],
        why: "the flow works over any store, and without our server",
    },
    Rule {
        package: "jobs-sim",
        forbidden: &[SQL, &["jobs-core", "jobs-gateway", "jobs-api"]],
        why: "it simulates upstreams, which know nothing of the ledger",
    },
    Rule {
        package: "jobs-serve",
        forbidden: &[SQL, TERMINAL, OF_THE_LEDGER, &["axum", "axum-core"]],
        why: "it protects any service, and knows nothing of jobs",
    },
    Rule {
        package: "jobs-sign-in",
        // Only the budgets of `jobs-serve`, as in `jobs-gateway`, whose client fetches keys.
        forbidden: &[SQL, TERMINAL, &["jobs-api", "axum", "axum-core", "tokio-io-timeout"]],
        why: "it identifies callers from the head of a request, for any routes",
    },
    Rule {
        package: "jobs-live",
        forbidden: &[SQL, &["hyper", "axum", "axum-core", "jobs-api"], TERMINAL],
        why: "it follows any store, however its readers are connected",
    },
    Rule {
        package: "jobs-dashboard",
        forbidden: &[SQL, RUNTIME, TERMINAL, OF_THE_LEDGER, &["axum", "hyper"]],
        why: "the page knows of the ledger what the public API says",
    },
    Rule {
        package: "jobs-api",
        forbidden: &[SQL, &["jobs-http", "jobs-cli", "jobs-sim"]],
        why: "the API works over any store, in any server",
    },
];

/// Checks every rule, and prints how to find a forbidden dependency.
pub(crate) fn check() -> Result {
    for Rule { package, forbidden, why } in RULES {
        let reached = reached_by(package)?;
        let mut wrong = forbidden.iter().flat_map(|names| *names);
        if let Some(name) = wrong.find(|name| reached.contains(**name)) {
            let way = format!("cargo tree -p {package} -e normal,build -i {name}");
            return Err(format!("{package} reaches {name}, but {why}\nsee: {way}"));
        }
        println!("{package}: {} dependencies, none forbidden", reached.len());
    }
    Ok(())
}

/// The names of all packages that `package` depends on, without itself.
fn reached_by(package: &str) -> Result<BTreeSet<String>> {
    // For every platform, so that the answer is the same on each.
    let tree = cargo_output(&[
        "tree",
        "--package",
        package,
        "--edges",
        "normal,build",
        "--target",
        "all",
        "--prefix",
        "none",
        "--format",
        "{p}",
    ])?;
    let names = tree.lines().filter_map(|line| line.split_whitespace().next());
    let reached: BTreeSet<String> =
        names.filter(|name| *name != package).map(str::to_owned).collect();
    if reached.is_empty() {
        return Err(format!(
            "cargo tree shows no dependency of {package}; has its output changed?"
        ));
    }
    Ok(reached)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A rule proves something only if the check finds the dependencies that a crate does have.
    #[test]
    fn what_is_reached_is_seen() {
        let reached = reached_by("jobs-sqlite").unwrap();
        for name in ["jobs-core", "rusqlite", "libsqlite3-sys", "tokio", "serde"] {
            assert!(reached.contains(name), "{name} is missing from {reached:?}");
        }
        // A dependency only of its tests.
        assert!(!reached.contains("tempfile") && !reached.contains("jobs-conformance"));
    }

    /// A rule about a crate that does not exist is a misspelling.
    #[test]
    fn rules_name_crates_of_this_workspace() {
        let members = cargo_output(&["tree", "--workspace", "--depth", "0", "--prefix", "none"]);
        let members = members.unwrap();
        for rule in RULES {
            let listed =
                members.lines().any(|line| line.starts_with(&format!("{} v", rule.package)));
            assert!(listed, "{} is not in\n{members}", rule.package);
        }
    }
}
