//! The vectors in `docs/format.md`, computed again from the seed and the leaves that stand there,
//! so that the document cannot drift from the code.

use std::collections::BTreeMap;
use std::fs;

use jobs_core::backend::restore;
use jobs_core::leaf::{Fact, Leaf, of_outcome};
use jobs_core::log::{
    Checkpoint, CustomerProof, EntryBundle, Membership, Origin, Receipt, SigningKey, VerifierKey,
};
use jobs_core::merkle::{Hash, InclusionProof, Plan, TileId, leaf_hash, root_of};
use jobs_core::{Cid, CustomerSet, Entry, NewJob, Outcome, Outcomes};

/// The fenced blocks that have a name after their language, by that name.
fn blocks() -> BTreeMap<String, String> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/format.md");
    let document = fs::read_to_string(path).unwrap();
    let mut blocks = BTreeMap::new();
    let mut lines = document.lines();
    while let Some(line) = lines.next() {
        let Some((_, name)) = line.strip_prefix("```").and_then(|info| info.split_once(' ')) else {
            continue;
        };
        let text: Vec<_> = lines.by_ref().take_while(|line| *line != "```").collect();
        let before = blocks.insert(name.to_owned(), text.join("\n"));
        assert!(before.is_none(), "{name} is there twice");
    }
    blocks
}

/// What each block must hold, given the seed, the leaves, the customers and the outcomes.
fn expected(blocks: &BTreeMap<String, String>) -> BTreeMap<&'static str, String> {
    let leaves = ["leaf-0", "leaf-1", "leaf-2"].map(|name| blocks[name].as_str());
    let seed: Vec<u8> =
        blocks["seed"].split(' ').map(|b| u8::from_str_radix(b, 16).unwrap()).collect();
    let key =
        SigningKey::from_seed(Origin::new("example.com/jobs").unwrap(), &seed.try_into().unwrap());
    let root = root_of(leaves);
    let origin = key.verifier().name().clone();
    let checkpoint = Checkpoint { origin, size: 3, root }.sign(&key);
    let path = Plan::inclusion(0, 3).unwrap().resolve(|node| {
        let range = (node.index << node.level)..((node.index + 1) << node.level);
        Ok(root_of(range.map(|index| leaves[usize::try_from(index).unwrap()])))
    });
    let receipt =
        Receipt::new(InclusionProof::new(0, 3, path.unwrap()), checkpoint.clone()).unwrap();
    receipt.verify(leaves[0].as_bytes(), key.verifier()).unwrap();
    let stranger = Cid::new("5003").unwrap();
    let customer_proof = CustomerProof::new(&entry_0(blocks), &receipt, key.verifier(), stranger);
    let lines =
        |hashes: Vec<Hash>| hashes.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    let bundle = EntryBundle::new(leaves.iter().map(|leaf| leaf.as_bytes().to_vec()).collect());
    let customers: Vec<Cid> = serde_json::from_str(&blocks["customers"]).unwrap();
    let customers = CustomerSet::from_sorted(customers).unwrap();
    let proof =
        |cid| serde_json::to_string(&Membership::prove(&customers, &Cid::new(cid).unwrap()));
    let text = |signed: String| signed.trim_end_matches('\n').to_owned();
    BTreeMap::from([
        ("leaf-hashes", lines(leaves.map(|leaf| leaf_hash(leaf.as_bytes())).to_vec())),
        ("root", root.to_string()),
        ("verifier-key", key.verifier().to_string()),
        ("checkpoint", text(checkpoint.to_string())),
        ("receipt-0", text(receipt.to_string())),
        ("tile-path", tile_paths()),
        ("entry-bundle", Hash::of(&bundle.unwrap().to_bytes()).to_string()),
        ("member", proof("5001").unwrap()),
        ("not-member", proof("5003").unwrap()),
        ("customer-proof", String::from_utf8(customer_proof.unwrap().to_bytes()).unwrap()),
    ])
}

/// The entry whose leaf is `leaf-0`.
fn entry_0(blocks: &BTreeMap<String, String>) -> Entry {
    let Leaf { job_id, recorded_at, fact } = Leaf::parse(blocks["leaf-0"].as_bytes()).unwrap();
    let Fact::JobCreated(created) = fact else { panic!("leaf-0 creates a job") };
    let customers: Vec<Cid> = serde_json::from_str(&blocks["customers"]).unwrap();
    let customers = CustomerSet::from_sorted(customers).unwrap();
    let job = NewJob::from_facts(job_id, created.facts, customers).unwrap();
    let entry = restore(0, recorded_at, None, job.with_source(created.source).into());
    assert_eq!(entry.leaf(), blocks["leaf-0"].as_bytes());
    entry
}

fn tile_paths() -> String {
    let tiles = [(0, 0, 3), (0, 273, 112), (1, 1, 17), (0, 1_234_067, 256)];
    let paths = tiles.map(|(level, index, width)| TileId::new(level, index, width).unwrap());
    paths.map(|tile| tile.to_string()).join("\n")
}

#[test]
fn the_vectors_in_the_document_are_what_the_code_makes() {
    let blocks = blocks();
    for (name, expected) in expected(&blocks) {
        let found = blocks.get(name).unwrap_or_else(|| panic!("{name} is missing:\n{expected}"));
        assert_eq!(*found, expected, "{name} must be\n{expected}\n");
    }
}

#[test]
fn the_leaves_in_the_document_are_leaves_and_fit_their_items() {
    let blocks = blocks();
    let [first, _, last] =
        ["leaf-0", "leaf-1", "leaf-2"].map(|name| Leaf::parse(blocks[name].as_bytes()).unwrap());
    assert_eq!(last.previous(), Some(0));
    let customers: Vec<Cid> = serde_json::from_str(&blocks["customers"]).unwrap();
    let customers = CustomerSet::from_sorted(customers).unwrap();
    assert_eq!(first.customers().unwrap().root, customers.root());
    let outcomes: Vec<Outcome> = serde_json::from_str(&blocks["outcomes"]).unwrap();
    let outcomes = Outcomes::new(outcomes).unwrap();
    assert_eq!(last.outcomes().unwrap().root, outcomes.root());
    let spelt: Vec<_> = outcomes.iter().map(of_outcome).collect();
    assert_eq!(blocks["outcomes"].as_bytes(), [b"[", &*spelt.join(&b","[..]), b"]"].concat());
    for (name, cid, is_member) in [("member", "5001", true), ("not-member", "5003", false)] {
        let proof: Membership = serde_json::from_str(&blocks[name]).unwrap();
        let count = customers.len() as u64;
        let root = customers.root();
        assert_eq!(proof.verify(&Cid::new(cid).unwrap(), count, &root), Ok(is_member));
    }
    let key: VerifierKey = blocks["verifier-key"].parse().unwrap();
    let proof = CustomerProof::parse(blocks["customer-proof"].as_bytes()).unwrap();
    assert!(!proof.check(Some(&key)).unwrap().is_customer);
}

/// Every named block is looked at by one of these tests.
#[test]
fn no_vector_is_forgotten() {
    let blocks = blocks();
    let mut names: Vec<&str> = expected(&blocks).into_keys().collect();
    names.extend(["seed", "leaf-0", "leaf-1", "leaf-2", "customers", "outcomes"]);
    names.sort_unstable();
    assert_eq!(blocks.keys().map(String::as_str).collect::<Vec<_>>(), names);
}
