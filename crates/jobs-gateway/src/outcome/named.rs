//! The customers that an upstream names in free text, as in `those CIDs ['2df9', '77ab'] do not
//! exist`.

use std::collections::HashSet;

/// What a message says about some customers.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Named {
    /// The identifiers in the list, in its order, repeats included.
    pub(crate) cids: Vec<String>,
    /// The rest of the sentence: `do not exist`. Empty when there is none.
    pub(crate) message: String,
}

/// The lists that follow the word `CIDs` (in any case) in `text`. Items may be quoted in `'` or
/// `"`, with backslash escapes, or not at all; of a list that is cut short, only whole items count.
pub(crate) fn named_customers(text: &str) -> Vec<Named> {
    let mut found = Vec::new();
    let mut rest = text;
    while let Some((before, list)) = next_list(rest) {
        let (cids, after) = read_list(list);
        let until_next = next_list(after).map_or(after.len(), |(before, _)| before.len());
        let (sentence, tail) = after.split_at(until_next);
        let message = match tidy(sentence) {
            "" => tidy(before),
            message => message,
        };
        found.push(Named { cids, message: message.to_owned() });
        // `tail` starts with the text before the next list, which `before` of the next round needs.
        rest = tail;
    }
    found
}

/// The text before the next `those CIDs [`, and what follows its bracket.
fn next_list(text: &str) -> Option<(&str, &str)> {
    const WORD: &str = "cids";
    let bytes = text.as_bytes();
    let mut from = 0;
    while let Some(at) = bytes.get(from..)?.iter().position(|byte| *byte == b'[') {
        let bracket = from + at;
        // A bracket is one byte, so the text can be split before and after it.
        let before = &text[..bracket];
        let after = &text[bracket + 1..];
        let words = before.trim_end_matches(|c: char| c.is_whitespace() || c == ':');
        if let Some(start) = words.len().checked_sub(WORD.len())
            && words.as_bytes()[start..].eq_ignore_ascii_case(WORD.as_bytes())
        {
            return Some((strip_those(&words[..start]), after));
        }
        from = bracket + 1;
    }
    None
}

/// `text` without `those` or `these` at its end.
fn strip_those(text: &str) -> &str {
    let trimmed = text.trim_end();
    let word = trimmed.rsplit(char::is_whitespace).next().unwrap_or_default();
    let is_pointer = ["those", "these", "the"].iter().any(|known| word.eq_ignore_ascii_case(known));
    if is_pointer { &trimmed[..trimmed.len() - word.len()] } else { trimmed }
}

fn tidy(sentence: &str) -> &str {
    sentence.trim_matches(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ';' | ':'))
}

/// The items of a list whose bracket is open, and what follows the bracket that closes it.
fn read_list(text: &str) -> (Vec<String>, &str) {
    let mut cids = Vec::new();
    let mut rest = text;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == ',');
        match rest.chars().next() {
            None => return (cids, rest),
            Some(']') => return (cids, &rest[1..]),
            Some(quote @ ('\'' | '"')) => match read_quoted(&rest[1..], quote) {
                Some((cid, after)) => {
                    cids.push(cid);
                    rest = after;
                }
                None => return (cids, ""),
            },
            Some(_) => {
                let end = rest.find([',', ']']);
                // A truncated item may be half an identifier, which could be another customer's.
                let Some(end) = end else { return (cids, "") };
                cids.push(rest[..end].trim_end().to_owned());
                rest = &rest[end..];
            }
        }
    }
}

/// The text up to the closing quote, escapes undone, and what follows it; `None` when it is not
/// closed.
fn read_quoted(text: &str, quote: char) -> Option<(String, &str)> {
    let mut cid = String::new();
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => cid.push(chars.next()?.1),
            _ if c == quote => return Some((cid, &text[at + c.len_utf8()..])),
            _ => cid.push(c),
        }
    }
    None
}

