//! What pupils handed in, beside the key.

use std::path::Path;

use anyhow::{Context, Result, anyhow, ensure};
use browser_tests::library::{Copy, collection};
use browser_tests::{Browser, Page, browse, browse_in, keys};
use countercheck::comparing::{ClaimKey, Comparison, Relation, compare};
use countercheck::reading::claim::Claim;
use countercheck::reading::text::Span;
use countercheck::teaching::pupil::{Act, Mark, Pupil, Qualifier, Said, Topic, Verdict};
use countercheck::work::journal::Anchor;
use countercheck::work::saved::{self, Saved};
use serde_json::{Value, json};

use crate::view::{ensure_no_complaint, ensure_no_english, in_spanish, sources, strings};

const DEATHS: &str = "deaths-in-the-post-election-protests";

/// The shipped texts, what is found in them, and the figures of the deaths: A, C and E.
struct Shipped {
    saved: Saved,
    found: Comparison,
    deaths: Vec<ClaimKey>,
}

impl Shipped {
    fn read() -> Result<Self> {
        let saved = saved::read(&collection()?).map_err(|trouble| anyhow!("{trouble:?}"))?.saved;
        let found = compare(&saved.collection);
        let row = found.alignments.iter().find(|row| row.id == DEATHS).context("the deaths")?;
        Ok(Self { deaths: row.members.clone(), found, saved })
    }

    fn claim(&self, key: ClaimKey) -> &Claim {
        self.found.claim(key)
    }

    /// A pupil who is asked for the deaths and for another quantity.
    fn pupil(&self, name: &str) -> Pupil {
        let topic = |id: &str| Topic { id: id.to_owned(), name: "A topic".to_owned() };
        let other = self.found.alignments.iter().find(|row| row.id != DEATHS).map_or("none", |row| &row.id);
        let mut pupil = Pupil::new(vec![topic(DEATHS), topic(other)], None);
        name.clone_into(&mut pupil.name);
        pupil
    }

    fn mark(&self, pupil: &mut Pupil, article: usize, span: Span, qualifier: Qualifier) -> u64 {
        let id = pupil.next_mark();
        let figure = Anchor::of(&self.saved.collection.articles[article], span);
        pupil.push(id, Act::Mark(Mark { id, figure, qualifier, topic: Some(0), who: None }));
        id
    }

    /// Marks two figures of the deaths, the second with a little word that is not there, and words that are no figure;
    /// has a word on the pair, sees the program's, and changes the reason.
    fn ana(&self) -> Pupil {
        let mut pupil = self.pupil("Ana");
        let [first, second] = [self.deaths[0], self.deaths[1]];
        let a = self.mark(&mut pupil, first.article, self.claim(first).phrase, Qualifier::of(self.claim(first)));
        let b = self.mark(&mut pupil, second.article, self.claim(second).phrase, Qualifier::Other);
        self.mark(&mut pupil, second.article, Span::new(0, 3), Qualifier::None);
        let say = |reason: &str| {
            let verdict = Some(Verdict::Relation(Relation::Conflict));
            Act::Say(Said { pair: (a, b), verdict, reason: reason.to_owned() })
        };
        pupil.push(20, say("28 > 27"));
        pupil.push(21, Act::Shown(Some((a, b))));
        pupil.push(22, say("28 > 27!"));
        pupil.push(23, Act::Blank { topic: 0, blank: 1, words: "veintisiete".to_owned() });
        pupil
    }

    /// Marks one figure of the deaths, and gives no name.
    fn nameless(&self) -> Pupil {
        let mut pupil = self.pupil("");
        let first = self.deaths[0];
        self.mark(&mut pupil, first.article, self.claim(first).quote, Qualifier::None);
        pupil
    }

    /// Marks another figure of the deaths.
    fn ben(&self) -> Pupil {
        let mut pupil = self.pupil("Ben");
        let second = self.deaths[1];
        self.mark(&mut pupil, second.article, self.claim(second).quote, Qualifier::None);
        pupil
    }

