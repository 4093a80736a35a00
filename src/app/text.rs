//! The text of a column, with a mark over every figure.
//!
//! A mark is a `<mark>` with the address of its figure in `data-claim`. Where figures overlap, marks are nested and
//! cut, and each piece has the address; the one that takes focus has `tabindex`. The text content of the paragraphs
//! (`[data-paragraph]`) of a column is the text, byte for byte.

use std::sync::Arc;
use std::sync::atomic::{AtomicI32, Ordering::Relaxed};

use countercheck::comparing::wording;
use countercheck::comparing::{ClaimKey, Relation};
use countercheck::desk::is_few;
use countercheck::output::column::{Mark, Paragraph, Piece, Role};
use countercheck::reading::claim::{Claim, Kind};
use countercheck::words::Key;
use leptos::prelude::*;
use web_sys::Event;

use super::dom::{self, El, Nodes, derived, el, live, nothing, several};
use super::model::Model;
use super::relation::raised;
use super::source::quoted;
use super::state::Desk;
use super::web;

/// A text and who is walking through its figures.
#[derive(Clone)]
struct Setting {
    desk: Desk,
    model: Arc<Model>,
    article: usize,
    /// The runs that were opened by hand.
    opened: Arc<[RwSignal<bool>]>,
    /// The figure that was walked to last.
    walked: RwSignal<usize>,
    /// The figure that has the column's one tab stop: the one walked to, unless it is folded away.
    stop: Memo<usize>,
}

/// The text of an article in its window, and the map beside it of where its figures stand. Both are there while the
/// column is near sight; how far it was scrolled is kept meanwhile.
pub(crate) fn text(desk: Desk, article: usize) -> [Nodes; 2] {
    let setting = Setting::new(desk, article);
    let beside = setting.clone();
    let is_near = derived(move || desk.has_body(article));
    let kept = Arc::new(AtomicI32::new(0));
    let scrolled = kept.clone();
    let body = live(move || {
        if is_near.get() {
            come_back(desk, article, kept.load(Relaxed));
            return body(&setting).view();
        }
        if let Some(column) = web::Column::of(article) {
            column.close_up();
        }
        nothing()
    });
    let map = live(move || if is_near.get() { map(&beside).view() } else { nothing() });
    // What is taken away scrolls to its top.
    let keep = move |event: Event| {
        if is_near.get_untracked() {
            scrolled.store(web::scrolled(&event), Relaxed);
        }
    };
    [el("div", "scroll").on("scroll", keep).put(body).view(), map]
}

/// Paints the figures of the chosen quantity. There are hundreds of marks: one effect for all of them, so that a choice
/// costs what it changes.
pub(crate) fn follow(desk: Desk) {
    Effect::new(move |_| {
        let (model, chosen) = (desk.model(), desk.chosen());
        let members = chosen.map_or(&[][..], |rank| &model.quantity(rank).members);
        let drawn = members.iter().filter(|key| untrack(|| desk.has_body(key.article)));
        let marks: Vec<String> =
            drawn.map(|&key| [".art ", &web::with("data-claim", &model.claim(key).id)].concat()).collect();
        web::mark_only(&marks.join(","), "data-selected", ".art [data-selected]");
    });
}

/// Scrolls a text to where it was left, unless it is brought to the height of the others.
fn come_back(desk: Desk, article: usize, to: i32) {
    if to > 0 && untrack(|| desk.chosen()).is_none() {
        web::next_frame(move || {
            if let Some(column) = web::Column::of(article) {
                column.scroll(to);
            }
        });
    }
}

fn body(setting: &Setting) -> El {
    let (desk, runs) = (setting.desk, setting.opened.len());
    let untitled = (!setting.is_titled()).then(|| el("p", "untitled").text(desk.words().get(Key::NoHeadline)));
    let pressed = setting.clone();
    quoted("div", "art", setting.model.article(setting.article))
        .on("click", move |event| choose(desk, &event))
        .on("keydown", move |event| key(&pressed, &event))
        .child(el("div", "ribbon"))
        .children(untitled)
        .put(several((0..runs).map(|i| run(setting, i)).collect()))
}

/// Height of the map in its own units.
const MAP: usize = 1000;

