//! The number line and the timeline as drawings that stand for themselves: SVG with nothing to load, legible in black and
//! white, with the same in words for those who do not see them. The geometry is that of [`chart`] and
//! [`timeline`](mod@crate::output::timeline).

use crate::collection::{Article, Collection};
use crate::comparing::wording;
use crate::comparing::{Alignment, Comparison};
use crate::output::chart::{self, number_line};
use crate::output::timeline::{self, Moments, timeline};
use crate::reading::text::fold;
use crate::words::Words;

/// Units of the drawing a row is high; all lengths are in the same.
const ROW: usize = 60;
const HEAD: usize = 100;
const FOOT: usize = 30;
/// Where the axis begins and how long it is.
const LEFT: usize = 420;
const LENGTH: usize = 740;
const WIDTH: usize = LEFT + LENGTH + 40;

/// The figures of a quantity on the number line; `None` where none of them has a place on it.
pub fn number_line_svg(
    collection: &Collection,
    comparison: &Comparison,
    row: &Alignment,
    words: Words,
) -> Option<String> {
    let claims: Vec<_> = row.members.iter().map(|key| comparison.claim(*key)).collect();
    let line = number_line(&claims, words)?;
    let mut svg = Svg::begin(&row.label.text(words.language()), &captions(collection, comparison, row, words));
    for tick in &line.ticks {
        svg.tick(tick.at, &tick.label, row.members.len());
    }
    for (index, shape) in line.shapes.iter().enumerate() {
        if let Some(shape) = shape {
            svg.number(*shape, middle(index));
        }
    }
    Some(svg.done())
}

/// The three dates of the figures of a quantity; `None` where nothing about them is dated.
pub fn timeline_svg(collection: &Collection, comparison: &Comparison, row: &Alignment, words: Words) -> Option<String> {
    let figures: Vec<_> =
        row.members.iter().map(|key| (&collection.articles[key.article], comparison.claim(*key))).collect();
    let moments = Moments::of(figures.iter().copied());
    let line = timeline(&figures, &moments)?;
    let mut svg = Svg::begin(&row.label.text(words.language()), &captions(collection, comparison, row, words));
    for tick in &line.ticks {
        svg.tick(tick.at, &wording::date(words, tick.month), row.members.len());
    }
    for (index, dates) in line.rows.iter().enumerate() {
        svg.dates(dates, &figures[index].0.id, middle(index));
    }
    Some(svg.done())
}

/// What stands at the left of each row: the figure, and under it who says so and when.
fn captions(collection: &Collection, comparison: &Comparison, row: &Alignment, words: Words) -> Vec<[String; 2]> {
    let caption = |article: &Article, claim| {
        let figure = format!("{}  {}", article.id, wording::figure(&article.text, claim));
        // Who says so may be cut; when, "or later" included, never is.
        let when = wording::when(words, article, claim);
        let who = cut(&wording::who(words, claim), SMALL_FITS.saturating_sub(when.chars().count()));
        [cut(&figure, FITS), format!("{who}, {when}")]
    };
    row.members.iter().map(|key| caption(&collection.articles[key.article], comparison.claim(*key))).collect()
}

fn middle(index: usize) -> usize {
    HEAD + index * ROW + ROW / 2
}

/// Percent of the axis as a length.
fn x(at: f64) -> usize {
    LEFT + ((at * LENGTH as f64 / 100.0).round() as usize).min(LENGTH)
}

/// The longest figure that fits beside the axis, in characters, and the longest line under it.
const FITS: usize = 38;
const SMALL_FITS: usize = 52;

fn cut(text: &str, room: usize) -> String {
    text.char_indices().nth(room).map_or_else(|| text.to_owned(), |(at, _)| format!("{}…", text[..at].trim_end()))
}

struct Svg(String);

