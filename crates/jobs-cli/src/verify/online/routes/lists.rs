//! `/v1/jobs`: the whole list, and the list of each value of each filter.

use jobs_core::{Cause, Day, Index, Source, Status};
use serde_json::{Map, Value};

use super::pages::{OrderCheck, Pages};
use super::{Route, Routes, newest};
use crate::CliError;
use crate::verify::online::jobs::{Jobs, KnownJob};

/// What a list is restricted to.
#[derive(Debug, Clone, Copy)]
enum By {
    Nothing,
    Status(Status),
    Cause(Cause),
    Source(Source),
    /// Calls in flight, for which the file has an index of its own.
    OpenCalls,
    /// The number of a user, an action, a batch or a job that was retried.
    Term(u32),
    Day(Day),
}

impl By {
    fn holds(self, job: &KnownJob) -> bool {
        match self {
            Self::Nothing => true,
            Self::Status(status) => job.status == status,
            Self::Cause(cause) => job.cause == Some(cause),
            Self::Source(source) => job.source == source,
            Self::OpenCalls => job.status == Status::InProgress && job.source == Source::Gateway,
            Self::Term(number) => job.has(number),
            Self::Day(day) => job.day == day,
        }
    }

    /// Whether a job that has changed may have left the list, or come to it.
    fn may_change(self) -> bool {
        matches!(self, Self::Status(_) | Self::Cause(_) | Self::OpenCalls)
    }

    fn query(self, jobs: &Jobs) -> Vec<(&'static str, String)> {
        let source = |source: Source| ("source", source.as_str().to_owned());
        let status = |status: Status| ("status", status.to_string());
        match self {
            Self::Nothing => Vec::new(),
            Self::Status(it) => vec![status(it)],
            Self::Cause(cause) => vec![("cause", cause.to_string())],
            Self::Source(it) => vec![source(it)],
            Self::OpenCalls => vec![status(Status::InProgress), source(Source::Gateway)],
            Self::Term(number) => {
                let term = jobs.term(number);
                vec![(term.field, term.value.to_string())]
            }
            Self::Day(day) => {
                let midnight = |day: Day| format!("{day}T00:00:00Z");
                let next = Day::from_number(day.number() + 1).ok();
                let until = next.map(|next| ("until", midnight(next)));
                [("since", midnight(day))].into_iter().chain(until).collect()
            }
        }
    }

    /// Whether a line shows that it belongs to a list that jobs come to and leave.
    fn is_shown_by(self, line: &Map<String, Value>) -> bool {
        let says = |member: &str, value: &str| line.get(member).is_some_and(|it| it == value);
        match self {
            Self::Status(status) => says("status", status.as_str()),
            Self::Cause(cause) => says("cause", cause.as_str()),
            Self::OpenCalls => {
                says("status", Status::InProgress.as_str())
                    && says("source", Source::Gateway.as_str())
            }
            _ => true,
        }
    }
}

/// A list, and how many jobs must be on it.
pub(super) struct List {
    by: By,
    jobs: u64,
}

impl Routes<'_> {
    /// Every list that there must be.
    pub(super) fn lists(&self) -> Vec<List> {
        let few = [By::Nothing, By::OpenCalls].into_iter();
        let few = few.chain(Status::ALL.map(By::Status)).chain(Cause::ALL.map(By::Cause));
        let few = few.chain(Source::ALL.map(By::Source)).map(|by| {
            let jobs = self.jobs.iter().filter(|(_, known)| by.holds(known)).count() as u64;
            List { by, jobs }
        });
        let terms =
            self.jobs.terms().map(|(number, term)| List { by: By::Term(number), jobs: term.jobs });
        let days =
            self.jobs.days().iter().map(|(day, jobs)| List { by: By::Day(*day), jobs: *jobs });
        few.chain(terms).chain(days).collect()
    }

    /// Compares a list.
    pub(super) async fn check_list(&self, List { by, jobs }: List) -> Result<(), CliError> {
        let kind = match by {
            By::Nothing => "list",
            _ => "filter",
        };
        let route = Route { query: by.query(self.jobs), ..Route::new(kind, &["jobs"]) };
        if self.is_done_with(&route) {
            return Ok(());
        }
        let mut seen = Seen::new(self.size());
        let mut pages = Pages::new(self, &route, &["jobs", "next"]);
        let mut place = OrderCheck::new(false);
        while let Some(lines) = pages.next().await? {
            for line in lines {
                let Value::Object(line) = line else {
                    self.complain(&route, None, "holds what is no job");
                    continue;
                };
                self.check_line(&route, by, &line, &mut place, &mut seen).await?;
            }
        }
        if pages.is_whole && seen.count < jobs {
            self.report_missing(&route, by, &seen).await?;
        }
        Ok(())
    }

    async fn check_line(
        &self,
        route: &Route,
        by: By,
        line: &Map<String, Value>,
        place: &mut OrderCheck,
        seen: &mut Seen,
    ) -> Result<(), CliError> {
        let Some((job_id, known)) = self.job_of_line(route, line, place) else { return Ok(()) };
        let has_changed = newest(line).is_some_and(|newest| newest >= self.size());
        let belongs = by.holds(known) || (has_changed && by.may_change());
        if !belongs || !by.is_shown_by(line) {
            self.complain(route, Some(job_id), "shows a job that does not belong there");
        }
        if by.holds(known) {
            seen.add(known.first);
        }
        self.check_served(route, job_id, known, line, true).await
    }

    /// Reports the jobs that belong on a list and were not there, unless they have changed since.
    async fn report_missing(&self, route: &Route, by: By, seen: &Seen) -> Result<(), CliError> {
        let all = self.jobs.iter().filter(|(_, known)| by.holds(known) && !seen.has(known.first));
        for (job_id, _) in all {
            if self.is_done_with(route) {
                break;
            }
            if by.may_change() {
                let asked = Route::of_job(route.kind, job_id, &[]);
                let job = self.ask(&asked, &[], &[]).await?;
                if job.as_ref().and_then(newest).is_some_and(|newest| newest >= self.size()) {
                    continue;
                }
            }
            self.complain(route, Some(job_id), "leaves out a job that belongs there");
        }
        Ok(())
    }
}

/// Which jobs were there: a bit for each entry.
pub(super) struct Seen {
    bits: Vec<u64>,
    pub(super) count: u64,
}

impl Seen {
    pub(super) fn new(size: Index) -> Self {
        let words = usize::try_from(size.div_ceil(64)).unwrap_or_default();
        Self { bits: vec![0; words], count: 0 }
    }

    /// Adds a job by its first entry.
    pub(super) fn add(&mut self, first: Index) {
        if let Some(word) = self.word(first).and_then(|at| self.bits.get_mut(at)) {
            let bit = 1 << (first % 64);
            self.count += u64::from(*word & bit == 0);
            *word |= bit;
        }
    }

    pub(super) fn has(&self, first: Index) -> bool {
        let word = self.word(first).and_then(|at| self.bits.get(at));
        word.is_some_and(|word| word & (1 << (first % 64)) != 0)
    }

    fn word(&self, first: Index) -> Option<usize> {
        usize::try_from(first / 64).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_job_is_seen_once() {
        let mut seen = Seen::new(130);
        for first in [0, 63, 64, 129, 64] {
            seen.add(first);
        }
        assert_eq!(seen.count, 4);
        assert!(seen.has(63) && seen.has(129) && !seen.has(1) && !seen.has(128));
    }
}
