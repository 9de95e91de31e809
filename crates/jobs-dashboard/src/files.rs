//! The files of the page, compressed, and the version that they are.

use std::collections::BTreeMap;
use std::io::Write as _;
use std::sync::{Arc, LazyLock};

use arc_swap::ArcSwap;
use bytes::Bytes;
use flate2::Compression;
use flate2::write::GzEncoder;
use rust_embed::Embed;
use sha2::{Digest as _, Sha256};

/// What is in `web/`: in the program, or in a debug build on the disk.
#[derive(Embed)]
#[folder = "web"]
struct Web;

/// A file as it is sent.
#[derive(Debug)]
pub(crate) struct File {
    pub(crate) content_type: &'static str,
    pub(crate) plain: Bytes,
    pub(crate) gzip: Bytes,
}

/// All files of one version of the page.
#[derive(Debug)]
pub(crate) struct Files {
    /// Stands for the contents of all of them. It is a part of their addresses, so that browsers
    /// can keep them forever.
    pub(crate) version: String,
    /// By their paths below `web/`.
    pub(crate) by_path: BTreeMap<String, File>,
}

impl Files {
    /// The files as they are now.
    pub(crate) fn current() -> Arc<Self> {
        static FILES: LazyLock<ArcSwap<Files>> =
            LazyLock::new(|| ArcSwap::from_pointee(Files::read()));
        // What is in the program does not change.
        if cfg!(debug_assertions) && FILES.load().version != version() {
            FILES.store(Arc::new(Self::read()));
        }
        FILES.load_full()
    }

    fn read() -> Self {
        let version = version();
        let files = Web::iter().filter_map(|path| {
            let content_type = content_type(&path)?;
            let plain = Bytes::from(Web::get(&path)?.data.into_owned());
            let gzip = compress(&plain)?;
            Some((path.into_owned(), File { content_type, plain, gzip }))
        });
        Self { version, by_path: files.collect() }
    }
}

/// A hash of the names and the contents of all files.
fn version() -> String {
    let mut paths: Vec<_> = Web::iter().collect();
    paths.sort_unstable();
    let mut hash = Sha256::new();
    for path in paths {
        let Some(file) = Web::get(&path) else { continue };
        hash.update(path.as_bytes());
        hash.update([0]);
        hash.update(file.metadata.sha256_hash());
    }
    hex::encode(&hash.finalize()[..8])
}

/// The type of a file that browsers get; `None` for what only developers need.
fn content_type(path: &str) -> Option<&'static str> {
    Some(match path.rsplit('.').next()? {
        "html" => "text/html; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "json" | "webmanifest" => "application/json",
        "txt" => "text/plain; charset=utf-8",
        _ => return None,
    })
}

/// `None` if it cannot be compressed, which a vector always can.
fn compress(plain: &[u8]) -> Option<Bytes> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(plain).ok()?;
    encoder.finish().ok().map(Bytes::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a visitor loads who visits every page.
    #[test]
    fn the_page_weighs_less_than_100_kilobytes() {
        let files = Files::read();
        let bytes: usize = files.by_path.values().map(|file| file.gzip.len()).sum();
        assert!(bytes < 100_000, "{bytes} bytes, compressed");
    }

    #[test]
    fn only_what_browsers_need_is_served() {
        let files = Files::read();
        assert!(files.by_path.contains_key("index.html"));
        assert!(files.by_path.keys().all(|path| !path.ends_with(".d.ts")));
    }
}
