//! JSON as the schema of the project file has it: objects alone where a struct is expected, and every number as it was
//! written.
//!
//! Derived readers also take a list for a struct. That is no project file, and code for it is a part of the page's first load
//! that one notices. So is the exact reader of numbers that `serde_json` offers: its usual one is next to the number, and the
//! text, which has just the digits that the number needs, tells which neighbour it is.

use std::fmt;

use serde::de::{
    Deserialize, DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde_json::value::RawValue;

/// Decimals of that many characters, without an exponent, are read exactly by the usual way.
const SHORT: usize = 15;

/// Reads a value from a text that holds nothing else.
///
/// # Errors
/// If the text is not JSON, or has another shape.
pub fn read<'de, T: Deserialize<'de>>(json: &'de str) -> serde_json::Result<T> {
    let mut reader = serde_json::Deserializer::from_str(json);
    let value = T::deserialize(Strict(&mut reader))?;
    reader.end()?;
    Ok(value)
}

/// A number that `serde_json` has written, to the last bit; of any other text, a number next to it.
fn number(text: &str) -> Option<f64> {
    let about: f64 = serde_json::from_str(text).ok()?;
    if text.len() <= SHORT && !text.contains(['e', 'E']) {
        return Some(about);
    }
    let (below, above) = (about.next_down(), about.next_up());
    let near = [about, below, above, below.next_down(), above.next_up()];
    let is_it = |near: &f64| serde_json::to_string(near).is_ok_and(|written| written == text);
    Some(near.into_iter().find(is_it).unwrap_or(about))
}

/// A reader, a visitor, or a part of one, whose structs and numbers are read strictly, at any depth.
struct Strict<T>(T);

/// What holds no struct and no number with decimals.
macro_rules! plainly {
    ($($method:ident($($name:ident: $type:ty),*);)*) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($name,)* visitor)
        })*
    };
}

/// What may hold some.
macro_rules! strictly {
    ($($method:ident($($name:ident: $type:ty),*);)*) => {
        $(fn $method<V: Visitor<'de>>(self, $($name: $type,)* visitor: V) -> Result<V::Value, D::Error> {
            self.0.$method($($name,)* Strict(visitor))
        })*
    };
}

