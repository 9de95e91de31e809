//! Headers that decide something, and so may be given once: of two, another program in front may have looked at the other one.

use axum::http::header::{HeaderMap, HeaderName, HeaderValue};

/// Such a header was given more than once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Twice;

/// The value of a header; none where it is absent.
pub(crate) fn single<'a>(
    headers: &'a HeaderMap,
    name: &HeaderName,
) -> Result<Option<&'a HeaderValue>, Twice> {
    let mut values = headers.get_all(name).iter();
    match (values.next(), values.next()) {
        (_, Some(_)) => Err(Twice),
        (value, None) => Ok(value),
    }
}
