//! `cargo xtask dist`: the page as it is released, under the name of its version, with its sum beside it.

use std::fs;

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use crate::tools::Installing;
use crate::{page, root};

/// Makes the page, holds it to its budgets, and writes `dist/countercheck-<version>.html` and the same name with
/// `.sha256`, which `sha256sum --check` reads.
///
/// # Errors
/// Fails when the page cannot be made, weighs too much or was not made small.
pub(crate) fn dist(installing: Installing) -> Result<()> {
    let made = page::make(installing)?;
    made.hold_to_budgets()?;
    let page = fs::read(&made.file).context("the page is gone")?;
    let name = format!("countercheck-{}.html", env!("CARGO_PKG_VERSION"));
    let sum = sum_line(&page, &name);
    let file = root().join("dist").join(&name);
    fs::write(&file, &page)?;
    fs::write(root().join("dist").join(format!("{name}.sha256")), &sum)?;
    print!("{}\n{sum}", file.display());
    Ok(())
}

/// A line as `sha256sum` writes it: the sum, two blanks, the name.
fn sum_line(bytes: &[u8], name: &str) -> String {
    format!("{:x}  {name}\n", Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sum_is_written_as_sha256sum_does() {
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  countercheck-1.2.3.html\n";
        assert_eq!(sum_line(b"abc", "countercheck-1.2.3.html"), abc);
    }
}