impl<'de, D: Deserializer<'de>> Deserializer<'de> for Strict<D> {
    type Error = D::Error;

    plainly! {
        deserialize_any(); deserialize_ignored_any(); deserialize_identifier();
        deserialize_bool(); deserialize_char(); deserialize_str(); deserialize_string();
        deserialize_bytes(); deserialize_byte_buf(); deserialize_unit(); deserialize_f32();
        deserialize_i8(); deserialize_i16(); deserialize_i32(); deserialize_i64();
        deserialize_u8(); deserialize_u16(); deserialize_u32(); deserialize_u64();
        deserialize_unit_struct(name: &'static str);
        deserialize_enum(name: &'static str, variants: &'static [&'static str]);
    }

    strictly! {
        deserialize_option(); deserialize_seq(); deserialize_map(); deserialize_tuple(len: usize);
        deserialize_newtype_struct(name: &'static str);
        deserialize_tuple_struct(name: &'static str, len: usize);
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, D::Error> {
        self.0.deserialize_map(Strict(visitor))
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, D::Error> {
        let text = <&RawValue>::deserialize(self.0)?.get();
        match number(text) {
            Some(number) => visitor.visit_f64(number),
            None => Err(D::Error::invalid_type(Unexpected::Other(text), &visitor)),
        }
    }
}

impl<'de, V: Visitor<'de>> Visitor<'de> for Strict<V> {
    type Value = V::Value;

    fn expecting(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        self.0.expecting(formatter)
    }

    fn visit_none<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_none()
    }

    fn visit_unit<E: Error>(self) -> Result<V::Value, E> {
        self.0.visit_unit()
    }

    fn visit_some<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        self.0.visit_some(Strict(reader))
    }

    fn visit_newtype_struct<D: Deserializer<'de>>(self, reader: D) -> Result<V::Value, D::Error> {
        self.0.visit_newtype_struct(Strict(reader))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<V::Value, A::Error> {
        self.0.visit_seq(Strict(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, entries: A) -> Result<V::Value, A::Error> {
        self.0.visit_map(Strict(entries))
    }
}

impl<'de, S: DeserializeSeed<'de>> DeserializeSeed<'de> for Strict<S> {
    type Value = S::Value;

    fn deserialize<D: Deserializer<'de>>(self, reader: D) -> Result<S::Value, D::Error> {
        self.0.deserialize(Strict(reader))
    }
}

impl<'de, A: SeqAccess<'de>> SeqAccess<'de> for Strict<A> {
    type Error = A::Error;

    fn next_element_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_element_seed(Strict(seed))
    }

    fn size_hint(&self) -> Option<usize> {
        self.0.size_hint()
    }
}

impl<'de, A: MapAccess<'de>> MapAccess<'de> for Strict<A> {
    type Error = A::Error;

    fn next_key_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<Option<S::Value>, A::Error> {
        self.0.next_key_seed(seed)
    }

    fn next_value_seed<S: DeserializeSeed<'de>>(&mut self, seed: S) -> Result<S::Value, A::Error> {
        self.0.next_value_seed(Strict(seed))
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test may fail")]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    struct Inner {
        level: f64,
        #[serde(default)]
        other: Option<f64>,
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Outer {
        inner: Vec<Inner>,
        #[serde(default)]
        named: BTreeMap<String, Inner>,
        #[serde(default)]
        pair: Option<[f64; 2]>,
    }

    /// What a project file may hold, and what came out wrong in other readers.
    const NUMBERS: [f64; 12] = [
        0.1 + 0.2,
        1.0 / 3.0,
        -2.0 / 3.0,
        4.0,
        -0.0,
        9_007_199_254_740_993.0,
        1.844_674_407_370_955_4e19,
        f64::MAX,
        f64::MIN_POSITIVE,
        5e-324,
        1.797_693_134_862_315_5e308,
        2.225_073_858_507_201e-308,
    ];

    #[test]
    fn a_number_comes_back_to_the_last_bit_at_any_depth() {
        for known in NUMBERS {
            let text = serde_json::to_string(&known).unwrap();
            let json = format!(
                r#"{{"inner":[{{"level":{text},"other":{text}}}],"named":{{"x":{{"level":{text},"other":null}}}},"pair":[{text},1]}}"#
            );
            let read: Outer = read(&json).unwrap();
            let found = [
                read.inner[0].level,
                read.inner[0].other.unwrap(),
                read.named["x"].level,
                read.pair.unwrap()[0],
            ];
            assert_eq!(found.map(f64::to_bits), [known.to_bits(); 4], "{text}");
            assert_eq!(read.named["x"].other, None);
        }
    }

    #[test]
    fn a_number_is_what_the_languages_parser_makes_of_its_text() {
        let mut bits = 0x9e37_79b9_7f4a_7c15_u64;
        for _ in 0..200_000 {
            bits = bits.wrapping_mul(0x5851_f42d_4c95_7f2d).wrapping_add(0x1405_7b7e_f767_814f);
            let known = f64::from_bits(bits);
            if known.is_finite() {
                let text = serde_json::to_string(&known).unwrap();
                assert_eq!(number(&text).map(f64::to_bits), text.parse().ok().map(f64::to_bits), "{text}");
            }
        }
    }

    #[test]
    fn a_list_is_no_struct_and_a_text_no_number() {
        for json in [
            "[[]]",
            r#"{"inner":[[1.5]]}"#,
            r#"{"inner":[{"level":"1.5"}]}"#,
            r#"{"inner":[{"level":null}]}"#,
            r#"{"inner":[{"level":1e999}]}"#,
            r#"{"inner":[]} {}"#,
        ] {
            assert!(read::<Outer>(json).is_err(), "{json}");
        }
        let error = read::<Outer>("{\n\"inner\":[{\"level\":true}]}").unwrap_err();
        assert_eq!((error.line(), error.is_data()), (2, true), "{error}");
        assert!(error.to_string().contains("true"), "{error}");
    }
}
