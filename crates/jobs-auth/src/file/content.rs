//! The content of `auth.toml`: what it lists, or the line that is wrong and why.

use std::collections::{HashMap, HashSet};

use jobs_core::{Timestamp, UserId};
use serde::Deserialize;
use toml::Spanned;

use super::{AuthFile, TOKEN_NAME_BYTES_MAX, TokenEntry, UserEntry};
use crate::identity::Identity;
use crate::name_form;
use crate::password::PasswordHash;
use crate::role::Role;
use crate::token::{self, TokenDigest};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Contents {
    #[serde(default)]
    user: Vec<Spanned<WrittenUser>>,
    #[serde(default)]
    token: Vec<Spanned<WrittenToken>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenUser {
    name: Spanned<String>,
    role: Role,
    password: Option<Spanned<String>>,
    #[serde(default)]
    disabled: bool,
    created_at: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenToken {
    sha256: Spanned<String>,
    user: Spanned<String>,
    role: Option<Spanned<Role>>,
    name: Option<Spanned<String>>,
    #[serde(default)]
    disabled: bool,
    comment: Option<String>,
    created_at: Option<String>,
    made_by: Option<String>,
    expires_at: Option<Spanned<String>>,
    revoked_at: Option<String>,
}

/// What is wrong with the text, and at which byte.
pub(super) struct Fault {
    pub(super) offset: usize,
    pub(super) reason: String,
}

/// The fault at the place of a value.
fn fault<T>(at: &Spanned<T>, reason: impl Into<String>) -> Fault {
    Fault { offset: at.span().start, reason: reason.into() }
}

/// `message` without the wrong value, which may be a password that somebody wrote there.
fn without_value(message: &str) -> String {
    let starts = ["invalid type", "invalid value"];
    let start = starts.into_iter().find(|start| message.starts_with(start));
    match start.zip(message.rfind(", expected")) {
        Some((start, at)) => format!("{start}{}", &message[at..]),
        None => message.to_owned(),
    }
}

/// What `text` lists.
pub(super) fn understand(text: &str) -> Result<AuthFile, Fault> {
    let contents: Contents = toml::from_str(text).map_err(|error| Fault {
        offset: error.span().map_or(0, |span| span.start),
        reason: without_value(error.message().trim()),
    })?;
    if contents.user.is_empty() && contents.token.is_empty() {
        let reason = "has no [[user]] and no [[token]]; remove the file to have a first token made";
        return Err(Fault { offset: 0, reason: reason.to_owned() });
    }
    let mut file = AuthFile::default();
    let mut roles = HashMap::new();
    let mut spellings = Spellings::default();
    for user in contents.user {
        let user = understand_user(user.into_inner(), &mut roles, &mut spellings)?;
        file.users.push(user);
    }
    let mut digests = HashSet::new();
    let mut names = HashSet::new();
    for token in contents.token {
        let start = token.span().start;
        let token = understand_token(token, &roles, &mut spellings)?;
        if !digests.insert(token.digest) {
            let reason = format!("the token {} is given twice", token.name);
            return Err(Fault { offset: start, reason });
        }
        if !names.insert((token.identity.user.clone(), token.name.clone())) {
            let user = &token.identity.user;
            let reason = format!("name: {user} has two tokens {}", token.name);
            return Err(Fault { offset: start, reason });
        }
        file.tokens.push(token);
    }
    Ok(file)
}

/// The name of somebody, in the member `member`.
fn understand_name(
    name: &Spanned<String>,
    member: &str,
    spellings: &mut Spellings,
) -> Result<UserId, Fault> {
    let user = UserId::new(name.get_ref().as_str())
        .map_err(|error| fault(name, error.to_string().replace(UserId::FIELD, member)))?;
    let checked = check_is_person(&user).and_then(|()| spellings.add(&user));
    checked.map_err(|reason| fault(name, format!("{member}: {reason}")))?;
    Ok(user)
}

/// Refuses the names of our own programs: no user acts under one.
pub(crate) fn check_is_person(name: &UserId) -> Result<(), String> {
    if name_form::is_program(name) {
        return Err(format!("{name} is the name of a program of the ledger, and no user's"));
    }
    Ok(())
}

/// How the names in the file are spelt, by the form in which names are compared.
#[derive(Default)]
struct Spellings(HashMap<String, UserId>);

impl Spellings {
    /// Refuses a name that differs from another in form alone: a token of `Vijay` would outlive the
    /// user `vijay`.
    fn add(&mut self, name: &UserId) -> Result<(), String> {
        let spelling = self.0.entry(name_form::form(name.as_str())).or_insert_with(|| name.clone());
        if spelling == name { Ok(()) } else { Err(same_form(name, spelling)) }
    }
}

/// Why `name` is not taken beside `listed`.
fn same_form(name: &UserId, listed: &UserId) -> String {
    format!(
        "{name} differs from {listed} in its form alone (case, or how characters are made up): write {listed}"
    )
}

fn understand_user(
    user: WrittenUser,
    roles: &mut HashMap<UserId, Role>,
    spellings: &mut Spellings,
) -> Result<UserEntry, Fault> {
    let name = understand_name(&user.name, "name", spellings)?;
    if roles.insert(name.clone(), user.role).is_some() {
        return Err(fault(&user.name, format!("name: there are two users {name}")));
    }
    let password = user.password.map(|password| {
        PasswordHash::parse(password.get_ref()).map_err(|error| fault(&password, error.to_string()))
    });
    let WrittenUser { role, disabled, created_at, .. } = user;
    Ok(UserEntry { name, role, password: password.transpose()?, disabled, created_at })
}

fn understand_token(
    token: Spanned<WrittenToken>,
    roles: &HashMap<UserId, Role>,
    spellings: &mut Spellings,
) -> Result<TokenEntry, Fault> {
    let start = token.span().start;
    let token = token.into_inner();
    let mut digest = TokenDigest::default();
    hex::decode_to_slice(token.sha256.get_ref(), &mut digest)
        .map_err(|_| fault(&token.sha256, "sha256: must be 64 hexadecimal digits"))?;
    let user = understand_name(&token.user, "user", spellings)?;
    let role = match (roles.get(&user), &token.role) {
        (Some(role), None) => *role,
        (None, Some(role)) => *role.get_ref(),
        (Some(listed), Some(role)) if listed == role.get_ref() => *listed,
        // Whichever of the two won would surprise somebody: a user who is made an auditor must not
        // keep an admin's token.
        (Some(listed), Some(role)) => {
            let reason = format!("role: {user} is listed as {listed}; leave it out");
            return Err(fault(role, reason));
        }
        (None, None) => {
            let reason = format!("role: is missing, and {user} is not listed as a [[user]]");
            return Err(Fault { offset: start, reason });
        }
    };
    let name = match &token.name {
        Some(name) => {
            check_token_name(name.get_ref())
                .map_err(|reason| fault(name, format!("name: {reason}")))?;
            name.get_ref().clone()
        }
        None => token::public_name(&digest),
    };
    let expires_at = token.expires_at.as_ref().map(|text| {
        let reason = |_| fault(text, "expires_at: must be a time as in RFC 3339");
        Timestamp::parse("expires_at", text.get_ref()).map_err(reason)
    });
    let expires_at = expires_at.transpose()?;
    let WrittenToken { disabled, comment, created_at, made_by, revoked_at, .. } = token;
    Ok(TokenEntry {
        name,
        identity: Identity { user, role },
        disabled,
        comment,
        created_at,
        made_by,
        expires_at,
        revoked_at,
        digest,
    })
}

/// Names are typed on command lines.
pub(crate) fn check_token_name(name: &str) -> Result<(), &'static str> {
    let fit = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.@".contains(&byte);
    if name.is_empty() || name.len() > TOKEN_NAME_BYTES_MAX || !name.bytes().all(fit) {
        return Err("must be 1 to 64 letters, digits, and - _ . @");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::digest;
    use crate::file::AuthFileError;

    const HEX: &str = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    const PHC: &str = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$\
                       AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    const NOW: std::time::Duration = std::time::Duration::from_secs(1_769_612_693);

    fn parse(text: &str) -> Result<AuthFile, AuthFileError> {
        AuthFile::parse(Path::new("auth.toml"), text)
    }

    #[test]
    fn files_from_before_there_were_users_are_read() {
        let text = format!(
            "[[token]]\nsha256 = \"{HEX}\"\nuser = \"a\"\nrole = \"auditor\"\ncomment = \"c\"\n\
             created_at = \"2026-01-28T15:04:53.003687Z\"\n"
        );
        let file = parse(&text).unwrap();
        let [token] = &file.tokens[..] else { panic!("{file:?}") };
        assert_eq!((token.comment.as_deref(), token.disabled), (Some("c"), false));
        // The digest of "test".
        let identity = file.register().find_token("test", NOW).unwrap();
        assert_eq!((identity.user.as_str(), identity.role), ("a", Role::Auditor));
    }

    #[test]
    fn a_tokens_role_is_that_of_its_user() {
        let user = format!(
            "[[user]]\nname = \"a\"\nrole = \"operator\"\npassword = \"{PHC}\"\n\
             [[token]]\nsha256 = \"{HEX}\"\nuser = \"a\"\nname = \"laptop\"\n"
        );
        let file = parse(&user).unwrap();
        assert_eq!(file.register().find_token("test", NOW).unwrap().role, Role::Operator);
        assert_eq!(file.tokens[0].name, "laptop");
        let revoked = parse(&format!("{user}disabled = true\n")).unwrap();
        assert!(revoked.register().find_token("test", NOW).is_none());
        let disabled = parse(&user.replace("password", "disabled = true\npassword")).unwrap();
        assert!(disabled.register().find_token("test", NOW).is_none());
    }

    #[test]
    fn a_token_may_have_an_end() {
        let text = format!(
            "[[token]]\nsha256 = \"{HEX}\"\nuser = \"a\"\nrole = \"auditor\"\n\
             expires_at = \"2026-01-28T17:04:53+02:00\"\n"
        );
        let register = parse(&text).unwrap().register();
        let ends = std::time::Duration::from_secs(1_769_612_693);
        assert!(register.find_token("test", ends).is_some());
        assert!(register.find_token("test", ends + std::time::Duration::from_secs(1)).is_none());
    }

    #[test]
    fn what_is_malformed_is_refused_with_its_line() {
        let token = format!("[[token]]\nsha256 = \"{HEX}\"\nuser = \"a\"\nrole = \"admin\"\n");
        let user = format!("[[user]]\nname = \"a\"\nrole = \"admin\"\npassword = \"{PHC}\"\n");
        let named = |name: &str| format!("{token}name = \"{name}\"\n");
        let other = format!("{:064x}", 1);
        for (text, expected) in [
            (token.replace("admin", "root"), "4: unknown variant `root`"),
            (token.replace("9f86", "9f8"), "2: sha256: must be 64 hexadecimal digits"),
            (token.replace("\"a\"", "\"\""), "3: user: must not be empty"),
            (token.replace("user", "owner"), "3: unknown field `owner`"),
            (token.replace("user = \"a\"\n", ""), "1: missing field `user`"),
            (token.replace("role = \"admin\"\n", ""), "1: role: is missing, and a is not listed"),
            (token.replace("[[token]]", "[[token]"), "1: "),
            (format!("{token}\n{token}"), "6: the token token-"),
            (
                format!("{}{}", named("x"), named("x").replace(HEX, &other)),
                "6: name: a has two tokens x",
            ),
            (named("a b"), "5: name: must be 1 to 64 letters"),
            (
                format!("{token}expires_at = \"tomorrow\"\n"),
                "5: expires_at: must be a time as in RFC 3339",
            ),
            (format!("x = 1\n{token}"), "1: unknown field `x`"),
            (format!("{user}{user}"), "6: name: there are two users a"),
            (user.replace("\"a\"", "\"\""), "2: name: must not be empty"),
            (user.replace("\"a\"", "\"jobs-gateway\""), "2: name: jobs-gateway is the name of a"),
            (
                token.replace("\"a\"", "\"Jobs-HTTP\""),
                "3: user: Jobs-HTTP is the name of a program",
            ),
            (user.replace(&format!("\"{PHC}\""), "12345678"), "4: invalid type, expected a string"),
            (user.replace("argon2id", "argon2i"), "4: password: is not an argon2id hash"),
            (user.replace("admin", "root"), "3: unknown variant `root`"),
            (
                format!("{user}{}", token.replace("admin", "auditor")),
                "8: role: a is listed as admin",
            ),
            (String::new(), "1: has no [[user]] and no [[token]]"),
        ] {
            let AuthFileError::Malformed { line, reason, .. } = parse(&text).unwrap_err() else {
                panic!("{text}")
            };
            let found = format!("{line}: {reason}");
            assert!(found.starts_with(expected), "{text}\n{found}");
            assert!(!found.contains(HEX) && !found.contains(PHC), "{found}");
        }
        assert_eq!(hex::encode(digest("test")), HEX);
    }
}
