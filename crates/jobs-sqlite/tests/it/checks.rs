//! Rows that break a `CHECK` of the schema. Verification does not evaluate these; it finds each
//! such row by what it compares it with.

use std::collections::BTreeSet;

use rusqlite::Connection;

use crate::tampered::Copy;

/// Each constraint of the schema, with statements that break it: by a row that was edited, and by
/// one that was added.
const BROKEN: &[(&str, &[&str])] = &[
    (
        "entry: idx >= 0",
        &[
            "UPDATE entry SET idx = -1 WHERE idx = 1999",
            "INSERT INTO entry (idx, kind, recorded_at, user, leaf_hash) VALUES (-5, 1, 0, 1, zeroblob(32))",
        ],
    ),
    (
        "entry: kind BETWEEN 1 AND 4",
        &[
            "UPDATE entry SET kind = 5 WHERE idx = 800",
            "INSERT INTO entry (idx, kind, recorded_at, user, leaf_hash) VALUES (2000, 0, 0, 1, zeroblob(32))",
        ],
    ),
    (
        "entry: status BETWEEN 0 AND 3",
        &[
            "UPDATE entry SET status = 4 WHERE idx = 805",
            "UPDATE entry SET status = -1 WHERE idx = 803",
        ],
    ),
    (
        "entry: cause BETWEEN 1 AND 10",
        &[
            "UPDATE entry SET cause = 11 WHERE idx = 805",
            "UPDATE entry SET cause = 0 WHERE idx = 803",
        ],
    ),
    (
        "entry: (kind >= 3) = (job_id IS NULL)",
        &[
            "UPDATE entry SET job_id = NULL WHERE idx = 800",
            "UPDATE entry SET job_id = randomblob(16) WHERE idx = 805",
        ],
    ),
    (
        "entry: (kind >= 3) = (job IS NOT NULL)",
        &[
            "UPDATE entry SET job = 0 WHERE idx = 800",
            "UPDATE entry SET job = NULL WHERE idx = 805",
        ],
    ),
    (
        "entry: (kind = 4) = (text IS NOT NULL)",
        &[
            "UPDATE entry SET text = NULL WHERE idx = 881",
            "UPDATE entry SET text = 'x' WHERE idx = 805",
        ],
    ),
    (
        "term: kind BETWEEN 1 AND 5",
        &[
            "UPDATE term SET kind = 6 WHERE id = 3",
            "INSERT INTO term (kind, value) VALUES (0, 'x')",
            "INSERT INTO term (kind, value) VALUES (9, 'x')",
        ],
    ),
    (
        "job_state: status BETWEEN 0 AND 3",
        &[
            "UPDATE job_state SET status = 7 WHERE job = 0",
            "INSERT INTO job_state (job, status, source, notes) VALUES (99999, -1, 1, 0)",
        ],
    ),
    (
        "job_state: last_change > job",
        &[
            "UPDATE job_state SET last_change = job WHERE job = 0",
            "UPDATE job_state SET last_change = -1 WHERE job = 801",
        ],
    ),
    ("job_state: first_change > job", &["UPDATE job_state SET first_change = job WHERE job = 800"]),
    (
        "job_state: last_note > job",
        &["UPDATE job_state SET last_note = job, notes = 1 WHERE job = 800"],
    ),
    (
        "job_state: notes BETWEEN 0 AND 1000",
        &[
            "UPDATE job_state SET notes = 1001 WHERE job = 880",
            "UPDATE job_state SET notes = -1 WHERE job = 880",
        ],
    ),
    (
        "job_state: first_change IS NULL OR first_change < coalesce(last_change, job)",
        &[
            "UPDATE job_state SET first_change = last_change WHERE job = 800",
            "UPDATE job_state SET first_change = 803 WHERE job = 802",
        ],
    ),
    (
        "job_state: (notes = 0) = (last_note IS NULL)",
        &[
            "UPDATE job_state SET notes = 0 WHERE job = 880",
            "UPDATE job_state SET notes = 1 WHERE job = 800",
        ],
    ),
    (
        "counter: kind BETWEEN 0 AND 3",
        &[
            "UPDATE counter SET kind = 4 WHERE kind = 3",
            "INSERT INTO counter VALUES (0, -1, 0, 0, 1, 0, 0, 0)",
        ],
    ),
    (
        "counter: in_progress >= 0",
        &["UPDATE counter SET in_progress = -1 WHERE user = 0 AND kind = 0"],
    ),
    ("counter: success >= 0", &["UPDATE counter SET success = -1 WHERE user = 0 AND kind = 0"]),
    ("counter: failed >= 0", &["UPDATE counter SET failed = -1 WHERE user = 0 AND kind = 0"]),
    (
        "counter: unconfirmed >= 0",
        &["UPDATE counter SET unconfirmed = -1 WHERE user = 0 AND kind = 0"],
    ),
    (
        "tree: id = 0",
        &[
            "UPDATE tree SET id = 1",
            "INSERT INTO tree SELECT 1, size, recorded_at, edge FROM tree",
            "INSERT INTO tree SELECT -1, size, recorded_at, edge FROM tree",
        ],
    ),
    (
        "subtree: level BETWEEN 1 AND 7",
        &[
            "UPDATE subtree SET level = 8 WHERE idx = 0",
            "INSERT INTO subtree VALUES (0, 0, zeroblob(32))",
            "INSERT INTO subtree VALUES (-5, 0, zeroblob(100000))",
        ],
    ),
    (
        "subtree: length(hash) = 32",
        &[
            "UPDATE subtree SET hash = x'' WHERE idx = 0",
            "INSERT INTO subtree VALUES (1, 99, zeroblob(31))",
        ],
    ),
];

