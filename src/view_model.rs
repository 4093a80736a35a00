//! What the views show, looked up once per collection: the comparison, the texts as they are set, and which quantities
//! a figure belongs to.

use countercheck::collection::{Article, Collection};
use countercheck::comparing::wording;
use countercheck::comparing::{Alignment, Check, ClaimKey, Comparison, Confusable, Family, Pair, Relation};
use countercheck::desk::{Column, Filter, Listed, Sort, columns};
use countercheck::order::ordered;
use countercheck::output::column::{self, Paragraph, Role};
use countercheck::output::silence::Silence;
use countercheck::output::timeline::Moments;
use countercheck::reading::claim::{Claim, Kind};
use countercheck::reading::text::fold;
use countercheck::teaching::lesson::{Allowed, allowed};
use countercheck::words::{Key, Words};
use countercheck::work::journal::{Anchor, Corrected, Journal, apply};

/// The families in the order in which they are listed.
pub(crate) const FAMILIES: [Family; 4] =
    [Family::CannotBothHold, Family::NoReasonGiven, Family::ReasonGiven, Family::CanBothHold];

/// A collection, what was found in it, and how it is set.
///
/// A *rank* is the place of a quantity in the list of figures, from 0.
pub(crate) struct Model {
    pub(crate) collection: Collection,
    /// What the program found, without the user's corrections.
    pub(crate) program: Comparison,
    /// The same with them: what the views show.
    pub(crate) corrected: Corrected,
    /// The corrections.
    pub(crate) journal: Journal,
    texts: Vec<Vec<Run>>,
    order: Vec<usize>,
    ranks: Vec<Vec<Vec<usize>>>,
    widest: Vec<Vec<Option<Relation>>>,
    entries: Vec<Listed>,
    places: Vec<Place>,
    single_source: Vec<ClaimKey>,
    /// The days that the texts date events to.
    pub(crate) moments: Moments,
}

/// A place that focus can have in the table and the timeline: a quantity, or a figure of it.
pub(crate) type Place = (usize, Option<ClaimKey>);

/// Paragraphs that are folded together, or a paragraph that is not folded.
#[derive(Debug)]
pub(crate) struct Run {
    /// Whether it stays when a text is shown in passages.
    pub(crate) core: bool,
    /// Number of its words.
    pub(crate) words: usize,
    /// The figures whose marks in it take focus, in order.
    pub(crate) figures: Vec<usize>,
    /// Those of them whose sentences stay where only sentences with figures are shown.
    pub(crate) kept: Vec<usize>,
    /// The quantities with a figure in it.
    pub(crate) ranks: Vec<usize>,
    /// The paragraphs in order.
    pub(crate) paragraphs: Vec<Paragraph>,
}

impl Model {
    /// The model of a collection, what the program found in it, and what the user says against that.
    pub(crate) fn new(collection: Collection, program: Comparison, journal: Journal) -> Self {
        let corrected = apply(&collection, &program, &journal);
        let comparison = &corrected.comparison;
        let order = order(comparison);
        let ranks = ranks(comparison, &order);
        let set = |(i, article): (usize, &Article)| {
            let claims = comparison.readings.get(i).map_or(&[][..], |reading| &reading.claims);
            runs(article, claims, &ranks[i])
        };
        let texts = collection.articles.iter().enumerate().map(set).collect();
        let widest = widest(comparison);
        let entry = |&i: &usize| Listed::of(&collection, comparison, &comparison.alignments[i]);
        let entries = order.iter().map(entry).collect();
        let places = places(comparison, &order);
        let single_source = comparison.only_here();
        let moments = moments(&collection, comparison);
        Self {
            collection,
            program,
            corrected,
            journal,
            texts,
            order,
            ranks,
            widest,
            entries,
            places,
            single_source,
            moments,
        }
    }

    /// Number of quantities in the list.
    pub(crate) fn len(&self) -> usize {
        self.order.len()
    }

    /// What holds, corrections included.
    fn comparison(&self) -> &Comparison {
        &self.corrected.comparison
    }

    /// The quantity at a rank.
    pub(crate) fn quantity(&self, rank: usize) -> &Alignment {
        &self.comparison().alignments[self.order[rank]]
    }

    /// What the quantity at a rank is, in words.
    pub(crate) fn label(&self, rank: usize, words: Words) -> String {
        self.quantity(rank).label.text(words.language())
    }

    /// The sums that use a figure of the quantity at a rank.
    pub(crate) fn checks(&self, rank: usize) -> impl Iterator<Item = &Check> {
        let members = &self.quantity(rank).members;
        self.comparison().checks.iter().filter(|check| check.claims.iter().any(|key| members.contains(key)))
    }

