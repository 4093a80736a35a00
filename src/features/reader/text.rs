//! The text of a column in its window, and the map beside it of where its figures stand.
//!
//! The text content of the paragraphs (`[data-paragraph]`) of a column is the text, byte for byte.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering::Relaxed};

use countercheck::desk::is_few;
use countercheck::words::Key;
use leptos::ev::{Event, KeyboardEvent, MouseEvent};
use leptos::prelude::*;

use super::marks::{Paragraphs, TextView};
use crate::browser;
use crate::components::pressed;
use crate::i18n::{lang_of, use_words};
use crate::stores::{Route, use_analysis, use_layout, use_route};

/// The text of an article in its window, and its map. Both are there while the column is near sight; how far it was
/// scrolled is kept meanwhile.
#[component]
pub(super) fn TextWindow(article: usize) -> impl IntoView {
    let route = use_route();
    let layout = use_layout();
    let text = TextView::new(article);
    let has_body = Memo::new(move |_| layout.has_body(article));
    let kept = Arc::new(AtomicI32::new(0));
    let scrolled = kept.clone();
    // What is taken away scrolls to its top, which may be told when it is back again: until it stands where it was left,
    // nothing is noted.
    let settled = Arc::new(AtomicBool::new(true));
    let is_settled = settled.clone();
    let body = {
        let text = text.clone();
        move || {
            if has_body.get() {
                scroll_back(route, article, kept.load(Relaxed), settled.clone());
                return Some(view! { <Body text=text.clone() /> });
            }
            settled.store(false, Relaxed);
            if let Some(column) = browser::Column::of(article) {
                column.close_up();
            }
            None
        }
    };
    let keep_scrolled = move |event: Event| {
        if has_body.get_untracked() && is_settled.load(Relaxed) {
            scrolled.store(browser::scrolled(&event), Relaxed);
        }
    };
    view! {
        <div class="scroll" on:scroll=keep_scrolled>
            {body}
        </div>
        {move || has_body.get().then(|| view! { <Map text=text.clone() /> })}
    }
}

/// Marks the figures of the chosen quantity. There are hundreds of marks: one effect for all of them, so that a choice
/// costs what it changes.
pub(crate) fn mark_chosen() {
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    Effect::new(move |_| {
        let (model, chosen) = (analysis.model(), route.chosen());
        let members = chosen.map_or(&[][..], |rank| &model.quantity(rank).members);
        let rendered = members.iter().filter(|key| untrack(|| layout.has_body(key.article)));
        let marks: Vec<String> =
            rendered.map(|&key| [".art ", &browser::with("data-claim", &model.claim(key).id)].concat()).collect();
        browser::mark_only(&marks.join(","), "data-selected", ".art [data-selected]");
    });
}

/// Scrolls a text to where it was left, unless it is brought to the height of the others.
fn scroll_back(route: Route, article: usize, to: i32, settled: Arc<AtomicBool>) {
    let returns = to > 0 && untrack(|| route.chosen()).is_none();
    browser::next_frame(move || {
        if let Some(column) = browser::Column::of(article).filter(|_| returns) {
            column.scroll(to);
        }
        settled.store(true, Relaxed);
    });
}

#[component]
fn Body(text: TextView) -> impl IntoView {
    let (analysis, selection) = (use_analysis(), text.selection);
    let untitled = (!text.is_titled()).then(|| view! { <p class="untitled">{use_words().get(Key::NoHeadline)}</p> });
    let choose = move |event: MouseEvent| {
        if let Some(key) = browser::figure_under(&event).and_then(|id| analysis.model().find(&id)) {
            selection.choose_figure(key);
        }
    };
    let run = |index: usize| {
        if text.run(index).core {
            view! { <Paragraphs text=text.clone() run=index /> }.into_any()
        } else {
            view! { <FoldedRun text=text.clone() index /> }.into_any()
        }
    };
    let runs = (0..text.opened.len()).map(run).collect_view();
    view! {
        <div
            class="art"
            lang=lang_of(text.model.article(text.article))
            on:click=choose
            on:keydown=move |event| walk(&text, &event)
        >
            <div class={"ribbon"}></div>
            {untitled}
            {runs}
        </div>
    }
}

/// Arrows walk through the figures, Enter chooses.
fn walk(text: &TextView, event: &KeyboardEvent) {
    let Some(key) = browser::figure_under(event).and_then(|id| text.model.find(&id)) else { return };
    let figures = untrack(|| text.shown_figures());
    let place = figures.iter().position(|&claim| claim == key.claim).unwrap_or(0);
    if browser::is_press(event) {
        text.selection.choose_figure(key);
    } else if let Some(to) = browser::arrow(event, place, figures.len()) {
        text.walked.set(figures[to]);
        browser::focus_mark(&text.claim(figures[to]).id);
    }
}

/// A button that says how many words are folded here, and the words while they are not.
#[component]
fn FoldedRun(text: TextView, index: usize) -> impl IntoView {
    let (selection, article, words) = (text.selection, text.article, use_words());
    let count = text.run(index).words.to_string();
    let opened = text.opened[index];
    let is_open = Memo::new(move |_| opened.get() || selection.shows_run(article, index));
    // A few texts are there to the letter; of many only what is shown.
    let is_whole = is_few(text.model.collection.articles.len());
    let is_rendered = Memo::new(move |_| is_whole || is_open.get());
    view! {
        <button
            class="fold num"
            lang=words.language().code()
            aria-expanded=move || pressed(is_open.get())
            on:click=move |_| opened.update(|open| *open = !*open)
        >
            {move || words.fill(if is_open.get() { Key::Fold } else { Key::Folded }, &[&count])}
        </button>
        <div hidden=move || {
            !is_open.get()
        }>{move || is_rendered.get().then(|| view! { <Paragraphs text=text.clone() run=index /> })}</div>
    }
}

/// Height of the map in its own units.
const MAP: usize = 1000;

/// A line for every figure at its place in the text; pressed, it leads to the nearest one. Hidden from screen readers,
/// to whom the figures are a walk of arrow keys.
#[component]
fn Map(text: TextView) -> impl IntoView {
    let length = text.model.article(text.article).text.len().max(1);
    let figures: Arc<[usize]> =
        text.model.runs(text.article).iter().flat_map(|run| run.figures.iter().copied()).collect();
    let place = {
        let text = text.clone();
        move |claim: usize| text.claim(claim).quote.start * MAP / length
    };
    let line = |claim: usize, place: &dyn Fn(usize) -> usize| ["M0 ", &place(claim).to_string(), "h10"].concat();
    let all = figures.iter().map(|&claim| line(claim, &place)).collect::<String>();
    let chosen = {
        let (text, figures, place) = (text.clone(), figures.clone(), place.clone());
        move || {
            let chosen = figures.iter().filter(|&&claim| text.route.is_chosen(text.ranks(claim)));
            chosen.map(|&claim| line(claim, &place)).collect::<String>()
        }
    };
    let go = move |event: MouseEvent| {
        let at = (browser::height_in(&event) * MAP as f64) as usize;
        if let Some(&claim) = figures.iter().min_by_key(|&&claim| place(claim).abs_diff(at)) {
            text.go_to(claim);
        }
    };
    view! {
        <div class="map" aria-hidden="true" on:click=go>
            <svg viewBox="0 0 10 1000" preserveAspectRatio="none">
                <path class="all" d=all></path>
                <path class="on" d=chosen></path>
            </svg>
        </div>
    }
}
