//! The sweep over a text: every figure in it, in order, without overlaps.

use std::ops::Range;

use super::lookalike;
use crate::date::{DateExpression, PartialDate, date_at};
use crate::document::Document;
use crate::number::{Hedges, Numeral, hedges_around, numeral_at};

/// A number or a date in the text.
#[derive(Clone, PartialEq, Debug)]
pub(super) enum Figure {
    Date(DateExpression),
    Number(Numeral, Hedges),
}

impl Figure {
    /// The tokens of the number expression itself.
    pub(super) fn tokens(&self) -> Range<usize> {
        match self {
            Self::Date(date) => date.tokens.clone(),
            Self::Number(numeral, _) => numeral.tokens.clone(),
        }
    }

    /// The tokens with the qualifiers around it.
    pub(super) fn hedged(&self) -> Range<usize> {
        match self {
            Self::Date(date) => date.tokens.clone(),
            Self::Number(_, hedges) => hedges.start..hedges.end,
        }
    }
}

/// Every figure of a text, one pass.
pub(super) fn sweep(document: &Document, anchor: Option<PartialDate>) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut at = 0;
    while at < document.len() {
        let figure = figure_at(document, at, anchor);
        at = figure.as_ref().map_or(at + 1, |figure| figure.tokens().end.max(at + 1));
        figures.extend(figure);
    }
    figures
}

fn figure_at(document: &Document, at: usize, anchor: Option<PartialDate>) -> Option<Figure> {
    if lookalike::is_part_of_name(document, at) {
        return None;
    }
    if let Some(date) = date_at(document, at, anchor) {
        return Some(Figure::Date(date));
    }
    let numeral = numeral_at(document, at)?;
    let hedges = hedges_around(document, &numeral);
    let figure = !lookalike::is_lookalike(document, &numeral, &hedges);
    figure.then_some(Figure::Number(numeral, hedges))
}