    fn handed(&self, pupil: Pupil) -> String {
        saved::write(&self.saved.for_pupils(pupil))
    }
}

/// A script that drops pupils' work on the page, and gives a promise that so many pupils are shown.
fn dropping_of(work: &[String], pupils: usize) -> String {
    format!(
        "const data = new DataTransfer();
        {}.forEach((json, i) => data.items.add(new File([json], `${{i}}.json`)));
        document.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));
        return new Promise((done) => setInterval(() =>
            document.querySelectorAll('#handed[open] [data-pupil]').length === {pupils} && done(), 20));",
        json!(work)
    )
}

/// The same, of what Ana and one without a name handed in.
pub(crate) fn dropping() -> Result<String> {
    let shipped = Shipped::read()?;
    Ok(dropping_of(&[shipped.handed(shipped.ana()), shipped.handed(shipped.nameless())], 2))
}

async fn drop_files(page: &Page) -> Result<()> {
    run(page, &dropping()?).await
}

async fn run(page: &Page, script: &str) -> Result<()> {
    page.read(&format!("(() => {{ {script} }})()")).await.map(drop)
}

/// Two copies, and four files that are none of this collection; their paths, one a line.
fn files(shipped: &Shipped, folder: &Path, page: &Copy) -> Result<String> {
    let mut elsewhere: Value = serde_json::from_str(&shipped.handed(shipped.pupil("Caro")))?;
    elsewhere["articles"] = json!([{ "id": "A", "text": "The fire killed 5 people." }]);
    let files = [
        ("ana.json", shipped.handed(shipped.ana())),
        ("caro.json", elsewhere.to_string()),
        ("collection.json", saved::write(&shipped.saved)),
        ("damaged.json", shipped.handed(shipped.ana())[..900].to_owned()),
        ("notes.txt", "Nothing but notes.".to_owned()),
    ];
    let mut paths = vec![page.file().display().to_string()];
    for (name, content) in files {
        std::fs::write(folder.join(name), content)?;
        paths.push(folder.join(name).display().to_string());
    }
    Ok(paths.join("\n"))
}

async fn said(page: &Page, selector: &str) -> Result<Vec<String>> {
    strings(page, &format!("[...document.querySelectorAll('{selector}')].map((it) => it.innerText)")).await
}

#[test]
fn what_pupils_handed_in_stands_beside_the_key() {
    let folder = tempfile::tempdir().expect("a folder");
    browse("handed", async |page| {
        let shipped = Shipped::read()?;
        let copy = Copy::of(&serde_json::from_str(&shipped.handed(shipped.nameless()))?)?;
        page.open("").await?;
        page.click(".acts .share").await?;
        page.type_into("#share [type=file]", &files(&shipped, folder.path(), &copy)?).await?;
        page.wait_until("document.querySelectorAll('#handed[open] [data-pupil]').length === 2", "two pupils").await?;
        let troubles = said(page, "#handed .troubles li").await?;
        for (trouble, sentence) in troubles.iter().zip([
            "caro.json: This pupil worked on other texts.",
            "collection.json: This is no pupil’s work.",
            "damaged.json: The saved collection is cut off",
            "notes.txt: This is no pupil’s work.",
        ]) {
            ensure!(trouble.starts_with(sentence), "{trouble} is not “{sentence}”");
        }
        ensure!(troubles.len() == 4, "{troubles:?}");
        let found = said(page, ".of-figures .num").await?;
        ensure!(found == ["found by 2 of 2", "found by 1 of 2", "found by 0 of 2"], "{found:?}");
        let tally = said(page, ".of-pairs > li:first-child .tally li").await?;
        ensure!(tally == ["Pupils:", "Conflict 1"], "{tally:?}");
        let rows = said(page, "[data-pupil]").await?;
        ensure!(rows[0].starts_with("Pupil 1") && rows[0].matches("not marked").count() == 2, "{}", rows[0]);
        let parts = [
            "Ana",
            "Countercheck: ",
            "marked beyond the key",
            "28 > 27!",
            "after seeing Countercheck’s word",
            "veintis",
        ];
        for part in parts {
            ensure!(rows[1].contains(part), "“{part}” is not in {}", rows[1]);
        }
        ensure_no_complaint(page).await
    });
}

