#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! service     the router, and what every request meets before it and every answer gets after it
//! routes      the endpoints and their handlers, by surface
//! openapi     the document of the API, and its page
//! endpoint    an endpoint as it is declared, and the guard that checks who calls it
//! app         the state of the server, in parts
//! request     what a request says: path, query, headers, body
//! ledger      the ledger as handlers reach it, permits to read it, proofs of its entries
//! access      who may use an endpoint, and what a caller was granted
//! response    what is answered: problems, JSON, pages, tags
//! describe    what the document says of an endpoint, from the types of its handler
//! schema      the words that schemas are written in
//! ```
//!
//! Each uses only those below it.

mod access;
mod app;
mod describe;
mod endpoint;
mod ledger;
mod openapi;
mod request;
mod response;
mod routes;
mod schema;
mod service;

pub use access::{Access, LogAccess, Scope};
pub use app::{App, Site};
pub use endpoint::Endpoint;
pub use jobs_serve::{Limits, Peer};
pub use request::bodies::BODY_BYTES_MAX;
pub use response::problem;
pub use routes::endpoints;
pub use service::{Enveloped, router, serve};
