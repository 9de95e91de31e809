//! Answers: as JSON, and the headers beside it, each typed so that the document says of them what
//! is sent.

use std::collections::VecDeque;
use std::convert::Infallible;
use std::io::{self, Write as _};
use std::marker::PhantomData;
use std::pin::Pin;
use std::task::{Context, Poll};

use axum::body::{Body, Bytes, HttpBody};
use axum::http::header::{CONTENT_TYPE, LINK, LOCATION, SET_COOKIE};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, IntoResponseParts, Response, ResponseParts};
use hyper::body::{Frame, SizeHint};
use jobs_core::JobId;
use serde::Serialize;
use utoipa::ToSchema;

use crate::describe::{Answer, Output};
use crate::response::problem::Problem;

const IDEMPOTENCY_REPLAYED: HeaderName = HeaderName::from_static("idempotency-replayed");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");

/// `200`, with `0` as JSON.
#[derive(Debug)]
pub(crate) struct Json<T>(pub(crate) T);

/// `201`, with `0` as JSON.
#[derive(Debug)]
pub(crate) struct Created<T>(pub(crate) T);

/// `202`, with `0` as JSON.
#[derive(Debug)]
pub(crate) struct Accepted<T>(pub(crate) T);

/// `200`, with JSON that may take many milliseconds to write.
#[derive(Debug)]
pub(crate) struct LargeJson<T> {
    response: Response,
    of: PhantomData<T>,
}

impl<T: Serialize> IntoResponse for Json<T> {
    fn into_response(self) -> Response {
        json(StatusCode::OK, &self.0)
    }
}

impl<T: Serialize> IntoResponse for Created<T> {
    fn into_response(self) -> Response {
        json(StatusCode::CREATED, &self.0)
    }
}

impl<T: Serialize> IntoResponse for Accepted<T> {
    fn into_response(self) -> Response {
        json(StatusCode::ACCEPTED, &self.0)
    }
}

impl<T: Serialize + Send + 'static> LargeJson<T> {
    /// Writes `value` on a blocking thread.
    pub(crate) async fn of(value: T) -> Result<Self, Problem> {
        let response = off_the_workers(move || json(StatusCode::OK, &value)).await?;
        Ok(Self { response, of: PhantomData })
    }
}

impl<T> IntoResponse for LargeJson<T> {
    fn into_response(self) -> Response {
        self.response
    }
}

impl<T: ToSchema> Output for Json<T> {
    fn describe(answer: &mut Answer) {
        *answer = answer.clone().of_type::<T>();
    }
}

impl<T: ToSchema> Output for LargeJson<T> {
    fn describe(answer: &mut Answer) {
        Json::<T>::describe(answer);
    }
}

impl<T: ToSchema> Output for Created<T> {
    fn describe(answer: &mut Answer) {
        Json::<T>::describe(answer);
        answer.status = 201;
    }
}

impl<T: ToSchema> Output for Accepted<T> {
    fn describe(answer: &mut Answer) {
        Json::<T>::describe(answer);
        answer.status = 202;
    }
}

/// Runs `work`, which may take many milliseconds, on a blocking thread: a leaf is hashed from up to
/// 100,000 customers.
pub(crate) async fn off_the_workers<T: Send + 'static>(
    work: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Problem> {
    tokio::task::spawn_blocking(work).await.map_err(Problem::internal)
}

/// The header `Link`, which leads to the next page (RFC 8288), if there is one.
#[derive(Debug)]
pub(crate) struct NextPage(pub(crate) Option<String>);

impl IntoResponseParts for NextPage {
    type Error = Problem;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Problem> {
        if let Some(next) = self.0 {
            let link = HeaderValue::try_from(format!("<{next}>; rel=\"next\""));
            response.headers_mut().insert(LINK, link.map_err(Problem::internal)?);
        }
        Ok(response)
    }
}

