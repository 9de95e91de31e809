//! Tests of how long sessions last, and what ends them.

use super::*;
use crate::{PasswordHash, Role, Token, digest};

std::thread_local! {
    /// How many MACs this thread has made.
    pub(super) static MACS: std::cell::Cell<u32> = const { std::cell::Cell::new(0) };
}

const NOW: Duration = Duration::from_secs(1_769_612_693);

fn user(name: &str, password: &str) -> User {
    let identity = Identity { user: UserId::new(name).unwrap(), role: Role::Operator };
    let password = Some(PasswordHash::of_new(password).unwrap());
    User { identity: Arc::new(identity), password, disabled: false }
}

fn register(users: &[&User]) -> Register {
    let mut register = Register::default();
    for user in users {
        assert!(register.insert_user((*user).clone()));
    }
    register
}

fn sessions() -> Sessions {
    SessionKey([7; 32]).into()
}

#[test]
fn a_session_lasts_while_it_is_used() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let register = register(&[&vijay]);
    let mut text = sessions.begin(&vijay, NOW).unwrap();
    let mut now = NOW;
    while now + IDLE_MAX <= NOW + AGE_MAX {
        now += IDLE_MAX;
        let (session, identity) = sessions.check(&text, &register, now).unwrap();
        assert_eq!(identity, vijay.identity);
        text = sessions.renew(&session, now).unwrap();
        assert_eq!(sessions.renew(&sessions.read(&text).unwrap(), now), None);
    }
    let late = sessions.check(&text, &register, now + Duration::from_secs(1));
    assert_eq!(late, Err(SessionError::Ended), "twelve hours are over");
}

#[test]
fn a_session_that_idles_ends() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let register = register(&[&vijay]);
    let text = sessions.begin(&vijay, NOW).unwrap();
    assert!(sessions.check(&text, &register, NOW + IDLE_MAX).is_ok());
    let late = NOW + IDLE_MAX + Duration::from_secs(1);
    assert_eq!(sessions.check(&text, &register, late), Err(SessionError::Ended));
    // That the clock was set back does not end the session.
    assert!(sessions.check(&text, &register, NOW - IDLE_MAX).is_ok());
}

#[test]
fn a_session_ends_with_its_user_and_its_password() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let text = sessions.begin(&vijay, NOW).unwrap();
    let check = |register: &Register| sessions.check(&text, register, NOW).map(drop);
    assert_eq!(check(&register(&[&vijay])), Ok(()));
    let promoted = Identity { role: Role::Admin, ..(*vijay.identity).clone() };
    let promoted = User { identity: Arc::new(promoted), ..vijay.clone() };
    let (_, identity) = sessions.check(&text, &register(&[&promoted]), NOW).unwrap();
    assert_eq!(identity.role, Role::Admin, "the role is that of now");
    for ended in [
        User { disabled: true, ..vijay.clone() },
        User { password: None, ..vijay },
        // The same password, given anew, has another salt.
        user("vijay", "correct horse battery"),
        user("anita", "correct horse battery"),
    ] {
        assert_eq!(check(&register(&[&ended])), Err(SessionError::Ended), "{ended:?}");
    }
}

#[test]
fn a_session_that_was_signed_out_of_is_over_for_every_copy() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let register = register(&[&vijay]);
    let text = sessions.begin(&vijay, NOW).unwrap();
    let other = sessions.begin(&vijay, NOW).unwrap();
    let later = NOW + Duration::from_secs(60);
    let (session, _) = sessions.check(&text, &register, later).unwrap();
    let renewed = sessions.renew(&session, later).unwrap();
    sessions.sign_out(&session, later).unwrap();
    for copy in [&text, &renewed] {
        assert_eq!(sessions.check(copy, &register, later), Err(SessionError::Ended));
    }
    assert!(sessions.check(&other, &register, later).is_ok());
}

#[test]
fn what_was_not_signed_here_is_no_session() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let register = register(&[&vijay]);
    let text = sessions.begin(&vijay, NOW).unwrap();
    let elsewhere = Sessions::from(SessionKey([8; 32])).begin(&vijay, NOW).unwrap();
    let mut forged: Vec<String> = vec![String::new(), ".".into(), elsewhere];
    for at in 0..text.len() {
        let mut bytes = text.clone().into_bytes();
        bytes[at] = if bytes[at] == b'A' { b'B' } else { b'A' };
        forged.push(String::from_utf8(bytes).unwrap());
        forged.push(text[..at].to_owned());
    }
    for forged in forged {
        let found = sessions.check(&forged, &register, NOW);
        assert_eq!(found, Err(SessionError::Unknown), "{forged}");
    }
}

