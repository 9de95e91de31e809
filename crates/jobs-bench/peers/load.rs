//! What the peers' programs share: the job that each creates, and the closed loop that creates it.
//!
//! `PROGRAM PLACE CLIENTS BATCH SECONDS`: PLACE is a server's address or a folder. Each client
//! sends BATCH jobs, waits until they are durable, and sends the next. At the end one line of JSON
//! says how it went.

use std::error::Error;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use serde_json::json;
use uuid::Uuid;

pub type Result<T> = std::result::Result<T, Box<dyn Error + Send + Sync>>;

/// How many customers each job has.
const CUSTOMERS: usize = 5;

/// A job as in the ledger's creates, with what the ledger adds: its ID, its user, its status.
pub struct Job {
    pub id: Uuid,
    pub customers: Vec<String>,
}

pub const USER: &str = "vijay";
pub const ACTION: &str = "Trans-Begin";

impl Job {
    fn new(number: usize) -> Self {
        let customer = |nth: usize| {
            let mixed = ((number * CUSTOMERS + nth) as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            format!("cust-{:07}", mixed >> (u64::BITS - 16))
        };
        Self { id: Uuid::now_v7(), customers: (0..CUSTOMERS).map(customer).collect() }
    }

    /// The whole record.
    pub fn json(&self) -> serde_json::Value {
        json!({
            "job_id": self.id, "user_id": USER, "action_code": 1, "action_name": ACTION,
            "cids": self.customers, "status": "IN_PROGRESS"
        })
    }

    /// What an event store finds it by, as a ledger does: job, customer, user and action.
    #[allow(dead_code, reason = "queues have no tags")]
    pub fn tags(&self) -> Vec<String> {
        let mut tags: Vec<_> = self.customers.iter().map(|cid| format!("customer:{cid}")).collect();
        tags.extend([
            format!("job:{}", self.id),
            format!("user:{USER}"),
            format!("action:{ACTION}"),
        ]);
        tags
    }
}

/// What the arguments ask for.
pub struct Load {
    pub place: String,
    pub clients: usize,
    batch: usize,
    time: Duration,
}

impl Load {
    pub fn from_arguments() -> Result<Self> {
        let arguments: Vec<String> = std::env::args().skip(1).collect();
        let [place, clients, batch, seconds] = arguments.as_slice() else {
            return Err("PLACE CLIENTS BATCH SECONDS".into());
        };
        let time = Duration::from_secs_f64(seconds.parse()?);
        Ok(Self { place: place.clone(), clients: clients.parse()?, batch: batch.parse()?, time })
    }

    /// Lets each client create jobs until the time is over, and prints how many and how fast.
    pub async fn run<C, F>(
        &self,
        clients: Vec<C>,
        create: impl Fn(C, Vec<Job>) -> F + Copy + Send + 'static,
    ) -> Result<()>
    where
        C: Clone + Send + 'static,
        F: Future<Output = Result<()>> + Send,
    {
        let batch = self.batch;
        let next = Arc::new(AtomicUsize::new(0));
        let started = Instant::now();
        let ends = started + self.time;
        let run = |client: C| {
            let next = Arc::clone(&next);
            tokio::spawn(async move {
                let mut latencies = Vec::new();
                while Instant::now() < ends {
                    let first = next.fetch_add(batch, Ordering::Relaxed);
                    let jobs = (first..first + batch).map(Job::new).collect();
                    let sent = Instant::now();
                    create(client.clone(), jobs).await?;
                    latencies.push(sent.elapsed());
                }
                Result::Ok(latencies)
            })
        };
        let mut latencies = Vec::new();
        for client in clients.into_iter().map(run).collect::<Vec<_>>() {
            latencies.extend(client.await??);
        }
        let elapsed = started.elapsed();
        latencies.sort_unstable();
        let at =
            |hundredths: usize| latencies[latencies.len() * hundredths / 100].as_secs_f64() * 1e3;
        let count = latencies.len() * batch;
        let seconds = elapsed.as_secs_f64();
        println!(
            "{}",
            json!({"count": count, "seconds": seconds, "median_ms": at(50), "p99_ms": at(99)})
        );
        Ok(())
    }
}
