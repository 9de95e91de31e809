//! Query strings: every parameter known, given once, and UTF-8; anything else is refused by name.

use std::borrow::Cow;

use jobs_core::{Error, Index, PageLimit, Result, Timestamp};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

use crate::problem::Problem;

/// What RFC 3986 §2.3 leaves as it is, is left as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is wrong with a text that is not the index of an entry.
pub(crate) const NOT_AN_INDEX: &str = "must be an integer from 0";

/// The parameters of a request.
#[derive(Debug)]
pub(crate) struct Params<'a>(Vec<(&'static str, Cow<'a, str>)>);

impl<'a> Params<'a> {
    /// Reads `query`, in which only the parameters `known` may occur.
    pub(crate) fn parse(query: Option<&'a str>, known: &[&'static str]) -> Result<Self, Problem> {
        Self::read(pairs(query), known)
    }

    /// Reads `query` as the old dashboard did: a parameter that is not in `known` is passed over, and an empty one is as
    /// good as none.
    pub(crate) fn parse_leniently(
        query: Option<&'a str>,
        known: &[&'static str],
    ) -> Result<Self, Problem> {
        let is_known = |name: &str| {
            let name = percent_decode_str(name).decode_utf8_lossy();
            known.contains(&&*name)
        };
        Self::read(pairs(query).filter(|(name, value)| !value.is_empty() && is_known(name)), known)
    }

    fn read(
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
        known: &[&'static str],
    ) -> Result<Self, Problem> {
        let mut params: Vec<(&'static str, Cow<'a, str>)> = Vec::new();
        for (name, value) in pairs {
            let name = decode("query", name)?;
            let Some(name) = known.iter().copied().find(|known| *known == name) else {
                let reason = format!("is not a parameter; those are {}", known.join(", "));
                return Err(Problem::invalid(clip(&name), &reason));
            };
            if params.iter().any(|(earlier, _)| *earlier == name) {
                return Err(Problem::invalid(name, "is given twice"));
            }
            params.push((name, decode(name, value)?));
        }
        Ok(Self(params))
    }

    /// The parameter `name`, read by `parse`.
    pub(crate) fn get<T>(
        &self,
        name: &'static str,
        parse: impl FnOnce(&str) -> Result<T>,
    ) -> Result<Option<T>, Problem> {
        let value = self.0.iter().find(|(known, _)| *known == name).map(|(_, value)| value);
        value.map(|value| parse(value)).transpose().map_err(|error| Problem::about(error, name))
    }

    /// The parameter `name`, an index or a size.
    pub(crate) fn index(&self, name: &'static str) -> Result<Option<Index>, Problem> {
        self.get(name, |text| text.parse().map_err(|_| Error::invalid(name, NOT_AN_INDEX)))
    }

    /// The parameter `name`, which is `true` or `false`.
    pub(crate) fn flag(&self, name: &'static str) -> Result<Option<bool>, Problem> {
        let refused = |_| Error::invalid(name, "must be true or false");
        self.get(name, |text| text.parse().map_err(refused))
    }

    /// The parameter `name`, a time. The `+` of its offset is a space in a query, unless it is written `%2B`; nothing else in a time
    /// is, so it is taken for what was meant.
    pub(crate) fn time(&self, name: &'static str) -> Result<Option<Timestamp>, Problem> {
        self.get(name, |text| match text.rsplit_once(' ') {
            None => Timestamp::parse(name, text),
            Some((time, offset))
                if time.contains(':') && !time.contains(' ') && is_offset(offset) =>
            {
                Timestamp::parse(name, &format!("{time}+{offset}"))
            }
            Some(_) => Err(Error::invalid(name, SPACE_IN_TIME)),
        })
    }

    /// The page size: `limit`, from 1 to `max`.
    pub(crate) fn limit(&self, default: usize, max: usize) -> Result<PageLimit, Problem> {
        let limit = self.get("limit", |text| match text.parse() {
            Ok(limit) if (1..=max).contains(&limit) => Ok(limit),
            _ => Err(Error::invalid("limit", format!("must be an integer from 1 to {max}"))),
        })?;
        Ok(PageLimit::new(limit.unwrap_or(default))?)
    }

    /// The query string of the next page: the same, but for `name`, which becomes `value`.
    pub(crate) fn with(&self, name: &'static str, value: &str) -> String {
        let others = self.0.iter().filter(|(known, _)| *known != name);
        let mut query = String::new();
        for (name, value) in others.map(|(name, value)| (*name, &**value)).chain([(name, value)]) {
            if !query.is_empty() {
                query.push('&');
            }
            query.push_str(name);
            query.push('=');
            query.extend(utf8_percent_encode(value, ESCAPED));
        }
        query
    }
}

const SPACE_IN_TIME: &str = "must be an RFC 3339 time such as 2026-01-28T15:04:53Z, without a space; the + of an offset is written %2B";

/// Whether this is `02:00`, `0200` or `02`, the rest of an offset without its sign.
fn is_offset(text: &str) -> bool {
    let (hours, minutes) = text.split_at_checked(2).unwrap_or_default();
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let are_digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    hours.len() == 2 && matches!(minutes.len(), 0 | 2) && are_digits(hours) && are_digits(minutes)
}

/// The names and values, as they are escaped.
fn pairs(query: Option<&str>) -> impl Iterator<Item = (&str, &str)> {
    let pairs = query.unwrap_or_default().split('&').filter(|pair| !pair.is_empty());
    pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
}

fn decode<'a>(field: &'static str, text: &'a str) -> Result<Cow<'a, str>, Problem> {
    let not_utf8 = |_| Problem::invalid(field, "is not UTF-8");
    if !text.contains('+') {
        return percent_decode_str(text).decode_utf8().map_err(not_utf8);
    }
    let spaced = text.replace('+', " ");
    let decoded = percent_decode_str(&spaced).decode_utf8().map_err(not_utf8)?;
    Ok(Cow::Owned(decoded.into_owned()))
}

/// A name from outside, short enough to be repeated.
fn clip(name: &str) -> String {
    name.chars().take(64).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KNOWN: &[&str] = &["cid", "limit"];

    fn problem(query: &str) -> String {
        Params::parse(Some(query), KNOWN).unwrap_err().detail().to_owned()
    }

    #[test]
    fn parameters_are_known_given_once_and_utf8() {
        assert_eq!(problem("cid=1&x=2"), "x: is not a parameter; those are cid, limit");
        assert_eq!(problem("cid=1&cid=1"), "cid: is given twice");
        assert_eq!(problem("cid=%ff"), "cid: is not UTF-8");
        assert_eq!(problem("%ff=1"), "query: is not UTF-8");
        assert!(Params::parse(None, KNOWN).is_ok());
        assert!(Params::parse(Some("&&"), KNOWN).is_ok());
    }

    #[test]
    fn what_is_not_known_or_empty_is_passed_over_where_it_always_was() {
        let params = Params::parse_leniently(Some("_=1&cid=&%ff&%6cimit=5&_=2"), KNOWN).unwrap();
        assert_eq!(params.limit(50, 500).unwrap().get(), 5);
        assert_eq!(params.get("cid", |text| Ok(text.to_owned())).unwrap(), None);
        let twice = Params::parse_leniently(Some("cid=1&cid=2"), KNOWN).unwrap_err();
        assert_eq!(twice.detail(), "cid: is given twice");
    }

    #[test]
    fn values_are_decoded_and_encoded_again() {
        let params = Params::parse(Some("cid=a%26b+c%2Bd%C3%A9&limit=5"), KNOWN).unwrap();
        let cid = params.get("cid", |text| Ok(text.to_owned())).unwrap();
        assert_eq!(cid.as_deref(), Some("a&b c+dé"));
        assert_eq!(params.with("limit", "6"), "cid=a%26b%20c%2Bd%C3%A9&limit=6");
        assert_eq!(Params::parse(None, KNOWN).unwrap().with("limit", "6"), "limit=6");
    }

    #[test]
    fn the_plus_of_an_offset_may_have_become_a_space() {
        let time = |value: &str| {
            let query = format!("since={value}");
            let params = Params::parse(Some(&query), &["since"]).unwrap();
            params.time("since").map(|it| it.unwrap().to_string())
        };
        for same in [
            "2026-01-28T15:04:53%2B02:00",
            "2026-01-28T15:04:53+02:00",
            "2026-01-28T15:04:53%2002:00",
            "2026-01-28T13:04:53Z",
            "2026-01-28T07:04:53-06:00",
        ] {
            assert_eq!(time(same).unwrap(), "2026-01-28T13:04:53.000000Z", "{same}");
        }
        for elsewhere in [
            "2026-01-28+15:04:53Z",
            "2026-01-28+15:04:53",
            "+2026-01-28T15:04:53Z",
            "2026-01-28T15:04:53Z+",
            "2026-01-28T15:04:53++02:00",
            "2026-01-28T15:04:53+2:00",
            "2026-01-28T15:04:53+-2:00",
            "2026-01-28+15:04+02:00",
            "2026-01-28+02:00",
            "+",
        ] {
            let problem = time(elsewhere).unwrap_err();
            assert!(problem.detail().contains("%2B"), "{elsewhere}: {}", problem.detail());
        }
        assert!(time("2026-01-28").unwrap_err().detail().contains("must be an RFC 3339 time"));
    }

    #[test]
    fn a_limit_lies_within_its_bounds() {
        let limit = |query: &str| Params::parse(Some(query), KNOWN).unwrap().limit(50, 500);
        assert_eq!(limit("").unwrap().get(), 50);
        assert_eq!(limit("limit=500").unwrap().get(), 500);
        for bad in ["0", "-1", "501", "1e3", "", "99999999999999999999", "5 "] {
            let problem = limit(&format!("limit={bad}")).unwrap_err();
            assert_eq!(problem.detail(), "limit: must be an integer from 1 to 500", "{bad}");
        }
    }
}
