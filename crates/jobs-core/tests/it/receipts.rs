//! Receipts and proofs about customers: they prove what they say, and nothing else.

use jobs_core::log::{Checkpoint, CustomerProof, Membership, Origin, Receipt, SigningKey};
use jobs_core::{
    ActionCode, ActionName, Cid, CustomerSet, JobStore, JobStoreExt, MemoryStore, NewJob,
    ProofError, UserId,
};
use proptest::prelude::*;

fn key(name: &str) -> SigningKey {
    SigningKey::from_seed(Origin::new(name).unwrap(), &[7; 32])
}

fn block_on<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().build().unwrap().block_on(work)
}

fn job() -> NewJob {
    let customers = CustomerSet::new([Cid::new("5001").unwrap()]).unwrap();
    let user = UserId::new("vijay").unwrap();
    let action = ActionName::new("Trans-Begin").unwrap();
    NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap()
}

/// The receipt of the last of `count` jobs, and the leaf that it is for.
fn receipt(count: usize) -> (Receipt, Vec<u8>) {
    block_on(async {
        let store = MemoryStore::default();
        let answers = store.append((0..count).map(|_| job().into()).collect()).await.unwrap();
        let appended = answers.last().unwrap().as_ref().unwrap();
        let entry = store.entry(appended.index()).await.unwrap().unwrap();
        let key = key("ledger.test");
        let origin = key.verifier().name().clone();
        let checkpoint = Checkpoint::new(origin, &appended.head().unwrap()).sign(&key);
        (Receipt::new(appended.inclusion().unwrap(), checkpoint).unwrap(), entry.leaf())
    })
}

#[test]
fn a_receipt_proves_its_leaf_to_its_ledgers_key_alone() {
    let (receipt, leaf) = receipt(9);
    let receipt: Receipt = receipt.to_string().parse().unwrap();
    let checkpoint = receipt.verify(&leaf, key("ledger.test").verifier()).unwrap();
    assert_eq!((receipt.index(), checkpoint.size), (8, 9));
    assert_eq!(receipt.verify(b"{}", key("ledger.test").verifier()), Err(ProofError::Root));
    let other = key("other.test");
    let refused = receipt.verify(&leaf, other.verifier());
    assert!(matches!(refused, Err(ProofError::Origin { .. })));
}

#[test]
fn a_receipt_with_an_extra_line_is_accepted() {
    let (receipt, leaf) = receipt(3);
    let text = receipt.to_string();
    let extra = text.replacen("\nindex", "\nextra AAAA\nindex", 1);
    let receipt: Receipt = extra.parse().unwrap();
    receipt.verify(&leaf, key("ledger.test").verifier()).unwrap();
    for bad in ["\nextra AAA\nindex", "\nextra\nindex", "\nextra AAAA\nextra AAAA\nindex"] {
        assert!(text.replacen("\nindex", bad, 1).parse::<Receipt>().is_err(), "{bad}");
    }
}

#[test]
fn every_mutated_byte_of_a_receipt_is_noticed() {
    let (receipt, leaf) = receipt(21);
    let key = key("ledger.test");
    let text = receipt.to_string();
    for at in 0..text.len() {
        for bit in 0..8 {
            let mut bytes = text.clone().into_bytes();
            bytes[at] ^= 1 << bit;
            let accepted = String::from_utf8(bytes)
                .ok()
                .and_then(|text| text.parse::<Receipt>().ok())
                .is_some_and(|receipt| receipt.verify(&leaf, key.verifier()).is_ok());
            assert!(!accepted, "bit {bit} of byte {at} of\n{text}");
        }
    }
    for cut in 0..text.len() {
        if text.is_char_boundary(cut) {
            assert!(text[..cut].parse::<Receipt>().is_err(), "cut at {cut}");
        }
    }
}

/// The bytes of proofs that 000, 001 and 003 are, and are not, customers of a job of 000 and 002 to
/// 004.
fn customer_proofs() -> Vec<Vec<u8>> {
    block_on(async {
        let store = MemoryStore::default();
        let user = UserId::new("vijay").unwrap();
        let action = ActionName::new("PE-Enable").unwrap();
        let customers = CustomerSet::new([0, 2, 3, 4].map(cid)).unwrap();
        let job = NewJob::new(user, ActionCode::new(1).unwrap(), action, customers).unwrap();
        let index = store.create(job).await.unwrap().index();
        let key = key("ledger.test");
        let receipt = store.receipt(index, &key).await.unwrap().unwrap();
        let entry = store.entry(index).await.unwrap().unwrap();
        let prove = |n| CustomerProof::new(&entry, &receipt, key.verifier(), cid(n)).unwrap();
        [0, 1, 3].map(|n| prove(n).to_bytes()).to_vec()
    })
}

