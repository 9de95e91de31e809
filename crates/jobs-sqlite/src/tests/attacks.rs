//! The table of SQL attacks: what each does through our own connections, and from a plain second
//! one.
//!
//! Through ours, all are refused. From a plain connection, what triggers can refuse is refused. The
//! rest cannot be prevented by anything in the file, because a program that can write the file can
//! write it without SQLite; the table says how it is noticed. `docs/storage.md` holds the same
//! table in words; `damage.rs` edits every value.

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Entry, JobStore, JobStoreExt, NewJob, Outcomes,
    PageLimit, RequestKey, Status, StatusChange, StatusDetails, UserId,
};
use rusqlite::Connection;

use crate::SqliteStore;
use crate::file::connection;
use crate::tests::support;

/// What a plain connection meets.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Plain {
    /// An error, and nothing is changed.
    Refused,
    /// The ledger is not opened again.
    RefusedAtStart,
    /// Only comparing the index with the entries finds it.
    NotPrevented,
    /// No value is changed.
    Harmless,
}
use Plain::{Harmless, NotPrevented, Refused, RefusedAtStart};

/// A full set of columns for a forged job; `?` is the index, `#` the job ID.
const FORGED: &str =
    "(idx, kind, recorded_at, job_id, user, source, action, action_code, customer_count, leaf_hash, customers)
    VALUES (?, 1, 9000000000000000, #, 1, 1, 2, 1, 1, zeroblob(32), '[3]')";
const NEW_ID: &str = "x'0192f0c12d3e7a4b8c5d6e7f8091a2b3'";
const TAKEN_ID: &str = "(SELECT job_id FROM entry WHERE idx = 0)";

fn forged(how: &str, index: &str, job_id: &str) -> String {
    format!("{how} INTO entry {}", FORGED.replace('?', index).replace('#', job_id))
}

/// The attacks as they are written, a statement a line; `{file}` is the ledger's path.
const ATTACKS: &[(&str, Plain)] = &[
    // Removal, in every spelling.
    ("DELETE FROM entry WHERE idx = 0", Refused),
    ("DELETE FROM entry", Refused),
    ("DELETE FROM term", Refused),
    ("DELETE FROM job_state", Refused),
    ("DELETE FROM counter", Refused),
    ("DELETE FROM tree", Refused),
    ("DELETE FROM run", Refused),
    ("DELETE FROM posting", Refused),
    ("DELETE FROM entry RETURNING idx", Refused),
    ("WITH all_of AS (SELECT idx FROM entry) DELETE FROM entry WHERE idx IN all_of", Refused),
    // Change.
    ("UPDATE entry SET user = 2 WHERE idx = 0", Refused),
    ("UPDATE OR REPLACE entry SET idx = 1 WHERE idx = 0", Refused),
    ("UPDATE OR IGNORE entry SET customers = '[]'", Refused),
    ("UPDATE entry SET recorded_at = recorded_at", Refused),
    ("UPDATE term SET value = 'mallory' WHERE id = 1", Refused),
    ("UPDATE OR REPLACE term SET id = 2 WHERE id = 1", Refused),
    ("UPDATE jobs SET status = 'SUCCESS'", Refused),
    ("UPDATE job_state SET status = 1", Refused),
    ("UPDATE job_state SET job = job + 100", Refused),
    ("UPDATE job_state SET source = 1", Refused),
    ("INSERT INTO subtree (level, idx, hash) VALUES (1, 0, zeroblob(32))", Refused),
    ("UPDATE counter SET in_progress = 0", Refused),
    (
        "UPDATE counter SET in_progress = in_progress - 1, success = success + 1, failed = -1",
        Refused,
    ),
    ("UPDATE counter SET in_progress = -1, success = 99", Refused),
    ("UPDATE counter SET success = NULL", Refused),
    ("UPDATE counter SET user = 2", Refused),
    ("UPDATE OR REPLACE counter SET kind = 1 WHERE kind = 2", Refused),
    ("UPDATE OR IGNORE counter SET value = value + 1", Refused),
    ("UPDATE counter SET first = 1", Refused),
    ("UPDATE tree SET size = 0", Refused),
    ("UPDATE posting SET block = zeroblob(8)", Refused),
    ("UPDATE run SET past = 0", Refused),
    ("INSERT INTO jobs (job_id) VALUES ('forged')", Refused),
    ("REPLACE INTO term (id, kind, value) VALUES (1, 1, 'mallory')", Refused),
    ("INSERT INTO term VALUES (0, 5, 'planted')", Refused),
    ("INSERT INTO term VALUES (-7, 5, 'planted')", Refused),
    ("INSERT INTO term VALUES (99, 5, 'planted')", Refused),
    ("INSERT INTO term VALUES (9223372036854775807, 5, 'planted')", Refused),
    ("UPDATE counter SET in_progress = 9223372036854775807", Refused),
    (
        "INSERT OR REPLACE INTO term (kind, value) SELECT kind, value FROM term WHERE id = 1",
        Refused,
    ),
    (
        "INSERT INTO term (id, kind, value) VALUES (1, 1, 'x') ON CONFLICT (id) DO UPDATE SET value = 'x'",
        Refused,
    ),
    ("INSERT INTO job_by_id SELECT '0000beef-0000-4000-8000-00000fffffff', 2", Refused),
    ("INSERT OR REPLACE INTO job_by_id SELECT job_id, 3 FROM job_by_id WHERE job = 0", Refused),
    ("INSERT OR IGNORE INTO job_by_id SELECT job_id, 2 FROM job_by_id WHERE job = 0", Refused),
    ("UPDATE job_by_id SET job = 2 WHERE job = 0", Refused),
    ("DELETE FROM job_by_id WHERE job = 0", Refused),
    ("INSERT OR REPLACE INTO job_state VALUES (0, 1, 4, NULL, NULL, NULL, 0)", Refused),
    ("INSERT OR REPLACE INTO tree (id, size, recorded_at, edge) VALUES (0, 0, 0, x'')", Refused),
    ("INSERT OR REPLACE INTO counter VALUES (0, 0, 0, 0, 0, 0, 0, 0)", Refused),
    ("INSERT OR IGNORE INTO counter VALUES (0, 0, 0, 0, 9, 9, 9, 9)", Refused),
    (
        "INSERT INTO counter VALUES (0, 0, 0, 0, 1, 0, 0, 0) ON CONFLICT DO UPDATE SET success = 9",
        Refused,
    ),
    // The schema.
    ("DROP TRIGGER entry_only_grows", RefusedAtStart),
    (
        "PRAGMA foreign_keys = OFF;\nDROP TRIGGER entry_is_never_removed;\nDELETE FROM entry WHERE idx = 3",
        RefusedAtStart,
    ),
    ("DROP VIEW jobs", RefusedAtStart),
    ("DROP INDEX entry_by_request_key", RefusedAtStart),
    ("DROP INDEX entry_by_retry_of", RefusedAtStart),
    ("DROP INDEX job_state_by_status", RefusedAtStart),
    ("PRAGMA foreign_keys = OFF;\nDROP TABLE entry", RefusedAtStart),
    ("PRAGMA foreign_keys = OFF;\nDROP TABLE term", RefusedAtStart),
    ("ALTER TABLE entry RENAME TO gone", RefusedAtStart),
    ("ALTER TABLE entry RENAME COLUMN user TO author", RefusedAtStart),
    ("ALTER TABLE entry ADD COLUMN deleted INTEGER", RefusedAtStart),
    ("ALTER TABLE entry DROP COLUMN original", RefusedAtStart),
    ("CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", RefusedAtStart),
    ("CREATE TEMP TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", Harmless),
    ("CREATE TEMP VIEW jobs AS SELECT 1", Harmless),
    ("CREATE TABLE other (x)", RefusedAtStart),
    (
        "PRAGMA writable_schema = ON;\nUPDATE sqlite_schema SET sql = '' WHERE name = 'jobs'",
        RefusedAtStart,
    ),
    (
        "PRAGMA writable_schema = ON;\nDELETE FROM sqlite_schema WHERE type = 'trigger'",
        RefusedAtStart,
    ),
    // Derived tables moved to where no entry leads.
    ("UPDATE job_state SET status = 1, last_change = 3 WHERE job = 0", Refused),
    ("UPDATE job_state SET status = 2, last_change = 3 WHERE job = 2", Refused),
    ("UPDATE job_state SET last_note = 3, notes = 1 WHERE job = 1", Refused),
    ("UPDATE job_state SET last_note = 3, notes = 1 WHERE job = 2", Refused),
    ("UPDATE job_state SET first_change = 2 WHERE job = 1", Refused),
    ("UPDATE job_state SET notes = notes + 1", Refused),
    ("INSERT INTO job_state VALUES (3, 1, 4, NULL, NULL, NULL, 0)", Refused),
    ("INSERT INTO counter VALUES (0, 2, 99, 0, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (0, 3, 0, 0, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (3, 2, 2, 0, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (1, 0, 0, 0, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (1, 1, 1, 0, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (0, 4, 0, 0, 1, 0, 0, 0)", Refused),
    // Entry 3 creates no job, and there is no entry 4.
    ("INSERT INTO counter VALUES (0, 1, 6, 3, 1, 0, 0, 0)", Refused),
    ("INSERT INTO counter VALUES (0, 2, 1, 4, 1, 0, 0, 0)", Refused),
    // What no trigger can tell from an append.
    ("UPDATE counter SET success = success + 1", NotPrevented),
    ("UPDATE counter SET in_progress = in_progress - 1, failed = failed + 1", NotPrevented),
    ("UPDATE tree SET edge = x''", Refused),
    ("UPDATE tree SET size = size + 1", Refused),
    ("INSERT INTO run VALUES (0, 1000000000, 0, 9000000000000000, NULL)", Refused),
    ("INSERT INTO run VALUES (4, 5, 0, 1, 0)", Refused),
    ("INSERT OR REPLACE INTO run VALUES (0, 4, 0, 9000000000000000, 0)", Refused),
    ("UPDATE run SET created_max = 0", Refused),
    ("UPDATE run SET next_term = 1", Refused),
    ("INSERT INTO posting VALUES (0, 1, zeroblob(8))", Refused),
    ("INSERT OR REPLACE INTO posting VALUES (0, 1, zeroblob(8))", Refused),
    ("INSERT INTO posting VALUES (4, 9, zeroblob(8))", Refused),
    // The index, where it is still being written.
    ("INSERT INTO posting VALUES (0, 9, zeroblob(8))", NotPrevented),
    ("UPDATE run SET next_term = NULL", NotPrevented),
    // The settings.
    ("PRAGMA user_version = 99", RefusedAtStart),
    ("PRAGMA application_id = 0", RefusedAtStart),
    ("PRAGMA wal_checkpoint(TRUNCATE)", Harmless),
    ("PRAGMA ignore_check_constraints = ON", Harmless),
    (
        "PRAGMA recursive_triggers = OFF;\nREPLACE INTO term (id, kind, value) VALUES (1, 1, 'x')",
        Refused,
    ),
    ("REINDEX", Harmless),
    ("ANALYZE", Harmless),
    ("VACUUM", Harmless),
    ("ATTACH ':memory:' AS other", Harmless),
    ("VACUUM INTO '{file}'", Refused),
    // While the ledger is open, SQLite itself keeps the journal as it is.
    ("PRAGMA journal_mode = DELETE", Refused),
    ("PRAGMA journal_mode = OFF", Refused),
];

/// Runs out of order, with the entries 0 to 3: while there is none, while 0 to 1 are an open run,
/// and once that run is complete.
const RUNS: [&[&str]; 3] = [
    &[
        "INSERT INTO run VALUES (0, 2, 0, 1, NULL)",
        "INSERT INTO run VALUES (0, 2, 0, 1, 3)",
        "INSERT INTO run VALUES (0, 5, 0, 1, 0)",
        "INSERT INTO run VALUES (0, 0, 0, 1, 0)",
        "INSERT INTO run VALUES (0, -1, 0, 1, 0)",
        "INSERT INTO run VALUES (1, 2, 0, 1, 0)",
        "INSERT INTO run VALUES (-5, 0, 0, 1, 0)",
        "INSERT INTO run VALUES (NULL, 2, 0, 1, 0)",
        "INSERT INTO posting VALUES (0, 1, zeroblob(8))",
    ],
    &[
        "INSERT INTO run VALUES (2, 4, 0, 1, 0)",
        "INSERT OR REPLACE INTO run VALUES (0, 2, 0, 9, 0)",
        "UPDATE run SET past = 3",
        "UPDATE run SET created_max = 0",
        "INSERT INTO posting VALUES (2, 1, zeroblob(8))",
    ],
    &[
        "INSERT INTO run VALUES (0, 2, 0, 1, 0)",
        "INSERT INTO run VALUES (2, 4, 0, 1, NULL)",
        "INSERT INTO run VALUES (2, 5, 0, 1, 0)",
        "INSERT INTO run VALUES (2, 1000000000, 0, 1, 0)",
        "INSERT INTO run VALUES (2, 9223372036854775807, 0, 1, 0)",
        "INSERT INTO run VALUES (3, 4, 0, 1, 0)",
        "INSERT INTO posting VALUES (0, 9, zeroblob(8))",
        "UPDATE run SET next_term = 9",
        "UPDATE run SET past = 3",
    ],
];

/// Every attack, and what a plain connection meets.
fn attacks(file: &str) -> Vec<(String, Plain)> {
    let attack = |(sql, plain): &(&str, Plain)| (sql.replace("{file}", file), *plain);
    let mut attacks: Vec<_> = ATTACKS.iter().map(attack).collect();
    // INSERT OR REPLACE removes the row in its way without firing a trigger on removal.
    for how in [
        "INSERT",
        "REPLACE",
        "INSERT OR REPLACE",
        "INSERT OR IGNORE",
        "INSERT OR FAIL",
        "INSERT OR ROLLBACK",
    ] {
        attacks.push((forged(how, "0", NEW_ID), Refused)); // a re-used key
        attacks.push((forged(how, "5", NEW_ID), Refused)); // a gap
        attacks.push((forged(how, "-1", NEW_ID), Refused));
        attacks.push((forged(how, "NULL", NEW_ID), Refused));
    }
    let again = forged("REPLACE", "4", NEW_ID)
        .replace("customers)\n", "customers, request_key)\n")
        .replace("'[3]')", "'[3]', (SELECT request_key FROM entry WHERE idx = 0))");
    attacks.push((again, Refused)); // a re-used request key
    for view in ["jobs", "job_customers", "job_notes"] {
        attacks.push((format!("DELETE FROM {view}"), Refused));
    }
    let upsert = forged("INSERT", "0", TAKEN_ID) + " ON CONFLICT (idx) DO UPDATE SET user = 2";
    attacks.push((upsert, Refused));
    attacks
}

/// The four entries, and a run of the reverse index that is half written.
async fn small_ledger(store: &SqliteStore, path: &std::path::Path) -> Vec<Entry> {
    let entries = four_entries(store).await;
    let run = "INSERT INTO run VALUES (0, 4, 0, 1, 0);
               INSERT INTO posting VALUES (0, 1, x'0002000000');
               UPDATE run SET next_term = 2";
    Connection::open(path).unwrap().execute_batch(run).unwrap();
    entries
}

/// Three jobs and a change: entries 0 to 3. Terms 1 to 3 are the user, the action and a customer, 6
/// is the change's actor.
async fn four_entries(store: &SqliteStore) -> Vec<Entry> {
    let mut last = None;
    for cid in ["5001", "5002", "5003"] {
        let customers = CustomerSet::new([Cid::new(cid).unwrap()]).unwrap();
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("Trans-Begin").unwrap();
        let key = RequestKey::new(&user, cid).unwrap();
        let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
        let job = job.with_request_key(Some(key));
        last = Some(store.create(job).await.unwrap().job_id());
    }
    let change = StatusChange {
        job_id: last.unwrap(),
        actor: UserId::new("gateway").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    store.change_status(change).await.unwrap();
    store.entries(0, PageLimit::default()).await.unwrap()
}

/// What a reader of the file gets: every table and view in full.
fn contents(path: &std::path::Path) -> Vec<String> {
    let sql = Connection::open(path).unwrap();
    let mut names = sql
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'
                  ORDER BY 1")
        .unwrap();
    let names: Vec<String> =
        names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut all = Vec::new();
    for name in names {
        let mut select = sql.prepare(&format!("SELECT * FROM {name}")).unwrap();
        let columns = select.column_count();
        let mut rows = select.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            let values = (0..columns).map(|at| format!("{:?}", row.get_ref(at).unwrap()));
            all.push(format!("{name}: {}", values.collect::<Vec<_>>().join("|")));
        }
    }
    all
}

#[tokio::test]
async fn our_own_connections_refuse_every_attack() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let entries = small_ledger(&store, &path).await;
    let before = contents(&path);
    let connections = [
        ("writer", connection::open_writer(&path).unwrap()),
        ("reader", connection::open_reader(&path).unwrap()),
    ];
    for (attack, plain) in attacks(path.to_str().unwrap()) {
        // Skipped for the writer, which itself goes on with an open run; nobody else holds its
        // connection.
        let ours = plain == NotPrevented;
        for (name, sql) in &connections[usize::from(ours)..] {
            // Each statement alone, too: a batch stops at the first one that is refused.
            for part in attack.split(";\n").chain([attack.as_str()]) {
                assert!(sql.execute_batch(part).is_err(), "the {name} let through: {part}");
                let within = format!("BEGIN; {part}; COMMIT");
                let outcome = sql.execute_batch(&within);
                assert!(outcome.is_err(), "the {name} let through in a transaction: {part}");
                // What is refused by the authorizer leaves the transaction open.
                let _none_open = sql.execute_batch("ROLLBACK");
            }
        }
    }
    assert_eq!(contents(&path), before);
    assert_eq!(store.entries(0, PageLimit::default()).await.unwrap(), entries);
}

