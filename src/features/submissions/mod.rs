//! What pupils submitted, beside what the program found. It is kept in memory only, and goes with the window.

mod answer_key;
mod works;

use std::sync::Arc;

use countercheck::teaching::pupil::{Class, MOST_PUPILS, Topic};
use countercheck::words::Key;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Dialog, FileChooser, Issues, Section, SegmentedControl};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_layout, use_submissions, use_worksheet};
use answer_key::answer_key;
use works::works_table;

/// The part of what is shared: where the files come in.
#[component]
pub(crate) fn Submissions() -> impl IntoView {
    let submissions = use_submissions();
    let words = use_words();
    view! {
        <Section heading=words.get(Key::Handed)>
            <p class="said">{words.fill(Key::HandedHow, &[&MOST_PUPILS.to_string()])}</p>
            <p class="row">
                <Chooser />
                <button
                    class="btn"
                    hidden=move || submissions.class().pupils().is_empty()
                    on:click=move |_| submissions.show()
                >
                    {words.get(Key::HandedShow)}
                </button>
            </p>
        </Section>
    }
}

#[component]
fn Chooser() -> impl IntoView {
    let submissions = use_submissions();
    view! {
        <FileChooser
            name=use_words().get(Key::HandedOpen)
            accept=".html,.htm,.json"
            on_choose=move |event| submissions.take_files(&event)
        />
    }
}

/// The dialog.
#[component]
pub(crate) fn SubmissionsDialog() -> impl IntoView {
    let analysis = use_analysis();
    let layout = use_layout();
    let submissions = use_submissions();
    let words = use_words();
    let close = move |()| {
        layout.dialog_was_closed();
        submissions.open.set(false);
    };
    // Files have the names of pupils.
    let issues = move || {
        let mut issues = submissions.files.get().troubles;
        if submissions.is_nameless() {
            for (file, _) in &mut issues {
                file.clear();
            }
        }
        issues
    };
    let body = move || {
        if !submissions.open.get() {
            return ().into_any();
        }
        analysis.track_model();
        let class = submissions.class();
        match class.topics() {
            topics if topics.is_empty() => view! { <p class="none">{words.get(Key::HandedNone)}</p> }.into_any(),
            topics => view! {
                <Tabs topics=topics.clone() />
                <OnTopic class topics />
            }
            .into_any(),
        }
    };
    view! {
        <Dialog id="handed" name=Key::Handed on_close=close>
            <div class="tools">
                <p class="num" role="status">
                    {move || words.fill(Key::HandedCount, &[&submissions.class().pupils().len().to_string()])}
                </p>
                <span class="lab">
                    {words.get(Key::HandedNames)}
                    <SegmentedControl
                        label=Key::HandedNames
                        options=&[Key::On, Key::Off]
                        selected=Signal::derive(move || usize::from(submissions.is_nameless()))
                        on_select=move |i| submissions.hidden.set(i > 0)
                    />
                </span>
                <Chooser />
            </div>
            <Issues issues=Signal::derive(issues) />
            {body}
            <p class="note">{words.fill(Key::HandedHow, &[&MOST_PUPILS.to_string()])}</p>
        </Dialog>
    }
}

/// The quantities that pupils looked for; arrows lead from one to the next.
#[component]
fn Tabs(topics: Vec<Topic>) -> impl IntoView {
    let worksheet = use_worksheet();
    let submissions = use_submissions();
    let count = topics.len();
    let now = move || submissions.topic.get().min(count - 1);
    let tab = |(i, topic): (usize, &Topic)| {
        view! {
            <button
                class="btn"
                data-topic=i.to_string()
                aria-current=move || (now() == i).then_some("true")
                on:click=move |_| submissions.topic.set(i)
            >
                {worksheet.topic_name(topic)}
            </button>
        }
    };
    let walk = move |event: KeyboardEvent| {
        if let Some(to) = browser::arrow(&event, untrack(now), count) {
            submissions.topic.set(to);
            browser::focus(&browser::with("data-topic", &to.to_string()));
        }
    };
    view! {
        <nav class="handed-topics" aria-label=use_words().get(Key::HandedAsked) on:keydown=walk>
            {topics.iter().enumerate().map(tab).collect_view()}
        </nav>
    }
}

/// The work of the class on the quantity that is looked at.
#[component]
fn OnTopic(class: Arc<Class>, topics: Vec<Topic>) -> impl IntoView {
    let analysis = use_analysis();
    let worksheet = use_worksheet();
    let submissions = use_submissions();
    move || {
        let model = analysis.model();
        let is_nameless = submissions.is_nameless();
        let topic = &topics[submissions.topic.get().min(topics.len() - 1)];
        let overview = class.on(&model.collection, &model.corrected.comparison, topic);
        view! {
            <section class="handed" data-handed=topic.id.clone()>
                <h3 class="vh">{worksheet.topic_name(topic)}</h3>
                {answer_key(&overview)}
                {works_table(&class, &overview, is_nameless)}
            </section>
        }
    }
}
