//! Numbers and customers are kept as they were written, on every path into the ledger.

use axum::body::Body;
use axum::http::{Request, StatusCode};
use serde_json::Value;

use crate::support::in_process::{ADMIN, Answer, Api, VIJAY};

/// Numbers that a 64-bit integer or a double would change, in value or in spelling.
const NUMBERS: [&str; 12] = [
    "106.09592918164313",
    "123456789012345678901",
    "-123456789012345678901",
    "0.1000",
    "1.0",
    "-0",
    "-0.0",
    "1e400",
    "1E+2",
    "5e-324",
    "9007199254740993",
    "3.141592653589793238462643383279502884197",
];

/// `{"n0":…,"n1":[…],…}`: each number alone and within an array.
fn members() -> String {
    let member = |(at, number): (usize, &&str)| format!("\"n{at}\":{number},\"a{at}\":[{number}]");
    NUMBERS.iter().enumerate().map(member).collect::<Vec<_>>().join(",")
}

/// Every number of [`members`] is in its place in `text`, digit by digit; exponents have one
/// spelling, `e+2`.
fn assert_all(text: &str, of: &str) {
    for (at, number) in NUMBERS.iter().enumerate() {
        let number = number.replace("E+", "e+").replace("1e4", "1e+4");
        for spelt in [format!("\"n{at}\":{number}"), format!("\"a{at}\":[{number}]")] {
            let ends = [",", "}"].iter().any(|end| text.contains(&format!("{spelt}{end}")));
            assert!(ends, "{spelt} is not in {of}: {text}");
        }
    }
}

/// The body is sent literally: `json!` could not write these numbers.
async fn post(api: &Api, path: &str, body: String) -> Answer {
    let request = Request::post(path).header("authorization", format!("Bearer {}", VIJAY.unwrap()));
    let request = request.header("content-type", "application/json");
    api.send(request.body(Body::from(body)).unwrap()).await
}

