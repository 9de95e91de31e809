//! Settings that are wrong or contradict each other: each is refused by name, with what to write
//! instead.

use std::io::{Read as _, Write as _};
use std::net::TcpListener;

use crate::support::legacy::id;
use crate::support::run::{Folder, Ran, finish};
use crate::support::served::{Served, TOKEN};

/// Words of libraries, which mean nothing to the user.
const OF_LIBRARIES: [&str; 12] = [
    "relative URL",
    "non-zero",
    "invalid digit",
    "InvalidContentType",
    "corrupt message",
    "socket address",
    "client error (Connect)",
    "tcp connect error",
    "builder error",
    "out of range integral",
    "SELECT",
    "CREATE",
];

/// The message is readable: it begins with the program's name, is short, and has no words of
/// libraries.
#[track_caller]
fn is_plain(ran: &Ran) {
    assert!(ran.stderr.starts_with("error: ") || ran.stderr.starts_with("jobctl: "), "{ran:?}");
    assert!(ran.stderr.lines().count() <= 5 && ran.stderr.len() < 600, "{ran:?}");
    for words in OF_LIBRARIES {
        assert!(!ran.stderr.contains(words), "{words}: {ran:?}");
    }
    assert_eq!(ran.stdout, "");
}

fn run(folder: &Folder, args: &[&str], variables: &[(&str, &str)]) -> Ran {
    let mut command = folder.command(args);
    command.envs(variables.iter().copied());
    finish(command)
}

#[test]
fn each_wrong_value_is_refused_by_its_name_and_with_what_to_write() {
    let folder = Folder::new();
    let job = id(1);
    for (args, name, instead) in [
        (&["list", "--server", "127.0.0.1:8080"][..], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "localhost:8080"], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "mailto:x"], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "http://"], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "http://h:99999"], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "http://[::1"], "--server", "http://127.0.0.1:8080"),
        (&["list", "--server", "http://h/?q=1"], "--server", "must not have a query"),
        (&["list", "--server", "http://me:secret@h/"], "--server", "JOBS_TOKEN"),
        (&["list", "--server", ""], "--server", "<URL>"),
        (&["list", "--server", "http://h/", "--token", "a b"], "--token", "give only the token"),
        (
            &["verify", "--server", "http://h/", "--threads", "2"],
            "--threads",
            "cannot be used with",
        ),
        (&["verify", "--threads", "0"], "--threads", "from 1 to 1024"),
        (&["verify", "--threads", "many"], "--threads", "from 1 to 1024"),
        (&["verify", "--threads", "99999999999999999999"], "--threads", "from 1 to 1024"),
        (&["verify", "--data-dir", ""], "--data-dir", "<DIR>"),
        (&["verify", "--anchor-dir", ""], "--anchor-dir", "<DIR>"),
        (&["list", "--limit", "0"], "--limit", "1 or more"),
        (&["list", "--limit", "-1"], "--limit", ""),
        (&["list", "--limit", "1.5"], "--limit", "1 or more"),
        (&["list", "--limit", "1", "--all"], "--limit", "--all"),
        (&["stats", "--limit", "501"], "--limit", "from 1 to 500"),
        (&["list", "--since", "yesterday"], "--since", "2026-01-28T15:04:53Z"),
        (&["list", "--until", "1769612693"], "--until", "2026-01-28T15:04:53Z"),
        (&["list", "--status", "DONE"], "--status", "SUCCESS"),
        (&["list", "--cause", "none"], "--cause", "timed_out"),
        (&["list", "--source", "curl"], "--source", "gateway"),
        (&["list", "--order", "up"], "--order", "oldest_first"),
        (&["list", "--user-id", ""], "--user-id", "must not be empty"),
        (&["list", "--cid", "\u{7}"], "--cid", "must not"),
        (&["list", "--action-name", ""], "--action-name", "must not be empty"),
        (&["list", "--batch-id", " "], "--batch-id", "must not"),
        (&["import", "old.db", "--utc-offset", "IST"], "--utc-offset", "+05:30"),
        (&["show", "7"], "JOB_ID", "UUID"),
        (&["prove", &job, "--customer", ""], "--customer", "must not be empty"),
        (&["user", "add", "vijay", "--role", "root"], "--role", "operator"),
        (&["user", "add", ""], "NAME", "must not be empty"),
        (&["token", "new", "--user", ""], "--user", "must not be empty"),
        (&["list", "--token", "x"], "--token", "--server URL"),
    ] {
        let ran = folder.run(args).exits(2);
        is_plain(&ran);
        assert!(ran.stderr.contains(name) && ran.stderr.contains(instead), "{args:?}: {ran:?}");
        assert!(!ran.stderr.contains("secret"), "{ran:?}");
    }
    assert_eq!(std::fs::read_dir(folder.path("")).unwrap().count(), 0, "nothing was made");
}

