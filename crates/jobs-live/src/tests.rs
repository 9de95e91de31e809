//! Streams without HTTP, under a paused clock.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use jobs_core::{
    ActionCode, ActionName, AnyOf, Cause, Cid, CustomerSet, Draft, Entry, Error, Index, JobDetail,
    JobId, JobIdPrefix, JobStore, MemoryStore, NewJob, NewNote, NoteText, PageLimit, RequestKey,
    RequestPayload, Result, Source, Status, StatusChange, StatusDetails, UserId,
};
use jobs_notary::{NotarizedStore, Notary, key_file};
use tokio::time::{Instant, timeout};

use crate::feed::{LOOK_INTERVAL, RING_BYTES_MAX, SUBSCRIBERS_MAX};
use crate::ring::Ring;
use crate::segment::SEGMENT_BYTES;
use crate::subscriber::{HEARTBEAT, LIFE};
use crate::{EntryFilter, Feed, SubscribeError, Subscriber};

/// A memory store that can fail to be read.
#[derive(Debug, Default)]
struct Store {
    inner: MemoryStore,
    broken: AtomicBool,
}

impl Store {
    fn check(&self) -> Result<()> {
        match self.broken.load(Ordering::Relaxed) {
            true => Err(Error::storage("reading", std::io::Error::other("broken"))),
            false => Ok(()),
        }
    }
}

impl jobs_core::DelegatingStore for Store {
    jobs_core::delegate_to!(inner: MemoryStore);

    async fn entries(&self, from: Index, limit: PageLimit) -> Result<Vec<Entry>> {
        self.check()?;
        self.inner.entries(from, limit).await
    }

    async fn request(&self, key: RequestKey) -> Result<Option<Entry>> {
        self.check()?;
        self.inner.request(key).await
    }

    async fn job(&self, job_id: JobId) -> Result<Option<JobDetail>> {
        self.check()?;
        self.inner.job(job_id).await
    }
}

struct Ledger {
    /// The store without the notary, as another process uses it.
    bare: Arc<Store>,
    store: NotarizedStore,
    feed: Arc<Feed>,
}

impl Ledger {
    async fn new(ring_bytes_max: usize) -> Self {
        let bare = Arc::new(Store::default());
        // Appends are reported to it, and it does not look by itself.
        let key = key_file::generate(None).unwrap();
        let notary = Notary::without_keeping(key, Arc::clone(&bare) as _, &[]).await.unwrap();
        let notary = Arc::new(notary);
        let feed = Feed::with_ring(Arc::clone(&bare) as _, &notary, ring_bytes_max);
        Self { store: NotarizedStore::new(notary), bare, feed }
    }

    async fn append(&self, drafts: Vec<Draft>) {
        for answer in self.store.append(drafts).await.unwrap() {
            answer.unwrap();
        }
    }

    async fn append_jobs(&self, count: usize) {
        self.append((0..count).map(|_| job("vijay", "T-Enable").into()).collect()).await;
    }

    async fn subscribe(&self, filter: EntryFilter, position: Index) -> Subscriber {
        let size = self.store.head().await.unwrap().size();
        self.feed.subscribe(UserId::new("vijay").unwrap(), filter, position, size).unwrap()
    }
}

pub(crate) fn job(user: &str, action: &str) -> NewJob {
    let user = UserId::new(user).unwrap();
    let action = ActionName::new(action).unwrap();
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
}

fn change(job: &NewJob, status: Status) -> Draft {
    let actor = UserId::new("somebody-else").unwrap();
    let details = StatusDetails::new(status);
    StatusChange {
        job_id: job.job_id(),
        actor,
        details,
        outcomes: Default::default(),
        request_key: None,
    }
    .into()
}

fn note(job: &NewJob, text: &str) -> Draft {
    let actor = UserId::new("somebody-else").unwrap();
    NewNote::new(job.job_id(), actor, NoteText::new(text).unwrap()).into()
}

const NONE: [Index; 0] = [];

/// What a reader has received.
#[derive(Default)]
struct Read {
    indices: Vec<Index>,
    /// What it would send as `Last-Event-ID`.
    last_id: Option<Index>,
}

