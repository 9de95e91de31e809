//! Query strings: every parameter known, given once, and UTF-8; anything else is refused by name.
//!
//! ```text
//! query! {
//!     /// Which customers of a job to list.
//!     struct CustomerPage {
//!         /// How many there are on a page, at most.
//!         limit: Limit<1_000, 10_000>,
//!         /// The `next` of the page before.
//!         after: Option<Cid>,
//!     }
//! }
//! ```
//!
//! What stands there once is the type that a handler takes as [`Query`], the check of each value,
//! and what the document says of it.

use std::borrow::Cow;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use jobs_core::{
    ActionName, BatchId, Cause, Cid, Error, Index, JobId, Order, PageLimit, Result, Source, Status,
    Timestamp, UserId,
};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn};

use crate::App;
use crate::endpoint::{Description, Input};
use crate::openapi::schema::{self, Shape, one_of_texts, or_empty, reference};
use crate::response::problem::Problem;
use crate::response::reply::NextPage;

/// The parameters of a request, as [`query!`] declares them.
#[derive(Debug)]
pub(crate) struct Query<T> {
    pub(crate) values: T,
    path: String,
    given: Vec<(&'static str, String)>,
}

/// As [`Query`], the way the old dashboard read them: a parameter that is not known is passed over,
/// and an empty one is as good as none.
#[derive(Debug)]
pub(crate) struct LenientQuery<T>(pub(crate) T);

/// A parameter, or several that belong together.
pub(crate) trait Field: Sized {
    /// Adds its name, or those of its members.
    fn add_names(name: &'static str, names: &mut Vec<&'static str>) {
        names.push(name);
    }

