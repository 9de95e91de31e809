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

use axum::Router;
use axum::http::{HeaderMap, Method};
use serde_json::Value;

use crate::App;
use crate::endpoint::{Endpoint, endpoints};
use crate::response::envelope::{self, Enveloped};
use crate::response::problem::Problem;

/// How answers to the paths of a surface differ from all others, whether an endpoint gave them or
/// not.
pub(crate) struct Surface {
    /// Whether a path is one of its own, known or not.
    pub(crate) owns: fn(path: &str) -> bool,
    /// The body that says what a problem is.
    pub(crate) body_of: fn(path: &str, problem: &Problem) -> Value,
    /// Adds headers.
    pub(crate) mark: fn(path: &str, headers: &mut HeaderMap),
}

/// The surface with a style of its own to which `path` belongs.
pub(crate) fn surface_of(path: &str) -> Option<&'static Surface> {
    const SURFACES: [&Surface; 1] = [&legacy::SURFACE];
    SURFACES.into_iter().find(|surface| (surface.owns)(path))
}

/// Every endpoint, in the order in which they are documented.
pub(crate) fn declared() -> Vec<Endpoint> {
    [
        v1::endpoints(),
        log::endpoints(),
        pages::endpoints(),
        server::endpoints(),
        legacy::endpoints(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// The whole API over `app`.
#[must_use]
pub fn router(app: App) -> Enveloped {
    // The header `Allow` of a `405` names the methods of a path in this order.
    let (reads, changes): (Vec<_>, Vec<_>) =
        endpoints().iter().partition(|endpoint| endpoint.method() == Method::GET);
    let router = reads
        .into_iter()
        .chain(changes)
        .fold(Router::new(), |router, endpoint| router.route(endpoint.path(), endpoint.route(&app)))
        .fallback(envelope::unknown_path)
        .method_not_allowed_fallback(envelope::unknown_method)
        .with_state(app.clone());
    Enveloped::of(app, router)
}
