//! The cells of a row, by the names of their columns. Where a column stands is found once for each statement, since
//! asking SQLite for names took a fifth of the time that reading an entry takes.

use jobs_core::Result;
use rusqlite::types::{FromSql, ValueRef};
use rusqlite::{Row, Statement};

use crate::error::corrupt;

macro_rules! columns {
    ($($column:ident $name:literal,)*) => {
        /// The columns that `rows` reads, of whatever statement.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub(crate) enum Column { $($column,)* }

        impl Column {
            const ALL: &'static [Self] = &[$(Self::$column,)*];

            /// The name, which is that of the field.
            pub(crate) fn name(self) -> &'static str {
                match self { $(Self::$column => $name,)* }
            }
        }
    };
}

columns! {
    Idx "idx",
    Kind "kind",
    RecordedAt "recorded_at",
    Previous "previous",
    JobId "job_id",
    UserId "user_id",
    SubmittedBy "submitted_by",
    Source "source",
    ActionName "action_name",
    ActionCode "action_code",
    BatchId "batch_id",
    ClusterUrl "cluster_url",
    RetryOf "retry_of",
    CreatedAt "created_at",
    UpdatedAt "updated_at",
    Status "status",
    Cause "cause",
    HttpStatus "http_status",
    CustomerCount "customer_count",
    ErrorMessage "error_message",
    Outcomes "outcomes",
    Customers "customers",
    ResponseSummary "response_summary",
    RequestPayload "request_payload",
    Original "original",
    RequestKey "request_key",
    LeafHash "leaf_hash",
    Bytes "bytes",
    State "state",
    JobOfLast "job_of_last",
    Last "last",
    Job "job",
    JobOfChange "job_of_change",
    User "user",
    Action "action",
    Batch "batch",
    Cluster "cluster",
    Retried "retried",
}

/// Where the columns of a statement stand.
pub(crate) struct Positions([usize; Column::ALL.len()]);

impl Positions {
    pub(crate) fn of(statement: &Statement<'_>) -> Self {
        let mut positions = [usize::MAX; Column::ALL.len()];
        for (at, name) in statement.column_names().into_iter().enumerate() {
            if let Some(column) = Column::ALL.iter().find(|column| column.name() == name) {
                positions[*column as usize] = at;
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
