//! Texts of the user's own: from bytes or a paste to an [`Article`], with what could be found out about it marked as
//! detected.
//!
//! ```
//! use countercheck::intake::source::read;
//!
//! let file = "Fire in the harbour\n\nLISBON, 3 May 2024 (Reuters) — At least 5 people died.".as_bytes();
//! let read = read("fire.txt", file).expect("a text");
//! assert_eq!(read.article.title.as_deref(), Some("Fire in the harbour"));
//! assert_eq!(read.article.publisher.as_deref(), Some("Reuters"));
//! assert_eq!(read.article.date, "2024-05-03".parse().ok());
//! assert!(read.article.detected.date && read.troubles.is_empty());
//! ```

use crate::collection::{Article, Detected};
use crate::intake::extract::Page;
use crate::intake::markdown;
use crate::reading::date::{PartialDate, date_at};
use crate::reading::dateline::agency;
use crate::reading::document::Document;
use crate::reading::language::Language;
use crate::reading::lexicon::detect;
use crate::reading::text::fold;
use crate::trouble::Trouble;
use crate::words::Key;

/// The longest text in bytes.
pub const LONGEST_TEXT: usize = 2_000_000;

/// The most texts of a collection.
pub const MOST_TEXTS: usize = 100;

/// A text that was read, and what has to be said about it.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Read {
    /// The text. Its id is empty: the collection gives it one ([`next_id`]).
    pub article: Article,
    /// What was not as it should be, and is mended.
    pub troubles: Vec<Trouble>,
}

/// Reads a file: plain text, or Markdown where its name says so.
///
/// # Errors
/// Says in one sentence why it is no text that can be compared.
pub fn read(name: &str, bytes: &[u8]) -> Result<Read, Trouble> {
    let (text, mended) = decode(bytes).map_err(|key| Trouble::about(key, name))?;
    let text = if is_markdown(name) { markdown::to_text(&text) } else { unwrapped(&text) };
    let mut read = article(name, &text)?;
    read.troubles.extend(mended.map(|key| Trouble::about(key, name)));
    Ok(read)
}

/// Reads what was pasted.
///
/// # Errors
/// As [`read`]; `name` is what the user calls it, for the sentence.
pub fn paste(name: &str, text: &str) -> Result<Read, Trouble> {
    if text.len() > LONGEST_TEXT {
        return Err(Trouble::about(Key::TextLarge, name));
    }
    article(name, &unwrapped(&tidy(text)))
}

/// Takes the article out of a page that the browser took apart. What the page says of itself counts as detected.
///
/// # Errors
/// As [`read`].
pub fn page(name: &str, page: &Page) -> Result<Read, Trouble> {
    let mut read = article(name, &tidy(&page.text()))?;
    let article = &mut read.article;
    let named = |text: &Option<String>| text.as_deref().map(fold::one_line).filter(|text| !text.is_empty());
    let (title, outlet) = named(&page.title).map(|title| without_outlet(&title, page.site.as_deref())).unzip();
    article.title = title.or(article.title.take());
    article.publisher = named(&page.site).or(outlet.flatten()).or(article.publisher.take());
    article.date = page.date.as_deref().and_then(|date| date.parse().ok()).or(article.date);
    article.language = page.language.as_deref().and_then(Language::from_code).or(article.language);
    article.detected = detected(article);
    Ok(read)
}

/// The title of a page without the name of the outlet behind it, and that name: "Toll rises | The Monitor". Behind a dash,
/// which titles have as well, only the name that the page gives itself goes.
fn without_outlet(title: &str, site: Option<&str>) -> (String, Option<String>) {
    let is_site = |name: &str| site.is_some_and(|site| site.trim().eq_ignore_ascii_case(name));
    for (joint, is_sure) in [(" | ", true), (" - ", false), (" – ", false), (" — ", false)] {
        if let Some((head, name)) = title.rsplit_once(joint)
            && (is_site(name) || is_sure && name.split_whitespace().count() <= 5 && head.contains(' '))
        {
            return (head.to_owned(), Some(name.to_owned()));
        }
    }
    (title.to_owned(), None)
}

fn is_markdown(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["md", "markdown", "mdown"].iter().any(|known| known.eq_ignore_ascii_case(ending))
}

/// The first letter that is not taken: A to Z, then AA, AB and so on.
pub fn next_id(taken: &[&str]) -> String {
    // One of so many letters is not among those taken.
    (0..=taken.len()).map(letters).find(|id| !taken.contains(&id.as_str())).unwrap_or_default()
}

fn letters(number: usize) -> String {
    let letter = |place: usize| char::from(b'A' + (place % 26) as u8);
    match number.checked_sub(26) {
        None => letter(number).to_string(),
        Some(rest) => format!("{}{}", letters(rest / 26), letter(rest)),
    }
}

