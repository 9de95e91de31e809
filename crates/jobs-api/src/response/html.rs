//! Pages of HTML that load nothing from other hosts and run no scripts.

use axum::body::Body;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE, REFERRER_POLICY, X_FRAME_OPTIONS};
use axum::http::{HeaderValue, StatusCode};
use axum::response::Response;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use sha2::{Digest as _, Sha256};

/// The policy of pages with this style: it allows the style, by its hash, and forms that lead here;
/// nothing else.
pub(crate) fn policy(style: &str) -> HeaderValue {
    let hash = STANDARD.encode(Sha256::digest(style));
    let policy = format!(
        "default-src 'none'; style-src 'sha256-{hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}

/// A whole document.
pub(crate) fn document(title: &str, style: &'static str, body: &Markup) -> String {
    let document = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                title { (title) }
                meta name="viewport" content="width=device-width,initial-scale=1";
                style { (PreEscaped(style)) }
            }
            body { main { h1 { (title) } (body) } }
        }
    };
    document.into_string()
}

/// An answer with a document, under a policy.
pub(crate) fn answer(status: StatusCode, html: impl Into<Body>, policy: &HeaderValue) -> Response {
    let mut response = Response::new(html.into());
    *response.status_mut() = status;
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CONTENT_SECURITY_POLICY, policy.clone());
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    // Not `no-referrer`: with that, browsers send `Origin: null` along with our own forms.
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_document_escapes_what_it_is_given() {
        let text = r#"</title><script>alert("x")</script>&'"#;
        let body = html! { p title=(text) { (text) } };
        let document = document(text, "p{color:red}", &body);
        let escaped = "&lt;/title&gt;&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;&amp;'";
        assert_eq!(document.matches(escaped).count(), 4, "{document}");
        assert!(!document.contains("<script"), "{document}");
        assert!(document.contains("<style>p{color:red}</style>"), "{document}");
    }
}
