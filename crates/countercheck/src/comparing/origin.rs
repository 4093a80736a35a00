//! Origins: whether two figures rest on one counter.

use super::Origin;
use super::judge::Side;
use crate::reading::dateline::agency_of;
use crate::reading::language::Language;
use crate::reading::lexicon::{Classes, Lexicon};
use crate::reading::text::Stem;

/// Who a figure goes back to, by the words of the names.
pub(super) struct Counter {
    /// The innermost counter, where one is named.
    words: Option<Vec<Stem>>,
    /// Those who pass it on, and the agency that the text is from.
    through: Vec<Vec<Stem>>,
    language: Language,
}

impl Counter {
    pub(super) fn of(side: Side) -> Self {
        let stems = |name: &str| name_stems(name, side.language);
        let by = side.claim.attribution.as_ref();
        let via = by.into_iter().flat_map(|by| by.via.iter().map(|name| stems(name)));
        let agency = agency_of(&side.article.text).map(|name| stems(&name));
        Self {
            words: by.map(|by| stems(&by.text)),
            through: via.chain(agency).filter(|name| !name.is_empty()).collect(),
            language: side.language,
        }
    }
}

/// Compares two counters: one where their names meet or where both go back to one agency, independent where both are
/// named and share no word. Across languages names that share no word may be translations.
pub(super) fn between(a: &Counter, b: &Counter) -> Origin {
    if share_agency(a, b) {
        return Origin::One;
    }
    match (&a.words, &b.words) {
        (Some(x), Some(y)) => compare(x, y, a.language == b.language),
        _ => Origin::NotShown,
    }
}

/// One name stands in both chains, and in one of them passes the figure on.
fn share_agency(a: &Counter, b: &Counter) -> bool {
    let chain = |counter: &Counter| counter.through.iter().chain(&counter.words).cloned().collect::<Vec<_>>();
    let passes = |from: &Counter, to: &Counter| from.through.iter().any(|name| chain(to).contains(name));
    passes(a, b) || passes(b, a)
}

fn compare(x: &[Stem], y: &[Stem], one_language: bool) -> Origin {
    let common = x.iter().filter(|word| y.contains(word)).count();
    let shorter = x.len().min(y.len());
    if common * 2 > shorter {
        Origin::One
    } else if common == 0 && shorter > 0 && one_language {
        Origin::Independent
    } else {
        Origin::NotShown
    }
}

/// Stems of the words that name somebody; "the", "of", titles and "officials" tell nobody apart.
fn name_stems(name: &str, language: Language) -> Vec<Stem> {
    const NAMELESS: Classes = Classes::ENDS_PHRASE.with(Classes::TITLE).with(Classes::VESSEL).with(Classes::SPEAKS_FOR);
    let lexicon = Lexicon::of(language);
    let words = name.split(|c: char| !c.is_alphabetic() && !c.is_ascii_digit()).filter(|word| word.chars().count() > 1);
    words.filter(|word| !lexicon.entry(lexicon.id(word)).classes.has(NAMELESS)).map(Stem::of).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_one_where_most_of_a_name_is_shared() {
        use Language::{English, Spanish};
        let cases = [
            (English, "Human Rights Watch", English, "Human Rights Watch", Origin::One),
            (English, "President Ana Ruiz", English, "Ruiz", Origin::One),
            (English, "Interior Ministry officials", English, "the Interior Ministry", Origin::One),
            (English, "Interior Ministry", English, "Health Ministry", Origin::NotShown),
            (English, "the National Electoral Council", English, "the National Assembly", Origin::NotShown),
            (English, "police", English, "the Red Cross", Origin::Independent),
            (English, "officials", English, "officials", Origin::NotShown),
            (Spanish, "la Policía", Spanish, "la Cruz Roja", Origin::Independent),
            (Spanish, "el Ministerio de Salud", Spanish, "el Ministerio de Trabajo", Origin::NotShown),
            (Spanish, "fuentes de la Fiscalía", Spanish, "la Fiscalía", Origin::One),
            (English, "the Health Ministry", Spanish, "el Ministerio de Salud", Origin::NotShown),
            (English, "Foro Civil", Spanish, "Foro Civil", Origin::One),
        ];
        for (a, x, b, y, expected) in cases {
            let found = compare(&name_stems(x, a), &name_stems(y, b), a == b);
            assert_eq!(found, expected, "{x} and {y}");
        }
    }
}
