//! The reverse index: which jobs use a term (a customer, user, action or batch).
//!
//! It is written behind the ledger, a *run* of entries at a time, each run sorted by term. Inserting sorted
//! runs at the end of one B-tree costs a fraction of keeping an index row per customer and job. A thread of its
//! own reads the run's entries and hands their postings to the writer in slices, so that no commit waits for a
//! whole run. Entries after the last complete run are found by reading them, so nothing is ever missing.

use std::sync::mpsc;
use std::thread::JoinHandle;

use jobs_core::{Error, Result};
use rusqlite::{Connection, OptionalExtension, TransactionBehavior};

use crate::blocks::{self, Block};
use crate::error::{Context, corrupt, in_entry};
use crate::rows::{customers_of, from_sql, terms_in};
use crate::writer::WeakQueue;

/// When a run is long enough. Runs of any length can stand side by side.
#[derive(Debug, Clone, Copy)]
pub(crate) struct RunSize {
    /// This many entries. Offsets into a run must fit a uint16.
    pub(crate) entries: i64,
    /// Or this many customers of its jobs, which bounds what a list reads after the last run, and the memory that
    /// sorting a run takes.
    pub(crate) customers: i64,
}

impl RunSize {
    /// 2^18 customers are 16 for each of 16,384 jobs. Sorted with the jobs' users, actions and batches, at 16 bytes
    /// each, they take 5 MB (the last job may bring 100,000 more); as JSON, about 2 MB that a list looks through.
    pub(crate) const DEFAULT: Self = Self { entries: 16_384, customers: 1 << 18 };
}

/// How many entries a run has at most: what is in one is named by its offset, of 16 bits.
pub(crate) const RUN_MAX: i64 = 1 << 16;

/// How many bytes of postings a transaction writes at least, if there are as many left: about 2 ms of work, against
/// the one fsync that it costs. The last of them may be 128 KiB itself, a term's that all of the longest run uses.
const SLICE_BYTES: usize = 256 << 10;

/// How often the indexer looks at the ledger while a run's worth of entries is appended.
const LOOKS_A_RUN: i64 = 8;

/// The postings of a few neighbouring terms of a run.
#[derive(Debug)]
pub(crate) struct Slice {
    run: Run,
    /// The term that the slice starts with; 0 when it begins the run.
    from: i64,
    /// The postings, in the order of their terms.
    blocks: Vec<Block>,
    /// The term that the next slice starts with; none when this slice completes the run.
    next_term: Option<i64>,
}

#[derive(Debug, Clone, Copy, PartialEq)]
struct Run {
    first: i64,
    past: i64,
    created_min: i64,
    created_max: i64,
}

/// Where the writer says that it has appended. It wakes the indexer a few times a run, not at every commit.
pub(crate) struct Waker {
    wake: mpsc::SyncSender<()>,
    look: RunSize,
    appended: Length,
}

impl Waker {
    /// Hears of entries that became durable, and of the customers of their jobs.
    pub(crate) fn appended(&mut self, entries: u64, customers: usize) {
        self.appended.entries = self.appended.entries.saturating_add_unsigned(entries);
        self.appended.customers = self.appended.customers.saturating_add_unsigned(customers as u64);
        if self.appended.is_a_run(self.look) {
            self.appended = Length::default();
            // It is busy and will look again, or has gone ahead while the store closes.
            let _full_or_gone = self.wake.try_send(());
        }
    }
}

/// Starts the thread that keeps the index up. It looks at the ledger when the waker says so, and ends when the
/// waker is dropped. Appends of other processes count when it looks.
pub(crate) fn start(
    sql: Connection,
    queue: WeakQueue,
    woken: mpsc::Receiver<()>,
    size: RunSize,
) -> Result<JoinHandle<()>> {
    std::thread::Builder::new()
        .name("jobs-sqlite-indexer".into())
        .spawn(move || {
            let mut tail = Tail::default();
            while let Ok(()) = woken.recv() {
                match tail.index(&sql, &queue, size) {
                    Ok(()) => {}
                    Err(Error::Closed) => return,
                    Err(error) => {
                        // Lists stay right without the index, only slower.
                        tracing::warn!(%error, "the reverse index fell behind");
                        tail.back_off();
                    }
                }
            }
        })
        .doing("starting the indexer")
}

