//! The checks of the fuzz targets, over a few thousand inputs that are the same in every run:
//! genuine ones with a few changes, and some that are noise.

use jobs_core::log::EntryBundle;

use crate::checks;
use crate::python::customer_proof;

/// SplitMix64: the numbers are the same everywhere.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() % limit as u64).unwrap()
    }

    fn byte(&mut self) -> u8 {
        self.next().to_le_bytes()[0]
    }
}

/// One to three changes of `seed`; or `seed` and a part of itself; or noise.
fn mutated(seed: &[u8], random: &mut Random) -> Vec<u8> {
    const TOKENS: [&str; 9] = ["\n", "\n\n", " ", "0", "-", "\"", "=", "\u{2014} ", "extra AAAA\n"];
    let mut bytes = seed.to_vec();
    if random.below(20) == 0 {
        return (0..random.below(80)).map(|_| random.byte()).collect();
    }
    for _ in 0..=random.below(3) {
        let at = random.below(bytes.len() + 1);
        match random.below(6) {
            0 | 1 if at < bytes.len() => bytes[at] ^= 1 << random.below(8),
            2 if at < bytes.len() => drop(bytes.remove(at)),
            3 => bytes.truncate(at),
            4 => {
                let part = bytes[at..bytes.len().min(at + random.below(60))].to_vec();
                let to = random.below(bytes.len() + 1);
                bytes.splice(to..to, part);
            }
            _ => drop(bytes.splice(at..at, TOKENS[random.below(TOKENS.len())].bytes())),
        }
    }
    bytes
}

fn run(check: fn(&[u8]), seeds: &[&[u8]], cases: usize) {
    let mut random = Random(seeds.len() as u64);
    for seed in seeds {
        check(seed);
        for _ in 0..cases / seeds.len() {
            check(&mutated(seed, &mut random));
        }
    }
}

#[test]
fn notes_and_checkpoints() {
    let signed = checks::genuine_text("checkpoint").as_bytes();
    let body = signed.split(|byte| *byte == 0xe2).next().unwrap();
    run(checks::note, &[signed], 1_500);
    run(checks::checkpoint, &[signed, body.trim_ascii_end()], 1_500);
}

#[test]
fn receipts() {
    let receipts = ["entries/3.tlog-proof", "entries/6.tlog-proof"];
    run(checks::receipt, &receipts.map(|file| checks::genuine_text(file).as_bytes()), 1_500);
}

#[test]
fn customer_proofs() {
    let proofs = ["5002", "4", "50010", "9"].map(customer_proof);
    run(checks::customer_proof, &proofs.iter().map(Vec::as_slice).collect::<Vec<_>>(), 2_000);
}

#[test]
fn tile_paths() {
    run(checks::tile_path, &[b"0/000", b"1/x001/234.p/17", b"7/000", b"0/x999/x999/999"], 20_000);
}

#[test]
fn leaves_and_entry_bundles() {
    let evidence = checks::genuine().each_ref().map(|evidence| evidence.files());
    let leaves: Vec<&[u8]> = evidence
        .iter()
        .flat_map(|files| files.iter())
        .filter(|(file, _)| file.starts_with("entries/") && file.ends_with(".json"))
        .map(|(_, leaf)| &**leaf)
        .collect();
    assert_eq!(leaves.len(), 5);
    run(checks::leaf, &leaves, 10_000);
    let bundle = EntryBundle::new(leaves.iter().map(|leaf| leaf.to_vec()).collect()).unwrap();
    run(checks::entry_bundle, &[&bundle.to_bytes()], 5_000);
}

#[test]
fn evidence() {
    let mut random = Random(1);
    // Most of them cost the check of a signature.
    for length in 0..600 {
        let script: Vec<u8> = (0..1 + 5 * (length % 4)).map(|_| random.byte()).collect();
        checks::evidence(&script);
    }
}
