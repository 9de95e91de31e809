//! The table of SQL attacks: what each does through our own connections, and from a plain second one.
//!
//! Through ours, all are refused. From a plain connection, what triggers can refuse is refused. The rest cannot
//! be prevented by anything in the file, because whoever can write the file can write it without SQLite; it is
//! marked `Detected`: verification finds it afterwards. `docs/storage.md` holds the same table in words.

use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Entry, JobStore, JobStoreExt, NewJob, Outcomes,
    PageLimit, Status, StatusChange, StatusDetails, UserId,
};
use rusqlite::Connection;

use crate::{SqliteStore, connection};

#[derive(Debug, Clone, Copy, PartialEq)]
enum Plain {
    Refused,
    Detected,
}
use Plain::{Detected, Refused};

/// A full set of columns for a forged job; `?` is the index, `#` the job ID.
const FORGED: &str =
    "(idx, kind, recorded_at, job_id, user, source, action, action_code, customer_count, customers)
    VALUES (?, 1, 9000000000000000, #, 1, 1, 2, 1, 1, '[3]')";
const NEW_ID: &str = "x'0192f0c12d3e7a4b8c5d6e7f8091a2b3'";
const TAKEN_ID: &str = "(SELECT job_id FROM entry WHERE idx = 0)";

fn forged(how: &str, index: &str, job_id: &str) -> String {
    format!("{how} INTO entry {}", FORGED.replace('?', index).replace('#', job_id))
}

/// Every attack, and what a plain connection meets.
fn attacks(file: &str) -> Vec<(String, Plain)> {
    let mut attacks: Vec<(String, Plain)> = [
        // Removal, in every spelling.
        ("DELETE FROM entry WHERE idx = 0", Refused),
        ("DELETE FROM entry", Refused),
        ("DELETE FROM term", Refused),
        ("DELETE FROM job_state", Refused),
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
        ("UPDATE tree SET size = 0", Refused),
        ("UPDATE posting SET jobs = x''", Refused),
        ("UPDATE run SET past = 0", Refused),
        ("INSERT INTO jobs (job_id) VALUES ('forged')", Refused),
        ("REPLACE INTO term (id, kind, value) VALUES (1, 1, 'mallory')", Refused),
        ("INSERT OR REPLACE INTO term (kind, value) SELECT kind, value FROM term WHERE id = 1", Refused),
        ("INSERT INTO term (id, kind, value) VALUES (1, 1, 'x') ON CONFLICT (id) DO UPDATE SET value = 'x'", Refused),
        ("INSERT OR REPLACE INTO job_state (job, status, last) VALUES (0, 1, 0)", Refused),
        ("INSERT OR REPLACE INTO tree (id, size, recorded_at, edge) VALUES (0, 0, 0, x'')", Refused),
        // The schema.
        ("DROP TRIGGER entry_only_grows", Detected),
        ("PRAGMA foreign_keys = OFF; DROP TRIGGER entry_is_never_removed; DELETE FROM entry WHERE idx = 3", Detected),
        ("DROP VIEW jobs", Detected),
        ("DROP INDEX entry_by_job_id", Detected),
        ("DROP INDEX job_state_by_status", Detected),
        ("PRAGMA foreign_keys = OFF; DROP TABLE entry", Detected),
        ("PRAGMA foreign_keys = OFF; DROP TABLE term", Detected),
        ("ALTER TABLE entry RENAME TO gone", Detected),
        ("ALTER TABLE entry RENAME COLUMN user TO author", Detected),
        ("ALTER TABLE entry ADD COLUMN deleted INTEGER", Detected),
        ("ALTER TABLE entry DROP COLUMN original", Detected),
        ("CREATE TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", Detected),
        ("CREATE TEMP TRIGGER t AFTER INSERT ON entry BEGIN SELECT 1; END", Detected),
        ("CREATE TEMP VIEW jobs AS SELECT 1", Detected),
        ("CREATE TABLE other (x)", Detected),
        ("PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = '' WHERE name = 'jobs'", Detected),
        ("PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE type = 'trigger'", Detected),
        // Derived tables moved to where no entry leads.
        ("UPDATE job_state SET status = 1, last = 3 WHERE job = 0", Refused),
        ("UPDATE job_state SET status = 2, last = 3 WHERE job = 2", Refused),
        ("INSERT INTO job_state (job, status, last) VALUES (3, 1, 3)", Refused),
        ("UPDATE tree SET edge = x''", Refused),
        ("UPDATE tree SET size = size + 1", Refused),
        // The settings.
        ("PRAGMA user_version = 99", Detected),
        ("PRAGMA application_id = 0", Detected),
        ("PRAGMA wal_checkpoint(TRUNCATE)", Detected),
        ("PRAGMA ignore_check_constraints = ON", Detected),
        ("PRAGMA recursive_triggers = OFF; REPLACE INTO term (id, kind, value) VALUES (1, 1, 'x')", Refused),
        ("REINDEX", Detected),
        ("ANALYZE", Detected),
        ("VACUUM", Detected),
        ("ATTACH ':memory:' AS other", Detected),
    ]
    .map(|(sql, plain)| (sql.to_owned(), plain))
    .into();
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
        attacks.push((forged(how, "4", TAKEN_ID), Refused)); // a re-used job ID
    }
    for view in ["jobs", "job_customers"] {
        attacks.push((format!("DELETE FROM {view}"), Refused));
    }
    for target in ["(idx)", "(job_id) WHERE job_id IS NOT NULL"] {
        let upsert = format!(
            "{} ON CONFLICT {target} DO UPDATE SET user = 2",
            forged("INSERT", "0", TAKEN_ID)
        );
        attacks.push((upsert, Refused));
    }
    attacks.push((format!("VACUUM INTO '{file}'"), Refused));
    // While the ledger is open, SQLite itself keeps the journal as it is.
    attacks.push(("PRAGMA journal_mode = DELETE".into(), Refused));
    attacks
}