/// The two ends of a way to wake the indexer.
pub(crate) fn waker(size: RunSize) -> (Waker, mpsc::Receiver<()>) {
    let (wake, woken) = mpsc::sync_channel(1);
    let part = |whole: i64| (whole / LOOKS_A_RUN).max(1);
    let look = RunSize { entries: part(size.entries), customers: part(size.customers) };
    (Waker { wake, look, appended: Length::default() }, woken)
}

/// How far the index has come: the index after the last complete run, from which on entries are found by reading
/// them, and the size of the ledger.
pub(crate) struct Reach {
    pub(crate) covered: i64,
    pub(crate) size: i64,
}

pub(crate) fn reach(sql: &Connection) -> Result<Reach> {
    const DOING: &str = "reading the reverse index";
    // At most the last run is open.
    let select = "SELECT coalesce((SELECT past FROM run WHERE next_term IS NULL ORDER BY first DESC LIMIT 1), 0),
                         size FROM tree WHERE id = 0";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let (covered, size): (i64, i64) = statement.query_row([], |row| row.try_into()).doing(DOING)?;
    if !(0..=size).contains(&covered) {
        return Err(corrupt(format!("the reverse index covers {covered} entries of {size}")));
    }
    Ok(Reach { covered, size })
}

/// How much of a run some entries are.
#[derive(Debug, Clone, Copy, Default)]
struct Length {
    entries: i64,
    customers: i64,
}

impl Length {
    fn is_a_run(self, size: RunSize) -> bool {
        self.entries >= size.entries || self.customers >= size.customers
    }

    /// Counts one more entry; only a job has customers.
    fn add(&mut self, customer_count: Option<i64>) {
        self.entries += 1;
        self.customers = self.customers.saturating_add(customer_count.unwrap_or(0));
    }
}

/// The entries after the last complete run, as far as they have been counted.
#[derive(Debug, Default)]
struct Tail {
    covered: i64,
    /// Up to here.
    counted: i64,
    length: Length,
    /// The size of the ledger when it was last looked at.
    size: i64,
}

impl Tail {
    /// Writes every run that is due.
    fn index(&mut self, sql: &Connection, queue: &WeakQueue, size: RunSize) -> Result<()> {
        while let Some(first) = self.due(sql, size)? {
            for slice in slices_of(sql, first, size)? {
                // A queue of its own only for a moment: the store may close between two slices.
                queue.upgrade().ok_or(Error::Closed)?.write_slice(slice)?;
            }
        }
        Ok(())
    }

    /// The start of the next run, once there are entries enough for one.
    fn due(&mut self, sql: &Connection, size: RunSize) -> Result<Option<i64>> {
        let Reach { covered, size: ledger } = reach(sql)?;
        if covered != self.covered {
            *self = Self { covered, counted: covered, ..Self::default() };
        }
        self.size = ledger;
        self.count(sql, size)?;
        Ok(self.length.is_a_run(size).then_some(covered))
    }

    /// Goes on counting until the entries make a run.
    fn count(&mut self, sql: &Connection, size: RunSize) -> Result<()> {
        const DOING: &str = "counting entries for the reverse index";
        let select = "SELECT customer_count FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
        let mut statement = sql.prepare_cached(select).doing(DOING)?;
        let mut rows = statement.query((self.counted, self.size)).doing(DOING)?;
        while !self.length.is_a_run(size) {
            let Some(row) = rows.next().doing(DOING)? else { break };
            self.length.add(row.get(0).doing(DOING)?);
            self.counted += 1;
        }
        Ok(())
    }

    /// After an error: not again before another run's worth is appended.
    fn back_off(&mut self) {
        self.counted = self.size;
        self.length = Length::default();
    }
}

