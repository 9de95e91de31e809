//! The roles of users.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use strum::{EnumCount, VariantArray};

/// What kind of user somebody is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, EnumCount, VariantArray,
)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Runs actions, and sees only their own jobs.
    Operator,
    /// Sees every job and changes nothing.
    Auditor,
    /// Sees and does everything.
    Admin,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; Self::COUNT] = *Self::VARIANTS.first_chunk().expect("COUNT of them");

    /// Whether it may do all that `other` may.
    #[must_use]
    pub fn includes(self, other: Self) -> bool {
        self == other || self == Self::Admin
    }

    /// The name, as in `auth.toml`.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Operator => "operator",
            Self::Auditor => "auditor",
            Self::Admin => "admin",
        }
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// A text names no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("must be operator, auditor or admin")]
pub struct UnknownRole;

impl FromStr for Role {
    type Err = UnknownRole;

    fn from_str(text: &str) -> Result<Self, UnknownRole> {
        Self::ALL.into_iter().find(|role| role.as_str() == text).ok_or(UnknownRole)
    }
}