async fn recorded_payload(api: &Api, job_id: &str) -> String {
    let job = api.get(VIJAY, &format!("/v1/jobs/{job_id}")).await.json();
    let history = api.get(VIJAY, &format!("/v1/jobs/{job_id}/history")).await.json();
    assert_eq!(history["entries"][0]["request_payload"], job["request_payload"]);
    job["request_payload"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_set_action_is_sent_recorded_answered_and_sent_again_with_the_numbers_that_were_written()
{
    let api = Api::new().await;
    let url = format!("{}/echo/x", api.upstream);
    for content_type in ["application/json", "application/x-www-form-urlencoded"] {
        let payload =
            format!("{{\"action\":\"PE-Enable\",\"cids\":[5001,\"5002\"],{}}}", members());
        let body = format!(
            "{{\"url\":\"{url}\",\"contentType\":\"{content_type}\",\"postData\":{payload}}}"
        );
        let answer = post(&api, "/proxy_fetch", body).await;
        let job_id = answer.json()["job_id"].as_str().unwrap().to_owned();
        let sent = || api.sim.calls().last().unwrap().body.clone();
        if content_type == "application/json" {
            assert_all(&sent(), "what was sent");
        } else {
            let form = sent();
            assert!(form.contains("&n1=123456789012345678901&"), "{form}");
            assert!(form.contains("n8=1e%2B2&") && form.contains("&n3=0.1000&"), "{form}");
        }
        assert_all(&recorded_payload(&api, &job_id).await, "what was recorded");
        let again =
            post(&api, &format!("/v1/jobs/{job_id}/retry"), "{\"customers\":\"all\"}".into()).await;
        assert_eq!(again.status, StatusCode::CREATED, "{}", again.text);
        assert_all(&sent(), "what was sent again");
        assert!(sent().contains("\"cids\":[5001,\"5002\"]"), "{}", sent());
        let again = again.json()["job"]["job_id"].as_str().unwrap().to_owned();
        assert_all(&recorded_payload(&api, &again).await, "what was recorded of the retry");
    }
}

#[tokio::test]
async fn a_submitted_payload_is_recorded_with_the_numbers_that_were_written() {
    let api = Api::new().await;
    let job = |end: &str| {
        format!("{{\"action_name\":\"A\",\"cids\":[1],\"request_payload\":{{{}}}{end}}}", members())
    };
    let one = post(&api, "/v1/jobs", job("")).await.json()["job"]["job_id"].clone();
    let old = format!("{}}}", job("").trim_end_matches('}').to_owned() + "},\"action_code\":1");
    let old = post(&api, "/api/jobs/create", old).await.json()["job"]["job_id"].clone();
    let request = Request::post("/v1/jobs/bulk")
        .header("authorization", format!("Bearer {}", ADMIN.unwrap()));
    let line = request.body(Body::from(job(",\"user_id\":\"vijay\"") + "\n")).unwrap();
    let bulk = api.send(line).await;
    let bulk: Value = serde_json::from_str(bulk.text.trim()).unwrap();
    for job_id in [one, old, bulk["job"]["job_id"].clone()] {
        let job_id = job_id.as_str().unwrap_or_else(|| panic!("{bulk}"));
        assert_all(&recorded_payload(&api, job_id).await, "what was recorded");
    }
}

/// As a customer, a number is its digits, wherever a request may name customers.
#[tokio::test]
async fn a_customer_may_be_an_integer_of_any_length_at_every_door() {
    let api = Api::new().await;
    let cids = "[123456789012345678901,5001,\"5001\",-1]";
    let fetch = format!(
        "{{\"url\":\"{}/tms/v1/x\",\"postData\":{{\"action\":\"A\",\"cids\":{cids}}}}}",
        api.upstream
    );
    let paths = [
        ("/proxy_fetch", fetch),
        ("/v1/jobs", format!("{{\"action_name\":\"A\",\"cids\":{cids}}}")),
        ("/v1/jobs/bulk", format!("{{\"action_name\":\"A\",\"cids\":{cids}}}\n")),
        (
            "/api/jobs/create",
            format!("{{\"action_code\":1,\"action_name\":\"A\",\"cids\":{cids}}}"),
        ),
    ];
    for (path, body) in paths {
        let answer = post(&api, path, body).await;
        let answered: Value = serde_json::from_str(answer.text.trim()).unwrap();
        let job_id =
            [&answered["job_id"], &answered["job"]["job_id"]].into_iter().find_map(Value::as_str);
        let job_id = job_id.unwrap_or_else(|| panic!("{path}: {}", answer.text));
        let customers = api.get(VIJAY, &format!("/v1/jobs/{job_id}/customers")).await.json();
        assert_eq!(
            customers["customers"],
            serde_json::json!(["-1", "123456789012345678901", "5001"]),
            "{path}"
        );
    }
    for bad in ["5001.0", "1e3", "true", "null"] {
        let body = format!("{{\"action_name\":\"A\",\"cids\":[{bad}]}}");
        let answer = post(&api, "/v1/jobs", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{bad}");
        assert!(answer.text.contains("must be a string or an integer"), "{}", answer.text);
    }
}

/// Invisible characters never make another customer or another action, on any path into the ledger.
#[tokio::test]
async fn names_that_hide_something_are_refused_at_every_door() {
    let api = Api::new().await;
    for hidden in [" 5001", "5001 ", "5001\u{a0}", "\u{feff}5001", "50\u{200b}01", "5001\u{2060}"] {
        let set_action = |action: &str, cid: &str| {
            let payload = serde_json::json!({"action": action, "cids": ["5001", cid]});
            serde_json::json!({"url": format!("{}/tms/v1/x", api.upstream), "postData": payload})
        };
        let job = |action: &str, cid: &str| serde_json::json!({"action_code": 1, "action_name": action, "cids": ["5001", cid]});
        for (action, cid, field) in [("A", hidden, "cids"), (hidden, "5002", "action")] {
            for (path, body) in [
                ("/proxy_fetch", set_action(action, cid)),
                ("/v1/jobs", job(action, cid)),
                ("/v1/jobs/bulk", job(action, cid)),
                ("/api/jobs/create", job(action, cid)),
            ] {
                let answer = post(&api, path, body.to_string()).await;
                let named = answer.text.contains(field);
                let why =
                    answer.text.contains("white space") || answer.text.contains("cannot be seen");
                assert!(named && why, "{path}, {hidden:?}: {}", answer.text);
            }
        }
    }
    assert_eq!(api.sim.call_count(), 0);
    assert_eq!(api.store.head().await.unwrap().size(), 0);
}

/// A number is not an object, however many digits it keeps.
#[tokio::test]
async fn a_number_is_no_payload() {
    let api = Api::new().await;
    for number in NUMBERS.into_iter().chain(["5", "1.5", "1e3", "true", "[1]"]) {
        let url = format!("{}/tms/v1/x", api.upstream);
        let body = format!("{{\"url\":\"{url}\",\"isPost\":true,\"postData\":{number}}}");
        let answer = post(&api, "/proxy_fetch", body).await;
        assert_eq!(answer.status, StatusCode::BAD_REQUEST, "{number}: {}", answer.text);
        assert!(answer.text.contains("postData: must be an object"), "{number}: {}", answer.text);
    }
    assert_eq!(api.sim.call_count(), 0);
}
