//! Tests of what is replaced, and what is not.

use proptest::prelude::*;
use serde_json::json;

use super::secret::tests::scrubber as scrubber_of;
use super::*;

fn with_found(texts: &[&str]) -> Redactor {
    Redactor { names: Names::default(), found: scrubber_of(texts) }
}

fn redacted_text(text: &str) -> Cow<'_, str> {
    Redactor::default().text(text).into_owned().into()
}

fn redacted_url(url: &str) -> String {
    Redactor::default().url(url)
}

fn redacted_request(
    payload: Option<Value>,
    url: Option<&str>,
) -> Result<(Option<String>, Option<String>), Refusal> {
    Redactor::default().request(payload, url)
}

fn object(value: &Value) -> Map<String, Value> {
    value.as_object().unwrap().clone()
}

#[test]
fn credentials_go_at_any_depth_and_in_any_case() {
    let payload = json!({
        "action": "PE-Enable",
        "cids": ["1", "2"],
        "Token": "abc",
        "options": {
            "userPassword": null,
            "list": [{"X-AUTHORIZATION": ["a", {"b": 1}]}, [{"clientSecret": {"a": 1}}]],
            "note": "sent with abcdef",
            "inner": "{\"a\": \"{\\\"password\\\": 1}\"}",
        },
        "key abcdef": 1,
    });
    let recorded = with_found(&["abcdef"]).payload(object(&payload));
    let expected = json!({
        "action": "PE-Enable",
        "cids": ["1", "2"],
        "Token": "[redacted]",
        "options": {
            "userPassword": "[redacted]",
            "list": [{"X-AUTHORIZATION": "[redacted]"}, [{"clientSecret": "[redacted]"}]],
            "note": "sent with [redacted]",
            "inner": "{\"a\":\"{\\\"password\\\":\\\"[redacted]\\\"}\"}",
        },
        // Names say what something is.
        "key abcdef": 1,
    });
    assert_eq!(recorded.parse::<Value>().unwrap(), expected);
}

#[test]
fn what_a_request_holds_is_found_at_any_depth() {
    let payload = object(&json!({
        "a": [{"secrets": ["long enough", {"x": "also this"}, "short", 123_456]}],
        "b": "plain text",
        "c": "[{\"password\": \"in a text\"}]",
        "d": "(https://vijay:before-host@a.test/?token=after%2dhost&a=b-plain).",
        "e": "user=vijay&password=in+a+form",
        "f": "/of/a=1&token=c2VjcmV0cw==",
        "authorization": "Bearer of-a-scheme",
    }));
    let url =
        "https://a.test/?my%54oken=in+a+URL&page=second#id_token=in-a-fragment".parse().unwrap();
    let token = Secret::new("the token");
    let scrubber =
        Redactor::default().of_request(Some(&token), Some(&payload), &url).unwrap().found;
    for text in [
        "long enough",
        "also this",
        "123456",
        "in a text",
        "in a URL",
        "in-a-fragment",
        "the token",
        "before-host",
        "after-host",
        "after%2dhost",
        "in a form",
        "of-a-scheme",
        "in+a+form",
        "c2VjcmV0cw==",
    ] {
        assert_eq!(scrubber.scrub(text), REDACTED);
    }
    for text in ["short", "plain text", "second", "b-plain", "user=vijay"] {
        assert_eq!(scrubber.scrub(text), text);
    }
}

