//! The second verifier, `docs/verify/check.py`, which shares no code with the first: the two agree.

use std::ffi::OsStr;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::{env, fs, io};

use jobs_core::leaf::Leaf;
use jobs_core::log::{CustomerProof, Origin, Receipt, SigningKey};
use jobs_core::merkle::Hash;
use jobs_core::{Cid, JobStoreExt as _};
use jobs_notary::Evidence;
use tempfile::TempDir;

use crate::checks::{Files, genuine, genuine_text};
use crate::ledger::{self, key, ready};

pub(crate) fn docs(file: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs").join(file)
}

/// Whether there is a Python. In CI there must be.
#[expect(clippy::print_stderr, reason = "a test that did not run must say so")]
pub(crate) fn has_python() -> bool {
    let found = Command::new("python3").arg("--version").output().is_ok();
    if !found {
        assert_ne!(env::var("CI").as_deref(), Ok("true"), "CI has no python3");
        eprintln!("SKIPPED: there is no python3 to run docs/verify/check.py with");
    }
    found
}

fn check_py(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> Output {
    Command::new("python3").arg(docs("verify/check.py")).args(args).output().unwrap()
}

pub(crate) fn accepted(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    let output = check_py(args);
    let said = String::from_utf8(output.stdout);
    let error = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{error}");
    said.unwrap()
}

pub(crate) fn refused(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    exits(5, "refused: ", args)
}

/// Runs it with a key that is not the one that signed.
pub(crate) fn wrong_key(args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    exits(6, "wrong key: ", args)
}

fn exits(code: i32, says: &str, args: impl IntoIterator<Item = impl AsRef<OsStr>>) -> String {
    let output = check_py(args);
    let error = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(code), "{error}");
    assert!(error.contains(says) && !error.contains("Traceback"), "{error}");
    error
}

/// A new folder with these files.
pub(crate) fn folder(files: &Files) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (file, bytes) in files {
        let path = folder.path().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    folder
}

#[test]
fn it_is_short_and_knows_the_readme() {
    let program = fs::read_to_string(docs("verify/check.py")).unwrap();
    assert!(program.lines().count() <= 150);
    let readme = Hash::of(&genuine()[0].files()["README.md"]).to_string();
    assert!(program.contains(&readme), "check.py must have README_SHA256 = {readme:?}");
    assert!(fs::read_to_string(docs("format.md")).unwrap().contains(&readme), "{readme}");
}

#[test]
fn both_verifiers_accept_evidence_and_say_the_same() {
    if !has_python() {
        return;
    }
    let key = key();
    let vkey = key.verifier().to_string();
    for evidence in genuine() {
        let folder = folder(evidence.files());
        let dir = folder.path().to_str().unwrap();
        let said = evidence.check(Some(key.verifier())).unwrap();
        assert_eq!(accepted([dir, "--key", &vkey]), format!("{said}\n"));
        assert_eq!(accepted([dir]), format!("{}\n", evidence.check(None).unwrap()));
        let other = SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[1; 32]);
        wrong_key([dir, "--key", &other.verifier().to_string()]);
    }
}

/// The file that says whether `cid` is one of the customers, 5001 to 5003, of the job that entry 1
/// creates.
pub(crate) fn customer_proof(cid: &str) -> Vec<u8> {
    let store = ledger::ledger();
    let key = key();
    let entry = ready(store.entry(1)).unwrap().unwrap();
    let receipt = ready(store.receipt(1, &key)).unwrap().unwrap();
    let cid = Cid::new(cid).unwrap();
    CustomerProof::new(&entry, &receipt, key.verifier(), cid).unwrap().to_bytes()
}

