//! Bytes as characters of a page, denser than base64: 27 bits in each four bytes of UTF-8 are 19 % more than the bytes,
//! and not 33 %. The loader (`loader.js`) reads them back.
//!
//! Four bytes are spelled by two, three or four characters, and all the spellings are numbered as words in a dictionary
//! would be: by the first character, then by the rest.

/// Characters of one byte: what prints in ASCII but for `<`, so that nothing in them can end a data block, and, in its
/// place, the end of a line. A carriage return that a tool puts before it is dropped by the browser's parser.
const SINGLE: u32 = 95;

/// Characters of two bytes, from U+00A0 on; none of them is a control.
const DOUBLE: u32 = 0x800 - FIRST_DOUBLE;
const FIRST_DOUBLE: u32 = 0xa0;

/// The number of spellings of so many bytes.
const SPELLINGS: [u32; 5] = spellings();

/// Bits in four bytes: there are a few more spellings than values.
const BITS: u32 = 27;
const _: () = assert!(SPELLINGS[4] >= 1 << BITS);

const fn spellings() -> [u32; 5] {
    let mut counts = [1, SINGLE, 0, 0, 0];
    let mut length = 2;
    while length < counts.len() {
        counts[length] = SINGLE * counts[length - 1] + DOUBLE * counts[length - 2];
        length += 1;
    }
    counts
}

/// The bytes in their characters, the low bits first; the last ones are filled up with zeros.
pub(crate) fn printed(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 32 / BITS as usize + 4);
    let (mut held, mut bits) = (0u64, 0);
    for byte in bytes {
        held |= u64::from(*byte) << bits;
        bits += 8;
        if bits >= BITS {
            spell(&mut text, held);
            held >>= BITS;
            bits -= BITS;
        }
    }
    if bits > 0 {
        spell(&mut text, held);
    }
    text
}

/// Spells the lowest bits.
fn spell(text: &mut String, held: u64) {
    let mut rank = (held & ((1 << BITS) - 1)) as u32;
    let mut left = 4;
    while left > 0 {
        let singles = SINGLE * SPELLINGS[left - 1];
        let (code, rest) = if rank < singles {
            left -= 1;
            (single(rank / SPELLINGS[left]), rank % SPELLINGS[left])
        } else {
            left -= 2;
            (FIRST_DOUBLE + (rank - singles) / SPELLINGS[left], (rank - singles) % SPELLINGS[left])
        };
        text.extend(char::from_u32(code));
        rank = rest;
    }
}

/// The code of a character of one byte.
fn single(place: u32) -> u32 {
    match 0x20 + place {
        0x3c => 0x0a,
        code => code,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What the loader does.
    fn read(text: &str, length: usize) -> Vec<u8> {
        let (mut held, mut bits, mut bytes) = (0u64, 0, Vec::new());
        let mut codes = text.chars().map(u32::from).peekable();
        while codes.peek().is_some() {
            let (mut left, mut rank) = (4, 0);
            while left > 0 {
                let code = codes.next().expect("four bytes");
                let double = code >= FIRST_DOUBLE;
                left -= 1;
                rank += match code {
                    _ if double => SINGLE * SPELLINGS[left] + (code - FIRST_DOUBLE) * SPELLINGS[left - 1],
                    0x0a => 0x1c * SPELLINGS[left],
                    _ => (code - 0x20) * SPELLINGS[left],
                };
                left -= usize::from(double);
            }
            held |= u64::from(rank) << bits;
            bits += BITS;
            while bits >= 8 {
                bytes.push((held & 255) as u8);
                held >>= 8;
                bits -= 8;
            }
        }
        bytes.truncate(length);
        bytes
    }

    #[test]
    fn bytes_come_back() {
        for length in 0..300usize {
            let bytes: Vec<u8> = (0..length).map(|at| (at * at * 7 + length) as u8).collect();
            let text = printed(&bytes);
            assert_eq!(read(&text, length), bytes);
            assert!(text.len() <= length * 32 / 27 + 4, "{length}");
        }
        for byte in [0, 255] {
            assert_eq!(read(&printed(&[byte; 27]), 27), [byte; 27]);
        }
    }

    #[test]
    fn nothing_in_it_means_anything_in_html() {
        let text = printed(&(0..60_000u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect::<Vec<u8>>());
        let bad: Vec<char> = text.chars().filter(|&it| it == '<' || it.is_control() && it != '\n').collect();
        assert!(bad.is_empty(), "{bad:?}");
    }
}
