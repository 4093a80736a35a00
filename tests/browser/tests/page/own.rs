//! The user's own collections: taken in, kept, saved as a file, and found again.

use std::time::Duration;

use anyhow::{Result, ensure};
use browser_tests::library::{collection, grown};
use browser_tests::{Browser, Page, browse, keys};
use serde_json::json;

use crate::view::{ensure_no_complaint, sources, until_corrected};

const FIRST: &str = "At least 27 people were killed in the fire in Oakton on Monday, the mayor said. <b>Some</b> fled.";
const SECOND: &str = "The fire in Oakton killed 31 people on Monday, according to the police.";

/// Opens the dialog on a new collection and pastes two texts.
pub(crate) async fn paste_two(page: &Page) -> Result<()> {
    page.open("").await?;
    page.click(".acts .collection").await?;
    page.click("#new-collection").await?;
    page.wait_until("document.querySelectorAll('#collection .own li').length === 0", "an empty collection").await?;
    for text in [FIRST, SECOND] {
        page.type_into("#paste", text).await?;
        page.click("#collection .drop .btn").await?;
    }
    until_listed(page, 2).await
}

/// Until so many texts are in the list.
async fn until_listed(page: &Page, count: usize) -> Result<()> {
    let there = format!("document.querySelectorAll('#collection .own li').length === {count}");
    page.wait_until(&there, &format!("{count} texts in the list")).await
}

/// Drops files with these names and texts on the page, one handful right after the other.
pub(crate) async fn drop_texts(page: &Page, handfuls: &[&[(&str, &str)]]) -> Result<()> {
    let drop = format!(
        "for (const files of {}) {{
            const data = new DataTransfer();
            files.forEach(([name, text]) => data.items.add(new File([text], name)));
            document.dispatchEvent(new DragEvent('drop', {{ dataTransfer: data, bubbles: true, cancelable: true }}));
        }}",
        json!(handfuls)
    );
    page.read(&format!("(() => {{ {drop} }})()")).await?;
    Ok(())
}

/// Has the texts compared.
pub(crate) async fn compare(page: &Page) -> Result<()> {
    page.click("#collection footer .strong").await?;
    page.wait_until("document.querySelectorAll('[data-source]').length === 2", "two columns").await
}

async fn has_both(page: &Page) -> Result<()> {
    ensure!(sources(page).await? == ["A", "B"]);
    let read = page.read(
        "[...document.querySelectorAll('[data-source=A] [data-paragraph]')].map((it) => it.textContent).join('')",
    );
    ensure!(read.await? == json!(FIRST), "the text of A is another one");
    let rows = page.read("document.querySelectorAll('[data-alignment]').length").await?;
    ensure!(rows == json!(1), "27 and 31 are not lined up: {rows} rows");
    Ok(())
}

/// Until what was typed is on the device.
pub(crate) async fn until_kept(page: &Page) -> Result<()> {
    page.wait_until("document.querySelector('.acts .kept').textContent === 'Saved on this device'", "it is kept").await
}

