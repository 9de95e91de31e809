//! The tamper catalogue: what somebody with the file can do, and how it is noticed. Every attack is
//! made with a plain SQLite connection, triggers dropped first, or on the bytes of the file.

mod catalogue;

use std::fmt::Write as _;
use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use jobs_core::JobStore;
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Finding, Options, Past, Report, verify};

use crate::tampered::{Copy, LEDGER, ROUNDS, build, served};
use catalogue::{Attack, one_value_of_every_column, other_attacks, structures};

/// How many bits of the file are flipped, each in a separate copy.
const FLIPS: u64 = 1000;

fn found<'r>(report: &'r Report, attack: &Attack) -> Option<&'r Finding> {
    report
        .findings()
        .find(|finding| finding.index == attack.index && finding.to_string().contains(attack.words))
}

#[test]
fn the_untouched_ledger_is_sound() {
    let copy = Copy::new();
    let report = copy.verify(std::slice::from_ref(&LEDGER.anchor)).unwrap();
    assert!(report.is_sound(), "{:#?}", report.findings().collect::<Vec<_>>());
    assert_eq!((report.head.size(), report.jobs), (2000, 1247));
    assert_eq!(report.head.root(), LEDGER.anchor.root);
}

#[test]
fn every_attack_of_the_catalogue_is_found_and_named() {
    let mut table = String::from(
        "| attack | by the triggers | without them, found at | as |\n|---|---|---|---|\n",
    );
    for attack in [one_value_of_every_column(), other_attacks(), structures()].concat() {
        let copy = Copy::new();
        copy.attack(&attack.statements);
        let report = copy.verify(&[]).unwrap();
        let finding = found(&report, &attack).unwrap_or_else(|| {
            let all: Vec<_> = report.findings().map(ToString::to_string).collect();
            panic!("{}: {all:#?}", attack.name)
        });
        let first = report.findings().find(|finding| finding.index.is_some());
        if attack.index.is_some() {
            assert_eq!(
                first.map(|finding| finding.index),
                Some(attack.index),
                "{}: {first:?}",
                attack.name
            );
        }
        let place = attack.index.map_or("the file".into(), |index| format!("entry {index}"));
        let refused =
            if Copy::new().is_refused(&attack.statements) { "refused" } else { "let through" };
        let what =
            if finding.what.starts_with("file: ") { "SQLite's own check" } else { &finding.what };
        writeln!(table, "| {} | {refused} | {place} | {what} |", attack.name).unwrap();
    }
    println!("{table}");
    let documented = std::fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/guarantee.md"),
    );
    assert!(
        documented.unwrap().contains(&table),
        "docs/guarantee.md has another table than:\n{table}"
    );
}

/// What a ledger that is consistent in itself can hide: only somebody who holds an older checkpoint
/// can know.
#[test]
fn an_older_copy_is_found_by_its_anchor_alone() {
    for rounds in [0, 125, ROUNDS - 1] {
        let older = build(rounds);
        let path = older.folder.path().join("jobs.db");
        let options =
            |past: &[Past]| Options { threads: 1, past: past.to_vec(), ..Options::default() };
        // The times differ from those of the newer ledger, and so do the leaves: any copy of it
        // would do.
        let report = verify(&path, &options(&[]), &|_, _| {}).unwrap();
        assert!(report.is_sound(), "{:#?}", report.findings().collect::<Vec<_>>());
        let report =
            verify(&path, &options(std::slice::from_ref(&LEDGER.anchor)), &|_, _| {}).unwrap();
        let finding =
            report.findings().find(|finding| finding.what.starts_with("the anchor")).unwrap();
        assert!(finding.what.contains("once had more entries"), "{finding}");
        assert_eq!(finding.index, Some(report.head.size()));
    }
}

/// A true checkpoint of any size is accepted, and one that differs in a bit is not.
#[test]
fn the_past_is_checked_at_any_size() {
    let copy = Copy::new();
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let leaves: Vec<Vec<u8>> = runtime.block_on(async {
        let store = SqliteStore::open_read_only(copy.path()).unwrap();
        let limit = jobs_core::PageLimit::new(10_000).unwrap();
        store.entries(0, limit).await.unwrap().iter().map(|entry| entry.leaf()).collect()
    });
    let past = |size: usize| Past {
        source: format!("size {size}"),
        size: size as u64,
        root: jobs_core::merkle::root_of(&leaves[..size]),
    };
    let sizes = [0, 1, 2, 255, 256, 257, 511, 512, 1000, 1023, 1024, 1791, 1792, 1793, 1999, 2000];
    let all: Vec<Past> = sizes.map(past).to_vec();
    assert!(copy.verify(&all).unwrap().is_sound());
    for mut wrong in all {
        let mut root = *wrong.root.as_bytes();
        root[7] ^= 1;
        wrong.root = jobs_core::merkle::Hash::from_bytes(root);
        let report = copy.verify(&[wrong.clone()]).unwrap();
        let what: Vec<_> = report.findings().map(ToString::to_string).collect();
        assert!(what.len() == 1 && what[0].contains(&wrong.source), "{what:?}");
    }
}

/// One bit of the file, anywhere: if anything that is served differs or cannot be read,
/// verification says so.
#[test]
fn a_flipped_bit_that_shows_is_found() {
    let before = served(&LEDGER.folder.path().join("jobs.db"), ROUNDS).unwrap();
    let bytes = std::fs::read(LEDGER.folder.path().join("jobs.db")).unwrap();
    let next = AtomicU64::new(0);
    let found = AtomicU64::new(0);
    let flip_one = |seed: u64| {
        let copy = Copy::new();
        // SplitMix64, so that a seed that fails can be tried again.
        let mut random = seed.wrapping_add(1).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        random = (random ^ (random >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        random = (random ^ (random >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        let at = usize::try_from((random >> 3) % bytes.len() as u64).unwrap();
        let mut flipped = bytes.clone();
        flipped[at] ^= 1 << (random & 7);
        std::fs::write(copy.path(), flipped).unwrap();
        if copy.verify(&[]).is_ok_and(|report| report.is_sound()) {
            let shows = served(&copy.path(), ROUNDS).map_or(true, |now| now != before);
            assert!(!shows, "seed {seed}: byte {at} shows and is not found");
        } else {
            found.fetch_add(1, Ordering::Relaxed);
        }
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                while let seed @ 0..FLIPS = next.fetch_add(1, Ordering::Relaxed) {
                    flip_one(seed);
                }
            });
        }
    });
    let found = found.into_inner();
    println!("of {FLIPS} flipped bits {found} are found, and the others show nowhere");
    assert!(found > FLIPS / 2, "only {found} flips did anything");
}