/// The constraints that the schema has: `table: condition`.
fn constraints(sql: &Connection) -> BTreeSet<String> {
    let select = "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql IS NOT NULL";
    let mut select = sql.prepare(select).unwrap();
    let tables = select.query_map([], |row| row.try_into()).unwrap();
    let mut found = BTreeSet::new();
    for (name, text) in tables.map(Result::<(String, String), _>::unwrap) {
        for part in text.split("CHECK (").skip(1) {
            let mut depth = 1;
            let end = part.find(|c| {
                depth += i32::from(c == '(') - i32::from(c == ')');
                depth == 0
            });
            found.insert(format!("{name}: {}", &part[..end.unwrap()]));
        }
    }
    found
}

#[test]
fn every_constraint_is_broken_here() {
    let copy = Copy::new();
    let sql = Connection::open(copy.path()).unwrap();
    let broken: BTreeSet<_> = BROKEN.iter().map(|(check, _)| (*check).to_owned()).collect();
    assert_eq!(constraints(&sql), broken);
}

#[test]
fn a_row_that_breaks_one_is_found() {
    for (check, attacks) in BROKEN {
        for attack in *attacks {
            let copy = Copy::new();
            copy.attack(attack);
            let broken: String = Connection::open(copy.path())
                .unwrap()
                .query_row("PRAGMA quick_check(1)", [], |row| row.get(0))
                .unwrap();
            assert!(broken.contains("CHECK constraint failed"), "{check}: {attack}: {broken}");
            assert!(!copy.verify(&[]).unwrap().is_sound(), "{check}: {attack}");
        }
    }
}

/// Also a row that breaks no constraint, and that nothing leads to.
#[test]
fn a_text_that_no_entry_uses_is_found() {
    let copy = Copy::new();
    copy.attack("INSERT INTO term (kind, value) VALUES (5, 'hidden')");
    let report = copy.verify(&[]).unwrap();
    let found: Vec<_> = report.findings().map(ToString::to_string).collect();
    assert!(
        found.iter().any(|what| what.contains("term: has rows that no entry uses")),
        "{found:#?}"
    );
}
