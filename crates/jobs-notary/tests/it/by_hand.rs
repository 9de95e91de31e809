//! The steps by hand of the README of evidence, run by a shell.

use std::process::Command;

use jobs_core::merkle::Hash;

use crate::checks::{Files, genuine};
use crate::python::folder;

/// The lines of shell in the README.
#[test]
fn the_steps_by_hand_work() {
    let readme = String::from_utf8(genuine()[0].files()["README.md"].clone()).unwrap();
    let script = readme.split("```sh\n").nth(1).unwrap().split("```").next().unwrap();
    let run = |files: &Files| {
        let folder = folder(files);
        let output = Command::new("sh").arg("-ec").arg(script).current_dir(folder.path()).output();
        String::from_utf8(output.unwrap().stdout).unwrap()
    };
    let said = run(genuine()[0].files());
    for index in [1, 3, 6] {
        assert!(said.contains(&format!("entries/{index}.json is in the tree\n")), "{said}");
    }
    let payload = Hash::of(&genuine()[0].files()["texts/1.request_payload"]);
    assert!(said.contains(&format!("{payload}  texts/1.request_payload\n")), "{said}");
    let mut files = genuine()[0].files().clone();
    files.get_mut("entries/6.json").unwrap()[20] ^= 1;
    let said = run(&files);
    assert!(
        said.contains("entries/3.json is in") && !said.contains("entries/6.json is in"),
        "{said}"
    );
}
