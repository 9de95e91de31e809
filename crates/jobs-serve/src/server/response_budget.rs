//! The response budget: a bound on the bytes of unsent answers, of all connections together.
//!
//! The server has to hold a large answer that a peer asks for and does not read. When the budget is
//! exhausted, the caller with the most unsent bytes loses the connection of their oldest answer, so
//! that callers who read their answers are served.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use bytes::Bytes;

use super::activity::Activity;
use super::policy::Caller;

/// What an answer takes beside its body: its head, and an HTTP/2 stream.
const OVERHEAD_BYTES: usize = 4 << 10;

/// The unsent answers of a server, each to a caller `K`.
#[derive(Debug)]
pub(crate) struct ResponseBudget<K> {
    bytes_max: usize,
    unsent: Mutex<Unsent<K>>,
}

#[derive(Debug)]
struct Unsent<K> {
    next: u64,
    bytes: usize,
    /// By age.
    answers: BTreeMap<u64, Answer<K>>,
}

#[derive(Debug)]
struct Answer<K> {
    bytes: usize,
    caller: K,
    activity: Arc<Activity>,
}

/// An answer, or a part of one, until this is dropped.
#[derive(Debug)]
pub(crate) struct Held<K> {
    budget: Arc<ResponseBudget<K>>,
    number: u64,
    activity: Arc<Activity>,
}

impl<K> ResponseBudget<K> {
    /// A budget of `bytes_max` bytes.
    pub(crate) fn new(bytes_max: usize) -> Arc<Self> {
        let unsent = Unsent { next: 0, bytes: 0, answers: BTreeMap::new() };
        Arc::new(Self { bytes_max, unsent: Mutex::new(unsent) })
    }

    fn unsent(&self) -> MutexGuard<'_, Unsent<K>> {
        self.unsent.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<K: Caller> ResponseBudget<K> {
    /// Counts `bytes` that will be sent to `caller` on the connection of `activity`.
    pub(crate) fn hold(
        self: &Arc<Self>,
        bytes: usize,
        caller: &K,
        activity: &Arc<Activity>,
    ) -> Arc<Held<K>> {
        // An answer larger than the budget counts as all of it.
        let bytes = bytes.min(self.bytes_max) + OVERHEAD_BYTES;
        let mut unsent = self.unsent();
        let number = unsent.next;
        unsent.next += 1;
        unsent.bytes += bytes;
        let answer = Answer { bytes, caller: caller.clone(), activity: Arc::clone(activity) };
        unsent.answers.insert(number, answer);
        activity.add_unread();
        // The newest one stays, however large it is.
        while unsent.bytes > self.bytes_max && unsent.answers.len() > 1 {
            unsent.abort_one(number);
        }
        drop(unsent);
        Arc::new(Held { budget: Arc::clone(self), number, activity: Arc::clone(activity) })
    }
}

impl<K: Caller> Unsent<K> {
    /// Aborts the connection of the oldest answer of the caller with the most bytes, and stops
    /// counting its answers, except for the newest.
    fn abort_one(&mut self, newest: u64) {
        let mut of_callers: HashMap<_, usize> = HashMap::new();
        for answer in self.answers.values() {
            *of_callers.entry(&answer.caller).or_default() += answer.bytes;
        }
        let others = self.answers.iter().filter(|(number, _)| **number != newest);
        let oldest = others.max_by_key(|(number, it)| (of_callers[&it.caller], Reverse(**number)));
        let Some((_, Answer { activity, .. })) = oldest else { return };
        let oldest = Arc::clone(activity);
        let mut freed = 0;
        self.answers.retain(|number, answer| {
            let goes = *number != newest && Arc::ptr_eq(&answer.activity, &oldest);
            freed += if goes { answer.bytes } else { 0 };
            !goes
        });
        self.bytes -= freed;
        oldest.abort();
        tracing::debug!(freed, "answers were unread for too long");
    }
}

impl<K: Caller> Held<K> {
    /// Wraps `bytes` so that they count until they are sent: a whole answer counts until its last
    /// piece is.
    pub(crate) fn until_sent(self: &Arc<Self>, bytes: Bytes) -> Bytes {
        Bytes::from_owner(Counted { bytes, _held: Arc::clone(self) })
    }
}

impl<K> Drop for Held<K> {
    fn drop(&mut self) {
        self.activity.remove_unread();
        let mut unsent = self.budget.unsent();
        if let Some(answer) = unsent.answers.remove(&self.number) {
            unsent.bytes -= answer.bytes;
        }
    }
}

struct Counted<K> {
    bytes: Bytes,
    _held: Arc<Held<K>>,
}

impl<K> AsRef<[u8]> for Counted<K> {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    const BYTES_MAX: usize = 1 << 20;

