//! Paths and queries that hold secrets.

use jobs_api::{Endpoint, endpoints};
use reqwest::Method;

use super::scene::Scene;

/// Parameters of some route, and one of none.
const PARAMETERS: [&str; 14] = [
    "token", "cursor", "limit", "after", "from", "index", "size", "since", "until", "status",
    "order", "receipt", "job_id", "part",
];

/// Puts secrets into the query of every route, and into every part of a path that is not fixed.
pub(super) async fn ask(scene: &mut Scene) {
    let job_id = scene.submit().await;
    for operation in endpoints().iter().filter(|it| it.method() == Method::GET) {
        let path = operation.path().replace("{job_id}", &job_id).replace("{other_id}", &job_id);
        let path = path.replace("{index}", "0").replace("{cid}", "1").replace("{user_id}", "admin");
        let path = path.replace("/log/tile/{*path}", "/log/tile/0/000.p/1");
        let path = path.replace("{*path}", "000.p/1");
        for parameter in PARAMETERS {
            let input = format!("the parameter {parameter} of {path}");
            let secret = scene.canaries.plant(&input);
            let request = scene.request(Method::GET, &format!("{path}?{parameter}={secret}"));
            let request = request.bearer_auth(&scene.token);
            scene.send(&input, request).await;
        }
        put_into_path(scene, operation).await;
    }
    // A caller who is not signed in is redirected to sign in, and from there back to the requested
    // address.
    for path in ["/?token={}", "/login?next=%2F%3Ftoken%3D{}"] {
        let input = format!("the page {path}");
        let secret = scene.canaries.plant_meant_for("the answer to the page", &input);
        let request = scene.request(Method::GET, &path.replace("{}", &secret));
        scene.send(&input, request).await;
    }
}

async fn put_into_path(scene: &mut Scene, operation: &'static Endpoint) {
    let path = operation.path();
    for variable in ["{job_id}", "{other_id}", "{index}", "{cid}", "{user_id}", "{*path}"] {
        if !path.contains(variable) {
            continue;
        }
        let input = format!("{variable} in {path}");
        // The requested customer or user is named in the answer, and is not a secret; and the old
        // dashboard named the job that it did not find. But the log need not have them.
        let secret = match (variable, operation.id()) {
            ("{cid}" | "{user_id}", _) | (_, "readOldCustomers") => {
                scene.canaries.plant_meant_for("the answer to {", &input)
            }
            _ => scene.canaries.plant(&input),
        };
        let secret = secret.replace('/', "%2F");
        let zeros = "00000000-0000-0000-0000-000000000000";
        let address = path.replace(variable, &secret).replace("{job_id}", zeros);
        let address = address.replace("{other_id}", zeros).replace("{cid}", "1");
        let request = scene.request(Method::GET, &address).bearer_auth(&scene.token);
        scene.send(&input, request).await;
    }
}

/// Requests paths that do not exist.
pub(super) async fn ask_in_vain(scene: &mut Scene) {
    for path in ["/{}", "/v1/{}", "/api/{}", "/proxy_fetch/{}", "/log/{}", "/login/{}", "//{}"] {
        for method in [Method::GET, Method::POST, Method::DELETE] {
            let input = format!("{method} {path}");
            let secret = scene.canaries.plant(&input);
            let request = scene.request(method, &path.replace("{}", &secret));
            scene.send(&input, request.bearer_auth(&scene.token)).await;
        }
    }
}
