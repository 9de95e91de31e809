//! Checks passwords and the tokens of sign-ins, within limits on how often they may be tried and
//! how many are checked at once.

use std::net::IpAddr;
use std::time::Duration;

use jobs_auth::{Limiter, Quota, network};
use jobs_core::UserId;
use jobs_serve::Budget;

/// Guesses at the password of one user, from any address: 10 at once, then 2 a minute, a million in
/// a year. Somebody who uses this up to lock a user out does not end the user's sessions and
/// tokens.
const BY_USER: Quota = Quota { burst: 10, every: Duration::from_secs(30) };

/// Guesses from one address, at any user: 30 at once, then 12 a minute. An office may share one.
/// Not counted where the address may be a proxy's, as one attacker would then lock out everybody.
const BY_CLIENT: Quota = Quota { burst: 30, every: Duration::from_secs(5) };

/// How many users and addresses are remembered: with names of 128 bytes, 10,000 of each take about
/// 3 MB.
const KEYS_MAX: usize = 10_000;

/// How many passwords are checked at once: each takes a core and 19 MiB for about 20 ms. At most
/// one for each user, and one for all unknown names.
const CHECKED_MAX: usize = 2;

/// How many may be in progress or waiting, for about half a second at most.
const QUEUE_MAX: usize = 52;

/// How many of these one user may have, and how many all unknown names together, as anybody can
/// make up any number of those.
const QUEUE_SHARE: usize = QUEUE_MAX / 4;

/// Why a password or a token was refused, or began no session.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum SignInError {
    /// There is no such user with such a password.
    #[error("the name or the password is wrong")]
    Wrong,
    /// The token is not accepted.
    #[error("the token is not known, was revoked, or has expired")]
    UnknownToken,
    /// There were too many guesses.
    #[error("too many tries; wait {} s", seconds(*.0))]
    TooOften(Duration),
    /// The queue of passwords to check is full.
    #[error("too many are signing in; try again")]
    Busy,
    /// The password or the token is right, and there is no key to sign a session with.
    #[error("{0}")]
    NoKey(String),
    /// An internal error. The text is for the log, and not for the caller.
    #[error("{0}")]
    Internal(String),
}

impl SignInError {
    /// After how many seconds trying again may help, if at all.
    #[must_use]
    pub fn retry_after(&self) -> Option<u64> {
        match self {
            Self::Wrong | Self::UnknownToken | Self::NoKey(_) | Self::Internal(_) => None,
            Self::TooOften(wait) => Some(seconds(*wait)),
            Self::Busy => Some(1),
        }
    }
}

/// Whole seconds, rounded up.
fn seconds(wait: Duration) -> u64 {
    wait.as_secs() + u64::from(wait.subsec_nanos() > 0)
}

/// Counts the tries, and checks passwords off the worker threads.
#[derive(Debug)]
pub(crate) struct PasswordChecks {
    by_user: Limiter<String>,
    by_client: Limiter<IpAddr>,
    /// Wrong tokens from all addresses that may be shared, together.
    shared_tokens: Limiter<()>,
    checks: Budget<Option<UserId>>,
    queue: Budget<Option<UserId>>,
}

impl Default for PasswordChecks {
    fn default() -> Self {
        Self {
            by_user: Limiter::new(BY_USER, KEYS_MAX),
            by_client: Limiter::new(BY_CLIENT, KEYS_MAX),
            shared_tokens: Limiter::new(BY_CLIENT, 1),
            checks: Budget::new(CHECKED_MAX, CHECKED_MAX / 2),
            queue: Budget::new(QUEUE_MAX, QUEUE_SHARE),
        }
    }
}

