//! Ways in: that an admin who changes accounts over HTTP locks out neither themselves nor
//! everybody.

use std::time::Duration;

use jobs_core::UserId;

use crate::clock::since_1970;
use crate::file::{AuthFile, AuthFileError, TokenEntry, UserEntry};
use crate::role::Role;

/// How much longer a token must be accepted to be a way in that lasts: long enough for somebody to
/// be there and to make another one.
const LASTS: Duration = Duration::from_secs(24 * 60 * 60);

/// An admin who changes accounts.
#[derive(Debug, Clone)]
pub struct AdminCaller {
    /// Who it is.
    pub user: UserId,
    /// Whether a proxy or an issuer vouches for them, which the file does not say.
    pub is_vouched_for: bool,
}

impl AdminCaller {
    /// Whether the accounts may become `after` what they are in `before`, at the time `now`, since
    /// 1970: whether the caller stays an enabled admin, keeps a way in that lasts if one is taken
    /// from them, and if there is an enabled admin with such a way, there is one still.
    ///
    /// # Errors
    /// [`AuthFileError::Refused`], with what the caller can do.
    pub fn check(
        &self,
        before: &AuthFile,
        after: &AuthFile,
        now: Duration,
    ) -> Result<(), AuthFileError> {
        let refused = |reason: &str| Err(AuthFileError::Refused(reason.to_owned()));
        if !after.user(&self.user).is_none_or(is_enabled_admin) {
            return refused("you would be an admin no more: another admin can do that");
        }
        let tokens = |file: &AuthFile| file.admins_tokens(&self.user, now, Duration::ZERO).count();
        let lasts = |file: &AuthFile| self.is_vouched_for || file.has_way_in(&self.user, now);
        if tokens(after) < tokens(before) && !lasts(after) {
            return refused(
                "you would have no other way in that lasts for more than a day: give yourself a \
                 password first",
            );
        }
        let is_left = |file: &AuthFile| self.is_vouched_for || file.has_admin_with_way_in(now);
        if is_left(before) && !is_left(after) {
            return refused(
                "no admin would be left with a way in that lasts for more than a day: give an \
                 admin a password first",
            );
        }
        Ok(())
    }
}

fn is_enabled_admin(user: &UserEntry) -> bool {
    user.role == Role::Admin && !user.disabled
}

