//! The path under which a proxy shows this server: taken off the requests, put before the links.
//!
//! ```text
//! browser ─ GET /ledger/v1/jobs ─► proxy ─ GET /v1/jobs, X-Forwarded-Prefix: /ledger ─► server
//!                                        ◄─ Link: </ledger/v1/jobs?cursor=…>; rel="next" ─┘
//! ```

use axum::http::header::{LINK, LOCATION};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderMap, HeaderValue, Uri};
use jobs_sign_in::PathPrefix;

use crate::Site;
use crate::routes::endpoints;

/// Takes the prefix off a request whose proxy has left it there, unless a path of ours begins like
/// that: then nobody can tell whether it was taken off already.
pub(crate) fn take_off(prefix: &PathPrefix, site: Option<Site>, uri: &mut Uri) {
    if prefix.is_empty() {
        return;
    }
    let Some(rest) = uri.path_and_query().and_then(|all| prefix.strip(all.as_str())) else {
        return;
    };
    let first = prefix.as_str().split('/').nth(1);
    let is_a_page = site.is_some_and(|site| (site.is_page)(uri.path()));
    if is_a_page || endpoints().iter().any(|it| it.path().split('/').nth(1) == first) {
        return;
    }
    let mut parts = uri.clone().into_parts();
    parts.path_and_query = PathAndQuery::try_from(&*rest).ok();
    *uri = Uri::from_parts(parts).unwrap_or_default();
}

/// Puts the prefix before the paths that the headers of an answer lead to.
pub(crate) fn put_before_links(prefix: &PathPrefix, headers: &mut HeaderMap) {
    for (name, value) in headers.iter_mut() {
        let before: &[u8] = match *name {
            LOCATION => b"",
            LINK => b"<",
            _ => continue,
        };
        let path = value.as_bytes().strip_prefix(before).filter(|path| path.starts_with(b"/"));
        let whole = path.map(|path| [before, prefix.as_str().as_bytes(), path].concat());
        if let Some(Ok(whole)) = whole.map(HeaderValue::try_from) {
            *value = whole;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn prefix(text: &str) -> PathPrefix {
        text.parse().unwrap()
    }

    /// No answer is made to find out whether a path is a page.
    const SITE: Site = Site {
        answer: |path, _, _| panic!("an answer to {path}"),
        is_page: |path| path.starts_with("/jobs"),
    };

    #[test]
    fn it_is_taken_off_where_it_cannot_be_a_path_of_ours() {
        let taken_off = |text: &str, uri: &str| {
            let mut uri = uri.parse().unwrap();
            take_off(&prefix(text), Some(SITE), &mut uri);
            uri.to_string()
        };
        assert_eq!(taken_off("/ledger", "/ledger/v1/jobs?limit=1"), "/v1/jobs?limit=1");
        assert_eq!(taken_off("/ledger", "http://x.test/ledger/"), "http://x.test/");
        assert_eq!(taken_off("/a/b", "/a/b/docs"), "/docs");
        assert_eq!(taken_off("/ledger", "/ledger"), "/");
        assert_eq!(taken_off("/ledger", "/ledger?a=/b"), "/?a=/b");
        for (text, as_it_is) in [
            ("/ledger", "/v1/jobs"),
            ("/ledger", "/ledgers/v1/jobs"),
            ("/ledger", "/ledgers"),
            ("/api", "/api/jobs/mine"),
            ("/v1/x", "/v1/x/jobs"),
            ("/jobs", "/jobs/7"),
            ("", "//v1/jobs"),
            ("/ledger", "*"),
        ] {
            assert_eq!(taken_off(text, as_it_is), as_it_is, "{text}");
        }
    }

    #[test]
    fn it_goes_before_paths_and_before_nothing_else() {
        let mut headers = HeaderMap::new();
        for (name, value) in [
            (LOCATION, "/v1/jobs/7"),
            (LINK, "</v1/jobs?cursor=x>; rel=\"next\""),
            (LINK, "<https://x.test/>; rel=\"help\""),
        ] {
            headers.append(name, HeaderValue::from_static(value));
        }
        put_before_links(&prefix("/ledger"), &mut headers);
        assert_eq!(headers[LOCATION], "/ledger/v1/jobs/7");
        let links: Vec<_> = headers.get_all(LINK).iter().collect();
        assert_eq!(links[0], "</ledger/v1/jobs?cursor=x>; rel=\"next\"");
        assert_eq!(links[1], "<https://x.test/>; rel=\"help\"");
    }
}
