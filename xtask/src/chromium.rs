//! Chromium and its driver, which the page is tested in.

use anyhow::{Result, bail};

use crate::run::{is_there, program, quietly, step};

/// Names of the browser, as the packagers and the makers give them.
const BROWSERS: [&str; 4] = ["chromium", "chromium-browser", "google-chrome", "chrome"];

/// Installs Chromium and its driver where they are missing and apt-get can.
///
/// # Errors
/// Fails when they are missing and cannot be installed.
pub(crate) fn ensure() -> Result<()> {
    if is_installed() {
        return Ok(());
    }
    if !is_there("apt-get") {
        bail!("Chromium and chromedriver are missing: install both so that `chromium` and `chromedriver` are on PATH");
    }
    step("install chromium and chromium-driver", install)?;
    if !is_installed() {
        bail!("chromium or chromedriver is still missing: run `apt-get install chromium chromium-driver`");
    }
    Ok(())
}

fn is_installed() -> bool {
    BROWSERS.iter().any(|name| is_there(name)) && is_there("chromedriver")
}

fn install() -> Result<()> {
    apt_get(&["update"])?;
    apt_get(&["install", "--yes", "--no-install-recommends", "chromium", "chromium-driver"])
}

/// Runs apt-get, through sudo where there is one and it asks for no password.
fn apt_get(arguments: &[&str]) -> Result<()> {
    let through_sudo = program("sudo", &["-n", "true"]).status().is_ok_and(|status| status.success());
    let mut command = if through_sudo { program("sudo", &["-n", "apt-get"]) } else { program("apt-get", &[]) };
    quietly(command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive")).map(drop)
}
