//! How long sessions last.

use std::time::Duration;

/// How long a session may idle.
pub const IDLE_MAX: Duration = Duration::from_secs(15 * 60);

/// The longest that a session lasts, however much it is used.
pub const AGE_MAX: Duration = Duration::from_secs(12 * 60 * 60);
