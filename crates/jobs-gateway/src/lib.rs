#![doc = include_str!("../README.md")]

mod admission;
mod allow;
mod answer;
mod body;
mod coding;
mod config;
mod flow;
mod gateway;
mod json;
mod named;
mod outcome;
mod overlap;
mod plain;
mod recover;
mod redact;
mod relay;
mod replay;
mod request;
mod secret;
mod settle;
mod upstream;
mod verdict;
mod work;

pub use answer::{Answer, Data, Finished, Refusal};
pub use config::{ConfigError, GatewayConfig, OnOverlap, UnknownActions};
pub use gateway::{Gateway, ReadLimit};
pub use json::{ReservedName, UniqueMembers, check_member_names};
pub use overlap::{Overlap, is_same_action};
pub use redact::{Redactor, url_has_userinfo};
pub use relay::{ReadMethod, ReadRule};
pub use request::{ContentType, ReadPayload, ReadRequest, SetAction, read_cid};
pub use secret::{REDACTED, Secret};
pub use upstream::{Fetcher, KeepAlive};

/// The target of the lines in the log that say which plain reads were relayed. They should never be switched off, as nothing else
/// remembers a read.
pub const RELAY_TARGET: &str = "jobs::relay";
