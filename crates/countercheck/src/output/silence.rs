//! Why a text may be silent about a quantity: it may be older than what the figures are about.

use crate::collection::Article;
use crate::output::timeline::{About, Moments};
use crate::reading::claim::Claim;
use crate::words::Key;

/// What can be said of a silence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Silence {
    /// Nothing: the text could have given a figure.
    Open,
    /// The text is older than what the figures are about.
    Before,
    /// The text may be older; its own date is not known, only the earliest one it can have.
    PerhapsBefore,
}

impl Silence {
    /// The silence of a text about what others give `figures` for: they are of one quantity, so that those which state
    /// their time speak for those which do not.
    pub fn of<'c>(text: &Article, figures: impl Iterator<Item = (&'c Article, &'c Claim)>, moments: &Moments) -> Self {
        let begin = figures.filter_map(|(article, claim)| begin(About::of(article, claim, moments))).min();
        match (text.date, begin) {
            (Some(date), Some(begin)) if date.last_day() < begin && text.date_is_earliest => Self::PerhapsBefore,
            (Some(date), Some(begin)) if date.last_day() < begin => Self::Before,
            _ => Self::Open,
        }
    }

    /// What is said of it.
    pub fn hint(self) -> Option<Key> {
        match self {
            Self::Open => None,
            Self::Before => Some(Key::SilentBefore),
            Self::PerhapsBefore => Some(Key::SilentPerhaps),
        }
    }
}

/// The first day that a figure is about.
fn begin(about: About) -> Option<i32> {
    match about {
        About::Window(from, _) | About::Since(from) | About::Day(from) => Some(from.first_day()),
        About::Unknown => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::collection::Collection;
    use crate::compare;

    fn silence(date: &str, is_earliest: bool) -> Silence {
        let dated = |id: &str, text: &str| Article {
            id: id.into(),
            date: "2026-02-01".parse().ok(),
            text: text.into(),
            ..Article::default()
        };
        let quiet = Article { date: date.parse().ok(), date_is_earliest: is_earliest, ..dated("C", "Nothing.") };
        let articles = vec![
            dated("A", "Between January 3, 2026 and January 9, 2026, the storm killed 12 people."),
            dated("B", "Between January 3, 2026 and January 9, 2026, the storm killed 14 people."),
        ];
        let collection = Collection { articles, ..Collection::default() };
        let comparison = compare(&collection);
        let members = &comparison.alignments[0].members;
        let figures = || members.iter().map(|key| (&collection.articles[key.article], comparison.claim(*key)));
        Silence::of(&quiet, figures(), &Moments::of(figures()))
    }

    #[test]
    fn a_text_cannot_tell_of_what_comes_after_it() {
        assert_eq!(silence("2025-12-31", false), Silence::Before);
        assert_eq!(silence("2025-12-31", true), Silence::PerhapsBefore);
        assert_eq!(silence("2026-01", false), Silence::Open);
        assert_eq!(silence("2026-02-01", true), Silence::Open);
        assert_eq!(silence("", false), Silence::Open);
    }
}
