//! The bodies of sign-in and of changes to accounts: small, and those of sign-in never repeated in
//! an answer.
//!
//! ```json
//! {"username": "vijay", "password": "correct horse battery staple"}
//! {"token": "jobs_K7gNU3sdo…"}
//! ```

use std::convert::Infallible;
use std::marker::PhantomData;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use axum::extract::{FromRequest, Request};
use http_body_util::BodyExt as _;
use jobs_sign_in::{Credentials, Standing};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::describe::{Description, Input};
use crate::request::body::{self, Sent};
use crate::response::problem::Problem;

// Who signs in, as JSON or as a form. Members that are not known are ignored.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}

/// A name and a password, or a token alone.
#[derive(Deserialize, ToSchema)]
pub(crate) struct SignInBody {
    username: Option<String>,
    password: Option<String>,
    token: Option<String>,
}

impl SignInBody {
    fn credentials(self) -> Option<Credentials> {
        match (self.username, self.password, self.token) {
            (Some(name), Some(password), None) => Some(Credentials::Password { name, password }),
            (None, None, Some(token)) => Some(Credentials::Token(token)),
            _ => None,
        }
    }
}

/// With what a session is to begin, as JSON.
///
/// # Errors
/// `400`, which says nothing of what was sent: that may repeat the password or the token.
pub(crate) fn credentials(body: &[u8]) -> Result<Credentials, Problem> {
    let parsed = body::parse(body).ok().and_then(SignInBody::credentials);
    parsed.ok_or_else(|| {
        let reason = r#"must be {"username": "…", "password": "…"} or {"token": "…"}"#;
        Problem::invalid("body", reason)
    })
}

/// A body that is a small JSON object, not read yet.
#[derive(Debug)]
pub(crate) struct SmallJson<T> {
    body: Body,
    of: PhantomData<T>,
}

impl<S: Sync, T> FromRequest<S> for SmallJson<T> {
    type Rejection = Infallible;

    async fn from_request(request: Request, _: &S) -> Result<Self, Infallible> {
        Ok(Self { body: request.into_body(), of: PhantomData })
    }
}

impl<T: Sent> Input for SmallJson<T> {
    fn describe(description: &mut Description) {
        let what = format!("At most {BYTES_MAX} bytes.");
        description.takes_body::<T>("application/json", T::example(), &what);
        description.problems.extend([400, 408, 415]);
    }
}

impl<T: Sent> SmallJson<T> {
    /// The body of a caller with this `standing`.
    ///
    /// # Errors
    /// `400`, naming the field; `401` or `403` when the caller has lost the standing by the time
    /// that the body is there; `408`.
    pub(crate) async fn read(self, standing: &Standing) -> Result<T, Problem> {
        let parsed = body::parse(&read(self.body).await?)?;
        // The body may have taken half a minute.
        standing.check()?;
        Ok(parsed)
    }
}

/// The most bytes: a name, a password of the greatest length, each byte of it escaped, and where to
/// go from there.
pub(crate) const BYTES_MAX: usize = 16 << 10;

/// How long a body may take to arrive.
const SECONDS_MAX: u64 = 30;

/// How much of a body that is too long is read all the same, and dropped: a connection on which
/// something is left unread is closed, perhaps under the next request.
const DROPPED_BYTES_MAX: u64 = 64 << 10;

/// The whole body.
pub(crate) async fn read(body: Body) -> Result<Bytes, Problem> {
    let reason = format!("is longer than {BYTES_MAX} bytes, or broke off");
    let too_long = || Problem::invalid("body", &reason);
    // A caller who says so need not be waited for.
    if body.size_hint().lower() > DROPPED_BYTES_MAX {
        return Err(too_long());
    }
    let whole = collect(body);
    let whole = tokio::time::timeout(Duration::from_secs(SECONDS_MAX), whole).await;
    let whole = whole.map_err(|_| Problem::body_timeout(SECONDS_MAX))?;
    whole.ok_or_else(too_long)
}

/// The bytes of `body`, unless there are too many, or it broke off.
async fn collect(mut body: Body) -> Option<Bytes> {
    let mut count = 0;
    let mut bytes = Vec::new();
    while let Some(frame) = body.frame().await {
        let Ok(data) = frame.ok()?.into_data() else { continue };
        count += data.len();
        if count as u64 > DROPPED_BYTES_MAX {
            return None;
        }
        if count <= BYTES_MAX {
            bytes.extend_from_slice(&data);
        }
    }
    (count <= BYTES_MAX).then(|| bytes.into())
}

#[cfg(test)]
mod tests {
    use futures::stream;

    use super::*;

    #[tokio::test]
    async fn what_is_too_long_is_read_to_its_end_within_bounds() {
        let read_from = async |pieces: usize| {
            let left = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(pieces));
            let counted = std::sync::Arc::clone(&left);
            let piece = move |_| {
                counted.fetch_sub(1, std::sync::atomic::Ordering::Relaxed);
                Ok::<_, std::io::Error>(Bytes::from_static(&[b' '; 1024]))
            };
            let body = Body::from_stream(stream::iter((0..pieces).map(piece)));
            let read = read(body).await.map(|bytes| bytes.len()).ok();
            (read, left.load(std::sync::atomic::Ordering::Relaxed))
        };
        assert_eq!(read_from(16).await, (Some(BYTES_MAX), 0));
        assert_eq!(read_from(17).await, (None, 0));
        assert_eq!(read_from(64).await, (None, 0));
        assert_eq!(read_from(1000).await, (None, 1000 - 65), "and no further");
    }
}
