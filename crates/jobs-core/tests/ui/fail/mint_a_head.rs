//! E0624: a head comes from a tree.

use jobs_core::Head;
use jobs_core::merkle::Hash;

fn main() {
    let _head = Head::new(7, Hash::of(b""));
}
