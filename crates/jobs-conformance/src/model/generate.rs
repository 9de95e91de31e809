//! Random operations over small pools of values, so that they affect each other.

use jobs_core::merkle::Hash;
use jobs_core::{
    ActionCode, ActionName, AnyOf, BatchId, Cause, Cid, ClusterUrl, CustomerQuery, CustomerSet,
    Draft, ErrorMessage, HttpStatus, ImportedJob, Index, JobFacts, JobFilter, JobId, JobIdPrefix,
    JobQuery, NewJob, NewNote, NoteText, Order, Original, Outcome, OutcomeMessage, Outcomes,
    PageLimit, RequestKey, RequestPayload, ResponseSummary, Source, StatsQuery, Status,
    StatusChange, StatusDetails, Timestamp, UserId,
};
use proptest::collection::{btree_map, vec};
use proptest::option::{of, weighted};
use proptest::prelude::{Just, Strategy, prop_oneof};
use proptest::sample::select;

use super::{Moment, Op, Span};
use crate::support::{cid, job_id, later, limit, time};

/// Lists of up to `count_max` operations, about half of them appends.
pub fn operations(count_max: usize) -> impl Strategy<Value = Vec<Op>> {
    vec(operation(), 1..=count_max)
}

fn operation() -> impl Strategy<Value = Op> {
    prop_oneof![
        8 => vec(draft(), 1..4).prop_map(Op::Append),
        1 => vec(draft(), 4..20).prop_map(Op::Append),
        1 => Just(Op::Head),
        1 => (index(), page_limit()).prop_map(|(from, limit)| Op::Entries(from, limit)),
        1 => id().prop_map(Op::Job),
        3 => (query(), span()).prop_map(|(query, span)| Op::Jobs(query, span)),
        2 => (query(), span()).prop_map(|(query, span)| Op::Walk(query, span)),
        2 => (id(), weighted(0.7, customer()), page_limit()).prop_map(|(id, after, limit)| {
            Op::Customers(id, CustomerQuery { after, limit })
        }),
        1 => (weighted(0.5, user()), page_limit()).prop_map(|(user_id, limit)| {
            Op::Stats(StatsQuery { user_id, limit })
        }),
    ]
}

/// IDs that begin alike for longer or shorter.
fn id() -> impl Strategy<Value = JobId> + Clone {
    const NUMBERS: [u32; 12] =
        [0, 1, 2, 0xF, 0x10, 0x11, 0x20, 0x100, 0x101, 0x1000, 0xFFFF_0000, 0xFFFF_FFFF];
    select(NUMBERS.to_vec()).prop_map(job_id)
}

/// Often a whole ID, or all but a few of its digits.
fn beginning() -> impl Strategy<Value = JobIdPrefix> + Clone {
    (id(), prop_oneof![1 => 1..36_usize, 3 => 26..=36_usize])
        .prop_map(|(id, length)| id.to_string()[..length].parse().unwrap())
}

/// Mostly no value, else often one.
fn any<T: Ord + std::fmt::Debug + 'static>(
    weight: f64,
    value: impl Strategy<Value = T> + Clone + 'static,
) -> impl Strategy<Value = AnyOf<T>> {
    let values = prop_oneof![2 => vec(value.clone(), 1), 1 => vec(value, 2..4)];
    weighted(weight, values)
        .prop_map(|values| AnyOf::new("values", values.unwrap_or_default()).unwrap())
}

fn customer() -> impl Strategy<Value = Cid> + Clone {
    select(vec!["5001", "15001", "a", "A", "é", "\u{1f600}", "%"]).prop_map(cid)
}

fn user() -> impl Strategy<Value = UserId> + Clone {
    select(vec!["vijay", "Vijay", "anna"]).prop_map(|name| UserId::new(name).unwrap())
}

fn action() -> impl Strategy<Value = ActionName> + Clone {
    select(vec!["PE-Enable", "pe-enable"]).prop_map(|name| ActionName::new(name).unwrap())
}

fn batch() -> impl Strategy<Value = BatchId> + Clone {
    select(vec!["x", "x x"]).prop_map(|name| BatchId::new(name).unwrap())
}

fn text() -> impl Strategy<Value = &'static str> + Clone {
    select(vec!["", "no", "'\"\\\r\n\u{1}é\u{1f600}"])
}

/// Mostly near the ledger's entries, sometimes far beyond.
fn index() -> impl Strategy<Value = Index> {
    prop_oneof![9 => 0..40_u64, 1 => select(vec![1_000, 1 << 63, u64::MAX])]
}

fn page_limit() -> impl Strategy<Value = PageLimit> {
    prop_oneof![3 => 1..6_usize, 1 => Just(PageLimit::MAX)].prop_map(limit)
}

fn status() -> impl Strategy<Value = Status> + Clone {
    select(Status::ALL.to_vec())
}

/// One of a few times of another system.
fn old_time() -> impl Strategy<Value = Timestamp> + Clone {
    let start = time("2026-01-28T15:04:53.003687Z");
    (0..3_i64).prop_map(move |micros| later(start, micros))
}

fn moment() -> impl Strategy<Value = Moment> {
    prop_oneof![
        old_time().prop_map(Moment::At),
        (0..40_u64, -1..2_i64).prop_map(|(index, micros)| Moment::Recorded(index, micros)),
    ]
}

fn span() -> impl Strategy<Value = Span> {
    (weighted(0.2, moment()), weighted(0.2, moment()))
        .prop_map(|(since, until)| Span { since, until })
}

fn query() -> impl Strategy<Value = JobQuery> {
    let order = select(vec![Order::NewestFirst, Order::OldestFirst]);
    (filter(), order, weighted(0.3, index()), page_limit())
        .prop_map(|(filter, order, after, limit)| JobQuery { filter, order, after, limit })
}

