//! What a class gets on paper: of each text an excerpt of about 250 words, its figures numbered.
//!
//! A handout holds whole quantities: one is in it with every figure that the texts give for it, so that nobody fills in
//! "silent" for a figure that was only left out.

use crate::collection::{Article, Collection};
use crate::comparing::{Alignment, ClaimKey, Comparison};
use crate::order;
use crate::output::column::{self, Paragraph, Role};
use crate::reading::claim::Claim;
use crate::reading::text::Span;

/// A handout, with the figures that both sheets name by the same numbers.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Handout {
    /// The quantities in it, by their places among those that were offered.
    pub rows: Vec<usize>,
    /// One a text, in the order in which the texts were offered.
    pub excerpts: Vec<Excerpt>,
}

/// What a handout prints of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Excerpt {
    /// The text, by its place in the collection.
    pub article: usize,
    /// Its figures in the order of their numbers, by their places among those of the text.
    pub figures: Vec<usize>,
    /// What is printed, paragraph by paragraph; nothing where the text is silent.
    pub paragraphs: Vec<Vec<Stretch>>,
}

impl Excerpt {
    /// Whether words under this span are printed.
    pub fn prints(&self, span: Span) -> bool {
        self.paragraphs.iter().flatten().any(|stretch| match stretch {
            Stretch::Gap => false,
            Stretch::Words(words) | Stretch::Figure(words, _) => words.overlaps(span),
        })
    }
}

/// A stretch of an excerpt.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Stretch {
    /// Something is left out here.
    Gap,
    /// Words of the text outside of any figure.
    Words(Span),
    /// Words of a figure, and the numbers, from 1, of the figures that end with them.
    Figure(Span, Vec<usize>),
}

impl Stretch {
    fn is_gap(&self) -> bool {
        matches!(self, Self::Gap)
    }
}

impl Handout {
    /// More texts than this are not read side by side on paper.
    pub const TEXTS: usize = 6;

    /// More quantities than this are not filled in within a lesson.
    pub const ROWS: usize = 8;

    /// Words of an excerpt, unless the first quantity alone takes more.
    pub const WORDS: usize = 270;

    /// The handout for the first of `texts` and, of `rows`, each that they give at least two figures for while their
    /// excerpts still hold it.
    pub fn of(collection: &Collection, comparison: &Comparison, rows: &[&Alignment], texts: &[usize]) -> Self {
        let known = texts.iter().filter_map(|&i| Some((i, collection.articles.get(i)?, comparison.readings.get(i)?)));
        let mut drafts: Vec<Draft> =
            known.take(Self::TEXTS).map(|(i, article, reading)| Draft::new(i, article, &reading.claims)).collect();
        let mut taken = Vec::new();
        for (place, row) in rows.iter().enumerate() {
            if taken.len() == Self::ROWS {
                break;
            }
            let given =
                row.members.iter().filter(|key| drafts.iter().any(|draft| draft.article == key.article)).count();
            let fuller: Vec<_> = drafts.iter().map(|draft| draft.with(row)).collect();
            let mut sizes = drafts.iter().zip(&fuller).map(|(draft, figures)| draft.words(figures));
            let fits = sizes.all(|words| words <= Self::WORDS);
            if given > 1 && (fits || taken.is_empty()) {
                taken.push(place);
                drafts.iter_mut().zip(fuller).for_each(|(draft, figures)| draft.figures = figures);
            }
        }
        Self { rows: taken, excerpts: drafts.iter().map(Draft::excerpt).collect() }
    }

    /// The number of a figure in its text, from 1.
    pub fn number(&self, key: ClaimKey) -> Option<usize> {
        let excerpt = self.excerpts.iter().find(|excerpt| excerpt.article == key.article)?;
        excerpt.figures.iter().position(|&claim| claim == key.claim).map(|i| i + 1)
    }
}

/// Longer paragraphs are cut down to their sentences with figures.
const LONG: usize = 90;

/// A text and the figures that its excerpt has to hold so far.
struct Draft<'c> {
    article: usize,
    text: &'c str,
    title: Option<&'c str>,
    claims: &'c [Claim],
    /// The paragraphs, and whether each is long.
    paragraphs: Vec<(Span, bool)>,
    /// Where the phrases of its figures end, and their places among those of the text: the order of their numbers.
    figures: Vec<(usize, usize)>,
}