#[test]
fn a_customer_proof_says_whether_one_is_a_customer() {
    let (key, other) = (key("ledger.test"), key("other.test"));
    for (bytes, (n, is_customer)) in
        customer_proofs().iter().zip([(0, true), (1, false), (3, true)])
    {
        let proof = CustomerProof::parse(bytes).unwrap();
        let checked = proof.check(Some(key.verifier())).unwrap();
        assert_eq!(
            (checked.cid.clone(), checked.is_customer, checked.customers),
            (cid(n), is_customer, 4)
        );
        assert!(checked.key_was_expected && !proof.check(None).unwrap().key_was_expected);
        assert!(proof.check(Some(other.verifier())).is_err());
        let said = checked.to_string();
        let one = if is_customer { "one" } else { "none" };
        assert!(said.contains(&format!(": 4 customers, \"00{n}\" is {one} of them\n")), "{said}");
    }
}

#[test]
fn every_mutated_byte_of_a_customer_proof_is_noticed() {
    for bytes in customer_proofs() {
        for at in 0..bytes.len() {
            let mut mutated = bytes.clone();
            mutated[at] ^= 1 << (at % 8);
            let accepted = CustomerProof::parse(&mutated).and_then(|proof| proof.check(None));
            assert!(accepted.is_err(), "byte {at} of\n{}", String::from_utf8_lossy(&bytes));
            assert!(CustomerProof::parse(&bytes[..at]).is_err(), "cut at {at}");
        }
    }
}

/// Each says something that is not proved, or is spelt so that it could.
#[test]
fn a_customer_proof_that_says_anything_else_is_refused() {
    let [member, stranger, _] = &customer_proofs()[..] else { unreachable!() };
    for (bytes, from, to) in [
        (member, "\"is_customer\":true", "\"is_customer\":false"),
        (stranger, "\"is_customer\":false", "\"is_customer\":true"),
        (member, "{\"cid\":\"000\"", "{\"cid\":\"001\""),
        (stranger, "{\"cid\":\"001\"", "{\"cid\":\"000\""),
        (stranger, "{\"cid\":\"001\"", "{\"cid\":\"005\""),
        (member, "\"index\":0", "\"index\":1"),
        (member, "\"index\":0", "\"index\":00"),
        (member, "\"index\":0", "\"index\":0,\"index\":0"),
        (member, "\"index\":0", "\"index\":0,\"injected\":0"),
        (member, "\"count\":4", "\"count\":5"),
        (member, "\"position\":0", "\"position\":-0"),
        (member, "\"position\":0", "\"position\":1"),
        (member, "\"position\":0", "\"position\":18446744073709551616"),
        (member, "\"position\":0", "\"position\":0,\"x\":0"),
        (member, "\\nindex 0", "\\nextra AAAA\\nindex 0"),
        (member, ":", ": "),
    ] {
        let text = std::str::from_utf8(bytes).unwrap();
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text, "{from}");
        let accepted = CustomerProof::parse(changed.as_bytes()).and_then(|proof| proof.check(None));
        assert!(accepted.is_err(), "{to}");
    }
    assert!(CustomerProof::parse(&vec![b' '; CustomerProof::BYTES_MAX + 1]).is_err());
}

fn cid(n: u32) -> Cid {
    Cid::new(format!("{n:03}")).unwrap()
}

proptest! {
    /// Members are members, others are not, and no proof serves for another customer.
    #[test]
    fn membership_is_proved_both_ways(numbers in prop::collection::btree_set(0_u32..60, 0..30)) {
        let customers = CustomerSet::new(numbers.iter().map(|n| cid(*n))).unwrap();
        let count = customers.len() as u64;
        let root = customers.root();
        for n in 0..60 {
            let proof = Membership::prove(&customers, &cid(n));
            let json = serde_json::to_string(&proof).unwrap();
            let proof: Membership = serde_json::from_str(&json).unwrap();
            prop_assert_eq!(proof.verify(&cid(n), count, &root), Ok(numbers.contains(&n)));
            for other in 0..60 {
                if let Ok(member) = proof.verify(&cid(other), count, &root) {
                    prop_assert_eq!(member, numbers.contains(&other));
                }
            }
            if count > 0 {
                let other_root = jobs_core::merkle::Hash::of(b"another");
                prop_assert!(proof.verify(&cid(n), count, &other_root).is_err());
            }
            prop_assert!(count == 0 || proof.verify(&cid(n), 0, &root).is_err());
        }
    }
}
