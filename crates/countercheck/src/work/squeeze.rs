//! Making bytes few enough for a link: each bit is foretold from the bytes before it, and only what was not foretold is
//! written, by an arithmetic coder.
//!
//! Seven predictors look at the last zero to four bytes, at the word so far and at the one before it; a small net that learns as it goes weighs
//! what they say. One model serves both ways, in whole numbers, so that every machine foretells the same. Texts come
//! out a sixth shorter than with deflate, and the whole is a tenth of a deflate library.
//!
//! ```
//! use countercheck::work::squeeze::{expand, squeeze};
//!
//! let text = "so many killed, so many hurt, so many missing, so many held".as_bytes();
//! let few = squeeze(text);
//! assert!(few.len() < text.len() * 3 / 4);
//! assert_eq!(expand(&few, text.len()), text);
//! ```

/// Predictors: one an order from nothing to four bytes, one for the word so far, one for it and the word before.
const ORDERS: usize = 7;

/// Slots of each predictor, as a power of two.
const SLOTS: u32 = 16;

/// How often a slot is asked before it learns no slower.
const SLOWEST: u8 = 250;

/// A text that the model has read before it begins, so that it knows the words of reasons and notes. Part of the
/// format: it never changes.
const PRIMER: &[u8] = b"the text counts only those who were killed, injured, arrested, released and held in the days after the \
    election; not the same as the number of people. This is a different figure because it is from an earlier date. \
    according to official figures, at least more than about nearly. el texto cuenta solo a las personas muertas, heridas, \
    detenidas y liberadas despu\xc3\xa9s de la elecci\xc3\xb3n; no es la misma cifra que el n\xc3\xbamero de los que murieron. ";

/// The bytes in few. Costs time linear in their number.
pub fn squeeze(bytes: &[u8]) -> Vec<u8> {
    let mut model = Model::primed();
    let mut coder = Coder { low: 0, high: u32::MAX };
    let mut written = Vec::new();
    for &byte in bytes {
        for shift in (0..8).rev() {
            let bit = byte >> shift & 1 == 1;
            let middle = coder.middle(model.foretell());
            coder.narrow(middle, bit);
            model.learn(bit);
            while let Some(byte) = coder.settled() {
                written.push(byte);
            }
        }
    }
    written.extend(coder.low.to_be_bytes().iter().take(1).map(|byte| byte.wrapping_add(1)));
    while written.last() == Some(&0) {
        written.pop();
    }
    written
}

/// The `length` bytes that were squeezed. Any bytes give some.
pub fn expand(few: &[u8], length: usize) -> Vec<u8> {
    expanded(few, length, 0)
}

/// As many of the `length` bytes that were squeezed as are certain when the end of `few` is missing.
pub fn expand_cut(few: &[u8], length: usize) -> Vec<u8> {
    expanded(few, length, u8::MAX)
}

/// `most` is the highest that bytes behind the end can be; they are at least 0. Stops where it matters which they are.
fn expanded(few: &[u8], length: usize, most: u8) -> Vec<u8> {
    let mut model = Model::primed();
    let mut coder = Coder { low: 0, high: u32::MAX };
    let mut rest = few.iter().copied();
    let mut next = || rest.next().map_or([0, most], |byte| [byte, byte]);
    let mut code = [0u32; 2];
    for _ in 0..4 {
        code = shifted(code, next());
    }
    let mut bytes = Vec::new();
    while bytes.len() < length {
        let mut byte = 0;
        for _ in 0..8 {
            let middle = coder.middle(model.foretell());
            let [bit, other] = code.map(|code| code <= middle);
            if bit != other {
                return bytes;
            }
            coder.narrow(middle, bit);
            model.learn(bit);
            while coder.settled().is_some() {
                code = shifted(code, next());
            }
            byte = byte << 1 | u8::from(bit);
        }
        bytes.push(byte);
    }
    bytes
}

