//! The counters: how many jobs of each status there are, by user, action and day, as rows of
//! `counter`.
//!
//! A job is counted in six rows of `counter`: one for all jobs, one for its user, its action and
//! its day, and one each for the action and the day among its user's jobs. `user` 0 stands for all
//! users:
//!
//! ```text
//! user kind      value        first in_progress success failed unconfirmed
//! 0    0 all     0            0     1           0       0      0
//! 0    1 user    term 1       0     1           0       0      0
//! 0    2 action  term 2       0     1           0       0      0
//! 0    3 day     20481        0     1           0       0      0
//! 1    2 action  term 2       0     1           0       0      0
//! 1    3 day     20481        0     1           0       0      0
//! ```

use std::collections::{BTreeMap, HashMap};

use jobs_core::{Day, Status};

/// What a row counts by; the numbers are part of the file format.
pub(crate) mod kind {
    pub(crate) const ALL: i64 = 0;
    pub(crate) const USER: i64 = 1;
    pub(crate) const ACTION: i64 = 2;
    pub(crate) const DAY: i64 = 3;
}

/// `user` of the rows that count everybody's jobs; terms begin with 1.
pub(crate) const EVERYBODY: i64 = 0;

/// What jobs that are counted in the same rows have in common.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Group {
    /// Terms.
    pub(crate) user: i64,
    pub(crate) action: i64,
    pub(crate) day: Day,
}

impl Group {
    /// The rows that count its jobs.
    pub(crate) fn keys(self) -> [Key; 6] {
        let Self { user, action, day } = self;
        let day = day.number();
        [
            Key { user: EVERYBODY, kind: kind::ALL, value: 0 },
            Key { user: EVERYBODY, kind: kind::USER, value: user },
            Key { user: EVERYBODY, kind: kind::ACTION, value: action },
            Key { user: EVERYBODY, kind: kind::DAY, value: day },
            Key { user, kind: kind::ACTION, value: action },
            Key { user, kind: kind::DAY, value: day },
        ]
    }
}

/// The key of a row, in the order of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key {
    pub(crate) user: i64,
    pub(crate) kind: i64,
    pub(crate) value: i64,
}

/// What a row holds, or what it is changed by: the first job that it counts, and how many jobs have
/// each status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Counter {
    pub(crate) first: i64,
    pub(crate) jobs: [i64; Status::ALL.len()],
}

impl Counter {
    /// No jobs, of a group whose first job is not known or is in a row already.
    const NONE: Self = Self { first: i64::MAX, jobs: [0; Status::ALL.len()] };

    pub(crate) fn add(&mut self, other: &Self) {
        self.first = self.first.min(other.first);
        self.jobs.iter_mut().zip(other.jobs).for_each(|(jobs, more)| *jobs += more);
    }
}

/// Changes of counters under collection, by group, so that a job costs one lookup and not six.
#[derive(Debug, Default)]
pub(crate) struct Tally {
    groups: HashMap<Group, Counter>,
}

impl Tally {
    /// Counts the job created at index `first`.
    pub(crate) fn add(&mut self, group: Group, first: i64, status: Status) {
        let counter = self.groups.entry(group).or_insert(Counter::NONE);
        counter.first = counter.first.min(first);
        counter.jobs[status as usize] += 1;
    }

    /// Counts a job with another status than before.
    pub(crate) fn move_one(&mut self, group: Group, from: Status, to: Status) {
        let counter = self.groups.entry(group).or_insert(Counter::NONE);
        counter.jobs[from as usize] -= 1;
        counter.jobs[to as usize] += 1;
    }

    /// The total change, row by row.
    pub(crate) fn rows(self) -> BTreeMap<Key, Counter> {
        let mut rows = BTreeMap::new();
        for (group, counter) in self.groups {
            for key in group.keys() {
                rows.entry(key).or_insert(Counter::NONE).add(&counter);
            }
        }
        rows
    }
}
