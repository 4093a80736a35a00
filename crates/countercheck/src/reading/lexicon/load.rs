//! Reads the lexicon files.

use super::{
    Classes, Effect, Entry, Frame, Lexicon, MeasureWord, Nature, NumberWord, Phrases, Side, Unit, UnitKind, WordId,
};
use crate::reading::interval::{End, Interval};
use crate::reading::text::{Stem, fold, plain_digits, tokenize};
use crate::tables;

/// Takes one line into the lexicon; `None` where it is not understood.
type LineReader = fn(&mut Lexicon, &[&'static str]) -> Option<()>;

/// The tables of a lexicon in the order in which they are read, each with what takes its lines.
const TABLES: [(&str, LineReader); 12] = [
    ("grammar", grammar),
    ("roles", role),
    ("numbers", number),
    ("hedges", hedge),
    ("calendar", calendar),
    ("units", unit),
    ("currencies", currency),
    ("measures", measure),
    ("events", event),
    ("sources", source),
    ("dimensions", dimension),
    ("synonyms", synonyms),
];

/// The lexicon of a language ("en"), made of its tables. Lines that say nothing known are left out; the tests find them.
pub(super) fn read(language: &str) -> Lexicon {
    let mut lexicon = Lexicon { entries: vec![Entry::default()], ..Lexicon::default() };
    for (table, reader) in TABLES {
        for line in tables::lines(&format!("lexicon/{language}/{table}")) {
            let columns: Vec<&str> = line.split('\t').collect();
            let understood = reader(&mut lexicon, &columns);
            debug_assert!(understood.is_some(), "the lexicon line {line:?} is not understood");
        }
    }
    lexicon
}

impl Lexicon {
    /// The id of a word, which becomes known.
    fn learn(&mut self, word: &str) -> WordId {
        let known = self.id(word);
        if known != WordId::UNKNOWN {
            return known;
        }
        let id = WordId(self.entries.len() as u16);
        self.entries.push(Entry::default());
        self.ids.insert(fold::lowered(word).into(), id);
        id
    }

    fn learn_entry(&mut self, word: &str) -> &mut Entry {
        let id = self.learn(word);
        &mut self.entries[id.0 as usize]
    }

    fn learn_phrase(&mut self, phrase: &str) -> Vec<WordId> {
        tokenize(phrase).iter().map(|token| self.learn(token.span.of(phrase))).collect()
    }

    fn classify(&mut self, words: &str, class: Classes) {
        for word in words.split(' ').filter(|word| !word.is_empty()) {
            let entry = self.learn_entry(word);
            entry.classes = entry.classes.with(class);
        }
    }
}

fn grammar(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[class, words] = line else { return None };
    lexicon.classify(words, Classes::named(class)?);
    if class == "weekday" {
        for (day, word) in words.split(' ').enumerate() {
            lexicon.learn_entry(word).weekday = Some(day as u8);
        }
    }
    Some(())
}

fn role(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[role, words] = line else { return None };
    match role {
        "past_ending" => lexicon.past_ending = Some(words),
        "verb_endings" => lexicon.verb_endings = words.split(' ').collect(),
        "future_endings" => lexicon.future_endings = words.split(' ').collect(),
        "told_endings" => lexicon.told_endings = words.split(' ').collect(),
        "told_participles" => lexicon.told_participles = words.split(' ').collect(),
        "plural_verb_endings" => lexicon.plural_verb_endings = words.split(' ').collect(),
        "gerund_ending" => lexicon.gerund_ending = Some(words),
        "adverb_ending" => lexicon.adverb_ending = Some(words),
        _ => lexicon.classify(words, Classes::named(role)?),
    }
    Some(())
}

fn number(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let (&[role, word, value], rest) = line.split_first_chunk()?;
    if role == "ordinal" {
        lexicon.learn_entry(word).ordinal = Some(plain_digits(value)?);
        return Some(());
    }
    let number = match role {
        "unit" => NumberWord::Unit(plain_digits(value)?),
        "hundred" => NumberWord::Hundred,
        "scale" => NumberWord::Scale(plain_digits(value)?),
        "dozen" => NumberWord::Dozen(plain_digits(value)?),
        "parts" => NumberWord::Parts(plain_digits(value)?),
        "times" => NumberWord::Times(plain_digits(value)?),
        "vague" => NumberWord::Vague(Interval { low: end(value)?, high: end(rest.first()?)? }),
        _ => return None,
    };
    lexicon.learn_entry(word).number = Some(number);
    Some(())
}

fn end(value: &str) -> Option<End> {
    if value == "-" { Some(End::Unbounded) } else { plain_digits(value).map(End::Closed) }
}

fn hedge(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[effect, side, words] = line else { return None };
    let effect = effect_named(effect)?;
    let side = match side {
        "before" => Side::Before,
        "after" => Side::After,
        _ => return None,
    };
    let phrase = lexicon.learn_phrase(words);
    match side {
        Side::Before => lexicon.hedges_before.add(phrase, effect),
        Side::After => lexicon.hedges_after.add(phrase, effect),
    }
    Some(())
}

fn effect_named(name: &str) -> Option<Effect> {
    Some(match name {
        "approximate" => Effect::Approximate,
        "at_least" => Effect::AtLeast,
        "more_than" => Effect::MoreThan,
        "at_most" => Effect::AtMost,
        "less_than" => Effect::LessThan,
        "nearly" => Effect::Nearly,
        "only" => Effect::Only,
        "exact" => Effect::Exact,
        _ => return None,
    })
}

fn calendar(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    match *line {
        ["month", month, names] => {
            for name in names.split(' ') {
                lexicon.learn_entry(name).month = Some(month.parse().ok()?);
            }
        }
        [role, words] => {
            let phrase = lexicon.learn_phrase(words);
            match role {
                "as_of" => lexicon.as_of.add(phrase, ()),
                "so_far" => lexicon.so_far.add(phrase, ()),
                "clock" => lexicon.clock.add(phrase, ()),
                _ => return None,
            }
        }
        _ => return None,
    }
    Some(())
}

fn unit(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let (&[kind, code, words], rest) = line.split_first_chunk()?;
    let factor = rest.first().map_or(Some(1.0), |factor| plain_digits(factor))?;
    let kind = match kind {
        "percent" => UnitKind::Percent,
        "points" => UnitKind::Points,
        "duration" => UnitKind::Duration,
        "measure" => UnitKind::Measure,
        "money" => UnitKind::Money,
        _ => return None,
    };
    for phrase in words.split('|') {
        let phrase = lexicon.learn_phrase(phrase);
        let entry = &mut lexicon.entries[phrase.first()?.0 as usize];
        entry.classes = entry.classes.with(Classes::UNIT);
        lexicon.units.add(phrase, Unit { kind, code, factor });
    }
    Some(())
}

fn currency(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[code, signs] = line else { return None };
    for sign in signs.split(' ') {
        let phrase = lexicon.learn_phrase(sign);
        lexicon.currencies.add(phrase, code);
    }
    Some(())
}

fn measure(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[measure, nature, role, words] = line else { return None };
    let nature = match nature {
        "total" => Nature::Total,
        "stock" => Nature::Stock,
        "share" => Nature::Share,
        "constant" => Nature::Constant,
        _ => return None,
    };
    if role == "of" {
        lexicon.parts.extend(words.split('|').map(|whole| (measure, whole)));
        return Some(());
    }
    let (role, of_people) = role.strip_prefix("person_").map_or((role, false), |role| (role, true));
    let frame = match role {
        "noun" => Frame::Noun,
        "subject" => Frame::Subject,
        "object" => Frame::Object,
        "margin" => Frame::Margin,
        _ => return None,
    };
    for words in words.split('|') {
        let phrase = lexicon.learn_phrase(words);
        measure_table(lexicon, frame).add(phrase, MeasureWord { measure, nature, frame, of_people });
    }
    Some(())
}

fn measure_table(lexicon: &mut Lexicon, frame: Frame) -> &mut Phrases<MeasureWord> {
    match frame {
        Frame::Noun => &mut lexicon.measure_nouns,
        Frame::Subject => &mut lexicon.measure_subjects,
        Frame::Object => &mut lexicon.measure_objects,
        Frame::Margin => &mut lexicon.measure_margins,
    }
}

fn event(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[name, words] = line else { return None };
    let kin = Stem::of(name);
    // One number in every language.
    let family = tables::lines("lexicon/en/events").position(|line| line.split('\t').next() == Some(name))? as u8;
    lexicon.classify(words, Classes::EVENT);
    for word in words.split(' ') {
        let entry = lexicon.learn_entry(word);
        entry.event = Some(family);
        entry.kin.get_or_insert(kin);
    }
    Some(())
}

fn source(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[role, words] = line else { return None };
    match role {
        "verb" => lexicon.classify(words, Classes::SAYS),
        "counts" => lexicon.classify(words, Classes::COUNTS),
        "vessel" => lexicon.classify(words, Classes::VESSEL),
        "body" => lexicon.classify(words, Classes::BODY),
        "sets" => lexicon.classify(words, Classes::SETS),
        "cue" => {
            let phrase = lexicon.learn_phrase(words);
            lexicon.cues.add(phrase, ());
        }
        _ => return None,
    }
    Some(())
}

fn dimension(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[side, name, words] = line else { return None };
    for word in words.split(' ') {
        let phrase = lexicon.learn_phrase(word);
        match side {
            "before" => lexicon.dimensions_before.add(phrase, name),
            "after" => lexicon.dimensions_after.add(phrase, name),
            _ => return None,
        }
    }
    Some(())
}

fn synonyms(lexicon: &mut Lexicon, line: &[&'static str]) -> Option<()> {
    let &[words] = line else { return None };
    let kin = Stem::of(words.split(' ').next()?);
    for word in words.split(' ') {
        let known = lexicon.learn_entry(word).kin.replace(kin);
        debug_assert!(known.is_none_or(|old| old == kin), "{word} stands in two families of synonyms");
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_of_the_lexicon_is_understood() {
        read("en");
        read("es");
    }
}
