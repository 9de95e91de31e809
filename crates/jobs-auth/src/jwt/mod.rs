//! Checks JWTs, in which a trusted issuer says who a caller is, and in which role.
//!
//! Only asymmetric signatures are taken: a program that can check a symmetric one can make it.

mod claims;
mod ring;

use std::collections::BTreeSet;
use std::fmt;
use std::time::Duration;

use jobs_core::UserId;
use jsonwebtoken::errors::ErrorKind;
use jsonwebtoken::jwk::{Jwk, PublicKeyUse};
use jsonwebtoken::{Algorithm, AlgorithmFamily, DecodingKey, Header, Validation};
use serde::Deserialize;
use serde_json::value::RawValue;

use self::claims::Claims;
use crate::identity::Identity;
use crate::name_form;
use crate::role::Role;

/// How far the issuer's clock may be from ours, in seconds.
pub const LEEWAY_SECONDS: u64 = 60;

const LACKS_A_CLAIM: &str = "lacks one of exp, iss and aud";

/// How many keys the log names.
const NAMES_MAX: usize = 8;

/// The algorithms that are taken.
const ALGORITHMS: [Algorithm; 9] = [
    Algorithm::RS256,
    Algorithm::RS384,
    Algorithm::RS512,
    Algorithm::PS256,
    Algorithm::PS384,
    Algorithm::PS512,
    Algorithm::ES256,
    Algorithm::ES384,
    Algorithm::EdDSA,
];

/// Why a JWT is not taken. No message repeats any of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum JwtError {
    /// It is signed with a key that is not known; it may be a new one.
    #[error("the JWT is signed with a key that is not known")]
    UnknownKey,
    /// It is wrong.
    #[error("the JWT {0}")]
    Refused(&'static str),
}

/// The issuer's public keys, a JSON Web Key Set (RFC 7517).
#[derive(Clone, Default)]
pub struct Jwks(Vec<Key>);

#[derive(Clone)]
struct Key {
    id: Option<String>,
    /// The only algorithm that it is for, if it says so.
    algorithm: Option<Algorithm>,
    key: DecodingKey,
    /// As the issuer wrote it.
    text: String,
}

/// Compares the keys, in any order.
impl PartialEq for Jwks {
    fn eq(&self, other: &Self) -> bool {
        self.texts() == other.texts()
    }
}

impl fmt::Debug for Jwks {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Jwks({} keys)", self.0.len())
    }
}

impl Jwks {
    /// Reads a key set. Keys of other kinds, and those for encryption, are left out.
    ///
    /// # Errors
    /// What is wrong with it; also when no key is left.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        #[derive(Deserialize)]
        struct Set<'a> {
            #[serde(borrow)]
            keys: Vec<&'a RawValue>,
        }
        let set: Set<'_> = serde_json::from_slice(bytes)
            .map_err(|error| format!("is not a JSON Web Key Set: {error}"))?;
        let keys: Vec<Key> = set.keys.into_iter().filter_map(Key::read).collect();
        if keys.is_empty() {
            return Err("holds no key that signatures can be checked with".to_owned());
        }
        Ok(Self(keys))
    }

    /// The names of the keys that are not in `other`, for the log.
    #[must_use]
    pub fn without(&self, other: &Self) -> String {
        let others = other.texts();
        let names = self.0.iter().filter(|key| !others.contains(&*key.text));
        let mut names: Vec<_> = names.map(|key| key.id.as_deref().unwrap_or("?")).collect();
        // An issuer may have hundreds.
        let more = names.len().saturating_sub(NAMES_MAX);
        names.truncate(NAMES_MAX);
        let names = names.join(" ");
        if more > 0 { format!("{names} and {more} more") } else { names }
    }

    fn texts(&self) -> BTreeSet<&str> {
        self.0.iter().map(|key| &*key.text).collect()
    }

    /// The key that `header` names, or the only one that fits.
    fn find(&self, header: &Header) -> Result<&DecodingKey, JwtError> {
        let mut fitting = self.0.iter().filter(|key| {
            (header.kid.is_none() || header.kid == key.id)
                && key.key.family() == header.alg.family()
                && key.algorithm.is_none_or(|algorithm| algorithm == header.alg)
        });
        match (fitting.next(), fitting.next()) {
            (Some(key), None) => Ok(&key.key),
            (None, _) => Err(JwtError::UnknownKey),
            (Some(_), Some(_)) => {
                Err(JwtError::Refused("does not say which key it is signed with"))
            }
        }
    }
}

