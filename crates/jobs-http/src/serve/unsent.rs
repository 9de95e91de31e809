//! Answers that are made and not sent yet: a bound on their bytes for all connections together.
//!
//! A peer that asks for what is large and does not read it has the server hold it. When the bound is reached, of whoever has
//! most here the connection whose answer has lain here for longest is cut off, so that whoever reads what it asked for is served.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use jobs_core::UserId;

use super::activity::Activity;

/// The most bytes: 16 answers of the greatest size, the history of a job whose payload has 16 MiB.
const BYTES_MAX: usize = 256 << 20;

/// What an answer takes beside its body: its head, and a stream of HTTP/2.
const OVERHEAD_BYTES: usize = 4 << 10;

/// The answers of a server.
#[derive(Debug, Default)]
pub(super) struct Unsent(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    next: u64,
    bytes: usize,
    /// In the order in which they were made.
    answers: BTreeMap<u64, Answer>,
}

#[derive(Debug)]
struct Answer {
    bytes: usize,
    /// Who asked for it, if they are signed in.
    user: Option<UserId>,
    activity: Arc<Activity>,
}

/// An answer, or a part of one, until this is dropped.
#[derive(Debug)]
pub(super) struct Held {
    unsent: Arc<Unsent>,
    number: u64,
    activity: Arc<Activity>,
}

impl Unsent {
    /// Counts `bytes` that are to be sent to `user` on the connection of `activity`.
    pub(super) fn hold(
        self: &Arc<Self>,
        bytes: usize,
        user: Option<&UserId>,
        activity: &Arc<Activity>,
    ) -> Arc<Held> {
        let bytes = bytes + OVERHEAD_BYTES;
        let mut state = self.state();
        let number = state.next;
        state.next += 1;
        state.bytes += bytes;
        let answer = Answer { bytes, user: user.cloned(), activity: Arc::clone(activity) };
        state.answers.insert(number, answer);
        activity.change_unread(|count| *count += 1);
        // The newest one stays, however large it is.
        while state.bytes > BYTES_MAX && state.answers.len() > 1 {
            state.cut_off_one(number);
        }
        drop(state);
        Arc::new(Held { unsent: Arc::clone(self), number, activity: Arc::clone(activity) })
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    /// Ends the connection of the oldest answer of whoever has most of the bytes, and counts none of its answers any more but the
    /// newest.
    fn cut_off_one(&mut self, newest: u64) {
        let mut of_users: HashMap<_, usize> = HashMap::new();
        for answer in self.answers.values() {
            *of_users.entry(&answer.user).or_default() += answer.bytes;
        }
        let others = self.answers.iter().filter(|(number, _)| **number != newest);
        let oldest = others.max_by_key(|(number, it)| (of_users[&it.user], Reverse(**number)));
        let Some((_, Answer { activity, .. })) = oldest else { return };
        let oldest = Arc::clone(activity);
        let mut freed = 0;
        self.answers.retain(|number, answer| {
            let goes = *number != newest && Arc::ptr_eq(&answer.activity, &oldest);
            freed += if goes { answer.bytes } else { 0 };
            !goes
        });
        self.bytes -= freed;
        oldest.cut_off();
        tracing::debug!(freed, "answers lay unread for too long");
    }
}

impl Held {
    /// `bytes`, which count until they are sent: all of an answer until its last piece is.
    pub(super) fn until_sent(self: &Arc<Self>, bytes: Bytes) -> Bytes {
        Bytes::from_owner(Counted { bytes, _held: Arc::clone(self) })
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        self.activity.change_unread(|count| *count -= 1);
        let mut state = self.unsent.state();
        if let Some(answer) = state.answers.remove(&self.number) {
            state.bytes -= answer.bytes;
        }
    }
}

struct Counted {
    bytes: Bytes,
    _held: Arc<Held>,
}

impl AsRef<[u8]> for Counted {
    fn as_ref(&self) -> &[u8] {
        &self.bytes
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    fn is_cut_off(activity: &Activity) -> bool {
        activity.is_cut_off().now_or_never().is_some()
    }

    #[test]
    fn the_answer_that_has_lain_there_for_longest_gives_way() {
        let (unsent, activities) = (Arc::new(Unsent::default()), [(); 6].map(|()| Activity::new()));
        let activities = activities.map(Arc::new);
        let quarter = BYTES_MAX / 4 - OVERHEAD_BYTES;
        let mut held: Vec<_> =
            activities[..4].iter().map(|it| unsent.hold(quarter, None, it)).collect();
        assert!(!activities.iter().any(|it| is_cut_off(it)));
        // What is sent makes room.
        drop(held.remove(0).until_sent(Bytes::from_static(b"x")));
        held.push(unsent.hold(quarter, None, &activities[4]));
        assert!(!activities.iter().any(|it| is_cut_off(it)));
        held.push(unsent.hold(2 * quarter, None, &activities[5]));
        let cut_off: Vec<_> = activities.iter().map(|it| is_cut_off(it)).collect();
        assert_eq!(cut_off, [false, true, true, false, false, false]);
        drop(held);
        assert_eq!(unsent.state().bytes, 0);
        let _too_long = unsent.hold(2 * BYTES_MAX, None, &activities[0]);
        assert!(!is_cut_off(&activities[0]));
    }

    /// Whoever reads slowly loses nothing to somebody who reads nothing.
    #[test]
    fn whoever_has_most_gives_way() {
        let (unsent, activities) = (Arc::new(Unsent::default()), [(); 6].map(|()| Activity::new()));
        let activities = activities.map(Arc::new);
        let [vijay, mallory] = ["vijay", "mallory"].map(|name| UserId::new(name).unwrap());
        let quarter = BYTES_MAX / 4 - OVERHEAD_BYTES;
        let _first = unsent.hold(quarter, Some(&vijay), &activities[0]);
        let hold = |it| unsent.hold(quarter, Some(&mallory), it);
        let _others: Vec<_> = activities[1..].iter().map(hold).collect();
        let cut_off: Vec<_> = activities.iter().map(|it| is_cut_off(it)).collect();
        assert_eq!(cut_off, [false, true, true, false, false, false]);
    }

    #[test]
    fn whoever_is_cut_off_makes_room_with_all_its_answers() {
        let (unsent, activities) = (Arc::new(Unsent::default()), [(); 3].map(|()| Activity::new()));
        let activities = activities.map(Arc::new);
        let third = BYTES_MAX / 3 - OVERHEAD_BYTES;
        let _held: Vec<_> = [0, 1, 0].map(|it| unsent.hold(third, None, &activities[it])).into();
        let _newest = unsent.hold(2 * third, None, &activities[2]);
        let cut_off: Vec<_> = activities.iter().map(|it| is_cut_off(it)).collect();
        assert_eq!(cut_off, [true, false, false]);
        assert_eq!(activities.map(|it| it.awaited()), [2, 1, 1]);
    }

    #[test]
    fn what_is_handed_on_counts_until_its_last_piece_is_sent() {
        let (unsent, activity) = (Arc::new(Unsent::default()), Arc::new(Activity::new()));
        let mut rest =
            unsent.hold(10, None, &activity).until_sent(Bytes::from_static(b"0123456789"));
        let first = rest.split_to(5);
        drop(rest);
        assert_eq!((&first[..], unsent.state().bytes), (&b"01234"[..], 10 + OVERHEAD_BYTES));
        drop(first);
        assert_eq!(unsent.state().bytes, 0);
    }
}
