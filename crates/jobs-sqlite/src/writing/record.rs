//! What is recorded, as the writer's open transaction sees it: the rows that a draft becomes.

use std::collections::HashSet;

use jobs_core::backend::{JobState, Lookup};
use jobs_core::merkle::Hash;
use jobs_core::{
    Cid, CustomerSet, Day, Draft, Entry, ImportedJob, Index, JobId, NewJob, NewNote, OutcomeCounts,
    Outcomes, RequestKey, Result, Status, StatusChange, StatusChanges, StatusDetails, Timestamp,
};
use rusqlite::{CachedStatement, Connection, OptionalExtension, named_params, params};
use uuid::Uuid;

use crate::error::{Context, corrupt};
use crate::format::codes::{
    cause_to_sql, from_sql, kind, source_to_sql, status_from_sql, status_to_sql, to_sql,
};
use crate::format::counters::{Group, Tally};
use crate::format::digests::Digests;
use crate::format::term_array::{self, TermArray};
use crate::format::term_kind::TermKind;
use crate::reading::{customers, entries, lookups};
use crate::writing::counters;
use crate::writing::terms::{TermTable, Terms};

/// What the row of a new job holds, as far as it is known without asking the ledger.
#[derive(Default)]
pub(crate) struct Row {
    pub(crate) user: Option<i64>,
    pub(crate) action: Option<i64>,
    pub(crate) customers: Option<String>,
}

/// What is recorded, as the open transaction sees it.
pub(crate) struct RecordedEntries<'t> {
    pub(crate) sql: &'t Connection,
    terms: &'t mut Terms,
    recorded_terms: TermTable<'t>,
    statements: Statements<'t>,
    /// The greatest ID that is recorded.
    newest_id: Option<Uuid>,
    /// The first of the jobs whose states are not written yet because nothing has asked for them.
    stateless: Option<i64>,
    /// How the batch changes the counters.
    pub(crate) tally: Tally,
}

/// The statements that every new job runs, looked up once a batch.
///
/// `OR ROLLBACK` spares them a statement journal, as the schema explains. It changes nothing else:
/// a constraint that fails here is a fault, and ends the batch.
struct Statements<'t> {
    job_state: CachedStatement<'t>,
    insert_job: CachedStatement<'t>,
    insert_id: CachedStatement<'t>,
    insert_states: CachedStatement<'t>,
}

impl<'t> Statements<'t> {
    const JOB_STATE: &'static str = "SELECT i.job, e.job_id IS ?2, s.status, s.last_change, s.first_change, s.last_note, s.notes
        FROM job_by_id AS i LEFT JOIN entry AS e ON e.idx = i.job LEFT JOIN job_state AS s ON s.job = i.job
       WHERE i.job_id = ?1";

    const INSERT_JOB: &'static str = "INSERT OR ROLLBACK INTO entry (
            idx, kind, recorded_at, job_id, user, submitted_by, source, action, action_code, batch,
            cluster, retry_of, created_at, updated_at, status, cause, http_status, customer_count,
            leaf_hash, request_key, error_message, customers, response_summary, request_payload,
            original, customers_root, payload_sha256, original_sha256)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10,
            ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18,
            ?19, ?20, ?21, ?22, ?23, ?24,
            ?25, ?26, ?27, ?28)";

    const INSERT_ID: &'static str =
        "INSERT OR ROLLBACK INTO job_by_id (job_id, job) VALUES (?1, ?2)";

    /// One statement for many jobs takes two thirds of the time of one for each.
    const INSERT_STATES: &'static str =
        "INSERT OR ROLLBACK INTO job_state (job, status, source, notes)
         SELECT idx, coalesce(status, 0), source, 0 FROM entry
          WHERE idx >= ?1 AND job_id IS NOT NULL ORDER BY idx";

    fn prepare(sql: &'t Connection) -> Result<Self> {
        let prepare = |text| sql.prepare_cached(text).doing("preparing a statement");
        Ok(Self {
            job_state: prepare(Self::JOB_STATE)?,
            insert_job: prepare(Self::INSERT_JOB)?,
            insert_id: prepare(Self::INSERT_ID)?,
            insert_states: prepare(Self::INSERT_STATES)?,
        })
    }
}