#[test]
fn sessions_end_when_the_key_is_replaced_removed_or_spoilt_and_not_by_a_restart() {
    let folder = tempfile::tempdir().unwrap();
    let key = folder.path().join("session.key");
    let out = folder.path().join("signed-out");
    let open = || Sessions::open(&key, &out, NOW).unwrap();
    let vijay = user("vijay", "correct horse battery");
    let register = register(&[&vijay]);
    let sessions = open();
    let good = |sessions: &Sessions, text: &str| sessions.check(text, &register, NOW).is_ok();
    let text = sessions.begin(&vijay, NOW).unwrap();
    assert!(!sessions.refresh() && good(&sessions, &text) && good(&open(), &text));
    let (session, _) = sessions.check(&text, &register, NOW).unwrap();
    assert!(sessions.check_again(&session, &register, NOW).is_ok());

    std::fs::remove_file(&key).unwrap();
    assert!(sessions.refresh() && key.exists() && !good(&sessions, &text));
    let again = sessions.check_again(&session, &register, NOW);
    assert_eq!(again, Err(SessionError::Ended), "also for callers who were signed in");
    let text = sessions.begin(&vijay, NOW).unwrap();
    assert!(!sessions.refresh() && good(&sessions, &text) && good(&open(), &text));

    let other = "ab".repeat(32);
    std::fs::write(&key, &other).unwrap();
    assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
    let text = sessions.begin(&vijay, NOW).unwrap();
    assert!(good(&sessions, &text) && good(&open(), &text));

    std::fs::write(&key, "rubbish").unwrap();
    assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
    assert!(matches!(sessions.begin(&vijay, NOW), Err(BeginError::NoKey)), "it would not last");
    std::fs::write(&key, &other).unwrap();
    assert!(sessions.refresh() && good(&sessions, &text), "it was mended");
    std::fs::remove_file(&key).unwrap();
    std::fs::create_dir(&key).unwrap();
    assert!(sessions.refresh() && !sessions.refresh() && !good(&sessions, &text));
    std::fs::remove_dir(&key).unwrap();
    jobs_files::whole_file::create(&key, other.as_bytes()).unwrap();
    assert!(sessions.refresh() && good(&sessions, &text));

    let restarted = open();
    let (session, _) = restarted.check(&text, &register, NOW).unwrap();
    restarted.sign_out(&session, NOW).unwrap();
    assert!(!good(&restarted, &text) && !good(&open(), &text));
    let text = sessions.begin(&vijay, NOW).unwrap();
    std::fs::write(&out, "rubbish").unwrap();
    let restarted = open();
    assert!(!good(&restarted, &text));
    let text = restarted.begin(&vijay, NOW).unwrap();
    assert!(good(&restarted, &text), "who signs in again is accepted");
}

fn with_token(user: &User, token: &str, expires: Option<Duration>) -> Register {
    let mut register = register(&[user]);
    let identity = (*user.identity).clone();
    assert!(register.insert(digest(token), Token::new("laptop".to_owned(), identity, expires)));
    register
}

#[test]
fn a_session_by_a_token_ends_with_the_token_and_its_user_and_not_with_the_password() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let known = with_token(&vijay, "t", None);
    let text = sessions.begin_by_token(&vijay.identity.user, &digest("t"), NOW).unwrap();
    let check = |register: &Register, now| sessions.check(&text, register, now).map(|it| it.1);
    assert_eq!(check(&known, NOW), Ok(Arc::clone(&vijay.identity)));
    let (session, _) = sessions.check(&text, &known, NOW).unwrap();
    assert_eq!(
        (session.by(), sessions.token_of(&session, &known)),
        (SessionBy::Token, Some(&digest("t")))
    );
    let promoted = Identity { role: Role::Admin, ..(*vijay.identity).clone() };
    let promoted = User { identity: Arc::new(promoted), password: None, disabled: false };
    assert_eq!(check(&with_token(&promoted, "t", None), NOW).unwrap().role, Role::Admin);
    let disabled = User { disabled: true, ..vijay.clone() };
    for ended in [
        with_token(&disabled, "t", None),
        with_token(&vijay, "another", None),
        with_token(&user("anita", "correct horse battery"), "t", None),
        register(&[&vijay]),
    ] {
        assert_eq!(check(&ended, NOW), Err(SessionError::Ended), "{ended:?}");
    }
    // Nobody need be listed.
    let mut alone = Register::default();
    alone.insert_token(digest("t"), (*promoted.identity).clone());
    assert_eq!(check(&alone, NOW).unwrap().role, Role::Admin);
}

