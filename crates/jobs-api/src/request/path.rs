//! What the path of a request names: each part typed, and refused by name.

use axum::extract::{FromRequestParts, RawPathParams};
use axum::http::request::Parts;
use jobs_core::openapi::IndexSchema;
use jobs_core::{Cid, Index, JobId, UserId};
use serde_json::Value;
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use crate::describe::{Description, Input};
use crate::response::problem::Problem;
use crate::schema::{Shape, reference, string};

/// What the path names: one thing, or two.
#[derive(Debug)]
pub(crate) struct InPath<T>(pub(crate) T);

/// The parts of a path that stand in braces, in their order.
pub(crate) trait PathParts: Sized {
    /// Whether there may be nothing of that name.
    const MAY_BE_UNKNOWN: bool = true;

    /// What is wrong when they are not UTF-8.
    fn not_utf8() -> Problem {
        Problem::invalid("path", "is not UTF-8")
    }

    /// What the document says of them.
    fn parameters() -> Vec<Parameter>;

    /// # Errors
    /// `400` that names the part.
    fn read<'a>(parts: impl Iterator<Item = &'a str>) -> Result<Self, Problem>;
}

/// A part of a path.
pub(crate) trait PathPart: Sized {
    /// Whether there may be nothing of that name.
    const MAY_BE_UNKNOWN: bool = true;

    /// What is wrong when it is not UTF-8.
    fn not_utf8() -> Problem {
        Problem::invalid("path", "is not UTF-8")
    }

    /// What the document says of it.
    fn parameter() -> Parameter;

    /// # Errors
    /// `400` that names the part.
    fn read(text: &str) -> Result<Self, Problem>;
}

impl<S: Send + Sync, T: PathParts> FromRequestParts<S> for InPath<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let named = RawPathParams::from_request_parts(parts, state).await;
        let named = named.map_err(|_| T::not_utf8())?;
        T::read(named.iter().map(|(_, text)| text)).map(Self)
    }
}

impl<T: PathParts> Input for InPath<T> {
    fn describe(description: &mut Description) {
        description.parameters.extend(T::parameters());
        description.problems.push(400);
        if T::MAY_BE_UNKNOWN {
            description.problems.push(404);
        }
    }
}

impl<T: PathPart> PathParts for T {
    const MAY_BE_UNKNOWN: bool = T::MAY_BE_UNKNOWN;

    fn not_utf8() -> Problem {
        T::not_utf8()
    }

    fn parameters() -> Vec<Parameter> {
        vec![T::parameter()]
    }

    fn read<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, Problem> {
        next(&mut parts)
    }
}

impl<A: PathPart, B: PathPart> PathParts for (A, B) {
    fn parameters() -> Vec<Parameter> {
        vec![A::parameter(), B::parameter()]
    }

    fn read<'a>(mut parts: impl Iterator<Item = &'a str>) -> Result<Self, Problem> {
        Ok((next(&mut parts)?, next(&mut parts)?))
    }
}

fn next<'a, T: PathPart>(parts: &mut impl Iterator<Item = &'a str>) -> Result<T, Problem> {
    T::read(parts.next().ok_or_else(|| Problem::internal("the path has fewer parts"))?)
}

/// A parameter of the path, as the document has it.
pub(crate) fn parameter(
    name: &str,
    shape: impl Into<Shape>,
    what: &str,
    example: impl Into<Value>,
) -> Parameter {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Path)
        .schema(Some(shape))
        .required(Required::True)
        .description(Some(what))
        .example(Some(example.into()))
        .build()
}

const JOB: &str = "0192f0c1-2345-7000-8000-000000000001";

impl PathPart for JobId {
    fn not_utf8() -> Problem {
        Problem::invalid("job_id", "is not a UUID")
    }

    fn parameter() -> Parameter {
        parameter("job_id", reference::<JobId>(), "The job.", JOB)
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(text.parse()?)
    }
}

/// The second job of a comparison.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OtherJobId(pub(crate) JobId);

impl PathPart for OtherJobId {
    fn parameter() -> Parameter {
        parameter("other_id", reference::<JobId>(), "The other job.", JOB)
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.parse()?))
    }
}

/// Of a customer whom no job names, there is nothing to tell, and that is an answer.
impl PathPart for Cid {
    const MAY_BE_UNKNOWN: bool = false;

    fn parameter() -> Parameter {
        let what = "The customer, compared byte by byte; a `/` in it is written `%2F`.";
        parameter("cid", reference::<Cid>(), what, "5001")
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Self::new(text).map_err(|error| Problem::about(error, "cid"))
    }
}

impl PathPart for Index {
    fn parameter() -> Parameter {
        parameter("index", reference::<IndexSchema>(), "The entry.", 0)
    }

    fn read(text: &str) -> Result<Self, Problem> {
        let reason = "must be the index of an entry, an integer from 0";
        text.parse().map_err(|_| Problem::invalid("index", reason))
    }
}

/// The name of a token.
#[derive(Debug)]
pub(crate) struct TokenName(pub(crate) String);

impl PathPart for TokenName {
    fn parameter() -> Parameter {
        parameter("token_name", string(), "The token, by its name.", "laptop")
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// The handle of a session.
#[derive(Debug)]
pub(crate) struct SessionHandle(pub(crate) String);

impl PathPart for SessionHandle {
    fn parameter() -> Parameter {
        parameter("session_id", string(), "The session, as in the list.", "0f1e2d3c4b5a6978")
    }

    fn read(text: &str) -> Result<Self, Problem> {
        Ok(Self(text.to_owned()))
    }
}

/// A user whose account it is.
#[derive(Debug)]
pub(crate) struct AccountOf(pub(crate) UserId);

impl PathPart for AccountOf {
    fn parameter() -> Parameter {
        parameter("user_id", reference::<UserId>(), "The user.", "anita")
    }

    fn read(text: &str) -> Result<Self, Problem> {
        UserId::new(text).map(Self).map_err(|error| Problem::about(error, "user_id"))
    }
}
