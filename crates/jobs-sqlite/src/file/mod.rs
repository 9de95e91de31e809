//! The file: what it must be before it is opened, how it is opened, and the watch over it while it
//! is open.
//!
//! * [`header`]: what says that a file is a ledger, and of which version;
//! * [`plain`]: connections without settings, for files of which nothing is known;
//! * [`schema`]: the schema that a file has, against the one that it must have;
//! * [`look`]: whether a file is a ledger, found out without changing it;
//! * [`authorizer`]: what SQLite lets our connections do;
//! * [`connection`]: the connections of the writer and of the readers;
//! * [`log`]: the write-ahead log, moved into the database;
//! * [`files`]: whether the paths still lead to the files that are open;
//! * [`watch`]: the writer's checks before and after each commit.

pub(crate) mod authorizer;
pub(crate) mod connection;
pub(crate) mod files;
pub(crate) mod header;
pub(crate) mod log;
pub(crate) mod look;
pub(crate) mod plain;
pub(crate) mod schema;
pub(crate) mod watch;
