//! Statistics: how many jobs there are of each status, in all and by action, user and day.
//!
//! ```json
//! {"head": {"size": 3, "root": "…"},
//!  "total": {"IN_PROGRESS": 1, "SUCCESS": 1, "FAILED": 0, "UNCONFIRMED": 0},
//!  "by_action": {"rows": [{"value": "Trans-Begin", "jobs": {"IN_PROGRESS": 1, …}}, …], "other": {"IN_PROGRESS": 0, …}},
//!  "by_user": {"rows": [{"value": "vijay", "jobs": {…}}], "other": {…}},
//!  "by_day": {"rows": [{"value": "2026-01-28", "jobs": {…}}], "other": {…}}}
//! ```

use std::cmp::Reverse;
use std::collections::HashMap;
use std::hash::Hash;

use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::{ActionName, Day, Error, Head, Job, PageLimit, Result, Status, UserId};

/// How many jobs have each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts([u64; Status::ALL.len()]);

impl Counts {
    /// Counts, in the order of [`Status::ALL`].
    #[must_use]
    pub fn new(jobs: [u64; Status::ALL.len()]) -> Self {
        Self(jobs)
    }

    /// How many jobs have this status.
    #[must_use]
    pub fn get(self, status: Status) -> u64 {
        self.0[status as usize]
    }

    /// How many jobs there are.
    #[must_use]
    pub fn jobs(self) -> u64 {
        // A store that was tampered with may say anything.
        self.0.iter().fold(0, |sum, jobs| sum.saturating_add(*jobs))
    }

    /// Counts one more job.
    pub fn add(&mut self, status: Status) {
        self.0[status as usize] += 1;
    }

    fn join(&mut self, others: Self) {
        self.0.iter_mut().zip(others.0).for_each(|(jobs, others)| *jobs += others);
    }

    /// What is left of these jobs without `others`; `None` unless those are among them.
    #[must_use]
    pub fn without(mut self, others: Self) -> Option<Self> {
        for (jobs, others) in self.0.iter_mut().zip(others.0) {
            *jobs = jobs.checked_sub(others)?;
        }
        Some(self)
    }
}

/// By the names of the statuses.
impl Serialize for Counts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for status in Status::ALL {
            map.serialize_entry(status.as_str(), &self.get(status))?;
        }
        map.end()
    }
}

/// By the names of the statuses, each of which must be there.
impl<'de> Deserialize<'de> for Counts {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let jobs = HashMap::<Status, u64>::deserialize(deserializer)?;
        let mut counts = Self::default();
        for status in Status::ALL {
            let missing = || serde::de::Error::missing_field(status.as_str());
            counts.0[status as usize] = *jobs.get(&status).ok_or_else(missing)?;
        }
        Ok(counts)
    }
}

/// The jobs that have one value in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Count<T> {
    /// The action, user or day.
    pub value: T,
    /// How many jobs have it.
    pub jobs: Counts,
}

/// All jobs by one of their values: a row for each of the first values, and what is left.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Breakdown<T> {
    /// A row for each value, at most as many as were asked for, and none without jobs.
    pub rows: Vec<Count<T>>,
    /// The jobs that are in none of the rows.
    pub other: Counts,
}

impl<T> Breakdown<T> {
    /// The jobs in `total` by the values in `rows`.
    ///
    /// # Errors
    /// [`Error::Corrupt`] when there are more jobs in the rows than in all.
    pub fn new(total: Counts, rows: Vec<Count<T>>) -> Result<Self> {
        let other = rows.iter().try_fold(total, |left, row| left.without(row.jobs));
        let other = other.ok_or_else(|| Error::Corrupt("counters do not add up".into()))?;
        Ok(Self { rows, other })
    }
}

/// A request for statistics.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct StatsQuery {
    /// Only this user's jobs.
    pub user_id: Option<UserId>,
    /// How many rows at most, of actions, of users and of days.
    pub limit: PageLimit,
}

