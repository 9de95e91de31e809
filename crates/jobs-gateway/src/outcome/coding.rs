//! Decodes the content codings of an answer (RFC 9110 §8.4.1): gzip, deflate, br and zstd, also
//! several of them.
//!
//! The gateway asks for none, but some upstreams compress all the same. No more of a body is
//! decoded than may be read, however much it expands.

use std::io::{self, Read};

use brotli_decompressor::{BrotliDecoderParameter, Decompressor};
use flate2::bufread::GzDecoder;
use flate2::{Decompress, FlushDecompress, Status};
use hyper::header::{CONTENT_ENCODING, HeaderMap, TRANSFER_ENCODING};
use ruzstd::decoding::errors::{FrameDecoderError, ReadFrameHeaderError};
use ruzstd::decoding::{FrameDecoder, StreamingDecoder};

/// The most codings of one body. Servers apply one; a proxy behind a faulty cache, two.
const CODINGS_MAX: usize = 4;

/// The largest window of a zstd frame that an HTTP client must take (RFC 9659).
const ZSTD_WINDOW_BYTES_MAX: u64 = 8 << 20;

/// How much of the name of an unknown coding is shown.
const NAME_CHARS_MAX: usize = 32;

/// A way in which a body may be encoded.
#[derive(Debug, PartialEq, Eq)]
enum Coding {
    Gzip,
    Deflate,
    Brotli,
    Zstd,
    /// Holds the beginning of its name. Often it is not a coding at all, but a charset, or `none`.
    Unknown(String),
}

impl Coding {
    fn of_name(name: &str) -> Self {
        match name.to_ascii_lowercase().as_str() {
            "gzip" | "x-gzip" => Self::Gzip,
            "deflate" => Self::Deflate,
            "br" => Self::Brotli,
            "zstd" => Self::Zstd,
            _ => Self::Unknown(name.chars().take(NAME_CHARS_MAX).collect()),
        }
    }

    fn name(&self) -> &str {
        match self {
            Self::Gzip => "gzip",
            Self::Deflate => "deflate",
            Self::Brotli => "br",
            Self::Zstd => "zstd",
            Self::Unknown(name) => name,
        }
    }
}

/// The codings of a body, in the order in which they were applied.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Codings(Vec<Coding>);

/// Why a body is not decoded, or not to its end.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct DecodeFault {
    pub(crate) reason: String,
    /// Whether nothing could be decoded, so that it may never have been encoded.
    pub(crate) is_untouched: bool,
}

