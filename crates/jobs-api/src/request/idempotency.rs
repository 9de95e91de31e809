//! The `Idempotency-Key` header: a request that is sent again with the same key is answered as it
//! was the first time.

use std::borrow::Cow;
use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use jobs_core::{RequestKey, UserId};

use crate::describe::{Description, Input};
use crate::response::problem::Problem;
use crate::schema::matching;

pub(crate) const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");
const FIELD: &str = "idempotency_key";

/// The header, not looked at yet: what it means depends on the caller.
#[derive(Debug)]
pub(crate) struct IdempotencyKey(Result<Option<String>, Problem>);

impl<S: Send + Sync> FromRequestParts<S> for IdempotencyKey {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(read(&parts.headers)))
    }
}

impl Input for IdempotencyKey {
    fn describe(description: &mut Description) {
        // A String of structured fields (RFC 9651), or any text that does not begin like one.
        let shape = matching(r#"^([!#-~]([ -~]{0,253}[!-~])?|"([ !#-\[\]-~]|\\["\\]){1,255}")$"#);
        let what = "The caller's name for this request, used for nothing else: sent again with the same one, it is answered \
                    as it was the first time. A key in quotes is the same as without them.";
        description.takes_header("Idempotency-Key", shape, what);
        description.problems.push(422);
    }
}

impl IdempotencyKey {
    /// The key of a request by `caller`, if it has one.
    pub(crate) fn of(self, caller: &UserId) -> Result<Option<RequestKey>, Problem> {
        self.0?.map(|text| key(caller, &text)).transpose()
    }
}

/// The key that a header or a line of a bulk request names with `text`.
pub(crate) fn key(caller: &UserId, text: &str) -> Result<RequestKey, Problem> {
    Ok(RequestKey::new(caller, &unquoted(text)?)?)
}

/// A quoted string is the same key as what it quotes: the header's draft standard has a String
/// there (RFC 9651, section 3.3.3), and most clients do not quote it.
fn unquoted(text: &str) -> Result<Cow<'_, str>, Problem> {
    let Some(quoted) = text.strip_prefix('"') else { return Ok(text.into()) };
    let mut key = String::new();
    let mut chars = quoted.chars();
    loop {
        match chars.next() {
            Some('"') if chars.as_str().is_empty() => return Ok(key.into()),
            Some('\\') => match chars.next() {
                Some(escaped @ ('"' | '\\')) => key.push(escaped),
                _ => break,
            },
            Some('"') | None => break,
            Some(plain) => key.push(plain),
        }
    }
    Err(Problem::invalid(FIELD, "begins with a quote, and is no quoted string"))
}

fn read(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let mut values = headers.get_all(IDEMPOTENCY_KEY).iter();
    let Some(value) = values.next() else { return Ok(None) };
    if values.next().is_some() {
        return Err(Problem::invalid(FIELD, "must be given once"));
    }
    let text = value.to_str().map_err(|_| Problem::invalid(FIELD, "must be ASCII"))?;
    Ok(Some(text.to_owned()))
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

    use super::*;

    fn key(values: &[&'static str]) -> Option<Option<RequestKey>> {
        let pairs = values.iter().map(|value| (IDEMPOTENCY_KEY, HeaderValue::from_static(value)));
        let header = IdempotencyKey(read(&pairs.collect()));
        header.of(&UserId::new("vijay").unwrap()).ok()
    }

    #[test]
    fn a_key_is_read_with_quotes_and_without() {
        assert_eq!(key(&[]), Some(None));
        let plain = key(&["8e03978e-40d5"]).unwrap();
        assert!(plain.is_some());
        assert_eq!(key(&["\"8e03978e-40d5\""]), Some(plain));
        assert_ne!(key(&["8e03978e-40d6"]), Some(plain));
        assert_eq!(key(&[r#""a\"b\\c""#]), key(&[r#"a"b\c"#]));
        for bad in [
            &[""][..],
            &["\"\""],
            &["a", "a"],
            &["a\tb"],
            &["\"a"],
            &["\"a\"b\""],
            &[r#""a\""#],
            &[r#""a\b""#],
            &["\"a\"; b=1"],
        ] {
            assert_eq!(key(bad), None, "{bad:?}");
        }
    }
}
