//! Whose files a program trusts, and what a setting may name.

/// Whose files a program trusts as its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Those of the user who runs it. For a program that makes files beside them.
    Runners,
    /// For root, also those of the directory's owner. For a program whose changes leave files to
    /// that owner.
    Owners,
}

/// What a setting names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Named {
    /// A file that nobody else may read.
    Secret,
    /// A file that all may read.
    Public,
    /// The directory of an anchor.
    Anchor,
}
