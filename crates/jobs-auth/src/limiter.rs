//! Limits how often something may be tried, for each of many keys and in bounded memory: a few
//! times at once, then once in a while.

use std::fmt;
use std::hash::Hash;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use hashlink::LruCache;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Quota {
    /// This many times at once,
    pub burst: u32,
    /// and then once in this time.
    pub every: Duration,
}

/// Counts tries by key (the generic cell rate algorithm). For each key it keeps the moment at which
/// all of the key's tries are given back. When there is no room for another key, the one that was
/// tried longest ago is forgotten.
pub struct Limiter<K> {
    quota: Quota,
    whole_again: Mutex<LruCache<K, Duration>>,
}

impl<K: Hash + Eq> Limiter<K> {
    /// Allows each key what `quota` says, and remembers `keys_max` of them.
    #[must_use]
    pub fn new(quota: Quota, keys_max: usize) -> Self {
        Self { quota, whole_again: Mutex::new(LruCache::new(keys_max)) }
    }

    /// Takes one try of `key`.
    ///
    /// # Errors
    /// How long to wait, when there is none left; nothing is taken then.
    pub fn take(&self, key: K, now: Duration) -> Result<(), Duration> {
        let Quota { burst, every } = self.quota;
        let latest = now + every * burst;
        let mut whole_again = self.whole_again.lock().unwrap_or_else(PoisonError::into_inner);
        let before = match whole_again.get_mut(&key) {
            // Capped at the latest possible moment, in case the clock was set back.
            Some(then) => {
                *then = (*then).clamp(now, latest);
                *then
            }
            None => now,
        };
        let after = before + every;
        if after > latest {
            return Err(after - latest);
        }
        whole_again.insert(key, after);
        Ok(())
    }

    /// Gives back one try of `key`, which was not a guess.
    pub fn give_back(&self, key: &K) {
        let mut whole_again = self.whole_again.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(then) = whole_again.get_mut(key) {
            *then = then.saturating_sub(self.quota.every);
        }
    }
}

impl<K> fmt::Debug for Limiter<K> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Limiter({:?})", self.quota)
    }
}

/// What an address is counted by: itself, or its /64, as an IPv6 user has 2⁶⁴ addresses.
#[must_use]
pub fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(v6) => {
            let [a, b, c, d, ..] = v6.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: Duration = Duration::from_secs(1_000_000);
    const SECOND: Duration = Duration::from_secs(1);

    fn limiter() -> Limiter<&'static str> {
        Limiter::new(Quota { burst: 3, every: 10 * SECOND }, 2)
    }

    #[test]
    fn a_few_at_once_and_then_one_in_a_while() {
        let limiter = limiter();
        for _ in 0..3 {
            assert_eq!(limiter.take("a", NOW), Ok(()));
        }
        assert_eq!(limiter.take("a", NOW), Err(10 * SECOND));
        assert_eq!(limiter.take("a", NOW + 4 * SECOND), Err(6 * SECOND));
        assert_eq!(limiter.take("a", NOW + 10 * SECOND), Ok(()));
        assert!(limiter.take("a", NOW + 10 * SECOND).is_err());
        assert_eq!(limiter.take("b", NOW), Ok(()), "keys do not share");
        let rested = NOW + 1000 * SECOND;
        let taken = (0..5).filter(|_| limiter.take("a", rested).is_ok()).count();
        assert_eq!(taken, 3, "and never more at once");
    }

    #[test]
    fn what_is_given_back_can_be_taken_again() {
        let limiter = limiter();
        for _ in 0..20 {
            assert_eq!(limiter.take("a", NOW), Ok(()));
            limiter.give_back(&"a");
        }
        limiter.give_back(&"a");
        limiter.give_back(&"b");
        let taken = (0..5).filter(|_| limiter.take("a", NOW).is_ok()).count();
        assert_eq!(taken, 3, "no more than there is");
    }

    #[test]
    fn the_key_that_was_tried_longest_ago_makes_room() {
        let limiter = limiter();
        for _ in 0..3 {
            assert!(limiter.take("a", NOW).is_ok());
        }
        assert!(limiter.take("b", NOW).is_ok());
        assert!(limiter.take("a", NOW).is_err());
        assert!(limiter.take("c", NOW).is_ok());
        assert!(limiter.take("a", NOW).is_err(), "b was forgotten, not a");
    }

    #[test]
    fn a_clock_that_is_set_back_locks_nobody_out() {
        let limiter = limiter();
        for _ in 0..3 {
            assert!(limiter.take("a", NOW).is_ok());
        }
        let back = NOW / 2;
        assert_eq!(limiter.take("a", back), Err(10 * SECOND));
        assert_eq!(limiter.take("a", back + 10 * SECOND), Ok(()));
    }
}
