//! Receipts in the answer that acknowledges an entry: who asks for one, and what they get.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName, HeaderValue};
use axum::response::{IntoResponseParts, ResponseParts};
use jobs_core::log::{Receipt, SignedCheckpoint};
use jobs_core::{Appended, Index, JobStoreExt as _, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use crate::App;
use crate::endpoint::{Answer, Description, Input, Output};
use crate::openapi::schema::string;
use crate::request::query::{Query, query};
use crate::response::problem::{Cause, Problem};

const PREFER: HeaderName = HeaderName::from_static("prefer");
const PREFERENCE_APPLIED: HeaderName = HeaderName::from_static("preference-applied");
const RECEIPT: &str = "receipt";

/// Whether the request has the preference `receipt` (RFC 7240).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefer(bool);

impl FromRequestParts<App> for Prefer {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Self::Rejection> {
        Ok(Self(prefers_receipt(&parts.headers)))
    }
}

impl Input for Prefer {
    fn describe(description: &mut Description) {
        let what = "`receipt` asks for a receipt as well (RFC 7240).";
        description.takes_header("Prefer", string(), what);
    }
}

query! {
    /// The only parameter of a request that may be answered with a receipt.
    pub(crate) struct ReceiptQuery {
        /// Whether the answer is to have a receipt and its leaf.
        receipt: Option<bool>,
    }
}

/// A preference that is not understood is ignored, as RFC 7240 has it; and an empty value is as
/// good as none.
fn prefers_receipt(headers: &HeaderMap) -> bool {
    let values = headers.get_all(PREFER).iter().filter_map(|value| value.to_str().ok());
    let mut preferences = values.flat_map(|value| value.split(','));
    preferences.any(|preference| {
        let preference = preference.split(';').next().unwrap_or_default();
        let (name, value) = preference.split_once('=').unwrap_or((preference, ""));
        name.trim().eq_ignore_ascii_case(RECEIPT) && matches!(value.trim(), "" | "\"\"")
    })
}

/// Whether a caller asks for a receipt.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReceiptRequest {
    is_wanted: bool,
    prefer: Prefer,
}

impl ReceiptRequest {
    /// What the request itself says, or else its `Prefer` header.
    pub(crate) fn new(said: Option<bool>, prefer: Prefer) -> Self {
        Self { is_wanted: said.unwrap_or(prefer.0), prefer }
    }

    /// What its query says, or else its `Prefer` header.
    pub(crate) fn in_query(query: &Query<ReceiptQuery>, prefer: Prefer) -> Self {
        Self::new(query.values.receipt, prefer)
    }

    pub(crate) fn is_wanted(self) -> bool {
        self.is_wanted
    }

    /// That the preference was met, if there was one and the answer `has` what it asks for (RFC
    /// 7240 §3).
    pub(crate) fn applied(self, has: bool) -> PreferenceApplied {
        PreferenceApplied(has && self.prefer.0)
    }
}

/// The header `Preference-Applied`: that the preference for a receipt was met, if it was.
#[derive(Debug)]
pub(crate) struct PreferenceApplied(bool);

impl IntoResponseParts for PreferenceApplied {
    type Error = Infallible;

    fn into_response_parts(self, mut response: ResponseParts) -> Result<ResponseParts, Infallible> {
        if self.0 {
            let applied = HeaderValue::from_static(RECEIPT);
            response.headers_mut().insert(PREFERENCE_APPLIED, applied);
        }
        Ok(response)
    }
}

impl Output for PreferenceApplied {
    fn describe(answer: &mut Answer) {
        answer.add_header("Preference-Applied", "`receipt`, if that was preferred.");
    }
}

/// Members of an answer: the receipt of an entry, and the leaf that it proves.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub(crate) struct Proof {
    /// A C2SP tlog-proof; see docs/format.md.
    #[schema(value_type = String)]
    receipt: Receipt,
    /// The text whose bytes the receipt proves.
    leaf: String,
}

