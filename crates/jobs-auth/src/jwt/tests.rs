//! JWTs as issuers make them, and as attackers would.

use ::ring::rand::SystemRandom;
use ::ring::signature::{
    ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair as _,
};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

use super::*;

fn base64(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// An issuer with an Ed25519 key.
struct Issuer(Ed25519KeyPair);

impl Issuer {
    fn new() -> Self {
        Self(Ed25519KeyPair::from_seed_unchecked(&[7; 32]).unwrap())
    }

    fn jwk(&self, id: &str) -> Value {
        let x = base64(self.0.public_key());
        json!({"kty": "OKP", "crv": "Ed25519", "x": x, "kid": id, "use": "sig", "alg": "EdDSA"})
    }

    fn sign(&self, header: &Value, claims: &impl ToString) -> String {
        let message = format!("{}.{}", base64(header.to_string()), base64(claims.to_string()));
        let signed = self.0.sign(message.as_bytes());
        format!("{message}.{}", base64(signed))
    }
}

fn set(keys: &[Value]) -> Jwks {
    Jwks::parse(json!({"keys": keys}).to_string().as_bytes()).unwrap()
}

fn rules() -> JwtRules {
    JwtRules {
        issuer: "https://issuer.test".into(),
        audience: "ledger".into(),
        user_claim: "sub".into(),
        role_claim: "role".into(),
    }
}

/// The checker's clock.
const NOW: i64 = 1_769_612_693;

fn now() -> Duration {
    Duration::from_secs(NOW.unsigned_abs())
}

fn claims() -> Value {
    json!({
        "iss": "https://issuer.test", "aud": "ledger", "sub": "vijay", "role": "operator",
        "exp": NOW + 600,
    })
}

/// The claims with some of them replaced, or left out where the replacement is null.
fn claims_with(other: &Value) -> Value {
    let mut claims = claims();
    for (name, value) in other.as_object().unwrap() {
        claims[name] = value.clone();
    }
    claims.as_object_mut().unwrap().retain(|_, value| !value.is_null());
    claims
}

const HEADER: &str = r#"{"alg":"EdDSA","kid":"one"}"#;

fn header() -> Value {
    HEADER.parse().unwrap()
}

#[test]
fn a_jwt_says_who_it_is_and_with_which_role() {
    let issuer = Issuer::new();
    let keys = set(&[issuer.jwk("one")]);
    let check = |rules: &JwtRules, claims: &Value| {
        let checked = rules.check(&issuer.sign(&header(), claims), &keys, now());
        checked.map(|(identity, ends)| {
            assert_eq!(ends, now() + Duration::from_secs(600 + LEEWAY_SECONDS));
            identity
        })
    };
    let vijay = Identity { user: UserId::new("vijay").unwrap(), role: Role::Operator };
    assert_eq!(check(&rules(), &claims()).unwrap(), vijay);
    let several = claims_with(&json!({"aud": ["other", "ledger"], "role": ["x", "operator", 5]}));
    assert_eq!(check(&rules(), &several).unwrap(), vijay);
    let other = JwtRules { user_claim: "email".into(), role_claim: "ledger".into(), ..rules() };
    let named = claims_with(&json!({"email": "a@b.test", "ledger": "admin", "sub": null}));
    let found = check(&other, &named).unwrap();
    assert_eq!((found.user.as_str(), found.role), ("a@b.test", Role::Admin));
}

#[test]
fn what_a_jwt_must_say_is_checked() {
    let issuer = Issuer::new();
    let keys = set(&[issuer.jwk("one")]);
    for (other, reason) in [
        (json!({"exp": NOW - 90}), "has expired"),
        (json!({"exp": null}), "lacks one of"),
        (json!({"nbf": NOW + 90}), "is not valid yet"),
        (json!({"iss": "https://other.test"}), "is of another issuer"),
        (json!({"iss": null}), "lacks one of"),
        (json!({"aud": "other"}), "is for another audience"),
        (json!({"aud": []}), "is for another audience"),
        (json!({"aud": null}), "lacks one of"),
        (json!({"sub": null}), "names no user"),
        (json!({"sub": ""}), "names no user"),
        (json!({"sub": "a\nb"}), "names no user"),
        (json!({"role": null}), "exactly one role"),
        (json!({"role": "root"}), "exactly one role"),
        (json!({"role": ["operator", "admin"]}), "exactly one role"),
    ] {
        let token = issuer.sign(&header(), &claims_with(&other));
        let error = rules().check(&token, &keys, now()).unwrap_err().to_string();
        assert!(error.contains(reason), "{other}: {error}");
    }
    for near in [json!({"exp": NOW - 30}), json!({"nbf": NOW + 30})] {
        let token = issuer.sign(&header(), &claims_with(&near));
        assert!(rules().check(&token, &keys, now()).is_ok(), "{near}: clocks differ");
    }
}

/// Times in RFC 7519 are seconds that may have a fraction, and JSON has exponents.
#[test]
fn times_may_be_spelt_as_any_number() {
    let issuer = Issuer::new();
    let keys = set(&[issuer.jwk("one")]);
    let check = |times: &str| {
        let rest = r#""iss":"https://issuer.test","aud":"ledger","sub":"vijay","role":"operator""#;
        let token = issuer.sign(&header(), &format!("{{{times},{rest}}}"));
        rules().check(&token, &keys, now()).map(drop)
    };
    let good = NOW + 600;
    for times in [
        format!(r#""exp":{good}"#),
        format!(r#""exp":{good}.5"#),
        format!(r#""exp":{good}.000000000000000000001"#),
        r#""exp":1.8e9"#.into(),
        r#""exp":18E+8"#.into(),
        r#""exp":18000000000e-1"#.into(),
        r#""exp":1e300"#.into(),
        r#""exp":18446744073709551616"#.into(),
        format!(r#""exp":{good},"nbf":{NOW}.25,"iat":{NOW}.25"#),
        format!(r#""exp":{good},"nbf":1.7e9,"iat":1.7e9"#),
        format!(r#""exp":{good},"nbf":-1,"iat":-1e400"#),
        format!(r#""exp":{good},"nbf":-0.0"#),
        format!(r#""exp":{good},"iat":"today""#),
        // The most that clocks may differ.
        format!(r#""exp":{}"#, NOW - 60),
        format!(r#""exp":{},"nbf":{}"#, NOW - 60, NOW + 60),
        format!(r#""exp":{}.5,"nbf":{}.5"#, NOW - 60, NOW + 59),
    ] {
        assert_eq!(check(&times), Ok(()), "{times}");
    }
    let number = r#"{"$serde_json::private::Number":"1800000000"}"#;
    let raw = r#"{"$serde_json::private::RawValue":"1800000000"}"#;
    for (times, reason) in [
        (format!(r#""exp":{}"#, NOW - 61), "has expired"),
        (format!(r#""exp":{}.5"#, NOW - 61), "has expired"),
        (r#""exp":1.7e9"#.into(), "has expired"),
        (r#""exp":0"#.into(), "has expired"),
        (r#""exp":-1"#.into(), "has expired"),
        (r#""exp":-1e300"#.into(), "has expired"),
        (r#""exp":1e-400"#.into(), "has expired"),
        (format!(r#""exp":{good},"nbf":{}"#, NOW + 61), "is not valid yet"),
        (format!(r#""exp":{good},"nbf":{}.5"#, NOW + 60), "is not valid yet"),
        (format!(r#""exp":{good},"nbf":1.8e9"#), "is not valid yet"),
        (format!(r#""exp":{good},"nbf":1e300"#), "is not valid yet"),
        (r#""nbf":0"#.into(), "lacks one of exp, iss and aud"),
        (format!(r#""exp":{good},"exp":{good}"#), "is malformed"),
        (format!(r#""exp":+{good}"#), "is malformed"),
        (r#""exp":Infinity"#.into(), "is malformed"),
        (r#""exp":NaN"#.into(), "is malformed"),
        (r#""exp":"#.into(), "is malformed"),
    ] {
        assert_eq!(check(&times), Err(JwtError::Refused(reason)), "{times}");
    }
    for none in ["null", "true", r#""1800000000""#, r#""soon""#, "[]", "{}", "1e400", "-1e400"] {
        let reason = JwtError::Refused("has an exp or nbf that is not a number");
        assert_eq!(check(&format!(r#""exp":{none}"#)), Err(reason.clone()), "{none}");
        assert_eq!(check(&format!(r#""exp":{good},"nbf":{none}"#)), Err(reason), "{none}");
    }
    for none in ["[1800000000]", r#"{"exp":1800000000}"#, number, raw] {
        assert!(check(&format!(r#""exp":{none}"#)).is_err(), "{none}");
        assert!(check(&format!(r#""exp":{good},"nbf":{none}"#)).is_err(), "{none}");
    }
}

/// `serde_json` marks numbers and raw values with members of these names, which anybody can write.
#[test]
fn names_that_mean_something_to_the_json_library_are_names() {
    let issuer = Issuer::new();
    let keys = set(&[issuer.jwk("one")]);
    for token in ["$serde_json::private::Number", "$serde_json::private::RawValue"] {
        for value in ["5", "admin", "\"admin\"", "[\"admin\"]"] {
            let marked = json!({ token: value });
            let check = |header: &Value, other: &Value| {
                rules().check(&issuer.sign(header, &claims_with(other)), &keys, now()).map(drop)
            };
            // A claim that nobody reads may have it.
            assert_eq!(check(&header(), &json!({ token: value, "x": marked })), Ok(()), "{value}");
            for claim in ["sub", "role", "iss", "aud", "exp", "nbf"] {
                assert!(check(&header(), &json!({ claim: marked })).is_err(), "{claim}: {value}");
            }
            for claim in ["role", "iss", "aud"] {
                assert!(check(&header(), &json!({ claim: [marked] })).is_err(), "{claim}: {value}");
            }
            for member in ["alg", "kid"] {
                let mut header = header();
                header[member] = marked.clone();
                assert!(check(&header, &json!({})).is_err(), "{member}: {value}");
            }
        }
    }
    let smuggled = json!({"$serde_json::private::RawValue": issuer.jwk("one").to_string()});
    let good = issuer.jwk("two");
    let keys = set(&[smuggled, json!({"$serde_json::private::Number": "no number"}), good]);
    assert_eq!(format!("{keys:?}"), "Jwks(1 keys)");
}

/// An issuer's other numbers in a header or a key, in any spelling, are ignored.
#[test]
fn other_numbers_are_not_looked_at() {
    let issuer = Issuer::new();
    let with_more = |object: &str| {
        object.replacen('{', r#"{"iat":1.5,"p":-0.0,"q":1e400,"r":[1.5e3,{"s":2.5}],"#, 1)
    };
    let jwk = with_more(&issuer.jwk("one").to_string());
    let jwks = with_more(&format!(r#"{{"keys":[{jwk}]}}"#));
    let keys = Jwks::parse(jwks.as_bytes()).unwrap();
    let header = with_more(HEADER);
    let claims = with_more(&claims().to_string());
    let message = format!("{}.{}", base64(header), base64(claims));
    let signed = base64(issuer.0.sign(message.as_bytes()));
    assert_eq!(rules().check(&format!("{message}.{signed}"), &keys, now()).map(drop), Ok(()));
}

#[test]
fn the_key_is_the_one_that_is_named() {
    let issuer = Issuer::new();
    let check = |header: &Value, keys: &[Value]| {
        rules().check(&issuer.sign(header, &claims()), &set(keys), now()).map(drop)
    };
    let unnamed = json!({"alg": "EdDSA"});
    assert_eq!(check(&header(), &[issuer.jwk("two")]), Err(JwtError::UnknownKey));
    assert_eq!(check(&unnamed, &[issuer.jwk("two")]), Ok(()));
    let two = [issuer.jwk("one"), issuer.jwk("two")];
    assert_eq!(check(&header(), &two), Ok(()));
    assert!(matches!(check(&unnamed, &two), Err(JwtError::Refused(_))));
    let mut for_encryption = issuer.jwk("one");
    for_encryption["use"] = "enc".into();
    let other = json!({"kty": "OKP", "crv": "X25519", "x": "AA", "kid": "three"});
    let no_keys = json!({"keys": [for_encryption, other, {"kty": "oct", "k": "c2VjcmV0"}]});
    assert!(Jwks::parse(no_keys.to_string().as_bytes()).unwrap_err().contains("no key"));
    for bad in ["", "[]", r#"{"keys": 5}"#] {
        assert!(Jwks::parse(bad.as_bytes()).is_err(), "{bad}");
    }
}

#[test]
fn forged_tokens_are_refused() {
    let issuer = Issuer::new();
    let keys = set(&[issuer.jwk("one")]);
    let good = issuer.sign(&header(), &claims());
    let (message, signed) = good.rsplit_once('.').unwrap();
    let other_key = Ed25519KeyPair::from_seed_unchecked(&[8; 32]).unwrap();
    let by_another = format!("{message}.{}", base64(other_key.sign(message.as_bytes())));
    let promoted = claims_with(&json!({"role": "admin"})).to_string();
    let promoted = format!("{}.{}.{signed}", base64(HEADER), base64(promoted));
    // The public key taken for a shared secret.
    let hs256 = json!({"alg": "HS256", "kid": "one"}).to_string();
    let hs256 = format!("{}.{}", base64(hs256), base64(claims().to_string()));
    let key = ::ring::hmac::Key::new(::ring::hmac::HMAC_SHA256, issuer.0.public_key().as_ref());
    let hs256 = format!("{hs256}.{}", base64(::ring::hmac::sign(&key, hs256.as_bytes())));
    let unsigned = json!({"alg": "none", "kid": "one"}).to_string();
    let unsigned = format!("{}.{}.", base64(unsigned), base64(claims().to_string()));
    let other_family = issuer.sign(&json!({"alg": "ES256", "kid": "one"}), &claims());
    let critical = json!({"alg": "EdDSA", "kid": "one", "crit": ["b64"], "b64": false});
    let critical = issuer.sign(&critical, &claims());
    let cut = good[..good.len() - 4].to_owned();
    for forged in [
        by_another,
        promoted,
        hs256,
        unsigned,
        other_family,
        critical,
        cut,
        message.to_owned(),
        String::new(),
        "..".into(),
        "a.b.c".into(),
        "é.é.é".into(),
    ] {
        assert!(rules().check(&forged, &keys, now()).is_err(), "{forged}");
    }
    assert!(rules().check(&good, &keys, now()).is_ok());
}

#[test]
fn elliptic_curves_are_checked() {
    let random = SystemRandom::new();
    let pkcs8 = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, &random).unwrap();
    let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_FIXED_SIGNING, pkcs8.as_ref(), &random)
        .unwrap();
    let (x, y) = pair.public_key().as_ref()[1..].split_at(32);
    let jwk = json!({"kty": "EC", "crv": "P-256", "x": base64(x), "y": base64(y)});
    let header = json!({"alg": "ES256"}).to_string();
    let message = format!("{}.{}", base64(header), base64(claims().to_string()));
    let signed = pair.sign(&random, message.as_bytes()).unwrap();
    let token = format!("{message}.{}", base64(signed));
    assert!(rules().check(&token, &set(&[jwk]), now()).is_ok());
}

/// The example of RFC 7515 §A.2; its claims are of 2011.
#[test]
fn rsa_is_checked() {
    let jwk = json!({"kty": "RSA", "e": "AQAB", "n":
        "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yR\
         T-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBd\
         QOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGN\
         j8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"});
    let token = "eyJhbGciOiJSUzI1NiJ9.\
        eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ.\
        cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9u\
        JdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_e\
        SN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5\
        AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw";
    let keys = set(&[jwk]);
    // Its signature is right, so its content is what is refused.
    let error = rules().check(token, &keys, now()).unwrap_err();
    assert!(matches!(error, JwtError::Refused("lacks one of exp, iss and aud")), "{error}");
    let forged = token.replace("eyJpc3MiOiJqb2Ui", "eyJpc3MiOiJqb2Uj");
    let error = rules().check(&forged, &keys, now()).unwrap_err();
    assert!(matches!(error, JwtError::Refused("has a wrong signature")), "{error}");
}
