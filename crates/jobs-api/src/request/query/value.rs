//! The values of parameters: how each type is read, and what the document says of it.

use jobs_core::{
    ActionName, BatchId, Cause, Cid, Error, Index, JobId, JobIdPrefix, Order, Result, Source,
    Status, Timestamp, UserId,
};

use crate::schema::{self, Shape, matching, one_of_texts, reference};

/// The value of a parameter.
pub(crate) trait Value: Sized {
    fn read(name: &'static str, text: &str) -> Result<Self>;

    fn shape() -> Shape;
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
    JobIdPrefix: matching(JOB_ID_PREFIX);
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

/// The beginning of a UUID, without its hyphens or with each of them that belongs to it.
const JOB_ID_PREFIX: &str = "^([0-9A-Fa-f]{1,32}|[0-9A-Fa-f]{8}-([0-9A-Fa-f]{0,4}|[0-9A-Fa-f]{4}-([0-9A-Fa-f]{0,4}|\
    [0-9A-Fa-f]{4}-([0-9A-Fa-f]{0,4}|[0-9A-Fa-f]{4}-[0-9A-Fa-f]{0,12}))))$";

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

#[cfg(test)]
mod tests {
    use percent_encoding::percent_decode_str;

    use super::*;

    #[test]
    fn the_plus_of_an_offset_may_have_become_a_space() {
        let time = |value: &str| {
            let spaced = value.replace('+', " ");
            let decoded = percent_decode_str(&spaced).decode_utf8().unwrap();
            Timestamp::read("since", &decoded).map(|time| time.to_string())
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
            assert!(problem.to_string().contains("%2B"), "{elsewhere}: {problem}");
        }
        assert!(time("2026-01-28").unwrap_err().to_string().contains("must be an RFC 3339 time"));
    }
}
