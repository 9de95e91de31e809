#![doc = include_str!("../README.md")]

#[cfg(feature = "server")]
mod bodies;
mod budget;
#[cfg(feature = "server")]
mod server;
pub mod work;

#[cfg(feature = "server")]
pub use bodies::{Batch, Bodies, BodyBudget, BodyError, BodyLimits, Lines, Reservation};
pub use budget::{Budget, Exhausted, Permit};
#[cfg(feature = "server")]
pub use server::{
    Caller, HttpService, Limits, Peer, PlainPolicy, Policy, RequestBody, Unclear, serve,
};
