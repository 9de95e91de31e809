//! `GET /v1/stats`: how many jobs there are, by status, action, user and day.

use axum::extract::State;
use jobs_core::{Stats, StatsQuery, UserId};

use crate::access::{Access, Grant};
use crate::endpoint::Endpoint;
use crate::ledger::Ledger;
use crate::request::if_none_match::IfNoneMatch;
use crate::request::query::{Limit, Query, query};
use crate::response::etag::{EntityTag, Tagged};
use crate::response::problem::Problem;
use crate::response::reply::Json;

pub(super) fn endpoints() -> Vec<Endpoint> {
    vec![
        Endpoint::get("readStats", "/v1/stats", stats)
            .does("counts jobs, by status, action, user and day", Access::READ)
            .answers("The counts.")
            .with_answer(|answer| answer.header("ETag", "Of the ledger's head.")),
    ]
}

query! {
    /// Which jobs to count.
    struct CountQuery {
        /// One user's jobs alone.
        user_id: Option<UserId>,
        /// How many there are on a page, at most.
        limit: Limit<50, 500>,
    }
}

async fn stats(
    State(ledger): State<Ledger>,
    grant: Grant,
    query: Query<CountQuery>,
    known: IfNoneMatch,
) -> Result<Tagged<Json<Stats>>, Problem> {
    let CountQuery { user_id, limit } = query.values;
    let query = StatsQuery { user_id: grant.restrict(user_id)?, limit: limit.get() };
    // A dashboard asks again and again, and mostly nothing has happened.
    let tag = EntityTag::new(&ledger.store().head().await?, grant.only_user())?;
    if known.has(&tag) {
        return Ok(tag.not_modified());
    }
    let stats = ledger.store().stats(&query).await?;
    // Of the very head that was counted, which may be a later one.
    Ok(EntityTag::new(&stats.head, grant.only_user())?.of(Json(stats)))
}
