//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use jobs_core::{
    ActionName, BatchId, Cause, Cid, JobId, JobIdPrefix, Source, Status, Timestamp, UserId,
};
use url::Url;

use crate::accounts::cli::{TokenCommand, UserCommand};
use crate::exit::EXIT_CODES;
use crate::import::UtcOffset;

/// Import, list, count, show, verify and prove the jobs of an append-only ledger, and manage the
/// users and tokens of its server.
#[derive(Debug, Parser)]
#[command(name = "jobctl", version, after_help = EXIT_CODES)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Import the jobs of the old dashboard's jobs.db; running it again imports nothing twice
    Import(ImportArgs),
    /// List jobs, newest first
    List(Box<ListArgs>),
    /// Count jobs: by status, action, user and day
    Stats(StatsArgs),
    /// Show everything that is recorded about one job, and its history
    Show(ShowArgs),
    /// Verify that a ledger still says what it recorded, from every entry to its checkpoints
    Verify(VerifyArgs),
    /// Write evidence of what is recorded about a job, or of whether a customer is in it, that
    /// anyone can check offline
    Prove(ProveArgs),
    /// Check evidence about a job or a customer, or a single receipt
    Check(CheckArgs),
    /// List, add, disable and enable the users who may sign in
    #[command(subcommand)]
    User(UserCommand),
    /// List, make and revoke the tokens that programs send
    #[command(subcommand)]
    Token(TokenCommand),
}

/// `jobctl import`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct ImportArgs {
    /// The old dashboard's database; it is read from a copy and never changed
    #[arg(value_name = "OLD.db")]
    pub old: PathBuf,
    /// The old dashboard's audit database; each row is recorded with its job
    #[arg(long, value_name = "audit.db")]
    pub audit: Option<PathBuf>,
    /// A log of the old server's Set Actions, to report what its database lost; repeatable
    #[arg(long, value_name = "set_action.log")]
    pub log: Vec<PathBuf>,
    /// The time zone of the old dashboard's clock [default: +00:00]
    #[arg(long, value_name = "±HH:MM", allow_hyphen_values = true)]
    pub utc_offset: Option<UtcOffset>,
    /// The directory of the ledger; created if it does not exist
    #[arg(long, value_name = "DIR", env = "JOBS_DATA_DIR", default_value = "./jobs-data")]
    pub data_dir: PathBuf,
    /// Report what an import would do, without recording anything
    #[arg(long)]
    pub dry_run: bool,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

/// Which ledger to read.
#[derive(Debug, Args)]
pub struct Place {
    /// The directory of the ledger; it is only read
    #[arg(long, value_name = "DIR", env = "JOBS_DATA_DIR", default_value = "./jobs-data")]
    pub data_dir: PathBuf,
    /// The server to ask instead, such as http://127.0.0.1:8080
    #[arg(long, value_name = "URL", env = "JOBS_SERVER", hide_env_values = true, value_parser = parse_server)]
    pub server: Option<Url>,
    /// The token for the server; use JOBS_TOKEN instead if other users of the machine can see
    /// command lines
    #[arg(long, value_name = "TOKEN", env = "JOBS_TOKEN", hide_env_values = true)]
    pub token: Option<String>,
}

/// In which order jobs are listed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub enum ListOrder {
    /// The last recorded job first.
    NewestFirst,
    /// The first recorded job first.
    OldestFirst,
}

