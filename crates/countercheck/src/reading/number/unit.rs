//! Units behind a number, and the few before it.

use std::ops::Range;

use super::hedge::bounds_nothing;
use super::numeral::{Amount, Form, Numeral};
use crate::reading::document::Document;
use crate::reading::language::Language;
use crate::reading::lexicon::{Classes, NumberWord, Unit, UnitKind};
use crate::reading::text::{Stem, TokenKind};

/// Adds the unit behind the number: "52%", "130km", "15-minute", "6.2-magnitude"; and "magnitude 6.2" before it.
pub(super) fn with_unit(document: &Document, numeral: Numeral) -> Numeral {
    let end = numeral.tokens.end;
    // "900 millones de años", but "los 900 millones del año anterior"
    let of = of_a_noun(document, end) && !document.is(end, Classes::SHARE_ARTICLE);
    let at = if document.is_joint(end) || of { end + 1 } else { end };
    // "los nueve primeros meses"
    let at = at + usize::from(document.is(at, Classes::PREMODIFIER) && document.is(at + 1, Classes::UNIT));
    if let Some(unit) = letter_unit(document, &numeral, at) {
        return Numeral { tokens: numeral.tokens.start..at + 1, ..in_unit(numeral, unit) };
    }
    let Some((length, unit)) = unit_at(document, at) else {
        if let Some(rate) = rate(document, &numeral) {
            return rate;
        }
        return match percent_of_second(document, &numeral) {
            Some(unit) => in_unit(numeral, unit),
            None => with_unit_before(document, numeral),
        };
    };
    if !unit_belongs(document, at, &numeral, unit) {
        return with_unit_before(document, numeral);
    }
    let end = at + length;
    // "un sismo de 8,3 grados"
    let small = matches!(numeral.amount, Amount::Value(value) if value < 10.0);
    let magnitude = unit.code == "degrees" && small && near_quake(document, &numeral.tokens);
    let unit = if magnitude { Unit { code: "magnitude", ..unit } } else { unit };
    let numeral = with_three_decimals(document, numeral, unit);
    Numeral { tokens: numeral.tokens.start..end, ..in_unit(numeral, unit) }
}

/// "12.4 per 100,000", "8,2 por cada 1.000": a rate.
fn rate(document: &Document, numeral: &Numeral) -> Option<Numeral> {
    let per = numeral.tokens.end;
    let every = per + 1 + usize::from(document.is(per, Classes::BY) && document.is(per + 1, Classes::EVERY));
    let whole = document.is(per, Classes::PER).then(|| super::cardinal::cardinal_at(document, every))??;
    let code = match whole.value as u64 {
        100 => "per 100",
        1000 => "per 1,000",
        10_000 => "per 10,000",
        100_000 => "per 100,000",
        1_000_000 => "per million",
        _ => return None,
    };
    let tokens = numeral.tokens.start..whole.end;
    Some(Numeral { tokens, form: Form::Measure, unit: Some(code), bare: false, ..numeral.clone() })
}

/// "pasó del 9,3 al 8,4 por ciento": the first of two levels takes the unit of the second.
fn percent_of_second(document: &Document, numeral: &Numeral) -> Option<Unit> {
    let from = numeral.tokens.start.checked_sub(1).is_some_and(|at| document.is(at, Classes::FROM));
    let second = (from && document.is(numeral.tokens.end, Classes::TO)).then_some(numeral.tokens.end + 1)?;
    let number = super::cardinal::cardinal_at(document, second)?;
    let (_, unit) = unit_at(document, number.end)?;
    (unit.kind == UnitKind::Percent).then_some(unit)
}

/// "51.276 %" of the votes: two digits and a group in a share are decimals, where both separators may group.
fn with_three_decimals(document: &Document, numeral: Numeral, unit: Unit) -> Numeral {
    let digits = document.str(numeral.tokens.start);
    let grouped = digits.len() == 6 && digits.as_bytes().get(2).is_some_and(|&mark| mark == b'.' || mark == b',');
    let share = unit.kind == UnitKind::Percent && document.language == Language::Spanish && numeral.tokens.len() == 1;
    match numeral.amount {
        Amount::Value(value) if share && grouped => Numeral { amount: Amount::Value(value / 1000.0), ..numeral },
        _ => numeral,
    }
}

