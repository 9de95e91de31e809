//! Tests of what is changed in the file, and what is left as it was written.

use std::fs;

use super::*;

/// Opening a pipe would wait for a reader.
#[cfg(unix)]
#[test]
fn a_lock_that_is_no_regular_file_is_refused_and_not_waited_for() {
    let folder = tempfile::tempdir().unwrap();
    let editor = AuthFileEditor::new(folder.path().join("auth.toml"));
    let lock = folder.path().join("auth.toml.lock");
    assert!(std::process::Command::new("mkfifo").arg(&lock).status().unwrap().success());
    let error = editor.add_user(&id("vijay"), Role::Operator, None).unwrap_err().to_string();
    assert!(error.contains("auth.toml.lock is not a regular file"), "{error}");
    assert!(!folder.path().join("auth.toml").exists());
}

#[test]
fn what_was_brought_here_is_told_from_what_this_program_has_made_or_changed_here() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("auth.toml");
    let editor = AuthFileEditor::new(&path);
    assert!(!editor.was_used());
    let user = "[[user]]\nname = \"vijay\"\nrole = \"operator\"\n";
    fs::write(&path, user).unwrap();
    assert!(!editor.was_used());
    editor.add_user(&id("anna"), Role::Operator, None).unwrap();
    assert!(editor.was_used());
    fs::remove_file(&path).unwrap();
    assert!(editor.was_used(), "its lock is left");
    let other = tempfile::tempdir().unwrap();
    let copy = other.path().join("auth.toml");
    editor.add_user(&id("anna"), Role::Operator, None).unwrap();
    fs::copy(&path, &copy).unwrap();
    assert!(!AuthFileEditor::new(copy).was_used());
}

const NOW: std::time::Duration = std::time::Duration::from_secs(1_769_612_693);

fn id(name: &str) -> UserId {
    UserId::new(name).unwrap()
}

/// A folder and an editor of the file in it.
fn new() -> (tempfile::TempDir, AuthFileEditor) {
    let folder = tempfile::tempdir().unwrap();
    let editor = AuthFileEditor::new(folder.path().join("auth.toml"));
    (folder, editor)
}

fn load(editor: &AuthFileEditor) -> AuthFile {
    AuthFile::load(&editor.path).unwrap().unwrap()
}

fn text(editor: &AuthFileEditor) -> String {
    fs::read_to_string(&editor.path).unwrap()
}

#[test]
fn what_is_created_is_loaded_again() {
    use std::os::unix::fs::PermissionsExt as _;
    let (_folder, editor) = new();
    assert!(AuthFile::load(&editor.path).unwrap().is_none());
    let identity = Identity { user: id("o'\"é"), role: Role::Auditor };
    editor.create_with_token(&digest("abc"), &identity, "made by a \"test\"").unwrap();
    assert_eq!(*load(&editor).register().find_token("abc", NOW).unwrap(), identity);
    assert!(!text(&editor).contains("abc\""));
    assert!(text(&editor).starts_with("# Who may"), "{}", text(&editor));
    let mode = fs::metadata(&editor.path).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o600);
    let again = editor.create_with_token(&digest("abd"), &identity, "");
    assert!(matches!(again, Err(AuthFileError::Refused(_))), "{again:?}");

    fs::set_permissions(&editor.path, fs::Permissions::from_mode(0o620)).unwrap();
    let error = editor.add_user(&id("a"), Role::Admin, None).unwrap_err();
    assert!(matches!(error, AuthFileError::Writable { mode: 0o620, .. }), "{error}");
}

#[test]
fn users_come_change_and_go() {
    let (_folder, editor) = new();
    let one = PasswordHash::of_new("the first password").unwrap();
    let two = PasswordHash::of_new("the second password").unwrap();
    editor.add_user(&id("vijay"), Role::Operator, Some(&one)).unwrap();
    editor.add_user(&id("audra"), Role::Auditor, None).unwrap();
    let error = editor.add_user(&id("vijay"), Role::Admin, None).unwrap_err().to_string();
    assert_eq!(error, "a user of this name is listed already");
    let signs_in = |password| {
        let register = load(&editor).register();
        register.check_password("vijay", password).is_some()
    };
    assert!(signs_in("the first password"));
    editor.set_password(&id("vijay"), &two).unwrap();
    assert!(signs_in("the second password") && !signs_in("the first password"));
    editor.disable_user(&id("vijay")).unwrap();
    assert!(!signs_in("the second password"));
    assert!(editor.enable_user(&id("vijay"), None).is_err(), "its sessions would go on");
    editor.enable_user(&id("vijay"), Some(&one)).unwrap();
    assert!(signs_in("the first password"));
    let error = editor.disable_user(&id("nobody")).unwrap_err().to_string();
    assert_eq!(error, "there is no user nobody");
    assert_eq!(load(&editor).users.len(), 2);
}