/// The one thing that no trigger can tell from an append: an entry in the right place that is not
/// in the tree, with any job ID. The next append reports it.
#[tokio::test]
async fn a_forged_entry_stops_the_ledger() {
    for job_id in [NEW_ID, TAKEN_ID] {
        a_forged_entry_of_stops_the_ledger(job_id).await;
    }
}

async fn a_forged_entry_of_stops_the_ledger(job_id: &str) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    small_ledger(&store, &path).await;
    Connection::open(&path).unwrap().execute_batch(&forged("INSERT", "4", job_id)).unwrap();
    let change = StatusChange {
        job_id: store.entry(0).await.unwrap().unwrap().job_id(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    let error = store.change_status(change).await.unwrap_err();
    assert!(matches!(error, jobs_core::Error::Corrupt(_)), "{error}");
}

#[tokio::test]
async fn a_plain_connection_meets_the_triggers() {
    let folder = tempfile::tempdir().unwrap();
    let mut table = String::new();
    for number in 0..attacks("").len() {
        let path = folder.path().join(format!("{number}.db"));
        let (attack, expected) = attacks(path.to_str().unwrap()).swap_remove(number);
        let store = SqliteStore::open(&path).unwrap();
        let entries = small_ledger(&store, &path).await;
        let before = contents(&path);
        let refused = Connection::open(&path).unwrap().execute_batch(&attack).is_err();
        let outcome = if refused {
            Refused
        } else if SqliteStore::open(&path).is_err() {
            assert!(connection::open_writer(&path).is_err(), "a writer opens it: {attack}");
            assert!(connection::open_reader(&path).is_err(), "a reader opens it: {attack}");
            RefusedAtStart
        } else if contents(&path) == before {
            Harmless
        } else {
            NotPrevented
        };
        table += &format!("{outcome:?}\t{attack}\n");
        assert_eq!(outcome, expected, "{attack}");
        if outcome != RefusedAtStart {
            // Even if the index was changed, the record was not.
            assert_eq!(store.entries(0, PageLimit::default()).await.unwrap(), entries, "{attack}");
        }
        if outcome == Refused {
            assert_eq!(contents(&path), before, "{attack}");
        }
    }
    println!("{table}");
}

#[tokio::test]
async fn runs_follow_one_another_and_nothing_else() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    four_entries(&store).await;
    let sql = Connection::open(&path).unwrap();
    let steps = ["INSERT INTO run VALUES (0, 2, 0, 1, 0)", "UPDATE run SET next_term = NULL"];
    for (attacks, step) in RUNS.into_iter().zip(steps.into_iter().chain(["SELECT 1"])) {
        let before = contents(&path);
        for attack in attacks {
            assert!(sql.execute_batch(attack).is_err(), "{attack}");
            assert_eq!(contents(&path), before, "{attack}");
        }
        sql.execute_batch(step).unwrap();
    }
    sql.execute_batch("INSERT INTO run VALUES (2, 4, 0, 1, 0)").unwrap();
}

