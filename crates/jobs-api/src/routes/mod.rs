//! The endpoints, by surface: the API, the transparency log, the pages for people, what is said of
//! the server, and what the old dashboard had.

/// Declares the files of a surface and collects their endpoints: a new file is one line there.
///
/// `cargo fmt` does not look into macros for modules, so `cargo xtask ci fmt` formats these files
/// by name.
macro_rules! surface {
    ($($file:ident),+ $(,)?) => {
        $(mod $file;)+

        /// The endpoints of this surface, in the order in which they are documented.
        pub(super) fn endpoints() -> Vec<crate::endpoint::Endpoint> {
            let each = [$($file::endpoints()),+];
            each.into_iter().flatten().collect()
        }
    };
}

mod legacy;
mod log;
mod pages;
mod server;
mod v1;

use std::sync::LazyLock;

use axum::http::HeaderMap;
use serde_json::Value;

use crate::endpoint::Endpoint;
use crate::response::problem::Problem;

/// How answers to the paths of a surface differ from all others, whether an endpoint gave them or
/// not.
pub(crate) struct Surface {
    /// Whether a path belongs to it, whether an endpoint has that path or not.
    pub(crate) owns: fn(path: &str) -> bool,
    /// The body that says what a problem is.
    pub(crate) body_of: fn(path: &str, problem: &Problem) -> Value,
    /// Adds headers.
    pub(crate) mark: fn(path: &str, headers: &mut HeaderMap),
}

/// The surface to which `path` belongs, if that surface has its own style.
pub(crate) fn surface_of(path: &str) -> Option<&'static Surface> {
    const SURFACES: [&Surface; 1] = [&legacy::SURFACE];
    SURFACES.into_iter().find(|surface| (surface.owns)(path))
}

/// Every endpoint, in the order in which they are documented.
#[must_use]
pub fn endpoints() -> &'static [Endpoint] {
    static ALL: LazyLock<Vec<Endpoint>> = LazyLock::new(|| {
        let surfaces = [
            v1::endpoints(),
            log::endpoints(),
            pages::endpoints(),
            server::endpoints(),
            legacy::endpoints(),
        ];
        surfaces.into_iter().flatten().collect()
    });
    &ALL
}

/// Whether the endpoint at `path` also answers a request for a host that this server does not know.
pub(crate) fn answers_any_host(path: &str) -> bool {
    endpoints().iter().any(|endpoint| endpoint.answers_any_host() && endpoint.path() == path)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use axum::http::Method;
    use jobs_auth::Role;

    use super::*;
    use crate::access::{Access, Scope};

    #[test]
    fn no_endpoint_is_declared_twice() {
        let ids: HashSet<_> = endpoints().iter().map(Endpoint::id).collect();
        assert_eq!(ids.len(), endpoints().len());
        let routes: HashSet<_> = endpoints().iter().map(|it| (it.method(), it.path())).collect();
        assert_eq!(routes.len(), endpoints().len());
        assert!(endpoints().iter().all(|it| !it.summary().is_empty()));
    }

    #[test]
    fn health_is_told_by_whatever_name_it_is_asked_for() {
        for path in ["/health", "/livez", "/readyz"] {
            assert!(answers_any_host(path), "{path}");
        }
        for path in ["/", "/health/", "/healthz", "/log/key", "/login", "/docs", "/nowhere"] {
            assert!(!answers_any_host(path), "{path}");
        }
    }

    #[test]
    fn an_operator_sees_their_own_jobs_alone() {
        let everybodys = [Access::SIGNED_IN, Access::Everybody, Access::LogReaders];
        for endpoint in endpoints() {
            let scope = endpoint.scope(Role::Operator);
            let is_everybodys = everybodys.contains(&endpoint.access());
            assert_eq!(scope == Scope::All, is_everybodys, "{endpoint:?}");
        }
    }

    #[test]
    fn an_auditor_changes_nothing_and_an_admin_may_do_everything() {
        for endpoint in endpoints() {
            let changes = endpoint.method() != Method::GET && endpoint.access() != Access::ONESELF;
            let changes = changes || endpoint.access() == Access::ADMIN;
            if endpoint.access() != Access::Everybody {
                assert_eq!(
                    endpoint.scope(Role::Auditor) == Scope::Nothing,
                    changes,
                    "{endpoint:?}"
                );
            }
            assert_ne!(endpoint.scope(Role::Admin), Scope::Nothing, "{endpoint:?}");
        }
    }
}
