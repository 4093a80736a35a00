//! Dates, periods and clock times as texts write them.

use std::ops::Range;

use super::civil::LAST_YEAR;
use super::numeric::numeric_at;
use super::{PartialDate, clock};
use crate::reading::document::Document;
use crate::reading::lexicon::Classes;
use crate::reading::text::TokenKind;

/// A stretch of a text that names a time.
#[derive(Clone, PartialEq, Debug)]
pub struct DateExpression {
    /// Its tokens.
    pub tokens: Range<usize>,
    /// First day, where it can be known.
    pub from: Option<PartialDate>,
    /// Last day, where it can be known.
    pub to: Option<PartialDate>,
    /// The text gives the year itself.
    pub year_stated: bool,
    /// A time of day.
    pub is_clock: bool,
}

impl DateExpression {
    fn new(tokens: Range<usize>, date: Option<PartialDate>, year_stated: bool) -> Self {
        Self { tokens, from: date, to: date, year_stated, is_clock: false }
    }

    pub(super) fn clock(tokens: Range<usize>) -> Self {
        Self { tokens, from: None, to: None, year_stated: false, is_clock: true }
    }
}

/// The longest date expression that begins at a token. Missing years, weekdays and words such as "last year" are
/// resolved from `anchor`, the date of the text; never from a clock.
pub fn date_at(document: &Document, at: usize, anchor: Option<PartialDate>) -> Option<DateExpression> {
    let reader = Reader { document, anchor };
    if !reader.may_begin(at) {
        return None;
    }
    reader.between(at).or_else(|| reader.two_days(at)).or_else(|| reader.dashed(at)).or_else(|| reader.single(at))
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    anchor: Option<PartialDate>,
}

/// A month, a day of it, a year: what stands there, before the anchor fills in the rest.
#[derive(Clone, Copy)]
struct Stated {
    year: Option<i32>,
    month: Option<u8>,
    day: Option<u8>,
    end: usize,
}

impl Reader<'_, '_> {
    /// A cheap look at the first token.
    fn may_begin(&self, at: usize) -> bool {
        let classes = Classes::NARROWS_DATE
            .with(Classes::RELATIVE)
            .with(Classes::NEARNESS)
            .with(Classes::PREPOSITION)
            .with(Classes::DETERMINER)
            .with(Classes::WEEKDAY);
        let entry = self.document.entry(at);
        let classes = if self.document.language.puts_nouns_first() {
            classes.with(Classes::YEAR).with(Classes::MONTH).with(Classes::SEASON)
        } else {
            classes
        };
        self.document.kind(at) == Some(TokenKind::Number)
            || entry.month.is_some()
            || entry.ordinal.is_some()
            || entry.classes.has(classes)
    }

    /// "between January and late August 2025", "from March to May"; an aside in dashes may stand in the middle.
    fn between(&self, at: usize) -> Option<DateExpression> {
        let joins = if self.document.is(at, Classes::BETWEEN) {
            Classes::AND
        } else if self.document.is(at, Classes::FROM) {
            Classes::TO.with(Classes::UNTIL)
        } else {
            return None;
        };
        let first = self.behind_the(at + 1)?;
        let join = self.after_aside(first.tokens.end);
        if !self.document.is(join, joins) {
            return None;
        }
        let second = self.behind_the(join + 1)?;
        Some(joined(at, &first, &second))
    }

    fn behind_the(&self, at: usize) -> Option<DateExpression> {
        self.single(at).or_else(|| self.document.is(at, Classes::THE).then(|| self.single(at + 1))?)
    }

