//! Request bodies: read within bounds, parsed straight into types that check themselves.

use std::time::Duration;

use axum::body::{Body, HttpBody};
use bytes::Bytes;
use http_body_util::{BodyExt, LengthLimitError, Limited};
use serde::de::DeserializeOwned;
use serde_path_to_error::Segment;
use tokio::sync::OwnedSemaphorePermit;

use crate::App;
use crate::problem::Problem;

/// The most bytes of a body. 100,000 customers of 128 bytes, quoted, are 13.1 MB; the rest is for the payload.
pub const BODY_BYTES_MAX: usize = 16 << 20;

/// How long a whole body may take to arrive: 16 MiB in a minute is 2.3 Mbit/s.
const BODY_SECONDS_MAX: u64 = 60;

/// Bodies up to this size are parsed where they are read, in well under a millisecond. Larger ones would keep one
/// of few worker threads from everybody else.
const INLINE_BYTES_MAX: usize = 64 << 10;

/// How many bodies over [`INLINE_BYTES_MAX`] are held at once; the others wait unread. Parsed, a body of 16 MiB
/// takes up to 200 MiB (4 million cids of one character), so this bounds the memory that callers can claim.
pub(crate) const LARGE_BODIES_MAX: usize = 8;

/// Reads a JSON body and hands it to `then`.
///
/// # Errors
/// `400`, naming the field; `408`; `413`; and whatever `then` says.
pub(crate) async fn json<T, R>(
    app: &App,
    body: Body,
    then: impl FnOnce(T) -> Result<R, Problem> + Send + 'static,
) -> Result<R, Problem>
where
    T: DeserializeOwned,
    R: Send + 'static,
{
    let (bytes, large) = read(app, body).await?;
    if bytes.len() <= INLINE_BYTES_MAX {
        return parse(&bytes).and_then(then);
    }
    let work = tokio::task::spawn_blocking(move || {
        let _held_until_parsed = large;
        parse(&bytes).and_then(then)
    });
    work.await.map_err(Problem::internal)?
}

async fn read(app: &App, body: Body) -> Result<(Bytes, Option<OwnedSemaphorePermit>), Problem> {
    let size = body.size_hint();
    if size.lower() > BODY_BYTES_MAX as u64 {
        return Err(Problem::body_too_large(BODY_BYTES_MAX));
    }
    // A chunked body does not say how large it is.
    let small = size.upper().is_some_and(|bytes| bytes <= INLINE_BYTES_MAX as u64);
    let large = if small { None } else { Some(app.large_body().await) };
    let whole = Limited::new(body, BODY_BYTES_MAX).collect();
    match tokio::time::timeout(Duration::from_secs(BODY_SECONDS_MAX), whole).await {
        Err(_) => Err(Problem::body_timeout(BODY_SECONDS_MAX)),
        Ok(Ok(whole)) => Ok((whole.to_bytes(), large)),
        Ok(Err(error)) if error.is::<LengthLimitError>() => {
            Err(Problem::body_too_large(BODY_BYTES_MAX))
        }
        Ok(Err(_)) => Err(Problem::invalid("body", "broke off before its end")),
    }
}

/// Parses without keeping track of where it is; only a body that does not parse is read a second time to say where.
fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    serde_json::from_slice(bytes).map_err(|error| explain::<T>(bytes, &error))
}

#[cold]
fn explain<T: DeserializeOwned>(bytes: &[u8], error: &serde_json::Error) -> Problem {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let Err(located) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        // The value is fine, and something follows it.
        return Problem::invalid("body", &error.to_string());
    };
    let message = located.inner().to_string();
    let field = located.path().iter().find_map(|segment| match segment {
        Segment::Map { key } => Some(key.as_str()),
        _ => None,
    });
    let Some(field) = field else {
        let field = unplaced_member(&message).unwrap_or("body");
        return Problem::invalid(clip(field), &reason(&message, ""));
    };
    let mut reason = reason(&message, field);
    // Deep in a payload, the way there is no help.
    let path = located.path().to_string();
    if path.len() <= 64 && path != field {
        reason = format!("{reason} (in {path})");
    }
    Problem::invalid(field.to_owned(), &reason)
}

/// The name in serde's ``unknown field `x`, expected …`` and ``duplicate field `x` ``, which carry no path.
fn unplaced_member(message: &str) -> Option<&str> {
    let named = ["unknown field `", "duplicate field `"]
        .into_iter()
        .find_map(|start| message.strip_prefix(start))?;
    named.split_once('`').map(|(name, _)| name)
}

/// What is wrong, without the name of the field, which is said already.
fn reason(message: &str, field: &str) -> String {
    let reason = message.strip_prefix(field).and_then(|rest| rest.strip_prefix(": "));
    clip(reason.filter(|_| !field.is_empty()).unwrap_or(message))
}

/// What came from outside, short enough to be repeated.
fn clip(text: &str) -> String {
    const CHARS_MAX: usize = 300;
    text.chars().take(CHARS_MAX).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use jobs_core::Cid;
    use serde::Deserialize;
    use serde_json::Value;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only whether it parses matters")]
    struct Example {
        cids: Option<Vec<Cid>>,
        payload: Option<Value>,
        parts: Option<Vec<Part>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only whether it parses matters")]
    struct Part {
        cid: Option<Cid>,
    }

    fn detail(body: impl AsRef<[u8]>) -> String {
        parse::<Example>(body.as_ref()).unwrap_err().detail().to_owned()
    }

    #[test]
    fn the_field_and_the_place_are_named() {
        let starts = [
            (r#"{"cids":["a","b\n"]}"#, "cids: must not contain control characters"),
            (r#"{"cids":5}"#, "cids: invalid type: integer `5`, expected a sequence"),
            (r#"{"cids":["a",5]}"#, "cids: invalid type: integer `5`, expected a string"),
            (r#"{"cids":[],"x":1}"#, "x: unknown field `x`, expected one of `cids`, `payload`"),
            (r#"{"cids":[],"cids":[]}"#, "cids: duplicate field `cids`"),
            (r#"{"parts":[{"y":1}]}"#, "parts: unknown field `y`, expected `cid`"),
            ("[1]", "body: "),
            ("", "body: EOF while parsing a value"),
            (r#"{"cids":[]} x"#, "body: trailing characters"),
            (r#"{"cids":["#, "cids: EOF while parsing a list"),
            ("null", "body: invalid type: null, expected struct Example"),
        ];
        for (body, start) in starts {
            let detail = detail(body);
            assert!(detail.starts_with(start), "{body}: {detail}");
        }
        assert!(detail(r#"{"cids":["a","b\n"]}"#).ends_with("(in cids[1])"));
        assert!(detail(r#"{"parts":[{},{"cid":""}]}"#).ends_with("(in parts[1].cid)"));
    }

    #[test]
    fn bytes_that_are_not_utf8_and_depth_without_end_are_refused_by_field() {
        let not_utf8 = detail(b"{\"cids\":[\"\xff\"]}");
        assert!(not_utf8.starts_with("cids: invalid unicode code point"), "{not_utf8}");
        let deep = format!("{{\"payload\":{}", "[".repeat(100_000));
        assert!(
            detail(&deep).starts_with("payload: recursion limit exceeded"),
            "{}",
            detail(&deep)
        );
        let deep = format!("{{\"payload\":{}", "{\"a\":".repeat(100_000));
        assert!(
            detail(&deep).starts_with("payload: recursion limit exceeded"),
            "{}",
            detail(&deep)
        );
    }
}