    /// Figures of one number with a figure of the quantity at a rank that count something else.
    pub(crate) fn confusables(&self, rank: usize) -> impl Iterator<Item = &Confusable> {
        let members = &self.quantity(rank).members;
        self.comparison().confusables.iter().filter(|it| members.contains(&it.a) || members.contains(&it.b))
    }

    /// The rank of the quantity with this name.
    pub(crate) fn rank_of(&self, id: &str) -> Option<usize> {
        (0..self.len()).find(|&rank| self.quantity(rank).id == id)
    }

    /// The letters of the texts.
    pub(crate) fn letters(&self) -> Vec<&str> {
        self.collection.articles.iter().map(|article| article.id.as_str()).collect()
    }

    /// The columns as an address arranges them.
    pub(crate) fn columns(&self, address: &str) -> Vec<Column> {
        columns(address, &self.letters())
    }

    /// All places of focus, quantity by quantity.
    pub(crate) fn places(&self) -> &[Place] {
        &self.places
    }

    /// The number of a place.
    pub(crate) fn place_of(&self, place: Place) -> usize {
        let start = self.places.partition_point(|it| it.0 < place.0);
        self.places[start..].iter().position(|it| *it == place).map_or(0, |i| start + i)
    }

    /// The figures that no other text gives.
    pub(crate) fn single_source(&self) -> &[ClaimKey] {
        &self.single_source
    }

    /// What can be said of a text that gives no figure for the quantity at a rank.
    pub(crate) fn silence(&self, rank: usize, article: usize) -> Silence {
        let figures = self.quantity(rank).members.iter().map(|&key| (self.article(key.article), self.claim(key)));
        Silence::of(self.article(article), figures, &self.moments)
    }

    /// What is said where no quantity stands in two texts.
    pub(crate) fn emptiness(&self) -> Option<Key> {
        match (self.len(), self.collection.articles.len()) {
            (0, 0) => Some(Key::StartNone),
            (0, 1) => Some(Key::StartOne),
            (0, _) => Some(Key::RailNone),
            _ => None,
        }
    }

    /// What the quantity at a rank is filtered by.
    pub(crate) fn entry(&self, rank: usize) -> &Listed {
        &self.entries[rank]
    }

    /// The ranks that pass a filter, in order.
    pub(crate) fn listed(&self, filter: &Filter, sort: &Sort, words: Words) -> Vec<usize> {
        let passing: Vec<usize> = (0..self.len()).filter(|&rank| self.entries[rank].passes(filter)).collect();
        let name = |rank: usize| fold::lowered(&self.label(rank, words));
        match sort {
            Sort::Gap => passing,
            Sort::Name => ordered(passing, |&a, &b| name(a).cmp(&name(b))),
            Sort::Source(letter) => {
                let source = self.collection.articles.iter().position(|article| article.id == *letter);
                let is_silent = |rank: usize| source.is_some_and(|source| self.quantity(rank).silent.contains(&source));
                ordered(passing, |&a, &b| is_silent(a).cmp(&is_silent(b)))
            }
        }
    }

    /// The ranks of a family.
    pub(crate) fn family(&self, family: Family) -> Vec<usize> {
        (0..self.len()).filter(|&rank| self.relation(rank).family() == family).collect()
    }

    /// The widest relation in a quantity; figures that stand alone agree with themselves.
    pub(crate) fn relation(&self, rank: usize) -> Relation {
        self.quantity(rank).widest().unwrap_or(Relation::Same)
    }

    /// The first pair with the widest relation in a quantity: the one whose reason is shown.
    pub(crate) fn widest_pair(&self, rank: usize) -> Option<&Pair> {
        let widest = self.relation(rank);
        self.quantity(rank).pairs.iter().find(|pair| pair.relation == widest)
    }

    /// How many quantities have this as their widest relation.
    pub(crate) fn count(&self, relation: Relation) -> usize {
        (0..self.len()).filter(|&rank| self.relation(rank) == relation).count()
    }

    /// A text.
    pub(crate) fn article(&self, article: usize) -> &Article {
        &self.collection.articles[article]
    }

    /// A figure.
    pub(crate) fn claim(&self, key: ClaimKey) -> &Claim {
        self.comparison().claim(key)
    }

    /// A figure as sentences of the page say it.
    pub(crate) fn said_figure(&self, words: Words, key: ClaimKey) -> String {
        let language = self.comparison().readings[key.article].language;
        wording::Figure::of(&self.article(key.article).text, language, self.claim(key)).text(words)
    }

