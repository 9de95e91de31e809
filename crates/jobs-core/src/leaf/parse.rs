//! From the bytes of a leaf to what they say, and back.
//!
//! The JSON is first read loosely and put into types. Then the types are written again, and that
//! must give the very same bytes. This refuses unknown members, another order, and any other
//! spelling of a string, a number, a time or a hash.

use std::borrow::Cow;

use super::members::Members;
use super::{
    BYTES_MAX, Changed, Created, Details, Fact, INLINE_BYTES_MAX, Imported, Leaf, Noted, Subtree,
    Text, VERSION,
};
use crate::draft::{JobFacts, Source};
use crate::merkle::Hash;
use crate::{Cause, CustomerSet, Error, INTEGER_MAX, Index, ProofError};

const CREATED: &str = "job_created";
const IMPORTED: &str = "job_imported";
const CHANGED: &str = "status_changed";
const NOTED: &str = "note_added";

type Result<T> = std::result::Result<T, ProofError>;

impl Leaf {
    /// What the bytes of a leaf say.
    ///
    /// # Errors
    /// [`ProofError::Malformed`] for anything that no entry has as its [leaf](crate::Entry::leaf).
    pub fn parse(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > BYTES_MAX {
            return Err(malformed("longer than 65535 bytes"));
        }
        let mut members: Members<'static> = serde_json::from_slice(bytes).map_err(|_| {
            malformed("not JSON, or a member is missing, there twice or of a wrong type")
        })?;
        let leaf = Self::from_members(&mut members)?;
        if leaf.to_bytes() != bytes {
            return Err(malformed("not the canonical JSON of exactly the members of its kind"));
        }
        Ok(leaf)
    }

    /// The bytes that say this.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut members = Members::new(self.kind(), self.job_id);
        match &self.fact {
            Fact::JobCreated(job) => {
                members.created(job);
                members.created_at = Some(self.recorded_at);
            }
            Fact::JobImported(import) => {
                members.imported(import);
                members.recorded_at = Some(self.recorded_at);
            }
            Fact::StatusChanged(change) => {
                members.changed(change);
                members.recorded_at = Some(self.recorded_at);
            }
            Fact::NoteAdded(note) => {
                members.noted(note);
                members.recorded_at = Some(self.recorded_at);
            }
        }
        members.to_bytes()
    }

    /// The kind of entry: `job_created`, `job_imported`, `status_changed` or `note_added`.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match &self.fact {
            Fact::JobCreated(_) => CREATED,
            Fact::JobImported(_) => IMPORTED,
            Fact::StatusChanged(_) => CHANGED,
            Fact::NoteAdded(_) => NOTED,
        }
    }

    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        if members.v != VERSION {
            return Err(malformed("of another version than 1"));
        }
        let (recorded_at, fact) = match &*members.kind {
            CREATED => {
                let job = Created::from_members(members)?;
                if job.customers.count == 0 {
                    return Err(malformed("a new job without customers"));
                }
                (members.created_at, Fact::JobCreated(job))
            }
            IMPORTED => (members.recorded_at, Fact::JobImported(Imported::from_members(members)?)),
            CHANGED => (members.recorded_at, Fact::StatusChanged(Changed::from_members(members)?)),
            NOTED => (members.recorded_at, Fact::NoteAdded(Noted::from_members(members)?)),
            _ => return Err(malformed("of an unknown kind")),
        };
        let job_id = required(members.job_id, "has no job_id")?;
        Ok(Self { job_id, recorded_at: required(recorded_at, "has no time")?, fact })
    }
}

impl Created {
    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        let user_id = required(members.user_id.take(), "has no user_id")?;
        let action_name = required(members.action_name.take(), "has no action_name")?;
        let facts = JobFacts {
            user_id: valid(user_id)?,
            submitted_by: members.submitted_by.take().map(valid).transpose()?,
            batch_id: members.batch_id.take().map(valid).transpose()?,
            action_code: required(members.action_code, "has no action_code")?,
            action_name: valid(action_name)?,
            cluster_url: members.cluster_url.take().map(valid).transpose()?,
        };
        if facts.submitted_by.as_ref() == Some(&facts.user_id) {
            return Err(malformed("is submitted by its own user"));
        }
        let customers = required(members.customers, "has no customers")?;
        Ok(Self {
            facts,
            source: required(members.source, "has no source")?,
            retry_of: members.retry_of,
            customers: possible(customers)?,
            request_payload: members.request_payload_sha256,
            request_key: members.request_key,
        })
    }
}

impl Imported {
    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        let job = Created::from_members(members)?;
        if job.source != Source::Import || job.retry_of.is_some() || job.request_key.is_some() {
            return Err(malformed("an imported job from another source, a retry, or with a key"));
        }
        let details = Details::from_members(members)?;
        if details.cause != Cause::Imported {
            return Err(malformed("an imported job whose status rests on another cause"));
        }
        Ok(Self {
            job,
            created_at: required(members.created_at, "has no created_at")?,
            updated_at: members.updated_at,
            details,
            original: members.original_sha256,
        })
    }
}