/// How many jobs there are, all counted at one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stats {
    /// The ledger that they are of.
    pub head: Head,
    /// All jobs.
    pub total: Counts,
    /// By action: the one with the most jobs first; among equals, the one that was used first.
    pub by_action: Breakdown<ActionName>,
    /// By user, in the same order.
    pub by_user: Breakdown<UserId>,
    /// By the day on which they were created, the newest first.
    pub by_day: Breakdown<Day>,
}

impl Stats {
    /// Counts `jobs`, which must be all jobs in the order of the ledger. This is the plainest code
    /// for what the counters of any store must come to.
    pub fn count(head: Head, jobs: impl IntoIterator<Item = Job>, query: &StatsQuery) -> Self {
        let mut total = Counts::default();
        let mut actions = Groups::default();
        let mut users = Groups::default();
        let mut days = Groups::default();
        let is_asked_for = |job: &Job| match &query.user_id {
            None => true,
            Some(user_id) => job.facts.user_id == *user_id,
        };
        for job in jobs.into_iter().filter(is_asked_for) {
            total.add(job.status);
            actions.add(job.facts.action_name, job.status);
            users.add(job.facts.user_id, job.status);
            days.add(Day::of(job.created_at), job.status);
        }
        let limit = query.limit;
        Self {
            head,
            total,
            by_action: actions.first(limit, |row| Reverse(row.jobs.jobs())),
            by_user: users.first(limit, |row| Reverse(row.jobs.jobs())),
            by_day: days.first(limit, |row| Reverse(row.value)),
        }
    }
}

/// Values in the order of their first use, with their jobs.
struct Groups<T> {
    rows: Vec<Count<T>>,
    places: HashMap<T, usize>,
}

impl<T> Default for Groups<T> {
    fn default() -> Self {
        Self { rows: Vec::new(), places: HashMap::new() }
    }
}

impl<T: Clone + Eq + Hash> Groups<T> {
    fn add(&mut self, value: T, status: Status) {
        let place = *self.places.entry(value.clone()).or_insert(self.rows.len());
        if place == self.rows.len() {
            self.rows.push(Count { value, jobs: Counts::default() });
        }
        self.rows[place].jobs.add(status);
    }

    /// The first rows in the order of `key`; equal ones stay in the order of their first use.
    fn first<K: Ord>(self, limit: PageLimit, key: impl Fn(&Count<T>) -> K) -> Breakdown<T> {
        let mut rows = self.rows;
        rows.sort_by_key(key);
        let rest = rows.split_off(limit.get().min(rows.len()));
        let mut other = Counts::default();
        rest.iter().for_each(|row| other.join(row.jobs));
        Breakdown { rows, other }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_is_never_less_than_nothing() {
        let all = Counts::new([3, 2, 1, 0]);
        let some = Counts::new([1, 2, 0, 0]);
        assert_eq!(all.without(some), Some(Counts::new([2, 0, 1, 0])));
        assert_eq!(some.without(all), None);
        let rows = vec![Count { value: 1, jobs: some }, Count { value: 2, jobs: some }];
        let error = Breakdown::new(all, rows).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
    }

    #[test]
    fn counts_are_named_by_status() {
        let counts = Counts::new([4, 3, 2, 1]);
        assert_eq!(counts.jobs(), 10);
        assert_eq!(
            serde_json::to_string(&counts).unwrap(),
            r#"{"IN_PROGRESS":4,"SUCCESS":3,"FAILED":2,"UNCONFIRMED":1}"#
        );
        let json = r#"{"SUCCESS":3,"IN_PROGRESS":4,"UNCONFIRMED":1,"FAILED":2}"#;
        assert_eq!(serde_json::from_str::<Counts>(json).unwrap(), counts);
        assert!(serde_json::from_str::<Counts>(r#"{"SUCCESS":3}"#).is_err());
    }
}
