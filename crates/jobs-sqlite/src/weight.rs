//! How much drafts weigh: what a queue may hold, a batch take and the tail keep of them.

use jobs_core::{Draft, StatusDetails};

/// How much some drafts weigh.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(crate) struct Weight {
    pub(crate) drafts: usize,
    pub(crate) customers: usize,
    pub(crate) bytes: usize,
}

impl Weight {
    pub(crate) fn of(drafts: &[Draft]) -> Self {
        let mut weight = Self::default();
        for draft in drafts {
            weight.add(Self::of_one(draft));
        }
        weight
    }

    /// The weight of a draft. Its bytes are those of the texts that may be long, and about what the
    /// rest takes in memory.
    pub(crate) fn of_one(draft: &Draft) -> Self {
        const FACTS: usize = 512;
        const CUSTOMER: usize = 64;
        let (job, details, outcomes) = match draft {
            Draft::JobCreated(job) => (Some(&**job), None, None),
            Draft::JobImported(import) => (Some(import.job()), Some(import.details()), None),
            Draft::StatusChanged(change) => (None, Some(&change.details), Some(&change.outcomes)),
            Draft::NoteAdded(_) => (None, None, None),
        };
        let other = match draft {
            Draft::JobImported(import) => import.original().map_or(0, |text| text.as_str().len()),
            Draft::NoteAdded(note) => note.text.as_str().len(),
            Draft::JobCreated(_) | Draft::StatusChanged(_) => 0,
        };
        let payload =
            job.and_then(|job| job.request_payload()).map_or(0, |text| text.as_str().len());
        let messages = outcomes.into_iter().flat_map(|outcomes| outcomes.iter());
        let messages: usize =
            messages.filter_map(|outcome| Some(outcome.message.as_ref()?.as_str().len())).sum();
        let customers =
            job.map_or(0, |job| job.customers().len()) + outcomes.map_or(0, |all| all.len());
        let texts = payload + other + messages + details.map_or(0, texts_of);
        Self { drafts: 1, customers, bytes: FACTS + CUSTOMER * customers + texts }
    }

    pub(crate) fn add(&mut self, other: Self) {
        self.drafts += other.drafts;
        self.customers += other.customers;
        self.bytes += other.bytes;
    }
}

fn texts_of(details: &StatusDetails) -> usize {
    details.error_message.as_ref().map_or(0, |text| text.as_str().len())
        + details.response_summary.as_ref().map_or(0, |text| text.as_str().len())
}
