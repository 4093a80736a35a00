//! A text set for reading in a column: paragraphs with their roles, and the stretches that carry marks.
//!
//! ```
//! use countercheck::output::column::{Role, paragraphs};
//! use countercheck::reading::text::Span;
//!
//! let text = "Five hurt\n\nThe fire left 5 people hurt.";
//! let set = paragraphs(text, Some("Five hurt"), &[Span::new(25, 33)], &[]);
//! assert_eq!(set[0].role, Role::Headline);
//! assert_eq!(set[1].pieces[1].span.of(text), "5 people");
//! ```

use crate::order;
use crate::reading::text::Span;

/// What a paragraph is for the eye.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Role {
    /// The headline of the text.
    Headline,
    /// A line that stands over the paragraphs after it.
    Subhead,
    /// Page furniture: a byline, a credit, a date line.
    Furniture,
    /// Anything else.
    Body,
}

/// One line of the text with the white space after it.
///
/// Invariants: the spans of a text's paragraphs tile it; the spans of a paragraph's pieces tile the paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paragraph {
    /// Where it stands, white space after it included.
    pub span: Span,
    /// How it is set.
    pub role: Role,
    /// Its stretches in order.
    pub pieces: Vec<Piece>,
}

/// A stretch of a paragraph under one and the same set of marks.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Piece {
    /// Where it stands.
    pub span: Span,
    /// The marks over it, the widest first, so that they can be nested in this order.
    pub marks: Vec<Mark>,
    /// It belongs to a sentence that stays where only the sentences with figures are shown.
    pub kept: bool,
}

/// One figure's mark over one piece.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// Index of the phrase that was given.
    pub claim: usize,
    /// Whether it speaks for its phrase: set on the first piece where no narrower mark lies over this one, and so at
    /// most once a phrase and once a piece.
    pub speaks: bool,
}

/// Sets a text: its lines as paragraphs, cut where one of `phrases` begins or ends. Phrases may nest and cross; one
/// that does not fit the text is clipped to it. Lines are cut at the ends of the sentences `kept`, too.
pub fn paragraphs(text: &str, title: Option<&str>, phrases: &[Span], kept: &[Span]) -> Vec<Paragraph> {
    let lines = lines(text);
    let covers = covers(text, &lines, phrases, kept);
    let set = |((&span, role), covers)| Paragraph { span, role, pieces: pieces(span, covers, phrases) };
    let mut set: Vec<Paragraph> = lines.iter().zip(roles(text, title, &lines)).zip(covers).map(set).collect();
    let mut spoken = vec![false; phrases.len()];
    for mark in set.iter_mut().flat_map(|p| &mut p.pieces).filter_map(|piece| piece.marks.last_mut()) {
        mark.speaks = !std::mem::replace(&mut spoken[mark.claim], true);
    }
    set
}

/// Number of words in a stretch of text.
pub fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// Spans that tile the text, each a line with ink and the blank lines after it; the first one also has those before.
fn lines(text: &str) -> Vec<Span> {
    let mut spans: Vec<Span> = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        match spans.last_mut() {
            Some(last) if line.trim().is_empty() || last.of(text).trim().is_empty() => last.end = end,
            _ => spans.push(Span::new(start, end)),
        }
        start = end;
    }
    spans
}

fn roles(text: &str, title: Option<&str>, lines: &[Span]) -> Vec<Role> {
    let line = |i: usize| lines.get(i).map_or("", |span| span.of(text).trim());
    let headline = title.and_then(|title| (0..lines.len().min(10)).find(|&i| line(i) == title.trim()));
    let role = |i: usize| {
        if headline == Some(i) {
            Role::Headline
        } else if !is_label(line(i)) {
            Role::Body
        } else if i > 0 && is_sentence(line(i - 1)) && !is_label(line(i + 1)) && !is_byline(line(i)) {
            Role::Subhead
        } else {
            Role::Furniture
        }
    };
    (0..lines.len()).map(role).collect()
}

const LONGEST_LABEL: usize = 60;

/// A short line that does not end as a sentence does; the line after the last one is a label too.
fn is_label(line: &str) -> bool {
    line.chars().count() <= LONGEST_LABEL && !is_sentence(line)
}

fn is_sentence(line: &str) -> bool {
    line.ends_with(['.', '!', '?', '…', '”', '"', '»', ':'])
}

fn is_byline(line: &str) -> bool {
    line.starts_with("By ") || line.starts_with("Por ")
}

/// What lies over a part of a line: a phrase by its index, or a sentence that is kept.
#[derive(Clone, Copy)]
struct Cover {
    claim: Option<usize>,
    span: Span,
}

/// For each line what lies over it, clipped to it, in the order of the text.
fn covers(text: &str, lines: &[Span], phrases: &[Span], kept: &[Span]) -> Vec<Vec<Cover>> {
    let mut covers = vec![Vec::new(); lines.len()];
    let phrases = phrases.iter().enumerate().map(|(claim, span)| (Some(claim), *span));
    for (claim, span) in phrases.chain(kept.iter().map(|span| (None, *span))) {
        let first = lines.partition_point(|line| line.end <= span.start);
        for (line, over) in lines.iter().zip(&mut covers).skip(first).take_while(|(line, _)| line.start < span.end) {
            let clip = Span::new(span.start.max(line.start), span.end.min(line.end));
            if text.is_char_boundary(clip.start) && text.is_char_boundary(clip.end) {
                over.push(Cover { claim, span: clip });
            }
        }
    }
    covers.into_iter().map(|over| order::ordered(over, |a, b| a.span.start.cmp(&b.span.start))).collect()
}

