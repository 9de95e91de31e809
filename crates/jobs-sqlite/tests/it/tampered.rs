//! The ledger that the tests tamper with, copies of it, and all that it serves.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jobs_core::merkle::TileId;
use jobs_core::{
    ActionCode, ActionName, AnyOf, BatchId, Cause, Cid, ClusterUrl, CustomerQuery, CustomerSet,
    Draft, ErrorMessage, HttpStatus, ImportedJob, JobFacts, JobFilter, JobQuery, JobStore, NewJob,
    NewNote, NoteText, Original, Outcome, OutcomeMessage, Outcomes, PageLimit, RequestKey,
    RequestPayload, ResponseSummary, Source, StatsQuery, Status, StatusChange, StatusDetails,
    Timestamp, UserId,
};
use jobs_sqlite::SqliteStore;
use jobs_sqlite::verify::{Options, Past, Report, verify};
use rusqlite::Connection;
use tempfile::TempDir;

/// Jobs made here, jobs imported, and changes of every fourth job, in turn: 2,000 entries, 8 a
/// round. One round is about the notes of a job.
pub(crate) const ROUNDS: u32 = 250;

/// A ledger at rest, and what its newest anchor says of it.
pub(crate) struct Ledger {
    pub(crate) folder: TempDir,
    pub(crate) anchor: Past,
}

pub(crate) static LEDGER: LazyLock<Ledger> = LazyLock::new(|| build(ROUNDS));

pub(crate) fn build(rounds: u32) -> Ledger {
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
    if rounds > 0 {
        write_an_index(&sql, (4 * rounds).min(512));
    }
    sql.execute_batch(
        "PRAGMA wal_checkpoint(TRUNCATE); PRAGMA journal_mode = DELETE; PRAGMA journal_mode = WAL",
    )
    .unwrap();
    drop(sql);
    let anchor = Past { source: "the anchor".into(), size: head.size(), root: head.root() };
    Ledger { folder, anchor }
}

/// A number as LEB128.
fn varint(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    while number > 0x7F {
        bytes.push(u8::try_from(number & 0x7F).unwrap() | 0x80);
        number >>= 7;
    }
    bytes.push(u8::try_from(number).unwrap());
    bytes
}

/// The first run of the reverse index, which such a small ledger does not have yet.
fn write_an_index(sql: &Connection, past: u32) {
    let (past, min, max): (i64, i64, i64) = sql
        .query_row(
            "SELECT ?1, min(coalesce(created_at, recorded_at)), max(coalesce(created_at, recorded_at))
               FROM entry WHERE idx < ?1 AND job_id IS NOT NULL",
            [past],
            |row| row.try_into(),
        )
        .unwrap();
    let insert = "INSERT INTO run VALUES (0, ?1, ?2, ?3, 0)";
    sql.execute(insert, (past, min, max)).unwrap();
    let mut uses = BTreeMap::<u32, Vec<u16>>::new();
    let select = "SELECT term, idx FROM (
            SELECT user AS term, idx FROM entry WHERE idx < ?1 AND job_id IS NOT NULL
            UNION ALL SELECT action, idx FROM entry WHERE idx < ?1 AND job_id IS NOT NULL
            UNION ALL SELECT batch, idx FROM entry WHERE idx < ?1 AND batch IS NOT NULL
            UNION ALL SELECT m.value, e.idx FROM entry AS e, json_each(e.customers) AS m
                       WHERE e.idx < ?1 AND e.job_id IS NOT NULL) ORDER BY 1, 2";
    let mut select = sql.prepare(select).unwrap();
    let mut rows = select.query([past]).unwrap();
    while let Some(row) = rows.next().unwrap() {
        let (term, index): (u32, u16) = row.try_into().unwrap();
        uses.entry(term).or_default().push(index);
    }
    let mut blocks = Vec::<(u32, Vec<u8>)>::new();
    let mut before = 0;
    for (term, jobs) in uses {
        let posting = |distance: u32| {
            let more_jobs = u32::try_from(jobs.len() - 1).unwrap();
            let mut bytes = [varint(distance), varint(more_jobs), varint(jobs[0].into())].concat();
            for pair in jobs.windows(2) {
                bytes.extend(varint(u32::from(pair[1] - pair[0]) - 1));
            }
            bytes
        };
        match blocks.last_mut() {
            Some((_, block)) if block.len() + posting(term - before).len() <= 960 => {
                block.extend(posting(term - before));
            }
            _ => blocks.push((term, posting(0))),
        }
        before = term;
    }
    assert!(blocks.len() > 1);
    for block in blocks {
        sql.execute("INSERT INTO posting VALUES (0, ?1, ?2)", block).unwrap();
    }
    sql.execute("UPDATE run SET next_term = NULL", []).unwrap();
}