    /// "9 y 10 de septiembre", "del 9 al 12 de septiembre": two days of one month.
    fn two_days(&self, at: usize) -> Option<DateExpression> {
        if !self.document.language.puts_nouns_first() {
            return None;
        }
        let (first, joins) = if self.document.is(at, Classes::FROM) {
            (at + 1, Classes::TO)
        } else if self.document.is(at, Classes::BETWEEN) {
            (at + 1, Classes::AND)
        } else {
            (at, Classes::AND.with(Classes::TO))
        };
        let first = first + usize::from(first > at && self.document.is(first, Classes::THE));
        let (day, join) = self.day(first)?;
        let joined = self.document.is(join, joins);
        let second = joined.then(|| self.document.is(join + 1, Classes::THE)).map(|the| join + 1 + usize::from(the))?;
        let stated = self.day_first(second)?;
        let (mut from, to) = (self.resolve(Stated { day: Some(day), ..stated }, false), self.resolve(stated, false));
        if from.zip(to).is_some_and(|(from, to)| from.first_day() > to.first_day()) {
            // "del 28 al 3 de enero"
            from = month_shifted(to?, -1).and_then(|month| PartialDate::of_day(month.year(), month.month()?, day));
        }
        Some(DateExpression { to, ..DateExpression::new(at..stated.end, from, stated.year.is_some()) })
    }

    /// Past "— … —", if one begins here; at most forty tokens.
    fn after_aside(&self, at: usize) -> usize {
        let is_dash = |at: usize| matches!(self.document.mark(at), Some('—' | '–'));
        if !is_dash(at) {
            return at;
        }
        (at + 1..at + 40).find(|&end| is_dash(end)).map_or(at, |end| end + 1)
    }

    /// "2013–2026", "2012-13", "June 3–5".
    fn dashed(&self, at: usize) -> Option<DateExpression> {
        let first = self.single(at)?;
        let joint = first.tokens.end;
        if first.is_clock || !self.document.is_joint(joint) {
            return None;
        }
        if let Some(second) = self.single(joint + 1) {
            return (second.is_clock == first.is_clock).then(|| joined(at, &first, &second));
        }
        let tail: i32 = self.document.str(joint + 1).parse().ok()?;
        let from = first.from?;
        if let (Some(month), Some(_)) = (from.month(), from.day()) {
            let to = PartialDate::of_day(from.year(), month, u8::try_from(tail).ok()?)?;
            return Some(DateExpression { tokens: at..joint + 2, to: Some(to), ..first });
        }
        let two_digits = self.document.str(joint + 1).len() == 2 && from.month().is_none();
        let century = from.year() / 100 * 100;
        let to = PartialDate::of_year(if century + tail < from.year() { century + 100 + tail } else { century + tail });
        two_digits.then(|| DateExpression { tokens: at..joint + 2, to: Some(to), ..first })
    }

    fn single(&self, at: usize) -> Option<DateExpression> {
        let date = self.plain(at)?;
        Some(self.with_nearness_behind(&date).unwrap_or(date))
    }

    /// "el lunes pasado", "en mayo pasado": the word that says how near stands behind.
    fn with_nearness_behind(&self, date: &DateExpression) -> Option<DateExpression> {
        let end = date.tokens.end;
        let shift = self.shift(end).filter(|&shift| shift != 0 && self.document.language.puts_nouns_first())?;
        if date.year_stated || date.is_clock || self.document.is(date.tokens.start, Classes::NEARNESS) {
            return None;
        }
        Some(self.turned(date, date.tokens.start..end + 1, shift))
    }

    /// A date with the word that turns it back or on.
    fn turned(&self, date: &DateExpression, tokens: Range<usize>, shift: i32) -> DateExpression {
        let from = date.from.and_then(|day| match shift {
            ..0 => self.not_after(day),
            0 => Some(day),
            1.. => {
                self.not_before(day, date.tokens.len() == 1 && self.document.is(date.tokens.start, Classes::WEEKDAY))
            }
        });
        let to = if date.from == date.to { from } else { date.to };
        DateExpression { tokens, from, to, ..date.clone() }
    }

    fn plain(&self, at: usize) -> Option<DateExpression> {
        clock::clock_at(self.document, at)
            .or_else(|| self.numeric(at))
            .or_else(|| self.narrowed(at))
            .or_else(|| self.weekday(at))
            .or_else(|| self.decade(at))
            .or_else(|| self.calendar(at))
            .or_else(|| self.relative(at))
            .or_else(|| self.near_behind(at))
    }

