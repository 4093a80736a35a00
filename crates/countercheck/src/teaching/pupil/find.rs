//! Words in a text: those that a pupil types or selects, and the sentence around them.

use crate::collection::Article;
use crate::reading::claim::Reading;
use crate::reading::text::{Span, fold};
use crate::work::journal::LONGEST_QUOTE;

/// The most places of some words that are found.
const MOST: usize = 200;

/// Where words stand in a text, whole, in any case of their letters and with any white space between them.
pub fn occurrences(text: &str, words: &str) -> Vec<Span> {
    let wanted = fold::lowered(&fold::one_line(words));
    let places = text.char_indices().filter(|&(at, _)| !wanted.is_empty() && !is_inside(text, at));
    let found = places.filter_map(|(at, _)| Some(Span::new(at, end_of(text, at, &wanted)?)));
    found.filter(|span| !is_inside(text, span.end)).take(MOST).collect()
}

/// The end of the wanted words where they begin at a place.
fn end_of(text: &str, start: usize, wanted: &str) -> Option<usize> {
    let mut letters = text[start..].char_indices().peekable();
    for letter in wanted.chars() {
        let (_, found) = letters.next()?;
        if letter != if found.is_whitespace() { ' ' } else { fold::lower(found) } {
            return None;
        }
        while letter == ' ' && letters.next_if(|(_, next)| next.is_whitespace()).is_some() {}
    }
    Some(letters.peek().map_or(text.len(), |(at, _)| start + at))
}

/// Whether a place lies inside a word.
fn is_inside(text: &str, at: usize) -> bool {
    text[..at].chars().next_back().is_some_and(char::is_alphanumeric)
        && text[at..].chars().next().is_some_and(char::is_alphanumeric)
}

/// What was selected, without white space around it and with all of its first and last word; `None` where that is no
/// figure: nothing, or far more than one.
pub fn whole_words(text: &str, selected: Span) -> Option<Span> {
    let words = text.get(selected.start..selected.end)?;
    let mut start = selected.start + (words.len() - words.trim_start().len());
    let mut end = selected.start + words.trim_end().len();
    if start >= end {
        return None;
    }
    while is_inside(text, start) {
        start -= text[..start].chars().next_back().map_or(0, char::len_utf8);
    }
    while is_inside(text, end) {
        end += text[end..].chars().next().map_or(0, char::len_utf8);
    }
    Some(Span::new(start, end)).filter(|span| span.len() <= LONGEST_QUOTE)
}

/// The sentence around a stretch of a text; of several all, and the line where no sentence is known.
pub fn passage(article: &Article, reading: Option<&Reading>, span: Span) -> Span {
    let sentences = reading.map_or(&[][..], |reading| &reading.sentences);
    let around = sentences.iter().filter(|sentence| sentence.overlaps(span)).copied().reduce(Span::cover);
    let line = || {
        let start = article.text[..span.start].rfind('\n').map_or(0, |at| at + 1);
        let end = article.text[span.end..].find('\n').map_or(article.text.len(), |at| span.end + at);
        Span::new(start, end)
    };
    around.unwrap_or_else(line).cover(span)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole() {
        let text = "28 Deaths; 128 deaths, 28\n deaths in 2028";
        let found = |words| occurrences(text, words).iter().map(|span| span.of(text)).collect::<Vec<_>>();
        assert_eq!(found(" 28  deaths "), ["28 Deaths", "28\n deaths"]);
        assert_eq!(found("28 death"), Vec::<&str>::new());
        assert_eq!(found("28"), ["28", "28"]);
        assert_eq!(found("in 2028"), ["in 2028"]);
        assert_eq!(found(" "), Vec::<&str>::new());
    }

    #[test]
    fn a_selection_takes_whole_words() {
        let text = "left 28 deaths, él.";
        let words = |start, end| whole_words(text, Span::new(start, end)).map(|span| span.of(text));
        assert_eq!(words(4, 10), Some("28 deaths"));
        assert_eq!(words(6, 7), Some("28"));
        assert_eq!(words(17, 18), None, "inside of a letter");
        assert_eq!(words(18, 19), Some("él"));
        assert_eq!(words(4, 5), None);
        assert_eq!(words(4, 99), None);
        assert_eq!(whole_words(&"a ".repeat(300), Span::new(0, 600)), None);
    }

    #[test]
    fn a_passage_is_the_sentence() {
        let article = Article { id: "A".into(), text: "It rained. 5 died.\nIt dried.".into(), ..Article::default() };
        let reading = crate::reading::claim::read(&article);
        let span = Span::new(11, 12);
        assert_eq!(passage(&article, Some(&reading), span).of(&article.text).trim(), "5 died.");
        assert_eq!(passage(&article, None, span).of(&article.text), "It rained. 5 died.");
    }
}
