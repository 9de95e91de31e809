//! Checkpoints with whose entries a ledger must begin: those of `--against` and of the anchors.

use std::path::{Path, PathBuf};

use jobs_core::log::{Checkpoint, SignedCheckpoint};
use jobs_notary::{Anchor, AnchorError};
use jobs_sqlite::verify::{Finding, Past};
use url::Url;

use super::trust::Trust;
use crate::api::Remote;
use crate::cli::VerifyArgs;
use crate::{CliError, data_dir, keys, named_file};

/// The most bytes of a checkpoint.
const NOTE_BYTES_MAX: u64 = 1 << 16;

/// A checkpoint with a genuine signature, or one that was not checked.
#[derive(Debug)]
pub(super) struct KnownCheckpoint {
    /// The file or the URL.
    pub(super) source: String,
    pub(super) checkpoint: Checkpoint,
    /// Whether the signature was checked.
    pub(super) is_checked: bool,
}

/// All of them, and what is wrong with others.
#[derive(Debug, Default)]
pub(super) struct Checkpoints {
    pub(super) known: Vec<KnownCheckpoint>,
    pub(super) findings: Vec<Finding>,
    /// Others that the key has not signed, which are findings unless it is the key that is wrong.
    pub(super) foreign: Vec<Finding>,
    /// Why others cannot be read.
    pub(super) unread: Vec<CliError>,
    /// Whether a checkpoint names the key as its own.
    key_is_named: bool,
}

impl Checkpoints {
    /// Reads what the command line names, and checks the signatures.
    ///
    /// # Errors
    /// [`CliError::Usage`] alone.
    pub(super) async fn read(args: &VerifyArgs, trust: &Trust) -> Result<Self, CliError> {
        let mut checkpoints = Self::default();
        for source in &args.against {
            match fetch(args, source).await {
                Ok(signed) => checkpoints.add(source.clone(), &signed, trust),
                Err(error @ CliError::Usage(_)) => return Err(error),
                Err(error) => checkpoints.unread.push(error),
            }
        }
        for directory in &args.anchor_dir {
            if !checkpoints.add_anchor(directory.clone(), trust) {
                let file = Anchor::at(directory).file().display().to_string();
                checkpoints.unread.push(CliError::unreadable(file, "there is no checkpoint"));
            }
        }
        if args.anchor_dir.is_empty() && args.place.server.is_none() {
            checkpoints.add_anchor(data_dir::anchor(&args.place.data_dir), trust);
        }
        Ok(checkpoints)
    }

    /// Adds what an anchor holds; false when it has no file. One that was written to is a finding.
    fn add_anchor(&mut self, directory: PathBuf, trust: &Trust) -> bool {
        let anchor = Anchor::at(directory);
        let source = anchor.file().display().to_string();
        match anchor.read() {
            Ok(Some(signed)) => self.add(source, &signed, trust),
            Ok(None) => return false,
            Err(AnchorError::Malformed { source: error, .. }) => {
                let what = format!("{source}: is damaged, for it is no checkpoint: {error}");
                self.findings.push(Finding::new(None, what));
            }
            Err(AnchorError::Io { path, source }) => {
                self.unread.push(CliError::io(format!("the anchor {}", path.display()), source));
            }
            Err(error) => self.unread.push(CliError::unreadable(source, error)),
        }
        true
    }

    fn add(&mut self, source: String, signed: &SignedCheckpoint, trust: &Trust) {
        if let Some(Err(error)) = trust.key().map(|key| signed.verify(key)) {
            let finding = Finding::new(None, format!("{source}: {error}"));
            if keys::is_of_another(&error) {
                self.foreign.push(finding);
            } else {
                self.key_is_named = true;
                self.findings.push(finding);
            }
            return;
        }
        self.key_is_named |= trust.key().is_some();
        let checkpoint = signed.unverified().clone();
        let is_checked = trust.key().is_some();
        self.known.push(KnownCheckpoint { source, checkpoint, is_checked });
    }

    /// The server's own checkpoint, up to which it is verified, whichever key signed it.
    pub(super) async fn head_of(
        &mut self,
        remote: &Remote,
        trust: &Trust,
    ) -> Result<Checkpoint, CliError> {
        const SOURCE: &str = "the server's checkpoint";
        let note = remote.log("checkpoint").await?;
        let note = note.ok_or_else(|| CliError::unreadable(SOURCE, "is not there"))?;
        let note = text(SOURCE, note)?;
        let signed: SignedCheckpoint =
            note.parse().map_err(|error| CliError::unreadable(SOURCE, error))?;
        self.add(SOURCE.into(), &signed, trust);
        Ok(signed.unverified().clone())
    }

    /// Checks that the key that was given is one that something here is signed with. If nothing is,
    /// the key is the wrong one or everything was replaced, which only the holder of the key can
    /// tell.
    ///
    /// # Errors
    /// [`CliError::WrongKey`].
    pub(super) fn check_key(&self, trust: &Trust) -> Result<(), CliError> {
        let Trust::Given { key, beside } = trust else { return Ok(()) };
        if self.key_is_named || beside.as_deref() == Some(key) {
            return Ok(());
        }
        let others =
            beside.iter().map(|beside| format!("ledger.key in the data directory is {beside}"));
        let foreign = self.foreign.iter().map(|finding| finding.what.clone());
        let others: Vec<_> = others.chain(foreign).collect();
        if others.is_empty() {
            return Ok(());
        }
        Err(CliError::WrongKey(format!(
            "nothing is signed with {key} ({}). Give the key of this ledger with --key; if this is the one that you have \
             from somebody you trust, this is another ledger",
            others.join("; ")
        )))
    }

    /// What the ledger must begin with.
    pub(super) fn past(&self) -> Vec<Past> {
        let past = |KnownCheckpoint { source, checkpoint, .. }: &KnownCheckpoint| {
            let Checkpoint { size, root, .. } = checkpoint;
            Past { source: source.clone(), size: *size, root: *root }
        };
        self.known.iter().map(past).collect()
    }
}

/// The checkpoint at a URL or in a file.
async fn fetch(args: &VerifyArgs, source: &str) -> Result<SignedCheckpoint, CliError> {
    let text = fetch_text(args, source).await?;
    text.parse().map_err(|error| CliError::unreadable(source, error))
}

async fn fetch_text(args: &VerifyArgs, source: &str) -> Result<String, CliError> {
    if !(source.starts_with("http://") || source.starts_with("https://")) {
        let note = named_file::read(Path::new(source), NOTE_BYTES_MAX);
        let note = note.map_err(|error| CliError::io(source, error))?;
        return text(source, note);
    }
    let url: Url =
        source.parse().map_err(|error| CliError::Usage(format!("--against {source}: {error}")))?;
    // The token is for the server that it belongs to, and for nobody else.
    let same = |server: &Url| server.origin() == url.origin();
    let is_our_server = args.place.server.as_ref().is_some_and(same);
    let token = args.place.token.as_deref().filter(|_| is_our_server);
    let note = Remote::new(&url, token)?.itself().await?;
    text(source, note.ok_or_else(|| CliError::unreadable(source, "is not there"))?)
}

fn text(source: &str, note: Vec<u8>) -> Result<String, CliError> {
    String::from_utf8(note).map_err(|_| CliError::unreadable(source, "is not UTF-8"))
}
