//! Reads one article: every figure becomes a claim.

use std::ops::Range;

use super::antecedent::Behind;
use super::context::{self, Context, Events, Sentences};
use super::counted::{self, Counted};
use super::figure::{Figure, NEIGHBOURS, forced_at, sweep};
use super::frame::{Place, measure_of};
use super::mood::mood_of;
use super::subject::subject_of;
use super::timing::{self, SoFar};
use super::voice::Voices;
use super::{Attribution, Claim, Hedge, Kind, Reading, Scope, Trend};
use crate::collection::Article;
use crate::order;
use crate::reading::date::{Basis, DateExpression, PartialDate, Period};
use crate::reading::document::Document;
use crate::reading::interval::{End, Interval};
use crate::reading::lexicon::{self, Classes, Effect, Frame, MeasureWord, Nature, NumberWord};
use crate::reading::number::{
    Amount, Form, Hedges, Numeral, cardinal_at, dimension, hedge_behind, interval_of, is_level,
};
use crate::reading::text::{Span, Stem};

/// Reads the figures of one article. Never fails; depends on the article alone.
pub fn read(article: &Article) -> Reading {
    let language = article.language.unwrap_or_else(|| lexicon::detect(&article.text));
    let document = Document::new(&article.text, language);
    let figures = sweep(&document, article.date);
    let claims = Reader::new(&document, article, &figures).claims();
    let sentences = document.sentences.iter().map(|range| document.span(range.clone())).collect();
    Reading { language, sentences, claims }
}

/// What the program would read at places that somebody points at: one claim a place, in the order given. A numeral is
/// taken even where the program itself sees a lookalike; where there is none, the words of the place are the quote of a
/// claim of which nothing else is known. The places should not overlap.
pub fn propose(article: &Article, places: &[Span]) -> Vec<Claim> {
    let language = article.language.unwrap_or_else(|| lexicon::detect(&article.text));
    let document = Document::new(&article.text, language);
    let mut figures = sweep(&document, article.date);
    for place in places {
        if let Some(figure) = pointed_at(&document, *place, article.date) {
            let tokens = figure.tokens();
            figures.retain(|other| other.tokens().end <= tokens.start || tokens.end <= other.tokens().start);
            let at = figures.partition_point(|other| other.tokens().start < tokens.start);
            figures.insert(at, figure);
        }
    }
    let claims = Reader::new(&document, article, &figures).claims();
    let read = |place: &Span| claims.iter().find(|claim| claim.quote.overlaps(*place)).cloned();
    places.iter().map(|place| read(place).unwrap_or_else(|| unread(&document, *place))).collect()
}

/// The first figure that begins among the tokens of a place, else one that the place lies in.
fn pointed_at(document: &Document, place: Span, anchor: Option<PartialDate>) -> Option<Figure> {
    let first = document.tokens.partition_point(|token| token.span.end <= place.start);
    let end = document.tokens.partition_point(|token| token.span.start < place.end);
    let within = |at: usize, figure: &Figure| figure.hedged().end <= document.sentence_of(at).end;
    (first..end).find_map(|at| forced_at(document, at, anchor).filter(|figure| within(at, figure)))
}

/// A claim on words in which no number is read. Its quote is the place, without white space around it.
fn unread(document: &Document, place: Span) -> Claim {
    let words = place.of(document.text);
    let start = place.start + (words.len() - words.trim_start().len());
    let quote = Span::new(start, start + words.trim().len());
    let token = document.tokens.partition_point(|token| token.span.end <= start);
    let sentence = document.span(document.sentence_of(token)).cover(quote);
    Claim { sentence, ..Claim::bare(String::new(), Kind::Vague, quote) }
}

/// What a number is told of.
struct Told {
    /// The noun phrase behind it.
    counted: Counted,
    /// The words that name what is counted, behind it or before.
    named: Range<usize>,
    /// What the words around it measure.
    measure: Option<MeasureWord>,
    /// The earlier figure that it speaks of.
    antecedent: Option<usize>,
}

struct Reader<'d, 't> {
    document: &'d Document<'t>,
    article: &'d Article,
    figures: &'d [Figure],
    sentences: Sentences,
    so_far: SoFar,
    events: Events,
    voices: Voices,
}

impl<'d, 't> Reader<'d, 't> {
    fn new(document: &'d Document<'t>, article: &'d Article, figures: &'d [Figure]) -> Self {
        let dates: Vec<_> = figures.iter().filter_map(dated).collect();
        let events = Events::of(document, &dates, article.date);
        let (sentences, so_far) = (Sentences::of(document), SoFar::of(document));
        Self { document, article, figures, sentences, so_far, events, voices: Voices::of(document) }
    }

    fn claims(&self) -> Vec<Claim> {
        let mut claims = Vec::with_capacity(self.figures.len());
        for index in 0..self.figures.len() {
            let claim = match &self.figures[index] {
                Figure::Date(date) => self.date_claim(index, date),
                Figure::Number(numeral, hedges) => self.number_claim(index, numeral, hedges, &claims),
            };
            claims.push(claim);
        }
        claims
    }

    fn id(&self, index: usize) -> String {
        format!("{}.{}", self.article.id, index + 1)
    }

    fn sentence(&self, figure: &Figure) -> Range<usize> {
        self.document.sentence_of(figure.tokens().start)
    }

