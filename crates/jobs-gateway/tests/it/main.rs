//! The gateway from the outside: real sockets on the loopback interface, a real store in memory.

mod durability;
mod outcomes;
mod protection;
mod recovery;
mod support;
