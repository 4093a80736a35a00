//! Share links: what stands behind the `#` of an address. View and corrections for the collection that the page has
//! with it, texts too for one of the user's own.
//!
//! ```text
//! link:   base64url( version 1 · length of the packed body · length of the body · checksum of the body, 4 bytes · packed body )
//! body:   1 for the collection at hand: number of texts, a fingerprint of each (2 bytes)
//!         2 for texts of one's own: the collection
//!         view · corrections in force
//! anchor: text and length in one number, then the place; 0 and the words where the place is lost
//! ```
//!
//! Numbers are written seven bits a byte, texts with their length before them; [`crate::work::squeeze`] packs. Figures are named
//! by their places, and the fingerprints see to it that they are places of the same texts. Times are whole minutes.
//!
//! What was cut off opens up to where it was cut; what was damaged opens not at all, for it could say anything.

mod base64;
mod read;
mod write;

pub use read::open;
pub use write::{sealed, to_corrections, to_texts};

use crate::output::qr;
use crate::reading::text::fnv1a;
use crate::words::Key;

const VERSION: u8 = 1;

/// The longest body: some forty thousand words. What is larger is a matter for files, and what claims to be larger is
/// no link; unpacking the worst one takes a second.
pub const LONGEST_BODY: usize = 250_000;

/// The most that packing can save; what claims more is no link.
const MOST_TIMES: usize = 4096;

/// The body is about the collection at hand.
const AT_HAND: u64 = 1;
/// The body holds texts.
const OWN: u64 = 2;

/// The number of the first relation in links: behind all acts, with room for more of them.
const FIRST_RELATION: usize = 32;

/// The longest link that all browsers open.
pub const BROWSERS: usize = 32_000;

/// What a link of some length comes through, longest first: the length, and the line of the catalogue that says it.
const SURVIVES: [(usize, Key); 6] = [
    (1_000_000, Key::LinkNowhere),
    (BROWSERS, Key::LinkChromium),
    (8_000, Key::LinkBars),
    (2_000, Key::LinkMail),
    (qr::LONGEST, Key::LinkChat),
    (0, Key::LinkAnywhere),
];

/// What a link of this length comes through.
pub fn survives(length: usize) -> Key {
    SURVIVES.iter().find(|(least, _)| length > *least).map_or(Key::LinkAnywhere, |(_, key)| *key)
}

/// Two bytes that tell a text from the others of a collection and from its own earlier form.
fn fingerprint(text: &str) -> [u8; 2] {
    let sum = fnv1a(text.as_bytes());
    ((sum >> 16 ^ sum) as u16).to_be_bytes()
}

#[cfg(test)]
mod tests {
    use super::read::Reader;
    use super::write::Writer;
    use super::*;
    use crate::collection::{Article, Collection};
    use crate::comparing::{Relation, compare};
    use crate::reading::claim::Effect;
    use crate::reading::decimal::Decimal;
    use crate::reading::text::Span;
    use crate::shipped;
    use crate::words::Words;
    use crate::work::journal::{Amount, Anchor, Change, Entry, Journal, Setting};
    use crate::work::saved::{Opened, Saved, View};

    const REASONS: [&str; 5] = [
        "counts only the first week after the vote",
        "Foro Penal counts people, not arrests",
        "another definition of political prisoner",
        "one is from 12 January, the other from February",
        "the sources are the same",
    ];

    /// Sixty corrections as a class would make them: of every sort, one in six with a sentence.
    pub(super) fn sixty() -> Saved {
        let collection = shipped::collection();
        let found = compare(&collection);
        let keys: Vec<(usize, usize)> = (0..5)
            .flat_map(|article| (0..found.readings[article].claims.len()).map(move |claim| (article, claim)))
            .collect();
        let anchor = |number: usize| {
            let (article, claim) = keys[number * 7 % keys.len()];
            Anchor::of(&collection.articles[article], found.readings[article].claims[claim].quote)
        };
        let change = |i: usize| match i % 12 {
            0 | 5 => Change::strike(anchor(i)),
            1 => {
                let amount = Amount::of(Decimal::of(i as f64 * 100.0), Some(Effect::AtLeast));
                Change::edit(anchor(i), Setting { amount: Some(amount), ..Setting::default() })
            }
            2 | 7 => Change::link(anchor(i), anchor(i + 1)),
            3 => Change::unlink(anchor(i)),
            4 => Change::relate(anchor(i), anchor(i + 3), Relation::ALL[i % 7], REASONS[i / 12]),
            6 => Change::split(vec![anchor(i), anchor(i + 1), anchor(i + 2)]),
            8 => Change::merge(anchor(i), anchor(i + 5)),
            9 => Change::rename(
                anchor(i),
                ["Arrests", "Prisoners held", "Share of the vote", "Deaths", "Released"][i / 12],
            ),
            10 => Change::note(vec![anchor(i)], REASONS[4 - i / 12]),
            _ => Change::add(
                anchor(i),
                Setting { amount: Some(Amount::of(Decimal::of(i as f64), None)), ..Setting::default() },
            ),
        };
        let entries = (0..60).map(|i| Entry::new("Ana", 60 * (29_000_000 + i as u64 * 2 / 3), change(i))).collect();
        let view = View { figure: Some(anchor(3)), words: vec!["marks=relations".to_owned()] };
        Saved { collection, journal: Journal::of(entries), view, pupil: None }
    }

