//! Grounds: why the figures of a row stand together, and what speaks against it.
//!
//! A feature speaks by its contribution to the log-odds: its weight times what it has more than on average, over the
//! pairs of figures of different texts in the row. The sentence names only what is so in the row.

use rustc_hash::FxHashMap;

use super::align::Figures;
use super::label::measure_key;
use super::model::{Model, names};
use super::profile::Profile;
use super::reason::{Part, Reason};
use super::scorer::Scorer;
use super::spelling::spelled;
use super::{Alignment, ClaimKey};
use crate::collection::Collection;
use crate::order::ordered;
use crate::reading::claim::Reading;
use crate::reading::decimal::Decimal;
use crate::reading::language::Language;
use crate::reading::text::{Stem, fold};
use crate::words::{Key, Words};

/// Of a larger row, so many members speak for all.
const MEMBERS: usize = 24;

/// So many features for and against are kept.
const FOR: usize = 4;
const AGAINST: usize = 2;

/// So many things the sentence says for and against.
const SAID_FOR: usize = 3;
const SAID_AGAINST: usize = 2;

/// So many shared words are quoted.
const QUOTED: usize = 3;

/// Why figures stand together.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Because {
    /// The features that weigh most: those for, then those against, each from the heaviest.
    pub grounds: Vec<Ground>,
    speaks_for: Vec<Clause>,
    speaks_against: Vec<Clause>,
}

/// A feature and what it adds to the log-odds.
#[derive(Clone, PartialEq, Debug)]
pub struct Ground {
    /// Its name, as the file of weights has it.
    pub feature: &'static str,
    /// What it saw: words of the texts, or in how many pairs it is so.
    pub detail: String,
    /// What it adds on average over the pairs; below 0 it speaks against.
    pub weight: f64,
}

/// A part of the sentence.
#[derive(Clone, PartialEq, Debug)]
struct Clause {
    said: Reason,
    /// It is so for a part of the pairs only.
    partly: bool,
}

impl Because {
    /// What speaks for the row and what against it, in one sentence: "Same noun “unemployed”, close in size; other
    /// month." Empty where the row holds no two figures that the model compares.
    pub fn sentence(&self, language: Language) -> String {
        if self.grounds.is_empty() {
            return String::new();
        }
        let words = Words::new(language);
        let list = |clauses: &[Clause], partly: Key| {
            let said = clauses.iter().map(|clause| {
                let said = clause.said.clause(language);
                if clause.partly { words.fill(partly, &[&said]) } else { said }
            });
            said.collect::<Vec<_>>().join(", ")
        };
        let mut sentence = list(&self.speaks_for, Key::BecauseMostly);
        if sentence.is_empty() {
            words.get(Key::BecauseLittle).clone_into(&mut sentence);
        }
        if !self.speaks_against.is_empty() {
            sentence = [&sentence, "; ", &list(&self.speaks_against, Key::BecausePartly)].concat();
        }
        fold::capitalised(&sentence) + "."
    }
}

/// Something that the sentence may say of a row.
struct Clue {
    key: Key,
    /// The feature that tells whether it is so of a pair, and from which value on.
    is_so: (&'static str, f64),
    /// Further features that weigh the same thing.
    also: &'static [&'static str],
    quote: Quote,
}

impl Clue {
    /// What its features add together.
    fn weight(&self, contributions: &[f64]) -> f64 {
        let weighs = |feature: &str| feature == self.is_so.0 || self.also.contains(&feature);
        names().zip(contributions).filter(|(feature, _)| weighs(feature)).map(|(_, weight)| weight).sum()
    }
}

/// What is quoted with it.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Quote {
    Nothing,
    Noun,
    Words,
    Name,
    Measure,
    Number,
}

const SPEAK_FOR: &[Clue] = &[
    Clue {
        key: Key::BecauseNoun,
        is_so: ("same head noun", 0.5),
        also: &["counted words shared", "counted words differ", "head noun on one side"],
        quote: Quote::Noun,
    },
    Clue {
        key: Key::BecauseMeasure,
        is_so: ("same measure", 0.5),
        also: &["measure on one side"],
        quote: Quote::Measure,
    },
    Clue {
        key: Key::BecauseName,
        is_so: ("nearest names shared", 0.5),
        also: &["same nearest name", "shared names", "names differ"],
        quote: Quote::Name,
    },
    Clue {
        key: Key::BecauseWords,
        is_so: ("shared words near the figures", 0.1),
        also: &["shared words of the sentences", "no shared word"],
        quote: Quote::Words,
    },
    Clue {
        key: Key::BecauseNumber,
        is_so: ("equal value", 0.5),
        also: &["equal value with two digits", "equal value with three digits", "closeness of values", SIZE],
        quote: Quote::Number,
    },
    Clue { key: Key::BecauseClose, is_so: ("closeness of values", 0.75), also: &[SIZE], quote: Quote::Nothing },
    Clue { key: Key::BecausePeriod, is_so: ("same period", 0.5), also: &["times far apart"], quote: Quote::Nothing },
    Clue { key: Key::BecauseUnit, is_so: ("same unit", 0.5), also: &["unit on one side"], quote: Quote::Nothing },
    Clue { key: Key::BecauseMonth, is_so: ("same month named", 0.5), also: &[], quote: Quote::Nothing },
    Clue { key: Key::BecauseYear, is_so: ("same year named", 0.5), also: &[], quote: Quote::Nothing },
    Clue {
        key: Key::BecauseNearest,
        is_so: ("best match in both directions", 0.5),
        also: &["lead over the nearest rival, smaller", "lead over the nearest rival, larger"],
        quote: Quote::Nothing,
    },
];

