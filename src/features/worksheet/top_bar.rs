//! The bar of a worksheet: its steps, the pupil's name, undoing, saving.

use countercheck::teaching::pupil::{LONGEST_NAME, Step};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{Glyph, Icon, Logo, glyphs, pressed};
use crate::i18n::use_words;
use crate::stores::use_desk;

/// The steps by their names.
pub(crate) const STEPS: [Key; 3] = [Key::PupilMark, Key::PupilCompare, Key::PupilSay];

/// The bar; its children are the switch of the language.
#[component]
pub(crate) fn WorksheetBar(children: Children) -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let name = move || desk.work.saved.with(|saved| saved.pupil.as_ref().map_or("", |it| &it.name).to_owned());
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
                    on:input:target=move |event| desk.name_pupil(event.target().value())
                />
                {children()}
                <UndoButton again=false glyph=glyphs::UNDO name=Key::Undo />
                <UndoButton again=true glyph=glyphs::REDO name=Key::Redo />
                <button class="btn" id="save-work" on:click=move |_| desk.save_page()>
                    <Icon glyph=glyphs::FILE />
                    {words.get(Key::PupilSave)}
                </button>
            </div>
        </header>
    }
}

#[component]
fn Steps() -> impl IntoView {
    let desk = use_desk();
    let words = use_words();
    let button = |(i, name): (usize, Key)| {
        let step = Step::ALL[i];
        view! {
            <button
                data-act=name.code()
                aria-current=move || (desk.pupil_step() == step).then_some("step")
                on:click=move |_| desk.go_to_step(step)
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
    let desk = use_desk();
    view! {
        <button
            class="btn quiet"
            data-act=name.code()
            aria-disabled=move || pressed(!desk.can_undo_act(again))
            on:click=move |_| desk.undo_act(again)
        >
            <Icon glyph />
            {use_words().get(name)}
        </button>
    }
}
