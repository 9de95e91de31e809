//! The store trait: one method that appends, the others read. There is no delete, no update, no
//! truncate.

mod answer;
mod delegatable;
mod ext;

use std::fmt::Debug;
use std::sync::Arc;

pub use answer::{Appended, Head};
pub use ext::JobStoreExt;

use crate::merkle::{Tile, TileId};
use crate::{
    Cid, CustomerQuery, Draft, Entry, Index, JobDetail, JobId, JobOutline, JobPage, JobQuery,
    PageLimit, RequestKey, Result, Stats, StatsQuery,
};

delegatable::delegatable! {
    /// An append-only store of jobs.
    ///
    /// Object-safe: hold it as `Arc<dyn JobStore>`. Several stores, in several processes, may
    /// append to one ledger. A store is closed by dropping it. The ledger of a durable one can then
    /// be opened again and holds everything that [`append`](Self::append) has answered, even if the
    /// process was killed. What every implementation must do is spelt out, one function a
    /// behaviour, by the `jobs-conformance` crate.
    pub trait JobStore: Debug + Send + Sync + 'static {
        /// Appends `drafts` in their order and returns once they are durable: one answer per draft,
        /// in order.
        ///
        /// A draft that is refused leaves its neighbours alone. An index is the order of the
        /// ledger; drafts of other callers may come to lie between those of one call.
        ///
        /// # Errors
        /// For one draft: [`Error::DuplicateJob`](crate::Error::DuplicateJob),
        /// [`Error::UnknownJob`](crate::Error::UnknownJob),
        /// [`Error::IllegalTransition`](crate::Error::IllegalTransition),
        /// [`Error::Conflict`](crate::Error::Conflict),
        /// [`Error::UnknownCustomer`](crate::Error::UnknownCustomer),
        /// [`Error::KeyReused`](crate::Error::KeyReused),
        /// [`Error::Invalid`](crate::Error::Invalid). For all:
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn append(&self, drafts: Vec<Draft>) -> Result<Vec<Result<Appended>>>;

        /// How large the ledger is, and its root.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn head(&self) -> Result<Head>;

        /// Entries in order, starting with index `from`: at most `limit`, possibly fewer although
        /// more follow, and none only when `from` is the end of the ledger or beyond.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>>;

        /// The entry that a request with this key made, if there was one: what is asked for again
        /// is not recorded again.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn request(&self, key: RequestKey) -> Result<Option<Entry>>;

        /// The job with this ID.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>>;

        /// The job with this ID and all its entries, as they were at one moment, without what may
        /// be large. Takes the same time however many customers, outcomes and bytes of payload the
        /// job has.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn outline(&self, job_id: JobId) -> Result<Option<JobOutline>>;

        /// A page of jobs: at most as many as asked for, possibly fewer or none although more
        /// match, as [`JobPage::next`] alone says whether there is more; it lies further on than
        /// `after`, so that a walk ends.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn jobs(&self, query: &JobQuery) -> Result<JobPage>;

        /// A page of a job's customers, sorted by bytes; shorter than the limit only at the end.
        ///
        /// # Errors
        /// [`Error::UnknownJob`](crate::Error::UnknownJob);
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn customers(&self, job_id: JobId, query: &CustomerQuery) -> Result<Vec<Cid>>;

        /// How many jobs there are, by status, action, user and day. Takes the same time however
        /// large the ledger is.
        ///
        /// # Errors
        /// [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn stats(&self, query: &StatsQuery) -> Result<Stats>;

        /// Hashes of the Merkle tree, by tiles: one answer per ID, in order. A tile of any width is
        /// there once the ledger has [`TileId::tree_size_min`] entries, and never changes.
        ///
        /// # Errors
        /// [`Error::Invalid`](crate::Error::Invalid) for `tile` when the ledger is not that large
        /// yet; [`Error::Closed`](crate::Error::Closed), [`Error::Storage`](crate::Error::Storage),
        /// [`Error::Corrupt`](crate::Error::Corrupt).
        async fn tiles(&self, tiles: &[TileId]) -> Result<Vec<Tile>>;
    }

    /// A [`JobStore`] that hands its calls to another one, and does some of them in its own way.
    ///
    /// Every method hands its call to that of [`inner`](Self::inner) unless it is overridden, and
    /// every call passes [`around`](Self::around). The two traits are written in one place, so that
    /// no method of [`JobStore`] is left out.
    ///
    /// Its methods have the names of the store's, so name it by its path instead of importing it:
    /// with both traits in scope, as they are within an implementation of this one, a call of a
    /// method of a `Box` or an `Arc` is ambiguous.
    ///
    /// ```
    /// use jobs_core::{Draft, Error, MemoryStore, Result};
    ///
    /// /// A store that shows everything and takes nothing.
    /// #[derive(Debug)]
    /// struct ReadOnly(MemoryStore);
    ///
    /// impl jobs_core::DelegatingStore for ReadOnly {
    ///     jobs_core::delegate_to!(0: MemoryStore);
    ///
    ///     async fn append(&self, _: Vec<Draft>) -> Result<Vec<Result<jobs_core::Appended>>> {
    ///         Err(Error::Closed)
    ///     }
    /// }
    ///
    /// # tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(async {
    /// use jobs_core::JobStore;
    /// let store = ReadOnly(MemoryStore::default());
    /// assert_eq!(store.head().await?.size(), 0);
    /// assert!(matches!(store.append(vec![]).await, Err(Error::Closed)));
    /// # Ok::<_, Error>(()) }).unwrap();
    /// ```
    pub trait DelegatingStore;
}

/// Within an implementation of [`DelegatingStore`] for a struct: its calls go to the store in this
/// field.
///
/// ```
/// #[derive(Debug)]
/// struct AsItIs {
///     inner: jobs_core::MemoryStore,
/// }
///
/// impl jobs_core::DelegatingStore for AsItIs {
///     jobs_core::delegate_to!(inner: jobs_core::MemoryStore);
/// }
/// ```
#[macro_export]
macro_rules! delegate_to {
    ($field:tt: $Inner:ty) => {
        type Inner = $Inner;

        fn inner(&self) -> &$Inner {
            &self.$field
        }
    };
}

impl<S: JobStore + ?Sized> DelegatingStore for Box<S> {
    type Inner = S;

    fn inner(&self) -> &S {
        self
    }
}

impl<S: JobStore + ?Sized> DelegatingStore for Arc<S> {
    type Inner = S;

    fn inner(&self) -> &S {
        self
    }
}
