//! Imports of the page point one way: app, pages, features, then stores and components, then what knows the browser, the
//! view model and the language. No feature knows another one, and only `src/browser` touches web APIs.

use std::fs;
use std::path::{Path, PathBuf};

use browser_tests::workspace;

/// What each folder or file of `src` may import of the page.
const LAYERS: [(&str, &[&str]); 9] = [
    ("main", &["app", "browser"]),
    ("app", &["browser", "features", "i18n", "pages", "stores", "view_model"]),
    ("pages", &["browser", "components", "features", "i18n", "stores", "view_model"]),
    ("features", &["browser", "components", "i18n", "stores", "view_model"]),
    ("stores", &["browser", "i18n", "view_model"]),
    ("components", &["browser", "i18n", "view_model"]),
    ("view_model", &[]),
    ("i18n", &[]),
    ("browser", &[]),
];

/// Crates that are the browser's own interfaces.
const WEB: [&str; 5] = ["web_sys", "js_sys", "wasm_bindgen", "gloo_events", "gloo_timers"];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("src can be read") {
        let path = entry.expect("src can be read").path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// Every source file with its layer.
fn layered() -> Vec<(String, PathBuf)> {
    let src = workspace().join("src");
    let mut files = Vec::new();
    sources(&src, &mut files);
    let layer = |path: PathBuf| {
        let first = path.strip_prefix(&src).expect("it is below src").components().next();
        let first = first.expect("it has a name").as_os_str().to_string_lossy().trim_end_matches(".rs").to_owned();
        (first, path)
    };
    files.into_iter().map(layer).collect()
}

/// The modules of the page that a source names, each as `features::table` or `stores`.
fn imports(source: &str) -> Vec<String> {
    let name = |rest: &str| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
        rest[..end].trim_end_matches(':').to_owned()
    };
    source.split("crate::").skip(1).map(name).filter(|path| path.starts_with(char::is_lowercase)).collect()
}

#[test]
fn imports_point_one_way() {
    let mut wrong = Vec::new();
    let files = layered();
    assert!(files.len() > 50, "only {} files were found", files.len());
    for (layer, path) in &files {
        let (_, allowed) =
            LAYERS.iter().find(|(name, _)| name == layer).unwrap_or_else(|| panic!("{layer} is no layer"));
        let source = fs::read_to_string(path).expect("it can be read");
        for import in imports(&source) {
            let target = import.split("::").next().unwrap_or_default();
            if !allowed.contains(&target) {
                wrong.push(format!("{} imports {import}", path.display()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn features_do_not_know_each_other() {
    let mut wrong = Vec::new();
    for (_, path) in layered().into_iter().filter(|(layer, _)| layer == "features") {
        let source = fs::read_to_string(&path).expect("it can be read");
        let depth = path.strip_prefix(workspace().join("src/features")).expect("it is a feature").components().count();
        let is_mod = path.ends_with("mod.rs");
        // What is above a file: the features for one right below them and for the root of a folder.
        let neighbours = if depth == 1 || is_mod { "use super::" } else { "super::super::" };
        let is_root = depth == 1 && is_mod;
        if !is_root && source.contains(neighbours) {
            wrong.push(path.display().to_string());
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn one_folder_touches_web_interfaces() {
    let mut wrong = Vec::new();
    for (_, path) in layered().into_iter().filter(|(layer, _)| layer != "browser") {
        let source = fs::read_to_string(&path).expect("it can be read");
        let named = WEB.iter().filter(|name| source.contains(&format!("{name}::")));
        wrong.extend(named.map(|name| format!("{} names {name}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
