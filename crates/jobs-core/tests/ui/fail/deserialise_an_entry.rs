//! E0277: an entry cannot be read from what a caller wrote.

use jobs_core::Entry;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>() {}
fn write<T: Serialize>() {}

fn main() {
    write::<Entry>();
    read::<Entry>();
}