/// Whether "of" ties a number that is a noun to what it counts: "500 millones de dólares", "un millar de personas".
pub(crate) fn of_a_noun(document: &Document, at: usize) -> bool {
    let noun = at.checked_sub(1).and_then(|last| document.entry(last).number).is_some_and(|number| match number {
        NumberWord::Scale(_) | NumberWord::Hundred | NumberWord::Dozen(_) => true,
        NumberWord::Vague(_) => document.is(at - 1, Classes::COUNTED_DOZENS),
        NumberWord::Parts(_) => document.is(at - 1, Classes::BARE_HALF),
        _ => false,
    });
    noun && document.is(at, Classes::OF)
}

/// The unit whose words begin at a token: its length in words and what it is.
pub(super) fn unit_at(document: &Document, at: usize) -> Option<(usize, Unit)> {
    document.lexicon.units.starting(&document.words, at).filter(|_| !document.begins_sentence(at))
}

/// The dimension of a unit and how many base units it is; units of no dimension stand for themselves.
pub fn dimension(unit: &str) -> (&str, f64) {
    match unit {
        "km" => ("length", 1000.0),
        "miles" => ("length", 1609.344),
        "m" => ("length", 1.0),
        "cm" => ("length", 0.01),
        "mm" => ("length", 0.001),
        "feet" => ("length", 0.3048),
        "inches" => ("length", 0.0254),
        "yards" => ("length", 0.9144),
        "kg" => ("mass", 1.0),
        "g" => ("mass", 0.001),
        "lb" => ("mass", 0.453_592_37),
        "ounces" => ("mass", 0.028_349_523_125),
        "tonnes" => ("mass", 1000.0),
        "hectares" => ("area", 10_000.0),
        "acres" => ("area", 4_046.856_422_4),
        "km²" => ("area", 1e6),
        "miles²" => ("area", 2_589_988.110_336),
        "m²" => ("area", 1.0),
        "feet²" => ("area", 0.092_903_04),
        "seconds" => ("time", 1.0),
        "minutes" => ("time", 60.0),
        "hours" => ("time", 3600.0),
        "days" | "nights" => ("time", 86_400.0),
        "weeks" => ("time", 604_800.0),
        "months" => ("time", 2_629_746.0),
        "years" => ("time", 31_556_952.0),
        "kW" => ("power", 1e3),
        "MW" => ("power", 1e6),
        "GW" => ("power", 1e9),
        "watts" => ("power", 1.0),
        other => (other, 1.0),
    }
}

/// Single letters that are units only right behind digits, and elsewhere names: "44.8C", "50p".
fn letter_unit(document: &Document, numeral: &Numeral, at: usize) -> Option<Unit> {
    let glued = at == numeral.tokens.end && document.is_glued(at);
    let digits = document.kind(at.checked_sub(1)?) == Some(TokenKind::Number);
    let unit = |kind, code, factor| Some(Unit { kind, code, factor });
    match document.str(at) {
        "g" if digits && !document.is_joint(at + 1) => unit(UnitKind::Measure, "g", 1.0),
        _ if !glued || !digits => None,
        "C" => unit(UnitKind::Measure, "celsius", 1.0),
        "F" => unit(UnitKind::Measure, "fahrenheit", 1.0),
        "g" => unit(UnitKind::Measure, "g", 1.0),
        "p" => unit(UnitKind::Money, "GBP", 0.01),
        _ => None,
    }
}

/// "magnitude 6.2", "a magnitude of 6.2", "the quake measured 5.8", "a 5.8 quake".
fn with_unit_before(document: &Document, numeral: Numeral) -> Numeral {
    let word = |back: usize, class| numeral.tokens.start.checked_sub(back).is_some_and(|at| document.is(at, class));
    let joined =
        numeral.tokens.start.checked_sub(1).is_some_and(|at| document.is(at, Classes::OF) || document.is_joint(at));
    let named = word(1, Classes::MAGNITUDE) || joined && word(2, Classes::MAGNITUDE);
    let measured = word(1, Classes::MEASURED) || document.is(numeral.tokens.end, Classes::QUAKE);
    let decimal = matches!(numeral.amount, Amount::Value(value) if value < 10.0)
        && document.str(numeral.tokens.start).contains('.');
    if numeral.form == Form::Count && (named || measured && decimal && near_quake(document, &numeral.tokens)) {
        return Numeral { form: Form::Measure, unit: Some("magnitude"), bare: false, ..numeral };
    }
    numeral
}

/// Whether a word for earthquakes stands within six tokens.
fn near_quake(document: &Document, tokens: &Range<usize>) -> bool {
    let kin = Stem::of("quake");
    let near = tokens.start.saturating_sub(6)..tokens.end + 6;
    near.into_iter().map(|at| document.entry(at)).any(|entry| entry.event.is_some() && entry.kin == Some(kin))
}

