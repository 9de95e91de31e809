//! Proofs of entries beside the answers that acknowledge them.

use jobs_core::log::{Receipt, SignedCheckpoint};
use jobs_core::{Appended, Index, JobStoreExt as _, UserId};
use serde::Serialize;
use utoipa::ToSchema;

use super::Ledger;
use crate::response::problem::{Cause, Problem};

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

    /// Of the entry that `appended` is about. A repeat's is read from the ledger, with a permit for
    /// `user`; any other is at hand.
    pub(crate) async fn of(
        ledger: &Ledger,
        user: &UserId,
        appended: &Appended,
    ) -> Result<Self, Problem> {
        if appended.repeated() {
            let _until_read = ledger.read_permit(Some(user)).await;
            return Self::read(ledger, appended.index()).await;
        }
        let receipt = ledger.notary().receipt(appended).await?;
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
    pub(crate) async fn read(ledger: &Ledger, index: Index) -> Result<Self, Problem> {
        let receipt = of_entry(ledger, index).await?;
        let entry = ledger.store().entry(index).await?;
        let entry = entry.ok_or_else(|| Problem::internal(format!("no entry {index}")))?;
        Self::new(receipt, entry.leaf())
    }
}

/// The checkpoint of what was new in one call, which is of one batch and so of one head. None when
/// nothing was, or when it cannot be had, which the log says.
pub(crate) async fn checkpoint_of(
    ledger: &Ledger,
    answers: &[jobs_core::Result<Appended>],
) -> Option<SignedCheckpoint> {
    let new = answers.iter().flatten().find(|appended| !appended.repeated())?;
    match ledger.notary().receipt(new).await {
        Ok(receipt) => receipt.map(|receipt| receipt.checkpoint().clone()),
        Err(error) => {
            tracing::error!(%error, "what was recorded has no receipts");
            None
        }
    }
}

/// The receipt of the entry at `index`, which must exist.
pub(crate) async fn of_entry(ledger: &Ledger, index: Index) -> Result<Receipt, Problem> {
    let receipt = ledger.notary().receipt_of(index).await?;
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
