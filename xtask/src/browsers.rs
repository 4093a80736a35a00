//! The browsers that the page is tested in, and what drives them.

use anyhow::{Context, Result, bail, ensure};

use crate::run::{is_there, program, quietly, step};
use crate::tools;

/// A browser to test in.
pub(crate) struct Browser {
    /// What it is called here and in `COUNTERCHECK_BROWSER`.
    pub(crate) name: &'static str,
    /// What has to be on PATH: of each, one of these.
    programs: &'static [&'static [&'static str]],
    /// The packages of Debian and Ubuntu that bring them.
    packages: &'static [&'static str],
    /// What brings the driver where no package does.
    driver: Option<fn() -> Result<()>>,
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
    programs: &[&["firefox", "firefox-esr"], &["geckodriver"]],
    packages: &["firefox-esr"],
    driver: Some(tools::ensure_geckodriver),
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

    /// Installs it and its driver where they are missing and apt-get can.
    ///
    /// # Errors
    /// Fails when they are missing and cannot be installed.
    pub(crate) fn ensure(&self) -> Result<()> {
        if self.missing().is_none() {
            return Ok(());
        }
        let names = self.packages.join(", ");
        ensure!(
            is_there("apt-get"),
            "{} is missing: install it so that it is on PATH",
            self.missing().unwrap_or_default()
        );
        step(&format!("install {names}"), || self.install())?;
        if let Some(driver) = self.driver.filter(|_| self.missing().is_some()) {
            driver()?;
        }
        match self.missing() {
            None => Ok(()),
            Some(program) => bail!("{program} is still missing: run `apt-get install {}`", self.packages.join(" ")),
        }
    }

    /// What is on PATH by none of its names.
    fn missing(&self) -> Option<&'static str> {
        let tools = tools::bin();
        let has = |name: &&str| is_there(name) || tools.join(name).is_file();
        self.programs.iter().find(|names| !names.iter().any(has)).map(|names| names[0])
    }

    fn install(&self) -> Result<()> {
        apt_get(&["update"])?;
        apt_get(&[&["install", "--yes", "--no-install-recommends"], self.packages].concat())
    }
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
