//! Behaviours of texts: everything that the types allow is kept byte for byte, and found again.

use jobs_core::{
    ActionName, BatchId, Cid, ClusterUrl, CustomerSet, Draft, ErrorMessage, ImportedJob, JobFacts,
    JobFilter, JobStore, JobStoreExt, Original, OutcomeMessage, Outcomes, RequestPayload,
    ResponseSummary, Source, Status, StatusChange, StatusDetails, UserId,
};

use crate::support::{
    all_entries, append, append_all, bare_facts, change, cid, customers, ids, job_id, job_of,
    outcome, time,
};

/// Names that have broken something somewhere.
pub(crate) const HOSTILE: [&str; 43] = [
    "'; DROP TABLE jobs; --",
    "Robert'); DELETE FROM entries; --",
    "\" OR \"\"=\"",
    "x' OR 1=1 --",
    "`",
    "%",
    "%%",
    "_",
    "a%b_c",
    "\\",
    "\\'",
    "\\u0041",
    "[a-z]*?",
    "$1 ?1 :a @a",
    "x'00'",
    "NULL",
    "null",
    "true",
    "0",
    "-0",
    "00",
    "1e308",
    "0x10",
    "9223372036854775808",
    "inner  spaces",
    "{\"json\": [1, null]}",
    "[\"a\",\"b\"]",
    "a,b",
    "<script>alert(1)</script>",
    "https://example/?a=b&c=%20#d",
    "مرحبا بالعالم",
    "שָׁלוֹם",
    "日本語のテキスト",
    "\u{1f469}\u{1f3fd}",
    "\u{1d54a}\u{1d556}\u{1d565}",
    "\u{e9}",
    "e\u{301}",
    "\u{fb03}",
    "\u{130}i\u{131}I",
    "\u{df}",
    "\u{fffd}",
    "\u{e000}\u{10fffd}",
    "Z\u{336}a\u{334}l\u{335}g\u{337}o\u{338}",
];

/// What no name may hold.
const UNSEEN: &str = "\u{feff}\u{200d}\u{202e}\u{2028}\u{2029}\u{a0}\u{ad}\u{e0020}\u{fffa}\u{fffe}\u{ffff}\u{10ffff}";

/// Every hostile text in every field, and the job found again by it, and by nothing else.
pub async fn hostile_texts_are_kept_as_they_are(store: &dyn JobStore) {
    let mut drafts: Vec<Draft> = Vec::new();
    for (n, text) in (0..).step_by(2).zip(HOSTILE) {
        // Texts may hold control characters too, and what cannot be seen, but not NUL.
        let long = format!(" {text}\r\n\t\u{1}\u{1f}\u{7f}\u{85}{UNSEEN}{text}");
        drafts.push(hostile_job(n, text, &long));
        drafts.push(hostile_import(n + 1, text, &long));
        drafts.push(hostile_change(n, text, &long));
    }
    append_all(store, drafts.clone()).await;
    let recorded = all_entries(store).await;
    for (entry, draft) in recorded.iter().zip(&drafts) {
        assert_eq!(entry.draft(), draft);
    }
    for (n, text) in (0..).step_by(2).zip(HOSTILE) {
        let both = [job_id(n), job_id(n + 1)];
        for filter in [
            JobFilter { user_id: UserId::new(text).ok().into(), ..JobFilter::default() },
            JobFilter { action_name: ActionName::new(text).ok().into(), ..JobFilter::default() },
            JobFilter { batch_id: BatchId::new(text).ok().into(), ..JobFilter::default() },
            JobFilter { cid: Cid::new(text).ok().into(), ..JobFilter::default() },
        ] {
            assert_eq!(ids(store, filter.clone()).await, both, "{filter:?}");
        }
        assert_eq!(store.all_customers(job_id(n)).await.unwrap(), [cid(text)]);
    }
}

fn hostile_facts(text: &str) -> JobFacts {
    JobFacts {
        user_id: UserId::new(text).unwrap(),
        submitted_by: UserId::new(format!("{text}!")).ok(),
        action_name: ActionName::new(text).unwrap(),
        batch_id: Some(BatchId::new(text).unwrap()),
        cluster_url: Some(ClusterUrl::new(text).unwrap()),
        ..bare_facts()
    }
}

fn hostile_details(long: &str) -> StatusDetails {
    StatusDetails {
        error_message: Some(ErrorMessage::new(long).unwrap()),
        response_summary: Some(ResponseSummary::new(long).unwrap()),
        ..StatusDetails::new(Status::Failed)
    }
}

fn hostile_job(n: u32, text: &str, long: &str) -> Draft {
    jobs_core::NewJob::from_facts(job_id(n), hostile_facts(text), customers(&[text]))
        .unwrap()
        .with_source(Source::Api)
        .with_request_payload(Some(RequestPayload::new(long).unwrap()))
        .into()
}

fn hostile_import(n: u32, text: &str, long: &str) -> Draft {
    let created_at = time("2026-01-28T15:04:53Z");
    let facts = hostile_facts(text);
    let details = hostile_details(long);
    ImportedJob::new(job_id(n), facts, customers(&[text]), created_at, details)
        .with_request_payload(Some(RequestPayload::new(long).unwrap()))
        .with_original(Some(Original::new(long).unwrap()))
        .into()
}

