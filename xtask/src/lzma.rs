//! LZMA, without a header: a sixth less of WebAssembly than deflate leaves, and what takes it apart (`unlzma.js`) is a
//! kilobyte and a half of code.

use std::io::Write;

use anyhow::Result;
use lzma_rust2::{EncodeMode, LzmaOptions, LzmaWriter, MfType};

/// How many bits of the last byte say what the next may be. `unlzma.js` knows the number.
const LITERAL_CONTEXT: u32 = 4;

/// The bytes, packed. How many there were is kept elsewhere.
///
/// # Errors
/// Writing to memory does not fail.
pub(crate) fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    options.lc = LITERAL_CONTEXT;
    (options.lp, options.pb) = (0, 0);
    options.mode = EncodeMode::Normal;
    options.mf = MfType::Bt4;
    options.nice_len = LzmaOptions::NICE_LEN_MAX;
    options.depth_limit = 1000;
    let mut writer = LzmaWriter::new_no_header(Vec::new(), &options, false)?;
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;

    #[test]
    fn bytes_get_fewer_and_come_back() {
        let bytes = include_bytes!("pack.rs");
        let packed = packed(bytes).expect("packed");
        assert!(packed.len() < bytes.len() / 2, "{}", packed.len());
        let length = bytes.len() as u64;
        let mut reader = LzmaReader::new(&packed[..], length, LITERAL_CONTEXT, 0, 0, 1 << 26, None).expect("a stream");
        let mut read = Vec::new();
        reader.read_to_end(&mut read).expect("the stream to its end");
        assert_eq!(read, bytes);
    }
}
