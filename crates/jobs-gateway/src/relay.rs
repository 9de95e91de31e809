//! Relays plain reads to an upstream: which ones are allowed, and the log line for each.
//!
//! ```text
//! INFO jobs::relay: a read was relayed user="vijay" method="POST" host="idp.test" path="/oauth/token" outcome="answered" http_status=200 elapsed_ms=41
//! ```
//!
//! A read makes no job, so the log is all that remains of it.

use std::sync::Arc;
use std::time::Instant;

use jobs_core::UserId;
use jobs_serve::work;
use url::Url;

use crate::answer::Answer;
use crate::flow::Shared;
use crate::method::ReadMethod;
use crate::outcome::judge_read;
use crate::redact::Redactor;
use crate::refusal::Refusal;
use crate::request::{AllowList, ReadPayload, ReadRequest, check_query, check_read_query};
use crate::upstream::{Call, Method, authorization};

/// The target of the log lines about relayed reads. Never switch them off, as nothing else records
/// a read.
pub const RELAY_TARGET: &str = "jobs::relay";

/// The longest path segment that is treated as a word.
const WORD_LEN_MAX: usize = 24;

/// Reads from the upstream: checked, with a permit, called, and logged. An error says that no call
/// was made.
pub(crate) async fn relay(shared: &Arc<Shared>, request: ReadRequest) -> Result<Answer, Refusal> {
    let bytes = request.payload.as_ref().map_or(0, ReadPayload::footprint);
    let permit = shared.admission.admit(&request.user_id, bytes).await?;
    let preparing = Arc::clone(shared);
    let user_id = request.user_id.clone();
    let method = request.method;
    let (call, redactor) = work::sized(bytes, move || prepare(&preparing, request)).await?;
    let relayed = Relayed::begin(user_id, method, &call.url);
    let received = shared.upstream.call(call).await;
    let answer =
        work::sized(received.size(), move || judge_read(received.understand(&redactor), &redactor))
            .await;
    relayed.end(&answer);
    drop(permit);
    Ok(answer)
}

/// Checks a read. May be slow.
fn prepare(shared: &Shared, request: ReadRequest) -> Result<(Call, Redactor), Refusal> {
    let ReadRequest { user_id, url, token, method, payload } = request;
    let payload = payload.filter(|_| method == ReadMethod::Post);
    let url = shared.allow.read(&url)?;
    check(&shared.allow, method, &url, payload.as_ref())
        .inspect_err(|refusal| log_refused(&user_id, method, &url, refusal))?;
    let authorization = token.as_ref().map(authorization).transpose()?;
    let members = payload.as_ref().map(ReadPayload::members);
    let redactor = shared.redactor.of_request(token.as_ref(), members.as_deref(), &url)?;
    let body = payload.map(ReadPayload::encode);
    let method = if method == ReadMethod::Post { Method::POST } else { Method::GET };
    Ok((Call { method, url, authorization, body }, redactor))
}

/// Refuses what is not a plain read, or not an allowed one.
fn check(
    allow: &AllowList,
    method: ReadMethod,
    url: &Url,
    payload: Option<&ReadPayload>,
) -> Result<(), Refusal> {
    match method {
        ReadMethod::Post => check_query(url)?,
        ReadMethod::Get => check_read_query(url)?,
    }
    payload.map(ReadPayload::check).transpose()?;
    allow.check_read(method, url)
}

/// A read in flight, which is logged when it is over, even if its caller has gone.
struct Relayed {
    user_id: UserId,
    method: ReadMethod,
    host: String,
    path: String,
    started: Instant,
    outcome: &'static str,
    http_status: Option<u16>,
}

impl Relayed {
    fn begin(user_id: UserId, method: ReadMethod, url: &Url) -> Self {
        let host = host(url);
        let path = words(url);
        let started = Instant::now();
        let outcome = "abandoned";
        Self { user_id, method, host, path, started, outcome, http_status: None }
    }

    /// Notes how it ended.
    fn end(mut self, answer: &Answer) {
        self.outcome = answer.details.cause.as_str();
        self.http_status = answer.details.http_status.map(u16::from);
    }
}

impl Drop for Relayed {
    fn drop(&mut self) {
        let Self { user_id, method, host, path, started, outcome, http_status } = self;
        let user = user_id.as_str();
        let method = method.as_str();
        let elapsed_ms = started.elapsed().as_millis();
        tracing::info!(
            target: RELAY_TARGET,
            user, method, host, path, outcome, http_status, elapsed_ms, "a read was relayed"
        );
    }
}

/// Logs a read that was refused because of what it asks.
fn log_refused(user_id: &UserId, method: ReadMethod, url: &Url, refusal: &Refusal) {
    let user = user_id.as_str();
    let method = method.as_str();
    let host = host(url);
    let path = words(url);
    let reason = refusal.to_string();
    tracing::warn!(target: RELAY_TARGET, user, method, host, path, reason, "a read was refused");
}

fn host(url: &Url) -> String {
    url.host_str().unwrap_or_default().to_owned()
}

/// The path of `url`, with `…` for what may be a value: words are of lower-case letters, and `v1`
/// is one.
fn words(url: &Url) -> String {
    let is_version = |segment: &str| {
        segment.strip_prefix('v').is_some_and(|digits| digits.bytes().all(|it| it.is_ascii_digit()))
    };
    let is_letter = |byte: u8| byte.is_ascii_lowercase() || matches!(byte, b'-' | b'_');
    let is_word = |segment: &str| segment.bytes().all(is_letter) || is_version(segment);
    let shown = |segment: &str| match is_word(segment) && segment.len() <= WORD_LEN_MAX {
        true => segment.to_owned(),
        false => "…".to_owned(),
    };
    url.path().split('/').map(shown).collect::<Vec<_>>().join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_path_only_words_are_shown() {
        for (url, shown) in [
            ("https://a.test", "/"),
            ("https://a.test/tms/v1/app-status?token=x#y", "/tms/v1/app-status"),
            ("https://a.test/tms/5001/x;a=b/%41/Ab/v1x/", "/tms/…/…/…/…/…/"),
            ("https://a.test/abcdefghijklmnopqrstuvwxyz", "/…"),
        ] {
            assert_eq!(words(&url.parse().unwrap()), shown, "{url}");
        }
    }
}
