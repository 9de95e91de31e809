//! Lists of jobs, page by page: that they are in order, lead on to their end, and show each job as
//! its entries do.

use std::collections::HashSet;

use jobs_core::{Index, JobId};
use serde_json::{Map, Value};

use super::{Route, Routes};
use crate::CliError;
use crate::verify::online::jobs::KnownJob;

/// The most jobs that the API gives on a page.
const PAGE: &str = "500";

/// A walk over a list.
pub(super) struct Pages<'a> {
    routes: &'a Routes<'a>,
    route: &'a Route,
    /// The members of a page, by name.
    members: &'static [&'static str],
    cursor: Option<String>,
    /// Every cursor that was met: one that comes again leads round in a circle.
    cursors: HashSet<String>,
    is_over: bool,
    /// Whether every page could be read.
    pub(super) is_whole: bool,
}

impl<'a> Pages<'a> {
    pub(super) fn new(
        routes: &'a Routes<'a>,
        route: &'a Route,
        members: &'static [&'static str],
    ) -> Self {
        let cursors = HashSet::new();
        Self { routes, route, members, cursor: None, cursors, is_over: false, is_whole: true }
    }

    /// The next page; `None` at the end.
    pub(super) async fn next(&mut self) -> Result<Option<Vec<Value>>, CliError> {
        if self.is_over {
            return Ok(None);
        }
        let mut query = vec![("limit", PAGE.to_owned())];
        query.extend(self.cursor.clone().map(|cursor| ("cursor", cursor)));
        let page = self.routes.ask(self.route, &query, self.members).await?;
        let Some(mut page) = page else { return Ok(self.break_off()) };
        let jobs = page.remove("jobs");
        if page
            .get("cid")
            .is_some_and(|cid| self.route.path.get(1).is_none_or(|asked| cid != asked))
        {
            self.routes.complain(self.route, None, "cid: is another customer");
        }
        match page.remove("next") {
            Some(Value::Null) => self.is_over = true,
            Some(Value::String(next)) if self.cursors.insert(next.clone()) => {
                self.cursor = Some(next);
            }
            _ => {
                self.routes.complain(self.route, None, "next: does not lead on");
                return Ok(self.break_off());
            }
        }
        let Some(Value::Array(jobs)) = jobs else {
            self.routes.complain(self.route, None, "jobs: is no array");
            return Ok(self.break_off());
        };
        Ok(Some(jobs))
    }

    fn break_off(&mut self) -> Option<Vec<Value>> {
        (self.is_over, self.is_whole) = (true, false);
        None
    }
}

/// In which order a list is, and how far it has come.
#[derive(Debug)]
pub(super) struct OrderCheck {
    pub(super) oldest_first: bool,
    last: Option<Index>,
}

impl OrderCheck {
    pub(super) fn new(oldest_first: bool) -> Self {
        Self { oldest_first, last: None }
    }

    fn moves_to(&mut self, index: Index) -> bool {
        let is_after = self.last.is_none_or(|last| match self.oldest_first {
            true => index > last,
            false => index < last,
        });
        self.last = Some(index);
        is_after
    }
}

impl Routes<'_> {
    /// The job that a line shows, which must stand in its place and be one that the entries made.
    /// `None` for a job that was created since, and when there is something wrong, which is
    /// reported.
    pub(super) fn job_of_line(
        &self,
        route: &Route,
        line: &Map<String, Value>,
        place: &mut OrderCheck,
    ) -> Option<(JobId, &KnownJob)> {
        let job_id = line.get("job_id").and_then(Value::as_str).and_then(|id| id.parse().ok());
        let index = line.get("index").and_then(Value::as_u64);
        let (Some(job_id), Some(index)) = (job_id, index) else {
            self.complain(route, None, "holds what is no job");
            return None;
        };
        if !place.moves_to(index) {
            self.complain(route, Some(job_id), "is out of order, or shows a job twice");
            return None;
        }
        let known = self.jobs.get(job_id);
        if known.is_none() && index < self.size() {
            self.complain(route, Some(job_id), "shows a job that no entry created");
        }
        known.map(|known| (job_id, known))
    }
}
