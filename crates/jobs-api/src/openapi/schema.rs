//! The words that schemas are written in: short names for what utoipa's builders spell out.

use jobs_core::{Cause, INTEGER_MAX, Index, Source, Status};
use serde_json::Value;
use utoipa::openapi::schema::{
    AdditionalProperties, Array, ArrayBuilder, Object, ObjectBuilder, OneOfBuilder, SchemaFormat,
    SchemaType, Type,
};
use utoipa::openapi::{Ref, RefOr, Schema};

/// A schema, or the name of one.
pub(crate) type Shape = RefOr<Schema>;

/// A member of an object.
pub(crate) struct Member {
    name: &'static str,
    shape: Shape,
    required: bool,
}

impl Member {
    /// The same member of an object that may lack it.
    pub(crate) fn not_always(self) -> Self {
        Self { required: false, ..self }
    }
}

/// A member that is always there.
pub(crate) fn always(name: &'static str, shape: impl Into<Shape>) -> Member {
    Member { name, shape: shape.into(), required: true }
}

/// A member that an answer may lack; it is never `null`.
pub(crate) fn sometimes(name: &'static str, shape: impl Into<Shape>) -> Member {
    Member { name, shape: shape.into(), required: false }
}

/// A member that a request may leave out, or set to `null`.
pub(crate) fn optional(name: &'static str, shape: impl Into<Shape>) -> Member {
    sometimes(name, or_null(shape))
}

/// An object of these members and no others.
pub(crate) fn closed(members: impl IntoIterator<Item = Member>) -> Shape {
    object(members).additional_properties(Some(AdditionalProperties::FreeForm(false))).into()
}

/// An object of these members; others are ignored.
pub(crate) fn open(members: impl IntoIterator<Item = Member>) -> Shape {
    object(members).into()
}

fn object(members: impl IntoIterator<Item = Member>) -> ObjectBuilder {
    let object = ObjectBuilder::new().schema_type(Type::Object);
    members.into_iter().fold(object, |object, Member { name, shape, required }| {
        let object = object.property(name, shape);
        if required { object.required(name) } else { object }
    })
}

/// The schema `name` of the components.
pub(crate) fn named(name: &str) -> Shape {
    Ref::from_schema_name(name).into()
}

pub(crate) fn or_null(shape: impl Into<Shape>) -> Shape {
    OneOfBuilder::new().item(shape).item(of(Type::Null)).into()
}

/// A parameter of the old dashboard's, which is as good as none when it is empty.
pub(crate) fn or_empty(shape: Shape) -> Shape {
    one_of([shape, one_of_texts([""]).into()])
}

pub(crate) fn one_of(shapes: impl IntoIterator<Item = Shape>) -> Shape {
    shapes.into_iter().fold(OneOfBuilder::new(), OneOfBuilder::item).into()
}

pub(crate) fn list(items: impl Into<Shape>) -> Array {
    ArrayBuilder::new().items(items.into()).build()
}

/// A list of at most `count_max` items.
pub(crate) fn list_up_to(count_max: usize, items: impl Into<Shape>) -> Shape {
    ArrayBuilder::new().items(items.into()).max_items(Some(count_max)).into()
}

/// A list of 1 to `count_max` items.
pub(crate) fn some(count_max: usize, items: impl Into<Shape>) -> Shape {
    let list = ArrayBuilder::new().items(items.into()).min_items(Some(1));
    list.max_items(Some(count_max)).into()
}

/// Any JSON at all.
pub(crate) fn anything() -> Shape {
    ObjectBuilder::new().schema_type(SchemaType::AnyValue).into()
}

pub(crate) fn of(kind: Type) -> Object {
    ObjectBuilder::new().schema_type(kind).build()
}

pub(crate) fn boolean() -> Object {
    of(Type::Boolean)
}

pub(crate) fn string() -> Object {
    of(Type::String)
}