    /// "el año pasado", "la semana próxima": the unit of time stands first.
    fn near_behind(&self, at: usize) -> Option<DateExpression> {
        let shift = self.document.language.puts_nouns_first().then(|| self.shift(at + 1))?;
        let shift = shift.filter(|_| !self.document.is(at + 1, Classes::THIS))?;
        self.shifted(at..at + 2, at, shift)
    }

    fn numeric(&self, at: usize) -> Option<DateExpression> {
        let (date, end) = numeric_at(self.document, at)?;
        Some(DateExpression::new(at..end, Some(date), true))
    }

    /// "late August 2025", "the first half of September", "the early hours of January 3", "end of 2019".
    fn narrowed(&self, at: usize) -> Option<DateExpression> {
        let the = usize::from(self.document.is(at, Classes::THE));
        let start = at + the;
        let inner_at = self.part_end(start)?;
        let inner = self
            .weekday(inner_at)
            .or_else(|| self.decade(inner_at))
            .or_else(|| self.calendar(inner_at))
            .or_else(|| self.document.is(inner_at, Classes::NEARNESS).then(|| self.near(inner_at))?)?;
        let half = self.document.is(start + 1, Classes::HALF).then(|| self.document.entry(start).ordinal).flatten();
        let (from, to) = match (half, inner.from) {
            (Some(rank), Some(date)) => halved(date, rank > 1.0),
            _ => (inner.from, inner.to),
        };
        Some(DateExpression { tokens: at..inner.tokens.end, from, to, ..inner })
    }

    /// One past the words that narrow a date.
    fn part_end(&self, at: usize) -> Option<usize> {
        let document = self.document;
        let of = |at: usize| document.is(at, Classes::OF).then_some(at + 1);
        if document.entry(at).ordinal.is_some() && document.is(at + 1, Classes::TIME_THAT_HALVES) {
            return of(at + 2);
        }
        if !document.is(at, Classes::NARROWS_DATE) {
            return None;
        }
        let hours = document.is(at + 1, Classes::HOURS_OF);
        if let Some(behind) = of(at + 1).filter(|&behind| document.is(behind, Classes::THE)) {
            return Some(behind + 1);
        }
        if hours { of(at + 2) } else { of(at + 1).or(Some(at + 1 + usize::from(document.is_joint(at + 1)))) }
    }

    /// "Monday", "Monday, April 14, 2025".
    fn weekday(&self, at: usize) -> Option<DateExpression> {
        let weekday = self.document.entry(at).weekday.filter(|_| self.is_written_as_a_day(at))?;
        let next = if self.document.is_mark(at + 1, ',') { at + 2 } else { at + 1 };
        if let Some(date) = self.calendar(next).filter(|date| date.from.is_some_and(|from| from.day().is_some())) {
            return Some(DateExpression { tokens: at..date.tokens.end, ..date });
        }
        Some(DateExpression::new(at..at + 1, self.last_weekday(weekday), false))
    }

    /// The last such day up to the anchor.
    fn last_weekday(&self, weekday: u8) -> Option<PartialDate> {
        let anchor = self.anchor.filter(|anchor| anchor.day().is_some())?;
        let back = (anchor.weekday()? + 7 - weekday) % 7;
        PartialDate::from_julian_day(anchor.first_day() - i32::from(back))
    }

    /// "July 28, 2024", "27 December", "July 2024", "January", "2024".
    fn calendar(&self, at: usize) -> Option<DateExpression> {
        let stated = self.month_first(at).or_else(|| self.day_first(at)).or_else(|| self.year(at))?;
        let coming = stated.year.is_none() && self.is_coming(at);
        Some(DateExpression::new(at..stated.end, self.resolve(stated, coming), stated.year.is_some()))
    }

    /// "will close in November", "expects 5 percent by December", "se construirán hasta octubre": a verb before says that the
    /// time is to come.
    fn is_coming(&self, at: usize) -> bool {
        let document = self.document;
        let plain = |&at: &usize| !matches!(document.mark(at), Some('.' | ';' | ':'));
        let mut before = (at.saturating_sub(14)..at).rev().take_while(plain);
        before.any(|at| document.is(at, Classes::COMING) || document.is_future(at))
    }

