//! The ledger of the store with a fault: how it appends, and what its entries say of a job.

use std::collections::HashMap;

use jobs_core::backend::{JobState, Lookup, Sequenced, Sequencer, TreeState, restore};
use jobs_core::{
    AnyOf, Appended, Cid, CustomerSet, Draft, Entry, Error, Index, Job, JobDetail, JobFilter,
    JobId, JobIdPrefix, NewJob, NoteText, Outcomes, RequestKey, Result, Status, Timestamp,
};

use crate::faults::Fault;

#[derive(Debug, Default, Clone)]
pub(super) struct Ledger {
    pub(super) fault: Option<Fault>,
    pub(super) state: TreeState,
    pub(super) entries: Vec<Entry>,
    pub(super) jobs: HashMap<JobId, JobState>,
}

impl Ledger {
    fn has(&self, fault: Fault) -> bool {
        self.fault == Some(fault)
    }

    pub(super) fn append_all(&mut self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>> {
        let mut sequencer = Sequencer::new(self.state.clone());
        let now = Timestamp::now();
        let at_start = self.has(Fault::BatchDoesNotSeeItself).then(|| self.clone());
        let mut answers = Vec::new();
        for draft in drafts {
            let sequenced = match at_start.clone() {
                Some(mut at_start) => sequencer.sequence(draft, now, &mut at_start)?,
                None => sequencer.sequence(draft, now, self)?,
            };
            answers.push(match sequenced {
                Sequenced::New(entry, state) => {
                    let answer = sequencer.accept(&entry, |_, _| {})?;
                    self.jobs.insert(entry.job_id(), state);
                    self.entries.push(entry);
                    Ok(answer)
                }
                Sequenced::Repeated(_) if self.has(Fault::RepeatsRefused) => Err(Error::Closed),
                Sequenced::Repeated(answer) => Ok(answer),
                Sequenced::Refused(Error::IllegalTransition { .. })
                    if self.has(Fault::IllegalChangeSwallowed) =>
                {
                    let first = sequencer.sequence(self.entries[0].draft().clone(), now, self)?;
                    match first {
                        Sequenced::Repeated(answer) => Ok(answer),
                        _ => Err(Error::Closed),
                    }
                }
                Sequenced::Refused(error) => Err(error),
            });
        }
        self.state = sequencer.finish();
        Ok(answers)
    }

    /// An entry as a reader gets it.
    pub(super) fn read(&self, entry: &Entry) -> Entry {
        let index = entry.index();
        let mut time = entry.recorded_at();
        let mut previous = entry.previous();
        let mut draft = entry.draft().clone();
        match (self.fault, &mut draft) {
            (Some(Fault::WrongPrevious), _) => previous = previous.map(|_| index - 1),
            (Some(Fault::PreviousIsFirst), _) => {
                previous = previous.map(|_| self.jobs[&entry.job_id()].first);
            }
            (Some(Fault::TimeInMilliseconds), _) => {
                let micros = time.as_micros() / 1_000 * 1_000;
                time = Timestamp::from_micros("recorded_at", micros).unwrap();
            }
            (Some(Fault::PayloadLost), Draft::JobCreated(job)) => {
                **job = (**job).clone().with_request_payload(None);
            }
            (Some(Fault::RequestKeyLost), Draft::StatusChanged(change)) => {
                change.request_key = None;
            }
            (Some(Fault::EmptyTextIsNone), Draft::StatusChanged(change)) => {
                let text = &mut change.details.response_summary;
                *text = text.take().filter(|text| !text.as_str().is_empty());
            }
            (Some(Fault::OutcomesLost), Draft::StatusChanged(change)) => {
                change.outcomes = Outcomes::default();
            }
            (Some(Fault::ActorLost), Draft::StatusChanged(change)) => {
                change.actor = jobs_core::UserId::new("somebody").unwrap();
            }
            (Some(Fault::NoteTextTrimmed), Draft::NoteAdded(note)) => {
                note.text = NoteText::new(note.text.as_str().trim_end_matches('x')).unwrap();
            }
            (Some(Fault::KeysOfNotesLost), Draft::NoteAdded(note)) => note.request_key = None,
            (Some(Fault::OriginalLost), Draft::JobImported(import)) => {
                **import = (**import).clone().with_original(None);
            }
            _ => {}
        }
        restore(index, time, previous, draft)
    }

    pub(super) fn at(&self, index: Index) -> &Entry {
        &self.entries[usize::try_from(index).unwrap()]
    }

    fn new_job(&self, first: Index) -> &NewJob {
        match self.at(first).draft() {
            Draft::JobCreated(job) => job,
            Draft::JobImported(import) => import.job(),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => {
                unreachable!("the first entry of a job creates it")
            }
        }
    }

    pub(super) fn set(&self, first: Index) -> &CustomerSet {
        self.new_job(first).customers()
    }

    pub(super) fn detail(&self, first: Index) -> JobDetail {
        let first = self.at(first);
        let mut detail = JobDetail::created(first).unwrap();
        let mut later = Vec::new();
        let mut next = self.jobs.get(&first.job_id()).map(JobState::last);
        while let Some(index) = next.filter(|index| *index > first.index()) {
            later.push(self.at(index));
            next = self.at(index).previous();
        }
        for entry in later.into_iter().rev() {
            let before = detail.clone();
            detail.apply(entry);
            if self.has(Fault::OldCauseStays) {
                detail.job.cause = before.job.cause.or(detail.job.cause);
            }
            if self.has(Fault::OldHttpStatusStays) {
                detail.job.http_status = detail.job.http_status.or(before.job.http_status);
            }
            if self.has(Fault::UpdatedAtLost) {
                detail.job.updated_at = before.job.updated_at;
            }
            self.apply_note(&mut detail.job, &before.job, entry);
        }
        if self.has(Fault::CreatedAtIsRecordedAt) {
            detail.job.created_at = first.recorded_at();
        }
        if self.has(Fault::CountWithoutLast) && detail.job.customer_count > 20_000 {
            detail.job.customer_count -= 1;
        }
        detail
    }

    fn apply_note(&self, job: &mut Job, before: &Job, entry: &Entry) {
        if entry.status().is_some() {
            return;
        }
        match self.fault {
            Some(Fault::NotesChangeUpdatedAt) => job.updated_at = Some(entry.recorded_at()),
            Some(Fault::NotesTakeTheCause) => job.cause = None,
            Some(Fault::NotesNotCounted) => job.note_count = 1,
            Some(Fault::OldestNoteShown) => {
                job.newest_note = before.newest_note.clone().or(job.newest_note.take());
            }
            Some(Fault::LastIndexWithoutNotes) => job.last_index = before.last_index,
            _ => {}
        }
    }

    pub(super) fn matches(&self, first: Index, filter: &JobFilter) -> bool {
        let mut filter = filter.clone();
        let mut job = self.detail(first).job;
        let customers = self.set(first);
        let first_alone = self.has(Fault::FirstValueAlone);
        let wanted = filter.cid.iter().take(if first_alone { 1 } else { usize::MAX });
        let has = |wanted: &Cid| match self.fault {
            Some(Fault::CidByPrefix) => {
                customers.iter().any(|cid| cid.as_str().starts_with(wanted.as_str()))
            }
            Some(Fault::CidByLike) => customers
                .iter()
                .any(|cid| cid == wanted || (wanted.as_str() == "%" && !cid.as_str().is_empty())),
            Some(Fault::CidIgnoringCase) => {
                customers.iter().any(|cid| cid.as_str().eq_ignore_ascii_case(wanted.as_str()))
            }
            Some(Fault::CidFilterIgnored) => true,
            _ => customers.contains(wanted),
        };
        let has_all = self.has(Fault::CustomersJoinedByAnd) && wanted.clone().all(has);
        let has_any = !self.has(Fault::CustomersJoinedByAnd) && wanted.clone().any(has);
        let cid_found = filter.cid.is_empty() || has_all || has_any;
        match self.fault {
            Some(Fault::UserFilterIgnored) => filter.user_id = AnyOf::default(),
            Some(Fault::StatusFilterIgnored) => filter.status = AnyOf::default(),
            Some(Fault::CauseFilterIgnored) => filter.cause = AnyOf::default(),
            Some(Fault::ActionFilterIgnored) => filter.action_name = AnyOf::default(),
            Some(Fault::BatchFilterIgnored) => filter.batch_id = AnyOf::default(),
            Some(Fault::SourceFilterIgnored) => filter.source = AnyOf::default(),
            Some(Fault::JobIdFilterIgnored) => filter.job_id = None,
            Some(Fault::JobIdComparedWhole) => {
                let range = filter.job_id.map(JobIdPrefix::range);
                let is_it = |id: JobId| range.as_ref().is_none_or(|r| r.start() == id.as_uuid());
                return cid_found && is_it(job.job_id) && filter.accepts(&job);
            }
            Some(Fault::RetryFilterIgnored) => filter.retry_of = None,
            Some(Fault::FirstValueAlone) => {
                filter.user_id = filter.user_id.iter().next().cloned().into();
                filter.status = filter.status.iter().next().copied().into();
            }
            Some(Fault::SinceIgnored) => filter.since = None,
            Some(Fault::UntilIgnored) => filter.until = None,
            Some(Fault::SinceExclusive) if filter.since == Some(job.created_at) => return false,
            Some(Fault::UntilInclusive) if filter.until == Some(job.created_at) => {
                filter.until = None;
            }
            Some(Fault::FiltersJoinedByOr)
                if !filter.user_id.is_empty() && !filter.cid.is_empty() =>
            {
                return cid_found || filter.accepts(&job);
            }
            Some(Fault::StatusFilterSeesTheFirst) => {
                let entry = self.at(first);
                job.status = entry.status().unwrap();
            }
            _ => {}
        }
        cid_found && filter.accepts(&job)
    }
}

impl Lookup for Ledger {
    fn job(&mut self, job_id: JobId) -> Result<Option<JobState>> {
        let mut state = self.jobs.get(&job_id).copied();
        match (self.fault, &mut state) {
            (Some(Fault::DuplicatesTaken), _) => state = None,
            (Some(Fault::NotesUnbounded), Some(state)) => state.note_count = 0,
            (Some(Fault::FinalStatusForgotten), Some(state)) if state.status == Status::Failed => {
                state.status = Status::Unconfirmed;
            }
            (Some(Fault::UnconfirmedForgotten), Some(state))
                if state.status == Status::Unconfirmed =>
            {
                state.status = Status::InProgress;
            }
            _ => {}
        }
        Ok(state)
    }