#[test]
fn names_that_differ_in_form_alone_are_not_two_users() {
    let (_folder, editor) = new();
    editor.add_user(&id("jos\u{e9}"), Role::Operator, None).unwrap();
    editor.new_token(&NewToken::of(id("ci"), Some(Role::Auditor))).unwrap();
    for other in ["JOS\u{c9}", "jose\u{301}", "Jose\u{301}", "CI", "\u{ff43}i"] {
        let added = editor.add_user(&id(other), Role::Admin, None).unwrap_err().to_string();
        assert!(added.contains("in its form alone"), "{added}");
        let made = editor.new_token(&NewToken::of(id(other), Some(Role::Admin)));
        assert!(made.unwrap_err().to_string().contains("in its form alone"), "{other}");
    }
    // Nor is one accepted that was written by hand.
    let written = text(&editor);
    for (line, field) in [
        ("[[user]]\nname = \"JOS\u{c9}\"\nrole = \"admin\"\n".to_owned(), "name: "),
        (
            format!("[[token]]\nsha256 = \"{:064x}\"\nuser = \"Jos\u{e9}\"\nrole = \"admin\"\n", 7),
            "user: ",
        ),
    ] {
        fs::write(&editor.path, format!("{written}\n{line}")).unwrap();
        let error = AuthFile::load(&editor.path).unwrap_err().to_string();
        assert!(error.contains(field) && error.contains("in its form alone"), "{error}");
    }
    fs::write(&editor.path, &written).unwrap();
    editor.add_user(&id("ci"), Role::Auditor, None).unwrap();
}

#[test]
fn tokens_are_made_and_revoked_by_name() {
    let (_folder, editor) = new();
    let error = editor.new_token(&NewToken::of(id("ci"), None)).unwrap_err().to_string();
    assert!(error.starts_with("the user is not listed"), "{error}");
    let (token, name) = editor.new_token(&NewToken::of(id("ci"), Some(Role::Auditor))).unwrap();
    assert_eq!(name, "ci-1");
    assert!(!text(&editor).contains(&token));
    let found = |token: &str| load(&editor).register().find_token(token, NOW);
    assert_eq!(found(&token).unwrap().role, Role::Auditor);

    editor.add_user(&id("vijay"), Role::Operator, None).unwrap();
    let error = editor.new_token(&NewToken::of(id("vijay"), Some(Role::Admin))).unwrap_err();
    assert_eq!(error.to_string(), "the user is listed as operator");
    let (laptop, _) = editor.new_token(&NewToken::of(id("vijay"), None).named("laptop")).unwrap();
    assert_eq!(found(&laptop).unwrap().role, Role::Operator);

    editor.revoke_token("laptop").unwrap();
    assert!(found(&laptop).is_none() && found(&token).is_some());
    let taken = editor.new_token(&NewToken::of(id("vijay"), None).named("laptop")).unwrap_err();
    assert!(matches!(taken, AuthFileError::Taken { field: "name", .. }), "{taken}");
    assert!(editor.revoke_token("other").is_err());
    assert!(editor.new_token(&NewToken::of(id("vijay"), None).named("a b")).is_err());
    editor.disable_user(&id("vijay")).unwrap();
    assert!(editor.new_token(&NewToken::of(id("vijay"), None)).is_err());
}

#[test]
fn what_people_wrote_is_kept_and_what_is_malformed_is_not_touched() {
    let (_folder, editor) = new();
    editor.new_token(&NewToken::of(id("ci"), Some(Role::Auditor))).unwrap();
    let written = text(&editor).replace("[[token]]", "# the nightly run\n[[token]] # really");
    fs::write(&editor.path, &written).unwrap();
    editor.add_user(&id("vijay"), Role::Operator, None).unwrap();
    assert!(text(&editor).contains("# the nightly run\n[[token]] # really"));
    let broken = format!("{written}\nrubbish\n");
    fs::write(&editor.path, &broken).unwrap();
    let error = editor.add_user(&id("audra"), Role::Auditor, None).unwrap_err();
    assert!(matches!(error, AuthFileError::Malformed { .. }), "{error}");
    assert_eq!(text(&editor), broken);
    let inline = "token = [{sha256 = \"";
    let inline = format!("{inline}{:064x}\", user = \"a\", role = \"admin\"}}]\n", 7);
    fs::write(&editor.path, inline).unwrap();
    let error = editor.new_token(&NewToken::of(id("b"), Some(Role::Admin))).unwrap_err();
    assert!(error.to_string().contains("by hand"), "{error}");
}

