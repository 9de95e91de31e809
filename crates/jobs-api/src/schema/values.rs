//! The schemas of members whose Rust types do not say all that there is to say of them.

use jobs_core::{RequestKey, Status};
use utoipa::openapi::schema::Type;

use super::{Says as _, integer, matching, of, one_of_texts};

/// Gives a type a schema, and names the types to which that refers.
macro_rules! value {
    ($(#[$doc:meta])* $Type:ident = $schema:expr $(, refers to $Named:ty)?) => {
        $(#[$doc])*
        pub(crate) struct $Type;

        $crate::schema::values::shape!($Type = $schema $(, refers to $Named)?);
    };
}

/// Gives a type that there is a schema, and names the type to which that refers.
macro_rules! shape {
    ($Type:ty = $schema:expr $(, refers to $Named:ty)?) => {
        impl utoipa::PartialSchema for $Type {
            fn schema() -> $crate::schema::Shape {
                $schema.into()
            }
        }

        impl utoipa::ToSchema for $Type {
            $(fn schemas(schemas: &mut Vec<(String, $crate::schema::Shape)>) {
                $crate::schema::derived::add::<$Named>(schemas);
            })?
        }
    };
}
pub(crate) use {shape, value};

value!(
    /// The code of an HTTP answer.
    Code = integer(100, 599)
);
value!(
    /// The code of an HTTP answer that says that something is wrong.
    ErrorCode = integer(400, 599)
);
value!(
    /// Any number.
    AnyNumber = of(Type::Number)
);
value!(
    /// An integer that may be negative.
    AnyInteger = of(Type::Integer)
);
value!(
    /// An idempotency key.
    RequestKeyText = jobs_core::openapi::text(&[], RequestKey::BYTES_MAX)
);
value!(
    /// Credentials that are sent on.
    UpstreamToken = matching(r"^[\t -~]*$").says("For the upstream; never recorded.")
);
value!(
    /// How the upstream is sent the payload.
    ContentTypeName =
        matching("^(application/(json|x-www-form-urlencoded)( *;.*)?)?$").says("JSON unless told.")
);
value!(
    /// A status in which a job ends.
    FinalStatus = {
        let all = Status::ALL.into_iter().filter(|status| *status != Status::InProgress);
        one_of_texts(all.map(Status::as_str))
    }
);
value!(
    /// What a user may do.
    RoleName = one_of_texts(["operator", "auditor", "admin"])
);
value!(
    /// By what a user is signed in.
    MeansName = one_of_texts(["token", "session", "proxy", "jwt"])
);
