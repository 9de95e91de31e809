//! `/health`: the old dashboard's answer that it is well.
use utoipa::ToSchema;

use super::{LegacyError, no_such_method};
use crate::access::Access;
use crate::describe::Tag;
use crate::endpoint::Endpoint;
use crate::response::reply::Json;
use serde::Serialize;

pub(super) const PATH: &str = "/health";

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("health", PATH, health)
            .does("the old dashboard's answer that it is well", Access::Everybody)
            .tagged(Tag::Server)
            .for_any_host()
            .answers("It is well.")
            .or(405, no_such_method::<LegacyError>()),
    ]
}

#[derive(Serialize, ToSchema)]
#[schema(as = Health)]
struct Healthy {
    status: &'static str,
    service: &'static str,
}

/// Word for word, for the monitors that compare it.
async fn health() -> Json<Healthy> {
    Json(Healthy { status: "healthy", service: "TMS Dashboard" })
}
