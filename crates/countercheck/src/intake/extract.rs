//! The article of a web page: paragraphs are scored, and what surrounds them is dropped. The page itself is taken apart
//! by the browser's own parser, which hands over a list of [`Node`]s; nothing of it is ever put into a document again.
//!
//! As in Mozilla's Readability: a paragraph of some length with few links speaks for the element around it.

/// An element or a stretch of text. Elements without an entry of their own (`b`, `span`) may be left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Node {
    /// Index of the element around it, lower than its own; anything else counts as none.
    pub parent: Option<usize>,
    /// The element's name in small letters; empty for a stretch of text.
    pub tag: String,
    /// Its class, id and role, in any case.
    pub hint: String,
    /// The text, where it is one.
    pub text: String,
}

/// A web page as far as the article in it is concerned.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Page {
    /// Elements and texts in the order of the document.
    pub nodes: Vec<Node>,
    /// Headline, as the page states it to others.
    pub title: Option<String>,
    /// Outlet, as the page states it.
    pub site: Option<String>,
    /// Date, ISO 8601.
    pub date: Option<String>,
    /// Language code.
    pub language: Option<String>,
}

/// Elements that never belong to an article.
const DROPPED: [&str; 22] = [
    "script",
    "style",
    "noscript",
    "template",
    "nav",
    "aside",
    "footer",
    "form",
    "button",
    "svg",
    "iframe",
    "select",
    "textarea",
    "dialog",
    "figure",
    "figcaption",
    "video",
    "audio",
    "object",
    "head",
    "menu",
    "label",
];

/// Words of classes, ids and roles that say the same.
const HINTS: [&str; 21] = [
    "nav",
    "navbar",
    "navigation",
    "contentinfo",
    "menu",
    "footer",
    "sidebar",
    "comment",
    "share",
    "related",
    "promo",
    "cookie",
    "advert",
    "newsletter",
    "subscri",
    "breadcrumb",
    "social",
    "banner",
    "complementary",
    "hidden",
    "caption",
];

/// Words by which an element says that the article is in it.
const CANDIDATES: [&str; 8] = ["article", "body", "content", "entry", "main", "page", "post", "story"];

/// What stands behind one of these says how a page is laid out, not what an element is: "has-sidebar".
const STATES: [&str; 6] = ["has", "no", "not", "with", "without", "overflow"];

/// Elements whose text is a paragraph.
const BLOCKS: [&str; 24] = [
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "li",
    "blockquote",
    "pre",
    "td",
    "th",
    "dd",
    "dt",
    "div",
    "section",
    "article",
    "main",
    "body",
    "html",
    "header",
    "table",
    "ul",
    "ol",
];

/// A paragraph in the making.
#[derive(Clone, Default)]
struct Block {
    text: String,
    /// Characters of it that are links.
    linked: usize,
}

impl Block {
    fn length(&self) -> usize {
        self.text.chars().count()
    }

    /// More than half of it is links.
    fn is_links(&self) -> bool {
        self.linked * 2 > self.length()
    }

    /// What it says for the element around it; nothing for what is short or made of links.
    fn score(&self) -> usize {
        let length = self.length();
        if length < 25 || self.is_links() {
            return 0;
        }
        2 + 2 * self.text.matches([',', ';']).count().min(10) + (length / 50).min(6)
    }
}

