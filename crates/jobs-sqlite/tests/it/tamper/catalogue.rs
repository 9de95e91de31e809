//! The attacks: what each changes in the file, and where and in which words verification must
//! report it.

/// An attack, and how it must be reported: at which entry, and in which words.
#[derive(Clone)]
pub(super) struct Attack {
    pub(super) name: String,
    pub(super) statements: String,
    pub(super) index: Option<u64>,
    pub(super) words: &'static str,
}

fn attack(
    name: &str,
    statements: &str,
    index: impl Into<Option<u64>>,
    words: &'static str,
) -> Attack {
    Attack { name: name.into(), statements: statements.into(), index: index.into(), words }
}

/// One value of every column, each changed to another that the column could hold. Entries 800 to
/// 807 are a round: three jobs, an import, two changes of the first, one of the second, a job.
/// Entries 881, 883, 884 and 886 are notes of job 880, and 882 and 885 its changes.
pub(super) fn one_value_of_every_column() -> Vec<Attack> {
    const JOB: u64 = 804 - 4;
    const IMPORT: u64 = JOB + 3;
    const CHANGE: u64 = JOB + 5;
    const NOTE: u64 = 883;
    let mut attacks = Vec::new();
    let mut edit = |row: u64, column: &str, value: &str| {
        let statements = format!("UPDATE entry SET {column} = {value} WHERE idx = {row}");
        let name = format!(
            "change `entry.{column}` of {}",
            match row {
                JOB => "a job",
                IMPORT => "an imported job",
                NOTE => "a note",
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
        ("submitted_by", "user"),
        ("source", "2"),
        ("action", "(SELECT action FROM entry WHERE idx = 801)"),
        ("action_code", "action_code + 1"),
        ("batch", "(SELECT batch FROM entry WHERE idx = 0)"),
        ("cluster", "NULL"),
        ("retry_of", "0"),
        ("customer_count", "customer_count - 1"),
        ("customers_root", "randomblob(32)"),
        ("outcome_count", "0"),
        ("outcomes_root", "customers_root"),
        ("named_success", "0"),
        ("payload_sha256", "customers_root"),
        ("original_sha256", "payload_sha256"),
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
        ("customers_root", "payload_sha256"),
        ("payload_sha256", "NULL"),
        ("original_sha256", "payload_sha256"),
        ("user", "(SELECT user FROM entry WHERE idx = 801)"),
        ("submitted_by", "(SELECT user FROM entry WHERE idx = 801)"),
        ("request_key", "randomblob(32)"),
    ] {
        edit(IMPORT, column, value);
    }
    for (column, value) in [
        ("recorded_at", "recorded_at + 1"),
        ("job", "job + 1"),
        ("previous", "previous - 1"),
        ("user", "(SELECT user FROM entry WHERE idx = 800)"),
        ("submitted_by", "user"),
        ("status", "1"),
        ("cause", "9"),
        ("http_status", "NULL"),
        ("error_message", "'fine'"),
        ("response_summary", "NULL"),
        ("request_key", "randomblob(32)"),
        ("outcomes", "replace(outcomes, 'not ', '')"),
        ("outcome_count", "outcome_count + 1"),
        ("outcomes_root", "randomblob(32)"),
        ("named_success", "named_success + 1"),
        ("named_failed", "named_failed - 1"),
        ("named_unconfirmed", "NULL"),
    ] {
        edit(CHANGE, column, value);
    }
    for (column, value) in [
        ("kind", "3"),
        ("recorded_at", "recorded_at + 1"),
        ("job", "job + 7"),
        ("previous", "previous - 1"),
        ("user", "(SELECT user FROM entry WHERE idx = 882)"),
        ("text", "replace(text, 'it', 'who')"),
        ("request_key", "NULL"),
        ("status", "1"),
        ("error_message", "text"),
    ] {
        edit(NOTE, column, value);
    }
    attacks
}

/// Everything else that can be done to rows, to the schema and to what is derived.
pub(super) fn other_attacks() -> Vec<Attack> {
    let attacks = vec![
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
             SELECT 2000, kind, recorded_at + 1, x'0000beef00004000800000000fffffff', user, source, action, action_code,
                    customer_count, leaf_hash, customers
               FROM entry WHERE idx = 1999;
             INSERT INTO job_by_id VALUES ('0000beef-0000-4000-8000-00000fffffff', 2000);
             INSERT INTO job_state VALUES (2000, 0, 4, NULL, NULL, NULL, 0)", 2000, "entry: "),
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
        attack("spell no outcomes otherwise", "UPDATE entry SET outcomes = '[]' WHERE idx = 806", 806, "column outcomes"),
        attack("write zeros where no outcomes are counted",
            "UPDATE entry SET named_success = 0, named_failed = 0, named_unconfirmed = 0 WHERE idx = 806",
            806, "columns named_success"),
        attack("put outcomes in another order",
            "UPDATE entry SET outcomes = '[' || (outcomes -> 1) || ',' || (outcomes -> 0) || ']' WHERE idx = 805",
            805, "column outcomes"),
        attack("give a job another status, consistently",
            "UPDATE entry SET status = 1 WHERE idx = 805; UPDATE job_state SET status = 1 WHERE job = 800", 805, "entry: "),
        attack("take a status back", "UPDATE job_state SET status = 3, last_change = 804, first_change = NULL
              WHERE job = 800", 805, "chain"),
        attack("take a note back", "UPDATE job_state SET last_note = 884, notes = 3 WHERE job = 880", 886, "chain"),
        attack("hide all notes of a job", "UPDATE job_state SET last_note = NULL, notes = 0 WHERE job = 880", 880, "job_state: "),
        attack("show an older note as the newest", "UPDATE job_state SET last_note = 884 WHERE job = 880", 880, "job_state: "),
        attack("give a note another text, without its hash", "UPDATE entry SET text = upper(text) WHERE idx = 884", 884, "entry: "),
        attack("change `term.value`", "UPDATE term SET value = value || 'x' WHERE kind = 1 AND value = 'anna'", 1, "entry: "),
        attack("change `term.kind`", "UPDATE term SET kind = 4, value = 'x' WHERE kind = 2 AND value = 'PE-Enable'", 1, "action"),
        attack("change `term.id`", "UPDATE term SET id = 100000 WHERE kind = 1 AND value = 'noor'", 2, "user"),
        attack("change `job_state.job`", "UPDATE job_state SET job = 5000 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.status`", "UPDATE job_state SET status = 2 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.source`", "UPDATE job_state SET source = 1 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.last_change`", "UPDATE job_state SET last_change = 805 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.first_change`", "UPDATE job_state SET first_change = 801 WHERE job = 800", 800, "job_state: "),
        attack("change `job_state.last_note`", "UPDATE job_state SET last_note = 886, notes = 1 WHERE job = 802", 802, "job_state: "),
        attack("change `job_state.notes`", "UPDATE job_state SET notes = 5 WHERE job = 880", 880, "job_state: "),
        attack("remove a job's state", "DELETE FROM job_state WHERE job = 802", 802, "job_state: "),
        attack("add a state of no job", "INSERT INTO job_state VALUES (804, 1, 4, NULL, NULL, NULL, 0)", None, "job_state: "),
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
            "UPDATE posting SET block = CAST(substr(block, 1, 3) || x'01' || substr(block, 5) AS BLOB) WHERE term = 1", 0, "run 0"),
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
    attacks
}

/// Puts other records in the place of an index's, or other rows in that of a table which is its own
/// index: a table that has them, made with `columns` and filled by `fill`, exchanges its pages with
/// it and is dropped.
fn replace(object: &str, columns: &str, fill: &str) -> String {
    format!(
        "CREATE TABLE planted ({columns}) WITHOUT ROWID; {fill};
         PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
                                               WHERE name IN ('planted', '{object}')) - rootpage
          WHERE name IN ('planted', '{object}');
         PRAGMA writable_schema = RESET; DROP TABLE planted"
    )
}

/// What decides which row a reader is given: every index of every kind, the tables that are their
/// own, and the schema that names them.
pub(super) fn structures() -> Vec<Attack> {
    const BY_JOB_ID: &str = "INSERT INTO planted SELECT job_id, job FROM job_by_id";
    const BY_KEY: &str =
        "INSERT INTO planted SELECT request_key, idx FROM entry WHERE request_key IS NOT NULL";
    const BY_RETRY: &str =
        "INSERT INTO planted SELECT retry_of, idx FROM entry WHERE retry_of IS NOT NULL";
    const BY_STATUS: &str = "INSERT INTO planted SELECT status, job FROM job_state";
    const OPEN: &str =
        "INSERT INTO planted SELECT source, job FROM job_state WHERE status = 0 AND source = 1";
    const BY_JOBS: &str = "INSERT INTO planted SELECT user, kind, in_progress + success + failed + unconfirmed, first, value
                             FROM counter WHERE kind IN (1, 2)";
    const BY_VALUE: &str = "INSERT INTO planted SELECT kind, value, id FROM term";
    const JOBS_DESC: &str =
        "user, kind, jobs, first, value, PRIMARY KEY (user, kind, jobs DESC, first, value)";
    let mut attacks = Vec::new();
    let mut planted = |name: &str, object: &str, columns: &str, fill: &str, change: &str, words| {
        attacks.push(attack(
            name,
            &replace(object, columns, &format!("{fill}; {change}")),
            None,
            words,
        ));
    };
    let pair = "key, row, PRIMARY KEY (key, row)";
    planted(
        "let an ID that nobody was given lead to a job",
        "job_by_id",
        pair,
        BY_JOB_ID,
        "INSERT INTO planted VALUES ('0000beef-0000-4000-8000-00000fffffff', 801)",
        "index job_by_id: holds a record that its table does not call for",
    );
    planted(
        "let a job's ID lead to another job",
        "job_by_id",
        pair,
        BY_JOB_ID,
        "UPDATE planted SET row = 802 WHERE row = 801",
        "index job_by_id: lacks the record of a row",
    );
    planted(
        "hide a job from its ID",
        "job_by_id",
        pair,
        BY_JOB_ID,
        "DELETE FROM planted WHERE row = 801",
        "index job_by_id: lacks the record of a row",
    );
    planted(
        "let a job's ID lead to two jobs",
        "job_by_id",
        pair,
        BY_JOB_ID,
        "INSERT INTO planted SELECT key, 802 FROM planted WHERE row = 801",
        "index job_by_id: is out of order",
    );
    planted(
        "put an index out of order",
        "job_by_id",
        "key, row, PRIMARY KEY (key DESC, row)",
        BY_JOB_ID,
        "",
        "index job_by_id: is out of order",
    );
    planted(
        "let an ID lead to no entry",
        "job_by_id",
        pair,
        BY_JOB_ID,
        "INSERT INTO planted VALUES ('0000beef-0000-4000-8000-00000fffffff', 100000)",
        "index job_by_id: holds a record that its table does not call for",
    );
    planted(
        "let a request that nobody made lead to an entry",
        "entry_by_request_key",
        pair,
        BY_KEY,
        "INSERT INTO planted VALUES (zeroblob(32), 801)",
        "index entry_by_request_key: holds a record",
    );
    planted(
        "hide a request",
        "entry_by_request_key",
        pair,
        BY_KEY,
        "DELETE FROM planted WHERE row = 801",
        "index entry_by_request_key: lacks the record of a row",
    );
    planted(
        "list a job as a retry of another",
        "entry_by_retry_of",
        pair,
        BY_RETRY,
        "UPDATE planted SET key = 792 WHERE row = 808",
        "index entry_by_retry_of: holds a record",
    );
    planted(
        "hide a retry",
        "entry_by_retry_of",
        pair,
        BY_RETRY,
        "DELETE FROM planted WHERE row = 808",
        "index entry_by_retry_of: lacks the record of a row",
    );
    planted(
        "list a job with another status",
        "job_state_by_status",
        pair,
        BY_STATUS,
        "UPDATE planted SET key = 2 WHERE row = 802",
        "index job_state_by_status: holds a record",
    );
    planted(
        "hide a job from the list of its status",
        "job_state_by_status",
        pair,
        BY_STATUS,
        "DELETE FROM planted WHERE row = 802",
        "index job_state_by_status: lacks the record of a row",
    );
    planted(
        "list a job as a call under way",
        "job_state_open_calls",
        pair,
        OPEN,
        "INSERT INTO planted VALUES (1, 802)",
        "index job_state_open_calls: holds a record",
    );
    planted(
        "list a job as a call under way, behind one that no search reads",
        "job_state_open_calls",
        "key, row, PRIMARY KEY (key DESC, row)",
        OPEN,
        "INSERT INTO planted VALUES (9, 801), (1, 802)",
        "index job_state_open_calls: holds records that its table does not call for",
    );
    planted(
        "count a user among those with the most jobs twice",
        "counter_by_jobs",
        JOBS_DESC,
        BY_JOBS,
        "INSERT INTO planted SELECT user, kind, jobs + 100, first, value FROM planted WHERE user = 0 AND kind = 1",
        "index counter_by_jobs: holds a record",
    );
    planted(
        "hide a user from those with the most jobs",
        "counter_by_jobs",
        JOBS_DESC,
        BY_JOBS,
        "DELETE FROM planted WHERE user = 0 AND kind = 1 AND first = 0",
        "index counter_by_jobs: lacks the record of a row",
    );
    planted(
        "turn the order of those with the most jobs round",
        "counter_by_jobs",
        "user, kind, jobs, first, value, PRIMARY KEY (user, kind, jobs, first, value)",
        BY_JOBS,
        "",
        "index counter_by_jobs: is out of order",
    );
    planted(
        "let a user's name lead to another user",
        "sqlite_autoindex_term_1",
        "kind, value, id, PRIMARY KEY (kind, value, id)",
        BY_VALUE,
        "UPDATE planted SET id = (SELECT id FROM planted WHERE value = 'noor') WHERE value = 'anna'",
        "index sqlite_autoindex_term_1: lacks the record of a row",
    );
    planted(
        "hide a customer's name",
        "sqlite_autoindex_term_1",
        "kind, value, id, PRIMARY KEY (kind, value, id)",
        BY_VALUE,
        "DELETE FROM planted WHERE kind = 5 AND id = 20",
        "index sqlite_autoindex_term_1: lacks the record",
    );
    planted(
        "put the counters out of order",
        "counter",
        "user, kind, value, a, b, c, d, e, PRIMARY KEY (user DESC, kind, value)",
        "INSERT INTO planted SELECT * FROM counter",
        "",
        "index sqlite_autoindex_counter_1: is out of order",
    );
    planted(
        "put the subtrees out of order",
        "subtree",
        "level, idx, hash, PRIMARY KEY (level, idx DESC)",
        "INSERT INTO planted SELECT * FROM subtree",
        "",
        "index sqlite_autoindex_subtree_1: is out of order",
    );
    planted(
        "put the postings out of order",
        "posting",
        "run, term, block, PRIMARY KEY (run, term DESC)",
        "INSERT INTO planted SELECT * FROM posting",
        "",
        "index sqlite_autoindex_posting_1: is out of order",
    );
    let schema = |name: &str, change: &str, words| {
        attack(name, &format!("PRAGMA writable_schema = ON; {change}"), None, words)
    };
    attacks.extend([
        schema("swap the pages of two indexes",
            "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
                                                   WHERE name IN ('job_state_by_status', 'job_state_open_calls')) - rootpage
              WHERE name IN ('job_state_by_status', 'job_state_open_calls')", "index job_state_"),
        schema("give two indexes the same pages",
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'job_state_by_status')
              WHERE name = 'counter_by_jobs'", "have the same pages"),
        schema("name an index twice, with pages of another",
            "CREATE TABLE planted (kind, value, id, PRIMARY KEY (kind, value, id)) WITHOUT ROWID;
             INSERT INTO sqlite_schema SELECT type, name, tbl_name,
                    (SELECT rootpage FROM sqlite_schema WHERE name = 'planted'), sql
               FROM sqlite_schema WHERE name = 'sqlite_autoindex_term_1';
             DELETE FROM sqlite_schema WHERE name = 'planted'",
            "schema: index sqlite_autoindex_term_1 has another row of its name"),
        schema("give a view pages",
            "UPDATE sqlite_schema SET rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'tree')
              WHERE name = 'jobs'", "malformed database schema (jobs)"),
        schema("change a collation",
            "UPDATE sqlite_schema SET sql = replace(sql, 'value TEXT NOT NULL', 'value TEXT NOT NULL COLLATE NOCASE')
              WHERE name = 'term'", "schema: table term was changed"),
        schema("generate a column",
            "UPDATE sqlite_schema SET sql = replace(sql, 'past        INTEGER NOT NULL', 'past INTEGER AS (first + 512)')
              WHERE name = 'run'", "schema: table run was changed"),
        schema("let a column stand for the row's number no longer",
            "UPDATE sqlite_schema SET sql = replace(sql, 'job          INTEGER PRIMARY KEY', 'job INT PRIMARY KEY')
              WHERE name = 'job_state'", "schema: table job_state was changed"),
        schema("change which rows an index has",
            "UPDATE sqlite_schema SET sql = replace(sql, 'status = 0', 'status = 2') WHERE name = 'job_state_open_calls'",
            "schema: index job_state_open_calls was changed"),
    ]);
    attacks
}
