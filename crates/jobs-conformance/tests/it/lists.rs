//! The list of behaviours names every behaviour that is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jobs_conformance::{BEHAVIOURS, DURABLE_BEHAVIOURS};

/// Every `pub async fn` with a store, or a ledger, for its only argument is a behaviour.
#[test]
fn every_behaviour_is_listed_once() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut written = BTreeSet::new();
    for file in fs::read_dir(src).unwrap() {
        let path = file.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !path.is_file() || ["audit", "ledger"].contains(&&*module) {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some(rest) = line.strip_prefix("pub async fn ") {
                let of_store = rest.strip_suffix("(store: &dyn JobStore) {");
                let name = of_store.or(rest.strip_suffix("(ledger: &Ledger) {")).unwrap();
                written.insert(format!("{module}::{name}"));
            }
        }
    }
    let of_stores = BEHAVIOURS.iter().map(|item| (item.module, item.name));
    let of_ledgers = DURABLE_BEHAVIOURS.iter().map(|item| (item.module, item.name));
    let listed: Vec<String> =
        of_stores.chain(of_ledgers).map(|(module, name)| format!("{module}::{name}")).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), written);
    assert_eq!(listed.len(), written.len(), "a behaviour is listed twice");
}
