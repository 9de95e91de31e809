//! Our trees, proofs, notes and checkpoints against three independent implementations, both ways.

use ct_merkle::RootHash;
use ct_merkle::mem_backed_tree::MemoryBackedTree;
use jobs_core::log::{Checkpoint, Note, Origin, SignedCheckpoint, SigningKey};
use jobs_core::merkle::{
    ConsistencyProof, Growth, Hash, InclusionProof, Node, Plan, RightEdge, Tile, TileId, leaf_hash,
    root_of,
};
use proptest::prelude::*;
use sha2::Sha256;
use tlog_tiles::tlog;

const LEAVES: usize = 5_000;

/// Sizes where trees and tiles change their shape, and a few in between.
const SIZES: [u64; 24] = [
    1, 2, 3, 4, 5, 7, 8, 9, 63, 64, 65, 100, 255, 256, 257, 511, 512, 513, 1023, 1024, 1025, 4096,
    4999, 5000,
];

fn leaf(n: usize) -> Vec<u8> {
    format!("leaf {n}").into_bytes()
}

/// The hashes that `tlog_tiles` keeps for a tree of [`LEAVES`] leaves.
struct Stored(Vec<tlog::Hash>);

impl Stored {
    fn new() -> Self {
        let mut stored = Self(Vec::new());
        for n in 0..LEAVES {
            let new = tlog::stored_hashes(n as u64, &leaf(n), &stored).unwrap();
            stored.0.extend(new);
        }
        stored
    }
}

impl tlog::HashReader for Stored {
    fn read_hashes(&self, indexes: &[u64]) -> Result<Vec<tlog::Hash>, tlog_tiles::Error> {
        Ok(indexes.iter().map(|index| self.0[usize::try_from(*index).unwrap()]).collect())
    }
}

/// Our tree as a store keeps it: leaves' hashes, from which tiles are cut.
struct Ours(Vec<Hash>);

impl Ours {
    fn new() -> Self {
        Self((0..LEAVES).map(|n| leaf_hash(&leaf(n))).collect())
    }

    fn root(&self, size: u64) -> Hash {
        let mut edge = RightEdge::default();
        self.0[..usize::try_from(size).unwrap()]
            .iter()
            .for_each(|leaf| edge.push(*leaf, |_, _| {}));
        edge.root()
    }

    fn resolve(&self, plan: &Plan) -> Vec<Hash> {
        let tiles: Vec<Tile> = plan.tiles().into_iter().map(|id| self.tile(id)).collect();
        plan.resolve_tiles(&tiles).unwrap()
    }

    /// Built the slow way: a tile's hash is the root over all the leaves below it.
    fn tile(&self, id: TileId) -> Tile {
        let leaves_each = 1 << (8 * id.level());
        let first = usize::try_from(id.first()).unwrap() * leaves_each;
        let past = usize::try_from(id.tree_size_min()).unwrap();
        let hashes = self.0[first..past].chunks_exact(leaves_each).map(|leaves| {
            let mut edge = RightEdge::default();
            leaves.iter().for_each(|leaf| edge.push(*leaf, |_, _| {}));
            edge.root()
        });
        Tile::new(id, hashes.collect()).unwrap()
    }
}

fn theirs(hash: Hash) -> tlog::Hash {
    tlog::Hash(*hash.as_bytes())
}

fn hashes(hashes: &[tlog::Hash]) -> Vec<Hash> {
    hashes.iter().map(|hash| Hash::from_bytes(hash.0)).collect()
}

/// A few leaves of a tree: its ends, and where its subtrees meet.
fn some_indexes(size: u64) -> impl Iterator<Item = u64> {
    let mut indexes: Vec<u64> = (0..63)
        .flat_map(|bit| [(1 << bit) - 1, 1 << bit, size.wrapping_sub(1 << bit)])
        .chain([size / 2, size / 3])
        .filter(|index| *index < size)
        .collect();
    indexes.sort_unstable();
    indexes.dedup();
    indexes.into_iter()
}