#[test]
fn each_wrong_variable_is_refused_by_its_name() {
    let folder = Folder::new();
    for (variable, value, expected) in [
        ("JOBS_SERVER", "", "JOBS_SERVER is set and empty"),
        ("JOBS_DATA_DIR", "", "JOBS_DATA_DIR is set and empty"),
        ("JOBS_TOKEN", "", "JOBS_TOKEN is set and empty"),
        ("JOBS_LEDGER_KEY", "", "JOBS_LEDGER_KEY is set and empty"),
        ("JOBS_SERVER", "h:1", "--server <URL>': must begin with http://"),
        (
            "JOBS_LISTN",
            "x",
            "JOBS_LISTN is no setting of jobctl or jobs-http; perhaps JOBS_LISTEN?",
        ),
        ("JOBS_DATADIR", "x", "perhaps JOBS_DATA_DIR?"),
        ("JOBS_SERVER_URL", "x", "perhaps JOBS_SERVER?"),
        ("JOBS_PORT", "8080", "JOBS_PORT is no setting"),
        ("JOBS_", "x", "JOBS_ is no setting"),
    ] {
        for args in [&["list"][..], &["verify"], &["stats", "--json"]] {
            let ran = run(&folder, args, &[(variable, value)]).exits(2);
            is_plain(&ran);
            assert!(ran.stderr.contains(expected), "{variable}: {ran:?}");
        }
        // Help is always shown.
        run(&folder, &["list", "--help"], &[(variable, value)]).exits(0);
    }
    // Variables of the server are allowed; empty ones, and those that Kubernetes sets, are ignored.
    for (variable, value) in [
        ("JOBS_LOG", "debug"),
        ("JOBS_LISTEN", "x"),
        ("JOBS_DEMO", ""),
        ("NOT_JOBS_X", ""),
        ("JOBS_LISTN", ""),
        ("JOBS_PORT", "tcp://10.0.0.1:80"),
        ("JOBS_SERVICE_HOST", "10.0.0.1"),
        ("JOBS_PORT_80_TCP_ADDR", "10.0.0.1"),
        ("JOBS_HTTP_SERVICE_PORT_WEB", "80"),
    ] {
        let ran = run(&folder, &["list"], &[(variable, value)]).exits(1);
        assert!(ran.stderr.contains("there is no ledger in ./jobs-data"), "{ran:?}");
    }
}

#[test]
fn a_server_and_a_directory_are_never_chosen_between() {
    let served = Served::over(Folder::new());
    let folder = &served.folder;
    let server = ("JOBS_SERVER", served.url.as_str());
    let token = ("JOBS_TOKEN", TOKEN);
    let directory = ("JOBS_DATA_DIR", "elsewhere");
    let job = id(1);
    // Alone, it names the place, like --server.
    for args in [&["list"][..], &["stats"], &["verify"]] {
        run(folder, args, &[server, token]).exits(0);
    }
    let said = run(folder, &["show", &job], &[server, token]).exits(4).stderr;
    assert!(said.contains("is recorded"), "{said}");
    for command in [&["list"][..], &["stats"], &["verify"], &["show", &job]] {
        for (args, variables, names) in [
            (&["--data-dir", "jobs-data"][..], &[server][..], ["JOBS_SERVER", "--data-dir"]),
            (&[], &[server, directory], ["JOBS_SERVER", "JOBS_DATA_DIR"]),
            (&["--server", &served.url], &[directory], ["--server", "JOBS_DATA_DIR"]),
            (
                &["--server", &served.url, "--data-dir", "jobs-data"],
                &[],
                ["--server", "--data-dir"],
            ),
        ] {
            let ran = run(folder, &[command, args].concat(), variables).exits(2);
            is_plain(&ran);
            assert!(names.iter().all(|name| ran.stderr.contains(name)), "{ran:?}");
        }
    }
    // Commands that work only on a directory do not accept a server.
    for command in [
        &["import", "old.db"][..],
        &["prove", &job],
        &["user", "list"],
        &["user", "add", "vijay", "--role", "admin", "--no-password"],
        &["token", "list"],
        &["token", "new", "--user", "vijay"],
    ] {
        for variables in [&[server][..], &[server, directory]] {
            let ran = run(folder, command, variables).exits(2);
            is_plain(&ran);
            assert!(ran.stderr.contains("JOBS_SERVER is set, but `"), "{ran:?}");
        }
    }
    run(folder, &["user", "list", "--data-dir", "jobs-data"], &[server]).exits(0);
    assert!(!folder.path("elsewhere").exists());
}

/// A server that answers each connection with `bytes`, and the address that it listens on.
fn answers(bytes: &'static [u8]) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            // A part of the request is enough; unread data resets the connection, or is read.
            let _read = stream.read(&mut [0; 4096]);
            let _sent = stream.write_all(bytes);
        }
    });
    address
}

#[test]
fn what_answers_and_is_no_ledgers_server_is_said_in_words() {
    let folder = Folder::new();
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let page = answers(b"HTTP/1.1 404 Not Found\r\nContent-Length: 20\r\nConnection: close\r\n\r\n<html>\n<b>no</b>\n\n\n\n");
    let html = answers(b"HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\n<html>");
    let tls_alert = answers(&[0x15, 3, 1, 0, 2, 2, 70]);
    let other = answers(b"SSH-2.0-OpenSSH_9.6\r\n");
    let silent = answers(b"");
    for (url, expected) in [
        (format!("http://{closed}"), "nothing listens there"),
        (format!("https://{closed}"), "nothing listens there"),
        (format!("https://{page}"), "it does not speak TLS: write http://"),
        (format!("https://{other}"), "it does not speak TLS: write http://"),
        (
            format!("http://{page}"),
            "is this its URL, with its path if it has one? It says: <html> <b>no</b>",
        ),
        (format!("http://{html}"), "is this the URL of the ledger's server"),
        (format!("http://{tls_alert}"), "does not answer as a web server does"),
        (format!("http://{other}"), "does not answer as a web server does"),
        (format!("http://{silent}"), "does not answer as a web server does"),
        ("http://no-such-host.invalid".into(), "there is no such host"),
    ] {
        for args in [&["list"][..], &["stats"], &["show", &id(1)]] {
            let ran = folder.run(&[args, &["--server", &url]].concat()).exits(1);
            is_plain(&ran);
            assert!(ran.stderr.contains(expected) && ran.stderr.contains(&url), "{url}: {ran:?}");
        }
    }
}
