//! An issuer of JWTs.

use std::io::Write as _;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::{Signer as _, SigningKey};
use jobs_auth::SystemClock;
use jobs_auth::jwt::JwtRules;
use jobs_sign_in::{JwksSource, Jwt, JwtSettings};
use serde_json::{Value, json};

pub(crate) const ISSUER: &str = "https://issuer.test";
pub(crate) const AUDIENCE: &str = "ledger";

/// An issuer with a key that has a name.
pub(crate) struct Issuer {
    key: SigningKey,
    kid: &'static str,
}

impl Issuer {
    pub(crate) fn new() -> Self {
        Self::with_key(7, "seven")
    }

    pub(crate) fn with_key(seed: u8, kid: &'static str) -> Self {
        Self { key: SigningKey::from_bytes(&[seed; 32]), kid }
    }

    /// The public keys.
    pub(crate) fn jwks(&self) -> Value {
        let x = URL_SAFE_NO_PAD.encode(self.key.verifying_key().as_bytes());
        json!({"keys": [{"kty": "OKP", "crv": "Ed25519", "x": x, "kid": self.kid}]})
    }

    /// The settings of a server that trusts this issuer.
    pub(crate) async fn trusted(&self) -> Jwt {
        let mut file = tempfile::NamedTempFile::new().unwrap();
        file.write_all(self.jwks().to_string().as_bytes()).unwrap();
        let settings = settings(JwksSource::File(file.path().into()));
        Jwt::start(settings, Arc::new(SystemClock)).await.unwrap()
    }

    /// A JWT that is valid until then, in seconds since 1970.
    pub(crate) fn jwt_until(&self, user: &str, role: &str, exp: u64) -> String {
        self.sign(&json!({"iss": ISSUER, "aud": AUDIENCE, "sub": user, "role": role, "exp": exp}))
    }

    /// A JWT that is valid for ten minutes.
    pub(crate) fn jwt(&self, user: &str, role: &str) -> String {
        let now = SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs();
        self.jwt_until(user, role, now + 600)
    }

    pub(crate) fn sign(&self, claims: &Value) -> String {
        let header = json!({"alg": "EdDSA", "kid": self.kid}).to_string();
        let encode = |text: String| URL_SAFE_NO_PAD.encode(text);
        let message = format!("{}.{}", encode(header), encode(claims.to_string()));
        let signed = URL_SAFE_NO_PAD.encode(self.key.sign(message.as_bytes()).to_bytes());
        format!("{message}.{signed}")
    }
}

/// JWTs of this issuer, with the keys from `jwks`.
pub(crate) fn settings(jwks: JwksSource) -> JwtSettings {
    let rules = JwtRules {
        issuer: ISSUER.into(),
        audience: AUDIENCE.into(),
        user_claim: "sub".into(),
        role_claim: "role".into(),
    };
    JwtSettings { rules, jwks, ca_file: None }
}
