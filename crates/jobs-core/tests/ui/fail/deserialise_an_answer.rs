//! E0277: an answer cannot be read from what a caller wrote.

use jobs_core::Appended;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>() {}
fn write<T: Serialize>() {}

fn main() {
    write::<Appended>();
    read::<Appended>();
}
