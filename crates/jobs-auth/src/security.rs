//! The security log: who signed in, who was refused, what was read in bulk, and changes to who may
//! sign in.
//!
//! ```text
//! 2026-01-28T15:04:53.003687Z  INFO jobs::security: a user signed in event="sign_in" …
//! ```
//!
//! All of it has the target [`TARGET`], and an `event` out of [`Event`], whose names and levels do
//! not change. Lines that name no user are limited by network and in total, and lines that name one
//! by that user alone, so that a flood of anonymous requests suppresses no line about a user. It
//! neither fills a disk nor goes unnoticed, as [`Event::Omitted`] counts what was left out.

use std::fmt::Display;
use std::net::IpAddr;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::time::{Duration, Instant};

use jobs_core::UserId;
use strum::{EnumCount, VariantArray};
use tracing::Level;

use crate::limiter::{Limiter, Quota, network};

/// The target of all events.
pub const TARGET: &str = "jobs::security";

/// How many users and addresses are counted: beyond that, the one that caused something longest ago
/// is forgotten.
const KEYS_MAX: usize = 10_000;

/// For clients that are not signed in, per network, and for the lines that they cause about one
/// user: 10 lines at once, then 6 a minute.
const BY_ANONYMOUS_NETWORK: Quota = Quota { burst: 10, every: Duration::from_secs(10) };

/// For all clients that are not signed in, per kind of event: 100 lines at once, then one a second,
/// which is 20 MB a day.
const BY_ALL_ANONYMOUS: Quota = Quota { burst: 100, every: Duration::from_secs(1) };

/// For one user, per kind of event: 100 lines at once, then one a second.
const BY_USER: Quota = Quota { burst: 100, every: Duration::from_secs(1) };

/// For one user at one address who comes through a proxy: each request says so, and one line in a
/// quarter of an hour is enough.
const BY_PROXIED_USER: Quota = Quota { burst: 1, every: Duration::from_secs(15 * 60) };

/// How often the log says what was left out.
const OMITTED_EVERY: Duration = Duration::from_secs(10);

/// What happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, EnumCount, VariantArray)]
#[non_exhaustive]
pub enum Event {
    /// A token, a JWT or a session was not taken.
    CredentialsRefused,
    /// A password or a token was not taken, or no session begun.
    SignInRefused,
    /// A password or a token was refused, as there were too many.
    SignInThrottled,
    /// A user began a session.
    SignIn,
    /// A session was ended.
    SignOut,
    /// A user came through a proxy.
    ProxyIdentity,
    /// A request named its user and may not.
    IdentityHeaderRefused,
    /// A request was answered with 403.
    Forbidden,
    /// A user lost access while a request was in flight.
    AccessLost,
    /// An export began.
    ExportBegun,
    /// A stream began.
    StreamBegun,
    /// Entries were read in bulk.
    EntriesRead,
    /// A user or a token was changed in `auth.toml`.
    AccountChanged,
    /// A user changed users or tokens over HTTP.
    AccountsEdited,
    /// All sessions have ended.
    SessionsEnded,
    /// The keys of JWTs were changed.
    KeysChanged,
    /// A ledger that is not what its anchors say was accepted.
    RestoreAccepted,
    /// Lines were left out.
    Omitted,
}

impl Event {
    /// Every event.
    pub const ALL: [Self; Self::COUNT] = *Self::VARIANTS.first_chunk().expect("COUNT of them");

