//! Damage: every value that readers are served, edited behind the ledger's back, is reported as
//! damage or no longer fits the tree.

use jobs_core::merkle::TileId;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerQuery, CustomerSet, Draft,
    Entry, Error, ErrorMessage, HttpStatus, ImportedJob, JobFacts, JobId, JobOutline, JobQuery,
    JobStore, JobStoreExt as _, NewJob, NewNote, NoteText, Original, Outcome, OutcomeMessage,
    Outcomes, PageLimit, RequestKey, RequestPayload, ResponseSummary, Result, StatsQuery, Status,
    StatusChange, StatusDetails, Timestamp, UserId, merkle,
};
use rusqlite::Connection;
use rusqlite::types::Value;
use tempfile::TempDir;

use crate::SqliteStore;
use crate::index::runs::RunSize;
use crate::reading::tail::Tail;
use crate::verify::{Options, verify};

/// What a value is edited to: of every type, none, and what other columns might hold.
const EDITS: &[&str] = &[
    "NULL",
    "-1",
    "0",
    "1",
    "2",
    "3",
    "4",
    "6",
    "99",
    "600",
    "9007199254740993",
    "9223372036854775807",
    "''",
    "'x'",
    "char(10)",
    "'[]'",
    "'['",
    "'[6]'",
    "'[99]'",
    "'[6,5]'",
    "'[[5,1,null]]'",
    "'[[5,0,null]]'",
    "'[[99,1,null]]'",
    "x''",
    "zeroblob(16)",
    "x'0192f0c12d3e7a4b8c5d6e7f8091a2b3'",
    "zeroblob(32)",
];

/// Entries 0 to 6: a full job, a bare one that tries it again, a full import, a bare one, a change
/// of the first, and two notes about it. Terms 5 and 6 are customers.
async fn ledger() -> (SqliteStore, Connection, TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    // Without a tail, so that the file is read and not what the store remembers of it.
    let store = SqliteStore::open_with(&path, RunSize::DEFAULT, Tail::none()).unwrap();
    let answers = store.append(drafts().unwrap()).await.unwrap();
    assert!(answers.iter().all(Result::is_ok), "{answers:?}");
    let sql = Connection::open(&path).unwrap();
    sql.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON").unwrap();
    let drops = "SELECT 'DROP TRIGGER ' || name FROM sqlite_schema WHERE type = 'trigger'";
    let mut triggers = sql.prepare(drops).unwrap();
    let drops: Vec<String> =
        triggers.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    drop(triggers);
    sql.execute_batch(&drops.join(";")).unwrap();
    (store, sql, folder)
}

fn drafts() -> Result<Vec<Draft>> {
    let customers = || CustomerSet::new([Cid::new("5001")?, Cid::new("5002")?]);
    let user = UserId::new("vijay")?;
    let action = ActionName::new("Trans-Begin")?;
    let details = StatusDetails {
        status: Status::Unconfirmed,
        cause: Cause::InconclusiveAnswer,
        http_status: Some(HttpStatus::new(504)?),
        error_message: Some(ErrorMessage::new("no answer")?),
        response_summary: Some(ResponseSummary::new("nothing")?),
    };
    let full = NewJob::new(user.clone(), ActionCode::new(1)?, action.clone(), customers()?)?
        .with_batch_id(Some(BatchId::new("night")?))
        .with_cluster_url(Some(ClusterUrl::new("https://upstream")?))
        .with_request_payload(Some(RequestPayload::new("{}")?));
    let again = NewJob::new(user.clone(), ActionCode::new(1)?, action, customers()?)?
        .with_retry_of(Some(full.job_id()));
    let outcome = Outcome {
        cid: Cid::new("5002")?,
        status: Status::Failed,
        message: Some(OutcomeMessage::new("unknown")?),
    };
    let change = StatusChange {
        job_id: full.job_id(),
        actor: user,
        details: details.clone(),
        outcomes: Outcomes::new([outcome])?,
        request_key: None,
    };
    let time = |micros| Timestamp::from_micros("created_at", micros);
    let facts: JobFacts = full.facts().clone();
    let import = ImportedJob::new(JobId::mint(), facts.clone(), customers()?, time(1000)?, details)
        .with_updated_at(Some(time(2000)?))
        .with_request_payload(Some(RequestPayload::new("{}")?))
        .with_original(Some(Original::new("{}")?));
    let bare_facts = JobFacts { submitted_by: None, batch_id: None, cluster_url: None, ..facts };
    let done = StatusDetails::new(Status::Success);
    let none = CustomerSet::new([])?;
    let bare = ImportedJob::new(JobId::mint(), bare_facts, none, time(1000)?, done);
    let note = NewNote {
        request_key: Some(RequestKey::new(&change.actor, "note")?),
        ..NewNote::new(change.job_id, change.actor.clone(), NoteText::new("asked")?)
    };
    let later = NewNote::new(change.job_id, change.actor.clone(), NoteText::new("x".repeat(300))?);
    let jobs = [full.into(), again.into(), import.into(), bare.into()];
    Ok(jobs.into_iter().chain([change.into(), note.into(), later.into()]).collect())
}