    fn month_first(&self, at: usize) -> Option<Stated> {
        let month = self.month(at)?;
        let next = if self.document.is_mark(at + 1, '.') && self.document.is_glued(at + 1) { at + 2 } else { at + 1 };
        if let Some((day, end)) = self.day(next) {
            let (year, end) = self.year_behind(end);
            return Some(Stated { year, month: Some(month), day: Some(day), end });
        }
        let (year, end) = self.year_behind(next);
        // "en mar abierto"
        let placed = self.placed(at) && !self.document.language.puts_nouns_first();
        let sure = year.is_some() || !self.is_common_word(at) || placed;
        sure.then_some(Stated { year, month: Some(month), day: None, end: if year.is_some() { end } else { at + 1 } })
    }

    fn day_first(&self, at: usize) -> Option<Stated> {
        let (day, next) = self.day(at)?;
        let next = if self.document.is(next, Classes::OF) { next + 1 } else { next };
        let month = self.month(next)?;
        let (year, end) = self.year_behind(next + 1);
        Some(Stated { year, month: Some(month), day: Some(day), end })
    }

    fn month(&self, at: usize) -> Option<u8> {
        self.document.entry(at).month.filter(|_| self.is_written_as_a_day(at))
    }

    /// Days and months have capitals in some languages, and are names when they have them in others.
    fn is_written_as_a_day(&self, at: usize) -> bool {
        let capital = self.document.is_capitalised(at);
        if self.document.language.capitalises_days() {
            return capital;
        }
        let of = at.checked_sub(1).is_some_and(|of| self.document.is(of, Classes::OF));
        let begins = self.document.sentence_of(at).start == at && !self.document.is_capitalised(at + 1);
        !capital || of || begins
    }

    /// "May" and "March" are also words.
    fn is_common_word(&self, at: usize) -> bool {
        self.document.is(at, Classes::COMMON_MONTH)
    }

    /// Whether the words before place a time: "in May", "last March".
    fn placed(&self, at: usize) -> bool {
        let classes = Classes::PREPOSITION.with(Classes::NEARNESS).with(Classes::NARROWS_DATE);
        at > 0 && (self.document.is(at - 1, classes) || self.document.is(at - 1, Classes::AND))
    }

    /// A day of a month: 1 to 31, with or without "th".
    fn day(&self, at: usize) -> Option<(u8, usize)> {
        let digits = self.document.str(at);
        if self.document.entry(at).ordinal == Some(1.0) && self.document.is(at + 1, Classes::OF) {
            return Some((1, at + 1));
        }
        let day = digits.parse().ok().filter(|day| (1..=31).contains(day) && digits.len() <= 2)?;
        let suffix = self.document.is(at + 1, Classes::RANK_SUFFIX);
        let end = at + 1 + usize::from(suffix && self.document.is_glued(at + 1));
        let clock = self.document.is_mark(end, ':') && self.document.is_glued(end);
        let percent = self.document.is_mark(end, '%');
        (!clock && !percent).then_some((day, end))
    }

    /// ", 2024", " 2024", " of 2024".
    fn year_behind(&self, at: usize) -> (Option<i32>, usize) {
        let next = if self.document.is_mark(at, ',') || self.document.is(at, Classes::OF) { at + 1 } else { at };
        match self.year_number(next) {
            Some(year) if !self.is_hedged_or_unit(next) && !self.document.begins_sentence(next) => {
                (Some(year), next + 1)
            }
            _ => (None, at),
        }
    }

    fn is_hedged_or_unit(&self, at: usize) -> bool {
        self.document.lexicon.units.starting(&self.document.words, at + 1).is_some()
            && !self.document.is_mark(at + 1, ',')
    }

    fn year_number(&self, at: usize) -> Option<i32> {
        let digits = self.document.str(at);
        let plain = digits.len() == 4 && self.document.kind(at) == Some(TokenKind::Number);
        digits.parse().ok().filter(|year| plain && (1000..=2100).contains(year))
    }

