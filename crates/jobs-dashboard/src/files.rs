//! The files of the page, compressed, and the version that they are.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::LazyLock;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::Embed;
use sha2::{Digest as _, Sha256};

/// What `node build.mjs` has made of `web/`.
#[derive(Embed)]
#[folder = "dist"]
struct Dist;

/// A file as it is sent.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) content_type: &'static str,
    pub(crate) plain: Bytes,
    pub(crate) gzip: Bytes,
}

/// All files of the page.
#[derive(Debug)]
pub(crate) struct Files {
    /// Stands for the contents of all of them. It is a part of their addresses, so that browsers
    /// can keep them forever.
    pub(crate) version: String,
    /// By their paths below `dist/`.
    pub(crate) by_path: BTreeMap<String, File>,
}

/// The files that are in this program.
pub(crate) static FILES: LazyLock<Files> = LazyLock::new(|| {
    let mut hash = Sha256::new();
    let mut by_path = BTreeMap::new();
    for path in Dist::iter() {
        let Some(file) = Dist::get(&path) else { continue };
        hash.update(path.as_bytes());
        hash.update([0]);
        hash.update(file.metadata.sha256_hash());
        let plain = Bytes::from(file.data.into_owned());
        let gzip = compress(&plain);
        by_path.insert(path.to_string(), File { content_type: content_type(&path), plain, gzip });
    }
    Files { version: hex::encode(&hash.finalize()[..8]), by_path }
});

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => "text/plain; charset=utf-8",
    }
}

fn compress(plain: &[u8]) -> Bytes {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    let written = encoder.write_all(plain).and_then(|()| encoder.finish());
    written.unwrap_or_else(|error| unreachable!("memory takes what is written: {error}")).into()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a visitor loads who visits every page.
    #[test]
    fn the_page_weighs_less_than_100_kilobytes() {
        let files = FILES.by_path.iter().filter(|(path, _)| *path != "licences.txt");
        let bytes: usize = files.map(|(_, file)| file.gzip.len()).sum();
        assert!((50_000..100_000).contains(&bytes), "{bytes} bytes, compressed");
    }
}
