//! What is changed in a WebAssembly module by hand: which exports it has, how imports and exports are called, and the
//! names that functions are sorted by.

use std::collections::HashMap;

use anyhow::{Context, Result};

/// The magic number and the version that a module begins with.
const HEADER: usize = 8;

const CUSTOM: u8 = 0;
const IMPORT: u8 = 2;
const EXPORT: u8 = 7;
const CODE: u8 = 10;

/// A module, cut into its sections.
pub(crate) struct Module {
    header: Vec<u8>,
    sections: Vec<Section>,
}

struct Section {
    id: u8,
    bytes: Vec<u8>,
}

/// An item that a module asks for or offers.
struct Item {
    /// The module it comes from; empty for exports.
    module: String,
    name: String,
    /// Its kind and its type or index, as they stand in the module.
    what: Vec<u8>,
}

/// New names by the old ones.
pub(crate) type Names = HashMap<String, String>;

impl Module {
    /// Cuts a module into its sections.
    ///
    /// # Errors
    /// Fails when the bytes are no module.
    pub(crate) fn read(bytes: &[u8]) -> Result<Self> {
        let (header, rest) = bytes.split_at_checked(HEADER).context("the WebAssembly has no header")?;
        let mut reader = Reader(rest);
        let mut sections = Vec::new();
        while !reader.0.is_empty() {
            let id = reader.byte()?;
            let length = reader.number()?;
            sections.push(Section { id, bytes: reader.take(length)?.to_vec() });
        }
        Ok(Self { header: header.to_vec(), sections })
    }

    /// The bytes of the module.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut bytes = self.header.clone();
        for section in &self.sections {
            bytes.push(section.id);
            put_bytes(&mut bytes, &section.bytes);
        }
        bytes
    }

    /// Drops the exports that are not to be kept.
    ///
    /// # Errors
    /// Fails when the exports cannot be read.
    pub(crate) fn keep_exports(&mut self, keep: impl Fn(&str) -> bool) -> Result<()> {
        self.change(EXPORT, |exports| exports.retain(|export| keep(&export.name)))
    }

    /// Drops the sections for tools.
    pub(crate) fn drop_custom(&mut self) {
        self.sections.retain(|section| section.id != CUSTOM);
    }

    /// Gives imports and exports the shortest names. The names that they had are told with the new ones: of the modules
    /// that imports come from, of imports, and of exports.
    ///
    /// # Errors
    /// Fails when imports or exports cannot be read.
    pub(crate) fn shorten_names(&mut self) -> Result<[Names; 3]> {
        let [mut modules, mut imports, mut exports] = [const { Vec::new() }; 3];
        self.change(IMPORT, |items| {
            for item in items {
                shorten(&mut item.module, &mut modules);
                shorten(&mut item.name, &mut imports);
            }
        })?;
        self.change(EXPORT, |items| items.iter_mut().for_each(|item| shorten(&mut item.name, &mut exports)))?;
        Ok([modules, imports, exports].map(|old| old.into_iter().enumerate().map(|(i, it)| (it, short(i))).collect()))
    }

    /// Names every function so that the names sort as the bytes of the functions do, and those that are imported come
    /// first.
    ///
    /// # Errors
    /// Fails when imports or code cannot be read.
    pub(crate) fn name_by_code(&mut self) -> Result<()> {
        let bodies = self.bodies()?;
        let mut order: Vec<usize> = (0..bodies.len()).collect();
        order.sort_by_key(|&i| bodies[i]);
        let mut names = vec![String::new(); bodies.len()];
        for (place, i) in order.into_iter().enumerate() {
            names[i] = format!("{place:06}");
        }
        let imported = self.items(IMPORT)?.iter().filter(|item| item.what.first() == Some(&0)).count();
        self.sections.push(name_section(imported, &names));
        Ok(())
    }

    fn section(&self, id: u8) -> Option<&Section> {
        self.sections.iter().find(|section| section.id == id)
    }

    fn bodies(&self) -> Result<Vec<&[u8]>> {
        let mut reader = Reader(&self.section(CODE).context("the WebAssembly has no code")?.bytes);
        (0..reader.number()?).map(|_| reader.bytes()).collect()
    }

    fn items(&self, id: u8) -> Result<Vec<Item>> {
        let Some(section) = self.section(id) else { return Ok(Vec::new()) };
        let mut reader = Reader(&section.bytes);
        let read = if id == IMPORT { Reader::import } else { Reader::export };
        (0..reader.number()?).map(|_| read(&mut reader)).collect()
    }

    fn change(&mut self, id: u8, change: impl FnOnce(&mut Vec<Item>)) -> Result<()> {
        let mut items = self.items(id)?;
        change(&mut items);
        if let Some(section) = self.sections.iter_mut().find(|section| section.id == id) {
            section.bytes.clear();
            put_number(&mut section.bytes, items.len());
            for item in items {
                if id == IMPORT {
                    put_bytes(&mut section.bytes, item.module.as_bytes());
                }
                put_bytes(&mut section.bytes, item.name.as_bytes());
                section.bytes.extend(item.what);
            }
        }
        Ok(())
    }
}

