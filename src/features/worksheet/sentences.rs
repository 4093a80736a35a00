//! The third step: one careful sentence a topic.

use countercheck::teaching::pupil::{Act, LONGEST_WORDS};
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::BlankSentence;
use crate::i18n::use_words;
use crate::stores::use_worksheet;

/// A sentence with blanks for each topic; those without a figure say what to do first.
#[component]
pub(super) fn Sentences() -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let topics = worksheet.topics().into_iter().enumerate();
    let topics = topics.map(|(topic, it)| view! { <TopicSentence topic name=worksheet.topic_name(&it) /> });
    view! {
        <div class="saying">
            <h2>{words.get(Key::AskSentence)}</h2>
            <p class="how">{words.get(Key::PupilSentenceHow)}</p>
            {topics.collect_view()}
        </div>
    }
}

#[component]
fn TopicSentence(topic: usize, name: String) -> impl IntoView {
    let worksheet = use_worksheet();
    let words = use_words();
    let has_marks = move || worksheet.progress().of_topic(Some(topic)).next().is_some();
    let value = move |blank: usize| {
        let state = worksheet.progress();
        state.blanks.get(topic).and_then(|blanks| blanks.get(blank)).cloned().unwrap_or_default()
    };
    view! {
        <section>
            <h3>{name}</h3>
            <p class="few" hidden=has_marks>
                {words.get(Key::PupilNone)}
            </p>
            <BlankSentence
                text=words.get(Key::PupilSentence)
                value
                on_input=move |(blank, words)| worksheet.act(Act::Blank { topic, blank, words })
                maxlength=LONGEST_WORDS
            />
        </section>
    }
}
