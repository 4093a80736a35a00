//! What is changed in the glue that wasm-bindgen writes, so that the page carries no more of it than it uses. The glue
//! has the shape that the pinned version gives it: one line for the head of each import, one export at the end.

use crate::wasm::Names;

/// The head of an import stands this deep.
const INDENT: &str = "        ";

/// What imports are made shorter with.
const SHARED: &str = include_str!("glue.js");

/// The glue with nothing in it that code from elsewhere could still ask for, so that esbuild drops what the loader does
/// not use: Leptos brings classes for the streams of a server.
pub(crate) fn closed(glue: &str) -> String {
    let own = |line: &&str| !line.starts_with("export {") && !line.starts_with("if (Symbol.dispose)");
    let lines = glue.lines().filter(own).map(|line| line.strip_prefix("export ").unwrap_or(line));
    let text: String = lines.flat_map(|line| [line, "\n"]).collect();
    text.replace("new FinalizationRegistry(", "/* @__PURE__ */ new FinalizationRegistry(")
}

/// The glue with its imports as short as they can be said: six kilobytes fewer of code that is not packed.
pub(crate) fn tightened(glue: &str) -> String {
    let lines: Vec<&str> = glue.lines().collect();
    let mut text = SHARED.to_owned();
    let mut rest = &lines[..];
    while let [line, ..] = rest {
        let (said, taken) = text_handed_over(rest)
            .or_else(|| test_of_class(rest))
            .or_else(|| Some((head_of_import(line)?, 1)))
            .unwrap_or_else(|| ((*line).to_owned(), 1));
        text.extend([&said, "\n"]);
        rest = &rest[taken..];
    }
    text
}

/// Four lines hand a text over; they say in the first whether there may be none.
fn text_handed_over(lines: &[&str]) -> Option<(String, usize)> {
    let [text, length, high, low, ..] = lines else { return None };
    let is_it = text.contains("ptr1 = ")
        && text.contains("passStringToWasm0(ret, ")
        && length.trim().ends_with("len1 = WASM_VECTOR_LEN;")
        && high.contains("setInt32((arg0 >>> 0) + 4 * 1, len1, true)")
        && low.contains("setInt32((arg0 >>> 0) + 4 * 0, ptr1, true)");
    let some = if text.contains("isLikeNone") { "" } else { " ?? ''" };
    is_it.then(|| (format!("putText(arg0 >>> 0, ret{some});"), 4))
}

/// Eight lines ask for a class that every browser has.
fn test_of_class(lines: &[&str]) -> Option<(String, usize)> {
    let body: Vec<&str> = lines.get(..8)?.iter().map(|line| line.trim()).collect();
    let ["let result;", "try {", test, "} catch (_) {", "result = false;", "}", "const ret = result;", "return ret;"] =
        body[..]
    else {
        return None;
    };
    Some((format!("return {}", test.strip_prefix("result = ")?), 8))
}

/// The head of an import, or the end of one whose errors are caught.
fn head_of_import(line: &str) -> Option<String> {
    if line == "        }, arguments); }," {
        return Some("        }),".to_owned());
    }
    let (name, _) = import_head(line)?;
    let arguments = |begin: &str| line.split_once(begin)?.1.strip_suffix(") {");
    match arguments("{ return handleError(function (") {
        Some(given) => Some(format!("{INDENT}{name}: caught(({given}) => {{")),
        None => Some(format!("{INDENT}{name}: ({}) => {{", arguments(": function(")?)),
    }
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
    fn imports_are_said_in_short() {
        let glue = "        __wbg_key: function(arg0, arg1) {
            const ret = arg1.key;
            const ptr1 = passStringToWasm0(ret, wasm.__wbindgen_malloc, wasm.__wbindgen_realloc);
            const len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0 >>> 0) + 4 * 0, ptr1, true);
        },
        __wbg_add: function() { return handleError(function (arg0, arg1) {
            arg0.add(arg1);
        }, arguments); },
        __wbg_instanceof_Element: function(arg0) {
            let result;
            try {
                result = arg0 instanceof Element;
            } catch (_) {
                result = false;
            }
            const ret = result;
            return ret;
        },
";
        let short = "        __wbg_key: (arg0, arg1) => {
            const ret = arg1.key;
putText(arg0 >>> 0, ret ?? '');
        },
        __wbg_add: caught((arg0, arg1) => {
            arg0.add(arg1);
        }),
        __wbg_instanceof_Element: (arg0) => {
return arg0 instanceof Element;
        },
";
        assert_eq!(tightened(glue), [SHARED, short].concat());
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
