//! What a running server reads again: on SIGHUP, and when a file was changed.

use std::time::Duration;

use jobs_api::App;
use jobs_files::permissions::{self, Own};
use tokio::time::{Interval, MissedTickBehavior};

use crate::config::Config;
use crate::data_dir::DataDir;
use crate::start_error::StartError;

/// How often the server checks whether `auth.toml`, `session.key`, the proxies' secret or a file of
/// an issuer's keys was changed: revoked access ends within a second, reading included.
const WATCH_INTERVAL: Duration = Duration::from_millis(250);

/// Makes a running server reload its files.
#[derive(Debug, Clone)]
pub struct Reload {
    pub(crate) app: App,
    pub(crate) files: Files,
}

impl Reload {
    /// Checks again who may change or read the server's files, as the start does. Reloads
    /// `auth.toml`, `session.key` and the proxies' secret, if they were changed, and the issuer's
    /// keys of JWTs. Everything else is read only at the start.
    pub async fn now(&self) {
        tracing::info!(
            "reading auth.toml, --identity-secret and the keys of --jwt-jwks again; other settings need a restart"
        );
        let files = self.files.clone();
        // The disk may be slow.
        match tokio::task::spawn_blocking(move || files.secure()).await {
            Ok(Ok(())) => {}
            Ok(Err(error)) => {
                tracing::error!("{error}; the next start will be refused until this is fixed");
            }
            Err(error) => tracing::error!(%error, "checking who may change the files"),
        }
        refresh(&self.app).await;
        self.app.renew_keys().await;
    }
}

/// The files that say who may sign in and with what the server signs.
#[derive(Debug, Clone)]
pub(crate) struct Files {
    pub(crate) config: Config,
    pub(crate) data_dir: Option<DataDir>,
}

impl Files {
    /// Refuses files that others may change, and secrets that they may read.
    pub(crate) fn check_named(&self) -> Result<(), StartError> {
        for (setting, path, named) in self.config.named_files() {
            permissions::check_named(path, named, Own::Runners)
                .map_err(|source| StartError::Permissions { setting, source })?;
        }
        Ok(())
    }

    /// The same for the data directory; others also lose the right to read its other files.
    pub(crate) fn secure(&self) -> Result<(), StartError> {
        self.data_dir.as_ref().map(DataDir::secure).transpose()?;
        self.check_named()
    }
}

/// Reloads `auth.toml`, `session.key` and the proxies' secret after they were changed. It polls,
/// since notifications of changes differ between systems, and are lost on network file systems.
pub(crate) async fn watch(app: App) {
    let mut ticks = ticks();
    loop {
        ticks.tick().await;
        refresh(&app).await;
        write_token_uses(&app, false).await;
        jobs_auth::security::record_omitted();
    }
}

/// Keeps the issuer's keys of JWTs up to date. A separate task, as an issuer may be slow.
pub(crate) async fn watch_keys(app: App) {
    let mut ticks = ticks();
    loop {
        ticks.tick().await;
        app.look_for_keys().await;
    }
}

fn ticks() -> Interval {
    let mut ticks = tokio::time::interval(WATCH_INTERVAL);
    ticks.set_missed_tick_behavior(MissedTickBehavior::Delay);
    ticks
}

async fn refresh(app: &App) {
    let app = app.clone();
    // The disk may be slow. A panic must not end the task that watches.
    if let Err(error) = tokio::task::spawn_blocking(move || app.refresh()).await {
        tracing::error!(%error, "reading auth.toml again");
    }
}

/// Writes down when tokens were last used.
pub(crate) async fn write_token_uses(app: &App, is_last: bool) {
    let app = app.clone();
    if let Err(error) = tokio::task::spawn_blocking(move || app.write_token_uses(is_last)).await {
        tracing::error!(%error, "writing down when tokens were last used");
    }
}
