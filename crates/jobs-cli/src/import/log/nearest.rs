//! Matches each line to the nearest row in time that fits. The row is found by an index, so that
//! rows that are dense in time are not all compared with each other.

use rusqlite::{CachedStatement, Connection, Row};

/// The lines that look for a row: an event or a call, the time to be near, how far away that may
/// be, and what is known.
pub(super) const LINES: &str = "
    CREATE TEMP TABLE log_line (
        seq INTEGER PRIMARY KEY, id INTEGER NOT NULL, at INTEGER NOT NULL, earliest INTEGER NOT NULL, latest INTEGER NOT NULL,
        user TEXT, action_key TEXT, count INTEGER, count_rows INTEGER, file INTEGER, set_back INTEGER, error TEXT,
        http_status INTEGER);";

/// Where to look: a table and an index of it, as `c`, its ID, and its time, which the index has
/// last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidates {
    pub(super) table: &'static str,
    pub(super) id: &'static str,
    pub(super) time: &'static str,
    /// Its user and action, to recognise a guess.
    pub(super) who: &'static str,
}

impl Candidates {
    /// Finds rows that are `wanted` for a line `x`.
    pub(super) fn finder<'sql>(
        &self,
        sql: &'sql Connection,
        wanted: &str,
    ) -> rusqlite::Result<Finder<'sql>> {
        let Self { table, id, time, who } = self;
        let side = |within: &str, order: &str| {
            format!(
                "SELECT * FROM (SELECT c.{id}, abs(c.{time} - x.at), {who} FROM temp.log_line x CROSS JOIN {table}
                                WHERE x.seq = ?1 AND {within} AND {wanted} ORDER BY c.{time} {order} LIMIT 2)"
            )
        };
        let before = side(&format!("c.{time} BETWEEN x.earliest AND x.at"), "DESC");
        let after = side(&format!("c.{time} > x.at AND c.{time} <= x.latest"), "ASC");
        sql.prepare_cached(&format!("{before} UNION ALL {after}")).map(Finder)
    }
}

/// A row that fits.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Candidate {
    id: i64,
    distance: i64,
    who: Option<String>,
}

/// Finds the nearest two rows before a line's time and the nearest two after it.
pub(super) struct Finder<'sql>(CachedStatement<'sql>);

impl Finder<'_> {
    fn find(&mut self, line: i64) -> rusqlite::Result<Vec<Candidate>> {
        let candidate = |row: &Row<'_>| {
            Ok(Candidate { id: row.get(0)?, distance: row.get(1)?, who: row.get(2)? })
        };
        self.0.query_map([line], candidate)?.collect()
    }
}

/// Goes through `lines`, a statement that returns the columns of [`LINES`] after `seq`, in order.
/// Each line takes the nearest of the rows that `finders` find. The statements `take` record that:
/// `?1` is the line's ID, `?2` the row's, and `?3` of the second statement whether another row,
/// with another user or action, would have fitted as well.
pub(super) fn pair(
    sql: &Connection,
    lines: &str,
    finders: &mut [Finder<'_>],
    take: [&str; 2],
) -> rusqlite::Result<()> {
    sql.execute_batch("DELETE FROM temp.log_line;")?;
    sql.execute(
        &format!(
            "INSERT INTO temp.log_line (id, at, earliest, latest, user, action_key, count, count_rows, file, set_back, error,
                 http_status) {lines}"
        ),
        [],
    )?;
    let mut first = sql.prepare_cached(take[0])?;
    let mut second = sql.prepare_cached(take[1])?;
    let mut lines = sql.prepare_cached("SELECT seq, id FROM temp.log_line ORDER BY seq")?;
    let mut rows = lines.query([])?;
    while let Some(row) = rows.next()? {
        let line: i64 = row.get(0)?;
        let id: i64 = row.get(1)?;
        let mut found = Vec::new();
        for finder in &mut *finders {
            found.extend(finder.find(line)?);
        }
        if let Some((row, is_guess)) = nearest(found) {
            first.execute([id, row])?;
            second.execute((id, row, is_guess))?;
        }
    }
    Ok(())
}

/// The nearest row, and whether the next one has another user or action.
fn nearest(mut found: Vec<Candidate>) -> Option<(i64, bool)> {
    found.sort_by_key(|candidate| (candidate.distance, candidate.id));
    let first = found.first()?;
    Some((first.id, found.get(1).is_some_and(|second| second.who != first.who)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_counts_and_one_of_somebody_else_beside_it_makes_it_a_guess() {
        let of = |id, distance, who: &str| Candidate { id, distance, who: Some(who.into()) };
        let far = of(1, 9, "vijay");
        let near = of(2, 3, "vijay");
        assert_eq!(nearest(vec![far.clone(), near.clone()]), Some((2, false)));
        assert_eq!(nearest(vec![of(3, 5, "bob"), far, near]), Some((2, true)));
        assert_eq!(nearest(vec![]), None);
    }
}
