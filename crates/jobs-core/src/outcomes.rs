//! Per-customer outcomes of a status change: for whom it failed, so that a partly failed job says
//! so.

use std::sync::{Arc, OnceLock};

use serde::{Deserialize, Serialize};

use crate::merkle::{self, Hash};
use crate::{Cid, CustomerSet, Draft, Entry, Error, Index, Job, OutcomeMessage, Result, Status};

/// How a job ended for one of its customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outcome {
    /// The customer.
    pub cid: Cid,
    /// Anything but [`Status::InProgress`].
    pub status: Status,
    /// Why, in the upstream's words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub message: Option<OutcomeMessage>,
}

/// The outcomes that one status change reports: sorted by cid, one for each customer at most. Cheap
/// to clone.
///
/// Customers that are not named have no outcome of their own; only the job's status is known for
/// them.
#[derive(Debug, Clone, Default)]
pub struct Outcomes {
    outcomes: Arc<[Outcome]>,
    root: OnceLock<Hash>,
}

impl Outcomes {
    /// Sorts the outcomes by cid and computes their root, so that the thread that appends need not.
    ///
    /// # Errors
    /// [`Error::Invalid`] when a customer is named twice, when an outcome is `IN_PROGRESS`, or when
    /// there are more than [`CustomerSet::COUNT_MAX`].
    pub fn new(outcomes: impl IntoIterator<Item = Outcome>) -> Result<Self> {
        const FIELD: &str = "outcomes";
        let mut outcomes: Vec<Outcome> = outcomes.into_iter().collect();
        if outcomes.len() > CustomerSet::COUNT_MAX {
            return Err(Error::invalid(FIELD, "must have at most 100000 items"));
        }
        if outcomes.iter().any(|outcome| outcome.status == Status::InProgress) {
            return Err(Error::invalid(FIELD, "must be SUCCESS, FAILED or UNCONFIRMED"));
        }
        outcomes.sort_unstable_by(|a, b| a.cid.cmp(&b.cid));
        if let Some(twice) = outcomes.windows(2).find(|pair| pair[0].cid == pair[1].cid) {
            let cid = &twice[0].cid;
            return Err(Error::invalid(FIELD, format!("names customer {cid} twice")));
        }
        let outcomes = Self { outcomes: outcomes.into(), root: OnceLock::new() };
        outcomes.root();
        Ok(outcomes)
    }

    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.outcomes.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.outcomes.is_empty()
    }

    /// The outcomes, by cid.
    pub fn iter(&self) -> std::slice::Iter<'_, Outcome> {
        self.outcomes.iter()
    }

    /// The outcome for `cid`, if the change names it.
    #[must_use]
    pub fn get(&self, cid: &Cid) -> Option<&Outcome> {
        let at = self.outcomes.binary_search_by(|outcome| outcome.cid.cmp(cid)).ok()?;
        self.outcomes.get(at)
    }

    /// The RFC 6962 root over the outcomes, each as the canonical JSON
    /// `{"cid":…,"message":…,"status":…}` (without `message` where there is none). Computed once.
    pub fn root(&self) -> Hash {
        *self.root.get_or_init(|| merkle::root_of(self.outcomes.iter().map(outcome_leaf)))
    }
}

/// How many customers of a job its entries name, by what the newest entry that names each of them
/// says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OutcomeCounts {
    /// Those for whom it succeeded.
    pub success: usize,
    /// Those for whom it failed.
    pub failed: usize,
    /// Those of whom nobody knows.
    pub unconfirmed: usize,
}

impl OutcomeCounts {
    /// What the outcomes of a job's changes of status add up to, the oldest change first.
    #[must_use]
    pub fn of(changes: &[&Outcomes]) -> Self {
        let mut counts = Self::default();
        for (at, outcomes) in changes.iter().enumerate() {
            let later = &changes[at + 1..];
            let is_newest =
                |outcome: &&Outcome| later.iter().all(|later| later.get(&outcome.cid).is_none());
            for outcome in outcomes.iter().filter(is_newest) {
                match outcome.status {
                    Status::Success => counts.success += 1,
                    Status::Failed => counts.failed += 1,
                    Status::Unconfirmed => counts.unconfirmed += 1,
                    // No outcome is.
                    Status::InProgress => {}
                }
            }
        }
        counts
    }

    /// How many customers are named.
    #[must_use]
    pub fn named(self) -> usize {
        // A store that was tampered with may say anything.
        self.success.saturating_add(self.failed).saturating_add(self.unconfirmed)
    }
}