#[test]
fn both_verifiers_refuse_what_was_changed() {
    if !has_python() {
        return;
    }
    type Tamper = fn(&mut Files);
    fn edit(files: &mut Files, file: &str, from: &str, to: &str) {
        let bytes = files.get_mut(file).unwrap();
        let text = String::from_utf8(bytes.clone()).unwrap();
        assert!(text.contains(from), "{file}: {text}");
        *bytes = text.replacen(from, to, 1).into();
    }
    let tampers: &[Tamper] = &[
        |files| edit(files, "README.md", "customers", "Customers"),
        |files| edit(files, "verifier.key", "+", "-"),
        |files| edit(files, "verifier.key", "\n", ""),
        |files| edit(files, "checkpoint", "\n9\n", "\n8\n"),
        |files| edit(files, "checkpoint", "\n\n", "\nextension\n\n"),
        |files| edit(files, "entries/1.json", "vijay", "vijax"),
        |files| edit(files, "entries/6.json", "\"FAILED\"", "\"SUCCESS\""),
        |files| edit(files, "entries/3.tlog-proof", "index 3", "index 2"),
        |files| edit(files, "entries/3.tlog-proof", "index 3", "extra AAAA\nindex 3"),
        |files| edit(files, "entries/3.tlog-proof", "=\n", "=\n\n"),
        |files| edit(files, "customers.json", "5002", "5009"),
        |files| edit(files, "customers.json", ",", ", "),
        |files| edit(files, "outcomes/6.json", "FAILED", "SUCCESS"),
        |files| edit(files, "texts/1.request_payload", "1", "2"),
        |files| drop(files.remove("texts/3.error_message")),
        |files| drop(files.remove("entries/6.tlog-proof")),
        |files| drop(files.insert("texts/6.error_message".into(), b"more".to_vec())),
        |files| drop(files.insert("note.txt".into(), b"more".to_vec())),
        |files| files.retain(|file, _| !file.contains("/3.")),
        |files| files.retain(|file, _| !file.starts_with("entries")),
        |files| files.clear(),
        |files| drop(files.insert("customers.json".into(), vec![b'['; 100_000])),
        |files| drop(files.insert("outcomes/6.json".into(), b"[1,{}]".to_vec())),
        |files| drop(files.insert("entries/1.json".into(), b"\xff\xfe".to_vec())),
        |files| files.extend(genuine()[2].files().clone()),
    ];
    for (n, tamper) in tampers.iter().enumerate() {
        let mut files = genuine()[0].files().clone();
        tamper(&mut files);
        let folder = folder(&files);
        let error = refused([folder.path().to_str().unwrap()]);
        let ours = Evidence::from_files(files).and_then(|evidence| evidence.check(None));
        assert!(ours.is_err(), "tamper {n}, of which check.py says {error}");
    }
}

/// An extra file, or a link, could be shown to one verifier and not to the other.
#[test]
fn both_verifiers_refuse_links_and_what_does_not_belong_in_a_folder() {
    if !has_python() {
        return;
    }
    fn link(dir: &Path, name: &str) -> io::Result<()> {
        let elsewhere = dir.with_file_name("elsewhere");
        fs::rename(dir.join(name), &elsewhere)?;
        symlink(elsewhere, dir.join(name))
    }
    type Tamper = fn(&Path) -> io::Result<()>;
    let tampers: &[Tamper] = &[
        |dir| link(dir, "checkpoint"),
        |dir| link(dir, "entries/3.json"),
        |dir| link(dir, "entries"),
        |dir| link(dir, "outcomes"),
        |dir| link(dir, "texts"),
        |dir| symlink("entries", dir.join("more")),
        |dir| symlink("nowhere", dir.join("more")),
        |dir| symlink("nowhere", dir.join("texts/9.original")),
        |dir| fs::create_dir(dir.join("more")),
        |dir| fs::create_dir(dir.join("entries/more")),
        |dir| fs::create_dir(dir.join("texts/entries")),
        |dir| fs::create_dir_all(dir.join("more/entries")),
        |dir| fs::create_dir(dir.join("entries/9.json")),
        |dir| fs::write(dir.join("more"), ""),
        |dir| fs::write(dir.join(".hidden"), ""),
        |dir| fs::write(dir.join("texts/more"), ""),
        |dir| fs::write(dir.join("entries/18446744073709551616.json"), ""),
        |dir| fs::rename(dir.join("texts"), dir.join("moved")),
    ];
    let parent = tempfile::tempdir().unwrap();
    for (n, tamper) in tampers.iter().enumerate() {
        let dir = parent.path().join(n.to_string()).join("evidence");
        fs::create_dir(dir.parent().unwrap()).unwrap();
        genuine()[0].write_to(&dir).unwrap();
        accepted([&dir]);
        tamper(&dir).unwrap();
        let error = refused([&dir]);
        let ours = Evidence::read_from(&dir).and_then(|evidence| evidence.check(None));
        assert!(ours.is_err(), "tamper {n}, of which check.py says {error}");
    }
    // A folder that evidence may have can be empty.
    let dir = parent.path().join("evidence");
    genuine()[2].write_to(&dir).unwrap();
    fs::create_dir(dir.join("outcomes")).unwrap();
    accepted([&dir]);
    Evidence::read_from(&dir).unwrap().check(None).unwrap();
}

