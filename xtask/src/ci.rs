//! The checks of `cargo xtask ci`, in the order in which they run: the quick and likely failures
//! first.

use std::process::Command;
use std::time::{Duration, Instant};

use crate::step::{Result, cargo, cargo_command, root, run, skipped};
use crate::{api_check, deny, layers, page, rooms, source};

struct Step {
    name: &'static str,
    what: &'static str,
    check: fn() -> Result,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", what: "cargo fmt --check, here and in fuzz", check: fmt },
    Step {
        name: "tidy",
        what: "every file says what it is for; no file is too long, and no comment too wide",
        check: source::tidy,
    },
    Step { name: "no-delete", what: "no DELETE of jobs in any source", check: source::no_delete },
    Step {
        name: "layers",
        what: "no crate depends on what it must not know, no module on one above it",
        check: layers,
    },
    Step {
        name: "page",
        what: "the dashboard's page: types, style, vendored files, dist/, tests without a browser",
        check: page::check,
    },
    Step {
        name: "deny",
        what: "cargo deny check: licences, bans, sources, advisories",
        check: deny::check,
    },
    Step {
        name: "clippy",
        what: "cargo clippy --workspace --all-targets -- -D warnings",
        check: clippy,
    },
    Step { name: "fuzz", what: "cargo check of the fuzz targets", check: fuzz },
    Step {
        name: "tests",
        what: "cargo test --workspace, documentation tests included",
        check: tests,
    },
    Step {
        name: "api",
        what: "the real server against its OpenAPI document",
        check: api_check::check,
    },
    Step { name: "docs", what: "cargo doc --workspace --no-deps, warnings denied", check: docs },
];

/// Runs every step up to the first that fails, and prints how long each took.
pub(crate) fn all() -> Result {
    let mut durations: Vec<(&str, Duration)> = Vec::new();
    for step in STEPS {
        let start = Instant::now();
        let result = step.run();
        durations.push((step.name, start.elapsed()));
        if let Err(reason) = result {
            report(&durations);
            let name = step.name;
            return Err(format!(
                "step `{name}` failed: {reason}\nrun it alone: cargo xtask ci {name}"
            ));
        }
    }
    report(&durations);
    for skipped in skipped() {
        println!("{skipped}");
    }
    println!("all {} steps passed", STEPS.len());
    Ok(())
}

/// Runs the step called `name`.
pub(crate) fn one(name: &str) -> Result {
    let known = || STEPS.iter().map(|step| step.name).collect::<Vec<_>>().join(", ");
    let step = STEPS.iter().find(|step| step.name == name);
    step.ok_or_else(|| format!("no step `{name}`; the steps are {}", known()))?.run()
}

impl Step {
    fn run(&self) -> Result {
        println!("\n== {}: {}", self.name, self.what);
        (self.check)()
    }
}

fn report(durations: &[(&str, Duration)]) {
    println!();
    for (name, duration) in durations {
        println!("{name:>10} {:>7.1} s", duration.as_secs_f64());
    }
}

fn fmt() -> Result {
    cargo(&["fmt", "--all", "--check"])?;
    // `cargo fmt` does not find modules that a macro declares.
    let mut modules = Vec::new();
    for folder in ["crates/jobs-api/src/routes", "crates/jobs-core/tests/it/twins"] {
        source::collect(&root().join(folder), &mut modules)?;
    }
    run(Command::new("rustfmt").args(["--check", "--edition", "2024"]).args(modules))?;
    // A separate workspace.
    cargo(&["fmt", "--manifest-path", "fuzz/Cargo.toml", "--check"])
}

fn layers() -> Result {
    layers::check()?;
    rooms::check()
}

fn clippy() -> Result {
    cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])?;
    // The API alone.
    cargo(&["clippy", "-p", "jobs-http", "--no-default-features", "--", "-D", "warnings"])
}

/// Needs no nightly compiler, but a C++ compiler, with which `libfuzzer-sys` builds libFuzzer.
fn fuzz() -> Result {
    let mut command =
        cargo_command(&["check", "--manifest-path", "fuzz/Cargo.toml", "--locked", "--bins"]);
    // In the workspace's target directory, most of its dependencies are already built.
    if std::env::var_os("CARGO_TARGET_DIR").is_none() {
        command.args(["--target-dir", "target"]);
    }
    run(&mut command)
}

fn tests() -> Result {
    cargo(&["test", "--workspace"])
}

fn docs() -> Result {
    let mut command = cargo_command(&["doc", "--workspace", "--no-deps"]);
    run(command.env("RUSTDOCFLAGS", "-D warnings"))
}
