//! The bar of a worksheet: its steps, the pupil's name, undoing, saving.

use countercheck::teaching::pupil::{LONGEST_NAME, Step};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{Glyph, Icon, Logo, glyphs, pressed};
use crate::i18n::use_words;
use crate::stores::{use_session, use_worksheet, use_workspace};

/// The steps by their names.
pub(crate) const STEPS: [Key; 3] = [Key::PupilMark, Key::PupilCompare, Key::PupilSay];

/// The bar; its children are the switch of the language.
#[component]
pub(crate) fn WorksheetBar(children: Children) -> impl IntoView {
    let workspace = use_workspace();
    let worksheet = use_worksheet();
    let session = use_session();
    let words = use_words();
    let name = move || workspace.saved.with(|saved| saved.pupil.as_ref().map_or("", |it| &it.name).to_owned());
    view! {
        <header class="top">
            <div class="brand">
                <Logo />
                <strong>{words.get(Key::Brand)}</strong>
                <h1>{words.get(Key::PupilCopy)}</h1>
            </div>
            <Steps />
            <div class="acts">
                <input
                    class="pupil-name"
                    id="pupil-name"
                    aria-label=words.get(Key::PupilName)
                    placeholder=words.get(Key::PupilName)
                    autocomplete="off"
                    maxlength=LONGEST_NAME.to_string()
                    prop:value=name
                    on:input:target=move |event| worksheet.set_name(event.target().value())
                />
                {children()}
                <UndoButton again=false glyph=glyphs::UNDO name=Key::Undo />
                <UndoButton again=true glyph=glyphs::REDO name=Key::Redo />
                <button class="btn" id="save-work" on:click=move |_| session.save_page()>
                    <Icon glyph=glyphs::FILE />
                    {words.get(Key::PupilSave)}
                </button>
            </div>
        </header>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let button = |(i, name): (usize, Key)| {
        let step = Step::ALL[i];
        view! {
            <button
                data-act=name.code()
                aria-current=move || (worksheet.step() == step).then_some("step")
                on:click=move |_| worksheet.go_to_step(step)
            >
                <i class="num">{i + 1}</i>
                {words.get(name)}
            </button>
        }
    };
    view! {
        <nav class="seg pupil-steps" aria-label=words.get(Key::PupilSteps)>
            {STEPS.into_iter().enumerate().map(button).collect_view()}
        </nav>
    }
}

/// Undoes, or does again. It takes focus where there is nothing to do, so that focus is not lost with the last act.
#[component]
fn UndoButton(again: bool, glyph: Glyph, name: Key) -> impl IntoView {
    let worksheet = use_worksheet();
    view! {
        <button
            class="btn quiet"
            data-act=name.code()
            aria-disabled=move || pressed(!worksheet.can_undo(again))
            on:click=move |_| worksheet.undo(again)
        >
            <Icon glyph />
            {use_words().get(name)}
        </button>
    }
}
