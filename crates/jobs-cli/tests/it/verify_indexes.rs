//! `jobctl verify --server` on the real server over a file whose indexes were edited.

use rusqlite::Connection;

use crate::support::damage::tamper;
use crate::support::run::Folder;
use crate::support::served::Served;
use crate::support::small::Small;

/// Exchanges the records of an index, which are `select`, for others.
fn plant(index: &str, columns: &str, select: &str, change: &str) -> String {
    let names = columns.replace(" DESC", "");
    format!(
        "CREATE TABLE planted ({names}, PRIMARY KEY ({columns})) WITHOUT ROWID; INSERT INTO planted {select}; {change};
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN ('planted', '{index}'))
                - rootpage WHERE name IN ('planted', '{index}');
         PRAGMA writable_schema = RESET; DROP TABLE planted"
    )
}

/// A run of the reverse index, which so small a ledger does not have yet, and in which customer
/// 5001 lacks the job `without`.
fn plant_a_run(folder: &Folder, without: i64) -> String {
    let sql = Connection::open(folder.path("jobs-data/jobs.db")).unwrap();
    let select = "SELECT term, json_group_array(idx ORDER BY idx) FROM (
            SELECT user AS term, idx FROM entry WHERE job_id IS NOT NULL
            UNION ALL SELECT action, idx FROM entry WHERE job_id IS NOT NULL
            UNION ALL SELECT batch, idx FROM entry WHERE batch IS NOT NULL
            UNION ALL SELECT m.value, e.idx FROM entry AS e, json_each(e.customers) AS m
                       WHERE e.job_id IS NOT NULL)
         WHERE NOT (idx = ?1 AND term = (SELECT id FROM term WHERE kind = 5 AND value = '5001')) GROUP BY term ORDER BY term";
    let mut select = sql.prepare(select).unwrap();
    let rows = select.query_map([without], |row| row.try_into()).unwrap();
    let rows: Vec<(u8, String)> = rows.map(Result::unwrap).collect();
    let first = rows[0].0;
    let mut block = Vec::new();
    let mut before = rows[0].0;
    for (term, jobs) in rows {
        let jobs: Vec<u8> = serde_json::from_str(&jobs).unwrap();
        block.extend([term - before, u8::try_from(jobs.len() - 1).unwrap(), jobs[0]]);
        block.extend(jobs.windows(2).map(|pair| pair[1] - pair[0] - 1));
        before = term;
    }
    // So few and so small are one byte each.
    assert!(block.iter().all(|byte| *byte < 0x80));
    let block: String = block.iter().map(|byte| format!("{byte:02x}")).collect();
    format!(
        "INSERT INTO run SELECT 0, count(*), min(coalesce(created_at, recorded_at)), max(coalesce(created_at, recorded_at)), 0
           FROM entry;
         INSERT INTO posting VALUES (0, {first}, x'{block}'); UPDATE run SET next_term = NULL"
    )
}

#[test]
fn what_an_index_hides_or_leads_elsewhere_is_found_from_outside() {
    let by_status = |change: &str| {
        plant("job_state_by_status", "a, b", "SELECT status, job FROM job_state", change)
    };
    let by_name = |change: &str| {
        let select = "SELECT kind, value, id FROM term";
        plant("sqlite_autoindex_term_1", "a, b, c", select, change)
    };
    let by_jobs = |change: &str| {
        let select = "SELECT user, kind, in_progress + success + failed + unconfirmed, first, value
                        FROM counter WHERE kind IN (1, 2)";
        plant("counter_by_jobs", "a, b, c DESC, d, e", select, change)
    };
    // The jobs by their first entries: 0 and 1 imported, 2 failed, 3 settled, 4 another user's, 8
    // open.
    let edits: [(String, &str); 10] = [
        ("UPDATE job_by_id SET job = 3 WHERE job = 2".into(), "GET /v1/jobs/ID: answered 500"),
        ("DELETE FROM job_by_id WHERE job = 2".into(), "GET /v1/jobs/ID: answered 404"),
        (
            by_status("DELETE FROM planted WHERE b = 2"),
            "job ID: GET /v1/jobs?status=FAILED: leaves out a job that belongs there",
        ),
        (
            by_status("UPDATE planted SET a = 1 WHERE b = 2"),
            "GET /v1/jobs?status=SUCCESS: answered 500",
        ),
        (
            plant(
                "entry_by_retry_of",
                "a, b",
                "SELECT retry_of, idx FROM entry WHERE retry_of IS NOT NULL",
                "DELETE FROM planted WHERE b = 8",
            ),
            "GET /v1/jobs?retry_of=ID: leaves out a job that belongs there",
        ),
        (
            by_name("DELETE FROM planted WHERE b = '5002'"),
            "job ID: GET /v1/customers/5002/jobs: leaves out a job of the customer's",
        ),
        (by_jobs("DELETE FROM planted WHERE a = 0 AND b = 1 AND d = 4"), "GET /v1/stats: "),
        (
            "UPDATE counter SET success = success + 1, failed = failed - 1 WHERE failed > 0".into(),
            "GET /v1/stats: by_action: is not what the entries come to",
        ),
        ("UPDATE job_state SET status = 1 WHERE job = 2".into(), "GET /v1/jobs/ID: "),
        ("RUN".into(), "job ID: GET /v1/customers/5001/jobs: leaves out a job of the customer's"),
    ];
    for (edit, expected) in edits {
        let Small { served, failed, .. } = Small::new();
        let folder = served.stop();
        let edit = if edit == "RUN" { plant_a_run(&folder, 2) } else { edit };
        tamper(&folder, &edit);
        let served = Served::over(folder);
        let said = served.run(&["verify", "--key", "verifier.key"]).exits(5).stdout;
        let expected = expected.replace("ID:", &format!("{failed}:"));
        assert!(said.contains(&expected), "{edit}\n{expected}: {said}");
    }
}

/// The planted run is read as one that the indexer wrote.
#[test]
fn a_planted_run_that_lacks_nothing_is_sound() {
    let folder = Small::new().served.stop();
    let run = plant_a_run(&folder, -1);
    tamper(&folder, &run);
    Served::over(folder).run(&["verify", "--key", "verifier.key"]).exits(0);
}