    fn request(&mut self, key: RequestKey) -> Result<Option<Index>> {
        if self.has(Fault::RequestsForgotten) {
            return Ok(None);
        }
        let mut bearing =
            self.entries.iter().filter(|entry| entry.draft().request_key() == Some(key));
        let is_report = |entry: &&Entry| matches!(entry.draft(), Draft::StatusChanged(_));
        let is_note = |entry: &&Entry| matches!(entry.draft(), Draft::NoteAdded(_));
        let bearer = match self.fault {
            Some(Fault::KeysOfReportsForgotten) => bearing.find(|entry| !is_report(entry)),
            Some(Fault::KeysOfNotesForgotten) => bearing.find(|entry| !is_note(entry)),
            _ => bearing.next(),
        };
        Ok(bearer.map(Entry::index))
    }

    fn entry(&mut self, index: Index) -> Result<Entry> {
        if self.has(Fault::RepeatsComparedWithTheNewest) {
            let newest = self.jobs[&self.at(index).job_id()].last();
            return Ok(self.at(newest).clone());
        }
        let index = if self.has(Fault::RepeatsComparedWithTheFirst) {
            self.jobs[&self.at(index).job_id()].first
        } else {
            index
        };
        Ok(self.at(index).clone())
    }

    fn unknown_customer(&mut self, first: Index, outcomes: &Outcomes) -> Result<Option<Cid>> {
        let any_job =
            |cid: &Cid| self.jobs.values().any(|state| self.set(state.first).contains(cid));
        let customers = self.set(first);
        let mut strangers =
            outcomes.iter().map(|outcome| &outcome.cid).filter(|cid| match self.fault {
                Some(Fault::StrangersTaken) => false,
                Some(Fault::StrangersOfTheWholeLedger) => !any_job(cid),
                _ => !customers.contains(cid),
            });
        let last = self.has(Fault::LastStrangerNamed);
        Ok(if last { strangers.last() } else { strangers.next() }.cloned())
    }
}
