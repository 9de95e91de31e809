//! Records of an index, as bytes that compare as SQLite compares the records, and sums over many of
//! them.

use std::hash::{BuildHasher as _, RandomState};

use rusqlite::types::ValueRef;
use siphasher::sip::SipHasher13;

/// Writes a value so that the bytes of two records compare as their values do: null, numbers, texts
/// by their bytes, blobs. A real number stands for itself alone, and in no order: no index of ours
/// has one.
pub(super) fn push(record: &mut Vec<u8>, value: ValueRef<'_>) {
    match value {
        ValueRef::Null => record.push(0),
        ValueRef::Integer(number) => push_integer(record, number),
        ValueRef::Real(number) => {
            record.push(2);
            record.extend(number.to_bits().to_be_bytes());
        }
        ValueRef::Text(bytes) => push_bytes(record, 3, bytes),
        ValueRef::Blob(bytes) => push_bytes(record, 4, bytes),
    }
}

/// As [`push`], for a column that is declared `DESC`.
pub(super) fn push_descending(record: &mut Vec<u8>, value: ValueRef<'_>) {
    let start = record.len();
    push(record, value);
    record[start..].iter_mut().for_each(|byte| *byte = !*byte);
}

pub(super) fn push_integer(record: &mut Vec<u8>, number: i64) {
    record.push(1);
    record.extend((number ^ i64::MIN).to_be_bytes());
}

/// A byte 0 is followed by one that is not, so that the end, two bytes 0, comes before whatever
/// goes on.
fn push_bytes(record: &mut Vec<u8>, kind: u8, bytes: &[u8]) {
    record.push(kind);
    if bytes.contains(&0) {
        let escaped = |byte: &u8| std::iter::once(*byte).chain((*byte == 0).then_some(0xFF));
        record.extend(bytes.iter().flat_map(escaped));
    } else {
        record.extend_from_slice(bytes);
    }
    record.extend([0, 0]);
}

/// What makes the sums of one verification: a keyed hash. The key is drawn at random, so that
/// nobody can prepare records whose sum is that of others.
#[derive(Debug)]
pub(super) struct Summing(SipHasher13);

impl Default for Summing {
    fn default() -> Self {
        // Which the standard library seeds from the system.
        let random = RandomState::new();
        Self(SipHasher13::new_with_keys(random.hash_one(0), random.hash_one(1)))
    }
}

impl Summing {
    pub(super) fn add(&self, sum: &mut Sum, record: &[u8]) {
        sum.records += 1;
        sum.hashes = sum.hashes.wrapping_add(self.0.hash(record));
    }

    /// As [`add`](Self::add), for a job that uses a term.
    pub(super) fn add_use(&self, sum: &mut Sum, term: i64, job: i64) {
        let mut record = [0; 16];
        record[..8].copy_from_slice(&term.to_le_bytes());
        record[8..].copy_from_slice(&job.to_le_bytes());
        self.add(sum, &record);
    }
}

/// Some records, in whatever order: how many there are, and the sum of their keyed hashes. Two sums
/// of 64 bits are the same for other records once in 2^64 verifications.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Sum {
    pub(super) records: u64,
    hashes: u64,
}

impl Sum {
    pub(super) fn join(&mut self, other: Self) {
        self.records += other.records;
        self.hashes = self.hashes.wrapping_add(other.hashes);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use rusqlite::types::Value;

    use super::*;

    fn value() -> impl Strategy<Value = Value> {
        let bytes = || proptest::collection::vec(prop_oneof![Just(0), Just(1), Just(0xFF)], 0..4);
        let text = "[\u{0}\u{1}a]{0,3}";
        prop_oneof![
            Just(Value::Null),
            any::<i64>().prop_map(Value::Integer),
            (-2_i64..3).prop_map(Value::Integer),
            text.prop_map(Value::Text),
            bytes().prop_map(Value::Blob),
        ]
    }

    proptest! {
        /// SQLite itself says how two records compare.
        #[test]
        fn records_compare_as_sqlite_compares_them(a in [value(), value()], b in [value(), value()]) {
            let sql = rusqlite::Connection::open_in_memory().unwrap();
            sql.execute_batch("CREATE TABLE t (n, x, y); CREATE INDEX i ON t (x, y DESC)").unwrap();
            for (n, [x, y]) in [(0, &a), (1, &b)] {
                sql.execute("INSERT INTO t VALUES (?1, ?2, ?3)", (n, x, y)).unwrap();
            }
            let mut select = sql.prepare("SELECT n FROM t ORDER BY x, y DESC, n").unwrap();
            let order: Vec<i64> =
                select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
            let record = |[x, y]: &[Value; 2]| {
                let mut record = Vec::new();
                push(&mut record, x.into());
                push_descending(&mut record, y.into());
                record
            };
            prop_assert_eq!(order == [0, 1], record(&a) <= record(&b));
            prop_assert_eq!(a == b, record(&a) == record(&b));
        }
    }

    #[test]
    fn a_sum_is_of_what_was_added_in_any_order() {
        let summing = Summing::default();
        let sum = |records: &[&[u8]]| {
            let mut sum = Sum::default();
            records.iter().for_each(|record| summing.add(&mut sum, record));
            sum
        };
        let mut joined = sum(&[b"c"]);
        joined.join(sum(&[b"b", b"a"]));
        assert_eq!(joined, sum(&[b"a", b"b", b"c"]));
        assert_ne!(sum(&[b"a", b"a"]), sum(&[b"a", b"b"]));
        assert_ne!(sum(&[b"a", b"a"]).hashes, 0, "what is twice there does not cancel out");
    }
}
