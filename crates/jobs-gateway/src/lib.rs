#![doc = include_str!("../README.md")]

mod address;
mod allow;
mod answer;
mod config;
mod flow;
mod gateway;
mod named;
mod outcome;
mod recover;
mod redact;
mod request;
mod secret;
#[cfg(feature = "sim")]
pub mod sim;
mod upstream;

pub use answer::{Finished, Refusal, UpstreamAnswer};
pub use config::{ConfigError, GatewayConfig, UnknownActions};
pub use gateway::Gateway;
pub use redact::redacted_json;
pub use request::{ContentType, ReadMethod, ReadRequest, SetAction};
pub use secret::Secret;
