//! The table of docs/http-api.md is generated from the server's endpoints.
//!
//! `UPDATE_GOLDENS=1 cargo test -p jobs-http docs` rewrites it; then read the difference.

use std::fmt::Write as _;
use std::path::Path;

use jobs_api::{Access, Scope, endpoints};

const BEGIN: &str = "<!-- the table of the endpoints of crates/jobs-api -->\n";
const END: &str = "<!-- end -->\n";

fn cell(scope: Scope) -> &'static str {
    match scope {
        Scope::Nothing => "",
        Scope::Own => "own",
        Scope::All => "all",
    }
}

fn table() -> String {
    let mut table =
        "| route | does | nobody | operator | auditor | admin |\n|---|---|---|---|---|---|\n"
            .to_owned();
    for operation in endpoints() {
        let (nobody, roles) = match operation.access() {
            Access::Everybody => ("all", [Scope::All; 3]),
            Access::LogReaders => ("all, unless private", [Scope::All; 3]),
            Access::Roles { operator, auditor, admin } => ("", [operator, auditor, admin]),
        };
        let [operator, auditor, admin] = roles.map(cell);
        let path = operation.path().replace("{*path}", "…");
        let method = operation.method();
        let does = operation.summary();
        writeln!(
            table,
            "| `{method} {path}` | {does} | {nobody} | {operator} | {auditor} | {admin} |"
        )
        .unwrap();
    }
    table
}

#[test]
fn the_documented_table_is_the_one_that_is_checked() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/http-api.md");
    let text = std::fs::read_to_string(&path).unwrap();
    let (before, rest) = text.split_once(BEGIN).unwrap();
    let (documented, after) = rest.split_once(END).unwrap();
    if std::env::var_os("UPDATE_GOLDENS").is_some() {
        std::fs::write(&path, format!("{before}{BEGIN}{}{END}{after}", table())).unwrap();
        return;
    }
    assert_eq!(documented, table());
}
