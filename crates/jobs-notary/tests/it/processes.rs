//! Processes that append to one ledger and keep one anchor, stopped, resumed and killed as it
//! happens.

use std::collections::BTreeMap;
use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{self, Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};

use jobs_core::log::Checkpoint;
use jobs_core::merkle::Hash;
use jobs_core::{
    Index, JobStore as _, JobStoreExt as _, Status, StatusChange, StatusDetails, UserId,
};
use jobs_notary::{Anchor, NotarizedStore, Notary};

use crate::key;

const TEST: &str = "processes::processes_that_share_an_anchor_never_move_it_back";

/// Tells a process that it is one of them, and names its folder.
const FOLDER: &str = "NOTARY_TEST_FOLDER";

/// What they have signed, by size.
type Signed = Arc<Mutex<BTreeMap<Index, Hash>>>;

async fn start(folder: &Path) -> (Arc<Notary>, NotarizedStore) {
    let notary = crate::conformance::start(folder).await;
    (Arc::clone(&notary), NotarizedStore::new(notary))
}

/// Appends, and says what it has signed, until it is killed or its parent is gone.
async fn append_without_end(folder: &Path) {
    thread::spawn(|| {
        drop(io::stdin().read_to_end(&mut Vec::new()));
        process::exit(1);
    });
    let (notary, store) = start(folder).await;
    // The harness may have begun a line.
    print("\n");
    for n in 0.. {
        let job = match crate::job(n) {
            jobs_core::Draft::JobCreated(job) => job.with_job_id(jobs_core::JobId::mint()),
            other => unreachable!("{other:?}"),
        };
        let user = UserId::new("vijay").unwrap();
        let details = StatusDetails::new(Status::Success);
        let change = StatusChange::new(job.job_id(), user, details);
        let created = store.create(job).await.unwrap();
        let receipt = notary.receipt(&created).await.unwrap().unwrap();
        say(receipt.verify(created.leaf().unwrap(), notary.verifier()).unwrap());
        store.change_status(change).await.unwrap();
        say(notary.checkpoint().await.unwrap().verify(notary.verifier()).unwrap());
    }
}

fn say(signed: &Checkpoint) {
    print(&format!("signed {} {}\n", signed.size, signed.root));
}

fn print(line: &str) {
    io::stdout().lock().write_all(line.as_bytes()).unwrap();
}

/// One of them.
struct Process {
    child: Child,
    listens: Option<JoinHandle<()>>,
}

impl Process {
    fn start(folder: &Path, signed: &Signed) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args([TEST, "--exact", "--nocapture"]).env(FOLDER, folder);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let signed = Arc::clone(signed);
        let listens = thread::spawn(move || {
            // A line that was cut off may have the beginning of a root.
            for line in lines.map_while(Result::ok).filter(|line| line.starts_with("signed ")) {
                let fields: Vec<_> = line.split(' ').collect();
                if let Some(root) = fields.get(2).and_then(|root| root.parse::<Hash>().ok()) {
                    let size = fields[1].parse().unwrap();
                    let before = signed.lock().unwrap().insert(size, root);
                    assert!(before.is_none_or(|before| before == root), "two roots of {size}");
                }
            }
        });
        Self { child, listens: Some(listens) }
    }

    fn signal(&self, name: &str) {
        let kill = format!("kill -{name} {}", self.child.id());
        assert!(Command::new("sh").args(["-c", &kill]).status().unwrap().success());
    }

    /// Kills it, and waits until all of its output was read.
    fn kill(mut self) {
        assert!(self.child.try_wait().unwrap().is_none(), "it has ended by itself");
        self.child.kill().unwrap();
        self.listens.take().unwrap().join().unwrap();
    }
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// A reader of the anchor.
struct Reader {
    folder: PathBuf,
    newest: Checkpoint,
    moved: usize,
    signed: Signed,
}

impl Reader {
    /// Looks until the anchor has moved `times` times, or long enough.
    fn look(&mut self, times: usize) {
        let enough = self.moved + times;
        for _ in 0..20_000 {
            let signed = Anchor::at(&self.folder).read().unwrap().unwrap();
            let size = signed.unverified().size;
            assert!(size >= self.newest.size, "{size} after {}", self.newest.size);
            if size > self.newest.size {
                self.moved += 1;
                self.newest = signed.verify(key().verifier()).unwrap().clone();
                let before = self.signed.lock().unwrap().insert(size, self.newest.root);
                assert!(before.is_none_or(|before| before == self.newest.root), "two roots");
            }
            if self.moved >= enough {
                return;
            }
        }
    }
}

/// All that they sign is of one history: no two roots of one size, and every later root continues
/// each earlier one. The anchor only moves forward, even when a stopped process goes on with what
/// it held.
#[test]
fn processes_that_share_an_anchor_never_move_it_back() {
    let runtime = tokio::runtime::Runtime::new().unwrap();
    if let Some(folder) = env::var_os(FOLDER) {
        return runtime.block_on(append_without_end(Path::new(&folder)));
    }
    let folder = tempfile::tempdir().unwrap();
    let signed = Signed::default();
    let (notary, store) = runtime.block_on(start(folder.path()));
    let anchor = folder.path().join("anchor");
    let newest = Anchor::at(&anchor).read().unwrap().unwrap().unverified().clone();
    let mut reader = Reader { folder: anchor, newest, moved: 0, signed: Arc::clone(&signed) };
    let mut running: Vec<_> = (0..3).map(|_| Process::start(folder.path(), &signed)).collect();
    for round in 0..12 {
        reader.look(3);
        let one = running.remove(0);
        one.signal("STOP");
        reader.look(3);
        one.signal("CONT");
        if round % 3 == 0 {
            reader.look(2);
            one.kill();
            running.push(Process::start(folder.path(), &signed));
        } else {
            running.push(one);
        }
    }
    running.into_iter().for_each(Process::kill);
    runtime.block_on(notary.close());
    reader.look(1);
    let head = runtime.block_on(store.head()).unwrap();
    assert_eq!((reader.newest.size, reader.newest.root), (head.size(), head.root()));
    assert!(reader.moved > 20 && signed.lock().unwrap().len() > 100, "{}", reader.moved);
    for (size, root) in &*signed.lock().unwrap() {
        let proof = runtime.block_on(store.consistency(*size, head.size())).unwrap();
        proof.verify(root, &head.root()).unwrap();
    }
}