    fn date_claim(&self, index: usize, date: &DateExpression) -> Claim {
        let figure = &self.figures[index];
        let sentence = self.sentence(figure);
        let noun = date.tokens.end..date.tokens.end;
        Claim {
            sentence: self.document.span(sentence.clone()),
            period: Period { from: date.from, to: date.to, ..self.article_period() },
            attribution: self.attribution(date.tokens.start),
            context: self.context(index, &sentence, &noun, None),
            ..Claim::bare(self.id(index), Kind::Date, self.document.span(date.tokens.clone()))
        }
    }

    fn number_claim(&self, index: usize, numeral: &Numeral, hedges: &Hedges, before: &[Claim]) -> Claim {
        let sentence = self.sentence(&self.figures[index]);
        let lent = self.with_lent_unit(index, numeral, hedges, &sentence, before);
        let hedges = &Hedges { end: hedges.end.max(lent.as_ref().map_or(0, |lent| lent.tokens.end)), ..hedges.clone() };
        let numeral = lent.as_ref().unwrap_or(numeral);
        let hedges = &self.with_late_hedge(numeral, hedges, &sentence);
        let behind = Behind { document: self.document, numeral, claims: before };
        let told = self.told(index, behind, hedges, &sentence);
        let inherited = told.antecedent.map(|index| &before[index]);
        let end = told.counted.noun.end.max(hedges.end);
        let nature = nature_of(numeral, told.measure, inherited);
        // "12,000 fled and 5,300 stayed": a verb of its own says something else of them.
        let acts = self.document.is_past(hedges.end);
        let like = inherited.filter(|_| !acts || told.counted.points_back);
        let measure = told.measure.map(|word| word.measure).or_else(|| like.and_then(|claim| claim.measure));
        let of_whole = nature == Nature::Share && measure.is_some();
        Claim {
            id: self.id(index),
            quote: self.document.span(numeral.tokens.clone()),
            phrase: self.document.span(hedges.start..end),
            sentence: self.document.span(sentence.clone()),
            kind: kind_of(numeral),
            value: numeral.value(),
            interval: bounded_by_nature(interval_of(numeral, hedges), numeral, told.measure),
            hedge: self.hedge(numeral, hedges),
            increment: self.is_increment(numeral, hedges, &told, &sentence, before),
            trend: self
                .trend(numeral, hedges, &told.counted)
                .or_else(|| self.shared_trend(numeral, hedges, &told.counted, before)),
            mood: mood_of(self.document, &(hedges.start..end), &sentence),
            unit: self.unit(numeral, &told.counted),
            counted: self.counted_or_lent(index, numeral, hedges, &told, before),
            measure,
            nature,
            scope: self.scope(&sentence, hedges.start, end),
            period: self.period(index, &sentence),
            attribution: self
                .attribution(hedges.start)
                .or_else(|| inherited.and_then(|claim| claim.attribution.clone())),
            whole: (told.antecedent.filter(|_| numeral.form != Form::Percent))
                .or_else(|| told.measure.and_then(|word| behind.whole_of(word.measure))),
            listed: counted::names_listed(self.document, told.counted.noun.end, &sentence),
            context: Context {
                holders: if of_whole { self.near(index, &sentence, context::name_stems) } else { Vec::new() },
                ..self.context(index, &sentence, &told.named, inherited)
            },
        }
    }

    /// Decides what a number is told of.
    fn told(&self, index: usize, behind: Behind, hedges: &Hedges, sentence: &Range<usize>) -> Told {
        let (document, numeral) = (self.document, behind.numeral);
        let counted = behind.without_holder(self.counted(numeral, hedges, sentence));
        let found = measure_of(document, &self.place(index, numeral.form, hedges, &counted, sentence));
        let measure = found.map(|(word, _)| word);
        let people = measure.filter(|word| word.frame != Frame::Margin && numeral.form == Form::Count);
        let acted = measure.is_some_and(|word| word.frame == Frame::Object);
        let subject = if acted { hedges.end..hedges.end } else { self.subject(&counted, numeral, hedges, sentence) };
        // "una participación del 71 %"
        let of = hedges.start.checked_sub(1).is_some_and(|at| document.is(at, Classes::OF));
        let of = of && document.mark(hedges.end).is_some();
        let verb = document.is(numeral.tokens.start, Classes::STANDS_ALONE);
        let own = (matches!(numeral.form, Form::Count | Form::Ratio) || of || verb)
            && !subject.is_empty()
            && !counted.points_back;
        let antecedent = if own { None } else { behind.antecedent(&counted, people) };
        let named = match antecedent {
            _ if !counted.noun.is_empty() => counted.noun.clone(),
            Some(_) => hedges.end..hedges.end,
            None => subject,
        };
        Told { counted, named, measure, antecedent }
    }

    /// On top of an earlier figure.
    fn is_increment(
        &self,
        numeral: &Numeral,
        hedges: &Hedges,
        told: &Told,
        sentence: &Range<usize>,
        before: &[Claim],
    ) -> bool {
        let more = told.counted.increment && numeral.form != Form::Ratio || self.adds(hedges);
        more && !told.counted.of_number && !self.is_of_another_measure(told.measure, sentence, before)
    }

