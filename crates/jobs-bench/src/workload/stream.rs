//! Entries to subscribers: one writer, a hundred followers; how many are delivered, and how long
//! after the create was sent.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::sync::Barrier;

use super::fill::CUSTOMERS;
use super::{Pace, create, folder};
use crate::client::{self, Outcome};
use crate::measured::{Measured, Unit};
use crate::process::Server;
use crate::{Arguments, Result};

const FOLLOWERS: usize = 100;

/// How many creates there are for each second of a turn.
const CREATES_PER_SECOND: usize = 500;

/// How long one turn may take.
const LONGEST: Duration = Duration::from_secs(60);

pub(super) fn run(arguments: &Arguments, pace: Pace) -> Result<Vec<Measured>> {
    let creates = CREATES_PER_SECOND * usize::try_from(pace.time.as_secs())?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let mut best: Option<(Outcome, Outcome)> = None;
    for _ in 0..pace.turns {
        // On an empty ledger the index of an entry is the number of its create.
        let folder = folder()?;
        let ledger = Server::ledger(&arguments.server, folder.path(), &[])?;
        let turn = runtime.block_on(async {
            let turn = followed(ledger.address.clone(), creates);
            tokio::time::timeout(LONGEST, turn).await?
        })?;
        if best.as_ref().is_none_or(|best| turn.0.per_second > best.0.per_second) {
            best = Some(turn);
        }
    }
    let (delivered, created) = best.ok_or("there was no turn")?;
    let measured = |case: &str, unit, limit| Measured {
        workload: "stream",
        case: format!("{case}, 1 writer, {FOLLOWERS} followers"),
        unit,
        ledger: delivered,
        limit,
        target: None,
    };
    let answered = Some(("the answer to the create", created));
    Ok(vec![
        measured("entries delivered", Unit::PerSecond, None),
        measured("delay from the create", Unit::Milliseconds, answered),
    ])
}

/// When each create was sent.
type Sent = Arc<Mutex<Vec<Instant>>>;

/// What was delivered to all followers, and what the writer saw.
async fn followed(address: String, creates: usize) -> Result<(Outcome, Outcome)> {
    let sent = Sent::default();
    let ready = Arc::new(Barrier::new(FOLLOWERS + 1));
    let follow =
        |_| tokio::spawn(follow(address.clone(), Arc::clone(&sent), Arc::clone(&ready), creates));
    let followers: Vec<_> = (0..FOLLOWERS).map(follow).collect();
    ready.wait().await;
    let started = Instant::now();
    let written = write(&address, &sent, creates).await?;
    let created = Outcome::of(written, 0, started.elapsed());
    let mut delays = Vec::new();
    for follower in followers {
        delays.extend(follower.await??);
    }
    Ok((Outcome::of(delays, 0, started.elapsed()), created))
}

async fn write(address: &str, sent: &Sent, creates: usize) -> Result<Vec<Duration>> {
    let mut connection = TcpStream::connect(address).await?;
    connection.set_nodelay(true)?;
    let mut latencies = Vec::new();
    let mut buffer = vec![0; 16 << 10];
    for number in 0..creates {
        let request = client::post("/v1/jobs", &create(number, CUSTOMERS));
        let started = Instant::now();
        sent.lock().unwrap_or_else(PoisonError::into_inner).push(started);
        connection.write_all(request.as_bytes()).await?;
        if !client::read_answer(&mut connection, &mut buffer).await? {
            return Err("a create was refused".into());
        }
        latencies.push(started.elapsed());
    }
    Ok(latencies)
}

/// Follows until `creates` entries came. Returns how long after its create each came.
async fn follow(
    address: String,
    sent: Sent,
    ready: Arc<Barrier>,
    creates: usize,
) -> Result<Vec<Duration>> {
    let mut connection = TcpStream::connect(address).await?;
    connection.write_all(client::get("/v1/stream?from=0").as_bytes()).await?;
    let mut lines = BufReader::new(connection).lines();
    let mut delays = Vec::new();
    while let Some(line) = lines.next_line().await? {
        // The first comment says that the stream is open.
        if line.starts_with(": entries") {
            ready.wait().await;
        }
        let Some(index) = line.strip_prefix("id: ") else { continue };
        if index.parse() != Ok(delays.len()) {
            return Err(format!("entry {index} came in place of {}", delays.len()).into());
        }
        let its = sent.lock().unwrap_or_else(PoisonError::into_inner)[delays.len()];
        delays.push(its.elapsed());
        if delays.len() == creates {
            return Ok(delays);
        }
    }
    Err("a stream ended".into())
}
