#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! serve       jobs-serve, which protects the server ─► Enveloped
//! response    what every answer gets; problems, JSON, pages, receipts
//! endpoint    what an endpoint is, and the check of who may use it
//! request     what a request says: path, query, headers, body
//! routes      the endpoints and their handlers, by surface
//! openapi     the document of the API, and its page
//! app         what handlers share
//! ```

mod app;
pub mod endpoint;
mod openapi;
mod request;
mod response;
mod routes;
mod serve;

pub use app::App;
pub use request::bodies::BODY_BYTES_MAX;
pub use response::envelope::Enveloped;
pub use response::problem;
pub use routes::router;
pub use serve::{Limits, Peer, serve};
