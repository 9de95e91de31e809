//! Whose files a program takes, and what a setting may name.

/// Whose files are a program's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Own {
    /// Those of the user who runs it: it makes files beside them.
    Runners,
    /// For root, also those of the directory's owner: what it changes stays theirs.
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