#[test]
fn tlog_tiles_makes_the_same_roots_and_proofs() {
    let stored = Stored::new();
    let ours = Ours::new();
    for size in SIZES {
        let root = ours.root(size);
        assert_eq!(tlog::tree_hash(size, &stored).unwrap(), theirs(root), "size {size}");
        for index in some_indexes(size) {
            let leaf = ours.0[usize::try_from(index).unwrap()];
            let path = ours.resolve(&Plan::inclusion(index, size).unwrap());
            let their_path = tlog::prove_record(size, index, &stored).unwrap();
            assert_eq!(path, hashes(&their_path), "leaf {index} of {size}");
            tlog::check_record(&their_path, size, theirs(root), index, theirs(leaf)).unwrap();
            InclusionProof::new(index, size, path).verify(&leaf, &root).unwrap();
        }
        for from in some_indexes(size).filter(|from| *from > 0).chain([size]) {
            let path = ours.resolve(&Plan::consistency(from, size).unwrap());
            let their_path = tlog::prove_tree(size, from, &stored).unwrap();
            assert_eq!(path, hashes(&their_path), "from {from} to {size}");
            let old = ours.root(from);
            tlog::check_tree(&their_path, size, theirs(root), from, theirs(old)).unwrap();
            ConsistencyProof::new(from, size, path).verify(&old, &root).unwrap();
        }
    }
}

#[test]
fn tlog_tiles_makes_the_same_tiles() {
    let stored = Stored::new();
    let ours = Ours::new();
    for (level, index, width) in
        [(0, 0, 256), (0, 0, 1), (0, 18, 256), (0, 19, 136), (1, 0, 1), (1, 0, 19), (1, 0, 7)]
    {
        let tile = ours.tile(TileId::new(level, index, width).unwrap());
        let theirs = tlog_tiles::Tile::new(8, level, index, width.into(), false);
        assert_eq!(tile.to_bytes(), theirs.read_data(&stored).unwrap(), "{}", tile.id());
    }
}

#[test]
fn ct_merkle_makes_the_same_roots_and_proofs() {
    let ours = Ours::new();
    let mut tree = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    for n in 0..LEAVES {
        tree.push(leaf(n));
        let size = tree.len();
        if !SIZES.contains(&size) {
            continue;
        }
        let root = ours.root(size);
        assert_eq!(tree.root().as_bytes().as_slice(), root.as_bytes());
        for index in some_indexes(size) {
            let at = usize::try_from(index).unwrap();
            let proof = tree.prove_inclusion(at);
            let path = ours.resolve(&Plan::inclusion(index, size).unwrap());
            assert_eq!(bytes(&path), proof.as_bytes(), "leaf {index} of {size}");
            tree.root().verify_inclusion(&leaf(at), index, &proof).unwrap();
        }
        for from in some_indexes(size).filter(|from| *from > 0) {
            let additions = usize::try_from(size - from).unwrap();
            let proof = tree.prove_consistency(additions);
            let path = ours.resolve(&Plan::consistency(from, size).unwrap());
            assert_eq!(bytes(&path), proof.as_bytes(), "from {from} to {size}");
            let old = RootHash::<Sha256>::new((*ours.root(from).as_bytes()).into(), from);
            tree.root().verify_consistency(&old, &proof).unwrap();
        }
    }
}

fn bytes(hashes: &[Hash]) -> Vec<u8> {
    hashes.iter().flat_map(|hash| *hash.as_bytes()).collect()
}

fn key() -> SigningKey {
    SigningKey::from_seed(Origin::new("ledger.example.com/jobs").unwrap(), &[42; 32])
}

#[test]
fn signed_note_accepts_our_keys_and_notes_and_we_accept_theirs() {
    use signed_note::{Note as TheirNote, StandardSigner, StandardVerifier, VerifierList};
    let key = key();
    let verifier = StandardVerifier::new(&key.verifier().to_string()).unwrap();
    let known = VerifierList::new(vec![Box::new(verifier)]);
    let checkpoint =
        Checkpoint { origin: key.verifier().name().clone(), size: 1234, root: Hash::of(b"root") };
    let ours = checkpoint.clone().sign(&key).to_string();
    let note = TheirNote::from_bytes(ours.as_bytes()).unwrap();
    note.verify(&known).unwrap();
    let parsed = tlog_tiles::Checkpoint::from_bytes(note.text()).unwrap();
    assert_eq!((parsed.origin(), parsed.size()), ("ledger.example.com/jobs", 1234));
    assert_eq!(parsed.hash().0, *checkpoint.root.as_bytes());

    let signer = StandardSigner::new(&key.to_secret_text()).unwrap();
    let mut note = TheirNote::new(checkpoint.to_string().as_bytes(), &[]).unwrap();
    note.add_sigs(&[&signer]).unwrap();
    let theirs = String::from_utf8(note.to_bytes()).unwrap();
    // Ed25519 signatures are deterministic.
    assert_eq!(theirs, ours);
    let signed: SignedCheckpoint = theirs.parse().unwrap();
    assert_eq!(signed.verify(key.verifier()).unwrap(), &checkpoint);
}

