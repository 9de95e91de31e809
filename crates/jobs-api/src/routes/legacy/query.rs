//! Queries as the old dashboard read them: a parameter that is not known is passed over, and an
//! empty one is as good as none.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;

use crate::describe::{Description, Input};
use crate::request::query::{Field, Params, names, pairs};
use crate::response::problem::Problem;
use crate::schema::{one_of, one_of_texts};

/// As [`Query`](crate::request::query::Query), read leniently.
#[derive(Debug)]
pub(super) struct LenientQuery<T>(pub(super) T);

impl<S: Send + Sync, T: Field + Send> FromRequestParts<S> for LenientQuery<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        read(parts.uri.query()).map(Self)
    }
}

impl<T: Field> Input for LenientQuery<T> {
    fn describe(description: &mut Description) {
        let parameters = T::parameters("", "").into_iter().map(|mut parameter| {
            let or_empty = |shape| one_of([shape, one_of_texts([""]).into()]);
            parameter.schema = parameter.schema.map(or_empty);
            parameter
        });
        description.parameters.extend(parameters);
    }
}

fn read<T: Field>(query: Option<&str>) -> Result<T, Problem> {
    let known = names::<T>();
    let is_known = |name: &str| {
        let name = percent_decode_str(name).decode_utf8_lossy();
        known.contains(&&*name)
    };
    let given = pairs(query).filter(|(name, value)| !value.is_empty() && is_known(name));
    T::read("", &Params::read(given, &known)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::request::query::{Limit, query};

    query! {
        /// An example.
        struct Example {
            /// A customer.
            cid: Option<String>,
            /// How many.
            limit: Limit<50, 500>,
        }
    }

    #[test]
    fn what_is_not_known_or_empty_is_passed_over_where_it_always_was() {
        let read = |query| read::<Example>(Some(query));
        let example = read("_=1&cid=&%ff&%6cimit=5&_=2").unwrap();
        assert_eq!(example.limit.get().get(), 5);
        assert_eq!(example.cid, None);
        assert_eq!(read("cid=1&cid=2").unwrap_err().detail(), "cid: is given twice");
    }
}