/// Ways in, at the time `now`, since 1970.
impl AuthFile {
    /// The tokens by which `user` is an admin now, and so much longer. A user who is not listed may
    /// also have others; a disabled one has none that is accepted.
    fn admins_tokens<'a>(
        &'a self,
        user: &'a UserId,
        now: Duration,
        longer: Duration,
    ) -> impl Iterator<Item = &'a TokenEntry> {
        let is_accepted = move |token: &&TokenEntry| {
            let ends = token.expires_at.map(since_1970);
            let lasts = ends.is_none_or(|ends| ends >= now.saturating_add(longer));
            lasts && !token.disabled && token.identity.role == Role::Admin
        };
        let is_disabled = self.user(user).is_some_and(|user| user.disabled);
        let tokens = self.tokens.iter().filter(|token| token.identity.user == *user);
        tokens.filter(is_accepted).filter(move |_| !is_disabled)
    }

    /// Whether `user` is an admin with a password, or with a token that lasts.
    fn has_way_in(&self, user: &UserId, now: Duration) -> bool {
        let has_password = |user: &UserEntry| user.password.is_some() && is_enabled_admin(user);
        self.user(user).is_some_and(has_password)
            || self.admins_tokens(user, now, LASTS).next().is_some()
    }

    fn has_admin_with_way_in(&self, now: Duration) -> bool {
        let listed = self.users.iter().map(|user| &user.name);
        let holders = self.tokens.iter().map(|token| &token.identity.user);
        listed.chain(holders).any(|user| self.has_way_in(user, now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{AuthFileEditor, NewToken, PasswordHash, moment};

    const NOW: Duration = Duration::from_secs(1_769_612_693);
    const HOUR: Duration = Duration::from_secs(3600);

    fn id(name: &str) -> UserId {
        UserId::new(name).unwrap()
    }

    fn new() -> (tempfile::TempDir, AuthFileEditor) {
        let folder = tempfile::tempdir().unwrap();
        let editor = AuthFileEditor::new(folder.path().join("auth.toml"));
        (folder, editor)
    }

    /// The same editor, for an admin's request.
    fn by(editor: &AuthFileEditor, name: &str) -> AuthFileEditor {
        let caller = AdminCaller { user: id(name), is_vouched_for: false };
        editor.clone().ruled_by(move |before, after| caller.check(before, after, NOW))
    }

    fn is_refused(changed: Result<(), AuthFileError>, why: &str) {
        let error = changed.unwrap_err();
        assert!(matches!(error, AuthFileError::Refused(_)), "{error}");
        assert!(error.to_string().contains(why), "{error}");
    }

    fn token(editor: &AuthFileEditor, user: &str, name: &str, lasts: Option<Duration>) {
        let role = Some(Role::Admin);
        let expires_at = lasts.map(|lasts| moment(NOW + lasts));
        let new = NewToken { expires_at, ..NewToken::of(id(user), role).named(name) };
        editor.new_token(&new).unwrap();
    }

    /// Each request was made while both were admins.
    #[test]
    fn of_two_admins_who_take_it_from_each_other_one_is_left() {
        let password = PasswordHash::of_new("correct horse battery").unwrap();
        type Take = fn(&AuthFileEditor, &UserId) -> Result<(), AuthFileError>;
        let takes: [Take; 2] =
            [AuthFileEditor::disable_user, |editor, user| editor.set_role(user, Role::Auditor)];
        for take in takes {
            let (_folder, editor) = new();
            editor.add_user(&id("a"), Role::Admin, Some(&password)).unwrap();
            editor.add_user(&id("b"), Role::Admin, Some(&password)).unwrap();
            let (by_a, by_b) = (by(&editor, "a"), by(&editor, "b"));
            take(&by_a, &id("b")).unwrap();
            is_refused(take(&by_b, &id("a")), "you would be an admin no more");
            is_refused(take(&by_a, &id("a")), "you would be an admin no more");
            // At the machine, it can be undone.
            take(&editor, &id("a")).unwrap();
        }
    }

    #[test]
    fn of_two_tokens_that_revoke_each_other_one_is_left() {
        let (_folder, editor) = new();
        token(&editor, "a", "one", None);
        token(&editor, "a", "two", None);
        token(&editor, "other", "others", None);
        let by_a = by(&editor, "a");
        by_a.revoke_token("one").unwrap();
        is_refused(by_a.revoke_token("two"), "no other way in");
        by_a.revoke_token("others").unwrap();
        by_a.add_user(&id("a"), Role::Admin, None).unwrap();
        let password = PasswordHash::of_new("correct horse battery").unwrap();
        by_a.change_password(&id("a"), None, &password).unwrap();
        by_a.revoke_token("two").unwrap();
    }

    #[test]
    fn a_token_that_is_over_within_a_day_is_no_other_way_in() {
        for (lasts, is_one) in [(HOUR, false), (LASTS - HOUR, false), (LASTS, true)] {
            let (_folder, editor) = new();
            token(&editor, "a", "one", None);
            token(&editor, "a", "two", Some(lasts));
            let revoked = by(&editor, "a").revoke_token("one");
            assert_eq!(revoked.is_ok(), is_one, "{lasts:?}");
            // The one that is over soon can go.
            let revoked = by(&editor, "a").revoke_token("two");
            assert_eq!(revoked.is_ok(), !is_one, "{lasts:?}");
        }
    }

    /// A user who is not listed may have tokens of several roles.
    #[test]
    fn a_token_of_another_role_is_no_way_in_for_an_admin() {
        let (_folder, editor) = new();
        token(&editor, "a", "one", None);
        let auditors = NewToken::of(id("a"), Some(Role::Auditor)).named("two");
        editor.new_token(&auditors).unwrap();
        let by_a = by(&editor, "a");
        by_a.revoke_token("two").unwrap();
        editor.new_token(&NewToken::of(id("a"), Some(Role::Auditor)).named("three")).unwrap();
        is_refused(by_a.revoke_token("one"), "no other way in");
        // What was revoked makes nobody an admin.
        token(&editor, "b", "gone", None);
        editor.revoke_token("gone").unwrap();
        editor.new_token(&NewToken::of(id("b"), Some(Role::Auditor)).named("four")).unwrap();
        token(&editor, "c", "hour", Some(HOUR));
        is_refused(by(&editor, "c").revoke_token("one"), "no admin would be left");
    }

    /// Who is an admin for a while may do what leaves others as they are.
    #[test]
    fn an_admin_for_an_hour_leaves_another_one_in() {
        let (_folder, editor) = new();
        token(&editor, "a", "one", Some(HOUR));
        let by_a = by(&editor, "a");
        by_a.add_user(&id("b"), Role::Operator, None).unwrap();
        by_a.set_role(&id("b"), Role::Auditor).unwrap();
        token(&editor, "c", "lasts", None);
        is_refused(by_a.revoke_token("lasts"), "no admin would be left");
        let vouched = AdminCaller { user: id("boss"), is_vouched_for: true };
        let by_boss = editor.ruled_by(move |before, after| vouched.check(before, after, NOW));
        by_boss.revoke_token("lasts").unwrap();
        is_refused(by_boss.add_user(&id("boss"), Role::Operator, None), "you would be an admin");
    }
}
