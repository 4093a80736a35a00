//! A collection as plain HTML, for readers whose browser runs no program: the question, the texts, and every quantity
//! with its figures and relations. It stands in the page, and in the copies that the page writes of itself.

use crate::collection::{Article, Collection};
use crate::comparing::wording;
use crate::comparing::{Alignment, Comparison, Relation};
use crate::output::drawing::escaped;
use crate::words::{Key, Words};

const WORDS: Words = Words::ENGLISH;

/// The collection and what was found in it. What texts say is escaped.
pub fn html(collection: &Collection, comparison: &Comparison) -> String {
    let heads: String = collection.articles.iter().map(head).collect();
    let rows: String = comparison.alignments.iter().map(|quantity| row(collection, comparison, quantity)).collect();
    let notes = [&collection.question, &collection.content_note].into_iter().flatten().map(|note| paragraph(note));
    let notes: String = notes.collect();
    format!(
        "<h2>{}</h2>\n{notes}<table>\n<thead><tr><th scope=\"col\">Quantity</th>{heads}\
         <th scope=\"col\">How the figures relate</th></tr></thead>\n<tbody>\n{rows}</tbody>\n</table>",
        escaped(&collection.title)
    )
}

fn paragraph(text: &str) -> String {
    format!("<p>{}</p>\n", escaped(text))
}

fn head(article: &Article) -> String {
    let name = [&article.id, wording::outlet(WORDS, article), &wording::dated(WORDS, article)].join(" · ");
    format!("<th scope=\"col\">{}</th>", escaped(&name))
}

fn row(collection: &Collection, comparison: &Comparison, quantity: &Alignment) -> String {
    let label = escaped(&quantity.label.text(WORDS.language()));
    let places = collection.articles.iter().enumerate();
    let cells: String = places.map(|(index, article)| cell(comparison, quantity, index, article)).collect();
    format!("<tr><th scope=\"row\">{label}</th>{cells}<td>{}</td></tr>\n", escaped(&relations(quantity)))
}

/// What one text says of a quantity; every figure with who says so and its date.
fn cell(comparison: &Comparison, quantity: &Alignment, index: usize, article: &Article) -> String {
    let members = quantity.members.iter().filter(|key| key.article == index);
    let figures: Vec<String> =
        members.map(|key| escaped(&wording::triple(WORDS, article, comparison.claim(*key)))).collect();
    let text = if figures.is_empty() { WORDS.get(Key::Silent).to_owned() } else { figures.join("<br>") };
    format!("<td data-letter=\"{}\">{text}</td>", escaped(&article.id))
}

/// The relations of a quantity's pairs, each once, nearest first.
fn relations(quantity: &Alignment) -> String {
    let found = Relation::ALL.into_iter().filter(|it| quantity.pairs.iter().any(|pair| pair.relation == *it));
    found.map(|it| WORDS.get(wording::relation(it))).collect::<Vec<_>>().join("; ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparing::compare;

    fn plain(texts: [&str; 3]) -> String {
        let article = |(index, text): (usize, &str)| Article {
            id: ["A", "B", "C"][index].into(),
            text: text.into(),
            ..Article::default()
        };
        let articles = texts.into_iter().enumerate().map(article).collect();
        let collection = Collection { title: "<b>".into(), articles, ..Collection::default() };
        html(&collection, &compare(&collection))
    }

    #[test]
    fn a_figure_keeps_its_qualifier_and_the_silent_are_named() {
        let html = plain(["At least 27 people died in the fire.", "The fire killed 28 people.", "It was cold."]);
        for expected in ["<td data-letter=\"A\">At least 27 people", "28 people", "<td data-letter=\"C\">Silent</td>"] {
            assert!(html.contains(expected), "{html}");
        }
    }

    #[test]
    fn what_a_text_says_stays_text() {
        assert!(plain(["", "", ""]).contains("<h2>&lt;b&gt;</h2>"));
    }
}
