//! What a request says, each part read once, typed, and refused by name.

/// What bodies may take in memory, all together and for each user.
pub(crate) mod bodies;
/// Bodies that are JSON.
pub(crate) mod body;
/// What the headers say of the body, whatever the endpoint.
pub(crate) mod body_headers;
/// Where a list goes on.
pub(crate) mod cursor;
/// A customer as requests may spell it.
pub(crate) mod given_cid;
/// The header `Idempotency-Key`.
pub(crate) mod idempotency;
/// The bodies of sign-in, and who signs in.
pub(crate) mod login_body;
/// What the path names.
pub(crate) mod path;
/// The path under which a proxy shows the server.
pub(crate) mod prefix;
/// The query.
pub(crate) mod query;
/// How many requests read the ledger at once.
pub(crate) mod read_limit;
/// What is known of a request, from its head to its answer.
pub(crate) mod scope;