/// The postings of the run that starts at `first`, or what is left of them.
fn slices_of(
    sql: &Connection,
    first: i64,
    size: RunSize,
) -> Result<impl Iterator<Item = Slice> + use<>> {
    let open = open_run(sql, first)?;
    let (run, uses) = read_run(sql, first, open.map(|(past, _)| past), size)?;
    Ok(slices(run, uses, open.map_or(0, |(_, next_term)| next_term)))
}

/// The end of the open run that starts at `first`, and the term to go on with; none when it is not begun.
fn open_run(sql: &Connection, first: i64) -> Result<Option<(i64, i64)>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT past, next_term FROM run WHERE first = ?1 AND next_term IS NOT NULL";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    statement.query_row([first], |row| row.try_into()).optional().doing(DOING)
}

/// Reads the run of entries that starts at `first`: its bounds, and each use of a term with the job's offset, in
/// order. The run ends at `past`, or where it is long enough.
fn read_run(
    sql: &Connection,
    first: i64,
    past: Option<i64>,
    size: RunSize,
) -> Result<(Run, Vec<(i64, u16)>)> {
    const DOING: &str = "reading entries for the reverse index";
    let select =
        "SELECT idx, customer_count, coalesce(created_at, recorded_at), job_id IS NOT NULL,
                         customers, user, action, batch
                    FROM entry WHERE idx >= ?1 AND idx < ?2 ORDER BY idx";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((first, past.unwrap_or(i64::MAX))).doing(DOING)?;
    let mut run = Run { first, past: first, created_min: i64::MAX, created_max: i64::MIN };
    let (mut uses, mut length) = (Vec::new(), Length::default());
    while past.is_some() || !length.is_a_run(size) {
        let Some(row) = rows.next().doing(DOING)? else { break };
        let index: i64 = row.get(0).doing(DOING)?;
        run.past = index + 1;
        length.add(row.get(1).doing(DOING)?);
        if !row.get::<_, bool>(3).doing(DOING)? {
            continue; // a change of status
        }
        let created: i64 = row.get(2).doing(DOING)?;
        run.created_min = run.created_min.min(created);
        run.created_max = run.created_max.max(created);
        let offset = u16::try_from(index - first).map_err(|_| corrupt("a run is too long"))?;
        let customers = customers_of(row.get_ref(4)).map_err(in_entry(from_sql(index)?))?;
        for column in 5..=7 {
            uses.extend(row.get::<_, Option<i64>>(column).doing(DOING)?.map(|term| (term, offset)));
        }
        for term in terms_in(customers) {
            uses.push((term.map_err(in_entry(from_sql(index)?))?, offset));
        }
    }
    uses.sort_unstable();
    // Only a row that was tampered with names a term twice.
    uses.dedup();
    Ok((run, uses))
}

/// What is wrong with a run.
pub(crate) struct Wrong {
    pub(crate) what: String,
    pub(crate) stored: Option<String>,
    pub(crate) expected: Option<String>,
}

