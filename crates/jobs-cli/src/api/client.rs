//! The `/v1` API and the log of a server, for reading.

use std::fmt::Display;
use std::io::{self, Write as _};
use std::time::Duration;

use jobs_core::{Cid, Index, JobDetail, JobFilter, JobId, Order, StatsQuery};
use jobs_gateway::UniqueMembers;
use reqwest::{Client, RequestBuilder, Response, StatusCode, redirect};
use serde::Deserialize;
use serde_json::Value;
use url::{Host, Url};

use super::answers::{Customers, EntryPage, History, JobPage, Problem, StatsAnswer};
use super::unreachable;
use crate::{CliError, terminal};

const CONNECT_TIMEOUT: Duration = Duration::from_secs(10);
const TOTAL_TIMEOUT: Duration = Duration::from_secs(60);

/// The most jobs that the API gives on a page.
const JOBS_MAX: usize = 500;

/// The most bytes of an answer in JSON: a page of entries may hold one payload of 16 MiB, of which
/// JSON can escape each byte as six, and about as much again.
const JSON_BYTES_MAX: usize = 256 << 20;

/// The most bytes of a file of the log: a note has up to 65,536, a tile 8,192.
const FILE_BYTES_MAX: usize = 1 << 16;

/// How long a file of all jobs may take.
const EXPORT_TIMEOUT: Duration = Duration::from_secs(24 * 60 * 60);

/// How often, and how many seconds apart, a busy server is asked again.
const RETRIES: usize = 10;
const RETRY_DELAY: Duration = Duration::from_secs(1);

/// The most characters that an error message repeats of an answer that is not a ledger server's.
const EXCERPT_CHARS: usize = 200;

/// A server, and the right to ask it.
#[derive(Debug)]
pub(crate) struct Remote {
    client: Client,
    base: Url,
    token: Option<Token>,
}

/// Never shown.
struct Token(String);

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(hidden)")
    }
}

impl Remote {
    pub(crate) fn new(base: &Url, token: Option<&str>) -> Result<Self, CliError> {
        if !base.username().is_empty() || base.password().is_some() {
            // Messages name the URL.
            let reason = "must not hold a user name or password; give the token in JOBS_TOKEN";
            return Err(CliError::Usage(format!("--server: {reason}")));
        }
        // Fails only when the process already has a provider, which then is used.
        let _installed = rustls::crypto::ring::default_provider().install_default();
        let client = Client::builder()
            .connect_timeout(CONNECT_TIMEOUT)
            .timeout(TOTAL_TIMEOUT)
            .redirect(redirect::Policy::none())
            .user_agent(concat!("jobctl/", env!("CARGO_PKG_VERSION")))
            .build()
            .map_err(|error| CliError::Server(format!("preparing to call {base}: {error}")))?;
        let token = token.filter(|token| !token.is_empty());
        if token.is_some_and(|token| !token.bytes().all(|byte| byte.is_ascii_graphic())) {
            let reason = "holds a space, a line break or another character that no token has; give only the token";
            return Err(CliError::Usage(format!("JOBS_TOKEN or --token: {reason}")));
        }
        let token = token.map(|token| Token(token.to_owned()));
        if token.is_some() && base.scheme() == "http" && !is_loopback(base) {
            let host = terminal::escape(base.host_str().unwrap_or_default()).into_owned();
            // Standard error may be closed.
            drop(writeln!(
                io::stderr(),
                "jobctl: warning: the token is sent to {host} unencrypted"
            ));
        }
        Ok(Self { client, base: base.clone(), token })
    }

    pub(crate) async fn jobs(
        &self,
        filter: &JobFilter,
        order: Order,
        cursor: Option<&str>,
        limit: usize,
    ) -> Result<JobPage, CliError> {
        let mut query = vec![("limit", limit.min(JOBS_MAX).to_string())];
        add(&mut query, "job_id", &filter.job_id);
        add(&mut query, "user_id", &filter.user_id);
        add(&mut query, "status", &filter.status);
        add(&mut query, "cause", &filter.cause);
        add(&mut query, "action_name", &filter.action_name);
        add(&mut query, "cid", &filter.cid);
        add(&mut query, "batch_id", &filter.batch_id);
        add(&mut query, "source", &filter.source);
        add(&mut query, "retry_of", &filter.retry_of);
        add(&mut query, "since", &filter.since);
        add(&mut query, "until", &filter.until);
        query.extend(cursor.map(|cursor| ("cursor", cursor.to_owned())));
        if order == Order::OldestFirst {
            query.push(("order", "oldest_first".into()));
        }
        self.get(&["jobs"], &query, None).await
    }

    pub(crate) async fn stats(&self, query: &StatsQuery) -> Result<StatsAnswer, CliError> {
        let mut parameters = vec![("limit", query.limit.get().to_string())];
        parameters.extend(query.user_id.as_ref().map(|user_id| ("user_id", user_id.to_string())));
        self.get(&["stats"], &parameters, None).await
    }

    pub(crate) async fn job(&self, job_id: JobId) -> Result<JobDetail, CliError> {
        self.get(&["jobs", &job_id.to_string()], &[], Some(job_id)).await
    }

