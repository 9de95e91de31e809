//! Who did what to whom and when: what a row must say to become a job, and by what rows are
//! matched.

use jobs_core::{ActionName, CustomerSet, UserId, without_unseen};

use super::customers::RowCustomers;
use super::table::OldRow;
use super::times::{self, Moment, UtcOffset};

/// Who did what to whom and when: the required parts of a job.
#[derive(Debug, Clone)]
pub(super) struct Key {
    pub(super) user_id: UserId,
    pub(super) action_name: ActionName,
    pub(super) customers: CustomerSet,
    pub(super) created: Moment,
}

/// Reads the required parts of a job.
///
/// # Errors
/// Why the row is not a job.
pub(super) fn read(
    row: &OldRow<'_>,
    customers: &RowCustomers,
    offset: UtcOffset,
) -> Result<Key, String> {
    let text = |column: &str| {
        row.get(column).required_text().map_err(|reason| format!("{column}: {reason}"))
    };
    let user_id = UserId::new(without_unseen(&text("user_id")?).as_ref());
    let action_name = ActionName::new(without_unseen(&text("action_name")?).as_ref());
    let (user_id, action_name) = user_id
        .and_then(|user_id| Ok((user_id, action_name?)))
        .map_err(|error| error.to_string())?;
    let created = times::read(&text("created_at")?, offset)
        .map_err(|reason| format!("created_at: {reason} ({})", row.get("created_at").shown()))?;
    Ok(Key { user_id, action_name, customers: customers.set.clone(), created })
}