proptest! {
    /// What a batch added proves its answers, at any size of the ledger before it.
    #[test]
    fn a_batch_proves_its_own_leaves(before in 0_u64..1200, count in 1_u64..300) {
        let mut edge = RightEdge::default();
        (0..before).for_each(|n| edge.push(leaf_hash(&n.to_be_bytes()), |_, _| {}));
        let mut growth = Growth::new(edge);
        let mut completed: Vec<(Node, Hash)> = Vec::new();
        for n in before..before + count {
            growth.push(leaf_hash(&n.to_be_bytes()), |node, hash| completed.push((node, hash)));
        }
        let root = root_of((0..before + count).map(u64::to_be_bytes));
        prop_assert_eq!(growth.edge().root(), root);
        for n in before..before + count {
            let proof = growth.inclusion(n).unwrap();
            prop_assert_eq!(proof.verify(&leaf_hash(&n.to_be_bytes()), &root), Ok(()));
        }
        prop_assert!(before == 0 || growth.inclusion(before - 1).is_none());
        prop_assert!(growth.inclusion(before + count).is_none());
        for (node, hash) in completed {
            let leaves = (node.index << node.level)..((node.index + 1) << node.level);
            prop_assert_eq!(hash, root_of(leaves.map(u64::to_be_bytes)));
        }
    }

    /// A proof with one wrong bit, hash or number proves nothing.
    #[test]
    fn a_mutated_proof_is_refused(
        size in 2_u64..600, at in any::<prop::sample::Index>(), kind in 0..5, bit in 0..256_usize,
    ) {
        let index = at.index(usize::try_from(size).unwrap()) as u64;
        let leaves: Vec<Hash> = (0..size).map(|n| leaf_hash(&n.to_be_bytes())).collect();
        let ours = Ours(leaves);
        let leaf = ours.0[usize::try_from(index).unwrap()];
        let root = ours.root(size);
        let path = ours.resolve(&Plan::inclusion(index, size).unwrap());
        let mut wrong = path.clone();
        let mut wrong_index = index;
        let mut wrong_leaf = leaf;
        match kind {
            0 => { let hit = at.index(path.len()); wrong[hit] = flip(path[hit], bit); }
            1 => { wrong.pop(); }
            2 => wrong.push(root),
            3 => wrong_index = (index + 1) % size,
            _ => wrong_leaf = flip(leaf, bit),
        }
        let proof = InclusionProof::new(wrong_index, size, wrong);
        prop_assert!(proof.verify(&wrong_leaf, &root).is_err());

        let from = index.max(1);
        let path = ours.resolve(&Plan::consistency(from, size).unwrap());
        let mut wrong = path.clone();
        let mut old = ours.root(from);
        match kind {
            0 => { let hit = at.index(path.len()); wrong[hit] = flip(path[hit], bit); }
            1 => { wrong.pop(); }
            2 => wrong.push(root),
            _ => old = flip(old, bit),
        }
        prop_assert!(ConsistencyProof::new(from, size, wrong).verify(&old, &root).is_err());
    }

    #[test]
    fn parsers_take_any_text(text in "\\PC*", line in "[^\n]*") {
        let _ = text.parse::<Note>();
        let _ = format!("{line}\n5\n{line}\n\n\u{2014} {line}\n").parse::<SignedCheckpoint>();
        let _ = text.parse::<TileId>();
    }
}

fn flip(hash: Hash, bit: usize) -> Hash {
    let mut bytes = *hash.as_bytes();
    bytes[bit / 8] ^= 1 << (bit % 8);
    Hash::from_bytes(bytes)
}
