//! The values of settings. An error says what to write instead.

use std::ops::RangeInclusive;
use std::str::FromStr;

use ipnet::IpNet;
use jobs_core::Index;
use url::Url;

/// A whole number in `range`.
pub(crate) fn number<T: FromStr>(text: &str, range: RangeInclusive<u64>) -> Result<T, String> {
    let in_range = text.parse().is_ok_and(|number| range.contains(&number));
    let number = in_range.then(|| text.parse().ok()).flatten();
    number
        .ok_or_else(|| format!("must be a whole number from {} to {}", range.start(), range.end()))
}

/// How many entries a ledger has.
pub(crate) fn size(text: &str) -> Result<Index, String> {
    number(text, 0..=Index::MAX).map_err(|_| {
        "must be the number of entries that the ledger has now, as in the message of the refused start, such as 1000"
            .to_owned()
    })
}

pub(crate) fn upstream(text: &str) -> Result<Url, String> {
    let url = text.parse::<Url>().ok().filter(|url| !url.cannot_be_a_base());
    url.ok_or_else(|| {
        "must be a URL with its scheme, such as https://cluster.example.com/tms".to_owned()
    })
}

/// The name of a member or a parameter.
pub(crate) fn name(text: &str) -> Result<String, String> {
    if text.chars().any(char::is_alphanumeric) {
        return Ok(text.to_owned());
    }
    Err("must be the name of a member or a parameter, such as session_id".to_owned())
}

pub(crate) fn network(text: &str) -> Result<IpNet, String> {
    text.parse().map_err(|_| {
        "must be a network, such as 10.0.0.0/8, or 127.0.0.1/32 for one address".to_owned()
    })
}

/// The name of a host.
pub(crate) fn host(text: &str) -> Result<String, String> {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    if !text.is_empty() && text.len() <= 253 && text.bytes().all(is_plain) {
        return Ok(text.to_owned());
    }
    Err("must be a host name such as ledger.example.com, without a scheme, a port or a path"
        .to_owned())
}

/// A switch; a variable may have several spellings.
pub(crate) fn switch(text: &str) -> Result<bool, String> {
    match text.to_lowercase().as_str() {
        "true" | "t" | "yes" | "y" | "on" | "1" => Ok(true),
        "false" | "f" | "no" | "n" | "off" | "0" => Ok(false),
        _ => Err("must be true or false".to_owned()),
    }
}