/// Python's numbers have no end.
#[test]
fn both_verifiers_refuse_numbers_that_are_too_large() {
    if !has_python() {
        return;
    }
    let leaf = |code: &str| {
        let from = "\"action_code\":1,";
        let to = format!("\"action_code\":{code},");
        genuine_text("entries/1.json").replace(from, &to)
    };
    for (size, code, fits) in [
        ("2", "1", true),
        ("18446744073709551615", "1", true),
        ("18446744073709551616", "1", false),
        ("2", "9007199254740991", true),
        ("2", "-9007199254740991", true),
        ("2", "9007199254740992", false),
        ("2", "-9007199254740992", false),
        ("2", "18446744073709551616", false),
    ] {
        let folder = folder(&[("leaf".into(), leaf(code).into())].into());
        let [leaf, receipt] = ["leaf", "receipt"].map(|file| folder.path().join(file));
        sign(size, &leaf, &receipt);
        let leaf = leaf.to_str().unwrap();
        let receipt = receipt.to_str().unwrap();
        let key = key();
        let vkey = key.verifier().to_string();
        let args = ["--receipt", receipt, "--leaf", leaf, "--key", &vkey];
        let leaf = fs::read(leaf).unwrap();
        let ours = fs::read_to_string(receipt).unwrap().parse().and_then(|receipt: Receipt| {
            receipt.verify(&leaf, key.verifier())?;
            Leaf::parse(&leaf)
        });
        assert_eq!(ours.is_ok(), fits, "size {size}, code {code}: {ours:?}");
        if fits {
            accepted(args);
        } else {
            let error = refused(args);
            assert!(error.contains("too large a number"), "{error}");
        }
    }
}

