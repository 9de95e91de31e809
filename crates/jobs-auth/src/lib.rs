#![doc = include_str!("../README.md")]

mod accounts;
mod changes;
mod clock;
mod edit;
mod file;
pub mod jwt;
mod limiter;
mod name_form;
pub mod password;
mod register;
mod role;
mod secret;
pub mod security;
pub mod session;
mod session_key;
mod session_limits;
mod signed_out;
mod stamp;
mod token;

pub use accounts::Accounts;
pub use clock::{Clock, SystemClock};
pub use edit::AuthFileEditor;
pub use file::{AuthFile, AuthFileError, TOKEN_NAME_BYTES_MAX, TokenEntry, UserEntry};
pub use limiter::{Limiter, Quota, network};
pub use password::{PasswordError, PasswordHash, is_repeated};
pub use register::{Identity, NameOf, NotLetIn, Register, User};
pub use role::{Role, UnknownRole};
pub use secret::check_secret;
pub use session::{BeginError, Session, SessionError, Sessions};
pub use session_key::{SessionKey, SessionKeyError};
pub use stamp::FileStamp;
pub use token::{TokenDigest, digest, mint_token};