/// What is recorded of one customer of a job.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CustomerOutcome {
    /// How it ended for the customer, or how the job as a whole stands.
    pub status: Status,
    /// Why, in the upstream's words. Only said of this customer by name.
    pub message: Option<OutcomeMessage>,
    /// Whether it was said of this customer by name; otherwise it is the status of the job.
    pub own: bool,
    /// The index of the entry that says so.
    pub index: Index,
}

impl CustomerOutcome {
    /// What `entry` says of `cid` by name.
    pub(crate) fn own(entry: &Entry, cid: &Cid) -> Option<Self> {
        let Draft::StatusChanged(change) = entry.draft() else { return None };
        let Outcome { status, message, .. } = change.outcomes.get(cid)?;
        Some(Self { status: *status, message: message.clone(), own: true, index: entry.index() })
    }

    /// What there is to say of a customer of `job` whom no entry names.
    #[must_use]
    pub fn of_the_job(job: &Job) -> Self {
        Self { status: job.status, message: None, own: false, index: job.status_index() }
    }
}

/// The bytes of an outcome that its tree hashes: RFC 8785 JSON.
pub(crate) fn outcome_leaf(outcome: &Outcome) -> Vec<u8> {
    // Members in the order of their names, as RFC 8785 wants them.
    #[derive(Serialize)]
    struct Written<'a> {
        cid: &'a Cid,
        #[serde(skip_serializing_if = "Option::is_none")]
        message: Option<&'a OutcomeMessage>,
        status: Status,
    }
    let Outcome { cid, status, message } = outcome;
    let leaf = Written { cid, message: message.as_ref(), status: *status };
    crate::leaf::to_json(&leaf)
}

impl PartialEq for Outcomes {
    fn eq(&self, other: &Self) -> bool {
        self.outcomes == other.outcomes
    }
}

impl Eq for Outcomes {}

impl Serialize for Outcomes {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome(cid: &str, status: Status, message: Option<&str>) -> Outcome {
        Outcome {
            cid: Cid::new(cid).unwrap(),
            status,
            message: message.map(|text| OutcomeMessage::new(text).unwrap()),
        }
    }

    #[test]
    fn outcomes_are_sorted_and_name_each_customer_once() {
        let b = outcome("b", Status::Failed, Some("does not exist"));
        let a = outcome("a", Status::Success, None);
        let outcomes = Outcomes::new([b.clone(), a.clone()]).unwrap();
        assert_eq!(outcomes.iter().collect::<Vec<_>>(), [&a, &b]);
        assert_eq!(outcomes.get(&b.cid), Some(&b));
        assert_eq!(outcomes.get(&Cid::new("c").unwrap()), None);
        assert!(Outcomes::new([a.clone(), a]).is_err());
        assert!(Outcomes::new([outcome("a", Status::InProgress, None)]).is_err());
    }

    #[test]
    fn customers_are_counted_once_by_the_newest_change_that_names_them() {
        use Status::{Failed, Success, Unconfirmed};
        let of = |outcomes: &[(&str, Status)]| {
            Outcomes::new(outcomes.iter().map(|(cid, status)| outcome(cid, *status, None))).unwrap()
        };
        let first = of(&[("a", Unconfirmed), ("b", Failed), ("c", Success)]);
        let second = of(&[("a", Success), ("d", Failed)]);
        let counts = OutcomeCounts::of(&[&first, &second]);
        assert_eq!(counts, OutcomeCounts { success: 2, failed: 2, unconfirmed: 0 });
        assert_eq!(counts.named(), 4);
        let counts = OutcomeCounts::of(&[&second, &first]);
        assert_eq!(counts, OutcomeCounts { success: 1, failed: 2, unconfirmed: 1 });
        assert_eq!(OutcomeCounts::of(&[]), OutcomeCounts::default());
    }

    #[test]
    fn the_root_is_over_canonical_json() {
        let leaves = [
            r#"{"cid":"a","status":"SUCCESS"}"#,
            r#"{"cid":"b","message":"\"é\n","status":"FAILED"}"#,
        ];
        let outcomes = Outcomes::new([
            outcome("a", Status::Success, None),
            outcome("b", Status::Failed, Some("\"é\n")),
        ]);
        assert_eq!(outcomes.unwrap().root(), merkle::root_of(leaves));
    }
}
