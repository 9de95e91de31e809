//! `/v1/export.ndjson`: all jobs, oldest first.

use serde_json::{Map, Value};

use super::lists::Seen;
use super::pages::OrderCheck;
use super::{Route, Routes};
use crate::{CliError, api};

impl Routes<'_> {
    pub(super) async fn check_export(&self) -> Result<(), CliError> {
        let route = Route::new("export", &["export.ndjson"]);
        let mut lines = match self.remote.lines(&["export.ndjson"]).await? {
            Ok(lines) => lines,
            Err(reason) => {
                self.complain(&route, None, reason);
                return Ok(());
            }
        };
        if lines.ledger_size().is_none_or(|size| size < self.size()) {
            self.complain(&route, None, "Ledger-Size: is not as large as the checkpoint");
        }
        let mut place = OrderCheck::new(true);
        let mut seen = Seen::new(self.size());
        loop {
            let line = match lines.next().await {
                Ok(Some(line)) => line,
                Ok(None) => break,
                // So it is when the ledger fails in the middle.
                Err(error) => {
                    self.complain(&route, None, format!("was cut off: {error}"));
                    return Ok(());
                }
            };
            let line: Map<String, Value> = match api::read(&line) {
                Ok(line) => line,
                Err(reason) => {
                    self.complain(&route, None, format!("a line cannot be read: {reason}"));
                    return Ok(());
                }
            };
            let job = self.job_of_line(&route, &line, &mut place);
            let Some((job_id, known)) = job else { continue };
            seen.add(known.first);
            self.check_served(&route, job_id, known, &line, true).await?;
        }
        if seen.count < self.jobs.len() as u64 {
            for (job_id, _) in self.jobs.iter().filter(|(_, known)| !seen.has(known.first)) {
                self.complain(&route, Some(job_id), "leaves out a job");
                if self.is_done_with(&route) {
                    break;
                }
            }
        }
        Ok(())
    }
}
