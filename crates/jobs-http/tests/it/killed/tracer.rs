//! Kills a program at one of the calls by which it changes files: all of its threads are traced, as
//! by a debugger, and it is killed before the call is made.
//!
//! Calls that do not change a disk are ignored: killing there leaves what the previous call left.
//! So are those that make durable what other programs already see (`fsync`): a kill, unlike a power
//! cut, does not undo it.

use std::collections::HashSet;
use std::io::{BufRead as _, BufReader};
use std::os::unix::process::CommandExt as _;
use std::process::{Command, Stdio};

use nix::errno::Errno;
use nix::libc::{self, c_long};
use nix::sys::ptrace::{self, Options};
use nix::sys::signal::{Signal, kill};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

/// The result of a run.
#[derive(Debug)]
pub(crate) struct Run {
    /// How many calls it made, including the one at which it was killed.
    pub(crate) calls: u32,
    /// Whether it was killed at that call, and had not ended before.
    pub(crate) was_killed: bool,
    /// How it ended, if it did before it printed `done`.
    pub(crate) code: Option<i32>,
    /// What it wrote to standard output.
    pub(crate) printed: String,
}

/// Runs `command` and kills it at call number `kill_at`, or else once it prints `done`.
///
/// # Errors
/// If the system does not allow tracing.
#[expect(clippy::zombie_processes, reason = "its end is waited for where it is followed")]
pub(crate) fn run(command: &Command, kill_at: u32, done: &'static str) -> Result<Run, Errno> {
    // It waits for the tracer, and then becomes the program.
    let mut stopped = Command::new("sh");
    stopped.args(["-c", "kill -STOP $$; exec \"$@\"", "sh"]).arg(command.get_program());
    stopped.args(command.get_args());
    if let Some(directory) = command.get_current_dir() {
        stopped.current_dir(directory);
    }
    for (name, value) in command.get_envs() {
        match value {
            Some(value) => stopped.env(name, value),
            None => stopped.env_remove(name),
        };
    }
    stopped.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
    // A separate group: waits only for its threads, not for processes of other tests.
    let mut child = stopped.process_group(0).spawn().unwrap();
    let pid = Pid::from_raw(child.id().try_into().unwrap());
    assert!(matches!(waitpid(pid, Some(WaitPidFlag::WUNTRACED)), Ok(WaitStatus::Stopped(..))));
    let options = Options::PTRACE_O_TRACESYSGOOD
        | Options::PTRACE_O_TRACECLONE
        | Options::PTRACE_O_TRACEEXEC
        | Options::PTRACE_O_EXITKILL;
    if let Err(error) = ptrace::seize(pid, options) {
        kill(pid, Signal::SIGKILL).unwrap();
        waitpid(pid, None).unwrap();
        return Err(error);
    }
    let output = child.stdout.take().unwrap();
    let reader = std::thread::spawn(move || {
        let mut printed = String::new();
        for line in BufReader::new(output).lines() {
            printed += &format!("{}\n", line.unwrap());
            if printed.contains(done) {
                let _gone = kill(pid, Signal::SIGKILL);
            }
        }
        printed
    });
    kill(pid, Signal::SIGCONT).unwrap();
    let (calls, was_killed, code) = follow(pid, kill_at);
    Ok(Run { calls, was_killed, code, printed: reader.join().unwrap() })
}

/// Runs it to its end. Returns how many calls it made, whether it was killed at the last of them,
/// and its exit code.
fn follow(pid: Pid, kill_at: u32) -> (u32, bool, Option<i32>) {
    let mut calls = 0;
    let mut was_killed = false;
    let mut in_call = HashSet::new();
    loop {
        let group = Pid::from_raw(-pid.as_raw());
        let (thread, signal) = match waitpid(group, Some(WaitPidFlag::__WALL)) {
            Ok(WaitStatus::Exited(ended, code)) if ended == pid => {
                return (calls, was_killed, Some(code));
            }
            Ok(WaitStatus::Signaled(ended, ..)) if ended == pid => {
                return (calls, was_killed, None);
            }
            Ok(WaitStatus::PtraceSyscall(thread)) => {
                // Every other stop of a thread is the end of its call.
                if !in_call.remove(&thread) {
                    in_call.insert(thread);
                    if !was_killed && changes_files(pid, thread) {
                        calls += 1;
                        if calls == kill_at {
                            was_killed = true;
                            kill(pid, Signal::SIGKILL).unwrap();
                        }
                    }
                }
                (thread, None)
            }
            Ok(WaitStatus::Stopped(thread, signal)) => (thread, Some(signal)),
            Ok(WaitStatus::PtraceEvent(thread, ..)) => (thread, None),
            Ok(_) => continue,
            Err(error) => panic!("waiting for the program: {error}"),
        };
        match ptrace::syscall(thread, signal) {
            // It was killed.
            Ok(()) | Err(Errno::ESRCH) => {}
            Err(error) => panic!("following the program: {error}"),
        }
    }
}

/// Whether the call that `thread` is about to make may change a file, or what was printed.
fn changes_files(pid: Pid, thread: Pid) -> bool {
    let Some([call, first, second, third]) = call_of(thread) else { return false };
    let creates = |flags: i64| flags & i64::from(libc::O_CREAT | libc::O_TRUNC) != 0;
    match call {
        libc::SYS_openat => creates(third),
        #[cfg(target_arch = "x86_64")]
        libc::SYS_open => creates(second),
        libc::SYS_write | libc::SYS_writev => first == 1 || is_file(pid, first),
        call => CHANGING.contains(&call),
    }
}

const CHANGING: &[c_long] = &[
    libc::SYS_pwrite64,
    libc::SYS_pwritev,
    libc::SYS_ftruncate,
    libc::SYS_fallocate,
    libc::SYS_renameat,
    libc::SYS_renameat2,
    libc::SYS_unlinkat,
    libc::SYS_mkdirat,
    libc::SYS_linkat,
    libc::SYS_symlinkat,
    libc::SYS_fchmod,
    libc::SYS_fchmodat,
    libc::SYS_copy_file_range,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rename,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_unlink,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_rmdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_mkdir,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_link,
    #[cfg(target_arch = "x86_64")]
    libc::SYS_chmod,
];

/// Whether a descriptor is a file, not a pipe, a socket or an event.
fn is_file(pid: Pid, descriptor: i64) -> bool {
    let link = std::fs::read_link(format!("/proc/{pid}/fd/{descriptor}"));
    link.is_ok_and(|target| target.is_absolute() && !target.starts_with("/dev"))
}

/// The number of the call, and its first three arguments.
fn call_of(thread: Pid) -> Option<[i64; 4]> {
    let registers = ptrace::getregs(thread).ok()?;
    #[cfg(target_arch = "x86_64")]
    let call = [registers.orig_rax, registers.rdi, registers.rsi, registers.rdx];
    #[cfg(target_arch = "aarch64")]
    let call = [registers.regs[8], registers.regs[0], registers.regs[1], registers.regs[2]];
    Some(call.map(u64::cast_signed))
}
