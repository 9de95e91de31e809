//! Shares: of what all users have together, a part that is the most that one user may have.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};

use jobs_core::UserId;
use tokio::sync::Semaphore;

/// The shares of the users. All who are not signed in have one together.
#[derive(Debug)]
pub(crate) struct Shares {
    of_each: usize,
    /// Of those who have, or wait for, some of theirs at the moment.
    taken: Mutex<HashMap<Option<UserId>, Weak<Semaphore>>>,
}

impl Shares {
    pub(crate) fn new(of_each: usize) -> Self {
        Self { of_each, taken: Mutex::default() }
    }

    /// The share of `user`. It is the same one for as long as somebody has this or a permit of it.
    pub(crate) fn of(&self, user: Option<&UserId>) -> Arc<Semaphore> {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let user = user.cloned();
        if let Some(share) = taken.get(&user).and_then(Weak::upgrade) {
            return share;
        }
        // Those that nobody has are let go of, before there are many.
        taken.retain(|_, share| share.strong_count() > 0);
        let share = Arc::new(Semaphore::new(self.of_each));
        taken.insert(user, Arc::downgrade(&share));
        share
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_one_users_for_as_long_as_it_is_taken() {
        let shares = Shares::new(3);
        let (vijay, anita) = (UserId::new("vijay").unwrap(), UserId::new("anita").unwrap());
        let taken = shares.of(Some(&vijay)).try_acquire_many_owned(2).unwrap();
        let left = |user| shares.of(user).available_permits();
        assert_eq!([left(Some(&vijay)), left(Some(&anita)), left(None)], [1, 3, 3]);
        drop(taken);
        assert_eq!(left(Some(&vijay)), 3);
    }

    #[test]
    fn shares_that_nobody_has_are_let_go_of() {
        let shares = Shares::new(1);
        for number in 0..1000 {
            drop(shares.of(Some(&UserId::new(number.to_string()).unwrap())));
        }
        assert!(shares.taken.lock().unwrap().len() <= 2);
    }
}
