//! Share links: what stands behind the `#` of an address. View and corrections for the collection that the page has
//! with it, texts too for one of the user's own.
//!
//! ```text
//! link:   base64url( version 1 · length of the packed body · length of the body · checksum of the body, 4 bytes · packed body )
//! body:   1 for the collection at hand: number of texts, a fingerprint of each (2 bytes)
//!         2 for texts of one's own: the collection
//!         view · corrections in force
//! anchor: text and length in one number, then the place; 0 and the words where the place is lost
//! ```
//!
//! Numbers are written seven bits a byte, texts with their length before them; [`crate::squeeze`] packs. Figures are named
//! by their places, and the fingerprints see to it that they are places of the same texts. Times are whole minutes.
//!
//! What was cut off opens up to where it was cut; what was damaged opens not at all, for it could say anything.

use crate::claim::{Effect, Kind};
use crate::collection::{Article, Collection, Detected};
use crate::compare::Relation;
use crate::date::PartialDate;
use crate::decimal::Decimal;
use crate::journal::{
    Act, Amount, Anchor, Bound, Change, Entry, Journal, LONGEST_QUOTE, MOST_ENTRIES, MOST_FIGURES, Setting, Standing,
};
use crate::language::Language;
use crate::qr;
use crate::saved::{Opened, Saved, View};
use crate::source::{LONGEST_TEXT, MOST_TEXTS};
use crate::squeeze::{expand, expand_cut, squeeze};
use crate::text::{Span, fnv1a};
use crate::trouble::Trouble;
use crate::words::Key;

const VERSION: u8 = 1;

/// The longest body: some forty thousand words. What is larger is a matter for files, and what claims to be larger is
/// no link; unpacking the worst one takes a second.
pub const LONGEST_BODY: usize = 250_000;

/// The most that packing can save; what claims more is no link.
const MOST_TIMES: usize = 4096;

/// The body is about the collection at hand.
const AT_HAND: u64 = 1;
/// The body holds texts.
const OWN: u64 = 2;

/// The number of the first relation in links: behind all acts, with room for more of them.
const FIRST_RELATION: usize = 32;

/// The longest link that all browsers open.
pub const BROWSERS: usize = 32_000;

/// What a link of some length comes through, longest first: the length, and the line of the catalogue that says it.
const SURVIVES: [(usize, Key); 6] = [
    (1_000_000, Key::LinkNowhere),
    (BROWSERS, Key::LinkChromium),
    (8_000, Key::LinkBars),
    (2_000, Key::LinkMail),
    (qr::LONGEST, Key::LinkChat),
    (0, Key::LinkAnywhere),
];

/// What a link of this length comes through.
pub fn survives(length: usize) -> Key {
    SURVIVES.iter().find(|(least, _)| length > *least).map_or(Key::LinkAnywhere, |(_, key)| *key)
}

// ---- writing ----

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

/// A link with any body: what [`open`] has to bear.
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
struct Writer {
    bytes: Vec<u8>,
    /// Those who made corrections, as far as they were written.
    names: Vec<String>,
    /// Minute of the last correction.
    minute: u64,
}