#[test]
fn names_can_be_hidden_and_go_with_the_window() {
    browse("handed-names", async |page| {
        page.open("").await?;
        drop_files(page).await?;
        ensure!(sources(page).await?.len() == 5, "the teacher's own work is gone");
        // Both again, and a third along with them.
        let shipped = Shipped::read()?;
        let work = [shipped.ana(), shipped.nameless(), shipped.ben()].map(|pupil| shipped.handed(pupil));
        run(page, &dropping_of(&work, 3)).await?;
        ensure!(page.text("#handed .tools").await?.contains("Pupils: 3"), "one pupil stands there twice");
        page.click("#handed .tools .seg button:last-child").await?;
        page.wait_until("!document.querySelector('#handed').innerText.includes('Ana')", "no name").await?;
        ensure!(said(page, "[data-pupil] th b").await? == ["Pupil 1", "Pupil 2", "Pupil 3"]);
        page.press([keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('#handed[open]')", "the dialog is closed").await?;
        page.wait_until("!document.querySelector('dialog[open]')", "none is left open").await?;
        let kept = page.read("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)").await?;
        ensure!(!kept.to_string().contains("Ana"), "the device has the name");
        page.reload().await?;
        page.click(".acts .share").await?;
        let hidden = page.read(
            "[...document.querySelectorAll('#share .btn')].some((it) => it.hidden
            && it.textContent === 'Show pupils’ work')",
        );
        ensure!(hidden.await? == json!(true), "a reload leaves them there");
        Ok(())
    });
}

#[test]
fn keys_lead_from_one_quantity_to_the_next_and_back_to_the_page() {
    browse("handed-keys", async |page| {
        page.open("").await?;
        page.click(".acts .share").await?;
        drop_files(page).await?;
        page.read("document.querySelector('[data-topic]').focus()").await?;
        page.press([keys::RIGHT]).await?;
        page.wait_until("document.activeElement.dataset.topic === '1'", "the second quantity").await?;
        page.wait_until(&format!("document.querySelector('[data-handed]').dataset.handed !== '{DEATHS}'"), "its table")
            .await?;
        page.press([keys::ESCAPE]).await?;
        page.wait_until("!document.querySelector('#handed[open]')", "closed").await?;
        page.press(['t']).await?;
        ensure!(page.fragment().await?.is_empty(), "a key reached the page below an open dialog");
        page.read(
            "[...document.querySelectorAll('#share .btn')].find((it) =>
            it.textContent === 'Show pupils’ work').focus()",
        )
        .await?;
        page.press([keys::ENTER]).await?;
        page.wait_until("document.querySelectorAll('#handed[open] [data-pupil]').length === 2", "open again").await?;
        page.press([keys::ESCAPE]).await?;
        page.wait_until("document.activeElement.textContent === 'Show pupils’ work'", "focus is back").await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn pupils_work_in_spanish_has_no_english_words() {
    browse("handed-spanish", async |page| {
        page.open("").await?;
        in_spanish(page).await?;
        drop_files(page).await?;
        ensure!(page.text("[data-pupil='1']").await?.contains("tras ver la palabra de Countercheck"));
        ensure_no_english(page, "#handed", ".of-figures small, .of-pairs p, .works q, .works u").await
    });
}

#[test]
fn pupils_work_fits_every_width() {
    browse_in(Browser::Chromium, "handed-widths", async |page| {
        for width in [360, 390, 768, 1024, 1440, 2560] {
            page.resize(width, 844).await?;
            page.open("").await?;
            drop_files(page).await?;
            let over = page.read(
                "[...document.querySelectorAll('#handed, #handed *')].filter((it) =>
                it.checkVisibility() && it.getBoundingClientRect().right > innerWidth + 1).map((it) => it.outerHTML)",
            );
            ensure!(over.await? == json!([]), "at {width} something stands out");
        }
        Ok(())
    });
}