    fn budget() -> Arc<ResponseBudget<&'static str>> {
        ResponseBudget::new(BYTES_MAX)
    }

    fn activities<const COUNT: usize>() -> [Arc<Activity>; COUNT] {
        std::array::from_fn(|_| Arc::new(Activity::new()))
    }

    fn are_aborted<const COUNT: usize>(activities: &[Arc<Activity>; COUNT]) -> [bool; COUNT] {
        std::array::from_fn(|index| activities[index].aborted().now_or_never().is_some())
    }

    #[test]
    fn the_connection_of_the_oldest_unread_answer_is_aborted() {
        let budget = budget();
        let activities = activities::<6>();
        let quarter = BYTES_MAX / 4 - OVERHEAD_BYTES;
        let mut held: Vec<_> =
            activities[..4].iter().map(|it| budget.hold(quarter, &"", it)).collect();
        assert_eq!(are_aborted(&activities), [false; 6]);
        // Sending makes room.
        drop(held.remove(0).until_sent(Bytes::from_static(b"x")));
        held.push(budget.hold(quarter, &"", &activities[4]));
        assert_eq!(are_aborted(&activities), [false; 6]);
        held.push(budget.hold(2 * quarter, &"", &activities[5]));
        assert_eq!(are_aborted(&activities), [false, true, true, false, false, false]);
        drop(held);
        assert_eq!(budget.unsent().bytes, 0);
        let _too_long = budget.hold(2 * BYTES_MAX, &"", &activities[0]);
        assert_eq!(are_aborted(&activities), [false; 6]);
    }

    /// A caller who reads slowly loses nothing to one who reads nothing.
    #[test]
    fn the_caller_with_most_unread_bytes_is_aborted_first() {
        let budget = budget();
        let activities = activities::<6>();
        let quarter = BYTES_MAX / 4 - OVERHEAD_BYTES;
        let _first = budget.hold(quarter, &"vijay", &activities[0]);
        let hold = |it| budget.hold(quarter, &"mallory", it);
        let _others: Vec<_> = activities[1..].iter().map(hold).collect();
        assert_eq!(are_aborted(&activities), [false, true, true, false, false, false]);
    }

    #[test]
    fn a_connection_that_is_aborted_makes_room_with_all_its_answers() {
        let budget = budget();
        let activities = activities::<3>();
        let third = BYTES_MAX / 3 - OVERHEAD_BYTES;
        let _held: Vec<_> = [0, 1, 0].map(|it| budget.hold(third, &"", &activities[it])).into();
        let _newest = budget.hold(2 * third, &"", &activities[2]);
        assert_eq!(are_aborted(&activities), [true, false, false]);
        assert_eq!(activities.map(|it| it.awaited()), [2, 1, 1]);
    }

    #[test]
    fn an_answer_counts_until_its_last_piece_is_sent() {
        let budget = budget();
        let [activity] = activities();
        let held = budget.hold(10, &"", &activity);
        let mut rest = held.until_sent(Bytes::from_static(b"0123456789"));
        drop(held);
        let first = rest.split_to(5);
        drop(rest);
        assert_eq!((&first[..], budget.unsent().bytes), (&b"01234"[..], 10 + OVERHEAD_BYTES));
        drop(first);
        assert_eq!(budget.unsent().bytes, 0);
    }
}