impl Read {
    /// Reads until nothing comes for a while, which is longer than the tail may take and shorter
    /// than a heartbeat.
    async fn all(subscriber: &mut Subscriber) -> Self {
        let mut text = String::new();
        while let Ok(Some(chunk)) = timeout(3 * LOOK_INTERVAL, subscriber.next()).await {
            assert!(chunk.len() <= SEGMENT_BYTES);
            text.push_str(std::str::from_utf8(&chunk).unwrap());
        }
        Self::parse(&text)
    }

    fn parse(text: &str) -> Self {
        let mut indices = Vec::new();
        let mut last_id = None;
        for event in text.split_terminator("\n\n") {
            let id = event.lines().find_map(|line| line.strip_prefix("id: "));
            let Some(id) = id.map(|id| id.parse().unwrap()) else { continue };
            last_id = Some(id);
            if let Some(data) = event.lines().find_map(|line| line.strip_prefix("data: ")) {
                let data: serde_json::Value = serde_json::from_str(data).unwrap();
                assert_eq!(data["index"], id);
                assert!(event.contains(&format!("\nevent: {}\n", data["kind"].as_str().unwrap())));
                indices.push(id);
            }
        }
        Self { indices, last_id }
    }
}

async fn indices(subscriber: &mut Subscriber) -> Vec<Index> {
    Read::all(subscriber).await.indices
}

#[tokio::test(start_paused = true)]
async fn every_position_is_followed_without_gap_or_repeat() {
    // Rings that hold nothing but the newest segment, a part of the ledger, and all of it.
    for ring_bytes_max in [1, 8 << 10, 1 << 20] {
        let ledger = Ledger::new(ring_bytes_max).await;
        // It keeps the tail at work.
        let mut first = ledger.subscribe(EntryFilter::default(), 0).await;
        for _ in 0..10 {
            ledger.append_jobs(7).await;
            assert_eq!(indices(&mut first).await.len(), 7);
        }
        let mut followers = Vec::new();
        for position in 0..=70 {
            let mut early = ledger.subscribe(EntryFilter::default(), position).await;
            assert_eq!(indices(&mut early).await, Vec::from_iter(position..70));
            followers.push((early, 70));
            followers.push((ledger.subscribe(EntryFilter::default(), position).await, position));
        }
        ledger.append_jobs(300).await;
        let read = followers.into_iter().map(async |(mut follower, position)| {
            assert_eq!(indices(&mut follower).await, Vec::from_iter(position..370));
        });
        futures::future::join_all(read).await;
    }
}

#[tokio::test(start_paused = true)]
async fn a_reader_that_comes_back_goes_on_where_it_was() {
    let ledger = Ledger::new(8 << 10).await;
    ledger.append_jobs(20).await;
    let mut next = 20;
    for round in 0..50 {
        // The first time it sends no ID and gets new entries; an end before the first entry loses
        // none either.
        let mut subscriber = ledger.subscribe(EntryFilter::default(), next).await;
        let greeting = subscriber.next().await.unwrap();
        let greeting = Read::parse(std::str::from_utf8(&greeting).unwrap());
        assert_eq!(greeting.last_id, next.checked_sub(1));
        ledger.append_jobs(round % 4).await;
        if round % 3 != 0 {
            let read = Read::all(&mut subscriber).await;
            let expected = ledger.store.head().await.unwrap().size();
            assert_eq!(read.indices, Vec::from_iter(next..expected));
            next = read.last_id.map_or(next, |last| last + 1);
        }
    }
}

#[tokio::test(start_paused = true)]
async fn large_entries_come_whole_and_in_pieces_of_bounded_size() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let mut live = ledger.subscribe(EntryFilter::default(), 0).await;
    for size in [10, 1 << 20, 50_000, 70_000, 10, 10, 200_000] {
        let payload = RequestPayload::new(format!("\"{}\"", "x".repeat(size))).unwrap();
        ledger.append_jobs(3).await;
        ledger.append(vec![job("vijay", "a").with_request_payload(Some(payload)).into()]).await;
    }
    assert_eq!(indices(&mut live).await, Vec::from_iter(0..28));
    ledger.feed.state().ring = Ring::new(28, RING_BYTES_MAX);
    let mut late = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(indices(&mut late).await, Vec::from_iter(0..28));
}

