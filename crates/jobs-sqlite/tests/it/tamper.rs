//! The tamper catalogue: what somebody with the file can do, and who notices. Every attack is made with a plain SQLite
//! connection, triggers dropped first, or on the bytes of the file.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use jobs_core::merkle::TileId;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerQuery, CustomerSet, Draft,
    ErrorMessage, HttpStatus, ImportedJob, JobFacts, JobFilter, JobQuery, JobStore, NewJob,
    Original, Outcome, OutcomeMessage, Outcomes, PageLimit, RequestKey, RequestPayload,
    ResponseSummary, Source, StatsQuery, Status, StatusChange, StatusDetails, Timestamp, UserId,
};
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Finding, Options, Past, Report, verify};
use rusqlite::Connection;
use tempfile::TempDir;

/// Jobs made here, jobs imported, and changes of every fourth job, in turn: 2,000 entries, 8 a round.
const ROUNDS: u32 = 250;

/// How many bits of the file are flipped, each in a copy of its own.
const FLIPS: u64 = 1000;

/// A ledger at rest, and what its newest anchor says of it.
struct Ledger {
    folder: TempDir,
    anchor: Past,
}

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| build(ROUNDS));

fn build(rounds: u32) -> Ledger {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let head = runtime.block_on(async {
        let store = SqliteStore::open(&path).unwrap();
        for round in 0..rounds {
            let answers = store.append(drafts(round)).await.unwrap();
            assert!(answers.iter().all(Result::is_ok), "{answers:?}");
        }
        let head = store.head().await.unwrap();
        store.close().await;
        head
    });
    let sql = Connection::open(&path).unwrap();
    if rounds > 63 {
        write_an_index(&sql);
    }
    sql.execute_batch(
        "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL",
    )
    .unwrap();
    drop(sql);
    let anchor = Past { source: "the anchor".into(), size: head.size(), root: head.root() };
    Ledger { folder, anchor }
}

/// The first run of the reverse index, which such a small ledger does not have yet.
fn write_an_index(sql: &Connection) {
    let (past, min, max): (i64, i64, i64) = sql
        .query_row(
            "SELECT 512, min(coalesce(created_at, recorded_at)), max(coalesce(created_at, recorded_at))
               FROM entry WHERE idx < 512 AND job_id IS NOT NULL",
            [],
            |row| row.try_into(),
        )
        .unwrap();
    let insert = "INSERT INTO run VALUES (0, ?1, ?2, ?3, 0)";
    sql.execute(insert, (past, min, max)).unwrap();
    let mut uses = BTreeMap::<u32, Vec<u16>>::new();
    let select = "SELECT term, idx FROM (
            SELECT user AS term, idx FROM entry WHERE idx < 512 AND job_id IS NOT NULL
            UNION ALL SELECT action, idx FROM entry WHERE idx < 512 AND job_id IS NOT NULL
            UNION ALL SELECT batch, idx FROM entry WHERE idx < 512 AND batch IS NOT NULL
            UNION ALL SELECT m.value, e.idx FROM entry AS e, json_each(e.customers) AS m
                       WHERE e.idx < 512 AND e.job_id IS NOT NULL) ORDER BY 1, 2";
    let mut select = sql.prepare(select).unwrap();
    let mut rows = select.query([]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (term, index): (u32, u16) = row.try_into().unwrap();
        uses.entry(term).or_default().push(index);
    }
    let mut blocks = Vec::<(u32, Vec<u8>)>::new();
    for (term, jobs) in uses {
        let bytes = 6 + 2 * jobs.len();
        if blocks.last().is_none_or(|(_, block)| block.len() + bytes > 960) {
            blocks.push((term, Vec::new()));
        }
        let (first, block) = blocks.last_mut().unwrap();
        block.extend((term - *first).to_be_bytes());
        block.extend(u16::try_from(jobs.len() - 1).unwrap().to_be_bytes());
        block.extend(jobs.iter().flat_map(|index| index.to_be_bytes()));
    }
    assert!(blocks.len() > 3);
    for block in blocks {
        sql.execute("INSERT INTO posting VALUES (0, ?1, ?2)", block).unwrap();
    }
    sql.execute("UPDATE run SET next_term = NULL", []).unwrap();
}

