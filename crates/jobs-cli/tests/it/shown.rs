//! What `list`, `show` and `stats` print is what the server answers, member by member, whether it
//! is read from the server or from the file.

use serde_json::{Value, json};

use crate::support::ledger::Ledger;
use crate::support::legacy::id;
use crate::support::served::Served;

fn answer(served: &Served, path: &str) -> Value {
    serde_json::from_slice(&served.get(path)).unwrap()
}

/// The output of `args`, which is the same for the server and the file.
fn printed(served: &Served, args: &[&str]) -> String {
    let remote = served.run(args).exits(0).stdout;
    assert_eq!(remote, served.folder.run(args).exits(0).stdout, "{args:?}");
    remote
}

#[test]
fn json_is_all_that_the_server_answers() {
    let Ledger { served, failed, open } = Ledger::new();
    for job_id in [&failed, &open, &id(1)] {
        let of_job = |rest: &str| answer(&served, &format!("v1/jobs/{job_id}{rest}"));
        let expected = json!({
            "job": of_job(""),
            "history": of_job("/history")["entries"],
            "customers": of_job("/customers")["customers"],
        });
        let shown = printed(&served, &["show", job_id, "--customers", "--json"]);
        assert_eq!(shown, format!("{expected}\n"));
    }
    let page = answer(&served, "v1/jobs?limit=500");
    let jobs: Vec<String> = page["jobs"].as_array().unwrap().iter().map(Value::to_string).collect();
    let listed = printed(&served, &["list", "--all", "--json"]);
    assert_eq!(listed, format!("{{\"jobs\":[{}\n],\"next\":null}}\n", jobs.join("\n,")));
    let stats = printed(&served, &["stats", "--json"]);
    assert_eq!(stats, format!("{}\n", answer(&served, "v1/stats")));
}

#[test]
fn text_is_one_fact_a_line() {
    let Ledger { served, failed, .. } = Ledger::new();
    let history = answer(&served, &format!("v1/jobs/{failed}/history"));
    let recorded_at = |at: usize| history["entries"][at]["recorded_at"].as_str().unwrap();
    let created = recorded_at(0);
    let changed = recorded_at(1);
    let expected = format!(
        "\
job_id            {failed}
status            FAILED
cause             reported
http_status       200
error_message     1 of 2 failed
user_id           admin
action_name       T-Enable
action_code       3
created_at        {created}
updated_at        {changed}
customer_count    2
source            api
request_payload   {{\"n\":1}}

History
  300  {created}  job_created  IN_PROGRESS
  303  {changed}  status_changed  FAILED  for reported  http 200  by admin  - 1 of 2 failed
    5002  FAILED  does not exist

Customers
  5001
  5002
"
    );
    assert_eq!(printed(&served, &["show", &failed, "--customers"]), expected);
}