/// Puts every edit into one column of one row, one after another; calls `check` after each that
/// SQLite takes and that changes something. The value is put back afterwards.
async fn edit_each(
    sql: &Connection,
    table: &str,
    column: &str,
    row: &str,
    check: impl AsyncFn(&str),
) {
    let select = format!("SELECT {column} FROM {table} WHERE {row}");
    let read = || sql.query_row(&select, [], |row| row.get::<_, Value>(0));
    let before = read().unwrap();
    for edit in EDITS {
        let update = format!("UPDATE {table} SET {column} = {edit} WHERE {row}");
        if sql.execute(&update, []).is_err() || read().is_ok_and(|now| now == before) {
            continue; // not of the column's type, or as it was
        }
        check(&update).await;
        // A key is found by what it was edited to.
        let row = if row.starts_with(&format!("{column} = ")) {
            &format!("{column} = {edit}")
        } else {
            row
        };
        let back = format!("UPDATE {table} SET {column} = ?1 WHERE {row}");
        assert_eq!(sql.execute(&back, [&before]).unwrap(), 1, "{update}");
    }
}

/// The entries, if they are those that the tree was built from, and so are the leaves' hashes.
async fn verified(store: &SqliteStore) -> Result<Vec<Entry>> {
    let head = store.head().await?;
    let entries = store.entries(0, PageLimit::new(PageLimit::MAX)?).await?;
    let leaves: Vec<_> = entries.iter().map(Entry::leaf).collect();
    if head.size() != leaves.len() as u64 || head.root() != merkle::root_of(&leaves) {
        return Err(Error::Corrupt("verification: the root differs".into()));
    }
    let tile = TileId::new(0, 0, u16::try_from(leaves.len()).unwrap())?;
    let kept = store.tiles(&[tile]).await?;
    if !leaves.iter().map(|leaf| merkle::leaf_hash(leaf)).eq(kept[0].hashes().iter().copied()) {
        return Err(Error::Corrupt("verification: a leaf's hash differs".into()));
    }
    for entry in &entries {
        let job_id = entry.job_id();
        let detail = store.job(job_id).await?.ok_or(Error::UnknownJob { job_id })?;
        let expected = JobOutline::of(detail, &store.history(job_id).await?)?;
        if store.outline(job_id).await? != Some(expected) {
            return Err(Error::Corrupt(format!("verification: the outline of {job_id} differs")));
        }
    }
    Ok(entries)
}

fn assert_damage<T>(result: Result<T>, edit: &str) -> String {
    match result {
        Err(Error::Corrupt(what)) => what,
        Err(other) => panic!("{edit}: {other}"),
        Ok(_) => panic!("{edit}: was not found"),
    }
}

