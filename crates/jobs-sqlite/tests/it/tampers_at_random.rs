//! Tampers at random over all of `sqlite_schema` and the file's header: whenever anything that is
//! served differs afterwards, verification fails.
//!
//! Each tamper is made from a seed, so that one that fails can be tried again. `TAMPERS` asks for
//! more of them, and `FIRST_TAMPER` says which one is first.

use std::path::PathBuf;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

use rusqlite::Connection;

use crate::tampered::{Copy, Ledger, answered, build, served};

/// 160 entries.
const ROUNDS: u32 = 40;

/// How many tampers there are, unless more are asked for.
const TAMPERS: u64 = 120;

static LEDGER: LazyLock<Ledger> = LazyLock::new(|| build(ROUNDS));

fn ledger() -> PathBuf {
    LEDGER.folder.path().join("jobs.db")
}

/// SplitMix64.
struct Random(u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (z ^ (z >> 31)) % limit
    }

    fn pick<T: Clone>(&mut self, all: &[T]) -> T {
        all[usize::try_from(self.below(all.len() as u64)).unwrap()].clone()
    }
}

/// A structure that is searched by its key: its columns, how they are filled, and which of them are
/// the key.
type Keyed = (&'static str, &'static [&'static str], &'static str, usize);

/// The indexes, whose records are their key, and the tables that are their own indexes.
const KEYED: [Keyed; 10] = [
    ("job_by_id", &["a", "b"], "SELECT job_id, job FROM job_by_id", 1),
    (
        "entry_by_request_key",
        &["a", "b"],
        "SELECT request_key, idx FROM entry WHERE request_key IS NOT NULL",
        2,
    ),
    (
        "entry_by_retry_of",
        &["a", "b"],
        "SELECT retry_of, idx FROM entry WHERE retry_of IS NOT NULL",
        2,
    ),
    ("job_state_by_status", &["a", "b"], "SELECT status, job FROM job_state", 2),
    (
        "job_state_open_calls",
        &["a", "b"],
        "SELECT source, job FROM job_state WHERE status = 0 AND source = 1",
        2,
    ),
    ("sqlite_autoindex_term_1", &["a", "b", "c"], "SELECT kind, value, id FROM term", 3),
    (
        "counter_by_jobs",
        &["a", "b", "c DESC", "d", "e"],
        "SELECT user, kind, in_progress + success + failed + unconfirmed, first, value FROM counter WHERE kind IN (1, 2)",
        5,
    ),
    ("counter", &["a", "b", "c", "d", "e", "f", "g", "h"], "SELECT * FROM counter", 3),
    ("subtree", &["a", "b", "c"], "SELECT * FROM subtree", 2),
    ("posting", &["a", "b", "c"], "SELECT * FROM posting", 2),
];

const TABLES: [&str; 5] = ["entry", "term", "job_state", "tree", "run"];

/// Exchanges the pages of `object` with those of the table `planted`, which is dropped with them.
fn exchange(object: &str) -> String {
    format!(
        "PRAGMA writable_schema = ON;
         UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema
                                               WHERE name IN ('planted', '{object}')) - rootpage
          WHERE name IN ('planted', '{object}');
         PRAGMA writable_schema = RESET; DROP TABLE planted;"
    )
}

/// Other records in the b-tree of an index, or of a table that is one.
fn keyed(random: &mut Random) -> String {
    let (object, columns, fill, key) = random.pick(&KEYED);
    let names: Vec<_> = columns.iter().map(|column| column.trim_end_matches(" DESC")).collect();
    let mut keys = columns[..key].to_vec();
    // Now and then in another order.
    if random.below(6) == 0 {
        let at = usize::try_from(random.below(key as u64)).unwrap();
        keys[at] = if keys[at].ends_with("DESC") {
            "c"
        } else {
            ["a DESC", "b DESC", "c", "d DESC", "e DESC"][at]
        };
    }
    let mut statements = format!(
        "CREATE TABLE planted ({}, PRIMARY KEY ({})) WITHOUT ROWID; INSERT INTO planted {fill};",
        names.join(", "),
        keys.join(", ")
    );
    for _ in 0..random.below(3) {
        let some = |random: &mut Random, of: &str| {
            format!(
                "(SELECT {of} FROM planted ORDER BY {} LIMIT 1 OFFSET {} % max(1, (SELECT count(*) FROM planted)))",
                names.join(", "),
                random.below(1000)
            )
        };
        let column = random.pick(&names);
        let row = some(random, &names.join(", "));
        let value = match random.below(5) {
            0 => "NULL".into(),
            1 => random.below(200).to_string(),
            2 => "zeroblob(16)".into(),
            _ => some(random, column),
        };
        let them = names.join(", ");
        statements += &match random.below(3) {
            0 => format!("DELETE FROM planted WHERE ({them}) = {row};"),
            1 => format!("UPDATE OR IGNORE planted SET {column} = {value} WHERE ({them}) = {row};"),
            _ => {
                let copied: Vec<_> = names
                    .iter()
                    .map(|name| if *name == column { &*value } else { *name })
                    .collect();
                let copied = copied.join(", ");
                format!(
                    "INSERT OR IGNORE INTO planted SELECT {copied} FROM planted WHERE ({them}) = {row};"
                )
            }
        };
    }
    statements + &exchange(object)
}

