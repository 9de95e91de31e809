//! The optional columns of an old row: values that do not fit the ledger's rules are kept in the
//! original record, and the job is imported all the same.

use std::str::FromStr;

use jobs_core::{
    ActionCode, BatchId, ClusterUrl, ErrorMessage, HttpStatus, RequestPayload, ResponseSummary,
    without_unseen,
};
use jobs_gateway::Redactor;

use super::cell::Cell;
use super::notes::Notes;
use super::original::OriginalRecord;
use super::payload;
use super::table::OldRow;

/// A row while it becomes a job.
pub(super) struct Fields<'r, 'c> {
    pub(super) row: &'r OldRow<'c>,
    pub(super) original: OriginalRecord,
    pub(super) notes: Notes,
}

impl<'r, 'c> Fields<'r, 'c> {
    pub(super) fn new(row: &'r OldRow<'c>) -> Self {
        Self { row, original: OriginalRecord::default(), notes: Notes::default() }
    }

    /// A value that `column` cannot hold here.
    pub(super) fn misfit(&mut self, column: &'static str) {
        self.original.keep(column, self.row.get(column));
        self.notes.misfits.push(column);
    }

    /// Keeps the value of `column`, which is recorded in another spelling.
    pub(super) fn respelt(&mut self, column: &'static str) {
        self.original.keep(column, self.row.get(column));
        self.notes.respelt.push(column);
    }

    pub(super) fn batch_id(&mut self) -> Option<BatchId> {
        self.name(BatchId::FIELD, |text| Redactor::default().text(text).into_owned())
    }

    pub(super) fn cluster_url(&mut self) -> Option<ClusterUrl> {
        self.name(ClusterUrl::FIELD, |url| Redactor::default().url(url))
    }

    /// A name, without its credentials. An empty name is only kept in the original record.
    fn name<T: FromStr>(
        &mut self,
        column: &'static str,
        redacted: impl Fn(&str) -> String,
    ) -> Option<T> {
        let cell = self.row.get(column);
        let Ok(text) = cell.text() else {
            self.misfit(column);
            return None;
        };
        let text = text?;
        // An invisible character may have hidden the name of a credential.
        let recordable = redacted(&without_unseen(&text));
        let raw = redacted(&text);
        let raw = if without_unseen(&raw) == recordable { raw } else { recordable.clone() };
        self.notes.redacted |= raw != text;
        let value = recordable.parse().ok();
        if value.is_none() {
            if !raw.is_empty() {
                self.notes.misfits.push(column);
            }
            self.original.keep_json(column, raw.into());
        } else if raw != recordable {
            self.notes.respelt.push(column);
            self.original.keep_json(column, raw.into());
        }
        value
    }

    pub(super) fn action_code(&mut self, action_name: &str) -> ActionCode {
        let code = self.integer("action_code").and_then(|code| ActionCode::new(code).ok());
        code.unwrap_or_else(|| {
            self.misfit("action_code");
            ActionCode::of_legacy_name(action_name).unwrap_or(ActionCode::UNKNOWN)
        })
    }

    pub(super) fn http_status(&mut self) -> Option<HttpStatus> {
        if self.row.get("http_status").is_null() {
            return None;
        }
        let code = self.integer("http_status").and_then(|code| u16::try_from(code).ok());
        let status = code.and_then(|code| HttpStatus::new(code).ok());
        if status.is_none() {
            self.misfit("http_status");
        }
        status
    }

    /// An integer, of any type.
    fn integer(&mut self, column: &'static str) -> Option<i64> {
        let cell = self.row.get(column);
        let number = cell.integer()?;
        if *cell != Cell::Integer(number) && *cell != Cell::Text(number.to_string()) {
            self.respelt(column);
        }
        Some(number)
    }

    pub(super) fn response_summary(&mut self) -> Option<ResponseSummary> {
        let text = self.long_text("response_summary")?;
        let summary = ResponseSummary::shortened(&text);
        self.note_if_shortened("response_summary", text, summary.as_str());
        Some(summary)
    }

    pub(super) fn error_message(&mut self) -> Option<ErrorMessage> {
        let text = self.long_text("error_message")?;
        let message = ErrorMessage::shortened(&text);
        self.note_if_shortened("error_message", text, message.as_str());
        Some(message)
    }

    /// A text without its credentials.
    fn long_text(&mut self, column: &'static str) -> Option<String> {
        match self.row.get(column).text() {
            Ok(text) => {
                let recordable = payload::recordable(&text?);
                self.notes.redacted |= recordable.redacted;
                Some(recordable.text)
            }
            Err(_) => {
                self.misfit(column);
                None
            }
        }
    }

    fn note_if_shortened(&mut self, column: &'static str, text: String, recorded: &str) {
        if text != recorded {
            self.notes.shortened.push(column);
            self.original.keep_json(column, text.into());
        }
    }

    /// The payload without its credentials, and the customers that it names.
    pub(super) fn request_payload(&mut self) -> (Option<RequestPayload>, Option<Vec<String>>) {
        const COLUMN: &str = RequestPayload::FIELD;
        let cell = self.row.get(COLUMN);
        let text = match cell.text() {
            Ok(Some(text)) => text,
            Ok(None) => return (None, None),
            Err(_) => {
                self.misfit(COLUMN);
                return (None, None);
            }
        };
        let recordable = payload::recordable(&text);
        self.notes.redacted |= recordable.redacted;
        self.notes.may_hide_a_secret = recordable.may_hide_a_secret();
        let cids = payload::cids(&text);
        match RequestPayload::new(recordable.text.as_str()) {
            Ok(payload) => (Some(payload), cids),
            Err(_) => {
                self.notes.misfits.push(COLUMN);
                self.original.keep_json(COLUMN, recordable.text.into());
                (None, cids)
            }
        }
    }
}