/// Units of one or two letters and those that are also other words need digits before them, or no white space.
fn unit_belongs(document: &Document, at: usize, numeral: &Numeral, unit: Unit) -> bool {
    let digits = document.kind(numeral.tokens.end - 1) == Some(TokenKind::Number);
    // "3 and €5m": the sign belongs to the amount behind it.
    let sign = document.mark(at).is_some() && unit.kind == UnitKind::Money;
    if sign && document.kind(at + 1) == Some(TokenKind::Number) && document.is_glued(at + 1) {
        return false;
    }
    let sure = matches!(unit.kind, UnitKind::Percent | UnitKind::Money) || document.is(at, Classes::DAY);
    let short = document.str(at).len() <= 3 && document.kind(at) == Some(TokenKind::Word) && !sure;
    let second = document.entry(at).ordinal.is_some() && unit.kind != UnitKind::Points;
    let name = unit.kind != UnitKind::Percent && document.is_capitalised(at) && document.str(at).len() > 3;
    (digits || !short && !second) && !(name && document.is_capitalised(at + 1))
}

/// The number in a unit: its value in the unit's code.
pub(super) fn in_unit(numeral: Numeral, unit: Unit) -> Numeral {
    let form = match unit.kind {
        UnitKind::Percent => Form::Percent,
        UnitKind::Points => Form::Points,
        UnitKind::Duration => Form::Duration,
        UnitKind::Measure => Form::Measure,
        UnitKind::Money => Form::Money,
    };
    let amount = match numeral.amount {
        // A tenth of 3 is 0.3, but not quite in floats.
        Amount::Value(value) if unit.factor < 1.0 => Amount::Value((value * unit.factor * 1e9).round() / 1e9),
        Amount::Value(value) => Amount::Value(value * unit.factor),
        Amount::Between(low, high) => Amount::Between(low * unit.factor, high * unit.factor),
        vague @ Amount::Vague(_) => vague,
    };
    Numeral { amount, form, unit: Some(unit.code), bare: false, ..numeral }
}

/// "more than a decade", "nearly an hour", "week-old", "by a cent", "a mile of track": one unit, where a qualifier or
/// what follows makes it a figure.
pub(super) fn one_unit_at(document: &Document, at: usize) -> Option<Numeral> {
    let article = usize::from(document.is(at, Classes::ARTICLE));
    let (length, unit) = unit_at(document, at + article)?;
    let end = at + article + length;
    let aged = article == 0 && document.is_joint(end) && document.is(end + 1, Classes::AGED_UNIT);
    let hedged = document.lexicon.hedges_before.ending(&document.words, at);
    let bounded = article == 1 && hedged.is_some_and(|(_, effect)| !bounds_nothing(effect));
    let counts = match unit.kind {
        UnitKind::Duration => aged || bounded,
        UnitKind::Money | UnitKind::Measure => {
            article == 1 && (bounded || changed_by(document, at) || some_of(document, end, unit))
        }
        // "bajó una décima"
        UnitKind::Points => article == 1 && (1..4).any(|back| changes(document, at, back)),
        UnitKind::Percent => false,
    };
    let numeral = Numeral::plain(at..end, Amount::Value(1.0), Form::Count);
    counts.then(|| in_unit(numeral, unit))
}

fn changes(document: &Document, at: usize, back: usize) -> bool {
    let verb = Classes::RISES.with(Classes::FALLS);
    at.checked_sub(back).is_some_and(|at| document.is(at, verb)) || document.is(at + 1 + back, verb)
}

/// "rose by a cent".
fn changed_by(document: &Document, at: usize) -> bool {
    at >= 2 && document.is(at - 1, Classes::STEP) && document.is(at - 2, Classes::RISES.with(Classes::FALLS))
}

/// "a gallon of beer"; "a degree of trust" is no measure.
fn some_of(document: &Document, end: usize, unit: Unit) -> bool {
    unit.kind == UnitKind::Measure && !matches!(unit.code, "degrees" | "magnitude") && document.is(end, Classes::OF)
}

/// "hundreds of millions of dollars": the unit that a vague quantity is counted in.
pub(super) fn of_units(document: &Document, numeral: Numeral) -> Numeral {
    let of = document.is(numeral.tokens.end, Classes::OF);
    let found = unit_at(document, numeral.tokens.end + 1).filter(|(_, unit)| of && unit.factor == 1.0);
    let Some((length, unit)) = found else { return with_unit(document, numeral) };
    let end = numeral.tokens.end + 1 + length;
    Numeral { tokens: numeral.tokens.start..end, ..in_unit(numeral, unit) }
}
