//! Which quantities are listed: by relation, by what they are, by words.

use crate::collection::Collection;
use crate::comparing::{Alignment, Comparison, Relation};
use crate::order;
use crate::reading::claim::Kind;
use crate::reading::language::Language;
use crate::reading::text::fold;

/// What a quantity has to be to be listed. The default lists all.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Filter {
    /// Its widest relation.
    pub relation: Option<Relation>,
    /// Its measure or the kind of a figure of it, by code; empty for any.
    pub of: String,
    /// Words to find: each has to begin a word of its name, its figures or the sentences around them.
    pub find: String,
}

impl Filter {
    /// Whether it lists everything.
    pub fn is_open(&self) -> bool {
        self.relation.is_none() && self.of.is_empty() && self.find.trim().is_empty()
    }
}

/// What a filter looks at of one quantity.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Listed {
    /// Its widest relation.
    pub relation: Relation,
    /// Codes of its measure and of the kinds of its figures.
    pub codes: Vec<&'static str>,
    /// The words it is found by, in small letters.
    words: Vec<String>,
}

impl Listed {
    /// The entry of an alignment, found by its name in every language of the interface.
    pub fn of(collection: &Collection, comparison: &Comparison, alignment: &Alignment) -> Self {
        let mut entry = Self {
            relation: alignment.widest().unwrap_or(Relation::Same),
            codes: alignment.measure.into_iter().collect(),
            words: Vec::new(),
        };
        entry.add(&alignment.label.text(Language::English));
        entry.add(&alignment.label.text(Language::Spanish));
        for &key in &alignment.members {
            let (article, claim) = (&collection.articles[key.article], comparison.claim(key));
            entry.add(claim.sentence.cover(claim.phrase).of(&article.text));
            order::insert(&mut entry.codes, kinds_of(claim.kind));
        }
        entry
    }

    fn add(&mut self, text: &str) {
        for word in words(text) {
            order::insert(&mut self.words, word);
        }
    }

    /// Whether a filter lists it.
    pub fn passes(&self, filter: &Filter) -> bool {
        let found = |wanted: String| self.words.iter().any(|word| word.starts_with(&wanted));
        filter.relation.is_none_or(|relation| relation == self.relation)
            && (filter.of.is_empty() || self.codes.contains(&filter.of.as_str()))
            && words(&filter.find).all(found)
    }
}

/// Runs of letters, digits and the marks inside numbers, in small letters.
fn words(text: &str) -> impl Iterator<Item = String> {
    let is_inside = |c: char| c.is_alphanumeric() || c == '.' || c == ',';
    let trimmed = |word: &str| fold::lowered(word.trim_matches(['.', ',']));
    text.split(move |c| !is_inside(c)).map(trimmed).filter(|word| !word.is_empty())
}

/// The code of the group that a kind is filtered by.
fn kinds_of(kind: Kind) -> &'static str {
    match kind {
        Kind::Count => "count",
        Kind::Percent | Kind::Ratio => "share",
        Kind::Money => "money",
        Kind::Measure => "size",
        Kind::Duration | Kind::Date => "time",
        Kind::Ordinal => "rank",
        Kind::Vague => "vague",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Article;
    use crate::compare;

    fn article(id: &str, text: &str) -> Article {
        Article { id: id.to_owned(), text: text.to_owned(), language: Some(Language::English), ..Article::default() }
    }

    #[test]
    fn a_quantity_is_found_by_name_figure_and_sentence() {
        let collection = Collection {
            articles: vec![
                article("A", "The post-election protests left at least 1,027 people dead in Caracas."),
                article("B", "The post-election protests left 1,028 dead."),
            ],
            ..Collection::default()
        };
        let comparison = compare(&collection);
        let entry = Listed::of(&collection, &comparison, &comparison.alignments[0]);
        let passes = |relation, of: &str, find: &str| {
            entry.passes(&Filter { relation, of: of.to_owned(), find: find.to_owned() })
        };
        assert!(passes(None, "", ""));
        for found in ["1,027", "1,02", "carac", "DEATHS", "muertes", "dead caracas", "  "] {
            assert!(passes(None, "", found), "{found}");
        }
        for lost in ["1,029", "aracas", "deaths bogota"] {
            assert!(!passes(None, "", lost), "{lost}");
        }
        assert!(passes(Some(Relation::Compatible), "deaths", "") && passes(None, "count", ""));
        assert!(!passes(Some(Relation::Conflict), "", "") && !passes(None, "money", ""));
    }
}
