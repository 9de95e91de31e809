//! Reads that an index leads to the wrong row: they report damage, and never another row.

use jobs_core::{
    AnyOf, CustomerQuery, Draft, Error, JobFilter, JobQuery, JobStore, PageLimit, Source,
    StatsQuery, Status, UserId,
};
use jobs_sqlite::SqliteStore;

use crate::tampered::{Copy, change, id, job};

/// The store over a copy in which the records of `index`, which are `select`, were changed.
fn misled(index: &str, columns: &str, select: &str, change: &str) -> (SqliteStore, Copy) {
    let copy = copy();
    let names = columns.replace(" DESC", "");
    copy.attack(&format!(
        "CREATE TABLE planted ({names}, PRIMARY KEY ({columns})) WITHOUT ROWID; INSERT INTO planted {select}; {change};
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN ('planted', '{index}'))
                - rootpage WHERE name IN ('planted', '{index}');
         PRAGMA writable_schema = RESET; DROP TABLE planted"
    ));
    (SqliteStore::open(copy.path()).unwrap(), copy)
}

/// Made by another thread: the ledger is built on a runtime.
fn copy() -> Copy {
    std::thread::spawn(Copy::new).join().unwrap()
}

fn assert_damage<T>(result: Result<T, Error>, what: &str) {
    assert!(matches!(result, Err(Error::Corrupt(_))), "{what}: {:?}", result.err());
}

async fn append(store: &SqliteStore, draft: impl Into<Draft>) -> Result<(), Error> {
    store.append(vec![draft.into()]).await.unwrap().remove(0).map(drop)
}

#[tokio::test]
async fn a_job_is_found_by_its_own_id() {
    let select = "SELECT job_id, job FROM job_by_id";
    let (store, _copy) =
        misled("job_by_id", "a, b", select, "UPDATE planted SET b = 802 WHERE b = 801");
    let job_id = id(401);
    assert_damage(store.job(job_id).await, "the job");
    assert_damage(store.customers(job_id, &CustomerQuery::default()).await, "its customers");
    assert_damage(append(&store, change(401, Status::Failed)).await, "a change of it");
    assert_damage(
        append(&store, job(5_000_000).with_retry_of(Some(job_id))).await,
        "a retry of it",
    );
    assert!(store.job(id(402)).await.unwrap().is_some());
}

/// The ID of job 401 leads to job 402.
#[tokio::test]
async fn a_job_is_found_by_the_beginning_of_its_own_id() {
    let select = "SELECT job_id, job FROM job_by_id";
    let (store, _copy) =
        misled("job_by_id", "a, b", select, "UPDATE planted SET b = 802 WHERE b = 801");
    let ids = id(401).to_string();
    for filter in
        [JobFilter::default(), JobFilter { status: Status::Failed.into(), ..JobFilter::default() }]
    {
        let with = |digits: &str| JobQuery {
            filter: JobFilter { job_id: Some(digits.parse().unwrap()), ..filter.clone() },
            limit: PageLimit::new(PageLimit::MAX).unwrap(),
            ..JobQuery::default()
        };
        assert_damage(store.jobs(&with(&ids)).await, "the whole ID");
        assert_damage(store.jobs(&with(&ids[..34])).await, "the beginning of it");
        assert!(store.jobs(&with(&id(402).to_string())).await.is_ok());
    }
}

/// A retry of job 400 is named among those of job 396.
#[tokio::test]
async fn a_list_of_retries_names_retries_of_that_job() {
    let (store, _copy) = misled(
        "entry_by_retry_of",
        "a, b",
        "SELECT retry_of, idx FROM entry WHERE retry_of IS NOT NULL",
        "UPDATE planted SET a = 792 WHERE b = 808",
    );
    let of = |n| JobQuery {
        filter: JobFilter { retry_of: Some(id(n)), ..JobFilter::default() },
        ..JobQuery::default()
    };
    assert_damage(store.jobs(&of(396)).await, "no retry of it");
    assert_eq!(store.jobs(&of(408)).await.unwrap().jobs[0].job_id, id(412));
}

