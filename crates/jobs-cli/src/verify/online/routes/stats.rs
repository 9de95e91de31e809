//! `/v1/stats`: how many jobs there are, of all users and of each.
//!
//! Counts are of the ledger as it is when they are asked for, so they are compared if it has not
//! grown since its checkpoint. Those of all users are asked for right after the checkpoint.

use std::cell::Cell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use jobs_core::{Breakdown, Count, Counts, Day, Index};
use serde_json::{Map, Value, json};

use super::{Answer, REQUESTS, Route, Routes};
use crate::CliError;
use crate::api::Remote;
use crate::verify::online::jobs::KnownJob;
use crate::verify::online::served;

/// The most rows that the API gives.
const ROWS: usize = 500;

const MEMBERS: [&str; 5] = ["by_action", "by_day", "by_user", "head", "total"];

/// What the server counts now.
pub(in crate::verify::online) async fn ask(remote: &Remote) -> Result<Answer, CliError> {
    remote.ask(&["stats"], &[("limit", ROWS.to_string())]).await
}

/// The jobs of one user, or of all, as the entries count them.
#[derive(Default)]
struct JobCounts {
    total: Counts,
    actions: HashMap<u32, Group>,
    users: HashMap<u32, Group>,
    days: BTreeMap<Reverse<Day>, Counts>,
}

/// The jobs that have one value in common, and the first of them.
struct Group {
    jobs: Counts,
    first: Index,
}

impl JobCounts {
    fn add(&mut self, job: &KnownJob) {
        self.total.add(job.status);
        self.days.entry(Reverse(job.day)).or_default().add(job.status);
        for (groups, number) in [(&mut self.actions, job.action()), (&mut self.users, job.user())] {
            let none = Group { jobs: Counts::default(), first: job.first };
            let group = groups.entry(number).or_insert(none);
            group.jobs.add(job.status);
            group.first = group.first.min(job.first);
        }
    }
}

impl Routes<'_> {
    pub(super) async fn check_stats(&self, early: Answer) -> Result<(), CliError> {
        let (mut all, mut of_users) = (JobCounts::default(), HashMap::<u32, JobCounts>::new());
        for (_, job) in self.jobs.iter() {
            all.add(job);
            of_users.entry(job.user()).or_default().add(job);
        }
        let route = Route::new("stats", &["stats"]);
        let why = "which the server counts as of now: the ledger had grown";
        if !self.compare_stats(&route, self.object(&route, early, &MEMBERS), &all) {
            self.remark(format!("GET /v1/stats was not compared, {why}"));
        }
        let users = of_users.len();
        let missed = Cell::new(0_usize);
        stream::iter(of_users)
            .map(|(user, counts)| self.check_stats_of(user, counts))
            .buffer_unordered(REQUESTS)
            .try_for_each(|was_compared| {
                missed.set(missed.get() + usize::from(!was_compared));
                std::future::ready(Ok(()))
            })
            .await?;
        if missed.get() > 0 {
            let missed = missed.get();
            self.remark(format!(
                "GET /v1/stats?user_id=… was not compared for {missed} of {users} users, {why}"
            ));
        }
        Ok(())
    }

    async fn check_stats_of(&self, user: u32, counts: JobCounts) -> Result<bool, CliError> {
        let user_id = ("user_id", self.jobs.term(user).value.to_string());
        let route = Route { query: vec![user_id], ..Route::new("stats", &["stats"]) };
        if self.is_done_with(&route) {
            return Ok(true);
        }
        let limit = ("limit", ROWS.to_string());
        let stats = self.ask(&route, &[limit], &MEMBERS).await?;
        Ok(self.compare_stats(&route, stats, &counts))
    }

    /// Whether the counts could be compared.
    fn compare_stats(
        &self,
        route: &Route,
        stats: Option<Map<String, Value>>,
        counts: &JobCounts,
    ) -> bool {
        // What is no answer was reported.
        let Some(stats) = stats else { return true };
        if stats["head"]["size"].as_u64().is_some_and(|size| size > self.size()) {
            return false;
        }
        let expected = self.expected_stats(counts);
        if let Some((member, found, expected)) = served::first_difference(&stats, &expected) {
            let what = format!("{member}: is not what the entries come to");
            self.report(route, None, what, Some(found), Some(expected));
        }
        true
    }

    fn expected_stats(&self, counts: &JobCounts) -> Map<String, Value> {
        let days = counts.days.iter().take(ROWS);
        let days = days.map(|(Reverse(day), jobs)| Count { value: *day, jobs: *jobs }).collect();
        served::object(&json!({
            "head": {"size": self.head.size, "root": self.head.root},
            "total": counts.total,
            "by_action": self.breakdown(counts.total, &counts.actions),
            "by_user": self.breakdown(counts.total, &counts.users),
            "by_day": Breakdown::new(counts.total, days).ok(),
        }))
    }

    /// The values with the most jobs first; of those with as many, the one that was used first.
    fn breakdown(&self, total: Counts, groups: &HashMap<u32, Group>) -> Option<Breakdown<&str>> {
        let mut rows: Vec<_> = groups.iter().collect();
        rows.sort_by_key(|(_, group)| (Reverse(group.jobs.jobs()), group.first));
        let rows = rows.into_iter().take(ROWS);
        let value = |number: u32| &*self.jobs.term(number).value;
        let rows = rows.map(|(number, group)| Count { value: value(*number), jobs: group.jobs });
        Breakdown::new(total, rows.collect()).ok()
    }
}
