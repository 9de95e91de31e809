//! What the tests share.
//!
//! ```text
//! run      a directory, and `jobctl` run in it
//! legacy   the old dashboard's databases, written from their description; dirt: one with all that is odd
//! old_log  lines of the old server's log
//! served   the real server over a directory; liar: one before it that changes the answers
//! ledger   a ledger of all kinds of entries; small: one of few jobs, and lies about it
//! damage   a ledger's file, edited behind the server's back
//! ```

pub(crate) mod damage;
pub(crate) mod dirt;
pub(crate) mod ledger;
pub(crate) mod legacy;
pub(crate) mod liar;
pub(crate) mod old_log;
pub(crate) mod run;
pub(crate) mod served;
pub(crate) mod small;
