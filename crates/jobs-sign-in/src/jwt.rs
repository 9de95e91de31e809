//! JWTs of one issuer: where its keys come from, and when they are fetched again.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use jobs_auth::jwt::{Jwks, JwtError, JwtRules};
use jobs_auth::security::{Details, Event, record};
use jobs_auth::{Clock, FileStamp, Identity};
use jobs_files::permissions::{self, Named, Own};
use jobs_files::whole_file;
use jobs_gateway::{ConfigError, Fetcher};
use tokio::sync::{Mutex, OwnedMutexGuard, watch};
use url::{Host, Url};

/// The most bytes of a key set; those of large issuers have 10 KiB.
const BYTES_MAX: usize = 1 << 20;

/// How long until keys are fetched again. A key that the issuer has withdrawn ends within a minute,
/// as a fetch takes at most 10 s. An unknown key, which anybody can make up, causes no earlier
/// fetch.
const AGE_MAX: Duration = Duration::from_secs(50);

/// How long keys count while the issuer does not answer: long enough for a restart of the issuer,
/// and short enough that the holder of a withdrawn key gains little by keeping it from answering.
const UNANSWERED_MAX: Duration = Duration::from_secs(15 * 60);

/// Where an issuer's keys are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum JwksSource {
    /// In a file.
    File(PathBuf),
    /// At a URL.
    Url(Url),
}

impl JwksSource {
    /// The file, if it is one.
    #[must_use]
    pub fn file(&self) -> Option<&Path> {
        match self {
            Self::File(path) => Some(path),
            Self::Url(_) => None,
        }
    }
}

impl FromStr for JwksSource {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        if !text.contains("://") {
            return Ok(Self::File(text.into()));
        }
        let url: Url = text.parse().map_err(|_| "is neither a file nor a URL")?;
        if !url.username().is_empty() || url.password().is_some() {
            // The log names the URL.
            return Err("must not hold a user name or password");
        }
        let is_local = match url.host() {
            Some(Host::Domain(name)) => name == "localhost",
            Some(Host::Ipv4(v4)) => v4.is_loopback(),
            Some(Host::Ipv6(v6)) => v6.is_loopback(),
            None => false,
        };
        match url.scheme() {
            "https" => Ok(Self::Url(url)),
            "http" if is_local => Ok(Self::Url(url)),
            // The keys could be replaced on the way, by somebody who then signs in as anybody.
            _ => Err("must be a file, or an https URL"),
        }
    }
}

impl fmt::Display for JwksSource {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path) => path.display().fmt(f),
            // It appears in messages and in the log.
            Self::Url(url) => jobs_gateway::Redactor::default().url(url.as_str()).fmt(f),
        }
    }
}

/// Which JWTs are accepted.
#[derive(Debug, Clone)]
pub struct JwtSettings {
    /// What they must say.
    pub rules: JwtRules,
    /// Where the issuer's keys are.
    pub jwks: JwksSource,
    /// A PEM file of further certificate authorities to trust when the keys are fetched.
    pub ca_file: Option<PathBuf>,
}

/// Why JWTs cannot be checked.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum JwtStartError {
    /// The file of keys cannot be used.
    #[error("--jwt-jwks {jwks} (JOBS_JWT_JWKS): {reason}")]
    Jwks {
        /// The setting.
        jwks: JwksSource,
        /// What is wrong with it.
        reason: String,
    },
    /// TLS cannot be set up.
    #[error(transparent)]
    Fetcher(#[from] ConfigError),
}

#[derive(Debug)]
enum Source {
    File(PathBuf),
    Url(Fetcher),
}

impl Source {
    fn is_remote(&self) -> bool {
        matches!(self, Self::Url(_))
    }

    /// The state of the file.
    async fn stamp(&self) -> Option<FileStamp> {
        let Self::File(path) = self else { return None };
        let path = path.clone();
        // The disk may be slow.
        tokio::task::spawn_blocking(move || FileStamp::of(&path)).await.ok().flatten()
    }

    async fn get(&self) -> Result<Jwks, String> {
        let bytes = match self {
            Self::Url(fetcher) => fetcher.get(BYTES_MAX).await?,
            Self::File(path) => {
                let path = path.clone();
                let read = tokio::task::spawn_blocking(move || read(&path)).await;
                read.map_err(|error| error.to_string())??
            }
        };
        Jwks::parse(&bytes)
    }
}

/// Reads a file that nobody else may change: a user who can change it can sign in as anybody.
fn read(path: &Path) -> Result<Vec<u8>, String> {
    permissions::check_named(path, Named::Public, Own::Runners)
        .map_err(|error| error.to_string())?;
    let text = whole_file::read(path, BYTES_MAX as u64).map_err(|error| error.to_string())?;
    Ok(text.into_bytes())
}

/// When the keys were last asked for, and when they last arrived.
#[derive(Debug)]
struct Asked {
    at: Duration,
    came: Duration,
    /// The state of the file that they were read from.
    stamp: Option<FileStamp>,
}

/// Checks JWTs with keys that are kept up to date.
#[derive(Debug)]
pub struct Jwt {
    rules: JwtRules,
    source: Arc<Source>,
    keys: Arc<ArcSwap<Jwks>>,
    /// Held while keys are fetched, so that only one fetch is in flight.
    asked: Arc<Mutex<Asked>>,
    /// Changes when the keys do.
    changes: watch::Sender<()>,
    clock: Arc<dyn Clock>,
}