/// A user may have 200 tokens, and more from admins.
#[test]
fn a_session_by_a_token_costs_as_little_among_many_tokens() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let mut known = with_token(&vijay, "t", None);
    let mut cost = |others: u32| {
        for n in 0..others {
            known.insert_token(digest(&n.to_string()), (*vijay.identity).clone());
        }
        let text = sessions.begin_by_token(&vijay.identity.user, &digest("t"), NOW).unwrap();
        let before = MACS.get();
        let (session, _) = sessions.check(&text, &known, NOW).unwrap();
        sessions.check_again(&session, &known, NOW).unwrap();
        assert_eq!(sessions.token_of(&session, &known), Some(&digest("t")));
        assert_eq!(sessions.ends(&session, &known), NOW + IDLE_MAX);
        MACS.get() - before
    };
    let alone = cost(0);
    assert!(alone > 0);
    assert_eq!(cost(500), alone);
}

#[test]
fn a_session_by_a_token_is_over_when_the_token_expires() {
    let vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let expires = NOW + Duration::from_secs(60);
    let known = with_token(&vijay, "t", Some(expires));
    let text = sessions.begin_by_token(&vijay.identity.user, &digest("t"), NOW).unwrap();
    let (session, _) = sessions.check(&text, &known, expires).unwrap();
    assert_eq!(sessions.ends(&session, &known), expires);
    let late = expires + Duration::from_millis(1);
    assert_eq!(sessions.check(&text, &known, late), Err(SessionError::Ended));
    let longer = with_token(&vijay, "t", Some(NOW + 2 * IDLE_MAX));
    assert_eq!(sessions.ends(&session, &longer), NOW + IDLE_MAX);
}

#[test]
fn all_sessions_of_a_user_end_and_the_one_that_begins_again_goes_on() {
    let vijay = user("vijay", "correct horse battery");
    let anita = user("anita", "correct horse battery");
    let sessions = sessions();
    let mut register = with_token(&vijay, "t", None);
    register.insert_user(anita.clone());
    let by_token = sessions.begin_by_token(&vijay.identity.user, &digest("t"), NOW).unwrap();
    let by_password = sessions.begin(&vijay, NOW).unwrap();
    let others = sessions.begin(&anita, NOW).unwrap();
    let check = |text: &str| sessions.check(text, &register, NOW).map(|it| it.0);
    let begun = [&by_token, &by_password].map(|text| check(text).unwrap());
    sessions.end_all_of(&vijay.identity.user, NOW).unwrap();
    for text in [&by_token, &by_password] {
        assert_eq!(check(text), Err(SessionError::Ended));
    }
    assert!(check(&others).is_ok());
    for session in begun {
        let again = check(&sessions.begin_again(&session, &register, NOW).unwrap()).unwrap();
        assert_eq!((again.by(), again.user()), (session.by(), session.user()));
        assert_ne!(again.handle(), session.handle());
    }
}

/// A session by password that is made one by token, or the other way round, is none.
#[test]
fn a_credential_of_one_kind_is_none_of_the_other() {
    let mut vijay = user("vijay", "correct horse battery");
    let sessions = sessions();
    let known = with_token(&vijay, "t", None);
    let mut session = sessions.check(&sessions.begin(&vijay, NOW).unwrap(), &known, NOW).unwrap().0;
    session.by = Begun::Token(handle(&digest("t")));
    assert_eq!(sessions.check_again(&session, &known, NOW), Err(SessionError::Ended));
    let text = sessions.begin_by_token(&vijay.identity.user, &digest("t"), NOW).unwrap();
    let mut session = sessions.check(&text, &known, NOW).unwrap().0;
    session.by = Begun::Password;
    assert_eq!(sessions.check_again(&session, &known, NOW), Err(SessionError::Ended));
    vijay.password = None;
    assert!(matches!(sessions.begin(&vijay, NOW), Err(BeginError::NoKey)));
}
