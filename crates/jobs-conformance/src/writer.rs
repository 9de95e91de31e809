//! Another process that appends to a ledger, says what was acknowledged, and is killed.
//!
//! ```text
//! parent   runs the test that it is in once more, alone ──► reads lines ──► SIGKILL ──► opens the ledger
//! child    opens the ledger ──► appends without end ──► a line for each entry that was acknowledged
//! ```

use std::env;
use std::io::{self, BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{self, Child, ChildStdout, Command, Stdio};
use std::sync::Arc;
use std::thread;

use jobs_core::{Appended, Draft, Index, JobStore, Status};

use crate::support::{append_all, change, full_change, full_import, in_parallel, key, new_job};
use crate::watch::Watch;

/// The variables that tell the child what to do: the test, the folder, and the number of the
/// writer.
const TEST: &str = "CONFORMANCE_WRITER_TEST";
const FOLDER: &str = "CONFORMANCE_WRITER_FOLDER";
const NUMBER: &str = "CONFORMANCE_WRITER_NUMBER";

/// The beginning of a line about an acknowledged entry. The harness prints other lines.
const ACKNOWLEDGED: &str = "acknowledged";

/// How many callers append at once in the child.
const CALLERS: usize = 3;

/// An entry that the child was told is recorded.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Acknowledged {
    /// The number of the call, which determines its drafts: see [`drafts`].
    pub(crate) call: u32,
    /// Which of the call's drafts.
    pub(crate) position: usize,
    pub(crate) index: Index,
    pub(crate) recorded_at_micros: i64,
}

impl Acknowledged {
    pub(crate) fn new(call: u32, position: usize, answer: &Appended) -> Self {
        let index = answer.index();
        let recorded_at_micros = answer.recorded_at().as_micros();
        Self { call, position, index, recorded_at_micros }
    }

    fn to_line(self) -> String {
        let Self { call, position, index, recorded_at_micros } = self;
        format!("{ACKNOWLEDGED} {call} {position} {index} {recorded_at_micros}\n")
    }

    fn parse(line: &str) -> Option<Self> {
        let mut fields = line.strip_prefix(ACKNOWLEDGED)?.split_whitespace();
        Some(Self {
            call: fields.next()?.parse().ok()?,
            position: fields.next()?.parse().ok()?,
            index: fields.next()?.parse().ok()?,
            recorded_at_micros: fields.next()?.parse().ok()?,
        })
    }
}

/// What call number `call` appends: a job and all that can become of it, or an import.
pub(crate) fn drafts(call: u32) -> Vec<Draft> {
    if call % 3 == 2 {
        return vec![full_import(call).into()];
    }
    let job = new_job(call).with_request_key(key(&format!("job {call}")));
    vec![job.into(), change(call, Status::Unconfirmed).into(), full_change(call).into()]
}

/// The number of a caller's call. Each writer has a million, each of its callers a hundred
/// thousand.
pub(crate) fn call_number(writer: u32, caller: usize, nth: u32) -> u32 {
    assert!(nth < 100_000, "the writer was not killed");
    1_000_000 * writer + 100_000 * u32::try_from(caller).unwrap() + nth
}

/// What the child has to do.
#[derive(Debug)]
pub(crate) struct Order {
    folder: PathBuf,
    number: u32,
}

impl Order {
    /// What this process has to do, if it is the child that runs `test`.
    pub(crate) fn of_this_process(test: &str) -> Option<Self> {
        if env::var(TEST).ok()? != test {
            return None;
        }
        let folder = env::var_os(FOLDER).unwrap().into();
        Some(Self { folder, number: env::var(NUMBER).unwrap().parse().unwrap() })
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Appends until the process is killed, or its parent is gone.
    pub(crate) async fn carry_out(&self, store: &dyn JobStore) {
        thread::spawn(|| {
            // Nothing is ever sent: standard input ends with the parent.
            drop(io::stdin().read_to_end(&mut Vec::new()));
            process::exit(1);
        });
        // The harness may have begun a line.
        say("\n");
        in_parallel(CALLERS, |caller| async move {
            for nth in 0.. {
                let call = call_number(self.number, caller, nth);
                let answers = append_all(store, drafts(call)).await;
                for (position, answer) in answers.iter().enumerate() {
                    say(&Acknowledged::new(call, position, answer).to_line());
                }
            }
        });
    }
}

/// Writes a line as a whole.
fn say(line: &str) {
    let mut stdout = io::stdout().lock();
    stdout.write_all(line.as_bytes()).and_then(|()| stdout.flush()).unwrap();
}

/// The child, as its parent sees it.
pub(crate) struct Writer {
    process: Child,
    lines: BufReader<ChildStdout>,
    acknowledged: Vec<Acknowledged>,
    watch: Arc<Watch>,
}

impl Writer {
    pub(crate) fn start(test: &str, folder: &Path, number: u32, watch: Arc<Watch>) -> Self {
        let mut command = Command::new(env::current_exe().unwrap());
        command.args([test, "--exact", "--nocapture"]);
        command.env(TEST, test).env(FOLDER, folder).env(NUMBER, number.to_string());
        // The child ends when its standard input does, so that none outlives the parent.
        let mut process =
            command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the test itself");
        let lines = BufReader::new(process.stdout.take().unwrap());
        Self { process, lines, acknowledged: Vec::new(), watch }
    }

    /// Waits until `count` entries were acknowledged.
    pub(crate) fn wait_for(&mut self, count: usize) {
        while self.acknowledged.len() < count {
            assert!(self.read_line(), "the process that appends has ended, instead of appending");
        }
    }

    /// Kills it where it is, and returns all that was acknowledged.
    pub(crate) fn kill(mut self) -> Vec<Acknowledged> {
        self.process.kill().unwrap();
        while self.read_line() {}
        std::mem::take(&mut self.acknowledged)
    }

    /// Reads a line; false when there are no more. A truncated line is ignored.
    fn read_line(&mut self) -> bool {
        let _call = self.watch.call("append, in another process");
        let mut line = String::new();
        self.lines.read_line(&mut line).unwrap();
        if line.ends_with('\n') {
            self.acknowledged.extend(Acknowledged::parse(&line));
        }
        !line.is_empty()
    }
}

/// No child is left when the behaviour fails.
impl Drop for Writer {
    fn drop(&mut self) {
        drop(self.process.kill());
        drop(self.process.wait());
    }
}
