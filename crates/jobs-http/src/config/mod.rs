//! The settings of the binary. Each has a flag and an environment variable, `JOBS_` and the flag's
//! name. An empty variable is ignored.

mod choices;
mod command_line;
mod sign_in;

use std::num::{NonZeroU16, NonZeroUsize};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{ArgAction, CommandFactory as _, FromArgMatches as _, Parser};
use jobs_api::{Limits, LogAccess};
use jobs_auth::jwt::JwtRules;
use jobs_core::Index;
use jobs_core::log::Origin;
use jobs_files::permissions::Named;
use jobs_gateway::{GatewayConfig, KeepAlive, OnOverlap, ReadRule, UnknownActions};
use jobs_sign_in::{JwksSource, JwtSettings, PathPrefix};
use url::Url;

use self::command_line::{with_variable, without_empty_variable, without_url};
use crate::values;

pub use self::choices::{OnOverlapKind, StoreKind, UnknownActionsKind, UnknownUsersKind};
pub use self::sign_in::SignInArgs;

/// The variable that sets the first admin token. It has no flag, as every user of the machine can
/// read command lines.
pub const BOOTSTRAP_TOKEN_VARIABLE: &str = "JOBS_BOOTSTRAP_TOKEN";

/// HTTP server of the append-only job ledger.
///
/// The first start makes an admin token. It shows the token at a terminal; without one, it writes
/// the token to the file first-token. JOBS_BOOTSTRAP_TOKEN sets the token instead.
#[derive(Debug, Clone, Parser)]
#[command(name = "jobs-http", version)]
pub struct Config {
    /// The directory of jobs.db, auth.toml and, by default, ledger.key and the anchor; created if
    /// it does not exist.
    #[arg(long, env = "JOBS_DATA_DIR", value_name = "DIR", default_value = "./jobs-data")]
    pub data_dir: PathBuf,

    /// Where to listen; port 0 takes any free port.
    #[arg(long, env = "JOBS_LISTEN", value_name = "HOST:PORT", default_value = "127.0.0.1:8080")]
    pub listen: String,

