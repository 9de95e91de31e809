//! What the tests share: the API in process, the program as a process, upstreams, stores, callers.

/// The files below a directory.
pub(crate) mod below;
/// A browser.
pub(crate) mod browser;
/// An upstream with prepared answers.
pub(crate) mod canned;
/// HTTP/2, frame by frame.
pub(crate) mod http_2;
/// The API in process, over any store.
pub(crate) mod in_process;
/// An issuer of JWTs.
pub(crate) mod issuer;
/// Every way in which a caller is identified.
pub(crate) mod means;
/// The program in a process of its own.
pub(crate) mod process;
/// Stores that wait, count or fail.
pub(crate) mod stores;
/// The simulated upstream.
pub(crate) mod upstream;
