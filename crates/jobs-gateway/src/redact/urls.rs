//! Finds the credentials of URLs, in strings that need not be valid ones.

use std::ops::Range;

use url::form_urlencoded;

use super::names::Names;
use super::secret::REDACTED;

/// `url` without user name, password and the values of parameters with secret names. `start` is
/// where its authority starts, if it has one.
pub(super) fn clean_url(url: &str, start: Option<usize>, names: &Names) -> String {
    let place = start.and_then(|start| userinfo(url, start)).unwrap_or(0..0);
    let mut clean = url[..place.start].to_owned();
    if !place.is_empty() {
        clean.push_str(REDACTED);
    }
    let start = clean.len() + parameters_start(&url[place.end..]);
    clean.push_str(&url[place.end..]);
    let parameters = clean.split_off(if is_form(&clean) { 0 } else { start });
    clean + &clean_parameters(&parameters, names)
}

/// Where the parameters of a URL start.
pub(super) fn parameters_start(url: &str) -> usize {
    url.find(['?', '#']).unwrap_or(url.len())
}

/// Whether a word consists of parameters from its beginning, even if a value is a URL.
pub(super) fn is_form(word: &str) -> bool {
    word.split_once('=').is_some_and(|(name, _)| authority_start(name).is_none())
}

/// Where the authority of a URL starts, which may have a user name and a password. Without `//` it
/// is only an authority if it has both, and a path after it: `cc:bob@a.test` is not a URL.
pub(super) fn authority_start(url: &str) -> Option<usize> {
    if let Some(at) = url.find("://") {
        return Some(at + 3);
    }
    if url.starts_with("//") {
        return Some(2);
    }
    let (authority, _) = url.split_once('/')?;
    let (userinfo, _) = authority.rsplit_once('@')?;
    (userinfo == REDACTED || userinfo.contains(':')).then_some(0)
}

/// Where user name and password stand in a URL whose authority begins at `start`.
pub(super) fn userinfo(url: &str, start: usize) -> Option<Range<usize>> {
    let (scheme, rest) = url.split_at(start);
    if rest.strip_prefix(REDACTED).is_some_and(|host| host.starts_with('@')) {
        return Some(start..start + REDACTED.len());
    }
    let len = rest[..authority_len(scheme, rest)].rfind('@').filter(|len| *len > 0)?;
    Some(start..start + len)
}

pub(super) const ENDS_AUTHORITY: [char; 4] = ['/', '\\', '?', '#'];

/// How far the authority at the beginning of `rest` may reach. It goes beyond a `/`, `?` or `#`
/// that may be an unescaped part of a password: what comes before it, back to the `:`, is then not
/// a port.
fn authority_len(scheme: &str, rest: &str) -> usize {
    let len = rest.find(ENDS_AUTHORITY).unwrap_or(rest.len());
    let (authority, after) = rest.split_at(len);
    let Some((_, port)) = authority.rsplit_once(':') else { return len };
    let host = authority.rsplit('@').next().unwrap_or_default();
    let is_ipv6 = host.starts_with('[') && host.ends_with(']');
    let is_placeholder = port.trim_start_matches('$').starts_with('{') && port.ends_with('}');
    if is_ipv6 || is_placeholder || port.bytes().all(|byte| byte.is_ascii_digit()) {
        return len;
    }
    let scheme = scheme.to_ascii_lowercase();
    if !scheme.ends_with("://") || ["http://", "https://"].iter().any(|http| scheme.ends_with(http))
    {
        return rest.len();
    }
    // Other schemes have lists of hosts, and paths after the `:`: `git+ssh://git.test:org/repo@v1`.
    let ends_password = ['/', '\\', ',', '{', '}', '='];
    if port.contains(ends_password) {
        return len;
    }
    len + after.find(ends_password).unwrap_or(after.len())
}

/// `?a=1&token=2#b` without the values under secret names.
fn clean_parameters(parameters: &str, names: &Names) -> String {
    let mut clean = String::new();
    let mut copied = 0;
    for value in secret_values(parameters, names) {
        clean.extend([&parameters[copied..value.start], REDACTED]);
        copied = value.end;
    }
    clean + &parameters[copied..]
}

/// Where the values under secret names stand in `?a=1&token=2#b`. A value may be a URL with a `?`
/// and its own parameters.
pub(super) fn secret_values(parameters: &str, names: &Names) -> Vec<Range<usize>> {
    let mut found = vec![];
    let mut end = 0;
    for parameter in parameters.split(['&', '#']) {
        let mut start = end;
        end += parameter.len();
        for part in parameter.split_inclusive('?') {
            if let Some((name, _)) = part.split_once('=')
                && is_secret(name, names)
            {
                found.push(start + name.len() + 1..end);
                break;
            }
            start += part.len();
        }
        end += 1;
    }
    found
}

/// Whether the name of a parameter is secret, also one that is written with escapes.
fn is_secret(name: &str, names: &Names) -> bool {
    if !name.contains(['%', '+']) {
        return names.is_secret(name);
    }
    form_urlencoded::parse(name.as_bytes()).any(|(name, _)| names.is_secret(&name))
}
