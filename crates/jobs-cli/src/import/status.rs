//! The old statuses, in any spelling, and their meaning here.

use jobs_core::Status;

/// What a raw status becomes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    pub(super) status: Status,
    /// Why the outcome of the job is not known, to be recorded if the old dashboard left no
    /// message.
    pub(super) reason: Option<String>,
}

/// `success` and `failed` in any case are final. Everything else is [`Status::Unconfirmed`]: the
/// answer to a job that the old dashboard left in progress will never come, and an unknown status
/// says nothing. An operator who finds out can still append how the job ended.
pub(super) fn meaning(raw: Option<&str>) -> Meaning {
    let certain = |status| Meaning { status, reason: None };
    let unknown = |reason: String| Meaning { status: Status::Unconfirmed, reason: Some(reason) };
    let Some(raw) = raw else {
        return unknown("the old dashboard recorded no status".into());
    };
    match raw.trim().to_ascii_lowercase().as_str() {
        "success" => certain(Status::Success),
        "failed" => certain(Status::Failed),
        "in_progress" => unknown(
            "the old dashboard left this job in progress; whether the upstream acted is not known"
                .into(),
        ),
        _ => unknown(format!("the old dashboard's status {raw:?} has no known meaning")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_do_not_matter_and_nothing_is_guessed() {
        let status = |raw| meaning(raw).status;
        for raw in ["success", "SUCCESS", "Success", " success "] {
            assert_eq!(status(Some(raw)), Status::Success);
        }
        for raw in ["failed", "FAILED"] {
            assert_eq!(status(Some(raw)), Status::Failed);
        }
        for raw in
            [None, Some("IN_PROGRESS"), Some("BANANA"), Some(""), Some("successful"), Some("error")]
        {
            let meaning = meaning(raw);
            assert_eq!(meaning.status, Status::Unconfirmed, "{raw:?}");
            assert!(meaning.reason.is_some());
        }
    }
}
