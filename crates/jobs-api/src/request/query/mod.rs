//! Query strings: every parameter known and UTF-8, and given once unless it takes any of several
//! values; anything else is refused by name.
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

mod field;
mod params;
mod value;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use crate::describe::{Description, Input};
use crate::response::problem::Problem;
use crate::response::reply::NextPage;

pub(crate) use self::field::{Field, Limit, Needed};
pub(crate) use self::params::{Params, pairs};
pub(crate) use self::value::{NOT_AN_INDEX, Value};

/// All but the unreserved characters of RFC 3986 §2.3.
const ESCAPED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The parameters of a request, as [`query!`] declares them.
#[derive(Debug)]
pub(crate) struct Query<T> {
    pub(crate) values: T,
    path: String,
    given: Vec<(&'static str, String)>,
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

impl<S: Send + Sync, T: Field + Send> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
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
    /// The next page: the same request, with this value for the parameter `name`.
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

/// The names of the parameters of `T`.
pub(crate) fn names<T: Field>() -> Vec<&'static str> {
    let mut names = Vec::new();
    T::add_names("", &mut names);
    names
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

    fn read<T: Field>(query: &str) -> Result<T, Problem> {
        T::read("", &Params::parse(Some(query), &names::<T>())?)
    }

    fn problem(query: &str) -> String {
        read::<Example>(query).unwrap_err().detail().to_owned()
    }

    #[test]
    fn parameters_are_known_given_once_and_utf8() {
        assert_eq!(problem("limit=1&cid=1&limit=2"), "limit: is given twice");
        assert_eq!(problem("cid=1&x=2"), "x: is not a parameter; those are cid, limit");
        assert_eq!(problem("cid=1&cid=1"), "cid: is given twice");
        assert_eq!(problem("cid=%ff"), "cid: is not UTF-8");
        assert_eq!(problem("%ff=1"), "query: is not UTF-8");
        assert!(read::<Example>("").is_ok());
        assert!(read::<Example>("&&").is_ok());
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
        assert_eq!(example.limit.get().get(), 5);
        let twice = query(&[("cid", "1"), ("limit", "5"), ("cid", "2")]);
        assert_eq!(twice.with("limit", "6"), "cid=1&cid=2&limit=6");
        let given = query(&[("cid", "a&b c+dé"), ("limit", "5")]);
        assert_eq!(given.with("limit", "6"), "cid=a%26b%20c%2Bd%C3%A9&limit=6");
        assert_eq!(query(&[]).with("limit", "6"), "limit=6");
    }
}
