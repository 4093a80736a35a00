//! Links as they are made.

use super::base64::to_base64;
use super::{AT_HAND, FIRST_RELATION, LONGEST_BODY, OWN, VERSION, fingerprint};
use crate::collection::{Article, Collection, Detected};
use crate::reading::claim::{Effect, Kind};
use crate::reading::date::PartialDate;
use crate::reading::decimal::Decimal;
use crate::reading::language::Language;
use crate::reading::text::fnv1a;
use crate::trouble::Trouble;
use crate::words::Key;
use crate::work::journal::{Act, Amount, Anchor, Bound, Change, Entry, Setting};
use crate::work::saved::Saved;
use crate::work::squeeze::squeeze;

/// The link to work on the collection that every page of this kind has with it: view and corrections in force.
///
/// # Errors
/// Says that it is too much for a link.
pub fn to_corrections(saved: &Saved) -> Result<String, Trouble> {
    let mut body = Writer::default();
    body.number(AT_HAND);
    body.number(saved.collection.articles.len() as u64);
    for article in &saved.collection.articles {
        body.bytes.extend(fingerprint(&article.text));
    }
    body.work(saved);
    sealed(&body.bytes)
}

/// The link to a collection of the user's own with the work on it. Framings in other languages stay behind.
///
/// # Errors
/// Says that it is too much for a link.
pub fn to_texts(saved: &Saved) -> Result<String, Trouble> {
    let mut body = Writer::default();
    body.number(OWN);
    body.collection(&saved.collection);
    body.work(saved);
    sealed(&body.bytes)
}

/// A link with any body: what [`open`](super::open) has to bear.
///
/// # Errors
/// Says that it is too much for a link.
pub fn sealed(body: &[u8]) -> Result<String, Trouble> {
    if body.len() > LONGEST_BODY {
        return Err(Trouble::new(Key::LinkLarge));
    }
    let packed = squeeze(body);
    let mut link = Writer { bytes: vec![VERSION], ..Writer::default() };
    link.number(packed.len() as u64);
    link.number(body.len() as u64);
    link.bytes.extend(fnv1a(body).to_be_bytes());
    link.bytes.extend(packed);
    Ok(to_base64(&link.bytes))
}

#[derive(Default)]
pub(super) struct Writer {
    pub(super) bytes: Vec<u8>,
    /// Those who made corrections, as far as they were written.
    names: Vec<String>,
    /// Minute of the last correction.
    minute: u64,
}

impl Writer {
    pub(super) fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    pub(super) fn signed(&mut self, number: i64) {
        self.number(((number << 1) ^ (number >> 63)).cast_unsigned());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes.extend(text.as_bytes());
    }

    fn maybe(&mut self, text: Option<&str>) {
        self.number(u64::from(text.is_some()));
        if let Some(text) = text {
            self.text(text);
        }
    }

    fn texts(&mut self, texts: &[String]) {
        self.number(texts.len() as u64);
        for text in texts {
            self.text(text);
        }
    }

    fn collection(&mut self, collection: &Collection) {
        self.text(&collection.title);
        self.maybe(collection.question.as_deref());
        self.maybe(collection.content_note.as_deref());
        self.number(collection.articles.len() as u64);
        for article in &collection.articles {
            self.article(article);
        }
    }

    fn article(&mut self, article: &Article) {
        let Detected { title, publisher, date, language } = article.detected;
        let flags = [article.date_is_earliest, title, publisher, date, language];
        self.number(flags.iter().fold(0, |bits, flag| bits << 1 | u64::from(*flag)));
        self.text(&article.id);
        self.maybe(article.title.as_deref());
        self.maybe(article.publisher.as_deref());
        self.date(article.date);
        self.maybe(article.language.map(Language::code));
        self.texts(&article.chain);
        self.maybe(article.translated_from.as_deref());
        self.maybe(article.note.as_deref());
        self.text(&article.text);
    }

    fn date(&mut self, date: Option<PartialDate>) {
        let Some(date) = date else { return self.number(0) };
        self.number(1 + u64::from(date.month().unwrap_or(0)) + 13 * u64::from(date.day().unwrap_or(0)));
        self.signed(i64::from(date.year()) - 2020);
    }