/// Entries 880 to 887: a job, a note, a change, two notes, a change, a note, a job.
const ROUND_OF_NOTES: u32 = 110;

fn drafts_of_notes(round: u32) -> Vec<Draft> {
    let n = 4 * round;
    vec![
        job(n).into(),
        note(n, "asked the upstream").into(),
        change(n, Status::Unconfirmed).into(),
        NewNote { request_key: key(n + 1), ..note(n, &"it answered ".repeat(30)) }.into(),
        note(n, "it was done").into(),
        change(n, Status::Failed).into(),
        note(n, "not for all of them").into(),
        job(n + 1_000_000).into(),
    ]
}

pub(crate) fn note(n: u32, text: &str) -> NewNote {
    NewNote::new(id(n), UserId::new("anna").unwrap(), NoteText::new(text).unwrap())
}

pub(crate) fn drafts(round: u32) -> Vec<Draft> {
    if round == ROUND_OF_NOTES {
        return drafts_of_notes(round);
    }
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

pub(crate) fn id(n: u32) -> jobs_core::JobId {
    format!("0000beef-0000-4000-8000-{n:012x}").parse().unwrap()
}

pub(crate) fn cid(n: u32, k: u32) -> Cid {
    Cid::new(format!("{:05}", (n * 7 + k * 31) % 997)).unwrap()
}

fn facts(n: u32) -> JobFacts {
    JobFacts {
        user_id: UserId::new(["vijay", "anna", "noor"][(n % 3) as usize]).unwrap(),
        submitted_by: (n % 8 == 4).then(|| UserId::new("boss").unwrap()),
        batch_id: Some(BatchId::new(format!("batch {}", n / 40)).unwrap()),
        action_code: ActionCode::new(i64::from(n % 5)).unwrap(),
        action_name: ActionName::new(["Trans-Begin", "PE-Enable"][(n % 2) as usize]).unwrap(),
        cluster_url: Some(ClusterUrl::new("https://cluster.example/tms").unwrap()),
    }
}

fn customers(n: u32) -> CustomerSet {
    CustomerSet::new((0..5).map(|k| cid(n, k))).unwrap()
}

pub(crate) fn job(n: u32) -> NewJob {
    let job = NewJob::from_facts(id(n), facts(n), customers(n)).unwrap();
    let payload = format!(r#"{{"action":"PE-Enable","n":{n}}}"#);
    let retry_of = (n % 8 == 4).then(|| id(n - 4));
    job.with_request_payload(Some(RequestPayload::new(payload).unwrap()))
        .with_retry_of(retry_of)
        .with_request_key(key(n))
}

pub(crate) fn key(n: u32) -> Option<RequestKey> {
    Some(RequestKey::new(&UserId::new("vijay").unwrap(), &n.to_string()).unwrap())
}

pub(crate) fn import(n: u32) -> ImportedJob {
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

pub(crate) fn change(n: u32, status: Status) -> StatusChange {
    let actor = UserId::new("gateway").unwrap();
    StatusChange {
        job_id: id(n),
        actor,
        details: details(status),
        outcomes: Outcomes::default(),
        request_key: None,
    }
}

/// A copy of a ledger to do something to.
pub(crate) struct Copy {
    folder: TempDir,
}

impl Copy {
    pub(crate) fn new() -> Self {
        Self::of(&LEDGER.folder.path().join("jobs.db"))
    }

    pub(crate) fn of(path: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        std::fs::copy(path, folder.path().join("jobs.db")).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("jobs.db")
    }

    /// A plain connection, as anyone who has the file can open it.
    pub(crate) fn attack(&self, statements: &str) {
        self.try_attack(statements).unwrap_or_else(|error| panic!("{statements}: {error}"));
    }

    pub(crate) fn try_attack(&self, statements: &str) -> rusqlite::Result<()> {
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
        sql.execute_batch(statements)?;
        // The triggers are put back, so that their absence gives nothing away.
        triggers.iter().try_for_each(|(_, create)| sql.execute_batch(create))
    }

    /// Whether the triggers, left in place, refuse the attack.
    pub(crate) fn is_refused(&self, statements: &str) -> bool {
        Connection::open(self.path()).unwrap().execute_batch(statements).is_err()
    }

    pub(crate) fn verify(&self, past: &[Past]) -> jobs_core::Result<Report> {
        verify(
            &self.path(),
            &Options { threads: 1, past: past.to_vec(), ..Options::default() },
            &|_, _| {},
        )
    }
}

/// Everything that readers of a ledger of `rounds` rounds are served, as one text: through the
/// store, and by the sqlite3 shell's views.
pub(crate) fn served(path: &Path, rounds: u32) -> jobs_core::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open_read_only(path)?;
        let limit = PageLimit::new(10_000)?;
        let mut all = format!("{:?}", store.head().await?);
        let entries = store.entries(0, limit).await?;
        write!(all, "{entries:?}").unwrap();
        // Some of its jobs, and some that it never had.
        for n in (0..4 * rounds).step_by(5).chain([2_000_000, 2_000_001]) {
            let job_id = id(n);
            write!(all, "{:?}", store.job(job_id).await?).unwrap();
            let query = CustomerQuery { after: None, limit };
            match store.customers(job_id, &query).await {
                Err(jobs_core::Error::UnknownJob { .. }) => {}
                customers => write!(all, "{:?}", customers?).unwrap(),
            }
        }
        for filter in filters() {
            let query = JobQuery { filter, limit, ..JobQuery::default() };
            write!(all, "{:?}", store.jobs(&query).await?).unwrap();
        }
        for user_id in [None, Some(UserId::new("anna")?)] {
            write!(all, "{:?}", store.stats(&StatsQuery { user_id, limit }).await?).unwrap();
        }
        let whole = rounds / 32;
        let rest = rounds % 32 * 8;
        let tile =
            |level, index, width: u32| TileId::new(level, index, u16::try_from(width).unwrap());
        let mut tiles = vec![tile(0, u64::from(whole), rest)?];
        if whole > 0 {
            tiles.extend([tile(0, 0, 256)?, tile(1, 0, whole)?]);
        }
        write!(all, "{:?}", store.tiles(&tiles).await?).unwrap();
        write_views(path, &mut all).map_err(|error| jobs_core::Error::storage("views", error))?;
        Ok(all)
    })
}