    /// A figure with the letter of its text: "A at least 27".
    pub(crate) fn named(&self, words: Words, key: ClaimKey) -> String {
        [&self.article(key.article).id, " ", &self.said_figure(words, key)].concat()
    }

    /// The figures of the quantity at a rank in words: "A at least 27, C 28".
    pub(crate) fn figures_of(&self, words: Words, rank: usize) -> String {
        self.quantity(rank).members.iter().map(|&key| self.named(words, key)).collect::<Vec<_>>().join(", ")
    }

    /// The figure with this address.
    pub(crate) fn find(&self, id: &str) -> Option<ClaimKey> {
        let mut keys = self
            .comparison()
            .readings
            .iter()
            .enumerate()
            .flat_map(|(article, reading)| (0..reading.claims.len()).map(move |claim| ClaimKey { article, claim }));
        keys.find(|&key| self.claim(key).id == id)
    }

    /// What the program says of a pair, whatever was set since.
    pub(crate) fn said<'m>(&'m self, pair: &'m Pair) -> &'m Pair {
        self.corrected.said(&self.program, pair.a, pair.b).unwrap_or(pair)
    }

    /// The quantities that a figure belongs to.
    pub(crate) fn ranks(&self, key: ClaimKey) -> &[usize] {
        &self.ranks[key.article][key.claim]
    }

    /// The widest relation that a figure itself has to another one.
    pub(crate) fn relation_of(&self, key: ClaimKey) -> Option<Relation> {
        self.widest[key.article][key.claim]
    }

    /// A text as it is set.
    pub(crate) fn runs(&self, article: usize) -> &[Run] {
        &self.texts[article]
    }
}

impl Model {
    /// What names a figure in the journal.
    pub(crate) fn anchor(&self, key: ClaimKey) -> Anchor {
        Anchor::of(self.article(key.article), self.claim(key).quote)
    }

    /// The quantity that a figure of an earlier one now stands in, where one does.
    pub(crate) fn successor_of(&self, earlier: &Self, rank: usize) -> Option<usize> {
        earlier.quantity(rank).members.iter().find_map(|&key| {
            let (id, quote) = (&earlier.article(key.article).id, earlier.claim(key).quote);
            let article = self.collection.articles.iter().position(|it| it.id == *id)?;
            let claims = &self.comparison().readings[article].claims;
            let claim = claims.iter().position(|claim| claim.quote == quote)?;
            self.ranks(ClaimKey { article, claim }).first().copied()
        })
    }
}

/// The quantities as they are listed: family by family, the widest first.
fn order(comparison: &Comparison) -> Vec<usize> {
    let alignments = comparison.alignments.iter().enumerate();
    let family = |alignment: &Alignment| alignment.widest().unwrap_or(Relation::Same).family();
    let of = |wanted| alignments.clone().filter(move |(_, alignment)| family(alignment) == wanted).map(|(i, _)| i);
    FAMILIES.into_iter().flat_map(of).collect()
}

fn places(comparison: &Comparison, order: &[usize]) -> Vec<Place> {
    let mut places = Vec::new();
    for (rank, &i) in order.iter().enumerate() {
        places.push((rank, None));
        places.extend(comparison.alignments[i].members.iter().map(|&key| (rank, Some(key))));
    }
    places
}

fn ranks(comparison: &Comparison, order: &[usize]) -> Vec<Vec<Vec<usize>>> {
    let mut ranks: Vec<Vec<Vec<usize>>> =
        comparison.readings.iter().map(|reading| vec![Vec::new(); reading.claims.len()]).collect();
    for (rank, &i) in order.iter().enumerate() {
        for key in &comparison.alignments[i].members {
            ranks[key.article][key.claim].push(rank);
        }
    }
    ranks
}

fn moments(collection: &Collection, comparison: &Comparison) -> Moments {
    let readings = collection.articles.iter().zip(&comparison.readings);
    Moments::of(readings.flat_map(|(article, reading)| reading.claims.iter().map(move |claim| (article, claim))))
}

/// Of every figure the widest relation to another one.
fn widest(comparison: &Comparison) -> Vec<Vec<Option<Relation>>> {
    let mut widest: Vec<Vec<_>> = comparison.readings.iter().map(|reading| vec![None; reading.claims.len()]).collect();
    for pair in comparison.alignments.iter().flat_map(|it| &it.pairs) {
        for key in [pair.a, pair.b] {
            let known = &mut widest[key.article][key.claim];
            *known = (*known).max(Some(pair.relation));
        }
    }
    widest
}

/// Fewer words than this are not worth a fold.
const WORTH_FOLDING: usize = 12;

