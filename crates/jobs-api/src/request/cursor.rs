//! Cursors: where a list goes on, as an opaque text that fits one list alone.
//!
//! The bytes, base64url without padding (23 characters):
//!
//! ```text
//! version  1 byte
//! index    8 bytes, big-endian    the last job shown
//! checksum 8 bytes                of the above, the order and the filter
//! ```
//!
//! The checksum is no secret: the index in a cursor reveals nothing, and a caller who makes one up
//! sees no job that the filter does not show anyway. It is there so that a cursor that was cut,
//! altered or taken from another list is an error and not a list with a hole.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use jobs_core::{Error, Index, JobFilter, Order, Result};
use sha2::{Digest as _, Sha256};

use crate::request::query::Value;
use crate::response::problem::Problem;
use crate::schema::{Shape, matching};

const VERSION: u8 = 1;
const CHECKSUM_BYTES: usize = 8;
const BYTES: usize = 1 + 8 + CHECKSUM_BYTES;

/// A cursor that a caller gave.
#[derive(Debug)]
pub(crate) struct Cursor(String);

impl Value for Cursor {
    fn read(_: &'static str, text: &str) -> Result<Self> {
        Ok(Self(text.to_owned()))
    }

    fn shape() -> Shape {
        matching("^[A-Za-z0-9_-]{23}$").into()
    }
}

impl Cursor {
    /// The index in it.
    ///
    /// # Errors
    /// `400` unless it was made by [`encode`] for the same list.
    pub(crate) fn decode(&self, filter: &JobFilter, order: Order) -> Result<Index, Problem> {
        Ok(decode(&self.0, filter, order)?)
    }
}

