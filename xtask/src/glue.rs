//! What is changed in the glue that wasm-bindgen writes, so that the page carries no more of it than it uses. The glue
//! has the shape that the pinned version gives it: one line for the head of each import, one export at the end.

use crate::wasm::Names;

/// The head of an import stands this deep.
const INDENT: &str = "        ";

/// The glue with nothing in it that code from elsewhere could still ask for, so that esbuild drops what the loader does
/// not use: Leptos brings classes for the streams of a server.
pub(crate) fn closed(glue: &str) -> String {
    let own = |line: &&str| !line.starts_with("export {") && !line.starts_with("if (Symbol.dispose)");
    let lines = glue.lines().filter(own).map(|line| line.strip_prefix("export ").unwrap_or(line));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(")
}

/// The glue of a module whose names were shortened; imports that it no longer asks for are left out.
pub(crate) fn renamed(glue: &str, [modules, imports, exports]: &[Names; 3]) -> String {
    let mut text = String::with_capacity(glue.len());
    let (mut inside, mut keeps) = (false, true);
    for line in glue.lines() {
        inside = (inside || line == "    const import0 = {") && line != "    };";
        let head = if inside { import_head(line) } else { None };
        if let Some((name, rest)) = head {
            keeps = imports.contains_key(name);
            if let Some(short) = imports.get(name) {
                text.extend([INDENT, short, ":", rest, "\n"]);
            }
        } else if keeps || !inside {
            text.extend([line, "\n"]);
        }
    }
    let text =
        modules.iter().fold(text, |text, (name, short)| text.replace(&format!("\"{name}\":"), &format!("{short}:")));
    with_exports(&text, exports)
}

/// The name of the import that a line begins, and what stands behind it.
fn import_head(line: &str) -> Option<(&str, &str)> {
    let (name, rest) = line.strip_prefix(INDENT)?.split_once(':')?;
    (name.starts_with("__wb") && name.bytes().all(is_of_name)).then_some((name, rest))
}

/// Exchanges the names behind "wasm.", which the glue has the exports under.
fn with_exports(glue: &str, exports: &Names) -> String {
    const EXPORTS: &str = "wasm.";
    let mut text = String::with_capacity(glue.len());
    let mut rest = glue;
    while let Some(at) = rest.find(EXPORTS) {
        let (before, after) = rest.split_at(at + EXPORTS.len());
        let end = after.bytes().position(|byte| !is_of_name(byte)).unwrap_or(after.len());
        let (name, after) = after.split_at(end);
        text.extend([before, exports.get(name).map_or(name, String::as_str)]);
        rest = after;
    }
    text + rest
}

fn is_of_name(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$'
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLUE: &str = "\
export class Sink {
}
if (Symbol.dispose) Sink.prototype[Symbol.dispose] = Sink.prototype.free;
function __wbg_get_imports() {
    const import0 = {
        __proto__: null,
        __wbg_left: function(arg0) {
            return { __wbg_left: 1 };
        },
        __wbg_gone: function() { return handleError(function (arg0) {
            wasm.__wbindgen_start();
        }, arguments); },
        __wbg_last: function() {
        },
    };
    return {
        __proto__: null,
        \"./app_bg.js\": import0,
    };
}
const Sinks = new FinalizationRegistry(ptr => wasm.free(ptr));
export { __wbg_get_imports as default };
";

    fn names(pairs: &[(&str, &str)]) -> Names {
        pairs.iter().map(|(old, new)| (String::from(*old), String::from(*new))).collect()
    }

    #[test]
    fn nothing_is_exported() {
        let closed = closed(GLUE);
        assert!(closed.starts_with("class Sink {\n}\nfunction"), "{closed}");
        assert!(
            !closed.contains("export") && closed.contains("= /* @__PURE__ */ new FinalizationRegistry"),
            "{closed}"
        );
    }

    #[test]
    fn imports_are_renamed_or_go() {
        let imports = names(&[("__wbg_left", "a"), ("__wbg_last", "b")]);
        let renamed = renamed(GLUE, &[names(&[("./app_bg.js", "m")]), imports, names(&[("free", "f")])]);
        assert!(renamed.contains("        a: function(arg0) {\n            return { __wbg_left: 1 };\n        },\n        b: function() {\n        },\n    };"), "{renamed}");
        assert!(
            renamed.contains("        m: import0,")
                && renamed.contains("wasm.f(ptr)")
                && !renamed.contains("handleError"),
            "{renamed}"
        );
    }
}
