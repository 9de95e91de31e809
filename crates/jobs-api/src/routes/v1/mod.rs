//! `/v1/…`: the API.

pub(super) mod retry_of;
pub(super) mod submission;

surface! {
    jobs,
    stats,
    job,
    overview,
    outcomes,
    overlaps,
    evidence,
    status,
    notes,
    set_actions,
    retry,
    proof,
    entries,
    stream,
    bulk,
    customer,
    diff,
    export,
    meta,
    verification,
    sign_in,
    account,
    account_sessions,
    account_tokens,
    users,
    tokens,
}
