//! The cells of a row, by the names of their columns. Where a column stands is found once for each
//! statement, since asking SQLite for names took a fifth of the time that reading an entry takes.

use jobs_core::Result;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Row, Statement};
use strum::{EnumCount, VariantNames};

use crate::error::corrupt;

/// The columns of entries and jobs, in any statement. Each is named as in SQL.
#[derive(Debug, Clone, Copy, PartialEq, EnumCount, VariantNames)]
#[strum(serialize_all = "snake_case")]
pub(crate) enum Column {
    Idx,
    Kind,
    RecordedAt,
    Previous,
    JobId,
    UserId,
    SubmittedBy,
    Source,
    ActionName,
    ActionCode,
    BatchId,
    ClusterUrl,
    RetryOf,
    CreatedAt,
    UpdatedAt,
    Status,
    Cause,
    HttpStatus,
    CustomerCount,
    CustomersRoot,
    OutcomeCount,
    OutcomesRoot,
    NamedSuccess,
    NamedFailed,
    NamedUnconfirmed,
    #[strum(serialize = "payload_sha256")]
    PayloadSha256,
    #[strum(serialize = "original_sha256")]
    OriginalSha256,
    ErrorMessage,
    Text,
    Outcomes,
    Customers,
    ResponseSummary,
    RequestPayload,
    Original,
    RequestKey,
    LeafHash,
    Bytes,
    State,
    JobOfStatus,
    JobOfFirst,
    JobOfNote,
    LastChange,
    FirstChange,
    LastNote,
    Notes,
    NotedAt,
    NotedBy,
    Job,
    JobOfEntry,
    User,
    Action,
    Batch,
    Cluster,
    Retried,
}

impl Column {
    /// The name, which is that of the field.
    pub(crate) fn name(self) -> &'static str {
        Self::VARIANTS[self as usize]
    }
}

/// Where the columns of a statement stand.
pub(crate) struct Positions([usize; Column::COUNT]);

impl Positions {
    pub(crate) fn of(statement: &Statement<'_>) -> Self {
        let mut positions = [usize::MAX; Column::COUNT];
        for (at, name) in statement.column_names().into_iter().enumerate() {
            if let Some(column) = Column::VARIANTS.iter().position(|column| *column == name) {
                positions[column] = at;
            }
        }
        Self(positions)
    }
}

/// A row of a statement whose positions are known.
#[derive(Clone, Copy)]
pub(crate) struct Cells<'r> {
    row: &'r Row<'r>,
    positions: &'r Positions,
}

impl<'r> Cells<'r> {
    pub(crate) fn new(row: &'r Row<'_>, positions: &'r Positions) -> Self {
        Self { row, positions }
    }

    /// The value in a column; what cannot be read as such is damage.
    pub(crate) fn get<T: FromSql>(self, column: Column) -> Result<T> {
        let at = self.positions.0[column as usize];
        let name = column.name();
        self.row.get(at).map_err(|error| corrupt(format!("column {name}: {error}")))
    }

    /// The value in a column, as it stands there.
    pub(crate) fn get_ref(self, column: Column) -> rusqlite::Result<ValueRef<'r>> {
        self.row.get_ref(self.positions.0[column as usize])
    }
}
