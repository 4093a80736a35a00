//! What the texts say: two sentences, who says so, and the other texts.

use countercheck::collection::Article;
use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording::{self, Excerpt};
use countercheck::reading::claim::Claim;
use countercheck::teaching::lesson::{Ballot, Step, masked};
use countercheck::words::{Key, Words};
use leptos::prelude::*;

use super::answers::Answer;
use super::{LessonStep, Title};
use crate::components::{Provenance, SourceBadge, SourceFace};
use crate::i18n::{lang_of, use_words};
use crate::view_model::phrase_class;

/// What can be said to a question.
const ANSWERS: [Key; 3] = [Key::Yes, Key::No, Key::CannotTell];

/// From so many letters on a sentence is set smaller.
const LONG: [(usize, &str); 3] = [(520, "two is-endless"), (330, "two is-longer"), (190, "two is-long")];

/// The two figures that clash in their sentences, and a question.
#[component]
pub(super) fn TwoTexts(at: LessonStep) -> impl IntoView {
    let words = use_words();
    let (ballot, ask) = match at.step {
        Step::Clash => (Ballot::First, Key::AskClash),
        _ => (Ballot::Again, Key::AskWho),
    };
    let quotes = at.clash.map(|key| at.quote(key, wording::sentence));
    let longest = quotes.iter().map(length).max().unwrap_or_default();
    let class = LONG.iter().find(|(letters, _)| longest > *letters).map_or("two", |(_, class)| class);
    let side = |(i, quote): (usize, Excerpt)| view! { <Side at=at.clone() i quote /> };
    let sides = quotes.into_iter().enumerate().map(side).collect_view();
    let (lesson, taught) = (at.lesson, at.taught);
    let answer = |(answer, &name): (usize, &Key)| {
        let before = (ballot == Ballot::Again).then(|| {
            let count = untrack(|| lesson.hands(taught, Ballot::First, answer)).to_string();
            view! { <small class="num">{words.fill(Key::HandsFirst, &[&count])}</small> }
        });
        view! {
            <Answer taught ballot answer name=words.get(name)>
                <b>{words.get(name)}</b>
                {before}
            </Answer>
        }
    };
    view! {
        <div class="clash">
            <div class=class>{sides}</div>
            <div class="ask-class">
                <Title text=words.get(ask) />
                <ul class="answers">{ANSWERS.iter().enumerate().map(answer).collect_view()}</ul>
            </div>
        </div>
    }
}

fn length(quote: &Excerpt) -> usize {
    quote.before.chars().count() + quote.phrase.chars().count() + quote.after.chars().count()
}

/// One of the two figures in its sentence; in the second step with what is known of it.
#[component]
fn Side(at: LessonStep, i: usize, quote: Excerpt) -> impl IntoView {
    let words = use_words();
    let key = at.clash[i];
    let is_first = at.step == Step::Clash;
    let head = if is_first {
        view! {
            <header class="from">
                <SourceBadge id="?" face=SourceFace::Dashed />
                {words.get([Key::OneText, Key::AnotherText][i])}
            </header>
        }
        .into_any()
    } else {
        view! {
            <header class="from">
                <Source at=at.clone() article=key.article />
            </header>
        }
        .into_any()
    };
    view! {
        <section class="one">
            {head}
            <Quote at=at.clone() key quote />
            {(!is_first).then(|| view! { <Facts at key /> })}
        </section>
    }
}

/// Who says so and when, and what is not said.
#[component]
fn Facts(at: LessonStep, key: ClaimKey) -> impl IntoView {
    let words = use_words();
    let (article, claim) = (at.model.article(key.article), at.model.claim(key));
    let plain = |name: Key, value: String| {
        view! {
            <div>
                <dt>{words.get(name)}</dt>
                <dd class="num">{value}</dd>
            </div>
        }
    };
    let came = match article.chain.as_slice() {
        _ if at.hides_outlets() => plain(Key::HowItCame, words.get(Key::OutletMasked).to_owned()).into_any(),
        [] => plain(Key::HowItCame, words.get(Key::NotStated).to_owned()).into_any(),
        links => view! {
            <div>
                <dt>{words.get(Key::HowItCame)}</dt>
                <dd>
                    <Provenance links=links.to_vec() />
                </dd>
            </div>
        }
        .into_any(),
    };
    let translation = wording::translation(words, article);
    view! {
        <dl class="facts">
            {plain(Key::TextWritten, wording::dated(words, article))}
            {came}
            {plain(Key::Translation, translation.unwrap_or_else(|| words.get(Key::NoneMentioned).to_owned()))}
            {plain(Key::WhoCounted, at.who(words, key))}
            {plain(Key::UntilWhichDay, until(words, claim))}
        </dl>
    }
}

/// Until which day a figure was counted, or that this is not stated.
fn until(words: Words, claim: &Claim) -> String {
    wording::until(words, claim).unwrap_or_else(|| words.get(Key::NotStated).to_owned())
}

/// So many texts have room beside each other, the silent ones among them.
const FEW: usize = 6;

