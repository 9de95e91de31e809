//! Credentials for an upstream, wherever a caller can put them, and an upstream that repeats all of
//! them.

use reqwest::Method;
use serde_json::{Value, json};

use super::canary::in_url;
use super::echo::{self, MANNERS};
use super::scene::{PLAIN, Scene};

/// Sends Set Actions and reads, in both forms, to an upstream that answers in every way; then sends
/// each job again.
pub(super) async fn call(scene: &mut Scene) {
    for manner in MANNERS {
        for content_type in ["application/json", "application/x-www-form-urlencoded"] {
            let body = set_action(scene, manner, content_type);
            let job_id =
                fetch(scene, &format!("a Set Action {manner}, {content_type}"), body).await;
            let again = "a Set Action for whose job nothing is given again";
            let answer = retry(scene, again, job_id.as_str().unwrap(), json!({})).await;
            let expected = if matches!(manner, "done") { 409 } else { 422 };
            assert_eq!(answer, expected);
        }
        read(scene, manner).await;
        try_again(scene, manner).await;
    }
    send_wrong_members(scene).await;
}

/// A Set Action with a secret in every place.
fn set_action(scene: &mut Scene, manner: &str, content_type: &str) -> String {
    let shapes = scene.canaries.plant_shapes(&format!("a Set Action {manner}, {content_type}"));
    let mut plant = |place: &str| {
        scene.canaries.plant(format!("{place} of a Set Action {manner}, {content_type}"))
    };
    let token = plant("the token");
    let url = format!(
        "{}/{manner}/x?access_token={}&to%6Ben={}&page=2",
        scene.upstream,
        in_url(&plant("a parameter")),
        in_url(&plant("a parameter with an escaped name"))
    );
    let in_text = json!({"password": plant("JSON in a text")}).to_string();
    let in_texts =
        json!({"a": [json!({"apiSecret": plant("JSON in JSON in a text")}).to_string()]});
    let payload = json!({
        "action": "T-Enable", "cids": ["1"], "note": PLAIN,
        "token": plant("the member token"),
        "Password": plant("the member Password"),
        "AUTHORIZATION": format!("Bearer {}", plant("the member AUTHORIZATION")),
        "a": {"b": [{"clientSecret": plant("a member inside")}, [{"tokens": [
            plant("an item"), {"x": plant("a member of an item")}]}]]},
        "text": in_text, "texts": in_texts.to_string(),
        "escapedname": plant("a member with an escaped name"),
        "link": format!("see https://vijay:{}@a.test/?token={}#id_token={}",
            in_url(&plant("a URL's password")), in_url(&plant("a URL's parameter")), in_url(&plant("a URL's fragment"))),
        "form": format!("user=vijay&password={}&x=1", in_url(&plant("a form in a text"))),
        "free": format!("was sent with {token}"),
        "shapes": shapes,
    });
    let body = json!({
        "url": url, "token": token, "isPost": true, "contentType": content_type, "postData": payload,
        "authorization": plant("an unknown member of the body"),
    });
    body.to_string().replace("escapedname", "se\\u0063ret")
}

/// Sends it twice with a key, and returns the job's ID. The caller gets the upstream's answer
/// unchanged.
async fn fetch(scene: &mut Scene, input: &str, body: String) -> Value {
    let key = scene.canaries.plant(format!("the key of {input}"));
    let mut job_id = Value::Null;
    for _ in 0..2 {
        let request = scene.request(Method::POST, "/proxy_fetch").bearer_auth(&scene.token);
        let request = request.header("idempotency-key", &key).body(body.clone());
        let answer = scene.send_unkept(input, request).await;
        scene.written.add(format!("the answer to {input}"), echo::without_data(&answer.text));
        job_id = answer.json()["job_id"].clone();
    }
    assert!(job_id.is_string(), "{input}");
    job_id
}

