//! E0599: there is no head without a ledger.

use jobs_core::Head;
use jobs_core::backend::TreeState;

fn main() {
    let _state = TreeState::default();
    let _head = Head::default();
}