fn shifted(code: [u32; 2], next: [u8; 2]) -> [u32; 2] {
    [code[0] << 8 | u32::from(next[0]), code[1] << 8 | u32::from(next[1])]
}

/// The stretch of numbers that the bits so far leave.
struct Coder {
    low: u32,
    high: u32,
}

impl Coder {
    /// Divides the stretch as the chance of a one, in 4096ths, has it; the lower part is that of a one.
    fn middle(&self, chance: i32) -> u32 {
        let size = u64::from(self.high - self.low);
        self.low + ((size * chance as u64) >> 12) as u32
    }

    fn narrow(&mut self, middle: u32, bit: bool) {
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
    }

    /// Takes off the first byte, once it cannot change any more.
    fn settled(&mut self) -> Option<u8> {
        let byte = (self.high >> 24) as u8;
        if (self.low ^ self.high) >> 24 != 0 {
            return None;
        }
        self.low <<= 8;
        self.high = self.high << 8 | 0xff;
        Some(byte)
    }
}

/// What one context has led to: the chance of a one in 65536ths, and how often it was asked.
#[derive(Clone, Copy)]
struct Slot {
    chance: u16,
    asked: u8,
}

struct Model {
    slots: Vec<Slot>,
    /// For each predictor, what it has seen of the bytes before the current one, as a number.
    contexts: [u32; ORDERS],
    /// The slots that were asked for the current bit.
    asked: [usize; ORDERS],
    /// How strongly each said so.
    said: [i32; ORDERS],
    /// One net for each count of predictors that knew their context.
    weights: [[i32; ORDERS]; ORDERS + 1],
    net: usize,
    chance: i32,
    /// The last four bytes.
    before: u32,
    /// The letters of the word so far and of the word before it, as numbers.
    words: [u32; 2],
    /// The bits of the current byte behind a leading one.
    bits: u32,
    strength: Vec<i32>,
}

impl Model {
    fn primed() -> Self {
        let mut model = Self {
            slots: vec![Slot { chance: 1 << 15, asked: 0 }; ORDERS << SLOTS],
            contexts: [0; ORDERS],
            asked: [0; ORDERS],
            said: [0; ORDERS],
            weights: [[10_000; ORDERS]; ORDERS + 1],
            net: 0,
            chance: 2048,
            before: 0,
            words: [0; 2],
            bits: 1,
            strength: strengths(),
        };
        for &byte in PRIMER {
            for shift in (0..8).rev() {
                model.foretell();
                model.learn(byte >> shift & 1 == 1);
            }
        }
        model
    }

    /// The chance that the next bit is a one, in 4096ths, neither none nor all.
    fn foretell(&mut self) -> i32 {
        let mut known = 0;
        for order in 0..ORDERS {
            let place = hash(self.contexts[order] ^ self.bits.wrapping_mul(0x9e37_79b1)) >> (32 - SLOTS);
            let at = order << SLOTS | place as usize;
            let slot = self.slots[at];
            known += usize::from(slot.asked > 0);
            self.asked[order] = at;
            self.said[order] = self.strength[usize::from(slot.chance >> 4)];
        }
        self.net = known;
        let sum: i64 = self
            .said
            .iter()
            .zip(&self.weights[known])
            .map(|(said, weight)| i64::from(*said) * i64::from(*weight))
            .sum();
        self.chance = squash((sum >> 16).clamp(-2047, 2047) as i32).clamp(1, 4095);
        self.chance
    }

    /// Learns what the bit was.
    fn learn(&mut self, bit: bool) {
        let error = (i32::from(bit) << 12) - self.chance;
        for (weight, said) in self.weights[self.net].iter_mut().zip(&self.said) {
            *weight = (*weight + ((said * error + (1 << 9)) >> 10)).clamp(-(1 << 20), 1 << 20);
        }
        for at in self.asked {
            let slot = &mut self.slots[at];
            let goal = if bit { 65_535 } else { 0 };
            let step = (goal - i32::from(slot.chance)) * 4 / (3 * i32::from(slot.asked) + 5);
            slot.chance = (i32::from(slot.chance) + step).clamp(16, 65_519) as u16;
            slot.asked = (slot.asked + 1).min(SLOWEST);
        }
        self.bits = self.bits << 1 | u32::from(bit);
        if self.bits > 0xff {
            self.end_byte();
        }
    }