    /// What a number counts. Behind a unit a noun needs "of" where nouns stand first: "500 kilos de cocaína".
    fn counted(&self, numeral: &Numeral, hedges: &Hedges, sentence: &Range<usize>) -> Counted {
        let end = hedges.end;
        let start = self.behind_part(numeral, end).min(sentence.end.max(end));
        let counted = counted::counted_at(self.document, start, sentence);
        if let Some(inside) = self.noun_inside(numeral).filter(|_| counted.noun.is_empty()) {
            return Counted { noun: inside, ..counted };
        }
        let in_unit = !matches!(numeral.form, Form::Count | Form::Ratio | Form::Ordinal);
        let of = self.document.is(end, Classes::OF) && numeral.unit != Some("magnitude");
        // "900 millones del año anterior"
        let time = Classes::YEAR.with(Classes::MONTH).with(Classes::SEASON);
        let month = self.document.entry(counted.noun.start).month.is_some();
        let of = of && !month && !self.document.is(counted.noun.start, time);
        // "12.4 per 100,000 inhabitants": a rate is of its subject.
        if numeral.unit.is_some_and(|unit| unit.starts_with("per ")) {
            return Counted { noun: end..end, ..counted };
        }
        if self.document.language.puts_nouns_first() && in_unit && !of {
            return Counted { noun: end..end, ..counted };
        }
        counted
    }

    /// A number with the unit that it leaves out: the one of the next ("2.1 and 3.2 percent"), of the one before
    /// ("3,200 hectares, up from 2,100"), or points of a share ("5.5 points" beside percentages).
    fn with_lent_unit(
        &self,
        index: usize,
        numeral: &Numeral,
        hedges: &Hedges,
        sentence: &Range<usize>,
        before: &[Claim],
    ) -> Option<Numeral> {
        if numeral.form != Form::Count || matches!(numeral.amount, Amount::Vague(_)) || numeral.value() == Some(0.0) {
            return None;
        }
        if let Some(points) = self.points(index, numeral, before) {
            return Some(points);
        }
        if let Some(unit) = self.money_before(index, numeral, hedges, sentence) {
            return Some(Numeral { form: Form::Money, unit: Some(unit), ..numeral.clone() });
        }
        let (form, unit) =
            self.unit_behind(index, hedges).or_else(|| self.unit_before(index, numeral, hedges, before))?;
        Some(Numeral { form, unit: Some(unit), bare: false, ..numeral.clone() })
    }

    /// "six points more than in 2019", where shares stand around.
    fn points(&self, index: usize, numeral: &Numeral, before: &[Claim]) -> Option<Numeral> {
        let at = numeral.tokens.end;
        if !self.document.is(at, Classes::POINTS) {
            return None;
        }
        let share = |figure: &Figure| matches!(figure, Figure::Number(other, _) if other.form == Form::Percent);
        let here = self.document.sentence_of(at);
        let mut behind =
            self.figures[index + 1..].iter().take(3).filter(|figure| here.contains(&figure.tokens().start));
        // "lost 120 points, or 1.4%": points of an index, and the share that they are.
        let other = at + 1 + usize::from(self.document.is_mark(at + 1, ','));
        let index = self.document.is(other, Classes::OR) || self.document.is_mark(other, '(');
        let near = before.iter().rev().take(4).any(|claim| claim.kind == Kind::Percent);
        let near = !index && (near || behind.any(share));
        let tokens = numeral.tokens.start..at + 1;
        near.then(|| Numeral { form: Form::Points, unit: Some("percent"), tokens, bare: false, ..numeral.clone() })
    }

    /// "3 and 8 mg", "from 5 to 10 euros": the unit of the number that "and" or "to" joins.
    fn unit_behind(&self, index: usize, hedges: &Hedges) -> Option<(Form, &'static str)> {
        let joins = Classes::AND.with(Classes::OR).with(Classes::TO);
        let Some(Figure::Number(next, around)) = self.figures.get(index + 1) else { return None };
        let joined = self.document.is(hedges.end, joins) && around.start == hedges.end + 1;
        let measured = matches!(next.form, Form::Measure | Form::Percent | Form::Money | Form::Duration);
        let Figure::Number(numeral, _) = &self.figures[index] else { return None };
        let like = numeral.value()? < next.value()? * 20.0;
        (joined && measured && like).then_some((next.form, next.unit?))
    }

    /// "3,200 hectares, up from 2,100", "The quota was 112,000 tonnes. The owners had asked for 95,000": the unit of the
    /// figure before, where no noun stands behind this one and it is of the same size.
    fn unit_before(
        &self,
        index: usize,
        numeral: &Numeral,
        hedges: &Hedges,
        before: &[Claim],
    ) -> Option<(Form, &'static str)> {
        let document = self.document;
        let sentence = &self.sentence(&self.figures[index]);
        let verb = Classes::AUXILIARY.with(Classes::VERB).with(Classes::PRONOUN).with(Classes::PERSON);
        let verb = document.is(hedges.end, verb) || document.is_past(hedges.end) || document.is_verb_form(hedges.end);
        let counted = counted::counted_at(document, hedges.end, sentence);
        if verb
            || !counted.noun.is_empty()
            || counted.points_back
            || self.adds(hedges)
            || document.is_mark(hedges.end, '(')
        {
            return None;
        }
        let last = before.iter().rev().take(4).find(|claim| claim.kind != Kind::Date)?;
        let form = match last.kind {
            Kind::Measure => Form::Measure,
            Kind::Money => Form::Money,
            Kind::Percent => Form::Percent,
            Kind::Duration => Form::Duration,
            _ => return None,
        };
        let own = document.sentence_index(sentence.start);
        let earliest = document.sentences[own.saturating_sub(1)].start;
        let near = last.quote.start >= document.tokens[earliest].span.start;
        let here = last.quote.start >= document.tokens[sentence.start].span.start;
        let ratio = numeral.value()? / last.size().filter(|size| *size > 0.0)?;
        let like = if here { 0.15..6.0 } else { 0.4..2.5 };
        // "rose 20% to 60": a change and a level.
        let level = last.trend.is_some() && document.is(hedges.start.max(1) - 1, Classes::TO);
        let unit = last.unit.as_deref().and_then(|unit| self.known_unit(index, unit))?;
        (near && like.contains(&ratio) && !level).then_some((form, unit))
    }

