//! Creates jobs on a Tephra server: one event each, with a tag for everything a ledger finds a job
//! by.
//!
//! Tephra answers an append after the `fdatasync` of its log, one for all appends that have
//! gathered; this cannot be configured. There is one connection for each client, as with the
//! ledger.

use tephra_client::{AsyncClient, AsyncClientConfig, Event};

#[path = "../../load.rs"]
mod load;
use load::{Job, Load, Result};

fn main() -> Result<()> {
    let load = Load::from_arguments()?;
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(async {
        let mut clients = Vec::new();
        for _ in 0..load.clients {
            // Bulk connections are for reads.
            let config = AsyncClientConfig { bulk_connections: 0, ..AsyncClientConfig::default() };
            clients.push(AsyncClient::connect_with(&load.place, config).await?);
        }
        load.run(clients, create).await
    })
}

async fn create(client: AsyncClient, jobs: Vec<Job>) -> Result<()> {
    let event =
        |job: &Job| Ok(Event::new("JobCreated", job.tags(), serde_json::to_vec(&job.json())?)?);
    let events: Vec<Event> = jobs.iter().map(event).collect::<Result<_>>()?;
    client.append(events, None).await?;
    Ok(())
}