impl Writer {
    fn number(&mut self, number: u64) {
        let mut rest = number;
        while rest >= 0x80 {
            self.bytes.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        self.bytes.push(rest as u8);
    }

    fn signed(&mut self, number: i64) {
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

// ---- reading ----

/// Opens a link. `at_hand` is the collection that the page has with it, for links that bring no texts. What stands
/// behind the link, such as a full stop of the sentence that it was sent in, is passed over.
///
/// # Errors
/// Says in one sentence why nothing can be opened.
pub fn open(link: &str, at_hand: &Collection) -> Result<Opened, Trouble> {
    let bytes = from_base64(link);
    let mut head = Reader::of(&bytes);
    match head.byte() {
        Some(VERSION) => {}
        Some(version) if version > VERSION && version < 32 => return Err(Trouble::new(Key::LinkNewer)),
        _ => return Err(Trouble::new(Key::LinkForeign)),
    }
    let foreign = || Trouble::new(Key::LinkForeign);
    let packed = head.number().filter(|packed| *packed <= LONGEST_BODY as u64 * 2).ok_or_else(foreign)? as usize;
    let length = head.number().filter(|length| *length <= LONGEST_BODY as u64).ok_or_else(foreign)? as usize;
    let sum = head.take(4).and_then(|sum| sum.try_into().ok()).map(u32::from_be_bytes).ok_or_else(foreign)?;
    let rest = &bytes[head.at..];
    let cut = rest.len() < packed;
    if length / MOST_TIMES > packed {
        return Err(foreign());
    }
    let body = if cut { expand_cut(rest, length) } else { expand(&rest[..packed], length) };
    if !cut && fnv1a(&body) != sum {
        return Err(Trouble::new(Key::LinkDamaged));
    }
    let mut opened = Reader::of(&body).body(at_hand, cut)?;
    if cut {
        opened.troubles.insert(0, Trouble::new(Key::LinkCut));
    }
    Ok(opened)
}

struct Reader<'b> {
    bytes: &'b [u8],
    at: usize,
    names: Vec<String>,
    minute: u64,
}

/// The texts that the anchors of a link speak of, in its own order; none for one that is not at hand.
struct Texts<'c> {
    collection: &'c Collection,
    places: Vec<Option<usize>>,
}

impl<'b> Reader<'b> {
    fn of(bytes: &'b [u8]) -> Self {
        Self { bytes, at: 0, names: Vec::new(), minute: 0 }
    }

