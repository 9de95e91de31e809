#![doc = include_str!("../README.md")]

#[cfg(feature = "server")]
mod bodies;
mod budget;
#[cfg(feature = "server")]
mod server;

#[cfg(feature = "server")]
pub use bodies::{Batch, Bodies, BodyBudget, BodyError, BodyLimits, Lines, Reservation};
pub use budget::{Budget, Exhausted, Permit};
#[cfg(feature = "server")]
pub use server::{Caller, Limits, Peer, PlainPolicy, Policy, RequestBody, Unclear, serve};
