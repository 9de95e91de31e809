//! A durable ledger under test, which can be opened again, opened twice, and opened by other
//! processes.

use std::fmt;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use futures::future::LocalBoxFuture;
use jobs_core::JobStore;

use crate::watch::{Watch, Watched};
use crate::writer::Writer;

/// The ledger in a folder, and how a store is opened on it.
pub struct Ledger {
    open: Box<dyn Open>,
    folder: PathBuf,
    /// The test that is run in other processes.
    test: String,
    watch: Arc<Watch>,
}

impl Ledger {
    pub(crate) fn new<S: JobStore>(
        open: impl AsyncFn(&Path) -> S + 'static,
        folder: &Path,
        test: String,
        watch: &Arc<Watch>,
    ) -> Self {
        let folder = folder.to_owned();
        let watch = Arc::clone(watch);
        Self { open: Box::new(open), folder, test, watch }
    }

    /// A store on the ledger: one more handle, if others are open. It is closed by dropping it.
    pub async fn open(&self) -> Box<dyn JobStore> {
        self.open.open(&self.folder, &self.watch).await
    }

    /// Another process that appends to the ledger. Writers of one behaviour differ in their
    /// numbers.
    pub(crate) fn writer(&self, number: u32) -> Writer {
        Writer::start(&self.test, &self.folder, number, Arc::clone(&self.watch))
    }
}

impl fmt::Debug for Ledger {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Ledger").field("folder", &self.folder).finish_non_exhaustive()
    }
}

/// The function that opens a store, for stores of any type.
trait Open {
    fn open<'a>(
        &'a self,
        folder: &'a Path,
        watch: &'a Arc<Watch>,
    ) -> LocalBoxFuture<'a, Box<dyn JobStore>>;
}

impl<S: JobStore, F: AsyncFn(&Path) -> S> Open for F {
    fn open<'a>(
        &'a self,
        folder: &'a Path,
        watch: &'a Arc<Watch>,
    ) -> LocalBoxFuture<'a, Box<dyn JobStore>> {
        Box::pin(async move {
            let store = opened(self, folder, watch).await;
            Box::new(Watched::new(store, watch)) as Box<dyn JobStore>
        })
    }
}

/// A store on the ledger in `folder`.
pub(crate) async fn opened<S>(open: &impl AsyncFn(&Path) -> S, folder: &Path, watch: &Watch) -> S {
    let _call = watch.call("open");
    open(folder).await
}