impl Page {
    /// The text of the article, one paragraph a line, empty lines between them. Total on any nodes, in time linear in
    /// them.
    pub fn text(&self) -> String {
        let (mut blocks, mut root) = self.read(true);
        if root.is_none() {
            let unhinted = self.read(false);
            if unhinted.1.is_some() {
                (blocks, root) = unhinted;
            }
        }
        let inside = self.inherited(|index, _| Some(index) == root);
        let mut paragraphs: Vec<&str> = Vec::new();
        for (index, node) in self.nodes.iter().enumerate() {
            let Some(text) = blocks.get(index).map(|block| block.text.trim()).filter(|text| !text.is_empty()) else {
                continue;
            };
            let heading = matches!(node.tag.as_str(), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
            let before = node.tag == "h1" && paragraphs.is_empty();
            let part = inside[index] && (heading || !blocks[index].is_links());
            if (root.is_none() || part || before) && paragraphs.last() != Some(&text) {
                paragraphs.push(text);
            }
        }
        paragraphs.join("\n\n")
    }

    /// The paragraphs and the element of the article; of a page with no article among what is left, hints led astray.
    fn read(&self, with_hints: bool) -> (Vec<Block>, Option<usize>) {
        let blocks = self.blocks(with_hints);
        let root = self.article(&blocks);
        (blocks, root)
    }

    /// For each node, whether it or an element around it is so.
    fn inherited(&self, so: impl Fn(usize, &Node) -> bool) -> Vec<bool> {
        let mut all: Vec<bool> = Vec::with_capacity(self.nodes.len());
        for (index, node) in self.nodes.iter().enumerate() {
            let around = node.parent.is_some_and(|parent| all.get(parent) == Some(&true));
            all.push(around || so(index, node));
        }
        all
    }

    /// The text of each paragraph, at the index of its element.
    fn blocks(&self, with_hints: bool) -> Vec<Block> {
        let dropped = self.inherited(|_, node| is_dropped(node, with_hints));
        let linked = self.inherited(|_, node| node.tag == "a");
        let mut blocks = vec![Block::default(); self.nodes.len()];
        let mut home: Vec<usize> = Vec::with_capacity(self.nodes.len());
        for (index, node) in self.nodes.iter().enumerate() {
            let around = node.parent.and_then(|parent| home.get(parent).copied());
            let own = BLOCKS.contains(&node.tag.as_str());
            home.push(around.filter(|_| !own).unwrap_or(index));
            if dropped[index] {
                continue;
            }
            let block = &mut blocks[home[index]];
            let before = block.text.len();
            if node.tag == "br" {
                block.text.push('\n');
            } else if node.tag.is_empty() {
                add(&mut block.text, &node.text);
            }
            if linked[index] {
                block.linked += block.text[before..].chars().count();
            }
        }
        blocks
    }

    /// The element that the paragraphs speak for: each for the one around it, and half as much for the next one.
    fn article(&self, blocks: &[Block]) -> Option<usize> {
        let parent = |index: usize| self.nodes[index].parent.filter(|parent| *parent < index);
        let mut scores = vec![0; self.nodes.len()];
        for (index, block) in blocks.iter().enumerate() {
            let score = block.score();
            let around = if matches!(self.nodes[index].tag.as_str(), "p" | "li" | "blockquote" | "pre") {
                parent(index)
            } else {
                Some(index)
            };
            let Some(around) = around else { continue };
            scores[around] += 2 * score;
            if let Some(next) = parent(around) {
                scores[next] += score;
            }
        }
        for (score, node) in scores.iter_mut().zip(&self.nodes) {
            if node.tag == "article" || node.tag == "main" {
                *score = *score * 3 / 2;
            }
        }
        let best = scores.iter().enumerate().rev().max_by_key(|(_, score)| **score)?;
        (*best.1 > 0).then_some(best.0)
    }
}

fn is_dropped(node: &Node, with_hints: bool) -> bool {
    let whole = matches!(node.tag.as_str(), "body" | "html" | "main" | "article");
    DROPPED.contains(&node.tag.as_str()) || with_hints && !whole && stands_beside(&node.hint)
}

/// Whether classes, id and role say that an element stands beside the article, and none of them that it holds it.
fn stands_beside(hint: &str) -> bool {
    let hint = hint.to_ascii_lowercase();
    let mut beside = false;
    for name in hint.split_ascii_whitespace() {
        let (mut is_beside, mut is_candidate) = (false, false);
        for word in name.split(['-', '_', ':']).take_while(|word| !STATES.contains(word)) {
            is_beside |= HINTS.iter().any(|hint| is_form(word, hint));
            is_candidate |= CANDIDATES.contains(&word);
        }
        if is_candidate && !is_beside {
            return false;
        }
        beside |= is_beside;
    }
    beside
}

/// "comments" and "usercomment" are forms of "comment"; "navy" is none of "nav".
fn is_form(word: &str, hint: &str) -> bool {
    word.ends_with(hint) || hint.len() > 3 && word.starts_with(hint)
}

/// Adds words with single spaces between them.
fn add(text: &mut String, words: &str) {
    if words.starts_with(char::is_whitespace) && !text.is_empty() && !text.ends_with(char::is_whitespace) {
        text.push(' ');
    }
    for (index, word) in words.split_whitespace().enumerate() {
        if index > 0 {
            text.push(' ');
        }
        text.push_str(word);
    }
    if words.ends_with(char::is_whitespace) && !text.is_empty() && !text.ends_with(char::is_whitespace) {
        text.push(' ');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Nodes from lines: two spaces a level, then tag, class behind a dot, text behind a bar.
    fn page(lines: &str) -> Page {
        let mut nodes: Vec<Node> = Vec::new();
        let mut open: Vec<usize> = Vec::new();
        for line in lines.lines().filter(|line| !line.trim().is_empty()) {
            let level = (line.len() - line.trim_start().len()) / 2;
            let (element, text) = line.trim().split_once('|').unwrap_or((line.trim(), ""));
            let (tag, hint) = element.split_once('.').unwrap_or((element, ""));
            open.truncate(level);
            nodes.push(Node {
                parent: open.last().copied(),
                tag: tag.to_owned(),
                hint: hint.to_owned(),
                text: String::new(),
            });
            open.push(nodes.len() - 1);
            if !text.is_empty() {
                nodes.push(Node { parent: open.last().copied(), text: text.to_owned(), ..Node::default() });
            }
        }
        Page { nodes, ..Page::default() }
    }

    #[test]
    fn the_article_is_found_among_what_surrounds_it() {
        let page = page(
            "body
  nav
    a|Home
  div.header-menu|World, politics, and all of the other things
  h1|Fire kills at least 27
  div.content
    p|At least 27 people were killed in the fire, the mayor said on
      b| Monday
    p|More than 300 were hurt, according to the hospital, and some are in danger.
    div.related
      p|Read more: the fire of 2019, the fire of 2020, the fire of 2021
    p
      a|See all of the articles about this fire
    script|alert(1)
    h2|What is known
    p|Nothing.
  footer|Copyright 2024, all rights reserved, by the paper
",
        );
        let expected = "Fire kills at least 27\n\nAt least 27 people were killed in the fire, the mayor said on Monday\n\n\
            More than 300 were hurt, according to the hospital, and some are in danger.\n\nWhat is known\n\nNothing.";
        assert_eq!(page.text(), expected);
    }

    /// The text of a page with two paragraphs in an element with such classes, and a note on cookies.
    fn within(hint: &str) -> String {
        let said = "At least 27 people were killed in the fire, the mayor said on Monday.";
        page(&format!(
            "body
  h1|Fire
  div.cookie-note
    p|This site uses cookies, as all of them do, to know you again.
  div.{hint}
    p|{said}
    p|More than 300 were hurt, according to the hospital.
"
        ))
        .text()
    }

    #[test]
    fn hints_are_words_and_not_all_of_them_are_about_the_element() {
        let whole = within("x");
        assert!(whole.contains("27 people") && !whole.contains("cookies"), "{whole}");
        for hint in [
            "site has-sidebar",
            "no-sidebar",
            "layout--with-comments",
            "navy",
            "overflow-hidden",
            "main-content sidebar-right",
            "post_body social",
        ] {
            assert_eq!(within(hint), whole, "{hint}");
        }
        for hint in ["sidebar", "comments", "site-nav", "article-comments", "PageFooter", "x related-content"] {
            assert!(stands_beside(hint), "{hint}");
        }
    }

    #[test]
    fn hints_that_leave_nothing_are_passed_over() {
        let page =
            page("body\n  h1|Fire\n  div.related\n    p|At least 27 people were killed in the fire of Monday.\n");
        assert_eq!(page.text(), "Fire\n\nAt least 27 people were killed in the fire of Monday.");
    }

    #[test]
    fn a_page_of_bare_text_is_that_text() {
        assert_eq!(page("body|At least 27").text(), "At least 27");
        assert_eq!(Page::default().text(), "");
        let strange = Node { parent: Some(7), text: "x".to_owned(), ..Node::default() };
        assert_eq!(Page { nodes: vec![strange], ..Page::default() }.text(), "x");
    }
}