/// With the triggers dropped, an index that claims more than there is empties no list: it is
/// damage.
#[tokio::test]
async fn an_index_beyond_the_ledger_is_reported() {
    for past in [1_000_000_000, i64::MAX, -1] {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("jobs.db");
        let store = SqliteStore::open(&path).unwrap();
        small_ledger(&store, &path).await;
        let sql = Connection::open(&path).unwrap();
        sql.execute_batch("DROP TRIGGER run_keeps_its_bounds").unwrap();
        sql.execute("UPDATE run SET next_term = NULL, past = ?1", [past]).unwrap();
        let listed = store.jobs(&jobs_core::JobQuery::default()).await;
        assert!(matches!(listed, Err(jobs_core::Error::Corrupt(_))), "{past}: {listed:?}");
    }
}

/// A ledger of one complete subtree and a bit: no subtree is recorded twice, early, elsewhere,
/// changed or removed.
#[tokio::test]
async fn a_subtree_is_recorded_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    let jobs = (0..300).map(support::job_of).collect();
    assert!(store.append(jobs).await.unwrap().iter().all(Result::is_ok));
    let before = contents(&path);
    assert_eq!(before.iter().filter(|row| row.starts_with("subtree: ")).count(), 1);
    let sql = Connection::open(&path).unwrap();
    for attack in [
        "INSERT INTO subtree VALUES (1, 0, zeroblob(32))",
        "INSERT OR REPLACE INTO subtree VALUES (1, 0, zeroblob(32))",
        "INSERT INTO subtree VALUES (1, 1, zeroblob(32))",
        "INSERT INTO subtree VALUES (1, 2, zeroblob(32))",
        "INSERT INTO subtree VALUES (1, -1, zeroblob(32))",
        "INSERT INTO subtree VALUES (2, 0, zeroblob(32))",
        "INSERT INTO subtree VALUES (1, 0, zeroblob(32)) ON CONFLICT DO UPDATE SET hash = zeroblob(32)",
        "UPDATE subtree SET hash = zeroblob(32)",
        "UPDATE OR REPLACE subtree SET idx = 1",
        "DELETE FROM subtree",
        "WITH all_of AS (SELECT 1) DELETE FROM subtree WHERE 1 IN all_of",
    ] {
        assert!(sql.execute_batch(attack).is_err(), "{attack}");
        assert_eq!(contents(&path), before, "{attack}");
    }
}
