//! Writing JSON, for the page too: values one after another, commas put where they belong.
//!
//! What is written may stand inside a `<script>` of a page: `<` is escaped, and so are the two line ends that old
//! programs take for the end of a string.
//!
//! ```
//! use countercheck::json::Json;
//!
//! let mut json = Json::default();
//! json.open('{').key("quote").text("\"27\"").key("places").open('[').number(3).number(5).close(']').close('}');
//! assert_eq!(json.done(), r#"{"quote":"\"27\"","places":[3,5]}"#);
//! ```

mod serialize;

pub use serialize::{NotTaken, json_of};

/// JSON as it is being written.
#[derive(Clone, Debug, Default)]
pub struct Json(String);

impl Json {
    /// Begins an object or a list: `{` or `[`.
    pub fn open(&mut self, bracket: char) -> &mut Self {
        self.begin();
        self.0.push(bracket);
        self
    }

    /// Ends it: `}` or `]`.
    pub fn close(&mut self, bracket: char) -> &mut Self {
        self.0.push(bracket);
        self
    }

    /// The name of the value that follows.
    pub fn key(&mut self, key: &str) -> &mut Self {
        self.text(key);
        self.0.push(':');
        self
    }

    /// A string.
    pub fn text(&mut self, text: &str) -> &mut Self {
        self.begin();
        self.0.push('"');
        for c in text.chars() {
            self.character(c);
        }
        self.0.push('"');
        self
    }

    /// A whole number.
    pub fn number(&mut self, number: u64) -> &mut Self {
        self.raw(&number.to_string())
    }

    /// `true` or `false`.
    pub fn flag(&mut self, flag: bool) -> &mut Self {
        self.raw(if flag { "true" } else { "false" })
    }

    /// A value that is JSON already. There `<` stands in strings alone, where its escape means the same.
    pub fn raw(&mut self, json: &str) -> &mut Self {
        self.begin();
        self.0.push_str(&json.replace('<', "\\u003c"));
        self
    }

    /// A key with a string; nothing where there is none.
    pub fn maybe(&mut self, key: &str, text: Option<&str>) -> &mut Self {
        if let Some(text) = text {
            self.key(key).text(text);
        }
        self
    }

    /// A key with a list of strings; nothing for an empty one.
    pub fn texts(&mut self, key: &str, texts: &[String]) -> &mut Self {
        if !texts.is_empty() {
            self.key(key).open('[');
            for text in texts {
                self.text(text);
            }
            self.close(']');
        }
        self
    }

    /// What was written.
    pub fn done(self) -> String {
        self.0
    }

    /// A value stands behind a comma unless it is the first of its kind.
    fn begin(&mut self) {
        if !matches!(self.0.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.0.push(',');
        }
    }

    fn character(&mut self, c: char) {
        match c {
            '"' | '\\' => {
                self.0.push('\\');
                self.0.push(c);
            }
            '\n' => self.0.push_str("\\n"),
            '\0'..='\u{1f}' | '<' | '\u{7f}' | '\u{2028}' | '\u{2029}' => {
                self.0.push_str("\\u");
                let code = c as u32;
                let digit = |shift: u32| char::from_digit(code >> shift & 0xf, 16).unwrap_or('0');
                self.0.extend([12, 8, 4, 0].map(digit));
            }
            _ => self.0.push(c),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strings_come_back_from_any_parser() {
        let text = "</script>\u{0}\u{1f}\u{7f}\u{2028}\"\\\n\t𝄞é";
        let mut json = Json::default();
        json.open('[').text(text).raw("{}").text("").flag(true).close(']');
        let json = json.done();
        assert!(!json.contains('<'));
        let back: serde_json::Value = serde_json::from_str(&json).unwrap();
        assert_eq!(back, serde_json::json!([text, {}, "", true]));
    }
}
