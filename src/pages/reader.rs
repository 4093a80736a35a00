//! The page of a reader: the texts, the table or the timeline, beside the list of figures.

use countercheck::comparing::wording;
use countercheck::desk::View;
use countercheck::words::Key;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

use crate::browser;
use crate::features::column_settings::ColumnSettings;
use crate::features::detail_panel::DetailPanel;
use crate::features::figure_list::FigureList;
use crate::features::filter::Filters;
use crate::features::notices::{ContentNote, FirstVisitHint, UnknownAddress, WorkNotices};
use crate::features::reader::{AddSelectedButton, Columns, SourceTabs};
use crate::features::table::Table;
use crate::features::timeline::Timeline;
use crate::features::top_bar::{FootBar, QuestionBar, TopBar};
use crate::i18n::use_words;
use crate::stores::{
    Analysis, Layout, MARKS, Route, Settings, TEXTS, use_analysis, use_layout, use_route, use_settings,
};

/// The page.
#[component]
pub(crate) fn ReaderPage() -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let route = use_route();
    let layout = use_layout();
    let words = use_words();
    view! {
        <div
            class=move || frame_class(route, layout)
            data-texts=move || TEXTS[settings.texts.get()]
            data-marks=move || MARKS[settings.marks.get()]
        >
            <TopBar>
                <SkipLink name=Key::SkipFigures go=move |()| layout.go_to_figures() />
                <SkipLink name=Key::SkipTexts go=|()| browser::focus("#texts") />
            </TopBar>
            <ContentNote />
            <FirstVisitHint />
            <UnknownAddress />
            <WorkNotices />
            <FigureList>
                <Filters />
            </FigureList>
            <div class="scrim" on:click=move |_| layout.toggle_drawer()></div>
            <main
                class="main"
                id="texts"
                tabindex="-1"
                aria-label=words.get(Key::Texts)
                inert=move || layout.drawer_is_open()
            >
                <Reading />
                <OtherView />
            </main>
            <AddSelectedButton />
            <p class="vh" role="status">
                {move || route.chosen().map(|rank| spoken(settings, analysis, rank))}
            </p>
        </div>
        <ColumnSettings />
    }
}

fn frame_class(route: Route, layout: Layout) -> String {
    let chosen = if route.chosen().is_some() { " is-chosen" } else { "" };
    format!("app {} view-{}{chosen}", layout.layout().classes(), route.view().code())
}

/// The texts. Behind another view they stay laid out, out of sight, and are found again as they were left.
#[component]
fn Reading() -> impl IntoView {
    view! {
        <div class="reading">
            <QuestionBar />
            <SourceTabs />
            <Columns />
            <DetailPanel />
            <FootBar />
        </div>
    }
}

#[component]
fn OtherView() -> impl IntoView {
    let route = use_route();
    move || match route.view() {
        View::Read => ().into_any(),
        View::Table => view! {
            <Table>
                <Filters />
            </Table>
        }
        .into_any(),
        View::Timeline => view! {
            <Timeline>
                <Filters />
            </Timeline>
        }
        .into_any(),
    }
}

/// A link for the keyboard, past the bars. It moves focus only: the fragment of the address holds the choice.
#[component]
fn SkipLink(name: Key, #[prop(into)] go: Callback<()>) -> impl IntoView {
    let press = move |event: MouseEvent| {
        browser::use_up(&event);
        go.run(());
    };
    view! {
        <a class="skip" href="#" on:click=press>
            {use_words().get(name)}
        </a>
    }
}

/// The choice in one sentence: "Deaths in the unrest: Both can be true. A at least 27, C 28; silent: B, D."
fn spoken(settings: Settings, analysis: Analysis, rank: usize) -> String {
    let (model, words) = (analysis.model(), settings.words());
    let quantity = model.quantity(rank);
    let figures = model.figures_of(words, rank);
    let silent: Vec<&str> = quantity.silent.iter().map(|&i| model.article(i).id.as_str()).collect();
    let all = match silent.as_slice() {
        [] => figures,
        silent => words.fill(Key::SpokenSilent, &[&figures, &silent.join(", ")]),
    };
    let relation = words.get(wording::relation(model.relation(rank)));
    words.fill(Key::Spoken, &[&model.label(rank, words), relation, &all])
}