    /// The table: its name, its level, its fields beside `event`, and what it says. What was
    /// refused is a warning.
    fn row(self) -> (&'static str, Level, &'static str, &'static str) {
        const INFO: Level = Level::INFO;
        const WARN: Level = Level::WARN;
        match self {
            Self::CredentialsRefused => (
                "credentials_refused",
                WARN,
                "by, client, reason; user and token of one that was revoked or has expired",
                "a token, a JWT or a session was refused",
            ),
            Self::SignInRefused => (
                "sign_in_refused",
                WARN,
                "by, client, reason; user when listed; user and token of one that was revoked or has expired",
                "a sign-in was refused",
            ),
            Self::SignInThrottled => (
                "sign_in_throttled",
                WARN,
                "by, client, reason; user when listed",
                "a password or a token was refused, as there were too many",
            ),
            Self::SignIn => {
                ("sign_in", INFO, "user, by, client; token", "a user signed in: a session began")
            }
            Self::SignOut => ("sign_out", INFO, "user, by, client", "a user signed out"),
            Self::ProxyIdentity => (
                "proxy_identity",
                INFO,
                "user, client",
                "a proxy named a user; once in 15 minutes for each user and address",
            ),
            Self::IdentityHeaderRefused => (
                "identity_header_refused",
                WARN,
                "client, reason",
                "a request named its user, and nobody vouches for it",
            ),
            Self::Forbidden => (
                "forbidden",
                WARN,
                "operation; client, user and by when known; reason of a line of a bulk request",
                "a request was answered with 403",
            ),
            Self::AccessLost => (
                "access_lost",
                INFO,
                "user, by, operation, reason",
                "a request in flight ended, as its user lost the right to it",
            ),
            Self::ExportBegun => {
                ("export_begun", INFO, "user, by, operation, client", "an export began")
            }
            Self::StreamBegun => {
                ("stream_begun", INFO, "user, by, operation, client", "a stream began")
            }
            Self::EntriesRead => {
                ("entries_read", INFO, "user, by, operation, client", "entries were read in bulk")
            }
            Self::AccountChanged => (
                "account_changed",
                INFO,
                "change, user, role; token",
                "a user or a token was changed in auth.toml",
            ),
            Self::AccountsEdited => (
                "accounts_edited",
                INFO,
                "user, by, operation, client",
                "a user changed users, tokens or a password over HTTP",
            ),
            Self::SessionsEnded => ("sessions_ended", INFO, "reason", "all sessions have ended"),
            Self::KeysChanged => {
                ("keys_changed", INFO, "added, removed, reason", "the keys of JWTs were changed")
            }
            Self::RestoreAccepted => {
                ("restore_accepted", INFO, "reason", "a restored ledger was accepted and recorded")
            }
            Self::Omitted => (
                "omitted",
                INFO,
                "of, count",
                "lines of one event were left out, as there were too many",
            ),
        }
    }

    /// Its name, in the field `event`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        self.row().0
    }

    /// The level of its lines: a warning where something was refused.
    #[must_use]
    pub fn level(self) -> Level {
        self.row().1
    }

    /// The fields that it has beside `event`.
    #[must_use]
    pub fn fields(self) -> &'static str {
        self.row().2
    }

    /// What it says.
    #[must_use]
    pub fn says(self) -> &'static str {
        self.row().3
    }

    /// How many lines may name one user; `None` for an event that no caller can cause many of.
    fn quota_of_user(self) -> Option<Quota> {
        match self {
            // Most likely caused by clients that are not signed in.
            Self::CredentialsRefused
            | Self::SignInRefused
            | Self::SignInThrottled
            | Self::IdentityHeaderRefused => Some(BY_ANONYMOUS_NETWORK),
            Self::ProxyIdentity => Some(BY_PROXIED_USER),
            Self::SignIn
            | Self::SignOut
            | Self::Forbidden
            | Self::AccessLost
            | Self::AccountsEdited
            | Self::ExportBegun
            | Self::StreamBegun
            | Self::EntriesRead => Some(BY_USER),
            Self::AccountChanged
            | Self::SessionsEnded
            | Self::KeysChanged
            | Self::RestoreAccepted
            | Self::Omitted => None,
        }
    }
}

/// What an event is about: the fields of its line. Only those that are set are written.
#[derive(Debug, Clone, Copy, Default)]
#[expect(missing_docs, reason = "the fields of the table in docs/operating.md")]
pub struct Details<'a> {
    pub user: Option<&'a UserId>,
    pub by: Option<&'a str>,
    pub client: Option<IpAddr>,
    pub operation: Option<&'a str>,
    pub change: Option<&'a str>,
    pub role: Option<&'a str>,
    pub token: Option<&'a str>,
    pub added: Option<&'a str>,
    pub removed: Option<&'a str>,
    pub reason: Option<&'a str>,
    pub of: Option<&'a str>,
    pub count: Option<u64>,
}

