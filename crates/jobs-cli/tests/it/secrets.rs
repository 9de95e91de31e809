//! Passwords and tokens are in nothing that `jobctl` writes, except for a token that is shown once.

use std::fs;

use crate::accounts::run_with;
use crate::support::run::{Folder, Ran, finish};

/// The files of `jobs-data` and the outputs that contain `secret`.
fn places_with(folder: &Folder, said: &[(String, Ran)], secret: &str) -> Vec<String> {
    let files = fs::read_dir(folder.path("jobs-data")).unwrap();
    let files = files.map(|file| file.unwrap().path()).filter(|path| path.is_file());
    let files =
        files.filter(|path| String::from_utf8_lossy(&fs::read(path).unwrap()).contains(secret));
    let says = |ran: &Ran| ran.stdout.contains(secret) || ran.stderr.contains(secret);
    let said = said.iter().filter(|(_, ran)| says(ran)).map(|(command, _)| command.clone());
    files.map(|path| path.display().to_string()).chain(said).collect()
}

#[test]
fn no_secret_is_in_anything_that_jobctl_writes() {
    let folder = Folder::of_a_server();
    let mut said = Vec::new();
    let mut secrets = vec!["canary-in-JOBS_TOKEN", "canary-in-url"];
    for (args, input, code) in [
        (
            &["user", "add", "vijay", "--role", "operator", "--password-stdin"][..],
            "canary-first",
            0,
        ),
        (&["user", "add", "vijay", "--role", "operator", "--password-stdin"], "canary-again", 1),
        (&["user", "add", "anita", "--role", "operator", "--password-stdin"], "can-short", 1),
        (&["user", "passwd", "vijay", "--password-stdin"], "canary-second", 0),
        (&["user", "passwd", "nobody", "--password-stdin"], "canary-of-nobody", 1),
        (&["user", "enable", "vijay", "--password-stdin"], "canary-third", 0),
        (&["user", "passwd", "vijay", "--password=canary-on-the-line"], "canary-on-the-line", 2),
    ] {
        said.push((args.join(" "), run_with(&folder, args, &format!("{input}\n")).exits(code)));
        secrets.push(input);
    }
    let made = folder.run(&["token", "new", "--user", "vijay", "--name", "laptop"]).exits(0);
    let token = made.stdout.trim_end();
    assert!(!made.stderr.contains(token), "{}", made.stderr);
    secrets.push(token);
    for args in [
        &["token", "list"][..],
        &["token", "list", "--json"],
        &["user", "list"],
        &["token", "new", "--user", "vijay", "--name", "laptop"],
        &["list", "--server", "http://127.0.0.1:1/"],
        &["list", "--server", "http://vijay:canary-in-url@127.0.0.1:1/"],
        &["list", "--server", "http://vijay:canary-in-url@[127.0.0.1:1/"],
        &["list", "--server", "ftp://vijay:canary-in-url@127.0.0.1/"],
        &["list", "--server", "http://127.0.0.1:port/?token=canary-in-url"],
        &["verify", "--server", "http://vijay:canary-in-url@127.0.0.1:1/"],
        &["token", "revoke", "laptop"],
    ] {
        let mut command = folder.command(args);
        command.env("JOBS_TOKEN", "canary-in-JOBS_TOKEN");
        said.push((args.join(" "), finish(command)));
    }
    for secret in secrets {
        let places = places_with(&folder, &said, secret);
        assert!(places.is_empty(), "{secret}: {places:?}");
    }
    // The search finds them where they are.
    assert_eq!(places_with(&folder, &said, "vijay was added as operator").len(), 1);
    assert_eq!(places_with(&folder, &said, "argon2id").len(), 1);
}
