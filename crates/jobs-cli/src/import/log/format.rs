//! Compressed files and wide encodings: they are refused, with the command that converts them.

/// How compressed files begin, and the programs that unpack them.
const COMPRESSED: [(&[u8], &str); 5] = [
    (b"\x1f\x8b", "gzip -dc"),
    (b"BZh", "bzip2 -dc"),
    (b"\xfd7zXZ\0", "xz -dc"),
    (b"\x28\xb5\x2f\xfd", "zstd -dc"),
    (b"PK\x03\x04", "unzip -p"),
];

/// Why a file that begins with `start` is not read; `None` if it may be a log.
pub(super) fn refused(start: &[u8]) -> Option<String> {
    if let Some((_, tool)) = COMPRESSED.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Some(format!(
            "is compressed; unpack it ({tool} FILE > NEW.log) and name NEW.log with --log"
        ));
    }
    let text = start.strip_prefix(b"\xff\xfe").or(start.strip_prefix(b"\xfe\xff"));
    let encoding = match text.unwrap_or(start) {
        [1..=255, 0, 1..=255, 0, ..] => "UTF-16LE",
        [0, 1..=255, 0, 1..=255, ..] => "UTF-16BE",
        _ => return None,
    };
    Some(format!(
        "is in {encoding}; convert it (iconv -f {encoding} -t UTF-8 FILE > NEW.log) and name NEW.log with --log"
    ))
}