/// Compares the run `first..past` with its entries: its bounds, and its postings as far as they are written.
pub(crate) fn verify_run(sql: &Connection, first: i64, past: i64) -> Result<Option<Wrong>> {
    const DOING: &str = "verifying the reverse index";
    let wrong = |what: &str| Wrong { what: what.into(), stored: None, expected: None };
    let previous = "SELECT past FROM run WHERE first < ?1 ORDER BY first DESC LIMIT 1";
    let begins = sql.query_row(previous, [first], |row| row.get(0)).optional().doing(DOING)?;
    if first != begins.unwrap_or(0) || past - first > 1 << 16 || past > reach(sql)?.size {
        return Ok(Some(wrong("does not begin where the last run ends, or ends elsewhere")));
    }
    let (run, uses) = read_run(sql, first, Some(past), RunSize::DEFAULT)?;
    let select = "SELECT past, created_min, created_max, next_term FROM run WHERE first = ?1";
    let (past, created_min, created_max, next_term): (i64, i64, i64, Option<i64>) =
        sql.query_row(select, [first], |row| row.try_into()).doing(DOING)?;
    let stored = Run { past, created_min, created_max, ..run };
    if stored != run {
        let (stored, expected) = (Some(format!("{stored:?}")), Some(format!("{run:?}")));
        return Ok(Some(Wrong {
            stored,
            expected,
            ..wrong("its bounds are not those of its entries")
        }));
    }
    let newest: i64 =
        sql.query_row("SELECT max(first) FROM run", [], |row| row.get(0)).doing(DOING)?;
    if next_term.is_some() && first != newest {
        return Ok(Some(wrong("is open, and others follow")));
    }
    let select = "SELECT term, block FROM posting WHERE run = ?1 ORDER BY term";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query([first]).doing(DOING)?;
    let mut expected =
        blocks_of(&uses).take_while(|block| next_term.is_none_or(|next| block.term < next));
    loop {
        let row = rows.next().doing(DOING)?;
        let stored: Option<(i64, Vec<u8>)> = row.map(TryInto::try_into).transpose().doing(DOING)?;
        let stored = stored.map(|(term, postings)| Block { term, postings });
        let expected = expected.next();
        if stored == expected {
            if stored.is_none() {
                return Ok(None);
            }
            continue;
        }
        let term = expected.as_ref().or(stored.as_ref()).map_or(0, |block| block.term);
        let show = |block: Option<Block>| {
            block.map(|block| format!("term {}, {} bytes", block.term, block.postings.len()))
        };
        let what = format!("its postings are not those of its entries, from term {term} on");
        return Ok(Some(Wrong { what, stored: show(stored), expected: show(expected) }));
    }
}

/// The blocks of a run's uses, which are sorted.
pub(crate) fn blocks_of(mut uses: &[(i64, u16)]) -> impl Iterator<Item = Block> {
    std::iter::from_fn(move || {
        let (block, taken) = Block::take(uses)?;
        uses = &uses[taken..];
        Some(block)
    })
}

/// Cuts a run's uses, which are sorted, into slices, from the term `from` on.
fn slices(run: Run, uses: Vec<(i64, u16)>, from: i64) -> impl Iterator<Item = Slice> {
    let mut at = uses.partition_point(|(term, _)| *term < from);
    let mut next = Some(from);
    std::iter::from_fn(move || {
        let from = next?;
        let (mut blocks, mut bytes) = (Vec::new(), 0);
        while bytes < SLICE_BYTES
            && let Some((block, taken)) = Block::take(&uses[at..])
        {
            at += taken;
            bytes += block.postings.len();
            blocks.push(block);
        }
        next = uses.get(at).map(|(term, _)| *term);
        Some(Slice { run, from, blocks, next_term: next })
    })
}

/// Writes a slice in a transaction of its own, unless another process's indexer was faster. The run is open while
/// its postings are written.
pub(crate) fn write(connection: &mut Connection, slice: &Slice) -> Result<()> {
    const DOING: &str = "writing the reverse index";
    let sql = connection.transaction_with_behavior(TransactionBehavior::Immediate).doing(DOING)?;
    let next_term = match begun(&sql, slice.run)? {
        Some(next_term) => next_term,
        None => {
            begin(&sql, slice.run).doing(DOING)?;
            Some(0)
        }
    };
    if next_term == Some(slice.from) {
        write_postings(&sql, slice).doing(DOING)?;
    }
    sql.commit().doing(DOING)
}

/// The term to go on with in `run`, none when it is complete; nothing at all when it is not begun.
fn begun(sql: &Connection, run: Run) -> Result<Option<Option<i64>>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT past, created_min, created_max, next_term FROM run WHERE first = ?1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let row: Option<(i64, i64, i64, Option<i64>)> =
        statement.query_row([run.first], |row| row.try_into()).optional().doing(DOING)?;
    let Some((past, created_min, created_max, next_term)) = row else { return Ok(None) };
    // Lists pass over a run by its bounds, so nobody's word is taken for them.
    if next_term.is_some() && (Run { past, created_min, created_max, ..run }) != run {
        return Err(corrupt(format!("run {} is not what its entries say", run.first)));
    }
    Ok(Some(next_term))
}