/// What `job_state` holds of a job; no status where there is no row.
struct StateRow {
    status: Option<i64>,
    last_change: Option<i64>,
    first_change: Option<i64>,
    last_note: Option<i64>,
    notes: Option<i64>,
}

impl StateRow {
    fn into_state(self, first: i64, status: i64) -> Result<JobState> {
        let damage =
            |what: &dyn std::fmt::Display| corrupt(format!("entry {first}: job_state: {what}"));
        let changes = self.first_change.into_iter().chain(self.last_change).map(from_sql);
        let changes = StatusChanges::try_from(changes.collect::<Result<Vec<_>>>()?);
        let notes = usize::try_from(self.notes.unwrap_or(0));
        Ok(JobState {
            first: from_sql(first)?,
            status: status_from_sql(status)?,
            changes: changes.map_err(|error| damage(&error))?,
            note_count: notes.map_err(|error| damage(&error))?,
            newest_note: self.last_note.map(from_sql).transpose()?,
        })
    }
}

impl Lookup for RecordedEntries<'_> {
    fn job(&mut self, job_id: JobId) -> Result<Option<JobState>> {
        // The IDs that the ledger makes begin with the time: nearly every new one comes after all
        // others.
        if self.newest_id.is_none_or(|newest| newest < *job_id.as_uuid()) {
            return Ok(None);
        }
        let mut text = [0; lookups::ID_LENGTH];
        let key = (lookups::id_text(&mut text, job_id), job_id.as_uuid().as_bytes());
        let select = &mut self.statements.job_state;
        let found = select.query_row(key, |row| {
            let state = StateRow {
                status: row.get(2)?,
                last_change: row.get(3)?,
                first_change: row.get(4)?,
                last_note: row.get(5)?,
                notes: row.get(6)?,
            };
            Ok((row.get(0)?, row.get(1)?, state))
        });
        let row: Option<(i64, bool, StateRow)> = found.optional().doing("looking up a job")?;
        let Some((first, is_it, state)) = row else { return Ok(None) };
        let first = lookups::led_to(first, is_it, "job_id")?;
        match state.status {
            Some(status) => state.into_state(first, status).map(Some),
            None if self.stateless.is_some() => {
                self.write_states()?;
                self.job(job_id)
            }
            None => Err(corrupt(format!("entry {first}: its job has no state"))),
        }
    }

    fn request(&mut self, key: RequestKey) -> Result<Option<Index>> {
        lookups::request(self.sql, key)
    }

    fn entry(&mut self, index: Index) -> Result<Entry> {
        entries::entry(self.sql, index)?.ok_or_else(|| corrupt(format!("entry {index} is missing")))
    }

    fn unknown_customer(&mut self, first: Index, outcomes: &Outcomes) -> Result<Option<Cid>> {
        if outcomes.is_empty() {
            return Ok(None);
        }
        // A customer that was never recorded is not one of the job's. The others are looked for by
        // their numbers, in one pass over the job's array.
        let mut terms = Vec::with_capacity(outcomes.len());
        for outcome in outcomes.iter() {
            terms.push(self.terms.find(
                &mut self.recorded_terms,
                TermKind::Customer,
                outcome.cid.as_str(),
            )?);
        }
        let mut missing: HashSet<i64> = terms.iter().flatten().copied().collect();
        customers::with_customers(self.sql, to_sql(first)?, |json| {
            for term in term_array::terms_in(json) {
                missing.remove(&term?);
            }
            Ok(())
        })?;
        let is_unknown = |term: &Option<i64>| term.is_none_or(|term| missing.contains(&term));
        let at = terms.iter().position(is_unknown);
        Ok(at.and_then(|at| outcomes.iter().nth(at)).map(|outcome| outcome.cid.clone()))
    }
}

