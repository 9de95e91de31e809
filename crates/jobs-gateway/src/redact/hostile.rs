//! Tests that redaction takes linear time for every text.

use super::text::Span;
use super::*;

/// Texts in which something begins again and again.
const HOSTILE: [&str; 102] = [
    "\"",
    "'",
    "\\",
    "{",
    "[",
    "(",
    "<",
    ":",
    "=",
    "\n",
    " ",
    "password",
    "password:",
    "password=",
    "token: ",
    "'token':",
    "\"token\":\"",
    "\\\"token\\\":",
    "'token': '",
    "token=x ",
    "token: a ",
    "<token>",
    "<token",
    "<token></token>",
    "</token>",
    "eyJ",
    "-eyJ",
    "eyJa.",
    "jobs_",
    "--token ",
    "--token '",
    "token '",
    "token \\'",
    "token\t",
    "token is ",
    "token -> ",
    "('token', ",
    "('token', '",
    "name=\"token\"\n",
    "name=\"token\"\n\n",
    "<a name=\"token\" value=\"",
    "<a name=\"token\"",
    "<a ='",
    "<key>token</key>",
    "<key>token",
    "Private-Lines:",
    "jdbc:oracle:thin:/",
    "? token\n",
    "&lt;",
    "&amp;",
    "&",
    "：",
    "“",
    "Bearer ",
    "Bearer a ",
    "-----BEGIN PRIVATE KEY-----",
    "-----BEGIN ",
    "a:",
    "a=",
    "= ",
    "- ",
    "token:\n",
    "token:\n\n",
    " token: |\n",
    "{token: ",
    "(token:",
    "\\ntoken: ",
    "\\u0022",
    "\\ud83d\\",
    "%25",
    "%",
    "://",
    "@",
    "?token=",
    "https://a:b@",
    "\"token\"",
    "'\"",
    "token:'",
    "token=\"",
    "é",
    "\0",
    "b'",
    "\\'",
    "(token:)",
    "token:\"\"",
    "(token=)",
    "name=\"token\"",
    "name=\"token\" a:",
    "Bearer+",
    "Bearer%20",
    "basic+a=",
    "pass_",
    "pass1",
    "auth_data_",
    "-u \"a\" ",
    "--token -a ",
    "token->",
    "<a b=\"<",
    "<key>token</key><x ",
    "IDENTIFIED BY ",
    "\u{301}\u{323}",
    "a&",
];

#[test]
fn hostile_texts_take_as_long_as_they_are() {
    // With something to find after it, and with a scrubber.
    let found = super::secret::tests::scrubber(&["k3y-k3y"]);
    let redactor = Redactor { names: Names::default(), found };
    for part in HOSTILE {
        let text = part.repeat(200_000 / part.len()) + " password: 'x' k3y-k3y";
        assert!(!redactor.text(&text).contains("k3y-k3y"), "{part}");
    }
}

type Pass = fn(&str, &Names) -> Vec<Span>;

/// Passes, and for each a text that it finds often in a line, and from which it might look ahead or
/// back each time.
const LOOKING_AROUND: [(Pass, &str); 12] = [
    (lines::spans, "(token:)"),
    (lines::spans, "(token:\"\""),
    (lines::spans, "(token=)"),
    (forms::spans, "name=\"token\""),
    (behind::spans, "--token -a "),
    (behind::spans, "-u \"-u 'a' "),
    (tags::spans, "<a b=\"<"),
    (tags::spans, "<key>token</"),
    (elements::spans, "<token>"),
    (quoted::spans, "\"token\":"),
    (|text, _| shapes::spans(text), "Bearer+Bearer%20basic+"),
    (
        |name, names| {
            names.is_secret(name);
            Vec::new()
        },
        "pass_auth_1_",
    ),
];

/// Linear work takes a second for these 2 MiB, and quadratic work takes minutes to hours: the test
/// would not end, and needs no clock. A long line follows the finds, as a pass might stop early
/// among the finds alone.
#[test]
fn passes_look_at_a_long_line_once() {
    const LEN: usize = 1 << 20;
    let end = format!("\n{}", "a".repeat(LEN));
    for (pass, part) in LOOKING_AROUND {
        let text = part.repeat(LEN / part.len()) + &end;
        std::hint::black_box(pass(&text, &Names::default()));
    }
}
