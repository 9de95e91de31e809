//! Wrong settings and files that hold secrets.

use std::fs;
use std::os::unix::fs::PermissionsExt as _;

use super::canary::{Canaries, Written};
use crate::support::process;

/// Starts servers that do not start, and keeps their messages.
pub(super) fn refuse(canaries: &mut Canaries, written: &mut Written) {
    for (name, value) in [
        ("upstream", "https://vijay:{}@a.test/"),
        ("upstream", "https://vijay:{}@[a.test/"),
        ("upstream", "vijay:{}@a.test"),
        ("upstream", "https://a.test/?token={}"),
        ("upstream", "https://a.test:port/?token={}"),
        ("jwt-jwks", "https://vijay:{}@a.test/keys"),
        ("jwt-jwks", "http://a.test/keys?token={}"),
        ("jwt-jwks", "https://vijay:{}@[a.test/keys"),
    ] {
        for by_flag in [true, false] {
            let input = format!("--{name} {value}, by flag: {by_flag}");
            let value = value.replace("{}", &canaries.plant(&input));
            let directory = tempfile::tempdir().unwrap();
            let mut command = process::jobs_http(&directory.path().join("data"));
            command.env("JOBS_LOG", "trace");
            if by_flag {
                command.args([format!("--{name}"), value]);
            } else {
                command.env(format!("JOBS_{}", name.to_uppercase().replace('-', "_")), value);
            }
            if name == "jwt-jwks" {
                command.args(["--jwt-issuer", "i", "--jwt-audience", "a"]);
            }
            written.add(format!("what is said of {input}"), process::refusal(command));
        }
    }
    refuse_tokens(canaries, written);
    refuse_files(canaries, written);
}

/// The first token is made and left in its file, and is nowhere else.
pub(super) fn show_the_first_token(canaries: &mut Canaries, written: &mut Written) {
    let directory = tempfile::tempdir().unwrap();
    let data = directory.path().join("data");
    let log = directory.path().join("log");
    for first in [true, false] {
        let mut command = process::jobs_http(&data);
        command.env_remove("JOBS_BOOTSTRAP_TOKEN").env("JOBS_LOG", "trace");
        // Nobody answers there, which the log says.
        let keys = canaries.plant("a parameter of --jwt-jwks") + "&page=1";
        command.args(["--jwt-issuer", "i", "--jwt-audience", "a"]);
        command.args(["--jwt-jwks", &format!("http://127.0.0.1:1/keys?token={keys}")]);
        let server = process::start_logging(command, fs::File::create(&log).unwrap());
        if first {
            let token = fs::read_to_string(data.join("first-token")).unwrap();
            canaries.learn_meant_for("first-token ", "the first token", token.trim_end());
        }
        written.add("the standard output of the first starts", server.printed.join("\n"));
        server.terminate();
        assert!(server.ended().success());
        written.add("the log of the first starts", fs::read(&log).unwrap());
        written.add_files("after the first starts", &data);
    }
}

fn refuse_tokens(canaries: &mut Canaries, written: &mut Written) {
    for token in ["{}", "{} with a space and 32 characters", "{}-é-with-32-characters-or-more"] {
        let input = format!("JOBS_BOOTSTRAP_TOKEN {token}");
        let directory = tempfile::tempdir().unwrap();
        let mut command = process::jobs_http(&directory.path().join("data"));
        command.env("JOBS_BOOTSTRAP_TOKEN", token.replace("{}", &canaries.plant(&input)));
        written.add(format!("what is said of {input}"), process::refusal(command));
    }
}

fn refuse_files(canaries: &mut Canaries, written: &mut Written) {
    for (file, content) in [
        ("auth.toml", "[[user]]\nname = \"vijay\"\nrole = \"operator\"\npassword = \"{}\"\n"),
        ("auth.toml", "[[user]]\nname = \"vijay\"\nrole = \"operator\"\npassword = {}\n"),
        ("auth.toml", "[[user]]\nname = \"vijay\"\nrole = \"operator\"\npassword = \"{}\n"),
        ("auth.toml", "[[user]]\nname = \"vijay\"\nrole = \"operator\"\npassword = [\"{}\"]\n"),
        ("auth.toml", "[[token]]\nsha256 = \"{}\"\nuser = \"vijay\"\nrole = \"operator\"\n"),
        ("auth.toml", "[[token]]\ntoken = \"{}\"\nuser = \"vijay\"\nrole = \"operator\"\n"),
        ("auth.toml", "{}"),
        ("session.key", "{}"),
        ("ledger.key", "{}"),
        ("ledger.key", "PRIVATE+KEY+a+b+{}"),
        ("identity-secret", "{}"),
        ("identity-secret", "{} and {} are not one word of 32 characters"),
    ] {
        let input = format!("{file} with {content:?}");
        let directory = tempfile::tempdir().unwrap();
        let data = directory.path().join("data");
        fs::create_dir(&data).unwrap();
        let path = data.join(file);
        fs::write(&path, content.replace("{}", &canaries.plant(&input))).unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o600)).unwrap();
        let mut command = process::jobs_http(&data);
        command.env("JOBS_LOG", "trace");
        if file == "identity-secret" {
            command.args(["--trusted-proxy", "127.0.0.1/32", "--identity-secret"]).arg(path);
        }
        written.add(format!("what is said of {input}"), process::refusal(command));
    }
}
