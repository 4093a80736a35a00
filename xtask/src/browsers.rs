//! The browsers that the page is tested in, and what drives them.

use anyhow::{Context, Result, ensure};

use crate::run::{is_there, program, quietly};
use crate::tools::{self, Missing, Tool};

/// A browser to test in.
pub(crate) struct Browser {
    /// What it is called here and in `COUNTERCHECK_BROWSER`.
    pub(crate) name: &'static str,
    /// What has to be on PATH and the packages bring: of each, one of these.
    programs: &'static [&'static [&'static str]],
    /// The packages of Debian and Ubuntu that bring them.
    packages: &'static [&'static str],
    /// What brings its driver, where no package does.
    driver: Option<fn() -> Tool>,
    /// What its tests are run under.
    pub(crate) under: &'static [&'static str],
}

/// Chromium or Chrome.
pub(crate) const CHROMIUM: Browser = Browser {
    name: "chromium",
    programs: &[&["chromium", "chromium-browser", "google-chrome", "chrome"], &["chromedriver"]],
    packages: &["chromium", "chromium-driver"],
    driver: None,
    under: &[],
};

const FIREFOX: Browser = Browser {
    name: "firefox",
    programs: &[&["firefox", "firefox-esr"]],
    packages: &["firefox-esr"],
    driver: Some(tools::geckodriver),
    under: &[],
};

/// `WebKitGTK` draws on a display, and only one window at a time has the keyboard.
const WEBKIT: Browser = Browser {
    name: "webkit",
    programs: &[&["WebKitWebDriver"], &["xvfb-run"]],
    packages: &["webkit2gtk-driver", "xvfb", "xauth"],
    driver: None,
    under: &["xvfb-run", "--auto-servernum", "--server-args", "-screen 0 2600x1700x24"],
};

const ALL: [Browser; 3] = [CHROMIUM, FIREFOX, WEBKIT];

/// The browsers of a list such as "chromium,webkit"; "all" names each of them.
///
/// # Errors
/// Fails when one is unknown.
pub(crate) fn named(list: &str) -> Result<Vec<Browser>> {
    if list == "all" {
        return Ok(ALL.into());
    }
    let find = |name: &str| {
        let known = ALL.into_iter().find(|browser| browser.name == name);
        known.with_context(|| format!("there is no browser `{name}`: choose among chromium, firefox, webkit and all"))
    };
    list.split(',').map(find).collect()
}

impl Browser {
    /// Whether its tests have to be run one after the other.
    pub(crate) fn is_alone(&self) -> bool {
        !self.under.is_empty()
    }

    /// The browser and its driver, where they are missing.
    ///
    /// # Errors
    /// Fails when they are missing and this machine has no apt-get to install them by.
    pub(crate) fn missing(&self) -> Result<Vec<Missing>> {
        let packages = self.missing_program().map(|program| self.packages_for(program)).transpose()?;
        let driver = self.driver.and_then(|tool| tool().missing());
        Ok(packages.into_iter().chain(driver).collect())
    }

    fn packages_for(&self, program: &str) -> Result<Missing> {
        ensure!(
            is_there("apt-get"),
            "{program} is missing, which the tests in {} need: install it so that it is on PATH, or leave these tests out: \
             `cargo xtask test lint lib page`",
            self.name
        );
        let packages = self.packages;
        Ok(Missing {
            what: packages.join(", "),
            why: "by apt-get, through sudo where that asks for no password: the browser tests run in it",
            how: format!("apt-get install --no-install-recommends {}", packages.join(" ")),
            install: Box::new(move || install(packages)),
        })
    }

    /// What is on PATH by none of its names.
    fn missing_program(&self) -> Option<&'static str> {
        self.programs.iter().find(|names| !names.iter().any(|name| is_there(name))).map(|names| names[0])
    }
}

fn install(packages: &[&str]) -> Result<()> {
    apt_get(&["update"])?;
    apt_get(&[&["install", "--yes", "--no-install-recommends"], packages].concat())
}

/// Runs apt-get, through sudo where there is one and it asks for no password.
fn apt_get(arguments: &[&str]) -> Result<()> {
    let through_sudo = program("sudo", &["-n", "true"]).status().is_ok_and(|status| status.success());
    let mut command = if through_sudo { program("sudo", &["-n", "apt-get"]) } else { program("apt-get", &[]) };
    quietly(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn browsers_are_named_in_a_list() {
        let names = |list: &str| named(list).map(|list| list.iter().map(|it| it.name).collect::<Vec<_>>());
        assert_eq!(names("all").ok(), Some(vec!["chromium", "firefox", "webkit"]));
        assert_eq!(names("webkit,chromium").ok(), Some(vec!["webkit", "chromium"]));
        assert!(names("chromium,lynx").is_err());
    }
}
