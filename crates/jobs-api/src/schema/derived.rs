//! Schemas as Rust types derive them, rewritten as the document has them.

use utoipa::ToSchema;
use utoipa::openapi::schema::{AdditionalProperties, ArrayItems, Object, SchemaType, Type};
use utoipa::openapi::{RefOr, Schema};

use super::{Says as _, Shape, of, or_null, reference};

/// The schemas that a part of an endpoint names.
#[derive(Clone, Default)]
pub(crate) struct Schemas(Vec<(String, Shape)>);

impl Schemas {
    /// Refers to the schema of `T`, which is in the document then, as are those that it names.
    pub(crate) fn refer_to<T: ToSchema>(&mut self) -> Shape {
        add::<T>(&mut self.0);
        reference::<T>()
    }

    /// By name, as parts of `side`.
    pub(crate) fn of(&self, side: Side) -> impl Iterator<Item = (String, Shape)> {
        self.0.iter().map(move |(name, shape)| (name.clone(), rewrite(shape.clone(), side)))
    }
}

/// Adds the schema of `T`, and those to which it refers.
pub(crate) fn add<T: ToSchema>(schemas: &mut Vec<(String, Shape)>) {
    T::schemas(schemas);
    schemas.push((T::name().into_owned(), T::schema()));
}

/// Where a schema's values are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// An object has the members that are required, and others as the type says.
    Request,
    /// An object has all members, `null` or not, unless it is said that they are never `null`. It
    /// has no others.
    Answer,
}

/// A type is described by the first paragraph of its documentation. Flattened members are members
/// like all others. What may be `null` is one of two, and what is said of it is said of the other.
fn rewrite(shape: Shape, side: Side) -> Shape {
    let schema = match shape {
        RefOr::Ref(_) => return shape,
        RefOr::T(schema) => schema,
    };
    match schema {
        Schema::Object(mut object) => {
            let is_nullable = drop_null(&mut object.schema_type);
            object.description = object.description.as_deref().and_then(first_paragraph);
            for member in object.properties.values_mut() {
                *member = rewrite(std::mem::take(member), side);
            }
            if side == Side::Answer && !object.properties.is_empty() {
                close(&mut object);
            }
            object.properties.sort_unstable_keys();
            or_null_if(is_nullable, object)
        }
        Schema::Array(mut array) => {
            let is_nullable = drop_null(&mut array.schema_type);
            if let ArrayItems::RefOrSchema(items) = &mut array.items {
                **items = rewrite(std::mem::take(items), side);
            }
            or_null_if(is_nullable, array)
        }
        Schema::OneOf(mut one_of) => {
            one_of.items = one_of.items.into_iter().map(|item| rewrite(item, side)).collect();
            if let [only] = &one_of.items[..] {
                return only.clone();
            }
            one_of.description = one_of.description.as_deref().and_then(first_paragraph);
            let says = one_of.description.clone();
            let choice = Schema::OneOf(one_of).into();
            match (says, not_null(&choice)) {
                (Some(says), Some(item)) => or_null(item.clone().says(&says)),
                _ => choice,
            }
        }
        Schema::AllOf(all_of) => {
            if let [value, says] = &all_of.items[..]
                && let Some(says) = description_alone(says)
            {
                return rewrite(value.clone(), side).says(says);
            }
            let parts = all_of.items.into_iter().map(|item| rewrite(item, side));
            let mut whole = parts.map(flat).reduce(merge).unwrap_or_default();
            whole.properties.sort_unstable_keys();
            whole.description = all_of.description.as_deref().and_then(first_paragraph);
            whole.into()
        }
        other => other.into(),
    }
}

/// What is said of a member that is inlined, as derived: in a schema beside that of its value.
fn description_alone(shape: &Shape) -> Option<&str> {
    match shape {
        RefOr::T(Schema::Object(object)) if object.properties.is_empty() => {
            object.description.as_deref()
        }
        _ => None,
    }
}