    /// "fell by a third to 40", "from 642,000 to 518,000 tonnes": the level behind a change, or behind another level, is of the
    /// same thing.
    fn level_of(&self, hedges: &Hedges, sentence: &Range<usize>, before: &[Claim]) -> Option<String> {
        let document = self.document;
        let article = hedges.start.checked_sub(1).filter(|&at| document.is(at, Classes::THE)).unwrap_or(hedges.start);
        let to = article
            .checked_sub(1)
            .filter(|&at| document.is(at, Classes::TO.with(Classes::UNTIL).with(Classes::FROM)))?;
        let back = before.iter().rev().take(3).position(|claim| claim.kind != Kind::Date)?;
        let last = before.len() - 1 - back;
        let claim = &before[last];
        let end = self.figures[last].hedged().end;
        if end <= sentence.start || end > to || to - end >= 8 {
            return None;
        }
        let plain = (end..to).all(|at| !document.is(at, Classes::CONJUNCTION.with(Classes::AUXILIARY)));
        let change = document.is(end, Classes::RISES.with(Classes::FALLS));
        let level = claim.trend.is_some() || claim.kind == Kind::Ratio || to == end || change;
        (plain && level && !claim.counted.is_empty()).then(|| claim.counted.clone())
    }

    /// "3,200 hectares of forest, up from 2,100": what the figure is of that a number has its unit from.
    fn lender(&self, index: usize, numeral: &Numeral, before: &[Claim]) -> Option<String> {
        let Figure::Number(written, _) = &self.figures[index] else { return None };
        let lent = written.unit.is_none() && numeral.unit.is_some();
        let last = before.iter().rev().take(4).find(|claim| claim.kind != Kind::Date).filter(|_| lent)?;
        (last.unit.as_deref() == numeral.unit).then(|| last.counted.clone())
    }

