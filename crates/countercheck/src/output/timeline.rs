//! The timeline: pure geometry of three dates that are kept apart. What a figure is about, up to which day it was
//! counted, and when its text is dated. Positions are in percent of the width, as in [`chart`](crate::output::chart).
//!
//! | what the text says | shape |
//! | --- | --- |
//! | a total with the begin and the end of its time | [`Shape::Bar`] |
//! | a total without an end: it adds up from a day on | [`Shape::Steps`] |
//! | what is there on one day | [`Shape::Point`] |
//!
//! A figure whose time is not stated has no shape, only the dates it was counted and printed on.

mod dates;

pub use dates::{About, Moment, Moments, sentence};

use crate::collection::Article;
use crate::reading::claim::Claim;
use crate::reading::date::PartialDate;
use dates::{Dates, dated};

/// The time of a figure, drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Shape {
    /// A window.
    Bar {
        /// Left end.
        from: f64,
        /// Right end.
        to: f64,
    },
    /// A count that adds up; it fades, for no end is given.
    Steps {
        /// Left end.
        from: f64,
        /// Where it has faded.
        to: f64,
    },
    /// A day.
    Point {
        /// Where it lies.
        at: f64,
    },
}

/// One figure.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Row {
    /// What it is about.
    pub shape: Option<Shape>,
    /// The time begins before the axis does.
    pub is_cut: bool,
    /// The day up to which it was counted, where the text states one.
    pub counted: Option<f64>,
    /// From what it is about, or from the day it was counted, to the date of the text.
    pub link: Option<(f64, f64)>,
    /// The date of the text.
    pub printed: Option<f64>,
}

/// A labelled place on the axis.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Tick {
    /// Where it lies.
    pub at: f64,
    /// The month that begins there.
    pub month: PartialDate,
}

/// One axis and a row for every figure, in the order given.
#[derive(Clone, PartialEq, Debug)]
pub struct Timeline {
    /// Places on the axis, from the left.
    pub ticks: Vec<Tick>,
    /// The moments that most figures are told of, with their places.
    pub moments: Vec<(f64, Moment)>,
    /// A row a figure.
    pub rows: Vec<Row>,
}

/// Draws figures with their texts on one axis; `None` if nothing about them is dated.
pub fn timeline(figures: &[(&Article, &Claim)], moments: &Moments) -> Option<Timeline> {
    let dates: Vec<Dates> = figures.iter().map(|(article, claim)| Dates::of(article, claim, moments)).collect();
    let axis = Axis::around(&dates)?;
    let told = moments.iter().filter(|moment| moment.figures >= TELLING && axis.shows(moment.day));
    let told = told.take(MOST_MOMENTS).map(|moment| (axis.at(moment.day.first_day()), moment.clone()));
    Some(Timeline { ticks: axis.ticks(), moments: told.collect(), rows: dates.iter().map(|it| axis.row(it)).collect() })
}

/// Moments that are named above the axis, at most.
const MOST_MOMENTS: usize = 2;

/// Figures that have to be told of a moment for it to be named.
const TELLING: usize = 3;

/// Days that are shown before the first text and after the last one, at the least: figures of older or later times are
/// cut off rather than everything else pressed together.
const REACH: i32 = 366;

/// Labels that fit beside each other.
const MOST_TICKS: i32 = 9;

/// Months between two labels.
const STEPS: [i32; 9] = [1, 2, 3, 6, 12, 24, 60, 120, 600];

/// Percent of the width that is left free at both ends, for the letters and arrows of undated texts.
const MARGIN: f64 = 1.0;

/// Percent of the width over which a time without an end fades.
const FADE: f64 = 5.0;

/// A stretch of days, as Julian day numbers.
#[derive(Clone, Copy)]
struct Axis {
    first: i32,
    last: i32,
}

impl Axis {
    fn around(dates: &[Dates]) -> Option<Self> {
        let texts: Vec<i32> = dates.iter().filter_map(|it| dated(it.printed?.first_day())).collect();
        let figures: Vec<i32> = dates.iter().flat_map(|it| [it.first_day(), it.last_day()]).flatten().collect();
        let anchors = if texts.is_empty() { &figures } else { &texts };
        let (mut first, mut last) = (*anchors.iter().min()?, *anchors.iter().max()?);
        let reach = (last - first).max(REACH);
        let shown = first - reach..=last + reach;
        for day in figures.into_iter().filter(|day| shown.contains(day)) {
            first = first.min(day);
            last = last.max(day);
        }
        Some(Self { first, last })
    }

    fn shows(self, date: PartialDate) -> bool {
        self.first <= date.first_day() && date.last_day() <= self.last
    }

