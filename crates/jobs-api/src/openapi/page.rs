//! The document as a page: every operation and every schema, with links between them, and no
//! scripts.

use std::borrow::Cow;
use std::sync::LazyLock;

use axum::http::HeaderValue;
use maud::{Markup, html};
use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

use crate::response::html;

const STYLE: &str = "\
body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a1a;background:#fff}\
code,pre{font:.875em/1.5 ui-monospace,monospace}pre{overflow-x:auto;padding:.5rem;background:#f2f2f2}\
summary{cursor:pointer;padding:.25rem 0}details{border-top:1px solid #ccc;overflow-x:auto}\
h2{margin-top:2.5rem}h3{font-size:1rem}table{border-collapse:collapse}\
td,th{text-align:left;vertical-align:top;padding:.25rem .75rem .25rem 0}a{color:#0b57d0}\
@media(prefers-color-scheme:dark){body{color:#e6e6e6;background:#141414}pre{background:#222}a{color:#8ab4f8}}";

pub(crate) static POLICY: LazyLock<HeaderValue> = LazyLock::new(|| html::policy(STYLE));

type Members = Map<String, Value>;

/// The page. What the document does not have, it leaves out.
pub(super) fn render(document: &OpenApi) -> String {
    let document = serde_json::to_value(document).unwrap_or_default();
    let body = html! {
        (prose(&document["info"]["description"]))
        // A relative link, which holds behind any path prefix.
        p { "For programs: " a href="openapi.json" { "openapi.json" } }
        @for tag in elements(&document["tags"]) {
            // The header `Link` of a deprecated path leads to one of these.
            h2 id=(text(&tag["name"])) { (text(&tag["name"])) }
            (prose(&tag["description"]))
            @for (path, method, operation) in operations(&document) {
                @if operation["tags"][0] == tag["name"] {
                    (render_operation(&document, path, method, operation))
                }
            }
        }
        h2 { "Schemas" }
        @for (name, schema) in members(&document["components"]["schemas"]) {
            details id=(name) open {
                summary { code { (name) } }
                (render_schema(schema))
            }
        }
    };
    html::document("The job ledger: API", STYLE, &body)
}

fn operations(document: &Value) -> impl Iterator<Item = (&String, &String, &Value)> {
    members(&document["paths"]).flat_map(|(path, methods)| {
        members(methods).map(move |(method, operation)| (path, method, operation))
    })
}

fn members(object: &Value) -> impl Iterator<Item = (&String, &Value)> {
    object.as_object().into_iter().flat_map(Members::iter)
}

fn elements(array: &Value) -> impl Iterator<Item = &Value> {
    array.as_array().into_iter().flatten()
}

fn render_operation(document: &Value, path: &str, method: &str, operation: &Value) -> Markup {
    let is_signed_in = elements(&operation["security"]).next().is_some();
    let has_parameters = elements(&operation["parameters"]).next().is_some();
    html! {
        details id=(text(&operation["operationId"])) {
            summary {
                code { (method.to_uppercase()) " " (path) } " " (text(&operation["summary"]))
            }
            p { @if is_signed_in { "Signed in." } @else { "Open to everybody." } }
            @if has_parameters {
                h3 { "Parameters" }
                table { @for it in elements(&operation["parameters"]) { (render_parameter(it)) } }
            }
            @if let Some(body) = operation.get("requestBody") {
                h3 { "Body" }
                (prose(&body["description"]))
                (render_contents(body))
            }
            h3 { "Answers" }
            table {
                @for (status, answer) in members(&operation["responses"]) {
                    (render_answer(status, resolved(document, answer)))
                }
            }
        }
    }
}

fn render_parameter(parameter: &Value) -> Markup {
    html! {
        tr {
            td { code { (text(&parameter["name"])) } }
            td { (text(&parameter["in"])) @if parameter["required"] == true { ", required" } }
            td { (kind(&parameter["schema"])) }
            td { (text(&parameter["description"])) }
        }
    }
}

fn render_answer(status: &str, answer: &Value) -> Markup {
    let headers: Vec<_> =
        members(&answer["headers"]).map(|(name, _)| html! { code { (name) } }).collect();
    html! {
        tr {
            th { (status) }
            td {
                (text(&answer["description"]))
                @if !headers.is_empty() { br; "Headers: " (joined(&headers, ", ")) }
                (render_contents(answer))
            }
        }
    }
}

/// What a `$ref` stands for.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    let pointer = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}

/// Each media type of a body, its schema, and its example.
fn render_contents(body: &Value) -> Markup {
    html! {
        @for (media_type, content) in members(&body["content"]) {
            br;
            code { (media_type) } ": "
            @match content.get("x-line-schema") {
                Some(line) => { "a line each: " (kind(line)) }
                None => (kind(&content["schema"])),
            }
            @match content.get("example") {
                Some(Value::String(text)) => pre { (text) },
                Some(other) => pre { (serde_json::to_string_pretty(other).unwrap_or_default()) },
                None => {}
            }
        }
    }
}

fn render_schema(schema: &Value) -> Markup {
    let is_required = |name: &String| elements(&schema["required"]).any(|it| it == name);
    html! {
        (prose(&schema["description"]))
        @if schema["properties"].is_object() {
            table {
                @for (name, shape) in members(&schema["properties"]) {
                    tr {
                        td { code { (name) } }
                        td { @if is_required(name) { "required" } }
                        td { (kind(shape)) }
                        td { (text(&shape["description"])) }
                    }
                }
            }
        } @else {
            p { (kind(schema)) }
        }
    }
}

/// A schema in a few words, with a link where it has a name.
fn kind(schema: &Value) -> Markup {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return html! { a href={ "#" (name) } { (name) } };
    }
    let choices: Vec<_> = elements(&schema["oneOf"])
        .map(kind)
        .chain(elements(&schema["enum"]).map(|it| html! { code { (text(it)) } }))
        .collect();
    if !choices.is_empty() {
        return joined(&choices, " or ");
    }
    html! {
        (schema["type"].as_str().unwrap_or("anything"))
        @if let Some(items) = schema.get("items") { " of " (kind(items)) }
        @for (word, said) in LIMITS {
            @if let Some(value) = schema.get(word) { ", " (said) code { (text(value)) } }
        }
    }
}

/// What limits a value, and how the page says it.
const LIMITS: [(&str, &str); 8] = [
    ("format", ""),
    ("minimum", "from "),
    ("maximum", "to "),
    ("minLength", "at least "),
    ("maxLength", "at most "),
    ("maxItems", "at most "),
    ("default", "unless given "),
    ("pattern", "like "),
];

fn joined(parts: &[Markup], separator: &str) -> Markup {
    html! {
        @for (index, part) in parts.iter().enumerate() {
            @if index > 0 { (separator) }
            (part)
        }
    }
}

fn text(value: &Value) -> Cow<'_, str> {
    match value {
        Value::Null => "".into(),
        Value::String(text) => text.into(),
        other => other.to_string().into(),
    }
}

/// A paragraph, in which what is between backticks is code.
fn prose(value: &Value) -> Markup {
    let text = text(value);
    html! {
        @if !text.is_empty() {
            p {
                @for (index, part) in text.split('`').enumerate() {
                    @if index % 2 == 1 { code { (part) } } @else { (part) }
                }
            }
        }
    }
}