fn runs(article: &Article, claims: &[Claim], ranks: &[Vec<usize>]) -> Vec<Run> {
    let phrases: Vec<_> = claims.iter().map(|claim| claim.phrase).collect();
    let mut runs: Vec<Run> = Vec::new();
    let core = claims.iter().zip(ranks).filter(|(claim, ranks)| !ranks.is_empty() || is_core(claim, ranks));
    let kept: Vec<_> = core.map(|(claim, _)| claim.sentence.cover(claim.phrase)).collect();
    for paragraph in column::paragraphs(&article.text, article.title.as_deref(), &phrases, &kept) {
        let run = run(&article.text, paragraph, claims, ranks);
        match runs.last_mut() {
            Some(last) if !last.core && !run.core => last.append(run),
            _ => runs.push(run),
        }
    }
    runs.iter_mut().filter(|run| run.words < WORTH_FOLDING).for_each(|run| run.core = true);
    runs
}

fn run(text: &str, paragraph: Paragraph, claims: &[Claim], ranks: &[Vec<usize>]) -> Run {
    let marks = || paragraph.pieces.iter().flat_map(|piece| &piece.marks);
    let kept = || paragraph.pieces.iter().filter(|it| it.kept).flat_map(|it| &it.marks).filter(|mark| mark.speaks);
    let inside: Vec<usize> = marks().map(|mark| mark.claim).collect();
    Run {
        core: paragraph.role == Role::Headline || inside.iter().any(|&i| is_core(&claims[i], &ranks[i])),
        words: column::words(paragraph.span.of(text)),
        figures: marks().filter(|mark| mark.speaks).map(|mark| mark.claim).collect(),
        kept: kept().map(|mark| mark.claim).collect(),
        ranks: inside.iter().flat_map(|&i| &ranks[i]).copied().collect(),
        paragraphs: vec![paragraph],
    }
}

impl Run {
    fn append(&mut self, next: Self) {
        self.words += next.words;
        self.figures.extend(next.figures);
        self.kept.extend(next.kept);
        self.ranks.extend(next.ranks);
        self.paragraphs.extend(next.paragraphs);
    }
}

/// Whether a figure keeps its paragraph on screen: an amount with a number, or one that another text speaks of too.
fn is_core(claim: &Claim, ranks: &[usize]) -> bool {
    match claim.kind {
        Kind::Date | Kind::Duration | Kind::Ordinal => false,
        Kind::Vague => !ranks.is_empty(),
        Kind::Count | Kind::Percent | Kind::Ratio | Kind::Money | Kind::Measure => true,
    }
}

/// The places of the pairs, the furthest apart first.
pub(crate) fn widest_first(pairs: &[Pair]) -> Vec<usize> {
    let of = |relation| (0..pairs.len()).filter(move |&i| pairs[i].relation == relation);
    Relation::ALL.into_iter().rev().flat_map(of).collect()
}

/// Letters of a phrase that is not broken over two lines where it stands out.
pub(crate) const SHORT_PHRASE: usize = 24;

/// The class of a phrase that is not broken over two lines.
pub(crate) fn phrase_class(phrase: &str) -> &'static str {
    if phrase.len() <= SHORT_PHRASE { "is-short" } else { "" }
}

/// The shape of the underline of a figure.
pub(crate) fn underline(kind: Kind) -> &'static str {
    match kind {
        Kind::Count | Kind::Money | Kind::Measure | Kind::Ordinal => "k-count",
        Kind::Percent | Kind::Ratio => "k-share",
        Kind::Date | Kind::Duration => "k-date",
        Kind::Vague => "k-vague",
    }
}

/// The id of the row of a quantity in the list of figures.
pub(crate) fn row_id(rank: usize) -> String {
    format!("figure-{rank}")
}

/// A figure that all texts allow: "at least 25".
pub(crate) fn allowed_text(words: Words, model: &Model, it: Allowed) -> String {
    let figure = model.said_figure(words, it.figure);
    if it.is_floor { [words.get(Key::EffectAtLeast), " ", &figure].concat() } else { figure }
}

/// What all texts allow to say of each of these quantities, with its name; then the names of those of which there is
/// nothing that all allow.
pub(crate) fn allowances(words: Words, model: &Model, ranks: &[usize]) -> (Vec<(String, String)>, Vec<String>) {
    let (mut allowances, mut without) = (Vec::new(), Vec::new());
    for &rank in ranks {
        let name = model.label(rank, words);
        match allowed(&model.corrected.comparison, model.quantity(rank)) {
            Some(it) => allowances.push((name, allowed_text(words, model, it))),
            None => without.push(name),
        }
    }
    (allowances, without)
}