    /// A host name of the server, such as ledger.example.com; repeatable, in the variable separated
    /// by commas. Requests for other hosts are refused, except for IP addresses, localhost, and the
    /// host of --listen.
    #[arg(
        long,
        env = "JOBS_ALLOWED_HOST",
        value_name = "NAME",
        value_delimiter = ',',
        value_parser = values::host
    )]
    pub allowed_host: Vec<String>,

    /// The path under which a proxy shows the server, such as /ledger, for every URL and cookie.
    /// The proxy may remove it from requests or not. X-Forwarded-Prefix of a trusted proxy takes
    /// precedence.
    #[arg(
        long,
        env = "JOBS_PATH_PREFIX",
        value_name = "PATH",
        default_value = "",
        hide_default_value = true,
        value_parser = |path: &str| path.parse::<PathPrefix>()
    )]
    pub path_prefix: PathPrefix,

    /// The key that signs the ledger's checkpoints; created if it does not exist. Not used with
    /// --store memory. [default: ledger.key in the data directory]
    #[arg(long, env = "JOBS_LEDGER_KEY", value_name = "FILE")]
    pub ledger_key: Option<PathBuf>,

    /// The ledger's name, such as ledger.example.com/jobs. It is set when the key is created, and
    /// cannot be changed later.
    #[arg(long, env = "JOBS_LEDGER_ORIGIN", value_name = "NAME", value_parser = |name: &str| Origin::new(name))]
    pub ledger_origin: Option<Origin>,

    /// A directory for the newest checkpoint, to notice a database that was rolled back;
    /// repeatable, in the variable separated by commas. Put one on another disk or machine.
    /// [default: anchor in the data directory]
    #[arg(long, env = "JOBS_ANCHOR_DIR", value_name = "DIR", value_delimiter = ',')]
    pub anchor_dir: Vec<PathBuf>,

    /// Accept a ledger of SIZE entries once, although an anchor shows that it had other entries, or
    /// all anchors are empty or gone. The ledger records this.
    #[arg(long, env = "JOBS_ACCEPT_RESTORE", value_name = "SIZE", value_parser = values::size)]
    pub accept_restore: Option<Index>,

    /// Who may read the verifier key, checkpoints and tiles: everybody, or only callers who
    /// are signed in.
    #[arg(long, env = "JOBS_LOG_ACCESS", value_enum, default_value_t = LogAccess::Public)]
    pub log_access: LogAccess,

    /// Who is let in beside the users and tokens of auth.toml.
    #[command(flatten)]
    pub sign_in: SignInArgs,

    /// Where the ledger is stored. With memory, it is lost at the end, and no file is written.
    #[arg(long, env = "JOBS_STORE", value_enum, default_value_t = StoreKind::Sqlite)]
    pub store: StoreKind,

    /// A base URL below which Set Actions may call; repeatable, in the variable separated by
    /// commas.
    #[arg(long, env = "JOBS_UPSTREAM", value_name = "URL", value_delimiter = ',', value_parser = values::upstream)]
    pub upstream: Vec<Url>,

    /// What may be read from an upstream without a job: "POST URL" allows a POST to this URL, for
    /// example to get a token; with "GET URL", only such URLs of its upstream may be read by GET,
    /// instead of all. A rule applies to the one URL with any query, or with /* at its end to
    /// everything below it. Repeatable, in the variable separated by commas.
    #[arg(
        long,
        env = "JOBS_UPSTREAM_READ",
        value_name = "METHOD URL",
        value_delimiter = ',',
        value_parser = |rule: &str| rule.parse::<ReadRule>()
    )]
    pub upstream_read: Vec<ReadRule>,

    /// How long an upstream keeps an idle connection, if it sends no Keep-Alive header, or one that
    /// says too much: "60 URL" for seconds and any URL of its server. A connection is reused within
    /// half of that; with 0, never. Repeatable, in the variable separated by commas.
    #[arg(
        long,
        env = "JOBS_UPSTREAM_KEEP_ALIVE",
        value_name = "SECONDS URL",
        value_delimiter = ',',
        value_parser = |rule: &str| rule.parse::<KeepAlive>()
    )]
    pub upstream_keep_alive: Vec<KeepAlive>,

    /// Allow upstreams with link-local and cloud metadata addresses.
    #[arg(
        long,
        env = "JOBS_UPSTREAM_ALLOW_LINK_LOCAL",
        action = ArgAction::SetTrue,
        value_parser = values::switch
    )]
    pub upstream_allow_link_local: bool,

    /// How long an upstream may take to answer, connecting included.
    #[arg(
        long,
        env = "JOBS_UPSTREAM_TIMEOUT_SECONDS",
        value_name = "N",
        default_value_t = 30,
        value_parser = |text: &str| values::number::<u16>(text, 1..=3600)
    )]
    pub upstream_timeout_seconds: u16,

    /// A PEM file with further certificate authorities to trust for upstreams.
    #[arg(long, env = "JOBS_UPSTREAM_CA", value_name = "FILE")]
    pub upstream_ca: Option<PathBuf>,

    /// A further name of a credential, such as session_id; repeatable, in the variable separated by
    /// commas. Values under it are not recorded, whatever its case and the punctuation between its
    /// words.
    #[arg(long, env = "JOBS_REDACT_NAME", value_name = "NAME", value_delimiter = ',', value_parser = values::name)]
    pub redact_name: Vec<String>,

    /// What to do with an action that has no code.
    #[arg(
        long,
        env = "JOBS_UNKNOWN_ACTIONS",
        value_enum,
        default_value_t = UnknownActionsKind::Record
    )]
    pub unknown_actions: UnknownActionsKind,

    /// What to do with a Set Action when others have just asked for the same action on some of its
    /// customers.
    #[arg(long, env = "JOBS_ON_OVERLAP", value_enum, default_value_t = OnOverlapKind::Warn)]
    pub on_overlap: OnOverlapKind,

    /// How far back --on-overlap looks.
    #[arg(
        long,
        env = "JOBS_OVERLAP_WINDOW_SECONDS",
        value_name = "N",
        default_value_t = 10,
        value_parser = |text: &str| values::number::<u16>(text, 1..=3600)
    )]
    pub overlap_window_seconds: u16,

    /// The most connections at once. Beyond that, those that have kept the server waiting for
    /// longest are closed.
    #[arg(
        long,
        env = "JOBS_MAX_CONNECTIONS",
        value_name = "N",
        default_value = "4096",
        value_parser = |text: &str| values::number::<NonZeroUsize>(text, 1..=1_000_000)
    )]
    pub max_connections: NonZeroUsize,

    /// How long the head of a request may take to arrive, a connection may be idle, and an answer
    /// may stay unread.
    #[arg(
        long,
        env = "JOBS_HEADER_TIMEOUT_SECONDS",
        value_name = "N",
        default_value = "20",
        value_parser = |text: &str| values::number::<NonZeroU16>(text, 1..=3600)
    )]
    pub header_timeout_seconds: NonZeroU16,

    /// How many threads serve requests; the ledger has a separate one.
    #[arg(
        long,
        env = "JOBS_THREADS",
        value_name = "N",
        default_value = "2",
        value_parser = |text: &str| values::number::<NonZeroUsize>(text, 1..=1024)
    )]
    pub threads: NonZeroUsize,

    /// What to log to standard error: a level, or a filter such as jobs_api=debug,info.
    #[arg(long, env = "JOBS_LOG", value_name = "FILTER", default_value = "info")]
    pub log: String,

    /// Add a simulated upstream and, to an empty ledger, a few dozen sample jobs.
    #[arg(
        long,
        env = "JOBS_DEMO",
        action = ArgAction::SetTrue,
        value_parser = values::switch
    )]
    pub demo: bool,
}