#[tokio::test(start_paused = true)]
async fn a_stream_that_has_lasted_long_enough_ends_between_two_entries() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let payload = RequestPayload::new(format!("\"{}\"", "x".repeat(1 << 20))).unwrap();
    ledger.append(vec![job("vijay", "a").with_request_payload(Some(payload)).into()]).await;
    ledger.append_jobs(1).await;
    let mut subscriber = ledger.subscribe(EntryFilter::default(), 0).await;
    let mut text = Vec::new();
    while text.len() < 2 * SEGMENT_BYTES {
        text.extend(subscriber.next().await.unwrap());
    }
    tokio::time::advance(LIFE).await;
    while let Some(piece) = subscriber.next().await {
        text.extend(piece);
    }
    assert!(text.len() > 1 << 20 && text.ends_with(b"\n\n"));
}

/// Two users' jobs, and what became of them: the changes name neither user nor action.
async fn two_users() -> (Ledger, [NewJob; 4]) {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let jobs = [
        job("vijay", "T-Enable"),
        job("anita", "T-Enable").with_source(Source::Api),
        job("vijay", "PE-Enable").with_source(Source::Api),
        job("anita", "PE-Enable"),
    ];
    ledger.append(jobs.iter().cloned().map(Draft::from).collect()).await;
    (ledger, jobs)
}

#[tokio::test(start_paused = true)]
async fn conditions_are_judged_by_the_entry_and_by_its_job() {
    let (ledger, jobs) = two_users().await;
    let user_id = |name| AnyOf::from(UserId::new(name).unwrap());
    let action_name = AnyOf::from(ActionName::new("T-Enable").unwrap());
    let kind = AnyOf::<&'static str>::from;
    let none = EntryFilter::default;
    let users = ["anita", "nobody"].map(|name| UserId::new(name).unwrap());
    let beginning: JobIdPrefix = jobs[2].job_id().to_string()[..35].parse().unwrap();
    let ids = AnyOf::new("job_id", [beginning, jobs[1].job_id().into()]).unwrap();
    let statuses = AnyOf::new("status", [Status::Failed, Status::InProgress]).unwrap();
    let kinds = AnyOf::new("kind", ["status_changed", "job_imported"]).unwrap();
    let sources = AnyOf::new("source", [Source::Api, Source::Embedded]).unwrap();
    let expected: [(EntryFilter, &[Index]); 17] = [
        (EntryFilter { user_id: user_id("vijay"), ..none() }, &[0, 2, 4, 6]),
        (EntryFilter { user_id: user_id("anita"), ..none() }, &[1, 3, 5, 7]),
        (EntryFilter { user_id: user_id("somebody-else"), ..none() }, &[]),
        (EntryFilter { action_name: action_name.clone(), ..none() }, &[0, 1, 4, 5]),
        (EntryFilter { source: Source::Api.into(), ..none() }, &[1, 2, 5, 6]),
        (EntryFilter { kind: kind("job_created"), ..none() }, &[0, 1, 2, 3]),
        (EntryFilter { kind: kind("status_changed"), ..none() }, &[4, 5, 6, 7]),
        (EntryFilter { status: Status::Failed.into(), ..none() }, &[5, 7]),
        (EntryFilter { job_id: JobIdPrefix::from(jobs[2].job_id()).into(), ..none() }, &[2, 6]),
        (EntryFilter { job_id: ids, ..none() }, &[1, 2, 5, 6]),
        (EntryFilter { status: statuses, ..none() }, &[0, 1, 2, 3, 5, 7]),
        (EntryFilter { cause: Cause::Reported.into(), ..none() }, &[4, 5, 6, 7]),
        (EntryFilter { kind: kinds, ..none() }, &[4, 5, 6, 7]),
        (EntryFilter { source: sources.clone(), ..none() }, &[0, 1, 2, 3, 4, 5, 6, 7]),
        (
            EntryFilter {
                user_id: AnyOf::new("user_id", users).unwrap(),
                source: sources,
                ..none()
            },
            &[1, 3, 5, 7],
        ),
        (EntryFilter { user_id: user_id("vijay"), action_name, ..none() }, &[0, 4]),
        (EntryFilter { user_id: user_id("vijay"), status: Status::Failed.into(), ..none() }, &[]),
    ];
    // Some follow live, and some read afterwards: the ring begins after what was there before.
    let mut live = Vec::new();
    for (filter, _) in &expected {
        live.push(ledger.subscribe(filter.clone(), 0).await);
    }
    use Status::{Failed, Success};
    let changes = jobs.iter().zip([Success, Failed, Success, Failed]);
    ledger.append(changes.map(|(job, status)| change(job, status)).collect()).await;
    for ((filter, expected), mut live) in expected.into_iter().zip(live) {
        assert_eq!(indices(&mut live).await, expected, "{filter:?}");
        let mut late = ledger.subscribe(filter.clone(), 0).await;
        assert_eq!(indices(&mut late).await, expected, "{filter:?}");
    }
}