    /// The code of a unit that a figure shortly before has.
    fn known_unit(&self, index: usize, code: &str) -> Option<&'static str> {
        self.figures[..index].iter().rev().take(NEIGHBOURS).find_map(|figure| match figure {
            Figure::Number(numeral, _) => numeral.unit.filter(|unit| *unit == code),
            Figure::Date(_) => None,
        })
    }

    /// "lost 190 points, or 0.6%", "rose by 12,300 (2.4%)": the share of a change is a change as well.
    fn shared_trend(&self, numeral: &Numeral, hedges: &Hedges, counted: &Counted, before: &[Claim]) -> Option<Trend> {
        let joined = hedges
            .start
            .checked_sub(1)
            .is_some_and(|at| self.document.is(at, Classes::OR) || self.document.is_mark(at, '('));
        let share = numeral.form == Form::Percent && counted.noun.is_empty();
        let last = before.last().filter(|_| joined && share)?;
        let near = self.document.tokens[hedges.start].span.start.saturating_sub(last.phrase.end) < 8;
        last.trend.filter(|_| near)
    }

    /// "one nurse in eight": the noun inside a share.
    fn noun_inside(&self, numeral: &Numeral) -> Option<Range<usize>> {
        let start = numeral.tokens.start;
        let share = numeral.form == Form::Ratio && numeral.tokens.len() > 3 && self.document.is(start, Classes::ONE);
        let joins = Classes::IN.with(Classes::OF);
        let other = joins.with(Classes::OUT).with(Classes::ENDS_PHRASE);
        let noun = !self.document.is(start + 1, other) && self.document.is(start + 2, joins);
        (share && noun).then_some(start + 1..start + 2)
    }

    /// "1.200 millones de euros, frente a los 900 millones del año anterior": the unit of money that goes on.
    fn money_before(
        &self,
        index: usize,
        numeral: &Numeral,
        hedges: &Hedges,
        sentence: &Range<usize>,
    ) -> Option<&'static str> {
        let document = self.document;
        let last = document.entry(numeral.tokens.end - 1).number;
        let millions = matches!(last, Some(NumberWord::Scale(scale)) if scale > 1e5);
        if !millions || numeral.form != Form::Count {
            return None;
        }
        let here = |figure: &&Figure| figure.tokens().start >= sentence.start;
        let mut before = self.figures[..index].iter().rev().take(NEIGHBOURS).take_while(here);
        let unit = before.find_map(|figure| match figure {
            Figure::Number(numeral, _) => Some(numeral.unit.filter(|_| numeral.form == Form::Money)),
            Figure::Date(_) => None,
        })??;
        let of_time = document.is(hedges.end, Classes::SHARE_ARTICLE);
        (of_time || counted::counted_at(document, hedges.end, sentence).noun.is_empty()).then_some(unit)
    }

    /// "half the city", "twice the level": the noun stands behind the determiner.
    fn behind_part(&self, numeral: &Numeral, end: usize) -> usize {
        let determined = self.document.is(end, Classes::DETERMINER.with(Classes::ARTICLE));
        if numeral.form == Form::Ratio && determined { end + 1 } else { end }
    }

    /// "another 30", "a further 22,000", "at least another 30": on top of an earlier figure.
    fn adds(&self, hedges: &Hedges) -> bool {
        let added = |at: usize| self.document.is(at, Classes::ADDED);
        let inside = hedges.bound.as_ref().is_some_and(|(words, _)| added(words.end));
        inside || hedges.start.checked_sub(1).is_some_and(added)
    }

    /// "dos personas murieron y otras 65 resultaron heridas", "Among the dead are 11 children. Another 138 people were hurt":
    /// not on top of the dead.
    fn is_of_another_measure(&self, measure: Option<MeasureWord>, sentence: &Range<usize>, before: &[Claim]) -> bool {
        let Some(own) = measure.map(|word| word.measure) else { return false };
        let start = self.document.tokens[sentence.start].span.start;
        let here = before.last().filter(|claim| claim.quote.start >= start).and_then(|claim| claim.measure);
        let mut earlier = before.iter().rev().take(NEIGHBOURS).filter_map(|claim| claim.measure);
        here.is_some_and(|here| here != own) || earlier.clone().next().is_some() && earlier.all(|it| it != own)
    }

    /// A qualifier behind what is counted: "200 people at most", "Fifty people, give or take,".
    fn with_late_hedge(&self, numeral: &Numeral, hedges: &Hedges, sentence: &Range<usize>) -> Hedges {
        let loose = hedges.bound.is_some();
        let firm = hedges.bound.as_ref().is_some_and(|(_, effect)| *effect != Effect::Approximate);
        if firm || numeral.form == Form::Ordinal {
            return hedges.clone();
        }
        let behind = counted::counted_at(self.document, hedges.end, sentence).noun.end;
        if behind <= hedges.end {
            return hedges.clone();
        }
        let at = behind + usize::from(self.document.is_mark(behind, ','));
        match hedge_behind(self.document, at) {
            Some((length, effect)) => Hedges { bound: Some((at..at + length, effect)), loose, ..hedges.clone() },
            None => hedges.clone(),
        }
    }

    /// What a number without a noun behind it is said of, where its sentence says so; else an empty range.
    fn subject(&self, counted: &Counted, numeral: &Numeral, hedges: &Hedges, sentence: &Range<usize>) -> Range<usize> {
        let said_of = matches!(numeral.form, Form::Money | Form::Percent | Form::Points | Form::Count)
            || numeral.form == Form::Measure && self.may_be_said(numeral, hedges)
            || numeral.form == Form::Ratio
            || self.document.is(numeral.tokens.start, Classes::STANDS_ALONE);
        let rate = numeral.unit.is_some_and(|unit| unit.starts_with("per "));
        let others = self.document.is(hedges.end, Classes::PERSON) && !rate;
        if counted.noun.is_empty() && numeral.form == Form::Count && is_level(self.document, hedges.start) {
            // "went from 82 to 61 seats"
            let second = self.document.is(hedges.end, Classes::TO).then(|| cardinal_at(self.document, hedges.end + 1));
            let noun = second.flatten().map(|second| counted::counted_at(self.document, second.end, sentence).noun);
            if let Some(noun) = noun.filter(|noun| !noun.is_empty()) {
                return noun;
            }
        }
        if counted.noun.is_empty() && said_of && !others {
            let subject = subject_of(self.document, &(hedges.start..hedges.end), sentence);
            // "put the number at five", "the total rose to 300" speak of an earlier figure.
            let number = |at| self.document.is(at, Classes::VESSEL.with(Classes::A_NUMBER));
            let named = |at| number(at) || self.document.is(at, Classes::MAGNITUDE);
            let label = numeral.form != Form::Count && self.document.is_mark(hedges.start.max(1) - 1, ':');
            if !label && (numeral.form == Form::Money || !subject.clone().all(named)) {
                return subject;
            }
        }
        hedges.end..hedges.end
    }

    fn place<'f>(
        &self,
        index: usize,
        form: Form,
        hedges: &Hedges,
        counted: &'f Counted,
        sentence: &Range<usize>,
    ) -> Place<'f> {
        let free = self.free_around(index, sentence);
        // "seven of the 11 suspects were arrested": past the number of the whole.
        let behind =
            |figure: &&Figure| figure.hedged().start >= counted.noun.end && matches!(figure, Figure::Number(..));
        let next = self.figures[index + 1..].iter().take(NEIGHBOURS).find(behind);
        Place {
            hedged: hedges.start..hedges.end,
            previous: free.start,
            next: next.map_or(sentence.end, |figure| figure.hedged().start.min(sentence.end)),
            sentence: sentence.clone(),
            counted,
            form,
        }
    }

    /// The tokens of the sentence from the end of the number before a figure to the start of the one behind it.
    fn free_around(&self, index: usize, sentence: &Range<usize>) -> Range<usize> {
        let number = |figure: &&Figure| matches!(figure, Figure::Number(..));
        let before = self.figures[..index].iter().rev().take(NEIGHBOURS).find(number);
        let behind = self.figures[index + 1..].iter().take(NEIGHBOURS).find(number);
        let start = before.map_or(sentence.start, |figure| figure.hedged().end.max(sentence.start));
        let end = behind.map_or(sentence.end, |figure| figure.hedged().start.min(sentence.end));
        start..end
    }

    /// What is counted, in the words of the text: its own, or those of the figure that it goes on from.
    fn counted_or_lent(
        &self,
        index: usize,
        numeral: &Numeral,
        hedges: &Hedges,
        told: &Told,
        before: &[Claim],
    ) -> String {
        let sentence = self.sentence(&self.figures[index]);
        if told.counted.noun.is_empty() && told.measure.is_none() {
            let level =
                self.level_of(hedges, &sentence, before).filter(|_| told.named.is_empty() || told.antecedent.is_some());
            if let Some(words) = level {
                return words;
            }
        }
        let inherited = told.antecedent.map(|index| &before[index]);
        let words = self.counted_words(told, numeral, hedges, inherited);
        if words.is_empty() { self.lender(index, numeral, before).unwrap_or(words) } else { words }
    }

    fn counted_words(
        &self,
        Told { counted, named, .. }: &Told,
        numeral: &Numeral,
        hedges: &Hedges,
        inherited: Option<&Claim>,
    ) -> String {
        let dimension = self.named_dimension(numeral, hedges);
        let dimension = dimension
            .or_else(|| self.length(counted, numeral, hedges).filter(|_| named.is_empty() || !counted.noun.is_empty()));
        if let Some(dimension) = dimension {
            return dimension.to_owned();
        }
        match inherited {
            Some(claim) if counted.noun.is_empty() => claim.counted.clone(),
            _ if named.is_empty() => String::new(),
            _ => self.document.slice(named.clone()).to_owned(),
        }
    }

    /// Whether a measure may be an amount of its subject: a length only right behind "of" or a verb that states it, since
    /// elsewhere it is a way.
    fn may_be_said(&self, numeral: &Numeral, hedges: &Hedges) -> bool {
        let states = Classes::OF.with(Classes::COPULA).with(Classes::AMOUNTS);
        let is_length = numeral.unit.is_some_and(|unit| dimension(unit).0 == "length");
        let right_behind = hedges.start.checked_sub(1).is_some_and(|at| self.document.is(at, states));
        // "the water rose to 41 centimetres"
        let change = Classes::RISES.with(Classes::FALLS).with(Classes::MOVES);
        let changed = (hedges.start.saturating_sub(3)..hedges.start).any(|at| self.document.is(at, change));
        let right_behind = right_behind || changed && self.document.is(hedges.start.max(1) - 1, Classes::TO);
        self.named_dimension(numeral, hedges).is_none() && (!is_length || right_behind)
    }

    /// What a length or weight is of: "deep", "a depth of", "away".
    fn named_dimension(&self, numeral: &Numeral, hedges: &Hedges) -> Option<&'static str> {
        if numeral.form != Form::Measure {
            return None;
        }
        let behind = counted::behind_conversion(self.document, hedges.end);
        let of = usize::from(self.document.is(behind, Classes::OF));
        let after = self.document.lexicon.dimensions_after.starting(&self.document.words, behind + of);
        let before = |back: usize| {
            let end = hedges.start.checked_sub(back)?;
            let free = (end..hedges.start).all(|at| self.document.mark(at).is_none());
            free.then_some(())?;
            self.document.lexicon.dimensions_before.ending(&self.document.words, end)
        };
        after.or_else(|| (0..4).find_map(before)).map(|(_, name)| name)
    }

    /// A length of which nothing else is said is a distance.
    fn length(&self, counted: &Counted, numeral: &Numeral, hedges: &Hedges) -> Option<&'static str> {
        if numeral.form != Form::Measure {
            return None;
        }
        let behind = counted::behind_conversion(self.document, hedges.end);
        let of = usize::from(self.document.is(behind, Classes::OF));
        let is_length = numeral.unit.is_some_and(|unit| dimension(unit).0 == "length");
        let place = of == 1
            && self.document.language.puts_nouns_first()
            && (self.document.is(behind + 1, Classes::DETERMINER) || self.document.is_capitalised(behind + 1));
        (is_length && (counted.noun.is_empty() || place)).then_some("distance")
    }

    fn hedge(&self, numeral: &Numeral, hedges: &Hedges) -> Option<Hedge> {
        let hedge = |tokens: &Range<usize>, effect| Hedge { span: self.document.span(tokens.clone()), effect };
        match (&hedges.bound, numeral.amount) {
            (None, Amount::Between(..)) => Some(hedge(&numeral.tokens, Effect::Range)),
            (_, Amount::Between(..)) if hedges.upper.is_some() => Some(hedge(&numeral.tokens, Effect::Range)),
            (bound, _) => bound.as_ref().or(hedges.idle.as_ref()).map(|(tokens, effect)| hedge(tokens, *effect)),
        }
    }

    fn unit(&self, numeral: &Numeral, counted: &Counted) -> Option<String> {
        match numeral.form {
            Form::Percent | Form::Points => Some("percent".to_owned()),
            Form::Count if !counted.noun.is_empty() && counted::names_people(self.document, counted) => {
                Some("person".to_owned())
            }
            _ => numeral.unit.map(str::to_owned),
        }
    }

    /// "rose 5%", "down 7 percent", "2,000 fewer", "a 12% drop", "an increase of 30".
    fn trend(&self, numeral: &Numeral, hedges: &Hedges, counted: &Counted) -> Option<Trend> {
        let direction = |at: usize| {
            let rises = self.document.is(at, Classes::RISES).then_some(Trend::Up);
            rises.or_else(|| self.document.is(at, Classes::FALLS).then_some(Trend::Down))
        };
        let part = matches!(numeral.form, Form::Percent | Form::Points);
        // "FTSE -0.6%": a share below nothing is a fall.
        if part && numeral.value().is_some_and(|value| value < 0.0) {
            return Some(Trend::Down);
        }
        let grown = numeral.form == Form::Ratio && numeral.tokens.len() == 1;
        let own = direction(numeral.tokens.start).filter(|_| grown);
        // "un 5 % más que en enero"
        let more = self.document.is(hedges.end, Classes::INCREMENT) && self.document.is(hedges.end, Classes::COMPARES);
        let own = own.or_else(|| (part && more).then_some(Trend::Up));
        let behind = counted::change_behind(self.document, hedges.end, part).and_then(direction);
        // "aumentó de 9.000 a 13.000"
        let start = hedges.start.checked_sub(1).is_some_and(|at| self.document.is(at, Classes::FROM));
        if start && self.document.is(hedges.end, Classes::TO) {
            return own.or(behind);
        }
        own.or(behind).or_else(|| {
            let bare = counted.noun.is_empty() && numeral.form == Form::Count || self.is_change_of(hedges.start);
            let by = matches!(numeral.form, Form::Measure | Form::Count) && self.is_by(hedges.start)
                || numeral.form == Form::Count && self.document.is(numeral.tokens.end, Classes::POINTS);
            let changes = part || matches!(numeral.form, Form::Money | Form::Ratio) || bare || by;
            let reach = (hedges.start.saturating_sub(3)..hedges.start).rev();
            let mut near =
                reach.take_while(|&at| !self.document.is(at, Classes::LEVEL) && self.document.mark(at).is_none());
            changes.then(|| near.find_map(direction))?
        })
    }

    /// "rose by 1.5 metres".
    fn is_by(&self, at: usize) -> bool {
        at.checked_sub(1).is_some_and(|at| self.document.is(at, Classes::STEP))
    }

    /// "an increase of 14,218 cases".
    fn is_change_of(&self, at: usize) -> bool {
        let change = at.checked_sub(2).is_some_and(|at| self.document.is(at, Classes::RISES.with(Classes::FALLS)));
        change && self.document.is(at - 1, Classes::OF)
    }

    fn article_period(&self) -> Period {
        timing::period_of(self.document, &(0..0), false, &[], self.article.date)
    }

    fn period(&self, index: usize, sentence: &Range<usize>) -> Period {
        let here = |figure: &&Figure| sentence.contains(&figure.tokens().start);
        let before = self.figures[..index].iter().rev().take_while(here);
        let behind = self.figures[index + 1..].iter().take_while(here);
        let dates: Vec<_> = before
            .take(8)
            .chain(behind.take(8))
            .filter_map(|figure| match figure {
                Figure::Date(date) => Some(date),
                Figure::Number(..) => None,
            })
            .collect();
        let hedged = self.figures[index].hedged();
        let so_far = self.so_far.speaks_for(&hedged, sentence);
        let period = timing::period_of(self.document, &hedged, so_far, &dates, self.article.date);
        if timing::is_base(self.document, hedged.start) {
            return Period { as_of: None, basis: Basis::None, ..period };
        }
        period
    }

    /// The event named nearest before the figure in its sentence, else behind it.
    fn scope(&self, sentence: &Range<usize>, at: usize, behind: usize) -> Option<Scope> {
        if let Some(window) = timing::narrow_window(self.document, behind, sentence) {
            return Some(Scope { span: self.document.span(window), narrows: true });
        }
        let index = self.document.sentence_index(sentence.start);
        let start = self.document.tokens[at].span.start;
        let events = self.events.around(index);
        let here: Vec<Span> = events.iter().filter(|event| event.distance == 0).map(|event| event.span).collect();
        let before = here.iter().rev().find(|span| span.end <= start);
        before
            .or_else(|| here.iter().find(|span| span.start >= start))
            .map(|span| Scope { span: *span, narrows: false })
    }

    fn attribution(&self, token: usize) -> Option<Attribution> {
        let voice = self.voices.at(token)?;
        let words = |tokens: &Range<usize>| self.document.slice(tokens.clone()).to_owned();
        Some(Attribution {
            text: words(&voice.source),
            span: self.document.span(voice.source.clone()),
            via: voice.via.iter().map(words).collect(),
        })
    }

    /// Stems of the words that narrow what is counted, before its noun or behind.
    fn limits(&self, noun: &Range<usize>, sentence: &Range<usize>) -> Vec<Stem> {
        let mut limits = context::limit_stems(self.document, noun);
        if !noun.is_empty() {
            let state = context::state_behind(self.document, noun.end, sentence);
            for stem in context::limit_stems(self.document, &state) {
                order::insert(&mut limits, stem);
            }
        }
        limits
    }

    /// "Ruiz se quedó con 1.250.300 votos (18,25%)": the words beside the count are beside the share as well.
    fn is_share_in_brackets(&self, index: usize) -> bool {
        let Some(before) = index.checked_sub(1).map(|before| self.figures[before].hedged().end) else { return false };
        let Figure::Number(numeral, _) = &self.figures[index] else { return false };
        let bracket = numeral.tokens.start.checked_sub(1).filter(|&open| self.document.is_mark(open, '('));
        let noun = |open: usize| open <= before + 4 && (before..open).all(|at| self.document.mark(at).is_none());
        numeral.form == Form::Percent && bracket.is_some_and(noun)
    }

    /// The tokens from the figure before to the figure behind, at most twelve on either side and of one clause.
    fn beside(&self, index: usize, sentence: &Range<usize>) -> Range<usize> {
        let here = self.figures[index].hedged();
        let free = self.free_before(index, sentence);
        let start = free.start.max(here.start.saturating_sub(12)).min(here.start);
        let end = free.end.min(here.end + 12).max(here.end);
        let start = (start..here.start).rev().find(|&at| self.parts_clauses(at)).map_or(start, |at| at + 1);
        start..(here.end..end).find(|&at| self.parts_clauses(at)).unwrap_or(end)
    }

    /// As [`Self::free_around`]; of a share in brackets, around the count that it goes with.
    fn free_before(&self, index: usize, sentence: &Range<usize>) -> Range<usize> {
        let mut free = self.free_around(index, sentence);
        if self.is_share_in_brackets(index) {
            free.start = self.free_around(index - 1, sentence).start;
        }
        free
    }

    /// A semicolon, or a comma with "while" or "but" behind it.
    fn parts_clauses(&self, at: usize) -> bool {
        match self.document.mark(at) {
            Some(';') => true,
            Some(',') => self.document.is(at + 1, Classes::PARTING),
            _ => false,
        }
    }

    /// "Ruiz, del Partido Nuevo (PN), logró 1.250.300 votos": the name that a sentence is about, for
    /// its first figure.
    fn topic(&self, index: usize, sentence: &Range<usize>) -> Range<usize> {
        let start = sentence.start;
        let end = (start..sentence.end.min(start + 5)).find(|&at| !self.document.is_capitalised(at)).unwrap_or(start);
        let named = end > start && self.document.is_mark(end, ',') && end < self.figures[index].hedged().start;
        if named && self.free_before(index, sentence).start == start { start..end } else { start..start }
    }

    /// Stems that `find` finds in the words beside a figure and in the name that its sentence is about.
    fn near(&self, index: usize, sentence: &Range<usize>, find: fn(&Document, Range<usize>) -> Vec<Stem>) -> Vec<Stem> {
        let mut near = find(self.document, self.beside(index, sentence));
        let topic = self.topic(index, sentence);
        if !topic.is_empty() {
            for stem in find(self.document, topic) {
                order::insert(&mut near, stem);
            }
        }
        near
    }

    fn context(
        &self,
        figure: usize,
        sentence: &Range<usize>,
        noun: &Range<usize>,
        inherited: Option<&Claim>,
    ) -> Context {
        let index = self.document.sentence_index(sentence.start);
        let said = self.sentences.said(self.document, index);
        let counted = inherited.filter(|_| noun.is_empty()).map(|claim| &claim.context);
        Context {
            events: self.events.around(index),
            words: said.words.clone(),
            near: self.near(figure, sentence, context::content_stems),
            holders: Vec::new(),
            head: counted.map_or_else(|| context::head_stem(self.document, noun), |context| context.head),
            limits: match counted {
                Some(context) => context.limits.clone(),
                None => self.limits(noun, sentence),
            },
            beings: match counted {
                Some(context) => context.beings,
                None => context::beings_stem(self.document, noun),
            },
            counted: match counted {
                Some(context) => context.counted.clone(),
                None => context::content_stems(self.document, noun.clone()),
            },
            names: said.names.clone(),
        }
    }
}

