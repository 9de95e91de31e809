//! Pushes jobs to an apalis queue on SQLite in a folder: a row each.
//!
//! `SqliteStorage::setup` would set `synchronous` to OFF, which makes nothing durable; here it is
//! FULL with a write-ahead log, so that a push is answered after its `fdatasync`. Each call is one
//! transaction. There is one connection: with a pool of several, the writers would wait for each
//! other in SQLite's busy timeout.

use std::path::Path;

use apalis_core::backend::TaskSink as _;
use apalis_sqlite::SqliteStorage;
use serde_json::Value;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};

#[path = "../../load.rs"]
mod load;
use load::{Job, Load, Result};

fn main() -> Result<()> {
    let load = Load::from_arguments()?;
    tokio::runtime::Builder::new_multi_thread().enable_all().build()?.block_on(async {
        let options = SqliteConnectOptions::new()
            .filename(Path::new(&load.place).join("apalis.db"))
            .create_if_missing(true)
            .journal_mode(SqliteJournalMode::Wal)
            .synchronous(SqliteSynchronous::Full);
        let pool = SqlitePoolOptions::new().max_connections(1).connect_with(options).await?;
        SqliteStorage::migrations().run(&pool).await?;
        load.run(vec![SqliteStorage::new(&pool); load.clients], push).await
    })
}

async fn push(mut storage: SqliteStorage<Value>, jobs: Vec<Job>) -> Result<()> {
    let mut jobs: Vec<Value> = jobs.iter().map(Job::json).collect();
    match jobs.len() {
        1 => storage.push(jobs.remove(0)).await?,
        _ => storage.push_bulk(jobs).await?,
    }
    Ok(())
}
