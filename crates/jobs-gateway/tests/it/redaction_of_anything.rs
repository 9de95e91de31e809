//! Credentials in texts of every shape, put together at random.

use jobs_gateway::Redactor;
use proptest::prelude::*;

fn clean(text: &str) -> String {
    Redactor::default().text(text).into_owned()
}

/// The ways to write a credential, `{}`, in a text.
const SHAPES: [&str; 64] = [
    "{\"NAME\": \"{}\", \"a\": 1}",
    "HTTP 401: {\"NAME\":\"{}\",\"a\":1}",
    "{\"a\": [1, {\"NAME\": \"{}",
    "[\"{\\\"NAME\\\": \\\"{}\\\"}\", ",
    "{'NAME': '{}', 'a': 1}",
    "got {'NAME': b'{}'} back",
    "{'a': [None, {'NAME': '{}'}], 'b': True}",
    "{'NAME': ('x', '{}'), 'b': True}",
    "{'NAME': {'x': {'y': '{}'}}}",
    "{'NAME': '{}",
    "NAME: {}",
    "a: 1\nNAME: {}\nb: 2",
    "a:\n  - NAME: {}\n    b: 2",
    "NAME: '{}'\nb: 2",
    "NAME: \"{}\"",
    "a: 1\nNAME: |\n  {}\n  more\nb: 2",
    "NAME: >-\n    {}\nb: 2",
    "NAME:\n  x: {}\nb: 2",
    "NAME:\n- x\n- {}\nb: 2",
    "{a: 1, NAME: {}, b: 2}",
    "Host: a\r\nNAME: {}\r\nAccept: b",
    "curl -H 'NAME: {}' https://a.test/",
    "login failed with NAME: {} at 12:00",
    "level=info NAME={} msg=done",
    "level=info NAME=\"{}\" msg=done",
    "level=info NAME='x {}' msg=done",
    "user=a&NAME={}&b=c",
    "https://a.test/x?a=1&NAME={}#b",
    "NAME = {}",
    "{:NAME=>\"{}\", :a=>1}",
    "<a><NAME>{}</NAME><b/></a>",
    "<a NAME=\"{}\"/>",
    "<NAME>{}",
    "sent {'NAME' : u'{}' }",
    "tool --NAME {} run",
    "tool run --NAME '{}'",
    "[\"NAME\", \"{}\"]",
    "[[\"a\", \"b\"], [\"NAME\", \"{}\"]]",
    "[\"tool\", \"--NAME\", \"{}\", \"run\"]",
    "got [('a', 'b'), ('NAME', b'{}')]",
    "curl -u vijay:{} https://a.test/",
    "next=%2Fx%3Fa%3D1%26NAME%3D{}%26b%3D2",
    "https://a.test/?next=https%3A%2F%2Fb.test%2F%3FNAME%3D{}",
    "https://a.test/?next=https%253A%252F%252Fb.test%252F%253FNAME%253D{}",
    "data=%7B%22NAME%22%3A%22{}%22%7D",
    "<add name=\"NAME\" value=\"{}\"/>",
    "<add value='{}' a=\"b\" key='NAME'></add>",
    "<a>\n<key>NAME</key>\n<string>{}</string></a>",
    "<member><name>NAME</name><value>{}</value></member>",
    "&lt;NAME&gt;{}&lt;/NAME&gt;",
    "{&quot;NAME&quot;:&quot;{}&quot;}",
    "{&#34;NAME&#34;: &#x22;{}&#x22;}",
    "--b\r\nContent-Disposition: form-data; name=\"NAME\"\r\nContent-Type: text/plain\r\n\r\n{}\r\n--b--",
    "NAME:\n{}",
    "NAME=\n{}\nb",
    "? NAME\n: {}\n",
    "const NAME = `{}`;",
    "NAME：{}",
    "“NAME”: “{}”",
    "NAME\u{a0}:\u{a0}{}",
    "a | NAME\t{}",
    "WITH NAME '{}'",
    "NAME -> {}",
    "the NAME is {}, it says",
];

const NAMES: [&str; 26] = [
    "token",
    "password",
    "secret",
    "authorization",
    "apiKey",
    "api_key",
    "api-key",
    "x-api-key",
    "access_key",
    "accessKey",
    "pwd",
    "passwd",
    "passphrase",
    "cookie",
    "Set-Cookie",
    "privateKey",
    "private_key",
    "credential",
    "credentials",
    "client_secret",
    "DB_PASSWORD",
    "user.pwd",
    "X-Amz-Credential",
    "X-Amz-Signature",
    "sig",
    "signature",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2_000))]

    #[test]
    fn a_secret_is_not_recorded_whatever_shape_it_has(
        // After a name and a `:` without a space, digits may be a port.
        secret in "[A-Za-z][A-Za-z0-9+/_.~-]{6,30}x9",
        shape in prop::sample::select(SHAPES.to_vec()),
        name in prop::sample::select(NAMES.to_vec()),
        around in prop::sample::select(vec![("", ""), ("it failed\n", "\nat once"), ("\n\n", ""), ("[2026-01-01] info: ", "")]),
    ) {
        let text = shape.replace("NAME", name).replace("{}", &secret);
        // A line that begins with something else is not YAML.
        let is_yaml = shape.contains("NAME:") && shape.contains('\n');
        let text = if is_yaml && around.0.starts_with('[') { text } else { format!("{}{text}{}", around.0, around.1) };
        let clean = clean(&text);
        prop_assert!(!clean.contains(&secret), "{} in {}", secret, clean);
        let within = serde_json::json!({"a": [text]});
        let recorded = Redactor::default().value(within).to_string();
        prop_assert!(!recorded.contains(&secret), "{} in {}", secret, recorded);
    }

    #[test]
    fn pieces_of_anything_are_soon_clean(
        parts in prop::collection::vec(prop::sample::select(vec![
            "token", "password", "cookie", "max_tokens", "eyJabc.", "abc", "12", ":", "=", ": ", " = ", "=>", "\"", "'", "\\",
            "{", "}", "[", "]", "(", ")", "<", ">", "</", ",", ", ", ";", " ", "\n", "\n  ", "- ", "?", "&", "#", "/", "://", "@", "é",
            "\\n", "|", "b'", "''", "[redacted]", "--", "`", "\t", " is ", "->", "%3D", "%22", "&quot;", "：", "name=", "value=", "key>",
        ]), 0..16),
    ) {
        let text = parts.concat();
        let mut rounds = std::iter::successors(Some(text), |text| Some(clean(text)));
        prop_assert_eq!(rounds.nth(3), rounds.next());
    }
}