fn filter() -> impl Strategy<Value = JobFilter> {
    let state = (any(0.25, status()), any(0.1, cause()));
    let ids = (weighted(0.15, beginning()), weighted(0.1, id()));
    let terms = (any(0.2, user()), any(0.2, action()), any(0.25, customer()), any(0.2, batch()));
    (ids, state, terms, any(0.1, select(Source::ALL.to_vec()))).prop_map(
        |((job_id, retry_of), (status, cause), (user_id, action_name, cid, batch_id), source)| {
            JobFilter {
                job_id,
                user_id,
                status,
                cause,
                action_name,
                cid,
                batch_id,
                source,
                retry_of,
                since: None,
                until: None,
            }
        },
    )
}

fn draft() -> impl Strategy<Value = Draft> {
    prop_oneof![
        3 => new_job().prop_map(Draft::from),
        1 => import().prop_map(Draft::from),
        4 => change().prop_map(Draft::from),
        2 => note().prop_map(Draft::from),
    ]
}

fn facts() -> impl Strategy<Value = JobFacts> {
    let url = ClusterUrl::new("https://cluster.example").unwrap();
    (user(), of(user()), of(batch()), -1..3_i64, action(), of(Just(url))).prop_map(
        |(user_id, submitted_by, batch_id, code, action_name, cluster_url)| {
            let action_code = ActionCode::new(code).unwrap();
            JobFacts { user_id, submitted_by, batch_id, action_code, action_name, cluster_url }
        },
    )
}

fn new_job() -> impl Strategy<Value = NewJob> {
    let source = select(Source::ALL.to_vec());
    let optional = (of(text()), weighted(0.2, id()), request_key());
    (id(), facts(), vec(customer(), 1..6), source, optional).prop_map(
        |(id, facts, cids, source, (payload, retry_of, request_key))| {
            let customers = CustomerSet::new(cids).unwrap();
            NewJob::from_facts(id, facts, customers)
                .unwrap()
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_source(source)
                .with_retry_of(retry_of)
                .with_request_key(request_key)
        },
    )
}

/// Few fields vary, so that an import is often the repeat of another.
fn import() -> impl Strategy<Value = ImportedJob> {
    let cids = prop_oneof![Just(vec![]), vec(customer(), 0..4)];
    let details = prop_oneof![status().prop_map(StatusDetails::new), details()];
    let plain = JobFacts {
        user_id: UserId::new("vijay").unwrap(),
        submitted_by: None,
        batch_id: None,
        action_code: ActionCode::UNKNOWN,
        action_name: ActionName::new("pe-enable").unwrap(),
        cluster_url: None,
    };
    let facts = prop_oneof![Just(plain), facts()];
    let optional = (weighted(0.3, old_time()), weighted(0.3, text()), weighted(0.3, text()));
    (id(), facts, cids, old_time(), details, optional).prop_map(
        |(id, facts, cids, created_at, details, (updated_at, payload, original))| {
            let customers = CustomerSet::new(cids).unwrap();
            ImportedJob::new(id, facts, customers, created_at, details)
                .with_updated_at(updated_at)
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_original(original.map(|text| Original::new(text).unwrap()))
        },
    )
}

/// Often one that fits any status, so that many changes are accepted.
fn cause() -> impl Strategy<Value = Cause> + Clone {
    prop_oneof![Just(Cause::Reported), select(Cause::ALL.to_vec())]
}

fn details() -> impl Strategy<Value = StatusDetails> {
    let http_status = of(select(vec![200, 504]));
    let basis = (status(), cause());
    (basis, http_status, of(text()), of(text())).prop_map(
        |((status, cause), code, error, summary)| StatusDetails {
            status,
            cause,
            http_status: code.map(|code| HttpStatus::new(code).unwrap()),
            error_message: error.map(|text| ErrorMessage::new(text).unwrap()),
            response_summary: summary.map(|text| ResponseSummary::new(text).unwrap()),
        },
    )
}

/// Half of the changes say nothing but the status, so that repeats are common.
fn change() -> impl Strategy<Value = StatusChange> {
    let details = prop_oneof![status().prop_map(StatusDetails::new), details()];
    let outcomes = prop_oneof![3 => Just(Outcomes::default()), 1 => outcomes()];
    (id(), user(), details, outcomes, request_key()).prop_map(
        |(job_id, actor, details, outcomes, request_key)| StatusChange {
            job_id,
            actor,
            details,
            outcomes,
            request_key,
        },
    )
}

/// Few texts, so that notes often say what others have said.
fn note() -> impl Strategy<Value = NewNote> {
    let text = select(vec!["no", "'\"\\\r\n\u{1}é\u{1f600}"]);
    (id(), user(), text, request_key()).prop_map(|(job_id, actor, text, request_key)| NewNote {
        job_id,
        actor,
        text: NoteText::new(text).unwrap(),
        request_key,
    })
}

/// Few keys, so that many requests are sent again, with the same or other content.
fn request_key() -> impl Strategy<Value = Option<RequestKey>> {
    let key = |name: u32| RequestKey::from_hash(Hash::of(&name.to_be_bytes()));
    weighted(0.2, (0..4_u32).prop_map(key))
}

fn outcomes() -> impl Strategy<Value = Outcomes> {
    let status = select(vec![Status::Success, Status::Failed, Status::Unconfirmed]);
    btree_map(customer(), (status, of(text())), 0..4).prop_map(|by_customer| {
        let outcomes = by_customer.into_iter().map(|(cid, (status, text))| Outcome {
            cid,
            status,
            message: text.map(|text| OutcomeMessage::new(text).unwrap()),
        });
        Outcomes::new(outcomes).unwrap()
    })
}
