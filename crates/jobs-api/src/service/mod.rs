//! The API as a service: what every request meets before it is routed, and every answer gets.

mod body_headers;
mod cut_off;
mod envelope;
mod prefix;
mod serve;

use axum::Router;
use axum::http::Method;

use crate::App;
use crate::routes::endpoints;

pub use self::envelope::Enveloped;
pub use self::serve::serve;

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