#[test]
fn two_pasted_texts_are_compared_and_kept() {
    browse("own-texts", async |page| {
        paste_two(page).await?;
        page.type_into("#collection .field input", "The fire").await?;
        compare(page).await?;
        has_both(page).await?;
        ensure!(page.text(".brand h1").await? == "The fire");
        until_kept(page).await?;
        page.reload().await?;
        has_both(page).await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn what_was_typed_a_second_ago_survives_a_crash() {
    browse("own-crash", async |page| {
        paste_two(page).await?;
        page.type_into("#collection .field input", "Half a na").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        // No event tells the page that it is about to go.
        page.read("window.addEventListener('pagehide', (event) => event.stopImmediatePropagation(), true)").await?;
        page.open("").await?;
        ensure!(page.text(".brand h1").await? == "Half a na");
        has_both(page).await
    });
}

#[test]
fn what_is_removed_can_be_had_back_and_so_can_the_shipped_texts() {
    browse("own-removed", async |page| {
        paste_two(page).await?;
        page.click("#collection .own li:last-child > .btn").await?;
        page.wait_until("document.querySelectorAll('#collection .own li').length === 1", "one text").await?;
        page.wait_until("document.activeElement.id === 'put-back'", "focus on the way back").await?;
        page.click("#put-back").await?;
        compare(page).await?;
        has_both(page).await?;
        page.click(".acts .collection").await?;
        page.click("#shipped").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 5", "the shipped texts").await?;
        page.click("#collection .shelf .open").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 2", "one's own again").await
    });
}

#[test]
fn the_form_of_a_text_follows_the_collection() {
    browse("own-forms", async |page| {
        paste_two(page).await?;
        until_kept(page).await?;
        page.click("#new-collection").await?;
        until_listed(page, 0).await?;
        for text in ["A flood took 3 bridges.", "The flood took 4 bridges."] {
            paste(page, &json!(text).to_string()).await?;
        }
        until_listed(page, 2).await?;
        page.click("#collection .own summary").await?;
        page.click("#collection .shelf .open").await?;
        page.wait_until(
            &format!("document.querySelector('#collection .own textarea').value === {}", json!(FIRST)),
            "the form has the text of the collection that was opened",
        )
        .await?;
        page.type_into("#collection .own input", "The Oakton Post").await?;
        compare(page).await?;
        has_both(page).await
    });
}

#[test]
fn a_removed_text_comes_back_to_its_own_collection_under_a_letter_of_its_own() {
    browse("own-removed-text", async |page| {
        paste_two(page).await?;
        page.click("#collection .own li:first-child > .btn").await?;
        until_listed(page, 1).await?;
        paste(page, "'The fire took a third of Oakton.'").await?;
        until_listed(page, 2).await?;
        page.click("#put-back").await?;
        until_listed(page, 3).await?;
        let letters =
            "new Set([...document.querySelectorAll('#collection .own summary b')].map((it) => it.textContent)).size";
        ensure!(page.read(letters).await? == json!(3), "two texts have one letter");
        page.click("#collection .own li:first-child > .btn").await?;
        until_listed(page, 2).await?;
        page.click("#new-collection").await?;
        until_listed(page, 0).await?;
        ensure!(page.read("document.querySelector('#put-back')").await?.is_null(), "it can be put into another one");
        ensure_no_complaint(page).await
    });
}

#[test]
fn files_that_are_dropped_one_after_the_other_are_all_taken_in() {
    browse("own-drops", async |page| {
        page.open("").await?;
        page.click(".acts .collection").await?;
        page.click("#new-collection").await?;
        until_listed(page, 0).await?;
        let handful = [("a.txt", FIRST), ("b.txt", SECOND)];
        drop_texts(page, &[&handful, &handful]).await?;
        until_listed(page, 4).await?;
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_work_that_is_put_away_while_it_is_read_does_not_come_back() {
    browse("own-turns", async |page| {
        page.open("").await?;
        let long = grown(&collection()?, 100, 400).to_string();
        // Reading goes on in slices, each after a pause of no length: they are held here.
        page.read(
            "(window.held = [], window.wait = setTimeout, window.setTimeout = (then, pause, ...all) =>
            pause ? wait(then, pause, ...all) : held.push(then), 0)",
        )
        .await?;
        drop_texts(page, &[&[("long.json", &long)]]).await?;
        page.wait_until("held.length && document.querySelector('[data-progress]')", "the long work is being read")
            .await?;
        page.click("#shipped").await?;
        page.wait_until("!document.querySelector('[data-progress]')", "it is put away").await?;
        page.read("(window.setTimeout = wait, held.forEach((then) => then()), 0)").await?;
        page.click("#collection footer .strong").await?;
        tokio::time::sleep(Duration::from_secs(1)).await;
        ensure!(sources(page).await?.len() == 5, "the texts of another work are on the page");
        ensure!(page.text(".brand h1").await?.contains("Venezuela"));
        ensure_no_complaint(page).await
    });
}

#[test]
fn the_help_and_the_journal_follow_the_work() {
    browse("own-dialogs", async |page| {
        paste_two(page).await?;
        page.type_into("#collection .field input", "The fire").await?;
        compare(page).await?;
        page.press(['?']).await?;
        let about = page.text("#help > section:last-child").await?;
        ensure!(about.contains("The fire") && about.contains('2'), "the help says {about}");
        page.press([keys::ESCAPE]).await?;
        page.click("[data-alignment]").await?;
        page.click("[data-card] [data-figure] .pencil").await?;
        page.type_into("#disagree label:last-of-type input", "ask the mayor").await?;
        page.click("#disagree [data-act=note]").await?;
        until_corrected(page, 1).await?;
        page.press(['e']).await?;
        let lost = "document.querySelector('#journal .journal').textContent.includes('no longer')";
        ensure!(page.read(lost).await? == json!(false), "the note has lost its place");
        page.press([keys::ESCAPE]).await?;
        page.click(".acts .collection").await?;
        page.read(
            "document.querySelectorAll('#collection .own textarea').forEach((field) => { field.value = 'Nobody knows.';
                field.dispatchEvent(new Event('input', { bubbles: true })); })",
        )
        .await?;
        compare(page).await?;
        page.press(['e']).await?;
        page.wait_until(lost, "the note is said to have lost its place").await
    });
}

#[test]
fn a_page_saved_as_a_file_opens_elsewhere_and_can_be_saved_again() {
    if Browser::from_environment() != Browser::Chromium {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let other = tempfile::tempdir().expect("a folder");
    let save = async |page: &Page, folder: &std::path::Path| {
        page.download_into(folder).await?;
        page.read("document.querySelector('#collection').close()").await?;
        // The page is taken down for a moment while the collection is compared.
        page.wait_until(
            "document.querySelector('#share[open]') || (document.querySelector('.acts .share')?.click(), false)",
            "what can be taken along",
        )
        .await?;
        page.click("#save-file").await?;
        let file = page.downloaded(folder, ".html").await;
        page.read("document.querySelector('#share').close()").await?;
        page.click(".acts .collection").await?;
        file
    };
    browse("own-file", async |page| {
        paste_two(page).await?;
        page.type_into("#collection .field input", "The fire: </script>").await?;
        let file = save(page, folder.path()).await?;
        ensure!(file.ends_with("the-fire-script.html"), "it is called {}", file.display());
        Ok(())
    });
    browse("own-file-opened", async |page| {
        page.open_file(&folder.path().join("the-fire-script.html"), "").await?;
        has_both(page).await?;
        ensure!(page.text(".brand h1").await? == "The fire: </script>");
        ensure_no_complaint(page).await?;
        page.click(".acts .collection").await?;
        page.type_into("#collection .field input", "!").await?;
        save(page, other.path()).await?;
        page.click("#shipped").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 5", "the shipped texts").await
    });
    browse("own-file-again", async |page| {
        page.open_file(&other.path().join("the-fire-script.html"), "").await?;
        has_both(page).await?;
        ensure!(page.text(".brand h1").await? == "The fire: </script>!");
        let plain = page.read("document.querySelector('#countercheck-plain').textContent").await?;
        let plain = plain.as_str().unwrap_or_default();
        ensure!(
            plain.contains("At least 27") && !plain.contains("Venezuela"),
            "the plain text is of other texts: {plain}"
        );
        ensure_no_complaint(page).await
    });
}

#[test]
fn files_are_taken_in_and_what_cannot_be_read_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::write(&path, bytes).map(|()| path.display().to_string())
    };
    let article = format!(
        "<!doctype html><html lang=en><head><title>Fire in Oakton</title><meta property=og:site_name content='The Oakton Post'>\
         </head><body><nav><a href=x>Home</a></nav><script>window.ran = 1</script><img src=x onerror='window.ran = 1'>\
         <article><h1>Fire in Oakton</h1><p>{FIRST}</p><p>The mayor spoke of a night, of smoke, and of streets that \
         nobody could enter for hours.</p></article></body></html>"
    );
    let files = [
        write("a.html", article.as_bytes()),
        write("b.txt", SECOND.as_bytes()),
        write("c.txt", b" \n"),
        write("d.txt", &[0; 200]),
        write("e.txt", &vec![b'x'; 5_000_000]),
    ];
    let files: Vec<String> = files.into_iter().map(|file| file.expect("a file")).collect();
    browse("own-files", async |page| {
        page.open("").await?;
        page.click(".acts .collection").await?;
        page.click("#new-collection").await?;
        page.type_into("#collection [type=file]", &files.join("\n")).await?;
        page.wait_until("document.querySelectorAll('#collection .troubles li').length === 3", "three sentences")
            .await?;
        let said = page.text("#collection .troubles").await?;
        for sentence in ["c.txt holds no text.", "d.txt is not a text file.", "e.txt is longer than 2 MB."] {
            ensure!(said.contains(sentence), "it says {said}");
        }
        let summary = page.text("#collection .own summary").await?;
        ensure!(summary.contains("The Oakton Post") && summary.contains("Fire in Oakton"), "detected: {summary}");
        page.click("#collection .own summary").await?;
        ensure!(page.text("#collection .own .form").await?.contains("detected"));
        compare(page).await?;
        let text = page.text("[data-source=A] .art").await?;
        ensure!(text.contains("At least 27 people") && !text.contains("Home"), "the text is {text}");
        ensure!(page.read("window.ran === undefined").await? == json!(true), "something in the file was run");
        Ok(())
    });
}

#[test]
fn another_window_is_not_written_over() {
    browse("own-windows", async |page| {
        paste_two(page).await?;
        page.type_into("#collection .field input", "Mine").await?;
        until_kept(page).await?;
        // What another window would write.
        page.read(
            "(() => { const name = Object.keys(localStorage).find((it) => it.startsWith('countercheck.work.'));
                localStorage[name] = 'other\\n' + localStorage[name].split('\\n')[1].replace('Mine', 'Theirs'); })()",
        )
        .await?;
        page.type_into("#collection .field input", "!").await?;
        page.wait_until("document.querySelector('#collection .kept.is-bad .btn')", "a choice").await?;
        page.click("#collection .kept .btn:last-child").await?;
        page.wait_until("document.querySelectorAll('#collection .shelf li').length === 2", "both are kept").await?;
        let titles = page.text("#collection .shelf").await?;
        let kept = page.read(
            "Object.values(localStorage).filter((it) => it.includes('\"Theirs\"') || it.includes('\"Mine!\"')).length",
        );
        ensure!(kept.await? == json!(2), "one was written over: {titles}");
        Ok(())
    });
}

