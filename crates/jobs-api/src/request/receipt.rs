//! Who asks for a receipt beside the answer, and how: in the query, the body, or the header
//! `Prefer`.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, HeaderName};
use jobs_core::{Appended, UserId};

use crate::describe::{Description, Input};
use crate::ledger::Ledger;
use crate::ledger::proof::{Proof, or_without};
use crate::request::query::{Query, query};
use crate::response::problem::Problem;
use crate::response::reply::PreferenceApplied;
use crate::schema::string;

const PREFER: HeaderName = HeaderName::from_static("prefer");
const RECEIPT: &str = "receipt";

/// Whether the request has the preference `receipt` (RFC 7240).
#[derive(Debug, Clone, Copy)]
pub(crate) struct Prefer(bool);

impl<S: Send + Sync> FromRequestParts<S> for Prefer {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        Ok(Self(prefers_receipt(&parts.headers)))
    }
}

impl Input for Prefer {
    fn describe(description: &mut Description) {
        let what = "`receipt` asks for a receipt as well (RFC 7240).";
        description.takes_header("Prefer", string(), what);
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

query! {
    /// The only parameter of a request that may be answered with a receipt.
    struct ReceiptQuery {
        /// Whether the answer is to have a receipt and its leaf.
        receipt: Option<bool>,
    }
}

/// Whether a caller asks for a receipt: in the query, or else by the header `Prefer`.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ReceiptRequest {
    is_wanted: bool,
    prefer: Prefer,
}

impl<S: Send + Sync> FromRequestParts<S> for ReceiptRequest {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        let query = Query::<ReceiptQuery>::from_request_parts(parts, state).await?;
        Ok(Self::new(query.values.receipt, Prefer(prefers_receipt(&parts.headers))))
    }
}

impl Input for ReceiptRequest {
    fn describe(description: &mut Description) {
        Query::<ReceiptQuery>::describe(description);
        Prefer::describe(description);
    }
}

impl ReceiptRequest {
    /// What the request itself says, or else its `Prefer` header.
    pub(crate) fn new(said: Option<bool>, prefer: Prefer) -> Self {
        Self { is_wanted: said.unwrap_or(prefer.0), prefer }
    }

    pub(crate) fn is_wanted(self) -> bool {
        self.is_wanted
    }

    /// What proves the entry that `appended` is about, if that is wanted and can be made, and the
    /// header that says so.
    pub(crate) async fn prove(
        self,
        ledger: &Ledger,
        user: &UserId,
        appended: &Appended,
    ) -> (PreferenceApplied, Option<Proof>) {
        self.prove_by(Proof::of(ledger, user, appended)).await
    }

    /// The same with a proof that is made by `proving`.
    pub(crate) async fn prove_by(
        self,
        proving: impl Future<Output = Result<Proof, Problem>>,
    ) -> (PreferenceApplied, Option<Proof>) {
        let proof = match self.is_wanted {
            true => or_without(proving.await),
            false => None,
        };
        (self.applied(proof.is_some()), proof)
    }

    /// That the preference was met, if there was one and the answer `has` what it asks for (RFC
    /// 7240 §3).
    pub(crate) fn applied(self, has: bool) -> PreferenceApplied {
        PreferenceApplied(has && self.prefer.0)
    }
}

#[cfg(test)]
mod tests {
    use axum::http::HeaderValue;

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