    fn work(&mut self, saved: &Saved) {
        let collection = &saved.collection;
        self.number(u64::from(saved.view.figure.is_some()));
        if let Some(figure) = &saved.view.figure {
            self.anchor(collection, figure);
        }
        self.texts(&saved.view.words);
        let journal = saved.journal.settled();
        let entries = journal.entries().iter().filter(|entry| entry.change.act != Act::Unknown);
        self.number(entries.clone().count() as u64);
        for entry in entries {
            self.entry(collection, entry);
        }
    }

    fn entry(&mut self, collection: &Collection, entry: &Entry) {
        let Change { act, figures, set, words } = &entry.change;
        let code = match act {
            Act::Relate(relation) => FIRST_RELATION + *relation as usize,
            _ => Act::PLAIN.iter().position(|plain| plain == act).unwrap_or_default(),
        };
        self.number(code as u64);
        let mut written = act.figures();
        if act.takes_more() {
            self.number(figures.len().saturating_sub(written) as u64);
            written = figures.len();
        }
        for figure in figures.iter().take(written) {
            self.anchor(collection, figure);
        }
        if act.has_setting() {
            self.setting(set);
        }
        if act.has_words() {
            self.text(words);
        }
        self.by(&entry.by);
        let minute = entry.at / 60;
        self.signed(minute.wrapping_sub(self.minute).cast_signed());
        self.minute = minute;
    }

    fn by(&mut self, by: &str) {
        let known = self.names.iter().position(|name| name == by);
        self.number(known.unwrap_or(self.names.len()) as u64);
        if known.is_none() {
            self.text(by);
            self.names.push(by.to_owned());
        }
    }

    /// An anchor by the place where it stands now; in words where it stands nowhere.
    fn anchor(&mut self, collection: &Collection, anchor: &Anchor) {
        if let Some((article, span)) = anchor.place(collection) {
            let count = collection.articles.len() as u64;
            self.number(1 + article as u64 + count * span.len() as u64);
            self.number(span.start as u64);
        } else {
            self.number(0);
            for text in [&anchor.article, &anchor.quote, &anchor.prefix, &anchor.suffix] {
                self.text(text);
            }
            self.number(anchor.start as u64);
        }
    }

    fn setting(&mut self, set: &Setting) {
        let given =
            [set.amount.is_some(), set.kind.is_some(), set.counted.is_some(), set.who.is_some(), set.as_of.is_some()];
        self.number(given.iter().fold(0, |bits, flag| bits << 1 | u64::from(*flag)));
        if let Some(amount) = set.amount {
            self.amount(amount);
        }
        if let Some(kind) = set.kind {
            self.number(Kind::ALL.iter().position(|other| *other == kind).unwrap_or_default() as u64);
        }
        for text in [&set.counted, &set.who].into_iter().flatten() {
            self.text(text);
        }
        if set.as_of.is_some() {
            self.date(set.as_of);
        }
    }

    /// Mostly the ends follow from the number and its qualifier; then they are not written.
    fn amount(&mut self, amount: Amount) {
        let effect = amount.effect.and_then(|effect| Effect::ALL.iter().position(|other| *other == effect));
        let follows = amount.value.is_some_and(|value| Amount::of(value, amount.effect) == amount);
        let effect = effect.map_or(0, |effect| effect as u64 + 1);
        self.number(effect << 2 | u64::from(amount.value.is_some()) << 1 | u64::from(follows));
        if let Some(value) = amount.value {
            self.decimal(value);
        }
        if !follows {
            self.bound(amount.low);
            self.bound(amount.high);
        }
    }

    fn bound(&mut self, bound: Bound) {
        let (code, number) = match bound {
            Bound::Unbounded => (0, None),
            Bound::Closed(number) => (1, Some(number)),
            Bound::Open(number) => (2, Some(number)),
        };
        self.number(code);
        if let Some(number) = number {
            self.decimal(number);
        }
    }

    fn decimal(&mut self, number: Decimal) {
        self.signed(number.digits());
        self.signed(i64::from(number.exponent()));
    }
}