fn drafts(round: u32) -> Vec<Draft> {
    let mut drafts: Vec<Draft> = Vec::new();
    for n in 4 * round..4 * round + 4 {
        drafts.push(if n % 4 == 3 { import(n).into() } else { job(n).into() });
    }
    let unconfirmed = change(4 * round, Status::Unconfirmed);
    let outcome = |k| Outcome {
        cid: cid(4 * round, k),
        status: Status::Failed,
        message: Some(OutcomeMessage::new("does not exist").unwrap()),
    };
    let failed = StatusChange {
        outcomes: Outcomes::new([outcome(0), outcome(1)]).unwrap(),
        ..change(4 * round, Status::Failed)
    };
    let done = change(4 * round + 1, Status::Success);
    let bare = job(4 * round + 1_000_000);
    drafts.extend([unconfirmed.into(), failed.into(), done.into(), bare.into()]);
    drafts
}

fn id(n: u32) -> jobs_core::JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

fn cid(n: u32, k: u32) -> Cid {
    Cid::new(format!("{:05}", (n * 7 + k * 31) % 997)).unwrap()
}

fn facts(n: u32) -> JobFacts {
    JobFacts {
        user_id: UserId::new(["vijay", "anna", "noor"][(n % 3) as usize]).unwrap(),
        batch_id: Some(BatchId::new(format!("batch {}", n / 40)).unwrap()),
        action_code: ActionCode::new(i64::from(n % 5)).unwrap(),
        action_name: ActionName::new(["Trans-Begin", "PE-Enable"][(n % 2) as usize]).unwrap(),
        cluster_url: Some(ClusterUrl::new("https://cluster.example/tms").unwrap()),
    }
}

fn customers(n: u32) -> CustomerSet {
    CustomerSet::new((0..5).map(|k| cid(n, k))).unwrap()
}