    /// A bare year: nothing around it makes it a count.
    fn year(&self, at: usize) -> Option<Stated> {
        let year = self.year_number(at)?;
        // "In 2024 police killed", but "aumentó en 2000 personas"
        let within = at
            .checked_sub(1)
            .is_some_and(|before| self.document.is(before, Classes::IN) && !self.document.is(before, Classes::STEP));
        let noun = self.document.is(at + 1, Classes::PERSON)
            || self.document.lexicon.measure_nouns.starting(&self.document.words, at + 1).is_some();
        let counted = self.is_hedged_or_unit(at)
            || self.counts_things(at)
            || noun && !within
            || at.checked_sub(1).is_some_and(|before| self.makes_a_count(before));
        let recent = (1500..=2100).contains(&year);
        let placed = self.placed(at) || (1900..=2100).contains(&year);
        (!counted && recent && placed).then_some(Stated { year: Some(year), month: None, day: None, end: at + 1 })
    }

    /// "counted 1984 cases", "ran 2010 tests and": a plural behind digits that a verb stands right before.
    fn counts_things(&self, at: usize) -> bool {
        let verb = Classes::COUNTS.with(Classes::VERB).with(Classes::HAVE);
        let verb = at.checked_sub(1).is_some_and(|before| {
            !self.document.is_capitalised(before) && (self.document.is(before, verb) || self.document.is_past(before))
        });
        let plural = self.document.is_plural(at + 1) && !self.document.is_capitalised(at + 1);
        verb && plural && !self.document.is(at + 1, Classes::ENDS_RUN)
    }

    /// A currency, a "No." or a qualifier that no date takes before it.
    fn makes_a_count(&self, before: usize) -> bool {
        let sign = self.document.lexicon.currencies.ending(&self.document.words, before + 1).is_some();
        let hedge = self.document.lexicon.hedges_before.ending(&self.document.words, before + 1);
        let bound = self.document.is(before, Classes::OF) && hedge.is_some_and(|(length, _)| length > 1);
        sign || bound || self.document.is_mark(before, '#') || self.document.is(before, Classes::NO_YEAR_BEHIND)
    }

    /// "the 1990s".
    fn decade(&self, at: usize) -> Option<DateExpression> {
        let year = self.year_number(at).filter(|year| year % 10 == 0)?;
        let plural = self.document.is(at + 1, Classes::POSSESSIVE) && self.document.is_glued(at + 1);
        let (from, to) = (PartialDate::of_year(year), PartialDate::of_year(year + 9));
        let tokens = at..at + 2;
        plural.then(|| DateExpression { to: Some(to), ..DateExpression::new(tokens, Some(from), true) })
    }

    /// "yesterday", "last year", "this month".
    fn relative(&self, at: usize) -> Option<DateExpression> {
        if self.document.is(at, Classes::RELATIVE) {
            let is = |class| i32::from(self.document.is(at, class));
            let shift = is(Classes::TOMORROW) - is(Classes::YESTERDAY) - 2 * is(Classes::TWO_DAYS_AGO);
            let day = self.anchor.filter(|anchor| anchor.day().is_some());
            let date = day.and_then(|day| PartialDate::from_julian_day(day.first_day() + shift));
            return Some(DateExpression::new(at..at + 1, date, false));
        }
        self.document.is(at, Classes::NEARNESS).then(|| self.near(at))?
    }

    fn near(&self, at: usize) -> Option<DateExpression> {
        let shift = self.shift(at)?;
        if self.document.is(at + 1, Classes::WEEKDAY)
            || self.month(at + 1).is_some()
            || self.day_first(at + 1).is_some()
        {
            let inner = self.weekday(at + 1).or_else(|| self.calendar(at + 1))?;
            return Some(self.turned(&inner, at..inner.tokens.end, shift));
        }
        self.shifted(at..at + 2, at + 1, shift)
    }