impl PasswordChecks {
    /// What `check` says about the name, which is that of the `listed` user, if any, and the
    /// password. A right password does not count as a try. `client` is the address that guesses are
    /// counted against, unless it may be shared by everybody.
    pub(crate) async fn check<T: Send + 'static>(
        &self,
        name: String,
        listed: Option<&UserId>,
        password: String,
        client: Option<IpAddr>,
        now: Duration,
        check: impl FnOnce(&str, &str) -> Result<T, SignInError> + Send + 'static,
    ) -> Result<T, SignInError> {
        // All texts that cannot be names share one entry, so that entries stay small.
        let user = if name.len() > UserId::BYTES_MAX { String::new() } else { name.clone() };
        let network = client.map(network);
        if let Some(network) = network {
            self.by_client.take(network, now).map_err(SignInError::TooOften)?;
        }
        // All unknown names count as one caller.
        let caller = || listed.cloned();
        let Ok(_queued) = self.queue.try_acquire(caller(), 1) else {
            // Nothing was guessed.
            if let Some(network) = network {
                self.by_client.give_back(&network);
            }
            return Err(SignInError::Busy);
        };
        // Only once it has a place in the queue, so that a flood of requests neither uses up a
        // user's tries nor, with made-up names, evicts the counts of others.
        self.by_user.take(user.clone(), now).map_err(SignInError::TooOften)?;
        let permit = self.checks.acquire(caller(), 1).await;
        let checked = tokio::task::spawn_blocking(move || {
            // Given back when it is done, also when the caller has gone.
            let _until_checked = permit;
            check(&name, &password)
        });
        let checked = checked.await.map_err(|error| SignInError::Internal(error.to_string()))?;
        if matches!(checked, Ok(_) | Err(SignInError::NoKey(_))) {
            self.by_user.give_back(&user);
            if let Some(network) = network {
                self.by_client.give_back(&network);
            }
        }
        checked
    }

    /// What `check`, which takes no time, says about a token. A right one does not count as a try.
    /// `client` is as for passwords. Where there is none, the right token is taken however many
    /// wrong ones there were: it cannot be guessed, and one attacker would lock out everybody.
    pub(crate) fn check_token<T>(
        &self,
        client: Option<IpAddr>,
        now: Duration,
        check: impl FnOnce() -> Result<T, SignInError>,
    ) -> Result<T, SignInError> {
        let Some(network) = client.map(network) else {
            let checked = check();
            if matches!(checked, Err(SignInError::UnknownToken)) {
                self.shared_tokens.take((), now).map_err(SignInError::TooOften)?;
            }
            return checked;
        };
        self.by_client.take(network, now).map_err(SignInError::TooOften)?;
        let checked = check();
        if matches!(checked, Ok(_) | Err(SignInError::NoKey(_))) {
            self.by_client.give_back(&network);
        }
        checked
    }

    /// Runs `work` of `caller`, which takes as much as to check a password, off the worker threads.
    ///
    /// # Errors
    /// When it panics.
    pub(crate) async fn hash<T: Send + 'static>(
        &self,
        caller: &UserId,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, tokio::task::JoinError> {
        let permit = self.checks.acquire(Some(caller.clone()), 1).await;
        tokio::task::spawn_blocking(move || {
            let _until_hashed = permit;
            work()
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use std::sync::{Arc, Mutex};

    use super::*;

    const NOW: Duration = Duration::from_secs(1_769_612_693);

    fn id(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    async fn guess(
        checks: &PasswordChecks,
        name: &str,
        client: &str,
        now: Duration,
    ) -> SignInError {
        let client = client.parse().ok();
        let wrong = |_: &str, _: &str| Err::<(), _>(SignInError::Wrong);
        let listed = id(name);
        let guess = "guess".to_owned();
        checks.check(name.to_owned(), Some(&listed), guess, client, now, wrong).await.unwrap_err()
    }

    #[tokio::test]
    async fn a_user_is_guessed_at_a_few_times_from_all_addresses() {
        let checks = PasswordChecks::default();
        for n in 0..BY_USER.burst {
            let client = format!("1.2.3.{n}");
            assert_eq!(guess(&checks, "vijay", &client, NOW).await, SignInError::Wrong);
        }
        let too_often = SignInError::TooOften(BY_USER.every);
        assert_eq!(guess(&checks, "vijay", "9.9.9.9", NOW).await, too_often);
        // Not even the right password is accepted now, as guesses could otherwise go on.
        let vijay = id("vijay");
        let right =
            checks.check("vijay".into(), Some(&vijay), "x".into(), None, NOW, |_, _| Ok(()));
        assert_eq!(right.await, Err(too_often));
        assert_eq!(guess(&checks, "anita", "9.9.9.9", NOW).await, SignInError::Wrong);
        assert_eq!(
            guess(&checks, "vijay", "9.9.9.9", NOW + BY_USER.every).await,
            SignInError::Wrong
        );
    }

    #[tokio::test]
    async fn an_address_guesses_a_few_times_at_all_users() {
        let checks = PasswordChecks::default();
        for n in 0..BY_CLIENT.burst {
            let client = format!("2001:db8::{n}");
            assert_eq!(
                guess(&checks, &format!("user-{n}"), &client, NOW).await,
                SignInError::Wrong
            );
        }
        let too_often = SignInError::TooOften(BY_CLIENT.every);
        assert_eq!(guess(&checks, "other", "2001:db8::ffff", NOW).await, too_often);
        assert_eq!(guess(&checks, "other", "2001:db8:0:1::1", NOW).await, SignInError::Wrong);
    }

    #[tokio::test]
    async fn tokens_are_guessed_at_as_seldom_as_passwords_from_one_address() {
        let checks = PasswordChecks::default();
        let from = |n: u8| Some(IpAddr::from([192, 0, 2, n]));
        let guess_token =
            |client| checks.check_token(client, NOW, || Err::<(), _>(SignInError::UnknownToken));
        for _ in 0..BY_CLIENT.burst {
            assert_eq!(checks.check_token(from(1), NOW, || Ok(())), Ok(()));
            assert_eq!(guess_token(from(1)), Err(SignInError::UnknownToken));
        }
        let too_often = SignInError::TooOften(BY_CLIENT.every);
        assert_eq!(guess_token(from(1)), Err(too_often.clone()));
        assert_eq!(checks.check_token(from(1), NOW, || Ok(())), Err(too_often.clone()));
        assert_eq!(guess(&checks, "vijay", "192.0.2.1", NOW).await, too_often);
        assert_eq!(guess_token(from(2)), Err(SignInError::UnknownToken));
    }

    #[test]
    fn wrong_tokens_from_addresses_that_may_be_shared_count_together_and_lock_nobody_out() {
        let checks = PasswordChecks::default();
        let guess_token =
            |now| checks.check_token(None, now, || Err::<(), _>(SignInError::UnknownToken));
        for _ in 0..BY_CLIENT.burst {
            assert_eq!(checks.check_token(None, NOW, || Ok(())), Ok(()));
            assert_eq!(guess_token(NOW), Err(SignInError::UnknownToken));
        }
        assert_eq!(guess_token(NOW), Err(SignInError::TooOften(BY_CLIENT.every)));
        assert_eq!(checks.check_token(None, NOW, || Ok(())), Ok(()));
        assert_eq!(guess_token(NOW + BY_CLIENT.every), Err(SignInError::UnknownToken));
    }

    #[tokio::test]
    async fn who_knows_the_password_is_not_slowed_down() {
        let checks = PasswordChecks::default();
        for _ in 0..100 {
            let client = "1.2.3.4".parse().ok();
            let vijay = id("vijay");
            let right =
                checks.check("vijay".into(), Some(&vijay), "x".into(), client, NOW, |_, _| Ok(()));
            assert_eq!(right.await, Ok(()));
        }
    }

    #[tokio::test]
    async fn two_passwords_are_checked_at_once_also_when_the_caller_has_gone() {
        let checks = Arc::new(PasswordChecks::default());
        let (begun, mut begins) = tokio::sync::mpsc::unbounded_channel();
        let (go_on, gate) = std::sync::mpsc::channel::<()>();
        let gate = Arc::new(Mutex::new(gate));
        let calls: Vec<_> = (0..=CHECKED_MAX)
            .map(|n| {
                let checks = Arc::clone(&checks);
                let begun = begun.clone();
                let gate = Arc::clone(&gate);
                tokio::spawn(async move {
                    let check = move |_: &str, _: &str| {
                        begun.send(n).unwrap();
                        gate.lock().unwrap().recv().unwrap();
                        Ok(())
                    };
                    let name = format!("user-{n}");
                    let listed = id(&name);
                    checks.check(name, Some(&listed), "x".into(), None, NOW, check).await
                })
            })
            .collect();
        for _ in 0..CHECKED_MAX {
            let n = begins.recv().await.unwrap();
            calls[n].abort();
        }
        // What they began goes on, and nobody else gets a permit.
        let third = tokio::time::timeout(Duration::from_millis(300), begins.recv()).await;
        assert!(third.is_err(), "a third one is checked");
        go_on.send(()).unwrap();
        begins.recv().await.unwrap();
        (0..CHECKED_MAX).for_each(|_| go_on.send(()).unwrap());
    }

    #[tokio::test]
    async fn when_the_queue_is_full_nobody_waits_long() {
        let checks = PasswordChecks::default();
        let share = u32::try_from(QUEUE_SHARE).unwrap();
        let fill = |name| checks.queue.try_acquire(Some(id(name)), share).unwrap();
        let all = ["a", "b", "c", "d"].map(fill);
        assert_eq!(checks.queue.available(), 0);
        for _ in 0..2 * BY_CLIENT.burst {
            assert_eq!(guess(&checks, "vijay", "1.2.3.4", NOW).await, SignInError::Busy);
        }
        drop(all);
        // None of these was a try.
        for _ in 0..BY_USER.burst {
            assert_eq!(guess(&checks, "vijay", "1.2.3.4", NOW).await, SignInError::Wrong);
        }
    }

    /// With any number of unknown names, or with the callers' own right passwords.
    #[tokio::test]
    async fn many_callers_with_one_name_keep_nobody_else_out() {
        let checks = PasswordChecks::default();
        for caller in [None, Some(id("anita"))] {
            let mut permits = Vec::new();
            while let Ok(permit) = checks.queue.try_acquire(caller.clone(), 1) {
                permits.push(permit);
            }
            assert_eq!(permits.len(), QUEUE_SHARE);
            let _checked = checks.checks.acquire(caller.clone(), 1).await;
            assert_eq!(guess(&checks, "vijay", "1.2.3.4", NOW).await, SignInError::Wrong);
            let wrong = |_: &str, _: &str| Err::<(), _>(SignInError::Wrong);
            let name = caller.as_ref().map_or("made-up", UserId::as_str).to_owned();
            let one_more = checks.check(name, caller.as_ref(), "x".into(), None, NOW, wrong);
            assert_eq!(one_more.await, Err(SignInError::Busy));
        }
    }

    #[test]
    fn seconds_are_rounded_up() {
        assert_eq!(seconds(Duration::from_millis(1)), 1);
        assert_eq!(seconds(Duration::from_secs(3)), 3);
    }
}