/// The receipt that `leaf` is entry 0 of a ledger of `size` entries, genuinely signed.
fn sign(size: &str, leaf: &Path, receipt: &Path) {
    let mut python = Command::new("python3");
    python.args(["-c", include_str!("sign.py"), key().verifier().name().as_str(), size]);
    python.args([leaf, receipt]);
    python.env("PYTHONPATH", docs("verify")).env("PYTHONDONTWRITEBYTECODE", "1");
    let output = python.output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn receipts_are_checked_against_their_leaf_and_key() {
    if !has_python() {
        return;
    }
    let folder = folder(genuine()[0].files());
    let path = |file: &str| folder.path().join(file).to_str().unwrap().to_owned();
    let vkey = key().verifier().to_string();
    let check = |receipt: &str, leaf: &str, key: &str| {
        ["--receipt", receipt, "--leaf", leaf, "--key", key].map(str::to_owned)
    };
    let good = check(&path("entries/3.tlog-proof"), &path("entries/3.json"), &vkey);
    let said = accepted(&good);
    assert!(said.starts_with("job 0000beef-0000-4000-8000-000000000001: entry 3\n"), "{said}");
    let receipt = fs::read_to_string(path("entries/3.tlog-proof")).unwrap();
    let mutated = |from: &str, to: &str| {
        let file = path("mutated.tlog-proof");
        let text = receipt.replacen(from, to, 1);
        assert_ne!(text, receipt);
        fs::write(&file, text).unwrap();
        file
    };
    for bad in [
        check(&path("entries/1.tlog-proof"), &path("entries/3.json"), &vkey),
        check(&path("entries/3.tlog-proof"), &path("entries/1.json"), &vkey),
        check(&path("README.md"), &path("entries/3.json"), &vkey),
    ] {
        refused(&bad);
    }
    for (from, to) in
        [("index 3", "index 7"), ("index", "Index"), ("\n9\n", "\n10\n"), ("\u{2014}", "-")]
    {
        let bad = check(&mutated(from, to), &path("entries/3.json"), &vkey);
        refused(&bad);
    }
    let extra = check(&mutated("index 3", "extra AAAA\nindex 3"), &path("entries/3.json"), &vkey);
    accepted(&extra);
    // Nothing is checked: a file is missing, or the command line is wrong.
    exits(1, "missing", check(&path("entries/3.tlog-proof"), &path("missing"), &vkey));
    exits(1, "missing", [path("missing")]);
    exits(2, "usage: ", [""; 0]);
    exits(2, "usage: ", &good[..4]);
}

/// A key may be given as text or in a file. Another key, or none, is never called tampering, and
/// never shown.
#[test]
fn a_wrong_key_is_said_to_be_one() {
    if !has_python() {
        return;
    }
    let evidence = folder(genuine()[0].files());
    let path = |file: &str| evidence.path().join(file).to_str().unwrap().to_owned();
    let elsewhere = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &[u8]| {
        let path = elsewhere.path().join(name);
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    };
    let customer = file("customer.json", &customer_proof("5001"));
    let checks = |key: &str| {
        let receipt = [&path("entries/3.tlog-proof"), "--leaf", &path("entries/3.json")];
        [
            vec![path("")],
            vec![customer.clone()],
            ["--receipt"].iter().chain(&receipt).map(ToString::to_string).collect(),
        ]
        .map(|args: Vec<String>| [args, vec!["--key".into(), key.to_owned()]].concat())
    };
    let other = SigningKey::from_seed(Origin::new("ledger.test/jobs").unwrap(), &[1; 32]);
    let stranger = SigningKey::from_seed(Origin::new("other.test").unwrap(), &[9; 32]);
    let secret = key().to_secret_text();
    for args in checks(&file("verifier.key", format!("{}\n", key().verifier()).as_bytes())) {
        accepted(args);
    }
    let wrong = [
        other.verifier().to_string(),
        stranger.verifier().to_string(),
        file("other.key", other.verifier().to_string().as_bytes()),
        secret.clone(),
        file("ledger.key", secret.as_bytes()),
        "jobs_BiFFbhRRaya9DIxbEyzh7SPZKiOTGpAAiuhSFdLyCqA".into(),
        path("checkpoint"),
        file("empty", b""),
        file("binary", &[0xff; 9999]),
    ];
    for key in wrong {
        for args in checks(&key) {
            let said = wrong_key(args);
            assert!(
                said.lines().count() == 1 && !said.contains("PRIVATE") && !said.contains("jobs_B"),
                "{said}"
            );
        }
    }
}

/// The example in the format's description, checked by the program that was written from it.
#[test]
fn the_documents_receipt_is_accepted() {
    if !has_python() {
        return;
    }
    let document = fs::read_to_string(docs("format.md")).unwrap();
    let block = |name: &str| {
        let start = document.find(&format!(" {name}\n")).unwrap() + name.len() + 2;
        let end = document[start..].find("```").unwrap();
        document.as_bytes()[start..start + end].to_vec()
    };
    let trimmed = |name| block(name).trim_ascii_end().to_vec();
    let files = [("leaf", trimmed("leaf-0")), ("receipt", block("receipt-0"))];
    let folder = folder(&files.map(|(name, bytes)| (name.to_owned(), bytes)).into());
    let path = |file: &str| folder.path().join(file).to_str().unwrap().to_owned();
    let vkey = String::from_utf8(trimmed("verifier-key")).unwrap();
    let args = ["--receipt", &path("receipt"), "--leaf", &path("leaf"), "--key", &vkey];
    assert!(accepted(args).contains("entry 0\n"));
}