#[tokio::test(start_paused = true)]
async fn a_job_that_nobody_remembers_is_looked_up() {
    let (ledger, jobs) = two_users().await;
    // The tail begins after the jobs.
    let anita =
        EntryFilter { user_id: UserId::new("anita").unwrap().into(), ..EntryFilter::default() };
    let mut anita = ledger.subscribe(anita, 4).await;
    assert_eq!(indices(&mut anita).await, NONE);
    ledger.append(vec![change(&jobs[0], Status::Success), change(&jobs[1], Status::Success)]).await;
    assert_eq!(indices(&mut anita).await, [5]);
}

#[tokio::test(start_paused = true)]
async fn a_silent_stream_has_a_heartbeat() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let mut subscriber = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(subscriber.next().await.unwrap(), ": entries as they are recorded\nretry: 1000\n\n");
    for _ in 0..3 {
        let begin = Instant::now();
        assert_eq!(subscriber.next().await.unwrap(), ":\n\n");
        assert_eq!(begin.elapsed(), HEARTBEAT);
    }
}

#[tokio::test(start_paused = true)]
async fn a_heartbeat_says_how_far_a_reader_of_nothing_has_come() {
    let (ledger, _) = two_users().await;
    let nobody =
        EntryFilter { user_id: UserId::new("nobody").unwrap().into(), ..EntryFilter::default() };
    let mut subscriber = ledger.subscribe(nobody, 1).await;
    assert_eq!(Read::all(&mut subscriber).await.last_id, Some(0));
    assert_eq!(subscriber.next().await.unwrap(), "id: 3\n\n");
    assert_eq!(subscriber.next().await.unwrap(), ":\n\n");
    // Entries that are left out do not delay it.
    let begin = Instant::now();
    for _ in 0..14 {
        ledger.append_jobs(1).await;
        assert!(timeout(Duration::from_secs(1), subscriber.next()).await.is_err());
    }
    assert_eq!(subscriber.next().await.unwrap(), "id: 17\n\n");
    assert!(begin.elapsed() <= HEARTBEAT);
}

#[tokio::test(start_paused = true)]
async fn what_another_process_appends_is_seen_within_a_second() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let mut subscriber = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(indices(&mut subscriber).await, NONE);
    let begin = Instant::now();
    ledger.append_jobs(1).await;
    subscriber.next().await.unwrap();
    assert_eq!(begin.elapsed(), Duration::ZERO, "an append of this process is seen at once");
    ledger.bare.append(vec![job("vijay", "a").into()]).await.unwrap();
    let entry = subscriber.next().await.unwrap();
    assert!(entry.starts_with(b"id: 1\nevent: job_created\n"));
    assert!(begin.elapsed() <= LOOK_INTERVAL + Duration::from_millis(100));
}

#[tokio::test(start_paused = true)]
async fn a_store_that_fails_holds_the_streams_up_and_loses_nothing() {
    let ledger = Ledger::new(1).await;
    let mut live = ledger.subscribe(EntryFilter::default(), 0).await;
    ledger.append_jobs(5).await;
    assert_eq!(indices(&mut live).await.len(), 5);
    ledger.bare.broken.store(true, Ordering::Relaxed);
    ledger.append_jobs(5).await;
    let mut behind = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(indices(&mut live).await, NONE);
    assert_eq!(indices(&mut behind).await, [0, 1, 2, 3, 4], "they are in the ring");
    ledger.feed.state().ring = Ring::new(5, 1);
    let mut behind = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(indices(&mut behind).await, NONE);
    assert_eq!(behind.next().await.unwrap(), ":\n\n", "it is alive");
    ledger.bare.broken.store(false, Ordering::Relaxed);
    assert_eq!(indices(&mut live).await, [5, 6, 7, 8, 9]);
    assert_eq!(indices(&mut behind).await, Vec::from_iter(0..10));
}

