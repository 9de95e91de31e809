//! The binary `demo-upstream`: it says where it listens, and answers as it was told to.
#![expect(clippy::unwrap_used, reason = "a helper of a test that cannot go on fails the test")]

use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::TcpStream;
use std::process::{Child, Command, Stdio};

/// The program, killed when the value goes out of scope.
struct Program(Child);

impl Drop for Program {
    fn drop(&mut self) {
        let _gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}

/// The whole answer to a request without a body.
fn ask(address: &str, request_line: &str) -> String {
    let mut stream = TcpStream::connect(address).unwrap();
    let head = "host: x\r\nauthorization: Bearer bad\r\nconnection: close\r\n\r\n";
    stream.write_all(format!("{request_line}\r\n{head}").as_bytes()).unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).unwrap();
    answer
}

#[test]
fn it_listens_where_it_says_and_heeds_its_arguments() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demo-upstream"));
    command.args(["--listen", "127.0.0.1:0", "--delay-ms", "0", "--token", "good"]);
    let mut program = Program(command.stdout(Stdio::piped()).spawn().unwrap());
    let mut line = String::new();
    BufReader::new(program.0.stdout.take().unwrap()).read_line(&mut line).unwrap();
    let address = line.trim_end().strip_prefix("demo-upstream listening on http://").unwrap();

    let answer = ask(address, "GET /tms/v1/status HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 401 "), "{answer}");
    let answer = ask(address, "GET /status-503/x HTTP/1.1");
    assert!(answer.starts_with("HTTP/1.1 503 "), "{answer}");
    // Tokens are in the calls, so it keeps none unless it is told to.
    let listed = ask(address, "GET /_sim/calls HTTP/1.1");
    assert!(listed.ends_with(r#"{"calls":[],"count":2,"stalled":0}"#), "{listed}");
}

#[test]
fn a_port_that_cannot_be_had_is_named() {
    let mut command = Command::new(env!("CARGO_BIN_EXE_demo-upstream"));
    let output = command.args(["--listen", "nonsense"]).output().unwrap();
    let message = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{message}");
    assert!(message.starts_with("demo-upstream: "), "{message}");
}
