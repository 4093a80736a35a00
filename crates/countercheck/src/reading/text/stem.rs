//! Stems: the form under which related words meet.

use super::fold;

/// What a word has in common with related ones: its letters small and without accents, its ending cut, as a number.
/// Two different stems have one number so rarely (once in thousands of millions of pairs) that nobody will see it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Stem(u32);

/// Longest first, so that "stations" loses more than its "s".
const ENDINGS: [&str; 12] = ["ations", "ation", "ings", "ing", "ions", "ion", "ies", "ed", "es", "s", "e", "y"];

const SPANISH_ENDINGS: [&str; 32] = [
    "aciones", "amiento", "imiento", "iciones", "acion", "icion", "iendo", "iones", "ieron", "mente", "ados", "adas",
    "idos", "idas", "aron", "aban", "ando", "ado", "ada", "ido", "ida", "ion", "aba", "ar", "er", "ir", "os", "as",
    "es", "o", "a", "e",
];

/// At least this many letters stay.
const SHORTEST: usize = 3;

impl Stem {
    /// The stem of a word.
    ///
    /// ```
    /// use countercheck::reading::text::Stem;
    /// assert_eq!(Stem::of("Elections"), Stem::of("election"));
    /// assert_ne!(Stem::of("election"), Stem::of("selection"));
    /// ```
    pub fn of(word: &str) -> Self {
        Self::without(word, &ENDINGS)
    }

    /// The stem of a Spanish word that is no name: verbs and adjectives lose their endings as well. Names have one stem
    /// in every language.
    pub fn of_spanish(word: &str) -> Self {
        Self::without(word, &SPANISH_ENDINGS)
    }

    fn without(word: &str, endings: &[&str]) -> Self {
        let mut plain = String::with_capacity(word.len());
        plain.extend(word.chars().map(|c| unaccented(fold::lower(c))));
        let last = plain.bytes().last();
        let mut near = endings.iter().filter(|ending| ending.bytes().last() == last);
        let cut = near.find_map(|ending| plain.strip_suffix(ending).filter(|short| short.len() >= SHORTEST));
        let stem = cut.unwrap_or(&plain);
        // The lowest bit tells long stems, which say more than short ones.
        Self(fnv1a(stem.as_bytes()) & !1 | u32::from(stem.len() > 5))
    }

    /// Whether it has more than five letters.
    pub fn is_long(self) -> bool {
        self.0 & 1 == 1
    }
}

/// FNV-1a, in 32 bits.
pub(crate) fn fnv1a(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

fn unaccented(c: char) -> char {
    match c {
        'á' | 'à' | 'â' | 'ä' | 'ã' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'í' | 'ì' | 'î' | 'ï' => 'i',
        'ó' | 'ò' | 'ô' | 'ö' | 'õ' => 'o',
        'ú' | 'ù' | 'û' | 'ü' => 'u',
        'ñ' => 'n',
        'ç' => 'c',
        _ => c,
    }
}