/// Writes a line, unless there were too many like it.
pub fn record(event: Event, details: &Details<'_>) {
    if GATE.admits(event, details, GATE.now()) {
        write(event, details);
    }
    record_omitted();
}

/// Logs what was left out, if that is due. Call it from time to time: a flood may have ended.
pub fn record_omitted() {
    for (event, count) in GATE.omitted(GATE.now()) {
        let details =
            Details { of: Some(event.as_str()), count: Some(count), ..Details::default() };
        write(Event::Omitted, &details);
    }
}

static GATE: LazyLock<Gate> = LazyLock::new(Gate::new);

fn write(event: Event, details: &Details<'_>) {
    let Details { user, by, client, operation, change, role, token, .. } = *details;
    let Details { added, removed, reason, of, count, .. } = *details;
    let client = text(client);
    // The level of a line is fixed where it is written.
    macro_rules! line {
        ($level:ident) => {
            tracing::$level!(
                target: TARGET,
                event = event.as_str(),
                user = user.map(UserId::as_str),
                by,
                client = client.as_deref(),
                operation,
                change,
                role,
                token,
                added,
                removed,
                reason,
                of,
                count,
                "{}",
                event.says()
            )
        };
    }
    if event.level() == Level::WARN { line!(warn) } else { line!(info) }
}

fn text(value: Option<impl Display>) -> Option<String> {
    value.map(|value| value.to_string())
}

/// Counts lines, so that nobody can cause too many: those that name a user by the user, the others
/// by network and in all.
struct Gate {
    begun: Instant,
    counts: [Option<Counts>; Event::ALL.len()],
    omitted: [AtomicU64; Event::ALL.len()],
    /// When the log last said what was left out.
    told: Mutex<Option<Duration>>,
}

/// The lines of one event.
struct Counts {
    by_user: Limiter<(UserId, Option<IpAddr>)>,
    by_anonymous_network: Limiter<Option<IpAddr>>,
    by_all_anonymous: Limiter<()>,
}

impl Counts {
    fn new(of_user: Quota) -> Self {
        Self {
            by_user: Limiter::new(of_user, KEYS_MAX),
            by_anonymous_network: Limiter::new(BY_ANONYMOUS_NETWORK, KEYS_MAX),
            by_all_anonymous: Limiter::new(BY_ALL_ANONYMOUS, 1),
        }
    }
}

impl Gate {
    fn new() -> Self {
        Self {
            begun: Instant::now(),
            counts: Event::ALL.map(|event| event.quota_of_user().map(Counts::new)),
            omitted: std::array::from_fn(|_| AtomicU64::new(0)),
            told: Mutex::default(),
        }
    }

    /// The time since it was made.
    fn now(&self) -> Duration {
        self.begun.elapsed()
    }

    fn admits(&self, event: Event, details: &Details<'_>, now: Duration) -> bool {
        let at = place(event);
        let Some(counts) = &self.counts[at] else { return true };
        let network = details.client.map(network);
        let admitted = match details.user {
            // A user has one count for all addresses, except where one line is enough.
            Some(user) => {
                let network = network.filter(|_| event == Event::ProxyIdentity);
                counts.by_user.take((user.clone(), network), now).is_ok()
            }
            None => {
                counts.by_anonymous_network.take(network, now).is_ok()
                    && counts.by_all_anonymous.take((), now).is_ok()
            }
        };
        if !admitted && event != Event::ProxyIdentity {
            self.omitted[at].fetch_add(1, Ordering::Relaxed);
        }
        admitted
    }

    /// How many lines of which events were left out, if it is time to say so.
    fn omitted(&self, now: Duration) -> Vec<(Event, u64)> {
        let mut told = self.told.lock().unwrap_or_else(PoisonError::into_inner);
        if told.is_some_and(|told| now < told + OMITTED_EVERY) {
            return Vec::new();
        }
        let counts =
            Event::ALL.map(|event| (event, self.omitted[place(event)].swap(0, Ordering::Relaxed)));
        let counts: Vec<_> = counts.into_iter().filter(|(_, count)| *count > 0).collect();
        if !counts.is_empty() {
            *told = Some(now);
        }
        counts
    }
}

