//! Request bodies: read within bounds, parsed straight into types that check themselves.

use std::borrow::Cow;
use std::convert::Infallible;
use std::marker::PhantomData;
use std::sync::Arc;

use axum::body::Body;
use axum::extract::{FromRef, FromRequest, Request};
use encoding_rs::{Encoding, UTF_8};
use jobs_gateway::ContentType;
use jobs_serve::work::INLINE_BYTES_MAX;
use jobs_sign_in::Standing;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_path_to_error::Segment;
use utoipa::ToSchema;

use crate::describe::{Description, Input};
use crate::request::bodies::{BODY_BYTES_MAX, RequestBodies};
use crate::request::scope::RequestScope;
use crate::response::problem::Problem;
use crate::response::reply::off_the_workers;

/// A body that is a JSON object, not read yet.
#[derive(Debug)]
pub(crate) struct JsonBody<T> {
    body: Body,
    bodies: Arc<RequestBodies>,
    scope: RequestScope,
    of: PhantomData<T>,
}

/// What a body holds, as the document describes it.
pub(crate) trait Sent: DeserializeOwned + ToSchema {
    /// One that may be sent.
    fn example() -> Value;
}

impl<S, T> FromRequest<S> for JsonBody<T>
where
    S: Sync,
    Arc<RequestBodies>: FromRef<S>,
{
    type Rejection = Infallible;

    async fn from_request(request: Request, state: &S) -> Result<Self, Infallible> {
        let (parts, body) = request.into_parts();
        let bodies = FromRef::from_ref(state);
        Ok(Self { body, bodies, scope: RequestScope::of(&parts), of: PhantomData })
    }
}

impl<T: Sent> Input for JsonBody<T> {
    fn describe(description: &mut Description) {
        let what = format!("At most {BODY_BYTES_MAX} bytes.");
        description.takes_body::<T>("application/json", T::example(), &what);
        description.problems.extend([400, 408, 413, 415]);
    }
}

impl<T: Sent> JsonBody<T> {
    /// Reads the body of a caller with this `standing`, and hands it to `then`.
    ///
    /// # Errors
    /// `400`, naming the field; `401` or `403` when the caller has lost the standing by the time
    /// that the body is there; `408`; `413`; `503` when there is no room; and whatever `then` says.
    pub(crate) async fn read<R: Send + 'static>(
        self,
        standing: &Standing,
        then: impl FnOnce(T) -> Result<R, Problem> + Send + 'static,
    ) -> Result<R, Problem> {
        let user = &standing.identity().user;
        let (bytes, reservation) = self.bodies.read(user, self.body).await?;
        let (parsed, reservation) = if bytes.len() <= INLINE_BYTES_MAX {
            (parse(&bytes).and_then(then), reservation)
        } else {
            let parser = self.bodies.parser(user).await;
            let parsing = off_the_workers(move || {
                let _until_parsed = parser;
                // The reservation comes along: parsing goes on when the caller has gone.
                (parse(&bytes).and_then(then), reservation)
            });
            parsing.await?
        };
        self.scope.hold_body_memory(reservation);
        let parsed = parsed?;
        // The body may have taken half a minute.
        standing.check()?;
        Ok(parsed)
    }
}

/// The form that `name` names; JSON unless it says something.
pub(crate) fn read_content_type(name: Option<&str>) -> Result<ContentType, Problem> {
    let Some(name) = name.filter(|name| !name.is_empty()) else { return Ok(ContentType::Json) };
    ContentType::of_name(name).ok_or_else(|| {
        let reason = "must be application/json or application/x-www-form-urlencoded";
        Problem::invalid("contentType", reason)
    })
}

/// Parses what may hold any JSON.
pub(crate) fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let bytes = &*in_utf8(bytes)?;
    let checked = jobs_gateway::check_member_names(bytes);
    checked.map_err(|reserved| Problem::invalid("body", &reserved.to_string()))?;
    parse_members(bytes)
}

/// Parses without keeping track of where it is; only a body that does not parse is read a second
/// time to say where. `T` keeps none of it as a [`serde_json::Value`], or the names of its members
/// are checked.
pub(crate) fn parse_members<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    // Serde would take the items of an array for the members in the order of their declaration.
    if bytes.trim_ascii_start().starts_with(b"[") {
        return Err(Problem::invalid("body", "must be an object"));
    }
    serde_json::from_slice(bytes).map_err(|error| explain::<T>(bytes, &error))
}