    fn at(self, day: i32) -> f64 {
        let share =
            f64::from(day.clamp(self.first, self.last) - self.first) / f64::from((self.last - self.first).max(1));
        MARGIN + share * (100.0 - 2.0 * MARGIN)
    }

    fn ticks(self) -> Vec<Tick> {
        let (Some(first), Some(last)) =
            (PartialDate::from_julian_day(self.first), PartialDate::from_julian_day(self.last))
        else {
            return Vec::new();
        };
        let number = |date: PartialDate| date.year() * 12 + i32::from(date.month().unwrap_or(1)) - 1;
        let (from, to) = (number(first), number(last));
        let fits = |step: &i32| (to - from) / step < MOST_TICKS;
        let step = STEPS.into_iter().find(fits).unwrap_or(6000);
        let month = |number: i32| PartialDate::of_month(number.div_euclid(12), number.rem_euclid(12) as u8 + 1);
        let inside = |month: PartialDate| (self.first..=self.last).contains(&month.first_day());
        let begin = from.div_euclid(step);
        let months = (begin..=to.div_euclid(step)).filter_map(|i| month(i * step)).filter(|month| inside(*month));
        months.map(|month| Tick { at: self.at(month.first_day()), month }).collect()
    }

    fn row(self, dates: &Dates) -> Row {
        let shape = self.shape(dates.about);
        let counted = dates.counted.and_then(|day| dated(day.last_day())).map(|day| self.at(day));
        let printed = dates.printed.and_then(|date| dated(date.first_day())).map(|day| self.at(day));
        let end = counted.or(shape.map(|shape| match shape {
            Shape::Bar { to, .. } | Shape::Steps { to, .. } => to,
            Shape::Point { at } => at,
        }));
        let link = printed.map(|printed| (end.unwrap_or((printed - FADE).max(0.0)), printed));
        Row {
            shape,
            is_cut: dates.first_day().is_some_and(|day| day < self.first),
            counted,
            link: link.filter(|(from, to)| from < to),
            printed,
        }
    }

