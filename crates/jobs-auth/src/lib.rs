#![doc = include_str!("../README.md")]

mod accounts;
mod clock;
mod edit;
mod file;
pub mod jwt;
mod limiter;
pub mod password;
mod register;
mod role;
pub mod session;
mod token;

pub use accounts::Accounts;
pub use clock::{Clock, SystemClock};
pub use edit::AuthFileEditor;
pub use file::{AuthFile, AuthFileError, TOKEN_NAME_BYTES_MAX, TokenEntry, UserEntry};
pub use limiter::{Limiter, Quota};
pub use password::{PasswordError, PasswordHash};
pub use register::{Identity, Register, User};
pub use role::{Role, UnknownRole};
pub use session::{Session, SessionError, SessionKey, SessionKeyError, Sessions};
pub use token::{TokenDigest, digest, mint_token};