fn hostile_change(n: u32, text: &str, long: &str) -> Draft {
    let actor = UserId::new(text).unwrap();
    let outcomes = Outcomes::new([outcome(text, Status::Failed, Some(long))]).unwrap();
    let details = hostile_details(long);
    StatusChange { job_id: job_id(n), actor, details, outcomes, request_key: None }.into()
}

/// Texts that look alike, or that some software folds together, are different customers, users and
/// labels.
pub async fn texts_that_look_alike_are_different(store: &dyn JobStore) {
    let alike = [
        "\u{e9}", "e\u{301}", "E\u{301}", "e", "\u{435}", "ss", "\u{df}", "\u{1e9e}", "\u{fb00}",
        "ff", "I", "i", "\u{131}", "\u{130}", "a", "a a", "a  a", "A", "1", "01", "1.0", "\u{661}",
        "\u{ff11}", "+1",
    ];
    // All of them in one job, and each in a separate one.
    append(store, job_of(0, customers(&alike))).await;
    assert_eq!(store.job(job_id(0)).await.unwrap().unwrap().job.customer_count, alike.len());
    let jobs = (1..).zip(alike).map(|(n, text)| {
        let JobFacts { user_id, batch_id, action_code, action_name, .. } = hostile_facts(text);
        let job = jobs_core::NewJob::new(user_id, action_code, action_name, customers(&[text]));
        job.unwrap().with_job_id(job_id(n)).with_batch_id(batch_id).into()
    });
    append_all(store, jobs.collect()).await;
    for (n, text) in (1..).zip(alike) {
        let filter = JobFilter { cid: Cid::new(text).ok().into(), ..JobFilter::default() };
        assert_eq!(ids(store, filter).await, [job_id(0), job_id(n)], "cid {text:?}");
        for filter in [
            JobFilter { user_id: UserId::new(text).ok().into(), ..JobFilter::default() },
            JobFilter { action_name: ActionName::new(text).ok().into(), ..JobFilter::default() },
            JobFilter { batch_id: BatchId::new(text).ok().into(), ..JobFilter::default() },
        ] {
            assert_eq!(ids(store, filter.clone()).await, [job_id(n)], "{filter:?}");
        }
    }
}

/// Each text as long as it may be, of one-byte and of four-byte characters; one byte more cannot be
/// built.
pub async fn texts_at_their_limit_are_kept(store: &dyn JobStore) {
    for (n, unit) in (0..).zip(["x", "\u{1f600}", "\""]) {
        let text = |bytes_max: usize| unit.repeat(bytes_max / unit.len());
        assert!(UserId::new(text(UserId::BYTES_MAX) + "x").is_err());
        assert!(RequestPayload::new(text(RequestPayload::BYTES_MAX) + "x").is_err());
        let facts = JobFacts {
            user_id: UserId::new(text(UserId::BYTES_MAX)).unwrap(),
            submitted_by: Some(UserId::new(text(UserId::BYTES_MAX - 4)).unwrap()),
            action_name: ActionName::new(text(ActionName::BYTES_MAX)).unwrap(),
            batch_id: Some(BatchId::new(text(BatchId::BYTES_MAX)).unwrap()),
            cluster_url: Some(ClusterUrl::new(text(ClusterUrl::BYTES_MAX)).unwrap()),
            ..bare_facts()
        };
        let member = cid(text(Cid::BYTES_MAX));
        let details = StatusDetails {
            error_message: Some(ErrorMessage::new(text(ErrorMessage::BYTES_MAX)).unwrap()),
            response_summary: Some(ResponseSummary::new(text(ResponseSummary::BYTES_MAX)).unwrap()),
            ..StatusDetails::new(Status::Unconfirmed)
        };
        let set = CustomerSet::new([member.clone()]).unwrap();
        let created_at = time("2026-01-28T15:04:53Z");
        let import = ImportedJob::new(job_id(n), facts.clone(), set, created_at, details.clone())
            .with_request_payload(Some(
                RequestPayload::new(text(RequestPayload::BYTES_MAX)).unwrap(),
            ))
            .with_original(Some(Original::new(text(Original::BYTES_MAX)).unwrap()));
        let message = OutcomeMessage::new(text(OutcomeMessage::BYTES_MAX)).unwrap();
        let settled = StatusChange {
            actor: facts.user_id.clone(),
            details: StatusDetails { status: Status::Failed, ..details },
            outcomes: Outcomes::new([outcome(
                member.as_str(),
                Status::Failed,
                Some(message.as_str()),
            )])
            .unwrap(),
            ..change(n, Status::Failed)
        };
        for draft in [Draft::from(import), settled.into()] {
            let index = append(store, draft.clone()).await.index();
            let entry = store.entry(index).await.unwrap().unwrap();
            assert!(entry.draft() == &draft, "entry {index} is not what was written");
        }
        let filter = JobFilter {
            cid: member.into(),
            user_id: facts.user_id.into(),
            batch_id: facts.batch_id.into(),
            action_name: facts.action_name.into(),
            ..JobFilter::default()
        };
        assert_eq!(ids(store, filter).await, [job_id(n)]);
    }
}
