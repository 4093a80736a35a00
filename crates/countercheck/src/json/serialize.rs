//! JSON of whatever describes itself to serde: of the report, for the page too. Only what the report is made of is
//! taken: structs, lists, strings, numbers, flags.

use std::fmt;

use serde::ser::{Error, Impossible, Serialize, SerializeSeq, SerializeStruct, Serializer};

use super::Json;
use crate::reading::decimal::Decimal;

/// The JSON of a value; `None` where it is made of something that the report is not.
pub fn json_of<T: Serialize + ?Sized>(value: &T) -> Option<String> {
    let mut json = Json::default();
    value.serialize(&mut json).ok()?;
    Some(json.done())
}

/// The value is made of something that is not taken.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NotTaken;

impl fmt::Display for NotTaken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a struct, list, string, number or flag")
    }
}

impl std::error::Error for NotTaken {}

impl Error for NotTaken {
    fn custom<T: fmt::Display>(_: T) -> Self {
        Self
    }
}

type Done = Result<(), NotTaken>;
type None = Impossible<(), NotTaken>;

impl<'j> Serializer for &'j mut Json {
    type Ok = ();
    type Error = NotTaken;
    type SerializeSeq = &'j mut Json;
    type SerializeStruct = &'j mut Json;
    type SerializeTuple = None;
    type SerializeTupleStruct = None;
    type SerializeTupleVariant = None;
    type SerializeMap = None;
    type SerializeStructVariant = None;

    fn serialize_bool(self, flag: bool) -> Done {
        self.flag(flag);
        Ok(())
    }

    fn serialize_u64(self, number: u64) -> Done {
        self.number(number);
        Ok(())
    }

    fn serialize_u32(self, number: u32) -> Done {
        self.serialize_u64(number.into())
    }

    fn serialize_u16(self, number: u16) -> Done {
        self.serialize_u64(number.into())
    }

    fn serialize_u8(self, number: u8) -> Done {
        self.serialize_u64(number.into())
    }

    fn serialize_f64(self, number: f64) -> Done {
        self.raw(&Decimal::of(number).to_string());
        Ok(())
    }

    fn serialize_str(self, text: &str) -> Done {
        self.text(text);
        Ok(())
    }

    fn serialize_none(self) -> Done {
        self.raw("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<Self, NotTaken> {
        self.open('[');
        Ok(self)
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<Self, NotTaken> {
        self.open('{');
        Ok(self)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(self, _: &'static str, value: &T) -> Done {
        value.serialize(self)
    }

    fn serialize_i8(self, _: i8) -> Done {
        Err(NotTaken)
    }

    fn serialize_i16(self, _: i16) -> Done {
        Err(NotTaken)
    }

    fn serialize_i32(self, _: i32) -> Done {
        Err(NotTaken)
    }

    fn serialize_i64(self, _: i64) -> Done {
        Err(NotTaken)
    }

    fn serialize_f32(self, _: f32) -> Done {
        Err(NotTaken)
    }

    fn serialize_char(self, _: char) -> Done {
        Err(NotTaken)
    }

    fn serialize_bytes(self, _: &[u8]) -> Done {
        Err(NotTaken)
    }

    fn serialize_unit(self) -> Done {
        Err(NotTaken)
    }

    fn serialize_unit_struct(self, _: &'static str) -> Done {
        Err(NotTaken)
    }

    fn serialize_unit_variant(self, _: &'static str, _: u32, _: &'static str) -> Done {
        Err(NotTaken)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(self, _: &'static str, _: u32, _: &'static str, _: &T) -> Done {
        Err(NotTaken)
    }

    fn serialize_tuple(self, _: usize) -> Result<None, NotTaken> {
        Err(NotTaken)
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<None, NotTaken> {
        Err(NotTaken)
    }

    fn serialize_tuple_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<None, NotTaken> {
        Err(NotTaken)
    }

    fn serialize_map(self, _: Option<usize>) -> Result<None, NotTaken> {
        Err(NotTaken)
    }

    fn serialize_struct_variant(self, _: &'static str, _: u32, _: &'static str, _: usize) -> Result<None, NotTaken> {
        Err(NotTaken)
    }
}

impl SerializeSeq for &mut Json {
    type Ok = ();
    type Error = NotTaken;

    fn serialize_element<T: Serialize + ?Sized>(&mut self, value: &T) -> Done {
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close(']');
        Ok(())
    }
}

impl SerializeStruct for &mut Json {
    type Ok = ();
    type Error = NotTaken;

    fn serialize_field<T: Serialize + ?Sized>(&mut self, key: &'static str, value: &T) -> Done {
        self.key(key);
        value.serialize(&mut **self)
    }

    fn end(self) -> Done {
        self.close('}');
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_report_is_the_same_from_both_writers() {
        let collection = crate::shipped::collection();
        let comparison = crate::compare(&collection);
        let report = crate::output::report::report(&collection, &comparison);
        let ours: serde_json::Value = serde_json::from_str(&json_of(&report).unwrap()).unwrap();
        assert_eq!(round(ours), round(serde_json::to_value(&report).unwrap()));
        assert_eq!(json_of(&('a', 1)), Option::None);
    }

    /// Numbers to nine places, which is how far a figure is written.
    fn round(value: serde_json::Value) -> serde_json::Value {
        match value {
            serde_json::Value::Number(number) => (number.as_f64().unwrap() * 1e9).round().into(),
            serde_json::Value::Array(list) => list.into_iter().map(round).collect(),
            serde_json::Value::Object(object) => object.into_iter().map(|(key, value)| (key, round(value))).collect(),
            other => other,
        }
    }
}