    /// What the document says of it.
    fn parameters(name: &'static str, says: &str) -> Vec<Parameter>;

    /// Its value.
    ///
    /// # Errors
    /// `400` that names the parameter.
    fn read(name: &'static str, given: &Params<'_>) -> Result<Self, Problem>;
}

/// The value of a parameter.
pub(crate) trait Value: Sized {
    fn read(name: &'static str, text: &str) -> Result<Self>;

    fn shape() -> Shape;
}

/// Declares the parameters of a query as a struct, whose documentation is the document's. A member
/// is a parameter, or a struct that was declared so itself.
macro_rules! query {
    ($(#[doc = $about:literal])* $vis:vis struct $Name:ident {
        $($(#[doc = $says:literal])+ $member_vis:vis $member:ident: $Type:ty,)*
    }) => {
        $(#[doc = $about])*
        #[derive(Debug)]
        $vis struct $Name {
            $($(#[doc = $says])+ $member_vis $member: $Type,)*
        }

        impl $crate::request::query::Field for $Name {
            fn add_names(_: &'static str, _names: &mut Vec<&'static str>) {
                $(<$Type as $crate::request::query::Field>::add_names(stringify!($member), _names);)*
            }

            fn parameters(_: &'static str, _: &str) -> Vec<utoipa::openapi::path::Parameter> {
                let each: &[Vec<utoipa::openapi::path::Parameter>] = &[$(
                    <$Type as $crate::request::query::Field>::parameters(
                        stringify!($member),
                        concat!($($says),+).trim(),
                    ),
                )*];
                each.concat()
            }

            fn read(
                _: &'static str,
                _given: &$crate::request::query::Params<'_>,
            ) -> Result<Self, $crate::response::problem::Problem> {
                Ok(Self { $($member: $crate::request::query::Field::read(stringify!($member), _given)?,)* })
            }
        }
    };
}
pub(crate) use query;

query! {
    /// A request that has no parameters.
    pub(crate) struct NoParameters {}
}

impl<T: Field + Send> FromRequestParts<App> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        let given = Params::parse(parts.uri.query(), &names::<T>())?;
        let values = T::read("", &given)?;
        let given = given.0.into_iter().map(|(name, value)| (name, value.into_owned())).collect();
        Ok(Self { values, path: parts.uri.path().to_owned(), given })
    }
}

impl<T: Field> Input for Query<T> {
    fn describe(description: &mut Description) {
        description.parameters.extend(T::parameters("", ""));
        description.problems.push(400);
    }
}

impl<T> Query<T> {
    /// The next page: of the same request, but for the parameter `name`, which has this value.
    pub(crate) fn next_page(&self, name: &'static str, value: Option<&str>) -> NextPage {
        NextPage(value.map(|value| format!("{}?{}", self.path, self.with(name, value))))
    }

    fn with(&self, name: &'static str, value: &str) -> String {
        let others = self.given.iter().filter(|(given, _)| *given != name);
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

impl<T: Field + Send> FromRequestParts<App> for LenientQuery<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Problem> {
        T::read("", &Params::parse_leniently(parts.uri.query(), &names::<T>())?).map(Self)
    }
}

impl<T: Field> Input for LenientQuery<T> {
    fn describe(description: &mut Description) {
        let parameters = T::parameters("", "").into_iter().map(|mut parameter| {
            parameter.schema = parameter.schema.map(or_empty);
            parameter
        });
        description.parameters.extend(parameters);
    }
}

fn names<T: Field>() -> Vec<&'static str> {
    let mut names = Vec::new();
    T::add_names("", &mut names);
    names
}

fn parameter(name: &str, says: &str, shape: impl Into<Shape>) -> ParameterBuilder {
    ParameterBuilder::new()
        .name(name)
        .parameter_in(ParameterIn::Query)
        .schema(Some(shape))
        .required(Required::False)
        .description(Some(says))
}

/// A parameter that need not be given.
impl<T: Value> Field for Option<T> {
    fn parameters(name: &'static str, says: &str) -> Vec<Parameter> {
        vec![parameter(name, says, T::shape()).build()]
    }

    fn read(name: &'static str, given: &Params<'_>) -> Result<Self, Problem> {
        let value = given.get(name).map(|text| T::read(name, text)).transpose();
        value.map_err(|error| Problem::about(error, name))
    }
}

/// A parameter that must be given.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Needed<T>(pub(crate) T);

impl<T: Value> Field for Needed<T> {
    fn parameters(name: &'static str, says: &str) -> Vec<Parameter> {
        let parameter = parameter(name, says, T::shape()).required(Required::True);
        vec![parameter.example(Some(0.into())).build()]
    }

    fn read(name: &'static str, given: &Params<'_>) -> Result<Self, Problem> {
        let value = Option::<T>::read(name, given)?;
        value.map(Self).ok_or_else(|| Problem::invalid(name, "is missing"))
    }
}

/// How many rows there are on a page, at most: `DEFAULT` unless given, and never more than `MAX`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit<const DEFAULT: usize, const MAX: usize>(PageLimit);

impl<const DEFAULT: usize, const MAX: usize> Limit<DEFAULT, MAX> {
    pub(crate) const MAX: usize = MAX;

    pub(crate) fn get(self) -> PageLimit {
        self.0
    }
}

impl<const DEFAULT: usize, const MAX: usize> Field for Limit<DEFAULT, MAX> {
    fn parameters(name: &'static str, says: &str) -> Vec<Parameter> {
        let mut limit = schema::integer(1, MAX as u64);
        limit.default = Some(DEFAULT.into());
        vec![parameter(name, says, limit).build()]
    }

    fn read(name: &'static str, given: &Params<'_>) -> Result<Self, Problem> {
        let limit = match given.get(name).map(str::parse) {
            None => DEFAULT,
            Some(Ok(limit)) if (1..=MAX).contains(&limit) => limit,
            Some(_) => {
                let reason = format!("must be an integer from 1 to {MAX}");
                return Err(Problem::invalid(name, &reason));
            }
        };
        Ok(Self(PageLimit::new(limit)?))
    }
}

macro_rules! checks_itself {
    ($($Type:ident: $shape:expr;)+) => {
        $(impl Value for $Type {
            fn read(_: &'static str, text: &str) -> Result<Self> {
                text.parse()
            }

            fn shape() -> Shape {
                $shape.into()
            }
        })+
    };
}

checks_itself! {
    ActionName: reference::<ActionName>();
    BatchId: reference::<BatchId>();
    Cid: reference::<Cid>();
    JobId: reference::<JobId>();
    UserId: reference::<UserId>();
    Status: schema::status();
    Cause: schema::cause();
    Source: schema::source();
}

/// An index or a size.
impl Value for Index {
    fn read(name: &'static str, text: &str) -> Result<Self> {
        text.parse().map_err(|_| Error::invalid(name, NOT_AN_INDEX))
    }

    fn shape() -> Shape {
        schema::index().into()
    }
}

impl Value for bool {
    fn read(name: &'static str, text: &str) -> Result<Self> {
        text.parse().map_err(|_| Error::invalid(name, "must be true or false"))
    }

    fn shape() -> Shape {
        schema::boolean().into()
    }
}

/// Any text.
impl Value for String {
    fn read(_: &'static str, text: &str) -> Result<Self> {
        Ok(text.to_owned())
    }

    fn shape() -> Shape {
        schema::string().into()
    }
}

/// The `+` of a time's offset is a space in a query, unless it is written `%2B`; nothing else in a
/// time is, so it is taken for what was meant.
impl Value for Timestamp {
    fn read(name: &'static str, text: &str) -> Result<Self> {
        match text.rsplit_once(' ') {
            None => Self::parse(name, text),
            Some((time, offset))
                if time.contains(':') && !time.contains(' ') && is_offset(offset) =>
            {
                Self::parse(name, &format!("{time}+{offset}"))
            }
            Some(_) => Err(Error::invalid(name, SPACE_IN_TIME)),
        }
    }

    fn shape() -> Shape {
        schema::formatted("date-time").into()
    }
}

impl Value for Order {
    fn read(name: &'static str, text: &str) -> Result<Self> {
        match text {
            "newest_first" => Ok(Self::NewestFirst),
            "oldest_first" => Ok(Self::OldestFirst),
            _ => Err(Error::invalid(name, "must be newest_first or oldest_first")),
        }
    }

    fn shape() -> Shape {
        one_of_texts(["newest_first", "oldest_first"]).into()
    }
}

/// What RFC 3986 §2.3 leaves as it is, is left as it is.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// What is wrong with a text that is not the index of an entry.
pub(crate) const NOT_AN_INDEX: &str = "must be an integer from 0";

const SPACE_IN_TIME: &str = "must be an RFC 3339 time such as 2026-01-28T15:04:53Z, without a space; the + of an offset is written %2B";

/// Whether this is `02:00`, `0200` or `02`, the rest of an offset without its sign.
fn is_offset(text: &str) -> bool {
    let (hours, minutes) = text.split_at_checked(2).unwrap_or_default();
    let minutes = minutes.strip_prefix(':').unwrap_or(minutes);
    let are_digits = |it: &str| it.bytes().all(|byte| byte.is_ascii_digit());
    hours.len() == 2 && matches!(minutes.len(), 0 | 2) && are_digits(hours) && are_digits(minutes)
}

/// The parameters of a request by name, decoded.
#[derive(Debug)]
pub(crate) struct Params<'a>(Vec<(&'static str, Cow<'a, str>)>);

impl<'a> Params<'a> {
    /// Reads `query`, in which only the parameters `known` may occur.
    fn parse(query: Option<&'a str>, known: &[&'static str]) -> Result<Self, Problem> {
        Self::read(pairs(query), known)
    }

    /// Reads `query` as the old dashboard did; see [`LenientQuery`].
    fn parse_leniently(query: Option<&'a str>, known: &[&'static str]) -> Result<Self, Problem> {
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
        let mut params = Self(Vec::new());
        for (name, value) in pairs {
            let name = decode("query", name)?;
            let Some(name) = known.iter().copied().find(|known| *known == name) else {
                let reason = format!("is not a parameter; those are {}", known.join(", "));
                return Err(Problem::invalid(clip(&name), &reason));
            };
            if params.get(name).is_some() {
                return Err(Problem::invalid(name, "is given twice"));
            }
            params.0.push((name, decode(name, value)?));
        }
        Ok(params)
    }

    fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(given, _)| *given == name).map(|(_, value)| &**value)
    }
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

