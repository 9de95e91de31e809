//! Secrets that identify the input they were put into, and the search for them in everything that a
//! program wrote.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use aho_corasick::AhoCorasick;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

/// Places in which a program wrote something, and what that was.
#[derive(Default)]
pub(super) struct Written(Vec<(String, Vec<u8>)>);

impl Written {
    pub(super) fn add(&mut self, place: impl Into<String>, bytes: impl Into<Vec<u8>>) {
        self.0.push((place.into(), bytes.into()));
    }

    /// Every file below `folder`.
    pub(super) fn add_files(&mut self, when: &str, folder: &Path) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                self.add_files(when, &path);
            } else {
                let name = path.file_name().unwrap().display();
                self.add(format!("{name} {when}"), fs::read(&path).unwrap());
            }
        }
    }

    /// The places that hold `text`, as it is.
    pub(super) fn places_with(&self, text: &str) -> Vec<&str> {
        let holds = |bytes: &[u8]| bytes.windows(text.len()).any(|it| it == text.as_bytes());
        self.0.iter().filter(|(_, bytes)| holds(bytes)).map(|(place, _)| &**place).collect()
    }
}

/// A secret that must never be written.
#[derive(Default)]
pub(super) struct Canaries {
    /// The text to search for, and the input that it was put into.
    inputs: BTreeMap<String, String>,
    /// Where one may be: the input and the beginning of the place's name.
    meant: Vec<(String, &'static str)>,
}

impl Canaries {
    /// A secret only for `input`. It ends with characters that JSON, forms and URLs escape. The
    /// text to search for has none of them, and is found however the rest is spelt.
    pub(super) fn plant(&mut self, input: impl Into<String>) -> String {
        let core = format!("kn{:04}canary", self.inputs.len());
        self.inputs.insert(core.clone(), input.into());
        format!("{core}/+=")
    }

    /// A member for each way to write a secret in a text, or to name it.
    pub(super) fn plant_shapes(&mut self, input: &str) -> serde_json::Value {
        let mut plant = |shape: &str| self.plant(format!("{shape} of {input}"));
        serde_json::json!({
            "apiKey": plant("an apiKey"), "pwd": plant("a pwd"), "cardPinCode": plant("a name of --redact-name"),
            "headers": [{"name": "Cookie", "value": plant("a pair")}],
            "python": format!("got {{'passwd': b'{}', 'a': None}}", plant("Python")),
            "yaml": format!("a: 1\npassphrase: |\n  {}\nb: 2", plant("YAML")),
            "header": format!("Host: a\r\nAuthorization: Digest {}\r\n", plant("a header")),
            "log": format!("level=info secret=\"{}\" a=1", plant("a log")),
            "xml": format!("<privateKey>{}</privateKey>", plant("XML")),
            "sas": format!("https://a.test/?sv=1&sig={}", in_url(&plant("a signature"))),
        })
    }

    /// The same for an input that is returned, in places whose names begin with `place`.
    pub(super) fn plant_meant_for(
        &mut self,
        place: &'static str,
        input: impl Into<String>,
    ) -> String {
        let input = input.into();
        self.meant.push((input.clone(), place));
        self.plant(input)
    }

    /// Adds a secret that this or another program made.
    pub(super) fn learn(&mut self, input: impl Into<String>, secret: &str) {
        self.inputs.insert(secret.to_owned(), input.into());
    }

    /// The same for one that belongs in places whose names begin with `place`.
    pub(super) fn learn_meant_for(&mut self, place: &'static str, input: &str, secret: &str) {
        self.meant.push((input.to_owned(), place));
        self.learn(input, secret);
    }

    /// The secrets that were added for `input`.
    pub(super) fn learnt(&self, input: &str) -> Vec<String> {
        let of_input = self.inputs.iter().filter(|(_, of)| *of == input);
        of_input.map(|(secret, _)| secret.clone()).collect()
    }

    pub(super) fn count(&self) -> usize {
        self.inputs.len()
    }

    /// Every secret that is where it must not be, in any spelling: the input, and a place.
    pub(super) fn leaks(&self, written: &Written) -> Vec<String> {
        let mut needles = Vec::new();
        let mut inputs = Vec::new();
        for (secret, input) in &self.inputs {
            for spelling in spellings(secret) {
                needles.push(spelling);
                inputs.push(input);
            }
        }
        let automaton =
            AhoCorasick::builder().ascii_case_insensitive(true).build(&needles).unwrap();
        let mut leaks: BTreeMap<&str, Vec<String>> = BTreeMap::new();
        for (place, bytes) in &written.0 {
            for found in automaton.find_overlapping_iter(bytes) {
                let input = inputs[found.pattern().as_usize()];
                let is_meant = |(of, to): &(String, &str)| of == input && place.starts_with(to);
                if !self.meant.iter().any(is_meant) {
                    let around = found.start().saturating_sub(80)..found.end();
                    let around = String::from_utf8_lossy(&bytes[around]);
                    leaks.entry(input).or_default().push(format!("{place}: {around:?}"));
                }
            }
        }
        let told = |(input, places): (&str, Vec<String>)| {
            format!("{input}, {} times, first in {}", places.len(), places[0])
        };
        leaks.into_iter().map(told).collect()
    }
}

/// `secret` as it is written in a URL.
pub(super) fn in_url(secret: &str) -> String {
    utf8_percent_encode(secret, NON_ALPHANUMERIC).to_string()
}

/// `secret` as it is, in hexadecimal, with every byte escaped as in URLs and in JSON, and in base64
/// wherever it begins.
fn spellings(secret: &str) -> Vec<String> {
    let each = |write: fn(u8) -> String| secret.bytes().map(write).collect::<String>();
    let mut spellings = vec![
        secret.to_owned(),
        hex::encode(secret),
        each(|byte| format!("%{byte:02x}")),
        each(|byte| format!("\\u{byte:04x}")),
    ];
    for before in 0..3 {
        let text = STANDARD.encode([&vec![0; before], secret.as_bytes()].concat());
        let text = text.trim_end_matches('=');
        // Leaves out what depends on the bytes before and after.
        spellings.push(text[(before * 8).div_ceil(6)..text.len() - 1].to_owned());
    }
    spellings
}

#[test]
fn a_canary_is_found_however_it_is_spelt() {
    let mut canaries = Canaries::default();
    let secret = canaries.plant("an input");
    let with = |text: &str| {
        let mut written = Written::default();
        written.add("a place", text);
        canaries.leaks(&written).len()
    };
    let encode = |text: String| STANDARD.encode(text);
    for text in [
        format!("it is {secret}."),
        secret.to_uppercase(),
        hex::encode(&secret),
        encode(secret.clone()),
        encode(format!("user:{secret}")),
        encode(format!("users:{secret} and more")),
        encode(format!("another:{secret}!")),
    ] {
        assert_eq!(with(&text), 1, "{text}");
    }
    assert_eq!(with("kn0000canar"), 0);
}
