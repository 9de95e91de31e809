//! What opening a ledger costs, and what a commit of nothing does.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use jobs_core::{Error, Result};
use rusqlite::Connection;

use crate::file::connection::{open_reader, open_writer, prepare_reader, prepare_writer};
use crate::file::log::{commit_unchanged, empty_log, log_frames};
use crate::file::look::beside;
use crate::index::runs::RunSize;
use crate::index::{indexer, runs};
use crate::reading::tree;
use crate::tests::support;
use crate::writing::batch;
use crate::writing::terms::Terms;

/// A ledger with `jobs` jobs and its reverse index in many runs, all of it in the file itself.
fn ledger(jobs: u32) -> (PathBuf, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("jobs.db");
    let mut sql = open_writer(&path).unwrap();
    let written = batch::run(&mut sql, &mut Terms::new(), |batch| {
        let mut jobs = (0..jobs).map(support::job_of);
        jobs.try_for_each(|job| batch.append(job, jobs_core::Timestamp::now())?.map(drop))
    });
    assert_eq!(written.unwrap(), u64::from(jobs));
    let size = RunSize { entries: 5, customers: 1000 };
    indexer::index_now(&mut sql, size);
    assert!(empty_log(&sql).unwrap());
    (path, folder)
}

/// All that opening a store reads.
fn open(writer: &mut Connection, reader: &Connection, path: &Path) -> Result<()> {
    prepare_writer(writer, path)?;
    tree::read_tree(writer)?;
    prepare_reader(reader, path)?;
    runs::reach(reader).map(drop)
}

/// Opening takes the same number of SQLite's steps, however many entries there are.
#[test]
fn opening_takes_the_same_steps_however_large_the_ledger() {
    let steps = |jobs| {
        let (path, _folder) = ledger(jobs);
        let steps = Arc::new(AtomicU64::new(0));
        let counted = || {
            let sql = Connection::open(&path).unwrap();
            let steps = Arc::clone(&steps);
            let count = move || {
                steps.fetch_add(1, Ordering::Relaxed);
                false
            };
            sql.progress_handler(1, Some(count)).unwrap();
            sql
        };
        open(&mut counted(), &counted(), &path).unwrap();
        steps.load(Ordering::Relaxed)
    };
    let few = steps(10);
    assert!(few > 100, "only {few} steps were counted");
    assert_eq!(steps(3000), few);
}

/// Nor does any step read more pages, as counting all rows does: a page that opening reads is one
/// that it fails for when it holds garbage. A tree of pages may be a page or two deeper.
#[test]
fn opening_reads_the_same_pages_however_large_the_ledger() {
    let pages = |jobs| {
        let (path, _folder) = ledger(jobs);
        let copy = tempfile::tempdir().unwrap();
        let sound = std::fs::read(&path).unwrap();
        let needed = (1..sound.len() / 4096).filter(|page| {
            let path = copy.path().join(format!("{page}.db"));
            let mut bytes = sound.clone();
            bytes[page * 4096..(page + 1) * 4096].fill(0xA5);
            std::fs::write(&path, bytes).unwrap();
            let mut writer = Connection::open(&path).unwrap();
            let opened = open(&mut writer, &Connection::open(&path).unwrap(), &path);
            drop(writer);
            std::fs::remove_file(&path).unwrap();
            opened.is_err()
        });
        (sound.len() / 4096, needed.count())
    };
    let ((_, few), (all, many)) = (pages(10), pages(3000));
    assert!(few >= 3 && all > 100, "{few} pages are needed, of a ledger of {all}");
    assert!((few..=few + 2).contains(&many), "{few} pages are needed, and then {many}");
}

/// It fails where any commit would, and readers find nothing new.
#[test]
fn a_page_is_committed_as_it_is() {
    let (path, _folder) = ledger(3);
    let mut sql = open_writer(&path).unwrap();
    let head = tree::read_tree(&sql).unwrap().edge.size();
    let before = std::fs::metadata(beside(&path, "-wal")).unwrap().len();
    let frames = log_frames(&sql).unwrap();
    commit_unchanged(&mut sql).unwrap();
    assert_eq!(log_frames(&sql).unwrap(), frames + 1);
    assert!(std::fs::metadata(beside(&path, "-wal")).unwrap().len() > before);
    assert_eq!(tree::read_tree(&sql).unwrap().edge.size(), head);
    open_reader(&path).unwrap();
}

#[test]
fn a_page_that_another_program_has_edited_is_left_as_it_is() {
    let (path, _folder) = ledger(3);
    let mut sql = open_writer(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    for version in [0, 1, 99] {
        other.pragma_update(None, "user_version", version).unwrap();
        let frames = log_frames(&sql).unwrap();
        let error = commit_unchanged(&mut sql).unwrap_err();
        assert!(matches!(error, Error::Corrupt(_)), "{error}");
        assert_eq!(log_frames(&sql).unwrap(), frames, "nothing was written");
    }
}
