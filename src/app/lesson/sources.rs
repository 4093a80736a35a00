//! What the texts say: two sentences, who says so, and the other texts.

use countercheck::collection::Article;
use countercheck::comparing::ClaimKey;
use countercheck::comparing::wording::{self, Excerpt};
use countercheck::teaching::lesson::{Ballot, Step, masked};
use countercheck::words::Key;
use leptos::prelude::*;

use super::super::dom::{El, el};
use super::super::source::{Face, chain, letter, quoted};
use super::super::text::SHORT;
use super::{Setting, title, worded};

/// What can be said to a question.
const ANSWERS: [Key; 3] = [Key::Yes, Key::No, Key::CannotTell];

/// From so many letters on a sentence is set smaller.
const LONG: [(usize, &str); 3] = [(520, "two is-endless"), (330, "two is-longer"), (190, "two is-long")];

/// The two figures that clash in their sentences, and a question.
pub(super) fn two(setting: &Setting) -> El {
    let words = setting.words;
    let (ballot, ask) = match setting.step {
        Step::Clash => (Ballot::First, Key::AskClash),
        _ => (Ballot::Again, Key::AskWho),
    };
    let quotes = setting.clash.map(|key| setting.quote(key, wording::sentence));
    let longest = quotes.iter().map(length).max().unwrap_or_default();
    let class = LONG.iter().find(|(letters, _)| longest > *letters).map_or("two", |(_, class)| class);
    let [first, second] = quotes;
    let side = |i: usize, quote: Excerpt| {
        let key = setting.clash[i];
        let head = match setting.step {
            Step::Clash => {
                let name = [Key::OneText, Key::AnotherText][i];
                el("header", "from").child(letter("?", Face::Dashed)).text(words.get(name))
            }
            _ => setting.from(key.article),
        };
        let facts = (setting.step != Step::Clash).then(|| facts(setting, key));
        el("section", "one").child(head).child(setting.quoted(key, &quote)).children(facts)
    };
    let answer = |(i, name): (usize, &Key)| {
        let before = (ballot == Ballot::Again).then(|| {
            let count = setting.desk.hands(setting.taught, Ballot::First, i).to_string();
            el("small", "num").text(&words.fill(Key::HandsFirst, &[&count]))
        });
        let name = words.get(*name);
        let face = [Some(el("b", "").text(name)), before];
        setting.answer(ballot, i, name, face.into_iter().flatten().collect())
    };
    let ask = el("div", "ask-class")
        .child(title(words.get(ask)))
        .child(el("ul", "answers").children(ANSWERS.iter().enumerate().map(answer)));
    el("div", "clash").child(el("div", class).child(side(0, first)).child(side(1, second))).child(ask)
}

fn length(quote: &Excerpt) -> usize {
    quote.before.chars().count() + quote.phrase.chars().count() + quote.after.chars().count()
}

/// Who says so and when, and what is not said.
fn facts(setting: &Setting, key: ClaimKey) -> El {
    let words = setting.words;
    let (article, claim) = (setting.model.article(key.article), setting.model.claim(key));
    let row = |name: Key, value: El| el("div", "").child(worded(words, "dt", "", name)).child(value);
    let plain = |value: &str| el("dd", "num").text(value);
    let came = match article.chain.as_slice() {
        _ if setting.hides_outlets() => plain(words.get(Key::OutletMasked)),
        [] => plain(words.get(Key::NotStated)),
        links => el("dd", "").children(chain(links)),
    };
    let translation = wording::translation(words, article);
    let until = wording::until(words, claim);
    el("dl", "facts")
        .child(row(Key::TextWritten, plain(&wording::dated(words, article))))
        .child(row(Key::HowItCame, came))
        .child(row(Key::Translation, plain(translation.as_deref().unwrap_or(words.get(Key::NoneMentioned)))))
        .child(row(Key::WhoCounted, plain(&setting.who(key))))
        .child(row(Key::UntilWhichDay, plain(until.as_deref().unwrap_or(words.get(Key::NotStated)))))
}

