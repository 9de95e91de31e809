//! What other programs, and this one, may do to the files of an open ledger. In each case, an entry
//! that is acknowledged afterwards is in the file that the path leads to, or its answer says that
//! it may not be.

use std::fs::{self, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::Command;

use jobs_core::{Error, JobId, JobStore, JobStoreExt};
use jobs_sqlite::SqliteStore;

use crate::shell::{has_shell, shell};
use crate::support::new_job;

/// A ledger in its own directory, and an older copy of it.
struct Site {
    folder: tempfile::TempDir,
    store: SqliteStore,
}

impl Site {
    /// With entries that only the database has, and entries that only the log has.
    async fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let data = folder.path().join("data");
        fs::create_dir(&data).unwrap();
        let path = data.join("jobs.db");
        for _ in 0..2 {
            let store = SqliteStore::open(&path).unwrap();
            append(&store, 30).await;
            store.close().await;
            drop(store);
            // The older copy has half of the database's entries.
            let older = folder.path().join("older.db");
            if !older.exists() {
                fs::copy(&path, older).unwrap();
            }
        }
        let store = SqliteStore::open(&path).unwrap();
        Self { folder, store }
    }

    fn place(&self) -> Place {
        Place(self.folder.path().to_owned())
    }
}

struct Place(PathBuf);

impl Place {
    fn database(&self) -> PathBuf {
        self.0.join("data/jobs.db")
    }

    fn log(&self) -> PathBuf {
        self.0.join("data/jobs.db-wal")
    }

    fn index(&self) -> PathBuf {
        self.0.join("data/jobs.db-shm")
    }

    fn older(&self) -> PathBuf {
        self.0.join("older.db")
    }

    /// By another process: this one must not close what SQLite has open.
    fn run(&self, program: &str, arguments: &[&Path]) {
        assert!(Command::new(program).args(arguments).status().unwrap().success(), "{program}");
    }

    fn copy(&self, from: &Path, to: &Path) {
        self.run("cp", &[from, to]);
    }

    /// In this process, as an embedder may: it drops SQLite's locks.
    fn read_here(&self) {
        fs::read(self.database()).unwrap();
    }

    fn shell(&self, sql: &str) {
        shell(&self.database(), sql).unwrap();
    }

    fn truncate(&self, file: &Path, bytes: &str) {
        self.run("truncate", &[Path::new("-s"), Path::new(bytes), file]);
    }
}

/// Appends one after the other. Returns the IDs of those that were acknowledged, and the error that
/// ended it.
async fn try_append(store: &SqliteStore, count: usize) -> (Vec<JobId>, Option<Error>) {
    let mut recorded = Vec::new();
    for _ in 0..count {
        match store.create(new_job("vijay", "Trans-Begin", &["5001", "5002"])).await {
            Ok(created) => recorded.push(created.job_id()),
            Err(error) => return (recorded, Some(error)),
        }
    }
    (recorded, None)
}

async fn append(store: &SqliteStore, count: usize) -> Vec<JobId> {
    let (recorded, error) = try_append(store, count).await;
    assert!(error.is_none(), "{error:?}");
    recorded
}

/// How many of `jobs` are not in the file as a kill at this moment would leave it.
async fn lost(place: &Place, jobs: &[JobId]) -> usize {
    let copy = tempfile::tempdir().unwrap();
    for file in [place.database(), place.log()] {
        if file.exists() {
            place.copy(&file, copy.path());
        }
    }
    let opened = SqliteStore::open(copy.path().join("jobs.db"));
    let Ok(store) = opened else { return jobs.len() };
    let mut lost = 0;
    for job in jobs {
        lost += usize::from(!matches!(store.job(*job).await, Ok(Some(_))));
    }
    lost
}