// ---- bytes to text ----

/// What a file of another program begins with.
const SIGNATURES: [&[u8]; 4] = [b"%PDF", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"{\\rtf"];

/// The characters that Windows-1252 has at 0x80 to 0x9f; undefined places are kept as Latin-1 has them.
const WINDOWS: &str = "€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8d}Ž\u{8f}\u{90}‘’“”•–—˜™š›œ\u{9d}žŸ";

/// The text that bytes stand for, without control characters and with one kind of line end; with what had to be mended.
///
/// # Errors
/// Says why it is no text.
pub fn decode(bytes: &[u8]) -> Result<(String, Option<Key>), Key> {
    if SIGNATURES.iter().any(|signature| bytes.starts_with(signature)) {
        return Err(Key::TextNotBut);
    }
    let wide = utf_16(bytes);
    let most = if wide.is_some() { 2 * LONGEST_TEXT + 2 } else { LONGEST_TEXT + 3 };
    if bytes.len() > most {
        return Err(Key::TextLarge);
    }
    let (text, mended) = match wide {
        Some(text) => {
            let lost = text.contains('\u{fffd}').then_some(Key::TextMended);
            (text, lost)
        }
        None => narrow(bytes),
    };
    let controls = text.chars().filter(|c| is_control(*c)).count();
    if controls * 50 > text.chars().count() {
        return Err(Key::TextNot);
    }
    let mended = mended.or((controls > 0).then_some(Key::TextMended));
    let text = tidy(&text);
    if text.len() > LONGEST_TEXT { Err(Key::TextLarge) } else { Ok((text, mended)) }
}

/// UTF-16 by its mark, or by the zeros that every other byte of it is in Latin letters.
fn utf_16(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(512)];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count() * 2;
    let mostly = |first: usize| head.len() >= 8 && zeros(first) * 10 > head.len() * 8;
    let big = bytes.starts_with(b"\xfe\xff") || mostly(0) && !mostly(1);
    if !big && !bytes.starts_with(b"\xff\xfe") && (mostly(0) || !mostly(1)) {
        return None;
    }
    let units = bytes.chunks(2).map(|pair| {
        let pair = [pair[0], pair.get(1).copied().unwrap_or(0)];
        if big { u16::from_be_bytes(pair) } else { u16::from_le_bytes(pair) }
    });
    Some(char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect())
}

/// UTF-8, with a broken place or two if need be, else Windows-1252.
fn narrow(bytes: &[u8]) -> (String, Option<Key>) {
    let (mut sound, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    if broken == 0 || sound > 4 * broken {
        return (String::from_utf8_lossy(bytes).into_owned(), (broken > 0).then_some(Key::TextMended));
    }
    let high: Vec<char> = WINDOWS.chars().collect();
    let character = |&byte: &u8| match byte {
        0x80..=0x9f => high.get(usize::from(byte) - 0x80).copied().unwrap_or('\u{fffd}'),
        _ => char::from(byte),
    };
    (bytes.iter().map(character).collect(), Some(Key::TextLegacy))
}

/// A character that no text is written with.
fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}' | '\u{86}'..='\u{9f}')
}

/// One kind of line end, no control characters, no marks of byte order.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut last = '\0';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\r' | '\n' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => tidy.push('\n'),
            '\u{feff}' => {}
            _ if is_control(c) => {}
            _ => tidy.push(c),
        }
        last = c;
    }
    tidy.truncate(tidy.trim_end().len());
    tidy
}

/// Lines of a text that is broken at a fixed width, put together into paragraphs; any other text as it is.
fn unwrapped(text: &str) -> String {
    const WIDTH: std::ops::RangeInclusive<usize> = 50..=90;
    let lines: Vec<&str> = text.lines().collect();
    let goes_on =
        |at: usize| !lines[at].trim().is_empty() && lines.get(at + 1).is_some_and(|next| !next.trim().is_empty());
    let inner: Vec<usize> = (0..lines.len()).filter(|&at| goes_on(at)).collect();
    let full = inner.iter().filter(|&&at| WIDTH.contains(&lines[at].chars().count())).count();
    if inner.len() < 5 || full * 10 < inner.len() * 9 {
        return text.to_owned();
    }
    let mut whole = String::with_capacity(text.len());
    for (at, line) in lines.iter().enumerate() {
        let joined = goes_on(at) && WIDTH.contains(&line.chars().count());
        whole.push_str(if joined { line.trim_end() } else { line });
        whole.push(if joined { ' ' } else { '\n' });
    }
    whole.truncate(whole.trim_end().len());
    whole
}