impl<'t> RecordedEntries<'t> {
    /// For the open transaction `sql`, of which nothing is written yet.
    pub(crate) fn new(sql: &'t Connection, terms: &'t mut Terms) -> Result<Self> {
        Ok(Self {
            sql,
            terms,
            statements: Statements::prepare(sql)?,
            newest_id: newest_id(sql)?,
            recorded_terms: TermTable::new(sql)?,
            stateless: None,
            tally: Tally::default(),
        })
    }
}

impl RecordedEntries<'_> {
    pub(crate) fn write(
        &mut self,
        entry: &Entry,
        state: JobState,
        leaf: &[u8; 32],
        known: Row,
    ) -> Result<()> {
        let (job, import) = match entry.draft() {
            Draft::JobCreated(job) => (&**job, None),
            Draft::JobImported(import) => (import.job(), Some(&**import)),
            Draft::StatusChanged(change) => return self.write_change(entry, change, state, leaf),
            Draft::NoteAdded(note) => return self.write_note(entry, note, state, leaf),
        };
        self.write_job(entry, job, import, leaf, known)?;
        let first = to_sql(state.first)?;
        let mut text = [0; lookups::ID_LENGTH];
        let id = (lookups::id_text(&mut text, job.job_id()), first);
        self.statements.insert_id.execute(id).doing("recording a job")?;
        self.newest_id = self.newest_id.max(Some(*job.job_id().as_uuid()));
        self.stateless.get_or_insert(first);
        Ok(())
    }

    fn write_job(
        &mut self,
        entry: &Entry,
        job: &NewJob,
        import: Option<&ImportedJob>,
        leaf: &[u8; 32],
        known: Row,
    ) -> Result<()> {
        let facts = job.facts();
        let user = match known.user {
            Some(user) => user,
            None => self.intern(TermKind::User, facts.user_id.as_str())?,
        };
        let submitted_by = self.intern_optional(TermKind::User, facts.submitted_by.as_ref())?;
        let action = match known.action {
            Some(action) => action,
            None => self.intern(TermKind::Action, facts.action_name.as_str())?,
        };
        let batch = self.intern_optional(TermKind::Batch, facts.batch_id.as_ref())?;
        let cluster = self.intern_optional(TermKind::Cluster, facts.cluster_url.as_ref())?;
        let customers = match known.customers {
            Some(json) => json,
            None => self.customers_json(job.customers())?,
        };
        let retry_of = match job.retry_of() {
            Some(earlier) => lookups::first_of(self.sql, earlier)?,
            None => None,
        };
        let details = import.map(ImportedJob::details);
        let digests = Digests::of_job(job, import.and_then(ImportedJob::original));
        let inserted = self.statements.insert_job.execute(params![
            to_sql(entry.index())?,
            if import.is_some() { kind::JOB_IMPORTED } else { kind::JOB_CREATED },
            entry.recorded_at().as_micros(),
            job.job_id().as_uuid().as_bytes(),
            user,
            submitted_by,
            source_to_sql(job.source()),
            action,
            facts.action_code.get(),
            batch,
            cluster,
            retry_of,
            import.map(|import| import.created_at().as_micros()),
            import.and_then(ImportedJob::updated_at).map(Timestamp::as_micros),
            details.map(|details| status_to_sql(details.status)),
            details.map(|details| cause_to_sql(details.cause)),
            details.and_then(http_status),
            to_sql(job.customers().len() as u64)?,
            leaf,
            job.request_key().as_ref().map(lookups::key_bytes),
            details.and_then(error_message),
            customers,
            details.and_then(response_summary),
            job.request_payload().map(|payload| payload.as_str()),
            import.and_then(ImportedJob::original).map(|original| original.as_str()),
            bytes(digests.customers_root.as_ref()),
            bytes(digests.payload.as_ref()),
            bytes(digests.original.as_ref()),
        ]);
        inserted.doing("recording a job")?;
        let day = Day::of(import.map_or(entry.recorded_at(), ImportedJob::created_at));
        let status = details.map_or(Status::InProgress, |details| details.status);
        self.tally.add(Group { user, action, day }, to_sql(entry.index())?, status);
        Ok(())
    }

    fn write_change(
        &mut self,
        entry: &Entry,
        change: &StatusChange,
        state: JobState,
        leaf: &[u8; 32],
    ) -> Result<()> {
        const INSERT: &str =
            "INSERT OR ROLLBACK INTO entry (idx, kind, recorded_at, job, previous, user, status,
                cause, http_status, leaf_hash, request_key, error_message, outcomes, response_summary,
                outcome_count, outcomes_root, named_success, named_failed, named_unconfirmed)
            VALUES (:idx, :kind, :recorded_at, :job, :previous, :user, :status,
                :cause, :http_status, :leaf_hash, :request_key, :error_message, :outcomes,
                :response_summary,
                :outcome_count, :outcomes_root, :named_success, :named_failed, :named_unconfirmed)";
        const UPDATE: &str =
            "UPDATE OR ROLLBACK job_state SET status = ?2, first_change = last_change, last_change = ?3
              WHERE job = ?1";
        const DOING: &str = "recording a change of status";
        let user = self.intern(TermKind::User, change.actor.as_str())?;
        let outcomes = self.outcomes_json(&change.outcomes)?;
        let digests = Digests::of(entry.draft());
        let earlier = state.changes.first().filter(|earlier| *earlier != entry.index());
        let named = self.named(change, earlier)?;
        let first = to_sql(state.first)?;
        let index = to_sql(entry.index())?;
        let status = status_to_sql(change.details.status);
        let mut statement = self.sql.prepare_cached(INSERT).doing(DOING)?;
        let inserted = statement.execute(named_params! {
            ":idx": index,
            ":kind": kind::STATUS_CHANGED,
            ":recorded_at": entry.recorded_at().as_micros(),
            ":job": first,
            ":previous": entry.previous().map(to_sql).transpose()?,
            ":user": user,
            ":status": status,
            ":cause": cause_to_sql(change.details.cause),
            ":http_status": http_status(&change.details),
            ":leaf_hash": leaf,
            ":request_key": change.request_key.as_ref().map(lookups::key_bytes),
            ":error_message": error_message(&change.details),
            ":outcomes": outcomes,
            ":response_summary": response_summary(&change.details),
            ":outcome_count": digests.outcome_count.map(to_sql).transpose()?,
            ":outcomes_root": bytes(digests.outcomes_root.as_ref()),
            ":named_success": count(named.map(|named| named.success))?,
            ":named_failed": count(named.map(|named| named.failed))?,
            ":named_unconfirmed": count(named.map(|named| named.unconfirmed))?,
        });
        inserted.doing(DOING)?;
        self.write_states()?;
        let (group, before) = counters::counted(self.sql, first)?;
        self.tally.move_one(group, before, change.details.status);
        let mut statement = self.sql.prepare_cached(UPDATE).doing(DOING)?;
        statement.execute((first, status, index)).doing(DOING)?;
        Ok(())
    }

    /// How many customers `change` and the one before it name, if they name any.
    fn named(
        &mut self,
        change: &StatusChange,
        earlier: Option<Index>,
    ) -> Result<Option<OutcomeCounts>> {
        let earlier = earlier.map(|earlier| self.entry(earlier)).transpose()?;
        let earlier = earlier.as_ref().map(Entry::draft);
        let named = match earlier {
            Some(Draft::StatusChanged(earlier)) => {
                OutcomeCounts::of(&[&earlier.outcomes, &change.outcomes])
            }
            _ => OutcomeCounts::of(&[&change.outcomes]),
        };
        Ok(Some(named).filter(|named| named.named() > 0))
    }

    fn write_note(
        &mut self,
        entry: &Entry,
        note: &NewNote,
        state: JobState,
        leaf: &[u8; 32],
    ) -> Result<()> {
        const INSERT: &str =
            "INSERT OR ROLLBACK INTO entry (idx, kind, recorded_at, job, previous, user, leaf_hash,
                request_key, text)
            VALUES (:idx, :kind, :recorded_at, :job, :previous, :user, :leaf_hash,
                :request_key, :text)";
        const UPDATE: &str =
            "UPDATE OR ROLLBACK job_state SET last_note = ?2, notes = notes + 1 WHERE job = ?1";
        const DOING: &str = "recording a note";
        let user = self.intern(TermKind::User, note.actor.as_str())?;
        let first = to_sql(state.first)?;
        let index = to_sql(entry.index())?;
        let mut statement = self.sql.prepare_cached(INSERT).doing(DOING)?;
        let inserted = statement.execute(named_params! {
            ":idx": index,
            ":kind": kind::NOTE_ADDED,
            ":recorded_at": entry.recorded_at().as_micros(),
            ":job": first,
            ":previous": entry.previous().map(to_sql).transpose()?,
            ":user": user,
            ":leaf_hash": leaf,
            ":request_key": note.request_key.as_ref().map(lookups::key_bytes),
            ":text": note.text.as_str(),
        });
        inserted.doing(DOING)?;
        self.write_states()?;
        let mut statement = self.sql.prepare_cached(UPDATE).doing(DOING)?;
        statement.execute((first, index)).doing(DOING)?;
        Ok(())
    }

    /// Writes the states of the jobs that have none yet.
    pub(crate) fn write_states(&mut self) -> Result<()> {
        if let Some(first) = self.stateless.take() {
            self.statements.insert_states.execute([first]).doing("recording a job")?;
        }
        Ok(())
    }

    fn intern(&mut self, kind: TermKind, value: &str) -> Result<i64> {
        self.terms.intern(&mut self.recorded_terms, kind, value)
    }

    fn intern_optional(
        &mut self,
        kind: TermKind,
        value: Option<impl AsRef<str>>,
    ) -> Result<Option<i64>> {
        value.map(|value| self.intern(kind, value.as_ref())).transpose()
    }

    /// The customers' terms in the order of their cids.
    fn customers_json(&mut self, customers: &CustomerSet) -> Result<String> {
        let mut json = TermArray::with_capacity(customers.len());
        for cid in customers {
            json.push(self.intern(TermKind::Customer, cid.as_str())?);
        }
        Ok(json.end())
    }

    /// `[[17,2,"does not exist"],[4,1,null]]`; nothing for no outcomes.
    fn outcomes_json(&mut self, outcomes: &Outcomes) -> Result<Option<String>> {
        if outcomes.is_empty() {
            return Ok(None);
        }
        let mut rows = Vec::with_capacity(outcomes.len());
        for outcome in outcomes.iter() {
            let term = self.intern(TermKind::Customer, outcome.cid.as_str())?;
            rows.push((term, status_to_sql(outcome.status), outcome.message.as_ref()));
        }
        serde_json::to_string(&rows).map(Some).doing("recording outcomes")
    }
}

/// The greatest ID that is recorded. If the last value is not an ID, the greatest ID that there
/// could be.
fn newest_id(sql: &Connection) -> Result<Option<Uuid>> {
    const DOING: &str = "looking for the newest ID";
    let select = "SELECT max(job_id) FROM job_by_id";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let text: Option<String> = statement.query_row([], |row| row.get(0)).doing(DOING)?;
    Ok(text.map(|text| text.parse().unwrap_or(Uuid::max())))
}

fn count(customers: Option<usize>) -> Result<Option<i64>> {
    customers.map(|customers| to_sql(customers as u64)).transpose()
}

fn bytes(hash: Option<&Hash>) -> Option<&[u8; 32]> {
    hash.map(Hash::as_bytes)
}

fn http_status(details: &StatusDetails) -> Option<u16> {
    details.http_status.map(jobs_core::HttpStatus::get)
}

fn error_message(details: &StatusDetails) -> Option<&str> {
    details.error_message.as_ref().map(|text| text.as_str())
}

fn response_summary(details: &StatusDetails) -> Option<&str> {
    details.response_summary.as_ref().map(|text| text.as_str())
}