impl Proof {
    fn new(receipt: Receipt, leaf: Vec<u8>) -> Result<Self, Problem> {
        let leaf = String::from_utf8(leaf).map_err(Problem::internal)?;
        Ok(Self { receipt, leaf })
    }

    /// Of the entry that `appended` is about. A repeat's is read from the ledger, in a turn of
    /// `user`; any other is at hand.
    pub(crate) async fn of(app: &App, user: &UserId, appended: &Appended) -> Result<Self, Problem> {
        if appended.repeated() {
            let _until_read = app.read_permit(Some(user)).await;
            return Self::read(app, appended.index()).await;
        }
        let receipt = app.notary().receipt(appended).await?;
        Self::with_leaf(receipt, appended)
    }

    /// Of what was just appended, whose checkpoint is at hand as well.
    pub(crate) fn at_hand(
        appended: &Appended,
        checkpoint: &SignedCheckpoint,
    ) -> Result<Self, Problem> {
        let receipt = appended.inclusion().map(|proof| Receipt::new(proof, checkpoint.clone()));
        Self::with_leaf(receipt.transpose().map_err(Problem::internal)?, appended)
    }

    fn with_leaf(receipt: Option<Receipt>, appended: &Appended) -> Result<Self, Problem> {
        let leaf = appended.leaf();
        let (receipt, leaf) = receipt.zip(leaf).ok_or_else(|| Problem::internal("a repeat"))?;
        Self::new(receipt, leaf.to_vec())
    }

    /// Of the entry at `index`, read from the ledger.
    pub(crate) async fn read(app: &App, index: Index) -> Result<Self, Problem> {
        let receipt = of_entry(app, index).await?;
        let entry = app.store().entry(index).await?;
        let entry = entry.ok_or_else(|| Problem::internal(format!("no entry {index}")))?;
        Self::new(receipt, entry.leaf())
    }
}

/// The checkpoint of what was new in one call, which is of one batch and so of one head. None when
/// nothing was, or when it cannot be had, which the log says.
pub(crate) async fn checkpoint_of(
    app: &App,
    answers: &[jobs_core::Result<Appended>],
) -> Option<SignedCheckpoint> {
    let new = answers.iter().flatten().find(|appended| !appended.repeated())?;
    match app.notary().receipt(new).await {
        Ok(receipt) => receipt.map(|receipt| receipt.checkpoint().clone()),
        Err(error) => {
            tracing::error!(%error, "what was recorded has no receipts");
            None
        }
    }
}

/// The receipt of the entry at `index`, which must exist.
pub(crate) async fn of_entry(app: &App, index: Index) -> Result<Receipt, Problem> {
    let receipt = app.notary().receipt_of(index).await?;
    receipt.ok_or_else(|| Problem::internal(format!("no entry {index}")))
}

/// The proof of what is recorded already. That it cannot be made now must not make the caller
/// believe that nothing was recorded: the answer goes without it, and the log says why.
pub(crate) fn or_without(proof: Result<Proof, Problem>) -> Option<Proof> {
    proof
        .map_err(|mut problem| {
            let cause = problem.take_cause().map(|Cause(cause)| cause);
            tracing::error!(
                problem = problem.detail(),
                cause,
                "an answer goes without its receipt"
            );
        })
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_preference_is_found_among_others_and_nothing_else_is_taken_for_it() {
        let prefers = |values: &[&'static str]| {
            let pairs = values.iter().map(|value| (PREFER, HeaderValue::from_static(value)));
            prefers_receipt(&pairs.collect())
        };
        for yes in [
            &["receipt"][..],
            &["RECEIPT"],
            &["receipt=\"\""],
            &["respond-async, wait=10; x=1 , receipt ; foo=bar"],
            &["return=minimal", "receipt"],
        ] {
            assert!(prefers(yes), "{yes:?}");
        }
        for no in
            [&[][..], &[""], &["receipts"], &["receipt=maybe"], &["a; receipt"], &["x=receipt"]]
        {
            assert!(!prefers(no), "{no:?}");
        }
    }
}