pub(crate) fn integer(min: i64, max: u64) -> Object {
    // A bound that this platform's integers cannot hold is left out.
    let kind = ObjectBuilder::new().schema_type(Type::Integer);
    kind.minimum(isize::try_from(min).ok()).maximum(usize::try_from(max).ok()).build()
}

/// An index, or a size.
pub(crate) fn index() -> Object {
    integer(0, Index::MAX)
}

pub(crate) fn status() -> Object {
    one_of_texts(Status::ALL.iter().map(|status| status.as_str()))
}

pub(crate) fn cause() -> Object {
    one_of_texts(Cause::ALL.iter().map(|cause| cause.as_str()))
}

pub(crate) fn source() -> Object {
    one_of_texts(Source::ALL.iter().map(|source| source.as_str()))
}

/// How many there are of something.
pub(crate) fn count() -> Object {
    integer(0, INTEGER_MAX)
}

/// What `jobs-core` calls a name: 1 to `max` bytes without control characters. JSON Schema counts characters.
pub(crate) fn name(max: usize, says: &str) -> Object {
    let string = ObjectBuilder::new().schema_type(Type::String).description(Some(says));
    string.min_length(Some(1)).max_length(Some(max)).pattern(Some(name_pattern())).build()
}

/// What `jobs-core` calls a name: no control characters, nothing that cannot be seen, and plain spaces inside alone. What is
/// invisible beyond U+FFFF is left out: regular expressions do not agree on how to write it.
fn name_pattern() -> String {
    let unseen = [
        r"\u0000-\u001f\u007f-\u00a0\u00ad\u034f\u061c\u115f-\u1160\u1680\u17b4-\u17b5\u180b-\u180f",
        r"\u2000-\u200f\u2028-\u202f\u205f-\u206f\u2800\u3000\u3164\ufdd0-\ufdef\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe-\uffff",
    ];
    let unseen = unseen.concat();
    format!("^[^ {unseen}]([^{unseen}]*[^ {unseen}])?$")
}

/// What `jobs-core` calls a text: at most `max` bytes without NUL.
pub(crate) fn text(max: usize, says: &str) -> Object {
    let string = ObjectBuilder::new().schema_type(Type::String).description(Some(says));
    string.max_length(Some(max)).pattern(Some(r"^[^\u0000]*$")).build()
}

pub(crate) fn matching(pattern: &str) -> Object {
    ObjectBuilder::new().schema_type(Type::String).pattern(Some(pattern)).build()
}

pub(crate) fn formatted(format: &str) -> Object {
    let format = SchemaFormat::Custom(format.to_owned());
    ObjectBuilder::new().schema_type(Type::String).format(Some(format)).build()
}

/// One of these texts.
pub(crate) fn one_of_texts<'a>(texts: impl IntoIterator<Item = &'a str>) -> Object {
    let texts: Vec<Value> = texts.into_iter().map(Value::from).collect();
    ObjectBuilder::new().schema_type(Type::String).enum_values(Some(texts)).build()
}

/// The same, with what it means.
pub(crate) trait Says {
    fn says(self, meaning: &str) -> Shape;
}

impl Says for Object {
    fn says(mut self, meaning: &str) -> Shape {
        self.description = Some(meaning.to_owned());
        Schema::Object(self).into()
    }
}

impl Says for Array {
    fn says(mut self, meaning: &str) -> Shape {
        self.description = Some(meaning.to_owned());
        Schema::Array(self).into()
    }
}

impl Says for Shape {
    fn says(self, meaning: &str) -> Shape {
        match self {
            RefOr::Ref(mut name) => {
                name.description = meaning.to_owned();
                name.into()
            }
            RefOr::T(Schema::Object(object)) => object.says(meaning),
            RefOr::T(Schema::Array(array)) => array.says(meaning),
            RefOr::T(Schema::OneOf(mut one_of)) => {
                one_of.description = Some(meaning.to_owned());
                Schema::OneOf(one_of).into()
            }
            other => other,
        }
    }
}
