//! The array of a job's customers, as terms: how it is written and read.

use jobs_core::Result;
use rusqlite::types::ValueRef;

use crate::error::corrupt;

/// The array of a job's customers, such as `[17,4,911]`.
pub(crate) struct TermArray(String);

impl TermArray {
    pub(crate) fn with_capacity(terms: usize) -> Self {
        let mut json = String::with_capacity(2 + 8 * terms);
        json.push('[');
        Self(json)
    }

    pub(crate) fn push(&mut self, term: i64) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(itoa::Buffer::new().format(term));
    }

    pub(crate) fn end(mut self) -> String {
        self.0.push(']');
        self.0
    }
}

/// The row's column `customers`, which every job has.
pub(crate) fn customers_of(value: rusqlite::Result<ValueRef<'_>>) -> Result<&str> {
    let json = value.map(|value| value.as_str().ok());
    json.ok().flatten().ok_or_else(|| corrupt("column customers: is not a text"))
}

/// The terms in a job's `customers`, an array such as `[17,4,911]`. This takes a fraction of the
/// time of a JSON parser. Anything else than such an array was not written by us.
pub(crate) fn terms_in(json: &str) -> impl Iterator<Item = Result<i64>> {
    let mut rest = json.as_bytes();
    let mut before = b'[';
    std::iter::from_fn(move || {
        if rest == b"[]" && before == b'[' || rest == b"]" && before == b',' {
            return None;
        }
        let term = rest.strip_prefix(&[before]).and_then(leading_term);
        before = b',';
        let Some((term, after)) = term else {
            rest = b"]";
            return Some(Err(corrupt("column customers: is not an array of terms")));
        };
        rest = after;
        Some(Ok(term))
    })
}

/// The number that `json` begins with, spelt in the one way that JSON has for it, and the rest:
/// another number or the end. A term is at least 1.
fn leading_term(json: &[u8]) -> Option<(i64, &[u8])> {
    let digits = json.iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (term, after) = json.split_at(digits);
    let value = term.iter().try_fold(0_i64, |value, digit| {
        value.checked_mul(10)?.checked_add(i64::from(digit - b'0'))
    });
    let is_ours = matches!(term.first(), Some(b'1'..=b'9')) && matches!(after, [b',', ..] | b"]");
    value.filter(|_| is_ours).map(|value| (value, after))
}

#[cfg(test)]
mod tests {
    use jobs_core::Error;

    use super::*;

    #[test]
    fn an_array_of_terms_is_read_as_we_write_it() {
        let read = |json: &str| terms_in(json).collect::<Result<Vec<_>>>();
        assert_eq!(read("[]").unwrap(), Vec::<i64>::new());
        assert_eq!(read("[17,4,911]").unwrap(), [17, 4, 911]);
        for bad in ["", "[", "]", "17", "[17", "[17,]", "[,]", "[1.5]", "[\"17\"]", "[[17]]"] {
            assert!(matches!(read(bad), Err(Error::Corrupt(_))), "{bad}");
        }
    }
}