    #[test]
    fn sixty_corrections_are_shorter_than_a_thousand_characters() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        let opened = open(&link, &saved.collection).unwrap();
        assert_eq!(opened, Opened { saved, troubles: Vec::new() });

        assert!(link.len() < 1000, "{}", link.len());
    }

    #[test]
    fn the_form_stays() {
        let article = Article { id: "A".into(), text: "5 hurt, 7 dead".into(), ..Article::default() };
        let at = |start| Anchor::of(&article, Span::new(start, start + 1));
        let amount = Amount::of(Decimal::new(5, 0), Some(Effect::AtLeast));
        let set = Setting { amount: Some(amount), who: Some("Ana".into()), ..Setting::default() };
        let changes = [
            Change::add(at(0), Setting::default()),
            Change::edit(at(0), set),
            Change::strike(at(0)),
            Change::link(at(0), at(8)),
            Change::unlink(at(0)),
            Change::split(vec![at(0), at(8)]),
            Change::merge(at(0), at(8)),
            Change::rename(at(0), "hurt"),
            Change::note(vec![at(8)], "x"),
            Change::relate(at(0), at(8), Relation::Later, "a day later"),
        ];
        let collection = Collection { articles: vec![article.clone()], ..Collection::default() };
        let entries = changes.map(|change| Entry::new("B", 1_732_233_600, change)).to_vec();
        let saved = Saved { collection, journal: Journal::of(entries), ..Saved::default() };
        let link = "ATxknuyPhP__rkPGYOhqJ-sXYi9wmCaT0Qr5200CqkuWtrCy4zHElLEUJCcGAO0IUAwZJ2sJwByw45YJhHRmBd-BSw";
        assert_eq!(to_corrections(&saved).unwrap(), link);
        assert_eq!(open(link, &saved.collection), Ok(Opened { saved, troubles: Vec::new() }));
    }

    #[test]
    fn texts_of_ones_own_come_along() {
        let mut saved = sixty();
        saved.collection.framings.clear();
        let link = to_texts(&saved).unwrap();
        let opened = open(&link, &Collection::default()).unwrap();
        assert_eq!(opened.saved, saved);

        assert!(link.len() < 11_400, "{}", link.len());
    }

    fn said(link: &str) -> String {
        match open(link, &shipped::collection()) {
            Ok(opened) => {
                let troubles: Vec<&str> = opened.troubles.iter().map(|trouble| trouble.key.code()).collect();
                format!("{} {}", opened.saved.journal.entries().len(), troubles.join(" "))
            }
            Err(trouble) => trouble.key.code().to_owned(),
        }
    }

    #[test]
    fn links_that_are_not_whole_open_what_they_can() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        assert_eq!(said(&format!("{link}.")), "60 ");
        assert_eq!(said(&format!("{link})\n> reply")), "60 ");
        let half = said(&link[..link.len() / 2]);
        let (count, trouble) = half.split_once(' ').unwrap();
        assert!((20..45).contains(&count.parse::<usize>().unwrap()) && trouble == "link_cut", "{half}");
        assert_eq!(said(&link.to_lowercase()), "link_foreign");
        let middle = link.len() / 2;
        let other = if link.as_bytes()[middle] == b'A' { "B" } else { "A" };
        assert_eq!(said(&format!("{}{other}{}", &link[..middle], &link[middle + 1..])), "link_damaged");
        assert_eq!(said("AgAA"), "link_newer");
        for foreign in ["", "A", "q=deaths", "%00", "https://example.org/", "AQ", "Af____8_"] {
            assert_eq!(said(foreign), "link_foreign", "{foreign}");
        }
        let zeros = sealed(&vec![0; 20_000]).unwrap();
        assert!(zeros.len() < 100 && said(&zeros) == "link_newer", "{}", said(&zeros));
        assert_eq!(sealed(&vec![0; LONGEST_BODY + 1]).unwrap_err().key, Key::LinkLarge);
    }

    #[test]
    fn corrections_to_other_texts_are_counted_and_left_out() {
        let saved = sixty();
        let link = to_corrections(&saved).unwrap();
        let mut other = saved.collection.clone();
        other.articles[2].text.push_str(" And more.");
        other.articles.swap(0, 1);
        let opened = open(&link, &other).unwrap();
        let kept = opened.saved.journal.entries().len();
        assert!((20..60).contains(&kept), "{kept}");
        let lost = format!("Corrections to texts that are not in this collection are left out: {}.", 60 - kept);
        assert_eq!(opened.troubles[0].sentence(Words::ENGLISH), lost);
        for anchor in opened.saved.journal.entries().iter().flat_map(|entry| &entry.change.figures) {
            assert!(anchor.article != "C" && anchor.place(&other).is_some());
        }
    }

    #[test]
    fn years_have_four_digits_as_in_files() {
        for (year, is_read) in [(0, true), (2024, true), (9999, true), (-1, false), (10_000, false)] {
            let mut writer = Writer::default();
            writer.number(1);
            writer.signed(year - 2020);
            let date = Reader::of(&writer.bytes).date();
            assert_eq!(date.is_some(), is_read, "{year}");
            if let Some(Some(date)) = date {
                assert_eq!(date.to_string().parse(), Ok(date));
            }
        }
    }

    #[test]
    fn what_a_length_survives_goes_down_with_it() {
        assert_eq!(survives(700), Key::LinkAnywhere);
        assert_eq!((survives(1_201), survives(9_000)), (Key::LinkChat, Key::LinkBars));
        assert_eq!(survives(2_000_000), Key::LinkNowhere);
    }
}
