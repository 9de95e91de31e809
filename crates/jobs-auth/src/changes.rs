//! What was changed in `auth.toml`, for the security log: who was added and removed, and who may do what from now on.

use std::collections::BTreeMap;

use crate::file::{AuthFile, TokenEntry, UserEntry};
use crate::security::{Details, Event, record as record_event};

/// Records what tells the file `now` from what it was `before`.
pub(crate) fn record(before: &AuthFile, now: &AuthFile) {
    let users = |file: &'_ AuthFile| -> BTreeMap<_, _> {
        file.users.iter().map(|user| (user.name.clone(), user.clone())).collect()
    };
    let tokens = |file: &'_ AuthFile| -> BTreeMap<_, _> {
        file.tokens.iter().map(|token| (token.name.clone(), token.clone())).collect()
    };
    for (was, is) in pairs(users(before), users(now)) {
        for change in of_user(was.as_ref(), is.as_ref()) {
            let Some(user) = is.as_ref().or(was.as_ref()) else { continue };
            let (role, user) = (Some(user.role.as_str()), Some(&user.name));
            let details = Details { change: Some(change), user, role, ..Details::default() };
            record_event(Event::AccountChanged, &details);
        }
    }
    for (was, is) in pairs(tokens(before), tokens(now)) {
        for change in of_token(was.as_ref(), is.as_ref()) {
            let Some(token) = is.as_ref().or(was.as_ref()) else { continue };
            let (role, user) = (Some(token.identity.role.as_str()), Some(&token.identity.user));
            let (change, token) = (Some(change), Some(&*token.name));
            let details = Details { change, user, role, token, ..Details::default() };
            record_event(Event::AccountChanged, &details);
        }
    }
}

/// What has one name, before and now.
fn pairs<K: Ord, T>(
    before: BTreeMap<K, T>,
    now: BTreeMap<K, T>,
) -> impl Iterator<Item = (Option<T>, Option<T>)> {
    let mut pairs: BTreeMap<K, (Option<T>, Option<T>)> =
        before.into_iter().map(|(name, was)| (name, (Some(was), None))).collect();
    for (name, is) in now {
        pairs.entry(name).or_insert((None, None)).1 = Some(is);
    }
    pairs.into_values()
}

fn of_user(was: Option<&UserEntry>, is: Option<&UserEntry>) -> Vec<&'static str> {
    let (was, is) = match (was, is) {
        (Some(was), Some(is)) => (was, is),
        (Some(_), None) => return vec!["user_removed"],
        _ => return vec!["user_added"],
    };
    let changes = [
        (was.role != is.role, "role_changed"),
        (!was.disabled && is.disabled, "user_disabled"),
        (was.disabled && !is.disabled, "user_enabled"),
        (was.password != is.password, "password_changed"),
    ];
    named(changes)
}

fn of_token(was: Option<&TokenEntry>, is: Option<&TokenEntry>) -> Vec<&'static str> {
    let (was, is) = match (was, is) {
        (Some(was), Some(is)) => (was, is),
        (Some(_), None) => return vec!["token_removed"],
        _ => return vec!["token_added"],
    };
    let changes = [
        (was.digest != is.digest || was.identity.user != is.identity.user, "token_replaced"),
        (was.identity.role != is.identity.role, "token_role_changed"),
        (!was.disabled && is.disabled, "token_revoked"),
        (was.disabled && !is.disabled, "token_restored"),
    ];
    named(changes)
}

fn named(changes: [(bool, &'static str); 4]) -> Vec<&'static str> {
    changes.into_iter().filter_map(|(is_so, change)| is_so.then_some(change)).collect()
}
