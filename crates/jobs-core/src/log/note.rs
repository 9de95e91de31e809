//! Signed notes, as C2SP signed-note has them: a text, an empty line, signature lines.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use super::key::{Origin, SigningKey, VerifierKey};
use super::{from_base64, to_base64};
use crate::ProofError;

/// The most bytes and signatures that a note may have; no ledger's note is larger.
const BYTES_MAX: usize = 1 << 16;
const SIGNATURES_MAX: usize = 100;

/// What a signature line starts with: an em dash.
const DASH: &str = "\u{2014} ";

/// A text and who signed it. Signatures are not checked before [`verify`](Self::verify). Cheap to
/// clone: every receipt of a batch has the same one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// All of it, as it is written.
    whole: Arc<str>,
    /// How long the text is, with which it begins.
    text_bytes: usize,
    signatures: Arc<[Signature]>,
}

/// A line under a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signature {
    name: Origin,
    key_id: [u8; 4],
    bytes: Vec<u8>,
}

impl Signature {
    pub(super) fn new(name: Origin, key_id: [u8; 4], bytes: Vec<u8>) -> Self {
        Self { name, key_id, bytes }
    }

    /// Who signed.
    #[must_use]
    pub fn name(&self) -> &Origin {
        &self.name
    }

    /// With which of their keys.
    #[must_use]
    pub fn key_id(&self) -> [u8; 4] {
        self.key_id
    }

    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn parse(line: &str) -> Option<Self> {
        let (name, bytes) = line.strip_prefix(DASH)?.split_once(' ')?;
        let bytes = from_base64(bytes)?;
        let (key_id, bytes) = bytes.split_first_chunk()?;
        let name = Origin::new(name).ok()?;
        (!bytes.is_empty()).then(|| Self { name, key_id: *key_id, bytes: bytes.to_vec() })
    }
}

/// The line, without its newline.
impl fmt::Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { name, key_id, bytes } = self;
        write!(f, "{DASH}{name} {}", to_base64(&[key_id, bytes.as_slice()].concat()))
    }
}

impl Note {
    /// Signs `text`, which ends in a newline.
    pub(super) fn sign(text: &str, key: &SigningKey) -> Self {
        let signature = key.sign(text);
        let whole = format!("{text}\n{signature}\n").into();
        let text_bytes = text.len();
        Self { whole, text_bytes, signatures: Arc::new([signature]) }
    }

    /// The text, its last newline included.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.whole[..self.text_bytes]
    }

    /// The signatures.
    #[must_use]
    pub fn signatures(&self) -> &[Signature] {
        &self.signatures
    }

    /// Checks that `key` signed the text. Signatures of other keys are neither needed nor checked.
    ///
    /// # Errors
    /// [`ProofError::Unsigned`] when there is no signature of the key, [`ProofError::Signature`]
    /// when one is not genuine.
    pub fn verify(&self, key: &VerifierKey) -> Result<(), ProofError> {
        let id = key.id();
        let by_key =
            |signature: &&Signature| signature.name == *key.name() && signature.key_id == id;
        let mut signed = false;
        for signature in self.signatures.iter().filter(by_key) {
            key.verify(self.text(), signature)?;
            signed = true;
        }
        if signed { Ok(()) } else { Err(ProofError::Unsigned { name: key.name().to_string() }) }
    }
}

impl fmt::Display for Note {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.whole)
    }
}

impl FromStr for Note {
    type Err = ProofError;

    fn from_str(note: &str) -> Result<Self, ProofError> {
        let malformed = |reason| Err(ProofError::malformed("note", reason));
        if note.len() > BYTES_MAX {
            return malformed("longer than 65536 bytes");
        }
        if note.contains(|c: char| c.is_control() && c != '\n') {
            return malformed("has control characters");
        }
        // The text may have empty lines; the signatures have none.
        let Some(text_end) = note.rfind("\n\n") else {
            return malformed("has no empty line before its signatures");
        };
        let text = &note[..=text_end];
        let lines = &note[text_end + 2..];
        let Some(lines) = lines.strip_suffix('\n') else {
            return malformed("does not end in a signature line");
        };
        let signatures: Option<Vec<_>> = lines.split('\n').map(Signature::parse).collect();
        match signatures {
            None => malformed("has a malformed signature line"),
            Some(signatures) if signatures.len() > SIGNATURES_MAX => {
                malformed("has more than 100 signatures")
            }
            Some(signatures) => Ok(Self {
                whole: note.into(),
                text_bytes: text.len(),
                signatures: signatures.into(),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k";
    const NOTE: &str = "This is an example message.\n\n\u{2014} example.com/foo \
        Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n";

    #[test]
    fn the_published_note_is_accepted_and_no_other() {
        let key: VerifierKey = KEY.parse().unwrap();
        let note: Note = NOTE.parse().unwrap();
        assert_eq!(note.text(), "This is an example message.\n");
        assert_eq!(note.to_string(), NOTE);
        note.verify(&key).unwrap();
        let forged: Note = NOTE.replace("message", "massage").parse().unwrap();
        assert!(matches!(forged.verify(&key), Err(ProofError::Signature { .. })));
        let other = SigningKey::from_seed(Origin::new("example.com/foo").unwrap(), &[1; 32]);
        assert!(matches!(note.verify(other.verifier()), Err(ProofError::Unsigned { .. })));
    }

    #[test]
    fn unknown_signatures_are_ignored_and_a_bad_known_one_is_not() {
        let key = SigningKey::from_seed(Origin::new("a.test").unwrap(), &[1; 32]);
        let other = SigningKey::from_seed(Origin::new("b.test").unwrap(), &[2; 32]);
        let mut spelt = Note::sign("text\n\nmore\n", &key).to_string();
        for _ in 0..16 {
            spelt += &format!("{}\n", other.sign("something else\n"));
        }
        let note: Note = spelt.parse().unwrap();
        assert_eq!((note.text(), note.to_string()), ("text\n\nmore\n", spelt.clone()));
        note.verify(key.verifier()).unwrap();
        spelt += &format!("{}\n", key.sign("something else\n"));
        let note: Note = spelt.parse().unwrap();
        assert!(matches!(note.verify(key.verifier()), Err(ProofError::Signature { .. })));
    }

    #[test]
    fn what_is_not_a_note_is_refused() {
        for bad in [
            "",
            "\n",
            "\n\n",
            "text\n",
            "text\n\n",
            "text\n\nmore\n",
            "text\r\n\n\u{2014} a AAAAAAA=\n",
            "text\n\n\u{2014} a AAAAAA==\n",
            "text\n\n\u{2014} a AAAAAAA=",
            "text\n\n- a AAAAAAA=\n",
            "text\n\n\u{2014} a+b AAAAAAA=\n",
            "text\n\n\u{2014}  AAAAAAA=\n",
            "text\n\n\u{2014} a AAAAAAA\n",
        ] {
            assert!(bad.parse::<Note>().is_err(), "{bad:?}");
        }
        assert!("text\n\n\u{2014} a AAAAAAA=\n".parse::<Note>().is_ok());
    }
}
