//! Behaviours of `tiles`, and of the proofs that rest on it.

use jobs_core::log::{Origin, SigningKey};
use jobs_core::merkle::{Hash, TileId, leaf_hash, root_of};
use jobs_core::{Draft, Error, Index, JobStore, JobStoreExt, Status};

use crate::support::{
    all_entries, append, append_all, change, full_change, full_import, full_job, head, job_id,
    new_job, repeat,
};

/// Every answer proves its entry in the head that it came with, for any ledger before and any other
/// drafts in the call; a repeat has no such proof.
pub async fn every_answer_proves_its_entry(store: &dyn JobStore) {
    let mut n = 0;
    for count in [1_u32, 2, 3, 1, 7, 30] {
        let drafts: Vec<Draft> = (n..n + count).map(|n| new_job(n).into()).collect();
        n += count;
        let answers = append_all(store, drafts).await;
        let entries = all_entries(store).await;
        for answer in answers {
            let head = answer.head().unwrap();
            assert!(answer.index() < head.size() && head.size() <= Index::from(n));
            let leaf = entries[usize::try_from(answer.index()).unwrap()].leaf();
            assert_eq!(answer.leaf(), Some(leaf.as_slice()));
            let proof = answer.inclusion().unwrap();
            assert_eq!((proof.index(), proof.size()), (answer.index(), head.size()));
            proof.verify(&leaf_hash(&leaf), &head.root()).unwrap();
        }
        assert_eq!(head(store).await.size(), Index::from(n));
    }
    let changed = append(store, change(0, Status::Success)).await;
    repeat(store, change(0, Status::Success), &changed).await;
    let again = store.append_one(change(0, Status::Success).into()).await.unwrap();
    assert!(again.head().is_none() && again.inclusion().is_none() && again.leaf().is_none());
}

/// Any entry is proved in any later tree, and any tree is proved to begin with any earlier one.
pub async fn any_entry_and_any_earlier_tree_can_be_proved(store: &dyn JobStore) {
    let mut drafts: Vec<Draft> = vec![full_job(0, job_id(0)).with_retry_of(None).into()];
    drafts.push(full_change(0).into());
    drafts.extend((1..39).map(|n| Draft::from(new_job(n))));
    append_all(store, drafts).await;
    let leaves: Vec<Vec<u8>> = all_entries(store).await.iter().map(|entry| entry.leaf()).collect();
    let roots: Vec<Hash> = (0..=leaves.len()).map(|size| root_of(&leaves[..size])).collect();
    for size in 1..=leaves.len() {
        for (index, leaf) in leaves[..size].iter().enumerate() {
            let proof = store.inclusion(index as Index, size as Index).await.unwrap();
            proof.verify(&leaf_hash(leaf), &roots[size]).unwrap();
        }
        let indexes: Vec<Index> = (0..size as Index).rev().collect();
        let proofs = store.inclusions(&indexes, size as Index).await.unwrap();
        assert_eq!(proofs.len(), size);
        for (index, proof) in indexes.iter().zip(proofs) {
            assert_eq!(proof, store.inclusion(*index, size as Index).await.unwrap());
        }
        for from in 0..=size {
            let proof = store.consistency(from as Index, size as Index).await.unwrap();
            proof.verify(&roots[from], &roots[size]).unwrap();
        }
    }
    let size = leaves.len() as Index;
    for error in [
        store.inclusion(size, size).await.unwrap_err(),
        store.inclusion(0, size + 1).await.unwrap_err(),
        store.inclusion(0, Index::MAX).await.unwrap_err(),
        store.inclusions(&[0, size], size).await.unwrap_err(),
        store.consistency(2, size + 1).await.unwrap_err(),
        store.consistency(size + 1, size).await.unwrap_err(),
    ] {
        assert!(matches!(error, Error::Invalid { .. }), "{error}");
    }
}

/// Any entry, including changes and imports, has a receipt that proves it offline in the ledger as
/// it is now; an index beyond the ledger has none.
pub async fn any_entry_has_a_receipt(store: &dyn JobStore) {
    let key = SigningKey::from_seed(Origin::new("ledger.test").unwrap(), &[7; 32]);
    assert_eq!(store.receipt(0, &key).await.unwrap(), None);
    let drafts: [Draft; 3] = [new_job(0).into(), full_import(1).into(), full_change(0).into()];
    for (n, draft) in drafts.into_iter().enumerate() {
        append_all(store, vec![draft]).await;
        let head = head(store).await;
        let entries = all_entries(store).await;
        assert_eq!(entries.len(), n + 1);
        for entry in &entries {
            let receipt = store.receipt(entry.index(), &key).await.unwrap().unwrap();
            assert_eq!(receipt.index(), entry.index());
            let signed = receipt.verify(&entry.leaf(), key.verifier()).unwrap();
            assert_eq!((signed.size, signed.root), (head.size(), head.root()));
            assert_eq!(signed.origin, *key.verifier().name());
        }
        for beyond in [head.size(), Index::MAX] {
            assert_eq!(store.receipt(beyond, &key).await.unwrap(), None);
        }
    }
}

/// Tiles of every level and width hold the hashes that follow from the entries' leaves, and those
/// of a larger ledger are refused.
pub async fn tiles_hold_the_hashes_of_the_leaves(store: &dyn JobStore) {
    assert!(store.tiles(&[]).await.unwrap().is_empty());
    // Not all at once: some tiles begin in one batch and end in another.
    for batch in [0..255, 255..257, 257..511, 511..700] {
        append_all(store, batch.map(|n| new_job(n).into()).collect()).await;
    }
    let leaves: Vec<Vec<u8>> = all_entries(store).await.iter().map(|entry| entry.leaf()).collect();
    let ids: Vec<TileId> =
        [(0, 0, 256), (0, 1, 256), (0, 2, 188), (0, 2, 1), (0, 0, 255), (1, 0, 1), (1, 0, 2)]
            .map(|(level, index, width)| TileId::new(level, index, width).unwrap())
            .to_vec();
    let tiles = store.tiles(&ids).await.unwrap();
    assert!(tiles.iter().map(|tile| tile.id()).eq(ids.iter().copied()), "answers out of order");
    for tile in tiles {
        let id = tile.id();
        let each = 1_usize << (8 * id.level());
        for (n, hash) in tile.hashes().iter().enumerate() {
            let first = (usize::try_from(id.first()).unwrap() + n) * each;
            assert_eq!(*hash, root_of(&leaves[first..first + each]), "hash {n} of tile {id}");
        }
    }
    for (level, index, width) in
        [(0, 2, 189), (0, 3, 1), (1, 0, 3), (2, 0, 1), (0, 1 << 40, 1), (6, 0, 1)]
    {
        let id = TileId::new(level, index, width).unwrap();
        let error = store.tiles(&[ids[0], id]).await.unwrap_err();
        assert!(matches!(error, Error::Invalid { field: "tile", .. }), "{id}: {error}");
    }
}