#[test]
fn what_one_part_of_a_request_holds_is_found_in_the_other() {
    let payload = json!({"note": "by key-in-url", "my": {"token": "key-in-payload"}});
    let url = "https://a.test/key-in-payload?token=key-in-url#x";
    let (payload, url) = redacted_request(Some(payload), Some(url)).unwrap();
    let expected = r#"{"my":{"token":"[redacted]"},"note":"by [redacted]"}"#;
    assert_eq!(payload.as_deref(), Some(expected));
    assert_eq!(url.as_deref(), Some("https://a.test/[redacted]?token=[redacted]#x"));
    for url in ["https://a.test/cb#access_token=abcdef123", "/cb?a=b#x&token=abcdef123"] {
        let payload = json!({"note": "used abcdef123"});
        let (payload, _) = redacted_request(Some(payload), Some(url)).unwrap();
        assert_eq!(payload.as_deref(), Some(r#"{"note":"used [redacted]"}"#), "{url}");
    }
    assert_eq!(redacted_request(None, None).unwrap(), (None, None));
    let tokens: Vec<String> = (0..4_000).map(|n| format!("token number {n:05}")).collect();
    let refusal = redacted_request(Some(json!({"tokens": tokens})), None).unwrap_err();
    assert!(refusal.to_string().starts_with("request_payload: holds more"), "{refusal}");
}

#[test]
fn a_request_of_nothing_but_credentials_is_refused() {
    let of = |count: usize| {
        let tokens: Vec<String> = (0..count).map(|n| format!("token number {n:05}")).collect();
        let payload = object(&json!({ "tokens": tokens }));
        Redactor::default().of_request(None, Some(&payload), &"https://a.test".parse().unwrap())
    };
    assert!(of(3_000).is_ok());
    let refusal = of(4_000).err().unwrap().to_string();
    assert!(refusal.starts_with("postData: holds more than 65536 bytes of tokens"), "{refusal}");
}

#[test]
fn a_url_keeps_everything_but_its_credentials() {
    for (given, recorded) in [
        ("https://a.test/x", "https://a.test/x"),
        ("https://a.test/x?", "https://a.test/x?"),
        ("https://a.test/x?a=1&b=%20+&c", "https://a.test/x?a=1&b=%20+&c"),
        (
            "https://a.test/x?access_token=1&b=2&to%6ben=3&PASSWORD=",
            "https://a.test/x?access_token=[redacted]&b=2&to%6ben=[redacted]&PASSWORD=[redacted]",
        ),
        ("https://a.test/#id_token=1&b=2", "https://a.test/#id_token=[redacted]&b=2"),
        ("https://u@a.test/@b", "https://[redacted]@a.test/@b"),
        ("https://u:p@a.test:80/@b", "https://[redacted]@a.test:80/@b"),
        // What may be a password is replaced, even if it may be more.
        ("https://u:p@a.test/@b", "https://[redacted]@b"),
        ("https://vijay:p@ss/word@a.test", "https://[redacted]@a.test"),
        ("https://vijay:pa#ss@a.test/x?a=1", "https://[redacted]@a.test/x?a=1"),
        ("HTTPS://vijay:pa?token=s@a.test/x#b", "HTTPS://[redacted]@a.test/x#b"),
        ("https://vijay:a,b{c}#@a.test/x", "https://[redacted]@a.test/x"),
        ("https://vijay:pass]/word@a.test", "https://[redacted]@a.test"),
        ("vijay:pa#ss@a.test", "[redacted]@a.test"),
        ("https://example.com:{port}/users/@me", "https://example.com:{port}/users/@me"),
        ("https://example.com:${port}/@me", "https://example.com:${port}/@me"),
        ("https://@a.test", "https://@a.test"),
        // In other schemes, only what is not a list or a path.
        ("amqp://u:p#w?x@a.test/v@h", "amqp://[redacted]@a.test/v@h"),
        ("amqp://u:p@a.test/v@h", "amqp://[redacted]@a.test/v@h"),
        ("amqp://u:p#w@a,b:z#d@e", "amqp://[redacted]@a,b:z#d@e"),
        ("kafka://b1:9092,b2/topic@latest", "kafka://b1:9092,b2/topic@latest"),
        ("kafka://b1:9092,b2#topic@latest", "kafka://b1:9092,b2#topic@latest"),
        ("jdbc:x://a:b?mail=c@d", "jdbc:x://a:b?mail=c@d"),
        ("git+ssh://git.test:org/repo@v1.2", "git+ssh://git.test:org/repo@v1.2"),
        ("https://u@a.test?a=b@c", "https://[redacted]@a.test?a=b@c"),
        ("u:p@a.test/x", "[redacted]@a.test/x"),
        ("//u:p@q@a.test", "//[redacted]@a.test"),
        ("https://u:p/w@a.test/x", "https://[redacted]@a.test/x"),
        ("https://a.test:8080/x@y", "https://a.test:8080/x@y"),
        ("https://[::1]/x@y", "https://[::1]/x@y"),
        ("https://u:p@[::1]/x@y", "https://[redacted]@[::1]/x@y"),
        ("https://[::1]:{port}/x@y", "https://[::1]:{port}/x@y"),
        ("", ""),
    ] {
        assert_eq!(redacted_url(given), recorded);
        assert_eq!(url_has_userinfo(given), recorded.contains("[redacted]@"), "{given}");
        assert_eq!(redacted_url(recorded), recorded);
    }
}

#[test]
fn urls_and_parameters_are_found_in_texts() {
    for (given, recorded) in [
        ("a = b; c=d, 1+1=2 (see https://a.test/x)", "a = b; c=d, 1+1=2 (see https://a.test/x)"),
        (
            "failed: 'https://u:p@a.test/x?token=1'.",
            "failed: 'https://[redacted]@a.test/x?token=[redacted]'.",
        ),
        (
            "no answer from /tms?access_token=1&a=2\n",
            "no answer from /tms?access_token=[redacted]&a=2\n",
        ),
        ("user=vijay&password=hunter2", "user=vijay&password=[redacted]"),
        ("<a href=\"/x?secret=1\">", "<a href=\"/x?secret=[redacted]\">"),
        ("x=1? mail bob@a.test?", "x=1? mail bob@a.test?"),
        ("cc:sales/bob@a.test?token=1", "cc:sales/bob@a.test?token=[redacted]"),
        ("at https://u:p#w@a.test/x.", "at https://[redacted]@a.test/x."),
        ("//u:p@a.test/?a=1", "//[redacted]@a.test/?a=1"),
        ("u:p@a.test/?a=1", "[redacted]@a.test/?a=1"),
        ("u:p@token.test/x=1", "[redacted]@token.test/x=1"),
        ("mailto:bob@a.test?a=1", "mailto:bob@a.test?a=1"),
        (
            "token=abc&next=https://u:p@a.test/?secret=a?b&c",
            "token=[redacted]&next=https://[redacted]@a.test/?secret=[redacted]&c",
        ),
        ("a/b=1&token=2", "a/b=1&token=[redacted]"),
        ("password=hunter2?", "password=[redacted]"),
        ("https://token.test/x=1?a=1", "https://token.test/x=1?a=1"),
        ("//token.test/x=1", "//token.test/x=1"),
    ] {
        assert_eq!(redacted_text(given), recorded);
    }
}

#[test]
fn passwords_of_urls_are_found_elsewhere_and_words_are_not() {
    let recorded = |note: &str, text: &str| {
        let payload = json!({"note": note, "text": text});
        let recorded = redacted_request(Some(payload), None).unwrap().0.unwrap();
        recorded.parse::<Value>().unwrap()["text"].as_str().unwrap().to_owned()
    };
    for (note, text) in [
        ("x=1? mail operations@a.test?", "operations"),
        ("x=1? cc:operations@a.test?", "operations"),
        ("https://operations@a.test", "operations"),
        ("https://operations:hunter2@a.test", "operations"),
        ("kafka://b1:9092,b2-long/topic@latest", "9092,b2-long/topic"),
    ] {
        assert_eq!(recorded(note, text), text, "{note}");
    }
    for (note, text) in [
        ("https://vijay:hunter2@a.test", "hunter2"),
        ("https://vijay:hunt#er2@a.test", "hunt#er2"),
        ("https://vijay:hunt@er2@a.test/x@y", "hunt@er2"),
        ("https://vijay:h@a.test?token=hunter2&x", "hunter2"),
        ("/callback#/done?a=1&id_token=hunter2", "hunter2"),
    ] {
        assert_eq!(recorded(note, text), REDACTED, "{note}");
    }
}

#[test]
fn json_that_is_not_the_whole_text_loses_its_credentials() {
    for (given, recorded) in [
        (r#"HTTP 401: {"token":"abc"}"#, r#"HTTP 401: {"token":"[redacted]"}"#),
        (r#"{"a":1,"sessionToken":"abc"#, r#"{"a":1,"sessionToken":"[redacted]""#),
        (r#"{"a":1,"sessionToken":""#, r#"{"a":1,"sessionToken":"[redacted]""#),
        (r#"{"a":1,"sessionToken": "#, r#"{"a":1,"sessionToken": "#),
        (
            "{\"a\":1,\"token\":\"x\"}\n{\"token\" :\t7.5e1, \"a\":\"x\"}",
            "{\"a\":1,\"token\":\"[redacted]\"}\n{\"token\" :\t\"[redacted]\", \"a\":\"x\"}",
        ),
        (r#"got {"token":"a\"b\\","x":"y"}"#, r#"got {"token":"[redacted]","x":"y"}"#),
        (r#"got {"token":null}"#, r#"got {"token":"[redacted]"}"#),
        (r#"got {"tokens":[{"a":"]}\""},[1]],"x":[2]}"#, r#"got {"tokens":"[redacted]","x":[2]}"#),
        (r#"{"secret":{"a":["b","c"#, r#"{"secret":"[redacted]""#),
        (r#"got {"t\u006fken":"abc"}"#, r#"got {"t\u006fken":"[redacted]"}"#),
        (
            r#"got {"b":"{\"token\":\"a\\\"b\",\"x\":1}","c":2}"#,
            r#"got {"b":"{\"token\":\"[redacted]\",\"x\":1}","c":2}"#,
        ),
        (r#"got {"b":"\"token\": 12","c":2}"#, r#"got {"b":"\"token\": \"[redacted]\"","c":2}"#),
        (r#"12" wide, {"token":"abc"}"#, r#"12" wide, {"token":"[redacted]"}"#),
        // It is JSON once the bare word has been replaced, and is then read as such.
        (
            r#"{"token":abc,"b":"{\u0022token\u0022:\u00221\u0022}"}"#,
            r#"{"b":"{\"token\":\"[redacted]\"}","token":"[redacted]"}"#,
        ),
        (r#"a "token", "b": 1 and "c""#, r#"a "token", "b": 1 and "c""#),
        (r#"{"a":"token", "b":"c"#, r#"{"a":"token", "b":"c"#),
    ] {
        assert_eq!(redacted_text(given), recorded);
        assert_eq!(redacted_text(recorded), recorded);
    }
}

#[test]
fn values_in_values_are_read_once() {
    // Reading the rest once for each would be 100 GB.
    let text = r#"{"a":"#.repeat(200_000);
    assert_eq!(redacted_text(&text), text);
    let text = r#"{"token":"#.repeat(200_000);
    assert_eq!(redacted_text(&text), r#"{"token":"[redacted]""#);
}

#[test]
fn json_without_credentials_is_kept_letter_for_letter() {
    for text in
        ["{ \"b\": 1.0,\n \"a\": [] }", "[1e400]", "{broken: token", r#"{"token":"[redacted]"}"#]
    {
        assert!(matches!(Redactor::default().text(text), Cow::Borrowed(_)), "{text}");
    }
    for text in [
        r#"{"a":{"token":"k3y"},"a":1}"#,
        r#"{"a":[{"password":"k3y","x":{"secret":"k3y"}}],"a":{"b":1}}"#,
        r#"{"\u0074oken":"k3y"}"#,
    ] {
        assert!(!redacted_text(text).contains("k3y"), "{text}");
    }
}

#[test]
fn json_in_texts_without_end_is_replaced_whole() {
    let mut text = r#"{"password":"hunter2"}"#.to_owned();
    for _ in 0..12 {
        text = json!([text]).to_string();
        let clean = redacted_text(&text);
        assert!(!clean.contains("hunter2"), "{clean}");
    }
}

/// Arbitrary JSON in which the token and secret names turn up often.
fn any_json() -> impl Strategy<Value = Value> {
    let text =
        || prop_oneof!["[a-z]{0,4}", Just("k3y-k3y".to_owned()), Just("\"k3y-k3y\\".to_owned())];
    let name = prop_oneof!["[a-z]{1,3}", Just("myToken".to_owned())];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        text().prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::btree_map(name.clone(), inner, 0..6)
                .prop_map(|object| Value::Object(object.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn what_is_recorded_is_json_without_the_token(value in any_json()) {
        let redactor = with_found(&["k3y-k3y"]);
        let mut clean = value.clone();
        let changed = redactor.redact(&mut clean, 0);
        prop_assert!(!clean.to_string().contains("k3y-k3y"), "{}", clean);
        prop_assert_eq!(changed, clean != value);
        let mut again = clean.clone();
        prop_assert!(!redactor.redact(&mut again, 0));
        prop_assert_eq!(again, clean);
    }

    #[test]
    fn any_text_is_soon_clean(
        text in "[\\\\{}\\[\\]\"':/?#&=@ a]{0,20}|(token|https?://|[\\\\{}\\[\\]\",:/?#&=@ a1]){0,20}|\\PC*",
    ) {
        let clean = |text: &String| Some(redacted_text(text).into_owned());
        let mut rounds = std::iter::successors(Some(text.clone()), clean);
        prop_assert_eq!(rounds.nth(3), rounds.next());
        let _ = redacted_url(&text);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_text_without_secrets_is_recorded_as_it_is(
        text in "([a-z]{1,8}(: |=|\", \"|': '|\\n| |://|\\?|&|<|>|\\{|\\}|\\[|\\]|\\\\)){0,30}",
    ) {
        let is_secret = |name: &str| Names::default().is_secret(name);
        // A name in quotes may have several words.
        let words: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
        let has_name = (1..=3).any(|count| words.windows(count).any(|words| is_secret(&words.join("-"))));
        let has_scheme = text.contains("bearer") || text.contains("basic");
        prop_assume!(!has_name && !has_scheme && !is_secret(&text));
        prop_assert_eq!(&*redacted_text(&text), &text);
    }
}
