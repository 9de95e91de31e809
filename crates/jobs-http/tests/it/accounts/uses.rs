//! When tokens were last used is known after a restart, and in a private file.

use std::os::unix::fs::PermissionsExt as _;

use crate::support::process::{self, TOKEN};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_use_is_written_down_when_the_server_stops() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let http = process::client(|builder| builder);
    let last_used = async |server: &process::Process| {
        let request = http.get(format!("{}/v1/tokens", server.url)).bearer_auth(TOKEN);
        let listed: serde_json::Value = request.send().await.unwrap().json().await.unwrap();
        listed["tokens"][0]["last_used_at"].as_str().map(str::to_owned)
    };
    let server = process::start(process::jobs_http(&data));
    let first = last_used(&server).await.unwrap();
    server.terminate();
    assert!(server.ended().success());
    let file = data.join("token-uses");
    let written = std::fs::read_to_string(&file).unwrap();
    assert_eq!(written.lines().count(), 1, "{written}");
    assert!(!written.contains(TOKEN), "{written}");
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);

    // A file from long ago, without which the server starts as well.
    let (name, _) = written.split_once(' ').unwrap();
    std::fs::write(&file, format!("{name} 60\nrubbish")).unwrap();
    let server = process::start(process::jobs_http(&data));
    let again = last_used(&server).await.unwrap();
    assert!(again >= first, "the newest use counts: {again}, {first}");
    server.kill();
    std::fs::remove_file(&file).unwrap();
    let server = process::start(process::jobs_http(&data));
    assert!(last_used(&server).await.is_some());
}