/// Exchanges a name for a short one, and notes the name among those that came before.
fn shorten(name: &mut String, known: &mut Vec<String>) {
    let place = known.iter().position(|it| it == name).unwrap_or_else(|| {
        known.push(name.clone());
        known.len() - 1
    });
    *name = short(place);
}

/// The names of one letter, then those of two, and so on.
fn short(place: usize) -> String {
    let (place, letter) = (place / 26, char::from(b'a' + (place % 26) as u8));
    if place == 0 { letter.into() } else { format!("{}{letter}", short(place - 1)) }
}

/// The custom section with the names of functions, of which some that are imported come first.
fn name_section(imported: usize, names: &[String]) -> Section {
    const FUNCTIONS: u8 = 1;
    let mut map = Vec::new();
    put_number(&mut map, imported + names.len());
    for i in 0..imported {
        put_number(&mut map, i);
        put_bytes(&mut map, format!("!{i:06}").as_bytes());
    }
    for (i, name) in names.iter().enumerate() {
        put_number(&mut map, imported + i);
        put_bytes(&mut map, name.as_bytes());
    }
    let mut bytes = Vec::new();
    put_bytes(&mut bytes, b"name");
    bytes.push(FUNCTIONS);
    put_bytes(&mut bytes, &map);
    Section { id: CUSTOM, bytes }
}

fn put_number(bytes: &mut Vec<u8>, mut number: usize) {
    while number > 0x7f {
        bytes.push(0x80 | (number & 0x7f) as u8);
        number >>= 7;
    }
    bytes.push(number as u8);
}

fn put_bytes(bytes: &mut Vec<u8>, more: &[u8]) {
    put_number(bytes, more.len());
    bytes.extend(more);
}

