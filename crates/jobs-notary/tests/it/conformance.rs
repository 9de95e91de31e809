//! A notarized store shows the behaviours of a durable ledger; and its anchors accept the ledger whenever it is opened, also after
//! a kill.

use std::path::Path;
use std::sync::Arc;

use jobs_notary::{Anchor, NotarizedStore, Notary, check};
use jobs_sqlite::SqliteStore;

use crate::key;

/// A server's start: an anchor that was ahead of the ledger, or of another past, would refuse it.
pub(crate) async fn open(folder: &Path) -> NotarizedStore {
    let store = Arc::new(SqliteStore::open(folder.join("jobs.db")).unwrap());
    let anchors = vec![Anchor::open(folder.join("anchor")).unwrap()];
    check(&*store, key().verifier(), &anchors).await.unwrap();
    NotarizedStore::new(Arc::new(Notary::start(key(), store, anchors).await.unwrap()))
}

jobs_conformance::conformance!(notarized, durable alone: crate::conformance::open);

#[test]
fn it_answers_like_the_reference() {
    jobs_conformance::model::check(open);
}