    pub(crate) async fn history(&self, job_id: JobId) -> Result<History, CliError> {
        self.get(&["jobs", &job_id.to_string(), "history"], &[], Some(job_id)).await
    }

    pub(crate) async fn customers(
        &self,
        job_id: JobId,
        after: Option<Cid>,
    ) -> Result<Customers, CliError> {
        let mut query = vec![("limit", "10000".to_owned())];
        query.extend(after.map(|cid| ("after", cid.to_string())));
        let path = ["jobs", &job_id.to_string(), "customers"];
        self.get(&path, &query, Some(job_id)).await
    }

    /// A page of the ledger's entries, starting at index `from`. The inner error says why the
    /// answer is not one.
    pub(crate) async fn entries(
        &self,
        from: Index,
        limit: usize,
    ) -> Result<Result<EntryPage, String>, CliError> {
        let query = [("from", from.to_string()), ("limit", limit.to_string())];
        let body = self.json(&["entries"], &query, None).await?;
        Ok(read(&body))
    }

    /// The JSON at `path` of the API. The inner error says why the ledger's answer is not JSON, or
    /// is ambiguous. A busy server is asked again.
    pub(crate) async fn ask(
        &self,
        path: &[&str],
        query: &[(&str, String)],
    ) -> Result<Result<Value, String>, CliError> {
        let response = match self.answer(path, query, TOTAL_TIMEOUT).await? {
            Ok(response) => response,
            Err(reason) => return Ok(Err(reason)),
        };
        Ok(read(&self.body(response, JSON_BYTES_MAX).await?))
    }

    /// The lines of the answer at `path` of the API.
    pub(crate) async fn lines(
        &self,
        path: &[&str],
    ) -> Result<Result<AnswerLines<'_>, String>, CliError> {
        let response = self.answer(path, &[], EXPORT_TIMEOUT).await?;
        Ok(response.map(|response| AnswerLines { remote: self, response, read: Vec::new() }))
    }

    /// A successful answer; the inner error is what the ledger says instead.
    async fn answer(
        &self,
        path: &[&str],
        query: &[(&str, String)],
        timeout: Duration,
    ) -> Result<Result<Response, String>, CliError> {
        let mut retries = RETRIES;
        loop {
            let request = self.request(self.api(path), query).timeout(timeout);
            let response = request.send().await.map_err(|error| self.unreachable(error))?;
            match response.status() {
                status if status.is_success() => return Ok(Ok(response)),
                StatusCode::TOO_MANY_REQUESTS | StatusCode::SERVICE_UNAVAILABLE if retries > 0 => {
                    retries -= 1;
                    tokio::time::sleep(RETRY_DELAY).await;
                }
                status @ (StatusCode::NOT_FOUND
                | StatusCode::BAD_REQUEST
                | StatusCode::INTERNAL_SERVER_ERROR) => {
                    let told = reason(response).await;
                    let reason = format!("answered {status}: {}", told.text);
                    // Anything but a problem comes from a proxy or another server.
                    let error = CliError::Server(format!("{} {reason}", self.base));
                    return if told.is_problem { Ok(Err(reason)) } else { Err(error) };
                }
                _ => return Err(self.refused(response, None).await),
            }
        }
    }

    /// The file at `path` of the log; `None` if there is none.
    pub(crate) async fn log(&self, path: &str) -> Result<Option<Vec<u8>>, CliError> {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("log").extend(path.split('/'));
        }
        self.file(url).await
    }

    /// The file at the base URL itself.
    pub(crate) async fn itself(&self) -> Result<Option<Vec<u8>>, CliError> {
        self.file(self.base.clone()).await
    }

    async fn file(&self, url: Url) -> Result<Option<Vec<u8>>, CliError> {
        let response = self.send(url, &[]).await?;
        match response.status() {
            StatusCode::NOT_FOUND => Ok(None),
            status if status.is_success() => self.body(response, FILE_BYTES_MAX).await.map(Some),
            _ => Err(self.refused(response, None).await),
        }
    }

    async fn get<T: for<'de> Deserialize<'de>>(
        &self,
        path: &[&str],
        query: &[(&str, String)],
        job_id: Option<JobId>,
    ) -> Result<T, CliError> {
        let body = self.json(path, query, job_id).await?;
        read(&body).map_err(|reason| {
            CliError::Server(format!(
                "{}: the answer cannot be read ({reason}): is this the URL of the ledger's server, with its path if it has one?",
                self.base
            ))
        })
    }

    /// The bytes of an answer in JSON.
    async fn json(
        &self,
        path: &[&str],
        query: &[(&str, String)],
        job_id: Option<JobId>,
    ) -> Result<Vec<u8>, CliError> {
        let response = self.send(self.api(path), query).await?;
        if !response.status().is_success() {
            return Err(self.refused(response, job_id).await);
        }
        self.body(response, JSON_BYTES_MAX).await
    }

    fn api(&self, path: &[&str]) -> Url {
        let mut url = self.base.clone();
        if let Ok(mut segments) = url.path_segments_mut() {
            segments.pop_if_empty().push("v1").extend(path);
        }
        url
    }

    async fn send(&self, url: Url, query: &[(&str, String)]) -> Result<Response, CliError> {
        self.request(url, query).send().await.map_err(|error| self.unreachable(error))
    }

    fn request(&self, url: Url, query: &[(&str, String)]) -> RequestBuilder {
        let request = self.client.get(url).query(query);
        match &self.token {
            Some(Token(token)) => request.bearer_auth(token),
            None => request,
        }
    }

    /// The body, if it is not larger than `bytes_max`: the peer is not trusted.
    async fn body(&self, mut response: Response, bytes_max: usize) -> Result<Vec<u8>, CliError> {
        let mut body = Vec::new();
        while let Some(chunk) = response.chunk().await.map_err(|error| self.unreachable(error))? {
            if body.len() + chunk.len() > bytes_max {
                let base = &self.base;
                return Err(CliError::Server(format!(
                    "{base}: an answer has more than {bytes_max} bytes"
                )));
            }
            body.extend_from_slice(&chunk);
        }
        Ok(body)
    }

    /// The error for an answer that is not a success.
    async fn refused(&self, response: Response, job_id: Option<JobId>) -> CliError {
        let status = response.status();
        let told = reason(response).await;
        match (status, job_id) {
            (StatusCode::NOT_FOUND, Some(job_id)) if told.is_problem => {
                CliError::NoSuchJob(job_id.to_string())
            }
            (StatusCode::UNAUTHORIZED, _) => CliError::Server(format!(
                "{}: {}; give the token in JOBS_TOKEN or with --token",
                self.base, told.text
            )),
            _ if told.is_problem => {
                CliError::Server(format!("{} answered {status}: {}", self.base, told.text))
            }
            _ => CliError::Server(format!(
                "{} answered {status}, but not as a ledger's server does: is this its URL, with its path if it has one? It \
                 says: {}",
                self.base, told.text
            )),
        }
    }

    fn unreachable(&self, error: reqwest::Error) -> CliError {
        // The URL has the query, which may name a customer; the base is enough.
        CliError::Server(format!("{}: {}", self.base, unreachable::explain(&error.without_url())))
    }
}