/// Puts a text into the field as if it were pasted, and adds it.
async fn paste(page: &Page, text: &str) -> Result<()> {
    let set = format!(
        "(() => {{ const field = document.querySelector('#paste'); field.value = {text};
            field.dispatchEvent(new Event('input', {{ bubbles: true }})); }})()"
    );
    page.read(&set).await?;
    page.click("#collection .drop .btn").await
}

#[test]
fn hostile_texts_are_shown_as_they_are_or_refused_in_a_sentence() {
    browse("own-hostile", async |page| {
        page.open("").await?;
        page.click(".acts .collection").await?;
        page.click("#new-collection").await?;
        page.type_into("#collection .field input", "<img src=x onerror=window.ran=1>").await?;
        let texts = [
            "'<script>window.ran = 1</script> At least 27 people were killed.'",
            r"'\u202eAt least 31 people\u202c were killed. \u05e9\u05dc\u05d5\u05dd 12 \u0645\u0631\u062d\u0628\u0627.'",
            r"'Half a \ud83d surrogate and a NUL \u0000 in 14 words.'",
            "'1, 2, 3, '.repeat(3334)",
        ];
        for (count, text) in texts.iter().enumerate() {
            paste(page, text).await?;
            page.wait_until(
                &format!("document.querySelectorAll('#collection .own li').length === {}", count + 1),
                &format!("text {count} in the list"),
            )
            .await?;
        }
        page.read(
            "(() => { const paste = new Event('paste', { bubbles: true, cancelable: true });
                Object.defineProperty(paste, 'clipboardData', { value: { getData: () => 'x'.repeat(50_000_000) } });
                return document.querySelector('#paste').dispatchEvent(paste); })()",
        )
        .await?;
        page.wait_until(
            "document.querySelector('#collection .troubles')?.textContent.includes('longer than 2 MB')",
            "a sentence on 50 MB",
        )
        .await?;
        page.click("#collection footer .strong").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 4", "four columns").await?;
        ensure!(page.read("window.ran === undefined").await? == json!(true), "something in a text was run");
        let text = page.text("[data-source=A] .art").await?;
        ensure!(text.contains("<script>window.ran = 1</script>"), "the text is {text}");
        ensure_no_complaint(page).await
    });
}

#[test]
fn a_first_visit_is_led_to_a_set_to_practise_with() {
    browse("own-practice", async |page| {
        page.open("").await?;
        page.click(".notice .btn").await?;
        page.wait_until("document.querySelector('[data-hint]')", "the hint, once the note on the texts is read")
            .await?;
        page.click("[data-hint] .btn").await?;
        page.wait_until("document.querySelectorAll('[data-source]').length === 3", "three short texts").await?;
        ensure!(page.text(".brand h1").await?.contains("invented"));
        ensure!(page.read("document.querySelectorAll('[data-alignment]').length").await? == json!(6));
        page.reload().await?;
        ensure!(page.read("document.querySelector('[data-hint]') === null").await? == json!(true), "it comes back");
        ensure_no_complaint(page).await
    });
}
