//! The peers that are servers, each on a fresh store, and how jobs are created on each.

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use serde_json::json;

use super::postgres::Postgres;
use super::{FLASK, FOLDER, POSTGRES, TEPHRA, UMADB};
use super::{client, create, is_built, published, source};
use crate::Result;
use crate::client::{Body, Outcome};
use crate::left_out::leave_out;
use crate::process::Server;
use crate::workload::customers;

/// A server on which clients create jobs.
pub(crate) struct Peer {
    pub(crate) name: &'static str,
    create: Box<dyn Fn(usize, Duration) -> Result<Outcome>>,
}

impl Peer {
    pub(crate) fn create(&self, clients: usize, time: Duration) -> Result<Outcome> {
        (self.create)(clients, time)
    }
}

/// Starts all available peers, with their files in `folder`.
pub(crate) fn start(folder: &Path) -> Vec<Peer> {
    let tephra = |command: &mut Command, address: &str| {
        command.args(["--bind", address, "--data-dir"]).arg(folder.join("tephra"));
    };
    let umadb = |command: &mut Command, address: &str| {
        command.args(["--listen", address, "--db-path"]).arg(folder.join("uma.db"));
    };
    let started = [
        event_store(TEPHRA, "tephra", tephra),
        event_store(UMADB, "umadb", umadb),
        postgres(folder),
        flask(folder),
    ];
    started.into_iter().flatten().collect()
}

/// An event store from the registry, which one of our programs calls over its own protocol.
fn event_store(
    name: &'static str,
    ours: &str,
    arguments: impl FnOnce(&mut Command, &str),
) -> Option<Peer> {
    let server = published(name);
    let program = client(ours);
    if !is_built(name, &server) || !is_built(name, &program) {
        return None;
    }
    let mut command = Command::new(server);
    let server = Server::peer(|address| {
        arguments(&mut command, address);
        command
    });
    let server = started(name, server)?;
    let create = move |clients, time| create(&program, &server.address, (clients, 1), time);
    Some(Peer { name, create: Box::new(create) })
}

fn postgres(folder: &Path) -> Option<Peer> {
    let server = started(POSTGRES, Postgres::start(folder))?;
    let create = move |clients, time| server.create(clients, time);
    Some(Peer { name: POSTGRES, create: Box::new(create) })
}

fn flask(folder: &Path) -> Option<Peer> {
    let python = Path::new(FOLDER).join("flask/bin/python");
    if !is_built(FLASK, &python) {
        return None;
    }
    let server = Server::peer(|address| {
        let mut command = Command::new(python);
        let port = address.rsplit(':').next().unwrap_or_default();
        command.arg(source("flask/app.py")).arg(folder).arg(port);
        command
    });
    let server = started(FLASK, server)?;
    let body: Body = Arc::new(|number| {
        let cids = customers(number, 5);
        json!({"action_code": 1, "action_name": "Trans-Begin", "cids": cids}).to_string()
    });
    let create = move |clients, time| {
        let path = "/api/jobs/create";
        crate::client::run(&server.address, path, clients, time, Arc::clone(&body))
    };
    Some(Peer { name: FLASK, create: Box::new(create) })
}

/// A peer that does not start is left out.
fn started<T>(name: &str, server: Result<T>) -> Option<T> {
    server.inspect_err(|error| leave_out(name, error)).ok()
}