/// A line for every figure at its place in the text; pressed, it leads to the nearest one. Out of sight for screen
/// readers, to whom the figures are a walk of arrow keys.
fn map(setting: &Setting) -> El {
    let (length, all) = (setting.model.article(setting.article).text.len().max(1), setting.clone());
    let place = move |claim: usize| all.claim(claim).quote.start * MAP / length;
    let lines = |claims: &mut dyn Iterator<Item = usize>, place: &dyn Fn(usize) -> usize| {
        claims.map(|claim| ["M0 ", &place(claim).to_string(), "h10"].concat()).collect::<String>()
    };
    let figures: Vec<usize> = setting.model.runs(setting.article).iter().flat_map(|run| run.figures.clone()).collect();
    let drawn = lines(&mut figures.iter().copied(), &place);
    let (chosen, places, pressed) = (setting.clone(), place.clone(), setting.clone());
    let members = figures.clone();
    let on = move || {
        let mut claims = members.iter().copied().filter(|&claim| chosen.desk.is_chosen(chosen.ranks(claim)));
        Some(lines(&mut claims, &places))
    };
    let picture = dom::drawing("")
        .attr("viewBox", "0 0 10 1000")
        .attr("preserveAspectRatio", "none")
        .child(dom::path("all", &drawn))
        .child(dom::live_path("on").live("d", on));
    el("div", "map").attr("aria-hidden", "true").child(picture).on("click", move |event| {
        let at = (web::height_in(&event) * MAP as f64) as usize;
        if let Some(&claim) = figures.iter().min_by_key(|&&claim| place(claim).abs_diff(at)) {
            pressed.go_to(claim);
        }
    })
}

fn choose(desk: Desk, event: &Event) {
    if let Some(key) = web::figure_under(event).and_then(|id| desk.model().find(&id)) {
        desk.choose_figure(key);
    }
}

/// Arrows walk through the figures, Enter chooses.
fn key(setting: &Setting, event: &Event) {
    let Some(key) = web::figure_under(event).and_then(|id| setting.model.find(&id)) else { return };
    let figures = untrack(|| shown_figures(setting.desk, setting.article, &setting.opened));
    let place = figures.iter().position(|&claim| claim == key.claim).unwrap_or(0);
    if web::is_press(event) {
        setting.desk.choose_figure(key);
    } else if let Some(to) = web::arrow(event, place, figures.len()) {
        setting.walked.set(figures[to]);
        web::focus_mark(&setting.claim(figures[to]).id);
    }
}

fn run(setting: &Setting, index: usize) -> Nodes {
    let run = &setting.model.runs(setting.article)[index];
    if run.core { paragraphs(setting, index) } else { folded(setting, index) }
}

fn paragraphs(setting: &Setting, run: usize) -> Nodes {
    let paragraphs = &setting.model.runs(setting.article)[run].paragraphs;
    several(paragraphs.iter().map(|it| paragraph(setting, it).view()).collect())
}

/// A button that says how many words are folded here, and the words while they are not.
fn folded(setting: &Setting, index: usize) -> Nodes {
    let (desk, article, words) = (setting.desk, setting.article, setting.desk.words());
    let count = setting.model.runs(article)[index].words.to_string();
    let by_hand = setting.opened[index];
    let is_open = derived(move || by_hand.get() || desk.shows_run(article, index));
    let button = el("button", "fold num")
        .attr("lang", words.language().code())
        .state("aria-expanded", move || is_open.get())
        .press(move || by_hand.update(|open| *open = !*open))
        .live_text(move || words.fill(if is_open.get() { Key::Fold } else { Key::Folded }, &[&count]));
    let inside = setting.clone();
    // A few texts are there to the letter; of many only what is shown.
    let is_drawn = derived(move || is_few(inside.model.collection.articles.len()) || is_open.get());
    let inside = setting.clone();
    let words = live(move || if is_drawn.get() { paragraphs(&inside, index) } else { nothing() });
    several(vec![button.view(), el("div", "").flag("hidden", move || !is_open.get()).put(words).view()])
}

fn paragraph(setting: &Setting, paragraph: &Paragraph) -> El {
    let (tag, class) = tag_of(paragraph.role, setting.is_titled());
    el(tag, class)
        .attr("data-paragraph", "")
        .put(several(paragraph.pieces.iter().map(|it| piece(setting, it)).collect()))
}

/// The element and the class of a paragraph.
pub(crate) fn tag_of(role: Role, is_titled: bool) -> (&'static str, &'static str) {
    match role {
        Role::Headline => ("h3", "headline"),
        Role::Subhead => (if is_titled { "h4" } else { "h3" }, "subhead"),
        Role::Furniture => ("p", "meta"),
        Role::Body => ("p", ""),
    }
}

fn piece(setting: &Setting, piece: &Piece) -> Nodes {
    let text = piece.span.of(&setting.model.article(setting.article).text);
    let marked = piece.marks.iter().rev().fold(dom::text(text), |inner, it| mark(setting, piece, *it, inner).view());
    if piece.kept { marked } else { el("span", "rest").child(el("span", "").put(marked)).view() }
}