fn filters() -> Vec<JobFilter> {
    let none = JobFilter::default;
    let mut filters = vec![
        none(),
        JobFilter { user_id: UserId::new("anna").unwrap().into(), ..none() },
        JobFilter { action_name: ActionName::new("PE-Enable").unwrap().into(), ..none() },
        JobFilter { batch_id: BatchId::new("batch 3").unwrap().into(), ..none() },
        JobFilter { source: Source::Import.into(), ..none() },
        JobFilter { source: Source::Gateway.into(), status: Status::InProgress.into(), ..none() },
    ];
    filters.extend(Status::ALL.map(|status| JobFilter { status: status.into(), ..none() }));
    filters.extend(Status::ALL.map(|status| JobFilter {
        status: status.into(),
        user_id: UserId::new("noor").unwrap().into(),
        ..none()
    }));
    filters.extend((0..20).map(|k| JobFilter { cid: cid(17 * k, 0).into(), ..none() }));
    let cids = AnyOf::new("cid", (0..20).map(|k| cid(13 * k, 0))).unwrap();
    let ended = AnyOf::new("status", [Status::Failed, Status::Success]).unwrap();
    filters.push(JobFilter { cid: cids, status: ended.clone(), ..none() });
    filters.push(JobFilter { status: ended, ..none() });
    filters.extend((0..20).map(|k| JobFilter { retry_of: Some(id(8 * k)), ..none() }));
    let beginnings = (0..20).map(|k| id(11 * k).to_string()[..34].parse().unwrap());
    filters.extend(beginnings.map(|job_id| JobFilter { job_id: Some(job_id), ..none() }));
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

/// What a ledger of `rounds` rounds answers to a caller who sends recorded requests again, and new
/// ones; its indexes decide that. Appends to the ledger.
pub(crate) fn answered(path: &Path, rounds: u32) -> jobs_core::Result<String> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let store = SqliteStore::open(path)?;
        let mut drafts: Vec<Draft> = Vec::new();
        for n in (0..4 * rounds).step_by(3) {
            // By its key, by its ID, by neither.
            let fresh = 2_000_000 + n;
            let again = job(n).with_job_id(id(fresh)).with_retry_of(None);
            drafts.extend([again.into(), job(n).with_request_key(None).into(), job(fresh).into()]);
        }
        let mut all = String::new();
        for answer in store.append(drafts).await? {
            let answer = answer.map(|appended| (appended.index(), appended.job_id()));
            writeln!(all, "{answer:?}").unwrap();
        }
        store.close().await;
        Ok(all)
    })
}
