//! A notarized store shows the behaviours of a durable ledger; and its anchors accept the ledger
//! whenever it is opened, also after a kill.

use std::path::Path;
use std::sync::Arc;

use jobs_notary::{Anchor, KeyFile, NotarizedStore, Notary, check, key_file};
use jobs_sqlite::SqliteStore;

use crate::key;

/// A server's start: an anchor that was ahead of the ledger, or of another past, or was emptied,
/// would refuse it.
pub(crate) async fn start(folder: &Path) -> Arc<Notary> {
    let store = Arc::new(SqliteStore::open(folder.join("jobs.db")).unwrap());
    let anchors = vec![Anchor::open(folder.join("anchor")).unwrap()];
    let path = folder.join("ledger.key");
    match key_file::read(&path).unwrap() {
        KeyFile::Complete(key) => check(&*store, key.verifier(), &anchors).await.unwrap(),
        KeyFile::New(_) => {}
        // Another process may make it first.
        KeyFile::Missing => drop(key_file::create(&path, &key())),
    }
    let notary = Notary::start(key(), store, anchors).await.unwrap();
    key_file::complete(&path).unwrap();
    Arc::new(notary)
}

async fn open(folder: &Path) -> NotarizedStore {
    NotarizedStore::new(start(folder).await)
}

jobs_conformance::conformance!(notarized, durable alone: crate::conformance::open);

#[test]
fn it_answers_like_the_reference() {
    jobs_conformance::model::check(open);
}