/// A row of a table changed, removed or copied, and none of its indexes with it.
fn row(random: &mut Random) -> String {
    let table = random.pick(&TABLES);
    let sql = Connection::open(ledger()).unwrap();
    let select = format!("SELECT sql FROM sqlite_schema WHERE name = '{table}'");
    let create: String = sql.query_row(&select, [], |row| row.get(0)).unwrap();
    let create =
        create.replacen(table, "planted", 1).replace("UNIQUE (kind, value)", "CHECK (TRUE)");
    let mut columns =
        sql.prepare(&format!("SELECT name FROM pragma_table_info('{table}')")).unwrap();
    let columns: Vec<String> =
        columns.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let column = random.pick(&columns);
    let key = &columns[0];
    let some = |random: &mut Random, of: &str| {
        format!(
            "(SELECT {of} FROM {table} ORDER BY {key} LIMIT 1 OFFSET {} % (SELECT count(*) FROM {table}))",
            random.below(1000)
        )
    };
    let value = some(random, &column);
    let place = some(random, key);
    let change = match random.below(4) {
        0 => format!("DELETE FROM planted WHERE {key} = {place}"),
        _ => format!("UPDATE OR IGNORE planted SET {column} = {value} WHERE {key} = {place}"),
    };
    format!("{create}; INSERT INTO planted SELECT * FROM {table}; {change}; {}", exchange(table))
}

/// A row of the schema changed, removed, doubled or led elsewhere.
fn schema(random: &mut Random) -> String {
    let sql = Connection::open(ledger()).unwrap();
    let mut select = sql.prepare("SELECT name FROM sqlite_schema ORDER BY rowid").unwrap();
    let names: Vec<String> =
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let name = random.pick(&names);
    let other = random.pick(&names);
    let change = match random.below(8) {
        0 => format!("DELETE FROM sqlite_schema WHERE name = '{name}'"),
        1 => format!("INSERT INTO sqlite_schema SELECT type, name, tbl_name, rootpage, sql FROM sqlite_schema WHERE name = '{name}'"),
        2 => format!("UPDATE sqlite_schema SET name = name || 'x' WHERE name = '{name}'"),
        3 => format!(
            "UPDATE sqlite_schema SET tbl_name = (SELECT tbl_name FROM sqlite_schema WHERE name = '{other}') WHERE name = '{name}'"
        ),
        4 => format!("UPDATE sqlite_schema SET rootpage = {} WHERE name = '{name}'", random.below(40)),
        5 => {
            let (from, to) = random.pick(&[
                ("INTEGER", "INT"), ("NOT NULL", ""), ("UNIQUE", ""), (" = 1", " = 2"), ("DESC", ""), ("JOIN", "CROSS JOIN"),
                ("BEFORE", "AFTER"), ("TEXT", "BLOB"), ("STRICT", ""), ("IS NOT", "IS"), ("SUCCESS", "FAILED"),
            ]);
            format!("UPDATE sqlite_schema SET sql = replace(sql, '{from}', '{to}') WHERE name = '{name}'")
        }
        // Two objects exchange their pages.
        _ => format!(
            "UPDATE sqlite_schema SET rootpage = (SELECT sum(rootpage) FROM sqlite_schema WHERE name IN ('{name}', '{other}'))
                    - rootpage WHERE name IN ('{name}', '{other}') AND '{name}' <> '{other}'"
        ),
    };
    format!("PRAGMA writable_schema = ON; {change}")
}

/// Statistics that are not those of the ledger. They change how SQLite searches, and no answer.
fn statistics(random: &mut Random) -> String {
    let index = random.pick(&[
        "entry_by_request_key",
        "entry_by_retry_of",
        "job_state_by_status",
        "counter_by_jobs",
        "sqlite_autoindex_term_1",
    ]);
    let stat = random.pick(&[
        "1 1 1 1 1 1",
        "1000000 900000 900000 1",
        "2 1 1 unordered",
        "0 0 noskipscan",
        "9 9 sz=9000",
    ]);
    format!("ANALYZE; UPDATE sqlite_stat1 SET stat = '{stat}' WHERE idx = '{index}'")
}

