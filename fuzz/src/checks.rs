//! What must hold for any bytes at all: parsers do not panic, they can serialize what they accept, and nothing
//! proves what was not signed. The fuzz targets call these functions, and so do the tests of `jobs-notary`, which
//! run them over some thousand inputs.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use jobs_core::leaf::Leaf;
use jobs_core::log::{Checkpoint, CustomerProof, EntryBundle, Note, Receipt, SignedCheckpoint};
use jobs_core::merkle::{TileId, leaf_hash};
use jobs_notary::Evidence;

use crate::ledger;

/// Files of evidence by their names.
pub(crate) type Files = BTreeMap<String, Vec<u8>>;

/// What the key has signed, made once per process.
pub(crate) fn genuine() -> &'static [Evidence; 3] {
    static GENUINE: OnceLock<[Evidence; 3]> = OnceLock::new();
    GENUINE.get_or_init(ledger::evidence)
}

/// A file of the first evidence.
pub(crate) fn genuine_text(file: &str) -> &'static str {
    std::str::from_utf8(&genuine()[0].files()[file]).unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap_or_default()
}

pub(crate) fn note(bytes: &[u8]) {
    let Ok(note) = text(bytes).parse::<Note>() else { return };
    assert_eq!(note.to_string().as_bytes(), bytes);
    if note.verify(ledger::key().verifier()).is_ok() {
        let signed: Note = genuine_text("checkpoint").parse().unwrap();
        assert_eq!(note.text(), signed.text());
    }
}

pub(crate) fn checkpoint(bytes: &[u8]) {
    if let Ok(body) = text(bytes).parse::<Checkpoint>() {
        // Lines of extensions may follow.
        assert!(text(bytes).starts_with(&body.to_string()));
    }
    let Ok(signed) = text(bytes).parse::<SignedCheckpoint>() else { return };
    assert_eq!(signed.to_string().as_bytes(), bytes);
    if let Ok(checkpoint) = signed.verify(ledger::key().verifier()) {
        let genuine: SignedCheckpoint = genuine_text("checkpoint").parse().unwrap();
        assert_eq!(checkpoint, genuine.unverified());
    }
}

/// An extra line and other keys' signatures may be added or removed; a receipt that is accepted has the same proof
/// and the same signed text.
pub(crate) fn receipt(bytes: &[u8]) {
    let Ok(receipt) = text(bytes).parse::<Receipt>() else { return };
    assert_eq!(receipt.to_string().parse(), Ok(receipt.clone()));
    let leaf = genuine_text("entries/3.json").as_bytes();
    if receipt.verify(leaf, ledger::key().verifier()).is_ok() {
        let genuine: Receipt = genuine_text("entries/3.tlog-proof").parse().unwrap();
        assert_eq!(receipt.inclusion(), genuine.inclusion());
        assert_eq!(receipt.checkpoint().note().text(), genuine.checkpoint().note().text());
    }
}

/// Other keys' signatures may be added or removed here, too; what is accepted says only the truth about the job.
pub(crate) fn customer_proof(bytes: &[u8]) {
    let Ok(proof) = CustomerProof::parse(bytes) else { return };
    assert_eq!(proof.to_bytes(), bytes);
    let Ok(checked) = proof.check(Some(ledger::key().verifier())) else { return };
    assert_eq!((checked.job_id, checked.customers), (ledger::job_id(1), 3));
    let is_customer = ["5001", "5002", "5003"].contains(&checked.cid.as_str());
    assert_eq!(checked.is_customer, is_customer, "{checked}");
}

pub(crate) fn tile_path(bytes: &[u8]) {
    let Ok(tile) = text(bytes).parse::<TileId>() else { return };
    assert_eq!(tile.to_string().as_bytes(), bytes);
    let again = TileId::new(tile.level(), tile.index(), tile.width());
    assert_eq!(again.unwrap(), tile);
    assert!(tile.tree_size_min() > 0);
}

pub(crate) fn leaf(bytes: &[u8]) {
    let Ok(leaf) = Leaf::parse(bytes) else { return };
    assert_eq!(leaf.to_bytes(), bytes);
    let kind = leaf.previous().map_or("job_", |_| "status_changed");
    assert!(leaf.kind().starts_with(kind));
    assert_ne!(leaf.customers().is_some(), leaf.previous().is_some());
    let _ = (leaf_hash(bytes), leaf.status(), leaf.outcomes(), leaf.hashed_texts().count());
}

pub(crate) fn entry_bundle(bytes: &[u8]) {
    let Ok(bundle) = EntryBundle::parse(bytes) else { return };
    assert_eq!(bundle.to_bytes(), bytes);
    assert_eq!(EntryBundle::new(bundle.leaves().to_vec()), Ok(bundle));
}

/// Applies `script` to genuine evidence. If the result is still accepted, all of its files are genuine; if it has
/// fewer, entries from the end are missing, and it says that it may not be complete.
pub(crate) fn evidence(script: &[u8]) {
    let (which, script) = script.split_first().unwrap_or((&0, &[]));
    let which = usize::from(*which) % genuine().len();
    let mut files = genuine()[which].files().clone();
    mutate(&mut files, &genuine()[(which + 1) % genuine().len()], script);
    let Ok(evidence) = Evidence::from_files(files) else { return };
    // Without an expected key, less is refused.
    let Ok(checked) = evidence.check(None) else { return };
    let genuine = genuine()[which].files();
    assert!(evidence.files().iter().all(|(file, bytes)| genuine.get(file) == Some(bytes)));
    assert!(evidence.files() == genuine || !checked.is_complete(), "{checked}");
}

/// Each five bytes are one change: its kind, the file, the place (two bytes), and the new value.
fn mutate(files: &mut Files, other: &Evidence, script: &[u8]) {
    for &[kind, file, high, low, value] in script.as_chunks().0 {
        let Some(name) = nth(files, file) else { return };
        let at = usize::from(u16::from_be_bytes([high, low]));
        let Some(bytes) = files.get_mut(&name) else { return };
        let at = at % (bytes.len() + 1);
        match (kind % 10, bytes.get_mut(at)) {
            (0 | 1, Some(byte)) => *byte ^= 1 << (value % 8),
            (2, Some(byte)) => *byte = value,
            (3, Some(_)) => drop(bytes.remove(at)),
            (4, _) => bytes.insert(at, value),
            (5, _) => bytes.truncate(at),
            (6, _) => drop(files.remove(&name)),
            (7, _) => {
                let theirs = other.files().get(&name).cloned();
                files.insert(name, theirs.unwrap_or_else(|| vec![value]));
            }
            (8, _) => swap(files, name, value),
            // The same file at another index.
            _ => {
                let renamed = name.replacen(char::is_numeric, &(value % 10).to_string(), 1);
                let moved = files.remove(&name).unwrap_or_default();
                files.insert(renamed, moved);
            }
        }
    }
}

fn swap(files: &mut Files, name: String, value: u8) {
    let Some(with) = nth(files, value) else { return };
    let one = files.remove(&name);
    let two = files.remove(&with);
    files.extend(two.map(|two| (name, two)));
    files.extend(one.map(|one| (with, one)));
}

fn nth(files: &Files, n: u8) -> Option<String> {
    files.keys().nth(usize::from(n) % files.len().max(1)).cloned()
}
