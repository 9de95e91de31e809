//! `/v1/…`: the API.

pub(super) mod retry_of;
pub(super) mod submission;

surface! {
    jobs,
    stats,
    job,
    status,
    notes,
    retry,
    proof,
    entries,
    stream,
    bulk,
    customer,
    diff,
    export,
    meta,
}
