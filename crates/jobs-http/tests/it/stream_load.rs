//! 2,000 readers of one process, who come and go while the ledger grows: each sees every entry once
//! and in order.

use std::io::BufRead as _;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use jobs_api::Limits;
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, Draft, Index, JobStore as _, NewJob, Outcomes,
    Status, StatusChange, StatusDetails, UserId,
};
use jobs_sqlite::SqliteStore;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;
use tokio::sync::watch;
use tokio::task::JoinSet;

use crate::stream::Served;
use crate::support::in_process::{AUDITOR, Api};

const READERS: u64 = 2000;
const ENTRIES: Index = 20_000;

/// How many entries there are before anybody reads: the readers begin before what is in memory.
const BEFORE: Index = 400;

/// How many entries one append has.
const APPENDED_AT_ONCE: Index = 100;

/// How far the ledger may get ahead of the watched reader, so that all of them read while it grows.
const AHEAD_MAX: Index = 400;

pub(crate) fn job() -> NewJob {
    let user = UserId::new("vijay").unwrap();
    let code = ActionCode::new(1).unwrap();
    let name = ActionName::new("Trans-Begin").unwrap();
    NewJob::new(user, code, name, CustomerSet::new([Cid::new("5001").unwrap()]).unwrap()).unwrap()
}

/// As many jobs as changes.
async fn append(api: &Api, entries: Index) {
    let jobs: Vec<_> = (0..entries / 2).map(|_| job()).collect();
    let changes = jobs.iter().map(|job| {
        let job_id = job.job_id();
        let actor = UserId::new("vijay").unwrap();
        let details = StatusDetails::new(Status::Success);
        Draft::from(StatusChange {
            job_id,
            actor,
            details,
            outcomes: Outcomes::default(),
            request_key: None,
        })
    });
    let changes: Vec<_> = changes.collect();
    let drafts = jobs.into_iter().map(Draft::from).chain(changes).collect();
    for answer in api.store.append(drafts).await.unwrap() {
        answer.unwrap();
    }
}

/// Pseudo-random, and the same in every run.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % bound
    }
}

/// What a reader remembers of the events: the next index that it must see.
#[derive(Default)]
struct Seen {
    next: Index,
    id: Option<Index>,
    is_entry: bool,
}

impl Seen {
    /// Reads one line. The lines around the chunks of the answer's body belong to no event.
    fn line(&mut self, line: &[u8]) {
        match line {
            [b'i', b'd', b':', b' ', id @ ..] => {
                self.id = Some(std::str::from_utf8(id).unwrap().parse().unwrap());
            }
            [b'e', b'v', b'e', b'n', b't', b':', ..] => self.is_entry = true,
            [] if std::mem::take(&mut self.is_entry) => {
                assert_eq!(self.id, Some(self.next));
                self.next += 1;
            }
            _ => {}
        }
    }

    /// Reads all whole lines of `bytes`, and stops early at `enough`; returns how much it read.
    fn lines(&mut self, bytes: &[u8], enough: Index) -> usize {
        let mut rest = bytes;
        while self.next < enough {
            let mut after = rest;
            let length = after.skip_until(b'\n').unwrap();
            let [line @ .., b'\n'] = &rest[..length] else { break };
            self.line(line);
            rest = after;
        }
        bytes.len() - rest.len()
    }
}

/// How a stream ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    /// By its reader, in the middle of the data.
    Left,
    /// It did not begin: those whose readers have left are not noticed yet, and there are as many
    /// as there may be.
    Refused,
    /// By the server.
    CutOff,
}

/// Reads until `enough`, then disconnects in the middle of the data.
async fn read(
    address: SocketAddr,
    seen: &mut Seen,
    enough: Index,
    progress: &watch::Sender<Index>,
) -> End {
    let mut stream = TcpStream::connect(address).await.unwrap();
    let token = AUDITOR.unwrap();
    let start = match seen.next.checked_sub(1) {
        Some(last) => format!("last-event-id: {last}\r\n"),
        None => String::new(),
    };
    let request = format!(
        "GET /v1/stream?from=0 HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\n{start}\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let (mut buffer, mut filled) = (vec![0; 64 << 10], 0);
    while seen.next < enough {
        let read = stream.read(&mut buffer[filled..]).await.unwrap();
        filled += read;
        if buffer[..filled].starts_with(b"HTTP/1.1 503 ") {
            return End::Refused;
        }
        if read == 0 {
            return End::CutOff;
        }
        let taken = seen.lines(&buffer[..filled], enough);
        buffer.copy_within(taken..filled, 0);
        filled -= taken;
        progress.send_replace(seen.next);
    }
    End::Left
}

/// One of the readers; returns how its streams ended.
async fn read_all(address: SocketAddr, seed: u64, progress: watch::Sender<Index>) -> Vec<End> {
    let mut random = Random(seed);
    let mut seen = Seen::default();
    let mut ends = Vec::new();
    while seen.next < ENTRIES {
        let enough = (seen.next + 1 + random.below(ENTRIES / 3)).min(ENTRIES);
        ends.push(read(address, &mut seen, enough, &progress).await);
        (seen.id, seen.is_entry) = (None, false);
    }
    ends
}

/// Each connection has two ends in this process, and a closed one lingers for a moment.
fn raise_file_limit() {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { maximum, .. } = getrlimit(Resource::Nofile);
    setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }).unwrap();
    assert!(maximum.is_none_or(|files| files > 5 * READERS), "ulimit -Hn: {maximum:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_thousand_readers_who_come_and_go_see_every_entry_once_and_in_order() {
    raise_file_limit();
    let directory = tempfile::tempdir().unwrap();
    let store = Arc::new(SqliteStore::open(directory.path().join("jobs.db")).unwrap());
    // On a busy machine, a reader of 2,000 may read nothing for long, and it may be noticed late
    // that one has left. Neither must cost a reader its stream.
    let patient = Limits {
        write_timeout: Duration::from_secs(600),
        // Three for each reader.
        connections_max: 6000,
        ..Limits::default()
    };
    let served = Served::new(Api::over(store).await, patient).await;
    append(&served.api, BEFORE).await;
    let (watched, mut progress) = watch::channel(0);
    let mut readers = JoinSet::new();
    readers.spawn(read_all(served.address, 0, watched));
    for seed in 1..READERS {
        readers.spawn(read_all(served.address, seed, watch::Sender::new(0)));
    }
    let mut appended = BEFORE;
    while appended < ENTRIES {
        progress.wait_for(|seen| seen + AHEAD_MAX > appended).await.unwrap();
        append(&served.api, APPENDED_AT_ONCE).await;
        appended += APPENDED_AT_ONCE;
    }
    let ends = readers.join_all().await.concat();
    let count = |end| ends.iter().filter(|found| **found == end).count() as u64;
    assert!(count(End::Left) > 2 * READERS, "they came back: {}", count(End::Left));
    assert_eq!(count(End::CutOff), 0, "of {} streams", ends.len());
    served.end().await;
}
