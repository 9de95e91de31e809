//! The binary `jobs-http`: settings, signals, and the lines that it prints.

use std::io::{IsTerminal as _, Write as _};
use std::num::NonZeroUsize;
use std::process::ExitCode;

use clap::CommandFactory as _;
use jobs_core::escape::escaped;
use jobs_http::config::{BOOTSTRAP_TOKEN_VARIABLE, Config};
use jobs_http::first_token::FirstToken;
use jobs_http::server::Server;
use tokio::signal::unix::{SignalKind, signal};

/// A request is allocated on one thread and freed on another, the writer. The system's allocator is
/// slow at that: it took a tenth of the server's time under load.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jobs_files::permissions::make_private_files();
    let config = Config::from_command_line();
    match start(config) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            #[expect(clippy::print_stderr, reason = "the log may be switched off")]
            {
                eprintln!("jobs-http: {}", escaped(&message));
            }
            ExitCode::FAILURE
        }
    }
}

fn start(mut config: Config) -> Result<(), String> {
    refuse_unknown_variables()?;
    jobs_http::log::begin(&config.log)?;
    let first_token = first_token()?;
    fit_into_file_limit(&mut config);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(config.threads.get())
        .thread_name("jobs-http")
        .enable_all()
        .build()
        .map_err(|error| format!("the runtime: {error}"))?;
    runtime.block_on(run(&config, first_token))
}

fn first_token() -> Result<FirstToken, String> {
    match std::env::var(BOOTSTRAP_TOKEN_VARIABLE) {
        Ok(token) if !token.is_empty() => Ok(FirstToken::Given(token)),
        Ok(_) | Err(std::env::VarError::NotPresent) => Ok(match std::io::stdout().is_terminal() {
            true => FirstToken::Shown(|token| {
                print(&format!("admin token, shown this once; you can sign in with it: {token}\n"))
            }),
            false => FirstToken::Left,
        }),
        Err(error) => Err(format!("{BOOTSTRAP_TOKEN_VARIABLE}: {error}")),
    }
}

/// The variables that only `jobctl` reads: both programs may share one environment.
const VARIABLES_OF_JOBCTL: [&str; 2] = ["JOBS_SERVER", "JOBS_TOKEN"];

/// A misspelt variable would silently leave its setting at the default.
fn refuse_unknown_variables() -> Result<(), String> {
    let command = Config::command();
    let mut known: Vec<&str> =
        command.get_arguments().filter_map(|arg| arg.get_env()?.to_str()).collect();
    known.push(BOOTSTRAP_TOKEN_VARIABLE);
    known.extend(VARIABLES_OF_JOBCTL);
    jobs_core::check_variables(std::env::vars_os(), &known)
}

async fn run(config: &Config, first_token: FirstToken) -> Result<(), String> {
    // Before anything else: from here on, a signal ends the server cleanly, or not at all.
    let signals = |error| format!("signals: {error}");
    let stop = stop_signal().map_err(signals)?;
    let mut hangup = signal(SignalKind::hangup()).map_err(signals)?;
    // With this handler, reaching `ulimit -f` is an error of the write, like any other.
    let _outgrown = signal(SignalKind::from_raw(rustix::process::Signal::XFSZ.as_raw()));
    let server = Server::start(config, first_token).await;
    let server = server.map_err(|error| error.to_string())?;
    announce(&server);
    let reload = server.reload();
    tokio::spawn(async move {
        // Includes one that came during the start.
        while hangup.recv().await.is_some() {
            reload.now().await;
        }
    });
    server.run(stop).await;
    Ok(())
}

/// Prints the ledger, the key that checks its receipts, and the URL. If standard output is closed,
/// the server runs all the same.
fn announce(server: &Server) {
    let mut lines = format!("{}\n", escaped(&server.ledger()));
    if let Some(path) = server.first_token() {
        let path = escaped(&path.display().to_string()).into_owned();
        tracing::warn!(
            "the first admin token is in {path}: store it elsewhere, and remove the file"
        );
        lines.push_str(&format!(
            "admin token (only you can read the file; remove it once you have the token): {path}\n"
        ));
    }
    if let Some(url) = server.demo_url() {
        lines.push_str(&format!("demo upstream on {url}\n"));
    }
    lines.push_str(&format!("verifier key: {}\n", server.verifier_key()));
    if let Some(people) = server.demo_people() {
        lines.push_str(&format!("sign in as {}\n", people.names.join(", ")));
        lines.push_str(&match std::io::stdout().is_terminal() {
            true => format!("with the password {}\n", people.password),
            false => "with the password in demo.json, in the data directory\n".to_owned(),
        });
    }
    lines.push_str(&format!("jobs-http listening on {}\n", server.url()));
    if let Err(error) = print(&lines) {
        tracing::warn!(%error, "standard output");
    }
}

fn print(lines: &str) -> std::io::Result<()> {
    let mut stdout = std::io::stdout().lock();
    stdout.write_all(lines.as_bytes()).and_then(|()| stdout.flush())
}

/// Resolves at the first signal. The second one ends the process at once, which loses nothing that
/// was acknowledged.
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut either = async move || {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    };
    Ok(async move {
        either().await;
        tracing::info!(
            "stopping: taking no new requests, and finishing those in flight; send the signal again to stop at once"
        );
        tokio::spawn(async move {
            either().await;
            std::process::exit(1);
        });
    })
}

/// The files of the ledger, its readers, its anchors and the accounts, without connections to
/// upstreams.
const FILES_OF_OUR_OWN: u64 = 128;

/// Every connection takes a file descriptor, and many systems give a process 1,024 unless it asks
/// for more. If it gets no more, the server takes fewer connections: a ledger that cannot open a
/// file would be worse.
fn fit_into_file_limit(config: &mut Config) {
    let Some(files) = raise_file_limit() else { return };
    let most = usize::try_from(files.saturating_sub(FILES_OF_OUR_OWN)).unwrap_or(usize::MAX);
    let most = NonZeroUsize::new(most).unwrap_or(NonZeroUsize::MIN);
    if most < config.max_connections {
        tracing::warn!(
            "at most {files} files may be open, which is enough for {most} connections instead of {} (--max-connections): \
             raise ulimit -Hn",
            config.max_connections
        );
        config.max_connections = most;
    }
}

/// Raises the limit of open files as far as possible. Returns the limit; `None` if there is none.
fn raise_file_limit() -> Option<u64> {
    use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
    let Rlimit { current, maximum } = getrlimit(Resource::Nofile);
    if current == maximum {
        return current;
    }
    match setrlimit(Resource::Nofile, Rlimit { current: maximum, maximum }) {
        Ok(()) => maximum,
        Err(error) => {
            tracing::debug!(%error, "the limit of open files stays {current:?}");
            current
        }
    }
}