/// A body without the byte order mark that editors and spreadsheet programs put before it, in UTF-8
/// if that says otherwise.
fn in_utf8(bytes: &[u8]) -> Result<Cow<'_, [u8]>, Problem> {
    match Encoding::for_bom(bytes) {
        None => Ok(bytes.into()),
        Some((encoding, len)) if encoding == UTF_8 => Ok((&bytes[len..]).into()),
        Some((encoding, len)) => encoding
            .decode_without_bom_handling_and_without_replacement(&bytes[len..])
            .map(|text| text.into_owned().into_bytes().into())
            .ok_or_else(|| {
                let reason = format!("begins with the mark of {} and is not that", encoding.name());
                Problem::invalid("body", &reason)
            }),
    }
}

#[cold]
fn explain<T: DeserializeOwned>(bytes: &[u8], error: &serde_json::Error) -> Problem {
    let mut deserializer = serde_json::Deserializer::from_slice(bytes);
    let Err(located) = serde_path_to_error::deserialize::<_, T>(&mut deserializer) else {
        // The value is fine, and something follows it.
        return Problem::invalid("body", &error.to_string());
    };
    let message = without_value(&located.inner().to_string());
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

/// `message` without the value that is wrong, which may be a credential in the wrong place: serde's
/// ``invalid type: string "…", expected …``.
fn without_value(message: &str) -> String {
    let starts = ["invalid type: ", "invalid value: ", "unknown variant "];
    let Some(start) = starts.into_iter().find(|start| message.starts_with(start)) else {
        return message.to_owned();
    };
    // The value may hold any text; what is expected is a text of ours.
    let end = message.rfind(", expected").unwrap_or(message.len());
    let kind = message[start.len()..end].split(['`', '"']).next().unwrap_or_default();
    let start = format!("{start}{kind}");
    format!("{}{}", start.trim_end(), &message[end..])
}

/// The name in serde's ``unknown field `x`, expected …`` and ``duplicate field `x` ``, which carry
/// no path.
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
    use jobs_gateway::UniqueMembers;
    use serde::Deserialize;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "only whether it parses matters")]
    struct Example {
        cids: Option<Vec<Cid>>,
        payload: Option<UniqueMembers>,
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
            (r#"{"cids":5}"#, "cids: invalid type: integer, expected a sequence"),
            (r#"{"cids":["a",5]}"#, "cids: invalid type: integer, expected a string"),
            (r#"{"cids":"a, expected b"}"#, "cids: invalid type: string, expected a sequence"),
            (r#"{"cids":[],"x":1}"#, "x: unknown field `x`, expected one of `cids`, `payload`"),
            (r#"{"cids":[],"cids":[]}"#, "cids: duplicate field `cids`"),
            (r#"{"payload":{"a":{"b":1,"b":1}}}"#, "payload: has the member \"b\" twice"),
            (
                r#"{"payload":{"$serde_json::private::Number":"1"}}"#,
                "body: has a member whose name",
            ),
            (r#"{"parts":[{"y":1}]}"#, "parts: unknown field `y`, expected `cid`"),
            ("[1]", "body: must be an object"),
            (" [[\"a\"], null, null]", "body: must be an object"),
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
    fn a_byte_order_mark_is_no_part_of_a_body() {
        let text = r#"{"cids":["é😀"]}"#;
        let marked = format!("\u{feff}{text}");
        let utf16 = |to_bytes: fn(u16) -> [u8; 2]| -> Vec<u8> {
            marked.encode_utf16().flat_map(to_bytes).collect()
        };
        for body in [marked.clone().into_bytes(), utf16(u16::to_le_bytes), utf16(u16::to_be_bytes)]
        {
            let parsed: Value = parse(&body).unwrap();
            assert_eq!(parsed, serde_json::json!({"cids": ["é😀"]}), "{body:?}");
        }
        // Only one, and only at the beginning.
        assert!(detail(format!("\u{feff}{marked}")).starts_with("body: expected value"));
        assert!(detail(r#"{"cids":["\ud83d"]}"#).starts_with("cids: "));
        assert_eq!(
            detail(b"\xff\xfe{\x00\x00"),
            "body: begins with the mark of UTF-16LE and is not that"
        );
        let array = "\u{feff}[1]";
        assert_eq!(detail(array), "body: must be an object");
    }

    /// Each level would be parsed with a new limit of depth, and a deep one ends the process.
    #[test]
    fn json_in_a_reserved_name_is_not_parsed() {
        let mut nested = "1".to_owned();
        for _ in 0..12 {
            nested = serde_json::json!({"$serde_json::private::RawValue": nested}).to_string();
        }
        for name in ["$serde_json::private::RawValue", r"\u0024serde_json::private::R\u0061wValue"]
        {
            let body = format!(r#"{{"payload":[{{"{name}":{nested:?}}}]}}"#);
            let detail = detail(&body);
            assert!(detail.ends_with("which is reserved"), "{detail}");
        }
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