impl<'c> Draft<'c> {
    fn new(article: usize, of: &'c Article, claims: &'c [Claim]) -> Self {
        let (text, title) = (of.text.as_str(), of.title.as_deref());
        let paragraphs = column::paragraphs(text, title, &[], &[]);
        let measured = |span: Span| (span, column::words(span.of(text)) > LONG);
        let paragraphs = paragraphs.iter().map(|paragraph| measured(paragraph.span)).collect();
        Self { article, text, title, claims, paragraphs, figures: Vec::new() }
    }

    /// The figures with those of a quantity.
    fn with(&self, row: &Alignment) -> Vec<(usize, usize)> {
        let mut figures = self.figures.clone();
        for key in row.members.iter().filter(|key| key.article == self.article) {
            if let Some(claim) = self.claims.get(key.claim) {
                order::insert(&mut figures, (claim.phrase.end, key.claim));
            }
        }
        figures
    }

    /// What has to be printed for these figures, in order; no two touch.
    fn passages(&self, figures: &[(usize, usize)]) -> Vec<Span> {
        let mut passages: Vec<Span> = Vec::new();
        for &(paragraph, is_long) in &self.paragraphs {
            let inside = figures.iter().map(|&(_, claim)| &self.claims[claim]);
            for claim in inside.filter(|claim| claim.phrase.overlaps(paragraph)) {
                let sentence = claim.sentence.cover(claim.phrase);
                let clipped = Span::new(sentence.start.max(paragraph.start), sentence.end.min(paragraph.end));
                let passage = if is_long { clipped } else { paragraph };
                match passages.iter_mut().find(|other| other.overlaps(passage)) {
                    Some(other) => *other = other.cover(passage),
                    None => passages.push(passage),
                }
            }
        }
        passages
    }

    fn words(&self, figures: &[(usize, usize)]) -> usize {
        self.passages(figures).iter().map(|passage| column::words(passage.of(self.text))).sum()
    }

    fn excerpt(&self) -> Excerpt {
        let phrases: Vec<Span> = self.figures.iter().map(|&(_, claim)| self.claims[claim].phrase).collect();
        let passages = self.passages(&self.figures);
        let mut paragraphs: Vec<Vec<Stretch>> = Vec::new();
        let mut is_cut = false;
        for paragraph in column::paragraphs(self.text, self.title, &phrases, &passages) {
            let mut stretches = self.stretches(&paragraph, &phrases);
            if stretches.iter().all(Stretch::is_gap) {
                is_cut |= matches!(paragraph.role, Role::Body | Role::Subhead);
                continue;
            }
            if is_cut && !stretches[0].is_gap() {
                stretches.insert(0, Stretch::Gap);
            }
            paragraphs.push(stretches);
            is_cut = false;
        }
        if let Some(last) = paragraphs.last_mut().filter(|last| is_cut && !last.last().is_some_and(Stretch::is_gap)) {
            last.push(Stretch::Gap);
        }
        Excerpt { article: self.article, figures: self.figures.iter().map(|&(_, claim)| claim).collect(), paragraphs }
    }

