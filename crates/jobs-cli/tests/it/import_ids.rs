//! Job IDs in any spelling, in either table, are the same job; customers without a job are left out
//! and reported.

use jobs_core::Cid;
use serde_json::json;

use crate::support::legacy::{self, Generation, OldJob, id, job};
use crate::support::run::Folder;

const NEWER: Generation = Generation::Newer;
const IMPORT: [&str; 5] = ["import", "old.db", "--utc-offset", "Z", "--json"];

/// Every spelling of an ID: the product of all variations.
fn spellings(id: &str) -> Vec<String> {
    let mut spellings = Vec::new();
    for digits in [id.to_owned(), id.replace('-', "").to_uppercase()] {
        for (open, close) in [("", ""), ("{", "}"), ("(", ")"), ("\"", "\"")] {
            for unseen in ["", "\u{feff}\u{a0} "] {
                let text = format!("{open}{unseen}{digits}{unseen}{close}");
                spellings
                    .extend([format!("{unseen}{text}\u{200b}"), format!("Urn:uuid:{text}\r\n")]);
            }
        }
    }
    spellings
}

fn cids(folder: &Folder, n: u32) -> Vec<String> {
    let (_, cids) = folder.recorded(&id(n)).unwrap();
    cids.iter().map(Cid::to_string).collect()
}

#[test]
fn customers_are_found_whatever_the_two_spellings_are() {
    let folder = Folder::new();
    let count = u32::try_from(spellings("").len()).unwrap();
    let mut jobs = Vec::new();
    for (n, spelling) in (0..count).flat_map(|n| (0..count).map(move |m| (n * count + m, n))) {
        let spelt = spellings(&id(n)).swap_remove(spelling as usize);
        jobs.push(OldJob { cids: vec![], ..job(&spelt, "10:00:00") });
    }
    let sql = legacy::write(&folder.path("old.db"), NEWER, &[]);
    sql.execute_batch("BEGIN").unwrap();
    legacy::insert(&sql, NEWER, &jobs);
    for n in 0..count * count {
        let other = spellings(&id(n)).swap_remove((n % count) as usize);
        let add = "INSERT INTO job_customers (job_id, cid) VALUES (?1, ?2), (?3, 'also')";
        let plain = id(n);
        let own = format!("c{n}");
        sql.execute(add, [&other, &own, &plain]).unwrap();
    }
    sql.execute_batch("COMMIT").unwrap();
    let report = folder.run(&IMPORT).exits(0).json();
    assert_eq!(report["jobs"]["imported"], count * count);
    assert_eq!(report["customers_imported"], 2 * count * count);
    assert_eq!(report["orphan_customers"]["rows"], 0);
    for n in 0..count * count {
        assert_eq!(cids(&folder, n), ["also".to_owned(), format!("c{n}")]);
    }
}

#[test]
fn ids_may_be_bytes() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &[]);
    legacy::insert(&sql, NEWER, &[OldJob { cids: vec![], ..job("a", "10:00:00") }]);
    legacy::insert(&sql, NEWER, &[OldJob { cids: vec![], ..job("b", "10:00:00") }]);
    let hex = |n| id(n).replace('-', "");
    sql.execute_batch(&format!(
        "UPDATE jobs SET job_id = x'{}' WHERE job_id = 'a';
         UPDATE jobs SET job_id = CAST('{}' AS BLOB) WHERE job_id = 'b';
         INSERT INTO job_customers (job_id, cid) VALUES ('{}', '1'), (x'{}', '2'), (x'{}', '3');",
        hex(1),
        id(2).to_uppercase(),
        id(1),
        hex(1),
        hex(2),
    ))
    .unwrap();
    folder.run(&IMPORT).exits(0);
    assert_eq!(cids(&folder, 1), ["1", "2"]);
    assert_eq!(cids(&folder, 2), ["3"]);
    let (job, _) = folder.recorded(&id(1)).unwrap();
    assert!(job.original.unwrap().as_str().contains(&format!(r#"{{"hex":"{}"}}"#, hex(1))));
}

#[test]
fn customers_that_match_no_job_are_left_out_and_listed() {
    let folder = Folder::new();
    let sql = legacy::write(&folder.path("old.db"), NEWER, &[job(&id(1), "10:00:00")]);
    sql.execute_batch(&format!(
        "DROP TABLE job_customers; CREATE TABLE job_customers (job_id, cid);
         INSERT INTO job_customers VALUES ('{}', '1'), (NULL, '2'), (NULL, '3'), ('job-42', '4'), (42, '5'),
             (x'ff', '6'), ('{}', '7'), ('{}', '8')",
        id(1),
        id(99).to_uppercase(),
        id(99),
    ))
    .unwrap();
    for args in [&IMPORT[..], &[&IMPORT[..], &["--dry-run"]].concat()] {
        let report = folder.run(args).exits(3).json();
        assert_eq!(report["orphan_customers"]["rows"], 7);
        assert_eq!(report["not_taken"]["count"], 0);
        let jobs = &report["orphan_customers"]["jobs"];
        assert_eq!(jobs["count"], 5);
        let mut listed: Vec<_> = jobs["first"].as_array().unwrap().clone();
        listed.sort_by_key(ToString::to_string);
        assert_eq!(
            json!(listed),
            json!(["42", id(99).to_uppercase(), "NULL", "job-42", "\u{fffd}"])
        );
    }
    assert_eq!(cids(&folder, 1), ["1"]);
    let text = folder.run(&IMPORT[..4]).exits(3).stdout;
    assert!(text.contains("rows without a job                                   7"), "{text}");
}

/// Two rows with one ID, each with its own customers: the second row is refused, and its customers
/// are not added to the first.
#[test]
fn customers_of_a_row_that_repeats_an_id_stay_with_it() {
    let folder = Folder::new();
    let cids_of = |cids: [&str; 2]| cids.map(str::to_owned).to_vec();
    let jobs = [
        OldJob { cids: cids_of(["1", "2"]), ..job(&id(1).to_uppercase(), "10:00:00") },
        OldJob { cids: cids_of(["2", "3"]), ..job(&id(1), "11:00:00") },
    ];
    let sql = legacy::write(&folder.path("old.db"), NEWER, &jobs);
    let stray = format!("INSERT INTO job_customers (job_id, cid) VALUES ('{{{}}}', '4')", id(1));
    sql.execute_batch(&stray).unwrap();
    let report = folder.run(&IMPORT).exits(3).json();
    assert_eq!(report["duplicate_job_ids"], 1);
    assert_eq!(report["orphan_customers"]["rows"], 0);
    assert_eq!(cids(&folder, 1), ["1", "2", "4"]);
}
