//! The bodies of sign-in: small, and never repeated in an answer.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody as _};
use serde::Deserialize;
use utoipa::ToSchema;

use crate::response::problem::Problem;

// Who signs in, as JSON or as a form. Members that are not known are ignored.
#[derive(Deserialize, ToSchema)]
pub(crate) struct Login {
    pub(crate) username: String,
    pub(crate) password: String,
}

/// The most bytes: a name, a password of the greatest length, each byte of it escaped, and where to
/// go from there.
pub(crate) const BYTES_MAX: usize = 16 << 10;

/// How long a body may take to arrive.
const SECONDS_MAX: u64 = 30;

/// The whole body.
pub(crate) async fn read(body: Body) -> Result<Bytes, Problem> {
    let reason = format!("is longer than {BYTES_MAX} bytes, or broke off");
    let too_long = || Problem::invalid("body", &reason);
    // A caller who says so need not be waited for.
    if body.size_hint().lower() > BYTES_MAX as u64 {
        return Err(too_long());
    }
    let whole = axum::body::to_bytes(body, BYTES_MAX);
    let whole = tokio::time::timeout(Duration::from_secs(SECONDS_MAX), whole).await;
    let whole = whole.map_err(|_| Problem::body_timeout(SECONDS_MAX))?;
    whole.map_err(|_| too_long())
}
