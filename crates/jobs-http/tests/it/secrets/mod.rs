//! Secrets are written nowhere: not to the log at any level, not into answers, not to disk.
//!
//! A different secret goes into every input that may carry one, and then everything that the
//! program wrote is searched for all of them. Not searched, as the documentation says that it is
//! passed on or recorded unchanged: an upstream's answer to its caller (`data` of `/proxy_fetch`),
//! names (of actions, customers, users, labels, members of JSON, parameters), a line's `ref`, and
//! credentials in free text that nothing marks as such.

mod addresses;
mod bodies;
mod callers;
mod canary;
mod echo;
mod scene;
mod settings;
mod upstreams;

use canary::Written;
use scene::{LAST, PLAIN, Scene};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn no_secret_is_in_anything_that_the_program_writes() {
    let mut scene = Scene::start().await;
    callers::sign_in(&mut scene).await;
    callers::use_what_signs_in(&mut scene).await;
    callers::change_accounts(&mut scene).await;
    callers::send_headers(&mut scene).await;
    upstreams::call(&mut scene).await;
    bodies::record(&mut scene).await;
    bodies::send_wrong_values(&mut scene).await;
    bodies::send_unreadable(&mut scene).await;
    addresses::ask(&mut scene).await;
    addresses::ask_in_vain(&mut scene).await;
    bodies::record_last(&mut scene).await;
    scene.read_everything().await;
    let (mut canaries, mut written) = scene.stop();
    settings::refuse(&mut canaries, &mut written);
    settings::show_the_first_token(&mut canaries, &mut written);
    check_that_all_is_searched(&written);
    let leaks = canaries.leaks(&written);
    let count = (leaks.len(), canaries.count());
    assert!(leaks.is_empty(), "{count:?} secrets got out:\n{}", leaks.join("\n"));
}

/// A text that is not a secret is found where it should be; so a secret would be found.
fn check_that_all_is_searched(written: &Written) {
    let noted = written.places_with(PLAIN);
    for place in ["jobs.db", "GET /v1/entries?", "GET /v1/jobs/"] {
        assert!(noted.iter().any(|it| it.contains(place)), "{place}: {noted:?}");
    }
    let last = written.places_with(LAST);
    for place in ["jobs.db", "GET /v1/stream", "GET /v1/export.csv", "GET /api/audit/trail"] {
        assert!(last.iter().any(|it| it.contains(place)), "{place}: {last:?}");
    }
    for said in ["event=sign_in ", "event=sign_in_refused", "the call ended", "TRACE"] {
        assert!(written.places_with(said).contains(&"the log"), "the log does not say {said}");
    }
}