impl Output for NextPage {
    fn describe(answer: &mut Answer) {
        answer.add_header("Link", "The next page, if there is one (RFC 8288).");
    }
}

/// In the extensions of an answer whose body says itself why it ends early.
#[derive(Debug, Clone, Copy)]
pub(crate) struct SaysWhy;

/// The header `Idempotency-Replayed`: that the answer was told from the ledger, if it was.
#[derive(Debug)]
pub(crate) struct Replayed(pub(crate) bool);

impl IntoResponseParts for Replayed {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        if self.0 {
            let replayed = HeaderValue::from_static("true");
            response.headers_mut().insert(IDEMPOTENCY_REPLAYED, replayed);
        }
        Ok(response)
    }
}

impl Output for Replayed {
    fn describe(answer: &mut Answer) {
        let what = "`true`, if an earlier request had the same key.";
        answer.add_header("Idempotency-Replayed", what);
    }
}

/// The header `Preference-Applied`: that the preference for a receipt was met, if it was.
#[derive(Debug)]
pub(crate) struct PreferenceApplied(pub(crate) bool);

impl IntoResponseParts for PreferenceApplied {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        if self.0 {
            let applied = HeaderValue::from_static("receipt");
            response.headers_mut().insert(PREFERENCE_APPLIED, applied);
        }
        Ok(response)
    }
}

impl Output for PreferenceApplied {
    fn describe(answer: &mut Answer) {
        answer.add_header("Preference-Applied", "`receipt`, if that was preferred.");
    }
}

/// The header `Set-Cookie`: the session that begins, or that it has ended.
#[derive(Debug)]
pub(crate) struct NewSession(pub(crate) HeaderValue);

impl NewSession {
    pub(crate) fn described(answer: Answer) -> Answer {
        let what = "The session: `__Host-jobs_session`, `__Secure-jobs_session` under a path, `jobs_session` over http.";
        answer.header("Set-Cookie", what)
    }
}

impl IntoResponseParts for NewSession {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        response.headers_mut().insert(SET_COOKIE, self.0);
        Ok(response)
    }
}

impl Output for NewSession {
    fn describe(answer: &mut Answer) {
        *answer = Self::described(answer.clone());
    }
}

/// The header `Location`: the path of the job that was made.
#[derive(Debug)]
pub(crate) struct JobAt(pub(crate) JobId);

impl IntoResponseParts for JobAt {
    type Error = Problem;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Problem> {
        let path = HeaderValue::try_from(format!("/v1/jobs/{}", self.0));
        response.headers_mut().insert(LOCATION, path.map_err(Problem::internal)?);
        Ok(response)
    }
}

impl Output for JobAt {
    fn describe(answer: &mut Answer) {
        answer.add_header("Location", "The path of the job.");
    }
}

/// How long the pieces are in which an answer is held: large ones cost as many allocations as small
/// ones do, and what is written last is copied from a buffer of this size.
const PIECE_BYTES: usize = 256 << 10;

/// `value` as a JSON answer.
///
/// # Panics
/// When `value` is not JSON, such as a map whose keys are not strings: a fault of this program,
/// answered as one.
pub(crate) fn json(status: StatusCode, value: &impl Serialize) -> Response {
    let mut json = Pieces::default();
    json.push_json(value);
    of_json(status, json)
}