fn dated(figure: &Figure) -> Option<(Range<usize>, PartialDate, PartialDate)> {
    match figure {
        Figure::Date(date) => Some((date.tokens.clone(), date.from?, date.to?)),
        Figure::Number(..) => None,
    }
}

fn kind_of(numeral: &Numeral) -> Kind {
    match (numeral.form, numeral.amount) {
        (_, Amount::Vague(_)) => Kind::Vague,
        (Form::Count, _) => Kind::Count,
        (Form::Percent | Form::Points, _) => Kind::Percent,
        (Form::Ratio, _) => Kind::Ratio,
        (Form::Money, _) => Kind::Money,
        (Form::Measure, _) => Kind::Measure,
        (Form::Duration, _) => Kind::Duration,
        (Form::Ordinal, _) => Kind::Ordinal,
    }
}

/// A share of a vote is at most all of it.
fn bounded_by_nature(interval: Interval, numeral: &Numeral, measure: Option<MeasureWord>) -> Interval {
    let share = numeral.form == Form::Percent && measure.is_some_and(|word| word.nature == Nature::Share);
    let fits = interval.low.value().is_none_or(|low| low < 100.0);
    if share && fits && interval.high == End::Unbounded {
        Interval { high: End::Closed(100.0), ..interval }
    } else {
        interval
    }
}

fn nature_of(numeral: &Numeral, measure: Option<MeasureWord>, inherited: Option<&Claim>) -> Nature {
    match (measure, inherited, numeral.form) {
        (Some(word), ..) => word.nature,
        (None, Some(claim), _) => claim.nature,
        (None, None, Form::Percent | Form::Ratio) => Nature::Share,
        _ => Nature::Constant,
    }
}
