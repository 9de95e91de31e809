#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! sign_in          its settings, how it is kept up to date, and what it refuses from everybody
//!   proxy          what trusted proxies say about the connection ─► source
//!   hosts          the host names that requests may use
//!   identity_header  the user named by a proxy that knows the secret
//!   single         headers that may be given only once
//! identify         who calls, by token, JWT, proxy or session
//!   jwt            the keys of an issuer
//!   same_origin    the defence against other sites' pages
//! session          how a session begins, with a password or a token, and ends
//!   password       how often and how many are checked
//! accounts         what callers see and change of their accounts, and admins of all
//!   cookie         what the browser keeps
//! standing         a caller who is signed in, as long as that lasts
//!   means          what is checked again
//! error            why a caller is refused
//! ```

mod accounts;
mod cookie;
mod error;
mod hosts;
mod identify;
mod identity_header;
mod jwt;
mod means;
mod password;
mod prefix;
mod proxy;
mod same_origin;
mod session;
mod sign_in;
mod single;
mod source;
mod standing;

pub use accounts::{AccountsError, NewPasswordError};
pub use error::{CallerError, SignOutError};
pub use hosts::host_of;
pub use identify::{Caller, bearer_token};
pub use identity_header::{IdentitySecret, IdentitySecretError};
pub use jwt::{JwksSource, Jwt, JwtSettings, JwtStartError};
pub use password::SignInError;
pub use prefix::PathPrefix;
pub use session::{Begun, Credentials};
pub use sign_in::SignIn;
pub use single::{GivenTwice, single};
pub use source::RequestSource;
pub use standing::{Lost, Standing};