/// Three jobs and a change: entries 0 to 3. Terms 1 to 3 are the user, the action and a customer.
/// A run of the reverse index is half written.
async fn small_ledger(store: &SqliteStore, path: &std::path::Path) -> Vec<Entry> {
    let mut last = None;
    for cid in ["5001", "5002", "5003"] {
        let customers = CustomerSet::new([Cid::new(cid).unwrap()]).unwrap();
        let (user, action) =
            (UserId::new("vijay").unwrap(), ActionName::new("Trans-Begin").unwrap());
        let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
        last = Some(store.create(job).await.unwrap().job_id());
    }
    let change = StatusChange {
        job_id: last.unwrap(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
    };
    store.change_status(change).await.unwrap();
    let run = "INSERT INTO run VALUES (0, 4, 0, 1, 2); INSERT INTO posting VALUES (0, 1, x'000000010002')";
    Connection::open(path).unwrap().execute_batch(run).unwrap();
    store.entries(0, PageLimit::default()).await.unwrap()
}

/// What a reader of the file gets: every table and view in full.
fn contents(path: &std::path::Path) -> Vec<String> {
    let sql = Connection::open(path).unwrap();
    let mut names = sql
        .prepare("SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') ORDER BY 1")
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
    for (attack, _) in attacks(path.to_str().unwrap()) {
        for (name, sql) in [
            ("writer", connection::open_writer(&path).unwrap()),
            ("reader", connection::open_reader(&path).unwrap()),
        ] {
            assert!(sql.execute_batch(&attack).is_err(), "the {name} let through: {attack}");
            assert!(
                sql.execute_batch(&format!("BEGIN; {attack}; COMMIT")).is_err(),
                "the {name} let through in a transaction: {attack}"
            );
        }
    }
    assert_eq!(contents(&path), before);
    assert_eq!(store.entries(0, PageLimit::default()).await.unwrap(), entries);
}

/// The one thing that no trigger can tell from an append: an entry in the right place that is not in the tree.
/// The next append reports it.
#[tokio::test]
async fn a_forged_entry_stops_the_ledger() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    small_ledger(&store, &path).await;
    Connection::open(&path).unwrap().execute_batch(&forged("INSERT", "4", NEW_ID)).unwrap();
    let change = StatusChange {
        job_id: store.entry(0).await.unwrap().unwrap().job_id(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Success),
        outcomes: Outcomes::default(),
    };
    let error = store.change_status(change).await.unwrap_err();
    assert!(matches!(error, jobs_core::Error::Corrupt(_)), "{error}");
}

#[tokio::test]
async fn a_plain_connection_meets_the_triggers() {
    let mut table = String::new();
    let folder = tempfile::tempdir().unwrap();
    for (number, (attack, _)) in attacks("unused").into_iter().enumerate() {
        let path = folder.path().join(format!("{number}.db"));
        let (attack, expected) =
            attacks(path.to_str().unwrap()).into_iter().nth(number).unwrap_or((attack, Refused));
        let store = SqliteStore::open(&path).unwrap();
        let entries = small_ledger(&store, &path).await;
        let before = contents(&path);
        let sql = Connection::open(&path).unwrap();
        let outcome = if sql.execute_batch(&attack).is_err() { Refused } else { Detected };
        drop(sql);
        table += &format!("{outcome:?}\t{attack}\n");
        assert_eq!(outcome, expected, "{attack}");
        if outcome == Refused {
            assert_eq!(contents(&path), before, "{attack}");
            assert_eq!(store.entries(0, PageLimit::default()).await.unwrap(), entries, "{attack}");
        }
    }
    println!("{table}");
}