/// What every text says, silences included.
pub(super) fn others(setting: &Setting) -> El {
    let words = setting.words;
    let desk = setting.desk;
    let quantity = setting.quantity();
    let all = setting.model.collection.articles.len();
    let is_shown = |article: &usize| all <= FEW || !quantity.silent.contains(article);
    let texts = (0..all).filter(is_shown).map(|article| text(setting, article));
    let silent = (all > FEW && !quantity.silent.is_empty()).then(|| {
        let letters = quantity.silent.iter().map(|&i| letter(&setting.model.article(i).id, Face::Dashed));
        el("section", "is-silent")
            .child(worded(words, "p", "silent", Key::Silent))
            .child(el("p", "row-of").children(letters))
    });
    let is_dense = quantity.members.len() + quantity.silent.len() > all;
    let columns = el("div", if is_dense { "others-texts is-dense" } else { "others-texts" })
        .class("has-one", move || desk.class.alone.get().is_some())
        .children(texts)
        .children(silent);
    let ask =
        el("div", "ask-class").child(title(words.get(Key::AskOthers))).child(worded(words, "p", "aside", Key::InOrder));
    el("div", "others").child(columns).child(ask)
}

/// So many texts have room beside each other, the silent ones among them.
const FEW: usize = 6;

fn text(setting: &Setting, article: usize) -> El {
    let (words, model, desk) = (setting.words, &setting.model, setting.desk);
    let figures: Vec<ClaimKey> =
        setting.quantity().members.iter().copied().filter(|key| key.article == article).collect();
    let is_seen = setting.clash.iter().any(|key| key.article == article);
    let news = (!figures.is_empty()).then(|| {
        el("small", if is_seen { "" } else { "new" }).text(words.get(if is_seen { Key::Seen } else { Key::New }))
    });
    let silence = figures.is_empty().then(|| {
        let hint = model.silence(setting.rank, article).hint().unwrap_or(Key::SilentWhy);
        let tag = el("p", "silent").child(worded(words, "b", "", Key::Silent));
        el("div", "").child(tag).child(el("p", "hint").text(words.get(hint)))
    });
    let figure = |key: &ClaimKey| {
        let until = wording::until(words, model.claim(*key));
        let fact = |name: Key, value: &str| {
            el("p", "fact num").child(worded(words, "b", "", name)).child(el("span", "").text(value))
        };
        el("div", "")
            .child(setting.quoted(*key, &setting.quote(*key, wording::excerpt)))
            .child(fact(Key::WhoCounted, &setting.who(*key)))
            .child(fact(Key::UntilWhichDay, until.as_deref().unwrap_or(words.get(Key::NotStated))))
    };
    el("section", if figures.is_empty() { "is-silent" } else { "" })
        .class("is-one", move || desk.class.alone.get() == Some(article))
        .child(setting.from(article).children(news))
        .child(el("p", "when num").text(&wording::dated(words, model.article(article))))
        .children(silence)
        .children(figures.iter().map(figure))
}

impl Setting {
    /// Whether the names of the outlets are still kept from the class.
    pub(super) fn hides_outlets(&self) -> bool {
        self.step == Step::Clash || (self.step < Step::Reason && untrack(|| self.desk.is_masked()))
    }

    /// The letter and the outlet of a text.
    fn from(&self, article: usize) -> El {
        let source = self.model.article(article);
        let is_silent = self.quantity().silent.contains(&article);
        let name =
            if self.hides_outlets() { self.words.get(Key::OutletMasked) } else { wording::outlet(self.words, source) };
        let face = if is_silent { Face::Dashed } else { Face::Solid };
        el("header", "from").child(letter(&source.id, face)).child(el("b", "outlet").text(name))
    }

    /// Text without the names that are kept from the class.
    fn open(&self, article: &Article, text: &str) -> String {
        let names = article.publisher.iter().chain(&article.chain).map(String::as_str);
        if self.hides_outlets() { masked(text, names) } else { text.to_owned() }
    }

    /// A figure in its words.
    fn quote(&self, key: ClaimKey, cut: fn(&str, &countercheck::reading::claim::Claim) -> Excerpt) -> Excerpt {
        let article = self.model.article(key.article);
        let Excerpt { before, phrase, after } = cut(&article.text, self.model.claim(key));
        Excerpt { before: self.open(article, &before), phrase, after: self.open(article, &after) }
    }

    /// Who says so.
    pub(super) fn who(&self, key: ClaimKey) -> String {
        self.open(self.model.article(key.article), &wording::who(self.words, self.model.claim(key)))
    }

    fn quoted(&self, key: ClaimKey, quote: &Excerpt) -> El {
        quoted("blockquote", "", self.model.article(key.article))
            .attr("data-figure", &self.model.claim(key).id)
            .text("“")
            .text(&quote.before)
            .child(el("mark", if quote.phrase.len() <= SHORT { "is-short" } else { "" }).text(&quote.phrase))
            .text(&quote.after)
            .text("”")
    }
}