fn mark(setting: &Setting, piece: &Piece, mark: Mark, inner: Nodes) -> El {
    let claim = setting.claim(mark.claim);
    let ranks = setting.ranks(mark.claim);
    let glyph = setting.relation(mark.claim).filter(|_| piece.span.end == claim.phrase.end).map(raised);
    let own = match setting.model.corrected.provenance(setting.key(mark.claim)) {
        source if source.struck => " is-struck",
        source if !source.entries.is_empty() => " is-own",
        _ => "",
    };
    let bare =
        el("mark", &[&class(claim, ranks), own].concat()).attr("data-claim", &claim.id).put(inner).children(glyph);
    let shown = bare.attr_of("data-selected", setting.is_chosen(mark.claim).then_some(""));
    if mark.speaks { speaking(setting, mark.claim, shown) } else { shown }
}

/// The piece of a figure that takes focus and has its name. A figure that can be chosen is a button; one that stands
/// alone is a note on its words.
fn speaking(setting: &Setting, claim: usize, mark: El) -> El {
    let (stop, name) = (setting.stop, setting.name(claim));
    mark.attr("role", if setting.ranks(claim).is_empty() { "note" } else { "button" })
        .attr("aria-roledescription", setting.desk.words().get(Key::Figure))
        .attr("aria-label", &name)
        .attr("title", &name)
        .tab_stop(move || stop.get() == claim)
}

/// Letters of a phrase that is not broken over two lines where it stands out.
pub(crate) const SHORT: usize = 24;

fn class(claim: &Claim, ranks: &[usize]) -> String {
    let paired = if ranks.is_empty() { "" } else { " paired" };
    let short = if claim.phrase.len() <= SHORT { " is-short" } else { "" };
    format!("claim {}{paired}{short}", shape(claim.kind))
}

/// The figures of the runs that are on screen, in order.
fn shown_figures(desk: Desk, article: usize, opened: &[RwSignal<bool>]) -> Vec<usize> {
    let model = desk.model();
    let is_shown = |i: usize| model.runs(article)[i].core || opened[i].get() || desk.shows_run(article, i);
    let is_brief = desk.is_brief();
    let figures = |i: usize| {
        let run = &model.runs(article)[i];
        if is_brief { run.kept.clone() } else { run.figures.clone() }
    };
    (0..opened.len()).filter(|&i| is_shown(i)).flat_map(figures).collect()
}

impl Setting {
    fn new(desk: Desk, article: usize) -> Self {
        let model = desk.model();
        let opened: Arc<[RwSignal<bool>]> = model.runs(article).iter().map(|_| RwSignal::new(false)).collect();
        let walked = RwSignal::new(0);
        let runs = opened.clone();
        let stop = derived(move || {
            let shown = shown_figures(desk, article, &runs);
            let walked = walked.get();
            if shown.contains(&walked) { walked } else { shown.first().copied().unwrap_or(walked) }
        });
        Self { desk, model, article, opened, walked, stop }
    }

    /// Puts focus on a figure, wherever it is folded away.
    fn go_to(&self, claim: usize) {
        let runs = self.model.runs(self.article);
        if let Some(run) = runs.iter().position(|run| run.figures.contains(&claim)) {
            self.opened[run].set(true);
        }
        self.walked.set(claim);
        web::enter_mark(&self.claim(claim).id);
    }

    fn is_titled(&self) -> bool {
        self.model.article(self.article).title.is_some()
    }

    fn key(&self, claim: usize) -> ClaimKey {
        ClaimKey { article: self.article, claim }
    }

    fn claim(&self, claim: usize) -> &Claim {
        self.model.claim(self.key(claim))
    }

    fn ranks(&self, claim: usize) -> &[usize] {
        self.model.ranks(self.key(claim))
    }

    /// Whether a figure belongs to the quantity that is chosen now; [`follow`] keeps it so.
    fn is_chosen(&self, claim: usize) -> bool {
        untrack(|| self.desk.is_chosen(self.ranks(claim)))
    }

    fn relation(&self, claim: usize) -> Option<Relation> {
        self.model.relation_of(self.key(claim))
    }

    /// "28 deaths, no one named, text of 22 Sep 2025, Both can be true".
    fn name(&self, claim: usize) -> String {
        let words = self.desk.words();
        let word = self.relation(claim).map_or(Key::OnlyHere, wording::relation);
        let triple = wording::triple(words, self.model.article(self.article), self.claim(claim));
        format!("{triple}, {}", words.get(word))
    }
}

/// The shape of the underline.
pub(crate) fn shape(kind: Kind) -> &'static str {
    match kind {
        Kind::Count | Kind::Money | Kind::Measure | Kind::Ordinal => "k-count",
        Kind::Percent | Kind::Ratio => "k-share",
        Kind::Date | Kind::Duration => "k-date",
        Kind::Vague => "k-vague",
    }
}