/// What is left to read.
#[derive(Clone, Copy)]
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Result<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length).context("the WebAssembly ends too early")?;
        self.0 = rest;
        Ok(taken)
    }

    fn byte(&mut self) -> Result<u8> {
        Ok(self.take(1)?[0])
    }

    fn number(&mut self) -> Result<usize> {
        let (mut number, mut shift) = (0, 0);
        loop {
            let byte = self.byte()?;
            number |=
                usize::from(byte & 0x7f).checked_shl(shift).context("a number in the WebAssembly is too large")?;
            if byte < 0x80 {
                return Ok(number);
            }
            shift += 7;
        }
    }

    fn bytes(&mut self) -> Result<&'a [u8]> {
        let length = self.number()?;
        self.take(length)
    }

    fn text(&mut self) -> Result<String> {
        Ok(String::from_utf8(self.bytes()?.to_vec())?)
    }

    fn import(&mut self) -> Result<Item> {
        let (module, name) = (self.text()?, self.text()?);
        let what = self.rest_of(|it| match it.byte()? {
            0 => it.number().map(drop),
            1 => it.byte().and_then(|_| it.limits()),
            2 => it.limits(),
            3 => it.take(2).map(drop),
            kind => anyhow::bail!("the WebAssembly imports something of the unknown kind {kind}"),
        })?;
        Ok(Item { module, name, what })
    }

    fn export(&mut self) -> Result<Item> {
        let name = self.text()?;
        let what = self.rest_of(|it| it.byte().and_then(|_| it.number()).map(drop))?;
        Ok(Item { module: String::new(), name, what })
    }

    fn limits(&mut self) -> Result<()> {
        let has_maximum = self.byte()? & 1 == 1;
        self.number()?;
        if has_maximum { self.number().map(drop) } else { Ok(()) }
    }

    /// The bytes that are passed over.
    fn rest_of(&mut self, pass: impl FnOnce(&mut Self) -> Result<()>) -> Result<Vec<u8>> {
        let before = self.0;
        pass(self)?;
        Ok(before[..before.len() - self.0.len()].to_vec())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Imports `m.one`, a function, and `m.two`, a memory; has two functions; exports both, as `late` and `early`.
    fn module() -> Vec<u8> {
        let sections: [(u8, &[u8]); 5] = [
            (1, b"\x01\x60\x00\x00"),
            (IMPORT, b"\x02\x01m\x03one\x00\x00\x01m\x03two\x02\x00\x01"),
            (3, b"\x02\x00\x00"),
            (EXPORT, b"\x02\x04late\x00\x01\x05early\x00\x02"),
            (CODE, b"\x02\x03\x00\x10\x0b\x02\x00\x0b"),
        ];
        let sections = sections.map(|(id, bytes)| Section { id, bytes: bytes.to_vec() });
        Module { header: b"\0asm\x01\0\0\0".to_vec(), sections: sections.into() }.bytes()
    }

    fn names(module: &Module, id: u8) -> Vec<String> {
        module.items(id).expect("items").into_iter().map(|item| item.name).collect()
    }

    #[test]
    fn a_module_that_is_only_read_stays_the_same() {
        let mut read = Module::read(&module()).expect("a module");
        read.keep_exports(|_| true).expect("exports");
        assert_eq!(read.bytes(), module());
        assert!(Module::read(&module()[..20]).is_err());
    }

    #[test]
    fn exports_that_nobody_names_go() {
        let mut read = Module::read(&module()).expect("a module");
        read.keep_exports(|name| name == "early").expect("exports");
        let read = Module::read(&read.bytes()).expect("a module");
        assert_eq!(names(&read, EXPORT), ["early"]);
    }

    #[test]
    fn names_get_short_and_are_told() {
        let mut read = Module::read(&module()).expect("a module");
        let [modules, imports, exports] = read.shorten_names().expect("names");
        assert_eq!((modules.len(), &modules["m"][..]), (1, "a"));
        assert_eq!((&imports["one"][..], &imports["two"][..], &exports["early"][..]), ("a", "b", "b"));
        let read = Module::read(&read.bytes()).expect("a module");
        assert_eq!(
            (names(&read, IMPORT), names(&read, EXPORT)),
            (vec!["a".into(), "b".into()], vec!["a".into(), "b".into()])
        );
    }

    #[test]
    fn no_two_short_names_are_the_same() {
        let mut all: Vec<String> = (0..2000).map(short).collect();
        all.sort_unstable();
        all.dedup();
        assert_eq!(
            (all.len(), short(25), short(26), short(701), short(702)),
            (2000, "z".into(), "aa".into(), "zz".into(), "aaa".into())
        );
    }

    #[test]
    fn names_sort_as_the_code_does() {
        let mut read = Module::read(&module()).expect("a module");
        read.name_by_code().expect("names");
        let last = read.sections.pop().expect("a section");
        assert_eq!(
            (last.id, &last.bytes[..]),
            (CUSTOM, &b"\x04name\x01\x1a\x03\x00\x07!000000\x01\x06000001\x02\x06000000"[..])
        );
        let named = read.bytes();
        read.sections.push(last);
        assert_ne!(read.bytes(), named);
        read.drop_custom();
        assert_eq!(read.bytes(), named);
    }
}
