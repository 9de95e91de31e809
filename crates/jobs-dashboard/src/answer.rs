//! Which request gets which file, and under which headers.

use bytes::Bytes;
use http::header::{
    ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE,
    REFERRER_POLICY, VARY, X_FRAME_OPTIONS,
};
use http::{HeaderMap, HeaderName, HeaderValue, Response};

use crate::files::{FILES, File};

/// Where the files are, below the prefix; the next segment is their version.
const ASSETS: &str = "/assets/";

/// The template of every page: a shell, whose script shows what the address asks for.
const SHELL: &str = "index.html";

/// The first segments of the addresses of pages. `/` is one as well.
const PAGES: [&str; 8] =
    ["jobs", "customers", "set-action", "overview", "account", "admin", "help", "compare"];

/// The page loads its own files and talks to its own server, and nothing else: no script or style
/// stands in a document, no text becomes code, and no other site may frame it.
const POLICY: HeaderValue = HeaderValue::from_static(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
     connect-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; \
     base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'",
);

const CROSS_ORIGIN_OPENER_POLICY: HeaderName =
    HeaderName::from_static("cross-origin-opener-policy");

/// A file whose address has its version never changes.
const FOREVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
/// The shell names the newest version.
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("no-cache");

/// The answer to `GET path`, where `prefix` is the path under which a proxy shows the server
/// (`/ledger`, or empty). `None` if the dashboard has no such page and no such file.
///
/// Pages are the same for every caller, signed in or not: what they show comes from the API.
#[must_use]
pub fn answer(path: &str, prefix: &str, headers: &HeaderMap) -> Option<Response<Bytes>> {
    if let Some(asset) = path.strip_prefix(ASSETS) {
        let (version, path) = asset.split_once('/')?;
        // Files of another version may not fit the shell that asks for them.
        let file = FILES.by_path.get(path).filter(|_| version == FILES.version)?;
        return Some(asset_answer(file, headers));
    }
    is_shell(path).then(|| shell(prefix))?
}

/// Whether [`answer`] answers at `path`, or would at some path with the same first segment; makes
/// no answer.
#[must_use]
pub fn is_page(path: &str) -> bool {
    path.starts_with(ASSETS) || is_shell(path)
}

fn is_shell(path: &str) -> bool {
    let first = path.strip_prefix('/').and_then(|rest| rest.split('/').next());
    path == "/" || first.is_some_and(|first| PAGES.contains(&first))
}

fn asset_answer(file: &File, headers: &HeaderMap) -> Response<Bytes> {
    let is_compressed = takes_gzip(headers);
    let body = if is_compressed { &file.gzip } else { &file.plain };
    let mut response = Response::new(body.clone());
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static(file.content_type));
    headers.insert(CACHE_CONTROL, FOREVER);
    headers.insert(VARY, HeaderValue::from_static("accept-encoding"));
    if is_compressed {
        headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    }
    response
}

/// Whether `Accept-Encoding` names gzip, and not with `q=0` (RFC 9110 §12.5.3).
fn takes_gzip(headers: &HeaderMap) -> bool {
    let values = headers.get_all(ACCEPT_ENCODING).iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|item| {
        let mut parts = item.split(';').map(str::trim);
        let is_gzip = parts.next().is_some_and(|name| name.eq_ignore_ascii_case("gzip"));
        let weight = parts.next().and_then(|weight| weight.strip_prefix("q="));
        is_gzip && weight.is_none_or(|weight| weight.parse().is_ok_and(|weight: f32| weight > 0.0))
    })
}

fn shell(prefix: &str) -> Option<Response<Bytes>> {
    let template = std::str::from_utf8(&FILES.by_path.get(SHELL)?.plain).ok()?;
    let assets = format!("{prefix}{ASSETS}{}", FILES.version);
    let html = template.replace("{{assets}}", &assets).replace("{{prefix}}", prefix);
    let mut response = Response::new(Bytes::from(html));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(CACHE_CONTROL, ASK_AGAIN);
    headers.insert(CONTENT_SECURITY_POLICY, POLICY);
    headers.insert(X_FRAME_OPTIONS, HeaderValue::from_static("DENY"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("same-origin"));
    headers.insert(CROSS_ORIGIN_OPENER_POLICY, HeaderValue::from_static("same-origin"));
    Some(response)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn get(path: &str, prefix: &str) -> Option<Response<Bytes>> {
        answer(path, prefix, &HeaderMap::new())
    }

    #[test]
    fn every_page_is_the_shell_and_other_paths_are_not_its() {
        for path in ["/", "/jobs", "/jobs/x", "/jobs/x/compare/y", "/set-action", "/help/proof"] {
            let response = get(path, "").unwrap_or_else(|| panic!("{path}"));
            assert_eq!(response.headers()[CONTENT_TYPE], "text/html; charset=utf-8", "{path}");
            assert_eq!(response.headers()[CONTENT_SECURITY_POLICY], POLICY);
            assert!(is_page(path), "{path}");
        }
        for path in ["/v1/jobs", "/log/key", "/login", "/jobsx", "/assets/main.js", "", "*"] {
            assert!(get(path, "").is_none(), "{path}");
            assert_eq!(is_page(path), path == "/assets/main.js", "{path}");
        }
    }

    #[test]
    fn the_shell_leads_to_its_files_under_the_prefix() {
        let shell = get("/jobs", "/ledger").unwrap();
        let html = std::str::from_utf8(shell.body()).unwrap();
        assert!(!html.contains("{{"), "{html}");
        let addresses = html.split('"').filter(|text| text.contains("/assets/"));
        let addresses: Vec<&str> = addresses.collect();
        assert!(addresses.len() > 2, "{html}");
        for address in addresses {
            let path = address.strip_prefix("/ledger").unwrap();
            let file = get(path, "/ledger").unwrap_or_else(|| panic!("{address}"));
            assert_eq!(file.headers()[CACHE_CONTROL], FOREVER);
        }
    }

    #[test]
    fn a_file_of_another_version_is_not_there() {
        let version = &FILES.version;
        assert!(get(&format!("/assets/{version}/main.js"), "").is_some());
        assert!(get("/assets/0000000000000000/main.js", "").is_none());
        assert!(get(&format!("/assets/{version}/../src/lib.rs"), "").is_none());
    }

    #[test]
    fn a_file_is_compressed_for_those_who_take_it() {
        for (accepted, is_compressed) in [
            ("gzip", true),
            ("br, GZIP;q=0.5", true),
            ("gzip;q=0", false),
            ("br", false),
            ("gzipped", false),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_ENCODING, HeaderValue::from_static(accepted));
            let path = format!("/assets/{}/main.js", FILES.version);
            let response = answer(&path, "", &headers).unwrap();
            assert_eq!(response.headers().contains_key(CONTENT_ENCODING), is_compressed);
            assert_eq!(response.body().starts_with(&[0x1f, 0x8b]), is_compressed, "{accepted}");
        }
    }
}