fn of_json(status: StatusCode, json: Pieces) -> Response {
    let mut response = Response::new(json.into_body());
    *response.status_mut() = status;
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

/// An answer with a member that is a list, whose items are written one by one.
pub(crate) struct Rows {
    json: Pieces,
    is_empty: bool,
}

impl Rows {
    /// `head`, which is an object with a member at least, and then `name`.
    ///
    /// # Panics
    /// As [`json`].
    pub(crate) fn after(head: &impl Serialize, name: &str) -> Self {
        let mut json = serde_json::to_vec(head).expect("every answer of this crate is JSON");
        json.pop();
        json.extend(format!(",\"{name}\":[").bytes());
        let mut rows = Self { json: Pieces::default(), is_empty: true };
        rows.json.push(&json);
        rows
    }

    /// # Panics
    /// As [`json`].
    pub(crate) fn push(&mut self, row: &impl Serialize) {
        if !std::mem::replace(&mut self.is_empty, false) {
            self.json.push(b",");
        }
        self.json.push_json(row);
    }

    pub(crate) fn into_response(mut self) -> Response {
        self.json.push(b"]}");
        of_json(StatusCode::OK, self.json)
    }
}

/// Bytes in the order in which they are written. What is there already is not moved when there is
/// more, as a vector's would be: one that has grown to 16 MiB has taken 24 for it.
#[derive(Default)]
struct Pieces {
    whole: VecDeque<Bytes>,
    last: Vec<u8>,
}

impl Pieces {
    fn push(&mut self, bytes: &[u8]) {
        self.write_all(bytes).expect("memory takes what is written");
    }

    fn push_json(&mut self, value: &impl Serialize) {
        serde_json::to_writer(self, value).expect("every answer of this crate is JSON");
    }

    fn into_body(mut self) -> Body {
        let last = exactly(&self.last);
        if self.whole.is_empty() {
            return last.into();
        }
        self.whole.push_back(last);
        Body::new(InPieces(self.whole))
    }
}

impl io::Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.last.len() == PIECE_BYTES {
            self.whole.push_back(exactly(&self.last));
            self.last.clear();
        }
        let taken = bytes.len().min(PIECE_BYTES - self.last.len());
        self.last.extend_from_slice(&bytes[..taken]);
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A body that is there as a whole, in pieces that are let go of one by one as they are sent.
struct InPieces(VecDeque<Bytes>);

impl HttpBody for InPieces {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        Poll::Ready(self.0.pop_front().map(|piece| Ok(Frame::data(piece))))
    }

    fn is_end_stream(&self) -> bool {
        self.0.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(self.0.iter().map(|piece| piece.len() as u64).sum())
    }
}

/// A copy of `bytes` that takes no more memory than they do, as an answer may lie here until it is
/// read. A vector that has grown has room for up to as much again, and to shrink it does not help:
/// mimalloc moves nothing that fills half of its place.
pub(crate) fn exactly(bytes: &[u8]) -> Bytes {
    Bytes::copy_from_slice(bytes)
}

#[cfg(test)]
mod tests {
    use http_body_util::BodyExt as _;

    use super::*;

    #[tokio::test]
    async fn an_answer_of_any_length_is_what_was_written() {
        for length in [0, 1, PIECE_BYTES - 2, PIECE_BYTES - 1, PIECE_BYTES, 3 * PIECE_BYTES] {
            let text = "x".repeat(length);
            let mut body = json(StatusCode::OK, &text).into_body();
            assert_eq!(body.size_hint().exact(), Some(length as u64 + 2));
            let mut whole = Vec::new();
            let mut left = length + 2;
            while let Some(frame) = body.frame().await {
                let piece = frame.unwrap().into_data().unwrap();
                assert!(piece.len() <= PIECE_BYTES);
                left -= piece.len();
                assert_eq!(body.size_hint().exact(), Some(left as u64));
                whole.extend(piece);
            }
            assert!(body.is_end_stream());
            assert!(whole == serde_json::to_vec(&text).unwrap(), "{length}");
        }
    }

    #[tokio::test]
    async fn rows_are_a_member_beside_the_others() {
        for count in [0, 1, 2, PIECE_BYTES] {
            let mut rows = Rows::after(&serde_json::json!({"count": count}), "rows");
            (0..count).for_each(|row| rows.push(&row));
            let bytes = rows.into_response().into_body().collect().await.unwrap().to_bytes();
            let read: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
            let expected =
                serde_json::json!({"count": count, "rows": (0..count).collect::<Vec<_>>()});
            assert_eq!(read, expected);
        }
    }
}
