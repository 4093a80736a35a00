//! Settings, all keys, and what this page is, in one dialog.

use countercheck::comparing::Relation;
use countercheck::comparing::wording;
use countercheck::tables;
use countercheck::words::Key;
use leptos::prelude::*;

use crate::components::{Dialog, Keycaps, RelationBadge, Section, SegmentedControl, Setting};
use crate::i18n::use_words;
use crate::stores::{use_analysis, use_layout, use_settings};

/// Keys and what they do.
type Keys = (&'static [&'static str], Key);

const KEYS: [Keys; 18] = [
    (&["j", "k"], Key::KeyStep),
    (&["[", "]"], Key::KeySource),
    (&["↑", "↓"], Key::KeyArrows),
    (&["Enter"], Key::KeyEnter),
    (&["Esc"], Key::KeyEscape),
    (&["f"], Key::KeyDrawer),
    (&["r", "t", "l"], Key::KeyViews),
    (&["/"], Key::KeyFind),
    (&["c"], Key::Columns),
    (&["s"], Key::ScrollTogether),
    (&["="], Key::KeyPin),
    (&["o"], Key::Collection),
    (&["e"], Key::Journal),
    (&["x"], Key::Share),
    (&["a"], Key::KeyAdd),
    (&["u", "U"], Key::KeyUndo),
    (&["p"], Key::KeyClass),
    (&["?"], Key::KeyHelp),
];

/// The keys of a lesson.
const CLASS_KEYS: [Keys; 9] = [
    (&["←", "→"], Key::KeyStepOf),
    (&["1", "–", "7"], Key::KeyHands),
    (&["Shift", "1"], Key::KeyLess),
    (&["A", "–", "Z"], Key::KeyAlone),
    (&["Enter"], Key::KeyDisagree),
    (&["Tab"], Key::KeyNextBlank),
    (&["0"], Key::KeyTime),
    (&["."], Key::KeyBlank),
    (&["Esc"], Key::KeyEnd),
];

/// The names of the themes.
const THEME_NAMES: [Key; 3] = [Key::ThemeSystem, Key::ThemeLight, Key::ThemeDark];

/// The dialog; its children are the switch of the language.
#[component]
pub(crate) fn Help(children: Children) -> impl IntoView {
    let settings = use_settings();
    let analysis = use_analysis();
    let layout = use_layout();
    let words = use_words();
    let about = move || {
        analysis.track_model();
        view! { <About /> }
    };
    view! {
        <Dialog id="help" name=Key::Help on_close=move |()| layout.dialog_was_closed()>
            <Section heading=words.get(Key::Settings)>
                <Setting label=Key::Language>{children()}</Setting>
                <Setting label=Key::Theme>
                    <SegmentedControl
                        label=Key::Theme
                        options=&THEME_NAMES
                        selected=settings.theme
                        on_select=move |i| settings.set_theme(i)
                    />
                </Setting>
                <Setting label=Key::LetterKeys>
                    <SegmentedControl
                        label=Key::LetterKeys
                        options=&[Key::On, Key::Off]
                        selected=Signal::derive(move || usize::from(!settings.letter_keys()))
                        on_select=move |i| settings.set_letter_keys(i == 0)
                    />
                </Setting>
            </Section>
            <Section heading=words.get(Key::HowTheyRelate)>
                <dl class="glosses">
                    {Relation::ALL.into_iter().map(|relation| view! { <Gloss relation /> }).collect_view()}
                </dl>
            </Section>
            <KeyTable name=Key::Keys keys=&KEYS />
            <KeyTable name=Key::Class keys=&CLASS_KEYS />
            {about}
        </Dialog>
    }
}

/// A relation and what it means.
#[component]
fn Gloss(relation: Relation) -> impl IntoView {
    view! {
        <div>
            <dt>
                <RelationBadge relation />
            </dt>
            <dd>{use_words().get(wording::gloss(relation))}</dd>
        </div>
    }
}

#[component]
fn KeyTable(name: Key, keys: &'static [Keys]) -> impl IntoView {
    let words = use_words();
    let row = move |&(keys, does): &Keys| {
        view! {
            <div>
                <dt>
                    <Keycaps keys />
                </dt>
                <dd>{words.get(does)}</dd>
            </div>
        }
    };
    view! {
        <Section heading=words.get(name)>
            <dl>{keys.iter().map(row).collect_view()}</dl>
        </Section>
    }
}

/// The version, the current texts and how new they are, and whose work the page is.
#[component]
fn About() -> impl IntoView {
    let words = use_words();
    let model = use_analysis().model();
    let collection = &model.collection;
    let newest = collection.articles.iter().filter_map(|article| article.date).max_by_key(|date| date.last_day());
    let newest = newest.map_or_else(|| words.get(Key::Undated).to_owned(), |date| wording::date(words, date));
    let count = collection.articles.len().to_string();
    let texts = words.fill(Key::AboutTexts, &[collection.title_in(words.language()), &count, &newest]);
    let licence = |(licence, crates): (&'static str, &'static str)| {
        view! {
            <div>
                <dt>{licence}</dt>
                <dd>{crates}</dd>
            </div>
        }
    };
    view! {
        <Section heading=words.get(Key::About)>
            <p>{words.fill(Key::AboutVersion, &[env!("CARGO_PKG_VERSION")])}</p>
            <p>{texts}</p>
            <details>
                <summary>{words.get(Key::AboutParts)}</summary>
                <dl>{tables::licences().map(licence).collect_view()}</dl>
            </details>
        </Section>
    }
}