/// One sweep over a line: cut where something begins or ends.
fn pieces(line: Span, covers: Vec<Cover>, phrases: &[Span]) -> Vec<Piece> {
    let mut cuts = Vec::new();
    for cut in covers.iter().flat_map(|cover| [cover.span.start, cover.span.end]).chain([line.start, line.end]) {
        order::insert(&mut cuts, cut);
    }
    let mut next = covers.into_iter().peekable();
    let mut open: Vec<Cover> = Vec::new();
    let piece = |cut: &[usize]| {
        open.retain(|cover| cover.span.end > cut[0]);
        while let Some(cover) = next.next_if(|cover| cover.span.start <= cut[0]) {
            open.push(cover);
        }
        let kept = open.iter().any(|cover| cover.claim.is_none());
        Piece { span: Span::new(cut[0], cut[1]), marks: marks(&open, phrases), kept }
    };
    cuts.windows(2).map(piece).collect()
}

/// The marks of a piece, the widest first, and of two that are as wide the one that was given first.
fn marks(open: &[Cover], phrases: &[Span]) -> Vec<Mark> {
    let mut over: Vec<usize> = Vec::new();
    for claim in open.iter().filter_map(|cover| cover.claim) {
        let place = |other: &usize| (phrases[claim].len(), *other) < (phrases[*other].len(), claim);
        let place = over.partition_point(place);
        over.insert(place, claim);
    }
    over.into_iter().map(|claim| Mark { claim, speaks: false }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The text with `[` `]` around every piece that is marked, the claims before it.
    fn shown(text: &str, phrases: &[Span]) -> String {
        let show = |piece: &Piece| {
            let words = piece.span.of(text);
            let name = |mark: &Mark| format!("{}{}", mark.claim, if mark.speaks { "!" } else { "" });
            let names: Vec<String> = piece.marks.iter().map(name).collect();
            if names.is_empty() { words.to_owned() } else { format!("[{}:{words}]", names.join(" ")) }
        };
        paragraphs(text, None, phrases, &[])
            .iter()
            .flat_map(|p| p.pieces.iter().map(show).collect::<Vec<_>>())
            .collect()
    }

    #[test]
    fn nested_crossing_and_equal_phrases_lose_no_text() {
        let text = "a third six-year term began";
        let third = Span::new(2, 21);
        let six = Span::new(8, 21);
        assert_eq!(shown(text, &[third, six]), "a [0!:third ][0 1!:six-year term] began");
        assert_eq!(shown(text, &[Span::new(2, 16), six]), "a [0!:third ][0 1!:six-year][1: term] began");
        assert_eq!(shown(text, &[six, six]), "a third [0 1!:six-year term] began");
    }

    #[test]
    fn short_lines_are_told_apart() {
        use Role::{Body, Furniture, Headline, Subhead};

        let text =
            "Tuesday, September 23\nPerfil\n\nUnrest grows\n\nIt was said on Monday.\n\nA grave step\n\nMore.\nBy AB\n";
        let roles: Vec<Role> = paragraphs(text, Some("Unrest grows"), &[], &[]).iter().map(|p| p.role).collect();
        assert_eq!(roles, [Furniture, Furniture, Headline, Body, Subhead, Body, Furniture]);
    }

    #[test]
    fn sentences_that_stay_are_told_from_the_rest() {
        let text = "It rained. Then 5 fell. It dried.";
        let set = paragraphs(text, None, &[Span::new(16, 17)], &[Span::new(11, 23)]);
        let pieces: Vec<(&str, bool)> = set[0].pieces.iter().map(|it| (it.span.of(text), it.kept)).collect();
        let expected = [("It rained. ", false), ("Then ", true), ("5", true), (" fell.", true), (" It dried.", false)];
        assert_eq!(pieces, expected);
    }

    #[test]
    fn a_text_of_blank_lines_is_one_paragraph() {
        assert_eq!(paragraphs("\n\n \n", None, &[], &[]).len(), 1);
        assert!(paragraphs("", None, &[], &[]).is_empty());
    }

    proptest! {
        #[test]
        fn pieces_tile_any_text(text in "(\\PC|\n){0,60}", cuts in prop::collection::vec((0usize..80, 0usize..20), 0..6)) {
            let phrases: Vec<Span> = cuts.iter().map(|&(start, len)| Span::new(start, start + len)).collect();
            let set = paragraphs(&text, None, &phrases[..phrases.len() / 2], &phrases[phrases.len() / 2..]);
            let joined: String = set.iter().flat_map(|p| &p.pieces).map(|piece| piece.span.of(&text)).collect();
            prop_assert_eq!(joined, text);
        }
    }
}