#[test]
fn changes_at_once_are_all_made() {
    let (folder, editor) = new();
    std::thread::scope(|scope| {
        for thread in 0..8 {
            let editor = &editor;
            scope.spawn(move || {
                for nth in 0..5 {
                    let name = id(&format!("user-{thread}-{nth}"));
                    editor.add_user(&name, Role::Operator, None).unwrap();
                }
            });
        }
    });
    assert_eq!(load(&editor).users.len(), 40);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "the file and its lock");
}

#[test]
fn a_token_has_an_end_and_the_time_of_its_revocation_is_kept() {
    let (_folder, editor) = new();
    let ends = crate::moment(NOW);
    let made_by = Some(id("vijay"));
    let of_ci = NewToken::of(id("ci"), Some(Role::Auditor));
    let asked = NewToken { expires_at: Some(ends), made_by, ..of_ci };
    let (token, name) = editor.new_token(&asked).unwrap();
    let found = |now| load(&editor).register().find_token(&token, now).is_some();
    assert!(found(NOW) && !found(NOW + std::time::Duration::from_secs(1)));
    assert_eq!(load(&editor).tokens[0].expires_at, Some(ends));
    assert_eq!(load(&editor).tokens[0].made_by.as_deref(), Some("vijay"));
    assert_eq!(load(&editor).tokens[0].revoked_at, None);
    editor.revoke_token(&name).unwrap();
    let first = load(&editor).tokens[0].revoked_at.clone();
    assert!(first.is_some() && load(&editor).tokens[0].created_at.is_some());
    editor.revoke_token(&name).unwrap();
    assert_eq!(load(&editor).tokens[0].revoked_at, first);
}

/// What a user cannot have does not tell what others have.
#[test]
fn each_user_has_names_for_tokens_of_their_own() {
    let (_folder, editor) = new();
    for user in ["vijay", "anita"] {
        editor.add_user(&id(user), Role::Operator, None).unwrap();
        editor.new_token(&NewToken::of(id(user), None).named("laptop")).unwrap();
    }
    let (own, _) = editor.new_token(&NewToken::of(id("vijay"), None).named("own")).unwrap();
    let error = editor.revoke_token("laptop").unwrap_err().to_string();
    assert_eq!(error, "several users have a token laptop: name the user, too");
    let error = editor.revoke_token_of(&id("anita"), "own").unwrap_err();
    assert!(matches!(error, AuthFileError::Unknown(_)), "{error}");
    editor.revoke_token_of(&id("anita"), "laptop").unwrap();
    let revoked: Vec<_> = load(&editor).tokens.iter().map(|token| token.disabled).collect();
    assert_eq!(revoked, [false, true, false]);
    editor.revoke_token("own").unwrap();
    assert!(load(&editor).register().find_token(&own, NOW).is_none());
}

#[test]
fn a_user_has_no_more_tokens_than_asked_for() {
    let (_folder, editor) = new();
    let bounded = NewToken { count_max: Some(2), ..NewToken::of(id("ci"), Some(Role::Auditor)) };
    for name in ["ci-1", "ci-2"] {
        assert_eq!(editor.new_token(&bounded).unwrap().1, name);
    }
    editor.revoke_token("ci-1").unwrap();
    let error = editor.new_token(&bounded).unwrap_err();
    assert!(matches!(error, AuthFileError::Refused(_)), "{error}");
    editor.new_token(&NewToken::of(id("ci"), Some(Role::Auditor))).unwrap();
}

#[test]
fn a_role_is_changed_with_that_of_the_users_tokens() {
    let (_folder, editor) = new();
    let (token, _) = editor.new_token(&NewToken::of(id("ci"), Some(Role::Admin))).unwrap();
    let error = editor.add_user(&id("ci"), Role::Auditor, None).unwrap_err();
    assert!(matches!(error, AuthFileError::Refused(_)), "{error}");
    editor.add_user(&id("ci"), Role::Admin, None).unwrap();
    editor.set_role(&id("ci"), Role::Auditor).unwrap();
    assert_eq!(load(&editor).register().find_token(&token, NOW).unwrap().role, Role::Auditor);
    let error = editor.set_role(&id("nobody"), Role::Auditor).unwrap_err();
    assert!(matches!(error, AuthFileError::Unknown(_)), "{error}");
}

#[test]
fn a_password_is_changed_from_the_one_that_was_checked() {
    let (_folder, editor) = new();
    let hash = |password| PasswordHash::of_new(password).unwrap();
    let (one, two) = (hash("the first password"), hash("the second password"));
    editor.add_user(&id("vijay"), Role::Operator, Some(&one)).unwrap();
    editor.change_password(&id("vijay"), Some(&one), &two).unwrap();
    for another in [Some(&one), None] {
        let error = editor.change_password(&id("vijay"), another, &hash("the third password"));
        assert!(matches!(error, Err(AuthFileError::Refused(_))), "{error:?}");
    }
    assert_eq!(load(&editor).users[0].password, Some(two));
}
