//! One text of the collection: what is known of it, which can be changed, and its words.

use countercheck::collection::Article;
use countercheck::comparing::wording;
use countercheck::intake::source::typed_day;
use countercheck::reading::language::Language;
use countercheck::words::Key;
use countercheck::work::saved::Saved;
use leptos::prelude::*;

use crate::browser;
use crate::components::{Icon, SourceBadge, SourceFace, glyphs};
use crate::i18n::{LANGUAGE_NAMES, LANGUAGES, use_words};
use crate::stores::{Workspace, use_analysis, use_workspace};

fn with_text<T: Default>(workspace: Workspace, id: &str, of: impl FnOnce(&Article) -> T) -> T {
    workspace.saved.with(|Saved { collection, .. }| {
        collection.articles.iter().find(|article| article.id == id).map(of).unwrap_or_default()
    })
}

/// One text: what is known of it, folded, and its words.
#[component]
pub(super) fn TextRow(id: String) -> impl IntoView {
    let workspace = use_workspace();
    let words = use_words();
    let id = StoredValue::new(id);
    let name = move || {
        with_text(workspace, &id.read_value(), |article| {
            let title = article.title.iter().map(|title| [" · ", title].concat()).collect::<String>();
            [wording::outlet(words, article), " · ", &wording::dated(words, article), &title].concat()
        })
    };
    let remove = move |_| {
        workspace.remove_text(&id.get_value());
        browser::focus_soon("#put-back");
    };
    view! {
        <li>
            <details data-text=id.get_value()>
                <summary>
                    <SourceBadge id=id.get_value() face=SourceFace::Outline />
                    <span>{name}</span>
                </summary>
                <div class="form">{FIELDS.map(|known| view! { <KnownField id known /> }).into_iter().collect_view()}</div>
            </details>
            <button
                class="btn quiet"
                aria-label=words.fill(Key::RemoveText, &[&id.read_value()])
                on:click=remove
            >
                <Icon glyph=glyphs::CLOSE />
            </button>
        </li>
    }
}

/// How something can be changed.
#[derive(Clone, Copy)]
enum Control {
    Input,
    Languages,
    Area,
}

/// Something that is known of a text and can be changed.
#[derive(Clone, Copy)]
struct Known {
    control: Control,
    name: Key,
    get: fn(&Article) -> String,
    set: fn(&mut Article, &str),
    is_detected: fn(&Article) -> bool,
}

const FIELDS: [Known; 5] = [
    Known {
        control: Control::Input,
        name: Key::Outlet,
        get: |it| it.publisher.clone().unwrap_or_default(),
        set: set_outlet,
        is_detected: |it| it.detected.publisher,
    },
    Known {
        control: Control::Input,
        name: Key::DateOfText,
        get: |it| it.date.map(|date| date.to_string()).unwrap_or_default(),
        set: set_date,
        is_detected: |it| it.detected.date,
    },
    Known {
        control: Control::Languages,
        name: Key::Language,
        get: |it| it.language.map(Language::code).unwrap_or_default().to_owned(),
        set: set_language,
        is_detected: |it| it.detected.language,
    },
    Known {
        control: Control::Input,
        name: Key::Headline,
        get: |it| it.title.clone().unwrap_or_default(),
        set: set_title,
        is_detected: |it| it.detected.title,
    },
    Known {
        control: Control::Area,
        name: Key::Text,
        get: |it| it.text.clone(),
        set: |it, text| text.clone_into(&mut it.text),
        is_detected: |_| false,
    },
];

#[component]
fn KnownField(id: StoredValue<String>, known: Known) -> impl IntoView {
    let analysis = use_analysis();
    let workspace = use_workspace();
    let words = use_words();
    let Known { control, name, get, set, is_detected } = known;
    // What is typed stays as it is typed, until another work comes, whose texts may have the same letters.
    let value = move || {
        analysis.turn.track();
        untrack(|| with_text(workspace, &id.read_value(), get))
    };
    let mark = move || {
        if with_text(workspace, &id.read_value(), is_detected) { words.get(Key::Detected) } else { "" }
    };
    let change = move |text: String| workspace.change_text(&id.get_value(), |article| set(article, &text));
    let language = |(language, name): (Language, Key)| {
        view! { <option value=language.code()>{words.get(name)}</option> }
    };
    let control = match control {
        Control::Input => view! {
            <input prop:value=value on:input:target=move |event| change(event.target().value()) />
        }
        .into_any(),
        Control::Languages => view! {
            <select prop:value=value on:input:target=move |event| change(event.target().value())>
                {LANGUAGES.into_iter().zip(LANGUAGE_NAMES).map(language).collect_view()}
            </select>
        }
        .into_any(),
        Control::Area => view! {
            <textarea prop:value=value on:input:target=move |event| change(event.target().value())></textarea>
        }
        .into_any(),
    };
    view! {
        <label class="field">
            <span>
                {words.get(name)}
                <small>{mark}</small>
            </span>
            {control}
        </label>
    }
}

fn filled(text: &str) -> Option<String> {
    Some(text.to_owned()).filter(|text| !text.trim().is_empty())
}

fn set_outlet(article: &mut Article, text: &str) {
    article.publisher = filled(text);
    article.detected.publisher = false;
}

/// A day, a month or a year; anything else counts as not known.
fn set_date(article: &mut Article, text: &str) {
    article.date = typed_day(text);
    article.date_is_earliest = false;
    article.detected.date = false;
}

fn set_language(article: &mut Article, text: &str) {
    article.language = Language::from_code(text);
    article.detected.language = false;
}

fn set_title(article: &mut Article, text: &str) {
    article.title = filled(text);
    article.detected.title = false;
}
