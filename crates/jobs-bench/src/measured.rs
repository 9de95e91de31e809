//! What was measured: the ledger, what it is compared with, and the target.

use std::fmt;

use serde::Serialize;

use crate::client::Outcome;

/// The unit in which the ledger and its limit are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Unit {
    /// How often a second; more is better.
    PerSecond,
    /// The median of milliseconds; less is better.
    Milliseconds,
}

impl Unit {
    /// What an outcome is, in this unit.
    pub(crate) fn of(self, outcome: &Outcome) -> f64 {
        match self {
            Self::PerSecond => outcome.per_second,
            Self::Milliseconds => outcome.median_ms,
        }
    }

    /// Whether `one` did better than `other`.
    pub(crate) fn better(self, one: &Outcome, other: &Outcome) -> bool {
        match self {
            Self::PerSecond => one.per_second > other.per_second,
            Self::Milliseconds => one.median_ms < other.median_ms,
        }
    }
}

/// The target.
#[derive(Debug, Clone, Copy, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Target {
    /// This part of the limit.
    Ratio(f64),
    /// This median, in milliseconds.
    Milliseconds(f64),
}

impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ratio(ratio) => write!(f, "{ratio:.2}"),
            Self::Milliseconds(median) => write!(f, "{median:.0} ms"),
        }
    }
}

/// One line of the results.
#[derive(Debug, Serialize)]
pub(crate) struct Measured {
    pub(crate) workload: &'static str,
    pub(crate) case: String,
    pub(crate) unit: Unit,
    pub(crate) ledger: Outcome,
    /// What it is compared with, and what that did in the same run.
    pub(crate) limit: Option<(&'static str, Outcome)>,
    pub(crate) target: Option<Target>,
}

impl Measured {
    /// What the ledger did, in the unit.
    pub(crate) fn value(&self) -> f64 {
        self.unit.of(&self.ledger)
    }

    /// The ledger's value as a part, or a multiple, of the limit's.
    pub(crate) fn ratio(&self) -> Option<f64> {
        self.limit.as_ref().map(|(_, limit)| self.value() / self.unit.of(limit))
    }
}
