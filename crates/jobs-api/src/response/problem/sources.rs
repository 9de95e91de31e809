//! The problem that each error of the ledger and of the gateway is to a caller.

use jobs_core::Error;
use jobs_gateway::Refusal;

use super::Problem;
use super::kind::Kind;

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let detail = error.to_string();
        let with_field = |kind, field| with_field(kind, field, &detail);
        match error {
            Error::Invalid { field, reason } => Self::invalid(field, &reason),
            Error::UnknownJob { .. } => with_field(Kind::UnknownJob, "job_id"),
            Error::DuplicateJob { .. } => with_field(Kind::DuplicateJob, "job_id"),
            Error::IllegalTransition { .. } => with_field(Kind::IllegalTransition, "status"),
            Error::Conflict { .. } => with_field(Kind::Conflict, "status"),
            Error::TooManyNotes { .. } => with_field(Kind::TooManyNotes, "text"),
            Error::KeyReused { .. } => with_field(Kind::KeyReused, "idempotency_key"),
            Error::UnknownCustomer { .. } => with_field(Kind::Invalid, "outcomes"),
            Error::Closed => {
                Self::new(Kind::Unavailable, "the server is shutting down; nothing was recorded")
            }
            Error::Storage { maybe_recorded: true, .. } => Self::new(
                Kind::MaybeRecorded,
                "the ledger failed while recording; look the job up to know whether it is recorded",
            )
            .with_cause(detail),
            Error::Storage { .. } => {
                Self::new(Kind::Unavailable, "the ledger failed; nothing was recorded")
                    .with_cause(detail)
            }
            _ => Self::internal(detail),
        }
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let job_id = refusal.job_id();
        let detail = refusal.to_string();
        let with_field = |kind, field| with_field(kind, field, &detail);
        let problem = match refusal {
            Refusal::Invalid { field, .. } => with_field(Kind::Invalid, field),
            Refusal::NotAllowed { .. }
            | Refusal::ReadNotAllowed { .. }
            | Refusal::AddressNotAllowed { .. } => with_field(Kind::UpstreamNotAllowed, "url"),
            Refusal::UnknownAction { .. } => with_field(Kind::UnknownAction, "action"),
            Refusal::Busy | Refusal::ShuttingDown => Self::new(Kind::Busy, detail),
            Refusal::UnderWay { .. } => with_field(Kind::UnderWay, "idempotency_key"),
            Refusal::KeyReused { .. } => with_field(Kind::KeyReused, "idempotency_key"),
            Refusal::NotRecorded { source, .. } | Refusal::NotReplayed { source, .. } => {
                source.into()
            }
            _ => Self::internal(detail),
        };
        problem.with_job_id(job_id)
    }
}

fn with_field(kind: Kind, field: &'static str, detail: &str) -> Problem {
    let mut problem = Problem::new(kind, detail.to_owned());
    problem.0.field = Some(field.into());
    problem
}
