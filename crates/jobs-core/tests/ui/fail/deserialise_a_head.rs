//! E0277: a head cannot be read from what a caller wrote.

use jobs_core::Head;
use serde::Serialize;
use serde::de::DeserializeOwned;

fn read<T: DeserializeOwned>() {}
fn write<T: Serialize>() {}

fn main() {
    write::<Head>();
    read::<Head>();
}
