-- The ledger: one table of entries, the texts that they share, and what is derived from them.
-- `entry` and `term` are the record. `job_by_id`, `job_state`, `counter`, `tree`, `subtree`, and of the entries `leaf_hash`, the
-- roots, the other hashes and the counts of outcomes can be computed from it anew; `run` and `posting` grow again by themselves when they are emptied.

-- Texts, each stored once. kind: 1 user, 2 action, 3 batch, 4 cluster URL, 5 customer.
CREATE TABLE term (
    id    INTEGER PRIMARY KEY,
    kind  INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 5),
    value TEXT NOT NULL,
    UNIQUE (kind, value)
) STRICT;

-- The entries, in the order of the ledger. Times are microseconds since 1970 in UTC.
-- kind: 1 job_created, 2 job_imported, 3 status_changed, 4 note_added.
-- status: 0 IN_PROGRESS, 1 SUCCESS, 2 FAILED, 3 UNCONFIRMED. source: 1 gateway, 2 api, 3 import, 4 embedded.
-- cause: 1 answered, 2 unreadable_answer, 3 inconclusive_answer, 4 timed_out, 5 connection_lost, 6 never_sent, 7 withheld,
-- 8 interrupted, 9 reported, 10 imported.
-- What may be long stands last, so that reading the rest of a row does not touch it. What a leaf says of a list or of a payload,
-- its length and its hash, is kept beside it, so that a job with a hundred thousand customers is shown as fast as one with five.
CREATE TABLE entry (
    idx              INTEGER PRIMARY KEY CHECK (idx >= 0),
    kind             INTEGER NOT NULL CHECK (kind BETWEEN 1 AND 4),
    recorded_at      INTEGER NOT NULL,
    job              INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED,  -- status_changed, note_added: its job's first entry
    previous         INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED,  -- status_changed, note_added: its job's entry before
    job_id           BLOB,     -- 16 bytes
    user             INTEGER NOT NULL REFERENCES term DEFERRABLE INITIALLY DEFERRED,  -- status_changed, note_added: the actor
    submitted_by     INTEGER REFERENCES term DEFERRABLE INITIALLY DEFERRED,  -- where it is not the user
    source           INTEGER,
    action           INTEGER REFERENCES term DEFERRABLE INITIALLY DEFERRED,
    action_code      INTEGER,
    batch            INTEGER REFERENCES term DEFERRABLE INITIALLY DEFERRED,
    cluster          INTEGER REFERENCES term DEFERRABLE INITIALLY DEFERRED,
    retry_of         INTEGER REFERENCES entry DEFERRABLE INITIALLY DEFERRED,
    created_at       INTEGER,  -- job_imported; a created job's is recorded_at
    updated_at       INTEGER,  -- job_imported
    status           INTEGER CHECK (status BETWEEN 0 AND 3),
    cause            INTEGER CHECK (cause BETWEEN 1 AND 10),  -- where there is a status
    http_status      INTEGER,
    customer_count   INTEGER,
    customers_root   BLOB,     -- 32 bytes; job_created, job_imported
    outcome_count    INTEGER,  -- where there are outcomes
    outcomes_root    BLOB,     -- 32 bytes; where there are outcomes
    named_success    INTEGER,  -- status_changed: for how many customers it ended so, of those that this entry or the job's
    named_failed     INTEGER,  -- change before it names; none of the three where neither names any
    named_unconfirmed INTEGER,
    payload_sha256   BLOB,     -- 32 bytes; where there is a request_payload
    original_sha256  BLOB,     -- 32 bytes; where there is an original
    leaf_hash        BLOB NOT NULL,  -- 32 bytes
    request_key      BLOB,     -- 32 bytes; the caller's and the key's SHA-256
    error_message    TEXT,
    text             TEXT,     -- note_added
    response_summary TEXT,
    outcomes         TEXT,     -- JSON: [[customer's term, status, message or null], …], by cid
    customers        TEXT,     -- JSON: [customer's term, …], by cid
    request_payload  TEXT,
    original         TEXT,
    CHECK ((kind >= 3) = (job_id IS NULL)),
    CHECK ((kind >= 3) = (job IS NOT NULL)),
    CHECK ((kind = 4) = (text IS NOT NULL))
) STRICT;

-- The jobs by their IDs, as text: what the view `jobs` shows and the shell asks for. An index over the blob would not serve
-- it, and one over an expression would cost each insert a tenth of its time.
CREATE TABLE job_by_id (
    job_id TEXT PRIMARY KEY,
    job    INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- So that a request that is sent again is known for ever.
CREATE UNIQUE INDEX entry_by_request_key ON entry (request_key) WHERE request_key IS NOT NULL;

-- A job's retries, in order. It has no record of other jobs, so that they are no slower to record.
CREATE INDEX entry_by_retry_of ON entry (retry_of) WHERE retry_of IS NOT NULL;

-- Where each job stands: its status, and which entries say so, so that nobody needs to pass a job's notes to find its status,
-- nor its changes of status to find its notes. Triggers hold it to what the entries say.
CREATE TABLE job_state (
    job          INTEGER PRIMARY KEY,
    status       INTEGER NOT NULL CHECK (status BETWEEN 0 AND 3),
    source       INTEGER NOT NULL,
    last_change  INTEGER CHECK (last_change > job),           -- its newest change of status, if any
    first_change INTEGER CHECK (first_change > job),          -- the one before that, if any
    last_note    INTEGER CHECK (last_note > job),             -- its newest note, if any
    notes        INTEGER NOT NULL CHECK (notes BETWEEN 0 AND 1000),
    CHECK (first_change IS NULL OR first_change < coalesce(last_change, job)),
    CHECK ((notes = 0) = (last_note IS NULL))
) STRICT;

-- SQLite ends each record of an index with the row's number, here the job, so those of a status are in its order. The job
-- is not named once more: a record would hold it twice, and a search would go by the one and an answer by the other.
CREATE INDEX job_state_by_status ON job_state (status);

-- The gateway's calls under way, so that settling what a crash left takes the time of those alone.
CREATE INDEX job_state_open_calls ON job_state (source) WHERE status = 0 AND source = 1;

-- How many jobs of each status there are, so that statistics need not count them. A job is counted in six rows: user 0,
-- which stands for all users, with kind 0 (all jobs), 1 (its user), 2 (its action) and 3 (the day of its creation); and
-- its own user with kinds 2 and 3.
CREATE TABLE counter (
    user        INTEGER NOT NULL,
    kind        INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
    value       INTEGER NOT NULL,  -- 0; a term; a term; days since 1970-01-01 in UTC
    first       INTEGER NOT NULL,  -- the first entry of the first job that it counts
    in_progress INTEGER NOT NULL CHECK (in_progress >= 0),
    success     INTEGER NOT NULL CHECK (success >= 0),
    failed      INTEGER NOT NULL CHECK (failed >= 0),
    unconfirmed INTEGER NOT NULL CHECK (unconfirmed >= 0),
    PRIMARY KEY (user, kind, value)
) STRICT, WITHOUT ROWID;

-- Users and actions with the most jobs; of those with as many, what was used first.
CREATE INDEX counter_by_jobs
    ON counter (user, kind, in_progress + success + failed + unconfirmed DESC, first) WHERE kind IN (1, 2);

-- The Merkle tree's right edge over all entries: the roots of its perfect subtrees, largest first.
CREATE TABLE tree (
    id          INTEGER PRIMARY KEY CHECK (id = 0),
    size        INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL,
    edge        BLOB NOT NULL
) STRICT;

INSERT INTO tree (id, size, recorded_at, edge) VALUES (0, 0, 0, x'');

-- Nodes of the tree, with the leaves' hashes all that a tile is made of: the root of each complete subtree of 256
-- leaves (level 1), of 65,536 (level 2) and so on; idx counts those of a level from the left.
CREATE TABLE subtree (
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 7),
    idx   INTEGER NOT NULL,
    hash  BLOB NOT NULL CHECK (length(hash) = 32),
    PRIMARY KEY (level, idx)
) STRICT, WITHOUT ROWID;

-- The reverse index from terms to jobs, written a run of entries at a time. A run begins where the last one
-- ends. It is open until its postings are all written; entries after the last complete run are found by
-- reading them.
CREATE TABLE run (
    first       INTEGER PRIMARY KEY,
    past        INTEGER NOT NULL,  -- the index after the run's last entry
    created_min INTEGER NOT NULL,
    created_max INTEGER NOT NULL,
    next_term   INTEGER            -- the open run's postings are written up to this term; 0 at first
) STRICT;

-- Which jobs of a run use a term. block: the postings of neighbouring terms, the first of which is `term`, as blocks.rs
-- spells them. Another posting is put into a block as long as 960 bytes are enough.
CREATE TABLE posting (
    run   INTEGER NOT NULL,
    term  INTEGER NOT NULL,
    block BLOB NOT NULL,
    PRIMARY KEY (run, term)
) STRICT, WITHOUT ROWID;

-- Append-only, also for those who come with a connection of their own. An insert is checked too, because
-- INSERT OR REPLACE removes the row in its way without firing a single trigger on removal.
--
-- raise(ROLLBACK), the deferred foreign keys, and no call of a function in a CHECK or trigger, spare each insert a
-- statement journal, which SQLite keeps whenever a statement with triggers may have to be undone alone. It costs an
-- eighth of the writer's time. So the lengths of blobs are checked where rows are read.
CREATE TRIGGER entry_only_grows BEFORE INSERT ON entry
WHEN NEW.idx IS NOT (SELECT coalesce(max(idx), -1) + 1 FROM entry)
BEGIN SELECT raise(ROLLBACK, 'append-only: an entry takes the next index'); END;

CREATE TRIGGER entry_request_key_is_new BEFORE INSERT ON entry
WHEN NEW.request_key IS NOT NULL AND EXISTS (SELECT 1 FROM entry WHERE request_key = NEW.request_key)
BEGIN SELECT raise(ROLLBACK, 'append-only: the request_key is already recorded'); END;

CREATE TRIGGER entry_is_never_updated BEFORE UPDATE ON entry
BEGIN SELECT raise(ROLLBACK, 'append-only: an entry is never changed'); END;

CREATE TRIGGER entry_is_never_removed BEFORE DELETE ON entry
BEGIN SELECT raise(ROLLBACK, 'append-only: an entry is never removed'); END;

CREATE TRIGGER term_only_grows BEFORE INSERT ON term
WHEN NEW.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM term)
  OR EXISTS (SELECT 1 FROM term WHERE kind = NEW.kind AND value = NEW.value)
BEGIN SELECT raise(ROLLBACK, 'append-only: a term is recorded once, and takes the next number'); END;

CREATE TRIGGER term_is_never_updated BEFORE UPDATE ON term
BEGIN SELECT raise(ROLLBACK, 'append-only: a term is never changed'); END;

CREATE TRIGGER term_is_never_removed BEFORE DELETE ON term
BEGIN SELECT raise(ROLLBACK, 'append-only: a term is never removed'); END;

CREATE TRIGGER job_by_id_is_new BEFORE INSERT ON job_by_id
WHEN EXISTS (SELECT 1 FROM job_by_id WHERE job_id = NEW.job_id)
  OR NEW.job IS NOT (SELECT max(idx) FROM entry)
BEGIN SELECT raise(ROLLBACK, 'append-only: a job_id is recorded once, with the entry that creates its job'); END;

CREATE TRIGGER job_by_id_is_never_updated BEFORE UPDATE ON job_by_id
BEGIN SELECT raise(ROLLBACK, 'append-only: a job_id is never changed'); END;

CREATE TRIGGER job_by_id_is_never_removed BEFORE DELETE ON job_by_id
BEGIN SELECT raise(ROLLBACK, 'append-only: a job_id is never removed'); END;

CREATE TRIGGER job_state_is_new BEFORE INSERT ON job_state
WHEN NEW.last_change IS NOT NULL OR NEW.first_change IS NOT NULL OR NEW.notes <> 0 OR EXISTS (SELECT 1 FROM job_state WHERE job = NEW.job)
  OR NOT EXISTS (SELECT 1 FROM entry
                  WHERE idx = NEW.job AND job_id IS NOT NULL
                    AND source = NEW.source AND coalesce(status, 0) = NEW.status)
BEGIN SELECT raise(ROLLBACK, 'append-only: a job''s first state is that of its first entry'); END;

CREATE TRIGGER job_state_only_moves_forward BEFORE UPDATE ON job_state
WHEN NEW.job IS NOT OLD.job OR NEW.source IS NOT OLD.source
  OR NOT (
        (NEW.last_note, NEW.notes) IS (OLD.last_note, OLD.notes)
    AND OLD.first_change IS NULL AND NEW.first_change IS OLD.last_change
    AND EXISTS (SELECT 1 FROM entry
                 WHERE idx = NEW.last_change AND kind = 3 AND job = OLD.job AND status = NEW.status
                   AND previous = iif(OLD.last_note > coalesce(OLD.last_change, OLD.job), OLD.last_note,
                                      coalesce(OLD.last_change, OLD.job)))
     OR (NEW.status, NEW.last_change, NEW.first_change) IS (OLD.status, OLD.last_change, OLD.first_change)
    AND NEW.notes = OLD.notes + 1
    AND EXISTS (SELECT 1 FROM entry
                 WHERE idx = NEW.last_note AND kind = 4 AND job = OLD.job
                   AND previous = iif(OLD.last_note > coalesce(OLD.last_change, OLD.job), OLD.last_note,
                                      coalesce(OLD.last_change, OLD.job))))
BEGIN SELECT raise(ROLLBACK, 'append-only: a job''s state is that of its newest entries'); END;

CREATE TRIGGER job_state_is_never_removed BEFORE DELETE ON job_state
BEGIN SELECT raise(ROLLBACK, 'append-only: a job''s state is never removed'); END;

CREATE TRIGGER counter_begins_with_its_first_job BEFORE INSERT ON counter
WHEN EXISTS (SELECT 1 FROM counter WHERE user = NEW.user AND kind = NEW.kind AND value = NEW.value)
  OR NOT EXISTS (SELECT 1 FROM entry
                  WHERE idx = NEW.first AND job_id IS NOT NULL
                    AND (NEW.user = 0 OR (NEW.user = user AND NEW.kind IN (2, 3)))
                    AND NEW.value = CASE NEW.kind WHEN 0 THEN 0 WHEN 1 THEN user WHEN 2 THEN action
                                    WHEN 3 THEN coalesce(created_at, recorded_at) / 86400000000 END)
BEGIN SELECT raise(ROLLBACK, 'append-only: a counter begins with the first job that it counts'); END;

CREATE TRIGGER counter_only_grows BEFORE UPDATE ON counter
WHEN (NEW.user, NEW.kind, NEW.value, NEW.first) IS NOT (OLD.user, OLD.kind, OLD.value, OLD.first)
  OR NEW.in_progress + NEW.success + NEW.failed + NEW.unconfirmed
   < OLD.in_progress + OLD.success + OLD.failed + OLD.unconfirmed
  OR NEW.in_progress + NEW.success + NEW.failed + NEW.unconfirmed
   > (SELECT max(idx) + 1 FROM entry)
BEGIN SELECT raise(ROLLBACK, 'append-only: a counter counts no fewer jobs, and no more than there are entries'); END;

CREATE TRIGGER counter_is_never_removed BEFORE DELETE ON counter
BEGIN SELECT raise(ROLLBACK, 'append-only: a counter is never removed'); END;

CREATE TRIGGER tree_is_one BEFORE INSERT ON tree
BEGIN SELECT raise(ROLLBACK, 'append-only: there is one tree'); END;

CREATE TRIGGER tree_only_grows BEFORE UPDATE ON tree
WHEN NEW.id IS NOT OLD.id OR NEW.size <= OLD.size
  OR NEW.recorded_at IS NOT (SELECT recorded_at FROM entry WHERE idx = NEW.size - 1)
  OR NEW.size IS NOT (SELECT max(idx) + 1 FROM entry)
BEGIN SELECT raise(ROLLBACK, 'append-only: the tree grows with the entries'); END;

CREATE TRIGGER tree_is_never_removed BEFORE DELETE ON tree
BEGIN SELECT raise(ROLLBACK, 'append-only: the tree is never removed'); END;

CREATE TRIGGER subtree_follows_the_last_one BEFORE INSERT ON subtree
WHEN NEW.idx IS NOT coalesce((SELECT max(idx) + 1 FROM subtree WHERE level = NEW.level), 0)
  OR NEW.idx + 1 > (SELECT max(idx) + 1 FROM entry) >> (8 * NEW.level)
BEGIN SELECT raise(ROLLBACK, 'append-only: a subtree is recorded once, when it is complete'); END;

CREATE TRIGGER subtree_is_never_updated BEFORE UPDATE ON subtree
BEGIN SELECT raise(ROLLBACK, 'append-only: a subtree is never changed'); END;

CREATE TRIGGER subtree_is_never_removed BEFORE DELETE ON subtree
BEGIN SELECT raise(ROLLBACK, 'append-only: a subtree is never removed'); END;

CREATE TRIGGER run_follows_the_last_one BEFORE INSERT ON run
WHEN NEW.first IS NOT coalesce((SELECT past FROM run ORDER BY first DESC LIMIT 1), 0)
  OR (SELECT next_term FROM run ORDER BY first DESC LIMIT 1) IS NOT NULL
  OR NEW.past <= NEW.first OR NEW.past > NEW.first + 65536
  OR NEW.past > (SELECT size FROM tree WHERE id = 0)
  OR NEW.next_term IS NOT 0
BEGIN SELECT raise(ROLLBACK, 'append-only: a run begins open, where the last one ends'); END;

CREATE TRIGGER run_keeps_its_bounds BEFORE UPDATE ON run
WHEN (NEW.first, NEW.past, NEW.created_min, NEW.created_max)
     IS NOT (OLD.first, OLD.past, OLD.created_min, OLD.created_max)
  OR OLD.next_term IS NULL OR NEW.next_term <= OLD.next_term
BEGIN SELECT raise(ROLLBACK, 'append-only: a run only moves forward'); END;

CREATE TRIGGER run_is_never_removed BEFORE DELETE ON run
BEGIN SELECT raise(ROLLBACK, 'append-only: a run is never removed'); END;

CREATE TRIGGER posting_belongs_to_the_open_run BEFORE INSERT ON posting
WHEN NOT EXISTS (SELECT 1 FROM run WHERE first = NEW.run AND next_term <= NEW.term)
  OR EXISTS (SELECT 1 FROM posting WHERE run = NEW.run AND term = NEW.term)
BEGIN SELECT raise(ROLLBACK, 'append-only: a posting is written once, while its run is open'); END;

CREATE TRIGGER posting_is_never_updated BEFORE UPDATE ON posting
BEGIN SELECT raise(ROLLBACK, 'append-only: a posting is never changed'); END;

CREATE TRIGGER posting_is_never_removed BEFORE DELETE ON posting
BEGIN SELECT raise(ROLLBACK, 'append-only: a posting is never removed'); END;

-- The tables that the Flask dashboard had, as views, so that its queries still work in the sqlite3 shell. Each column is a
-- query of its own, which SQLite leaves out where a statement does not show it, so that a count reads the pages of
-- job_by_id alone, and a job is found there by its ID. A join would be made for each row, also for a count.
CREATE VIEW jobs AS
SELECT i.job_id AS job_id,
       (SELECT t.value FROM entry AS e JOIN term AS t ON t.id = e.user WHERE e.idx = i.job) AS user_id,
       (SELECT t.value FROM entry AS e JOIN term AS t ON t.id = e.submitted_by WHERE e.idx = i.job) AS submitted_by,
       (SELECT t.value FROM entry AS e JOIN term AS t ON t.id = e.batch WHERE e.idx = i.job) AS batch_id,
       (SELECT e.action_code FROM entry AS e WHERE e.idx = i.job) AS action_code,
       (SELECT t.value FROM entry AS e JOIN term AS t ON t.id = e.action WHERE e.idx = i.job) AS action_name,
       (SELECT t.value FROM entry AS e JOIN term AS t ON t.id = e.cluster WHERE e.idx = i.job) AS cluster_url,
       (SELECT strftime('%Y-%m-%dT%H:%M:%S', coalesce(e.created_at, e.recorded_at) / 1000000, 'unixepoch')
                   || printf('.%06dZ', coalesce(e.created_at, e.recorded_at) % 1000000)
          FROM entry AS e WHERE e.idx = i.job) AS created_at,
       (SELECT e.request_payload FROM entry AS e WHERE e.idx = i.job) AS request_payload,
       (SELECT l.response_summary FROM job_state AS s JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job) WHERE s.job = i.job)
           AS response_summary,
       (SELECT CASE s.status WHEN 0 THEN 'IN_PROGRESS' WHEN 1 THEN 'SUCCESS' WHEN 2 THEN 'FAILED'
                             WHEN 3 THEN 'UNCONFIRMED' END FROM job_state AS s WHERE s.job = i.job) AS status,
       (SELECT CASE l.cause WHEN 1 THEN 'answered' WHEN 2 THEN 'unreadable_answer' WHEN 3 THEN 'inconclusive_answer'
                            WHEN 4 THEN 'timed_out' WHEN 5 THEN 'connection_lost' WHEN 6 THEN 'never_sent'
                            WHEN 7 THEN 'withheld' WHEN 8 THEN 'interrupted' WHEN 9 THEN 'reported'
                            WHEN 10 THEN 'imported' END
          FROM job_state AS s JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job) WHERE s.job = i.job) AS cause,
       (SELECT l.http_status FROM job_state AS s JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job) WHERE s.job = i.job) AS http_status,
       (SELECT l.error_message FROM job_state AS s JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job) WHERE s.job = i.job)
           AS error_message,
       (SELECT strftime('%Y-%m-%dT%H:%M:%S', iif(s.last_change IS NULL, l.updated_at, l.recorded_at) / 1000000, 'unixepoch')
                   || printf('.%06dZ', iif(s.last_change IS NULL, l.updated_at, l.recorded_at) % 1000000)
          FROM job_state AS s JOIN entry AS l ON l.idx = coalesce(s.last_change, s.job) WHERE s.job = i.job) AS updated_at,
       (SELECT e.customer_count FROM entry AS e WHERE e.idx = i.job) AS customer_count,
       (SELECT s.notes FROM job_state AS s WHERE s.job = i.job) AS note_count,
       (SELECT n.text FROM job_state AS s JOIN entry AS n ON n.idx = s.last_note WHERE s.job = i.job) AS newest_note,
       0 AS deleted
  FROM job_by_id AS i;

CREATE VIEW job_customers AS
SELECT (i.job << 17) | m.key AS id,
       i.job_id AS job_id,
       t.value AS cid,
       0 AS deleted
  FROM job_by_id AS i
  JOIN entry AS e ON e.idx = i.job
  JOIN json_each(e.customers) AS m
  JOIN term AS t ON t.id = m.value;

-- All notes of all jobs. Reads every entry, since nothing but the newest note of a job is found without that.
CREATE VIEW job_notes AS
SELECT n.idx AS idx,
       lower(substr(hex(j.job_id), 1, 8) || '-' || substr(hex(j.job_id), 9, 4) || '-' || substr(hex(j.job_id), 13, 4) || '-' ||
             substr(hex(j.job_id), 17, 4) || '-' || substr(hex(j.job_id), 21)) AS job_id,
       strftime('%Y-%m-%dT%H:%M:%S', n.recorded_at / 1000000, 'unixepoch') || printf('.%06dZ', n.recorded_at % 1000000)
           AS recorded_at,
       t.value AS actor,
       n.text AS text,
       0 AS deleted
  FROM entry AS n
  JOIN entry AS j ON j.idx = n.job
  JOIN term AS t ON t.id = n.user
 WHERE n.kind = 4;