impl Svg {
    fn begin(title: &str, rows: &[[String; 2]]) -> Self {
        let height = HEAD + rows.len() * ROW + FOOT;
        let told: Vec<String> = rows.iter().map(|row| row.join(", ")).collect();
        let mut svg = Self(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" width=\"{WIDTH}\" height=\"{height}\" \
             role=\"img\" aria-labelledby=\"t d\" font-family=\"system-ui, sans-serif\">"
        ));
        svg.element("title", " id=\"t\"", title);
        svg.element("desc", " id=\"d\"", &told.join(". "));
        svg.0.push_str(
            "<defs><pattern id=\"h\" width=\"8\" height=\"8\" patternUnits=\"userSpaceOnUse\">\
             <path d=\"M0 8 8 0\" stroke=\"#222\" stroke-width=\"1.5\"/></pattern></defs>\
             <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>",
        );
        svg.text(20, 40, "font-size=\"24\" font-weight=\"700\" fill=\"#222\"", title);
        for (index, [figure, said]) in rows.iter().enumerate() {
            svg.text(20, middle(index) - 3, "font-size=\"19\" font-weight=\"600\" fill=\"#222\"", figure);
            svg.text(20, middle(index) + 18, "font-size=\"14\" fill=\"#444\"", said);
        }
        svg
    }

    fn done(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }

    fn put(&mut self, svg: &str) {
        self.0.push_str(svg);
    }

    fn element(&mut self, tag: &str, attributes: &str, text: &str) {
        self.put(&format!("<{tag}{attributes}>{}</{tag}>", escaped(text)));
    }

    fn text(&mut self, x: usize, y: usize, style: &str, text: &str) {
        self.element("text", &format!(" x=\"{x}\" y=\"{y}\" {style}"), &fold::one_line(text));
    }

    fn tick(&mut self, at: f64, label: &str, rows: usize) {
        let x = x(at);
        let end = HEAD + rows * ROW;
        self.path(&format!("M{x} {HEAD}V{end}"), "stroke=\"#ccc\" stroke-width=\"1\"");
        self.text(x, HEAD - 14, "font-size=\"15\" text-anchor=\"middle\" fill=\"#444\"", label);
    }

    fn path(&mut self, d: &str, style: &str) {
        self.put(&format!("<path d=\"{d}\" {style}/>"));
    }

    fn line(&mut self, from: usize, to: usize, y: usize, width: usize) {
        self.path(&format!("M{from} {y}H{to}"), &format!("stroke=\"#222\" stroke-width=\"{width}\""));
    }

    fn dot(&mut self, x: usize, y: usize, open: bool) {
        let fill = if open { "#fff" } else { "#222" };
        self.put(&format!(
            "<circle cx=\"{x}\" cy=\"{y}\" r=\"7\" fill=\"{fill}\" stroke=\"#222\" stroke-width=\"2.5\"/>"
        ));
    }

    fn bar(&mut self, from: usize, to: usize, y: usize, fill: &str) {
        let (width, top) = (to.saturating_sub(from).max(3), y - 9);
        self.put(&format!(
            "<rect x=\"{from}\" y=\"{top}\" width=\"{width}\" height=\"18\" fill=\"{fill}\" stroke=\"#222\" stroke-width=\"1.5\"/>"
        ));
    }

    fn number(&mut self, shape: chart::Shape, y: usize) {
        match shape {
            chart::Shape::Dot { at } => self.dot(x(at), y, false),
            chart::Shape::Ray { at, open, up } => {
                let (from, to) = (x(at), if up { x(100.0) } else { x(0.0) });
                self.line(from, to, y, 3);
                let back = if up { to - 11 } else { to + 11 };
                let (top, bottom) = (y - 7, y + 7);
                self.path(&format!("M{back} {top} {to} {y} {back} {bottom}z"), "fill=\"#222\"");
                self.dot(from, y, open);
            }
            chart::Shape::Soft { at, from, to } => {
                self.line(x(from), x(to), y, 2);
                for end in [x(from), x(to)] {
                    self.path(&format!("M{end} {}v16", y - 8), "stroke=\"#222\" stroke-width=\"2\"");
                }
                self.dot(x(at), y, false);
            }
            chart::Shape::Bar { from, to } => self.bar(x(from), x(to), y, "#bbb"),
            chart::Shape::Hatch { from, to } => self.bar(x(from), x(to), y, "url(#h)"),
        }
    }

    /// What a figure is about as a bar, the day it was counted as a dot, its text as a letter in a frame.
    fn dates(&mut self, row: &timeline::Row, letter: &str, y: usize) {
        if let Some((from, to)) = row.link {
            self.path(
                &format!("M{} {y}H{}", x(from), x(to)),
                "stroke=\"#222\" stroke-width=\"1.5\" stroke-dasharray=\"3 4\"",
            );
        }
        match row.shape {
            Some(timeline::Shape::Bar { from, to }) => self.bar(x(from), x(to), y, "#bbb"),
            Some(timeline::Shape::Steps { from, to }) => self.bar(x(from), x(to), y, "url(#h)"),
            Some(timeline::Shape::Point { at }) => self.bar(x(at), x(at), y, "#222"),
            None => {}
        }
        if let Some(at) = row.counted {
            self.dot(x(at), y, false);
        }
        if let Some(at) = row.printed {
            let (at, top) = (x(at), y - 13);
            let left = at - 13;
            self.put(&format!(
                "<rect x=\"{left}\" y=\"{top}\" width=\"26\" height=\"26\" fill=\"#fff\" stroke=\"#222\" stroke-width=\"2\"/>"
            ));
            self.text(at, y + 6, "font-size=\"16\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#222\"", letter);
        }
    }
}

/// Text as XML takes it; characters that it does not know are left out.
pub(crate) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {}
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::comparing::compare;
    use crate::shipped;

    /// Elements that are opened and never closed, as a parser would see it.
    fn unclosed(svg: &str) -> Vec<&str> {
        let mut open = Vec::new();
        for tag in svg.split('<').skip(1) {
            let name = tag.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap();
            if let Some(close) = tag.strip_prefix('/') {
                assert_eq!(open.pop(), close.split('>').next());
            } else if !tag.split('>').next().unwrap().ends_with('/') {
                open.push(name);
            }
        }
        open
    }

    #[test]
    fn every_quantity_is_drawn_with_all_of_its_figures() {
        let collection = shipped::collection();
        let comparison = compare(&collection);
        let mut drawn = 0;
        for row in &comparison.alignments {
            let both = [number_line_svg, timeline_svg].map(|draw| draw(&collection, &comparison, row, Words::ENGLISH));
            for svg in both.into_iter().flatten() {
                assert_eq!(unclosed(&svg), [""; 0]);
                assert_eq!(svg.matches("font-size=\"19\"").count(), row.members.len());
                assert!(!svg.contains("NaN") && !svg.contains("href"));
                drawn += 1;
            }
        }
        assert!(drawn > comparison.alignments.len(), "{drawn}");
    }

    #[test]
    fn words_of_texts_stay_words() {
        assert_eq!(escaped("</text><script>\u{0}&\""), "&lt;/text&gt;&lt;script&gt;&amp;&quot;");
    }
}
