//! The query string as pairs of a known name and a decoded value.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use crate::response::problem::Problem;

/// The parameters of a request by name, decoded.
#[derive(Debug)]
pub(crate) struct Params<'a>(pub(super) Vec<(&'static str, Cow<'a, str>)>);

impl<'a> Params<'a> {
    /// Reads `query`, in which only the parameters `known` may occur.
    pub(super) fn parse(query: Option<&'a str>, known: &[&'static str]) -> Result<Self, Problem> {
        Self::read(pairs(query), known)
    }

    /// Reads `pairs` of a name and a value, as they are escaped; the names are among the `known`.
    pub(crate) fn read(
        pairs: impl Iterator<Item = (&'a str, &'a str)>,
        known: &[&'static str],
    ) -> Result<Self, Problem> {
        let mut params = Self(Vec::new());
        for (name, value) in pairs {
            let name = decode("query", name)?;
            let Some(name) = known.iter().copied().find(|known| *known == name) else {
                let reason = format!("is not a parameter; those are {}", known.join(", "));
                return Err(Problem::invalid(clip(&name), &reason));
            };
            params.0.push((name, decode(name, value)?));
        }
        Ok(params)
    }

    /// The value of a parameter that may be given once.
    pub(super) fn one(&self, name: &'static str) -> Result<Option<&str>, Problem> {
        let mut values = self.all(name);
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Problem::invalid(name, "is given twice")),
            (value, None) => Ok(value),
        }
    }

    /// The values of a parameter, as often as it is given.
    pub(super) fn all(&self, name: &'static str) -> impl Iterator<Item = &str> {
        self.0.iter().filter(move |(given, _)| *given == name).map(|(_, value)| &**value)
    }
}

/// The names and values in a query, as they are escaped.
pub(crate) fn pairs(query: Option<&str>) -> impl Iterator<Item = (&str, &str)> {
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