// ---- what the text says of itself ----

fn article(name: &str, text: &str) -> Result<Read, Trouble> {
    if text.trim().is_empty() {
        return Err(Trouble::about(Key::TextEmpty, name));
    }
    let language = detect(text);
    let lines: Vec<&str> = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(12).collect();
    let mut article = Article {
        title: title(&lines, language),
        publisher: lines.iter().take(6).find_map(|line| agency(line)).or_else(|| outlet(&lines, language)),
        date: lines.iter().find_map(|line| stated_day(line, language)),
        language: Some(language),
        text: text.to_owned(),
        ..Article::default()
    };
    article.detected = detected(&article);
    Ok(Read { article, troubles: Vec::new() })
}

fn detected(article: &Article) -> Detected {
    Detected {
        title: article.title.is_some(),
        publisher: article.publisher.is_some(),
        date: article.date.is_some(),
        language: article.language.is_some(),
    }
}

/// A line that says no more than the day.
fn is_day(line: &str, language: Language) -> bool {
    line.split_whitespace().count() <= 6 && stated_day(line, language).is_some()
}

/// A name that stands above the day, as outlets print theirs: "Valdora Courier", "14 March 2023".
fn outlet(lines: &[&str], language: Language) -> Option<String> {
    let (name, day) = (lines.first()?, lines.get(1)?);
    let words = name.split_whitespace().count();
    let is_name = (1..=5).contains(&words) && name.starts_with(fold::is_upper) && !name.ends_with(['.', ':', ',']);
    (is_name && is_day(day, language) && !is_day(name, language) && title(&lines[1..], language).is_some())
        .then(|| (*name).to_owned())
}

/// The first of the first lines that is no sentence and no date and says more than a section's name does, where text
/// follows.
fn title(lines: &[&str], language: Language) -> Option<String> {
    let body = lines.iter().any(|line| line.chars().count() > 80 || line.ends_with('.'));
    let is_title = |line: &&&str| {
        let words = line.split_whitespace().count();
        (3..=30).contains(&words) && !line.ends_with(['.', ',', ';', ':']) && line.chars().count() <= 200
    };
    lines
        .iter()
        .take(3)
        .take_while(|line| !line.ends_with('.'))
        .filter(|line| !is_day(line, language))
        .find(is_title)
        .filter(|_| body)
        .map(|line| (*line).to_owned())
}

/// The part of a line in which a text says where and when it was written: a short line, or a long one up to its dash.
fn head(line: &str) -> Option<&str> {
    let end = line.char_indices().nth(90).map(|(at, _)| at);
    match end {
        None => Some(line),
        Some(end) => line[..end].rfind(['—', '–']).or_else(|| line[..end].rfind(" - ")).map(|dash| &line[..dash]),
    }
}

/// A date as somebody types it: "2025-09-22", "2025-09", "2025", or a full day in words.
pub fn typed_day(text: &str) -> Option<PartialDate> {
    let in_words = |language| stated_day(text, language);
    text.trim().parse().ok().or_else(|| [Language::English, Language::Spanish].into_iter().find_map(in_words))
}

