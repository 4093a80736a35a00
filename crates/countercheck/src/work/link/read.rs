//! Links as they are opened: up to where they are cut, within their limits.

use super::base64::from_base64;
use super::{AT_HAND, FIRST_RELATION, LONGEST_BODY, MOST_TIMES, OWN, VERSION, fingerprint};
use crate::collection::{Article, Collection, Detected};
use crate::comparing::Relation;
use crate::intake::source::{LONGEST_TEXT, MOST_TEXTS};
use crate::reading::claim::{Effect, Kind};
use crate::reading::date::PartialDate;
use crate::reading::decimal::Decimal;
use crate::reading::language::Language;
use crate::reading::text::{Span, fnv1a};
use crate::trouble::Trouble;
use crate::words::Key;
use crate::work::journal::{
    Act, Amount, Anchor, Bound, Change, Entry, Journal, LONGEST_QUOTE, MOST_ENTRIES, MOST_FIGURES, Setting, Standing,
};
use crate::work::saved::{Opened, Saved, View};
use crate::work::squeeze::{expand, expand_cut};

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

pub(super) struct Reader<'b> {
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
    pub(super) fn of(bytes: &'b [u8]) -> Self {
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
    pub(super) fn date(&mut self) -> Option<Option<PartialDate>> {
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