    fn end_byte(&mut self) {
        let byte = self.bits & 0xff;
        self.bits = 1;
        self.before = self.before << 8 | byte;
        let letter = byte >= 0x80 || (byte as u8).is_ascii_alphabetic();
        self.words = match self.words {
            [word, last] if letter => [hash(word ^ (byte | 0x20)), last],
            [0, last] => [0, last],
            [word, _] => [0, word],
        };
        for order in 1..5 {
            let seen = if order == 4 { self.before } else { self.before & ((1 << (8 * order)) - 1) };
            self.contexts[order] = hash(seen.wrapping_add(order as u32));
        }
        let [word, last] = self.words;
        self.contexts[5] = hash(word.wrapping_add(byte << 8));
        self.contexts[6] = hash(word.wrapping_mul(31) ^ last.wrapping_add(77));
    }
}

fn hash(number: u32) -> u32 {
    let mixed = (number ^ number >> 15).wrapping_mul(0x2c1b_3c6d);
    (mixed ^ mixed >> 12).wrapping_mul(0x297a_2d39)
}

/// The chance in 4096ths that a strength in 256ths of a natural logarithm stands for.
fn squash(strength: i32) -> i32 {
    const CURVE: [i32; 33] = [
        1, 2, 3, 6, 10, 16, 27, 45, 73, 120, 194, 310, 488, 747, 1101, 1546, 2047, 2549, 2994, 3348, 3607, 3785, 3901,
        3975, 4022, 4050, 4068, 4079, 4085, 4089, 4092, 4093, 4094,
    ];
    let within = strength & 127;
    let at = ((strength >> 7) + 16).clamp(0, 31) as usize;
    (CURVE[at] * (128 - within) + CURVE[at + 1] * within + 64) >> 7
}

/// For each chance in 4096ths, the strength that stands for it.
fn strengths() -> Vec<i32> {
    let mut strengths = Vec::with_capacity(4096);
    for strength in -2047..=2047 {
        while strengths.len() <= squash(strength) as usize {
            strengths.push(strength);
        }
    }
    strengths.resize(4096, 2047);
    strengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_bytes_come_back() {
        let noise: Vec<u8> = (0..5000u32).map(|i| (hash(i) >> 7) as u8).collect();
        for bytes in [&b""[..], b"a", b"\0\0\0", &[0xff; 300], &vec![0; 20_000], &noise, PRIMER] {
            let few = squeeze(bytes);
            assert_eq!(expand(&few, bytes.len()), bytes);
            assert!(few.len() <= bytes.len() + bytes.len() / 8 + 4, "{} of {}", few.len(), bytes.len());
        }
    }

    #[test]
    fn what_is_cut_off_gives_what_was_before() {
        let text = "At least 27 people were killed, according to the mayor of the town.".as_bytes();
        let few = squeeze(text);
        for kept in 0..few.len() {
            let cut = expand_cut(&few[..kept], text.len());
            assert!(text.starts_with(&cut) && cut.len() + 4 >= kept, "{kept}: {}", cut.len());
        }
    }

    #[test]
    fn prose_takes_little_more_than_a_third_of_its_length() {
        let text = include_str!("../../../../assets/articles/venezuela-2024/03.txt");
        let few = squeeze(text.as_bytes()).len();
        assert!(few * 100 < text.len() * 37, "{few} of {}", text.len());
    }

    #[test]
    fn the_format_stays() {
        assert_eq!(squeeze(b"27 people were killed"), [253, 207, 137, 44, 138, 20, 23, 206]);
    }
}
