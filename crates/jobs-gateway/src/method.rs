//! The methods of HTTP by which something is read.

use std::fmt;

/// The method of a [`ReadRequest`](crate::ReadRequest).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ReadMethod {
    /// GET.
    #[default]
    Get,
    /// POST.
    Post,
}

impl ReadMethod {
    /// The name, as HTTP has it.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
        }
    }
}

impl fmt::Display for ReadMethod {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}
