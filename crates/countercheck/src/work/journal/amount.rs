//! What a user says a figure is: only what was said, so that the rest follows the program.

use crate::reading::claim::{Attribution, Claim, Effect, Hedge, Kind, rounding};
use crate::reading::date::{Basis, PartialDate, Period};
use crate::reading::decimal::Decimal;
use crate::reading::interval::{End, Interval};
use crate::reading::number::qualified;
use crate::reading::text::Span;

/// One end of what an amount allows.
pub type Bound = End<Decimal>;

/// A number with its qualifier and the values that the two allow.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Amount {
    /// The number; none for a range or a vague word.
    pub value: Option<Decimal>,
    /// The qualifier.
    pub effect: Option<Effect>,
    /// The lower end.
    pub low: Bound,
    /// The upper end.
    pub high: Bound,
}

impl Amount {
    /// A number under a qualifier, as the program would read the two.
    pub fn of(value: Decimal, effect: Option<Effect>) -> Self {
        let Interval { low, high } = qualified(value.value(), effect);
        Self { value: Some(value), effect, low: bound(low), high: bound(high) }
    }

    /// Everything from one number to another.
    pub fn between(low: Decimal, high: Decimal) -> Self {
        let Interval { low, high } = Interval::between(low.value(), high.value());
        Self { value: None, effect: Some(Effect::Range), low: bound(low), high: bound(high) }
    }

    /// The amount of a figure as it is read now.
    pub fn read(claim: &Claim) -> Self {
        Self {
            value: claim.value.map(Decimal::of),
            effect: claim.hedge.map(|hedge| hedge.effect).filter(|effect| *effect != Effect::Exact),
            low: bound(claim.interval.low),
            high: bound(claim.interval.high),
        }
    }

    /// The values that it allows: everything, where the ends do not fit each other.
    pub fn interval(self) -> Interval {
        let interval = Interval { low: end(self.low), high: end(self.high) };
        let in_order = match (interval.low.value(), interval.high.value()) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        if in_order { interval } else { Interval::ALL }
    }
}

fn bound(end: End) -> Bound {
    match end {
        End::Unbounded => Bound::Unbounded,
        End::Closed(value) => Bound::Closed(Decimal::of(value)),
        End::Open(value) => Bound::Open(Decimal::of(value)),
    }
}

fn end(bound: Bound) -> End {
    match bound {
        Bound::Unbounded => End::Unbounded,
        Bound::Closed(number) => End::Closed(number.value()),
        Bound::Open(number) => End::Open(number.value()),
    }
}

/// What is said of a figure; what is `None` stays as the program reads it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Setting {
    /// How much.
    pub amount: Option<Amount>,
    /// What sort of figure.
    pub kind: Option<Kind>,
    /// What is counted.
    pub counted: Option<String>,
    /// Who says so; empty for nobody.
    pub who: Option<String>,
    /// The day up to which it was counted.
    pub as_of: Option<PartialDate>,
}

impl Setting {
    /// Everything that can be said of a figure, as it is read now: what a form begins with.
    pub fn read(claim: &Claim) -> Self {
        Self {
            amount: Some(Amount::read(claim)),
            kind: Some(claim.kind),
            counted: Some(claim.counted.clone()),
            who: Some(claim.attribution.as_ref().map_or_else(String::new, |by| by.text.clone())),
            as_of: claim.period.as_of.filter(|_| claim.period.basis == Basis::Text),
        }
    }

    /// What of this is not what `before` says: what a form has to keep.
    pub fn since(self, before: &Self) -> Self {
        fn changed<T: PartialEq>(now: Option<T>, before: Option<&T>) -> Option<T> {
            now.filter(|now| before != Some(now))
        }
        Self {
            amount: changed(self.amount, before.amount.as_ref()),
            kind: changed(self.kind, before.kind.as_ref()),
            counted: changed(self.counted, before.counted.as_ref()),
            who: changed(self.who, before.who.as_ref()),
            as_of: changed(self.as_of, before.as_of.as_ref()),
        }
    }

    /// Puts it into a figure. The words of the text stay where they are.
    pub(super) fn apply(&self, claim: &mut Claim) {
        if let Some(amount) = self.amount {
            claim.interval = amount.interval();
            claim.value = amount.value.map(Decimal::value).filter(|value| within_closure(claim.interval, *value));
            let words = claim.hedge.map_or(Span::new(claim.quote.start, claim.quote.start), |hedge| hedge.span);
            claim.hedge = amount.effect.map(|effect| Hedge { span: words, effect });
        }
        claim.kind = self.kind.unwrap_or(claim.kind);
        if self.amount.is_some() {
            claim.slack = claim.value.map_or(0.0, |value| rounding(claim.kind, claim.unit.as_deref(), value, ""));
        }
        if let Some(counted) = &self.counted {
            claim.counted.clone_from(counted);
        }
        if let Some(who) = &self.who {
            claim.attribution = attribution(claim.attribution.take(), who, claim.quote);
        }
        if self.as_of.is_some() {
            claim.period = Period { as_of: self.as_of, basis: Basis::Text, ..claim.period };
        }
    }
}

fn within_closure(interval: Interval, value: f64) -> bool {
    interval.low.value().is_none_or(|low| low <= value) && interval.high.value().is_none_or(|high| value <= high)
}

/// Who says so now: nobody, the same with all who pass it on, or somebody who is named nowhere in the text.
fn attribution(before: Option<Attribution>, who: &str, quote: Span) -> Option<Attribution> {
    match before {
        _ if who.trim().is_empty() => None,
        Some(same) if same.text == who => Some(same),
        _ => Some(Attribution { text: who.to_owned(), span: Span::new(quote.start, quote.start), via: Vec::new() }),
    }
}
