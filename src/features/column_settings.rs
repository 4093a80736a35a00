//! How the columns are arranged: shown or hidden, in which order, scrolled together or each by itself.

use countercheck::comparing::wording;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::browser;
use crate::components::{
    Dialog, Glyph, Icon, Section, SegmentedControl, Setting, SourceBadge, SourceFace, glyphs, pressed,
};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_layout};

/// The dialog.
#[component]
pub(crate) fn ColumnSettings() -> impl IntoView {
    let layout = use_layout();
    let words = use_words();
    let rows = move || if layout.dialog_is_open() { layout.order() } else { Vec::new() };
    view! {
        <Dialog id="columns" name=Key::Columns on_close=move |()| layout.dialog_was_closed()>
            <Section heading=words.get(Key::ColumnsOrder)>
                <ul class="arrange">
                    <For each=rows key=|article| *article let:article>
                        <Row article />
                    </For>
                </ul>
                <button class="btn" on:click=move |_| layout.reset_columns()>
                    {words.get(Key::ColumnsReset)}
                </button>
            </Section>
            <Section heading=words.get(Key::Scrolling)>
                <Setting label=Key::ScrollTogether>
                    <SegmentedControl
                        label=Key::ScrollTogether
                        options=&[Key::On, Key::Off]
                        selected=Signal::derive(move || usize::from(!layout.is_locked()))
                        on_select=move |i| layout.set_locked(i == 0)
                    />
                </Setting>
            </Section>
        </Dialog>
    }
}

/// A column: whether it is shown, and the ways to its other places.
#[component]
fn Row(article: usize) -> impl IntoView {
    let analysis = use_analysis();
    let layout = use_layout();
    let words = use_words();
    let model = analysis.model();
    let source = model.article(article);
    let outlet = wording::outlet(words, source).to_owned();
    let name = words.fill(Key::SourceOf, &[&source.id, &outlet]);
    let step = |forth: bool, glyph: Glyph, word: Key| {
        let id = format!("move-{article}-{forth}");
        let press = move |_| {
            layout.move_column(article, forth);
            browser::focus_later(format!("#move-{article}-{forth}"));
        };
        view! {
            <button class="btn quiet" id=id aria-label=[words.get(word), ": ", &name].concat() on:click=press>
                <Icon glyph />
            </button>
        }
    };
    view! {
        <li>
            <button
                class="show"
                role="checkbox"
                aria-checked=move || pressed(layout.shown().contains(&article))
                aria-label=name.clone()
                on:click=move |_| layout.toggle_column(article)
            >
                <SourceBadge id=source.id.clone() face=SourceFace::Outline />
                <span>{outlet}</span>
            </button>
            {step(false, glyphs::UP, Key::ColumnEarlier)}
            {step(true, glyphs::DOWN, Key::ColumnLater)}
        </li>
    }
}