#[tokio::test(start_paused = true)]
async fn the_tail_runs_while_somebody_subscribes() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let count = || Arc::strong_count(&ledger.feed);
    assert_eq!(count(), 1);
    let one = ledger.subscribe(EntryFilter::default(), 0).await;
    let mut two = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(count(), 4, "two subscribers and one tail");
    drop(one);
    ledger.append_jobs(3).await;
    assert_eq!(indices(&mut two).await.len(), 3);
    assert_eq!(count(), 3);
    drop(two);
    tokio::time::sleep(2 * LOOK_INTERVAL).await;
    assert_eq!(count(), 1);
    // What came in between is there for the next one.
    ledger.append_jobs(3).await;
    let mut three = ledger.subscribe(EntryFilter::default(), 2).await;
    ledger.append_jobs(1).await;
    assert_eq!(indices(&mut three).await, [2, 3, 4, 5, 6]);
}

#[tokio::test(start_paused = true)]
async fn a_stream_ends_with_the_server_at_once_and_otherwise_after_its_life() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let mut subscriber = ledger.subscribe(EntryFilter::default(), 0).await;
    let begin = Instant::now();
    while subscriber.next().await.is_some() {}
    assert_eq!(begin.elapsed(), LIFE);
    let mut subscriber = ledger.subscribe(EntryFilter::default(), 0).await;
    assert_eq!(indices(&mut subscriber).await, NONE);
    let begin = Instant::now();
    let (next, ()) = tokio::join!(subscriber.next(), async { ledger.feed.end() });
    assert_eq!((next, begin.elapsed()), (None, Duration::ZERO));
    let refused =
        ledger.feed.subscribe(UserId::new("vijay").unwrap(), EntryFilter::default(), 0, 0);
    assert!(matches!(refused, Err(SubscribeError::Ended)));
}

#[tokio::test(start_paused = true)]
async fn subscribers_are_bounded() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let subscribe =
        || ledger.feed.subscribe(UserId::new("vijay").unwrap(), EntryFilter::default(), 0, 0);
    let mut subscribers: Vec<_> = (0..SUBSCRIBERS_MAX).map(|_| subscribe().unwrap()).collect();
    assert!(matches!(subscribe(), Err(SubscribeError::Full)));
    subscribers.pop();
    assert!(subscribe().is_ok());
}

/// A note is about its job, and says nothing of the job's status.
#[tokio::test(start_paused = true)]
async fn notes_pass_the_filters_about_their_job_and_no_others() {
    let ledger = Ledger::new(RING_BYTES_MAX).await;
    let [ours, other] = [job("vijay", "T-Enable"), job("anna", "PE-Enable")];
    let drafts = vec![
        ours.clone().into(),
        other.clone().into(),
        note(&ours, "a"),
        note(&other, "b"),
        change(&ours, Status::Failed),
        note(&ours, "c"),
    ];
    ledger.append(drafts).await;
    let vijay = AnyOf::from(UserId::new("vijay").unwrap());
    let action_name = AnyOf::from(ActionName::new("PE-Enable").unwrap());
    let all = EntryFilter::default;
    for (filter, expected) in [
        (EntryFilter { kind: "note_added".into(), ..all() }, vec![2, 3, 5]),
        (
            EntryFilter { job_id: AnyOf::from(JobIdPrefix::from(ours.job_id())), ..all() },
            vec![0, 2, 4, 5],
        ),
        (EntryFilter { user_id: vijay.clone(), ..all() }, vec![0, 2, 4, 5]),
        (EntryFilter { user_id: vijay, kind: "note_added".into(), ..all() }, vec![2, 5]),
        (EntryFilter { action_name, ..all() }, vec![1, 3]),
        (EntryFilter { status: Status::InProgress.into(), ..all() }, vec![0, 1]),
        (EntryFilter { status: Status::Failed.into(), ..all() }, vec![4]),
        (EntryFilter { cause: Cause::Reported.into(), ..all() }, vec![4]),
    ] {
        let shown = format!("{filter:?}");
        let mut subscriber = ledger.subscribe(filter, 0).await;
        assert_eq!(Read::all(&mut subscriber).await.indices, expected, "{shown}");
    }
}