fn job(n: u32) -> NewJob {
    let job = NewJob::from_facts(id(n), facts(n), customers(n)).unwrap();
    let payload = format!(r#"{{"action":"PE-Enable","n":{n}}}"#);
    let retry_of = (n % 8 == 4).then(|| id(n - 4));
    job.with_request_payload(Some(RequestPayload::new(payload).unwrap()))
        .with_retry_of(retry_of)
        .with_request_key(key(n))
}

fn key(n: u32) -> Option<RequestKey> {
    Some(RequestKey::new(&UserId::new("vijay").unwrap(), &n.to_string()).unwrap())
}

fn import(n: u32) -> ImportedJob {
    let created_at =
        Timestamp::from_micros("created_at", 1_700_000_000_000_000 + i64::from(n)).unwrap();
    ImportedJob::new(id(n), facts(n), customers(n), created_at, details(Status::Failed))
        .with_updated_at(Some(created_at))
        .with_request_payload(Some(RequestPayload::new("{}").unwrap()))
        .with_original(Some(Original::new(r#"{"status":"failed"}"#).unwrap()))
}

fn details(status: Status) -> StatusDetails {
    StatusDetails {
        status,
        cause: if status == Status::Unconfirmed { Cause::TimedOut } else { Cause::Answered },
        http_status: Some(HttpStatus::new(200).unwrap()),
        error_message: Some(ErrorMessage::new("those CIDs do not exist").unwrap()),
        response_summary: Some(ResponseSummary::new(r#"{"success":false}"#).unwrap()),
    }
}

fn change(n: u32, status: Status) -> StatusChange {
    let actor = UserId::new("gateway").unwrap();
    StatusChange {
        job_id: id(n),
        actor,
        details: details(status),
        outcomes: Outcomes::default(),
        request_key: None,
    }
}

/// A copy of the ledger to do something to.
struct Copy {
    folder: TempDir,
}

impl Copy {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(LEDGER.folder.path().join("jobs.db"), folder.path().join("jobs.db")).unwrap();
        Self { folder }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("jobs.db")
    }

    /// A plain connection, as whoever has the file can have it.
    fn attack(&self, statements: &str) {
        let sql = Connection::open(self.path()).unwrap();
        sql.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            .unwrap();
        let select = "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'";
        let mut select = sql.prepare(select).unwrap();
        let triggers: Vec<(String, String)> =
            select.query_map([], |row| row.try_into()).unwrap().map(Result::unwrap).collect();
        drop(select);
        for (name, _) in &triggers {
            sql.execute_batch(&format!("DROP TRIGGER {name}")).unwrap();
        }
        sql.execute_batch(statements).unwrap_or_else(|error| panic!("{statements}: {error}"));
        // Nobody shall notice by the triggers' absence.
        for (_, create) in &triggers {
            sql.execute_batch(create).unwrap();
        }
    }

    /// Whether the triggers, left in place, refuse the attack.
    fn is_refused(&self, statements: &str) -> bool {
        Connection::open(self.path()).unwrap().execute_batch(statements).is_err()
    }

    fn verify(&self, past: &[Past]) -> jobs_core::Result<Report> {
        verify(&self.path(), &Options { threads: 1, past: past.to_vec() }, &|_, _| {})
    }
}

/// An attack, and where it must be found: at which entry, and in which words.
struct Attack {
    name: String,
    statements: String,
    index: Option<u64>,
    words: &'static str,
}

fn attack(
    name: &str,
    statements: &str,
    index: impl Into<Option<u64>>,
    words: &'static str,
) -> Attack {
    Attack { name: name.into(), statements: statements.into(), index: index.into(), words }
}

/// One value of every column, each changed to another that the column could hold. Entries 800 to 807 are a round:
/// three jobs, an import, two changes of the first, one of the second, a job.
fn one_value_of_every_column() -> Vec<Attack> {
    const JOB: u64 = 804 - 4;
    const IMPORT: u64 = JOB + 3;
    const CHANGE: u64 = JOB + 5;
    let mut attacks = Vec::new();
    let mut edit = |row: u64, column: &str, value: &str| {
        let statements = format!("UPDATE entry SET {column} = {value} WHERE idx = {row}");
        let name = format!(
            "change `entry.{column}` of {}",
            match row {
                JOB => "a job",
                IMPORT => "an imported job",
                _ => "a change of status",
            }
        );
        attacks.push(Attack { name, statements, index: Some(row), words: "entry: " });
    };
    for (column, value) in [
        ("kind", "2"),
        ("recorded_at", "recorded_at + 1"),
        ("job_id", "randomblob(16)"),
        ("user", "(SELECT user FROM entry WHERE idx = 801)"),
        ("source", "2"),
        ("action", "(SELECT action FROM entry WHERE idx = 801)"),
        ("action_code", "action_code + 1"),
        ("batch", "(SELECT batch FROM entry WHERE idx = 0)"),
        ("cluster", "NULL"),
        ("retry_of", "0"),
        ("customer_count", "customer_count - 1"),
        ("leaf_hash", "randomblob(32)"),
        ("request_key", "NULL"),
        ("customers", "(SELECT customers FROM entry WHERE idx = 801)"),
        ("request_payload", "request_payload || ' '"),
        ("error_message", "'it went wrong'"),
        ("http_status", "500"),
        ("cause", "1"),
        ("updated_at", "recorded_at"),
        ("response_summary", "''"),
        ("original", "''"),
        ("previous", "0"),
    ] {
        edit(JOB, column, value);
    }
    for (column, value) in [
        ("recorded_at", "recorded_at + 1"),
        ("created_at", "created_at - 1"),
        ("updated_at", "updated_at + 1"),
        ("status", "1"),
        ("cause", "9"),
        ("http_status", "201"),
        ("error_message", "NULL"),
        ("response_summary", "'{}'"),
        ("request_payload", "NULL"),
        ("original", "'{}'"),
        ("user", "(SELECT user FROM entry WHERE idx = 801)"),
        ("request_key", "randomblob(32)"),
    ] {
        edit(IMPORT, column, value);
    }
    for (column, value) in [
        ("recorded_at", "recorded_at + 1"),
        ("job", "job + 1"),
        ("previous", "previous - 1"),
        ("user", "(SELECT user FROM entry WHERE idx = 800)"),
        ("status", "1"),
        ("cause", "9"),
        ("http_status", "NULL"),
        ("error_message", "'fine'"),
        ("response_summary", "NULL"),
        ("request_key", "randomblob(32)"),
        ("outcomes", "replace(outcomes, 'not ', '')"),
    ] {
        edit(CHANGE, column, value);
    }
    attacks
}

/// Everything else that can be done to rows, to the schema and to what is derived.
fn other_attacks() -> Vec<Attack> {
    let mut attacks = vec![
        attack("delete a job, with all that is of it",
            "DELETE FROM entry WHERE idx IN (800, 804, 805); DELETE FROM job_state WHERE job = 800", 800, "is missing"),
        attack("delete a middle entry", "DELETE FROM entry WHERE idx = 805", 805, "is missing"),
        attack("delete the last entry", "DELETE FROM entry WHERE idx = 1999; DELETE FROM job_state WHERE job = 1999",
            None, "tree: "),
        attack("delete the last thousand",
            "DELETE FROM entry WHERE idx >= 1000; DELETE FROM job_state WHERE job >= 1000; DELETE FROM subtree WHERE idx >= 3;
             UPDATE tree SET size = 1000", None, "tree: "),
        attack("delete a customer of a job",
            "UPDATE entry SET customers = json_remove(customers, '$[2]'), customer_count = 4 WHERE idx = 801", 801, "entry: "),
        attack("delete a customer everywhere", "DELETE FROM term WHERE id = (SELECT customers ->> 0 FROM entry WHERE idx = 0)",
            0, "term"),
        attack("delete an outcome", "UPDATE entry SET outcomes = json_remove(outcomes, '$[1]') WHERE idx = 805", 805, "entry: "),
        attack("swap two entries",
            "UPDATE entry SET idx = -1 WHERE idx = 801; UPDATE entry SET idx = 801 WHERE idx = 802;
             UPDATE entry SET idx = 802 WHERE idx = -1", 768, "entries 768 to 1023"),
        attack("insert a forged job",
            "INSERT INTO entry (idx, kind, recorded_at, job_id, user, source, action, action_code, customer_count, leaf_hash, customers)
             SELECT 2000, kind, recorded_at + 1, randomblob(16), user, source, action, action_code, customer_count, leaf_hash, customers
               FROM entry WHERE idx = 1999;
             INSERT INTO job_state VALUES (2000, 0, 4, 2000)", 2000, "entry: "),
        attack("insert a forged job before the first",
            "INSERT INTO entry (idx, kind, recorded_at, job_id, user, source, action, action_code, customer_count, leaf_hash, customers)
             SELECT -1, kind, recorded_at, randomblob(16), user, source, action, action_code, customer_count, leaf_hash, customers
               FROM entry WHERE idx = 801", None, "column idx"),
        attack("move the last entry far away", "UPDATE entry SET idx = 1000000000000 WHERE idx = 1999", None, "column idx"),
        attack("move the last entry to the end of all numbers", "UPDATE entry SET idx = 9223372036854775807 WHERE idx = 1999",
            None, "column idx"),
        attack("spell a job's customers otherwise", "UPDATE entry SET customers = replace(customers, '[', '[0') WHERE idx = 800",
            800, "column customers"),
        attack("spell outcomes otherwise", "UPDATE entry SET outcomes = replace(outcomes, ',', ', ') WHERE idx = 805",
            805, "column outcomes"),
        attack("give a job another status, consistently",
            "UPDATE entry SET status = 1 WHERE idx = 805; UPDATE job_state SET status = 1 WHERE job = 800", 805, "entry: "),
        attack("take a status back", "UPDATE job_state SET status = 3, last = 804 WHERE job = 800", 805, "chain"),
        attack("change `term.value`", "UPDATE term SET value = value || 'x' WHERE kind = 1 AND value = 'anna'", 1, "entry: "),
        attack("change `term.kind`", "UPDATE term SET kind = 4, value = 'x' WHERE kind = 2 AND value = 'PE-Enable'", 1, "action"),
        attack("change `term.id`", "UPDATE term SET id = 100000 WHERE kind = 1 AND value = 'noor'", 2, "user"),
        attack("change `job_state.job`", "UPDATE job_state SET job = 5000 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.status`", "UPDATE job_state SET status = 2 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.source`", "UPDATE job_state SET source = 1 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.last`", "UPDATE job_state SET last = 805 WHERE job = 802", 802, "job_state: "),
        attack("remove a job's state", "DELETE FROM job_state WHERE job = 802", 802, "job_state: "),
        attack("add a state of no job", "INSERT INTO job_state VALUES (804, 1, 4, 804)", None, "job_state: "),
        attack("change `counter.user`", "UPDATE counter SET user = 100000
              WHERE user = (SELECT id FROM term WHERE kind = 1 AND value = 'anna') AND kind = 2", None, "of user \"anna\": is missing"),
        attack("change `counter.kind`", "UPDATE counter SET kind = 3 WHERE user = 0 AND kind = 1", None, "user \"noor\": is missing"),
        attack("change `counter.value`", "UPDATE counter SET value = 19674 WHERE user = 0 AND kind = 3 AND value = 19675",
            None, "counter of day 2023-11-14: is missing"),
        attack("change `counter.first`", "UPDATE counter SET first = 1 WHERE kind = 0", None, "counter of all jobs: column first"),
        attack("change `counter.in_progress`", "UPDATE counter SET in_progress = in_progress + 1 WHERE kind = 0",
            None, "counter of all jobs: column in_progress"),
        attack("change `counter.success`", "UPDATE counter SET success = success + 1 WHERE user = 0 AND kind = 2",
            None, "counter of action \"PE-Enable\": column success"),
        attack("change `counter.failed`", "UPDATE counter SET failed = failed - 1 WHERE user = 0 AND kind = 3 AND value = 19675",
            None, "counter of day 2023-11-14: column failed"),
        attack("change `counter.unconfirmed`", "UPDATE counter SET unconfirmed = unconfirmed + 1 WHERE user = 0 AND kind = 1",
            None, "counter of user \"anna\": column unconfirmed"),
        attack("move a counted job to another status, in every count",
            "UPDATE counter SET failed = failed - 1, success = success + 1 WHERE failed > 0", None, "counter of all jobs: column success"),
        attack("remove a counter", "DELETE FROM counter WHERE user = 0 AND kind = 1", None, "counter of user \"vijay\": is missing"),
        attack("add a counter", "INSERT INTO counter VALUES (0, 3, 19674, 0, 0, 1, 0, 0)", None, "counter of day 2023-11-13: counts no job"),
        attack("change `tree.size`", "UPDATE tree SET size = 1999, edge = zeroblob(32 * 9)", None, "tree: "),
        attack("change `tree.recorded_at`", "UPDATE tree SET recorded_at = recorded_at + 1", None, "tree: "),
        attack("change `tree.edge`", "UPDATE tree SET edge = zeroblob(length(edge))", None, "tree: "),
        attack("edit a tile: `subtree.hash`", "UPDATE subtree SET hash = zeroblob(32) WHERE level = 1 AND idx = 3", 768, "subtree 3"),
        attack("change `subtree.idx`", "UPDATE subtree SET idx = 70 WHERE level = 1 AND idx = 3", 768, "subtree 3"),
        attack("change `subtree.level`", "UPDATE subtree SET level = 2 WHERE level = 1 AND idx = 3", 768, "subtree 3"),
        attack("remove a subtree", "DELETE FROM subtree WHERE level = 1 AND idx = 3", 768, "subtree 3"),
        attack("add a subtree", "INSERT INTO subtree VALUES (1, 7, zeroblob(32))", None, "subtree: "),
        attack("change `run.first`", "UPDATE run SET first = 1", 1, "run 1"),
        attack("change `run.past`", "UPDATE run SET past = 600", 0, "run 0"),
        attack("change `run.created_min`", "UPDATE run SET created_min = created_min + 1", 0, "run 0"),
        attack("change `run.created_max`", "UPDATE run SET created_max = 0", 0, "run 0"),
        attack("change `run.next_term`", "UPDATE run SET next_term = 4", 0, "run 0"),
        attack("plant a term under a number that none was given", "INSERT INTO term VALUES (0, 5, 'planted')", None, "term: "),
        attack("remove a run", "DELETE FROM run", None, "posting"),
        attack("change `posting.run`", "UPDATE posting SET run = 1 WHERE term = (SELECT max(term) FROM posting)", None, "posting"),
        attack("change `posting.term`", "UPDATE posting SET term = 100000 WHERE term = 1", 0, "run 0"),
        attack("change `posting.block`",
            "UPDATE posting SET block = CAST(substr(block, 1, 6) || x'0001' || substr(block, 9) AS BLOB)
              WHERE term = 1", 0, "run 0"),
        attack("remove a block of postings", "DELETE FROM posting WHERE term = (SELECT max(term) FROM posting)", 0, "run 0"),
        attack("let a view hide a job",
            "DROP VIEW jobs; CREATE VIEW jobs AS SELECT * FROM job_state WHERE job <> 800", None, "schema: view jobs"),
        attack("drop an index", "DROP INDEX job_state_by_status", None, "schema: index job_state_by_status"),
        attack("add a table", "CREATE TABLE other (x)", None, "schema: table other"),
        attack("add a trigger under a name of SQLite's own",
            "PRAGMA writable_schema = ON;
             INSERT INTO sqlite_schema VALUES ('trigger', 'sqlite_stat9', 'job_state', 0,
                 'CREATE TRIGGER sqlite_stat9 BEFORE UPDATE ON job_state BEGIN SELECT raise(IGNORE); END')",
            None, "schema: trigger sqlite_stat9"),
    ];
    attacks.push(attack("swap the pages of two indexes",
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
                                               WHERE name IN ('job_state_by_status', 'job_state_open_calls')) - rootpage
          WHERE name IN ('job_state_by_status', 'job_state_open_calls')", None, "file: "));
    attacks
}

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
    assert_eq!((report.head.size(), report.jobs), (2000, 1250));
    assert_eq!(report.head.root(), LEDGER.anchor.root);
}

#[test]
fn every_attack_of_the_catalogue_is_found_and_named() {
    let mut table = String::from(
        "| attack | by the triggers | without them, found at | as |\n|---|---|---|---|\n",
    );
    for attack in one_value_of_every_column().into_iter().chain(other_attacks()) {
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

/// What a ledger that is consistent in itself can hide: only somebody who holds an older checkpoint can know.
#[test]
fn an_older_copy_is_found_by_its_anchor_alone() {
    for rounds in [0, 125, ROUNDS - 1] {
        let older = build(rounds);
        let path = older.folder.path().join("jobs.db");
        let options = |past: &[Past]| Options { threads: 1, past: past.to_vec() };
        // The times differ from those of the newer ledger, and so do the leaves: any copy of it would do.
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

/// A past at every kind of size is met, and one that differs in a bit is not.
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

/// Everything that readers are served, as one text: through the store, and by the sqlite3 shell's views.
fn served(path: &Path) -> jobs_core::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open_read_only(path)?;
        let limit = PageLimit::new(10_000)?;
        let mut all = format!("{:?}", store.head().await?);
        let entries = store.entries(0, limit).await?;
        write!(all, "{entries:?}").unwrap();
        for round in (0..ROUNDS).step_by(10) {
            let job_id = id(4 * round);
            write!(all, "{:?}", store.job(job_id).await?).unwrap();
            let query = CustomerQuery { after: None, limit };
            write!(all, "{:?}", store.customers(job_id, &query).await?).unwrap();
        }
        for filter in filters() {
            let query = JobQuery { filter, limit, ..JobQuery::default() };
            write!(all, "{:?}", store.jobs(&query).await?).unwrap();
        }
        for user_id in [None, Some(UserId::new("anna")?)] {
            write!(all, "{:?}", store.stats(&StatsQuery { user_id, limit }).await?).unwrap();
        }
        let tiles = [TileId::new(0, 0, 256)?, TileId::new(0, 7, 208)?, TileId::new(1, 0, 7)?];
        write!(all, "{:?}", store.tiles(&tiles).await?).unwrap();
        write_views(path, &mut all).map_err(|error| jobs_core::Error::storage("views", error))?;
        Ok(all)
    })
}

fn filters() -> Vec<JobFilter> {
    let none = JobFilter::default;
    let mut filters = vec![
        none(),
        JobFilter { user_id: Some(UserId::new("anna").unwrap()), ..none() },
        JobFilter { action_name: Some(ActionName::new("PE-Enable").unwrap()), ..none() },
        JobFilter { batch_id: Some(BatchId::new("batch 3").unwrap()), ..none() },
        JobFilter { source: Some(Source::Import), ..none() },
        JobFilter { source: Some(Source::Gateway), status: Some(Status::InProgress), ..none() },
    ];
    filters.extend(Status::ALL.map(|status| JobFilter { status: Some(status), ..none() }));
    filters.extend((0..20).map(|k| JobFilter { cid: Some(cid(17 * k, 0)), ..none() }));
    filters
}

fn write_views(path: &Path, all: &mut String) -> rusqlite::Result<()> {
    let sql = Connection::open_with_flags(path, rusqlite::OpenFlags::SQLITE_OPEN_READ_ONLY)?;
    for select in ["SELECT * FROM jobs ORDER BY 1", "SELECT * FROM job_customers ORDER BY 1"] {
        let mut statement = sql.prepare(select)?;
        let columns = statement.column_count();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                write!(all, "{:?}", row.get_ref(column)?).unwrap();
            }
        }
    }
    Ok(())
}

/// One bit of the file, anywhere: if anything that is served differs or cannot be read, verification says so.
#[test]
fn a_flipped_bit_that_shows_is_found() {
    let before = served(&LEDGER.folder.path().join("jobs.db")).unwrap();
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
            let shows = served(&copy.path()).map_or(true, |now| now != before);
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
