//! Headers that decide something may be given only once: of two, a program in front may have used
//! the other one.

use http::header::{HeaderMap, HeaderName, HeaderValue};

/// A header that may be given only once was given more often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is given more than once")]
pub struct GivenTwice;

/// The value of a header; `None` where it is absent.
///
/// # Errors
/// [`GivenTwice`], also where all values are the same.
pub fn single<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, GivenTwice> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(GivenTwice),
        (value, None) => Ok(value),
    }
}