/// An answer that is read line by line.
#[derive(Debug)]
pub(crate) struct AnswerLines<'a> {
    remote: &'a Remote,
    response: Response,
    read: Vec<u8>,
}

impl AnswerLines<'_> {
    /// How many entries the ledger had when the lines were read.
    pub(crate) fn ledger_size(&self) -> Option<Index> {
        self.response.headers().get("ledger-size")?.to_str().ok()?.parse().ok()
    }

    /// The next line, without its end; `None` after the last one.
    pub(crate) async fn next(&mut self) -> Result<Option<Vec<u8>>, CliError> {
        let mut searched = 0;
        loop {
            let end = self.read[searched..].iter().position(|byte| *byte == b'\n');
            if let Some(end) = end {
                let rest = self.read.split_off(searched + end + 1);
                let mut line = std::mem::replace(&mut self.read, rest);
                line.pop();
                return Ok(Some(line));
            }
            searched = self.read.len();
            let remote = self.remote;
            match self.response.chunk().await.map_err(|error| remote.unreachable(error))? {
                Some(chunk) if searched + chunk.len() <= JSON_BYTES_MAX => {
                    self.read.extend_from_slice(&chunk);
                }
                Some(_) => {
                    let base = &remote.base;
                    let reason = format!("{base}: a line has more than {JSON_BYTES_MAX} bytes");
                    return Err(CliError::Server(reason));
                }
                None if searched == 0 => return Ok(None),
                None => return Ok(Some(std::mem::take(&mut self.read))),
            }
        }
    }
}

/// Reads JSON that every reader understands in the same way: if a member is there twice, some
/// readers take the first value and some the last.
pub(crate) fn read<T: for<'de> Deserialize<'de>>(body: &[u8]) -> Result<T, String> {
    jobs_gateway::check_member_names(body).map_err(|error| error.to_string())?;
    let UniqueMembers(value) = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    T::deserialize(value).map_err(|error| error.to_string())
}

/// Adds a parameter for each value.
fn add<'v, T: Display + 'v>(
    query: &mut Vec<(&'static str, String)>,
    name: &'static str,
    values: impl IntoIterator<Item = &'v T>,
) {
    query.extend(values.into_iter().map(|value| (name, value.to_string())));
}

fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

struct Reason {
    text: String,
    is_problem: bool,
}

/// Reads the reason from an answer that is not a success.
async fn reason(response: Response) -> Reason {
    let body = response.text().await.unwrap_or_default();
    match serde_json::from_str::<Problem>(&body) {
        Ok(problem) => Reason { text: problem.detail.unwrap_or(problem.title), is_problem: true },
        Err(_) => {
            let words = body.split_whitespace().collect::<Vec<_>>().join(" ");
            Reason { text: words.chars().take(EXCERPT_CHARS).collect(), is_problem: false }
        }
    }
}
