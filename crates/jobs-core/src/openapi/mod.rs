//! Schemas that say more than a Rust type does, with the limits of the types that check them.

mod counts;
mod jobs;

use utoipa::openapi::{Object, ObjectBuilder, Type};
use utoipa::{PartialSchema, ToSchema};

use crate::INTEGER_MAX;

/// Gives a type a schema.
macro_rules! schema {
    ($Type:ty = $schema:expr) => {
        impl utoipa::PartialSchema for $Type {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                $schema.into()
            }
        }

        impl utoipa::ToSchema for $Type {}
    };
}
pub(crate) use schema;

/// Gives a type the schema of another.
macro_rules! delegate {
    ($($Type:ty: $Schema:ty;)+) => {
        $(impl utoipa::PartialSchema for $Type {
            fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
                <$Schema as utoipa::PartialSchema>::schema()
            }
        }

        impl utoipa::ToSchema for $Type {
            fn schemas(
                schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::Schema>)>,
            ) {
                <$Schema as utoipa::ToSchema>::schemas(schemas);
            }
        })+
    };
}
use delegate;

pub(crate) use counts::SubtreeMembers;

/// What [`Index`](crate::Index), which is a `u64` to Rust, is to the document.
#[derive(Debug)]
pub struct IndexSchema;

impl PartialSchema for IndexSchema {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::Schema> {
        integer("A position in the ledger, from 0, without gaps.", 0, crate::Index::MAX).into()
    }
}

impl ToSchema for IndexSchema {
    fn name() -> std::borrow::Cow<'static, str> {
        "Index".into()
    }
}

/// How many there are of something: what JSON readers keep exactly.
#[derive(Debug)]
pub struct Quantity;
schema!(Quantity = bounded(0, INTEGER_MAX));

/// What the lines of a type's documentation say of it.
fn description(docs: &[&str]) -> String {
    docs.iter().map(|line| line.trim()).collect::<Vec<_>>().join("\n")
}

pub(crate) fn integer(says: &str, min: i64, max: u64) -> Object {
    let mut integer = bounded(min, max);
    integer.description = Some(says.to_owned());
    integer
}

fn bounded(min: i64, max: u64) -> Object {
    // A bound that this platform's integers cannot hold is left out.
    let kind = ObjectBuilder::new().schema_type(Type::Integer);
    kind.minimum(isize::try_from(min).ok()).maximum(usize::try_from(max).ok()).build()
}

/// 1 to `bytes_max` bytes in which everything can be seen. JSON Schema counts characters.
pub(crate) fn name(docs: &[&str], bytes_max: usize) -> Object {
    let string =
        ObjectBuilder::new().schema_type(Type::String).description(Some(description(docs)));
    string.min_length(Some(1)).max_length(Some(bytes_max)).pattern(Some(name_pattern())).build()
}

/// No control characters, nothing that cannot be seen, and plain spaces inside alone. What is
/// invisible beyond U+FFFF is left out: regular expressions do not agree on how to write it.
fn name_pattern() -> String {
    let unseen = [
        r"\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f",
        r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff",
        r"\uffa0\ufff0-\ufffb\ufffe-\uffff",
    ];
    let unseen = unseen.concat();
    format!("^[^ {unseen}]([^{unseen}]*[^ {unseen}])?$")
}

/// At most `bytes_max` bytes without NUL.
pub fn text(docs: &[&str], bytes_max: usize) -> Object {
    let string =
        ObjectBuilder::new().schema_type(Type::String).description(Some(description(docs)));
    string.max_length(Some(bytes_max)).pattern(Some(r"^[^\u0000]*$")).build()
}

/// 1 to `bytes_max` bytes without NUL.
pub(crate) fn words(docs: &[&str], bytes_max: usize) -> Object {
    let mut text = text(docs, bytes_max);
    text.min_length = Some(1);
    text
}
