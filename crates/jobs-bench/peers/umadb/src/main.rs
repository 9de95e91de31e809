//! Creates jobs on an UmaDB server, over gRPC: one event each, with a tag for everything a ledger
//! finds a job by.
//!
//! UmaDB answers an append after `fdatasync` of its pages and again of its header, for all appends
//! that have gathered; this cannot be configured. There is one connection for each client, as with
//! the ledger.

use std::sync::Arc;

use umadb_client::{AsyncUmaDbClient, UmaDbClient};
use umadb_dcb::{DcbEvent, DcbEventStoreAsync as _};

#[path = "../../load.rs"]
mod load;
use load::{Job, Load, Result};

fn main() -> Result<()> {
    let load = Load::from_arguments()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let mut clients = Vec::new();
        for _ in 0..load.clients {
            clients.push(Arc::new(
                UmaDbClient::new(format!("http://{}", load.place)).connect_async().await?,
            ));
        }
        load.run(clients, create).await
    })
}

async fn create(client: Arc<AsyncUmaDbClient>, jobs: Vec<Job>) -> Result<()> {
    let event = |job: &Job| {
        let data = serde_json::to_vec(&job.json())?;
        Ok(DcbEvent::default().event_type("JobCreated").tags(job.tags()).data(data).uuid(job.id))
    };
    let events = jobs.iter().map(event).collect::<Result<_>>()?;
    client.append(events, None, None).await?;
    Ok(())
}