    fn take(&mut self, count: usize) -> Option<&'b [u8]> {
        let end = self.at.checked_add(count)?;
        let taken = self.bytes.get(self.at..end)?;
        self.at = end;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1).map(|bytes| bytes[0])
    }

    fn number(&mut self) -> Option<u64> {
        let mut number = 0;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte < 0x80 {
                return Some(number);
            }
        }
        None
    }

    fn signed(&mut self) -> Option<i64> {
        let number = self.number()?;
        Some((number >> 1).cast_signed() ^ -(number & 1).cast_signed())
    }

    fn text(&mut self) -> Option<String> {
        let length = self.number()?;
        let bytes = self.take(usize::try_from(length).ok()?)?;
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    }

    fn flag(&mut self) -> Option<bool> {
        Some(self.number()? != 0)
    }

    #[expect(clippy::option_option, reason = "the outer one says whether the link goes on")]
    fn maybe(&mut self) -> Option<Option<String>> {
        if self.flag()? { self.text().map(Some) } else { Some(None) }
    }

    fn texts(&mut self) -> Option<Vec<String>> {
        let count = self.number()?;
        (0..count).map(|_| self.text()).collect()
    }

    /// Everything up to where the link ends, or to where it is cut.
    fn body(&mut self, at_hand: &Collection, cut: bool) -> Result<Opened, Trouble> {
        let broken = || Trouble::new(if cut { Key::LinkCut } else { Key::LinkNewer });
        let mut opened = Opened::default();
        let own = match self.number().ok_or_else(broken)? {
            AT_HAND => false,
            OWN => true,
            _ => return Err(Trouble::new(Key::LinkNewer)),
        };
        let (collection, places, whole) = if own {
            let mut collection = Collection::default();
            let whole = self.collection(&mut collection).is_some();
            let places = (0..collection.articles.len()).map(Some).collect();
            (collection, places, whole)
        } else {
            let places = self.fingerprints(at_hand).ok_or_else(broken)?;
            (at_hand.clone(), places, true)
        };
        if own && collection.articles.is_empty() {
            return Err(broken());
        }
        let texts = Texts { collection: &collection, places };
        let mut lost = 0;
        let whole = whole && self.work(&texts, &mut opened.saved, &mut lost).is_some();
        if !whole && !cut {
            opened.troubles.push(Trouble::new(Key::LinkNewer));
        }
        if lost > 0 {
            opened.troubles.push(Trouble::about(Key::LinkOtherTexts, &lost.to_string()));
        }
        opened.saved.collection = collection;
        Ok(opened)
    }

    /// For each text of the link, the one at hand that is the same.
    fn fingerprints(&mut self, at_hand: &Collection) -> Option<Vec<Option<usize>>> {
        let known: Vec<[u8; 2]> = at_hand.articles.iter().map(|article| fingerprint(&article.text)).collect();
        let count = self.number()?;
        (0..count)
            .map(|index| {
                let print = self.take(2)?;
                let same = known.get(index as usize).is_some_and(|own| own == print).then_some(index as usize);
                Some(same.or_else(|| known.iter().position(|own| own == print)))
            })
            .collect()
    }

    /// Fills a collection; `None` where the link ends before it does. Texts that are whole stay.
    fn collection(&mut self, collection: &mut Collection) -> Option<()> {
        collection.title = self.text()?;
        collection.question = self.maybe()?;
        collection.content_note = self.maybe()?;
        let count = self.number()?;
        for _ in 0..count {
            let article = self.article()?;
            let same = collection.articles.iter().any(|other| other.id == article.id);
            if same || collection.articles.len() >= MOST_TEXTS || article.text.len() > LONGEST_TEXT {
                return None;
            }
            collection.articles.push(article);
        }
        Some(())
    }

    fn article(&mut self) -> Option<Article> {
        let flags = self.number()?;
        let flag = |bit: u32| flags >> bit & 1 == 1;
        Some(Article {
            date_is_earliest: flag(4),
            detected: Detected { title: flag(3), publisher: flag(2), date: flag(1), language: flag(0) },
            id: self.text()?,
            title: self.maybe()?,
            publisher: self.maybe()?,
            date: self.date()?,
            language: self.maybe()?.as_deref().and_then(Language::from_code),
            chain: self.texts()?,
            translated_from: self.maybe()?,
            note: self.maybe()?,
            text: self.text()?,
        })
    }

    #[expect(clippy::option_option, reason = "the outer one says whether the link goes on")]
    fn date(&mut self) -> Option<Option<PartialDate>> {
        let Some(parts) = self.number()?.checked_sub(1) else { return Some(None) };
        let year = i32::try_from(self.signed()?.checked_add(2020)?).ok().filter(|year| (0..=9999).contains(year))?;
        let (month, day) = ((parts % 13) as u8, u8::try_from(parts / 13).ok()?);
        let date = match (month, day) {
            (0, _) => Some(PartialDate::of_year(year)),
            (month, 0) => PartialDate::of_month(year, month),
            (month, day) => PartialDate::of_day(year, month, day),
        };
        Some(Some(date?))
    }

    /// View and corrections; `None` where the link ends before they do. What is whole stays.
    fn work(&mut self, texts: &Texts, saved: &mut Saved, lost: &mut usize) -> Option<()> {
        if self.flag()? {
            saved.view.figure = self.anchor(texts)?.found();
        }
        saved.view = View { words: self.texts()?, figure: saved.view.figure.take() };
        let count = self.number().filter(|count| *count <= MOST_ENTRIES as u64)?;
        let mut entries = Vec::new();
        let mut whole = Some(());
        for _ in 0..count {
            match self.entry(texts) {
                Some(Some(entry)) => entries.push(entry),
                Some(None) => *lost += 1,
                None => {
                    whole = None;
                    break;
                }
            }
        }
        saved.journal = Journal::of(entries);
        whole
    }

    /// A correction; inside, none where its text is not at hand.
    #[expect(clippy::option_option, reason = "the outer one says whether the link goes on")]
    fn entry(&mut self, texts: &Texts) -> Option<Option<Entry>> {
        let code = usize::try_from(self.number()?).ok()?;
        let relation = || Some(Act::Relate(*Relation::ALL.get(code.checked_sub(FIRST_RELATION)?)?));
        let act = Act::PLAIN.get(code).copied().or_else(relation)?;
        let spare = if act.takes_more() { usize::try_from(self.number()?).ok()? } else { 0 };
        let mut figures = Vec::new();
        let mut known = true;
        for _ in 0..act.figures().checked_add(spare).filter(|count| *count <= MOST_FIGURES)? {
            match self.anchor(texts)? {
                Found::Here(anchor) => figures.push(anchor),
                Found::Nowhere => known = false,
            }
        }
        let set = if act.has_setting() { self.setting()? } else { Setting::default() };
        let words = if act.has_words() { self.text()? } else { String::new() };
        let by = self.by()?;
        self.minute = self.minute.wrapping_add(self.signed()?.cast_unsigned());
        let at = self.minute.checked_mul(60).unwrap_or_default();
        let change = Change { act, figures, set, words };
        Some(known.then_some(Entry { by, at, change, standing: Standing::Done }))
    }

    fn by(&mut self) -> Option<String> {
        let known = usize::try_from(self.number()?).ok()?;
        if known == self.names.len() {
            let name = self.text()?;
            self.names.push(name);
        }
        self.names.get(known).cloned()
    }

    fn anchor(&mut self, texts: &Texts) -> Option<Found> {
        let count = texts.places.len() as u64;
        let Some(code) = self.number()?.checked_sub(1) else { return self.worded_anchor() };
        let start = usize::try_from(self.number()?).ok()?;
        let length = usize::try_from(code.checked_div(count)?).ok().filter(|length| *length <= LONGEST_QUOTE)?;
        let Some(index) = texts.places[(code % count) as usize] else { return Some(Found::Nowhere) };
        let article = &texts.collection.articles[index];
        let span = Span::new(start, start.checked_add(length)?);
        let fits = article.text.get(span.start..span.end).is_some();
        Some(if fits { Found::Here(Anchor::of(article, span)) } else { Found::Nowhere })
    }

    fn worded_anchor(&mut self) -> Option<Found> {
        let (article, quote) = (self.text()?, self.text()?);
        let (prefix, suffix) = (self.text()?, self.text()?);
        let start = usize::try_from(self.number()?).ok()?;
        let fits = [&quote, &prefix, &suffix].iter().all(|text| text.len() <= LONGEST_QUOTE);
        fits.then_some(Found::Here(Anchor { article, quote, prefix, suffix, start }))
    }

    fn setting(&mut self) -> Option<Setting> {
        let given = self.number()?;
        let is = |bit: u32| given >> bit & 1 == 1;
        let mut set = Setting::default();
        if is(4) {
            set.amount = Some(self.amount()?);
        }
        if is(3) {
            set.kind = Some(*Kind::ALL.get(usize::try_from(self.number()?).ok()?)?);
        }
        if is(2) {
            set.counted = Some(self.text()?);
        }
        if is(1) {
            set.who = Some(self.text()?);
        }
        if is(0) {
            set.as_of = self.date()?;
        }
        Some(set)
    }

    fn amount(&mut self) -> Option<Amount> {
        let code = self.number()?;
        let effect = match usize::try_from(code >> 2).ok()?.checked_sub(1) {
            None => None,
            Some(effect) => Some(*Effect::ALL.get(effect)?),
        };
        let value = if code >> 1 & 1 == 1 { Some(self.decimal()?) } else { None };
        if code & 1 == 1 {
            return Some(Amount::of(value?, effect));
        }
        Some(Amount { value, effect, low: self.bound()?, high: self.bound()? })
    }

    fn bound(&mut self) -> Option<Bound> {
        match self.number()? {
            0 => Some(Bound::Unbounded),
            1 => Some(Bound::Closed(self.decimal()?)),
            2 => Some(Bound::Open(self.decimal()?)),
            _ => None,
        }
    }

    fn decimal(&mut self) -> Option<Decimal> {
        let digits = self.signed()?;
        Some(Decimal::new(digits, i16::try_from(self.signed()?).ok()?))
    }
}

