//! Behaviours of `entries` and `head`.

use ct_merkle::mem_backed_tree::MemoryBackedTree;
use jobs_core::merkle::Hash;
use jobs_core::{Draft, Index, JobStore, JobStoreExt, PageLimit, Status};
use sha2::Sha256;

use crate::audit::oracle_root;
use crate::support::{
    all_entries, append, append_all, bare_import, change, entries_page, full_change, full_import,
    full_job, head, job_id, limit, new_job, refusal, repeat, size,
};

/// Entries are read from any index in pages of any size, and end with the ledger.
pub async fn entries_are_paged(store: &dyn JobStore) {
    let drafts: Vec<Draft> = (0..7)
        .flat_map(|n| [new_job(n).into(), change(n, Status::Failed).into()])
        .chain([full_import(8).into()])
        .collect();
    append_all(store, drafts.clone()).await;
    for from in 0..=drafts.len() + 1 {
        for page_limit in [1, 2, 5, drafts.len(), PageLimit::MAX] {
            let first = Index::try_from(from).unwrap();
            let page = entries_page(store, first, page_limit).await;
            // A page may be shorter, but is never empty before the end.
            let expected = drafts.iter().skip(from).take(page.len());
            assert!(page.iter().map(|entry| entry.draft()).eq(expected), "{from} {page_limit}");
        }
    }
    for beyond in [Index::from(u32::MAX), i64::MAX.unsigned_abs(), 1 << 63, Index::MAX] {
        assert!(store.entries(beyond, limit(10)).await.unwrap().is_empty(), "from {beyond}");
        assert!(store.entry(beyond).await.unwrap().is_none(), "at {beyond}");
    }
}

/// Each entry names its job's entry before it, across calls and between the entries of other jobs.
pub async fn every_entry_names_the_one_before(store: &dyn JobStore) {
    append_all(store, (0..5).map(|n| new_job(n).into()).collect()).await;
    for n in [3, 0, 4] {
        append(store, change(n, Status::Unconfirmed)).await;
    }
    append_all(store, [4, 1, 3].map(|n| change(n, Status::Success).into()).to_vec()).await;
    let previous: Vec<_> =
        all_entries(store).await.iter().skip(5).map(|entry| entry.previous()).collect();
    assert_eq!(previous, [Some(3), Some(0), Some(4), Some(7), Some(1), Some(5)]);
    let history = store.history(job_id(3)).await.unwrap();
    assert_eq!(history.iter().map(|entry| entry.index()).collect::<Vec<_>>(), [3, 5, 10]);
}

/// At every size, the head has the root that another library finds over the leaves of the entries;
/// so an earlier head stays the root of what was there then.
pub async fn the_head_is_the_merkle_root_at_every_size(store: &dyn JobStore) {
    let mut heads = vec![head(store).await];
    let mut oracle = MemoryBackedTree::<Sha256, Vec<u8>>::new();
    for n in 0..35 {
        let drafts: [Draft; 2] = match n % 3 {
            0 => [full_job(n, job_id(0)).with_retry_of(None).into(), full_change(n).into()],
            1 => [new_job(n).into(), full_change(n).into()],
            _ => [bare_import(n, Status::InProgress).into(), change(n, Status::Success).into()],
        };
        for draft in drafts {
            let appended = append(store, draft).await;
            let page = store.entries(appended.index(), limit(1)).await.unwrap();
            oracle.push(page[0].leaf());
            let root = Hash::from_bytes(oracle.root().as_bytes().as_slice().try_into().unwrap());
            heads.push(head(store).await);
            let head = heads.last().unwrap();
            assert_eq!((head.size(), head.root()), (appended.index() + 1, root));
        }
    }
    let entries = all_entries(store).await;
    for head in heads {
        let size = usize::try_from(head.size()).unwrap();
        assert_eq!(head.root(), oracle_root(&entries[..size]), "the head at size {size}");
    }
}

/// Nothing that is refused, repeated, empty or merely read moves the head.
pub async fn the_head_stands_still_when_nothing_is_recorded(store: &dyn JobStore) {
    append(store, new_job(1)).await;
    let original = append(store, change(1, Status::Success)).await;
    let before = head(store).await;
    assert!(store.append(vec![]).await.unwrap().is_empty());
    refusal(store, new_job(1)).await;
    refusal(store, change(2, Status::Success)).await;
    repeat(store, change(1, Status::Success), &original).await;
    store.history(job_id(1)).await.unwrap();
    store.all_customers(job_id(1)).await.unwrap();
    assert_eq!(head(store).await, before);
    assert_eq!(size(store).await, 2);
}