type Deed = (&'static str, fn(&Place));

/// Deeds after which nothing more is acknowledged. Those of the first list leave what was
/// acknowledged before.
const SPARING: &[Deed] = &[
    ("a read here, and a shell that removes the log", |place| {
        place.read_here();
        place.shell("SELECT count(*) FROM jobs");
    }),
    ("a read here, and a shell that leaves WAL mode", |place| {
        place.read_here();
        place.shell("PRAGMA journal_mode = DELETE");
    }),
    ("the log is removed", |place| fs::remove_file(place.log()).unwrap()),
    ("the log's index is removed", |place| fs::remove_file(place.index()).unwrap()),
    ("the log and its index are removed", |place| {
        fs::remove_file(place.log()).unwrap();
        fs::remove_file(place.index()).unwrap();
    }),
    ("the log is replaced by a copy", |place| {
        let copy = place.0.join("copy");
        place.copy(&place.log(), &copy);
        fs::rename(copy, place.log()).unwrap();
    }),
    ("the database is replaced by a copy", |place| {
        let copy = place.0.join("copy");
        place.copy(&place.database(), &copy);
        fs::rename(copy, place.database()).unwrap();
    }),
    ("the log is moved away and a reader makes a new one", |place| {
        fs::rename(place.log(), place.0.join("log")).unwrap();
        fs::write(place.log(), "").unwrap();
        place.run("cp", &[&place.0.join("log"), &place.log()]);
    }),
];

const DESTRUCTIVE: &[Deed] = &[
    ("the database is renamed", |place| {
        fs::rename(place.database(), place.0.join("elsewhere")).unwrap();
    }),
    ("the database is removed", |place| fs::remove_file(place.database()).unwrap()),
    ("the directory is renamed", |place| {
        fs::rename(place.0.join("data"), place.0.join("moved")).unwrap();
    }),
    ("the directory is replaced", |place| {
        fs::rename(place.0.join("data"), place.0.join("moved")).unwrap();
        fs::create_dir(place.0.join("data")).unwrap();
        place.copy(&place.older(), &place.database());
    }),
    ("an older copy is moved over the database", |place| {
        fs::rename(place.older(), place.database()).unwrap();
    }),
    ("an older copy is written over the database", |place| {
        place.copy(&place.older(), &place.database());
    }),
    ("an older copy is restored without the log", |place| {
        place.copy(&place.older(), &place.database());
        fs::remove_file(place.log()).unwrap();
        fs::remove_file(place.index()).unwrap();
    }),
    ("the database is truncated", |place| place.truncate(&place.database(), "0")),
    ("the database is cut in half", |place| place.truncate(&place.database(), "8192")),
    ("the log is truncated, as by copytruncate", |place| place.truncate(&place.log(), "0")),
    ("the log is cut", |place| place.truncate(&place.log(), "4152")),
    ("something else is written over the log", |place| {
        place.copy(&place.older(), &place.log());
    }),
];

/// Deeds after which the store goes on.
const HARMLESS: &[Deed] = &[
    ("a read here", Place::read_here),
    ("all files are read by another program", |place| {
        for file in [place.database(), place.log(), place.index()] {
            place.copy(&file, &place.0.join("copy"));
        }
    }),
    ("the database is touched", |place| place.run("touch", &[&place.database()])),
    ("modes are changed", |place| {
        for file in [place.database(), place.log(), place.index()] {
            place.run("chmod", &[Path::new("0600"), &file]);
        }
    }),
    ("a second name is made", |place| {
        fs::hard_link(place.database(), place.0.join("second")).unwrap();
    }),
    ("a shell reads", |place| place.shell("SELECT count(*) FROM jobs")),
    ("a shell writes", |place| place.shell("ANALYZE")),
    ("a shell moves the log", |place| place.shell("PRAGMA wal_checkpoint(PASSIVE)")),
    ("a shell empties the log", |place| place.shell("PRAGMA wal_checkpoint(TRUNCATE)")),
    ("a shell vacuums", |place| place.shell("VACUUM")),
    ("a shell vacuums and empties the log", |place| {
        place.shell("VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
    }),
    ("a second store opens and closes", |place| {
        drop(SqliteStore::open(place.database()).unwrap());
        drop(SqliteStore::open_read_only(place.database()).unwrap());
    }),
    ("a backup is made into a file", |place| {
        place.shell(&format!("VACUUM INTO '{}'", place.0.join("backup.db").display()));
    }),
];

#[tokio::test]
async fn what_displaces_the_files_stops_the_store_and_loses_nothing_acknowledged() {
    if !has_shell() {
        return;
    }
    for (is_sparing, deeds) in [(true, SPARING), (false, DESTRUCTIVE)] {
        for (what, deed) in deeds {
            let site = Site::new().await;
            let mut recorded = Vec::new();
            let place = site.place();
            recorded.extend(append(&site.store, 5).await);
            deed(&place);
            if !is_sparing {
                recorded.clear();
            }
            let (acknowledged, error) = try_append(&site.store, 20).await;
            recorded.extend(acknowledged);
            assert_eq!(lost(&place, &recorded).await, 0, "{what}: {error:?}");
            // It says what happened, stays stopped, and reads nothing either.
            let error = error.unwrap_or_else(|| panic!("{what}: it went on"));
            assert!(matches!(error, Error::Storage { .. }), "{what}: {error}");
            assert!(error.to_string().contains("opened again"), "{what}: {error}");
            let error = site.store.append(Vec::new()).await.unwrap_err();
            assert!(error.to_string().contains("opened again"), "{what}: {error}");
            let error = site.store.head().await.unwrap_err();
            assert!(error.to_string().contains("opened again"), "{what}: {error}");
            assert_eq!(lost(&place, &recorded).await, 0, "{what}");
            // Nor does closing it do any harm.
            site.store.close().await;
            drop(site.store);
            assert_eq!(lost(&place, &recorded).await, 0, "{what}");
        }
    }
}

#[tokio::test]
async fn readers_notice_first_what_displaces_the_files() {
    let site = Site::new().await;
    let recorded = append(&site.store, 5).await;
    fs::remove_file(site.place().log()).unwrap();
    let error = site.store.head().await.unwrap_err().to_string();
    assert!(error.contains("jobs.db-wal was removed"), "{error}");
    // What only the log held is now in the database.
    assert_eq!(lost(&site.place(), &recorded).await, 0);
}

#[tokio::test]
async fn what_displaces_nothing_stops_nothing() {
    if !has_shell() {
        return;
    }
    for (what, deed) in HARMLESS {
        let site = Site::new().await;
        let mut recorded = append(&site.store, 5).await;
        for _ in 0..3 {
            deed(&site.place());
            if what.starts_with("a second name") {
                fs::remove_file(site.place().0.join("second")).unwrap();
            }
            let _same_name = fs::remove_file(site.place().0.join("backup.db"));
            recorded.extend(append(&site.store, 5).await);
            site.store.head().await.unwrap();
        }
        assert_eq!(lost(&site.place(), &recorded).await, 0, "{what}");
    }
}

/// The locks of SQLite are the process's, and the look at a file before it is opened must not drop
/// them.
#[tokio::test]
async fn opening_a_second_store_leaves_the_locks_of_the_first() {
    if !has_shell() {
        return;
    }
    let site = Site::new().await;
    let path = site.place().database();
    drop(SqliteStore::open(&path).unwrap());
    drop(SqliteStore::open_read_only(&path).unwrap());
    jobs_sqlite::verify::verify(&path, &jobs_sqlite::verify::Options::default(), &|_, _| ())
        .unwrap();
    site.place().shell("SELECT count(*) FROM jobs");
    assert!(site.place().log().exists(), "the shell took itself for the last user");
    append(&site.store, 1).await;
}

/// A link to the ledger that is turned elsewhere is another ledger.
#[cfg(unix)]
#[tokio::test]
async fn a_link_that_is_turned_elsewhere_stops_the_store() {
    let site = Site::new().await;
    let link = site.folder.path().join("link.db");
    std::os::unix::fs::symlink(site.place().database(), &link).unwrap();
    let store = SqliteStore::open(&link).unwrap();
    append(&store, 1).await;
    fs::remove_file(&link).unwrap();
    std::os::unix::fs::symlink(site.place().older(), &link).unwrap();
    assert!(try_append(&store, 1).await.1.is_some());
    append(&site.store, 1).await;
}

/// The log may be removed at any moment of a batch.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_is_removed_under_load_loses_nothing_acknowledged() {
    for _ in 0..5 {
        let site = Site::new().await;
        let place = site.place();
        let remover = std::thread::spawn({
            let log = place.log();
            let data = place.0.join("data");
            move || {
                // Once a few commits have gone by.
                let long = || fs::metadata(&log).is_ok_and(|log| log.len() > 200_000);
                while !long() {
                    std::thread::yield_now();
                }
                fs::remove_file(&log).unwrap();
                assert!(OpenOptions::new().read(true).open(data).is_ok());
            }
        });
        let (recorded, error) = try_append(&site.store, 100_000).await;
        remover.join().unwrap();
        assert!(error.is_some() && !recorded.is_empty());
        assert_eq!(lost(&place, &recorded).await, 0);
    }
}
