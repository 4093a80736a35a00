//! A text ready to be read: tokens, what the lexicon knows of each, and sentences.

mod sentence;

use std::ops::Range;

use crate::reading::language::Language;
use crate::reading::lexicon::{Classes, Entry, Lexicon, WordId};
use crate::reading::text::{Span, Token, TokenKind, fold, tokenize};

/// A tokenised text with the lexicon of its language.
#[derive(Debug)]
pub struct Document<'t> {
    /// The text itself.
    pub text: &'t str,
    /// The language it is read in.
    pub language: Language,
    /// The lexicon that its words were looked up in.
    pub lexicon: &'static Lexicon,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// What the lexicon calls each token.
    pub words: Vec<WordId>,
    /// Token ranges of the sentences: they tile the tokens.
    pub sentences: Vec<Range<usize>>,
}

impl<'t> Document<'t> {
    /// Tokenises a text. Total on any string, in time linear in its length.
    pub fn new(text: &'t str, language: Language) -> Self {
        let lexicon = Lexicon::of(language);
        let tokens = tokenize(text);
        let words = tokens.iter().map(|token| word_id(lexicon, text, token)).collect();
        let mut document = Self { text, language, lexicon, tokens, words, sentences: Vec::new() };
        document.sentences = sentence::split(&document);
        document
    }

    /// Number of tokens.
    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    /// Whether the text holds nothing but white space.
    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The words of a token; empty beyond the end.
    pub fn str(&self, at: usize) -> &'t str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    /// What the lexicon knows of a token; nothing beyond the end.
    pub fn entry(&self, at: usize) -> &'static Entry {
        self.lexicon.entry(self.words.get(at).copied().unwrap_or_default())
    }

    /// Whether a token belongs to one of the classes.
    pub fn is(&self, at: usize, classes: Classes) -> bool {
        self.entry(at).classes.has(classes)
    }

    /// Whether a token has the ending of participles that are those of the past as well: "killed".
    pub fn is_past(&self, at: usize) -> bool {
        self.lexicon.past_ending.is_some_and(|ending| self.str(at).ends_with(ending))
    }

    /// Whether a token is a word for people, or has the ending of plurals.
    pub fn is_plural(&self, at: usize) -> bool {
        let word = self.str(at);
        let in_s = word.len() > 3 && word.ends_with('s') && !["ss", "us", "is"].iter().any(|end| word.ends_with(end));
        in_s || self.is(at, Classes::PERSON)
    }

    /// Whether a token has an ending that only verbs have: "ardieron".
    pub fn is_verb_form(&self, at: usize) -> bool {
        self.lexicon.verb_endings.iter().any(|ending| self.str(at).ends_with(ending)) && !self.is_capitalised(at)
    }

    /// Whether a token behind a number above one has an ending of verbs that no plural noun has: "ocho cumplen".
    pub fn is_plural_verb_form(&self, at: usize) -> bool {
        let one = at.checked_sub(1).is_some_and(|number| self.is(number, Classes::ONE));
        let ending = self.lexicon.plural_verb_endings.iter().any(|ending| self.str(at).ends_with(ending));
        ending && !one && !self.is_capitalised(at) && !self.is(at, Classes::PERSON)
    }

    /// Whether a token has an ending of verbs that say what is to come: "costará".
    pub fn is_future(&self, at: usize) -> bool {
        let word = self.str(at);
        let ending =
            self.lexicon.future_endings.iter().any(|ending| word.len() > ending.len() + 2 && word.ends_with(ending));
        ending && !self.is_capitalised(at)
    }

    /// Whether a token has the ending of adverbs.
    pub fn is_adverb(&self, at: usize) -> bool {
        self.lexicon.adverb_ending.is_some_and(|ending| self.str(at).ends_with(ending))
    }

    /// Whether a token is this mark.
    pub fn is_mark(&self, at: usize, mark: char) -> bool {
        self.mark(at) == Some(mark)
    }

    /// The character of a mark.
    pub fn mark(&self, at: usize) -> Option<char> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Mark)?;
        token.span.of(self.text).chars().next()
    }

    /// What a token is made of.
    pub fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// Whether a token is a word that begins with a capital.
    pub fn is_capitalised(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word) && self.str(at).starts_with(fold::is_upper)
    }

    /// Whether a token stands right behind the one before it, without white space.
    pub fn is_glued(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| !token.spaced)
    }

    /// The white space before a token.
    pub fn gap(&self, at: usize) -> &'t str {
        let start = at.checked_sub(1).map_or(0, |before| self.tokens[before].span.end);
        self.tokens.get(at).and_then(|token| self.text.get(start..token.span.start)).unwrap_or_default()
    }

    /// A hyphen or dash between two tokens that it joins without white space: "post-election", "2–1".
    pub fn is_joint(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('-' | '‐' | '‑' | '–')) && self.is_glued(at) && self.is_glued(at + 1)
    }

    /// A double quotation mark of any shape.
    pub fn is_quote(&self, at: usize) -> bool {
        matches!(self.mark(at), Some('"' | '“' | '”' | '„' | '«' | '»'))
    }

    /// The span from one token up to, not including, another.
    pub fn span(&self, range: Range<usize>) -> Span {
        match (self.tokens.get(range.start), self.tokens.get(range.end.wrapping_sub(1))) {
            (Some(first), Some(last)) if range.start < range.end => first.span.cover(last.span),
            (Some(first), _) => Span::new(first.span.start, first.span.start),
            _ => Span::new(self.text.len(), self.text.len()),
        }
    }

    /// The words of a token range.
    pub fn slice(&self, range: Range<usize>) -> &'t str {
        self.span(range).of(self.text)
    }

    /// The sentence that holds a token.
    pub fn sentence_of(&self, at: usize) -> Range<usize> {
        let index = self.sentence_index(at);
        self.sentences.get(index).cloned().unwrap_or(0..self.len())
    }

    /// Whether a token is the first of a sentence.
    pub fn begins_sentence(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.spaced || token.breaks) && self.sentence_of(at).start == at
    }

    /// The index of the sentence that holds a token.
    pub fn sentence_index(&self, at: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.end <= at)
    }
}

/// What the lexicon calls a token. "US" is a country, not the pronoun, unless a sign of currency follows.
fn word_id(lexicon: &Lexicon, text: &str, token: &Token) -> WordId {
    let word = token.span.of(text);
    let country = word == "US" && !text.get(token.span.end..).is_some_and(|rest| rest.starts_with('$'));
    if country { WordId::UNKNOWN } else { lexicon.id(word) }
}
