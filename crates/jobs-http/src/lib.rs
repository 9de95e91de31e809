#![doc = include_str!("../README.md")]

pub mod access;
mod app;
pub mod auth;
pub mod config;
mod cursor;
pub mod data_dir;
pub mod demo;
mod envelope;
mod etag;
mod extract;
mod html;
mod idempotency;
mod lines;
mod live;
mod notarize;
mod openapi;
mod prefix;
pub mod problem;
mod query;
mod receipt;
mod reply;
mod room;
mod routes;
mod serve;
pub mod server;
mod sheet;
pub mod sign_in;
mod turn;
mod warning;

pub use app::App;
pub use envelope::Enveloped;
pub use extract::BODY_BYTES_MAX;
pub use notarize::NotarizeError;
pub use prefix::PathPrefix;
pub use routes::router;
pub use serve::{Limits, serve};
