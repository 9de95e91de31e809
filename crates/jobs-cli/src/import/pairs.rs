//! Pairs of jobs that look like one click recorded twice.

use std::collections::VecDeque;

use jobs_core::JobId;
use jobs_core::merkle::Hash;

use super::items::SuspiciousPair;
use super::key::Key;

/// The old dashboard's pairs are 70 to 100 ms apart; a person does not do the same thing twice in a
/// second.
const WINDOW_MICROS: i64 = 1_000_000;

/// The jobs of the last second, as they come in order of time.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    recent: VecDeque<RecentJob>,
}

#[derive(Debug)]
struct RecentJob {
    job_id: JobId,
    micros: i64,
    user: String,
    /// Without regard to case.
    action: String,
    customers: Hash,
}

impl Pairs {
    /// Adds the next job; returns the nearest earlier one of which it looks like a repeat.
    pub(super) fn next(&mut self, job_id: JobId, key: &Key) -> Option<SuspiciousPair> {
        let next = RecentJob {
            job_id,
            micros: key.created.at.as_micros(),
            user: key.user_id.to_string(),
            action: key.action_name.as_str().to_lowercase(),
            customers: key.customers.root(),
        };
        while self.recent.front().is_some_and(|old| next.micros - old.micros > WINDOW_MICROS) {
            self.recent.pop_front();
        }
        let twin = self.recent.iter().rev().find(|earlier| {
            (&earlier.user, &earlier.action, earlier.customers)
                == (&next.user, &next.action, next.customers)
        });
        let pair = twin.map(|earlier| SuspiciousPair {
            first: earlier.job_id,
            second: job_id,
            apart_ms: (next.micros - earlier.micros) / 1000,
            user_id: next.user.clone(),
            action_name: key.action_name.to_string(),
            customer_count: key.customers.len(),
        });
        self.recent.push_back(next);
        pair
    }
}
