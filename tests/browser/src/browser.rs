//! The browsers: which programs they are and how they are started.

use std::path::Path;

use anyhow::{Context, Result};
use serde_json::{Map, Value, json};

/// A browser that the page is tested in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Browser {
    /// Chromium or Chrome, through chromedriver.
    Chromium,
    /// Firefox, through geckodriver.
    Firefox,
    /// The small browser of `WebKitGTK`, through `WebKitWebDriver`. It draws on a display.
    WebKit,
}

/// How a browser is started.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Whether pages may run scripts.
    pub scripts: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { scripts: true }
    }
}

/// Nothing that Chromium would do by itself, and no way to any host.
const CHROMIUM_FLAGS: [&str; 15] = [
    "--headless=new",
    "--window-size=1440,900",
    "--force-device-scale-factor=1",
    "--hide-scrollbars",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--password-store=basic",
    "--lang=en",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

impl Browser {
    /// The browser that `COUNTERCHECK_BROWSER` names; Chromium unless it says `firefox` or `webkit`.
    pub fn from_environment() -> Self {
        match std::env::var("COUNTERCHECK_BROWSER").as_deref() {
            Ok("firefox") => Self::Firefox,
            Ok("webkit") => Self::WebKit,
            _ => Self::Chromium,
        }
    }

    /// The program that speaks WebDriver for it.
    pub(crate) fn driver_name(self) -> &'static str {
        match self {
            Self::Chromium => "chromedriver",
            Self::Firefox => "geckodriver",
            Self::WebKit => "WebKitWebDriver",
        }
    }

    /// What the driver is asked for when a session begins.
    pub(crate) fn capabilities(self, options: Options, profile: &Path) -> Result<Map<String, Value>> {
        let binary = self.binary()?;
        Ok(match self {
            Self::Chromium => Map::from_iter(chromium(&binary, options, profile)),
            Self::Firefox => Map::from_iter(firefox(&binary, options)),
            Self::WebKit => Map::from_iter(webkit(&binary)),
        })
    }

    fn binary(self) -> Result<String> {
        if self == Self::WebKit {
            return mini_browser().context("WebKitGTK's MiniBrowser is missing: install webkit2gtk-driver");
        }
        let names: &[&str] = match self {
            Self::Chromium => &["chromium", "chromium-browser", "google-chrome", "chrome"],
            Self::Firefox | Self::WebKit => &["firefox", "firefox-esr"],
        };
        find(names).with_context(|| format!("{} is not on PATH: run `cargo xtask test`, which installs it", names[0]))
    }
}

fn chromium(binary: &str, options: Options, profile: &Path) -> [(String, Value); 2] {
    let mut flags: Vec<String> = CHROMIUM_FLAGS.map(String::from).to_vec();
    flags.push(format!("--user-data-dir={}", profile.display()));
    if is_root() {
        flags.push("--no-sandbox".into());
    }
    if !options.scripts {
        flags.push("--blink-settings=scriptEnabled=false".into());
    }
    [
        ("goog:chromeOptions".into(), json!({ "binary": binary, "args": flags })),
        ("goog:loggingPrefs".into(), json!({ "browser": "ALL", "performance": "ALL" })),
    ]
}

fn firefox(binary: &str, options: Options) -> [(String, Value); 2] {
    let preferences = json!({ "javascript.enabled": options.scripts, "network.proxy.type": 1,
        "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
        "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9 });
    let arguments = ["-headless", "--width=1440", "--height=900"];
    [
        ("moz:firefoxOptions".into(), json!({ "binary": binary, "args": arguments, "prefs": preferences })),
        ("acceptInsecureCerts".into(), json!(false)),
    ]
}

fn webkit(binary: &str) -> [(String, Value); 1] {
    [("webkitgtk:browserOptions".into(), json!({ "binary": binary, "args": ["--automation"] }))]
}

/// `WebKitGTK` keeps its browser beside its library, the newest version last.
fn mini_browser() -> Option<String> {
    let libraries = std::fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let versions = libraries.filter_map(|folder| std::fs::read_dir(folder).ok()).flatten().flatten();
    let found = versions.map(|entry| entry.path().join("MiniBrowser")).filter(|program| program.is_file());
    found.max().map(|program| program.display().to_string())
}

/// The first of the programs that is on PATH.
fn find(names: &[&str]) -> Option<String> {
    let path = std::env::var_os("PATH")?;
    let suffix = std::env::consts::EXE_SUFFIX;
    names
        .iter()
        .flat_map(|name| std::env::split_paths(&path).map(move |folder| folder.join(format!("{name}{suffix}"))))
        .find(|program| program.is_file())
        .map(|program| program.display().to_string())
}

/// Chromium's sandbox does not start as root.
#[cfg(unix)]
fn is_root() -> bool {
    use std::os::unix::fs::MetadataExt;
    std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