impl Codings {
    /// The codings that the headers name, transfer codings other than `chunked` included: the HTTP
    /// client leaves those to us.
    pub(crate) fn of(headers: &HeaderMap) -> Self {
        let values = [CONTENT_ENCODING, TRANSFER_ENCODING];
        let values = values.iter().flat_map(|name| headers.get_all(name));
        let names = values.flat_map(|value| value.as_bytes().split(|byte| *byte == b','));
        let mut codings = Self::default();
        for name in names {
            // Neither parameters nor quotes are allowed there, but some servers write them.
            let name = name.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
            let name = String::from_utf8_lossy(name);
            let name = name.trim_matches('"');
            let is_none = |none: &str| name.eq_ignore_ascii_case(none);
            if ["", "identity", "chunked"].into_iter().any(is_none) {
                continue;
            }
            if codings.0.len() <= CODINGS_MAX {
                codings.0.push(Coding::of_name(name));
            }
        }
        codings
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// `bytes` decoded, up to `bytes_max` + 1 bytes, and why that is not all. Bytes that cannot be
    /// decoded at all stay as they are.
    pub(crate) fn decode(
        &self,
        bytes: Vec<u8>,
        bytes_max: usize,
    ) -> (Vec<u8>, Option<DecodeFault>) {
        if self.0.len() > CODINGS_MAX {
            let reason = format!("has more than {CODINGS_MAX} codings");
            return (bytes, Some(DecodeFault { reason, is_untouched: false }));
        }
        let mut bytes = bytes;
        for coding in self.0.iter().rev() {
            // Some servers name a coding and send nothing.
            if bytes.is_empty() {
                break;
            }
            let mut decoded = Vec::new();
            if let Err(error) = decode(coding, &bytes, bytes_max, &mut decoded) {
                let reason = format!("cannot be decoded as {} ({error})", coding.name());
                // Keep text that only claims to be compressed: it says more than the result of
                // decoding it.
                let is_untouched = decoded.is_empty() || std::str::from_utf8(&bytes).is_ok();
                let bytes = if is_untouched { bytes } else { decoded };
                return (bytes, Some(DecodeFault { reason, is_untouched }));
            }
            bytes = decoded;
            if bytes.len() > bytes_max {
                break;
            }
        }
        (bytes, None)
    }
}

fn decode(coding: &Coding, bytes: &[u8], bytes_max: usize, into: &mut Vec<u8>) -> io::Result<()> {
    match coding {
        Coding::Gzip => gunzip(bytes, bytes_max, into),
        Coding::Deflate => inflate(bytes, bytes_max, into),
        Coding::Brotli => {
            let mut decoder = Decompressor::new(bytes, 4096);
            // A non-standard extension with windows of up to 1 GiB.
            decoder.set_parameter(BrotliDecoderParameter::BROTLI_DECODER_PARAM_LARGE_WINDOW, 0);
            read(decoder, bytes_max, into)
        }
        Coding::Zstd => unzstd(bytes, bytes_max, into),
        Coding::Unknown(_) => Err(io::Error::other("which is not known here")),
    }
}

/// Reads until there are `bytes_max` + 1 bytes.
fn read(decoder: impl Read, bytes_max: usize, into: &mut Vec<u8>) -> io::Result<()> {
    let room = (bytes_max + 1).saturating_sub(into.len());
    decoder.take(room as u64).read_to_end(into).map(drop)
}

/// Decodes one member after another. Anything else after the last one is ignored, as by other
/// clients.
fn gunzip(mut bytes: &[u8], bytes_max: usize, into: &mut Vec<u8>) -> io::Result<()> {
    loop {
        let mut decoder = GzDecoder::new(bytes);
        read(&mut decoder, bytes_max, into)?;
        bytes = decoder.into_inner();
        if into.len() > bytes_max || !bytes.starts_with(&[0x1f, 0x8b]) {
            return Ok(());
        }
    }
}

/// The standard requires zlib's header; some old servers leave it out.
fn inflate(bytes: &[u8], bytes_max: usize, into: &mut Vec<u8>) -> io::Result<()> {
    if has_zlib_header(bytes) {
        let inflated = inflate_as(true, bytes, bytes_max, into);
        if inflated.is_ok() || !into.is_empty() {
            return inflated;
        }
    }
    inflate_as(false, bytes, bytes_max, into)
}

fn has_zlib_header(bytes: &[u8]) -> bool {
    matches!(bytes, [first, second, ..]
        if first & 0x0f == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0)
}

/// Done by hand because the readers of `flate2` accept a truncated stream.
fn inflate_as(
    zlib_header: bool,
    bytes: &[u8],
    bytes_max: usize,
    into: &mut Vec<u8>,
) -> io::Result<()> {
    let mut state = Decompress::new(zlib_header);
    let mut chunk = vec![0; 16 << 10];
    loop {
        let read = state.total_in();
        let written = state.total_out();
        let rest = &bytes[usize::try_from(read).unwrap_or(bytes.len())..];
        let status = state.decompress(rest, &mut chunk, FlushDecompress::None)?;
        let more = usize::try_from(state.total_out() - written).unwrap_or_default();
        into.extend_from_slice(&chunk[..more]);
        if into.len() > bytes_max {
            return Ok(());
        }
        if status == Status::StreamEnd {
            // Without a checksum, other data can often be inflated for a while.
            let is_whole = zlib_header || state.total_in() == bytes.len() as u64;
            return is_whole.then_some(()).ok_or_else(|| io::ErrorKind::InvalidData.into());
        }
        if state.total_in() == read && more == 0 {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}

/// The decoder computes the checksum of a frame, but does not compare it.
fn check_zstd(frame: &FrameDecoder, is_cut: bool) -> io::Result<()> {
    let sent = frame.get_checksum_from_data();
    if is_cut || sent.is_none() || sent == frame.get_calculated_checksum() {
        return Ok(());
    }
    Err(io::Error::other("its checksum is wrong"))
}

/// Decodes one frame after another.
fn unzstd(mut bytes: &[u8], bytes_max: usize, into: &mut Vec<u8>) -> io::Result<()> {
    while !bytes.is_empty() && into.len() <= bytes_max {
        match StreamingDecoder::new_with_max_window_size(&mut bytes, ZSTD_WINDOW_BYTES_MAX) {
            Ok(mut decoder) => {
                read(&mut decoder, bytes_max, into)?;
                check_zstd(&decoder.decoder, into.len() > bytes_max)?;
            }
            Err(FrameDecoderError::ReadFrameHeaderError(ReadFrameHeaderError::SkipFrame {
                length,
                ..
            })) => {
                let length = usize::try_from(length).unwrap_or(usize::MAX);
                bytes = bytes.get(length..).ok_or(io::ErrorKind::UnexpectedEof)?;
            }
            Err(error) => return Err(io::Error::other(error)),
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use proptest::prelude::*;
    use ruzstd::encoding::{CompressionLevel, compress_to_vec};

    use super::*;

    const TEXT: &[u8] = br#"{"success": true, "message": "Sending action to migration services"}"#;

    fn encoded(name: &str, text: &[u8]) -> Vec<u8> {
        match name {
            "gzip" | "x-gzip" => {
                let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
            "deflate" => {
                let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
            "raw deflate" => {
                let mut encoder = DeflateEncoder::new(Vec::new(), Compression::fast());
                encoder.write_all(text).unwrap();
                encoder.finish().unwrap()
            }
            "br" => {
                let mut bytes = Vec::new();
                let mut encoder = brotli::CompressorWriter::new(&mut bytes, 4096, 1, 18);
                encoder.write_all(text).unwrap();
                drop(encoder);
                bytes
            }
            "zstd" => compress_to_vec(text, CompressionLevel::Fastest),
            other => panic!("{other}"),
        }
    }

    fn codings(values: &[&'static str]) -> Codings {
        let headers = values.iter().map(|value| (CONTENT_ENCODING, value.parse().unwrap()));
        Codings::of(&headers.collect())
    }

    #[test]
    fn each_coding_is_undone_and_several_in_their_order() {
        for name in ["gzip", "x-gzip", "deflate", "br", "zstd"] {
            let spelt = codings(&[name]);
            assert_eq!(spelt.decode(encoded(name, TEXT), 1000), (TEXT.to_vec(), None), "{name}");
        }
        assert_eq!(codings(&["GZip"]), codings(&["gzip"]));
        let raw = encoded("raw deflate", TEXT);
        assert_eq!(codings(&["deflate"]).decode(raw, 1000), (TEXT.to_vec(), None));
        let twice = encoded("br", &encoded("gzip", TEXT));
        for values in [&["gzip, br"][..], &["gzip", "br"], &["identity, gzip,,", " br"]] {
            assert_eq!(codings(values).decode(twice.clone(), 1000), (TEXT.to_vec(), None));
        }
        let in_transfer =
            HeaderMap::from_iter([(TRANSFER_ENCODING, "gzip, chunked".parse().unwrap())]);
        let gzip = encoded("gzip", TEXT);
        assert_eq!(Codings::of(&in_transfer).decode(gzip, 1000), (TEXT.to_vec(), None));
        assert_eq!(codings(&["identity"]).decode(TEXT.to_vec(), 9), (TEXT.to_vec(), None));
        assert_eq!(
            codings(&["gzip"]).decode(Vec::new(), 9),
            (Vec::new(), None),
            "nothing was sent"
        );
    }

    #[test]
    fn members_and_frames_follow_each_other() {
        for name in ["gzip", "zstd"] {
            let mut two = encoded(name, b"[1,");
            if name == "zstd" {
                // A skippable frame.
                two.extend(b"\x50\x2a\x4d\x18\x03\0\0\0abc");
            }
            two.extend(encoded(name, b"2]"));
            if name == "gzip" {
                two.extend([0; 5]);
            }
            assert_eq!(codings(&[name]).decode(two, 1000), (b"[1,2]".to_vec(), None), "{name}");
        }
    }

    #[test]
    fn no_more_is_decoded_than_may_be_read() {
        let bomb = vec![b' '; 4 << 20];
        for name in ["gzip", "deflate", "br", "zstd"] {
            let (bytes, fault) = codings(&[name]).decode(encoded(name, &bomb), 100_000);
            assert!(fault.is_none() && bytes.len() > 100_000, "{name}");
            assert!(bytes.capacity() < 400_000, "{name}: {}", bytes.capacity());
        }
        let raw = codings(&["deflate"]).decode(encoded("raw deflate", &bomb), 100_000).0;
        assert!(raw.len() > 100_000 && raw.capacity() < 400_000, "{}", raw.capacity());
        // One bomb inside another: the inner one is cut before it is decoded.
        let nested = encoded("gzip", &encoded("gzip", &vec![0; 4 << 20]));
        let (bytes, _) = codings(&["gzip, gzip"]).decode(nested, 100_000);
        assert!(bytes.capacity() < 400_000, "{}", bytes.capacity());
    }

    #[test]
    fn what_is_cut_short_or_something_else_is_a_fault_and_its_beginning_stays() {
        for name in ["gzip", "deflate", "br", "zstd"] {
            let whole = encoded(name, &TEXT.repeat(50));
            for len in 1..whole.len() - 8 {
                let (bytes, fault) = codings(&[name]).decode(whole[..len].to_vec(), 100_000);
                assert!(fault.is_some(), "{name}, {len} of {} bytes: {bytes:?}", whole.len());
            }
            let (bytes, fault) = codings(&[name]).decode(TEXT.to_vec(), 1000);
            assert_eq!(bytes, TEXT, "{name}");
            assert!(
                fault.unwrap().reason.starts_with(&format!("cannot be decoded as {name} (")),
                "{name}"
            );
        }
        let long: Vec<u8> = (0..100_000_u32).flat_map(|n| n.to_string().into_bytes()).collect();
        let mut cut = encoded("gzip", &long);
        cut.truncate(cut.len() / 2);
        let (bytes, fault) = codings(&["gzip"]).decode(cut, 1 << 20);
        assert!(fault.is_some() && long.starts_with(&bytes) && bytes.len() > 1000);
    }

    #[test]
    fn unknown_codings_and_too_many_are_faults() {
        // The known codings after it are decoded.
        for (values, bytes) in
            [("gzip, compress", TEXT.to_vec()), ("compress, gzip", encoded("gzip", TEXT))]
        {
            let (bytes, fault) = codings(&[values]).decode(bytes, 1000);
            assert_eq!(bytes, TEXT);
            let reason = "cannot be decoded as compress (which is not known here)".to_owned();
            assert_eq!(fault, Some(DecodeFault { reason, is_untouched: true }));
        }
        let many = codings(&["gzip, gzip, gzip, gzip, gzip"]);
        let fault = many.decode(TEXT.to_vec(), 1000).1.unwrap();
        assert_eq!(fault.reason, "has more than 4 codings");
    }

    /// A byte that is flipped on the way is found by the checksums of gzip, zlib and zstd; br has
    /// none.
    #[test]
    fn a_damaged_body_is_a_fault() {
        for name in ["gzip", "deflate", "zstd"] {
            let whole = encoded(name, TEXT);
            for at in 0..whole.len() {
                let mut damaged = whole.clone();
                damaged[at] ^= 0x10;
                let (bytes, fault) = codings(&[name]).decode(damaged, 1000);
                assert!(fault.is_some() || bytes == TEXT, "{name}, byte {at}: {bytes:?}");
            }
        }
    }

    #[test]
    fn parameters_and_quotes_are_passed_over() {
        for value in ["gzip;q=1.0", "\"gzip\"", " GZIP ; x=y"] {
            assert_eq!(codings(&[value]), codings(&["gzip"]), "{value}");
        }
    }

    /// A frame that asks for a window of 2 GiB, and a stream of brotli's large windows.
    #[test]
    fn windows_are_bounded() {
        let frame = b"\x28\xb5\x2f\xfd\x00\xa8\x01\x00\x00".to_vec();
        assert!(codings(&["zstd"]).decode(frame, 1000).1.is_some());
        let params = brotli::enc::BrotliEncoderParams {
            large_window: true,
            lgwin: 28,
            ..Default::default()
        };
        let mut large = Vec::new();
        brotli::BrotliCompress(&mut &TEXT[..], &mut large, &params).unwrap();
        let mut decoded = Vec::new();
        Decompressor::new(&large[..], 4096).read_to_end(&mut decoded).unwrap();
        assert_eq!(decoded, TEXT, "it is one");
        assert!(codings(&["br"]).decode(large, 1000).1.is_some());
    }

    proptest! {
        #[test]
        fn any_bytes_are_read_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            for name in ["gzip", "deflate", "br", "zstd"] {
                let _ = codings(&[name]).decode(bytes.clone(), 1000);
                let mut damaged = encoded(name, TEXT);
                for (byte, noise) in damaged.iter_mut().skip(2).zip(&bytes) {
                    *byte ^= noise & noise.rotate_left(3) & 1;
                }
                let _ = codings(&[name]).decode(damaged, 1000);
            }
        }
    }
}
