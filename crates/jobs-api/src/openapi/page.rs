//! The document as a page: every operation and every schema, with links between them, and no
//! scripts.

use std::fmt::Write as _;
use std::sync::LazyLock;

use axum::http::HeaderValue;
use serde_json::{Map, Value};
use utoipa::openapi::OpenApi;

use crate::response::html::{self, escape};

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
    let mut body = prose(&document["info"]["description"]);
    // Beside the page, under whatever prefix that is.
    body.push_str("<p>For programs: <a href=\"openapi.json\">openapi.json</a></p>");
    for tag in document["tags"].as_array().into_iter().flatten() {
        let _ = write!(body, "<h2>{}</h2>{}", text(&tag["name"]), prose(&tag["description"]));
        for (path, method, operation) in operations(&document) {
            if operation["tags"][0] == tag["name"] {
                body.push_str(&render_operation(&document, path, method, operation));
            }
        }
    }
    body.push_str("<h2>Schemas</h2>");
    for (name, schema) in members(&document["components"]["schemas"]) {
        let _ = write!(
            body,
            "<details id=\"{0}\" open><summary><code>{0}</code></summary>{1}</details>",
            escape(name),
            render_schema(schema)
        );
    }
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

fn render_operation(document: &Value, path: &str, method: &str, operation: &Value) -> String {
    let mut html = format!(
        "<details id=\"{}\"><summary><code>{} {}</code> {}</summary>",
        text(&operation["operationId"]),
        method.to_uppercase(),
        escape(path),
        text(&operation["summary"]),
    );
    let signed_in = operation["security"].as_array().is_some_and(|ways| !ways.is_empty());
    html.push_str(if signed_in { "<p>Signed in.</p>" } else { "<p>Open to everybody.</p>" });
    let parameters: Vec<String> =
        operation["parameters"].as_array().into_iter().flatten().map(render_parameter).collect();
    if !parameters.is_empty() {
        let _ = write!(html, "<h3>Parameters</h3><table>{}</table>", parameters.concat());
    }
    if let Some(body) = operation.get("requestBody") {
        let _ = write!(html, "<h3>Body</h3>{}{}", prose(&body["description"]), contents(body));
    }
    html.push_str("<h3>Answers</h3><table>");
    for (status, answer) in members(&operation["responses"]) {
        let answer = resolved(document, answer);
        let _ = write!(
            html,
            "<tr><th>{}</th><td>{}{}{}</td></tr>",
            escape(status),
            text(&answer["description"]),
            headers(answer),
            contents(answer)
        );
    }
    html + "</table></details>"
}

fn render_parameter(parameter: &Value) -> String {
    let needed = if parameter["required"] == true { ", required" } else { "" };
    format!(
        "<tr><td><code>{}</code></td><td>{}{needed}</td><td>{}</td><td>{}</td></tr>",
        text(&parameter["name"]),
        text(&parameter["in"]),
        kind(&parameter["schema"]),
        text(&parameter["description"]),
    )
}

/// What the parts of components stand for.
fn resolved<'d>(document: &'d Value, value: &'d Value) -> &'d Value {
    let pointer = value["$ref"].as_str().and_then(|reference| reference.strip_prefix('#'));
    pointer.and_then(|pointer| document.pointer(pointer)).unwrap_or(value)
}

fn headers(answer: &Value) -> String {
    let names: Vec<String> = members(&answer["headers"])
        .map(|(name, _)| format!("<code>{}</code>", escape(name)))
        .collect();
    if names.is_empty() { String::new() } else { format!("<br>Headers: {}", names.join(", ")) }
}

fn contents(holder: &Value) -> String {
    let mut html = String::new();
    for (media_type, content) in members(&holder["content"]) {
        let line = content.get("x-line-schema");
        let (each, shape) = line.map_or(("", &content["schema"]), |line| ("a line each: ", line));
        let _ = write!(html, "<br><code>{}</code>: {each}{}", escape(media_type), kind(shape));
        if let Some(example) = content.get("example") {
            let example = match example {
                Value::String(text) => text.clone(),
                other => serde_json::to_string_pretty(other).unwrap_or_default(),
            };
            let _ = write!(html, "<pre>{}</pre>", escape(&example));
        }
    }
    html
}

fn render_schema(schema: &Value) -> String {
    let about = prose(&schema["description"]);
    let Some(properties) = schema["properties"].as_object() else {
        return format!("{about}<p>{}</p>", kind(schema));
    };
    let required = schema["required"].as_array();
    let mut html = about + "<table>";
    for (name, shape) in properties {
        let needed = required.is_some_and(|required| required.iter().any(|it| it == name));
        let _ = write!(
            html,
            "<tr><td><code>{}</code></td><td>{}</td><td>{}</td><td>{}</td></tr>",
            escape(name),
            if needed { "required" } else { "" },
            kind(shape),
            text(&shape["description"]),
        );
    }
    html + "</table>"
}

/// A schema in a few words, with a link where it has a name.
fn kind(schema: &Value) -> String {
    if let Some(name) = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next()) {
        return format!("<a href=\"#{0}\">{0}</a>", escape(name));
    }
    if let Some(choices) = schema["oneOf"].as_array() {
        return choices.iter().map(kind).collect::<Vec<_>>().join(" or ");
    }
    if let Some(texts) = schema["enum"].as_array() {
        let texts: Vec<String> =
            texts.iter().map(|it| format!("<code>{}</code>", text(it))).collect();
        return texts.join(" or ");
    }
    let mut words = schema["type"].as_str().unwrap_or("anything").to_owned();
    if let Some(items) = schema.get("items") {
        let _ = write!(words, " of {}", kind(items));
    }
    for (word, said) in [
        ("format", ""),
        ("minimum", "from "),
        ("maximum", "to "),
        ("minLength", "at least "),
        ("maxLength", "at most "),
        ("maxItems", "at most "),
        ("default", "unless given "),
        ("pattern", "like "),
    ] {
        if let Some(value) = schema.get(word) {
            let _ = write!(words, ", {said}<code>{}</code>", text(value));
        }
    }
    words
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => escape(text),
        other => escape(&other.to_string()),
    }
}

/// A paragraph, in which what is between backticks is code.
fn prose(value: &Value) -> String {
    let text = text(value);
    let parts = text.split('`').enumerate();
    let marked: String = parts
        .map(
            |(number, part)| {
                if number % 2 == 1 { format!("<code>{part}</code>") } else { part.to_owned() }
            },
        )
        .collect();
    if marked.is_empty() { marked } else { format!("<p>{marked}</p>") }
}
