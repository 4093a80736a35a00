//! The page as a person meets it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use fantoccini::actions::{InputSource, KeyAction, KeyActions, MOUSE_BUTTON_LEFT, MouseActions, PointerAction};
use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::wd::{PrintConfiguration, PrintSize};
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::browser::{Browser, Options};
use crate::driver::Driver;
use crate::serve::Server;
use crate::wire::Post;

/// How long the page may take to draw or to react.
const REACTION: Duration = Duration::from_secs(10);

/// How long an element may be away while the page exchanges it for another like it.
const EXCHANGE: Duration = Duration::from_secs(2);

/// Runs before the page's own code: notes broken policies, and when the page was drawn.
const WITNESS: &str = r"
    window.witness = { violations: [], ready: null };
    addEventListener('securitypolicyviolation', (event) =>
        witness.violations.push(`${event.violatedDirective}: ${event.blockedURI || 'inline'} ${event.sample}`));
    new MutationObserver((_, observer) => {
        if (!document.documentElement?.hasAttribute('data-ready')) return;
        observer.disconnect();
        witness.ready = performance.now();
    }).observe(document, { attributes: true, childList: true, subtree: true });
";

/// A place on the screen, in CSS pixels.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// A browser window with the page in it.
#[derive(Debug)]
pub struct Page {
    browser: Browser,
    client: Client,
    server: Option<Server>,
    _driver: Driver,
    _profile: TempDir,
}

/// The file under test: `COUNTERCHECK_PAGE`, or what `cargo xtask open` makes.
///
/// # Errors
/// Fails when there is no such file.
pub fn page_file() -> Result<PathBuf> {
    let made = || workspace().join("dist/countercheck.html");
    let file = std::env::var_os("COUNTERCHECK_PAGE").map_or_else(made, PathBuf::from);
    file.canonicalize().with_context(|| format!("{} is missing: run `cargo xtask open --no-open`", file.display()))
}

/// The folder of the workspace. Cargo says where it is at run time: a moved checkout keeps what was compiled.
pub fn workspace() -> PathBuf {
    let package = std::env::var_os("CARGO_MANIFEST_DIR").unwrap_or_else(|| env!("CARGO_MANIFEST_DIR").into());
    Path::new(&package).join("../..")
}

/// Leaves a picture or a printed page in `target/browser`, for people to look at.
///
/// # Errors
/// Fails when it cannot be written.
pub fn keep(name: &str, bytes: &[u8]) -> Result<()> {
    let folder = workspace().join("target/browser");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join(name), bytes).with_context(|| format!("{name} cannot be written"))
}