/// `jobctl list`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct ListArgs {
    /// Which ledger.
    #[command(flatten)]
    pub place: Place,
    /// Only the job with this ID, or the jobs whose IDs begin so
    #[arg(long, value_name = "ID")]
    pub job_id: Option<JobIdPrefix>,
    /// Only jobs that this user asked for; repeatable, for any of several
    #[arg(long, value_name = "USER")]
    pub user_id: Vec<UserId>,
    /// Only jobs with this status now: IN_PROGRESS, SUCCESS, FAILED or UNCONFIRMED; repeatable
    #[arg(long, value_parser = parse_status)]
    pub status: Vec<Status>,
    /// Only jobs whose status has this cause: answered, timed_out, connection_lost, never_sent,
    /// reported, …; repeatable
    #[arg(long)]
    pub cause: Vec<Cause>,
    /// Only jobs with exactly this action; repeatable
    #[arg(long, value_name = "ACTION")]
    pub action_name: Vec<ActionName>,
    /// Only jobs with this customer; repeatable
    #[arg(long)]
    pub cid: Vec<Cid>,
    /// Only jobs of this batch; repeatable
    #[arg(long, value_name = "BATCH")]
    pub batch_id: Vec<BatchId>,
    /// Only jobs from this source: gateway, api, import or embedded; repeatable
    #[arg(long)]
    pub source: Vec<Source>,
    /// Only jobs that try this job again
    #[arg(long, value_name = "JOB_ID")]
    pub retry_of: Option<JobId>,
    /// Only jobs created at or after this time, such as 2026-01-28T15:04:53Z
    #[arg(long, value_name = "TIME", value_parser = parse_since)]
    pub since: Option<Timestamp>,
    /// Only jobs created before this time
    #[arg(long, value_name = "TIME", value_parser = parse_until)]
    pub until: Option<Timestamp>,
    /// The order of the list
    #[arg(long, default_value = "newest_first")]
    pub order: ListOrder,
    /// List at most this many jobs
    #[arg(long, default_value_t = 50, value_name = "N", allow_negative_numbers = true, value_parser = |text: &str| parse_count(text, u64::MAX), conflicts_with = "all")]
    pub limit: u64,
    /// List all jobs
    #[arg(long)]
    pub all: bool,
    /// Continue an earlier list with the same filters, from the cursor that it printed
    #[arg(long)]
    pub cursor: Option<String>,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `jobctl stats`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct StatsArgs {
    /// Which ledger.
    #[command(flatten)]
    pub place: Place,
    /// Only jobs that this user asked for
    #[arg(long, value_name = "USER")]
    pub user_id: Option<UserId>,
    /// Show at most this many actions, users and days
    #[arg(long, default_value_t = 50, value_name = "N", allow_negative_numbers = true, value_parser = |text: &str| parse_count(text, STATS_ROWS_MAX))]
    pub limit: u64,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `jobctl show`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct ShowArgs {
    /// The job
    #[arg(value_name = "JOB_ID")]
    pub job_id: JobId,
    /// Which ledger.
    #[command(flatten)]
    pub place: Place,
    /// Also list the customers
    #[arg(long)]
    pub customers: bool,
    /// Print JSON
    #[arg(long)]
    pub json: bool,
}

/// `jobctl verify`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct VerifyArgs {
    /// Which ledger: a directory, which may be a read-only copy, or a server, which is not trusted.
    #[command(flatten)]
    pub place: Place,
    /// A checkpoint that the ledger must extend: a file or an http(s) URL; repeatable
    #[arg(long, value_name = "CHECKPOINT")]
    pub against: Vec<String>,
    /// The verifier key of the ledger's checkpoints, or a file that holds it
    #[arg(long, value_name = "VKEY")]
    pub key: Option<String>,
    /// A directory that holds the newest checkpoint; repeatable [default: anchor in the data
    /// directory]
    #[arg(long, value_name = "DIR")]
    pub anchor_dir: Vec<PathBuf>,
    /// How many threads to use [default: one per core]
    #[arg(long, value_name = "N", allow_negative_numbers = true, value_parser = |text: &str| parse_count(text, THREADS_MAX), conflicts_with = "server")]
    pub threads: Option<u64>,
    /// Verify only the entries of a server, not its answers about jobs and customers, its lists and
    /// its statistics: for ledgers so large that this takes too long
    #[arg(long, requires = "server")]
    pub entries_only: bool,
    /// Write down beside the ledger, in verified.json, when it was verified and what that came to:
    /// the dashboard shows it
    #[arg(long, conflicts_with = "server")]
    pub record: bool,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

/// `jobctl prove`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct ProveArgs {
    /// The job
    #[arg(value_name = "JOB_ID")]
    pub job_id: JobId,
    /// The directory of the ledger; it is only read
    #[arg(long, value_name = "DIR", env = "JOBS_DATA_DIR", default_value = "./jobs-data")]
    pub data_dir: PathBuf,
    /// The ledger's key [default: ledger.key in the data directory]
    #[arg(long, value_name = "FILE", env = "JOBS_LEDGER_KEY")]
    pub ledger_key: Option<PathBuf>,
    /// Prove only whether this customer is in the job, in a file that shows neither other customers
    /// nor the outcome; repeatable
    #[arg(long, value_name = "CID")]
    pub customer: Vec<Cid>,
    /// The new directory to write [default: JOB_ID.evidence]; with one --customer, the new file
    /// [default: JOB_ID.CID.customer.json, with CID as in a URL, or its SHA-256 if that is long]
    #[arg(long, value_name = "PATH")]
    pub out: Option<PathBuf>,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

/// `jobctl check`.
#[derive(Debug, Args)]
#[command(after_help = EXIT_CODES)]
pub struct CheckArgs {
    /// The directory of evidence about a job, or the file about a customer
    #[arg(
        value_name = "EVIDENCE",
        required_unless_present = "receipt",
        conflicts_with = "receipt"
    )]
    pub evidence: Option<PathBuf>,
    /// A single receipt to check, with the leaf that it proves
    #[arg(long, value_name = "FILE", requires = "leaf", requires = "key")]
    pub receipt: Option<PathBuf>,
    /// The leaf, byte for byte
    #[arg(long, value_name = "FILE", requires = "receipt")]
    pub leaf: Option<PathBuf>,
    /// The ledger's verifier key, or a file that holds it; get it from someone you trust, not from
    /// the evidence
    #[arg(long, value_name = "VKEY")]
    pub key: Option<String>,
    /// Report as JSON
    #[arg(long)]
    pub json: bool,
}

