//! Whether a parameter must be given, and what stands for one that is not.

use jobs_core::{AnyOf, PageLimit};
use utoipa::openapi::Required;
use utoipa::openapi::path::{Parameter, ParameterBuilder, ParameterIn, ParameterStyle};

use super::{Params, Value};
use crate::response::problem::Problem;
use crate::schema::{self, Shape};

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
        let value = given.one(name)?.map(|text| T::read(name, text)).transpose();
        value.map_err(|error| Problem::about(error, name))
    }
}

/// A parameter that may be given several times: any of its values will do.
impl<T: Value + Ord> Field for AnyOf<T> {
    fn parameters(name: &'static str, says: &str) -> Vec<Parameter> {
        let values = schema::list_up_to(Self::MAX, T::shape());
        let parameter = parameter(name, says, values);
        vec![parameter.style(Some(ParameterStyle::Form)).explode(Some(true)).build()]
    }

    fn read(name: &'static str, given: &Params<'_>) -> Result<Self, Problem> {
        if given.all(name).nth(Self::MAX).is_some() {
            let reason = format!("is given more than {} times", Self::MAX);
            return Err(Problem::invalid(name, &reason));
        }
        let values = given.all(name).map(|text| T::read(name, text));
        let values = values.collect::<jobs_core::Result<Vec<_>>>();
        let values = values.and_then(|values| Self::new(name, values));
        values.map_err(|error| Problem::about(error, name))
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
        let limit = match given.one(name)?.map(str::parse) {
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

#[cfg(test)]
mod tests {
    use jobs_core::Status;

    use super::*;

    #[test]
    fn several_values_are_a_set_of_at_most_fifty() {
        let statuses = |query: &str| {
            let given = Params::parse(Some(query), &["status", "limit"])?;
            AnyOf::<Status>::read("status", &given)
        };
        assert!(statuses("").unwrap().is_empty());
        let two = statuses("status=SUCCESS&limit=5&status=FAILED&status=SUCCESS").unwrap();
        assert_eq!(two.as_slice(), [Status::Success, Status::Failed]);
        let given = |times: usize| "status=FAILED&".repeat(times);
        assert_eq!(statuses(&given(50)).unwrap().len(), 1);
        let problem = statuses(&given(51)).unwrap_err();
        assert_eq!(problem.detail(), "status: is given more than 50 times");
        let problem = statuses("status=FAILED&status=").unwrap_err();
        assert!(problem.detail().starts_with("status: must be IN_PROGRESS"), "{problem:?}");
    }

    #[test]
    fn a_limit_lies_within_its_bounds() {
        let limit = |query: &str| {
            let given = Params::parse(Some(query), &["limit"])?;
            Limit::<50, 500>::read("limit", &given).map(|limit| limit.get().get())
        };
        assert_eq!(limit("").unwrap(), 50);
        assert_eq!(limit("limit=500").unwrap(), 500);
        for bad in ["0", "-1", "501", "1e3", "", "99999999999999999999", "5 "] {
            let problem = limit(&format!("limit={bad}")).unwrap_err();
            assert_eq!(problem.detail(), "limit: must be an integer from 1 to 500", "{bad}");
        }
    }
}