    query! {
        /// An example.
        struct Example {
            /// A customer.
            cid: Option<String>,
            /// How many.
            limit: Limit<50, 500>,
        }
    }

    query! {
        struct Since {
            /// A time.
            since: Option<Timestamp>,
        }
    }

    fn read<T: Field>(query: &str) -> Result<T, Problem> {
        T::read("", &Params::parse(Some(query), &names::<T>())?)
    }

    fn problem(query: &str) -> String {
        read::<Example>(query).unwrap_err().detail().to_owned()
    }

    #[test]
    fn parameters_are_known_given_once_and_utf8() {
        assert_eq!(problem("cid=1&x=2"), "x: is not a parameter; those are cid, limit");
        assert_eq!(problem("cid=1&cid=1"), "cid: is given twice");
        assert_eq!(problem("cid=%ff"), "cid: is not UTF-8");
        assert_eq!(problem("%ff=1"), "query: is not UTF-8");
        assert!(read::<Example>("").is_ok());
        assert!(read::<Example>("&&").is_ok());
    }

    #[test]
    fn what_is_not_known_or_empty_is_passed_over_where_it_always_was() {
        let read = |query| {
            let known = names::<Example>();
            Params::parse_leniently(Some(query), &known).and_then(|given| Example::read("", &given))
        };
        let example = read("_=1&cid=&%ff&%6cimit=5&_=2").unwrap();
        assert_eq!(example.limit.get().get(), 5);
        assert_eq!(example.cid, None);
        assert_eq!(read("cid=1&cid=2").unwrap_err().detail(), "cid: is given twice");
    }

    #[tokio::test]
    async fn values_are_decoded_and_encoded_again() {
        let query = |given: &[(&'static str, &str)]| Query {
            values: (),
            path: "/list".into(),
            given: given.iter().map(|(name, value)| (*name, (*value).into())).collect(),
        };
        let example: Example = read("cid=a%26b+c%2Bd%C3%A9&limit=5").unwrap();
        assert_eq!(example.cid.as_deref(), Some("a&b c+dé"));
        let given = query(&[("cid", "a&b c+dé"), ("limit", "5")]);
        assert_eq!(given.with("limit", "6"), "cid=a%26b%20c%2Bd%C3%A9&limit=6");
        assert_eq!(query(&[]).with("limit", "6"), "limit=6");
    }

    #[test]
    fn the_plus_of_an_offset_may_have_become_a_space() {
        let time = |value: &str| {
            read::<Since>(&format!("since={value}")).map(|it| it.since.unwrap().to_string())
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
        let limit = |query: &str| read::<Example>(query).map(|example| example.limit.get().get());
        assert_eq!(limit("").unwrap(), 50);
        assert_eq!(limit("limit=500").unwrap(), 500);
        for bad in ["0", "-1", "501", "1e3", "", "99999999999999999999", "5 "] {
            let problem = limit(&format!("limit={bad}")).unwrap_err();
            assert_eq!(problem.detail(), "limit: must be an integer from 1 to 500", "{bad}");
        }
    }
}