impl Config {
    /// The settings from the command line and the environment. If they cannot be understood, prints
    /// what is wrong and ends the process.
    #[must_use]
    pub fn from_command_line() -> Self {
        let command = Self::command().mut_args(without_empty_variable);
        let matches = command
            .try_get_matches()
            .unwrap_or_else(|error| with_variable(without_url(error)).exit());
        Self::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
    }

    /// The gateway's settings.
    #[must_use]
    pub fn gateway(&self) -> GatewayConfig {
        let total_timeout = self.upstream_timeout();
        let default = GatewayConfig::default();
        GatewayConfig {
            upstreams: self.upstream.clone(),
            reads: self.upstream_read.clone(),
            keep_alive: self.upstream_keep_alive.clone(),
            allow_link_local: self.upstream_allow_link_local,
            // The gateway requires the shorter one.
            connect_timeout: default.connect_timeout.min(total_timeout / 2),
            total_timeout,
            unknown_actions: match self.unknown_actions {
                UnknownActionsKind::Record => UnknownActions::Record,
                UnknownActionsKind::Refuse => UnknownActions::Refuse,
            },
            on_overlap: match self.on_overlap {
                OnOverlapKind::Warn => OnOverlap::Warn,
                OnOverlapKind::Refuse => OnOverlap::Refuse,
                OnOverlapKind::Allow => OnOverlap::Allow,
            },
            overlap_window: Duration::from_secs(self.overlap_window_seconds.into()),
            redact_names: self.redact_name.clone(),
            ca_file: self.upstream_ca.clone(),
            ..default
        }
    }

    /// Which JWTs are accepted, if any.
    #[must_use]
    pub fn jwt(&self) -> Option<JwtSettings> {
        let args = &self.sign_in;
        let rules = JwtRules {
            issuer: args.jwt_issuer.clone()?,
            audience: args.jwt_audience.clone()?,
            user_claim: args.jwt_user_claim.clone(),
            role_claim: args.jwt_role_claim.clone(),
        };
        let jwks = args.jwt_jwks.clone()?;
        let ca_file = self.upstream_ca.clone();
        Some(JwtSettings { rules, jwks, ca_file })
    }

    /// The files and directories outside the data directory that settings name, each with its
    /// setting and its kind.
    #[must_use]
    pub fn named_files(&self) -> Vec<(&'static str, &Path, Named)> {
        let Self { ledger_key, anchor_dir, upstream_ca, sign_in, .. } = self;
        let jwks = sign_in.jwt_jwks.as_ref().and_then(JwksSource::file);
        let named = [
            ("--ledger-key (JOBS_LEDGER_KEY)", ledger_key.as_deref(), Named::Secret),
            ("--upstream-ca (JOBS_UPSTREAM_CA)", upstream_ca.as_deref(), Named::Public),
            (
                "--identity-secret (JOBS_IDENTITY_SECRET)",
                sign_in.identity_secret.as_deref(),
                Named::Secret,
            ),
            ("--jwt-jwks (JOBS_JWT_JWKS)", jwks, Named::Public),
        ];
        let files =
            named.into_iter().filter_map(|(setting, path, named)| Some((setting, path?, named)));
        let anchors = anchor_dir
            .iter()
            .map(|path| ("--anchor-dir (JOBS_ANCHOR_DIR)", &**path, Named::Anchor));
        files.chain(anchors).collect()
    }

    /// The connection loop's settings.
    #[must_use]
    pub fn limits(&self) -> Limits {
        let peer_timeout = Duration::from_secs(self.header_timeout_seconds.get().into());
        Limits {
            connections_max: self.max_connections.get(),
            header_timeout: peer_timeout,
            write_timeout: peer_timeout,
            // Waits for calls in flight, and then for their outcomes to be recorded and answered.
            drain_timeout: self.upstream_timeout() + Duration::from_secs(10),
            ..Limits::default()
        }
    }

    fn upstream_timeout(&self) -> Duration {
        Duration::from_secs(self.upstream_timeout_seconds.into())
    }
}

#[cfg(test)]
mod tests {
    use std::any::TypeId;
    use std::collections::BTreeSet;