/// The first mention of each customer that `is_ours` accepts, with what is said about it.
pub(crate) fn first_mentions<'t>(
    texts: impl IntoIterator<Item = &'t str>,
    is_ours: impl Fn(&str) -> bool,
) -> Vec<(String, String)> {
    let mut seen = HashSet::new();
    let mut mentions = Vec::new();
    for Named { cids, message } in texts.into_iter().flat_map(named_customers) {
        for cid in cids {
            if is_ours(&cid) && seen.insert(cid.clone()) {
                mentions.push((cid, message.clone()));
            }
        }
    }
    mentions
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn read(text: &str) -> Vec<(Vec<String>, String)> {
        named_customers(text).into_iter().map(|named| (named.cids, named.message)).collect()
    }

    fn one(cids: &[&str], message: &str) -> Vec<(Vec<String>, String)> {
        vec![(cids.iter().map(|&cid| cid.to_owned()).collect(), message.to_owned())]
    }

    #[test]
    fn lists_are_read_in_every_spelling() {
        for (text, cids, message) in [
            ("those CIDs ['2df9', '77ab'] do not exist", &["2df9", "77ab"][..], "do not exist"),
            ("Those cids: [\"2df9\",\"77ab\"] do not exist.", &["2df9", "77ab"], "do not exist"),
            ("those CIDs[ '2df9' ,\n'77ab',] do not exist", &["2df9", "77ab"], "do not exist"),
            ("those CIDs [5001, 5002 ] do not exist", &["5001", "5002"], "do not exist"),
            (
                r"those CIDs ['it\'s', 'a\\b', 'x]y', 'p, q'] fail",
                &["it's", r"a\b", "x]y", "p, q"],
                "fail",
            ),
            ("not ready: those CIDs ['a']", &["a"], "not ready"),
            ("error [12]: CIDs ['a'] [gone]", &["a"], "[gone]"),
            ("those CIDs ['a', …] do not exist", &["a", "…"], "do not exist"),
            ("those CIDs [] do not exist", &[], "do not exist"),
            ("those CIDs ['日本', 'é'] ne vont pas", &["日本", "é"], "ne vont pas"),
        ] {
            assert_eq!(read(text), one(cids, message), "{text}");
        }
    }

    #[test]
    fn a_list_that_is_cut_short_names_only_whole_items() {
        assert_eq!(read("those CIDs ['a', 'b', 'c"), one(&["a", "b"], ""));
        assert_eq!(read("bad: those CIDs [50, 51"), one(&["50"], "bad"));
        assert_eq!(read("those CIDs ['a\\"), one(&[], ""));
        assert_eq!(read("those CIDs ["), one(&[], ""));
    }

    #[test]
    fn other_brackets_name_nobody() {
        for text in [
            "",
            "[",
            "TMS bootstrap status(INIT) is not Ready",
            "ids ['a']",
            "CIDs 'a'",
            "['CIDs']",
        ] {
            assert_eq!(read(text), [], "{text}");
        }
    }

    #[test]
    fn each_list_has_its_own_sentence_and_the_first_mention_counts() {
        let text = "those CIDs ['a', 'x'] do not exist; those CIDs ['b', 'a'] are locked";
        let mentions = first_mentions([text], |cid| cid != "x");
        let expected = [("a", "do not exist"), ("b", "are locked")];
        assert_eq!(mentions, expected.map(|(cid, message)| (cid.to_owned(), message.to_owned())));
    }

    #[test]
    fn a_list_of_a_hundred_thousand_is_read() {
        let cids: Vec<String> = (0..100_000).map(|n| format!("cid-{n}")).collect();
        let list: Vec<String> = cids.iter().map(|cid| format!("'{cid}'")).collect();
        let text = format!("those CIDs [{}] do not exist", list.join(", "));
        assert_eq!(read(&text), [(cids, "do not exist".to_owned())]);
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_a_panic(text in "\\PC*") {
            let _ = named_customers(&text);
        }

        #[test]
        fn near_misses_are_read_without_a_panic(
            parts in prop::collection::vec(
                prop::sample::select(vec![
                    "those ", "CIDs", "cıds", " ", "[", "]", "'", "\"", "\\", ",", "é", "日", "a", ":", "…",
                ]),
                0..40,
            ),
        ) {
            let _ = named_customers(&parts.concat());
        }

        #[test]
        fn what_is_listed_is_found(
            cids in prop::collection::vec("[a-z0-9'\"\\\\\\], é日-]{1,12}", 1..20),
            double in any::<bool>(),
        ) {
            let quote = if double { '"' } else { '\'' };
            let list: Vec<String> = cids
                .iter()
                .map(|cid| cid.replace('\\', "\\\\").replace(quote, &format!("\\{quote}")))
                .map(|cid| format!("{quote}{cid}{quote}"))
                .collect();
            let text = format!("those CIDs [{}] do not exist", list.join(", "));
            prop_assert_eq!(read(&text), [(cids, "do not exist".to_owned())]);
        }
    }
}
