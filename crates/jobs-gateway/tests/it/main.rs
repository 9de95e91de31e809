//! The gateway from the outside: real sockets on the loopback interface, a real store in memory.

#![expect(clippy::unwrap_used, reason = "the helpers are test code: they fail by panicking")]

mod connections;
mod durability;
mod echoes;
mod outcomes;
mod overlaps;
mod protection;
mod reads;
mod recovery;
mod redaction;
mod redaction_of_anything;
mod replays;
mod support;