impl Changed {
    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        let outcomes = members.outcomes.map(possible).transpose()?;
        if outcomes.is_some_and(|outcomes| outcomes.count == 0) {
            return Err(malformed("has outcomes of nobody"));
        }
        let actor = required(members.actor.take(), "has no actor")?;
        let details = Details::from_members(members)?;
        if details.cause == Cause::Imported {
            return Err(malformed("a change of status whose cause is an import"));
        }
        Ok(Self {
            previous: previous(members)?,
            actor: valid(actor)?,
            details,
            outcomes,
            request_key: members.request_key,
        })
    }
}

impl Noted {
    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        let actor = required(members.actor.take(), "has no actor")?;
        let text = text(members.text.take(), members.text_sha256)?;
        Ok(Self {
            previous: previous(members)?,
            actor: valid(actor)?,
            text: required(text, "has no text")?,
            request_key: members.request_key,
        })
    }
}

impl Details {
    fn from_members(members: &mut Members<'_>) -> Result<Self> {
        let status = required(members.status, "has no status")?;
        let cause = required(members.cause, "has no cause")?;
        if !cause.fits(status) {
            return Err(malformed("has a cause that does not fit its status"));
        }
        Ok(Self {
            status,
            cause,
            http_status: members.http_status,
            error_message: text(members.error_message.take(), members.error_message_sha256)?,
            response_summary: text(
                members.response_summary.take(),
                members.response_summary_sha256,
            )?,
        })
    }
}

impl<'a> Members<'a> {
    fn created(&mut self, job: &'a Created) {
        self.facts(&job.facts);
        self.source = Some(job.source);
        self.retry_of = job.retry_of;
        self.customers = Some(job.customers);
        self.request_payload_sha256 = job.request_payload;
        self.request_key = job.request_key;
    }

    fn imported(&mut self, import: &'a Imported) {
        self.created(&import.job);
        self.created_at = Some(import.created_at);
        self.updated_at = import.updated_at;
        self.known_details(&import.details);
        self.original_sha256 = import.original;
    }

    fn changed(&mut self, change: &'a Changed) {
        self.previous = Some(change.previous);
        self.actor = Some(change.actor.as_str().into());
        self.known_details(&change.details);
        self.outcomes = change.outcomes;
        self.request_key = change.request_key;
    }

    fn noted(&mut self, note: &'a Noted) {
        self.previous = Some(note.previous);
        self.actor = Some(note.actor.as_str().into());
        (self.text, self.text_sha256) = in_leaf(&note.text);
        self.request_key = note.request_key;
    }

    fn known_details(&mut self, details: &'a Details) {
        self.status = Some(details.status);
        self.cause = Some(details.cause);
        self.http_status = details.http_status;
        (self.error_message, self.error_message_sha256) =
            details.error_message.as_ref().map(in_leaf).unwrap_or_default();
        (self.response_summary, self.response_summary_sha256) =
            details.response_summary.as_ref().map(in_leaf).unwrap_or_default();
    }
}

fn malformed(reason: &'static str) -> ProofError {
    ProofError::malformed("leaf", reason)
}

fn required<T>(member: Option<T>, missing: &'static str) -> Result<T> {
    member.ok_or(malformed(missing))
}

fn previous(members: &Members<'_>) -> Result<Index> {
    let previous = members.previous.filter(|previous| *previous <= INTEGER_MAX);
    required(previous, "has no previous")
}

/// A name, if it keeps the rules of its type.
fn valid<T: TryFrom<String, Error = Error>>(name: Cow<'_, str>) -> Result<T> {
    T::try_from(name.into_owned())
        .map_err(|_| malformed("a name is empty, too long or has controls"))
}

/// A text in the leaf, or the hash of one. Both at once are refused when the leaf is written again.
fn text<T: TryFrom<String, Error = Error>>(
    inline: Option<Cow<'_, str>>,
    hash: Option<Hash>,
) -> Result<Option<Text<T>>> {
    match inline {
        None => Ok(hash.map(Text::Sha256)),
        Some(text) if text.len() > INLINE_BYTES_MAX => {
            Err(malformed("has a text of over 256 bytes"))
        }
        Some(text) => match T::try_from(text.into_owned()) {
            Ok(text) => Ok(Some(Text::Inline(text))),
            Err(_) => Err(malformed("a text has the NUL character, or a note is empty")),
        },
    }
}

fn in_leaf<T: AsRef<str>>(text: &Text<T>) -> (Option<Cow<'_, str>>, Option<Hash>) {
    match text {
        Text::Inline(text) => (Some(text.as_ref().into()), None),
        Text::Sha256(hash) => (None, Some(*hash)),
    }
}

/// A subtree that customers or outcomes can have.
fn possible(subtree: Subtree) -> Result<Subtree> {
    if subtree.count > CustomerSet::COUNT_MAX as u64 {
        return Err(malformed("counts over 100000 customers"));
    }
    if subtree.count == 0 && subtree.root != Hash::of(b"") {
        return Err(malformed("the root over no customers is not SHA-256(\"\")"));
    }
    Ok(subtree)
}