/// An anchor of a link.
enum Found {
    Here(Anchor),
    /// Its text is not at hand.
    Nowhere,
}

impl Found {
    fn found(self) -> Option<Anchor> {
        match self {
            Self::Here(anchor) => Some(anchor),
            Self::Nowhere => None,
        }
    }
}

// ---- bytes ----

/// Two bytes that tell a text from the others of a collection and from its own earlier form.
fn fingerprint(text: &str) -> [u8; 2] {
    let sum = fnv1a(text.as_bytes());
    ((sum >> 16 ^ sum) as u16).to_be_bytes()
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn to_base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 3);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        let letter = |place: usize| char::from(ALPHABET[(bits >> (18 - 6 * place) & 63) as usize]);
        text.extend((0..=three.len()).map(letter));
    }
    text
}

/// The bytes up to the first character that is not of the alphabet; one that some program put in for another is
/// taken for it.
fn from_base64(text: &str) -> Vec<u8> {
    let value = |byte: u8| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'-' | b'+' => Some(62),
        b'_' | b'/' => Some(63),
        _ => None,
    };
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut count) = (0u32, 0);
    for six in text.bytes().map_while(value) {
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::compare;
    use crate::shipped;
    use crate::words::Words;

    const REASONS: [&str; 5] = [
        "counts only the first week after the vote",
        "Foro Penal counts people, not arrests",
        "another definition of political prisoner",
        "one is from 12 January, the other from February",
        "the sources are the same",
    ];

    /// Sixty corrections as a class would make them: of every sort, one in six with a sentence.
    pub(super) fn sixty() -> Saved {
        let collection = shipped::collection();
        let found = compare(&collection);
        let keys: Vec<(usize, usize)> = (0..5)
            .flat_map(|article| (0..found.readings[article].claims.len()).map(move |claim| (article, claim)))
            .collect();
        let anchor = |number: usize| {
            let (article, claim) = keys[number * 7 % keys.len()];
            Anchor::of(&collection.articles[article], found.readings[article].claims[claim].quote)
        };
        let change = |i: usize| match i % 12 {
            0 | 5 => Change::strike(anchor(i)),
            1 => {
                let amount = Amount::of(Decimal::of(i as f64 * 100.0), Some(Effect::AtLeast));
                Change::edit(anchor(i), Setting { amount: Some(amount), ..Setting::default() })
            }
            2 | 7 => Change::link(anchor(i), anchor(i + 1)),
            3 => Change::unlink(anchor(i)),
            4 => Change::relate(anchor(i), anchor(i + 3), Relation::ALL[i % 7], REASONS[i / 12]),
            6 => Change::split(vec![anchor(i), anchor(i + 1), anchor(i + 2)]),
            8 => Change::merge(anchor(i), anchor(i + 5)),
            9 => Change::rename(
                anchor(i),
                ["Arrests", "Prisoners held", "Share of the vote", "Deaths", "Released"][i / 12],
            ),
            10 => Change::note(vec![anchor(i)], REASONS[4 - i / 12]),
            _ => Change::add(
                anchor(i),
                Setting { amount: Some(Amount::of(Decimal::of(i as f64), None)), ..Setting::default() },
            ),
        };
        let entries = (0..60).map(|i| Entry::new("Ana", 60 * (29_000_000 + i as u64 * 2 / 3), change(i))).collect();
        let view = View { figure: Some(anchor(3)), words: vec!["marks=relations".to_owned()] };
        Saved { collection, journal: Journal::of(entries), view, pupil: None }
    }

    #[test]
    fn sixty_corrections_are_shorter_than_a_thousand_characters() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        let opened = open(&link, &saved.collection).unwrap();
        assert_eq!(opened, Opened { saved, troubles: Vec::new() });

        assert!(link.len() < 1000, "{}", link.len());
    }

    #[test]
    fn the_form_stays() {
        let article = Article { id: "A".into(), text: "5 hurt, 7 dead".into(), ..Article::default() };
        let at = |start| Anchor::of(&article, Span::new(start, start + 1));
        let amount = Amount::of(Decimal::new(5, 0), Some(Effect::AtLeast));
        let set = Setting { amount: Some(amount), who: Some("Ana".into()), ..Setting::default() };
        let changes = [
            Change::add(at(0), Setting::default()),
            Change::edit(at(0), set),
            Change::strike(at(0)),
            Change::link(at(0), at(8)),
            Change::unlink(at(0)),
            Change::split(vec![at(0), at(8)]),
            Change::merge(at(0), at(8)),
            Change::rename(at(0), "hurt"),
            Change::note(vec![at(8)], "x"),
            Change::relate(at(0), at(8), Relation::Later, "a day later"),
        ];
        let collection = Collection { articles: vec![article.clone()], ..Collection::default() };
        let entries = changes.map(|change| Entry::new("B", 1_732_233_600, change)).to_vec();
        let saved = Saved { collection, journal: Journal::of(entries), ..Saved::default() };
        let link = "ATxknuyPhP__rkPGYOhqJ-sXYi9wmCaT0Qr5200CqkuWtrCy4zHElLEUJCcGAO0IUAwZJ2sJwByw45YJhHRmBd-BSw";
        assert_eq!(to_corrections(&saved).unwrap(), link);
        assert_eq!(open(link, &saved.collection), Ok(Opened { saved, troubles: Vec::new() }));
    }

    #[test]
    fn texts_of_ones_own_come_along() {
        let mut saved = sixty();
        saved.collection.framings.clear();
        let link = to_texts(&saved).unwrap();
        let opened = open(&link, &Collection::default()).unwrap();
        assert_eq!(opened.saved, saved);

        assert!(link.len() < 11_400, "{}", link.len());
    }

    fn said(link: &str) -> String {
        match open(link, &shipped::collection()) {
            Ok(opened) => {
                let troubles: Vec<&str> = opened.troubles.iter().map(|trouble| trouble.key.code()).collect();
                format!("{} {}", opened.saved.journal.entries().len(), troubles.join(" "))
            }
            Err(trouble) => trouble.key.code().to_owned(),
        }
    }

    #[test]
    fn links_that_are_not_whole_open_what_they_can() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        assert_eq!(said(&format!("{link}.")), "60 ");
        assert_eq!(said(&format!("{link})\n> reply")), "60 ");
        let half = said(&link[..link.len() / 2]);
        let (count, trouble) = half.split_once(' ').unwrap();
        assert!((20..45).contains(&count.parse::<usize>().unwrap()) && trouble == "link_cut", "{half}");
        assert_eq!(said(&link.to_lowercase()), "link_foreign");
        let middle = link.len() / 2;
        let other = if link.as_bytes()[middle] == b'A' { "B" } else { "A" };
        assert_eq!(said(&format!("{}{other}{}", &link[..middle], &link[middle + 1..])), "link_damaged");
        assert_eq!(said("AgAA"), "link_newer");
        for foreign in ["", "A", "q=deaths", "%00", "https://example.org/", "AQ", "Af____8_"] {
            assert_eq!(said(foreign), "link_foreign", "{foreign}");
        }
        let zeros = sealed(&vec![0; 20_000]).unwrap();
        assert!(zeros.len() < 100 && said(&zeros) == "link_newer", "{}", said(&zeros));
        assert_eq!(sealed(&vec![0; LONGEST_BODY + 1]).unwrap_err().key, Key::LinkLarge);
    }

    #[test]
    fn corrections_to_other_texts_are_counted_and_left_out() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        let mut other = saved.collection.clone();
        other.articles[2].text.push_str(" And more.");
        other.articles.swap(0, 1);
        let opened = open(&link, &other).unwrap();
        let kept = opened.saved.journal.entries().len();
        assert!((20..60).contains(&kept), "{kept}");
        let lost = format!("Corrections to texts that are not in this collection are left out: {}.", 60 - kept);
        assert_eq!(opened.troubles[0].sentence(Words::ENGLISH), lost);
        for anchor in opened.saved.journal.entries().iter().flat_map(|entry| &entry.change.figures) {
            assert!(anchor.article != "C" && anchor.place(&other).is_some());
        }
    }

    #[test]
    fn years_have_four_digits_as_in_files() {
        for (year, is_read) in [(0, true), (2024, true), (9999, true), (-1, false), (10_000, false)] {
            let mut writer = Writer::default();
            writer.number(1);
            writer.signed(year - 2020);
            let date = Reader::of(&writer.bytes).date();
            assert_eq!(date.is_some(), is_read, "{year}");
            if let Some(Some(date)) = date {
                assert_eq!(date.to_string().parse(), Ok(date));
            }
        }
    }

    #[test]
    fn what_a_length_survives_goes_down_with_it() {
        assert_eq!(survives(700), Key::LinkAnywhere);
        assert_eq!((survives(1_201), survives(9_000)), (Key::LinkChat, Key::LinkBars));
        assert_eq!(survives(2_000_000), Key::LinkNowhere);
    }
}