fn columns(sql: &Connection, table: &str) -> Vec<String> {
    let names = format!("SELECT name FROM pragma_table_info('{table}')");
    let mut names = sql.prepare(&names).unwrap();
    names.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

#[tokio::test]
async fn every_edited_value_of_an_entry_is_found() {
    let (store, sql, _folder) = ledger().await;
    let sound = verified(&store).await.unwrap();
    for index in 0..sound.len() {
        for column in columns(&sql, "entry") {
            edit_each(&sql, "entry", &column, &format!("idx = {index}"), async |edit| {
                let what = assert_damage(verified(&store).await, edit);
                let named = what.starts_with("entry ") || what.starts_with("verification");
                assert!(named, "{edit}: {what}");
            })
            .await;
        }
    }
    assert_eq!(verified(&store).await.unwrap(), sound);
}

#[tokio::test]
async fn every_edited_text_is_found() {
    let (store, sql, _folder) = ledger().await;
    for term in 1..=6 {
        for column in columns(&sql, "term") {
            edit_each(&sql, "term", &column, &format!("id = {term}"), async |edit| {
                assert_damage(verified(&store).await, edit);
            })
            .await;
        }
    }
    verified(&store).await.unwrap();
}

/// The tree's time is not served; the next append reports one that cannot be.
#[tokio::test]
async fn every_edited_value_of_the_tree_is_found() {
    let (store, sql, _folder) = ledger().await;
    for column in ["id", "size", "edge"] {
        edit_each(&sql, "tree", column, "id = 0", async |edit| {
            assert_damage(verified(&store).await, edit);
        })
        .await;
    }
    sql.execute("UPDATE tree SET recorded_at = -1", []).unwrap();
    let what = assert_damage(store.append(drafts().unwrap()).await, "recorded_at = -1");
    assert!(what.contains("recorded_at"), "{what}");
}

/// A job's state is derived: a list serves it only if the entries that it names say the same. If it
/// names older ones, or counts other notes, only reading all entries shows that; this is left to
/// verification.
#[tokio::test]
async fn a_state_that_no_entry_tells_is_found() {
    let (store, sql, _folder) = ledger().await;
    for job in 0..4 {
        for column in ["job", "status", "last_change", "first_change", "last_note"] {
            edit_each(&sql, "job_state", column, &format!("job = {job}"), async |edit| {
                assert_damage(store.jobs(&JobQuery::default()).await, edit);
            })
            .await;
        }
    }
    for notes in ["0", "-1", "NULL"] {
        let edit = format!("UPDATE job_state SET notes = {notes} WHERE job = 0");
        if sql.execute(&edit, []).is_ok() {
            assert_damage(store.jobs(&JobQuery::default()).await, &edit);
        }
    }
    sql.execute("UPDATE job_state SET notes = 2 WHERE job = 0", []).unwrap();
    assert_eq!(store.jobs(&JobQuery::default()).await.unwrap().jobs.len(), 4);
}

/// A counter is derived: it cannot be told from a true one by itself, but by counting.
#[tokio::test]
async fn every_edited_value_of_a_counter_is_found_by_counting() {
    let (store, sql, folder) = ledger().await;
    sql.execute_batch("CREATE TEMP TABLE kept AS SELECT * FROM counter").unwrap();
    let counters = || -> Vec<String> {
        let options = Options { threads: 2, past: Vec::new(), ..Options::default() };
        let report = verify(&folder.path().join("jobs.db"), &options, &|_, _| {}).unwrap();
        let findings = report.findings().map(|finding| finding.what.clone());
        findings.filter(|what| what.starts_with("counter of ")).collect()
    };
    let of_vijay =
        StatsQuery { user_id: Some(UserId::new("vijay").unwrap()), ..StatsQuery::default() };
    assert_eq!(counters(), [""; 0]);
    let mut edits = 0;
    for row in
        ["user = 0 AND kind = 0", "user = 0 AND kind = 1", "user = 1 AND kind = 3 AND value = 0"]
    {
        for (column, edit) in columns(&sql, "counter")
            .iter()
            .flat_map(|column| EDITS.iter().map(move |edit| (column, edit)))
        {
            let update = format!(
                "UPDATE counter SET {column} = {edit} WHERE {row} AND {column} IS NOT {edit}"
            );
            if !sql.execute(&update, []).is_ok_and(|rows| rows > 0) {
                continue; // not of the column's type, or as it was
            }
            edits += 1;
            assert_ne!(counters(), [""; 0], "{update}");
            for query in [StatsQuery::default(), of_vijay.clone()] {
                let stats = store.stats(&query).await;
                assert!(matches!(stats, Ok(_) | Err(Error::Corrupt(_))), "{update}: {stats:?}");
            }
            let back = "DELETE FROM counter; INSERT INTO counter SELECT * FROM kept";
            sql.execute_batch(back).unwrap();
        }
    }
    assert!(edits > 200, "only {edits} edits");
    assert_eq!(counters(), [""; 0]);
}

/// The next change that would take a job from a count of none reports it, and leaves the ledger as
/// it was.
#[tokio::test]
async fn a_counter_that_cannot_be_right_is_damage() {
    let (store, sql, _folder) = ledger().await;
    sql.execute("UPDATE counter SET success = success + in_progress, in_progress = 0", []).unwrap();
    let entries = store.entries(0, PageLimit::default()).await.unwrap();
    let change = StatusChange {
        job_id: entries[1].job_id(),
        actor: UserId::new("vijay").unwrap(),
        details: StatusDetails::new(Status::Failed),
        outcomes: Outcomes::default(),
        request_key: None,
    };
    let what = assert_damage(store.append(vec![change.into()]).await, "no job in progress");
    assert!(what.starts_with("counter: "), "{what}");
    assert_eq!(store.entries(0, PageLimit::default()).await.unwrap(), entries);
    // More in a row than in all.
    sql.execute("UPDATE counter SET failed = failed + 1 WHERE kind = 3", []).unwrap();
    assert_damage(store.stats(&StatsQuery::default()).await, "more jobs in a day than in all");
}

#[tokio::test]
async fn edited_customers_are_found_page_by_page() {
    let (store, sql, _folder) = ledger().await;
    let job_id = store.entries(0, PageLimit::default()).await.unwrap()[0].job_id();
    // Two values that agree, and that no draft can have.
    sql.execute("UPDATE entry SET customers = '[]', customer_count = 0 WHERE idx = 0", []).unwrap();
    let what = assert_damage(verified(&store).await, "no customers");
    assert!(what.starts_with("entry 0: "), "{what}");
    for edit in ["'['", "'[99]'", "'[1]'", "'5'", "'[\"5\"]'", "''", "NULL"] {
        sql.execute(&format!("UPDATE entry SET customers = {edit} WHERE idx = 0"), []).unwrap();
        let page = store.customers(job_id, &CustomerQuery::default()).await;
        let what = assert_damage(page, edit);
        assert!(what.starts_with("entry 0: ") && what.contains("customer"), "{edit}: {what}");
    }
}

/// What SQLite itself finds: pages of the file overwritten with garbage.
#[tokio::test]
async fn garbage_in_the_file_is_damage() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let store = SqliteStore::open(&path).unwrap();
    store.append(drafts().unwrap()).await.unwrap();
    store.close().await;
    drop(store);
    Connection::open(&path).unwrap().execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
    let mut bytes = std::fs::read(&path).unwrap();
    bytes[4096..].fill(0xA5);
    std::fs::write(&path, bytes).unwrap();
    assert_damage(SqliteStore::open(&path).map(drop), "garbage after the first page");
}