/// The first full day with its year in the head of a line.
fn stated_day(line: &str, language: Language) -> Option<PartialDate> {
    let head = head(line)?;
    let document = Document::new(head, language);
    let day = |at: usize| {
        let date = date_at(&document, at, None).filter(|date| date.year_stated)?;
        date.from.filter(|from| date.to == Some(*from) && from.day().is_some())
    };
    (0..document.len()).find_map(day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;

    fn decoded(bytes: &[u8]) -> String {
        match decode(bytes) {
            Ok((text, None)) => text,
            Ok((text, Some(key))) => format!("{text} | {}", key.code()),
            Err(key) => key.code().to_owned(),
        }
    }

    #[test]
    fn every_usual_encoding_is_read_and_guesses_are_said() {
        let utf_16 = |text: &str, big: bool| -> Vec<u8> {
            text.encode_utf16().flat_map(|unit| if big { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
        };
        let cases: [(&[u8], &str); 13] = [
            ("Año “27”".as_bytes(), "Año “27”"),
            (b"\xef\xbb\xbfA\xc3\xb1o", "Año"),
            (&utf_16("\u{feff}Año 𝄞", false), "Año 𝄞"),
            (&utf_16("\u{feff}Año", true), "Año"),
            (&utf_16("At least 27 people", false), "At least 27 people"),
            (&[0xff, 0xfe, 0x41, 0, 0x00, 0xd8, 0x42, 0], "A\u{fffd}B | text_mended"),
            (b"A\xf1o \x9327\x94", "Año “27” | text_legacy"),
            (
                "Murieron\u{0} al menos 27 personas en el incendio del lunes.".as_bytes(),
                "Murieron al menos 27 personas en el incendio del lunes. | text_mended",
            ),
            (b"one\r\ntwo\rthree\x0cfour\n\n", "one\ntwo\nthree\nfour"),
            (b"%PDF-1.7 \x00\x01", "text_not_but"),
            (b"PK\x03\x04 word/document.xml", "text_not_but"),
            (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01", "text_not"),
            (&[0; 100], "text_not"),
        ];
        for (bytes, expected) in cases {
            assert_eq!(decoded(bytes), expected, "{:?}", &bytes[..bytes.len().min(20)]);
        }
        assert_eq!(decoded(&vec![b'x'; LONGEST_TEXT + 4]), "text_large");
        let mixed = [&"áéíóú".repeat(3).into_bytes()[..], b"\xf1"].concat();
        assert!(decoded(&mixed).ends_with("\u{fffd} | text_mended"));
    }

    #[test]
    fn troubles_name_the_file() {
        let said = |name: &str, bytes: &[u8]| read(name, bytes).unwrap_err().sentence(Words::ENGLISH);
        assert_eq!(said("a.txt", b" \n"), "a.txt holds no text.");
        assert_eq!(said("b.png", &[0; 9]), "b.png is not a text file.");
    }

    /// Title, outlet, date and language as they are detected.
    fn found(text: &str) -> String {
        let article = paste("x", text).unwrap().article;
        let or = |text: Option<String>| text.unwrap_or_else(|| "-".to_owned());
        let date = article.date.map(|date| date.to_string());
        let language = article.language.map(|language| language.code().to_owned());
        [or(article.title), or(article.publisher), or(date), or(language)].join(" | ")
    }

    #[test]
    fn a_text_tells_its_title_outlet_date_and_language() {
        let long = " The rest of the story goes on for a while, as such stories do in all of the papers of the world.";
        for (text, expected) in [
            (
                format!("Quake hits the coast\nSeptember 22, 2025\n\nIt was strong.{long}"),
                "Quake hits the coast | - | 2025-09-22 | en",
            ),
            (
                format!(
                    "Un sismo sacude la costa\n\nCARACAS, 22 de septiembre de 2025 (AFP) — Al menos 27 personas murieron en la costa.{long}{long}"
                ),
                "Un sismo sacude la costa | AFP | - | en",
            ),
            (
                format!("Valdora Courier\n14 March 2023\nDam wall gives way above the valley\nIt was strong.{long}"),
                "Dam wall gives way above the valley | Valdora Courier | 2023-03-14 | en",
            ),
            (format!("WORLD\n\nAt least 27 people died on September 22, 2025, in the city.{long}"), "- | - | - | en"),
            ("27".to_owned(), "- | - | - | en"),
        ] {
            assert_eq!(found(&text), expected);
        }
    }

    #[test]
    fn the_title_of_a_page_goes_without_the_name_of_the_outlet() {
        for (title, site, expected) in [
            (
                "Dam: toll rises to 47 | The Northern Monitor",
                None,
                ("Dam: toll rises to 47", Some("The Northern Monitor")),
            ),
            ("Dam: toll rises - The Monitor", Some("The monitor"), ("Dam: toll rises", Some("The Monitor"))),
            ("Talks fail - what now", None, ("Talks fail - what now", None)),
            ("Toll | 47", None, ("Toll | 47", None)),
        ] {
            let (head, name) = without_outlet(title, site);
            assert_eq!((head.as_str(), name.as_deref()), expected);
        }
    }

    #[test]
    fn lines_of_one_width_are_paragraphs() {
        let words = "At least twenty-seven people were killed in the fire on Monday and";
        let wrapped = format!("{words}\n{words}\n{words}\nmore\n\n{words}\n{words}\n{words}\nend");
        assert_eq!(unwrapped(&wrapped).lines().count(), 3);
        assert_eq!(paste("x", &wrapped).unwrap().article.text, read("x.txt", wrapped.as_bytes()).unwrap().article.text);
        let verse = "Short lines\nof a poem\nstay\nas\nthey\nare\nhere";
        assert_eq!(unwrapped(verse), verse);
    }

    #[test]
    fn letters_go_on_behind_z() {
        let mut taken: Vec<String> = Vec::new();
        for _ in 0..30 {
            let next = next_id(&taken.iter().map(String::as_str).collect::<Vec<_>>());
            taken.push(next);
        }
        assert_eq!((taken[25].as_str(), taken[26].as_str(), taken[29].as_str()), ("Z", "AA", "AD"));
        assert_eq!(letters(701), "ZZ");
    }
}
