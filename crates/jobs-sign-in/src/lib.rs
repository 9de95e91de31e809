#![doc = include_str!("../README.md")]
//! # Modules
//!
//! ```text
//! sign_in          how it is set up and kept up to date; what it refuses from everybody
//!   proxy          what trusted proxies say of the connection ─► source
//!   hosts          by which names the server may be asked for
//!   identity_header  whom a proxy names that knows the secret
//!   single         headers that may be given once
//! identify         who calls, by token, JWT, proxy or session
//!   jwt            the keys of an issuer
//!   same_origin    against other sites' pages
//! session          how a session begins, by password, and ends
//!   password       how often and how many are checked
//!   cookie         what the browser keeps
//! standing         that the caller is signed in, for as long as it is so
//!   means          what is checked again
//! error            why not
//! ```

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

pub use error::{CallerError, SignOutError};
pub use hosts::host_of;
pub use identify::{Caller, bearer_token};
pub use identity_header::{IdentitySecret, IdentitySecretError};
pub use jwt::{JwksSource, Jwt, JwtSettings, JwtStartError};
pub use password::PasswordError;
pub use prefix::PathPrefix;
pub use sign_in::SignIn;
pub use single::{GivenTwice, single};
pub use source::RequestSource;
pub use standing::{Lost, Standing};
