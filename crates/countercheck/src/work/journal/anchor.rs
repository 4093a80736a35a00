//! Anchors: where a figure stands, so that it is found again after a typing error is mended, the text is pasted anew or
//! the program reads it otherwise. As in the W3C's annotation model, a quote with what stands around it counts first,
//! a position second.

use crate::collection::{Article, Collection};
use crate::reading::text::{Span, boundary};

/// A stretch of a text by its words, by what stands around it, and by its place.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Anchor {
    /// The id of the text.
    pub article: String,
    /// The words themselves.
    pub quote: String,
    /// What stands before them.
    pub prefix: String,
    /// What stands behind them.
    pub suffix: String,
    /// First byte.
    pub start: usize,
}

/// Characters on either side that an anchor keeps.
pub const CONTEXT: usize = 32;

/// The longest quote of an anchor in bytes: far more than any figure has.
pub const LONGEST_QUOTE: usize = 400;

/// So many characters around a quote have to agree for it to be taken for the same place.
const ENOUGH: usize = 12;

/// Places of a quote that are looked at on either side of the old position.
const PLACES: usize = 1000;

impl Anchor {
    /// The anchor of a stretch of a text; one that is too long is cut.
    pub fn of(article: &Article, span: Span) -> Self {
        let text = &article.text;
        let span = fitted(text, span);
        let before = text[..span.start].char_indices().rev().take(CONTEXT).last().map_or(span.start, |(at, _)| at);
        let behind = text[span.end..].char_indices().nth(CONTEXT).map_or(text.len(), |(at, _)| span.end + at);
        Self {
            article: article.id.clone(),
            quote: span.of(text).to_owned(),
            prefix: text[before..span.start].to_owned(),
            suffix: text[span.end..behind].to_owned(),
            start: span.start,
        }
    }

    /// Where it stands in a collection now: in its own text, or unchanged in another one that may be the same under
    /// another letter. `None` where it is lost.
    pub fn place(&self, collection: &Collection) -> Option<(usize, Span)> {
        let articles = || collection.articles.iter().enumerate();
        let own = articles().find(|(_, article)| article.id == self.article);
        let here = own.and_then(|(index, article)| Some((index, self.find(&article.text)?)));
        let elsewhere = || articles().find_map(|(index, article)| Some((index, self.unchanged(&article.text)?)));
        here.or_else(elsewhere)
    }

    /// Where it stands in its text: the place of the quote where most of the context agrees, the nearest of several;
    /// where the quote itself was changed, what now stands between the same words.
    pub fn find(&self, text: &str) -> Option<Span> {
        let whole = (self.context(), true);
        if self.agreement(text, self.start) == Some(whole) {
            return Some(self.span_at(self.start));
        }
        let need = self.context().min(ENOUGH);
        let mut best: Option<((usize, bool), usize)> = None;
        self.places(text, |at| {
            let agreement = self.agreement(text, at).unwrap_or_default();
            if agreement.0 >= need && best.is_none_or(|(most, _)| agreement > most) {
                best = Some((agreement, at));
            }
            agreement == whole
        });
        best.map(|(_, at)| self.span_at(at)).or_else(|| self.between(text))
    }

    /// The quote with all of its context.
    fn unchanged(&self, text: &str) -> Option<Span> {
        let span = self.find(text).filter(|_| self.context() >= ENOUGH)?;
        self.agreement(text, span.start).is_some_and(|(alike, _)| alike == self.context()).then_some(span)
    }

    fn span_at(&self, at: usize) -> Span {
        Span::new(at, at + self.quote.len())
    }

    /// Characters of context, white space aside.
    fn context(&self) -> usize {
        ink(&self.prefix).count() + ink(&self.suffix).count()
    }

    /// Characters around a place that agree with the context, and whether white space does too, if the quote stands
    /// there.
    fn agreement(&self, text: &str, at: usize) -> Option<(usize, bool)> {
        let behind = text.get(at..)?.strip_prefix(self.quote.as_str())?;
        let before = text.get(..at)?;
        // "27" does not stand in "270".
        let first = [before.chars().next_back(), self.quote.chars().next(), self.prefix.chars().next_back()];
        let last = [behind.chars().next(), self.quote.chars().next_back(), self.suffix.chars().next()];
        if [first, last].iter().any(|[outer, own, old]| in_word(*outer) && in_word(*own) && !in_word(*old)) {
            return None;
        }
        let is_whole = before.ends_with(self.prefix.as_str())
            && behind.starts_with(self.suffix.as_str())
            && (self.suffix.len() == behind.len() || self.suffix.chars().count() == CONTEXT);
        let before = alike(ink(before).rev(), ink(&self.prefix).rev());
        Some((before + alike(ink(behind), ink(&self.suffix)), is_whole))
    }

