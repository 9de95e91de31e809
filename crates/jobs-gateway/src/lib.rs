#![doc = include_str!("../README.md")]
//!
//! # The modules
//!
//! The way of a Set Action, each step in its module:
//!
//! | module | what it does |
//! |---|---|
//! | `gateway` | takes the request: [`Gateway::set_action`] |
//! | `admission` | gives it a permit, so that calls and their memory stay within limits |
//! | `request` | reads its action, customers and URL; refuses what can be read in two ways |
//! | `flow` | records the job, and runs all that follows; replays, recovers after a crash |
//! | `overlap` | finds the jobs of moments ago that do the same to the same customers |
//! | `upstream` | sends it, once at most |
//! | `outcome` | reads the answer, and judges what came of the call |
//! | `redact` | takes the credentials out of all that is recorded |
//!
//! Beside it: `relay` for plain reads; `config`, `answer`, `refusal` and `method` for what callers
//! say and are told; `json` for JSON as other programs write it.

mod admission;
mod answer;
mod config;
mod flow;
mod gateway;
mod json;
mod method;
mod outcome;
mod overlap;
mod redact;
mod refusal;
mod relay;
mod request;
mod upstream;

pub use admission::ReadLimit;
pub use answer::{Answer, Begun, Data, Finished, Overlap};
pub use config::{ConfigError, GatewayConfig, KeepAlive, OnOverlap, ReadRule, UnknownActions};
pub use gateway::Gateway;
pub use json::{ReservedName, UniqueMembers, check_member_names};
pub use method::ReadMethod;
pub use overlap::{Foreseen, is_same_action};
pub use redact::{REDACTED, Redactor, Secret, url_has_userinfo};
pub use refusal::Refusal;
pub use relay::RELAY_TARGET;
pub use request::{ContentType, ReadPayload, ReadRequest, SetAction, read_cid};
pub use upstream::Fetcher;
