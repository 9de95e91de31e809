//! A simulated upstream for servers in other processes: on a separate thread, beside the test's
//! runtime.

use std::thread::JoinHandle;

use jobs_sim::{Sim, SimConfig};
use tokio::net::TcpListener;
use tokio::runtime;
use tokio::sync::oneshot;

/// It listens for as long as the value lives.
pub(crate) struct Upstream {
    pub(crate) url: String,
    pub(crate) sim: Sim,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Upstream {
    pub(crate) fn start() -> Self {
        Self::with(SimConfig::default())
    }

    pub(crate) fn with(config: SimConfig) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let sim = Sim::new(config);
        let served = sim.clone();
        let (stop, stopped) = oneshot::channel();
        let thread = std::thread::spawn(move || {
            let runtime = runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.spawn(async move {
                served.serve(TcpListener::from_std(listener).unwrap()).await.unwrap();
            });
            // An error says that the sender is gone, which ends it as well.
            let _ = runtime.block_on(stopped);
        });
        Self { url, sim, stop: Some(stop), thread: Some(thread) }
    }

    /// Closes its port and every connection immediately.
    pub(crate) fn kill(self) {
        drop(self);
    }
}

impl Drop for Upstream {
    /// Returns once the runtime, with everything that it served, is gone.
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().unwrap();
        }
    }
}