    /// Calls with the places of the quote, the nearest to the old position first on each side, until told to stop.
    fn places(&self, text: &str, mut stop: impl FnMut(usize) -> bool) {
        let (bytes, quote) = (text.as_bytes(), self.quote.as_bytes());
        let is_place = |at: &usize| bytes[*at..].starts_with(quote) && text.is_char_boundary(*at);
        let Some(last) = bytes.len().checked_sub(quote.len()).filter(|_| !quote.is_empty()) else { return };
        let middle = self.start.min(last);
        let mut behind = (middle..=last).filter(is_place).take(PLACES);
        let mut before = (0..middle).rev().filter(is_place).take(PLACES);
        loop {
            let pair = [behind.next(), before.next()];
            if pair == [None, None] || pair.into_iter().flatten().any(&mut stop) {
                return;
            }
        }
    }

    /// What stands on one line between the words that stood around the quote, not much longer than it was.
    fn between(&self, text: &str) -> Option<Span> {
        let head = last_chars(&self.prefix, ENOUGH);
        let tail = first_chars(&self.suffix, ENOUGH);
        if ink(head).chain(ink(tail)).count() < ENOUGH || head.trim().is_empty() || tail.trim().is_empty() {
            return None;
        }
        let room = (2 * self.quote.len() + 16).min(LONGEST_QUOTE);
        let found = text.match_indices(head).take(PLACES).filter_map(|(at, _)| {
            let start = at + head.len();
            let within = &text[start..boundary(text, start + room + tail.len())];
            let quote = &within[..within.find(tail)?];
            let plain = !quote.trim().is_empty() && !quote.contains('\n');
            plain.then(|| Span::new(start, start + quote.len()))
        });
        found.min_by_key(|span| span.start.abs_diff(self.start))
    }
}

/// The characters that are not white space.
fn ink(text: &str) -> impl DoubleEndedIterator<Item = char> {
    text.chars().filter(|c| !c.is_whitespace())
}

fn in_word(c: Option<char>) -> bool {
    c.is_some_and(|c| c.is_ascii_digit() || c.is_alphabetic())
}

fn alike(a: impl Iterator<Item = char>, b: impl Iterator<Item = char>) -> usize {
    a.zip(b).take_while(|(x, y)| x == y).count()
}

fn last_chars(text: &str, count: usize) -> &str {
    let start = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    &text[start..]
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(at, _)| &text[..at])
}

/// A span inside a text, on its boundaries, no longer than an anchor's quote.
fn fitted(text: &str, span: Span) -> Span {
    let start = boundary(text, span.start);
    Span::new(start, boundary(text, span.end.min(start + LONGEST_QUOTE)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn article(text: &str) -> Article {
        Article { id: "A".to_owned(), text: text.to_owned(), ..Article::default() }
    }

    /// Where an anchor on the last `quote` in `before` stands in `after`, and the words there.
    fn found(before: &str, quote: &str, after: &str) -> Option<String> {
        let start = before.rfind(quote).unwrap();
        let span = Anchor::of(&article(before), Span::new(start, start + quote.len())).find(after)?;
        Some(format!("{}|{}", boundary(after, span.start), span.of(after)))
    }

    #[test]
    fn a_figure_is_found_again_whatever_was_mended_around_it() {
        let text = "In the unrest, at laest 27 people were killed by the police, and 27 people were hurt.";
        let mended = [
            ("at laest", "at least", "24|27"),
            ("In the unrest", "In the unrest of the summer", "38|27"),
            ("27 people were killed", "27  people\nwere killed", "24|27"),
            ("laest 27 people", "laest 270 people", "24|270"),
        ];
        for (wrong, right, expected) in mended {
            let after = text.replace(wrong, right);
            let start = text.find("27").unwrap();
            let span = Anchor::of(&article(text), Span::new(start, start + 2)).find(&after).unwrap();
            assert_eq!(format!("{}|{}", span.start, span.of(&after)), expected, "{after}");
        }
        assert_eq!(found(text, "27", &text.replace("laest", "the very least")), Some("74|27".to_owned()));
    }

    #[test]
    fn what_is_gone_is_not_found_elsewhere() {
        let text = "In the unrest, at least 27 people were killed by the police.";
        assert_eq!(found(text, "27", "In the spring, 27 degrees were measured."), None);
        assert_eq!(found(text, "27", ""), None);
        assert_eq!(found("27", "27", "27"), Some("0|27".to_owned()));
    }

    #[test]
    fn what_stands_between_the_same_words_is_no_longer_than_a_quote_may_be() {
        let around = |quote: &str| format!("In the unrest of July, {quote} were the words of it.");
        let (before, after) = (around(&"a".repeat(LONGEST_QUOTE)), around(&"b".repeat(LONGEST_QUOTE)));
        assert!(found(&before, &"a".repeat(LONGEST_QUOTE), &after).is_some());
        assert_eq!(found(&before, &"a".repeat(LONGEST_QUOTE), &around(&"b".repeat(LONGEST_QUOTE + 1))), None);
    }

    #[test]
    fn a_text_under_another_letter_is_the_same_text() {
        let text = "In the unrest, at least 27 people were killed by the police.";
        let anchor = Anchor::of(&article(text), Span::new(24, 26));
        let other = Article { id: "F".to_owned(), ..article(&format!("\n{text}")) };
        let collection = Collection { articles: vec![other], ..Collection::default() };
        assert_eq!(anchor.place(&collection), Some((0, Span::new(25, 27))));
    }
}