const SIZE: &str = "logarithm of the ratio";

const SPEAK_AGAINST: &[Clue] = &[
    Clue {
        key: Key::BecauseOtherNoun,
        is_so: ("counted words differ", 0.5),
        also: &["other head noun"],
        quote: Quote::Nothing,
    },
    Clue { key: Key::BecauseOtherName, is_so: ("names differ", 0.5), also: &[], quote: Quote::Nothing },
    Clue { key: Key::BecauseFar, is_so: (SIZE, 0.7), also: &["closeness of values"], quote: Quote::Nothing },
    Clue { key: Key::BecauseOtherPeriod, is_so: ("periods apart", 0.5), also: &TIMES, quote: Quote::Nothing },
    Clue { key: Key::BecauseOtherMonth, is_so: ("other month named", 0.5), also: &TIMES, quote: Quote::Nothing },
    Clue { key: Key::BecauseOtherYear, is_so: ("other year named", 0.5), also: &TIMES, quote: Quote::Nothing },
    Clue { key: Key::BecauseChange, is_so: ("change on one side", 0.5), also: &[], quote: Quote::Nothing },
    Clue { key: Key::BecauseNoWord, is_so: ("no shared word", 0.5), also: &[], quote: Quote::Nothing },
];

const TIMES: [&str; 2] = ["times far apart", "stated times far apart"];

/// The grounds of rows, in their order: whatever the program thinks of the rows, and so for those that a user makes too.
/// `readings` must be of the texts of `collection`. Grows linearly with the texts, as comparing them does.
pub fn because(collection: &Collection, readings: &[Reading], rows: &[Alignment]) -> Vec<Because> {
    let figures = Figures::of(collection, readings);
    let model = Model::shipped();
    let scorer = Scorer::new(&figures.profiles, &figures.rarity, model);
    let places: FxHashMap<ClaimKey, usize> =
        figures.profiles.iter().enumerate().map(|(at, profile)| (profile.key, at)).collect();
    let because = |row: &Alignment| {
        // In the order of the texts, whatever that of the collection.
        let mut members = ordered(row.members.iter().filter_map(|key| places.get(key).copied()).collect(), usize::cmp);
        members.truncate(MEMBERS);
        Row::of(collection, readings, &figures, &scorer, &members).because(model)
    };
    rows.iter().map(because).collect()
}

/// A row whose pairs are being explained.
struct Row<'r, 'c> {
    collection: &'c Collection,
    readings: &'c [Reading],
    members: Vec<&'r Profile<'c>>,
    /// The features of each pair of figures of different texts.
    pairs: Vec<Vec<f64>>,
}

impl<'r, 'c> Row<'r, 'c> {
    fn of(
        collection: &'c Collection,
        readings: &'c [Reading],
        figures: &'r Figures<'c>,
        scorer: &Scorer,
        members: &[usize],
    ) -> Self {
        let members_of = |at: &usize| &figures.profiles[*at];
        let all = members.iter().enumerate().flat_map(|(at, &a)| members[at + 1..].iter().map(move |&b| (a, b)));
        let across = all.filter(|(a, b)| members_of(a).article != members_of(b).article);
        let pairs = across.map(|(a, b)| scorer.features(a.min(b), a.max(b)).to_vec()).collect();
        Self { collection, readings, members: members.iter().map(members_of).collect(), pairs }
    }

    fn because(&self, model: &Model) -> Because {
        if self.pairs.is_empty() {
            return Because::default();
        }
        let contributions: Vec<f64> =
            (0..model.means.len()).map(|at| model.second.1[at] * (self.average(at) - model.means[at])).collect();
        Because {
            grounds: self.grounds(&contributions),
            speaks_for: self.clauses(SPEAK_FOR, SAID_FOR, 1.0, &contributions),
            speaks_against: self.clauses(SPEAK_AGAINST, SAID_AGAINST, -1.0, &contributions),
        }
    }