    /// How many of a unit of time a word such as "last" goes back or on.
    fn shift(&self, at: usize) -> Option<i32> {
        let shifts = [(Classes::LAST, -1), (Classes::NEXT, 1), (Classes::THIS, 0)];
        shifts.into_iter().find(|(class, _)| self.document.is(at, *class)).map(|(_, shift)| shift)
    }

    /// The year or month so many from that of the text; of a season or week no date is known.
    fn shifted(&self, tokens: Range<usize>, unit: usize, shift: i32) -> Option<DateExpression> {
        let date = if self.document.is(unit, Classes::YEAR) {
            self.anchor
                .map(|anchor| PartialDate::of_year(anchor.year() + shift))
                .filter(|year| year.year() <= LAST_YEAR)
        } else if self.document.is(unit, Classes::MONTH) {
            self.anchor.and_then(|anchor| month_shifted(anchor, shift))
        } else if self.document.is(unit, Classes::SEASON) {
            None
        } else {
            return None;
        };
        Some(DateExpression::new(tokens, date, false))
    }

    /// "last May" in April is that of the year before.
    fn not_after(&self, date: PartialDate) -> Option<PartialDate> {
        let later = self.anchor.is_some_and(|anchor| date.first_day() > anchor.last_day());
        if later { with_year(date, date.year() - 1) } else { Some(date) }
    }

    /// "next May" in June is that of the year after, "next Sunday" that of the week after.
    fn not_before(&self, date: PartialDate, is_weekday: bool) -> Option<PartialDate> {
        if self.anchor.is_none_or(|anchor| date.first_day() > anchor.last_day()) {
            Some(date)
        } else if is_weekday {
            PartialDate::from_julian_day(date.first_day() + 7)
        } else {
            with_year(date, date.year() + 1)
        }
    }

    /// Fills in the year: the latest that makes the date at most 45 days later than the text.
    /// One that is to come is the next.
    fn resolve(&self, stated: Stated, coming: bool) -> Option<PartialDate> {
        let make = |year| match (stated.month, stated.day) {
            (Some(month), Some(day)) => PartialDate::of_day(year, month, day),
            (Some(month), None) => PartialDate::of_month(year, month),
            _ => Some(PartialDate::of_year(year)),
        };
        if let Some(year) = stated.year {
            return make(year);
        }
        let anchor = self.anchor?;
        if coming {
            let next = [anchor.year(), anchor.year() + 1].into_iter().filter_map(make);
            return next.into_iter().find(|date| date.last_day() >= anchor.first_day());
        }
        let reach = anchor.last_day().saturating_add(45);
        [anchor.year() + 1, anchor.year(), anchor.year() - 1]
            .into_iter()
            .filter_map(make)
            .find(|date| date.first_day() <= reach)
    }
}

/// One expression out of two; a first one without a year takes that of the second.
fn joined(at: usize, first: &DateExpression, second: &DateExpression) -> DateExpression {
    let from = match (first.from, second.from) {
        (Some(from), Some(end)) if !first.year_stated && (second.year_stated || end.first_day() < from.first_day()) => {
            // "from November to March 2024"
            let same = with_year(from, end.year());
            if same.is_some_and(|same| same.first_day() <= end.last_day()) {
                same
            } else {
                with_year(from, end.year() - 1)
            }
        }
        (from, _) => from,
    };
    let tokens = at..second.tokens.end;
    let year_stated = first.year_stated || second.year_stated;
    DateExpression { tokens, from, to: second.to, year_stated, is_clock: first.is_clock }
}

fn with_year(date: PartialDate, year: i32) -> Option<PartialDate> {
    if year > LAST_YEAR {
        return None;
    }
    match (date.month(), date.day()) {
        (Some(month), Some(day)) => PartialDate::of_day(year, month, day),
        (Some(month), None) => PartialDate::of_month(year, month),
        _ => Some(PartialDate::of_year(year)),
    }
}

