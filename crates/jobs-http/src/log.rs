//! The log, on standard error: which events are logged, and that each is one line, whatever its
//! values contain.
//!
//! ```text
//! 2026-01-28T15:04:53.003687Z  INFO jobs_gateway::flow: calling the upstream job_id=0192f0c1-… action="Trans-Begin\u{2028}x"
//! ```
//!
//! A value is written bare if it has only letters, digits and some punctuation. Otherwise it is
//! quoted, and everything that a terminal or a log reader would act on is escaped. So no value can
//! be mistaken for another field or another line.

use std::fmt::{self, Debug};
use std::io::IsTerminal as _;

use jobs_core::escape::escaped;
use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing_subscriber::field::RecordFields;
use tracing_subscriber::filter::{FilterExt as _, filter_fn};
use tracing_subscriber::fmt::FormatFields;
use tracing_subscriber::fmt::format::Writer;
use tracing_subscriber::layer::{Layer as _, SubscriberExt as _};
use tracing_subscriber::util::SubscriberInitExt as _;
use tracing_subscriber::{EnvFilter, fmt as log};

/// The targets that are logged whatever the filter says, as nothing else records them.
const ALWAYS: [&str; 2] = [jobs_auth::security::TARGET, jobs_gateway::RELAY_TARGET];

/// Starts logging what `filter` allows, and always the security log and the relayed reads. A panic
/// is also logged as one line.
///
/// # Errors
/// What is wrong with the filter.
pub fn begin(filter: &str) -> Result<(), String> {
    let always = filter_fn(|metadata| ALWAYS.contains(&metadata.target()));
    let filter = parse(filter)?.or(always.with_max_level_hint(LevelFilter::INFO));
    let lines = log::layer()
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr)
        .fmt_fields(OneLine);
    tracing_subscriber::registry().with(lines.with_filter(filter)).init();
    std::panic::set_hook(Box::new(|panic| {
        #[expect(clippy::print_stderr, reason = "the log may be switched off")]
        {
            eprintln!("{}", escaped(&panic.to_string()));
        }
    }));
    Ok(())
}

/// The parser would take a misspelt level for a module's name, and switch everything else off.
fn parse(text: &str) -> Result<EnvFilter, String> {
    let refused = || {
        format!(
            "--log {text} (JOBS_LOG) is not a filter: write off, error, warn, info, debug or trace, or a filter such as \
            jobs_api=debug,info"
        )
    };
    for part in text.split(',').map(str::trim).filter(|part| !part.contains(['=', '['])) {
        part.parse::<LevelFilter>().map_err(|_| refused())?;
    }
    EnvFilter::try_new(text).map_err(|_| refused())
}

/// Writes the fields of an event.
#[derive(Debug)]
struct OneLine;

impl<'writer> FormatFields<'writer> for OneLine {
    fn format_fields<R: RecordFields>(&self, writer: Writer<'writer>, fields: R) -> fmt::Result {
        let mut line = Line { writer, is_first: true, result: Ok(()) };
        fields.record(&mut line);
        line.result
    }
}

struct Line<'writer> {
    writer: Writer<'writer>,
    is_first: bool,
    result: fmt::Result,
}

impl Line<'_> {
    fn write(&mut self, field: &Field, value: &str) {
        if self.result.is_err() {
            return;
        }
        let between = if std::mem::take(&mut self.is_first) { "" } else { " " };
        self.result = match field.name() {
            // This program's words, which need no quotes.
            "message" => write!(self.writer, "{between}{}", escaped(value)),
            name if is_bare(value) => write!(self.writer, "{between}{name}={value}"),
            name => write!(self.writer, "{between}{name}={}", escaped(&format!("{value:?}"))),
        };
    }
}

impl Visit for Line<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.write(field, value);
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        self.write(field, &format!("{value:?}"));
    }
}

/// Whether a value can be told from its surroundings without quotes.
fn is_bare(value: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.:/+@%".contains(&byte);
    !value.is_empty() && value.bytes().all(is_part)
}

#[cfg(test)]
mod tests {
    use std::io;
    use std::sync::{Arc, Mutex};

    use super::*;

    #[derive(Clone, Default)]
    struct Written(Arc<Mutex<Vec<u8>>>);

    impl io::Write for Written {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0.lock().unwrap().write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// What is logged by `log`, without the time.
    fn logged(log: impl FnOnce()) -> String {
        let written = Written::default();
        let writer = written.clone();
        let lines = super::log::layer()
            .with_ansi(false)
            .without_time()
            .with_writer(move || writer.clone())
            .fmt_fields(OneLine);
        tracing::subscriber::with_default(tracing_subscriber::registry().with(lines), log);
        String::from_utf8(written.0.lock().unwrap().clone()).unwrap()
    }

    #[test]
    fn no_value_makes_a_line_or_a_field() {
        for hostile in [
            "a\n2026-01-28T15:04:53Z  INFO jobs::security: forged",
            "a\r\nb",
            "a\u{2028}b",
            "a\u{2029}b",
            "a\u{85}b",
            "a\u{1b}[2Kb",
            "a\u{202e}b",
            "a\u{2066}b",
            "a\u{9b}b",
            "a user=boss",
            "a\" user=\"boss",
            "a\\",
            "",
            "a b",
            "\u{e9}=1",
        ] {
            let lines = [
                logged(|| tracing::info!(name = hostile, last = 1, "message")),
                logged(|| tracing::info!(name = %hostile, last = 1, "message")),
            ];
            for line in lines {
                assert!(line.ends_with(" last=1\n"), "{line}");
                let line = line.strip_suffix('\n').unwrap();
                assert!(jobs_core::escape::is_plain(line), "{line:?}");
                let (_, value) =
                    line.strip_suffix(" last=1").unwrap().split_once("message name=").unwrap();
                let text = value.strip_prefix('"').unwrap().strip_suffix('"').unwrap();
                assert!(!text.replace("\\\\", "").replace("\\\"", "").contains('"'), "{line}");
            }
            let line = logged(|| tracing::info!("about {hostile}"));
            assert_eq!(line.chars().filter(|c| c.is_control()).count(), 1, "{line:?}");
            let line = logged(|| tracing::info!(name = ?hostile, "message"));
            assert!(jobs_core::escape::is_plain(line.strip_suffix('\n').unwrap()), "{line:?}");
        }
    }

    #[test]
    fn what_is_plain_stays_bare() {
        let line = logged(
            || tracing::info!(id = "0192-a", n = 5, yes = true, at = %"127.0.0.1:80", "it went well"),
        );
        assert!(line.ends_with("it went well id=0192-a n=5 yes=true at=127.0.0.1:80\n"), "{line}");
    }
}