/// The cursor of the list (`filter`, `order`) after the job with index `after`.
pub(crate) fn encode(filter: &JobFilter, order: Order, after: Index) -> String {
    let mut bytes = [VERSION; BYTES];
    bytes[1..9].copy_from_slice(&after.to_be_bytes());
    bytes[9..].copy_from_slice(&checksum(filter, order, after));
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decode(cursor: &str, filter: &JobFilter, order: Order) -> Result<Index> {
    let index = URL_SAFE_NO_PAD.decode(cursor).ok().and_then(|bytes| {
        let [VERSION, i0, i1, i2, i3, i4, i5, i6, i7, checksum_given @ ..] = &bytes[..] else {
            return None;
        };
        let index = Index::from_be_bytes([*i0, *i1, *i2, *i3, *i4, *i5, *i6, *i7]);
        (*checksum_given == checksum(filter, order, index)).then_some(index)
    });
    index.ok_or_else(|| Error::invalid("cursor", "is not a cursor of this list"))
}

fn checksum(filter: &JobFilter, order: Order, after: Index) -> [u8; CHECKSUM_BYTES] {
    // Naming every condition: a new one that is forgotten here does not compile.
    let JobFilter {
        job_id,
        user_id,
        status,
        cause,
        action_name,
        cid,
        batch_id,
        source,
        retry_of,
        since,
        until,
    } = filter;
    let mut hash = Hashed(Sha256::new_with_prefix("jobs list cursor"));
    hash.0.update([VERSION, u8::from(order == Order::OldestFirst)]);
    hash.0.update(after.to_be_bytes());
    hash.add(job_id, |beginning| beginning.to_string());
    hash.add(user_id, |value| value.as_str());
    hash.add(status, |value| value.as_str());
    hash.add(cause, |value| value.as_str());
    hash.add(action_name, |value| value.as_str());
    hash.add(cid, |value| value.as_str());
    hash.add(batch_id, |value| value.as_str());
    hash.add(source, |value| value.as_str());
    hash.add(retry_of, |job_id| job_id.as_uuid().as_bytes());
    hash.add(since, |time| time.as_micros().to_be_bytes());
    hash.add(until, |time| time.as_micros().to_be_bytes());
    let hash = hash.0;
    let mut checksum = [0; CHECKSUM_BYTES];
    checksum.copy_from_slice(&hash.finalize()[..CHECKSUM_BYTES]);
    checksum
}

/// The hash, so far.
struct Hashed(Sha256);

impl Hashed {
    /// Adds the values of a condition: how many there are, and each with its length, so that no two
    /// filters are one text.
    fn add<'v, T: 'v, B: AsRef<[u8]>>(
        &mut self,
        values: impl IntoIterator<Item = &'v T, IntoIter: ExactSizeIterator>,
        bytes: impl Fn(&'v T) -> B,
    ) {
        let values = values.into_iter();
        self.0.update((values.len() as u64).to_be_bytes());
        for value in values {
            let bytes = bytes(value);
            self.0.update((bytes.as_ref().len() as u64).to_be_bytes());
            self.0.update(bytes);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jobs_core::{AnyOf, Cid, JobId, Status, UserId};

    fn filter() -> JobFilter {
        JobFilter { user_id: UserId::new("vijay").unwrap().into(), ..JobFilter::default() }
    }

    #[test]
    fn a_cursor_is_read_back_by_the_list_that_made_it() {
        for index in [0, 1, 1 << 40, Index::MAX] {
            let cursor = encode(&filter(), Order::NewestFirst, index);
            assert_eq!(cursor.len(), 23);
            assert_eq!(decode(&cursor, &filter(), Order::NewestFirst).unwrap(), index);
        }
    }

    #[test]
    fn no_other_list_takes_it() {
        let cursor = encode(&filter(), Order::NewestFirst, 7);
        assert!(decode(&cursor, &filter(), Order::OldestFirst).is_err());
        let other = JobFilter { status: Status::Failed.into(), ..filter() };
        assert!(decode(&cursor, &other, Order::NewestFirst).is_err());
        // The same text under another condition is another list.
        let vijay = Some(Cid::new("vijay").unwrap());
        let other = JobFilter { cid: vijay.into(), ..JobFilter::default() };
        assert!(decode(&cursor, &other, Order::NewestFirst).is_err());
    }

    /// Values that are given in another order, or twice, are the same list; one more is another.
    #[test]
    fn every_value_and_every_condition_counts() {
        let ids = ["0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b3", "0192f0c1-2d3e-7a4b-8c5d-6e7f8091a2b4"];
        let [one, other] = ids.map(|id| id.parse::<JobId>().unwrap());
        let users = |names: &[&str]| JobFilter {
            user_id: AnyOf::new("user_id", names.iter().map(|name| UserId::new(*name).unwrap()))
                .unwrap(),
            ..JobFilter::default()
        };
        let beginning =
            |text: &str| JobFilter { job_id: text.parse().ok(), ..JobFilter::default() };
        let retries = |of| JobFilter { retry_of: Some(of), ..JobFilter::default() };
        let status = |status: Status| JobFilter { status: status.into(), ..JobFilter::default() };
        let lists = [
            JobFilter::default(),
            users(&["a", "b"]),
            users(&["a"]),
            users(&["ab"]),
            users(&["b"]),
            users(&["a", "b", "c"]),
            status(Status::Failed),
            status(Status::Success),
            beginning("01"),
            beginning("010"),
            beginning(ids[0]),
            retries(one),
            retries(other),
        ];
        for (n, made_by) in lists.iter().enumerate() {
            let cursor = encode(made_by, Order::NewestFirst, 7);
            for (m, list) in lists.iter().enumerate() {
                let taken = decode(&cursor, list, Order::NewestFirst).is_ok();
                assert_eq!(taken, n == m, "{made_by:?} {list:?}");
            }
        }
        let cursor = encode(&users(&["b", "a", "b"]), Order::NewestFirst, 7);
        assert_eq!(decode(&cursor, &users(&["a", "b"]), Order::NewestFirst).unwrap(), 7);
    }

    #[test]
    fn a_change_of_any_character_is_noticed() {
        let cursor = encode(&filter(), Order::NewestFirst, 7);
        for at in 0..cursor.len() {
            let mut forged = cursor.clone().into_bytes();
            forged[at] = if forged[at] == b'x' { b'y' } else { b'x' };
            let forged = String::from_utf8(forged).unwrap();
            assert!(decode(&forged, &filter(), Order::NewestFirst).is_err(), "{forged}");
        }
        for forged in ["", "A", "7", &cursor[..22], &format!("{cursor}A"), "💥"] {
            assert!(decode(forged, &filter(), Order::NewestFirst).is_err(), "{forged}");
        }
    }
}