/// Reads, which record nothing; the caller gets the upstream's answers.
async fn read(scene: &mut Scene, manner: &str) {
    for is_post in [false, true] {
        let input = format!("a read {manner}, by POST: {is_post}");
        let mut plant = |place: &str| scene.canaries.plant(format!("{place} of {input}"));
        let body = json!({
            "url": format!("{}/{manner}/x?token={}", scene.upstream, in_url(&plant("a parameter"))),
            "token": plant("the token"), "isPost": is_post,
            "postData": {"secret": plant("a member")},
        });
        let request = scene.request(Method::POST, "/proxy_fetch").bearer_auth(&scene.token);
        let answer = scene.send_unkept(&input, request.body(body.to_string())).await;
        scene.written.add(format!("the answer to {input}"), echo::without_data(&answer.text));
    }
}

/// Sends a failed job again, with credentials in all members.
async fn try_again(scene: &mut Scene, manner: &str) {
    let secret = scene.canaries.plant("the secret of a job to be sent again");
    let body = json!({
        "url": format!("{}/broken/x", scene.upstream), "isPost": true,
        "postData": {"action": "T-Enable", "cids": ["1"], "secret": secret},
    });
    let job_id = fetch(scene, "a job to be sent again", body.to_string()).await;
    let mut plant = |place: &str| scene.canaries.plant(format!("{place} of a retry {manner}"));
    let body = json!({
        "token": plant("the token"), "payload": {"secret": plant("a member")},
        "url": format!("{}/{manner}/x?token={}", scene.upstream, in_url(&plant("a parameter"))),
    });
    assert_eq!(retry(scene, "a retry", job_id.as_str().unwrap(), body).await, 201);
}

async fn retry(scene: &mut Scene, input: &str, job_id: &str, body: Value) -> u16 {
    let path = format!("/v1/jobs/{job_id}/retry");
    let key = scene.canaries.plant(format!("the key of {input}"));
    let request = scene.request(Method::POST, &path).bearer_auth(&scene.token);
    let request = request.header("idempotency-key", key).body(body.to_string());
    scene.send(input, request).await.status
}

/// Secrets in members where they make the request invalid.
async fn send_wrong_members(scene: &mut Scene) {
    let url = format!("{}/done/x", scene.upstream);
    let (scheme, host) = url.split_once("://").unwrap();
    for body in [
        json!({"url": format!("{scheme}://vijay:{{}}@{host}"), "postData": {}}),
        json!({"url": "http://other.test/?token={}", "postData": {}}),
        json!({"url": "{}", "postData": {}}),
        json!({"url": format!("{url}?action={{}}"), "postData": {"action": "a", "cids": ["1"]}}),
        json!({"url": url, "token": ["{}"]}),
        json!({"url": url, "token": "{}\n"}),
        json!({"url": url, "token": format!("{{}}{}", "x".repeat(16 << 10))}),
        json!({"url": url, "isPost": "{}"}),
        json!({"url": url, "contentType": "{}"}),
        json!({"url": url, "contentType": "application/json", "postData": "{}"}),
        json!({"url": url, "retry_of": "{}"}),
        json!({"url": url, "batch_id": format!("{{}}{}", "x".repeat(300))}),
        json!({"url": url, "postData": {"action": ["{}"], "cids": ["1"]}}),
        json!({"url": url, "postData": {"action": "a", "cids": "{}"}}),
        json!({"url": url, "postData": {"action": "a", "cids": [["{}"]]}}),
        json!({"url": url, "postData": {"action": "a", "cids": ["1"], "token": vec!["{}".repeat(9_999)]}}),
    ] {
        let body = body.to_string();
        let input = format!("a wrong member in {}", &body[..body.len().min(200)]);
        let secret = scene.canaries.plant(&input);
        let answer = scene.post(&input, "/proxy_fetch", body.replace("{}", &secret)).await;
        assert!((400..500).contains(&answer.status), "{input}: {} {}", answer.status, answer.text);
    }
}
