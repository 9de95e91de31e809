//! Credentials in texts that are not JSON: Python, YAML, headers, settings, logs, XML, tokens.

use std::borrow::Cow;

use jobs_gateway::Redactor;

fn clean(text: &str) -> String {
    Redactor::default().text(text).into_owned()
}

#[test]
fn values_in_quotes_go_whole() {
    for (given, recorded) in [
        ("{'password': 'hunter2', 'a': 1}", "{'password': '[redacted]', 'a': 1}"),
        ("{'password': b'hunter2', 'a': 1}", "{'password': '[redacted]', 'a': 1}"),
        ("{'a': None, 'token': None, 'b': True}", "{'a': None, 'token': '[redacted]', 'b': True}"),
        (
            "{'a': {'secret': {'b': ['x', (1, 'y')]}}, 'c': 1}",
            "{'a': {'secret': '[redacted]'}, 'c': 1}",
        ),
        ("{'password': \"it's\", 'a': 1}", "{'password': \"[redacted]\", 'a': 1}"),
        (r"{'password': 'it\'s', 'a': 1}", "{'password': '[redacted]', 'a': 1}"),
        ("{'pwd': SecretStr('a, b'), 'a': 1}", "{'pwd': '[redacted]', 'a': 1}"),
        ("{'password': 'hunt", "{'password': '[redacted]'"),
        (
            "failed: {'apiKey': 'k', 'max_tokens': 5}",
            "failed: {'apiKey': '[redacted]', 'max_tokens': 5}",
        ),
        (r#"{"msg": "{'password': 'hunter2'}", "a"#, r#"{"msg": "{'password': '[redacted]'}", "a"#),
        (r#"user=vijay password="my long phrase" a=1"#, r#"user=vijay password="[redacted]" a=1"#),
        ("password = 'my long phrase'; a", "password = '[redacted]'; a"),
        (r#"{:password=>"x y", :a=>1}"#, r#"{:password=>"[redacted]", :a=>1}"#),
        (r#"<user name="a" password="b c"/>"#, r#"<user name="a" password="[redacted]"/>"#),
        ("a password: 'it''s so' in YAML", "a password: '[redacted]' in YAML"),
        (r#"password="""a "b" c""" d"#, r#"password="[redacted]" d"#),
        ("got \"token\": a b c\nd", "got \"token\": \"[redacted]\"\nd"),
        ("don't: 'a': b", "don't: 'a': b"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn a_name_at_the_beginning_of_a_line_has_the_line() {
    for (given, recorded) in [
        ("password: hunter2", "password: [redacted]"),
        ("a: 1\npassword: my long phrase\nb: 2\n", "a: 1\npassword: [redacted]\nb: 2\n"),
        ("  - apiKey: k\n    b: 2", "  - apiKey: [redacted]\n    b: 2"),
        ("password: \"a b\" # c\nb: 2", "password: [redacted]\nb: 2"),
        (
            "key: |\n  a\nprivate_key: |\n  line one\n\n  line two\nb: 2",
            "key: |\n  a\nprivate_key: [redacted]\nb: 2",
        ),
        ("credentials:\n  user: a\n  key: b\nb: 2", "credentials: [redacted]\nb: 2"),
        ("tokens:\n- a\n- b\nc: 2", "tokens: [redacted]\nc: 2"),
        ("password:\nuser: a", "password:\nuser: a"),
        ("Authorization: Bearer abcdef\r\nHost: a\r\n", "Authorization: [redacted]\r\nHost: a\r\n"),
        ("> Cookie: a=b; c=d\n> Host: a", "> Cookie: [redacted]\n> Host: a"),
        ("Set-Cookie: a=b;\n c=d\nHost: a", "Set-Cookie: [redacted]\nHost: a"),
        ("X-Api-Key: k\nX-Max-Tokens: 5", "X-Api-Key: [redacted]\nX-Max-Tokens: 5"),
        ("[db]\npassword = my phrase\nuser = a", "[db]\npassword = [redacted]\nuser = a"),
        ("DB_PASSWORD=hunter2\nDB_USER=a", "DB_PASSWORD=[redacted]\nDB_USER=a"),
        ("token=abc user=vijay", "token=[redacted] user=vijay"),
        ("credentials: {user: a,\nkey: b}\nc: 1", "credentials: [redacted]\nc: 1"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn a_name_inside_of_a_line_has_what_belongs_to_it() {
    for (given, recorded) in [
        (
            "login of bob with password: hunter2 failed",
            "login of bob with password: [redacted] failed",
        ),
        ("at 1: user=bob, password=hunter2, ip=1", "at 1: user=bob, password=[redacted], ip=1"),
        ("user=bob password = hunter2 a", "user=bob password = [redacted] a"),
        ("sent token: Bearer abc to a.test", "sent token: [redacted] to a.test"),
        ("sent Authorization: Digest a=\"b\", c=d", "sent Authorization: [redacted]"),
        ("got {user: bob, password: a b c, d: e}", "got {user: bob, password: [redacted], d: e}"),
        (
            "curl -H 'Authorization: Bearer abc' a.test",
            "curl -H 'Authorization: [redacted]' a.test",
        ),
        ("curl -H \"X-Api-Key: abc def\" a.test", "curl -H \"X-Api-Key: [redacted]\" a.test"),
        ("using Server=a;Password=b c", "using Server=a;Password=[redacted] c"),
        ("with passphrase:abc def", "with passphrase:[redacted] def"),
        (r#"{"a":"x\npassword: hunter2","b"#, r#"{"a":"x\npassword: [redacted]"#),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn elements_lose_their_content() {
    for (given, recorded) in [
        (
            "<a><password>hunter 2</password><b>c</b></a>",
            "<a><password>[redacted]</password><b>c</b></a>",
        ),
        (
            "<wsse:Password Type=\"x\">a<![CDATA[b]]></wsse:Password>",
            "<wsse:Password Type=\"x\">[redacted]</wsse:Password>",
        ),
        (
            "<credentials><user>a</user><key>b</key></credentials> c",
            "<credentials>[redacted]</credentials> c",
        ),
        ("<a><apiKey>abc", "<a><apiKey>[redacted]"),
        ("send <token> along, or <password/>", "send <token> along, or <password/>"),
        ("<maxTokens>5</maxTokens>", "<maxTokens>5</maxTokens>"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

const JWT: &str = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.dGhlLXNpZ25hdHVyZQ-_";

#[test]
fn tokens_are_known_by_their_shape() {
    let own = format!("jobs_{}", "aB3-_".repeat(9));
    let key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----";
    for secret in [
        JWT,
        &own,
        "ghp_0123456789abcdefABCDEF",
        "AKIAIOSFODNN7EXAMPLE",
        "ASIAIOSFODNN7EXAMPLE",
        "sk-0123456789abcdefABCDEF",
        "sk_test_0123456789abcdefAB",
        "npm_0123456789abcdefABCDEF",
        "hvs.0123456789abcdefABCDEF",
        key,
    ] {
        for (before, after) in [
            ("", ""),
            ("used ", ", and"),
            ("(", ")."),
            ("a\n", "\nb"),
            ("x/", "/y"),
            ("<", ">"),
            ("%20", "&"),
        ] {
            let text = format!("{before}{secret}{after}");
            assert_eq!(clean(&text), format!("{before}[redacted]{after}"), "{text}");
        }
    }
    for (given, recorded) in [
        ("sent Bearer hunter2-x to it", "sent Bearer [redacted] to it"),
        ("sent bearer abcdefg.", "sent bearer [redacted]."),
        ("Basic dmlqYXk6aHVudGVyMg==", "Basic [redacted]"),
        ("-----BEGIN PRIVATE KEY-----\nMIIE", "[redacted]"),
    ] {
        assert_eq!(clean(given), recorded);
    }
}

#[test]
fn values_behind_names_of_other_kinds_go() {
    for (given, recorded) in [
        ("curl -u vijay:hunter2 https://a.test/", "curl -u [redacted] https://a.test/"),
        ("tool --password 'a b' run", "tool --password '[redacted]' run"),
        ("tool --api-key=k --token t, x", "tool --api-key=[redacted] --token [redacted], x"),
        ("ALTER USER a IDENTIFIED BY 'it''s'; x", "ALTER USER a IDENTIFIED BY '[redacted]'; x"),
        ("IDENTIFIED WITH sha2_password BY 'a b'", "IDENTIFIED WITH sha2_password BY '[redacted]'"),
        ("[('password', 'a b'), ('c', 'd')]", "[('password', '[redacted]'), ('c', 'd')]"),
        ("its token is aB3dE5fG7, not more", "its token is [redacted], not more"),
        ("| password | aB3dE5fG7 |", "| password | [redacted] |"),
        ("password\thunter", "password\t[redacted]"),
        ("set the password -> hunter!", "set the password -> [redacted]"),
        ("<add key='ApiKey' value='a>b' c='d'/>", "<add key='ApiKey' value='[redacted]' c='d'/>"),
        (
            "<key>a</key><b>c</b><key>pwd</key> <b>c d</b>",
            "<key>a</key><b>c</b><key>pwd</key> <b>[redacted]</b>",
        ),
        ("Password:\nhunter\nOK", "Password:\n[redacted]\nOK"),
        ("? password\n: hunter\n? a\n: b", "? password\n: [redacted]\n? a\n: b"),
        ("jdbc:oracle:thin:vijay/pw@a:1521", "jdbc:oracle:thin:[redacted]@a:1521"),
        ("Private-Lines: 1\nAAAA\nPrivate-MAC: 1", "Private-Lines:[redacted]Private-MAC: 1"),
        // In plain spelling, where only that reveals the credential.
        ("/x?a=%20&to=%2Fy%3Ftoken%3D1", "/x?a= &to=/y?token=[redacted]"),
        ("/x?a=%20&token=1", "/x?a=%20&token=[redacted]"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn a_credential_with_a_word_for_one_goes() {
    for (given, recorded) in [
        ("ALTER USER a IDENTIFIED BY 'topsecret'", "ALTER USER a IDENTIFIED BY '[redacted]'"),
        ("ALTER USER a IDENTIFIED BY 'secret'", "ALTER USER a IDENTIFIED BY '[redacted]'"),
        ("(\"password\", \"MyPassword!\")", "(\"password\", \"[redacted]\")"),
        ("password -> supersecret", "password -> [redacted]"),
        ("password -> secret", "password -> [redacted]"),
        ("[\"password\",\"my_secret\"]", "[\"password\",\"[redacted]\"]"),
        ("tool --password secret", "tool --password [redacted]"),
        ("the password is 'my token'", "the password is '[redacted]'"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn long_and_cut_off_strings_go_whole() {
    let long = "aB3 x/".repeat(200);
    for (given, recorded) in [
        (format!("tool --token '{long}' run"), "tool --token '[redacted]' run"),
        (format!("tool --token '{long}\nmore' run"), "tool --token '[redacted]' run"),
        (format!("the password \"{long}\" is wrong"), "the password \"[redacted]\" is wrong"),
        (format!("tool --token '{long}"), "tool --token '[redacted]'"),
        (format!("curl -u 'vijay:{long}' a"), "curl -u '[redacted]' a"),
        // The 1,024th byte is a quote of the string.
        (format!("--token '{}\"hunter2' a", "x".repeat(1022)), "--token '[redacted]' a"),
        ("tool --password 'hunter2".to_owned(), "tool --password '[redacted]'"),
        ("tool --password 'a b c\nnext line".to_owned(), "tool --password '[redacted]'\nnext line"),
        ("(\"password\", \"a b c".to_owned(), "(\"password\", \"[redacted]\""),
        ("IDENTIFIED BY 'a b".to_owned(), "IDENTIFIED BY '[redacted]'"),
        ("tool --token -Ab3xYz_9-Q run".to_owned(), "tool --token [redacted] run"),
        ("tool --token --all run".to_owned(), "tool --token --all run"),
        ("<add name='token' value='a b".to_owned(), "<add name='token' value='[redacted]"),
    ] {
        assert_eq!(clean(&given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn tags_in_quotes_and_in_each_other_are_read() {
    for (given, recorded) in [
        ("<add name=\"token\" value=\"a<b>c\"/>", "<add name=\"token\" value=\"[redacted]\"/>"),
        ("<add value='a<b' name='token' c='d'/>", "<add value='[redacted]' name='token' c='d'/>"),
        (
            "<key>pwd</key><x name=\"token\" value=\"V\">v</x>",
            "<key>pwd</key><x name=\"token\" value=\"[redacted]\">[redacted]</x>",
        ),
        (
            "<a b='<c key=\"pwd\" value=\"V\"/>' name='token' value='W'/>",
            "<a b='<c key=\"pwd\" value=\"[redacted]\"/>' name='token' value='[redacted]'/>",
        ),
        (
            "<p title=\"5\" high\"><add name='token' value='V'/>",
            "<p title=\"5\" high\"><add name='token' value='[redacted]'/>",
        ),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
}

#[test]
fn names_behind_escapes_and_before_digits_are_known() {
    for (given, recorded) in [
        (r"in reg\token: abc", r"in reg\token: [redacted]"),
        (r"reg\token='a b' c", r"reg\token='[redacted]' c"),
        (r"a\nauth: abc", r"a\nauth: [redacted]"),
        (r"a\nauth='b c' d", r"a\nauth='[redacted]' d"),
        ("spring.datasource.password:12345", "spring.datasource.password:[redacted]"),
        ("sent x-api-key:4711, a", "sent x-api-key:[redacted], a"),
        ("my-token.password:1", "my-token.password:[redacted]"),
        ("a/token:12345", "a/token:[redacted]"),
    ] {
        assert_eq!(clean(given), recorded);
        assert_eq!(clean(recorded), recorded);
    }
    for text in [
        "token-service:8080 refused",
        "at token.a.test:8080",
        "https://api-key:8080/a",
        "to vijay@token:22",
    ] {
        assert_eq!(clean(text), text);
    }
}

#[test]
fn pairs_keep_counts_and_sentences() {
    for (given, recorded) in [
        (r#"{"name":"tokens","value":1234}"#, None),
        (r#"{"name":"tokens","value":"abc"}"#, Some(r#"{"name":"tokens","value":"[redacted]"}"#)),
        (
            r#"{"name":"pin_secret","value":1234}"#,
            Some(r#"{"name":"pin_secret","value":"[redacted]"}"#),
        ),
        (r#"{"label":"Password resets","value":17}"#, None),
        (r#"{"type":"password","value":true}"#, None),
        (r#"{"label":"Password resets of today","value":"many"}"#, None),
        (
            r#"{"label":"Password","value":"hunter2"}"#,
            Some(r#"{"label":"Password","value":"[redacted]"}"#),
        ),
        (r#"{"id":"api key","value":"hunter2"}"#, Some(r#"{"id":"api key","value":"[redacted]"}"#)),
        (
            r#"["Host","a.test","X-Api-Key","k1","Cookie","sid=1"]"#,
            Some(r#"["Host","a.test","X-Api-Key","[redacted]","Cookie","[redacted]"]"#),
        ),
        (r#"["Authorization","Cookie","Host","Accept"]"#, None),
        (r#"["token","a","password","b"]"#, None),
        (r#"["Host","a.test","Cookie"]"#, None),
        (r#"["all cookies are gone","a","b","c"]"#, None),
        (r#"["tool","--api-key","k1","-x"]"#, Some(r#"["tool","--api-key","[redacted]","-x"]"#)),
    ] {
        assert_eq!(clean(given), recorded.unwrap_or(given));
    }
    let payload =
        serde_json::json!({"a": ["Host", "b", "X-Api-Key", "hunter2-x"], "b": "by hunter2-x"});
    let (payload, _) = Redactor::default().request(Some(payload), None).unwrap();
    assert!(payload.unwrap().ends_with(r#""b":"by [redacted]"}"#));
}

#[test]
fn texts_without_credentials_stay() {
    for text in [
        "the token is missing; no password was given, see \"docs\" and 'more'",
        "docker -u root -p 8080:80 --user 1000 -u a",
        "[\"password\", \"token\"] and ('token', 'secret')",
        "| user | password | email |\n|---|---|---|",
        "the password at 2026-11-29T10:00:00Z; a token 2026-11-29T10:00:00Z, the cookie /a/b2c3d4e5",
        "<add name='colour' value='a'/><key>colour</key><string>b</string>",
        "name=\"colour\"\n\nblue\n--b",
        "Password:\nuser: a",
        "next=%2Fx%3Fa%3D1 and &lt;b&gt; and “quotes” → ok",
        "a Bearer token is missing",
        "WWW-Authenticate: Bearer realm=\"a\", error=\"invalid_token\"",
        "basic authentication is off",
        "Invalid access token",
        "the design: assign a passenger; secretary: Ann, max_tokens: 5, token_count=3",
        "token-service:8080 refused; see https://secrets.a.test:8443/x",
        "thread 'main' panicked at crate::token::parse: no",
        "jobs_gateway_connections_total 5",
        "eyJ is how they begin; eyJhbGciOiJub25lIn0",
        "tokens_used=12&max_tokens=100",
        "-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----",
        "https://a.test/?design=1&assign=2",
    ] {
        assert!(
            matches!(Redactor::default().text(text), Cow::Borrowed(_)),
            "{text}: {}",
            clean(text)
        );
    }
}

#[test]
fn pairs_of_a_name_and_a_value_are_known() {
    let given = serde_json::json!({"headers": [
        {"name": "Authorization", "value": "abc"},
        {"header": "X-Api-Key", "values": ["abc"]},
        {"field": "password", "content": "abc"},
        {"field": "colour", "content": "abc"},
        {"Key": "DB_PASSWORD", "Value": {"a": 1}},
        {"name": "max_tokens", "value": 5},
    ]});
    let lists = serde_json::json!([
        ["password", "abc"],
        ["password", 1],
        ["password", "token"],
        ["colour", "abc"],
        ["a", "password", "abc"],
        ["tool", "--password", "abc", "--token", "--all"],
        ["curl", "-u", "vijay:abc", "-u", "vijay"],
    ]);
    let recorded = serde_json::json!([
        ["password", "[redacted]"],
        ["password", "[redacted]"],
        ["password", "token"],
        ["colour", "abc"],
        ["a", "password", "abc"],
        ["tool", "--password", "[redacted]", "--token", "--all"],
        ["curl", "-u", "[redacted]", "-u", "vijay"],
    ]);
    assert_eq!(Redactor::default().value(lists), recorded);
    let recorded = serde_json::json!({"headers": [
        {"name": "Authorization", "value": "[redacted]"},
        {"header": "X-Api-Key", "values": "[redacted]"},
        {"field": "password", "content": "[redacted]"},
        {"field": "colour", "content": "abc"},
        {"Key": "DB_PASSWORD", "Value": "[redacted]"},
        {"name": "max_tokens", "value": 5},
    ]});
    assert_eq!(Redactor::default().value(given), recorded);
}

#[test]
fn what_a_request_holds_in_any_shape_is_found_elsewhere() {
    for given in [
        "{'password': b'hunter2-x'}",
        "password: hunter2-x\n",
        "<pwd>hunter2-x</pwd>",
        "a token=hunter2-x",
        "tool --password hunter2-x",
        "(\"token\", \"hunter2-x\")",
        "<add name='password' value='hunter2-x'/>",
        "name=\"password\"\n\nhunter2-x\n--b",
        "to=%2Fx%3Ftoken%3Dhunter2-x",
        "&quot;password&quot;: &quot;hunter2-x&quot;",
        "%7B%22password%22%3A%22hunter2-x%22%7D",
    ] {
        let payload = serde_json::json!({"a": given, "b": "by hunter2-x"});
        let (payload, _) = Redactor::default().request(Some(payload), None).unwrap();
        let payload = payload.unwrap();
        assert!(payload.ends_with(r#""b":"by [redacted]"}"#), "{payload}");
    }
    let payload = serde_json::json!({"a": ["token", "hunter2-x"], "b": "by hunter2-x"});
    let (payload, _) = Redactor::default().request(Some(payload), None).unwrap();
    assert_eq!(payload.unwrap(), r#"{"a":["token","[redacted]"],"b":"by [redacted]"}"#);
    // A word that may stand in any sentence is not searched for.
    let payload = serde_json::json!({"a": "Invalid token: expired", "b": "it expired"});
    let (payload, _) = Redactor::default().request(Some(payload), None).unwrap();
    assert_eq!(payload.unwrap(), r#"{"a":"Invalid token: [redacted]","b":"it expired"}"#);
}
