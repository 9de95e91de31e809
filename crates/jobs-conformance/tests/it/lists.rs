//! The list of behaviours names every behaviour that is written.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use jobs_conformance::BEHAVIOURS;

/// Every `pub async fn` with a store for its only argument is a behaviour.
#[test]
fn every_behaviour_is_listed_once() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut written = BTreeSet::new();
    for file in fs::read_dir(src).unwrap() {
        let path = file.unwrap().path();
        let module = path.file_stem().unwrap().to_str().unwrap().to_owned();
        if !path.is_file() || module == "audit" {
            continue;
        }
        for line in fs::read_to_string(&path).unwrap().lines() {
            if let Some(rest) = line.strip_prefix("pub async fn ") {
                let name = rest.strip_suffix("(store: &dyn JobStore) {").unwrap();
                written.insert(format!("{module}::{name}"));
            }
        }
    }
    let listed: Vec<String> =
        BEHAVIOURS.iter().map(|item| format!("{}::{}", item.module, item.name)).collect();
    assert_eq!(listed.iter().cloned().collect::<BTreeSet<_>>(), written);
    assert_eq!(listed.len(), written.len(), "a behaviour is listed twice");
}
