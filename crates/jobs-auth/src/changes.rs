//! What was changed in `auth.toml`, for the security log: who was added and removed, and who may do
//! what from now on.

use std::collections::BTreeMap;

use jobs_core::UserId;

use crate::file::{AuthFile, TokenEntry, UserEntry};
use crate::role::Role;
use crate::security::{self, Details, Event};

/// Records the differences between the file `before` and `now`.
pub(crate) fn record(before: &AuthFile, now: &AuthFile) {
    for Change { change, user, role, token } in between(before, now) {
        let change = Some(change);
        let user = Some(user);
        let role = Some(role.as_str());
        let details = Details { change, user, role, token, ..Details::default() };
        security::record(Event::AccountChanged, &details);
    }
}

/// One change, about a user or, where it is named, a token. The role is the one from now on.
#[derive(Debug, PartialEq)]
struct Change<'a> {
    change: &'static str,
    user: &'a UserId,
    role: Role,
    token: Option<&'a str>,
}

fn between<'a>(before: &'a AuthFile, now: &'a AuthFile) -> Vec<Change<'a>> {
    let mut changes = Vec::new();
    for pair in pairs(&before.users, &now.users, |user| user.name.as_str()) {
        let UserEntry { name: user, role, .. } = pair.newest();
        let of_user = of_user(&pair);
        changes.extend(of_user.map(|change| Change { change, user, role: *role, token: None }));
    }
    let key = |token: &'a TokenEntry| (token.identity.user.as_str(), &*token.name);
    for pair in pairs(&before.tokens, &now.tokens, key) {
        let TokenEntry { name, identity, .. } = pair.newest();
        let user = &identity.user;
        let role = identity.role;
        let token = Some(&**name);
        changes.extend(of_token(&pair).map(|change| Change { change, user, role, token }));
    }
    changes
}

/// The entries of one name, before and now.
enum Pair<'a, T> {
    Added(&'a T),
    Removed(&'a T),
    Both(&'a T, &'a T),
}

impl<'a, T> Pair<'a, T> {
    fn newest(&self) -> &'a T {
        match self {
            Self::Added(entry) | Self::Removed(entry) | Self::Both(_, entry) => entry,
        }
    }
}

fn pairs<'a, T, N: Ord>(
    before: &'a [T],
    now: &'a [T],
    name: impl Fn(&'a T) -> N,
) -> impl Iterator<Item = Pair<'a, T>> {
    let removed = before.iter().map(|entry| (name(entry), Pair::Removed(entry)));
    let mut pairs: BTreeMap<N, Pair<'a, T>> = removed.collect();
    for is in now {
        let pair = match pairs.remove(&name(is)) {
            Some(Pair::Removed(was)) => Pair::Both(was, is),
            _ => Pair::Added(is),
        };
        pairs.insert(name(is), pair);
    }
    pairs.into_values()
}

fn of_user(pair: &Pair<'_, UserEntry>) -> impl Iterator<Item = &'static str> + use<> {
    let changes = match pair {
        Pair::Added(_) => [Some("user_added"), None, None, None],
        Pair::Removed(_) => [Some("user_removed"), None, None, None],
        Pair::Both(was, is) => [
            (was.role != is.role).then_some("role_changed"),
            (!was.disabled && is.disabled).then_some("user_disabled"),
            (was.disabled && !is.disabled).then_some("user_enabled"),
            (was.password != is.password).then_some("password_changed"),
        ],
    };
    changes.into_iter().flatten()
}

fn of_token(pair: &Pair<'_, TokenEntry>) -> impl Iterator<Item = &'static str> + use<> {
    let changes = match pair {
        Pair::Added(_) => [Some("token_added"), None, None, None, None],
        Pair::Removed(_) => [Some("token_removed"), None, None, None, None],
        Pair::Both(was, is) => [
            (was.digest != is.digest).then_some("token_replaced"),
            (was.identity.role != is.identity.role).then_some("token_role_changed"),
            (!was.disabled && is.disabled).then_some("token_revoked"),
            (was.disabled && !is.disabled).then_some("token_restored"),
            (was.expires_at != is.expires_at).then_some("token_end_changed"),
        ],
    };
    changes.into_iter().flatten()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;

    /// A user, and a token of somebody who is not listed.
    const FILE: &str = "[[user]]\nname = \"vijay\"\nrole = \"operator\"\n\
        password = \"$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA\"\n\
        [[token]]\nsha256 = \"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08\"\n\
        user = \"ci\"\nrole = \"auditor\"\nname = \"ci-1\"\n";

    fn parse(text: &str) -> AuthFile {
        AuthFile::parse(Path::new("auth.toml"), text).unwrap()
    }

    #[test]
    fn every_change_is_told() {
        let disabled = |entry: &str| FILE.replace(entry, &format!("disabled = true\n{entry}"));
        let (user, token) = FILE.split_once("[[token]]").unwrap();
        let token = format!("[[token]]{token}");
        for (before, now, expected) in [
            (FILE.to_owned(), FILE.to_owned(), ""),
            (token.clone(), FILE.to_owned(), "user_added vijay operator"),
            (FILE.to_owned(), token, "user_removed vijay operator"),
            (FILE.to_owned(), FILE.replace("operator", "admin"), "role_changed vijay admin"),
            (FILE.to_owned(), disabled("role = \"operator\""), "user_disabled vijay operator"),
            (disabled("role = \"operator\""), FILE.to_owned(), "user_enabled vijay operator"),
            (FILE.to_owned(), FILE.replace("$AAAA", "$BAAA"), "password_changed vijay operator"),
            (FILE.to_owned(), FILE.replace("password", "# "), "password_changed vijay operator"),
            (user.to_owned(), FILE.to_owned(), "token_added ci auditor ci-1"),
            (FILE.to_owned(), user.to_owned(), "token_removed ci auditor ci-1"),
            (FILE.to_owned(), FILE.replace("9f86", "9f87"), "token_replaced ci auditor ci-1"),
            (
                FILE.to_owned(),
                FILE.replace("\"ci\"", "\"cd\""),
                "token_added cd auditor ci-1, token_removed ci auditor ci-1",
            ),
            (FILE.to_owned(), FILE.replace("auditor", "admin"), "token_role_changed ci admin ci-1"),
            (FILE.to_owned(), disabled("role = \"auditor\""), "token_revoked ci auditor ci-1"),
            (disabled("role = \"auditor\""), FILE.to_owned(), "token_restored ci auditor ci-1"),
            (
                FILE.to_owned(),
                format!("{FILE}expires_at = \"2026-04-28T15:04:53Z\"\n"),
                "token_end_changed ci auditor ci-1",
            ),
        ] {
            let before = parse(&before);
            let now = parse(&now);
            let told =
                between(&before, &now).into_iter().map(|Change { change, user, role, token }| {
                    format!("{change} {user} {role} {}", token.unwrap_or_default())
                        .trim()
                        .to_owned()
                });
            assert_eq!(told.collect::<Vec<_>>().join(", "), expected);
        }
    }
}
