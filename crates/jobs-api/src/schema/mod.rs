//! The words that schemas are written in: short names for what utoipa's builders spell out.

pub(crate) mod derived;
pub(crate) mod values;

use jobs_core::{Cause, Index, Source, Status};
use serde_json::Value;
use utoipa::ToSchema;
use utoipa::openapi::schema::{
    Array, ArrayBuilder, Object, ObjectBuilder, OneOfBuilder, SchemaFormat, Type,
};
use utoipa::openapi::{Ref, RefOr, Schema};

/// A schema, or the name of one.
pub(crate) type Shape = RefOr<Schema>;

/// The schema of `T` by its name, where something else brings it along.
pub(crate) fn reference<T: ToSchema>() -> Shape {
    Ref::from_schema_name(T::name()).into()
}

pub(crate) fn or_null(shape: impl Into<Shape>) -> Shape {
    OneOfBuilder::new().item(shape).item(of(Type::Null)).into()
}

pub(crate) fn one_of(shapes: impl IntoIterator<Item = Shape>) -> Shape {
    shapes.into_iter().fold(OneOfBuilder::new(), OneOfBuilder::item).into()
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

pub(crate) fn of(kind: Type) -> Object {
    ObjectBuilder::new().schema_type(kind).build()
}

pub(crate) fn boolean() -> Object {
    of(Type::Boolean)
}

pub(crate) fn string() -> Object {
    of(Type::String)
}

/// A text of `min` to `max` characters.
pub(crate) fn sized(min: usize, max: usize) -> Object {
    let text = ObjectBuilder::new().schema_type(Type::String);
    text.min_length(Some(min)).max_length(Some(max)).build()
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

/// The same object without some of its members.
pub(crate) fn without(shape: Shape, members: &[&str]) -> Shape {
    let RefOr::T(Schema::Object(mut object)) = shape else { return shape };
    object.properties.retain(|name, _| !members.contains(&name.as_str()));
    Schema::Object(object).into()
}