#[tokio::test]
async fn a_request_is_found_by_its_own_key() {
    let select = "SELECT request_key, idx FROM entry WHERE request_key IS NOT NULL";
    let (store, _copy) =
        misled("entry_by_request_key", "a, b", select, "UPDATE planted SET b = 802 WHERE b = 801");
    assert_damage(append(&store, job(401)).await, "the request again");
}

#[tokio::test]
async fn a_list_by_status_names_jobs_of_that_status() {
    let by = |status: Status, source: Option<Source>| JobQuery {
        filter: JobFilter { status: status.into(), source: source.into(), ..JobFilter::default() },
        limit: PageLimit::new(PageLimit::MAX).unwrap(),
        ..JobQuery::default()
    };
    let (store, _copy) = misled(
        "job_state_by_status",
        "a, b",
        "SELECT status, job FROM job_state",
        "UPDATE planted SET a = 3 WHERE b = 802",
    );
    assert_damage(store.jobs(&by(Status::Unconfirmed, None)).await, "another status");
    let mut either = by(Status::Unconfirmed, None);
    either.filter.status = AnyOf::new("status", [Status::Unconfirmed, Status::InProgress]).unwrap();
    assert_damage(store.jobs(&either).await, "one wanted status for another");
    let (store, _copy) = misled(
        "job_state_open_calls",
        "a, b",
        "SELECT source, job FROM job_state WHERE status = 0 AND source = 1",
        "INSERT INTO planted VALUES (1, 802)",
    );
    assert_damage(
        store.jobs(&by(Status::InProgress, Some(Source::Gateway))).await,
        "no call under way",
    );
}

#[tokio::test]
async fn a_name_is_found_by_itself() {
    let (store, _copy) = misled(
        "sqlite_autoindex_term_1",
        "a, b, c",
        "SELECT kind, value, id FROM term",
        "UPDATE planted SET c = (SELECT c FROM planted WHERE b = 'noor') WHERE b = 'anna'",
    );
    let user_id = Some(UserId::new("anna").unwrap());
    let filter = JobFilter { user_id: user_id.clone().into(), ..JobFilter::default() };
    assert_damage(store.jobs(&JobQuery { filter, ..JobQuery::default() }).await, "a list");
    assert_damage(
        store.stats(&StatsQuery { user_id, ..StatsQuery::default() }).await,
        "statistics",
    );
}

#[tokio::test]
async fn statistics_are_of_rows_in_their_places() {
    let select = "SELECT user, kind, in_progress + success + failed + unconfirmed, first, value
                    FROM counter WHERE kind IN (1, 2)";
    for edit in [
        "UPDATE planted SET c = c + 1000 WHERE a = 0 AND b = 1 AND d = 2",
        "DELETE FROM planted WHERE a = 0 AND b = 1 AND d = 2",
    ] {
        let (store, copy) = misled("counter_by_jobs", "a, b, c DESC, d, e", select, edit);
        assert_damage(store.stats(&StatsQuery::default()).await, edit);
        drop((store, copy));
    }
}

/// A job among those of a customer whom it does not have.
#[tokio::test]
async fn the_reverse_index_names_jobs_that_have_the_term() {
    let copy = copy();
    // The first job of term 1, after one byte for the term and two for how many jobs there are,
    // becomes another one.
    copy.attack("UPDATE posting SET block = CAST(substr(block, 1, 3) || x'01' || substr(block, 5) AS BLOB) WHERE term = 1");
    let store = SqliteStore::open(copy.path()).unwrap();
    let filter =
        JobFilter { user_id: UserId::new("vijay").unwrap().into(), ..JobFilter::default() };
    let limit = PageLimit::new(PageLimit::MAX).unwrap();
    assert_damage(
        store.jobs(&JobQuery { filter, limit, ..JobQuery::default() }).await,
        "a user's jobs",
    );
}