/// The most actions, users and days that statistics can show, as in the HTTP API.
const STATS_ROWS_MAX: u64 = 500;

/// More threads than any machine has cores.
const THREADS_MAX: u64 = 1024;

fn parse_count(text: &str, max: u64) -> Result<u64, String> {
    let count = text.parse().ok().filter(|count| (1..=max).contains(count));
    count.ok_or_else(|| match max {
        u64::MAX => "must be a whole number, 1 or more".to_owned(),
        max => format!("must be a whole number from 1 to {max}"),
    })
}

fn parse_server(text: &str) -> Result<Url, String> {
    let such = "write a URL such as http://127.0.0.1:8080";
    let has_scheme = text.starts_with("http://") || text.starts_with("https://");
    if !has_scheme {
        return Err(format!("must begin with http:// or https://; {such}"));
    }
    let url: Url = text.parse().map_err(|error| format!("{error}; {such}"))?;
    if url.query().is_some() || url.fragment().is_some() {
        return Err(format!("must not have a query or a fragment (? or #); {such}"));
    }
    Ok(url)
}

fn parse_status(text: &str) -> Result<Status, jobs_core::Error> {
    text.to_ascii_uppercase().parse()
}

fn parse_since(text: &str) -> Result<Timestamp, jobs_core::Error> {
    Timestamp::parse("since", text)
}

fn parse_until(text: &str) -> Result<Timestamp, jobs_core::Error> {
    Timestamp::parse("until", text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_command_line_is_well_formed() {
        Cli::command().debug_assert();
    }

    #[test]
    fn a_negative_offset_is_a_value_and_not_a_flag() {
        let cli = Cli::try_parse_from(["jobctl", "import", "a.db", "--utc-offset", "-03:30"]);
        let Command::Import(args) = cli.unwrap().command else { panic!("not an import") };
        assert_eq!(args.utc_offset.unwrap().to_string(), "-03:30");
    }
}
