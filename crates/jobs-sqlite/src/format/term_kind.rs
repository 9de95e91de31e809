//! What a term stands for. The numbers are part of the file format.

use strum::{EnumCount, VariantArray};

/// What a term is; the numbers are part of the file format.
#[derive(Debug, Clone, Copy, PartialEq, Eq, EnumCount, VariantArray)]
pub(crate) enum TermKind {
    User = 1,
    Action = 2,
    Batch = 3,
    Cluster = 4,
    Customer = 5,
}

impl TermKind {
    pub(crate) const ALL: [Self; Self::COUNT] =
        *Self::VARIANTS.first_chunk().expect("COUNT of them");

    /// Where its cache stands.
    pub(crate) fn place(self) -> usize {
        self as usize - 1
    }

    /// The number in SQL.
    pub(crate) fn code(self) -> i64 {
        self as i64
    }

    /// What it is called, with its article.
    pub(crate) fn noun(self) -> &'static str {
        match self {
            Self::User => "a user",
            Self::Action => "an action",
            Self::Batch => "a batch",
            Self::Cluster => "a cluster",
            Self::Customer => "a customer",
        }
    }

    /// How many terms of the kind the cache holds. Customers are many; at about 100 bytes each,
    /// 200,000 of them are 20 MB. Of the rest, a few thousand are in use at a time.
    pub(crate) fn cached_max(self) -> usize {
        if self == Self::Customer { 200_000 } else { 4096 }
    }
}