impl Jwt {
    /// Gets the issuer's keys. A URL that does not answer is tried again later: the issuer may be
    /// starting, too.
    ///
    /// # Errors
    /// [`JwtStartError`].
    pub async fn start(
        settings: JwtSettings,
        clock: Arc<dyn Clock>,
    ) -> Result<Self, JwtStartError> {
        let JwtSettings { rules, jwks, ca_file } = settings;
        let source = match &jwks {
            JwksSource::File(path) => Source::File(path.clone()),
            JwksSource::Url(url) => Source::Url(Fetcher::new(url.clone(), ca_file.as_deref())?),
        };
        let now = clock.now();
        let asked = Asked { at: now, came: now, stamp: source.stamp().await };
        let keys = match (source.get().await, &source) {
            (Ok(keys), _) => keys,
            (Err(reason), Source::File(_)) => return Err(JwtStartError::Jwks { jwks, reason }),
            (Err(reason), Source::Url(_)) => {
                tracing::error!("{jwks}: {reason}; no JWT is taken until it answers");
                Jwks::default()
            }
        };
        let keys = Arc::new(ArcSwap::from_pointee(keys));
        let source = Arc::new(source);
        let asked = Arc::new(Mutex::new(asked));
        Ok(Self { rules, source, keys, asked, changes: watch::Sender::new(()), clock })
    }

    /// Changes when the keys do.
    pub(crate) fn changes(&self) -> &watch::Sender<()> {
        &self.changes
    }

    /// Checks a JWT again that was accepted before, with the current keys.
    pub(crate) fn check_again(&self, token: &str) -> Result<Identity, JwtError> {
        let checked = self.rules.check(token, &self.keys.load(), self.clock.now());
        checked.map(|(identity, _)| identity)
    }

    /// Whose the JWT is, and until when.
    pub(crate) async fn check(&self, token: &str) -> Result<(Identity, Duration), JwtError> {
        self.renew().await;
        match self.rules.check(token, &self.keys.load(), self.clock.now()) {
            Err(JwtError::UnknownKey) => {
                let asked = Arc::clone(&self.asked).lock_owned().await;
                self.fetch_unless_within(AGE_MAX, asked).await;
                self.rules.check(token, &self.keys.load(), self.clock.now())
            }
            checked => checked,
        }
    }

    /// Replaces old keys. One caller waits for that; the others go on with the current ones.
    async fn renew(&self) {
        if let Ok(asked) = Arc::clone(&self.asked).try_lock_owned() {
            self.fetch_unless_within(AGE_MAX, asked).await;
        }
    }

    /// Replaces keys that are old or whose file was changed.
    pub(crate) async fn look(&self) {
        if let Ok(asked) = Arc::clone(&self.asked).try_lock_owned() {
            let is_changed = self.source.stamp().await != asked.stamp;
            let time = if is_changed { Duration::ZERO } else { AGE_MAX };
            self.fetch_unless_within(time, asked).await;
        }
    }

    /// Gets the keys again even if they are new.
    pub(crate) async fn renew_now(&self) {
        let asked = Arc::clone(&self.asked).lock_owned().await;
        self.fetch_unless_within(Duration::ZERO, asked).await;
    }

    async fn fetch_unless_within(&self, time: Duration, mut asked: OwnedMutexGuard<Asked>) {
        let now = self.clock.now();
        // If the clock was set back, keys are not kept for longer.
        if now >= asked.at && now - asked.at < time {
            return;
        }
        let source = Arc::clone(&self.source);
        let keys = Arc::clone(&self.keys);
        let changes = self.changes.clone();
        // In a separate task: a caller who hangs up must not stop the fetch.
        let fetch = tokio::spawn(async move {
            (asked.at, asked.stamp) = (now, source.stamp().await);
            let (new, reason) = match source.get().await {
                Ok(new) => {
                    asked.came = now;
                    (new, None)
                }
                Err(reason) if source.is_remote() && is_unanswered(asked.came, now) => {
                    tracing::error!(
                        "--jwt-jwks: {reason}; no JWT is taken until the issuer answers"
                    );
                    (Jwks::default(), Some("the issuer has not answered for too long"))
                }
                Err(reason) => {
                    return tracing::error!("--jwt-jwks: {reason}; the keys from before stay");
                }
            };
            let before = keys.load_full();
            if new != *before {
                let added = new.without(&before);
                let removed = before.without(&new);
                let added = Some(&*added);
                let removed = Some(&*removed);
                record(
                    Event::KeysChanged,
                    &Details { added, removed, reason, ..Details::default() },
                );
                keys.store(Arc::new(new));
                changes.send_replace(());
            }
        });
        if let Err(error) = fetch.await {
            tracing::error!(%error, "the keys of --jwt-jwks were not fetched");
        }
    }
}

/// Whether the keys that arrived at `came` no longer count at `now`, as the issuer has not answered
/// since.
fn is_unanswered(came: Duration, now: Duration) -> bool {
    now < came || now - came >= UNANSWERED_MAX
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_come_from_a_file_or_over_https() {
        let parse = str::parse::<JwksSource>;
        assert_eq!(parse("/etc/jwks.json"), Ok(JwksSource::File("/etc/jwks.json".into())));
        for url in ["https://issuer.test/jwks", "http://127.0.0.1:5/jwks", "http://[::1]/jwks"] {
            assert!(matches!(parse(url), Ok(JwksSource::Url(_))), "{url}");
        }
        for url in [
            "http://issuer.test/jwks",
            "ftp://issuer.test",
            "http://127.0.0.1.test/",
            "://",
            "https://a:b@issuer.test",
        ] {
            assert!(parse(url).is_err(), "{url}");
        }
    }
}