fn begin(sql: &Connection, run: Run) -> rusqlite::Result<()> {
    let Run { first, past, created_min, created_max } = run;
    let insert = "INSERT OR ROLLBACK INTO run (first, past, created_min, created_max, next_term)
                  VALUES (?1, ?2, ?3, ?4, 0)";
    let mut statement = sql.prepare_cached(insert)?;
    statement.execute((first, past, created_min, created_max)).map(drop)
}

fn write_postings(sql: &Connection, slice: &Slice) -> rusqlite::Result<()> {
    let insert = "INSERT OR ROLLBACK INTO posting (run, term, block) VALUES (?1, ?2, ?3)";
    let mut statement = sql.prepare_cached(insert)?;
    for Block { term, postings } in &slice.blocks {
        statement.execute((slice.run.first, term, postings))?;
    }
    let update = "UPDATE OR ROLLBACK run SET next_term = ?2 WHERE first = ?1";
    let mut statement = sql.prepare_cached(update)?;
    statement.execute((slice.run.first, slice.next_term)).map(drop)
}

/// The jobs of run `run` that use `term`, none when it has no such job.
pub(crate) fn jobs(sql: &Connection, run: i64, term: i64) -> Result<Option<Vec<i64>>> {
    const DOING: &str = "reading the reverse index";
    let select = "SELECT term, block FROM posting WHERE run = ?1 AND term <= ?2
                   ORDER BY term DESC LIMIT 1";
    let mut statement = sql.prepare_cached(select).doing(DOING)?;
    let mut rows = statement.query((run, term)).doing(DOING)?;
    let Some(row) = rows.next().doing(DOING)? else { return Ok(None) };
    blocks::jobs(run, row.get(0).doing(DOING)?, bytes(row, 1)?, term)
}

fn bytes<'r>(row: &'r rusqlite::Row<'_>, column: usize) -> Result<&'r [u8]> {
    let value = row.get_ref(column).map(|value| value.as_blob().ok());
    value.ok().flatten().ok_or_else(|| corrupt("column block: is not a blob"))
}

/// Writes every run that is due, without a thread.
#[cfg(test)]
pub(crate) fn index_now(connection: &mut Connection, size: RunSize) {
    let mut tail = Tail::default();
    while let Some(first) = tail.due(connection, size).unwrap() {
        for slice in slices_of(connection, first, size).unwrap() {
            write(connection, &slice).unwrap();
        }
    }
}

#[cfg(test)]
mod tests {
    use jobs_core::{ActionCode, ActionName, Cid, CustomerSet, Draft, NewJob, Timestamp, UserId};
    use tempfile::TempDir;

    use super::*;
    use crate::batch;
    use crate::connection::open_writer;
    use crate::terms::Terms;

    /// A ledger of jobs with this many customers each.
    fn ledger(jobs: &[usize]) -> (Connection, TempDir) {
        let folder = tempfile::tempdir().unwrap();
        let mut sql = open_writer(&folder.path().join("jobs.db")).unwrap();
        append(&mut sql, jobs);
        (sql, folder)
    }

    fn append(sql: &mut Connection, jobs: &[usize]) {
        let job = |customers: usize| {
            let cids = (0..customers).map(|number| Cid::new(number.to_string()).unwrap());
            let (user, action) = (UserId::new("vijay").unwrap(), ActionName::new("Pay").unwrap());
            let customers = CustomerSet::new(cids).unwrap();
            NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
        };
        let written = batch::run(sql, &mut Terms::new(), |batch| {
            jobs.iter().try_for_each(|customers| {
                batch.append(Draft::from(job(*customers)), Timestamp::now())?.map(drop)
            })
        });
        assert_eq!(written.unwrap(), jobs.len() as u64);
    }

    fn runs(sql: &Connection) -> Vec<(i64, i64)> {
        let mut select = sql.prepare("SELECT first, past FROM run ORDER BY first").unwrap();
        select.query_map([], |row| row.try_into()).unwrap().map(rusqlite::Result::unwrap).collect()
    }