impl Key {
    fn read(key: &RawValue) -> Option<Self> {
        let jwk: Jwk = serde_json::from_str(key.get()).ok()?;
        let common = &jwk.common;
        if common.public_key_use.as_ref().is_some_and(|used| *used != PublicKeyUse::Signature) {
            return None;
        }
        let algorithm = match common.key_algorithm {
            Some(algorithm) => Some(Algorithm::try_from(algorithm).ok()?),
            None => None,
        };
        let decoding = DecodingKey::from_jwk(&jwk).ok()?;
        let id = common.key_id.clone();
        (decoding.family() != AlgorithmFamily::Hmac).then(|| Self {
            id,
            algorithm,
            key: decoding,
            text: key.get().to_owned(),
        })
    }
}

/// What a JWT must say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JwtRules {
    /// Who must have issued it (`iss`).
    pub issuer: String,
    /// Whom it must be for (`aud`).
    pub audience: String,
    /// The claim that names the user, such as `sub`.
    pub user_claim: String,
    /// The claim that names the role: a role's name, or a list that holds exactly one.
    pub role_claim: String,
}

impl JwtRules {
    /// Whose `token` is, and until when, if one of `keys` has signed it and it says what it must at
    /// the time `now`; times are since 1970.
    ///
    /// # Errors
    /// [`JwtError`].
    pub fn check(
        &self,
        token: &str,
        keys: &Jwks,
        now: Duration,
    ) -> Result<(Identity, Duration), JwtError> {
        ring::install();
        let header = jsonwebtoken::decode_header(token).map_err(|error| refused(error.kind()))?;
        if !ALGORITHMS.contains(&header.alg) {
            return Err(refused(&ErrorKind::InvalidAlgorithm));
        }
        if header.crit.is_some() {
            // RFC 7515 §4.1.11: a reader that does not understand a critical extension must
            // refuse.
            return Err(JwtError::Refused("has critical extensions"));
        }
        let key = keys.find(&header)?;
        let decoded = jsonwebtoken::decode::<Claims>(token, key, &self.validation(header.alg));
        let claims = decoded.map_err(|error| refused(error.kind()))?.claims;
        let ends = check_times(&claims, now)?;
        Ok((self.identity(&claims)?, ends))
    }

    fn validation(&self, algorithm: Algorithm) -> Validation {
        let mut validation = Validation::new(algorithm);
        validation.set_required_spec_claims(&["iss", "aud"]);
        validation.set_issuer(&[&self.issuer]);
        validation.set_audience(&[&self.audience]);
        // The library reads only integers where `serde_json` has `arbitrary_precision`; see
        // `check_times`.
        validation.validate_exp = false;
        validation
    }

    fn identity(&self, claims: &Claims) -> Result<Identity, JwtError> {
        let user = claims.text(&self.user_claim).and_then(|user| UserId::new(user).ok());
        let user = user.ok_or(JwtError::Refused("names no user in the claim for it"))?;
        if name_form::is_program(&user) {
            return Err(JwtError::Refused("names a program of the ledger, and no user"));
        }
        let roles = claims.texts(&self.role_claim);
        let roles: Vec<Role> = roles.iter().filter_map(|role| role.parse().ok()).collect();
        let [role] = roles[..] else {
            return Err(JwtError::Refused("does not name exactly one role in the claim for it"));
        };
        Ok(Identity { user, role })
    }
}

/// Checks that `now` lies between `nbf`, if there is one, and `exp`, give or take
/// [`LEEWAY_SECONDS`]; returns the last moment at which it still does.
fn check_times(claims: &Claims, now: Duration) -> Result<Duration, JwtError> {
    let time = |name| {
        claims.time(name).map_err(|()| JwtError::Refused("has an exp or nbf that is not a number"))
    };
    let expires = time("exp")?.ok_or(JwtError::Refused(LACKS_A_CLAIM))?;
    let leeway = Duration::from_secs(LEEWAY_SECONDS);
    if expires < now.saturating_sub(leeway).as_secs_f64() {
        return Err(JwtError::Refused("has expired"));
    }
    if time("nbf")?.is_some_and(|begins| begins > now.saturating_add(leeway).as_secs_f64()) {
        return Err(JwtError::Refused("is not valid yet"));
    }
    let ends = Duration::try_from_secs_f64(expires.max(0.0)).unwrap_or(Duration::MAX);
    Ok(ends.saturating_add(leeway))
}

/// What is wrong, in our own words: the library's may repeat what was sent.
fn refused(kind: &ErrorKind) -> JwtError {
    JwtError::Refused(match kind {
        ErrorKind::InvalidIssuer => "is of another issuer",
        ErrorKind::InvalidAudience => "is for another audience",
        ErrorKind::MissingRequiredClaim(_) => LACKS_A_CLAIM,
        ErrorKind::InvalidAlgorithm | ErrorKind::InvalidAlgorithmName => {
            "is not signed with an algorithm that is taken"
        }
        ErrorKind::InvalidSignature => "has a wrong signature",
        _ => "is malformed",
    })
}

#[cfg(test)]
mod tests;
