//! What a request says, each part read once, typed, and refused by name.

/// What bodies may take in memory, all together and for each user.
pub(crate) mod bodies;
/// Bodies that are JSON.
pub(crate) mod body;
/// Where a list goes on.
pub(crate) mod cursor;
/// A customer as requests may spell it.
pub(crate) mod given_cid;
/// The header `Idempotency-Key`.
pub(crate) mod idempotency;
/// The header `If-None-Match`.
pub(crate) mod if_none_match;
/// The bodies of sign-in.
pub(crate) mod login_body;
/// What the path names.
pub(crate) mod path;
/// The query.
pub(crate) mod query;
/// Whether a receipt is asked for.
pub(crate) mod receipt;
/// What is known of a request, from its head to its answer.
pub(crate) mod scope;