fn place(event: Event) -> usize {
    event as usize
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    #[test]
    fn every_event_has_a_name_of_its_own() {
        let names: HashSet<_> = Event::ALL.map(Event::as_str).into();
        assert_eq!(names.len(), Event::ALL.len());
    }

    #[test]
    fn a_flood_is_bounded_by_address_and_in_all_and_is_counted() {
        let gate = Gate::new();
        let event = Event::CredentialsRefused;
        let from = |n: u32| Details {
            client: Some(std::net::Ipv4Addr::from(n).into()),
            ..Details::default()
        };
        let count = |now, from: &dyn Fn(u32) -> Details<'static>| {
            (0..10_000).filter(|n| gate.admits(event, &from(*n), now)).count()
        };
        assert_eq!(count(SECOND, &|_| from(1)), 10, "from one address");
        assert_eq!(
            count(SECOND, &from),
            90,
            "from wherever: 100 with the others, whose own count is used up"
        );
        assert_eq!(gate.omitted(SECOND), [(event, 9_990 + 9_910)]);
        assert!(!gate.admits(event, &from(1), SECOND));
        assert!(gate.omitted(10 * SECOND).is_empty(), "it was said a moment ago");
        assert_eq!(gate.omitted(11 * SECOND), [(event, 1)]);
        assert!(gate.omitted(100 * SECOND).is_empty());
        // It does not use up what others have.
        let vijay = UserId::new("vijay").unwrap();
        let by_vijay = Details { user: Some(&vijay), ..Details::default() };
        assert!(gate.admits(Event::SignIn, &by_vijay, SECOND));
        assert!((0..1000).all(|_| gate.admits(Event::AccountChanged, &by_vijay, SECOND)));
    }

    #[test]
    fn anonymous_clients_suppress_no_line_that_names_a_user() {
        let boss = UserId::new("boss").unwrap();
        for event in Event::ALL {
            let gate = Gate::new();
            let of = |user, n: u32| Details {
                user,
                client: Some(std::net::Ipv4Addr::from(n).into()),
                ..Details::default()
            };
            let anonymous =
                (0..10_000).filter(|n| gate.admits(event, &of(None, *n), SECOND)).count();
            let is_bounded = event.quota_of_user().is_some();
            assert_eq!(anonymous, if is_bounded { 100 } else { 10_000 }, "{event:?}");
            assert!(gate.admits(event, &of(Some(&boss), 1), SECOND), "{event:?}");
            // Nor do users keep out each other's.
            let of_boss =
                (0..10_000).filter(|n| gate.admits(event, &of(Some(&boss), *n), SECOND)).count();
            assert!(!is_bounded || of_boss < 10_000 || event == Event::ProxyIdentity, "{event:?}");
            let vijay = UserId::new("vijay").unwrap();
            assert!(gate.admits(event, &of(Some(&vijay), 1), SECOND), "{event:?}");
        }
    }

    #[test]
    fn a_network_is_one_anonymous_client() {
        let gate = Gate::new();
        let from = |n: u128| Details {
            client: Some(std::net::Ipv6Addr::from(0x2001_0db8 << 96 | n).into()),
            ..Details::default()
        };
        let admits = |n| gate.admits(Event::SignInRefused, &from(n), SECOND);
        assert_eq!((0..1000).filter(|n| admits(*n)).count(), 10);
        assert!(admits(1 << 64), "another network");
    }

    #[test]
    fn a_user_who_comes_by_a_proxy_is_named_once_in_a_while() {
        let gate = Gate::new();
        let vijay = UserId::new("vijay").unwrap();
        let from = |n: u32| Details {
            user: Some(&vijay),
            client: Some(std::net::Ipv4Addr::from(n).into()),
            ..Details::default()
        };
        let admits = |n, now| gate.admits(Event::ProxyIdentity, &from(n), now);
        assert!(admits(1, SECOND) && !admits(1, 2 * SECOND) && admits(2, 2 * SECOND));
        assert!(admits(1, 902 * SECOND));
        assert!(gate.omitted(1000 * SECOND).is_empty());
    }
}
