//! The languages in which figures are read.

/// A language in which figures are read.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish.
    Spanish,
}

impl Language {
    /// The BCP 47 code.
    pub fn code(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::Spanish => "es",
        }
    }

    /// Whether days and months are written with capitals: "Monday", but "lunes".
    pub(crate) fn capitalises_days(self) -> bool {
        self == Self::English
    }

    /// Whether adjectives stand behind their noun: "presos políticos".
    pub(crate) fn puts_nouns_first(self) -> bool {
        self == Self::Spanish
    }

    /// The language of a BCP 47 code such as `en` or `es-VE`.
    pub fn from_code(code: &str) -> Option<Self> {
        match code.split('-').next()? {
            "en" => Some(Self::English),
            "es" => Some(Self::Spanish),
            _ => None,
        }
    }
}