/// Requires all members that are always there, and allows no others.
fn close(object: &mut Object) {
    let members = object.properties.iter();
    let required = members
        .filter(|(name, member)| object.required.contains(name) || not_null(member).is_some());
    object.required = required.map(|(name, _)| name.clone()).collect();
    object.additional_properties = Some(Box::new(AdditionalProperties::FreeForm(false)));
}

/// What `shape` is when it is not `null`, if it may be that.
fn not_null(shape: &Shape) -> Option<&Shape> {
    match shape {
        RefOr::T(Schema::OneOf(one_of)) => match &one_of.items[..] {
            [item, null] if *null == of(Type::Null).into() => Some(item),
            _ => None,
        },
        _ => None,
    }
}

/// A part of an object. When it may be `null`, its members may be missing.
fn flat(part: Shape) -> Object {
    let (part, is_nullable) = match not_null(&part) {
        Some(part) => (part.clone(), true),
        None => (part, false),
    };
    let RefOr::T(Schema::Object(mut object)) = part.clone() else {
        panic!("only an object that is inlined has members: {}", serde_json::json!(part));
    };
    if is_nullable {
        object.required.clear();
    }
    object
}

fn merge(mut whole: Object, part: Object) -> Object {
    whole.properties.extend(part.properties);
    whole.required.extend(part.required);
    whole.additional_properties = whole.additional_properties.or(part.additional_properties);
    whole
}

/// Whether it was one of the types.
fn drop_null(schema_type: &mut SchemaType) -> bool {
    let SchemaType::Array(types) = schema_type else { return false };
    let Some(place) = types.iter().position(|it| *it == Type::Null) else { return false };
    types.remove(place);
    if let [only] = &types[..] {
        *schema_type = SchemaType::Type(only.clone());
    }
    true
}

fn or_null_if(is_nullable: bool, shape: impl Into<Shape>) -> Shape {
    if is_nullable { or_null(shape) } else { shape.into() }
}

/// None when there is nothing to say.
fn first_paragraph(text: &str) -> Option<String> {
    let first = text.split("\n\n").next().unwrap_or_default();
    (!first.is_empty()).then(|| first.replace('\n', " "))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    /// A whole.
    ///
    /// Of which there is more to say.
    #[derive(ToSchema)]
    #[expect(dead_code, reason = "only described")]
    struct Whole {
        /// A word, or none.
        word: Option<String>,
        #[schema(nullable = false)]
        not_always: Option<bool>,
        #[serde(flatten)]
        #[schema(inline)]
        part: Part,
        #[serde(flatten)]
        #[schema(inline)]
        other: Option<Other>,
    }

    /// A part.
    #[derive(ToSchema)]
    #[expect(dead_code, reason = "only described")]
    struct Part {
        /// The next one.
        #[schema(inline)]
        next: Option<Named>,
    }

    #[derive(ToSchema)]
    #[expect(dead_code, reason = "only described")]
    struct Other {
        list: Vec<bool>,
    }

    /// A name.
    #[derive(ToSchema)]
    #[expect(dead_code, reason = "only described")]
    struct Named(String);

    fn written(side: Side) -> Value {
        let mut schemas = Schemas::default();
        schemas.refer_to::<Whole>();
        let (_, shape) = schemas.of(side).last().unwrap();
        serde_json::to_value(shape).unwrap()
    }

    #[test]
    fn a_derived_schema_is_one_object() {
        let nothing = json!({"type": "null"});
        let mut expected = json!({
            "type": "object",
            "description": "A whole.",
            "properties": {
                "list": {"type": "array", "items": {"type": "boolean"}},
                "next": {"oneOf": [{"type": "string", "description": "The next one."}, nothing]},
                "not_always": {"type": "boolean"},
                "word": {"oneOf": [{"type": "string", "description": "A word, or none."}, nothing]},
            },
        });
        assert_eq!(written(Side::Request), expected);
        expected["required"] = json!(["next", "word"]);
        expected["additionalProperties"] = json!(false);
        assert_eq!(written(Side::Answer), expected);
    }
}
