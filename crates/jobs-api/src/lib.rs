#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! serve       jobs-serve, which protects the server ─► Enveloped
//! response    what every answer gets; problems, JSON, pages, receipts
//! sign_in     who calls, for as long as they are signed in
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
pub mod sign_in;

pub use app::App;
pub use request::bodies::BODY_BYTES_MAX;
pub use request::hosts::host_of;
pub use request::prefix::PathPrefix;
pub use response::envelope::Enveloped;
pub use response::problem;
pub use routes::router;
pub use serve::{Limits, serve};
