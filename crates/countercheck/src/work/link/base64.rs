//! Bytes in the 64 characters that stand in an address as they are.

use base64::alphabet::URL_SAFE;
use base64::engine::general_purpose::{GeneralPurpose, NO_PAD};
use base64::prelude::{BASE64_URL_SAFE_NO_PAD, Engine};

/// Reads what was cut off, too.
const LENIENT: GeneralPurpose = GeneralPurpose::new(&URL_SAFE, NO_PAD.with_decode_allow_trailing_bits(true));

pub(super) fn to_base64(bytes: &[u8]) -> String {
    BASE64_URL_SAFE_NO_PAD.encode(bytes)
}

/// The bytes up to the first character that is not of the alphabet; one that some program put in for another is
/// taken for it.
pub(super) fn from_base64(text: &str) -> Vec<u8> {
    let is_known = |c: char| c.is_ascii_alphanumeric() || "-_+/".contains(c);
    let end = text.find(|c| !is_known(c)).unwrap_or(text.len());
    let mut known = text[..end].replace('+', "-").replace('/', "_");
    // A single character behind the last four holds no whole byte.
    if known.len() % 4 == 1 {
        known.pop();
    }
    LENIENT.decode(known).unwrap_or_default()
}
