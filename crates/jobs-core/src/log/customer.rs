//! A file that proves offline whether a customer is in a job, and shows none of the others.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::checkpoint::Checkpoint;
use super::key::VerifierKey;
use super::membership::Membership;
use super::receipt::Receipt;
use crate::leaf::{self, Leaf, Subtree};
use crate::{Cid, Draft, Entry, Error, Index, JobId, ProofError, Result, plural};

/// Whether a customer is one of a job's, with all that it takes to check that: the leaf of the
/// entry that created the job, its receipt, and the proof against `customers` of the leaf. Its
/// bytes are canonical JSON.
///
/// ```text
/// {"cid":"5001","customers":{"count":2,"root":"92e0…"},"index":0,"is_customer":true,"job_id":"0192…",
///  "key":"example.com/jobs+7207a624+AQOh…","leaf":"{\"action_code\":1,…}","proof":{"member":{…}},"receipt":"c2sp.org/…"}
/// ```
// The members in the order of their names, as RFC 8785 wants them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "openapi", schema(description = "A file of its own; see docs/format.md."))]
pub struct CustomerProof {
    cid: Cid,
    #[cfg_attr(feature = "openapi", schema(inline, value_type = crate::openapi::SubtreeMembers))]
    customers: Subtree,
    #[cfg_attr(feature = "openapi", schema(value_type = crate::openapi::IndexSchema))]
    index: Index,
    is_customer: bool,
    job_id: JobId,
    key: String,
    leaf: String,
    #[cfg_attr(feature = "openapi", schema(value_type = serde_json::Value))]
    proof: Membership,
    receipt: String,
}

impl CustomerProof {
    /// The most bytes that it may have: those of its leaf and its receipt, in which JSON escapes
    /// quotes and newlines, and two paths beside them.
    pub const BYTES_MAX: usize = 1 << 19;

    /// Proves whether `cid` is one of the customers of the job that `entry` creates. `receipt` is
    /// that of the entry, and `key` checks its signature.
    ///
    /// Takes time: the roots over all the job's customers are computed.
    ///
    /// # Errors
    /// [`Error::Invalid`] for `entry` when it does not create a job.
    pub fn new(entry: &Entry, receipt: &Receipt, key: &VerifierKey, cid: Cid) -> Result<Self> {
        let customers = match entry.draft() {
            Draft::JobCreated(job) => job.customers(),
            Draft::JobImported(import) => import.job().customers(),
            Draft::StatusChanged(_) | Draft::NoteAdded(_) => {
                return Err(Error::invalid("entry", "does not create a job"));
            }
        };
        let leaf = String::from_utf8(entry.leaf());
        Ok(Self {
            is_customer: customers.contains(&cid),
            proof: Membership::prove(customers, &cid),
            customers: Subtree { count: customers.len() as Index, root: customers.root() },
            index: entry.index(),
            job_id: entry.job_id(),
            key: key.to_string(),
            leaf: leaf.unwrap_or_else(|error| unreachable!("a leaf is JSON: {error}")),
            receipt: receipt.to_string(),
            cid,
        })
    }

    /// The proof that [`to_bytes`](Self::to_bytes) gave. Nothing of it is sure before
    /// [`check`](Self::check).
    ///
    /// # Errors
    /// [`ProofError::Malformed`] for anything else.
    pub fn parse(bytes: &[u8]) -> Result<Self, ProofError> {
        if bytes.len() > Self::BYTES_MAX {
            return Err(malformed("longer than 524288 bytes"));
        }
        let proof: Self = serde_json::from_slice(bytes).map_err(|_| {
            malformed("not JSON, or a member is missing, there twice or of a wrong type")
        })?;
        // What is not spelt exactly so could hold more than is checked.
        let canonical = proof.to_bytes() == bytes;
        if canonical { Ok(proof) } else { Err(malformed("not the canonical JSON of its members")) }
    }

    /// The bytes of the file.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        leaf::to_json(self)
    }

    /// Checks everything, and says what is proved. An `expected` key must be the one that signed;
    /// without one, the key that the proof names is used.
    ///
    /// # Errors
    /// [`ProofError`] of what does not fit.
    pub fn check(&self, expected: Option<&VerifierKey>) -> Result<CheckedCustomer, ProofError> {
        let key: VerifierKey = self.key.parse()?;
        let receipt: Receipt = self.receipt.parse()?;
        if receipt.to_string() != self.receipt {
            return Err(malformed("its receipt has an extra line"));
        }
        let checkpoint = receipt.verify(self.leaf.as_bytes(), &key)?.clone();
        let leaf = Leaf::parse(self.leaf.as_bytes())?;
        let customers = leaf.customers().ok_or(malformed("its leaf does not create a job"))?;
        let is_customer = self.proof.verify(&self.cid, customers.count, &customers.root)?;
        let proved = (leaf.job_id, receipt.index(), customers, is_customer);
        if proved != (self.job_id, self.index, self.customers, self.is_customer) {
            return Err(malformed("it says something else than it proves"));
        }
        // Last: that the key is another one matters only if all else is sound.
        if let Some(expected) = expected {
            key.expect(expected)?;
        }
        Ok(CheckedCustomer {
            job_id: leaf.job_id,
            cid: self.cid.clone(),
            is_customer,
            customers: customers.count,
            checkpoint,
            key,
            key_was_expected: expected.is_some(),
        })
    }
}

fn malformed(reason: &'static str) -> ProofError {
    ProofError::malformed("customer proof", reason)
}

/// What a [`CustomerProof`] proves. Shown in a few lines, the same as those of
/// `docs/verify/check.py`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct CheckedCustomer {
    /// The job.
    pub job_id: JobId,
    /// The customer.
    pub cid: Cid,
    /// Whether the customer is one of the job's.
    pub is_customer: bool,
    /// How many customers the job has.
    pub customers: u64,
    /// Which ledger, and how large it was.
    pub checkpoint: Checkpoint,
    /// The key that signed the checkpoint.
    pub key: VerifierKey,
    /// Whether that is the key that was expected. If none was, the key came with the proof, which
    /// then proves only what that key's owner says.
    pub key_was_expected: bool,
}

impl fmt::Display for CheckedCustomer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { job_id, cid, customers, checkpoint, key, .. } = self;
        let cid = serde_json::to_string(cid).map_err(|_| fmt::Error)?;
        let one = if self.is_customer { "one" } else { "none" };
        let customers = plural(customers, "customer", "customers");
        writeln!(f, "job {job_id}: {customers}, {cid} is {one} of them")?;
        let entries = plural(checkpoint.size, "entry", "entries");
        writeln!(f, "ledger {}: checkpoint of {entries}", checkpoint.origin)?;
        let whose =
            if self.key_was_expected { "as expected" } else { "the evidence's own, unchecked" };
        write!(f, "key {key}: {whose}")
    }
}