/// What every text says, silences included.
#[component]
pub(super) fn OtherTexts(at: LessonStep) -> impl IntoView {
    let words = use_words();
    let lesson = at.lesson;
    let quantity = at.quantity();
    let all = at.model.collection.articles.len();
    let is_shown = |article: &usize| all <= FEW || !quantity.silent.contains(article);
    let texts = (0..all).filter(is_shown).map(|article| view! { <TextPart at=at.clone() article /> }).collect_view();
    let letter = |&article: &usize| {
        view! { <SourceBadge id=at.model.article(article).id.clone() face=SourceFace::Dashed /> }
    };
    let silent = (all > FEW && !quantity.silent.is_empty()).then(|| {
        view! {
            <section class="is-silent">
                <p class="silent">{words.get(Key::Silent)}</p>
                <p class="row-of">{quantity.silent.iter().map(letter).collect_view()}</p>
            </section>
        }
    });
    let is_dense = quantity.members.len() + quantity.silent.len() > all;
    view! {
        <div class="others">
            <div
                class=if is_dense { "others-texts is-dense" } else { "others-texts" }
                class:has-one=move || lesson.alone.get().is_some()
            >
                {texts}
                {silent}
            </div>
            <div class="ask-class">
                <Title text=words.get(Key::AskOthers) />
                <p class="aside">{words.get(Key::InOrder)}</p>
            </div>
        </div>
    }
}

/// What one text says, or that it is silent.
#[component]
fn TextPart(at: LessonStep, article: usize) -> impl IntoView {
    let words = use_words();
    let lesson = at.lesson;
    let members = at.quantity().members.iter().copied();
    let figures: Vec<ClaimKey> = members.filter(|key| key.article == article).collect();
    let is_silent = figures.is_empty();
    let is_seen = at.clash.iter().any(|key| key.article == article);
    let news = (!is_silent).then(|| {
        let word = words.get(if is_seen { Key::Seen } else { Key::New });
        view! { <small class=if is_seen { "" } else { "new" }>{word}</small> }
    });
    let silence = is_silent.then(|| {
        let hint = at.model.silence(at.rank, article).hint().unwrap_or(Key::SilentWhy);
        view! {
            <div>
                <p class="silent">
                    <b>{words.get(Key::Silent)}</b>
                </p>
                <p class="hint">{words.get(hint)}</p>
            </div>
        }
    });
    let dated = wording::dated(words, at.model.article(article));
    let figures = figures.into_iter().map(|key| view! { <QuotedFigure at=at.clone() key /> }).collect_view();
    view! {
        <section
            class=if is_silent { "is-silent" } else { "" }
            class:is-one=move || lesson.alone.get() == Some(article)
        >
            <header class="from">
                <Source at article />
                {news}
            </header>
            <p class="when num">{dated}</p>
            {silence}
            {figures}
        </section>
    }
}

/// A figure in its words, who counted, and until when.
#[component]
fn QuotedFigure(at: LessonStep, key: ClaimKey) -> impl IntoView {
    let words = use_words();
    let fact = |name: Key, value: String| {
        view! {
            <p class="fact num">
                <b>{words.get(name)}</b>
                <span>{value}</span>
            </p>
        }
    };
    let facts =
        [fact(Key::WhoCounted, at.who(words, key)), fact(Key::UntilWhichDay, until(words, at.model.claim(key)))];
    let quote = at.quote(key, wording::excerpt);
    view! {
        <div>
            <Quote at key quote />
            {facts.into_iter().collect_view()}
        </div>
    }
}

/// The letter and the outlet of a text.
#[component]
fn Source(at: LessonStep, article: usize) -> impl IntoView {
    let words = use_words();
    let source = at.model.article(article);
    let is_silent = at.quantity().silent.contains(&article);
    let outlet = if at.hides_outlets() { words.get(Key::OutletMasked) } else { wording::outlet(words, source) };
    view! {
        <SourceBadge
            id=source.id.clone()
            face=if is_silent { SourceFace::Dashed } else { SourceFace::Solid }
        />
        <b class="outlet">{outlet.to_owned()}</b>
    }
}

#[component]
fn Quote(at: LessonStep, key: ClaimKey, quote: Excerpt) -> impl IntoView {
    view! {
        <blockquote lang=lang_of(at.model.article(key.article)) data-figure=at.model.claim(key).id.clone()>
            "“"
            {quote.before}
            <mark class=phrase_class(&quote.phrase)>{quote.phrase.clone()}</mark>
            {quote.after}
            "”"
        </blockquote>
    }
}

impl LessonStep {
    /// Whether the names of the outlets are still kept from the class.
    fn hides_outlets(&self) -> bool {
        self.step == Step::Clash || (self.step < Step::Reason && untrack(|| self.lesson.is_masked()))
    }

    /// Text without the names that are kept from the class.
    fn open(&self, article: &Article, text: &str) -> String {
        let names = article.publisher.iter().chain(&article.chain).map(String::as_str);
        if self.hides_outlets() { masked(text, names) } else { text.to_owned() }
    }

    /// A figure in its words.
    fn quote(&self, key: ClaimKey, cut: fn(&str, &Claim) -> Excerpt) -> Excerpt {
        let article = self.model.article(key.article);
        let Excerpt { before, phrase, after } = cut(&article.text, self.model.claim(key));
        Excerpt { before: self.open(article, &before), phrase, after: self.open(article, &after) }
    }

    /// Who says so.
    pub(super) fn who(&self, words: Words, key: ClaimKey) -> String {
        self.open(self.model.article(key.article), &wording::who(words, self.model.claim(key)))
    }
}
