//! The three dates of a figure: the time it is about, the day up to which it was counted, the date of its text.

use crate::collection::Article;
use crate::comparing::wording;
use crate::order;
use crate::reading::claim::{Claim, EventMention, Nature};
use crate::reading::date::{Basis, PartialDate};
use crate::reading::text::fold;
use crate::words::{Key, Words};

/// The time that a figure is about, as its text states it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum About {
    /// From the begin of one date to the end of the other.
    Window(PartialDate, PartialDate),
    /// From a date on, to an end that is not given.
    Since(PartialDate),
    /// What was there on a day.
    Day(PartialDate),
    /// The text does not say.
    Unknown,
}

impl About {
    /// The time of a figure: its window, else the day it was counted for what is there on a day, else the date of the
    /// event it is told of.
    pub fn of(article: &Article, claim: &Claim, moments: &Moments) -> Self {
        let period = claim.period;
        let counted = period.as_of.filter(|_| period.basis == Basis::Text);
        let dated = || claim.context.events.iter().filter_map(|event| moments.date(event, article));
        let event = dated().find(|(from, _)| from.day().is_some()).or_else(|| dated().next());
        match (period.from, period.to, event) {
            (Some(from), Some(to), _) if from == to && claim.nature == Nature::Stock => Self::Day(from),
            (Some(from), Some(to), _) => Self::Window(from, to),
            (Some(from), None, _) => Self::Since(from),
            (None, Some(_), _) | (None, None, None) if claim.nature != Nature::Stock => Self::Unknown,
            (None, _, Some((from, _))) if claim.nature == Nature::Total => Self::Since(from),
            (None, _, Some((from, to))) if claim.nature != Nature::Stock => Self::Window(from, to),
            _ => counted.map_or(Self::Unknown, Self::Day),
        }
    }
}

/// A day on which the texts say something happened.
#[derive(Clone, PartialEq, Debug)]
pub struct Moment {
    /// The day.
    pub day: PartialDate,
    /// What happened, in the shortest words that a text has for it.
    pub name: String,
    /// How many figures are told of it.
    pub figures: usize,
    family: u8,
}

impl Moment {
    fn add(&mut self, name: String) {
        self.figures += 1;
        if name.len() < self.name.len() {
            self.name = name;
        }
    }
}

/// The days that the texts date events to, those most figures are told of first.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Moments(Vec<Moment>);

impl Moments {
    /// The moments of some figures with their texts.
    pub fn of<'c>(figures: impl Iterator<Item = (&'c Article, &'c Claim)>) -> Self {
        let mut moments: Vec<Moment> = Vec::new();
        for (article, claim) in figures {
            for event in &claim.context.events {
                let Some(day) = stated(event, article).filter(|(from, to)| from == to && from.day().is_some()) else {
                    continue;
                };
                let name = fold::one_line(event.span.of(&article.text));
                match moments.iter_mut().find(|moment| moment.day == day.0 && moment.family == event.family) {
                    Some(known) => known.add(name),
                    None => moments.push(Moment { day: day.0, name, figures: 1, family: event.family }),
                }
            }
        }
        Self(order::ordered(moments, |a, b| b.figures.cmp(&a.figures)))
    }

    /// The moments, those most figures are told of first.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Moment> {
        self.0.iter()
    }

    /// When an event happened: as its text says, or the day that another figure dates it to, where its own text names
    /// only the month or the year around that day.
    fn date(&self, event: &EventMention, article: &Article) -> Option<(PartialDate, PartialDate)> {
        let (from, to) = stated(event, article)?;
        if from.day().is_some() {
            return Some((from, to));
        }
        let inside = |day: PartialDate| from.first_day() <= day.first_day() && day.last_day() <= to.last_day();
        let known = self.0.iter().find(|moment| moment.family == event.family && inside(moment.day));
        Some(known.map_or((from, to), |moment| (moment.day, moment.day)))
    }
}

/// The date of an event, unless it is merely that of the text.
fn stated(event: &EventMention, article: &Article) -> Option<(PartialDate, PartialDate)> {
    event.date.filter(|&(from, to)| Some(from) != article.date || Some(to) != article.date)
}

/// The three dates of a figure.
#[derive(Clone, Copy)]
pub(super) struct Dates {
    pub(super) about: About,
    pub(super) counted: Option<PartialDate>,
    pub(super) printed: Option<PartialDate>,
}

impl Dates {
    pub(super) fn of(article: &Article, claim: &Claim, moments: &Moments) -> Self {
        let counted = claim.period.as_of.filter(|_| claim.period.basis == Basis::Text);
        Self { about: About::of(article, claim, moments), counted, printed: article.date }
    }

    /// The first day that the figure itself names.
    pub(super) fn first_day(&self) -> Option<i32> {
        match self.about {
            About::Window(from, _) | About::Since(from) | About::Day(from) => dated(from.first_day()),
            About::Unknown => self.counted.and_then(|day| dated(day.first_day())),
        }
    }

    /// The last one.
    pub(super) fn last_day(&self) -> Option<i32> {
        match (self.about, self.counted) {
            (_, Some(day)) | (About::Window(_, day) | About::Since(day) | About::Day(day), None) => {
                dated(day.last_day())
            }
            (About::Unknown, None) => None,
        }
    }
}

/// A day whose number the calendar has.
pub(super) fn dated(day: i32) -> Option<i32> {
    Some(day).filter(|&day| day != i32::MIN)
}

/// The three dates of a figure in words, for those who do not see the drawing.
pub fn sentence(words: Words, article: &Article, claim: &Claim, moments: &Moments) -> String {
    let date = |date: PartialDate| wording::date(words, date);
    let dates = Dates::of(article, claim, moments);
    let about = match dates.about {
        About::Window(from, to) if from == to => words.fill(Key::TimeOn, &[&date(from)]),
        About::Window(from, to) => words.fill(Key::TimeWindow, &[&date(from), &date(to)]),
        About::Since(from) => words.fill(Key::TimeSince, &[&date(from)]),
        About::Day(day) => words.fill(Key::TimeOn, &[&date(day)]),
        About::Unknown => words.get(Key::TimeUnknown).to_owned(),
    };
    let counted = match dates.counted {
        Some(day) => words.fill(Key::TimeCounted, &[&date(day)]),
        None => words.get(Key::TimeCountedUnknown).to_owned(),
    };
    [about, counted, wording::printed(words, article)].join("; ")
}
