//! The people as whom a visitor of the demo can sign in, one for each role.

use jobs_auth::{PasswordError, PasswordHash, Role};
use jobs_core::UserId;

/// Their names and roles. They have one password.
pub(crate) const PEOPLE: [(&str, Role); 3] =
    [("vijay", Role::Operator), ("asha", Role::Auditor), ("meera", Role::Admin)];

/// Those who are listed at the first start, and the hash of their password.
#[derive(Debug)]
pub(crate) struct People {
    pub(crate) each: Vec<(UserId, Role)>,
    pub(crate) password: PasswordHash,
}

impl People {
    /// With the demo's password.
    pub(super) fn with_password(password: &str) -> Result<Self, PasswordError> {
        let each = PEOPLE.into_iter();
        let each = each.filter_map(|(name, role)| Some((UserId::new(name).ok()?, role))).collect();
        Ok(Self { each, password: PasswordHash::of_new(password)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_one_for_each_role() {
        let people = People::with_password("k3jd-9x2m-qq7f-a81c").unwrap();
        assert_eq!(people.each.len(), PEOPLE.len());
        for role in [Role::Operator, Role::Auditor, Role::Admin] {
            assert!(people.each.iter().any(|(_, theirs)| *theirs == role));
        }
    }
}