fn halved(date: PartialDate, second: bool) -> (Option<PartialDate>, Option<PartialDate>) {
    let day = |julian| PartialDate::from_julian_day(julian);
    let (first, last) = (date.first_day(), date.last_day());
    let middle = first + (last - first) / 2;
    if second { (day(middle + 1), day(last)) } else { (day(first), day(middle)) }
}

fn month_shifted(anchor: PartialDate, shift: i32) -> Option<PartialDate> {
    let months = anchor.year() * 12 + i32::from(anchor.month()?) - 1 + shift;
    PartialDate::of_month(months.div_euclid(12), months.rem_euclid(12) as u8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::language::Language;

    /// The first date expression of a text of 30 April 2025, as `words: from/to`.
    fn first(text: &str) -> String {
        let document = Document::new(text, Language::English);
        let anchor = "2025-04-30".parse().ok();
        let found = (0..document.len()).find_map(|at| date_at(&document, at, anchor));
        found.map_or("none".into(), |date| {
            let end = |date: Option<PartialDate>| date.map_or("-".into(), |date| date.to_string());
            format!("{}: {}/{}", document.slice(date.tokens.clone()), end(date.from), end(date.to))
        })
    }

    #[test]
    fn dates_are_read_and_resolved() {
        let cases = [
            ("on July 28, 2024, it", "July 28, 2024: 2024-07-28/2024-07-28"),
            ("the July 28 vote", "July 28: 2024-07-28/2024-07-28"),
            ("on 27 December.", "27 December: 2024-12-27/2024-12-27"),
            ("said on February 4th", "February 4th: 2025-02-04/2025-02-04"),
            ("date 2025-04-30 A", "2025-04-30: 2025-04-30/2025-04-30"),
            ("on 5/17/2018, it", "5/17/2018: 2018-05-17/2018-05-17"),
            ("on 17/05/2018", "17/05/2018: 2018-05-17/2018-05-17"),
            ("on 17.05.2018.", "17.05.2018: 2018-05-17/2018-05-17"),
            ("on 1/2/2019", "1/2/2019: 2019/2019"),
            ("Monday, April 14, 2025", "Monday, April 14, 2025: 2025-04-14/2025-04-14"),
            ("said Monday", "Monday: 2025-04-28/2025-04-28"),
            ("between January and late August 2025", "between January and late August 2025: 2025-01/2025-08"),
            (
                "between November 2023 — the month after — and April 2025.",
                "between November 2023 — the month after — and April 2025: 2023-11/2025-04",
            ),
            ("In the first half of September", "the first half of September: 2024-09-01/2024-09-15"),
            ("government (2013–2026)", "2013–2026: 2013/2026"),
            ("in 2012-13", "2012-13: 2012/2013"),
            ("in 1999-00", "1999-00: 1999/2000"),
            ("from November to March 2024", "from November to March 2024: 2023-11/2024-03"),
            ("from June to March", "from June to March: 2024-06/2025-03"),
            ("next Sunday", "next Sunday: 2025-05-04/2025-05-04"),
            ("next Wednesday", "next Wednesday: 2025-05-07/2025-05-07"),
            ("next November", "next November: 2025-11/2025-11"),
            ("next May", "next May: 2025-05/2025-05"),
            ("In 2024 police", "2024: 2024/2024"),
            ("the 2024 police", "none"),
            ("to June 20\n\n2024 was", "June 20: 2024-06-20/2024-06-20"),
            ("election last year.", "last year: 2024/2024"),
            ("in the 1990s", "1990s: 1990/1999"),
            ("from January 1 to August 27", "from January 1 to August 27: 2024-01-01/2024-08-27"),
            ("since the end of the 1960s", "the end of the 1960s: 1960/1969"),
            ("last May", "last May: 2024-05/2024-05"),
            ("in May", "May: 2025-05/2025-05"),
            ("they may go", "none"),
            ("more than 2000 people", "none"),
            ("at 3.45pm on", "3.45pm: -/-"),
            ("at 10:00 am (0800 GMT)", "10:00 am: -/-"),
        ];
        for (text, expected) in cases {
            assert_eq!(first(text), expected, "in “{text}”");
        }
    }
}