/// Changes a byte of the file's header, except for SQLite's own mark.
fn header(copy: &Copy, random: &mut Random) -> String {
    let mut bytes = std::fs::read(copy.path()).unwrap();
    let at = usize::try_from(16 + random.below(84)).unwrap();
    bytes[at] = u8::try_from(random.below(256)).unwrap() & random.pick(&[1, 3, 7, 255]);
    std::fs::write(copy.path(), &bytes).unwrap();
    format!("byte {at} of the header becomes {}", bytes[at])
}

/// Makes the tamper of a seed, and says what it is; `None` when SQLite does not take it.
fn tamper(copy: &Copy, seed: u64) -> Option<String> {
    let mut random = Random(seed);
    let statements = match random.below(10) {
        0..=4 => keyed(&mut random),
        5..=6 => row(&mut random),
        7 => schema(&mut random),
        8 if seed.is_multiple_of(2) => statistics(&mut random),
        8 => schema(&mut random),
        _ => return Some(header(copy, &mut random)),
    };
    // An attacker who has the file is not stopped by a schema that no longer holds together.
    copy.try_attack(&statements).ok()?;
    Some(statements)
}

#[derive(Default)]
struct Counts {
    found: AtomicU64,
    shown: AtomicU64,
    refused: AtomicU64,
}

#[test]
fn a_tamper_that_shows_is_found() {
    let before = (
        served(&ledger(), ROUNDS).unwrap(),
        answered(&Copy::of(&ledger()).path(), ROUNDS).unwrap(),
    );
    let tampers =
        std::env::var("TAMPERS").ok().and_then(|count| count.parse().ok()).unwrap_or(TAMPERS);
    let next =
        AtomicU64::new(std::env::var("FIRST_TAMPER").map_or(0, |first| first.parse().unwrap()));
    let counts = Counts::default();
    let one = |seed: u64| {
        let copy = Copy::of(&ledger());
        let Some(statements) = tamper(&copy, seed) else {
            counts.refused.fetch_add(1, Ordering::Relaxed);
            return;
        };
        let sound = copy.verify(&[]).is_ok_and(|report| report.is_sound());
        // The error that the file is read-only is not an answer to a request.
        let answer = match answered(&Copy::of(&copy.path()).path(), ROUNDS) {
            Err(jobs_core::Error::Storage { .. }) => before.1.clone(),
            answer => answer.unwrap_or_default(),
        };
        let shows =
            answer != before.1 || served(&copy.path(), ROUNDS).map_or(true, |now| now != before.0);
        counts.found.fetch_add(u64::from(!sound), Ordering::Relaxed);
        counts.shown.fetch_add(u64::from(shows), Ordering::Relaxed);
        assert!(!(sound && shows), "seed {seed} shows and is not found: {statements}");
    };
    std::thread::scope(|scope| {
        for _ in 0..std::thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(|| {
                loop {
                    let seed = next.fetch_add(1, Ordering::Relaxed);
                    if seed >= tampers {
                        break;
                    }
                    one(seed);
                }
            });
        }
    });
    let Counts { found, shown, refused } = counts;
    let found = found.into_inner();
    let shown = shown.into_inner();
    println!(
        "of {tampers} tampers {found} are found, {shown} show, {} SQLite refuses",
        refused.into_inner()
    );
    assert!(
        shown > tampers / 4 && found >= shown,
        "{shown} of {tampers} show, and {found} are found"
    );
}

/// Everything that has pages has its content tampered with, not only its row of the schema.
#[test]
fn tampers_reach_everything_that_has_pages() {
    let sql = Connection::open(ledger()).unwrap();
    // A table that is its own index shares its pages with that index.
    let select = "SELECT name FROM sqlite_schema AS o WHERE rootpage > 0 AND NOT EXISTS (
                      SELECT 1 FROM pragma_table_list WHERE wr AND o.type = 'index'
                                                        AND o.name = 'sqlite_autoindex_' || name || '_1')
                   ORDER BY name";
    let mut select = sql.prepare(select).unwrap();
    let there: Vec<String> =
        select.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect();
    let mut reached: Vec<_> =
        KEYED.iter().map(|(name, ..)| *name).chain(TABLES.iter().copied()).collect();
    reached.sort_unstable();
    assert_eq!(there, reached);
}
