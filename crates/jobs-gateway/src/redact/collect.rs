//! Collects the credentials of a request, so that they can be found wherever they turn up.

use serde_json::{Map, Value};

use super::names::Names;
use super::secret::{self, Scrubber, Secrets};
use super::shapes::is_plain_word;
use super::text::{TEXT_LEVELS_MAX, bare_word, ends_word};
use super::urls::{
    ENDS_AUTHORITY, authority_start, is_form, parameters_start, secret_values, userinfo,
};
use super::{behind, elements, forms, lines, pairs, quoted, spelled, tags};
use crate::json;
use crate::refusal::Refusal;

/// What may stand before a credential, as in the `Authorization` header.
const SCHEMES: [&str; 2] = ["bearer", "basic"];

/// The credentials of a request, as they are gathered.
pub(super) struct Collector<'n> {
    names: &'n Names,
    found: Secrets,
}

impl<'n> Collector<'n> {
    pub(super) fn of(names: &'n Names) -> Self {
        Self { names, found: Secrets::default() }
    }

    pub(super) fn add(&mut self, text: &str) {
        self.found.add(text);
    }

    /// The scrubber for them, unless `field` holds more than can be searched for.
    pub(super) fn scrubber(self, field: &'static str) -> Result<Scrubber, Refusal> {
        if self.found.is_too_much() {
            let bytes_max = secret::BYTES_MAX;
            let reason =
                format!("holds more than {bytes_max} bytes of tokens, passwords and the like");
            return Err(Refusal::invalid(field, reason));
        }
        Ok(self.found.scrubber())
    }

    /// Adds the parameters of `url` that have the names of credentials.
    pub(super) fn add_parameters(&mut self, url: &str) {
        let parameters = &url[if is_form(url) { 0 } else { parameters_start(url) }..];
        // As they are: the scrubber handles escapes.
        for value in secret_values(parameters, self.names) {
            self.found.add(&parameters[value]);
        }
    }

    /// Adds the password from the part before the `@` of a URL; a user name alone may be any word.
    fn add_password(&mut self, userinfo: &str) {
        let Some((_, password)) = userinfo.split_once(':') else { return };
        self.found.add(password);
        // A second `@` after the authority may belong to the path, and the password may be shorter.
        let authority = password.split(ENDS_AUTHORITY).next().unwrap_or_default();
        if authority.len() < password.len()
            && let Some((password, _)) = authority.rsplit_once('@')
        {
            self.found.add(password);
        }
    }

    pub(super) fn collect(&mut self, value: &Value, secret: bool, level: usize) {
        match value {
            Value::Object(object) => self.collect_members(object, secret, level),
            Value::Array(items) => {
                for (item, is_named) in items.iter().zip(pairs::named_items(items, self.names)) {
                    self.collect(item, secret || is_named, level);
                }
            }
            Value::Number(number) if secret => self.found.add(&number.to_string()),
            Value::String(text) => {
                if secret {
                    self.add_text(text);
                }
                if is_plain_word(text) {
                    return;
                }
                match json::in_text(text) {
                    Some(value) if level < TEXT_LEVELS_MAX => {
                        self.collect(&value, secret, level + 1);
                    }
                    _ => {
                        self.collect_pieces(text);
                        let plain = spelled::plainly(text);
                        plain.iter().for_each(|plain| self.collect_plain(plain, level));
                    }
                }
            }
            _ => {}
        }
    }

    pub(super) fn collect_members(
        &mut self,
        object: &Map<String, Value>,
        secret: bool,
        level: usize,
    ) {
        let held = pairs::held_by(object, self.names);
        for (name, value) in object {
            let secret = secret
                || self.names.hides(name, value)
                || pairs::is_value(name) && held.hides(value);
            self.collect(value, secret, level);
        }
    }

    fn add_text(&mut self, text: &str) {
        self.found.add(text);
        // An upstream that refuses `Bearer abc` may mention only `abc`.
        if let Some((scheme, credentials)) = text.split_once(' ')
            && SCHEMES.iter().any(|known| scheme.eq_ignore_ascii_case(known))
        {
            self.found.add(credentials.trim_start());
        }
    }

    /// Adds what a text with escapes holds once they are undone.
    fn collect_plain(&mut self, text: &str, level: usize) {
        match json::in_text(text) {
            Some(value) if level < TEXT_LEVELS_MAX => self.collect(&value, false, level + 1),
            _ => self.collect_pieces(text),
        }
    }

    /// Adds what [`Redactor::clean_pieces`] replaces: what stands in quotes and in URLs, and, from
    /// the rest, words that could not be part of a sentence.
    fn collect_pieces(&mut self, text: &str) {
        let names = self.names;
        let quoted = quoted::spans(text, names).into_iter().chain(behind::spans(text, names));
        for span in quoted {
            let value = &text[span.range];
            self.add_text(if quoted::is_opened(value) { quoted::content(value) } else { value });
        }
        let tags = tags::spans(text, names).into_iter().chain(elements::spans(text, names));
        let bare = forms::spans(text, names).into_iter().chain(tags);
        for span in bare.chain(lines::spans(text, names)) {
            let words = text[span.range].split(ends_word).map(bare_word);
            words.filter(|word| !is_plain(word)).for_each(|word| self.found.add(word));
        }
        if !text.contains('=') && !text.contains("://") {
            return;
        }
        for word in text.split_inclusive(ends_word).map(bare_word) {
            let place = authority_start(word).and_then(|start| userinfo(word, start));
            let place = place.unwrap_or(0..0);
            self.add_password(&word[place.clone()]);
            self.add_parameters(if is_form(word) { word } else { &word[place.end..] });
        }
    }
}

/// Whether `word` may be part of a sentence: letters, with at most the first one a capital.
fn is_plain(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_none_or(char::is_alphabetic) && letters.all(char::is_lowercase)
}