    #[test]
    fn a_run_is_so_many_entries_or_so_many_customers() {
        let size = RunSize { entries: 4, customers: 10 };
        let (mut sql, _folder) = ledger(&[1, 1, 1, 1, 5, 5, 1, 30, 2, 2]);
        index_now(&mut sql, size);
        assert_eq!(runs(&sql), [(0, 4), (4, 6), (6, 8)]);
        append(&mut sql, &[2]);
        index_now(&mut sql, size);
        assert_eq!(runs(&sql).len(), 3, "three entries with 6 customers are no run");
        append(&mut sql, &[4]);
        index_now(&mut sql, size);
        assert_eq!(runs(&sql)[3..], [(8, 12)]);
    }

    #[test]
    fn the_indexer_is_woken_a_few_times_a_run() {
        let (mut waker, woken) = waker(RunSize { entries: 800, customers: 8000 });
        let mut wakes = |commits: usize, entries, customers| {
            (0..commits)
                .filter(|_| {
                    waker.appended(entries, customers);
                    woken.try_recv().is_ok()
                })
                .count()
        };
        assert_eq!(wakes(800, 1, 5), 8);
        assert_eq!(wakes(8, 1, 1000), 8);
        // Nobody takes the wakes: they do not pile up.
        (0..10).for_each(|_| waker.appended(800, 0));
        assert_eq!(woken.try_iter().count(), 1);
    }

    #[test]
    fn after_an_error_another_run_is_waited_for() {
        let size = RunSize { entries: 4, customers: 1000 };
        let (mut sql, _folder) = ledger(&[1; 9]);
        let mut tail = Tail::default();
        assert_eq!(tail.due(&sql, size).unwrap(), Some(0));
        tail.back_off();
        assert_eq!(tail.due(&sql, size).unwrap(), None);
        append(&mut sql, &[1; 3]);
        assert_eq!(tail.due(&sql, size).unwrap(), None);
        append(&mut sql, &[1]);
        assert_eq!(tail.due(&sql, size).unwrap(), Some(0));
    }

    /// Two processes may index the same run, and either may leave it half written.
    #[test]
    fn a_slice_is_written_once_whoever_is_faster() {
        let size = RunSize { entries: 4, customers: 1_000_000 };
        // At 6 bytes a customer of all four jobs, somewhat more than two slices.
        let customers = 2 * SLICE_BYTES / 6 + 3000;
        let (mut sql, _folder) = ledger(&[customers; 4]);
        let slices: Vec<_> = slices_of(&sql, 0, size).unwrap().collect();
        assert_eq!(slices.len(), 3);
        for slice in [&slices[0], &slices[0], &slices[2], &slices[1], &slices[1]] {
            write(&mut sql, slice).unwrap();
        }
        // Whoever goes on starts where the last one ended, at the run's own bounds.
        let other_size = RunSize { entries: 1, ..size };
        let rest: Vec<_> = slices_of(&sql, 0, other_size).unwrap().collect();
        assert_eq!((rest.len(), rest[0].run, rest[0].from), (1, slices[2].run, slices[2].from));
        write(&mut sql, &rest[0]).unwrap();
        write(&mut sql, &slices[2]).unwrap();
        assert_eq!(reach(&sql).unwrap().covered, 4);
        assert!(verify_run(&sql, 0, 4).unwrap().is_none());
    }

    /// A run that somebody else has begun with bounds that its entries do not have is not completed.
    #[test]
    fn a_forged_run_is_not_gone_on_with() {
        let size = RunSize { entries: 2, customers: 1000 };
        let (mut sql, _folder) = ledger(&[1, 1]);
        sql.execute("INSERT INTO run VALUES (0, 2, 0, 1, 0)", []).unwrap();
        let slice = slices_of(&sql, 0, size).unwrap().next().unwrap();
        let error = write(&mut sql, &slice).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
        assert_eq!(reach(&sql).unwrap().covered, 0);
    }
}