impl Page {
    /// Starts a browser with a profile of its own and a window of 1440 by 900.
    ///
    /// # Errors
    /// Fails when the browser or its driver is missing or does not start.
    pub async fn launch(browser: Browser, options: Options) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let capabilities = browser.capabilities(options, profile.path())?;
        let driver = Driver::start(browser).await?;
        let client = ClientBuilder::new(HttpConnector::new())
            .capabilities(capabilities)
            .connect(&driver.address())
            .await
            .with_context(|| format!("{browser:?} does not start"))?;
        let server = Server::from_environment().await?;
        let page = Self { browser, client, server, _driver: driver, _profile: profile };
        page.before_the_page(WITNESS).await?;
        page.resize(1440, 900).await?;
        Ok(page)
    }

    /// Runs a script in every document before its own; whether the browser can.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn before_the_page(&self, script: &str) -> Result<bool> {
        if self.browser == Browser::Chromium {
            self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        }
        Ok(self.browser == Browser::Chromium)
    }

    /// Ends the browser.
    ///
    /// # Errors
    /// Fails when the browser has gone already.
    pub async fn close(self) -> Result<()> {
        Ok(self.client.close().await?)
    }

    /// Loads the page with a fragment (`""` or `"#…"`) and returns at once.
    ///
    /// # Errors
    /// Fails when there is no page.
    pub async fn load(&self, fragment: &str) -> Result<()> {
        self.load_file(&page_file()?, fragment).await
    }

    /// Loads another file with a fragment and returns at once.
    ///
    /// # Errors
    /// Fails when there is no such file.
    pub async fn load_file(&self, file: &Path, fragment: &str) -> Result<()> {
        let on_disk = || url::Url::from_file_path(file).ok().map(String::from);
        let address = self.server.as_ref().map(|server| server.address(file)).or_else(on_disk);
        let address = address.context("the file has no address")?;
        self.client.goto("about:blank").await?;
        Ok(self.client.goto(&format!("{address}{fragment}")).await?)
    }

    /// Loads the page with a fragment and waits until it is drawn.
    ///
    /// # Errors
    /// Fails when the page does not get drawn.
    pub async fn open(&self, fragment: &str) -> Result<()> {
        self.open_file(&page_file()?, fragment).await
    }

    /// Loads another file with a fragment and waits until it is drawn.
    ///
    /// # Errors
    /// Fails when there is no such file, or the page does not get drawn.
    pub async fn open_file(&self, file: &Path, fragment: &str) -> Result<()> {
        self.load_file(file, fragment).await?;
        self.until_drawn().await
    }

    async fn until_drawn(&self) -> Result<()> {
        let ready = "document.documentElement.hasAttribute('data-ready')";
        self.wait_until(ready, "html[data-ready]: the page is drawn").await
    }

    /// The value of a JavaScript expression.
    ///
    /// # Errors
    /// Fails when the expression throws.
    pub async fn read(&self, expression: &str) -> Result<Value> {
        let script = format!("return ({expression});");
        self.client.execute(&script, Vec::new()).await.with_context(|| format!("reading `{expression}`"))
    }

    /// Waits until a JavaScript expression is truthy; `meaning` says what was expected.
    ///
    /// # Errors
    /// Fails when it is not within ten seconds.
    pub async fn wait_until(&self, expression: &str, meaning: &str) -> Result<()> {
        let begin = tokio::time::Instant::now();
        while self.read(&format!("!!({expression})")).await? != json!(true) {
            ensure!(begin.elapsed() < REACTION, "expected within {} s: {meaning}", REACTION.as_secs());
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        Ok(())
    }

    /// Waits until nothing is animated and the elements that a CSS selector finds have stopped moving.
    ///
    /// # Errors
    /// Fails when they still move after ten seconds.
    pub async fn wait_until_still(&self, selector: &str) -> Result<()> {
        let animated = "document.getAnimations().some((animation) => animation.playState === 'running')";
        self.wait_until(&format!("!{animated}"), "no animation runs any more").await?;
        let begin = tokio::time::Instant::now();
        let mut before = self.rects(selector).await?;
        loop {
            tokio::time::sleep(Duration::from_millis(100)).await;
            let now = self.rects(selector).await?;
            if now == before {
                return Ok(());
            }
            ensure!(begin.elapsed() < REACTION, "`{selector}` does not come to rest");
            before = now;
        }
    }

    /// Clicks the first element that a CSS selector finds.
    ///
    /// # Errors
    /// Fails when there is none, or when something covers it.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.on(selector, async |element| element.click().await).await.with_context(|| format!("clicking `{selector}`"))
    }

    /// Types into the field that a CSS selector finds; into a field for files, the path of one.
    ///
    /// # Errors
    /// Fails when there is no such field.
    pub async fn type_into(&self, selector: &str, text: &str) -> Result<()> {
        let type_it = async |element: Element| element.send_keys(text).await;
        self.on(selector, type_it).await.with_context(|| format!("typing into `{selector}`"))
    }

    /// Acts on the first element that a CSS selector finds. One that is exchanged just then is looked for anew, as a
    /// person would do.
    async fn on(&self, selector: &str, act: impl AsyncFn(Element) -> Result<(), CmdError>) -> Result<()> {
        let begin = tokio::time::Instant::now();
        loop {
            let outcome = match self.client.find(Locator::Css(selector)).await {
                Ok(element) => act(element).await,
                Err(error) => Err(error),
            };
            match outcome {
                Err(error) if is_exchanged(&error) && begin.elapsed() < EXCHANGE => {
                    tokio::time::sleep(Duration::from_millis(20)).await;
                }
                outcome => return Ok(outcome?),
            }
        }
    }

    /// Has downloads go into a folder. Chromium only.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn download_into(&self, folder: &Path) -> Result<()> {
        let allowed = json!({ "behavior": "allow", "downloadPath": folder });
        self.devtools("Page.setDownloadBehavior", allowed).await.map(drop)
    }

    /// Waits until a file whose name ends like this is in a folder, whole: the browser holds its name by an empty file
    /// while it writes beside it.
    ///
    /// # Errors
    /// Fails when none is within ten seconds.
    pub async fn downloaded(&self, folder: &Path, ending: &str) -> Result<PathBuf> {
        let begin = tokio::time::Instant::now();
        let is_whole = |path: &PathBuf| {
            path.to_string_lossy().ends_with(ending) && path.metadata().is_ok_and(|file| file.len() > 0)
        };
        loop {
            let mut files = std::fs::read_dir(folder)?.filter_map(|entry| Some(entry.ok()?.path()));
            if let Some(file) = files.find(is_whole) {
                return Ok(file);
            }
            ensure!(begin.elapsed() < REACTION, "no file {ending} was downloaded");
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Loads the page anew, as it is, and waits until it is drawn.
    ///
    /// # Errors
    /// Fails when the page does not get drawn.
    pub async fn reload(&self) -> Result<()> {
        self.client.refresh().await?;
        self.until_drawn().await
    }

    /// Presses keys one after the other, wherever the focus is.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn press(&self, keys: impl IntoIterator<Item = char>) -> Result<()> {
        let strokes = keys.into_iter().fold(KeyActions::new("keyboard".into()), |strokes, value| {
            strokes.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        Ok(self.client.perform_actions(strokes).await?)
    }

    /// Presses keys together, the first one longest.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn press_together(&self, keys: &[char]) -> Result<()> {
        let down = keys.iter().map(|&value| KeyAction::Down { value });
        let up = keys.iter().rev().map(|&value| KeyAction::Up { value });
        let strokes = down.chain(up).fold(KeyActions::new("keyboard".into()), KeyActions::then);
        Ok(self.client.perform_actions(strokes).await?)
    }

    /// Presses the mouse down in the middle of the first element that a CSS selector finds, and lets it go so many pixels
    /// to the right.
    ///
    /// # Errors
    /// Fails when there is no such element.
    pub async fn drag(&self, selector: &str, right: f64) -> Result<()> {
        let rects = self.rects(selector).await?;
        let place = rects.first().with_context(|| format!("no `{selector}`"))?;
        let (x, y) = (place.left + place.width / 2.0, place.top + place.height / 2.0);
        let to = |x| PointerAction::MoveTo { duration: None, x, y };
        let strokes = MouseActions::new("mouse".into())
            .then(to(x))
            .then(PointerAction::Down { button: MOUSE_BUTTON_LEFT })
            .then(to(x + right / 2.0))
            .then(to(x + right))
            .then(PointerAction::Up { button: MOUSE_BUTTON_LEFT });
        Ok(self.client.perform_actions(strokes).await?)
    }

    /// Moves the mouse over the first element that a CSS selector finds.
    ///
    /// # Errors
    /// Fails when there is no such element.
    pub async fn hover(&self, selector: &str) -> Result<()> {
        let rects = self.rects(selector).await?;
        let place = rects.first().with_context(|| format!("no `{selector}`"))?;
        let (x, y) = (place.left + place.width / 2.0, place.top + place.height / 2.0);
        let over = MouseActions::new("mouse".into()).then(PointerAction::MoveTo { duration: None, x, y });
        Ok(self.client.perform_actions(over).await?)
    }

    /// The fragment in the address.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn fragment(&self) -> Result<String> {
        Ok(self.read("location.hash").await?.as_str().unwrap_or_default().to_owned())
    }

    /// One step back in the history.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn back(&self) -> Result<()> {
        Ok(self.client.back().await?)
    }

    /// One step forward in the history.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn forward(&self) -> Result<()> {
        Ok(self.client.forward().await?)
    }

    /// Where the elements that a CSS selector finds stand on the screen.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn rects(&self, selector: &str) -> Result<Vec<Rect>> {
        let selector = json!(selector);
        let boxes = format!(
            "[...document.querySelectorAll({selector})].map((element) => element.getBoundingClientRect())
                .map((box) => [box.left, box.top, box.width, box.height])"
        );
        let rows: Vec<[f64; 4]> = serde_json::from_value(self.read(&boxes).await?)?;
        Ok(rows.into_iter().map(|[left, top, width, height]| Rect { left, top, width, height }).collect())
    }

    /// The text a person sees of the first element that a CSS selector finds.
    ///
    /// # Errors
    /// Fails when there is none.
    pub async fn text(&self, selector: &str) -> Result<String> {
        // The drivers differ in what they take for visible within a box that is cut off.
        let text = self.read(&format!("document.querySelector({})?.innerText", json!(selector))).await?;
        Ok(text.as_str().with_context(|| format!("no `{selector}`"))?.trim().to_owned())
    }

    /// What the console holds since it was last read, errors and warnings alone. Chromium only: the other
    /// drivers do not tell, and nothing is said.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn console(&self) -> Result<Vec<String>> {
        if self.browser != Browser::Chromium {
            return Ok(Vec::new());
        }
        let log = self.client.issue_cmd(Post::log("browser")).await?;
        let lines = log.as_array().cloned().unwrap_or_default();
        Ok(lines
            .iter()
            .filter(|line| line["level"] != "INFO" && line["level"] != "DEBUG")
            .map(Value::to_string)
            .collect())
    }

    /// The addresses asked for since the log was last read. Chromium only: the other drivers do not tell.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn requests(&self) -> Result<Vec<String>> {
        if self.browser != Browser::Chromium {
            return Ok(Vec::new());
        }
        let log = self.client.issue_cmd(Post::log("performance")).await?;
        Ok(log.as_array().into_iter().flatten().filter_map(requested).collect())
    }

    /// Sends a command of the Chrome DevTools protocol. Chromium only.
    ///
    /// # Errors
    /// Fails when the browser does not know it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value> {
        self.client.issue_cmd(Post::devtools(command, &parameters)).await.with_context(|| command.to_owned())
    }

    /// Makes the window's inside exactly this large.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn resize(&self, width: u32, height: u32) -> Result<()> {
        if self.browser != Browser::Chromium {
            return Ok(self.client.set_window_size(width, height).await?);
        }
        let size = json!({ "width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 700 });
        self.devtools("Emulation.setDeviceMetricsOverride", size).await.map(drop)
    }

    /// Takes on preferences of the reader: `[("prefers-color-scheme", "dark")]`. Chromium only.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn prefer(&self, preferences: &[(&str, &str)]) -> Result<()> {
        let features: Vec<Value> =
            preferences.iter().map(|(name, value)| json!({ "name": name, "value": value })).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await.map(drop)
    }

    /// A PNG of what is in the window.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn screenshot(&self) -> Result<Vec<u8>> {
        Ok(self.client.screenshot().await?)
    }

    /// A PDF of the page as it is printed on paper of this size, in centimetres.
    ///
    /// # Errors
    /// Fails when the browser does not answer.
    pub async fn print(&self, width: f64, height: f64) -> Result<Vec<u8>> {
        let paper = PrintConfiguration::builder().size(PrintSize { width, height }).build();
        let paper = paper.ok().context("no paper has this size")?;
        Ok(self.client.print(paper).await?)
    }

    /// Leaves a screenshot of a failed test and says where. A browser that is gone leaves none.
    pub(crate) async fn keep_evidence(&self, name: &str) {
        if let Ok(picture) = self.screenshot().await
            && keep(&format!("{name}.png"), &picture).is_ok()
        {
            eprintln!("screenshot: target/browser/{name}.png");
        }
    }
}

/// The element is not there, or no longer, or not laid out yet.
fn is_exchanged(error: &CmdError) -> bool {
    error.is_no_such_element() || error.is_stale_element_reference() || error.is_element_not_interactable()
}

/// The address in a DevTools event, if it is a request.
fn requested(entry: &Value) -> Option<String> {
    let event: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
    let message = &event["message"];
    let asked = message["method"] == "Network.requestWillBeSent";
    asked.then(|| message["params"]["request"]["url"].as_str().map(String::from))?
}