    fn average(&self, feature: usize) -> f64 {
        self.pairs.iter().map(|pair| pair[feature]).sum::<f64>() / self.pairs.len() as f64
    }

    fn grounds(&self, contributions: &[f64]) -> Vec<Ground> {
        let all = names().enumerate().map(|(at, feature)| (at, feature, contributions[at])).collect();
        let order = ordered(all, |x: &(usize, &str, f64), y| y.2.total_cmp(&x.2).then_with(|| x.0.cmp(&y.0)));
        let speaks_for = order.iter().take(FOR).filter(|(.., weight)| *weight > 0.0);
        let speaks_against = order.iter().rev().take(AGAINST).filter(|(.., weight)| *weight < 0.0);
        let ground = |&(at, feature, weight): &(usize, &'static str, f64)| Ground {
            feature,
            detail: self.detail(at, feature),
            weight,
        };
        speaks_for.chain(speaks_against).map(ground).collect()
    }

    /// What a feature saw: the words that are shared, where it is of shared words; else how far it is so.
    fn detail(&self, at: usize, feature: &str) -> String {
        let seen = self.average(at);
        let shared = |part: &str| seen > 0.0 && feature.contains(part);
        let quote = match () {
            () if !feature.contains("same") && !feature.contains("shared") && !feature.contains("equal") => {
                Quote::Nothing
            }
            () if shared("head noun") || shared("counted") => Quote::Noun,
            () if shared("name") => Quote::Name,
            () if shared("word") => Quote::Words,
            () if shared("equal value") => Quote::Number,
            () => Quote::Nothing,
        };
        self.quoted(quote).unwrap_or_else(|| self.frequency(at, seen))
    }

    /// "2 of 3 pairs" for what is or is not so, "0.6" for what is more or less so.
    fn frequency(&self, at: usize, seen: f64) -> String {
        if self.pairs.iter().all(|pair| pair[at] == 0.0 || pair[at] == 1.0) {
            let so = self.pairs.iter().filter(|pair| pair[at] == 1.0).count();
            format!("{so} of {} pairs", self.pairs.len())
        } else {
            Decimal::of((seen * 100.0).round() / 100.0).to_string()
        }
    }

    /// What can be said truly, the weightiest first.
    fn clauses(&self, clues: &[Clue], count: usize, sign: f64, contributions: &[f64]) -> Vec<Clause> {
        let said = clues.iter().filter_map(|clue| {
            let weight = clue.weight(contributions) * sign;
            let clause = self.clause(clue, if sign > 0.0 { 0.5 } else { 0.25 })?;
            (weight > 0.0).then_some((weight, clue.key, clause))
        });
        // That a pair fits best goes behind what it has in common.
        let last = |key: Key| key == Key::BecauseNearest;
        let mut said = ordered(said.collect(), |x: &(f64, Key, Clause), y| {
            last(x.1).cmp(&last(y.1)).then_with(|| y.0.total_cmp(&x.0))
        });
        // Of equal numbers it goes without saying that they are close.
        if said.iter().any(|(_, key, clause)| *key == Key::BecauseNumber && !clause.partly) {
            said.retain(|(_, key, _)| *key != Key::BecauseClose);
        }
        said.into_iter().take(count).map(|(.., clause)| clause).collect()
    }

    /// The clue in words, if it is so for at least this part of the pairs.
    fn clause(&self, clue: &Clue, least: f64) -> Option<Clause> {
        let at = names().position(|feature| feature == clue.is_so.0)?;
        let so = self.pairs.iter().filter(|pair| pair[at] >= clue.is_so.1).count();
        if so == 0 || (so as f64) < least * self.pairs.len() as f64 {
            return None;
        }
        let parts = match clue.quote {
            Quote::Nothing => Vec::new(),
            Quote::Measure => vec![Part::Line(self.members.iter().find_map(|it| measure_key(it.claim.measure?))?)],
            quote => vec![Part::Words(self.quoted(quote)?)],
        };
        Some(Clause { said: Reason::new(clue.key, parts), partly: so < self.pairs.len() })
    }

    /// What most members share of a sort, as it is printed first.
    fn quoted(&self, quote: Quote) -> Option<String> {
        match quote {
            Quote::Noun => self.spelling(self.commonest(|it| it.claim.context.head.into_iter().collect()).first()?.0),
            Quote::Name => {
                let names = self.commonest(|it| it.near_names.clone());
                names.iter().find_map(|(stem, _)| self.spelling(*stem))
            }
            Quote::Words => {
                let common = self.commonest(|it| it.near.iter().map(|(stem, _)| *stem).collect());
                let noun = self.commonest(|it| it.claim.context.head.into_iter().collect());
                let is_noun = |stem: &Stem| noun.first().is_some_and(|(head, _)| head == stem);
                let common = common.into_iter().filter(|(stem, _)| !is_noun(stem)).take(QUOTED);
                let words: Vec<String> = common.filter_map(|(stem, _)| self.spelling(stem)).collect();
                (!words.is_empty()).then(|| words.join(", "))
            }
            Quote::Number => {
                let numbers = self.members.iter().filter(|it| it.claim.value.is_some());
                let numbers: Vec<String> = numbers.map(|it| self.printed(it)).collect();
                let times = |number: &String| numbers.iter().filter(|other| *other == number).count();
                numbers.iter().rev().max_by_key(|number| times(number)).cloned()
            }
            Quote::Nothing | Quote::Measure => None,
        }
    }

