//! The leaves of random entries: they are canonical JSON, and are read back as the same facts.

use jobs_core::backend::restore;
use jobs_core::{
    ActionCode, ActionName, BatchId, Cause, Cid, ClusterUrl, CustomerSet, Draft, ErrorMessage,
    HttpStatus, INTEGER_MAX, ImportedJob, JobFacts, JobId, NewJob, NewNote, NoteText, Original,
    Outcomes, RequestPayload, ResponseSummary, Source, Status, StatusChange, StatusDetails,
    Timestamp, UserId,
};
use proptest::collection::{btree_map, vec};
use proptest::option::of;
use proptest::prelude::{Just, Strategy, any, prop_oneof, proptest};
use proptest::sample::select;

use super::reading::assert_read_back;
use super::{customers, id, oracle, outcome, request_key};

/// Any characters, among them those that JSON escapes and those that sort differently in UTF-16.
fn characters(controls: bool) -> impl Strategy<Value = String> {
    let special =
        select(vec!['"', '\\', '/', '\u{7f}', '\u{2028}', '\u{e000}', '\u{1f600}', '\u{fffd}']);
    let control = prop_oneof![
        proptest::char::range('\u{1}', '\u{1f}'),
        Just('\n'),
        Just('\u{8}'),
        Just('\u{c}')
    ];
    vec(prop_oneof![any::<char>(), special, control], 1..30).prop_map(move |chars| {
        let kept = |c: &char| *c != '\0' && (controls || !c.is_control());
        chars.into_iter().filter(kept).collect()
    })
}

fn name() -> impl Strategy<Value = String> {
    let seen = |text: String| jobs_core::without_unseen(&text).into_owned();
    characters(false).prop_map(seen).prop_filter("not empty", |name| !name.is_empty())
}

/// Texts on both sides of the length at which they leave the leaf.
fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        characters(true),
        Just(String::new()),
        (250..262_usize).prop_map(|length| "\u{1f}".repeat(length)),
        (characters(true), 1..40_usize).prop_map(|(text, times)| text.repeat(times)),
    ]
}

fn details() -> impl Strategy<Value = StatusDetails> {
    let cause = select(Cause::ALL.to_vec())
        .prop_filter("is no import's", |cause| *cause != Cause::Imported);
    let basis = cause.prop_flat_map(|cause| (Just(cause), select(cause.statuses())));
    (basis, of(100..600_u16), of(text()), of(text())).prop_map(
        |((cause, status), code, error, summary)| StatusDetails {
            status,
            cause,
            http_status: code.map(|code| HttpStatus::new(code).unwrap()),
            error_message: error.map(|text| ErrorMessage::new(text).unwrap()),
            response_summary: summary.map(|text| ResponseSummary::new(text).unwrap()),
        },
    )
}

fn facts() -> impl Strategy<Value = JobFacts> {
    let largest = i64::try_from(INTEGER_MAX).unwrap();
    (name(), of(name()), of(name()), -largest..=largest, name(), of(name())).prop_map(
        |(user_id, submitted_by, batch_id, action_code, action_name, cluster_url)| JobFacts {
            submitted_by: submitted_by
                .filter(|name| *name != user_id)
                .map(|name| UserId::new(name).unwrap()),
            user_id: UserId::new(user_id).unwrap(),
            batch_id: batch_id.map(|text| BatchId::new(text).unwrap()),
            action_code: ActionCode::new(action_code).unwrap(),
            action_name: ActionName::new(action_name).unwrap(),
            cluster_url: cluster_url.map(|text| ClusterUrl::new(text).unwrap()),
        },
    )
}

fn moment() -> impl Strategy<Value = Timestamp> {
    let all = Timestamp::MIN.as_micros()..=Timestamp::MAX.as_micros();
    let seconds = (0..=4_000_000_000_i64).prop_map(|seconds| seconds * 1_000_000);
    prop_oneof![all, seconds].prop_map(|micros| Timestamp::from_micros("time", micros).unwrap())
}

fn set() -> impl Strategy<Value = CustomerSet> {
    vec(name(), 1..9).prop_map(|names| {
        CustomerSet::new(names.into_iter().map(|name| Cid::new(name).unwrap())).unwrap()
    })
}

fn created() -> impl Strategy<Value = Draft> {
    let source = select(Source::ALL.to_vec());
    (facts(), set(), of(text()), source, any::<[bool; 2]>()).prop_map(
        |(facts, set, payload, source, [retry, keyed])| {
            NewJob::from_facts(JobId::mint(), facts, set)
                .unwrap()
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_source(source)
                .with_retry_of(retry.then(|| id('1')))
                .with_request_key(request_key().filter(|_| keyed))
                .into()
        },
    )
}

fn imported() -> impl Strategy<Value = Draft> {
    let set = prop_oneof![Just(customers(&[])), set()];
    let optional = (of(moment()), of(text()), of(text()));
    (facts(), set, moment(), details(), optional).prop_map(
        |(facts, set, created_at, details, (updated_at, payload, original))| {
            ImportedJob::new(id('2'), facts, set, created_at, details)
                .with_updated_at(updated_at)
                .with_request_payload(payload.map(|text| RequestPayload::new(text).unwrap()))
                .with_original(original.map(|text| Original::new(text).unwrap()))
                .into()
        },
    )
}

fn changed() -> impl Strategy<Value = Draft> {
    let status = select(vec![Status::Success, Status::Failed, Status::Unconfirmed]);
    let outcomes = btree_map(name(), (status, of(characters(true))), 0..6);
    (name(), details(), outcomes).prop_map(|(actor, details, outcomes)| {
        let outcomes = outcomes
            .iter()
            .map(|(cid, (status, message))| outcome(cid, *status, message.as_deref()));
        let outcomes = Outcomes::new(outcomes).unwrap();
        let actor = UserId::new(actor).unwrap();
        let request_key = request_key().filter(|_| details.http_status.is_some());
        StatusChange { job_id: id('3'), actor, details, outcomes, request_key }.into()
    })
}

fn noted() -> impl Strategy<Value = Draft> {
    let text = text().prop_filter("not empty", |text| !text.is_empty());
    (name(), text, any::<bool>()).prop_map(|(actor, text, keyed)| {
        let note = NewNote::new(id('3'), UserId::new(actor).unwrap(), NoteText::new(text).unwrap());
        NewNote { request_key: request_key().filter(|_| keyed), ..note }.into()
    })
}

proptest! {
    #[test]
    fn every_leaf_is_canonical_json(
        draft in prop_oneof![created(), imported(), changed(), noted()],
        index in 0..INTEGER_MAX,
        recorded_at in moment(),
        previous in of(0..INTEGER_MAX),
    ) {
        let entry = restore(index, recorded_at, previous, draft);
        assert_eq!(
            String::from_utf8(entry.leaf()).unwrap(),
            String::from_utf8(oracle(&entry)).unwrap()
        );
    }

    #[test]
    fn every_leaf_is_read_back(
        draft in prop_oneof![created(), imported(), changed(), noted()],
        index in 1..INTEGER_MAX,
        recorded_at in moment(),
    ) {
        // As the sequencer has it: what creates no job has an entry before it, and nothing else.
        let is_later = matches!(draft, Draft::StatusChanged(_) | Draft::NoteAdded(_));
        let previous = is_later.then_some(index - 1);
        assert_read_back(&restore(index, recorded_at, previous, draft));
    }
}