    use clap::Arg;

    use super::*;

    #[test]
    fn every_flag_has_its_variable() {
        let command = Config::command();
        let mut flags = 0;
        for arg in command
            .get_arguments()
            .filter(|arg| !matches!(arg.get_id().as_str(), "help" | "version"))
        {
            let flag = arg.get_long().expect("no positional arguments");
            let variable = format!("JOBS_{}", flag.to_uppercase().replace('-', "_"));
            assert_eq!(arg.get_env().and_then(|name| name.to_str()), Some(&*variable));
            assert!(arg.get_help().is_some(), "{flag} is explained");
            flags += 1;
        }
        assert_eq!(flags, 34);
    }

    /// It is checked for every one of them who may change it.
    #[test]
    fn every_setting_that_is_a_path_is_among_the_named_files() {
        let command = Config::command();
        let is_path = |arg: &&Arg| {
            let kind = arg.get_value_parser().type_id();
            kind == TypeId::of::<PathBuf>() || kind == TypeId::of::<JwksSource>()
        };
        let flags: Vec<_> = command.get_arguments().filter(is_path).collect();
        let flags = flags.iter().filter_map(|arg| arg.get_long()).filter(|it| *it != "data-dir");
        let paths = flags.clone().map(|flag| format!("--{flag}=/srv/{flag}"));
        let with_jwt = ["--jwt-issuer=i", "--jwt-audience=a"].map(str::to_owned);
        let args = ["jobs-http".to_owned()].into_iter().chain(paths).chain(with_jwt);
        let config = Config::parse_from(args);
        let named = config
            .named_files()
            .into_iter()
            .map(|(setting, path, _)| (setting.to_owned(), path.to_owned()));
        let expected = flags.map(|flag| {
            let variable = flag.to_uppercase().replace('-', "_");
            (format!("--{flag} (JOBS_{variable})"), PathBuf::from(format!("/srv/{flag}")))
        });
        let named: BTreeSet<_> = named.collect();
        let expected: BTreeSet<_> = expected.collect();
        assert_eq!(named, expected);
        assert_eq!(named.len(), 5);
    }

    #[test]
    fn the_defaults_are_safe() {
        let config = Config::parse_from(["jobs-http"]);
        assert_eq!(config.listen, "127.0.0.1:8080");
        assert!(config.gateway().upstreams.is_empty());
        assert!(!config.gateway().allow_link_local);
        assert_eq!(config.gateway().total_timeout, Duration::from_secs(30));
        assert_eq!(config.limits(), Limits::default());
    }

    #[test]
    fn the_settings_of_jwts_go_together() {
        let parse = |args: &[&str]| Config::try_parse_from([&["jobs-http"], args].concat());
        let whole = ["--jwt-issuer", "i", "--jwt-audience", "a", "--jwt-jwks", "keys.json"];
        assert!(parse(&whole).unwrap().jwt().is_some());
        assert!(parse(&[]).unwrap().jwt().is_none());
        for part in [&whole[..2], &whole[2..4], &whole[4..], &whole[..4], &whole[2..]] {
            assert!(parse(part).is_err(), "{part:?}");
        }
        assert!(parse(&["--jwt-jwks", "http://issuer.test/keys"]).is_err());
    }

    #[test]
    fn a_short_timeout_leaves_the_connect_timeout_shorter_still() {
        let config = Config::parse_from(["jobs-http", "--upstream-timeout-seconds", "1"]);
        assert!(config.gateway().connect_timeout < config.gateway().total_timeout);
        for bad in ["0", "3601", "-1", "x"] {
            let args = ["jobs-http", "--upstream-timeout-seconds", bad];
            assert!(Config::try_parse_from(args).is_err(), "{bad}");
        }
    }

    #[test]
    fn overlaps_are_dealt_with_as_the_flags_say() {
        let parse = |args: &[&str]| Config::try_parse_from([&["jobs-http"], args].concat());
        let default = parse(&[]).unwrap().gateway();
        let gateway = GatewayConfig::default();
        assert_eq!(
            (default.on_overlap, default.overlap_window),
            (gateway.on_overlap, gateway.overlap_window)
        );
        for (name, kind) in [("refuse", OnOverlap::Refuse), ("allow", OnOverlap::Allow)] {
            let args = ["--on-overlap", name, "--overlap-window-seconds", "60"];
            let config = parse(&args).unwrap().gateway();
            assert_eq!((config.on_overlap, config.overlap_window.as_secs()), (kind, 60));
        }
        for bad in [["--on-overlap", "ignore"], ["--overlap-window-seconds", "0"]] {
            assert!(parse(&bad).is_err(), "{bad:?}");
        }
    }
}