    fn printed(&self, member: &Profile) -> String {
        fold::one_line(member.claim.quote.of(&self.collection.articles[member.key.article].text))
    }

    /// Stems of members of at least two texts, those of most members first, with the weight that they have near them.
    fn commonest(&self, stems: impl Fn(&Profile) -> Vec<Stem>) -> Vec<(Stem, f64)> {
        let mut found: FxHashMap<Stem, (usize, Vec<usize>, f64)> = FxHashMap::default();
        for member in &self.members {
            for stem in stems(member) {
                let weight =
                    member.near.binary_search_by(|(other, _)| other.cmp(&stem)).map_or(0.0, |at| member.near[at].1);
                let (times, texts, sum) = found.entry(stem).or_default();
                *times += 1;
                *sum += weight;
                crate::order::insert(texts, member.article);
            }
        }
        let shared = found.into_iter().filter(|(_, (_, texts, _))| texts.len() > 1);
        let shared = shared.map(|(stem, (times, _, weight))| (times, weight, stem)).collect();
        let order = ordered(shared, |x: &(usize, f64, Stem), y| {
            y.0.cmp(&x.0).then_with(|| y.1.total_cmp(&x.1)).then_with(|| x.2.cmp(&y.2))
        });
        order.into_iter().map(|(_, weight, stem)| (stem, weight)).collect()
    }

    /// A stem as the first member that has it prints it.
    fn spelling(&self, stem: Stem) -> Option<String> {
        self.members.iter().find_map(|member| {
            let article = member.key.article;
            let sentence = member.claim.sentence.of(&self.collection.articles[article].text);
            let mut words = spelled(sentence, self.readings[article].language);
            words.find(|(other, _)| *other == stem).map(|(_, word)| word.to_owned())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Article;
    use crate::compare;

    fn because_of(texts: &[&str]) -> Vec<Because> {
        let letters = ["A", "B", "C", "D"];
        let article = |(id, text): (&&str, &&str)| Article {
            id: (*id).to_owned(),
            text: (*text).to_owned(),
            ..Article::default()
        };
        let articles = letters.iter().zip(texts).map(article).collect();
        let collection = Collection { articles, ..Collection::default() };
        let comparison = compare(&collection);
        because(&collection, &comparison.readings, &comparison.alignments)
    }

    #[test]
    fn every_feature_of_a_clue_is_one_of_the_model() {
        for clue in SPEAK_FOR.iter().chain(SPEAK_AGAINST) {
            for feature in clue.also.iter().chain([&clue.is_so.0]) {
                assert!(names().any(|name| name == *feature), "{feature}");
            }
        }
    }

    #[test]
    fn a_row_says_what_put_it_together() {
        let rows = because_of(&[
            "The storm in Lisbon killed 212 sailors on Monday.",
            "In Lisbon 212 sailors were killed by the storm.",
        ]);
        assert_eq!(rows.len(), 1);
        let sentence = rows[0].sentence(Language::English);
        assert!(sentence.contains("same number “212”") || sentence.contains("Same number “212”"), "{sentence}");
        assert!(sentence.ends_with('.') && !sentence.contains("other"), "{sentence}");
        let spanish = rows[0].sentence(Language::Spanish);
        assert!(spanish.to_lowercase().contains("mismo número «212»"), "{spanish}");
        assert!(rows[0].grounds.windows(2).all(|two| two[0].weight >= two[1].weight || two[1].weight < 0.0));
        assert!(rows[0].grounds.iter().any(|ground| ground.weight > 0.0));
    }

    #[test]
    fn what_is_not_so_is_not_said() {
        let rows = because_of(&[
            "The storm in Lisbon killed 212 sailors on Monday.",
            "In Lisbon 230 sailors were killed by the storm.",
        ]);
        let sentence = rows[0].sentence(Language::English);
        assert!(!sentence.to_lowercase().contains("same number"), "{sentence}");
    }

    #[test]
    fn a_row_without_two_texts_has_no_grounds() {
        let collection = Collection::default();
        let row = Alignment::of(&collection, &[], Vec::new());
        let rows = because(&collection, &[], &[row]);
        assert!(rows[0].grounds.is_empty() && rows[0].sentence(Language::English).is_empty());
    }
}