    fn stretches(&self, paragraph: &Paragraph, phrases: &[Span]) -> Vec<Stretch> {
        let mut stretches = Vec::new();
        for piece in &paragraph.pieces {
            let is_ink = !piece.span.of(self.text).trim().is_empty();
            let ends = piece.marks.iter().map(|mark| mark.claim).filter(|&i| phrases[i].end == piece.span.end);
            let stretch = match (piece.kept, piece.marks.is_empty()) {
                (false, _) => Stretch::Gap,
                (true, true) => Stretch::Words(piece.span),
                (true, false) => {
                    let mut numbers: Vec<usize> = Vec::new();
                    ends.for_each(|i| order::insert(&mut numbers, i + 1));
                    Stretch::Figure(piece.span, numbers)
                }
            };
            if !stretch.is_gap() || is_ink && !stretches.last().is_some_and(Stretch::is_gap) {
                stretches.push(stretch);
            }
        }
        stretches
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{compare, shipped};
    use proptest::prelude::*;

    fn collection(texts: &[&str]) -> Collection {
        let article = |(i, text): (usize, &&str)| Article {
            id: i.to_string(),
            text: (*text).to_owned(),
            date: "2025-03-02".parse().ok(),
            ..Article::default()
        };
        Collection { articles: texts.iter().enumerate().map(article).collect(), ..Collection::default() }
    }

    fn handout(collection: &Collection) -> (Comparison, Handout) {
        let comparison = compare(collection);
        let rows: Vec<&Alignment> = comparison.alignments.iter().collect();
        let texts: Vec<usize> = (0..collection.articles.len()).collect();
        let handout = Handout::of(collection, &comparison, &rows, &texts);
        (comparison, handout)
    }

    /// An excerpt as it is printed: figures in brackets, their numbers behind them.
    fn printed(text: &str, excerpt: &Excerpt) -> String {
        let stretch = |stretch: &Stretch| match stretch {
            Stretch::Gap => "… ".to_owned(),
            Stretch::Words(span) => span.of(text).to_owned(),
            Stretch::Figure(span, numbers) => format!("[{}]{numbers:?}", span.of(text)),
        };
        excerpt.paragraphs.iter().flatten().map(stretch).collect()
    }

    /// The numbers in the order in which they are printed.
    fn numbers(excerpt: &Excerpt) -> Vec<usize> {
        let of = |stretch: &Stretch| match stretch {
            Stretch::Figure(_, numbers) => numbers.clone(),
            Stretch::Gap | Stretch::Words(_) => Vec::new(),
        };
        excerpt.paragraphs.iter().flatten().flat_map(of).collect()
    }

    #[test]
    fn paragraphs_with_figures_stay_and_gaps_are_shown() {
        let first = "The fire in Oakton began at night, witnesses said.\n\nThe fire in Oakton killed 27 people on Monday.\n\nIt was put out at noon by hand.";
        let collection = collection(&[first, "The fire in Oakton killed 31 people on Monday."]);
        let (_, handout) = handout(&collection);
        let excerpt = &handout.excerpts[0];
        assert_eq!(printed(first, excerpt), "… The fire in Oakton killed [27 people][1] on Monday.\n\n… ");
        assert_eq!(handout.number(ClaimKey { article: 0, claim: excerpt.figures[0] }), Some(1));
        assert_eq!(handout.number(ClaimKey { article: 2, claim: 0 }), None);
    }

    #[test]
    fn long_paragraphs_are_cut_to_their_sentences() {
        let filler = "Nobody in the town knew how it could have come to this. ".repeat(12);
        let long = format!("{filler}The fire in Oakton killed 27 people on Monday. {filler}");
        let collection = collection(&[&long, "The fire in Oakton killed 31 people on Monday."]);
        let (_, handout) = handout(&collection);
        let text = printed(&long, &handout.excerpts[0]);
        assert_eq!(text, "… The fire in Oakton killed [27 people][1] on Monday.… ");
    }

    #[test]
    fn the_shipped_texts_fit_and_every_figure_of_a_quantity_is_in() {
        let collection = shipped::collection();
        let (comparison, handout) = handout(&collection);
        assert!(handout.rows.len() >= 5, "{:?}", handout.rows);
        for &row in &handout.rows {
            for key in &comparison.alignments[row].members {
                assert!(handout.number(*key).is_some(), "{}", comparison.claim(*key).id);
            }
        }
        for excerpt in &handout.excerpts {
            let text = &collection.articles[excerpt.article].text;
            assert!(column::words(&printed(text, excerpt)) <= Handout::WORDS + 20);
            assert_eq!(numbers(excerpt), (1..=excerpt.figures.len()).collect::<Vec<_>>());
        }
    }

    #[test]
    fn nothing_to_compare_is_an_empty_handout() {
        let (_, handout) = handout(&collection(&["27 people died."]));
        assert_eq!((handout.rows.len(), handout.excerpts[0].paragraphs.len()), (0, 0));
    }

    proptest! {
        #[test]
        fn every_figure_has_its_number_once(texts in prop::collection::vec(
            "((At least|More than|About)? ?[1-9]{1,3} (people|miners) (died|were killed)(\\. |, |\n){1,2}){0,30}", 0..8,
        )) {
            let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
            let collection = collection(&texts);
            let (_, handout) = handout(&collection);
            for excerpt in &handout.excerpts {
                prop_assert_eq!(numbers(excerpt), (1..=excerpt.figures.len()).collect::<Vec<_>>());
            }
            prop_assert!(handout.excerpts.len() <= Handout::TEXTS && handout.rows.len() <= Handout::ROWS);
        }
    }
}