    fn shape(self, about: About) -> Option<Shape> {
        let (begin, end) = (|date: PartialDate| dated(date.first_day()), |date: PartialDate| dated(date.last_day()));
        let shown = |from: i32, to: i32| to >= self.first && from <= self.last;
        match about {
            About::Window(from, to) => {
                let (from, to) = (begin(from)?, end(to)?);
                shown(from, to).then(|| Shape::Bar { from: self.at(from), to: self.at(to) })
            }
            About::Since(from) => {
                let from = self.at(begin(from)?);
                Some(Shape::Steps { from, to: (from + FADE).min(100.0) })
            }
            About::Day(day) => {
                let day = end(day)?;
                shown(day, day).then(|| Shape::Point { at: self.at(day) })
            }
            About::Unknown => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reading::claim::{EventMention, Kind, Nature};
    use crate::reading::date::{Basis, Period};
    use crate::reading::text::Span;
    use crate::words::Words;

    fn day(s: &str) -> Option<PartialDate> {
        s.parse().ok()
    }

    fn text(date: &str) -> Article {
        Article { date: day(date), ..Article::default() }
    }

    fn claim(nature: Nature, from: &str, to: &str, as_of: &str) -> Claim {
        let basis = if as_of.is_empty() { Basis::Article } else { Basis::Text };
        let period = Period { from: day(from), to: day(to), as_of: day(as_of), basis };
        Claim { nature, period, ..Claim::bare(String::new(), Kind::Count, Span::default()) }
    }

    /// One row, positions rounded to whole percents.
    fn drawn(figures: &[(&Article, &Claim)]) -> Vec<String> {
        let Some(timeline) = timeline(figures, &Moments::default()) else { return Vec::new() };
        let row = |row: &Row| {
            let shape = match row.shape {
                None => "nothing".to_owned(),
                Some(Shape::Bar { from, to }) => format!("bar {from:.0} {to:.0}"),
                Some(Shape::Steps { from, to }) => format!("steps {from:.0} {to:.0}"),
                Some(Shape::Point { at }) => format!("point {at:.0}"),
            };
            let at = |name: &str, at: Option<f64>| at.map_or(String::new(), |at| format!(", {name} {at:.0}"));
            let link = row.link.map_or(String::new(), |(from, to)| format!(", link {from:.0} {to:.0}"));
            let cut = if row.is_cut { ", cut" } else { "" };
            format!("{shape}{}{}{link}{cut}", at("counted", row.counted), at("printed", row.printed))
        };
        timeline.rows.iter().map(row).collect()
    }

    #[test]
    fn totals_stocks_and_windows_have_their_shapes() {
        let text = text("2025-05-01");
        let figures = [
            claim(Nature::Total, "2024-05-01", "", ""),
            claim(Nature::Total, "2024-05", "2024-10", ""),
            claim(Nature::Stock, "", "", "2025-02-01"),
            claim(Nature::Stock, "2025-02-01", "2025-02-01", ""),
            claim(Nature::Total, "2024-05-01", "", "2025-02-01"),
            claim(Nature::Total, "", "", ""),
        ];
        let figures: Vec<_> = figures.iter().map(|claim| (&text, claim)).collect();
        assert_eq!(
            drawn(&figures),
            [
                "steps 1 6, printed 99, link 6 99",
                "bar 1 50, printed 99, link 50 99",
                "point 75, counted 75, printed 99, link 75 99",
                "point 75, printed 99, link 75 99",
                "steps 1 6, counted 75, printed 99, link 75 99",
                "nothing, printed 99, link 94 99",
            ]
        );
    }

    #[test]
    fn what_is_long_past_is_cut_off() {
        let (a, b) = (text("2025-05-01"), text("2025-06-01"));
        let old = claim(Nature::Total, "1990-01-01", "1999-12-31", "");
        let long = claim(Nature::Total, "1990", "2025-05-15", "");
        let drawn = drawn(&[(&a, &old), (&b, &long)]);
        assert_eq!(drawn, ["nothing, printed 1, link 0 1, cut", "bar 1 45, printed 99, link 45 99, cut"]);
    }

    #[test]
    fn ticks_are_months_that_fit() {
        let labels = |from: &str, to: &str| {
            let (a, b, bare) = (text(from), text(to), claim(Nature::Total, "", "", ""));
            let ticks = timeline(&[(&a, &bare), (&b, &bare)], &Moments::default()).unwrap().ticks;
            ticks.iter().map(|tick| tick.month.to_string()).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(labels("2025-01-15", "2025-04-02"), "2025-02 2025-03 2025-04");
        assert_eq!(labels("2024-06-15", "2026-02-02"), "2024-07 2024-10 2025-01 2025-04 2025-07 2025-10 2026-01");
        assert_eq!(labels("1899-06-15", "2026-02-02"), "1900-01 1950-01 2000-01");
        assert_eq!(labels("2025-01-15", "2025-01-15"), "");
    }

    #[test]
    fn an_event_has_the_day_that_any_text_gives_it_but_not_the_date_of_its_text() {
        let told = |article: &Article, date: &str| {
            let event = EventMention {
                family: 7,
                head: 7,
                after: true,
                date: day(date).map(|date| (date, date)),
                span: Span::new(0, article.text.len()),
                distance: 0,
            };
            let mut claim = claim(Nature::Total, "", "", "");
            claim.context.events.push(event);
            claim
        };
        let (a, b) = (Article { text: "the vote".to_owned(), ..text("2024-09-20") }, text("2025-05-01"));
        let (exact, year, echo) = (told(&a, "2024-07-28"), told(&b, "2024"), told(&b, "2025-05-01"));
        let figures = [(&a, &exact), (&a, &exact), (&a, &exact), (&b, &year), (&b, &echo)];
        let moments = Moments::of(figures.iter().copied());
        assert_eq!(About::of(&b, &year, &moments), About::Since(day("2024-07-28").unwrap()));
        assert_eq!(About::of(&b, &year, &Moments::default()), About::Since(day("2024").unwrap()));
        assert_eq!(About::of(&b, &echo, &moments), About::Unknown);
        let named = timeline(&figures, &moments).unwrap().moments;
        assert_eq!(named.iter().map(|(_, it)| it.name.as_str()).collect::<Vec<_>>(), ["the vote"]);
    }

    #[test]
    fn texts_without_dates_have_no_timeline() {
        assert!(drawn(&[(&Article::default(), &claim(Nature::Total, "", "", ""))]).is_empty());
        assert!(drawn(&[]).is_empty());
    }

    #[test]
    fn the_three_dates_are_said_apart() {
        let say = |claim: &Claim| sentence(Words::ENGLISH, &text("2025-05-01"), claim, &Moments::default());
        assert_eq!(
            say(&claim(Nature::Total, "2024-07-28", "", "")),
            "about the time from 28 Jul 2024 on; counted up to a day the text does not state; text of 1 May 2025"
        );
        assert_eq!(
            say(&claim(Nature::Total, "2025-01", "2025-08", "2025-08-31")),
            "about Jan 2025 to Aug 2025; counted up to 31 Aug 2025; text of 1 May 2025"
        );
    }
}
